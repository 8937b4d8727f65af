import type { TSESTree } from '@typescript-eslint/utils'
import { ignoredWrite } from '../analysis/backpressure.ts'
import { labelOf } from '../analysis/labels.ts'
import { unguardedPipe } from '../analysis/pipes.ts'
import { pipelined, waiting } from '../fixes/backpressure.ts'
import { checkOption, checksAll, defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow writing to a stream faster than it takes, and pipes that leave one side open',
      preset: 'recommended',
      cost: 'retention',
      family: 'iteration',
      allOptions: [{ check: 'all' }],
    },
    ...checkOption('writes', "'writes': what is written and not waited for. 'all': also `pipe` of a file or a connection where nobody takes an error."),
    messages: {
      write: "'{{write}}' fills memory when '{{stream}}' is full. Wait: '{{wait}}'.",
      pipe: "'{{source}}' stays open when '{{target}}' fails or is closed. Use 'pipeline', which ends both.",
      join: "Use 'pipeline'.",
      wait: "Wait until it takes more: '{{wait}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    const heedsWrites = !/\bwrite\b/.test(sourceCode.text) || HEEDS.test(sourceCode.text)
    const heedsPipes = !checksAll(context) || !/\.pipe\(/.test(sourceCode.text)
    if (heedsWrites && heedsPipes) return {}

    function checkWrite(node: TSESTree.CallExpression): void {
      const write = ignoredWrite(node, sourceCode)
      if (!write) return
      const { text: wait, edit } = waiting(write, sourceCode)
      context.report({
        node,
        messageId: 'write',
        data: { write: labelOf(node, sourceCode), stream: labelOf(write.object, sourceCode), wait },
        suggest: edit && [{ messageId: 'wait', data: { wait }, fix: edit }],
      })
    }

    function checkPipe(node: TSESTree.CallExpression): void {
      const chain = unguardedPipe(node, sourceCode)
      const edit = chain && pipelined(chain, sourceCode)
      if (!edit) return
      const [source, ...targets] = chain.streams
      context.report({
        node,
        messageId: 'pipe',
        data: { source: labelOf(source, sourceCode), target: labelOf(targets.at(-1) ?? node, sourceCode) },
        suggest: [{ messageId: 'join', fix: edit }],
      })
    }

    return onCalls(['write', 'pipe'], sourceCode, (node) => {
      if (!heedsWrites) checkWrite(node)
      if (!heedsPipes) checkPipe(node)
    })
  },
})

/** Files that know of backpressure are left alone. */
const HEEDS = /drain|writableNeedDrain|writableLength|bufferedAmount/i
