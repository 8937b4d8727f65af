/**
 * What became of the reports that were read one by one: are the false ones gone, and the true ones still there?
 *
 *   npx jiti tests/benchmarks/precision/main.ts <folder of bare clones> [--list] [--write]
 *
 * A clone of `owner/name` is `owner+name/repo` in the folder; packages are brought by `npm pack`. Rows without a clone, a commit or a file are left out and counted.
 * The sources of each commit are checked out into a temporary folder while its rows are asked, since the rules ask the project.
 * `--list`: prints the true reports that are gone and the false ones that are still there. `--write`: the table goes into the README.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { record } from '../page.ts'
import { type Finding, findings, recommended } from '../leak-fixes/findings.ts'
import { Repository, SOURCES } from '../leak-fixes/repository.ts'

/** One report of the rules of `recommended` as they were when the set was read. */
interface Row {
  /** The set that it belongs to, by its number. */
  set: number
  /** `owner/name`, or `npm:name` of a package. */
  repo: string
  /** Of a package its version. */
  commit: string
  file: string
  line: number
  rule: string
  /** `true`: a maintainer would release it. `false`: the code is right. */
  verdict: 'true' | 'false' | 'unsure'
  /** Only other files show that it is false. */
  elsewhere?: true
  /** Of a false one, from set 20 on: the statement about the code is wrong; there is one by construction, from the root of the program; or one as it happens, since nothing leads away. */
  cause?: 'mistaken' | 'root' | 'once'
  /** Why, in few words. */
  reason: string
}

interface Count {
  rows: number
  /** How many of them are reported by the rules of today. */
  today: number
}

const README = new URL('README.md', import.meta.url)
const BY_NUMBER = new Intl.Collator('en', { numeric: true })
const { positionals: [clones], values } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } } })
if (clones === undefined) {
  console.error('Usage: npx jiti tests/benchmarks/precision/main.ts <folder of bare clones> [--list] [--write]')
  process.exit(2)
}

const subject = recommended()
const projects = mkdtempSync(join(tmpdir(), 'precision-'))
process.on('exit', () => rmSync(projects, { recursive: true, force: true }))
const found = new Map<string, Finding[] | null>()
let checkedOut = ''
let absent = 0
const tables = {
  reports: table('reports.json', 'set', ({ set }) => String(set)),
  growth: table('growth.json', 'rule', ({ rule }) => rule),
}
for (const one of Object.values(tables)) console.log(`${one}\n`)
console.log(`${absent} rows have no clone, commit or file.`)
if (values.write) for (const [name, text] of Object.entries(tables)) record(name, text, README)

/** The verdicts of a file, counted by `key`, beside how many of each are reported today. */
function table(file: string, heading: string, key: (row: Row) => string): string {
  const rows = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Row[]
  const counts = new Map<string, Record<Row['verdict'], Count>>()
  const counted: Row[] = []
  for (const row of rows.toSorted((one, other) => BY_NUMBER.compare(`${one.repo}@${one.commit}`, `${other.repo}@${other.commit}`))) {
    const today = findingsIn(row)
    if (!today) {
      absent++
      continue
    }
    counted.push(row)
    const isReported = today.some(({ line, rule }) => line === row.line && rule === `memory/${row.rule}`)
    const count = counts.get(key(row)) ?? { true: { rows: 0, today: 0 }, false: { rows: 0, today: 0 }, unsure: { rows: 0, today: 0 } }
    counts.set(key(row), count)
    count[row.verdict].rows++
    if (isReported) count[row.verdict].today++
    if (values.list && row.verdict === String(!isReported)) console.log(`${isReported ? 'still there' : 'gone'}: ${row.repo} ${row.file}:${row.line} ${row.rule}: ${row.reason}`)
  }
  return [
    `| ${heading} | repositories | true | false | unsure | precision as read | true, today | false, today | unsure, today |`,
    '|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...[...counts].sort(([a], [b]) => BY_NUMBER.compare(a, b)).map(([name, count]) => {
      const repositories = new Set(counted.filter((row) => key(row) === name).map(({ repo }) => repo)).size
      const precision = Math.round((100 * count.true.rows) / (count.true.rows + count.false.rows))
      return `| ${[name, repositories, count.true.rows, count.false.rows, count.unsure.rows, `${precision} %`, count.true.today, count.false.today, count.unsure.today].join(' | ')} |`
    }),
  ].join('\n')
}

/** What is found in the row's file; null when it is not there or cannot be parsed. */
function findingsIn({ repo, commit, file }: Row): Finding[] | null {
  const key = `${repo}@${commit} ${file}`
  if (!found.has(key)) {
    const cwd = join(projects, `${repo.replaceAll(/[/:]/g, '+')}@${commit}`)
    if (checkedOut !== '' && cwd !== checkedOut) rmSync(checkedOut, { recursive: true, force: true })
    checkedOut = cwd
    if (!existsSync(cwd)) repo.startsWith('npm:') ? unpack(`${repo.slice(4)}@${commit}`, cwd) : Repository.open(clones as string, repo)?.checkOut(commit, SOURCES, cwd)
    const path = join(cwd, file)
    found.set(key, existsSync(path) ? findings(file, readFileSync(path, 'utf8'), subject, cwd) : null)
  }
  return found.get(key) as Finding[] | null
}

/** Unpacks a package as it was published; nothing where the registry has it no more. */
function unpack(spec: string, folder: string): void {
  mkdirSync(folder)
  try {
    const packed = execFileSync('npm', ['pack', spec, '--ignore-scripts', '--silent'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    execFileSync('tar', ['-xzf', packed, '--strip-components=1'], { cwd: folder, stdio: 'ignore' })
  } catch {
    // its rows are counted as absent
  }
}
