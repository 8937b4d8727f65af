import type { TSESTree } from '@typescript-eslint/utils'
import { byteCopy, COPYING } from '../analysis/byte-copies.ts'
import { labelOf } from '../analysis/labels.ts'
import { redundantCopy } from '../analysis/redundancy.ts'
import { viewInstead } from '../fixes/views.ts'
import { defineRule, onCallsAndConstructions } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Prefer a view of bytes over a copy that is only read',
      preset: 'strict',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      part: "'slice' copies a part of '{{source}}' only to read it. 'subarray' reads it where it is.",
      whole: "This copies all of '{{source}}' only to read it. Read it directly.",
      cut: "'slice' copies a part of '{{source}}' only to read it. Read it through a view.",
      view: 'Use a view.',
    },
  },
  create(context) {
    const { sourceCode } = context

    function check(node: TSESTree.CallExpression | TSESTree.NewExpression): void {
      const copy = byteCopy(node, sourceCode)
      if (!copy || redundantCopy(node, sourceCode)) return // that is no-redundant-copy's
      const edit = viewInstead(copy, sourceCode)
      context.report({
        node,
        messageId: copy.of,
        data: { source: labelOf(copy.source, sourceCode) },
        fix: copy.proven ? edit : null,
        suggest: edit && !copy.proven ? [{ messageId: 'view', fix: edit }] : [],
      })
    }

    return onCallsAndConstructions(COPYING, sourceCode, check)
  },
})
