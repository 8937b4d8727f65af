import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, variableOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'

/** May the annotation forbid writing? A name can stand for anything. Where there is none, some parsers say null. */
export function mayBeReadonly({ typeAnnotation }: TSESTree.Identifier): boolean {
  return Boolean(typeAnnotation && !isWritable(typeAnnotation.typeAnnotation))
}

export function isAssertedReadonly(value: Node): boolean {
  return (value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' || value.type === 'TSTypeAssertion') && !isWritable(value.typeAnnotation)
}

export function isWritable(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSArrayType' || type.type === 'TSAnyKeyword') return true
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && ['Array', 'Map', 'Record', 'Set'].includes(type.typeName.name)
}

/** May the types say of the expression, a cast or a variable, that nobody writes to it? */
export function isTypedReadonly(value: Node, sourceCode: SourceCode): boolean {
  const name = variableOf(value, sourceCode)?.defs[0]?.name as Node | undefined
  return isAssertedReadonly(value) || (name?.type === 'Identifier' && mayBeReadonly(name))
}
