import type { Linter } from 'eslint'
import { parseArgs } from 'node:util'
import plugin from '../index.ts'
import { type PresetName, presets } from '../presets.ts'
import { parseTarget } from '../settings.ts'

/** What one run of `memory-lint` was asked to do. */
export interface Arguments {
  paths: string[]
  /** Rules to run, as ESLint configures them. */
  rules: Linter.RulesRecord
  fix: boolean
  unsafeFixes: boolean
  target: string | undefined
  format: string
  types: boolean
  /** More warnings than this fail the run; `Infinity` when not said. */
  maxWarnings: number
  concurrency: number | 'auto' | 'off'
}

/** The command was called wrongly or on something that cannot be scanned: one line says what, the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const presetNames = Object.keys(presets)
const ruleIds = Object.keys(plugin.rules)

export const help = `memory-lint [options] <file or folder…>

Finds memory leaks and wasted allocations in JavaScript and TypeScript. Needs no configuration file and reads none.
Skips node_modules, build output, minified files, declaration files and what .gitignore names, unless named as a path.

  --preset <name>       ${presetNames.join(', ')} (default: recommended)
  --rule <id>           run this rule instead of a preset; repeatable
  --fix                 repair what can be repaired without changing what the program does
  --unsafe-fixes        with --fix: also apply suggestions, which can change what it does; review the diff
  --target <runtime>    what the code runs on, such as es2025 or node22 (default: engines.node of the nearest package.json)
  --types               use type information from the nearest tsconfig.json: slower, finds more
  --format <name>       stylish, json, html, sarif, a package eslint-formatter-<name> or a file (default: stylish)
  --max-warnings <n>    fail when there are more warnings than this
  --concurrency <n>     worker threads: a number, auto or off (default: off)
  --help                print this
  --version             print the version

Exit code: 0 nothing found, 1 findings, 2 the scan could not be done.
`

/**
 * Reads the command line.
 *
 * @param argv what follows the name of the program
 * @throws {UsageError | SettingsError} one line that names the option, what was given and what is allowed.
 */
export function parseArguments(argv: readonly string[]): Arguments | 'help' | 'version' {
  const { values, positionals } = parse(argv)
  if (values.help) return 'help'
  if (values.version) return 'version'
  if (positionals.length === 0) throw new UsageError('name a file or folder to scan, such as: memory-lint src')
  if (values['unsafe-fixes'] && !values.fix) throw new UsageError('--unsafe-fixes does nothing without --fix')
  if (values.target !== undefined) parseTarget(values.target, '--target')
  return {
    paths: positionals,
    rules: chooseRules(values.preset, values.rule),
    fix: values.fix ?? false,
    unsafeFixes: values['unsafe-fixes'] ?? false,
    target: values.target,
    format: values.format ?? 'stylish',
    types: values.types ?? false,
    maxWarnings: values['max-warnings'] === undefined ? Infinity : wholeNumber('--max-warnings', values['max-warnings']),
    concurrency: parseConcurrency(values.concurrency ?? 'off'),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        rule: { type: 'string', multiple: true },
        fix: { type: 'boolean' },
        'unsafe-fixes': { type: 'boolean' },
        target: { type: 'string' },
        types: { type: 'boolean' },
        format: { type: 'string' },
        'max-warnings': { type: 'string' },
        concurrency: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (error) {
    // Node's advice after the first sentence is about positional arguments that start with a dash.
    const [first] = (error as Error).message.split(/\.\s/)
    throw new UsageError(`${first}; see memory-lint --help`)
  }
}

function chooseRules(preset: string | undefined, ids: string[] | undefined): Linter.RulesRecord {
  if (ids && preset !== undefined) throw new UsageError('--rule and --preset exclude each other')
  if (!ids) return plugin.configs[presetName(preset ?? 'recommended')].rules
  return Object.fromEntries(ids.map((given) => [`memory/${ruleId(given)}`, 'error']))
}

function ruleId(given: string): string {
  const id = given.replace(/^memory\//, '')
  if (!ruleIds.includes(id)) throw refuse('--rule', given, ruleIds.join(', '))
  return id
}

function presetName(given: string): PresetName {
  if (!presetNames.includes(given)) throw refuse('--preset', given, presetNames.join(', '))
  return given as PresetName
}

function parseConcurrency(given: string): number | 'auto' | 'off' {
  if (given === 'auto' || given === 'off') return given
  const count = /^\d+$/.test(given) ? Number(given) : 0
  if (count === 0) throw refuse('--concurrency', given, 'a number of threads, auto, off')
  return count
}

function wholeNumber(option: string, given: string): number {
  if (!/^\d+$/.test(given)) throw refuse(option, given, 'a whole number, 0 or more')
  return Number(given)
}

function refuse(option: string, given: string, allowed: string): UsageError {
  return new UsageError(`${option} is '${given}': allowed are ${allowed}`)
}
