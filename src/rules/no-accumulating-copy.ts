import type { TSESTree } from '@typescript-eslint/utils'
import { type Accumulation, accumulationsOf } from '../analysis/accumulations.ts'
import { type Node, unwrap } from '../analysis/bindings.ts'
import { labelOf } from '../analysis/labels.ts'
import { repairsOf } from '../fixes/accumulation.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow rebuilding a collection from its earlier version on every step of a loop or reducer',
      preset: 'recommended',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      array: "Copying '{{name}}' on every step allocates O(n²) bytes. Push into it instead.",
      object: "Copying '{{name}}' on every step allocates O(n²) bytes. Assign to its keys instead.",
      set: "Copying '{{name}}' on every step allocates O(n²) bytes. Add to it instead.",
      map: "Copying '{{name}}' on every step allocates O(n²) bytes. Set its entries instead.",
      buffer: "Concatenating to '{{name}}' on every step allocates O(n²) bytes. Collect the chunks and concatenate once.",
      mutate: 'Change the collection that is there instead of making another.',
      pushElements: 'Push its elements, if it is an array.',
      pushOne: 'Push it as one element, if it is no array.',
      collect: 'Collect the chunks and concatenate them once.',
    },
  },
  create(context) {
    const { sourceCode } = context
    // A named reducer is found once for each call that uses it.
    const reported = new Set<Node>()

    function report(accumulation: Accumulation): void {
      const { assembly, earlier } = accumulation
      const node = assembly.by === 'literal' ? earlier.node : assembly.node
      if (reported.has(node)) return
      reported.add(node)
      const repairs = repairsOf(accumulation, sourceCode)
      const safe = repairs.length === 1 && repairs[0]?.safe ? repairs[0] : null
      context.report({
        node,
        messageId: assembly.kind,
        data: { name: labelOf(unwrap(earlier.value), sourceCode) },
        fix: safe?.edit ?? null,
        suggest: safe ? [] : repairs.map(({ verb, edit }) => ({ messageId: verb, fix: edit })),
      })
    }

    function check(node: TSESTree.AssignmentExpression | TSESTree.CallExpression): void {
      for (const accumulation of accumulationsOf(node, sourceCode)) report(accumulation)
    }

    return { ...onCalls(['reduce', 'reduceRight', 'set'], sourceCode, check), AssignmentExpression: check }
  },
})
