import type { TSESTree } from '@typescript-eslint/utils'
import { CALLBACK_AT, CONVERTS_ELEMENTS, MUTATORS, NEVER_THROWING, QUIET_CALLS, QUIET_CONSTRUCTORS, READERS, THROWING_METHODS, TRACING_CALLS, WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { type FunctionNode, functionOf, isFunction, type Node, propertyName, resolve, unwrap, referenceOf, variableOf } from './bindings.ts'
import { calleeName, methodCall, qualifiedName } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import { fact, type SourceCode } from './fact.ts'
import { kindOf, likelyKind, type Kind } from './kinds.ts'
import { childrenOf } from './nodes.ts'

/**
 * Can code run that is not seen here? `calls`: something unknown is called. `hooks`: nothing is called, but a property,
 * an operator or an iteration of a foreign value may run its getter, setter, conversion or iterator.
 */
export type Foreign = 'none' | 'hooks' | 'calls'

/** What running a piece of code may do besides giving its value. */
export interface Effects {
  foreign: Foreign
  /** It waits (await, yield) in its own function, and other code runs meanwhile. */
  suspends: boolean
  /** It may throw by a `throw` of its own, or by a built-in that refuses a value; what hooks and foreign calls throw does not count. */
  throws: boolean
  /** It leaves a trace outside of the program's own values: output, a timer, a queued task. */
  traces: boolean
  /** Objects whose elements, entries, keys or length it writes. */
  written: Node[]
  /** Identifiers and members that it assigns. */
  assigned: Node[]
  /** The functions of this file that it calls, all the way down. */
  calls: ReadonlySet<FunctionNode>
}

/**
 * What running `regions` may do, functions of this file that they call included. A function among them is run; an
 * identifier or member among them is called. Functions written inside them count as if they ran.
 */
export function effectsOf(regions: readonly Node[], sourceCode: SourceCode): Effects {
  const calls = new Set<FunctionNode>()
  const all: Effects = { foreign: 'none', suspends: false, throws: false, traces: false, written: [], assigned: [], calls }
  const add = (own: OwnEffects, suspends: boolean): void => {
    all.foreign = stronger(all.foreign, own.foreign)
    all.suspends ||= suspends
    all.throws ||= own.throws
    all.traces ||= own.traces
    for (const node of own.written) all.written.push(node)
    for (const node of own.assigned) all.assigned.push(node)
    for (const fn of own.callees) {
      if (calls.has(fn)) continue
      calls.add(fn)
      add(ownEffects(fn, sourceCode), false)
    }
  }
  for (const region of regions) {
    const own = region.type === 'Identifier' || region.type === 'MemberExpression' ? called(region, sourceCode) : ownEffects(region, sourceCode)
    add(own, own.suspends)
  }
  return all
}

interface OwnEffects extends Omit<Effects, 'calls'> {
  callees: FunctionNode[]
}

const summaries = fact(() => new Map<Node, OwnEffects>())

function ownEffects(region: Node, sourceCode: SourceCode): OwnEffects {
  const known = summaries(sourceCode)
  let own = known.get(region)
  if (!own) known.set(region, (own = new Reader(sourceCode).read(region)))
  return own
}

function called(callback: Node, sourceCode: SourceCode): OwnEffects {
  const own: OwnEffects = { foreign: 'none', suspends: false, throws: false, traces: false, written: [], assigned: [], callees: [] }
  const fn = functionOf(callback, sourceCode)
  if (fn) own.callees.push(fn)
  else own.foreign = isQuiet(qualifiedName(callback, sourceCode) ?? '') ? 'hooks' : 'calls'
  return own
}

function stronger(left: Foreign, right: Foreign): Foreign {
  if (left === 'calls' || right === 'calls') return 'calls'
  return left === 'hooks' || right === 'hooks' ? 'hooks' : 'none'
}

/** Reads one region once, from the outside in. */
class Reader {
  readonly #sourceCode: SourceCode
  readonly #own: OwnEffects = { foreign: 'none', suspends: false, throws: false, traces: false, written: [], assigned: [], callees: [] }
  /** How many functions stand between the region and the node being read. */
  #depth = 0

  constructor(sourceCode: SourceCode) {
    this.#sourceCode = sourceCode
  }

  read(region: Node): OwnEffects {
    this.#visit(region)
    return this.#own
  }

  #visit(node: Node): void {
    if (node.type.startsWith('TS')) {
      const { expression } = node as { expression?: Node }
      if (expression) this.#visit(expression)
      return
    }
    this.#enter(node)
    if (isFunction(node)) this.#depth++
    for (const child of childrenOf(node, this.#sourceCode)) this.#visit(child)
    if (isFunction(node)) this.#depth--
  }

  #hook(): void {
    this.#own.foreign = stronger(this.#own.foreign, 'hooks')
  }

  #suspend(): void {
    if (this.#depth === 0) this.#own.suspends = true
  }

  #enter(node: Node): void {
    switch (node.type) {
      case 'CallExpression':
        return this.#call(node)
      case 'NewExpression':
        return this.#construct(node)
      case 'TaggedTemplateExpression':
        if (qualifiedName(node.tag, this.#sourceCode) !== 'String.raw') this.#own.foreign = 'calls'
        return
      case 'AssignmentExpression':
        return this.#assign(node.left)
      case 'UpdateExpression':
        this.#convert(node.argument)
        return this.#assign(node.argument)
      case 'UnaryExpression':
        if (node.operator === 'delete') this.#write(node.argument)
        else if (node.operator === '-' || node.operator === '+' || node.operator === '~') this.#convert(node.argument)
        return
      case 'BinaryExpression':
        if (node.operator === '===' || node.operator === '!==' || (isNullish(node.left) || isNullish(node.right)) && /^[!=]=$/.test(node.operator)) return
        if (node.operator === 'in' || node.operator === 'instanceof') this.#hook()
        this.#convert(node.left)
        return this.#convert(node.right)
      case 'TemplateLiteral':
        for (const part of node.expressions) this.#convert(part)
        return
      case 'Identifier':
        if (mayBeUnset(node, this.#sourceCode)) this.#own.throws = true
        return
      case 'MemberExpression':
        return this.#property(node)
      case 'SpreadElement':
        return this.#iterate(node.argument)
      case 'ForOfStatement':
        if (node.await) this.#suspend()
        if (node.left.type !== 'VariableDeclaration') this.#assign(node.left)
        return this.#iterate(node.right)
      case 'ForInStatement':
        if (node.left.type !== 'VariableDeclaration') this.#assign(node.left)
        return this.#iterate(node.right)
      case 'YieldExpression':
        this.#suspend()
        return
      case 'AwaitExpression':
        this.#suspend()
        return
      case 'VariableDeclaration':
        if (node.kind === 'await using') this.#suspend()
        if (node.kind === 'using' || node.kind === 'await using') this.#own.foreign = 'calls'
        return
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'JSXOpeningElement':
      case 'ImportExpression':
        return this.#hook()
      case 'ThrowStatement':
        this.#own.throws = true
        return
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (decoratorsOf(node).length > 0) this.#own.foreign = 'calls'
        return node.superClass ? this.#hook() : undefined
      case 'Property':
      case 'PropertyDefinition':
      case 'MethodDefinition':
        return node.computed ? this.#convert(node.key) : undefined
      default:
    }
  }

  #kind(node: Node): Kind {
    return kindOf(node, this.#sourceCode)
  }

  #convert(node: Node): void {
    const kind = this.#kind(node)
    if (!PRIMITIVES.has(kind)) this.#hook()
    if (UNEASY.has(kind)) this.#own.throws = true
  }

  #iterate(node: Node): void {
    if (!BUILT_IN.has(this.#kind(node))) this.#hook()
  }

  #property(node: TSESTree.MemberExpression): void {
    if (!BUILT_IN.has(this.#kind(node.object)) && !isOwnTable(node, this.#sourceCode)) this.#hook()
  }

  #assign(target: Node): void {
    switch (target.type) {
      case 'Identifier':
      case 'MemberExpression':
        this.#own.assigned.push(target)
        if (target.type === 'MemberExpression' && (target.computed || propertyName(target) === 'length')) this.#write(target)
        return
      case 'ArrayPattern':
        for (const element of target.elements) if (element) this.#assign(element)
        return
      case 'ObjectPattern':
        for (const property of target.properties) this.#assign(property.type === 'Property' ? property.value : property.argument)
        return
      case 'AssignmentPattern':
        return this.#assign(target.left)
      case 'RestElement':
        return this.#assign(target.argument)
      default:
        if (unwrap(target) !== target) this.#assign(unwrap(target))
    }
  }

  #write(target: Node): void {
    const member = unwrap(target)
    if (member.type === 'MemberExpression') this.#own.written.push(unwrap(member.object))
  }

  #call(node: TSESTree.CallExpression): void {
    if (node.callee.type === 'Super') {
      this.#own.foreign = 'calls'
      return
    }
    const callee = unwrap(node.callee)
    if (isFunction(callee)) return // read as a function written inside
    const fn = functionOf(callee, this.#sourceCode)
    if (fn) {
      this.#own.callees.push(fn)
      return
    }
    const name = calleeName(node, this.#sourceCode)
    if (name !== null && isQuiet(name)) {
      const [first] = node.arguments
      if (isListed(name, TRACING_CALLS)) this.#own.traces = true
      if (!isListed(name, NEVER_THROWING) || node.arguments.some((argument) => UNEASY.has(this.#kind(argument)))) this.#own.throws = true
      if (first && WRITES_ARGUMENT.includes(name)) this.#own.written.push(unwrap(first))
      if (!node.arguments.every((argument) => PRIMITIVES.has(this.#kind(argument)))) this.#hook()
      return this.#callback(name, node.arguments)
    }
    if (!this.#method(node)) this.#own.foreign = 'calls'
  }

  /** A call of a built-in method of a known kind; false when it is none. */
  #method(node: TSESTree.CallExpression): boolean {
    const method = methodCall(node)
    if (!method) return false
    const kind = this.#kind(method.object)
    const pushes = method.method === 'push' && method.object.type !== 'ThisExpression' && method.object.type !== 'Super'
    const presumed = kind === 'unknown' && pushes ? likelyKind(method.object, this.#sourceCode) : kind
    const mutates = Boolean(MUTATORS[kind]?.includes(method.method)) && !isStateless(method.object, this.#sourceCode)
    if (mutates || pushes) this.#own.written.push(method.object)
    if (kind === 'unknown' && !pushes) return false
    if (kind === 'object' || kind === 'function' || kind === 'promise' || presumed === 'iterator') return false
    if (READERS[kind] && !READERS[kind].includes(method.method) && !mutates && method.method !== 'subarray') return false
    if (kind !== 'string' && kind !== 'number' && !isMadeHere(method.object, this.#sourceCode)) this.#hook()
    if (kind === 'array' && CONVERTS_ELEMENTS.includes(method.method)) this.#hook()
    if (THROWING_METHODS.includes(method.method)) this.#own.throws = true
    if (kind === 'string' && !method.arguments.every((argument) => PRIMITIVES.has(this.#kind(argument)))) this.#hook()
    this.#callback(method.method, node.arguments)
    return true
  }

  /** What a built-in calls back: a function written in place is read anyway, a name has to be found. */
  #callback(name: string, given: readonly TSESTree.CallExpressionArgument[]): void {
    const callback = given[CALLBACK_AT[name] ?? Infinity]
    if (!callback || isFunction(unwrap(callback)) || NOT_CALLABLE.has(this.#kind(callback))) return
    const fn = functionOf(callback, this.#sourceCode)
    if (fn) this.#own.callees.push(fn)
    else if (!isQuiet(qualifiedName(callback, this.#sourceCode) ?? '')) this.#own.foreign = 'calls'
  }

  #construct(node: TSESTree.NewExpression): void {
    const name = calleeName(node, this.#sourceCode)
    if (name !== null && (QUIET_CONSTRUCTORS.includes(name) || name.startsWith('Intl.'))) {
      const [first] = node.arguments
      if (first) this.#own.throws = true
      if (first && !BUILT_IN.has(this.#kind(first)) && !PRIMITIVES.has(this.#kind(first))) this.#hook()
      return name === 'Promise' ? this.#callback(name, node.arguments) : undefined
    }
    this.#own.foreign = 'calls'
  }
}

const PRIMITIVES: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint', 'null', 'undefined', 'symbol'] as const)
/** Kinds that conversions and arithmetic with other kinds refuse. */
const UNEASY: ReadonlySet<Kind> = new Set(['bigint', 'symbol'] as const)
const NOT_CALLABLE: ReadonlySet<Kind> = new Set([...PRIMITIVES, 'array', 'regexp'] as const)
const BUILT_IN: ReadonlySet<Kind> = new Set(['array', 'string', 'map', 'set', 'typedarray', 'buffer', 'arguments', 'number', 'weakmap', 'weakset', 'regexp', 'date'] as const)

function isNullish(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined')
}

function isQuiet(name: string): boolean {
  return name.includes('.prototype.') ? QUIET_CALLS.includes(name) : isListed(name, QUIET_CALLS)
}

/** Is the qualified name in the list, in which a name that ends in a dot stands for all that follows it? */
export function isListed(name: string, list: readonly string[]): boolean {
  return list.some((listed) => (listed.endsWith('.') ? name.startsWith(listed) : name === listed))
}

/** Does the name stand for nothing yet: an undeclared global, or a `const`, `let` or class that is declared further down? */
function mayBeUnset(node: TSESTree.Identifier, sourceCode: SourceCode): boolean {
  const reference = referenceOf(node, sourceCode)
  if (!reference?.isRead()) return false
  const variable = variableOf(node, sourceCode)
  const [definition] = variable?.defs ?? []
  if (!definition) return !isQuiet(`${node.name}.`) && !isQuiet(node.name) && !QUIET_CONSTRUCTORS.includes(node.name) && !['undefined', 'NaN', 'Infinity', 'arguments'].includes(node.name)
  const declaration = definition.node as Node
  const isLate = declaration.type === 'ClassDeclaration' || (declaration.type === 'VariableDeclarator' && declaration.parent.kind !== 'var')
  return isLate && node.range[0] < (definition.name as Node).range[0]
}

/** A regular expression that does not remember where it was. */
function isStateless(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  return value.type === 'Literal' && 'regex' in value && !/[gy]/.test(value.regex.flags)
}

/** Was the receiver made by a literal or `new` of this file, so that no subclass can hide behind its kind? */
function isMadeHere(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  return value.type === 'NewExpression' || value.type === 'ArrayExpression' || value.type === 'Literal' || value.type === 'TemplateLiteral'
}

/** A property of a constant object literal without getters, or of a platform object such as `Math`. */
function isOwnTable({ object }: TSESTree.MemberExpression, sourceCode: SourceCode): boolean {
  const value = resolve(object, sourceCode)
  if (value.type === 'ObjectExpression') return value.properties.every((one) => one.type === 'Property' && one.kind === 'init')
  return isQuiet(`${qualifiedName(object, sourceCode) ?? '?'}.`)
}
