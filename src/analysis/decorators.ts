import type { TSESTree } from '@typescript-eslint/utils'

/** The decorators of a class, a member or a parameter; ESLint's own parser leaves the list out. */
export function decoratorsOf(node: { decorators?: TSESTree.Decorator[] }): readonly TSESTree.Decorator[] {
  return node.decorators ?? []
}
