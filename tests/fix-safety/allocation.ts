import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Kind } from './entry.ts'

/** Elements of a collection on which bytes are compared. */
const size = 1_000

/** Nothing may allocate more than before; these bytes are what the readings themselves are off by. */
const tolerance = { share: 0.01, cold: 4_096, hot: 512 }

export interface Program {
  original: string
  repaired: string
  inputs: Readonly<Record<string, Kind>>
  measure?: Readonly<Record<string, string>> | undefined
}

/** Bytes that one call allocates: the first, and the one after optimisation. */
export interface Bytes {
  cold: number
  hot: number
}

export interface Allocation {
  original: Bytes
  repaired: Bytes
}

const script = fileURLToPath(new URL('allocation-run.cjs', import.meta.url))
const flags = ['--expose-gc', '--single-threaded', '--min-semi-space-size=128', '--max-semi-space-size=128']

/**
 * Bytes allocated by each pair of programs (JavaScript that declares `f`), all in one fresh process.
 *
 * @throws when a program throws on its measured inputs.
 */
export function measureAllocation(programs: readonly Program[]): Allocation[] {
  const input = JSON.stringify(programs.map(({ original, repaired, inputs, measure }) => ({
    original,
    repaired,
    inputs: Object.entries(inputs).map(([name, kind]) => measure?.[name] ?? realistic(kind)),
  })))
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script], { input, encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`a measured program failed:\n${stderr}`)
  return JSON.parse(stdout) as Allocation[]
}

/** `hot`, `cold`, or both: when the repaired program allocates more than the original. */
export function growth({ original, repaired }: Allocation): (keyof Bytes)[] {
  return (['cold', 'hot'] as const).filter((phase) => repaired[phase] > original[phase] * (1 + tolerance.share) + tolerance[phase])
}

/** An expression for an input of a usual sort: collections have `size` elements. */
function realistic(kind: Kind): string {
  if (typeof kind === 'string') return named[kind]
  if ('array' in kind) return filled(elementOf(kind.array))
  if ('set' in kind) return `new Set(${filled(elementOf(kind.set))})`
  if ('map' in kind) return `new Map(${filled(`[${elementOf(kind.map[0])}, ${elementOf(kind.map[1])}]`)})`
  if ('iterable' in kind) return filled(elementOf(kind.iterable))
  if ('promise' in kind) return `Promise.resolve(${elementOf(kind.promise, '1')})`
  if ('callback' in kind) return `(x, i) => ${isIdentity(kind.callback) ? 'x' : `(${elementOf(kind.callback, '(i ?? 1)')})`}`
  if ('oneOf' in kind) return realistic(kind.oneOf[0]!)
  if ('expressions' in kind) return kind.expressions[0]!
  return `{ ${Object.entries(kind.object).map(([name, value]) => `${JSON.stringify(name)}: ${realistic(value)}`).join(', ')} }`
}

function filled(element: string): string {
  return `Array.from({ length: ${size} }, (_, i) => ${element})`
}

function isIdentity(kind: Kind): boolean {
  return kind === 'any' || kind === 'primitive'
}

/** The element number `i`: distinct, and as small as its kind allows. */
function elementOf(kind: Kind, i = 'i'): string {
  if (kind === 'string') return `'item ' + ${i}`
  if (kind === 'number' || kind === 'index' || kind === 'primitive') return i
  if (kind === 'any' || kind === 'object') return `({ id: ${i} })`
  if (kind === 'boolean') return `${i} % 2 === 0`
  if (typeof kind === 'object' && 'object' in kind) {
    return `({ ${Object.entries(kind.object).map(([name, value]) => `${JSON.stringify(name)}: ${elementOf(value, i)}`).join(', ')} })`
  }
  if (kind === 'array' || (typeof kind === 'object' && 'array' in kind)) return `[${i}, ${i} + 1]`
  return typeof kind === 'string' ? named[kind] : realistic(kind)
}

const named: Record<Extract<Kind, string>, string> = {
  any: filled('({ id: i })'),
  primitive: '1',
  boolean: 'true',
  number: '3',
  index: '3',
  string: `Array.from({ length: ${size} }, (_, i) => 'line ' + i).join('\\n')`,
  bigint: '3n',
  symbol: 'Symbol.iterator',
  object: '{ id: 1 }',
  array: filled('({ id: i })'),
  'array-like': `{ ...${filled('i')}, length: ${size} }`,
  proxy: `new Proxy(${filled('i')}, {})`,
  set: `new Set(${filled('i')})`,
  map: `new Map(${filled("['key ' + i, i]")})`,
  'typed-array': `Float64Array.from({ length: ${size} }, (_, i) => i)`,
  buffer: `Buffer.alloc(${size}, 'text ')`,
  iterable: filled('({ id: i })'),
  iterator: `(function* () { for (let i = 0; i < ${size}; i++) yield i })()`,
  'async-iterable': `(async function* () { for (let i = 0; i < ${size}; i++) yield i })()`,
  promise: 'Promise.resolve(1)',
  callback: '(x) => x',
}
