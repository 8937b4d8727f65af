import type { TSESTree } from '@typescript-eslint/utils'
import { INSERTING } from '../knowledge/document-nodes.ts'
import { UNMOUNT_HOOKS, WRAPPING_CALLS } from '../knowledge/frameworks.ts'
import { LISTENING, ONE_TIME } from '../knowledge/one-time.ts'
import { type Acquisition, acquisitionOf, endsByItself, isHeldLong, protocols } from './acquisitions.ts'
import { type FunctionNode, functionOf, initializerOf, isFunction, isModuleScope, isWithin, type Node, outermost, propertyName, readsOf, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall, stringValue } from './calls.ts'
import { capturesOf } from './captures.ts'
import type { ClassNode } from './classes.ts'
import { usesOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, callsOf, enclosingFunction, holderOf } from './functions.ts'
import { lifetimeOf } from './lifetime.ts'
import { callsNamed, lastName, lastSegment } from './occurrences.ts'

/** How a function or class outlives the call that makes it, and the expression by which it does. */
export interface Survival {
  by: 'returned' | 'stored' | 'registered'
  at: Node
}

export type Closure = FunctionNode | ClassNode

/** How the closure outlives `home`, the function it is made in; null when it does not, or nobody can say. */
export function survivalOf(closure: Closure, home: Node, sourceCode: SourceCode): Survival | null {
  return new Flow(home, sourceCode).of(closure)
}

class Flow {
  readonly #home: Node
  readonly #sourceCode: SourceCode
  readonly #seen = new Set<Node | Variable>()

  constructor(home: Node, sourceCode: SourceCode) {
    this.#home = home
    this.#sourceCode = sourceCode
  }

  of(closure: Closure): Survival | null {
    if (closure.type !== 'FunctionDeclaration' && closure.type !== 'ClassDeclaration') return this.#value(closure)
    const variables = this.#sourceCode.getDeclaredVariables?.(closure) ?? []
    const variable = variables.find(({ identifiers }) => identifiers[0] === closure.id) // a class's name is one outside and one inside
    return variable ? this.#held(variable) : null
  }

  /** Where a value goes on to. */
  #value(value: Node): Survival | null {
    const node = outermost(value)
    const { parent } = node
    if (!parent || this.#seen.has(node)) return null
    this.#seen.add(node)
    switch (parent.type) {
      case 'ReturnStatement':
        return this.#result(enclosingFunction(parent), node)
      case 'ArrowFunctionExpression':
        return parent.body === node ? this.#result(parent, node) : null
      case 'Property':
        return parent.value === node && parent.parent.type === 'ObjectExpression' ? this.#value(parent.parent) : null
      case 'MethodDefinition':
        return this.of(parent.parent.parent as ClassNode)
      case 'PropertyDefinition':
        return parent.static ? this.of(parent.parent.parent as ClassNode) : null
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SequenceExpression':
      case 'AwaitExpression':
      case 'SpreadElement':
        return this.#value(parent)
      case 'VariableDeclarator': {
        const variable = variableOf(parent.id, this.#sourceCode)
        return variable ? this.#held(variable) : null
      }
      case 'AssignmentExpression':
        return parent.right === node ? (this.#assigned(parent.left, node) ?? this.#value(parent)) : null
      case 'NewExpression':
        return parent.callee === node || this.#isKeeper(parent) ? this.#value(parent) : null
      case 'CallExpression':
        return parent.callee === node ? null : this.#passed(parent, node)
      case 'MemberExpression':
        return parent.object === node && propertyName(parent) === 'bind' && parent.parent.type === 'CallExpression' ? this.#value(parent.parent) : null
      default:
        return null
    }
  }

  #held(variable: Variable): Survival | null {
    if (this.#seen.has(variable)) return null
    this.#seen.add(variable)
    for (const { identifier } of readsOf(variable)) {
      const survival = this.#value(identifier as Node)
      if (survival) return survival
    }
    return null
  }

  /** What a function gives back is its caller's, whom the file may show. */
  #result(fn: FunctionNode | null, at: Node): Survival | null {
    if (!fn || fn.generator || this.#seen.has(fn)) return null
    if (!isWithin(fn, this.#home)) return null
    this.#seen.add(fn)
    if (isGetter(fn)) return { by: 'returned', at }
    const given = callbackOf(fn)
    if (given) return this.#ofCallback(given.call, at)
    const calls = callsOf(fn, this.#sourceCode)
    if (calls === null || calls.length === 0) return holderOf(fn, this.#sourceCode) || fn === this.#home ? { by: 'returned', at } : null
    for (const call of calls) {
      const survival = isWithin(call, this.#home) ? this.#value(call) : outlivesItsCall(call, at)
      if (survival) return survival
    }
    return null
  }

  /** Effects keep what their callback returns until they are cleaned up; walks put it into their result. */
  #ofCallback(call: Node, at: Node): Survival | null {
    const name = call.type === 'CallExpression' ? lastName(call.callee) : null
    if (name === 'map' || name === 'flatMap' || name === 'from' || name === 'useMemo') return this.#value(call)
    return name !== null && /^use\w*Effect/.test(name) ? { by: 'registered', at } : null
  }

  #assigned(target: Node, at: Node): Survival | null {
    const place = unwrap(target)
    const variable = variableOf(place, this.#sourceCode)
    if (variable) return this.#isOutside(variable) ? { by: 'stored', at } : this.#held(variable)
    return place.type === 'MemberExpression' ? this.#put(place.object, at) : null
  }

  /** Into a property or as an element of an object. */
  #put(object: Node, at: Node): Survival | null {
    const inner = unwrap(object)
    if (inner.type === 'ThisExpression') return { by: 'stored', at }
    const root = rootVariable(inner, this.#sourceCode)
    if (!root) return lifetimeOf(inner, this.#sourceCode) === 'program' || startsWithThis(inner) ? { by: 'stored', at } : null
    return this.#isOutside(root) ? { by: 'stored', at } : this.#held(root)
  }

  /** Does the variable belong to code around the function whose call is asked about? Its parameters may outlive it, and are left out. */
  #isOutside({ scope }: Variable): boolean {
    return isModuleScope(scope) || (scope.block !== this.#home && isWithin(this.#home, scope.block))
  }

  #passed(call: TSESTree.CallExpression, value: Node): Survival | null {
    const name = lastName(call.callee)
    const acquired = acquisitionOf(call, protocols([]), this.#sourceCode)
    if (acquired) {
      if (acquired.handler !== value || acquired.resource.ends === 'fires' || endsByItself(acquired, this.#sourceCode) || isEndedHere(acquired, this.#sourceCode)) return null
      const isLong = isHeldLong(acquired, false, this.#sourceCode) || (acquired.holder !== null && lifetimeOf(acquired.holder, this.#sourceCode) === 'instance')
      return isLong ? { by: 'registered', at: call } : this.#byHolder(acquired.holder)
    }
    if (name === null) return null
    const given = this.#given(call, value)
    if (given) return given
    if (UNMOUNT_HOOKS.has(name)) return { by: 'registered', at: call }
    if (WRAPPING_CALLS.has(name) || name === 'freeze' || name === 'useRef') return this.#value(call)
    const called = methodCall(call)
    if (called && (COLLECTING.has(name) || INSERTING.has(name))) return this.#put(called.object, value)
    const [target] = call.arguments
    const isDefining = /^Object\.(?:assign|definePropert)/.test(calleeName(call, this.#sourceCode) ?? '')
    return isDefining && target && target !== value ? this.#put(target, value) : null
  }

  #isKeeper(made: TSESTree.NewExpression): boolean {
    return /^(?:Proxy|(?:Mutation|Resize|Intersection|Performance)Observer)$/.test(calleeName(made, this.#sourceCode) ?? '')
  }

  /** By a listener's object, which is made here and goes on itself. */
  #byHolder(holder: Node | null): Survival | null {
    const variable = holder && variableOf(holder, this.#sourceCode)
    if (!variable || this.#isOutside(variable) || isOneTime(variable, this.#sourceCode)) return null
    return this.#held(variable)
  }

  /** Into a function of this file, by one of its parameters. */
  #given(call: TSESTree.CallExpression, value: Node): Survival | null {
    const fn = functionOf(call.callee, this.#sourceCode)
    const parameter = fn?.params[call.arguments.indexOf(value as TSESTree.Expression)]
    const variable = parameter?.type === 'Identifier' ? this.#sourceCode.getDeclaredVariables?.(fn as Node).find(({ identifiers }) => identifiers[0] === parameter) : null
    return variable ? this.#held(variable) : null
  }
}

const COLLECTING: ReadonlySet<string> = new Set(['add', 'push', 'set', 'unshift'])

/** `const unsubscribe = subscribe()` in a function that is called once for the program. */
function outlivesItsCall(call: Node, at: Node): Survival | null {
  const { parent } = outermost(call)
  return parent?.type === 'ExpressionStatement' ? null : { by: 'returned', at }
}

function isGetter(fn: FunctionNode): boolean {
  return (fn.parent.type === 'MethodDefinition' || fn.parent.type === 'Property') && fn.parent.kind === 'get'
}

function startsWithThis(node: Node): boolean {
  return node.type === 'ThisExpression' || (node.type === 'MemberExpression' && startsWithThis(unwrap(node.object)))
}

/**
 * Is the function gone when its caller is done: called where it is written or by its name alone, or handed to what runs it now,
 * soon, or before an awaited call is over?
 */
export function isBrief(fn: Closure, sourceCode: SourceCode, seen: ReadonlySet<Node> = new Set()): boolean {
  if (!isFunction(fn) || seen.has(fn)) return isFunction(fn)
  const path = new Set([...seen, fn])
  const variable = holderOf(fn, sourceCode)
  if (variable) return readsOf(variable).every(({ identifier }) => isBriefMention(identifier as Node, path, sourceCode))
  return isBriefMention(fn, path, sourceCode)
}

function isBriefMention(mention: Node, path: ReadonlySet<Node>, sourceCode: SourceCode): boolean {
  const value = outermost(mention)
  const { parent } = value
  if (parent?.type === 'CallExpression' && parent.callee === value) return isAroundBrief(parent, path, sourceCode)
  const heard = heardFrom(value)
  if (heard && isSpentSoon(heard, path, sourceCode)) return true
  const given = callbackOf(value)
  if (!given) return false
  const name = lastName(given.call.callee) ?? ''
  if (SYNCHRONOUS.has(name) && given.call.type === 'CallExpression') return true
  if (given.call.type === 'NewExpression') return name === 'Promise'
  if (SOON.has(name)) return true
  return isAwaited(given.call) && stringValue(given.call.arguments[0], sourceCode) === null
}

/** What the function listens to: `image` of `image.onload = fn` and of `image.addEventListener('load', fn)`. */
function heardFrom(fn: Node): Node | null {
  const { parent } = fn
  if (parent?.type === 'AssignmentExpression') return parent.right === fn && parent.left.type === 'MemberExpression' && /^on[a-z]+$/.test(propertyName(parent.left) ?? '') ? parent.left.object : null
  const called = parent?.type === 'CallExpression' ? methodCall(parent) : null
  return called && LISTENING.has(called.method) && called.arguments[1] === fn ? called.object : null
}

/** Is it made here, done when it has loaded or ended, and held by nobody but this call and its own listeners? */
function isSpentSoon(object: Node, path: ReadonlySet<Node>, sourceCode: SourceCode): boolean {
  const variable = variableOf(object, sourceCode)
  if (!variable || !isOneTime(variable, sourceCode)) return false
  const isOwn = (capture: Node): boolean => {
    for (const fn of path) if (isWithin(capture, fn)) return true
    return false
  }
  return capturesOf(variable).every(isOwn) && usesOf(variable, sourceCode).every(({ kind }) => kind === 'read' || kind === 'method' || kind === 'write')
}

/** Is it given up by the same call, further down: `process.on('SIGINT', stop)` … `process.off('SIGINT', stop)`? */
function isEndedHere({ call, handler, resource, sink }: Acquisition, sourceCode: SourceCode): boolean {
  const names = resource.release.map(lastSegment)
  const held = [handler && variableOf(handler, sourceCode), sink.kind === 'variable' ? sink.variable : null].filter((variable) => variable !== null)
  const fn = enclosingFunction(call)
  return callsNamed(names, sourceCode, fn).some((release) => {
    if (release.range[0] < call.range[0] || enclosingFunction(release) !== fn) return false
    const parts = [...release.arguments, methodCall(release)?.object]
    return parts.some((part) => part && held.some((variable) => variableOf(part, sourceCode) === variable))
  })
}

function isOneTime(variable: Variable, sourceCode: SourceCode): boolean {
  const made = initializerOf(variable)
  return (made?.type === 'CallExpression' || made?.type === 'NewExpression') && ONE_TIME.has(calleeName(made, sourceCode) ?? '')
}

/** A call stands in the same function, or in one that is itself brief. */
function isAroundBrief(call: Node, path: ReadonlySet<Node>, sourceCode: SourceCode): boolean {
  const around = enclosingFunction(call)
  const isAroundAll = around === null || [...path].every((fn) => isWithin(fn, around))
  return isAroundAll || isBrief(around, sourceCode, path)
}

function isAwaited(call: Node): boolean {
  return outermost(call).parent?.type === 'AwaitExpression'
}

/** Is the function run to its end while the call that it is handed to, or called by, is evaluated? */
export function isSynchronous(fn: Closure): boolean {
  if (!isFunction(fn) || fn.async || fn.generator) return false
  const value = outermost(fn)
  if (value.parent?.type === 'CallExpression' && value.parent.callee === value) return true
  const given = callbackOf(value)
  return given !== null && SYNCHRONOUS.has(lastName(given.call.callee) ?? '')
}

const SYNCHRONOUS: ReadonlySet<string> = new Set([
  'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'forEach', 'from', 'map', 'reduce', 'reduceRight', 'replace', 'replaceAll', 'some', 'sort',
  'toSorted',
])

/** Calls that run their callback once and then let it go. */
const SOON: ReadonlySet<string> = new Set([
  'then', 'catch', 'finally', 'nextTick', '$nextTick', 'queueMicrotask', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback', 'setTimeout', 'useMemo', 'once',
])
