import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { GrowingCollection } from '../analysis/growth.ts'

/** Makes the Map a WeakMap, or the Set a WeakSet, where it is made and in its type; null where another name stands for its type, or for WeakMap. */
export function weakening({ kind, initializer, declaration }: GrowingCollection, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const weak = kind === 'map' ? 'WeakMap' : 'WeakSet'
  if (initializer.type !== 'NewExpression' || initializer.callee.type !== 'Identifier' || isDeclared(weak, sourceCode)) return null
  const type = annotationOf(declaration)
  const names: Node[] = [initializer.callee]
  if (type) {
    if (type.type !== 'TSTypeReference' || sourceCode.getText(type.typeName) !== initializer.callee.name) return null
    names.push(type.typeName)
  }
  return (fixer) => names.map((name) => fixer.replaceText(name, weak))
}

/** The type that the variable or the field is declared with. */
function annotationOf(declaration: Node): TSESTree.TypeNode | null {
  const of = (node: Node | undefined): TSESTree.TypeNode | undefined => (node as Partial<TSESTree.PropertyDefinition> | undefined)?.typeAnnotation?.typeAnnotation
  return of(declaration) ?? (declaration.parent?.type === 'PropertyDefinition' ? of(declaration.parent) : undefined) ?? null
}

function isDeclared(name: string, { scopeManager }: SourceCode): boolean {
  return (scopeManager?.scopes ?? []).some(({ set }) => (set.get(name)?.defs.length ?? 0) > 0)
}
