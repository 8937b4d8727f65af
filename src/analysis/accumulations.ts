import type { TSESTree } from '@typescript-eslint/utils'
import { MUTATORS, READERS } from '../knowledge/effects.ts'
import { type Assembly, assemblyOf, type Part } from './assemblies.ts'
import { type FunctionNode, functionOf, isConstant, isFunction, isModuleScope, isWithin, type Node, outermost, propertyName, resolve, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { methodCall, type MethodCall, numberValue, stringValue } from './calls.ts'
import { isHanded, runsWithin, type Use, useOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'
import { entryKey, isSamePlace, mentionsOf, type Place, placeOf, placeUnder } from './places.ts'
import { type Repetition, repetitionOf } from './repetition.ts'
import { resultsOf } from './results.ts'
import { isForOneKey, isWalkedKey, keysOf } from './walked-keys.ts'

/** A collection that is rebuilt from its earlier version on every step of a repetition. */
export interface Accumulation {
  /** What makes the next version, and which of its parts is the earlier one. */
  assembly: Assembly
  earlier: Part
  place: Place
  step: Step
  repetition: Repetition | Handler
}

/** A listener that is called for every chunk of a stream. */
export interface Handler {
  by: 'handler'
  node: TSESTree.CallExpression
  fn: FunctionNode
}

/** How the next version takes the earlier one's place. */
export type Step =
  | { by: 'assignment'; node: TSESTree.AssignmentExpression; target: Node; value: Node }
  | { by: 'entry'; node: TSESTree.CallExpression; target: Node; value: Node }
  | { by: 'result'; node: TSESTree.CallExpression; target: Node; value: Node; fn: FunctionNode; initial: Node | null }

/**
 * What an assignment, a `map.set(…)` or a `reduce(…)` accumulates by copying: on every iteration of what repeats it,
 * without a visible small bound, and without a use for the earlier versions.
 */
export function accumulationsOf(node: TSESTree.AssignmentExpression | TSESTree.CallExpression, sourceCode: SourceCode): Accumulation[] {
  return stepsOf(node, sourceCode).flatMap((step) => {
    const place = mayRebuild(step.value) && isRepeated(step, sourceCode) ? placeOfStep(step, sourceCode) : null
    if (!place) return []
    const found = rebuildsIn(step.value, place, sourceCode)
    const repetition = found[0] ? repetitionFor(step, found[0], sourceCode) : null
    if (!repetition || isSmall(repetition, sourceCode) || leavesAfter(step, repetition) || isTakenOnce(step, repetition, sourceCode)) return []
    return found
      .map((rebuild): Accumulation => ({ ...rebuild, step, repetition }))
      .filter((accumulation) => !isRecord(accumulation, sourceCode) && !isReset(accumulation, sourceCode) && !startsWithAnothers(accumulation, sourceCode) && !isKept(accumulation, sourceCode))
  })
}

/** The cheap question first: can the expression copy anything? */
function mayRebuild(value: Node): boolean {
  const inner = unwrap(value)
  switch (inner.type) {
    case 'ArrayExpression':
    case 'CallExpression':
    case 'ConditionalExpression':
    case 'Identifier':
    case 'LogicalExpression':
    case 'NewExpression':
    case 'ObjectExpression':
    case 'SequenceExpression':
      return true
    default:
      return false
  }
}

/** The next cheap one: is there anything that runs the step more than once? */
function isRepeated({ by, node }: Step, sourceCode: SourceCode): boolean {
  return by === 'result' || repetitionOf(node, sourceCode) !== null || chunkHandler(node, sourceCode) !== null
}

/** The place of the step itself, whose parts may be what accumulates. */
export function placeOfStep(step: Step, sourceCode: SourceCode): Place | null {
  switch (step.by) {
    case 'assignment':
      return placeOf(step.target, sourceCode)
    case 'entry': {
      const map = placeOf((methodCall(step.node) as MethodCall).object, sourceCode)
      return map && placeUnder(map, entryKey(step.node.arguments[0] as Node, sourceCode))
    }
    case 'result':
      return step.target.type === 'Identifier' ? placeOf(step.target, sourceCode) : { root: step.target, keys: [] }
  }
}

function stepsOf(node: TSESTree.AssignmentExpression | TSESTree.CallExpression, sourceCode: SourceCode): Step[] {
  if (node.type === 'AssignmentExpression') {
    return node.operator === '=' ? [{ by: 'assignment', node, target: node.left, value: node.right }] : []
  }
  const callee = unwrap(node.callee)
  const [first, second, third] = node.arguments
  switch (callee.type === 'MemberExpression' ? propertyName(callee) : null) {
    case 'set':
      return first && second ? [{ by: 'entry', node, target: node, value: second }] : []
    case 'reduce':
    case 'reduceRight': {
      const own = first && functionOf(first, sourceCode)
      const fn = own ?? (second ? functionOf(second, sourceCode) : null) // `_.reduce(xs, fn, initial)`
      const target = fn?.params[0]
      if (!fn || !target || fn.generator) return []
      const initial = (own ? second : third) ?? null
      return resultsOf(fn, sourceCode).map((value) => ({ by: 'result', node, target, value, fn, initial }))
    }
    default:
      return []
  }
}

/**
 * A record is updated rather than filled: an object under a key, which is one of many; an object that gets fixed keys
 * beside what is spread into it; one into which a loop merges the same property of every element.
 */
function isRecord({ assembly, earlier, place, step }: Accumulation, sourceCode: SourceCode): boolean {
  if (assembly.kind !== 'object') return false
  if (/^(?:\[|get\()/.test(place.keys.at(-1) ?? '')) return true
  const others = assembly.parts.filter((part) => part !== earlier)
  if (others.length === 0 || others.some((part) => part.whole === 'no' && addsKeys(part, sourceCode))) return false
  if (others.some(({ whole }) => whole === 'no')) return true
  return step.by === 'assignment' && others.every(({ value }) => unwrap(value).type === 'MemberExpression')
}

type Rebuild = Pick<Accumulation, 'assembly' | 'earlier' | 'place'>

/** The copies of what is at `place` that become what is at `place`, in all branches of a value and at the same keys inside it. */
export function rebuildsIn(value: Node, place: Place, sourceCode: SourceCode, depth = 4): Rebuild[] {
  const inner = unwrap(value)
  if (depth === 0) return []
  const within = (part: Node, at = place) => rebuildsIn(part, at, sourceCode, depth - 1)
  switch (inner.type) {
    case 'ConditionalExpression':
      return [...within(inner.consequent), ...within(inner.alternate)]
    case 'LogicalExpression':
      return [...within(inner.left), ...within(inner.right)]
    case 'SequenceExpression':
      return within(inner.expressions.at(-1) as Node)
    case 'Identifier': {
      const copy = copyHeldBy(inner, sourceCode)
      const regrown = copy && regrowthOf(inner, copy, place, sourceCode)
      return regrown ? [regrown] : copy ? within(copy) : []
    }
    default: {
      const assembly = assemblyOf(inner, sourceCode)
      if (!assembly) return []
      const earlier = assembly.parts.find((part) => part.whole === 'yes' && isSamePlace(placeOf(part.value, sourceCode), place))
      if (earlier && grows({ assembly, earlier }, sourceCode)) return [{ assembly, earlier, place }]
      return partsUnder(assembly, place).flatMap(([part, at]) => within(part, at))
    }
  }
}

/**
 * A typed array that makes room for a little more: `new Uint8Array(buf.length + chunk.length)`, into which `buf` is put.
 * One that grows by a factor is no accumulation.
 */
function regrowthOf(name: TSESTree.Identifier, made: Node, place: Place, sourceCode: SourceCode): Rebuild | null {
  const inner = unwrap(made)
  const size = inner.type === 'NewExpression' && kindOf(inner, sourceCode) === 'typedarray' ? inner.arguments[0] : undefined
  if (!size || !isSumWithSizeOf(size, place, sourceCode)) return null
  const puts = mentionsOf({ root: variableOf(name, sourceCode) as Variable, keys: [] }, sourceCode).flatMap((mention) => {
    const { method, call } = useOf(mention, sourceCode)
    const value = method === 'set' ? call?.arguments[0] : undefined
    return value ? [{ node: value, value, whole: 'yes' as const }] : []
  })
  const earlier = puts.find(({ value }) => isSamePlace(placeOf(value, sourceCode), place))
  return earlier ? { assembly: { node: inner, kind: 'buffer', by: 'regrowth', parts: puts }, earlier, place } : null
}

function isSumWithSizeOf(size: Node, place: Place, sourceCode: SourceCode): boolean {
  const inner = unwrap(size)
  if (inner.type === 'BinaryExpression') return inner.operator === '+' && [inner.left, inner.right].some((side) => isSumWithSizeOf(side, place, sourceCode))
  if (inner.type !== 'MemberExpression' || !['byteLength', 'length'].includes(propertyName(inner) ?? '')) return false
  const held = variableOf(inner.object, sourceCode)
  return isSamePlace(placeOf(inner.object, sourceCode), place) || (held !== null && isSamePlace({ root: held, keys: [] }, place))
}

/** The parts of a literal with the places that they become. */
function partsUnder({ node, by, parts }: Assembly, place: Place): [Node, Place][] {
  if (by !== 'literal') return []
  return parts.flatMap(({ node: part, value }, index): [Node, Place][] => {
    if (node.type === 'ArrayExpression') return [[value, placeUnder(place, String(index))]]
    if (part.type !== 'Property' || part.computed || part.key.type !== 'Identifier') return []
    return [[value, placeUnder(place, part.key.name)]]
  })
}

/** The expression that a constant is given which is declared in the same function: `next` of `const next = [...acc]`. */
function copyHeldBy(node: TSESTree.Identifier, sourceCode: SourceCode): Node | null {
  const variable = variableOf(node, sourceCode)
  const declarator = variable?.defs[0]?.node as Node | undefined
  if (!variable || !isConstant(variable) || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null
  return enclosingFunction(declarator) === enclosingFunction(node) ? declarator.init : null
}

/** Is more added than what replaces itself? Fixed keys do not make an object larger, however often they are written. */
function grows({ assembly, earlier }: Pick<Accumulation, 'assembly' | 'earlier'>, sourceCode: SourceCode): boolean {
  const others = assembly.parts.filter((part) => part !== earlier)
  if (others.length > 0 && assembly.kind !== 'object') return true
  if (others.some((part) => addsKeys(part, sourceCode))) return true
  const holder = outermost(assembly.node).parent
  if (holder?.type !== 'VariableDeclarator') return false
  const variable = variableOf(holder.id, sourceCode)
  return variable !== null && mentionsOf({ root: variable, keys: [] }, sourceCode).some((mention) => isGrown(mention, sourceCode))
}

function addsKeys({ node, value, whole }: Part, sourceCode: SourceCode): boolean {
  if (whole !== 'no') return unwrap(value).type === 'ObjectExpression' ? assemblyOf(value, sourceCode)!.parts.some((part) => addsKeys(part, sourceCode)) : varies(value, sourceCode)
  return node.type === 'Property' && node.computed && varies(node.key, sourceCode)
}

/** May the expression give another value at every step? Literals and members of constants at the top level do not. */
function varies(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (inner.type === 'Literal') return false
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return true
  const root = rootVariable(inner, sourceCode)
  return !root || !isConstant(root) || !isModuleScope(root.scope)
}

const GROWING: ReadonlySet<string> = new Set(['add', 'push', 'set', 'splice', 'unshift'])

function isGrown(mention: Node, sourceCode: SourceCode): boolean {
  const use = useOf(mention, sourceCode)
  if (use.kind === 'method') return GROWING.has(use.method ?? '')
  const member = outermost(mention).parent
  return use.kind === 'write' && member?.type === 'MemberExpression' && propertyName(member) === null && varies(member.property, sourceCode)
}

/** What runs the step again and again while the place stays the same one. */
function repetitionFor(step: Step, { place, assembly }: Rebuild, sourceCode: SourceCode): Repetition | Handler | null {
  if (step.by === 'result') return { by: 'callback', node: step.node, fn: step.fn, method: methodCall(step.node)?.method ?? '' }
  const repetition = repetitionOf(step.node, sourceCode) ?? (assembly.kind === 'buffer' ? chunkHandler(step.node, sourceCode) : null)
  if (!repetition || typeof place.root === 'string') return repetition
  const declaration = 'type' in place.root ? place.root : declarationOf(place.root)
  if (!declaration || !isWithin(declaration, regionOf(repetition)) || isAccumulator(declaration, repetition)) return repetition
  return repetition.by === 'loop' && repetition.node.type === 'ForStatement' && repetition.node.init && isWithin(declaration, repetition.node.init) ? repetition : null
}

/** Is it the first parameter of a reducer, which is assigned and given back? */
function isAccumulator(declaration: Node, repetition: Repetition | Handler): boolean {
  return repetition.by === 'callback' && repetition.method.startsWith('reduce') && repetition.fn.params[0] === declaration
}

/** The `stream.on('data', …)` around the step. */
function chunkHandler(node: Node, sourceCode: SourceCode): Handler | null {
  const fn = enclosingFunction(node)
  const callback = fn && callbackOf(fn)
  const called = callback && methodCall(callback.call)
  if (!called || (called.method !== 'on' && called.method !== 'addListener')) return null
  return callback.index === 1 && stringValue(called.arguments[0], sourceCode) === 'data' ? { by: 'handler', node: called.call, fn } : null
}

function declarationOf({ defs }: Variable): Node | null {
  return (defs[0]?.name as Node | undefined) ?? null
}

function regionOf(repetition: Repetition | Handler): Node {
  return repetition.by === 'loop' ? repetition.node : repetition.fn
}

/** As many steps as a literal has elements, or as a counter with a written bound counts. */
const FEW = 16

function isSmall(repetition: Repetition | Handler, sourceCode: SourceCode): boolean {
  if (repetition.by === 'handler') return false
  if (repetition.by === 'callback') {
    const called = methodCall(repetition.node)
    return called !== null && maximumSize(called.object, sourceCode) <= FEW
  }
  const { node } = repetition
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      return maximumSize(node.right, sourceCode) <= FEW
    case 'ForStatement':
      return node.test?.type === 'BinaryExpression' && /^<=?$/.test(node.test.operator) && (numberValue(node.test.right, sourceCode) ?? Infinity) <= FEW
    default:
      return false
  }
}

/** Does every path that takes the step leave the repetition right after it? */
function leavesAfter(step: Step, repetition: Repetition | Handler): boolean {
  if (step.by === 'result') return false
  const region = regionOf(repetition)
  for (let at: Node = step.node; at.parent && at !== region; at = at.parent) {
    if (isFunction(at)) return false
    const { parent } = at
    const list: readonly Node[] = parent.type === 'BlockStatement' || parent.type === 'SwitchCase' ? (parent.type === 'SwitchCase' ? parent.consequent : parent.body) : []
    const leaves = list.slice(list.indexOf(at) + 1).some((sibling) => isLeaving(sibling, repetition, parent.type === 'SwitchCase'))
    if (list.includes(at) && leaves) return true
  }
  return false
}

/** Has every step a target of its own, or is the step taken for one of the keys that are walked? */
function isTakenOnce(step: Step, repetition: Repetition | Handler, sourceCode: SourceCode): boolean {
  if (step.by === 'result') return false
  return keysOf(step.target).some((key) => isWalkedKey(key, repetition, sourceCode)) || isForOneKey(step.node, repetition, sourceCode)
}

function isLeaving(statement: Node, repetition: Repetition | Handler, inSwitch: boolean): boolean {
  if (statement.type === 'ThrowStatement') return true
  if (repetition.by !== 'loop') return false
  return statement.type === 'ReturnStatement' || (statement.type === 'BreakStatement' && !inSwitch)
}

/** Is the place given another value in the same repetition, so that it starts over? */
function isReset({ place, step, repetition }: Accumulation, sourceCode: SourceCode): boolean {
  if (step.by === 'result') return false
  const mentions = mentionsOf(place, sourceCode)
  return mentions.some((mention) => {
    const assignment = outermost(mention).parent
    if (assignment?.type !== 'AssignmentExpression' || unwrap(assignment.left) !== mention || assignment === step.node) return false
    const consumed = repetition.by === 'handler' && mentions.some((other) => isWithin(other, assignment.right))
    if (!consumed && !isWithin(assignment, regionOf(repetition))) return false
    return assignment.operator !== '=' || rebuildsIn(assignment.right, place, sourceCode).length === 0
  })
}

/** Is the first version what somebody else holds: `map.set(key, values)` beside `map.set(key, map.get(key).concat(values))`? */
function startsWithAnothers({ step, repetition }: Accumulation, sourceCode: SourceCode): boolean {
  const map = step.by === 'entry' ? placeOf((methodCall(step.node) as MethodCall).object, sourceCode) : null
  if (!map) return false
  return mentionsOf(map, sourceCode).some((mention) => {
    const { method, call } = useOf(mention, sourceCode)
    const value = method === 'set' && call !== step.node && isWithin(mention, regionOf(repetition)) ? call?.arguments[1] : undefined
    return value !== undefined && /^(?:Identifier|MemberExpression)$/.test(resolve(value, sourceCode).type)
  })
}

/** Is an earlier version kept by somebody: pushed, passed to code that is not seen, yielded, compared, captured and returned? */
function isKept({ place, assembly, earlier, step, repetition }: Accumulation, sourceCode: SourceCode): boolean {
  const region = regionOf(repetition)
  if (step.by === 'assignment') {
    const use = useOf(step.node, sourceCode)
    if (use.kind === 'returned' ? !isOwnResult(step.node, repetition) : isHanded(use, sourceCode)) return true
  }
  return mentionsOf(place, sourceCode).some((mention) => {
    if (!isWithin(mention, region) || isWithin(mention, earlier.node) || mention === unwrap(step.target)) return walksWhile(mention, step, sourceCode)
    const use = useOf(mention, sourceCode)
    if (step.by === 'result' && outlives(mention, step.fn, sourceCode)) return true
    if (use.kind === 'stored' && isCarried(mention, place, step)) return false
    if (use.kind === 'returned' || use.kind === 'thrown') return !isOwnResult(mention, repetition)
    return use.kind === 'compared' || isKeptBy(use, assembly, sourceCode) || walksWhile(mention, step, sourceCode)
  })
}

/** Is it in a function that may run after this step of the reducer, whose accumulator is another one for each step? */
function outlives(mention: Node, reducer: FunctionNode, sourceCode: SourceCode): boolean {
  for (let fn = enclosingFunction(mention); fn && fn !== reducer; fn = enclosingFunction(fn)) if (!likelyRunsWithin(fn, sourceCode)) return true
  return false
}

function likelyRunsWithin(fn: FunctionNode, sourceCode: SourceCode): boolean {
  if (runsWithin(fn, sourceCode)) return true
  const callback = callbackOf(fn)
  return callback !== null && !fn.async && callback.index === 0 && PER_ELEMENT.has(methodCall(callback.call)?.method ?? '')
}

const PER_ELEMENT: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'findIndex', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'sort'])

/** Is it handed on unchanged to its own place in the result: `a` of `([a, b], x) => [a, [...b, x]]`? */
function isCarried(mention: Node, place: Place, step: Step): boolean {
  if (step.by !== 'result') return false
  let at = outermost(mention)
  for (const key of place.keys.toReversed()) {
    const { parent } = at
    const literal = parent?.type === 'Property' ? parent.parent : parent
    if (parent?.type === 'Property' && parent.key.type === 'Identifier' && !parent.computed && parent.key.name === key) at = outermost(literal as Node)
    else if (literal?.type === 'ArrayExpression' && literal.elements.indexOf(at as TSESTree.Expression) === Number(key)) at = outermost(literal)
    else return false
  }
  while (at.parent?.type === 'ConditionalExpression' || at.parent?.type === 'LogicalExpression') at = outermost(at.parent)
  return at.parent?.type === 'ReturnStatement' || at === step.fn.body
}

/** Does the function that repeats, or its reducer, end with this result, so that no later version follows it? */
function isOwnResult(mention: Node, repetition: Repetition | Handler): boolean {
  const fn = enclosingFunction(mention)
  if (repetition.by === 'loop') return fn === enclosingFunction(repetition.node)
  return repetition.by === 'callback' && fn === repetition.fn && (repetition.method === 'reduce' || repetition.method === 'reduceRight' || repetition.method === 'forEach')
}

function isKeptBy(use: Use, { kind }: Assembly, sourceCode: SourceCode): boolean {
  if (use.kind !== 'method') return isHanded(use, sourceCode)
  if (kind === 'buffer') return false
  const known: Kind = kind
  return !(READERS[known] ?? ['hasOwnProperty', 'toString']).concat(MUTATORS[known] ?? []).includes(use.method ?? '')
}

/** Is the step taken while this very version is walked, by a loop over it or by one of its methods? */
export function walksWhile(mention: Node, step: Step, sourceCode: SourceCode): boolean {
  const node = outermost(mention)
  const { parent } = node
  if (step.by === 'result') return false
  if (parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement') return parent.right === node && isWithin(step.node, parent.body)
  const use = useOf(mention, sourceCode)
  return use.kind === 'method' && use.call !== undefined && use.call !== step.node && use.call.arguments.some((argument) => isWithin(step.node, argument))
}
