import { ignoredWrite } from '../analysis/backpressure.ts'
import { labelOf } from '../analysis/labels.ts'
import { waiting } from '../fixes/backpressure.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow writing to a stream faster than it takes',
      preset: 'recommended',
      cost: 'retention',
      family: 'iteration',
    },
    messages: {
      write: "'{{write}}' fills memory when '{{stream}}' is full. Wait: '{{wait}}'.",
      wait: "Wait until it takes more: '{{wait}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!/\bwrite\b/.test(sourceCode.text) || HEEDS.test(sourceCode.text)) return {}
    return {
      CallExpression(node) {
        const write = ignoredWrite(node, sourceCode)
        if (!write) return
        const { text: wait, edit } = waiting(write, sourceCode)
        context.report({
          node,
          messageId: 'write',
          data: { write: labelOf(node, sourceCode), stream: labelOf(write.object, sourceCode), wait },
          suggest: edit && [{ messageId: 'wait', data: { wait }, fix: edit }],
        })
      },
    }
  },
})

/** Files that know of backpressure are left alone. */
const HEEDS = /drain|writableNeedDrain|writableLength|bufferedAmount/i
