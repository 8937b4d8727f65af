import type { TSESTree } from '@typescript-eslint/utils'
import { STOPPING_METHODS, TEARDOWN_METHODS } from '../knowledge/frameworks.ts'
import { HANDLER_METHODS } from '../knowledge/domains.ts'
import { ENDING_EVENTS, FINAL_EVENTS } from '../knowledge/resources.ts'
import {
  type FunctionNode, functionOf, initializerOf, isConstant, isFunction, isModuleScope, isWithin, type Node, outermost, propertyName, resolve, rootVariable, unwrap, type Variable, variableOf, writesOf,
} from './bindings.ts'
import { type Call, isCallTo, isNew, methodCall, stringValue } from './calls.ts'
import { methodsOf } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, callsOf, enclosingClass, enclosingFunction, isLoop, isRepeatedPart, type Loop, runsAtLoad } from './functions.ts'
import { lastName, membersNamed } from './occurrences.ts'

/** A race that is run again and again with one promise that stays pending, and so keeps every result there was. */
export interface RetainingRace {
  call: TSESTree.CallExpression
  /** The promise that outlives the others. */
  promise: Node
  /** Does the race get what `then` makes of the promise, anew each time? */
  isDerived: boolean
  /** Is it run a few times, as far as the source says, or does it bring nothing that is worth keeping? */
  isBrief: boolean
}

/** The call as a race that adds to what a lasting promise holds, each time it is run; null when it is none. */
export function retainingRace(call: TSESTree.CallExpression, sourceCode: SourceCode): RetainingRace | null {
  const method = lastName(call.callee)
  if ((method !== 'race' && method !== 'any') || !isCallTo(call, `Promise.${method}`, sourceCode)) return null
  const [first] = call.arguments
  const list = first && resolve(first, sourceCode)
  if (list?.type !== 'ArrayExpression' || list.elements.length < 2) return null
  const contenders = list.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [unwrap(element)] : []))
  for (const contender of contenders) {
    const promise = sourceOf(contender)
    const others = contenders.filter((other) => other !== contender)
    if (others.every((other) => isTimed(other, sourceCode))) continue // a pause brings nothing that is worth keeping
    const stays = (): boolean => staysPending(promise, sourceCode) || (promise === contender && isAwaitedInEachTurn(promise, others, call, sourceCode))
    if (outlivesRaces(promise, call, sourceCode) && stays()) return { call, promise, isDerived: promise !== contender, isBrief: isCounted(call) || others.every(bringsNothing) }
  }
  return null
}

/** Is the race in a loop that ends after a written number of turns? */
function isCounted(call: Node): boolean {
  for (let at = call.parent; at && !isFunction(at); at = at.parent) {
    if (isLoop(at)) return at.type === 'ForStatement' && at.test?.type === 'BinaryExpression' && at.test.right.type === 'Literal'
  }
  return false
}

/** `new Promise<void>(…)` */
function bringsNothing(contender: Node): boolean {
  return contender.type === 'NewExpression' && contender.typeArguments?.params[0]?.type === 'TSVoidKeyword'
}

/** What is waited for: `closed` of `closed.then(() => …)`, whose reaction keeps all that hangs on it. */
function sourceOf(contender: Node): Node {
  const called = methodCall(contender)
  return called && /^(?:then|catch|finally)$/.test(called.method) ? sourceOf(unwrap(called.object)) : contender
}

/** Is the promise there before the race, and after it, for the next one? */
function outlivesRaces(promise: Node, call: Node, sourceCode: SourceCode): boolean {
  if (promise.type === 'MemberExpression' && propertyName(promise) === 'promise') return outlivesRaces(unwrap(promise.object), call, sourceCode) // a deferred
  if (promise.type === 'MemberExpression') return isField(promise, sourceCode) && !isInConstructor(call)
  const variable = variableOf(promise, sourceCode)
  if (!variable) return false
  const fn = enclosingFunction(call)
  const loop = loopOver(variable, call)
  if (loop && !isWrittenIn(variable, loop)) return true
  if (fn === null || isWrittenIn(variable, fn) || isWithin(variable.scope.block as Node, fn)) return false
  return isModuleScope(variable.scope) ? !runsAtLoad(call, sourceCode) : isCalledAgain(fn, sourceCode)
}

/** The innermost loop of the same function that runs the call again and does not make the variable anew. */
function loopOver(variable: Variable, call: Node): Loop | null {
  const fn = enclosingFunction(call)
  for (let at: Node = call; at.parent && at !== fn; at = at.parent) {
    const { parent } = at
    if (isLoop(parent) && isRepeatedPart(parent, at) && !variable.identifiers.some((name) => isWithin(name as Node, parent))) return parent
  }
  return null
}

/** Is the function a method of an object that its maker hands out, or called for each event, or by a loop? */
function isCalledAgain(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const given = callbackOf(fn)
  if (given) return HANDLER_METHODS.has(lastName(given.call.callee) ?? '')
  if (outermost(fn).parent?.type === 'Property') return true
  return (callsOf(fn, sourceCode) ?? []).some((call) => {
    for (let at: Node = call; at.parent && !isFunction(at.parent); at = at.parent) if (isLoop(at.parent) && isRepeatedPart(at.parent, at) && isEndless(at.parent)) return true
    return false
  })
}

/**
 * Does a loop without a written end race something new against the promise on each turn? If that had settled, it would win at once: it is
 * pending for as long as the loop goes on, whatever its name.
 */
function isAwaitedInEachTurn(promise: Node, others: readonly Node[], call: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(promise, sourceCode)
  const loop = variable && isConstant(variable) && loopOver(variable, call)
  if (!loop || !isEndless(loop) || outermost(call).parent?.type !== 'AwaitExpression') return false
  if (TIMED.test(variable.name) || valuesOf(promise, sourceCode).some((value) => isTimed(value, sourceCode))) return false
  return others.some((other) => other.type === 'CallExpression' && BRINGING.test(lastName(other.callee) ?? ''))
}

/** `while (true)`, `for (;;)`, `while (!done)`, `for await`: nothing counts the turns. */
function isEndless(loop: Loop): boolean {
  switch (loop.type) {
    case 'ForStatement':
      return loop.test === null
    case 'WhileStatement':
    case 'DoWhileStatement':
      return loop.test.type !== 'BinaryExpression'
    default:
      return loop.type === 'ForOfStatement' && loop.await
  }
}

const TIMED = /time|delay|deadline|sleep|wait|expir/i
/** Calls that bring another value each time, by their names. */
const BRINGING = /^(?:next|read|receive|recv|pull|take|shift|dequeue|pop|accept|fetch|once|get|poll|request)(?:[A-Z]\w*)?$/

function isWrittenIn(variable: Variable, region: Node): boolean {
  return writesOf(variable).some(({ identifier }) => isWithin(identifier as Node, region))
}

/** `this.closed`, or a property of something of the module's. What a method gives itself before each race is none. */
function isField(member: TSESTree.MemberExpression, sourceCode: SourceCode): boolean {
  const name = propertyName(member)
  if (name === null) return false
  const fn = enclosingFunction(member)
  const isReset = fn !== null && membersNamed(name, sourceCode).some((other) => other.parent?.type === 'AssignmentExpression' && other.parent.left === other && isWithin(other, fn))
  if (isReset) return false
  const object = unwrap(member.object)
  if (object.type === 'ThisExpression') return isMeantToLast(member) && !(fn && endsItself(fn, sourceCode))
  const root = rootVariable(member, sourceCode)
  // what `this.page.closed` hangs on was there before this instance, and serves others
  return root === null ? object.type === 'MemberExpression' && unwrap(object.object).type === 'ThisExpression' : isModuleScope(root.scope)
}

/** An instance that is closed one day lives on until then; one that is not may be made for a single race. */
function isMeantToLast(member: Node): boolean {
  const type = enclosingClass(member)
  return type !== null && methodsOf(type).some(({ name }) => TEARDOWN_METHODS.has(name) || STOPPING_METHODS.has(name))
}

/** Does the method that races close its instance afterwards, for which the promise waits: `race([this.closed, answer]).finally(() => this.close())`? */
function endsItself(fn: FunctionNode, sourceCode: SourceCode): boolean {
  return [...TEARDOWN_METHODS, ...STOPPING_METHODS].some((name) => membersNamed(name, sourceCode, fn).some((member) => (
    member.type === 'MemberExpression' && member.object.type === 'ThisExpression' && isFinally(member, fn)
  )))
}

function isFinally(node: Node, fn: FunctionNode): boolean {
  for (let at: Node = node; at.parent && at !== fn; at = at.parent) {
    if (at.parent.type === 'TryStatement' && at.parent.finalizer === at) return true
    if (isFunction(at) && lastName(callbackOf(at)?.call.callee ?? at) === 'finally') return true
  }
  return false
}

function isInConstructor(node: Node): boolean {
  const fn = enclosingFunction(node)
  return fn?.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor'
}

/** Does the promise wait for an end of something, by how it is made or by its name? */
function staysPending(promise: Node, sourceCode: SourceCode): boolean {
  if (promise.type === 'MemberExpression' && propertyName(promise) === 'promise') return staysPending(unwrap(promise.object), sourceCode)
  const name = lastName(promise) ?? ''
  const made = valuesOf(promise, sourceCode)
  if (made.some((value) => isTimed(value, sourceCode))) return false
  if (made.some((value) => isEnd(value, sourceCode))) return true
  return NAMED_AS_END.test(name) && !made.some(({ type }) => type === 'AwaitExpression')
}

/** What people call a promise that settles when something is over. */
const NAMED_AS_END =
  /(?:^|_|[a-z](?=[A-Z]))(?:never|abort(?:ed|ing|ion)?|shut_?down|stop(?:ped|ping)?|cancel(?:l?ed|l?ation)?|disconnect(?:ed|ion)?|exit(?:ed)?|destroyed|disposed|quit|killed|terminat(?:ed|ion)|unmounted|interrupted|crash(?:ed)?|closed)(?:$|_|(?=[A-Z])(?:Promise|Signal|Deferred|P)\b)/i

/** Everything that the variable or the field is given. */
function valuesOf(promise: Node, sourceCode: SourceCode): Node[] {
  if (promise.type === 'MemberExpression') {
    return membersNamed(propertyName(promise) ?? '', sourceCode).flatMap((member) => {
      const { parent } = member
      return parent?.type === 'AssignmentExpression' && parent.left === member ? [resolve(parent.right, sourceCode)] : []
    })
  }
  const variable = variableOf(promise, sourceCode)
  const value = variable && initializerOf(variable)
  return value ? [resolve(value, sourceCode)] : []
}

/** `new Promise((resolve) => setTimeout(resolve, 500))`, `sleep(500)`: over by itself. */
function isTimed(value: Node, sourceCode: SourceCode): boolean {
  return /\bsetTimeout\b|\b(?:sleep|delay|timeout|wait)\w*\(/i.test(sourceCode.getText(value))
}

/** A promise that never settles, or does so at an end: `new Promise(() => {})`, `once(child, 'exit')`. */
function isEnd(value: Node, sourceCode: SourceCode): boolean {
  if (value.type === 'CallExpression') return lastName(value.callee) === 'once' && isEndingEvent(value, sourceCode)
  if (!isNew(value, 'Promise', sourceCode)) return false
  const fn = value.arguments[0] && functionOf(value.arguments[0], sourceCode)
  if (!fn) return false
  if (fn.params.length === 0) return true
  const registering = fn.body.type === 'BlockStatement' ? fn.body.body.map((one) => (one.type === 'ExpressionStatement' ? unwrap(one.expression) : one)) : [unwrap(fn.body)]
  return registering.length > 0 && registering.every((one) => one.type === 'CallExpression' && REGISTERING.has(lastName(one.callee) ?? '') && isEndingEvent(one, sourceCode))
}

const REGISTERING: ReadonlySet<string> = new Set(['addEventListener', 'on', 'once', 'addListener'])

/** `once(child, 'exit')`, `signal.addEventListener('abort', …)` */
function isEndingEvent({ arguments: given }: Call, sourceCode: SourceCode): boolean {
  return given.some((argument) => {
    const name = stringValue(argument, sourceCode)
    return name !== null && name !== 'error' && (ENDING_EVENTS.has(name) || FINAL_EVENTS.has(name))
  })
}
