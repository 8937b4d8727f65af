import type { TSESTree } from '@typescript-eslint/utils'
import { LASTING_GLOBALS, type Resource } from '../knowledge/resources.ts'
import { type Acquisition, acquisitionOf, endsByItself } from './acquisitions.ts'
import { type FunctionNode, isFunction, isWithin, type Node, outermost, readsOf, resolve, rootVariable, samePlace, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { methodCall, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { isOwnPart } from './givens.ts'
import { isFoundAnew, lifetimeOf } from './lifetime.ts'
import { callsNamed, isReachedFrom, keyOf, lastName, lastSegment, membersNamed } from './occurrences.ts'
import { type Owner, ownerOf } from './owners.ts'
import type { Search } from './pairing.ts'
import { isRunAgain, isSeenOnce } from './recurrence.ts'
import { holderName, identityOf, isHolderEnded, isSharedHolder, matches, mayBeSameHolder } from './releases.ts'
import { teardownOf } from './teardown.ts'

/**
 * Why a call removes nothing: its listener is made in place, or the same listener was only ever added with another capture
 * flag, for another event, to another holder, or wrapped into another function; or it adds once more where it was to remove.
 */
export type Mistake = 'fresh' | 'capture' | 'event' | 'holder' | 'wrapped' | 'again'

export interface Removal {
  mistake: Mistake
  holder: Node | null
  event: Node
  handler: Node
  options: Node | null
  /** What it should have removed, where that is seen. */
  added: Acquisition | null
}

const ADDITIONS: Readonly<Record<string, readonly string[]>> = {
  removeEventListener: ['addEventListener'],
  off: ['on', 'addListener', 'once'],
  removeListener: ['on', 'addListener', 'prependListener', 'once'],
  $off: ['$on'],
}

/** What removes again what such a call adds. */
export const REMOVALS: Readonly<Record<string, string>> = { addEventListener: 'removeEventListener', on: 'off', addListener: 'removeListener', $on: '$off' }

/** The calls that remove, and those that add what was to be removed. */
export const REMOVING_NAMES: readonly string[] = [...Object.keys(ADDITIONS), ...Object.keys(REMOVALS)]

/** Calls that make a new function of the one that they are given. */
const WRAPPERS = /^(?:debounce|throttle)$/

/**
 * The call as a removal that removes nothing; null when it may remove something. Without `presumes` null as well where nothing stays that would have to be
 * removed: what keeps the listener ends with its owner, or nothing shows that the program has many of the owner.
 */
export function ineffectiveRemoval(call: TSESTree.CallExpression, { resources, presumes, ...surroundings }: Search, sourceCode: SourceCode): Removal | null {
  const removal = removalOfNothing(call, resources, sourceCode)
  if (!removal || presumes) return removal
  const owner = ownerOf(removal.added?.call ?? call, sourceCode)
  if (owner && isEndedWithOwner(call, removal, owner, sourceCode)) return null
  return removal.mistake !== 'again' && (isFoundAnew(removal.holder, sourceCode) || isSeenOnce(owner, surroundings)) ? null : removal
}

/** Does what keeps the listener go with the owner, so that at its end nothing stays, and on the way a listener that is the same each time only once? */
function isEndedWithOwner(call: Node, { mistake, added, ...removal }: Removal, owner: Owner, sourceCode: SourceCode): boolean {
  if (added && isHolderEnded(added, owner, sourceCode)) return true
  const holder = added ? added.holder : removal.holder
  if (holder === null || lifetimeOf(holder, sourceCode) === 'program') return false
  const root = rootVariable(holder, sourceCode)
  const block = (root?.scope.block ?? holder) as Node // where what keeps it is named
  if (owner.kind === 'effect') return mistake !== 'again' && owner.scope !== null && !isRunAgain(owner, sourceCode) && isWithin(block, owner.scope)
  if (!/^(?:class|options|component|setup)$/.test(owner.kind) || (root && !isWithin(block, owner.node))) return false
  if ((isSharedHolder(holder, sourceCode) && !isOfCallback(holder, sourceCode) && !(mistake !== 'again' && [holder, removal.holder].some((one) => one !== null && isOwnPart(one)))) || isFoundInPage(holder, sourceCode)) return false
  return mistake === 'capture' || mistake === 'event' || mistake === 'holder' || isReachedFrom(call, teardownOf(owner, sourceCode).entries, sourceCode)
}

/** `let target`, which is given `document.querySelector(target)` */
function isFoundInPage(holder: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(holder, sourceCode)
  return variable !== null && writesOf(variable).some(({ writeExpr }) => writeExpr && /\bdocument\b/.test(sourceCode.getText(writeExpr as Node)))
}

/** `button` of `buttons.forEach((button) => …)`, `event.currentTarget` */
function isOfCallback(holder: Node, sourceCode: SourceCode): boolean {
  const [definition] = rootVariable(holder, sourceCode)?.defs ?? []
  const fn = definition?.node as Node | undefined
  return (definition?.type as string) === 'Parameter' && fn !== undefined && isFunction(fn) && (callbackOf(fn) !== null || lastName(holder) === 'currentTarget')
}

function removalOfNothing(call: TSESTree.CallExpression, resources: readonly Resource[], sourceCode: SourceCode): Removal | null {
  const name = lastName(call.callee) ?? ''
  const [event, handler, options = null] = call.arguments
  if (Object.hasOwn(REMOVALS, name)) return addedAgain(call, resources, sourceCode)
  if (!Object.hasOwn(ADDITIONS, name) || !event || !handler || call.arguments.some(({ type }) => type === 'SpreadElement')) return null
  const holder = methodCall(call)?.object ?? null
  if (holder === null && name !== 'removeEventListener') return null
  const removal = { holder, event, handler, options }
  const additionsIn = (region: Node | null): Acquisition[] => callsNamed(ADDITIONS[name] as readonly string[], sourceCode, region)
    .flatMap((one) => (one.type === 'CallExpression' ? (acquisitionOf(one, resources, sourceCode) ?? []) : []))
  const isMade = made(handler) !== null || isFunction(unwrap(handler))
  // Most remove what was added near by: a file with many of them need not be searched for each
  if (!isMade && additionsIn(surroundings(call)).some((one) => isRemoved(one, call, options, sourceCode))) return null
  const additions = additionsIn(null)
  if (isMade) {
    if (stringValue(event, sourceCode) === null || call.arguments.length > 3) return null
    const added = additions.filter((one) => isSame(one, removal, sourceCode) && one.handler && sourceCode.getText(one.handler) === sourceCode.getText(handler))
    return { mistake: 'fresh', ...removal, added: added.length === 1 ? (added[0] as Acquisition) : null }
  }
  return mistakenFor(call, removal, additions, sourceCode)
}

/** In a teardown, the call by which the listener was added, once more: `on` where `off` was meant. */
function addedAgain(call: TSESTree.CallExpression, resources: readonly Resource[], sourceCode: SourceCode): Removal | null {
  const fn = enclosingFunction(call)
  if (!fn || outermost(call).parent?.type !== 'ExpressionStatement') return null
  const acquired = acquisitionOf(call, resources, sourceCode)
  if (acquired?.resource.kind !== 'listener' || !acquired.event || !acquired.handler || made(acquired.handler) || isFunction(unwrap(acquired.handler))) return null
  const isCopy = (one: Node): boolean => one !== call && sourceCode.getText(one) === sourceCode.getText(call)
  const others = callsNamed([lastName(call.callee) ?? ''], sourceCode, surroundings(call)).filter(isCopy)
  if (others.length !== 1) return null
  if (!isEnding(fn, call, sourceCode) || others.some((one) => isEnding(enclosingFunction(one), one, sourceCode))) return null
  const { holder, event, handler, options } = acquired
  const removals = callsNamed(acquired.resource.release.map(lastSegment), sourceCode, fn)
  if (removals.some((one) => matches(one, acquired, sourceCode) && isSamePlace(methodCall(one)?.object ?? null, holder, sourceCode))) return null
  return { mistake: 'again', holder, event, handler, options, added: acquired }
}

/** Is the function one by which the owner ends, or one that its name says to remove what another adds: `removeListeners() {}`? */
function isEnding(fn: FunctionNode | null, call: Node, sourceCode: SourceCode): boolean {
  if (fn === null) return false
  if (REMOVING_FUNCTION.test(keyOf(fn) ?? fn.id?.name ?? '')) return true
  const owner = ownerOf(call, sourceCode)
  return owner !== null && teardownOf(owner, sourceCode).entries.includes(fn)
}

const REMOVING_FUNCTION = /^_*(?:remove|unbind|detach|unregister|unlisten)(?:\w*(?:Event|Listener|Handler)s?)?$/i

function isSamePlace(left: Node | null, right: Node | null, sourceCode: SourceCode): boolean {
  return left === null || right === null || samePlace(left, right, sourceCode)
}

/** The class around the call, or else the outermost function, with what stands beside it as a method of an object. */
function surroundings(call: Node): Node {
  let found: Node = call
  for (let at = call.parent; at; at = at.parent) {
    if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at
    if (isFunction(at)) found = at
  }
  const { parent } = outermost(found)
  return parent?.type === 'Property' && parent.parent.type === 'ObjectExpression' ? parent.parent : found
}

function isRemoved(added: Acquisition, call: TSESTree.CallExpression, options: Node | null, sourceCode: SourceCode): boolean {
  return matches(call, added, sourceCode) && !(lastName(call.callee) === 'removeEventListener' && capturesOtherwise(added.options, options))
}

type Parts = Pick<Removal, 'holder' | 'event' | 'handler' | 'options'>

function mistakenFor(call: TSESTree.CallExpression, removal: Parts, all: readonly Acquisition[], sourceCode: SourceCode): Removal | null {
  const additions = all.filter((one) => !endsByItself(one, sourceCode))
  const fitting = all.filter((one) => matches(call, one, sourceCode))
  if (fitting.length > 0) { // that of an event which comes once is one as well
    const isOther = lastName(call.callee) === 'removeEventListener' && fitting.every((one) => additions.includes(one) && capturesOtherwise(one.options, removal.options))
    return isOther ? { mistake: 'capture', ...removal, added: fitting[0] as Acquisition } : null
  }
  const identity = identityOf(removal.handler, sourceCode)
  if (identity.length === 0 || identity.includes('unknown') || identity.includes('this') || isUsedElsewhere(identity, sourceCode)) return null
  const own = additions.filter((one) => one.handler && !made(one.handler) && identityOf(one.handler, sourceCode).some((name) => identity.includes(name)))
  if (own.length === 0) return wrappedIn(removal, identity, additions, sourceCode)
  const [added] = own
  if (own.length !== 1 || !added?.event) return null
  const [left, right] = [stringValue(added.event, sourceCode), stringValue(removal.event, sourceCode)]
  if (left === null || right === null) return null
  if (left === right && callsNamed([lastName(call.callee) ?? ''], sourceCode, enclosingFunction(call)).some((one) => one.type === 'CallExpression' && one !== call && isRemoved(added, one, one.arguments[2] ?? null, sourceCode))) return null // beside the one that removes it
  const [from, to] = [nameOf(added.holder, sourceCode), nameOf(removal.holder, sourceCode)]
  if (from === null || to === null || (left === right ? lastSegment(from) === lastSegment(to) : from !== to)) return null // `this.document` is as a rule the page's
  return { mistake: left === right ? 'holder' : 'event', ...removal, added }
}

function nameOf(holder: Node | null, sourceCode: SourceCode): string | null {
  const name = holder === null ? 'window' : holderName(holder, sourceCode)
  return name !== null && (LASTING_GLOBALS.has(name) || name.startsWith('this.') || holder?.type !== 'Identifier') ? name : null
}

/** Was what is removed only added as `this.f.bind(this)` or `throttle(this.f)`? */
function wrappedIn(removal: Parts, identity: readonly (Variable | string)[], additions: readonly Acquisition[], sourceCode: SourceCode): Removal | null {
  const added = additions.filter((one) => isSame(one, removal, sourceCode))
  const [first] = added
  const inner = first?.handler && made(resolve(first.handler, sourceCode))
  if (added.length !== 1 || !first || !inner || isFunction(inner)) return null
  return identityOf(inner, sourceCode).some((name) => identity.includes(name)) ? { mistake: 'wrapped', ...removal, added: first } : null
}

function isSame(added: Acquisition, { holder, event }: Parts, sourceCode: SourceCode): boolean {
  return added.event !== null && stringValue(added.event, sourceCode) === stringValue(event, sourceCode) && mayBeSameHolder(added.holder, holder, sourceCode)
}

/** The function that a listener which is new at every evaluation is made of, or is; null when it may be an old one. */
function made(handler: Node): Node | null {
  const value = unwrap(handler)
  if (isFunction(value)) return 'id' in value && value.id ? null : value
  if (value.type !== 'CallExpression') return null
  const method = methodCall(value)
  if (method?.method === 'bind') return method.object
  return WRAPPERS.test(lastName(value.callee) ?? '') ? (value.arguments[0] ?? null) : null
}

const OWN_CALLS = /^(?:(?:add|remove|prepend)\w*Listener|on|off|once|\$on|\$off|debounce|throttle)$/
const OWN_FUNCTIONS = /^(?:addEventListener|removeEventListener|debounce|throttle|useCallback)$/

/** Is the listener handed to other calls than those that add and remove, which may add it as well? */
function isUsedElsewhere(identity: readonly (Variable | string)[], sourceCode: SourceCode): boolean {
  const reads = identity.flatMap((name): readonly Node[] =>
    typeof name === 'string' ? membersNamed(name, sourceCode) : readsOf(name).map(({ identifier }) => identifier))
  return reads.some((node) => {
    const given = callbackOf(node)
    if (given) return !(methodCall(given.call) ? OWN_CALLS : OWN_FUNCTIONS).test(lastName(given.call.callee) ?? '')
    const { parent } = outermost(node)
    return parent?.type === 'Property' || parent?.type === 'ArrayExpression' || parent?.type === 'ReturnStatement' || parent?.type === 'SpreadElement'
  })
}

/** Is the removal the end of the component or element that added the listener, after which nobody counts on being called? */
export function isAtEnd(call: Node, added: Acquisition, sourceCode: SourceCode): boolean {
  const owner = ownerOf(added.call, sourceCode)
  if (!owner || owner.kind === 'factory' || (owner.kind === 'class' && owner.framework === null)) return false
  return teardownOf(owner, sourceCode).entries.includes(enclosingFunction(call) as Node)
}

/** Are the two known to differ in `capture`? */
function capturesOtherwise(added: Node | null, removed: Node | null): boolean {
  const [left, right] = [captureOf(added), captureOf(removed)]
  return left !== null && right !== null && left !== right
}

/** The capture flag of a listener's options; null when it is not seen. */
export function captureOf(options: Node | null): boolean | null {
  if (options === null) return false
  const value = unwrap(options)
  if (value.type === 'Literal') return Boolean(value.value)
  if (value.type === 'Identifier') return value.name === 'undefined' ? false : null
  if (value.type !== 'ObjectExpression') return null
  for (const property of value.properties) {
    if (property.type !== 'Property' || property.computed) return null
    if (lastName(property.key) !== 'capture') continue
    return property.value.type === 'Literal' ? Boolean(property.value.value) : null
  }
  return false
}
