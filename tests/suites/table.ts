/** The table of the README: rows are written by the measurement, one for each package and each way of repairing. */
import { readFileSync, writeFileSync } from 'node:fs'

export interface Outcome {
  name: string
  tag: string
  /** Were suggestions applied, too? */
  unsafe: boolean
  /** Repairs that were applied, by rule. */
  fixes: ReadonlyMap<string, number>
  /** How many files they changed. */
  files: number
  /** How many tests passed before, and how many of these pass after. */
  before: number
  after: number
}

const titles = ['package', 'version', 'applied', 'repairs', 'files changed', 'tests passed before', 'of those pass after', 'Node']

export const header = `${line(titles)}\n${line(titles.map(() => '---'))}`

export function rowOf({ name, tag, unsafe, fixes, files, before, after }: Outcome): string {
  const byCount = [...fixes].sort(([, one], [, other]) => other - one)
  const repairs = byCount.map(([rule, count]) => `${count} ${rule}`).join(', ') || 'none'
  const applied = unsafe ? 'suggestions, too' : 'fixes'
  return line([name, tag, applied, repairs, String(files), String(before), String(after), process.versions.node])
}

/** Writes `row` into the only table of the page, over the row that says the same of an earlier run. */
export function record(page: string, row: string): void {
  const text = readFileSync(page, 'utf8')
  const start = text.indexOf(header) + header.length
  if (start < header.length) throw new Error(`${page} has no table with these titles: ${titles.join(', ')}`)
  const rows = /^(?:\n\|.*)*/.exec(text.slice(start))![0]
  const others = rows.split('\n').filter((other) => other !== '' && subjectOf(other) !== subjectOf(row))
  const sorted = [...others, row].sort((one, other) => (subjectOf(one) < subjectOf(other) ? -1 : 1))
  writeFileSync(page, `${text.slice(0, start)}\n${sorted.join('\n')}${text.slice(start + rows.length)}`)
}

/** The package and the way of repairing that a row speaks of. */
function subjectOf(row: string): string {
  const [, name, , applied] = row.split('|')
  return `${name!.toLowerCase()}|${applied}`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
