import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { fact, type SourceCode } from './analysis/fact.ts'
import { features, type Feature } from './knowledge/features.ts'

/**
 * A user's own acquire/release protocol, e.g. `{ acquire: 'bus.on', release: 'bus.off', match: ['event', 'handler'] }`. A handle may
 * come of a construction, `new Session`, and be released by its own method, `.end`.
 */
export interface UserResource {
  acquire: string
  release: string
  match: 'handle' | 'disposer' | readonly ('event' | 'handler')[]
}

export type Target = { es: number } | { node: number }

export interface MemorySettings {
  unsafeFixes: boolean
  /** What the code runs on, when the user says so. */
  target: Target | null
  resources: readonly UserResource[]
  /** Elements below which a literal collection is too small to matter. */
  minimumSize: number
}

/** What of a rule's context the questions here need. */
interface LintedFile {
  settings: Readonly<Record<string, unknown>>
  filename: string
  sourceCode: SourceCode
}

/** `settings.memory` is wrong; the message names the key, what was given and what is allowed. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const defaults: MemorySettings = { unsafeFixes: false, target: null, resources: [], minimumSize: 16 }
const read = new WeakMap<object, MemorySettings>()

/**
 * `settings.memory`, validated and with defaults.
 *
 * @throws {SettingsError} on an unknown key or a value that is not allowed.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): MemorySettings {
  const given = settings['memory']
  if (given === undefined) return defaults
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw refuse('settings.memory', given, 'an object')
  }
  const known = read.get(given)
  if (known) return known
  const result = validate(given as Record<string, unknown>)
  read.set(given, result)
  return result
}

function validate(given: Record<string, unknown>): MemorySettings {
  const result = { ...defaults }
  for (const [key, value] of Object.entries(given)) {
    const name = `settings.memory.${key}`
    if (value === undefined) continue
    switch (key) {
      case 'unsafeFixes':
        if (typeof value !== 'boolean') throw refuse(name, value, 'true or false')
        result.unsafeFixes = value
        break
      case 'minimumSize':
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
          throw refuse(name, value, 'a whole number of elements, 0 or more')
        }
        result.minimumSize = value
        break
      case 'target':
        result.target = parseTarget(value, name)
        break
      case 'resources':
        if (!Array.isArray(value)) throw refuse(name, value, 'an array of { acquire, release, match }')
        result.resources = value.map((row, index) => parseResource(row, `${name}[${index}]`))
        break
      default:
        throw new SettingsError(`${name} is unknown: allowed are ${Object.keys(defaults).join(', ')}.`)
    }
  }
  return result
}

/**
 * An ES year or a Node version as users write them: `es2025`, `node22`, `node20.19`.
 *
 * @throws {SettingsError} naming `key` when it is neither.
 */
export function parseTarget(value: unknown, key: string): Target {
  const match = typeof value === 'string' && /^(?:es(?<es>20[1-9]\d)|esnext|node(?<node>\d+)(?:\.\d+)*)$/i.exec(value)
  if (!match) throw refuse(key, value, "an ES year such as 'es2025', 'esnext', or a Node version such as 'node22'")
  const { es, node } = match.groups as { es?: string; node?: string }
  if (node) return { node: Number(node) }
  return { es: es ? Number(es) : Infinity }
}

function parseResource(row: unknown, name: string): UserResource {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw refuse(name, row, 'an object { acquire, release, match }')
  }
  const { acquire, release, match = 'handle', ...rest } = row as Record<string, unknown>
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new SettingsError(`${name}.${unknown} is unknown: allowed are acquire, release, match.`)
  if (!isCallName(acquire, /^new /)) throw refuse(`${name}.acquire`, acquire, "a call's name such as 'bus.on', 'watch' or 'new Session'")
  if (!isCallName(release, /^\./)) throw refuse(`${name}.release`, release, "a call's name such as 'bus.off', 'unwatch' or '.end'")
  if (match !== 'handle' && match !== 'disposer' && !isArgumentList(match)) {
    throw refuse(`${name}.match`, match, "'handle', 'disposer' or a list of 'event' and 'handler'")
  }
  return { acquire, release, match }
}

function isCallName(value: unknown, before: RegExp): value is string {
  return typeof value === 'string' && /^[\w$]+(?:\.[\w$]+)*$/.test(value.replace(before, ''))
}

function isArgumentList(value: unknown): value is ('event' | 'handler')[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => name === 'event' || name === 'handler')
}

function refuse(key: string, given: unknown, allowed: string): SettingsError {
  return new SettingsError(`${key} is ${inspect(given, { depth: 1, breakLength: Infinity })}: it must be ${allowed}.`)
}

/**
 * May a repair in this file write `feature`? `settings.memory.target` decides where it is set. Else `engines.node` of the
 * nearest package.json and the `lib` of the typed program have to agree, as far as they say something: the one knows what
 * runs, the other what compiles. When neither does, the answer is no.
 */
export function supports(context: LintedFile, feature: Feature): boolean {
  const { target } = readSettings(context.settings)
  if (target) return covers(target, feature)
  const node = enginesNode(context.sourceCode, context.filename)
  const lib = programLib(context)
  if (node === null && lib === null) return false
  return (node === null || covers({ node }, feature)) && (lib === null || lib.some((name) => declares(name, feature)))
}

function covers(target: Target, feature: Feature): boolean {
  const { es, node } = features[feature]
  return 'es' in target ? target.es >= es : target.node >= node
}

function programLib(context: LintedFile): string[] | null {
  const options = context.sourceCode.parserServices?.program?.getCompilerOptions()
  return options?.lib?.map((file) => file.replace(/^lib\.|\.d\.ts$/g, '')) ?? null
}

function declares(lib: string, feature: Feature): boolean {
  const { libs, es } = features[feature]
  const [, year] = /^es(\d{4}|next)$/.exec(lib) ?? []
  return year === 'next' || Number(year) >= es || (libs as readonly string[]).includes(lib)
}

/** The lowest Node major that the nearest package.json above `filename` allows, or null. */
const enginesNode = fact((_, filename: string): number | null => {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'))
    if (manifest) return lowestMajor(manifest.engines?.node)
    if (folder === dirname(folder)) return null
  }
})

function readManifest(path: string): { engines?: { node?: string } } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { engines?: { node?: string } }
  } catch {
    return null
  }
}

/** `^20.19 || >=22` → 20; a range without a lower bound (`*`, `<24`) says nothing. */
function lowestMajor(range: unknown): number | null {
  if (typeof range !== 'string') return null
  let lowest = Infinity
  for (const part of range.split('||')) {
    const match = /^\s*(?:>=|\^|~|=|v)?\s*v?(\d+)/.exec(part)
    if (!match) return null
    lowest = Math.min(lowest, Number(match[1]))
  }
  return lowest
}
