import type { TSESLint } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
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

const reserved = fact(() => new Map<string, Node>())

/** A free name that no other `owner` of this file is given: repairs of one pass that declare beside each other need one each. */
export function reservedName(preferred: string, owner: Node, sourceCode: SourceCode): string {
  const owners = reserved(sourceCode)
  let name = freeName(preferred, sourceCode)
  for (let number = 2; takenNames(sourceCode).has(name) || (owners.get(name) ?? owner) !== owner; number++) name = `${preferred}${number}`
  owners.set(name, owner)
  return name
}

const DECLARATION = /^[ \t]*(?:import|const|let|function|class)\b[^=(\n]*/gm

const declared = fact(() => new Set<string>())

/**
 * May these edits be applied together with all that were asked about before? Not when they declare, at the start of a line,
 * a new name that one of those declares as well: they have to wait for the next pass, which sees it.
 */
export function declaresAlone(edits: readonly TSESLint.RuleFix[], sourceCode: SourceCode): boolean {
  const earlier = declared(sourceCode)
  const taken = takenNames(sourceCode)
  const declarations = edits.flatMap(({ text }) => text.match(DECLARATION) ?? []).map((line) => line.trim())
  const added = declarations.filter((line) => line.match(/[\w$]+/g)?.slice(1).some((name) => !taken.has(name)))
  if (added.some((line) => earlier.has(line))) return false
  for (const line of added) earlier.add(line)
  return true
}
