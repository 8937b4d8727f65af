import type { Reference } from './bindings.ts'
import { fact } from './fact.ts'

/**
 * Can text that nobody sees read and write the file's variables: by a direct `eval`, or under `with`? Then what is said of
 * a variable holds as far as the source is written out, which is enough for a report and not for a fix.
 */
export const hasHiddenCode = fact(({ scopeManager }): boolean => {
  const scopes = scopeManager?.scopes ?? []
  const [top] = scopes
  return scopes.some(({ type }) => type === 'with') || Boolean(top?.set.get('eval')?.references.some(isDirectEval) || top?.through.some(isDirectEval))
})

/** Is the reference the callee of a direct `eval`, which sees the variables around it? */
export function isDirectEval({ identifier }: Reference): boolean {
  const { parent } = identifier
  return identifier.name === 'eval' && parent.type === 'CallExpression' && parent.callee === identifier && !parent.optional
}
