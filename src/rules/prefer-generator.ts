import { productionOf, walksOf } from '../analysis/production.ts'
import { yieldInstead } from '../fixes/generators.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Prefer generators to arrays that are filled for walks that stop early',
      preset: 'strict',
      cost: 'allocation',
      family: 'iteration',
    },
    messages: {
      list: "'{{list}}' is filled to the end for callers that stop at what they look for. A generator goes no further than they do.",
      generator: 'Make the function a generator.',
    },
  },
  create(context) {
    const { sourceCode } = context
    return {
      ReturnStatement(node) {
        const production = node.argument?.type === 'Identifier' ? productionOf(node, sourceCode) : null
        if (!production || production.returns[0] !== node) return
        const walks = walksOf(production, sourceCode)
        const edit = walks?.length && walks.every((walk) => walk === 'stops') ? yieldInstead(production, sourceCode) : null
        if (!edit) return
        context.report({
          node: production.declaration,
          messageId: 'list',
          data: { list: production.list.name },
          suggest: [{ messageId: 'generator', fix: edit }],
        })
      },
    }
  },
})
