import type { TSESTree } from '@typescript-eslint/utils'
import { calleeName, methodCall, numberValue } from '../analysis/calls.ts'
import { outermost } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { lineOf } from '../fixes/layout.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: "Disallow switching off Node's warning of too many listeners",
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      muted: 'Without a limit, nothing tells when listeners leak. Remove the listeners, or allow as many as there are at most.',
      remove: 'Remove it.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const report = (node: TSESTree.Node): void => {
      const statement = outermost(node).parent
      const isWhole = statement?.type === 'ExpressionStatement' && /^(?:BlockStatement|Program|StaticBlock)$/.test(statement.parent.type)
      const hasComments = isWhole && sourceCode.getCommentsInside(statement).length > 0
      context.report({
        node,
        messageId: 'muted',
        suggest: isWhole && !hasComments ? [{ messageId: 'remove', fix: (fixer) => fixer.removeRange(lineOf(statement, sourceCode)) }] : [],
      })
    }
    return {
      ...onCalls(['setMaxListeners'], sourceCode, (node) => {
        const [limit] = node.arguments
        const isOfEmitter = methodCall(node) !== null || calleeName(node, sourceCode) === 'events.setMaxListeners'
        if (isOfEmitter && limit && isUnlimited(limit, sourceCode)) report(node)
      }),
      "AssignmentExpression[left.property.name='defaultMaxListeners']"(node: TSESTree.AssignmentExpression) {
        if (node.operator === '=' && isUnlimited(node.right, sourceCode)) report(node)
      },
    }
  },
})

/** 0 and Infinity both mean that there is no limit: https://nodejs.org/api/events.html#emittersetmaxlistenersn */
function isUnlimited(limit: TSESTree.Node, sourceCode: SourceCode): boolean {
  return numberValue(limit, sourceCode) === 0 || /^(?:Number\.(?:POSITIVE_INFINITY|MAX_VALUE|MAX_SAFE_INTEGER)|Infinity)$/.test(sourceCode.getText(limit))
}
