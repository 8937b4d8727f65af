import type { Acquisition } from './acquisitions.ts'
import { RESOURCES } from '../knowledge/resources.ts'
import { type FunctionNode, type Node, propertyName } from './bindings.ts'
import { methodsOf } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { isFromAbove } from './givens.ts'
import { isState } from './kept-values.ts'
import { callsNamed, isReachedFrom, keyName, lastSegment, membersNamed } from './occurrences.ts'
import { type Owner, ownersName } from './owners.ts'
import type { Placements } from './placements.ts'
import { isKeptByPage, releasesOthersOf } from './releases.ts'
import { isOnWayIn, teardownOf } from './teardown.ts'

/** Where the file stands, and where its project places its parts; null where there is no project. */
export interface Surroundings {
  filename: string
  placements: () => Placements | null
}

/**
 * Is there only one of the owner, which acquires once? The project tells by where it places it. Where that cannot be followed, one that is given something, or
 * that ends something when it goes, is taken for many; and one outside of any project is, too.
 */
export function isTheOnlyOne(acquired: Acquisition, owner: Owner, { filename, placements }: Surroundings, sourceCode: SourceCode): boolean {
  if (!isPlaced(owner) || isAgain(acquired, owner, sourceCode) || releasesOthersOf(acquired, owner, sourceCode)) return false
  const prevalence = placements()?.prevalenceOf({ file: filename, name: ownersName(owner) })
  if (prevalence !== 'unknown') return prevalence === 'one'
  const isGiven = acquired.holder !== null && isFromAbove(acquired.holder, owner, sourceCode)
  return !isGiven && mayBeOfThePage(owner, acquired, sourceCode) && !takesSomething(owner, sourceCode) && !endsSomething(owner, sourceCode)
}

/** Does the project place the owner once? */
export function isPlacedOnce(owner: Owner, { filename, placements }: Surroundings): boolean {
  return isPlaced(owner) && placements()?.prevalenceOf({ file: filename, name: ownersName(owner) }) === 'one'
}

/** Is it something that other files place: a component, an element, a hook, a class? */
function isPlaced(owner: Owner): boolean {
  return owner.kind === 'effect' || owner.kind === 'setup' || owner.kind === 'options' || (owner.kind === 'class' && owner.framework !== 'angular')
}

/** Is it a component, or a class that listens to the page as a program does once? */
function mayBeOfThePage(owner: Owner, acquired: Acquisition, sourceCode: SourceCode): boolean {
  return owner.kind !== 'class' || owner.framework !== null || (acquired.resource.kind === 'listener' && isKeptByPage(acquired, sourceCode))
}

/** Is it acquired with every change of a state, or call of a handler? */
function isAgain({ call }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  return owner.kind === 'effect' ? isRunAgain(owner, sourceCode) : owner.kind !== 'class' && !isOnWayIn(call, owner, sourceCode)
}

/** An effect of no component, one without dependencies, or with a state among them. */
function isRunAgain({ node, scope }: Extract<Owner, { kind: 'effect' }>, sourceCode: SourceCode): boolean {
  const { parent } = node
  if (scope === null || parent?.type !== 'CallExpression') return scope === null
  const [, dependencies] = parent.arguments
  return dependencies?.type === 'ArrayExpression' ? dependencies.elements.some((one) => one !== null && isState(one, sourceCode)) : dependencies === undefined
}

const RELEASING = new Set(RESOURCES.flatMap(({ release }) => release.map(lastSegment)))

/** Does anything that it made end with it? */
function endsSomething(owner: Owner, sourceCode: SourceCode): boolean {
  const { entries } = teardownOf(owner, sourceCode)
  return entries.length > 0 && callsNamed(RELEASING, sourceCode).some((call) => isReachedFrom(call, entries, sourceCode))
}

/** Props, attributes, a constructor's parameters: who takes them has been made for more than one place. Children are given to the frame of a page, too. */
function takesSomething(owner: Owner, sourceCode: SourceCode): boolean {
  switch (owner.kind) {
    case 'effect':
      return owner.scope !== null && isGivenMore(owner.scope)
    case 'setup':
      return owner.node.type === 'Program' ? callsNamed(['defineProps', 'defineModel', '$props'], sourceCode).length > 0 || /\bexport let \w/.test(sourceCode.text) : isGivenMore(owner.node)
    case 'options':
      return owner.node.properties.some((one) => one.type === 'Property' && keyName(one) === 'props')
    case 'class':
      if (owner.framework === 'react') return membersNamed('props', sourceCode, owner.node).some(isProp)
      return methodsOf(owner.node).some(({ name, fn }) => name === 'constructor' && isGivenMore(fn))
    default:
      return false
  }
}

/** `this.props.id` */
function isProp(member: Node): boolean {
  const { parent } = member
  return member.type === 'MemberExpression' && member.object.type === 'ThisExpression' && !(parent?.type === 'MemberExpression' && propertyName(parent) === 'children')
}

function isGivenMore({ params }: FunctionNode): boolean {
  return params.some((param) => param.type !== 'ObjectPattern' || param.properties.some((one) => one.type !== 'Property' || keyName(one) !== 'children'))
}
