import type { Node, Reference, Variable } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'
import { startingIn } from './nodes.ts'

/** Every reference of the file, in source order. */
const orderedReferences = fact(({ scopeManager }): Reference[] => (scopeManager?.scopes ?? []).flatMap(({ references }) => references).sort((a, b) => startOf(a) - startOf(b)))

function startOf({ identifier }: Reference): number {
  return identifier.range[0]
}

/** The references in the code at `region`, in source order, types included; found by their places, not by a walk. */
export function referencesIn(region: Node, sourceCode: SourceCode): readonly Reference[] {
  return startingIn(region, orderedReferences(sourceCode), startOf)
}

/** The variables that the code at `region` names, types included; undeclared globals are left out. */
export function variablesNamedIn(region: Node, sourceCode: SourceCode): Variable[] {
  return referencesIn(region, sourceCode).flatMap(({ resolved }) => resolved ?? [])
}
