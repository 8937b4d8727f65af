import { isWithin, type Node, type Reference, type Variable } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'

/** Every reference of the file, in source order. */
const orderedReferences = fact(({ scopeManager }): Reference[] =>
  (scopeManager?.scopes ?? []).flatMap(({ references }) => references).sort((a, b) => a.identifier.range[0] - b.identifier.range[0]))

/** The references in the code at `region`, in source order, types included; found by their places, not by a walk. */
export function referencesIn(region: Node, sourceCode: SourceCode): Reference[] {
  const all = orderedReferences(sourceCode)
  let low = 0
  for (let high = all.length; low < high;) {
    const middle = (low + high) >> 1
    if ((all[middle] as Reference).identifier.range[0] < region.range[0]) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < all.length && isWithin((all[end] as Reference).identifier as Node, region)) end++
  return all.slice(low, end)
}

/** The variables that the code at `region` names, types included; undeclared globals are left out. */
export function variablesNamedIn(region: Node, sourceCode: SourceCode): Variable[] {
  return referencesIn(region, sourceCode).flatMap(({ resolved }) => resolved ?? [])
}
