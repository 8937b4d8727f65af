import type { TSESTree } from '@typescript-eslint/utils'
import { labelOf } from '../analysis/labels.ts'
import { retentionsOf, STORING } from '../analysis/substrings.ts'
import { flattened } from '../fixes/substrings.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow keeping short pieces of large texts, which keep all of the text alive',
      preset: 'strict',
      cost: 'retention',
      family: 'strings',
    },
    messages: {
      kept: "'{{holder}}' keeps a piece of '{{text}}', and a piece of 13 characters or more keeps all of the text alive. Keep a flat copy of it.",
      copyFlat: "Keep a flat copy: '{{copy}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    function check(node: TSESTree.AssignmentExpression | TSESTree.CallExpression): void {
      for (const { piece, holder } of retentionsOf(node, sourceCode)) {
        const repair = flattened(piece, sourceCode)
        context.report({
          node: piece.node,
          messageId: 'kept',
          data: { holder: labelOf(holder, sourceCode), text: labelOf(piece.text, sourceCode) },
          suggest: repair ? [{ messageId: 'copyFlat', data: { copy: repair.form }, fix: repair.edit }] : [],
        })
      }
    }
    return { ...onCalls(STORING, sourceCode, check), AssignmentExpression: check }
  },
})
