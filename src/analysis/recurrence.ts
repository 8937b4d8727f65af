import type { TSESTree } from '@typescript-eslint/utils'
import { FRAME_COMPONENT } from '../knowledge/frameworks.ts'
import { RUN_ONCE } from '../knowledge/placements.ts'
import { REPEATING_CALLS, REQUEST_EVENTS, SERVER } from '../knowledge/resources.ts'
import type { Acquisition } from './acquisitions.ts'
import { isWithin, type Node } from './bindings.ts'
import { callbackFunction } from './callbacks.ts'
import { stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { isFromAbove } from './givens.ts'
import { isState } from './kept-values.ts'
import { isRunBy, lastName, mentionsOf } from './occurrences.ts'
import { type Owner, ownersName } from './owners.ts'
import { calledName, type Placements } from './placements.ts'
import { releasesOf, releasesOthersOf } from './releases.ts'
import type { Sources } from './sources.ts'
import type { Prevalence } from './standings.ts'
import { isOnWayIn, teardownOf } from './teardown.ts'

/** Where the file stands, and where its project places its parts; null where there is no project. */
export interface Surroundings {
  filename: string
  placements: () => Placements | null
  /** The files that its project consists of; null where there is no project. */
  sources: () => Sources | null
}

/**
 * Is there only one of the owner, as far as can be seen? Its project has to show more: that it is placed in what comes and goes, that it is acquired again, or that it has
 * an end and others place it, as what a library exports, and custom elements. Of any other class, and of what is handed down, an end that releases others has to
 * show it, too. Nothing speaks against code that stands in no project.
 */
export function isTheOnlyOne(acquired: Acquisition, owner: Owner, surroundings: Surroundings, sourceCode: SourceCode): boolean {
  if (!isPlaced(owner) && !isOfMount(acquired, owner, sourceCode)) return !isHeavy(acquired) && !isSeenToRecur(acquired, owner, sourceCode) && surroundings.placements() !== null
  if (surroundings.placements() === null) return false
  const prevalence = prevalenceOf(owner, surroundings)
  if (isAgain(acquired, owner, sourceCode)) return prevalence === 'one' || prevalence === 'unused'
  if (!isMany(owner, prevalence, surroundings.filename)) return true
  if (prevalence !== 'many' && teardownOf(owner, sourceCode).entries.length === 0) return true
  const hasToRelease = isPlainClass(owner) || (acquired.holder !== null && isFromAbove(acquired.holder, owner, sourceCode))
  return hasToRelease && !releasesOthersOf(acquired, owner, sourceCode)
}

/** Workers, connections and the like are too much to be left once; but a program starts what serves it once. */
function isHeavy({ resource }: Acquisition): boolean {
  return resource.kind === 'resource' && !SERVER.test(resource.acquire)
}

/** Does its project show neither that there are many of the owner, nor that others place it? Without an owner nothing shows it. */
export function isSeenOnce(owner: Owner | null, surroundings: Surroundings): boolean {
  return surroundings.placements() !== null && !(owner && isPlaced(owner) && isMany(owner, prevalenceOf(owner, surroundings), surroundings.filename))
}

function prevalenceOf(owner: Owner, { filename, placements }: Surroundings): Prevalence | undefined {
  return placements()?.prevalenceOf({ file: filename, name: ownersName(owner) })
}

function isMany(owner: Owner, prevalence: Prevalence | undefined, filename: string): boolean {
  if (prevalence === 'many') return true
  return (prevalence === 'foreign' || (prevalence === 'unused' && isElement(owner))) && !FRAME_COMPONENT.test(calledName({ file: filename, name: ownersName(owner) }))
}

function isPlainClass(owner: Owner): boolean {
  return owner.kind === 'class' && owner.framework === null
}

function isElement(owner: Owner): boolean {
  return owner.kind === 'class' && owner.framework === 'element'
}

/** Is it something that other files place: a component, an element, a hook, a class? */
function isPlaced(owner: Owner): boolean {
  return owner.kind === 'effect' || owner.kind === 'setup' || owner.kind === 'options' || owner.kind === 'class'
}

/** Is it done by a function of a component's that effects call, and not with each rendering? */
function isOfMount({ call }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  return owner.kind === 'component' && isOnWayIn(call, owner, sourceCode) && !isOfRendering(call, owner, sourceCode)
}

function isOfRendering(call: Node, { node }: Extract<Owner, { kind: 'component' }>, sourceCode: SourceCode): boolean {
  return isRunBy(call, [node], sourceCode)
}

/** Does the file itself show that it comes again and again: with each scope, request or rendering? Hands of people may do a thing once. */
function isSeenToRecur({ call }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (owner.kind === 'component') return isOfRendering(call, owner, sourceCode)
  return owner.kind === 'scope' || (owner.kind === 'callback' && isOfRequests(owner.call, sourceCode))
}

/** `app.get('/', (request, response) => …)`, `server.on('connection', (socket) => …)` */
function isOfRequests(call: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  return !REPEATING_CALLS.has(lastName(call.callee) ?? '') || REQUEST_EVENTS.has(stringValue(call.arguments[0], sourceCode) ?? '')
}

/** Is it acquired with every change of a state, or call of a handler? What something releases as well is as a rule switched on and off. */
function isAgain(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (owner.kind === 'effect') return isRunAgain(owner, sourceCode)
  return owner.kind !== 'class' && !isOnWayIn(acquired.call, owner, sourceCode) && !isStartedOnWayIn(acquired, owner, sourceCode) && releasesOf(acquired, sourceCode).length === 0
}

/** A chain of timeouts, `function poll() { load().then(() => setTimeout(poll, 1000)) }`, is begun where others mention its function. */
function isStartedOnWayIn({ handler, resource }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const fn = handler && resource.ends === 'fires' ? callbackFunction(handler, sourceCode) : null
  const starts = fn ? mentionsOf(fn, sourceCode).filter((mention) => !isWithin(mention, fn)) : []
  return starts.length > 0 && starts.every((mention) => isOnWayInAtLast(mention, owner, sourceCode))
}

/** Is it run on the way in, or once after something that is? */
function isOnWayInAtLast(node: Node, owner: Owner, sourceCode: SourceCode): boolean {
  if (isOnWayIn(node, owner, sourceCode)) return true
  const fn = enclosingFunction(node)
  const given = fn && callbackOf(fn)
  return given !== null && RUN_ONCE.has(lastName(given.call.callee) ?? '') && isOnWayInAtLast(given.call, owner, sourceCode)
}

/** An effect of no component, one without dependencies, or with a state among them. */
export function isRunAgain({ node, scope }: Extract<Owner, { kind: 'effect' }>, sourceCode: SourceCode): boolean {
  const { parent } = node
  if (scope === null || parent?.type !== 'CallExpression') return scope === null
  const [, dependencies] = parent.arguments
  return dependencies?.type === 'ArrayExpression' ? dependencies.elements.some((one) => one !== null && isState(one, sourceCode)) : dependencies === undefined
}
