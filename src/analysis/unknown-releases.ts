import { REGISTERING_CALLS, RELEASING_ALL, RELEASING_NAME } from '../knowledge/resources.ts'
import type { Acquisition } from './acquisitions.ts'
import { type Node, samePlace, variableOf } from './bindings.ts'
import { type Call, emitterOf, methodCall, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { isReachedFrom, lastName, lastSegment, occurrences } from './occurrences.ts'
import type { Owner } from './owners.ts'
import { isRunAgain } from './recurrence.ts'
import { holderName, identityOf, isOfPlatform, LEAVING_CALLS } from './releases.ts'
import { teardownOf } from './teardown.ts'

/**
 * May a call that the protocol does not know take it away as the owner ends, by its name and by what it is given: `bus.dropAll(this)`,
 * `unlisten(bus, this.onKey)`, `lottie.destroy()`? What the platform's own objects have is known.
 */
export function mayBeReleasedOtherwise(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const { entries } = teardownOf(owner, sourceCode)
  if (entries.length === 0 || acquired.resource.kind === 'timer' || (owner.kind === 'effect' && isRunAgain(owner, sourceCode))) return false
  const { match, release } = acquired.resource
  const known = new Set(typeof match === 'string' ? [] : release.map(lastSegment)) // a handle's own are asked of the handle
  for (const [name, calls] of occurrences(sourceCode).calls) {
    if (!RELEASING_NAME.test(name) || known.has(name) || REGISTERING_CALLS.has(name)) continue
    if (calls.some((call) => mayTakeAway(call, acquired, sourceCode) && isReachedFrom(call, entries, sourceCode))) return true
  }
  return false
}

function mayTakeAway(call: Call, acquired: Acquisition, sourceCode: SourceCode): boolean {
  const [event] = call.arguments
  const named = event && acquired.event ? [stringValue(event, sourceCode), stringValue(acquired.event, sourceCode)] : []
  if (named.length > 0 && !named.includes(null) && named[0] !== named[1]) return false
  return isOfHolder(call, acquired, sourceCode) || isOfHandle(call, acquired, sourceCode) || takesHandler(call, acquired, sourceCode)
}

/** `bus.dropAll()` of what `bus.on(…)` registered, `bus.leave(this)`, `bus.drop('change')`; but not `bus.removePeer(peer)` and `bus.cancelOrders()`. */
function isOfHolder(call: Call, { call: acquiring, holder, event }: Acquisition, sourceCode: SourceCode): boolean {
  const object = methodCall(call)?.object
  if (object === undefined || object.type === 'ThisExpression') return false
  const [first] = call.arguments
  const name = lastName(call.callee) ?? ''
  const isWhole = first ? (first.type === 'ThisExpression' && !LEAVING_CALLS.includes(name)) || (event !== null && sourceCode.getText(first) === sourceCode.getText(event)) : RELEASING_ALL.test(name)
  if (!isWhole) return false
  return [holder, methodCall(acquiring)?.object].some((one) => one != null && one.type !== 'ThisExpression' && !isOfPlatform(one, sourceCode) && isSame(emitterOf(object), emitterOf(one), sourceCode))
}

/** `feed.stop()` of `feed = relay.subscribe(filter)` */
function isOfHandle(call: Call, { sink }: Acquisition, sourceCode: SourceCode): boolean {
  const object = methodCall(call)?.object
  if (object === undefined || call.arguments.length > 0) return false
  return 'variable' in sink ? variableOf(object, sourceCode) === sink.variable : sink.kind === 'field' && samePlace(object, sink.member, sourceCode)
}

function isSame(left: Node, right: Node, sourceCode: SourceCode): boolean {
  return samePlace(left, right, sourceCode) || (holderName(left, sourceCode) ?? left) === holderName(right, sourceCode)
}

function takesHandler(call: Call, { handler, resource }: Acquisition, sourceCode: SourceCode): boolean {
  const own = handler && /^(?:listener|subscription)$/.test(resource.kind) ? identityOf(handler, sourceCode).filter((one) => one !== 'unknown' && one !== 'this') : []
  return call.arguments.some((given) => given.type !== 'SpreadElement' && identityOf(given, sourceCode).some((one) => own.includes(one)))
}
