import { protocols } from './analysis/acquisitions.ts'
import type { Search } from './analysis/pairing.ts'
import { placementsAround } from './analysis/placements.ts'
import { sourcesAround } from './analysis/sources.ts'
import type { Resource, ResourceKind } from './knowledge/resources.ts'
import { checksAll, type RuleContext } from './rule.ts'

/** What a rule about resources of one kind looks for in the file at hand, by its option `check`. */
export function searchFor(kind: ResourceKind, context: RuleContext, resources: readonly Resource[] = protocols([])): Search {
  const { filename, languageOptions, sourceCode } = context
  const isParsed = languageOptions?.parser !== undefined // oxlint gives no parser
  return {
    kind, resources, presumes: checksAll(context), filename,
    placements: () => (isParsed ? placementsAround(filename, languageOptions, sourceCode) : null),
    sources: () => (isParsed ? sourcesAround(filename, languageOptions, sourceCode) : null),
  }
}
