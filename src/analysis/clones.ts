import type { TSESTree } from '@typescript-eslint/utils'
import {
  CLONING_CALLS, DEEP_CLONES, INSPECTING_CALLS, INSPECTING_METHODS, MERGING_CALLS, NAMED_AS_CLONE, SELECTING_METHODS, SERIALISING_CALLS, TESTING_METHODS,
} from '../knowledge/clones.ts'
import { QUIET_CALLS, QUIET_CONSTRUCTORS, READERS, WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { isAsserted } from './assertions.ts'
import { functionOf, initializerOf, isFunction, isModuleScope, isWithin, type Node, outermost, resolve, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { type Call, calleeName, methodCall } from './calls.ts'
import { isOwn } from './custody.ts'
import { isListed } from './effects.ts'
import { usesOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { isLikelyFresh } from './freshness.ts'
import { isLoop, soleResult } from './functions.ts'
import { inspectionOf } from './inspection.ts'
import { kindOf } from './kinds.ts'
import { childrenOf } from './nodes.ts'
import { keyName } from './occurrences.ts'

/** A deep clone and how it is made: JSON turns what it does not know into what it knows. */
export interface Clone {
  node: TSESTree.CallExpression
  source: TSESTree.Expression
  by: 'structured' | 'json' | 'library'
}

/** A clone that gains nothing. */
export interface UnneededClone extends Clone {
  /** `fresh`: of what nobody else holds · `read`: only looked at · `copied`: given to `taker`, which writes it as text or copies it itself. */
  because: 'fresh' | 'read' | 'copied'
  /** What takes it, where it is `copied`. */
  taker: Node | null
  /** Is the clone equal to its source, whatever the program does? */
  proven: boolean
}

/** The deep clone that the call makes, else null. */
export function cloneOf(node: TSESTree.CallExpression, sourceCode: SourceCode): Clone | null {
  const [source] = node.arguments
  if (!source || source.type === 'SpreadElement' || node.optional) return null
  const name = calleeName(node, sourceCode)
  if (name === 'JSON.parse') {
    const text = unwrap(source)
    if (node.arguments.length !== 1 || text.type !== 'CallExpression' || calleeName(text, sourceCode) !== 'JSON.stringify') return null
    const [value, replacer] = text.arguments
    if (!value || value.type === 'SpreadElement' || (replacer && !['null', 'undefined'].includes(kindOf(replacer, sourceCode)))) return null
    return { node, source: value, by: 'json' }
  }
  if (node.arguments.length !== 1) return null
  if (name === 'structuredClone') return { node, source, by: 'structured' }
  if (name !== null && DEEP_CLONES.has(name)) return { node, source, by: 'library' }
  return clonesByFunction(node, sourceCode) ?? (isNamedAsClone(node, sourceCode) ? { node, source, by: 'library' } : null)
}

/** `deepClone(x)` of `const deepClone = (x) => JSON.parse(JSON.stringify(x))` */
function clonesByFunction(node: TSESTree.CallExpression, sourceCode: SourceCode): Clone | null {
  const fn = functionOf(node.callee, sourceCode)
  const result = fn && !fn.async && !fn.generator ? soleResult(fn) : null
  const [parameter] = fn?.params ?? []
  const call = result && unwrap(result)
  if (!fn || fn.params.length !== 1 || parameter?.type !== 'Identifier' || call?.type !== 'CallExpression' || isWithin(node, fn)) return null
  const inner = cloneOf(call, sourceCode)
  return inner && samePlace(inner.source, parameter, sourceCode) ? { node, source: node.arguments[0] as TSESTree.Expression, by: inner.by } : null
}

/** A function that is imported from another file of the project under the name of what it does. */
function isNamedAsClone({ callee }: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  if (callee.type !== 'Identifier' || !NAMED_AS_CLONE.test(callee.name)) return false
  return variableOf(callee, sourceCode)?.defs[0]?.type === ('ImportBinding' as never)
}

export function unneededClone(node: TSESTree.CallExpression, sourceCode: SourceCode): UnneededClone | null {
  const clone = cloneOf(node, sourceCode)
  if (!clone || isCloned(node, sourceCode) || isAsserted(node, sourceCode)) return null
  const data = dataOf(clone.source, sourceCode)
  if (isLiteral(clone.source) && takerOf(clone, sourceCode)) return null // a test of what clones
  if (data !== 'unknown' && (clone.by !== 'json' || data !== 'structured')) {
    return { ...clone, because: 'fresh', taker: null, proven: isEqualTo(clone, sourceCode) }
  }
  const taker = takerOf(clone, sourceCode)
  if (taker) return { ...clone, because: 'copied', taker, proven: false }
  return isOnlyRead(clone, sourceCode) ? { ...clone, because: 'read', taker: null, proven: false } : null
}

/** Is it cloned again at once? Then the clone around it is the one too many. */
function isCloned(node: Node, sourceCode: SourceCode): boolean {
  const { parent } = outermost(node)
  if (parent?.type !== 'CallExpression') return false
  return [parent, parent.parent].some((call) => call.type === 'CallExpression' && unwrap(cloneOf(call, sourceCode)?.source ?? call) === node)
}

/** What a fresh value is made of, all the way down: what JSON can say, more than that, or what others may hold. */
type Data = 'json' | 'structured' | 'unknown'

function dataOf(value: Node, sourceCode: SourceCode, depth = 4): Data {
  const inner = unwrap(value)
  if (depth === 0) return 'unknown'
  switch (inner.type) {
    case 'CallExpression': {
      const clone = cloneOf(inner, sourceCode)
      if (clone) return clone.by === 'json' ? 'json' : 'structured'
      return calleeName(inner, sourceCode) === 'JSON.parse' && inner.arguments.length === 1 ? 'json' : 'unknown'
    }
    case 'AwaitExpression':
      return isBody(inner.argument) ? 'json' : 'unknown'
    case 'Identifier':
      return heldData(inner, sourceCode, depth)
    case 'ArrayExpression':
    case 'ObjectExpression':
      return literalData(inner, sourceCode, depth)
    default:
      return 'unknown'
  }
}

/** A literal of nothing but primitives and such literals: numbers that are computed may be NaN, which JSON cannot say. */
function literalData(literal: TSESTree.ArrayExpression | TSESTree.ObjectExpression, sourceCode: SourceCode, depth: number): Data {
  const parts = literal.type === 'ArrayExpression' ? literal.elements : literal.properties.map((property) => (isPlainProperty(property) ? property.value : null))
  const data = parts.map((part) => (part === null ? 'unknown' : primitiveData(part, sourceCode) ?? dataOf(part, sourceCode, depth - 1)))
  return data.includes('unknown') ? 'unknown' : data.includes('structured') ? 'structured' : 'json'
}

function isPlainProperty(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  return property.type === 'Property' && property.kind === 'init' && !property.computed && !property.method && keyName(property) !== '__proto__'
}

function primitiveData(part: Node, sourceCode: SourceCode): Data | null {
  const inner = unwrap(part)
  if (inner.type === 'Literal') return 'regex' in inner || 'bigint' in inner ? null : inner.value === Infinity ? 'structured' : 'json' // 1e999
  const kind = kindOf(part, sourceCode)
  if (kind === 'string' || kind === 'boolean' || kind === 'null') return 'json'
  return kind === 'number' || kind === 'bigint' || kind === 'undefined' ? 'structured' : null
}

/** `await response.json()` */
function isBody(node: Node): boolean {
  const called = methodCall(node)
  return called?.method === 'json' && called.arguments.length === 0 && !called.optional
}

/** A variable that holds fresh data, gave no part of it away, and is not mentioned again. */
function heldData(name: TSESTree.Identifier, sourceCode: SourceCode, depth: number): Data {
  const variable = variableOf(name, sourceCode)
  const value = variable && initializerOf(variable)
  const data = value ? dataOf(value, sourceCode, depth - 1) : 'unknown'
  if (!variable || data === 'unknown' || !isLikelyFresh(name, sourceCode)) return 'unknown'
  return usesOf(variable, sourceCode).every((use) => use.node === name || inspectionOf(use.node, sourceCode) !== null) ? data : 'unknown'
}

/** Is the clone like its source in every property, order and value, and can making it not fail where the source is made? */
function isEqualTo({ source, by }: Clone, sourceCode: SourceCode): boolean {
  const inner = unwrap(source)
  if (by === 'library') return false
  if (isLiteral(inner)) return true
  if (inner.type !== 'CallExpression') return false
  const clone = cloneOf(inner, sourceCode)
  if (clone) return clone.by === 'json' || (clone.by === 'structured' && by === 'structured')
  return by === 'structured' && calleeName(inner, sourceCode) === 'JSON.parse' // -0 and 1e999 are not what JSON gives back
}

function isLiteral(node: Node): boolean {
  return /^(?:Array|Object)Expression$/.test(unwrap(node).type)
}

const RESPONSE = /^(?:res|response)$/i

/** The call that gets the clone and copies all of it itself. */
function takerOf({ node, by }: Clone, sourceCode: SourceCode): Node | null {
  const holder = outermost(node)
  const call = holder.parent
  if (call?.type !== 'CallExpression' || call.callee === holder) return null
  const position = call.arguments.indexOf(holder as TSESTree.CallExpressionArgument)
  const name = calleeName(call, sourceCode)
  const called = methodCall(call)
  if (name === 'JSON.stringify') return position === 0 && (!call.arguments[1] || ['null', 'undefined', 'array'].includes(kindOf(call.arguments[1], sourceCode))) ? call.callee : null
  if (name !== null && SERIALISING_CALLS.has(name) && position === 0) return call.callee
  if (called?.method === 'json' && position === 0 && called.object.type === 'Identifier' && RESPONSE.test(called.object.name)) return call.callee
  // What JSON leaves out, and a library reads through a proxy, could not be cloned by what follows.
  if (by === 'structured' && call.arguments.length === 1 && (called?.method === 'postMessage' || name === 'postMessage')) return call.callee
  if (by === 'structured' && position === 0 && name !== null && CLONING_CALLS.has(name)) return call.callee
  return by !== 'json' && position > 0 && name !== null && MERGING_CALLS.has(name) ? call.callee : null
}

/** Is the clone only looked at, before anything could change what it was made of? */
function isOnlyRead({ node, source, by }: Clone, sourceCode: SourceCode): boolean {
  const looks = inspectionOf(node, sourceCode, by === 'json')
  if (!looks || (looks.length === 1 && outermost(node).parent?.type === 'VariableDeclarator')) return false
  let end = 0
  for (const { range } of looks) end = Math.max(end, range[1])
  const regions = regionsUntil(node, end)
  return regions !== null && !regions.some((region) => mayChange(source, region, end, looks, sourceCode))
}

/** The code that runs after `node` and up to `end`; null when that is not a matter of the statements that follow. */
function regionsUntil(node: Node, end: number): Node[] | null {
  const regions: Node[] = []
  let at = node
  for (; at.parent; at = at.parent) {
    const { parent } = at
    if (isFunction(parent)) return regions
    if (parent.type === 'CallExpression') for (const argument of parent.arguments) if (isFunction(argument)) regions.push(argument)
    if (parent.type === 'ForOfStatement' && parent.right === at) regions.push(parent.body)
    else if (isLoop(parent) && parent.body !== at) return null
    if (/(?:Statement|VariableDeclaration)$/.test(at.type) && !isLoop(parent)) break
  }
  if (end <= at.range[1]) return regions
  const after = statementsAfter(at).filter(({ range }) => range[0] < end)
  return (after.at(-1)?.range[1] ?? 0) >= end ? [...regions, ...after] : null
}

function statementsAfter(statement: Node): readonly Node[] {
  const { parent } = statement
  const list: readonly Node[] = parent?.type === 'BlockStatement' || parent?.type === 'Program' ? parent.body : parent?.type === 'SwitchCase' ? parent.consequent : []
  return list.slice(list.indexOf(statement) + 1)
}

/**
 * May running the region before `end` change what `source` gives? It waits, writes something that was not made here, or
 * calls for its effect what is not seen. A block that leaves the function without looking does not count.
 */
function mayChange(source: Node, region: Node, end: number, looks: readonly Node[], sourceCode: SourceCode): boolean {
  const roots = rootsIn(source, sourceCode)
  const check = (node: Node): boolean => {
    if (node.range[0] >= end || (leaves(node) && !looks.some((look) => isWithin(look, node)))) return false
    switch (node.type) {
      case 'AwaitExpression':
      case 'YieldExpression':
        return true
      case 'CallExpression':
      case 'NewExpression':
        if (isCommand(node, roots, sourceCode)) return true
        break
      case 'AssignmentExpression':
        if (!isHarmlessTarget(node.left, roots, sourceCode)) return true
        break
      case 'UpdateExpression':
        if (!isHarmlessTarget(node.argument, roots, sourceCode)) return true
        break
      case 'UnaryExpression':
        if (node.operator === 'delete') return true
        break
    }
    return childrenOf(node, sourceCode).some(check)
  }
  return check(region)
}

/** The variables that an expression mentions, and `this`. */
function rootsIn(node: Node, sourceCode: SourceCode): Set<Variable | 'this'> {
  const roots = new Set<Variable | 'this'>()
  const collect = (part: Node): void => {
    if (part.type === 'ThisExpression') roots.add('this')
    const variable = part.type === 'Identifier' ? variableOf(part, sourceCode) : null
    if (variable) roots.add(variable)
    for (const child of childrenOf(part, sourceCode)) if (!isCalleeName(child)) collect(child)
  }
  collect(node)
  return roots
}

function isCalleeName(node: Node): boolean {
  return node.type === 'Identifier' && node.parent?.type === 'CallExpression' && node.parent.callee === node
}

function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : null
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement'
}

/** Is it called for its effect, or does it get hold of what the clone was made of? */
function isCommand(call: Call, roots: ReadonlySet<Variable | 'this'>, sourceCode: SourceCode): boolean {
  const name = calleeName(call, sourceCode)
  if (name !== null && (DEEP_CLONES.has(name) || INSPECTING_CALLS.has(name) || isListed(name, QUIET_CALLS))) return WRITES_ARGUMENT.includes(name)
  const called = methodCall(call)
  if (called && (READS.has(called.method) || /^(?:get|has|is)[A-Z]/.test(called.method))) return false
  if (called && isOwn(called.object, sourceCode)) return false
  if (call.type === 'NewExpression') return name === null || !QUIET_CONSTRUCTORS.includes(name)
  if (outermost(call).parent?.type === 'ExpressionStatement') return true
  return [...rootsIn(call, sourceCode)].some((root) => roots.has(root)) || [...roots].some((root) => root !== 'this' && isShared(root))
}

/** Names of methods that only read, whatever has them; so do those whose name asks a question. */
const READS: ReadonlySet<string> = new Set([...INSPECTING_METHODS, ...TESTING_METHODS, ...SELECTING_METHODS, ...(READERS.array ?? []), ...(READERS.map ?? [])])

function isShared(variable: Variable): boolean {
  return isModuleScope(variable.scope) && variable.defs[0]?.type !== ('FunctionName' as never)
}

function isHarmlessTarget(target: Node, roots: ReadonlySet<Variable | 'this'>, sourceCode: SourceCode): boolean {
  const inner = unwrap(target)
  if (inner.type === 'MemberExpression') return isOwn(inner.object, sourceCode) || resolve(inner.object, sourceCode).type === 'ObjectExpression'
  const variable = variableOf(inner, sourceCode)
  return variable !== null && !roots.has(variable)
}
