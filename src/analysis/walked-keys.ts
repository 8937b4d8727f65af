/** Keys and positions that a repetition walks: no two of its steps have the same one. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Handler } from './accumulations.ts'
import { type FunctionNode, isFunction, type Node, propertyName, resolve, unwrap, variableOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import type { Loop } from './functions.ts'
import { likelyKind } from './kinds.ts'
import { type Repetition, repetitionOf } from './repetition.ts'

/** Is the code run for one of the keys alone: under `if (key === 'indexes')`, or `case 'indexes':` of `switch (key)`? */
export function isForOneKey(node: Node, repetition: Repetition | Handler, sourceCode: SourceCode): boolean {
  if (repetition.by === 'handler' || repetitionOf(repetition.node, sourceCode)) return false
  const isKey = (side: Node) => isWalkedKey(side, repetition, sourceCode)
  const asksForOne = (test: Node): boolean => {
    const inner = unwrap(test)
    if (inner.type === 'LogicalExpression') return inner.operator === '&&' && (asksForOne(inner.left) || asksForOne(inner.right))
    if (inner.type !== 'BinaryExpression' || !/^===?$/.test(inner.operator)) return false
    const [left, right] = [unwrap(inner.left), unwrap(inner.right)]
    return (right.type === 'Literal' && isKey(left)) || (left.type === 'Literal' && isKey(right))
  }
  for (let at = node; at.parent && at !== repetition.node && !isFunction(at); at = at.parent) {
    const { parent } = at
    if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.consequent === at && asksForOne(parent.test)) return true
    if (parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === at && asksForOne(parent.left)) return true
    if (parent.type === 'SwitchCase' && parent.test && parent.test.type === 'Literal' && parent.parent.type === 'SwitchStatement' && isKey(parent.parent.discriminant)) return true
  }
  return false
}

/** The computed keys on the way to a target, and those of `map.set(key, …)` and `map.get(key)`. */
export function keysOf(target: Node): Node[] {
  const inner = unwrap(target)
  if (inner.type === 'MemberExpression') return [...(inner.computed ? [inner.property] : []), ...keysOf(inner.object)]
  const called = methodCall(inner)
  return called ? [...called.arguments.slice(0, 1), ...keysOf(called.object)] : []
}

export function isWalkedKey(key: Node, repetition: Repetition | Handler, sourceCode: SourceCode): boolean {
  const inner = resolve(key, sourceCode)
  if (inner.type === 'MemberExpression' && inner.computed && listsKeys(inner.object, sourceCode)) return true
  // `entry[0]` of `for (const entry of map)`
  if (inner.type === 'MemberExpression' && propertyName(inner) === '0') return repetition.by === 'loop' && isWalkedBy(repetition.node, declaredBy(inner.object, sourceCode), listsEntries, sourceCode)
  const name = variableOf(inner, sourceCode)?.defs[0]?.name as Node | undefined
  if (!name?.parent) return false
  const first = name.parent.type === 'ArrayPattern' && name.parent.elements[0] === name
  const pattern = first ? name.parent : name
  const lists = first ? listsEntries : listsKeys
  return repetition.by === 'loop' ? isWalkedBy(repetition.node, pattern, lists, sourceCode) : isGivenKey(repetition, pattern, lists, sourceCode)
}

/** Where the name is declared that an expression is, else the expression. */
function declaredBy(node: Node, sourceCode: SourceCode): Node {
  return (variableOf(node, sourceCode)?.defs[0]?.name as Node | undefined) ?? node
}

type Lists = (node: Node, sourceCode: SourceCode) => boolean

/** `for (const key in …)`, `for (const key of Object.keys(…))`, `for (const [key] of map)`, `for (let i = 0; …)`. */
function isWalkedBy(loop: Loop, pattern: Node, lists: Lists, sourceCode: SourceCode): boolean {
  const declaration = pattern.parent?.parent
  switch (loop.type) {
    case 'ForStatement':
      return declaration !== undefined && declaration === loop.init
    case 'ForInStatement':
      return declaration === loop.left
    case 'ForOfStatement':
      return declaration === loop.left && lists(loop.right, sourceCode)
    default:
      return false
  }
}

/** `(x, index) => …`, and `(key) => …` of `Object.keys(o).forEach`. */
function isGivenKey({ node, fn }: { node: TSESTree.CallExpression; fn: FunctionNode }, pattern: Node, lists: Lists, sourceCode: SourceCode): boolean {
  const called = methodCall(node)
  const element = called?.method.startsWith('reduce') ? 1 : 0
  const position = fn.params.indexOf(pattern as TSESTree.Parameter)
  return position === element + 1 || (position === element && called !== null && lists(called.object, sourceCode))
}

function listsKeys(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  return value.type === 'CallExpression' && (calleeName(value, sourceCode) === 'Object.keys' || methodCall(value)?.method === 'keys')
}

/** What is walked by `[key, value]`, and is no array, is a Map. */
function listsEntries(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (value.type !== 'CallExpression') return likelyKind(value, sourceCode) !== 'array'
  return calleeName(value, sourceCode) === 'Object.entries' || methodCall(value)?.method === 'entries'
}
