import type { TSESTree } from '@typescript-eslint/utils'
import { isTarget, type Node, unwrap } from './bindings.ts'
import { isCallTo, type MethodCall, methodCall, numberValue, qualifiedName, stringValue } from './calls.ts'
import { isAskedForOne } from './magnitude.ts'
import { maximumSize } from './bounds.ts'
import type { SourceCode } from './fact.ts'
import { sourcesOf, materializationOf } from './materialization.ts'
import { lastName } from './occurrences.ts'

/** The one thing that an expression reads of a collection; `node` is the expression whose value that is. */
export type Read =
  /** `xs[0]`, `xs.at(-1)`, `xs.shift()`, `xs.pop()`: below zero counts from the end. */
  | { of: 'element'; node: Node; index: number }
  /** `const [a, b] = xs`: the first `count`. */
  | { of: 'start'; node: Node; count: number; declarator: TSESTree.VariableDeclarator & { id: TSESTree.ArrayPattern } }
  /** `xs.slice(0, 3)` */
  | { of: 'prefix'; node: Node; count: number }
  /** `xs.length` */
  | { of: 'size'; node: Node }
  /** `xs.length > 0`, `!xs.length`: whether there is any. `otherwise` is what it is when an optional chain stops before. */
  | { of: 'presence'; node: Node; present: boolean; otherwise: boolean }
  /** `xs.includes(value)`, `new Set(xs).has(value)`; by identity: `xs.indexOf(value) !== -1` */
  | { of: 'membership'; node: Node; present: boolean; value: TSESTree.Expression; identical: boolean }
  /** `xs.indexOf(value)` */
  | { of: 'position'; node: Node; value: TSESTree.Expression }
  /** `xs.some(f)`, `xs.find(f)` */
  | { of: 'search'; node: Node; called: MethodCall }

/** What the code around `collection` reads of it; null when it does more, or leaves it under another type. */
export function readOf(collection: Node, sourceCode: SourceCode): Read | null {
  const value = outside(collection)
  const { parent } = value
  if (parent?.type === 'VariableDeclarator') return parent.init === value ? startOf(parent) : null
  if (parent?.type !== 'MemberExpression' || parent.object !== value) return null
  const read = parent.computed ? elementAt(parent, numberValue(parent.property, sourceCode)) : namedRead(parent, sourceCode)
  return read && !isWrittenOrCalled(read.node) && outside(read.node).parent?.type !== 'ExpressionStatement' ? read : null
}

/** The expression with the optional chain that ends in it and with `!`. */
function outside(node: Node): Node {
  const { parent } = node
  return parent?.type === 'ChainExpression' || parent?.type === 'TSNonNullExpression' ? outside(parent) : node
}

function startOf(declarator: TSESTree.VariableDeclarator): Read | null {
  const { id, init } = declarator
  if (id.type !== 'ArrayPattern' || !init || id.elements.length === 0 || id.elements.some((element) => element?.type === 'RestElement')) return null
  return { of: 'start', node: init, count: id.elements.length, declarator: declarator as TSESTree.VariableDeclarator & { id: TSESTree.ArrayPattern } }
}

function elementAt(node: Node, index: number | null): Read | null {
  return index !== null && Number.isInteger(index) && index >= 0 ? { of: 'element', node, index } : null
}

function namedRead(member: TSESTree.MemberExpression, sourceCode: SourceCode): Read | null {
  if (member.property.type !== 'Identifier') return null
  if (member.property.name === 'length') return presenceOf(member) ?? { of: 'size', node: member }
  const called = methodCall(member.parent)
  if (called?.member !== member) return null
  return !called.call.optional ? methodRead(called, sourceCode) : null
}

function methodRead(called: MethodCall, sourceCode: SourceCode): Read | null {
  const { call, method, arguments: given } = called
  const [first, second] = given
  if (given.some(({ type }) => type === 'SpreadElement')) return null
  switch (method) {
    case 'shift':
      return first ? null : { of: 'element', node: call, index: 0 }
    case 'pop':
      return first ? null : { of: 'element', node: call, index: -1 }
    case 'at': {
      const index = numberValue(first, sourceCode)
      return index === -1 ? { of: 'element', node: call, index } : elementAt(call, index)
    }
    case 'slice': {
      const count = numberValue(second, sourceCode)
      return numberValue(first, sourceCode) === 0 && count !== null && Number.isInteger(count) && count > 0 ? { of: 'prefix', node: call, count } : null
    }
    case 'includes':
      return first && !second ? { of: 'membership', node: call, present: true, value: first as TSESTree.Expression, identical: false } : null
    case 'has':
      return first && called.object.type === 'NewExpression' ? { of: 'membership', node: call, present: true, value: first as TSESTree.Expression, identical: false } : null
    case 'indexOf':
      return first && !second ? (foundOf(call, first as TSESTree.Expression, sourceCode) ?? { of: 'position', node: call, value: first as TSESTree.Expression }) : null
    case 'some':
    case 'every':
    case 'find':
      return first ? { of: 'search', node: call, called } : null
    default:
      return null
  }
}

/** `xs.indexOf(value) !== -1` */
function foundOf(call: Node, value: TSESTree.Expression, sourceCode: SourceCode): Read | null {
  const { parent } = outside(call)
  if (parent?.type !== 'BinaryExpression' || parent.left !== outside(call)) return null
  const present = POSITIONS[`${parent.operator} ${numberValue(parent.right, sourceCode)}`]
  return present === undefined ? null : { of: 'membership', node: parent, present, value, identical: true }
}

const POSITIONS: Readonly<Record<string, boolean>> = {
  '!== -1': true, '!= -1': true, '> -1': true, '>= 0': true, '=== -1': false, '== -1': false, '< 0': false,
}

const LENGTHS: Readonly<Record<string, { present: boolean; otherwise: boolean }>> = {
  '> 0': { present: true, otherwise: false }, '>= 1': { present: true, otherwise: false },
  '!== 0': { present: true, otherwise: true }, '!= 0': { present: true, otherwise: true },
  '=== 0': { present: false, otherwise: false }, '== 0': { present: false, otherwise: false },
  '< 1': { present: false, otherwise: false }, '<= 0': { present: false, otherwise: false },
}

function presenceOf(length: Node): Read | null {
  const value = outside(length)
  const { parent } = value
  if (parent?.type === 'BinaryExpression' && parent.left === value && parent.right.type === 'Literal') {
    const known = LENGTHS[`${parent.operator} ${parent.right.raw}`]
    return known ? { of: 'presence', node: parent, ...known } : null
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === '!') return { of: 'presence', node: parent, present: false, otherwise: true }
  return isTested(value) ? { of: 'presence', node: value, present: true, otherwise: false } : null
}

/** Does only the truth of the expression's value count? */
export function isTested(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node
    case 'ConditionalExpression':
      return parent.test === node || isTested(parent)
    case 'LogicalExpression':
      return parent.operator !== '??' && isTested(parent)
    case 'UnaryExpression':
      return parent.operator === '!'
    default:
      return false
  }
}

/** Is it assigned, deleted or called instead of read? */
function isWrittenOrCalled(node: Node): boolean {
  const value = outside(node)
  const { parent } = value
  return isTarget(value) || (parent?.type === 'CallExpression' && parent.callee === value) || parent?.type === 'TaggedTemplateExpression'
}

/** Does an optional chain lead to the expression, so that it may be undefined? */
export function stopsShort(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return node.optional || stopsShort(node.callee)
    case 'MemberExpression':
      return node.optional || stopsShort(node.object)
    case 'TSNonNullExpression':
      return stopsShort(node.expression)
    default:
      return false
  }
}

/**
 * Does the source say that the collection is small: by its parts, or because it holds the keys of a table, the command's
 * arguments or the lines of what has few?
 */
export function isSmall(made: TSESTree.Expression, limit: number, sourceCode: SourceCode): boolean {
  if (maximumSize(made, sourceCode) <= limit) return true
  if (isFewPieces(made, sourceCode)) return true
  const sources = sourcesIn(made, sourceCode)
  const isNamed = (names: RegExp): boolean => sources.length > 0 && sources.every((source) => names.test(lastName(source) ?? ''))
  if (methodCall(made)?.method === 'split') return isNamed(FEW_LINES)
  return isNamed(TABLE) || sources.some((source) => qualifiedName(source, sourceCode) === 'process.argv' || isAskedForOne(source, sourceCode))
}

/** The pieces of a path, a version or a list written on one line are few, and so are those of them that are kept. */
function isFewPieces(node: Node, sourceCode: SourceCode): boolean {
  const called = methodCall(node)
  if (called?.method === 'filter' || called?.method === 'map') return isFewPieces(called.object, sourceCode)
  const [separator] = called?.method === 'split' ? called.arguments : []
  return separator !== undefined && !isLineEnd(separator, sourceCode) && (stringValue(separator, sourceCode) ?? 'pattern') !== ''
}

/** Does the separator cut a text into its lines? */
export function isLineEnd(separator: Node, sourceCode: SourceCode): boolean {
  const pattern = unwrap(separator)
  if (pattern.type === 'Literal' && 'regex' in pattern) return /\\n/.test(pattern.regex.pattern)
  return stringValue(separator, sourceCode)?.includes('\n') ?? false
}

const FEW_LINES = /(?:description|label|message|name|stack|title)$/i
/** Constants and enums. */
const TABLE = /^[A-Z]/

/** The collections that the elements come from. */
function sourcesIn(made: TSESTree.Expression, sourceCode: SourceCode): Node[] {
  const parts = materializationOf(made, sourceCode)
  if (parts) return sourcesOf(parts)
  const [first] = made.type === 'CallExpression' ? made.arguments : []
  if (first && ['Object.keys', 'Object.entries'].some((name) => isCallTo(made, name, sourceCode))) return [first]
  const called = methodCall(made)
  return called ? [called.object] : []
}
