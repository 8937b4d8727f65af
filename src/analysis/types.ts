import type { TSESTree } from '@typescript-eslint/utils'
import type { Symbol as TypeSymbol, TupleTypeReference, Type, TypeChecker } from 'typescript'
import { KIND_OF_TYPE, type Kind } from '../knowledge/builtins.ts'
import type { SourceCode } from './fact.ts'

/** Is the file linted with a TypeScript program? */
export function hasTypes(sourceCode: SourceCode): boolean {
  return Boolean(sourceCode.parserServices?.program)
}

/** May `array[i]` be `undefined` to the checker (`noUncheckedIndexedAccess`), or is that not known? */
export function isIndexUnchecked(sourceCode: SourceCode): boolean {
  const program = sourceCode.parserServices?.program
  return !program || Boolean(program.getCompilerOptions().noUncheckedIndexedAccess)
}

/** Does the checker hold a callback's parameters to the types that it is called with (`strictFunctionTypes`), or is that not known? */
export function hasCheckedParameters(sourceCode: SourceCode): boolean {
  const options = sourceCode.parserServices?.program?.getCompilerOptions()
  return Boolean(options?.strictFunctionTypes ?? options?.strict)
}

/** The kind that the checker gives the expression; `unknown` without a program, for `any`, and for mixed unions. */
export function typedKind(node: TSESTree.Node, sourceCode: SourceCode): Kind {
  const type = typeOf(node, sourceCode)
  return type ? kindOfType(type, checkerOf(sourceCode)) : 'unknown'
}

/** The name of the platform's type that the checker gives the expression, such as `Uint8Array`; null for any other and without a program. */
export function typedName(node: TSESTree.Node, sourceCode: SourceCode): string | null {
  const symbol = typeOf(node, sourceCode)?.getSymbol()
  return symbol && isPlatform(symbol) ? symbol.getName() : null
}

/** How many elements the expression's tuple type fixes, else null. */
export function typedTupleLength(node: TSESTree.Node, sourceCode: SourceCode): number | null {
  const type = typeOf(node, sourceCode)
  if (!type || !checkerOf(sourceCode).isTupleType(type)) return null
  const { target } = type as TupleTypeReference
  return target.hasRestElement ? null : target.elementFlags.length
}

/**
 * Does the checker give the expression, or the written type, objects and functions alone? A type whose members a primitive has as well
 * (`{ length: number }`) admits strings, for which it must have one more than the `primitive` names.
 */
export function isTypedObject(node: TSESTree.Node, primitive: ReadonlySet<string>, sourceCode: SourceCode): boolean {
  const type = typeOf(node, sourceCode)
  return type !== null && isObject(type, primitive, checkerOf(sourceCode))
}

function isObject(type: Type, primitive: ReadonlySet<string>, checker: TypeChecker): boolean {
  if (type.isUnionOrIntersection()) return type.types.every((part) => isObject(part, primitive, checker)) // `string & { brand: 'id' }` is a string
  const name = checker.typeToString(checker.getBaseTypeOfLiteralType(type))
  if (name === 'object' || PRIMITIVES.has(name)) return name === 'object'
  return type.getCallSignatures().length > 0 || type.getProperties().some((property) => !primitive.has(property.getName()))
}

/** How the checker says that the value is disposed of: by which symbols, what else it has, and whose type it is when it is the platform's; null for iterators. */
export interface TypedDisposal {
  sync: boolean
  async: boolean
  names: readonly string[]
  platform: string | null
}

export function typedDisposal(node: TSESTree.Node, sourceCode: SourceCode): TypedDisposal | null {
  const given = typeOf(node, sourceCode)
  const type = given && checkerOf(sourceCode).getNonNullableType(given)
  if (!type || type.isUnion() || type.getProperty('next')) return null
  const names = checkerOf(sourceCode).getPropertiesOfType(type).map(({ escapedName }) => String(escapedName))
  const has = (symbol: string): boolean => names.some((name) => name.startsWith(`__@${symbol}@`))
  const symbol = type.getSymbol()
  return { sync: has('dispose'), async: has('asyncDispose'), names, platform: symbol && isPlatform(symbol) ? symbol.getName() : null }
}

function typeOf(node: TSESTree.Node, sourceCode: SourceCode): Type | null {
  const services = sourceCode.parserServices
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return null
  const original = services.esTreeNodeToTSNodeMap.get(node)
  return original ? services.program.getTypeChecker().getTypeAtLocation(original) : null
}

function checkerOf(sourceCode: SourceCode): TypeChecker {
  return sourceCode.parserServices!.program!.getTypeChecker()
}

function kindOfType(type: Type, checker: TypeChecker): Kind {
  if (type.isUnion()) {
    const [first, ...rest] = type.types.map((part) => kindOfType(part, checker))
    return first !== undefined && rest.every((kind) => kind === first) ? first : 'unknown'
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) return 'array'
  const primitive = PRIMITIVES.get(checker.typeToString(checker.getBaseTypeOfLiteralType(type)))
  if (primitive) return primitive
  const symbol = type.getSymbol()
  const known = symbol && isPlatform(symbol) ? KIND_OF_TYPE[symbol.getName()] : undefined
  if (known) return known
  return type.getCallSignatures().length > 0 ? 'function' : 'unknown'
}

const PRIMITIVES: ReadonlyMap<string, Kind> = new Map([
  ['string', 'string'], ['number', 'number'], ['boolean', 'boolean'], ['true', 'boolean'], ['false', 'boolean'], ['bigint', 'bigint'],
  ['symbol', 'symbol'], ['undefined', 'undefined'], ['void', 'undefined'], ['null', 'null'],
])

/** Declared by TypeScript's libraries or by @types/node, and not by the user under the same name. */
function isPlatform(symbol: TypeSymbol): boolean {
  return (symbol.declarations ?? []).some((declaration) =>
    /[\\/](?:typescript[\\/]lib|@types[\\/]node)[\\/]/.test(declaration.getSourceFile().fileName),
  )
}
