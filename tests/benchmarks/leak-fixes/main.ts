/**
 * What the rules about leaks say of leaks that were fixed: reported in the file before the fix, silent after it?
 *
 *   npx jiti tests/benchmarks/leak-fixes/main.ts <rows.json> <folder of bare clones> [--split development] [--peers <folder>] [--projects] [--list] [--write]
 *
 * A clone of `owner/name` is `owner+name/repo` in the folder. Rows without a clone, a commit or a file are left out and counted.
 * `--projects`: what is reported of a file alone is asked once more in its project, checked out into a temporary folder.
 * `--peers`: where the plugins of `PEERS` are installed, to be asked about the same files. `--write`: the tables go into the README.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { record } from '../page.ts'
import { type Finding, findings, ours, peer, PEERS, type Subject } from './findings.ts'
import { type Kind, kindOf } from './kinds.ts'
import { Repository, SOURCES, type Versions } from './repository.ts'

/** One file that leaked, with the lines that acquired. */
interface Row {
  repo: string
  /** The fix, or a version that leaks when a later one is the fix. */
  commit: string
  file: string
  start?: number | string | null
  end?: number | string | null
  pattern: string
  /** What is left behind goes by itself: soon, or with what owned it anyway. */
  ends?: true
  /** The commit takes another listener away, so that this one stays. */
  stays?: true
  /** Does the file before the fix show the leak: what is kept, by what lasting thing, and that nothing lets it go? */
  shows?: boolean
  /** Why it does not. */
  reason?: string
  split?: string
}

interface Verdict {
  isReported: boolean
  /** null where the fix is not known. */
  isSilentAfter: boolean | null
}

interface Score {
  cases: number
  reported: number
  fixed: number
  silent: number
  /** Everything found in the files before their fixes, and after them. */
  before: number
  after: number
  unread: number
}

const OURS = 'this plugin'
/** The same with the options of `strict`. */
const STRICT = 'this plugin, strict'
/** The same as the first, with the project around the file, which may show that there is one of what acquires. */
const IN_PROJECT = 'this plugin, in its project'
/** Lines by which a row may be off. */
const SLACK = 2
const README = new URL('README.md', import.meta.url)

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, projects: { type: 'boolean', default: false }, write: { type: 'boolean', default: false }, split: { type: 'string' }, peers: { type: 'string' } },
})
const [metadata, clones] = positionals
if (!metadata || !clones) {
  console.error('Usage: npx jiti tests/benchmarks/leak-fixes/main.ts <rows.json> <folder of bare clones> [--split development] [--peers <folder>] [--projects] [--list] [--write]')
  process.exit(2)
}

/**
 * Reported is what the fix silences, or, where no commit is known to be the fix or the fix misses, what stands on the row's lines. Silent after
 * the fix is a file in which nothing is found that was not found before.
 */
function judge(row: Row, before: readonly Finding[], after: readonly Finding[] | null, isFix: boolean): Verdict {
  const isGone = before.some(({ code }) => !after?.some((other) => other.code === code))
  const start = Number(row.start ?? 0)
  const end = Number(row.end ?? 0) || start
  const isOnLines = before.some(({ line }) => line >= start - SLACK && line <= end + SLACK)
  return {
    isReported: isGone || ((!isFix || row.stays === true) && isOnLines),
    isSilentAfter: isFix ? after !== null && after.every(({ code }) => before.some((other) => other.code === code)) : null,
  }
}

interface Answer {
  verdict: Verdict
  before: number
  after: number
}

function ask(row: Row, { before, after, isFix }: Versions, kind: Kind, subject: string): Answer | null {
  const rules = subject === OURS || subject === STRICT ? ours(kind, subject === STRICT) : (peers.get(subject) ?? null)
  const name = basename(row.file) // a row may stand in a folder of examples
  const first = rules && findings(name, before, rules)
  const second = rules && after !== null ? findings(name, after, rules) : null
  return first && { verdict: judge(row, first, second, isFix), before: first.length, after: isFix ? (second?.length ?? 0) : 0 }
}

/** The same where the file stands, when it was reported alone: the project can only take reports away. */
function askInProject(row: Row, versions: Versions, kind: Kind, alone: Answer): Answer {
  if (!alone.verdict.isReported) return alone
  const { before, after, at, isFix } = versions
  const cwd = mkdtempSync(join(tmpdir(), 'leak-fixes-'))
  try {
    Repository.open(clones as string, row.repo)?.checkOut(at.commit, SOURCES, cwd)
    const first = findings(at.file, before, ours(kind), cwd) ?? []
    return { verdict: { ...judge(row, first, after === null ? null : (findings(basename(row.file), after, ours(kind)) ?? []), isFix), isSilentAfter: alone.verdict.isSilentAfter }, before: first.length, after: alone.after }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

const subjects = [OURS, ...(values.projects ? [IN_PROJECT] : []), STRICT, ...(values.peers === undefined ? [] : Object.keys(PEERS))]
const peers = new Map<string, Subject | null>()
for (const name of subjects) if (name in PEERS) peers.set(name, await peer(name, values.peers as string))
const scores = new Map<string, Score>()
const names = new Map<string, Set<string>>()
let left = 0
const lines = { before: 0, after: 0 }
for (const row of JSON.parse(readFileSync(metadata, 'utf8')) as Row[]) {
  if (values.split !== undefined && row.split !== values.split) continue
  const kind = kindOf(row.pattern)
  const versions = Repository.open(clones, row.repo)?.versions(row.commit, row.file, kind) ?? null
  if (!versions) {
    left++
    if (values.list) console.log(`absent   ${row.repo} ${row.commit} ${row.file}`)
    continue
  }
  const section = [row.split ?? 'all', `${kind}${row.ends ? ', ends by itself' : row.shows === false ? ', other files show it' : ''}`].join('\t')
  lines.before += versions.before.split('\n').length
  if (versions.isFix) lines.after += versions.after?.split('\n').length ?? 0
  let alone: Answer | null = null
  for (const subject of subjects) {
    const answer: Answer | null = subject === IN_PROJECT ? alone && askInProject(row, versions, kind, alone) : ask(row, versions, kind, subject)
    if (subject === OURS) alone = answer
    const key = `${section}\t${subject}`
    const score = scores.get(key) ?? { cases: 0, reported: 0, fixed: 0, silent: 0, before: 0, after: 0, unread: 0 }
    scores.set(key, score)
    score.cases++
    if (!answer) score.unread++
    score.before += answer?.before ?? 0
    score.after += answer?.after ?? 0
    if (answer?.verdict.isReported) score.reported++
    if (answer && answer.verdict.isSilentAfter !== null) score.fixed++
    if (answer?.verdict.isSilentAfter) score.silent++
    if (values.list && subject === IN_PROJECT && alone?.verdict.isReported && !answer?.verdict.isReported) console.log(`the only one ${section} ${row.repo} ${row.commit} ${row.file} ${row.start ?? ''}`)
    if (values.list && subject === OURS) {
      const verdict = !answer ? 'unread' : answer.verdict.isReported ? 'reported' : 'silent'
      console.log(`${verdict.padEnd(8)} ${answer?.verdict.isSilentAfter === false ? 'NOT SILENT AFTER' : ''} ${section} ${row.repo} ${row.commit} ${row.file} ${row.start ?? ''}`)
    }
  }
  names.set(section, (names.get(section) ?? new Set()).add(row.repo))
}

const share = (part: number, whole: number): string => `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`
const table = [`| split | kind | repositories | ${subjects.join(' | ')} |`, `|---|---|---:|${subjects.map(() => '---:|').join('')}`]
for (const [section, repositories] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const cells = subjects.map((subject) => {
    const { cases, reported, fixed, silent, unread } = scores.get(`${section}\t${subject}`) as Score
    return unread === cases ? 'cannot run without types' : `${share(reported, cases)}, ${silent} of ${fixed}`
  })
  table.push(`| ${section.replace('\t', ' | ')} | ${repositories.size} | ${cells.join(' | ')} |`)
}
for (const when of ['before', 'after'] as const) {
  const perThousand = subjects.map((subject) => {
    let found = 0
    for (const [key, score] of scores) if (key.endsWith(`\t${subject}`)) found += score[when]
    return lines[when] === 0 ? 'no fix is known' : ((1000 * found) / lines[when]).toFixed(2)
  })
  table.push(`| | findings in 1,000 lines, ${when} | | ${perThousand.join(' | ')} |`)
}
const report = `${table.join('\n')}\n\n${left} rows have no clone, commit or file.`
console.log(`${report}\n`)
if (values.write) record(basename(metadata), report, README)
