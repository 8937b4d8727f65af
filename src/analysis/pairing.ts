import type { TSESTree } from '@typescript-eslint/utils'
import type { Resource, ResourceKind } from '../knowledge/resources.ts'
import { type Acquisition, acquisitionOf, endsByItself, isHeldLong } from './acquisitions.ts'
import {
  type FunctionNode, functionOf, isFunction, isModuleScope, isWithin, type Node, outermost, readsOf, resolve, rootVariable, unwrap,
  variableOf,
} from './bindings.ts'
import { isNew, methodCall, numberValue, qualifiedName } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, runsAtLoad } from './functions.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { allMentionsOf, functionsNamed, isReachedFrom, keyName, lastName, membersNamed, mentionsOf } from './occurrences.ts'
import { endsAltogether, isOnWayIn, type Owner, ownerOf, teardownOf } from './owners.ts'
import { isDisposer, type Release, releasesOf } from './releases.ts'

/**
 * What is wrong: nothing releases it on its owner's way out; it starts itself again for ever; it stays behind when what it
 * limits has settled; or the next start overwrites the only handle to it.
 */
export type Fault = 'unreleased' | 'endless' | 'outlived' | 'overwritten'

export interface Leak extends Acquisition {
  fault: Fault
  /** null: every call of the function around it leaves another behind. */
  owner: Owner | null
}

/**
 * Is the call an acquisition that happens again and again, is held by something that outlives its owner, and is not
 * released on the owner's way out? null when not, or when any of this is unknown. `presumes` takes a listener's receiver
 * that is a parameter for long-lived.
 */
export function leakOf(
  call: TSESTree.CallExpression, kind: ResourceKind, resources: readonly Resource[], presumes: boolean, sourceCode: SourceCode,
): Leak | null {
  const acquired = acquisitionOf(call, resources, sourceCode)
  if (acquired?.resource.kind !== kind || acquired.sink.kind === 'elsewhere') return null
  if (acquired.resource.kind === 'timer' && acquired.resource.ends === 'fires') return timerLeak(acquired, sourceCode)
  if (endsByItself(acquired, sourceCode) || !isHeldLong(acquired, presumes, sourceCode)) return null
  const owner = ownerOf(call, sourceCode)
  if (!owner) return isForgottenWait(acquired, sourceCode) ? { ...acquired, owner, fault: 'unreleased' } : null
  if (leavesThePage(acquired, sourceCode) || isOwnSubject(acquired, owner, sourceCode)) return null
  if (!addsUp(acquired, owner, sourceCode) || !isMany(owner, acquired, sourceCode) || isGuarded(call, sourceCode)) return null
  if (!isReleased(acquired, owner, sourceCode)) return { ...acquired, owner, fault: 'unreleased' }
  return isOverwritten(acquired, sourceCode) ? { ...acquired, owner, fault: 'overwritten' } : null
}

/** Is it sure to be released, or in somebody else's hands, when the owner ends? */
function isReleased(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const releases = releasesOf(acquired, sourceCode)
  if (releases.length === 0) return false
  const { entries, isOpaque } = teardownOf(owner, sourceCode)
  if (isOpaque) return true
  const isCertain = endsForSure(owner) && isOnWayIn(acquired.call, owner, sourceCode)
  return releases.some((release) => {
    if (release.isHandedOn || isReachedFrom(release.node, entries, sourceCode)) return true
    if (isInOwnCallback(release, acquired, sourceCode) || isDisposer(release.node, regionOf(owner), sourceCode)) return true
    if (owner.kind === 'effect' && isWithin(release.node, owner.node)) return !isBefore(release.node, acquired.call)
    return !isCertain && !isBefore(release.node, acquired.call)
  })
}

/** A class that can only be stopped may be the one server of its program, and what it hears of the process then ends with it. */
function isMany(owner: Owner, { resource, holder }: Acquisition, sourceCode: SourceCode): boolean {
  if (owner.kind !== 'class' || owner.framework !== null || endsAltogether(owner.node) || resource.kind === 'timer') return true
  return holder === null || /^(?:window|document|globalThis|self)\b/.test(qualifiedName(holder, sourceCode) ?? '')
}

/** The socket of a handler of connections, the request of a handler of requests: it ends with them. */
function isOwnSubject({ holder }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const root = owner.kind === 'callback' && holder ? rootVariable(holder, sourceCode) : null
  return root !== null && root.scope.block === owner.node
}

/** A callback after which the page is another, or the process is gone, takes all with it. */
function leavesThePage({ handler, resource }: Acquisition, sourceCode: SourceCode): boolean {
  const fn = resource.kind === 'timer' && handler ? callbackFunction(handler, sourceCode) : null
  return fn !== null && /\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:reload|replace|assign)\(|\bprocess\.exit\(/.test(sourceCode.getText(fn))
}

/** Does the platform or the framework end the owner by itself, so that no caller can be counted on to do it? */
function endsForSure(owner: Owner): boolean {
  return owner.kind === 'class' ? owner.framework !== null : owner.kind !== 'factory' && owner.kind !== 'callback'
}

function regionOf(owner: Owner): Node {
  return owner.kind === 'effect' ? (owner.scope ?? owner.node) : owner.node
}

/** Is it released by what it calls: a listener that removes itself, an interval that clears itself? */
function isInOwnCallback({ node }: Release, { handler, call }: Acquisition, sourceCode: SourceCode): boolean {
  if (!handler) return false
  const fn = callbackFunction(handler, sourceCode)
  return isReachedFrom(node, fn ? [fn, handler] : [handler], sourceCode) && !isBefore(node, call)
}

/** The function behind a callback: named, a method, or wrapped in `bind`, `debounce`, `useCallback`. */
function callbackFunction(handler: Node, sourceCode: SourceCode): FunctionNode | null {
  const value = resolve(handler, sourceCode)
  const direct = functionOf(value, sourceCode)
  if (direct) return direct
  if (value.type === 'AssignmentExpression') return callbackFunction(value.right, sourceCode)
  if (value.type === 'MemberExpression') return functionsNamed(lastName(value) ?? '', sourceCode)[0] ?? null
  if (value.type !== 'CallExpression') return null
  const bound = methodCall(value)
  const wrapped = bound?.method === 'bind' ? bound.object : value.arguments[0]
  return wrapped ? callbackFunction(wrapped, sourceCode) : null
}

/** Is it run just before the acquisition, to make place for it, and not on another path? */
function isBefore(release: Node, call: Node): boolean {
  if (enclosingFunction(release) !== enclosingFunction(call) || release.range[1] > call.range[0]) return false
  for (let at = release.parent; at && !isFunction(at); at = at.parent) {
    if (isWithin(call, at)) return true
    if (at.type === 'BlockStatement' && at.body.some(leaves)) return false
  }
  return true
}

/**
 * Does each new owner add one? An EventTarget takes the same function only once, so a listener has to be a new function
 * for each of them.
 */
function addsUp({ resource, handler }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (!handler || !/addEventListener$/.test(resource.acquire)) return true
  const value = unwrap(handler)
  if (value.type === 'MemberExpression') {
    if (value.object.type === 'ThisExpression') return owner.kind !== 'class' || isBoundToInstance(lastName(value), owner, sourceCode)
    const root = rootVariable(value, sourceCode)
    return root !== null && !isModuleScope(root.scope)
  }
  const variable = variableOf(value, sourceCode)
  if (!variable) return value.type !== 'Identifier'
  if (isModuleScope(variable.scope)) return isPerInstanceScript(sourceCode) || owner.node.type === 'Program'
  const alias = resolve(value, sourceCode)
  if (alias.type === 'MemberExpression') return addsUp({ resource, handler: alias } as Acquisition, owner, sourceCode)
  return isWithin(variable.scope.block as Node, regionOf(owner))
}

/** A method stands on the prototype and is the same for all instances, unless something binds it. */
function isBoundToInstance(name: string | null, { node }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): boolean {
  if (name === null) return false
  const assigned = membersNamed(name, sourceCode).some(({ parent }) => parent?.type === 'AssignmentExpression')
  const member = node.body.body.find((one) => 'key' in one && keyName(one) === name)
  if (!member) return assigned
  if (member.type !== 'MethodDefinition' || assigned || decoratorsOf(member).length > 0 || decoratorsOf(node).length > 0) return true
  return /\b(?:autoBind|bindAll|boundMethod|autobind)\b/i.test(sourceCode.text)
}

/** Is it done once for all, guarded by a flag that outlives the owners: `if (started) return; started = true`? */
function isGuarded(call: Node, sourceCode: SourceCode): boolean {
  for (let at = call; at.parent; at = at.parent) {
    const { parent } = at
    if (parent.type === 'IfStatement' && parent.consequent === at && isFlag(parent.test, call, sourceCode)) return true
    if (parent.type === 'LogicalExpression' && parent.right === at && isFlag(parent.left, call, sourceCode)) return true
    if (parent.type !== 'BlockStatement') continue
    for (const statement of parent.body) {
      if (statement === at) break
      if (statement.type === 'IfStatement' && leaves(statement.consequent) && isFlag(statement.test, call, sourceCode)) return true
    }
  }
  return false
}

function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(leaves)
  return statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement'
}

/** Does the test read something of the module or of a class that the function around sets? */
function isFlag(test: Node, call: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(call)
  const body = fn ? sourceCode.getText(fn) : ''
  const names = sourceCode.getText(test).match(/[A-Za-z_$][\w$]*(?:\??\.[#\w$]+)*/g) ?? []
  return names.some((name) => {
    const [root = ''] = name.split(/\??\./)
    const isShared = name === root ? isModuleLet(root, sourceCode) : /^(?:[A-Z]|window$|globalThis$|global$|self$|document$)/.test(root)
    return isShared && new RegExp(`${name.replace(/[$.?]/g, '\\$&')}\\s*(?:\\|\\||\\?\\?)?=[^=]|\\+\\+`).test(body)
  })
}

function isModuleLet(name: string, sourceCode: SourceCode): boolean {
  return sourceCode.scopeManager?.scopes.some((scope) => isModuleScope(scope) && (scope.set.get(name)?.defs.length ?? 0) > 0) ?? false
}

/** A listener of a lasting emitter that only settles the promise around it, and stays. */
function isForgottenWait(acquired: Acquisition, sourceCode: SourceCode): boolean {
  const executor = executorAround(acquired.call, sourceCode)
  const fn = acquired.handler && callbackFunction(acquired.handler, sourceCode)
  if (!executor || !fn || runsAtLoad(outermost(executor).parent as Node, sourceCode)) return false
  const settles = executor.params.some((param) => {
    const variable = variableOf(param, sourceCode)
    return variable !== null && readsOf(variable).some(({ identifier }) => isWithin(identifier, fn))
  })
  return settles && releasesOf(acquired, sourceCode).length === 0
}

/** The function that makes the promise in which the code stands directly. */
function executorAround(node: Node, sourceCode: SourceCode): FunctionNode | null {
  const fn = enclosingFunction(node)
  const given = fn && callbackOf(fn)
  return given && given.index === 0 && isNew(given.call, 'Promise', sourceCode) ? fn : null
}

// Timers that fire once

/** Timers end by firing: they are at fault when they start again for ever, or stay behind what they limit. */
function timerLeak(acquired: Acquisition, sourceCode: SourceCode): Leak | null {
  if (acquired.resource.acquire === 'setTimeout' && isLimit(acquired, sourceCode)) {
    return releasesOf(acquired, sourceCode).length === 0 ? { ...acquired, owner: null, fault: 'outlived' } : null
  }
  if (!startsAgain(acquired, sourceCode)) return null
  const owner = ownerOf(acquired.call, sourceCode)
  if (!owner || isGuarded(acquired.call, sourceCode) || isReleased(acquired, owner, sourceCode)) return null
  return { ...acquired, owner, fault: 'endless' }
}

/** Milliseconds for which a timer may be left behind without anybody minding. */
const SHORT = 10_000

/** A timer that rejects a promise in a race, or aborts a request, after some seconds. */
function isLimit({ call, handler }: Acquisition, sourceCode: SourceCode): boolean {
  const executor = executorAround(call, sourceCode)
  const start = executor ? (outermost(executor).parent as Node) : call
  if (runsAtLoad(start, sourceCode)) return false
  const delay = numberValue(call.arguments[1], sourceCode)
  if (delay !== null ? delay < SHORT : call.arguments.length < 2) return false
  if (executor) return racesWith(start, sourceCode)
  return handler !== null && abortsLocally(handler, sourceCode)
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

/** Does the callback come straight to this very call again, with no condition on the way that could stop it? */
function startsAgain({ call, handler }: Acquisition, sourceCode: SourceCode): boolean {
  const fn = handler && callbackFunction(handler, sourceCode)
  const around = enclosingFunction(call)
  if (!fn || !around || isConditional(call)) return false
  return fn === around || allMentionsOf(around, sourceCode).some((mention) => enclosingFunction(mention) === fn && isCalled(mention) && !isConditional(mention))
}

function isCalled(mention: Node): boolean {
  const { parent } = outermost(mention)
  return parent?.type === 'CallExpression' && unwrap(parent.callee) === mention
}

/** Stands the node under a condition, or behind an early return, inside of its function? */
function isConditional(node: Node): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test !== at) return true
        break
      case 'LogicalExpression':
        if (parent.right === at) return true
        break
      case 'SwitchCase':
      case 'CatchClause':
        return true
      case 'BlockStatement':
        for (const statement of parent.body) {
          if (statement === at) break
          if (mayLeave(statement)) return true
        }
    }
  }
  return false
}

function mayLeave(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true
    case 'IfStatement':
      return mayLeave(statement.consequent) || (statement.alternate !== null && mayLeave(statement.alternate))
    case 'BlockStatement':
      return statement.body.some(mayLeave)
    case 'TryStatement':
      return mayLeave(statement.block) || (statement.handler !== null && mayLeave(statement.handler.body))
    case 'SwitchStatement':
      return statement.cases.some(({ consequent }) => consequent.some(mayLeave))
    default:
      return false
  }
}

// Handles that are overwritten

/** Is an interval started, for each of many events, into a place that may hold a running one, which nothing stops first? */
function isOverwritten(acquired: Acquisition, sourceCode: SourceCode): boolean {
  const { call, sink } = acquired
  const fn = enclosingFunction(call)
  if (acquired.resource.kind !== 'timer' || !fn || (sink.kind !== 'field' && sink.kind !== 'variable')) return false
  if (sink.kind === 'variable' && isWithin(sink.variable.scope.block as Node, fn)) return false
  if (isConditional(call) || !isRunByEvents(fn, sourceCode)) return false
  const place = sink.kind === 'variable' ? sink.variable.name : sink.name
  const before = sourceCode.text.slice(fn.body.range[0], call.range[0])
  const names = releasesOf(acquired, sourceCode).flatMap(({ node }) => namesAround(node))
  const assigned = /[\w$.#?[\]]+\s*=\s*(?:window\.)?$/
  return ![place, ...names].some((name) => new RegExp(`(?<![\\w$])${name.replace(/[$#]/g, '\\$&')}(?![\\w$])`).test(before.replace(assigned, '')))
}

function namesAround(node: Node): string[] {
  const names: string[] = []
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const holder = fn.id ?? (fn.parent.type === 'VariableDeclarator' ? fn.parent.id : 'key' in fn.parent ? fn.parent.key : null)
    if (holder && 'name' in holder && typeof holder.name === 'string') names.push(holder.name)
  }
  return names
}

/** Is the function a handler of an event that comes again and again: a `onClick={start}`, `button.on('click', start)`? */
function isRunByEvents(fn: FunctionNode, sourceCode: SourceCode): boolean {
  return [fn, ...mentionsOf(fn, sourceCode)].some((mention) => {
    const { parent } = outermost(mention)
    return parent?.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute' && /^on[A-Z]/.test(sourceCode.getText(parent.parent))
  })
}
