import { readFileSync, writeFileSync } from 'node:fs'
import type { Measure } from './measurement-case.ts'

export type Side = 'before' | 'after'

/** Bytes, except for the times, which are milliseconds. Each is the median over `runs` processes. */
export interface Quantities {
  allocated?: number
  allocatedCold?: number
  external?: number
  externalCold?: number
  time?: number
  timeCold?: number
  retained?: number
  peak?: number
}

/** One side of one case at one size on one Node. */
export interface Row extends Quantities {
  rule: string
  case: string
  /** Full version, without `v`: of Node, or of Chromium where `browser` is set. */
  node: string
  browser?: true
  size: number
  side: Side
  /** What `size` counts. */
  unit: string
  /** What the case asks for, hence the columns of its table. */
  measures: Measure[]
  /** The measure that the case's chart shows. */
  chart?: Measure
  runs: number
  /** The name of the error that this side throws at this size, or `timeout`, `out of memory`. */
  error?: string
}

export const resultsPath = new URL('../results.json', import.meta.url)

/** The committed rows, sorted; none before the first measurement. */
export function readResults(): Row[] {
  try {
    return JSON.parse(readFileSync(resultsPath, 'utf8')) as Row[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Puts `measured` in the place of what the file says of the same rules, or of the same cases alone, on the same Node majors. */
export function mergeResults(known: readonly Row[], measured: readonly Row[], of: 'rules' | 'cases'): Row[] {
  const key = (row: Row): string => `${row.rule} ${of === 'cases' ? row.case : ''} ${nodeMajor(row)}`
  const replaced = new Set(measured.map(key))
  return [...known.filter((row) => !replaced.has(key(row))), ...measured].sort(compareRows)
}

/** One row a line, so that a diff of two measurements can be read. */
export function writeResults(rows: readonly Row[]): void {
  writeFileSync(resultsPath, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
}

/** What the row was measured on, as pages name it: `Node 20.20.2`. */
export function runtimeOf({ node, browser }: Pick<Row, 'node' | 'browser'>): string {
  return `${browser ? 'Chromium' : 'Node'} ${node}`
}

export function nodeMajor({ node }: Pick<Row, 'node'>): number {
  return parseInt(node, 10)
}

function compareRows(a: Row, b: Row): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(a.case, b.case) ||
    nodeMajor(a) - nodeMajor(b) ||
    a.size - b.size ||
    compareText(b.side, a.side)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
