import { crowdOf } from '../analysis/concurrency.ts'
import { labelOf } from '../analysis/labels.ts'
import { batching } from '../fixes/batches.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow starting a task per element at once where each holds a file, a body or a process',
      cost: 'retention',
      family: 'iteration',
    },
    messages: {
      crowd: "'{{holding}}' runs for all of '{{items}}' at once, and all that they hold is held together. Run some at a time.",
      batches: 'Run {{size}} at a time.',
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!/\bPromise\.all/.test(sourceCode.text)) return {}
    return onCalls(['all', 'allSettled'], sourceCode, (node) => {
      const crowd = crowdOf(node, sourceCode)
      if (!crowd) return
      const { size, edit } = batching(crowd, sourceCode)
      context.report({
        node: node.callee,
        messageId: 'crowd',
        data: { holding: labelOf(crowd.holding, sourceCode), items: labelOf(crowd.items, sourceCode) },
        suggest: edit && [{ messageId: 'batches', data: { size }, fix: edit }],
      })
    })
  },
})
