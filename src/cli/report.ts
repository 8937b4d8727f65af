import { ESLint } from 'eslint'
import { resolve } from 'node:path'
import { UsageError } from './arguments.ts'
import plugin from '../index.ts'
import { count, countByRule, type Outcome } from './scan.ts'

/** Formats that are known by a shorter name than that of their package. */
const formatterPackages: Record<string, string> = { sarif: '@microsoft/eslint-formatter-sarif' }

/**
 * A formatter of ESLint, a package `eslint-formatter-<name>` that `cwd` can import, or a file.
 *
 * @throws {UsageError} when there is none of that name.
 */
export async function loadFormatter(name: string, cwd: string): Promise<ESLint.LoadedFormatter> {
  const eslint = new ESLint({ cwd, overrideConfigFile: true })
  // The files are linted with another base path, so this instance cannot know their rules.
  eslint.getRulesMetaForResults = rulesMeta
  try {
    return await eslint.loadFormatter(formatterPackages[name] ?? name)
  } catch {
    const from = formatterPackages[name] ?? (name.includes('/') ? resolve(cwd, name) : `eslint-formatter-${name}`)
    throw new UsageError(`--format is '${name}': ${from} cannot be loaded; ESLint has stylish, json, json-with-metadata and html`)
  }
}

function rulesMeta(results: ESLint.LintResult[]): ReturnType<ESLint['getRulesMetaForResults']> {
  const metas = [...countByRule(results).keys()].map((id) => [id, plugin.rules[id.replace(/^memory\//, '')]?.meta])
  return Object.fromEntries(metas)
}

/** The end of a scan in a few lines: what was repaired, findings by rule, files and seconds. */
export function summarize({ results, fixed, fixedFiles, untyped, projectErrors }: Outcome, seconds: number): string {
  const counts = countByRule(results)
  const findings = sum(counts)
  const filesWith = count(results, ({ messages }) => messages.some(({ ruleId }) => ruleId !== null))
  const unparsed = count(results, ({ fatalErrorCount }) => fatalErrorCount > 0)
  const silenced = results.flatMap(({ suppressedMessages }) => suppressedMessages).length
  const scanned = `${plural(results.length, 'file')}, ${seconds.toFixed(1)} s`
  return [
    fixed.size > 0 && `Fixed ${plural(sum(fixed), 'finding')} in ${plural(fixedFiles, 'file')}:\n${table(fixed)}\n`,
    counts.size > 0 && `${fixed.size > 0 ? 'Left' : 'Found'}:\n${table(counts)}\n`,
    findings > 0 ? `${plural(findings, 'finding')} in ${filesWith} of ${scanned}` : `No findings in ${scanned}`,
    unparsed > 0 && `${plural(unparsed, 'file')} could not be parsed`,
    silenced > 0 && `${plural(silenced, 'finding')} silenced by eslint-disable comments`,
    untyped > 0 && `${plural(untyped, 'file')} in no tsconfig.json, scanned without types`,
    ...projectErrors,
  ]
    .filter((line) => line !== false)
    .join('\n')
}

function table(counts: ReadonlyMap<string, number>): string {
  let width = 0
  for (const found of counts.values()) width = Math.max(width, String(found).length)
  return [...counts].map(([rule, found]) => `  ${String(found).padStart(width)}  ${rule}`).join('\n')
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
