/**
 * What became of the reports that were read one by one: are the false ones gone, and the true ones still there?
 *
 *   npx jiti tests/benchmarks/precision/main.ts <folder of bare clones> [--list] [--write]
 *
 * A clone of `owner/name` is `owner+name/repo` in the folder. Rows without a clone, a commit or a file are left out and counted.
 * The sources of each commit are checked out into a temporary folder, since the rules ask the project.
 * `--list`: prints the true reports that are gone and the false ones that are still there. `--write`: the table goes into the README.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Finding, findings, recommended } from '../leak-fixes/findings.ts'
import { Repository, SOURCES } from '../leak-fixes/repository.ts'

/** One report of the rules of `recommended` as they were when the set was read. */
interface Row {
  /** The set that it belongs to, by its number. */
  set: number
  repo: string
  commit: string
  file: string
  line: number
  rule: string
  /** `true`: a maintainer would release it. `false`: the code is right. */
  verdict: 'true' | 'false' | 'unsure'
  /** Only other files show that it is false. */
  elsewhere?: true
  /** Why, in few words. */
  reason: string
}

interface Count {
  rows: number
  /** How many of them are reported by the rules of today. */
  today: number
}

const README = new URL('README.md', import.meta.url)
const { positionals: [clones], values } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } } })
if (clones === undefined) {
  console.error('Usage: npx jiti tests/benchmarks/precision/main.ts <folder of bare clones> [--list] [--write]')
  process.exit(2)
}

const rows = JSON.parse(readFileSync(new URL('reports.json', import.meta.url), 'utf8')) as Row[]
const subject = recommended()
const projects = mkdtempSync(join(tmpdir(), 'precision-'))
process.on('exit', () => rmSync(projects, { recursive: true, force: true }))
const found = new Map<string, Finding[] | null>()
const counts = new Map<number, Record<Row['verdict'], Count>>()
let absent = 0
for (const row of rows) {
  const today = findingsIn(row)
  if (!today) {
    absent++
    continue
  }
  const isReported = today.some(({ line, rule }) => line === row.line && rule === `memory/${row.rule}`)
  const count = counts.get(row.set) ?? { true: { rows: 0, today: 0 }, false: { rows: 0, today: 0 }, unsure: { rows: 0, today: 0 } }
  counts.set(row.set, count)
  count[row.verdict].rows++
  if (isReported) count[row.verdict].today++
  if (values.list && row.verdict === String(!isReported)) console.log(`${isReported ? 'still there' : 'gone'}: ${row.repo} ${row.file}:${row.line} ${row.rule}: ${row.reason}`)
}

const table = [
  '| set | repositories | true | false | unsure | precision as read | true, today | false, today | unsure, today |',
  '|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
  ...[...counts].sort(([a], [b]) => a - b).map(([set, count]) => {
    const repositories = new Set(rows.filter((row) => row.set === set).map(({ repo }) => repo)).size
    const precision = Math.round((100 * count.true.rows) / (count.true.rows + count.false.rows))
    return `| ${[set, repositories, count.true.rows, count.false.rows, count.unsure.rows, `${precision} %`, count.true.today, count.false.today, count.unsure.today].join(' | ')} |`
  }),
].join('\n')
const report = `${table}\n\n${absent} rows have no clone, commit or file.\n`
console.log(report)
if (values.write) writeFileSync(README, readFileSync(README, 'utf8').replace(/(<!-- table -->\n)[^]*?(<!-- \/table -->)/, (_, open: string, close: string) => `${open}\n${report}\n${close}`))

/** What is found in the row's file; null when it is not there or cannot be parsed. */
function findingsIn({ repo, commit, file }: Row): Finding[] | null {
  const key = `${repo} ${file}`
  if (!found.has(key)) {
    const cwd = join(projects, `${repo.replace('/', '+')}@${commit}`)
    if (!existsSync(cwd)) Repository.open(clones as string, repo)?.checkOut(commit, SOURCES, cwd)
    const path = join(cwd, file)
    found.set(key, existsSync(path) ? findings(file, readFileSync(path, 'utf8'), subject, cwd) : null)
  }
  return found.get(key) as Finding[] | null
}
