import { mayBothRun, recursiveCalls, recursiveCopy } from '../analysis/recursion.ts'
import { labelOf } from '../analysis/labels.ts'
import { withIndex } from '../fixes/recursion.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow functions that call themselves with a copy of what is left of a list',
      preset: 'strict',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      tail: "Every call of '{{name}}' copies all that is left of '{{list}}': n² / 2 elements for a list of n. Pass an index instead.",
      passIndex: 'Pass the list and an index.',
    },
  },
  create(context) {
    const { sourceCode } = context
    return {
      CallExpression(node) {
        const found = recursiveCopy(node, sourceCode)
        if (!found || recursiveCalls(found.fn, sourceCode).some((other) => other !== node && mayBothRun(other, node))) return
        const edit = withIndex(found, sourceCode)
        context.report({
          node: found.copy,
          messageId: 'tail',
          data: { name: labelOf(node.callee, sourceCode), list: found.list },
          suggest: edit ? [{ messageId: 'passIndex', fix: edit }] : [],
        })
      },
    }
  },
})
