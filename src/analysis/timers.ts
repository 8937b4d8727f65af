import { getStaticValue } from '@eslint-community/eslint-utils'
import { CONSTANT } from '../knowledge/domains.ts'
import type { Acquisition } from './acquisitions.ts'
import { type FunctionNode, isExported, isFunction, isModuleScope, isWithin, type Node, outermost, parameterOf, readsOf, resolve, unwrap, variableOf } from './bindings.ts'
import { callbackFunction, executorAround } from './callbacks.ts'
import { isNew, methodCall } from './calls.ts'
import { isConditional } from './conditions.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, runsAtLoad } from './functions.ts'
import { callsNamed, isReachedFrom, keyOf, lastName, mentionsOf } from './occurrences.ts'
import { releasesOf } from './releases.ts'
import { isCalled } from './restarts.ts'

/** Milliseconds for which a timer may be left behind without anybody minding, and for which nobody would say that it is bounded anyway. */
const SHORT = 10_000
const LONG = 60_000

/** A timer that rejects a promise in a race, or aborts a request, after a minute or more; `presumes`: after some seconds, or a time that others say. */
export function isLimit({ call, handler, resource }: Acquisition, presumes: boolean, sourceCode: SourceCode): boolean {
  const executor = executorAround(call, sourceCode)
  const start = executor ? (outermost(executor).parent as Node) : call
  if (resource.acquire !== 'setTimeout' || runsAtLoad(start, sourceCode)) return false
  if (!isLong(call.arguments[1], presumes, sourceCode) || isLastOfProcess(start, sourceCode)) return false
  if (executor) return racesWith(start, sourceCode)
  return handler !== null && abortsLocally(handler, sourceCode)
}

/** Does the function around let go of timers, so that they hold up nothing, or end the process behind? */
function isLastOfProcess(start: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(start)
  return fn !== null && /\.unref\??\.?\(|\bprocess\.exit\(/.test(sourceCode.getText(fn))
}

/** Is the delay long? `presumes`: or for callers and settings to say; constants that others keep are as a rule some seconds. */
function isLong(delay: Node | undefined, presumes: boolean, sourceCode: SourceCode): boolean {
  if (!delay) return false
  const asked = givenBy(delay, sourceCode)
  return (asked.length > 0 ? asked : [delay]).some((one) => mayBeLong(one, presumes, sourceCode))
}

function mayBeLong(delay: Node, presumes: boolean, sourceCode: SourceCode): boolean {
  const given = defaultOf(resolve(delay, sourceCode), sourceCode)
  const value = getStaticValue(given as never, sourceCode.getScope(delay) as never)
  if (typeof value?.value === 'number') return presumes ? value.value > SHORT : value.value >= LONG
  return presumes && !CONSTANT.test(lastName(resolve(delay, sourceCode)) ?? '')
}

/** What every call gives for a parameter of a function that only this file can call, and no call leaves out. */
function givenBy(delay: Node, sourceCode: SourceCode): Node[] {
  const variable = variableOf(delay, sourceCode)
  const parameter = variable && parameterOf(variable)
  if (!parameter) return []
  const { fn, index } = parameter
  const names = sourceCode.getDeclaredVariables(fn.type === 'FunctionDeclaration' ? fn : (outermost(fn).parent as Node))
  if (names.length === 0 || names.some(isExported)) return []
  const mentions = mentionsOf(fn, sourceCode)
  const given = mentions.flatMap((mention) => {
    const { parent } = outermost(mention)
    return parent?.type === 'CallExpression' && parent.callee === outermost(mention) ? (parent.arguments[index] ?? []) : []
  })
  return given.length === mentions.length ? given : []
}

/** What a delay is unless others say: `1500` of `limit ?? 1500`, and of a parameter `limit = 1500`. Any other node is itself. */
function defaultOf(delay: Node, sourceCode: SourceCode): Node {
  if (delay.type === 'LogicalExpression') return defaultOf(unwrap(delay.right), sourceCode)
  const { parent } = (variableOf(delay, sourceCode)?.defs[0]?.name ?? delay) as Node
  return parent?.type === 'AssignmentPattern' ? parent.right : delay
}

/** Is the promise an element of `Promise.race([…])`, there or by its name? */
function racesWith(promise: Node, sourceCode: SourceCode): boolean {
  const value = outermost(promise)
  const { parent } = value
  if (parent?.type === 'ArrayExpression') {
    const race = parent.parent.type === 'CallExpression' ? methodCall(parent.parent) : null
    return race?.method === 'race' && sourceCode.getText(race.object) === 'Promise'
  }
  const variable = parent?.type === 'VariableDeclarator' ? variableOf(parent.id, sourceCode) : null
  return variable !== null && readsOf(variable).some(({ identifier }) => racesWith(identifier, sourceCode))
}

/** `() => controller.abort()`, where the function passes the controller's signal to a call and keeps the controller to itself. */
function abortsLocally(handler: Node, sourceCode: SourceCode): boolean {
  const body = callbackFunction(handler, sourceCode)?.body
  const calls = body?.type !== 'BlockStatement' ? [body] : body.body.map((one) => (one.type === 'ExpressionStatement' ? one.expression : one))
  return calls.some((call) => {
    const aborting = call && methodCall(call)
    const variable = aborting?.method === 'abort' ? variableOf(aborting.object, sourceCode) : null
    if (!aborting || !variable || isModuleScope(variable.scope)) return false
    return isNew(resolve(aborting.object, sourceCode), 'AbortController', sourceCode) && readsOf(variable).every(({ identifier }) => isOwnUse(identifier))
  })
}

/** `controller.abort()`, or `controller.signal` in the options of a call. */
function isOwnUse(controller: Node): boolean {
  const { parent: member } = outermost(controller)
  if (member?.type !== 'MemberExpression') return false
  const { parent } = outermost(member)
  if (parent?.type === 'CallExpression') return true
  return parent?.type === 'Property' && parent.parent.parent?.type === 'CallExpression'
}

/** Does a timeout settle the promise around the interval, which then goes on: only what the interval waits for ends it? */
export function isForgottenPoll(acquired: Acquisition, sourceCode: SourceCode): boolean {
  const { call, handler } = acquired
  const executor = executorAround(call, sourceCode)
  const poll = handler && callbackFunction(handler, sourceCode)
  if (!executor || !poll || !isSettledIn(poll, executor, sourceCode)) return false
  const releases = releasesOf(acquired, sourceCode)
  if (releases.length === 0 || releases.some(({ node, isHandedOn }) => isHandedOn || !isReachedFrom(node, [poll], sourceCode))) return false
  return callsNamed(['setTimeout'], sourceCode, executor).some(({ arguments: [callback, delay] }) => {
    const limit = callback && delay ? callbackFunction(callback, sourceCode) : null
    return limit !== null && !isWithin(limit, poll) && isSettledIn(limit, executor, sourceCode) && !releases.some(({ node }) => isReachedFrom(node, [limit], sourceCode))
  })
}

/** Does the function resolve or reject the promise of the executor? */
export function isSettledIn(fn: FunctionNode, { params }: FunctionNode, sourceCode: SourceCode): boolean {
  return params.some((param) => {
    const variable = variableOf(param, sourceCode)
    return variable !== null && readsOf(variable).some(({ identifier }) => isWithin(identifier, fn))
  })
}

/** Is an interval or a subscription started, for each of many events or updates, into a place that may hold a running one, which nothing stops first? Without `presumes` not where what people do also turns a state, by which as a rule they are shown no second start meanwhile. */
export function isOverwritten(acquired: Acquisition, presumes: boolean, sourceCode: SourceCode): boolean {
  const { call, sink } = acquired
  const fn = enclosingFunction(call)
  if (!/^(?:timer|subscription)$/.test(acquired.resource.kind) || !fn || (sink.kind !== 'field' && sink.kind !== 'variable')) return false
  if (sink.kind === 'variable' && isWithin(sink.variable.scope.block as Node, fn)) return false
  if (isConditional(call) || !(isRunByUpdates(fn, sourceCode) || (acquired.resource.kind === 'timer' && isRunByEvents(fn, sourceCode) && (presumes || !TURNED.test(sourceCode.getText(fn.body)))))) return false
  const place = sink.kind === 'variable' ? sink.variable.name : sink.name
  const before = sourceCode.text.slice(fn.body.range[0], call.range[0])
  const names = releasesOf(acquired, sourceCode).flatMap(({ node }) => namesAround(node))
  const assigned = /[\w$.#?[\]]+\s*=\s*(?:window\.)?$/
  const stop = new RegExp(`(?<![\\w$])(?:${[place, ...names].map((name) => name.replace(/[$#]/g, '\\$&')).join('|')})(?![\\w$])`)
  return !stop.test(before.replace(assigned, '')) && !isSwitched(fn, stop, sourceCode)
}

/** `this.setState({ isPlaying: true })`, `setPlaying(true)`, `this.playing = true`, `playing.value = true` */
const TURNED = /\bsetState\(|\bset[A-Z]\w*\(\s*true\b|[\w)\]]\s*=\s*true\b/

/** Is it stopped before the function is called, or in the other branch of what calls it: `if (shown) start(); else if (wasShown) stop()`? */
function isSwitched(fn: FunctionNode, stop: RegExp, sourceCode: SourceCode): boolean {
  const callers = mentionsOf(fn, sourceCode).filter((mention) => isCalled(mention, sourceCode) && isUpdate(enclosingFunction(mention)))
  const stops = (one: Node): boolean => stop.test(sourceCode.getText(one))
  const isStop = (one: Node): boolean => (one.type === 'IfStatement' ? stops(one.test) && stops(one.consequent) : one.type === 'ExpressionStatement' && stops(one)) // and not on a condition of its own
  return callers.length > 0 && !isRunByEvents(fn, sourceCode) && callers.every((caller) => {
    for (let at: Node = caller; at.parent && !isFunction(at); at = at.parent) {
      const { parent } = at
      if (parent.type === 'BlockStatement' && parent.body.some((one) => one.range[1] <= caller.range[0] && isStop(one))) return true
      const other = parent.type !== 'IfStatement' ? null : parent.consequent === at ? parent.alternate : parent.alternate === at ? parent.consequent : null
      if (other && stops(other)) return true
    }
    return false
  })
}

function namesAround(node: Node): string[] {
  const names: string[] = []
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const holder = fn.id ?? (fn.parent.type === 'VariableDeclarator' ? fn.parent.id : 'key' in fn.parent ? fn.parent.key : null)
    if (holder && 'name' in holder && typeof holder.name === 'string') names.push(holder.name)
  }
  return names
}

/** Methods that frameworks call for each update. */
const UPDATE = /^(?:ngOnChanges|componentDidUpdate|updated|componentWillReceiveProps|(?:ng|on)(?:DoCheck|After(?:Content|View)Checked))$/

/** Is the function run whenever what the component is given changes, or called there? */
export function isRunByUpdates(fn: FunctionNode, sourceCode: SourceCode): boolean {
  return [fn, ...mentionsOf(fn, sourceCode).filter((mention) => isCalled(mention, sourceCode))].some((node) => {
    return isUpdate(node === fn ? fn : enclosingFunction(node))
  })
}

function isUpdate(fn: FunctionNode | null): boolean {
  return fn !== null && UPDATE.test(keyOf(fn) ?? '')
}

/** Is the function a handler of an event that comes again and again: a `onClick={start}`, `button.on('click', start)`? */
function isRunByEvents(fn: FunctionNode, sourceCode: SourceCode): boolean {
  return [fn, ...mentionsOf(fn, sourceCode)].some((mention) => {
    const { parent } = outermost(mention)
    return parent?.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute' && /^on[A-Z]/.test(sourceCode.getText(parent.parent))
  })
}
