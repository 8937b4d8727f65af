import { FINITE_NAME } from '../knowledge/observables.ts'
import { FINAL_EVENTS, type Resource, type ResourceKind } from '../knowledge/resources.ts'
import { type Acquisition, acquisitionOf, byAnswer, bySignal, endsByItself, isHeldLong } from './acquisitions.ts'
import { isFunction, type Node, outermost, rootVariable, samePlace, unwrap } from './bindings.ts'
import { callbackFunction, executorAround } from './callbacks.ts'
import { type Call, importOf, qualifiedName, stringValue } from './calls.ts'
import { endsAltogether } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, runsAtLoad } from './functions.ts'
import { isFromAbove, isGivenField, mayBeFromAbove } from './givens.ts'
import { isUnbound } from './ignored-cleanups.ts'
import { isFoundAnew } from './lifetime.ts'
import { isRegisteredAgain } from './mistakes.ts'
import { isMultiplied } from './multiplicity.ts'
import { keyName, lastName, membersNamed } from './occurrences.ts'
import { isRootFile, type Owner, ownerOf } from './owners.ts'
import { isTheOnlyOne, type Surroundings } from './recurrence.ts'
import { isHolderEnded, isReleased, isReplaced, isTakenFromLast, mayBeShared, releasesOf, releasesOthersOf } from './releases.ts'
import { goesOn, restartOf } from './restarts.ts'
import { isForgottenPoll, isLimit, isOverwritten, isSettledIn } from './timers.ts'
import { answersElsewhere, goesOnElsewhere, mayGoOnElsewhere } from './services.ts'
import { mayBeReleasedOtherwise } from './unknown-releases.ts'

/**
 * What is wrong: nothing releases it on its owner's way out; it starts itself again for ever, or as long as a condition
 * holds; it stays behind when what it limits has settled; the next start overwrites the only handle to it; or what
 * should take it away registers it again.
 */
export type Fault = 'unreleased' | 'endless' | 'restarting' | 'outlived' | 'overwritten' | 'mistaken'

export interface Leak extends Acquisition {
  fault: Fault
  /** null: every call of the function around it leaves another behind. */
  owner: Owner | null
}

/** What is looked for, and where. */
export interface Search extends Surroundings {
  kind: ResourceKind
  resources: readonly Resource[]
  /** Is taken for granted what other files would have to show: that a receiver which is a parameter lives long, that there are many of a component? */
  presumes: boolean
}

/**
 * Is the call an acquisition that happens again and again, is held by something that outlives its owner, and is not
 * released on the owner's way out? null when not, or when any of this is unknown.
 */
export function leakOf(call: Call, search: Search, sourceCode: SourceCode): Leak | null {
  const { kind, resources, presumes, filename } = search
  const found = acquisitionOf(call, resources, sourceCode)
  if (found?.resource.kind !== kind || found.sink.kind === 'elsewhere' || (found.resource.brief && !presumes)) return null
  if (found.resource.unbound && !isUnbound(call, sourceCode)) return null
  if (found.holder && isNewHere(found.holder, call, sourceCode)) return null
  if ((presumes || !(found.holder?.type === 'ThisExpression' || isFoundAnew(found.holder, sourceCode))) && isRegisteredAgain(call, sourceCode)) return { ...found, owner: null, fault: 'mistaken' }
  const signalled = bySignal(found, sourceCode)
  const acquired = signalled && releasesOf(found, sourceCode).length === 0 ? signalled : found
  if (kind === 'timer' && acquired.resource.ends === 'fires') return firingTimerLeak(acquired, search, sourceCode)
  if (endsByItself(acquired, sourceCode) || (!presumes && isDoneWithItsWork(acquired, sourceCode))) return null
  const isLasting = isHeldLong(acquired, presumes, sourceCode)
  const isOfService = acquired.resource.of === 'observables' && acquired.holder !== null && mayGoOnElsewhere(acquired.holder)
  const isOpen = !isLasting && acquired.holder !== null && acquired.resource.holder === 'receiver'
  const isShared = !isLasting && (presumes || !/addEventListener$/.test(found.resource.acquire)) && !/^(?:destroy(?:ed)?|disposed?)$/.test(stringValue(acquired.event ?? undefined, sourceCode) ?? '') && mayBeShared(acquired, sourceCode) // what waits for the holder's end goes with it
  const isSignal = isOpen && isSignalOfCaller(acquired, sourceCode)
  const owner = isLasting || isOfService || isShared || isSignal || (isOpen && mayBeFromAbove(acquired.holder as Node)) ? ownerOf(call, sourceCode) : null
  const isLong = isLasting || (isSignal && owner?.kind === 'class' && endsAltogether(owner.node)) || (isOpen && owner !== null && isHandedDown(acquired, owner, sourceCode))
  const isKept = isLong || (isShared && owner !== null && (releasesOthersOf(acquired, owner, sourceCode) || isTakenFromLast(acquired, owner, sourceCode)))
  if (!isKept && !isOfService) return null
  if (owner && owner.kind !== 'callback' && isRootFile(filename, sourceCode)) return null
  if (kind === 'timer' && isForgottenPoll(acquired, sourceCode)) return { ...acquired, owner: null, fault: 'unreleased' }
  if (!owner) return isKept && isForgottenWait(acquired, sourceCode) && (presumes || search.placements() === null) ? { ...acquired, owner, fault: 'unreleased' } : null
  if ((!presumes && isOfMainProcess(acquired, owner, sourceCode)) || !isMultiplied(acquired, owner, sourceCode) || isReplaced(acquired, sourceCode) || isHolderEnded(acquired, owner, sourceCode)) return null
  const isEnded = isReleased(acquired, owner, sourceCode)
  if (isEnded && !isOverwritten(acquired, presumes, sourceCode)) return null
  if (!presumes && isLasting && acquired.resource.of === 'observables' && isAnswerOfProgram(acquired.holder, search, sourceCode)) return null
  if (isOfService && (isLasting ? !presumes : !isKept) && !isSeenToGoOn(acquired.holder as Node, isLasting, search, sourceCode)) return null // the project is asked last
  if (!presumes && ((!isEnded && mayBeReleasedOtherwise(acquired, owner, sourceCode)) || isTheOnlyOne(acquired, owner, search, sourceCode))) return null
  return isEnded ? { ...acquired, owner, fault: 'overwritten' } : { ...byAnswer(acquired, sourceCode), owner, fault: 'unreleased' }
}

/** Does another file of the program make it of what answers once? */
function isAnswerOfProgram(holder: Node | null, { filename, sources }: Search, sourceCode: SourceCode): boolean {
  const program = holder?.type === 'Identifier' ? sources() : null
  return holder !== null && program !== null && answersElsewhere(holder, filename, program, sourceCode)
}

/** Do the program's services show that the stream goes on? Where there are none to ask, its names do: `isNamedSo`. */
function isSeenToGoOn(holder: Node, isNamedSo: boolean, { filename, sources }: Search, sourceCode: SourceCode): boolean {
  const program = sources()
  return program ? goesOnElsewhere(holder, filename, program, sourceCode) : isNamedSo
}

/** A thread that is given its work as it is made, and no messages, as a rule ends with that: https://nodejs.org/api/worker_threads.html */
function isDoneWithItsWork({ call, resource }: Acquisition, { text }: SourceCode): boolean {
  const options = resource.acquire === 'new worker_threads.Worker' ? call.arguments[1] : undefined
  return options?.type === 'ObjectExpression' && options.properties.some((one) => one.type === 'Property' && keyName(one) === 'workerData') && !/\.postMessage\(/.test(text)
}

/** Is what keeps it made by the same function right before: `entry.closed = new EventEmitter(); entry.closed.subscribe(f)`? */
function isNewHere(holder: Node, call: Node, sourceCode: SourceCode): boolean {
  if (holder.type !== 'MemberExpression') return false
  return membersNamed(lastName(holder) ?? '', sourceCode, enclosingFunction(call)).some((member) => {
    const { parent } = member
    return parent?.type === 'AssignmentExpression' && parent.left === member && parent.right.type === 'NewExpression' && parent.range[1] <= call.range[0] && samePlace(member, holder, sourceCode)
  })
}

/** The signal of the options that an instance is given, `this.options.signal`, which may be there for many such instances, and for longer. */
function isSignalOfCaller({ holder, event }: Acquisition, sourceCode: SourceCode): boolean {
  if (holder === null || lastName(holder) !== 'signal' || stringValue(event ?? undefined, sourceCode) !== 'abort') return false
  const inner = unwrap(holder)
  const object = inner.type === 'MemberExpression' ? unwrap(inner.object) : null
  const isOfOptions = object?.type === 'MemberExpression' && object.object.type === 'ThisExpression' && /^[#_]?(?:options|opts|config|init|settings|params|props)$/.test(lastName(object) ?? '')
  return isOfOptions || isGivenField(inner, sourceCode)
}

/** Is what keeps it handed down to the component? DOM targets are left out, which are as a rule the component's own elements. */
function isHandedDown(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const { resource, holder } = acquired
  if (holder === null || /addEventListener$/.test(resource.acquire)) return false
  if (resource.kind === 'subscription' && FINITE_NAME.test(lastName(holder) ?? '')) return false
  return isFromAbove(holder, owner, sourceCode)
}

/** Windows of Electron's main process are classes of which there is one as a rule, whatever they have to end it. */
function isOfMainProcess({ holder }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const root = holder && owner.kind === 'class' && owner.framework === null ? rootVariable(holder, sourceCode) : null
  const imported = root && importOf(root, sourceCode)
  return root?.name === 'ipcMain' || (imported?.module === 'electron' && imported.name !== 'ipcRenderer')
}

/** Timers that fire once are at fault when they stay behind what they limit, or start themselves again for ever. */
function firingTimerLeak(acquired: Acquisition, search: Search, sourceCode: SourceCode): Leak | null {
  const { presumes } = search
  if (isLimit(acquired, presumes, sourceCode) && (presumes || search.placements() === null)) { // as a rule it holds a `reject` alone
    return releasesOf(acquired, sourceCode).length === 0 ? { ...acquired, owner: null, fault: 'outlived' } : null
  }
  const restart = restartOf(acquired, sourceCode)
  const owner = restart && ownerOf(acquired.call, sourceCode)
  if (!owner || !isMultiplied(acquired, owner, sourceCode) || isReleased(acquired, owner, sourceCode) || !goesOn(restart, acquired, owner, sourceCode)) return null
  if (!presumes && isTheOnlyOne(acquired, owner, search, sourceCode)) return null
  return { ...acquired, owner, fault: restart.tests.length === 0 ? 'endless' : 'restarting' }
}

/** What goes on until the signal ends it is not done before. */
const ENDLESS_LOOP = /\bfor \(;;\)|\bwhile \(true\)/

/** A listener of a signal that is handed in, in a function that is done before the signal ever aborts. */
function isForgottenSignal(acquired: Acquisition, isAwaited: boolean, sourceCode: SourceCode): boolean {
  const around = enclosingFunction(acquired.call)
  if (!around || acquired.holder === null || stringValue(acquired.event ?? undefined, sourceCode) !== 'abort') return false
  const block = rootVariable(acquired.holder, sourceCode)?.scope.block as Node | undefined
  const isGiven = block !== undefined && isFunction(block) && (block === around ? around.async : isAwaited) && !ENDLESS_LOOP.test(sourceCode.getText(block))
  return isGiven && releasesOf(acquired, sourceCode).length === 0
}

/** A listener of a lasting emitter that only settles the promise around it, and stays. */
function isForgottenWait(acquired: Acquisition, sourceCode: SourceCode): boolean {
  const executor = executorAround(acquired.call, sourceCode)
  if (isForgottenSignal(acquired, executor !== null, sourceCode)) return true
  const event = stringValue(acquired.event ?? undefined, sourceCode) ?? ''
  if (event !== 'abort' && FINAL_EVENTS.has(event)) return false // one waits for the end of the process once
  const fn = acquired.handler && callbackFunction(acquired.handler, sourceCode)
  if (!executor || !fn || runsAtLoad(outermost(executor).parent as Node, sourceCode)) return false
  if (acquired.holder && qualifiedName(acquired.holder, sourceCode) === 'process.stdin') return false // which is read to its end, once
  return isSettledIn(fn, executor, sourceCode) && releasesOf(acquired, sourceCode).length === 0
}
