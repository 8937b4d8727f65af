import { expect } from 'vitest'
import type { ESLint } from 'eslint'
import type { Place } from './installed.ts'

/** The results of ESLint in a place, which must have nothing to complain about. */
export async function lint(place: Place, args: readonly string[], options: { node?: string } = {}): Promise<ESLint.LintResult[]> {
  const { stdout, stderr } = await place.bin('eslint', [...args, '--format', 'json'], options)
  expect(stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings|nodedir).*\n/gm, '')).toBe('')
  return JSON.parse(stdout) as ESLint.LintResult[]
}

/** What was found, `file:line:column rule`; what could not be linted, with its message. */
export function findingsIn(place: Place, results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${filePath.slice(place.folder.length + 1)}:${line}:${column} ${ruleId ?? message}`),
  )
}
