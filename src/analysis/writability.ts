import type { TSESTree } from '@typescript-eslint/utils'
import { functionOf, initializerOf, type Node, variableOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { resultsOf } from './results.ts'

/** May the annotation forbid writing? A name can stand for anything. Where there is none, some parsers say null. */
export function mayBeReadonly({ typeAnnotation }: TSESTree.Identifier): boolean {
  return Boolean(typeAnnotation && !isWritable(typeAnnotation.typeAnnotation))
}

export function isAssertedReadonly(value: Node): boolean {
  const type = assertedType(value)
  return type !== null && !isWritable(type)
}

export function isWritable(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSArrayType' || type.type === 'TSAnyKeyword') return true
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && ['Array', 'Map', 'Record', 'Set'].includes(type.typeName.name)
}

/** May the types say of the expression that nobody writes to it? */
export function mayBeTypedReadonly(value: Node, sourceCode: SourceCode): boolean {
  const type = writtenType(value, sourceCode)
  return type !== null && !isWritable(type)
}

/** Do the types say so: `readonly T[]`, `ReadonlyArray<T>`, `as const`? What writes to it does not compile. */
export function isTypedReadonly(value: Node, sourceCode: SourceCode): boolean {
  const type = writtenType(value, sourceCode)
  if (type?.type === 'TSTypeOperator') return type.operator === 'readonly'
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /^(?:Readonly|const$)/.test(type.typeName.name)
}

/** The type that is written for the value: of a cast, a variable, or a function of this file that gives it back. */
function writtenType(value: Node, sourceCode: SourceCode, depth = 4): TSESTree.TypeNode | null {
  if (depth === 0) return null
  const asserted = assertedType(value)
  if (asserted) return asserted
  if (value.type === 'Identifier') {
    const variable = variableOf(value, sourceCode)
    const name = variable?.defs[0]?.name as Node | undefined
    const annotation = name?.type === 'Identifier' ? name.typeAnnotation : null
    if (annotation) return annotation.typeAnnotation
    const initial = variable && initializerOf(variable)
    return initial && writtenType(initial, sourceCode, depth - 1)
  }
  const fn = value.type === 'CallExpression' ? functionOf(value.callee, sourceCode) : null
  if (!fn) return null
  if (fn.returnType) return fn.returnType.typeAnnotation
  const [result] = resultsOf(fn, sourceCode)
  return result ? writtenType(result, sourceCode, depth - 1) : null
}

function assertedType(value: Node): TSESTree.TypeNode | null {
  return value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' || value.type === 'TSTypeAssertion' ? value.typeAnnotation : null
}
