import { readdirSync } from 'node:fs'
import type { MeasurementCase } from './measurement-case.ts'

const folder = new URL('../', import.meta.url)

/** The rules that have a measurement, sorted. */
export function measuredRules(): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -'.mjs'.length)).sort()
}

/** Url of the module that exports the cases of a rule. */
export function casesUrl(rule: string): string {
  return new URL(`${rule}.mjs`, folder).href
}

/** @throws {Error} when the rule has no measurement. */
export async function casesOf(rule: string): Promise<MeasurementCase[]> {
  if (!measuredRules().includes(rule)) throw new Error(`tests/measurements/${rule}.mjs is missing: tests/measurements/README.md says how it is written.`)
  const { default: cases } = (await import(casesUrl(rule))) as { default: MeasurementCase[] }
  return cases
}
