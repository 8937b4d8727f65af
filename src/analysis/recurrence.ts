import type { Acquisition } from './acquisitions.ts'
import type { SourceCode } from './fact.ts'
import { isFromAbove } from './givens.ts'
import { isState } from './kept-values.ts'
import { type Owner, ownersName } from './owners.ts'
import type { Placements } from './placements.ts'
import { releasesOthersOf } from './releases.ts'
import { isOnWayIn } from './teardown.ts'

/** Where the file stands, and where its project places its parts; null where there is no project. */
export interface Surroundings {
  filename: string
  placements: () => Placements | null
}

/**
 * Is there only one of the owner, as far as can be seen? Its project shows it, which places it once or in what comes and goes. Where that cannot be followed, an
 * owner that releases others at its end is taken for many. A library is for its users to place, and a custom element for pages: they come more than once, but whoever is given
 * what it listens to, or is any other class, has to show it. Nothing speaks against code that stands in no project.
 */
export function isTheOnlyOne(acquired: Acquisition, owner: Owner, { filename, placements }: Surroundings, sourceCode: SourceCode): boolean {
  if (!isPlaced(owner) || isAgain(acquired, owner, sourceCode)) return false
  const places = placements()
  if (!places) return false
  const releasesOthers = releasesOthersOf(acquired, owner, sourceCode)
  if (!releasesOthers && acquired.holder && isFromAbove(acquired.holder, owner, sourceCode)) return true
  const prevalence = places.prevalenceOf({ file: filename, name: ownersName(owner) })
  if (releasesOthers) return prevalence === 'one'
  const framework = owner.kind === 'class' ? owner.framework : undefined
  const isForOthers = framework !== null && (prevalence === 'foreign' || (prevalence === 'unused' && framework === 'element'))
  return prevalence !== 'many' && !isForOthers
}

/** Does the project place the owner once? */
export function isPlacedOnce(owner: Owner, { filename, placements }: Surroundings): boolean {
  return isPlaced(owner) && placements()?.prevalenceOf({ file: filename, name: ownersName(owner) }) === 'one'
}

/** Is it something that other files place: a component, an element, a hook, a class? */
function isPlaced(owner: Owner): boolean {
  return owner.kind === 'effect' || owner.kind === 'setup' || owner.kind === 'options' || owner.kind === 'class'
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
