import type { TSESTree } from '@typescript-eslint/utils'
import { COMPONENT_CALLS, DIRECT_CALLBACKS, EFFECT_HOOKS, FIELDS_RELEASING, MOUNT_HOOKS, TEARDOWN_METHODS, UNMOUNT_HOOKS, WATCHING_CALLS, WRAPPING_CALLS } from '../knowledge/frameworks.ts'
import { ENDING_EVENTS, OWN_BUS_RELEASE, REGISTERING_CALLS, RELEASING_HANDS } from '../knowledge/resources.ts'
import type { Acquisition, Sink } from './acquisitions.ts'
import { argumentOf, type FunctionNode, functionOf, initializerOf, isFunction, isWithin, type Node, outermost, readsOf, resolve, rootVariable, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { callbackFunction } from './callbacks.ts'
import { type Call, emitterOf, methodCall, qualifiedName, stringValue } from './calls.ts'
import { leaves } from './conditions.ts'
import { decoratorsOf } from './decorators.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, holderOf, isLoadScope } from './functions.ts'
import { Handles, type Release } from './handles.ts'
import { fieldValues, isPerInstanceScript, isSingleFileComponent, wrappedTarget } from './lifetime.ts'
import { isGivenField } from './givens.ts'
import { callsNamed, isReachedFrom, isTakenBack, keyName, lastName, lastSegment, membersNamed, mentionsOf } from './occurrences.ts'
import type { Owner } from './owners.ts'
import { thisOf } from './selves.ts'
import { isOnWayIn, teardownOf } from './teardown.ts'
import { isOpenedAndClosed } from './template-events.ts'

/** Everywhere in the file, or in `region`, that may release the acquisition. */
export function releasesOf(acquired: Acquisition, sourceCode: SourceCode, region: Node | null = null): Release[] {
  return everyRelease(acquired, sourceCode, region).filter(({ node }) => discardedAround(node) === null)
}

function everyRelease(acquired: Acquisition, sourceCode: SourceCode, region: Node | null): Release[] {
  const { resource, sink } = acquired
  if (typeof resource.match === 'string') {
    const handles = new Handles(resource, sourceCode, region)
    return [...handles.of(sink), ...(resource.match === 'receiver' ? handles.of(ownParameter(acquired, sourceCode)) : []), ...unsubscribed(acquired, sourceCode, region)]
  }
  const others = resource.acquire === '.addEventListener' && acquired.holder && !isOfPlatform(acquired.holder, sourceCode) ? OWN_BUS_RELEASE : []
  const released = callsNamed([...resource.release.map(lastSegment), ...others], sourceCode, region)
    .filter((call) => matches(call, acquired, sourceCode))
    .map((node) => ({ node, isHandedOn: false }))
  return [...released, ...handlersHandedOn(acquired, sourceCode)]
}

/** Is it, or a part of it, what a global variable of the platform's holds? Its methods are known. */
export function isOfPlatform(holder: Node, sourceCode: SourceCode): boolean {
  const value = resolve(emitterOf(holder), sourceCode)
  const at = value.type === 'CallExpression' ? unwrap(value.callee) : value
  if (at.type === 'MemberExpression') return isOfPlatform(at.object, sourceCode)
  if (at.type !== 'Identifier') return false
  const variable = variableOf(at, sourceCode)
  const argument = variable && argumentOf(variable)
  return argument ? isOfPlatform(argument, sourceCode) : (variable?.defs.length ?? 0) === 0
}

/** `source.unsubscribe(listener)`, where sources take listeners back instead of giving a subscription. */
function unsubscribed({ resource, holder, call }: Acquisition, sourceCode: SourceCode, region: Node | null): Release[] {
  const [listener] = call.arguments
  if (resource.kind !== 'subscription' || !listener) return []
  return callsNamed(['unsubscribe'], sourceCode, region).flatMap((node) => {
    const [first] = node.arguments
    const isSame = first !== undefined && mayBeSameHandler(listener, first, sourceCode) && mayBeSameHolder(holder, methodCall(node)?.object ?? null, sourceCode)
    return isSame ? [{ node, isHandedOn: false }] : []
  })
}

/** The function around `node` that is a statement of its own, which nobody can call. */
function discardedAround(node: Node): FunctionNode | null {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (fn.type !== 'FunctionDeclaration' && outermost(fn).parent?.type === 'ExpressionStatement') return fn
  }
  return null
}

/** A cleanup in `region` that would release the acquisition, had it been returned: `() => clearInterval(timer)` as a statement. */
export function discardedCleanup(acquired: Acquisition, region: Node, sourceCode: SourceCode): FunctionNode | null {
  const cleanups = everyRelease(acquired, sourceCode, region).flatMap(({ node }) => discardedAround(node) ?? [])
  return cleanups.find((fn) => isWithin(fn, region)) ?? null
}

/** The parameter by which an observer's callback gets the observer itself. */
function ownParameter({ handler }: Acquisition, sourceCode: SourceCode): Sink {
  const parameter = handler && callbackFunction(handler, sourceCode)?.params[1]
  const variable = parameter ? variableOf(parameter, sourceCode) : null
  return variable ? { kind: 'variable', variable } : { kind: 'dropped' }
}

/** May the call remove what was registered: the same holder, event and listener, as far as they are known? */
export function matches(release: Call, acquired: Acquisition, sourceCode: SourceCode): boolean {
  const { resource, holder, event, handler } = acquired
  if (resource.of === 'page' && release.arguments[0] && mayBeSameHolder(holder, release.arguments[0], sourceCode)) return mayTakeFrom(release, acquired, sourceCode)
  const [first, between, last] = release.arguments
  const second = between && stringValue(between, sourceCode) !== null ? last : between // behind a selector of jQuery's
  const takesListenerOnly = event === null || resource.match === 'handle'
  const [ownEvent, ownHandler] = takesListenerOnly ? [undefined, first] : [first, second]
  if (event && ownEvent && ownEvent.type !== 'SpreadElement' && !mayBeSameEvent(event, ownEvent, sourceCode)) return false
  const receiver = methodCall(release)?.object
  const holderOf = receiver ? emitterOf(receiver) : null
  if (resource.holder === 'receiver' && !isTargetOf(holderOf, handler, sourceCode) && !mayBeSameHolder(holder, holderOf, sourceCode)) return false
  if (release.arguments.some(({ type }) => type === 'SpreadElement')) return true
  if (takesContext(release) && acquired.call.arguments.at(-1)?.type === 'ThisExpression') return true
  if (!ownHandler && isOfPage(release, holderOf, sourceCode)) return false
  if (!first) return !(holderOf && isHandle(holderOf, sourceCode)) // every listener
  if (!ownHandler && ownEvent?.type === 'ThisExpression' && acquired.event?.type === 'ThisExpression') return true // an object that listens
  if (!ownHandler) return ownEvent?.type !== 'ThisExpression' && !(ownEvent && callbackFunction(ownEvent, sourceCode) && takesEvents(holder, sourceCode)) // every listener of the event, which no function names
  return handler !== null && mayBeSameHandler(handler, ownHandler, sourceCode)
}

/** Is it the `this` of the listener itself, which but for methods is what it was added to: https://dom.spec.whatwg.org/#concept-event-listener-inner-invoke */
function isTargetOf(holder: Node | null, handler: Node | null, sourceCode: SourceCode): boolean {
  const fn = holder?.type === 'ThisExpression' ? thisOf(holder) : null
  return fn !== null && handler !== null && !/Definition$|^Property$/.test(fn.parent?.type ?? '') && fn === callbackFunction(handler, sourceCode)
}

/** `queue.unsubscribeAll(this)`, `bus.off(null, null, this)`: all that was registered with that context. */
function takesContext({ arguments: given }: Call): boolean {
  return given.at(-1)?.type === 'ThisExpression' && given.slice(0, -1).every((one) => one.type === 'Literal' && one.value === null)
}

/** `this.removal` of `this.removal = bus.on(…)`, whose `off()` takes that one listener away */
function isHandle(node: Node, sourceCode: SourceCode): boolean {
  const place = unwrap(node)
  if (place.type !== 'MemberExpression' || place.object.type !== 'ThisExpression') return false
  const values = fieldValues(place.object, lastName(place) ?? '', sourceCode)
  return values.length > 0 && values.every((value) => /^(?:on|once|addListener)$/.test(methodCall(value)?.method ?? ''))
}

/** Is the holder seen to be asked with an event, so that a function alone names nothing? Others' own buses may take it. */
function takesEvents(holder: Node | null, sourceCode: SourceCode): boolean {
  return holder !== null && callsNamed(['off', 'removeListener'], sourceCode).some((call) =>
    call.arguments.length > 1 && stringValue(call.arguments[0], sourceCode) !== null && samePlace(holder, methodCall(call)?.object ?? call, sourceCode))
}

/** `Events.off(document, 'keydown', listener)`, where libraries know the function again that they have bound. */
function mayTakeFrom({ arguments: [, ownEvent, ownHandler] }: Call, { event, handler }: Acquisition, sourceCode: SourceCode): boolean {
  if (event && ownEvent && !mayBeSameEvent(event, ownEvent, sourceCode)) return false
  return !ownHandler || (handler !== null && mayBeSameHandler(unbound(handler), unbound(ownHandler), sourceCode))
}

/** `this.onKey` of `Fn.bind(this, this.onKey)`, `$.proxy(this.onKey, this)` and `this.onKey.bind(this)` */
function unbound(handler: Node): Node {
  const value = unwrap(handler)
  if (value.type !== 'CallExpression' || !/^(?:bind|proxy|hitch)$/.test(lastName(value.callee) ?? '')) return value
  const fn = value.arguments.find(({ type }) => type === 'MemberExpression' || type === 'Identifier')
  return fn ?? methodCall(value)?.object ?? value
}

/** `window.removeEventListener('scroll')` throws for want of a listener, and removes nothing: https://dom.spec.whatwg.org/#interface-eventtarget */
function isOfPage(release: Call, holder: Node | null, sourceCode: SourceCode): boolean {
  if (lastName(release.callee) !== 'removeEventListener') return false
  return holder === null || /^(?:window|document)(?:\.(?:body|documentElement|head))?$/.test(holderName(holder, sourceCode) ?? '')
}

export function mayBeSameHolder(left: Node | null, right: Node | null, sourceCode: SourceCode): boolean {
  if (left && right && isSelf(left, sourceCode) !== isSelf(right, sourceCode)) return false
  const a = left === null ? 'window' : holderName(left, sourceCode)
  const b = right === null ? 'window' : holderName(right, sourceCode)
  if (a !== null && b !== null) return a === b
  const [known, other] = a === null ? [b, left] : [a, right]
  return known === null || other === null || known.startsWith('this.') || mayBePlatform(other, sourceCode)
}

function isSelf(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  return value.type === 'ThisExpression' || (value.type === 'Identifier' && /^(?:self|that|_?this|me|vm)$/.test(value.name) && (variableOf(value, sourceCode)?.defs.length ?? 0) > 0)
}

/** May a name or field of the file's stand for `window`, `document` or `process`? */
function mayBePlatform(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (value.type !== 'MemberExpression') return true
  return /win|doc|body|view|root|target|process|global|parent|scroll|emitter|bus|hub/i.test(lastName(value) ?? '')
}

/** Does the page itself, or its window, keep it? */
export function isKeptByPage({ holder }: Acquisition, sourceCode: SourceCode): boolean {
  return holder === null || /^(?:window|document|globalThis|self)\b/.test(holderName(holder, sourceCode) ?? '')
}

/** What a holder is called, where that tells it from others. */
export function holderName(node: Node, sourceCode: SourceCode): string | null {
  const inner = wrappedTarget(node)
  const name = inner ? holderName(inner, sourceCode) : qualifiedName(node, sourceCode)
  if (name !== null) return ['globalThis', 'self', 'global', 'document.defaultView'].includes(name) ? 'window' : name
  const value = unwrap(node)
  return value.type === 'MemberExpression' && value.object.type === 'ThisExpression' ? `this.${lastName(value)}` : null
}

function mayBeSameEvent(left: Node, right: Node, sourceCode: SourceCode): boolean {
  const a = stringValue(left, sourceCode)
  const b = stringValue(right, sourceCode)
  if (a === null || b === null) return mayBeginAlike(beginningOf(left, sourceCode), beginningOf(right, sourceCode))
  if (a === b) return true
  return a.split(/\s+/).some((one) => b.split(/\s+/).some((other) => one === other || isOfNamespace(one, other) || isOfNamespace(other, one)))
}

/** `'scroll.' + id` and `'resize'` begin as no one event does. Only what is left of the first dot counts, behind which namespaces stand in any order. */
function mayBeginAlike(left: string | null, right: string | null): boolean {
  if (left === null || right === null || left.startsWith('.') || right.startsWith('.')) return true
  return left.startsWith(right) || right.startsWith(left) || (/\./.test(left + right) && left.split('.')[0] === right.split('.')[0])
}

/** How the text begins that is put together here; null where that is not seen, or where it names many events. */
function beginningOf(node: Node, sourceCode: SourceCode): string | null {
  const value = resolve(node, sourceCode)
  if (/\s/.test(sourceCode.getText(value).replace(/\s*\+\s*/g, ''))) return null
  if (value.type === 'TemplateLiteral') return value.quasis[0]?.value.cooked || null
  if (value.type === 'BinaryExpression' && value.operator === '+') return beginningOf(value.left, sourceCode)
  return stringValue(value, sourceCode) || null
}

/** Events of jQuery have namespaces: `off('.menu')` and `off('click')` remove `click.menu`. */
function isOfNamespace(event: string, part: string): boolean {
  return event.startsWith(`${part}.`) || (part.startsWith('.') && event.endsWith(part))
}

/** Listeners are the same by identity: the same variable, or the same field. */
function mayBeSameHandler(left: Node, right: Node, sourceCode: SourceCode): boolean {
  const a = identityOf(left, sourceCode)
  const b = identityOf(right, sourceCode)
  if (a.length === 0 || b.length === 0) return false
  return a.some((one) => one === 'unknown' || b.some((other) => other === 'unknown' || other === one))
}

/** The constant that a function is kept in, of the name that it has for itself: `const up = function up() { … }`. */
function selfOf({ defs: [definition] }: Variable, sourceCode: SourceCode): Variable[] {
  const fn = definition?.node as Node | undefined
  const holder = (definition?.type as string) === 'FunctionName' && fn?.type === 'FunctionExpression' ? holderOf(fn, sourceCode) : null
  return holder ? [holder] : []
}

/** The variables and field names under which a listener can be found again; none for a function made in place. */
export function identityOf(node: Node, sourceCode: SourceCode): (Variable | string)[] {
  const value = unwrap(node)
  switch (value.type) {
    case 'ThisExpression':
      return ['this']
    case 'MemberExpression':
      return [value.computed ? 'unknown' : (lastName(value) ?? 'unknown')]
    case 'AssignmentExpression':
      return identityOf(value.left, sourceCode)
    case 'FunctionExpression': {
      const name = value.id && variableOf(value.id, sourceCode)
      return name ? [name] : []
    }
    case 'Identifier': {
      const variable = variableOf(value, sourceCode)
      return variable ? [variable, ...selfOf(variable, sourceCode), ...aliasesOf(variable, sourceCode)] : ['unknown']
    }
    case 'LogicalExpression':
      return [...identityOf(value.left, sourceCode), ...identityOf(value.right, sourceCode)]
    case 'ConditionalExpression':
      return [...identityOf(value.consequent, sourceCode), ...identityOf(value.alternate, sourceCode)]
    case 'CallExpression':
      return value.arguments.length === 0 ? ['unknown'] : [] // what wraps a function makes another each time
    default:
      return []
  }
}

/** Other names of a listener's variable: what it was made from, and the variables and fields that it is put into. */
function aliasesOf(variable: Variable, sourceCode: SourceCode): (Variable | string)[] {
  const [definition] = variable.defs
  const type = definition?.type as string | undefined
  const node = definition?.node as Node | undefined
  if (type === 'Parameter' || (node?.type === 'VariableDeclarator' && node.id.type !== 'Identifier')) return ['unknown']
  if (node?.type === 'VariableDeclarator' && /^For(?:Of|In)/.test(node.parent.parent?.type ?? '')) return ['unknown']
  const source = node?.type === 'VariableDeclarator' && node.init ? resolve(node.init, sourceCode) : null
  if (source && methodCall(source)?.method === 'get') return ['unknown']
  const choices = source ? choicesOf(source) : []
  const origin = choices.flatMap((choice) => (/^(?:MemberExpression|Identifier|ThisExpression)$/.test(choice.type) ? identityOf(choice, sourceCode) : []))
  const fields = readsOf(variable).flatMap(({ identifier }) => {
    const { parent } = outermost(identifier)
    if (parent?.type === 'AssignmentExpression' && parent.right === identifier) return variableOf(parent.left, sourceCode) ?? lastName(parent.left) ?? 'unknown'
    return parent?.type === 'Property' && parent.parent.type === 'ObjectExpression' ? (lastName(parent.key) ?? 'unknown') : []
  })
  return [...origin, ...fields]
}

/** `a` and `b` of `const listener = fast ? a : b`, which is chosen once more where it is removed. */
function choicesOf(source: Node): Node[] {
  return source.type === 'ConditionalExpression' ? [unwrap(source.consequent), unwrap(source.alternate)] : [source]
}

/** Where the listener itself is returned or put into a collection, so that others can remove it. */
function handlersHandedOn({ call, handler }: Acquisition, sourceCode: SourceCode): Release[] {
  const variable = handler && variableOf(handler, sourceCode)
  if (!variable) return []
  return readsOf(variable).flatMap(({ identifier }) => {
    const { parent } = outermost(identifier)
    if (isWithin(identifier, call) || !parent) return []
    const isPushed = parent.type === 'CallExpression' && ['push', 'add', 'set'].includes(lastName(parent.callee) ?? '') && parent.callee !== identifier
    return isPushed || parent.type === 'ReturnStatement' || parent.type === 'ArrayExpression' ? [{ node: parent, isHandedOn: true }] : []
  })
}

/**
 * Is a function around `node`, inside of `region`, given to somebody who may call it later: returned, pushed, registered for
 * an end? What is handed to hooks, timers and events that are no end does not count.
 */
function isDisposer(node: Node, region: Node, sourceCode: SourceCode): boolean {
  const seen = new Set<Node>([region])
  const isGiven = (value: Node): boolean => {
    const held = outermost(value)
    const { parent } = held
    switch (parent?.type) {
      case 'ReturnStatement':
      case 'ArrayExpression':
        return true
      case 'Property':
        return parent.parent.type === 'ObjectExpression' && parent.parent !== region && parent.value === held && isGiven(parent.parent)
      case 'ArrowFunctionExpression':
        return parent.body === held
      case 'AssignmentExpression':
        return parent.right === held && isCalledByOthers(parent.left, sourceCode)
      case 'CallExpression':
      case 'NewExpression':
        return callbackOf(held) !== null && !isTakenBack(held) && isTaken(parent, sourceCode, () => around(parent))
      default:
        return false
    }
  }
  const isMentionGiven = (mention: Node): boolean => {
    const held = outermost(mention)
    const isCalled = held.parent?.type === 'CallExpression' && held.parent.callee === held
    return isCalled ? around(held) : isGiven(held)
  }
  const around = (at: Node): boolean => {
    for (let fn = enclosingFunction(at); fn && isWithin(fn, region); fn = enclosingFunction(fn)) {
      if (seen.has(fn)) continue
      seen.add(fn)
      if (isGiven(fn) || mentionsOf(fn, sourceCode).some(isMentionGiven)) return true
    }
    return false
  }
  return around(node)
}

/** `popup.cleanup()`, where the field is `this.cleanup` */
function isCalledByOthers(field: Node, sourceCode: SourceCode): boolean {
  if (field.type !== 'MemberExpression' || field.object.type !== 'ThisExpression') return false
  return callsNamed([lastName(field) ?? ''], sourceCode).some((call) => methodCall(call)?.object.type === 'Identifier')
}

/** Does the function around the acquisition give its callers what releases it, and do they keep it, or all throw it away? */
function atCallers(release: Node, call: Node, sourceCode: SourceCode): 'kept' | 'dropped' | 'unknown' {
  const fn = enclosingFunction(call)
  const mentions = fn && isDisposer(release, fn, sourceCode) ? mentionsOf(fn, sourceCode) : []
  const calls = mentions.flatMap((mention) => {
    const { parent } = outermost(mention)
    return parent?.type === 'CallExpression' && parent.callee === outermost(mention) ? parent : []
  })
  const isDropped = (one: Node): boolean => outermost(one).parent?.type === 'ExpressionStatement'
  if (calls.some((one) => !isDropped(one))) return 'kept'
  return calls.length > 0 && calls.length === mentions.length ? 'dropped' : 'unknown'
}

/** Does the call keep its callback for an end? `direct` answers for calls that run it as part of what is around them. */
function isTaken(call: Call, sourceCode: SourceCode, direct: () => boolean): boolean {
  const name = lastName(call.callee) ?? ''
  if (EFFECT_HOOKS.has(name) || MOUNT_HOOKS.has(name) || COMPONENT_CALLS.has(name) || WATCHING_CALLS.has(name) || /^(?:createElement|h|_?jsxs?)$/.test(name)) return false
  if (REGISTERING_CALLS.has(name)) return ENDING_EVENTS.has(stringValue(call.arguments[0], sourceCode) ?? '')
  return !(DIRECT_CALLBACKS.has(name) || WRAPPING_CALLS.has(name)) || direct()
}

/** Does the function that starts a timer and keeps its handle for itself clear it before it is done, as in `finally`, after a while, or when the hand is taken off? */
function isEndedInCall({ call, resource, sink }: Acquisition, release: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(call)
  const ending = enclosingFunction(release)
  if (resource.kind !== 'timer' || fn === null || isBefore(release, call)) return false
  if (ending && [ending, ...mentionsOf(ending, sourceCode)].some((one) => isRunLater(callbackOf(one)?.call, fn, sourceCode))) return true
  return sink.kind === 'variable' && ending === fn && isWithin(sink.variable.scope.block as Node, fn)
}

/** `setTimeout(stop, 2000)` in the function itself, `on(document, 'mouseup', stop)` in it or around it */
function isRunLater(call: Call | undefined, fn: FunctionNode, sourceCode: SourceCode): boolean {
  const around = call && enclosingFunction(call)
  if (!call || !around) return false
  if (lastName(call.callee) === 'setTimeout') return around === fn
  return isWithin(fn, around) && call.arguments.slice(0, 2).flatMap((one) => (one.type === 'ArrayExpression' ? one.elements : [one])).some((event) => RELEASING_HANDS.has(stringValue(event ?? undefined, sourceCode) ?? ''))
}

/** Is it released when something ends that the function around the acquisition hears of: `response.on('close', …)`, `onCleanup(…)`? */
function isAtEnding(release: Node, call: Node, sourceCode: SourceCode): boolean {
  for (let fn = enclosingFunction(release); fn && !isWithin(call, fn); fn = enclosingFunction(fn)) {
    const given = isWithin(fn, enclosingFunction(call) ?? fn.parent) ? callbackOf(fn) : null
    const name = (given && lastName(given.call.callee)) ?? ''
    if (UNMOUNT_HOOKS.has(name) || (REGISTERING_CALLS.has(name) && ENDING_EVENTS.has(stringValue(given?.call.arguments[0], sourceCode) ?? ''))) return true
  }
  return false
}

/** Is it sure to be released, or in somebody else's hands, when the owner ends? */
export function isReleased(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (owner.kind === 'effect' && skippingReturn(acquired, owner.node, sourceCode)) return false
  if (owner.kind === 'class' && acquired.resource.kind === 'subscription' && acquired.sink.kind === 'field' && decoratorsOf(owner.node).some((one) => FIELDS_RELEASING.test(sourceCode.getText(one)))) return true
  const { entries, isOpaque } = teardownOf(owner, sourceCode)
  const isCertain = endsForSure(owner) && isOnWayIn(acquired.call, owner, sourceCode)
  const isSure = (release: Release) => {
    if (isOpaque) return true
    if (release.isHandedOn || isReachedFrom(release.node, entries, sourceCode)) return true
    if (isInOwnCallback(release, acquired, sourceCode) || isReleasedNearBy(acquired, release.node, sourceCode)) return true
    if (!isBefore(release.node, acquired.call) && isDisposer(release.node, regionOf(owner), sourceCode)) return true // what is called before only makes place for the next
    if (isAtEnding(release.node, acquired.call, sourceCode)) return true
    const given = atCallers(release.node, acquired.call, sourceCode)
    if (given !== 'unknown') return given === 'kept'
    if (owner.kind === 'effect' && isWithin(release.node, owner.node)) return !isBefore(release.node, acquired.call)
    if (isEndedInCall(acquired, release.node, sourceCode) || isLetGo(acquired, release.node, sourceCode) || isAfterwards(release.node, acquired.call, sourceCode)) return true
    if (lastSegment(acquired.resource.acquire) === 'setInterval' && endsForSure(owner)) return false // whatever else stops it need not come before the end
    if (isCertain || isBefore(release.node, acquired.call) || ((owner.kind === 'setup' || owner.kind === 'options') && isInSameWatcher(release.node, acquired.call))) return false
    return !isLeftOpen(release.node, acquired, owner, sourceCode)
  }
  // Most are released near by: a file with many owners need not be searched for each of them
  return releasesOf(acquired, sourceCode, regionOf(owner)).some(isSure) || releasesOf(acquired, sourceCode).some(isSure)
}

/**
 * In an effect, the `return` without a cleanup that code may take between the acquisition and the cleanup at the end; null
 * where there is none, or something is released before it.
 */
export function skippingReturn({ call }: Acquisition, fn: Node, sourceCode: SourceCode): TSESTree.ReturnStatement | null {
  const body = isFunction(fn) && fn.body.type === 'BlockStatement' ? fn.body.body : []
  const last = body.at(-1)
  if (last?.type !== 'ReturnStatement' || !last.argument || !functionOf(last.argument, sourceCode)) return null
  const start = body.findIndex((statement) => isWithin(call, statement))
  if (start < 0 || !/^(?:Expression|Variable)/.test(body[start]?.type ?? '') || enclosingFunction(call) !== fn) return null
  for (const statement of body.slice(start + 1)) {
    if (statement.type !== 'IfStatement') continue
    const taken = statement.consequent.type === 'BlockStatement' && statement.consequent.body.length === 1 ? statement.consequent.body[0] : statement.consequent
    if (taken?.type === 'ReturnStatement' && !taken.argument) return taken
  }
  return null
}

/**
 * Is the last one, whoever started it, released first, so that there is one at the most: `clearInterval(timer); timer = setInterval(…)` with a
 * variable of the module or a part of it or of the window, or the same listener removed and added?
 */
export function isReplaced(acquired: Acquisition, sourceCode: SourceCode): boolean {
  const { sink, call, handler } = acquired
  if (isEmptied(acquired, sourceCode)) return true
  const kept = sink.kind === 'variable' ? sink.variable : sink.kind === 'field' ? rootVariable(sink.member, sourceCode) : handler && variableOf(handler, sourceCode)
  const isOfWindow = sink.kind === 'field' && /^(?:window|globalThis|self)\b/.test(sourceCode.getText(sink.member)) && (kept?.defs.length ?? 0) === 0
  if (!isOfWindow && (!kept || !isLoadScope(kept.scope, sourceCode) || isPerInstanceScript(sourceCode))) return false
  return releasesOf(acquired, sourceCode).some(({ node, isHandedOn }) =>
    !isHandedOn && enclosingFunction(node) === enclosingFunction(call) && node.range[1] <= call.range[0])
}

/** Given an event alone, they take away all of its listeners, as what a preload script hands to the page does by any of their names. */
const EMPTYING: readonly string[] = ['removeAllListeners', 'removeListener', 'removeEventListener', 'off', 'unbind']

/** `ipc.removeAllListeners('state')` before `ipc.on('state', show)`, `$(window).off('resize.chart')` before the `on`: there is one, whoever put it there. */
function isEmptied({ call, holder, event }: Acquisition, sourceCode: SourceCode): boolean {
  return holder !== null && event !== null && callsNamed(EMPTYING, sourceCode).some((other) => {
    const object = methodCall(other)?.object
    const [named, handler] = other.arguments
    return object !== undefined && named !== undefined && handler === undefined && (samePlace(object, holder, sourceCode) || sourceCode.getText(object) === sourceCode.getText(holder)) && sourceCode.getText(named) === sourceCode.getText(event) && isBefore(other, call)
  })
}

/** May somebody else hold what keeps it, as its being a parameter, a part or an answer of one, or what is asked for by `get…()` shows? */
export function mayBeShared({ holder, resource }: Acquisition, sourceCode: SourceCode): boolean {
  return holder !== null && resource.holder === 'receiver' && isSharedHolder(holder, sourceCode)
}

export function isSharedHolder(holder: Node, sourceCode: SourceCode): boolean {
  if (lastName(unwrap(holder)) === 'nativeElement') return false // of Angular's component itself, or of its template
  const root = rootVariable(holder, sourceCode)
  if (root?.defs[0]?.type === ('Parameter' as never) || isGivenField(holder, sourceCode, true)) return true
  const made = root && initializerOf(root)
  if (made?.type === 'MemberExpression' && rootVariable(made, sourceCode)?.defs[0]?.type === ('Parameter' as never)) return true
  return made?.type === 'CallExpression' && /^get/.test(lastName(made.callee) ?? '')
}

/** Is another thing that the same holder keeps released when the owner ends, so that its author knows it to live longer? */
export function releasesOthersOf({ resource, holder }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const { entries } = teardownOf(owner, sourceCode)
  if (entries.length === 0 || holder === null) return false
  const isHolder = (node: Node | undefined): boolean => node !== undefined && (samePlace(holder, node, sourceCode) || isFieldOf(holder, node, sourceCode))
  const names = resource.release.map((name) => name.slice(1))
  const releasesIn = (region: Node | null): boolean =>
    callsNamed(LEAVING_CALLS, sourceCode, region).some((call) => call.arguments[0]?.type === 'ThisExpression' && isHolder(methodCall(call)?.object) && isReachedFrom(call, entries, sourceCode)) ||
    callsNamed(names, sourceCode, region).some((call) => {
      const receiver = methodCall(call)?.object
      return isHolder(receiver && emitterOf(receiver)) && isReachedFrom(call, entries, sourceCode)
    })
  const isOwnField = owner.kind === 'class' && /^this\b/.test(sourceCode.getText(holder))
  return releasesIn(owner.node) || (!isOwnField && releasesIn(null)) // near by first: a file with many owners need not be searched for each of them
}

/** `this.entity`, or `this._entity`, of a class whose constructor is given `entity` */
function isFieldOf(parameter: Node, field: Node, sourceCode: SourceCode): boolean {
  if (parameter.type !== 'Identifier' || field.type !== 'MemberExpression' || field.object.type !== 'ThisExpression') return false
  const definition = variableOf(parameter, sourceCode)?.defs[0]
  const build = (definition?.node as Node | undefined)?.parent
  const isOfConstructor = (definition?.type as string) === 'Parameter' && build?.type === 'MethodDefinition' && build.kind === 'constructor'
  return isOfConstructor && isWithin(field, build.parent) && lastName(field)?.replace(/^_/, '') === parameter.name
}

/** Is it taken from the holder of before when another comes, so that its author knows that holders live on? Elements are as a rule the owner's own. */
export function isTakenFromLast(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const { entries } = teardownOf(owner, sourceCode)
  if (acquired.resource.kind !== 'listener' || /addEventListener$/.test(acquired.resource.acquire) || entries.length === 0) return false
  return releasesOf(acquired, sourceCode).some(({ node, isHandedOn }) => {
    const last = node.type === 'CallExpression' ? methodCall(node)?.object : null
    return !isHandedOn && last != null && isBefore(node, acquired.call) && !isEndedWith(last, entries, sourceCode)
  })
}

/** Does what keeps it end with the owner, and with that all that it keeps: `this.player.destroy()`? */
export function isHolderEnded({ holder, resource }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (resource.kind !== 'listener' || holder?.type !== 'MemberExpression' || holder.object.type !== 'ThisExpression') return false
  return isEndedWith(holder, teardownOf(owner, sourceCode).entries, sourceCode)
}

/** Is it ended, too, when the owner ends: `this.style.destroy()`, with no condition of another's? */
function isEndedWith(place: Node, entries: readonly Node[], sourceCode: SourceCode): boolean {
  return callsNamed(TEARDOWN_METHODS, sourceCode).some((call) => {
    const object = methodCall(call)?.object
    if (!object || !samePlace(object, place, sourceCode) || !isReachedFrom(call, entries, sourceCode)) return false
    for (let at: Node = call; at.parent && !isFunction(at); at = at.parent) {
      if (at.parent.type === 'IfStatement' && !sourceCode.getText(at.parent.test).includes(lastName(place) ?? '')) return false
    }
    return true
  })
}

/** Methods by which an instance takes itself out of what holds it: `this.manager.unregister(this)`. */
export const LEAVING_CALLS: readonly string[] = ['remove', 'unregister', 'detach', 'delete', 'removeLayer', 'removeControl', 'removeChild', 'unsubscribe', 'deregister', '_removePath']

/** Does the platform or the framework end the owner by itself, so that no caller can be counted on to do it? */
export function endsForSure(owner: Owner): boolean {
  return owner.kind === 'class' ? owner.framework !== null : !/^(?:factory|callback|prototype)$/.test(owner.kind)
}

/** The code that is the owner's own: for an effect, the component's around it. */
export function regionOf(owner: Owner): Node {
  return owner.kind === 'effect' ? (owner.scope ?? owner.node) : owner.node
}

/** Is it released by what it calls: a listener that removes itself, an interval that clears itself? */
function isInOwnCallback({ node }: Release, { handler, call }: Acquisition, sourceCode: SourceCode): boolean {
  if (!handler) return false
  const fn = callbackFunction(handler, sourceCode)
  return isReachedFrom(node, fn ? [fn, handler] : [handler], sourceCode) && !isBefore(node, call)
}

/** Does the code that acquired it release it as well, or a handler of its own: `worker.onmessage = () => worker.terminate()`, `socket.on('end', leave)`? */
function isReleasedNearBy({ sink, resource, call }: Acquisition, release: Node, sourceCode: SourceCode): boolean {
  if (resource.kind !== 'resource' || (sink.kind !== 'field' && !('variable' in sink))) return false
  const around = enclosingFunction(call)
  if (sink.kind === 'variable' && around && isWithin(release, around) && !isBefore(release, call)) return true
  const mentions = 'variable' in sink ? readsOf(sink.variable).map(({ identifier }) => identifier as Node) : membersNamed(sink.name, sourceCode).filter((member) => samePlace(member, sink.member, sourceCode))
  return isReachedFrom(release, mentions.flatMap(handlersGivenTo), sourceCode)
}

/** What the methods of the handle are given there, and its handlers set to. */
function handlersGivenTo(handle: Node): readonly Node[] {
  const { parent: member } = outermost(handle)
  if (member?.type === 'MemberExpression' && lastName(member) === 'current') return handlersGivenTo(member)
  const { parent } = member?.type === 'MemberExpression' && member.object === outermost(handle) ? outermost(member) : {}
  if (parent?.type === 'AssignmentExpression' && parent.left === member) return [parent.right]
  return parent?.type === 'CallExpression' && unwrap(parent.callee) === member ? parent.arguments : []
}

/**
 * Is the listener added by one method and removed by another, such as `open` and `close`, between which the framework may end the component?
 * Hardly while somebody drags, and not where what removes it hears of events itself, or is called by what it was added in.
 */
function isLeftOpen(release: Node, { call, resource, event }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const [adding, removing] = [enclosingFunction(call), enclosingFunction(release)]
  if (resource.kind !== 'listener' || !endsForSure(owner) || owner.kind === 'effect' || !adding || !removing || adding === removing || isWithin(removing, adding) || isOpenedAndClosed(adding, removing, sourceCode)) return false
  const registered = callbackOf(removing)
  if (DRAGGING.test(stringValue(event ?? undefined, sourceCode) ?? '') || (registered && REGISTERING_CALLS.has(lastName(registered.call.callee) ?? ''))) return false
  if (!isSingleFileComponent(sourceCode) && mentionsOf(adding, sourceCode).length === 0) return false // a mixin's, which others call
  return !callsNamed(['addEventListener', 'on', 'addListener', 'bind', 'once', 'then', 'setTimeout'], sourceCode, adding).some((other) => isReachedFrom(release, other.arguments, sourceCode))
}

/** Does the function that listens to a drag listen to its end as well, which releases it: `on(document, 'mouseup', drop)`? */
function isLetGo({ call, event }: Acquisition, release: Node, sourceCode: SourceCode): boolean {
  const fn = DRAGGING.test(stringValue(event ?? undefined, sourceCode) ?? '') ? enclosingFunction(call) : null
  return fn !== null && callsNamed(REGISTERING_CALLS, sourceCode, fn).some((other) =>
    RELEASING_HANDS.has(stringValue(other.arguments[0], sourceCode) ?? '') && isReachedFrom(release, other.arguments, sourceCode))
}

/** What is listened to between the start of a drag and its end. */
const DRAGGING = /^(?:(?:mouse|touch|pointer)(?:move|up|end|cancel)|drag\w*|drop)$/

/** Do both wait for what is watched to change, `watch(open, (is) => is ? add() : remove())`, which it does not when the component goes? */
function isInSameWatcher(release: Node, call: Node): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const given = callbackOf(fn)
    if ((given?.index === 1 && lastName(given.call.callee) === 'watch') || isWatchOption(fn)) return isWithin(release, fn)
  }
  return false
}

/** `watch: { open(is) {} }`, `watch: { open: { handler(is) {} } }` */
function isWatchOption(fn: FunctionNode): boolean {
  const { parent } = fn
  const entry = parent.type === 'Property' && keyName(parent) === 'handler' ? parent.parent.parent : parent
  const options = entry?.type === 'Property' ? entry.parent.parent : null
  return options?.type === 'Property' && keyName(options) === 'watch'
}

/** `if (hidden) clearInterval(timer) else timer = setInterval(…)` */
function isOtherBranch(at: Node, release: Node, call: Node): boolean {
  return at.type === 'IfStatement' && isWithin(release, at.consequent) && at.alternate !== null && isWithin(call, at.alternate)
}

/** Is it released by a later statement of the same list, which code in between comes to whatever happens: `add(f); try { await … } catch { … } remove(f)`? */
function isAfterwards(release: Node, call: Node, sourceCode: SourceCode): boolean {
  if (enclosingFunction(release) !== enclosingFunction(call)) return false
  const first = statementOf(call)
  const { parent } = first
  const list: readonly Node[] = parent?.type === 'BlockStatement' ? parent.body : []
  const [from, to] = [list.indexOf(first), list.indexOf(statementOf(release))]
  return from >= 0 && to > from && list.slice(from + 1, to).every((one) => {
    if (one.type === 'TryStatement') return one.handler !== null && !/\b(?:return|throw)\b/.test(sourceCode.getText(one.handler)) && !/\breturn\b/.test(sourceCode.getText(one.block))
    return (one.type === 'ExpressionStatement' || one.type === 'VariableDeclaration') && !/\bawait\b/.test(sourceCode.getText(one))
  })
}

function statementOf(node: Node): Node {
  let at = node
  while (at.parent && at.parent.type !== 'BlockStatement') at = at.parent
  return at
}

/** Is it run just before the acquisition, to make place for it, and not on another path? */
function isBefore(release: Node, call: Node): boolean {
  if (enclosingFunction(release) !== enclosingFunction(call) || release.range[1] > call.range[0]) return false
  for (let at = release.parent; at && !isFunction(at); at = at.parent) {
    if (isWithin(call, at)) return !isOtherBranch(at, release, call)
    if (at.type === 'BlockStatement' && at.body.some(leaves)) return false
  }
  return true
}
