import { fact, type SourceCode } from '../analysis/fact.ts'

/** Every name that the file declares or uses, in any scope. */
const takenNames = fact(({ scopeManager }) => {
  const taken = new Set<string>()
  for (const scope of scopeManager?.scopes ?? []) {
    for (const { name } of scope.variables) taken.add(name)
    for (const { identifier } of scope.references) taken.add(identifier.name as string)
  }
  return taken
})

/** A name that nothing in the file has: `preferred`, or `preferred` with the first free number behind it. */
export function freeName(preferred: string, sourceCode: SourceCode): string {
  const taken = takenNames(sourceCode)
  let name = preferred
  for (let number = 2; taken.has(name); number++) name = `${preferred}${number}`
  return name
}
