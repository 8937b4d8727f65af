/**
 * What the rules of retention say about leaks that were fixed: reported in the file before the fix, silent after it?
 *
 *   npx jiti tests/benchmarks/leak-fixes/main.ts <cases.json> <folder of bare clones> [--list]
 *
 * A clone of `owner/name` is `owner+name/repo` in the folder. Cases without a clone are left out of the table and counted.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findings } from './findings.ts'
import { Repository } from './repository.ts'

/** One file that leaked. `kind` names the rule that is to speak; `once`: what is left behind goes by itself soon. */
interface Case {
  repository: string
  /** The fix, or a version that leaks when `fix` is another. */
  commit: string
  path: string
  kind: string
  once?: true
}

interface Row {
  kind: string
  cases: number
  reported: number
  silentAfter: number
  fixed: number
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean', default: false } } })
const [metadata, clones] = positionals
if (!metadata || !clones) {
  console.error('Usage: npx jiti tests/benchmarks/leak-fixes/main.ts <cases.json> <folder of bare clones> [--list]')
  process.exit(2)
}

const rows = new Map<string, Row>()
let left = 0
for (const one of JSON.parse(readFileSync(metadata, 'utf8')) as Case[]) {
  const versions = Repository.open(clones, one.repository)?.versions(one.commit, one.path, one.kind) ?? null
  if (!versions) {
    left++
    continue
  }
  const kind = one.once ? `${one.kind}, once` : one.kind
  const row = rows.get(kind) ?? { kind, cases: 0, reported: 0, silentAfter: 0, fixed: 0 }
  rows.set(kind, row)
  const before = findings(one.path, versions.before, one.kind)
  const after = versions.after === null ? null : findings(one.path, versions.after, one.kind)
  const gone = before.filter(({ code }) => !after?.some((other) => other.code === code))
  row.cases++
  if (gone.length > 0) row.reported++
  if (after) row.fixed++
  if (after && after.length <= before.length - gone.length) row.silentAfter++
  if (values.list) {
    const verdict = gone.length === 0 ? 'MISSED' : 'reported'
    const still = after === null ? 'no fix known' : after.length === 0 ? 'silent after' : `${after.length} after`
    console.log(`${verdict.padEnd(8)} ${still.padEnd(12)} ${kind} ${one.repository} ${one.commit} ${one.path} ${gone.map(({ line }) => line).join(',')}`)
  }
}

console.table([...rows.values()].map(({ kind, cases, reported, fixed, silentAfter }) => ({
  kind, cases, 'reported before': `${reported} (${Math.round((100 * reported) / cases)} %)`, 'silent after': `${silentAfter} of ${fixed}`,
})))
console.log(`${left} cases without a clone, a commit or a file`)
