import type { TSESTree } from '@typescript-eslint/utils'
import { functionOf, isConstant, type Node, rootVariable, unwrap, variableOf } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { methodCall, type MethodCall, qualifiedName } from './calls.ts'
import { densityOf } from './density.ts'
import { effectsOf } from './effects.ts'
import type { SourceCode } from './fact.ts'
import { soleResult, takesArgument } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'
import { growsWithData } from './magnitude.ts'
import { isArray, isFew } from './materialization.ts'
import { writesDuring } from './mutation.ts'
import { lastName } from './occurrences.ts'
import { isPureFunction } from './purity.ts'
import { repetitionOf } from './repetition.ts'

/** What is called with one element after the other. */
export interface Reader {
  /** null where the callback is a name. */
  fn: TSESTree.ArrowFunctionExpression | null
  node: Node
  /** How it takes the element: a name or a pattern. */
  element: Node | null
  /** How it takes the position. */
  index: TSESTree.Identifier | null
  /** What it gives back, where that is all it does. */
  result: TSESTree.Expression | null
  /** It is no callback but a loop's body. */
  loop?: TSESTree.ForOfStatement
}

/** A method of an array, of whose result only the next stage knows. */
export interface Stage extends Reader {
  method: 'map' | 'filter'
  call: TSESTree.CallExpression
  member: TSESTree.MemberExpression
}

/** Arrays that are made one out of the other: `source.filter(f).map(g)`. */
export interface Pipeline {
  source: TSESTree.Expression
  /** In the order in which they run. */
  stages: readonly [Stage, ...Stage[]]
}

/** Nobody chains more by hand. Every call of a chain is asked for the stages that end with it, which must not take ever longer. */
const LONGEST = 20

/**
 * The stages that end with `node`, at most so many; null when it is no `map` or `filter` of an array with callbacks that fit into one
 * another.
 */
export function pipelineOf(node: Node, sourceCode: SourceCode, most = LONGEST): Pipeline | null {
  const stage = stageOf(node, sourceCode)
  if (!stage || most === 0) return null
  const { object } = stage.member
  const before = pipelineOf(object, sourceCode, most - 1)
  if (before) return { source: before.source, stages: [...before.stages, stage] }
  return isPlainSource(object, sourceCode) ? { source: object, stages: [stage] } : null
}

/** The cheap question first: may `node` be the end of a pipeline? */
export function endsInStage(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:map|filter)$/.test(lastName(node.callee) ?? '')
}

function stageOf(node: Node, sourceCode: SourceCode): Stage | null {
  const called = node.type === 'CallExpression' ? methodCall(node) : null
  if (!called || (called.method !== 'map' && called.method !== 'filter') || called.call.optional || called.member.computed) return null
  if (called.call.typeArguments || called.arguments.length !== 1) return null
  const reader = readerOf(called.arguments[0] as Node, 0, sourceCode)
  if (!reader || (reader.fn && !reader.result)) return null
  return { ...reader, method: called.method, call: called.call, member: called.member }
}

/** The callback that takes the element at `position` of its parameters, and the index behind it; null where it may look at more. */
export function readerOf(callback: Node, position: 0 | 1, sourceCode: SourceCode): Reader | null {
  const fn = callback
  if (fn.type !== 'ArrowFunctionExpression') return position === 0 && isUnary(fn, sourceCode) ? { fn: null, node: fn, element: null, index: null, result: null } : null
  const [element = null, index = null, more] = fn.params.slice(position)
  if (fn.async || fn.returnType?.typeAnnotation.type === 'TSTypePredicate' || more || (index && index.type !== 'Identifier') || element?.type === 'AssignmentPattern' || element?.type === 'RestElement') return null
  return { fn, node: fn, element, index, result: soleResult(fn) }
}

const UNARY: ReadonlySet<string> = new Set(['Boolean', 'Number', 'String'])

/** Is it a function by name that takes the element alone? */
function isUnary(callback: Node, sourceCode: SourceCode): boolean {
  if (callback.type !== 'Identifier') return false
  if (UNARY.has(qualifiedName(callback, sourceCode) ?? '')) return true
  const fn = functionOf(callback, sourceCode)
  return fn !== null && !fn.async && !fn.generator && !takesArgument(fn, 1, sourceCode)
}

/** An array, as far as the code says, and not a collection of a library whose methods have the same names. */
function isPlainSource(source: Node, sourceCode: SourceCode): boolean {
  const kind = kindOf(source, sourceCode)
  if (kind !== 'unknown') return kind === 'array'
  if (source.type === 'ThisExpression' || source.type === 'Super') return false
  if (isArray(source, sourceCode)) return true
  const called = methodCall(source)
  return !(called && FOREIGN_METHODS.has(called.method)) && !/^(?:\$|_\(|_\.|jQuery\b|cheerio\b|d3\b|Immutable\b|from\()|\.pipe\(/.test(sourceCode.getText(source))
}

/** Methods that give iterators, streams, selections or single things. */
const FOREIGN_METHODS: ReadonlySet<string> = new Set(['children', 'chain', 'entries', 'find', 'keys', 'lazy', 'select', 'selectAll', 'stream', 'toSeq', 'values'])

/**
 * Does anybody notice when the callbacks of the stages take turns with what comes after them? `same`: proven that nobody does ·
 * `perhaps`: only where they look at what the others do out of sight · `visible`: one of them reads what another writes.
 */
export function turnsOf({ stages }: Pipeline, after: readonly Node[], sourceCode: SourceCode): 'same' | 'perhaps' | 'visible' {
  const own = stages.map(({ node }) => node)
  const { written, assigned, suspends } = effectsOf(own, sourceCode)
  const later = effectsOf(after, sourceCode)
  const touches = [...written, ...assigned].some((target) => !isDeclaredIn(target, own, sourceCode))
  if (suspends || later.suspends || touches) return 'visible'
  const mentioned = new Set(own.flatMap((node) => sourceCode.getTokens(node).map(({ value }) => value)))
  if (later.assigned.some((target) => mentioned.has(lastName(target) ?? ''))) return 'visible'
  if (later.written.some((target) => mentioned.has(lastName(target) ?? '') && !isDeclaredIn(target, after, sourceCode))) return 'visible'
  if (!stages.every((stage) => isPureReader(stage, sourceCode))) return 'perhaps'
  const isQuiet = later.foreign === 'none' && !later.throws && !later.traces && later.written.length === 0 && later.assigned.length === 0
  return isQuiet || own.every((node) => readsNothing(node, sourceCode)) ? 'same' : 'perhaps'
}

function isDeclaredIn(target: Node, regions: readonly Node[], sourceCode: SourceCode): boolean {
  const block = rootVariable(target, sourceCode)?.scope.block as Node | undefined
  return block !== undefined && regions.some((region) => block.range[0] >= region.range[0] && block.range[1] <= region.range[1]) && unwrap(target).type === 'Identifier'
}

function isPureReader({ fn, node }: Reader, sourceCode: SourceCode): boolean {
  if (fn) return isPureFunction(fn, sourceCode)
  const named = functionOf(node, sourceCode)
  return named ? isPureFunction(named, sourceCode) : qualifiedName(node, sourceCode) === 'Boolean'
}

const PRIMITIVES: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint', 'null', 'undefined'] as const)

/** Does the callback read nothing but its arguments and constants that cannot change? */
function readsNothing(node: Node, sourceCode: SourceCode): boolean {
  if (node.type !== 'ArrowFunctionExpression') return qualifiedName(node, sourceCode) === 'Boolean'
  return freeReferences(node, sourceCode).every(({ identifier }) => {
    const variable = variableOf(identifier, sourceCode)
    return !variable || variable.defs.length === 0 || (isConstant(variable) && PRIMITIVES.has(kindOf(identifier, sourceCode)))
  })
}

/** The references in the function to what is declared outside of it. */
export function freeReferences(fn: TSESTree.ArrowFunctionExpression, sourceCode: SourceCode) {
  return sourceCode.scopeManager?.acquire(fn as never)?.through ?? []
}

/** A method that reads an array once, from its start, and keeps nothing of it. */
export function consumerOf(node: Node): MethodCall | null {
  const called = node.type === 'CallExpression' && CONSUMERS.has(lastName(node.callee) ?? '') ? methodCall(node) : null
  return called && !called.call.optional && !called.member.computed && called.member.object === called.object ? called : null
}

const CONSUMERS: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'forEach', 'map', 'reduce', 'some'])

/** `(a, b) => Math.max(a, b)`, which is what a spread into `Math.max` is repaired to: it is left as it is. */
export function takesExtreme(reducer: Node | undefined, sourceCode: SourceCode): boolean {
  const result = reducer?.type === 'ArrowFunctionExpression' ? soleResult(reducer) : null
  return result?.type === 'CallExpression' && /^Math\.(?:max|min)$/.test(qualifiedName(result.callee, sourceCode) ?? '')
}

export function lastOf({ stages }: Pipeline): Stage {
  return stages.at(-1) ?? stages[0]
}

export function isSmall({ source }: Pipeline, minimumSize: number, sourceCode: SourceCode): boolean {
  return isFew(source, sourceCode) || maximumSize(source, sourceCode) <= minimumSize || qualifiedName(source, sourceCode) === 'process.argv'
}

/**
 * Is one pass worth writing? A repair that is no longer than the chain is anyway (if `repeated`, for several arrays or where it
 * repeats), a loop for several arrays, in a loop, or for much data.
 */
export function isGain(
  { source, stages }: Pipeline, node: Node, repair: 'short' | 'walk' | 'fill', thoroughness: 'repeated' | 'all', sourceCode: SourceCode,
): boolean {
  const repetition = repetitionOf(node, sourceCode)
  if (thoroughness === 'repeated') return repair === 'short' && (repetition !== null || stages.length > 1)
  if (repair === 'short' || repetition?.by === 'loop' || growsWithData(source, 'entries', sourceCode)) return true
  return repair === 'walk' && stages.length > 1
}

/** Two arrays that are thrown away, or one that `filter(Boolean)` only thins out. */
export function isLongEnough({ stages }: Pipeline, sourceCode: SourceCode): boolean {
  const last = stages.at(-1)
  return stages.length > 2 || (stages.length === 2 && last?.method === 'filter' && qualifiedName(last.node, sourceCode) === 'Boolean')
}

/** Is it proven that nobody notices: no holes, no subclass, no turns, and nothing written while it is walked? */
export function isSound(
  { source }: Pipeline, turns: string, regions: readonly Node[], density: 'dense' | 'plain', sourceCode: SourceCode,
): boolean {
  const known = densityOf(source, sourceCode)
  return turns === 'same' && (known === density || known === 'dense') && writesDuring(source, regions, sourceCode) === 'never'
}
