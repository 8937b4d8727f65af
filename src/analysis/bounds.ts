import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isConstant, isFunction, type Node, outermost, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall, type MethodCall, numberValue, qualifiedName } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { kindOf } from './kinds.ts'
import { typedTupleLength } from './types.ts'

/** What a match of a regular expression without the global flag can have: itself and its groups. */
const GROUPS = 100

/** What a caller can have put on the stack: a rest parameter is no larger, whoever calls. Measured at 123 to 125 thousand. */
const ARGUMENTS = 65_536

/**
 * The most elements that a collection can have as far as the source says, `Infinity` when it does not. Literals, tuples,
 * constants that nothing in the file grows, `slice(0, 8)` and chunks (`slice(i, i + size)`) are bounded; inputs are not.
 */
export function maximumSize(node: Node, sourceCode: SourceCode, depth = 8): number {
  const inner = unwrap(node)
  if (depth === 0) return Infinity
  const size = (part: Node) => maximumSize(part, sourceCode, depth - 1)
  switch (inner.type) {
    case 'ArrayExpression':
      return sum(inner.elements.map((element) => (element?.type === 'SpreadElement' ? size(element.argument) : 1)))
    case 'ObjectExpression':
      return sum(inner.properties.map((property) => (property.type === 'SpreadElement' ? size(property.argument) : 1)))
    case 'ConditionalExpression':
      return Math.max(size(inner.consequent), size(inner.alternate))
    case 'LogicalExpression':
      return Math.max(size(inner.left), size(inner.right))
    case 'Literal':
      return typeof inner.value === 'string' ? inner.value.length : inner.value === null ? 0 : Infinity
    case 'TSAsExpression':
      return size(inner.expression)
    case 'NewExpression':
    case 'CallExpression':
      return callSize(inner, sourceCode, size)
    case 'Identifier':
      return identifierSize(inner, sourceCode, size)
    case 'AwaitExpression':
      return inner.argument.type === 'CallExpression' ? callSize(inner.argument, sourceCode, size) : Infinity
    default:
      return typedTupleLength(inner, sourceCode) ?? Infinity
  }
}

function sum(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

type Size = (part: Node) => number

function callSize(node: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode, size: Size): number {
  const [first] = node.arguments
  switch (calleeName(node, sourceCode)) {
    case 'Array':
      return node.arguments.length === 1 ? (numberValue(first, sourceCode) ?? Infinity) : node.arguments.length
    case 'Array.of':
      return node.arguments.length
    case 'Array.from':
      return first ? lengthProperty(first, sourceCode) ?? size(first) : Infinity
    case 'Uint8Array':
    case 'Uint8ClampedArray':
    case 'Uint16Array':
    case 'Uint32Array':
    case 'Float32Array':
    case 'Float64Array':
    case 'Buffer.from':
      return first ? (numberValue(node.arguments[2] ?? first, sourceCode) ?? size(first)) : 0
    case 'crypto.getRandomValues':
    case 'Object.keys':
    case 'Object.values':
    case 'Object.entries':
    case 'Set':
    case 'Map':
    case 'Object.freeze':
    case 'Promise.all':
    case 'Promise.allSettled':
      return first ? size(first) : 0
    default: {
      const called = methodCall(node)
      return called ? methodSize(called, sourceCode, size) : (typedTupleLength(node, sourceCode) ?? Infinity)
    }
  }
}

/** The `3` of `{ length: 3 }`. */
function lengthProperty(node: Node, sourceCode: SourceCode): number | null {
  const inner = unwrap(node)
  if (inner.type !== 'ObjectExpression') return null
  for (const property of inner.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return null
    if (property.key.name === 'length') return numberValue(property.value, sourceCode) ?? Infinity
  }
  return null
}

function methodSize({ object, method, arguments: given, call }: MethodCall, sourceCode: SourceCode, size: Size): number {
  switch (method) {
    case 'fill':
    case 'map':
    case 'filter':
    case 'sort':
    case 'reverse':
    case 'toSorted':
    case 'toReversed':
    case 'keys':
    case 'values':
    case 'entries':
      return size(object)
    case 'flatMap':
      return size(object) === 0 ? 0 : Infinity
    case 'concat':
      return sum([size(object), ...given.map(size)])
    case 'slice':
    case 'subarray':
      return Math.min(sliceSize(given, sourceCode, size), size(object))
    case 'splice':
      return given[1] ? (numberValue(given[1], sourceCode) ?? Infinity) : size(object)
    case 'match':
      return isGlobalPattern(given[0], sourceCode) ? Infinity : GROUPS
    case 'exec':
      return GROUPS
    default:
      return typedTupleLength(call, sourceCode) ?? Infinity
  }
}

/** `slice(2, 5)`, `slice(-3)` and chunks, whose end is named by their start: `slice(i, i + size)`, `slice(i, i += size)`. */
function sliceSize([start, end]: Node[], sourceCode: SourceCode, size: Size): number {
  const from = start ? numberValue(start, sourceCode) : 0
  if (start && !end) return from !== null && from < 0 ? -from : Infinity
  if (!start || !end) return Infinity
  const to = numberValue(end, sourceCode) ?? lengthOf(end, size)
  if (from !== null && to !== null) return Math.sign(from) === Math.sign(to) || (from === 0 && to > 0) ? Math.max(0, to - from) : Infinity
  return isChunkEnd(start, unwrap(end), sourceCode) ? chunkSize(unwrap(end), sourceCode) : Infinity
}

/** The most that `MAGIC.length` can be; null when nothing bounds it. */
function lengthOf(node: Node, size: Size): number | null {
  const inner = unwrap(node)
  if (inner.type !== 'MemberExpression' || inner.computed || inner.property.type !== 'Identifier' || inner.property.name !== 'length') return null
  const most = size(inner.object)
  return most === Infinity ? null : most
}

function isChunkEnd(start: Node, end: Node, sourceCode: SourceCode): boolean {
  if (end.type === 'AssignmentExpression') return sourceCode.getText(end.left) === sourceCode.getText(start)
  if (end.type === 'BinaryExpression' && end.operator === '+') {
    return [end.left, end.right].some((side) => sourceCode.getText(side) === sourceCode.getText(start))
  }
  if (end.type === 'CallExpression' && qualifiedName(end.callee, sourceCode) === 'Math.min') {
    return end.arguments.some((argument) => isChunkEnd(start, unwrap(argument), sourceCode))
  }
  const variable = variableOf(end, sourceCode)
  const value = variable && initializerOf(variable)
  return value ? isChunkEnd(start, unwrap(value), sourceCode) : false
}

/** A chunk's size that is not written out was chosen to be small all the same. */
function chunkSize(end: Node, sourceCode: SourceCode): number {
  if (end.type !== 'BinaryExpression') return GROUPS
  return numberValue(end.right, sourceCode) ?? numberValue(end.left, sourceCode) ?? GROUPS
}

function isGlobalPattern(pattern: Node | undefined, sourceCode: SourceCode): boolean {
  const variable = pattern && variableOf(pattern, sourceCode)
  const value = (variable && initializerOf(variable)) ?? pattern
  return value?.type !== 'Literal' || !('regex' in value) || value.regex.flags.includes('g')
}

const GROWING = new Set(['push', 'unshift', 'splice', 'set', 'add'])

function identifierSize(node: TSESTree.Identifier, sourceCode: SourceCode, size: Size): number {
  const variable = variableOf(node, sourceCode)
  const tuple = typedTupleLength(node, sourceCode)
  if (tuple !== null) return tuple
  if (isArguments(variable)) return ARGUMENTS
  if (!variable || !isConstant(variable)) return Infinity
  const value = initializerOf(variable)
  if (!value) return tupleAnnotation(variable.defs[0]?.name as Node | undefined)
  const grows = variable.references.some(({ identifier }) => isGrown(outermost(identifier)))
  const known = grows ? Infinity : size(value)
  // An empty collection is declared to be filled; when nothing here fills it, somebody else does.
  return known === 0 && kindOf(value, sourceCode) !== 'string' ? Infinity : known
}

/** `arguments` itself, or a rest parameter. */
function isArguments(variable: Variable | null): boolean {
  const [definition] = variable?.defs ?? []
  if (!definition) return variable?.name === 'arguments' && variable.scope.type === 'function'
  return definition.type === ('Parameter' as never) && definition.name.parent.type === 'RestElement' && isFunction(definition.name.parent.parent)
}

function tupleAnnotation(name: Node | undefined): number {
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined
  if (type?.type !== 'TSTupleType' || type.elementTypes.some(({ type: kind }) => kind === 'TSRestType')) return Infinity
  return type.elementTypes.length
}

function isGrown(use: Node): boolean {
  const member = use.parent
  if (member?.type !== 'MemberExpression' || member.object !== use) return false
  const { parent } = outermost(member)
  if (parent?.type === 'AssignmentExpression') return unwrap(parent.left) === member
  const called = parent && methodCall(parent)
  return called?.member === member && GROWING.has(called.method)
}
