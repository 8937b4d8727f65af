import type { TSESTree } from '@typescript-eslint/utils'
import { MAKES, MAKING_METHODS, QUIET_CONSTRUCTORS, RETURNS_RECEIVER } from '../knowledge/effects.ts'
import { type FunctionNode, functionOf, initializerOf, isConstant, isFunction, type Node, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { isHanded, runsWithin, usesOf } from './escapes.ts'
import { fact, type SourceCode } from './fact.ts'
import { enclosingFunction, isLoop } from './functions.ts'
import { type Kind, kindOf, likelyKind } from './kinds.ts'
import { resultsOf } from './results.ts'

/**
 * Is the object that the expression gives made by evaluating it, and held by nobody else, so that copying it gains
 * nothing? Literals, constructors and calls that always make something new, functions of this file that give back such,
 * and the last mention of a variable that holds such and handed it to nobody. A proven array counts as one of no
 * subclass; primitives are not fresh.
 */
export function isFresh(node: Node, sourceCode: SourceCode): boolean {
  return fresh(node, sourceCode, kindOf, 3)
}

/** `isFresh` of what conventions say the kinds are: `x.map(v => …)` makes an array. Good for a report, never for a fix. */
export function isLikelyFresh(node: Node, sourceCode: SourceCode): boolean {
  return fresh(node, sourceCode, likelyKind, 3)
}

type KindOf = typeof kindOf

function fresh(node: Node, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  const inner = unwrap(node)
  if (mayStopShort(node)) return false
  switch (inner.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return true
    case 'Literal':
      return 'regex' in inner
    case 'NewExpression':
      return isMadeByConstructor(inner, sourceCode)
    case 'CallExpression':
      return !inner.optional && isMadeByCall(inner, sourceCode, kind, depth)
    case 'AwaitExpression':
      return isAwaitedFresh(unwrap(inner.argument), sourceCode, kind, depth)
    case 'ConditionalExpression':
      return fresh(inner.consequent, sourceCode, kind, depth) && fresh(inner.alternate, sourceCode, kind, depth)
    case 'LogicalExpression':
      return fresh(inner.left, sourceCode, kind, depth) && fresh(inner.right, sourceCode, kind, depth)
    case 'SequenceExpression':
      return fresh(inner.expressions.at(-1) as Node, sourceCode, kind, depth)
    case 'Identifier':
      return isLastHold(inner, sourceCode, kind, depth)
    default:
      return false
  }
}

/** `a?.map(f)` may give undefined, whatever it is wrapped in. */
function mayStopShort(node: Node): boolean {
  return node.type === 'ChainExpression' || (node.type.startsWith('TS') && 'expression' in node && mayStopShort(node.expression as Node))
}

/** Constructors that may give back, or look into, what they are given. */
const SHARING: readonly string[] = ['Object', 'Proxy']

function isMadeByConstructor(node: TSESTree.NewExpression, sourceCode: SourceCode): boolean {
  const name = calleeName(node, sourceCode)
  if (name === null || !QUIET_CONSTRUCTORS.includes(name) || SHARING.includes(name)) return false
  return !/(?:.Array|DataView)$/.test(name) || copies(node.arguments[0], sourceCode)
}

const COPIED: ReadonlySet<Kind> = new Set(['number', 'array', 'typedarray', 'buffer', 'string', 'set'] as const)

/** Does a typed array or a Buffer made from this have memory of its own? One made from an ArrayBuffer does not. */
function copies(source: Node | undefined, sourceCode: SourceCode): boolean {
  return source === undefined || COPIED.has(kindOf(source, sourceCode))
}

/** More calls that always make something new. */
const MAKING: readonly string[] = [
  ...MAKES, 'Buffer.alloc', 'Buffer.allocUnsafe', 'Buffer.allocUnsafeSlow', 'Buffer.concat', 'JSON.parse', 'Map.groupBy', 'Object.create',
  'Object.fromEntries', 'Object.groupBy', 'structuredClone',
]
const BY_CONVENTION: readonly string[] = ['filter', 'flatMap', 'map', 'split', 'toArray', 'toReversed', 'toSorted']

function isMadeByCall(node: TSESTree.CallExpression, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  const name = calleeName(node, sourceCode)
  if (name !== null) {
    if (MAKING.includes(name)) return true
    if (name === 'Buffer.from') return copies(node.arguments[0], sourceCode)
    if (name === 'Array.prototype.slice.call') return true
  }
  const called = methodCall(node)
  if (called && !called.optional) {
    const receiver = kind(called.object, sourceCode)
    if (MAKING_METHODS[receiver]?.includes(called.method)) return true
    if (RETURNS_RECEIVER.includes(called.method) && receiver !== 'unknown') return fresh(called.object, sourceCode, kind, depth)
    if (receiver === 'unknown' && kind(node, sourceCode) === 'array') return BY_CONVENTION.includes(called.method)
  }
  const fn = depth > 0 ? functionOf(node.callee, sourceCode) : null
  return fn !== null && !fn.async && !fn.generator && alwaysMakes(fn, sourceCode, kind, depth - 1)
}

const AWAITED: readonly string[] = ['Array.fromAsync', 'Promise.all', 'Promise.allSettled']

function isAwaitedFresh(node: Node, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  if (node.type !== 'CallExpression' || node.optional) return false
  if (AWAITED.includes(calleeName(node, sourceCode) ?? '')) return true
  const fn = depth > 0 ? functionOf(node.callee, sourceCode) : null
  return fn !== null && fn.async && !fn.generator && alwaysMakes(fn, sourceCode, kind, depth - 1)
}

/** Is everything that the function gives back made by this very call of it? */
function alwaysMakes(fn: FunctionNode, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  const results = resultsOf(fn, sourceCode)
  return results.length > 0 && results.every((result) => fresh(result, sourceCode, kind, depth))
}

const holds = fact(() => new Map<Node, boolean>())

/** Is this the last mention of a variable which only ever holds fresh values, and which handed them to nobody before? */
function isLastHold(node: TSESTree.Identifier, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  const variable = variableOf(node, sourceCode)
  if (!variable || depth === 0 || variable.defs.length !== 1) return false
  const known = holds(sourceCode)
  if (known.has(node)) return known.get(node) as boolean
  known.set(node, false) // a value that is made of itself
  const answer = holdsFresh(variable, sourceCode, kind, depth - 1) && isLastMention(node, variable, sourceCode)
  if (kind === kindOf) known.set(node, answer)
  else known.delete(node)
  return answer
}

function holdsFresh(variable: Variable, sourceCode: SourceCode, kind: KindOf, depth: number): boolean {
  const value = initializerOf(variable)
  if (value) return fresh(value, sourceCode, kind, depth)
  const rest = (variable.defs[0]?.name as Node | undefined)?.parent
  return rest?.type === 'RestElement' && isFunction(rest.parent) && isConstant(variable)
}

function isLastMention(node: TSESTree.Identifier, variable: Variable, sourceCode: SourceCode): boolean {
  const home = enclosingFunction(node)
  const { block, variableScope } = variable.scope
  if (isFunction(variableScope.block as Node) ? home !== variableScope.block : home !== null) return false
  for (let at: Node | undefined = node.parent; at && at !== block; at = at.parent) if (isLoop(at)) return false
  return usesOf(variable, sourceCode).every((use) => {
    if (use.node === node) return true
    if (use.node.range[1] > node.range[0] || isHanded(use, sourceCode)) return false
    for (let fn = enclosingFunction(use.node); fn && fn !== home; fn = enclosingFunction(fn)) if (!runsWithin(fn, sourceCode)) return false
    return true
  })
}
