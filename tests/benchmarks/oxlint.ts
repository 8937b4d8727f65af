/**
 * How much sooner oxlint is done with the plugin than ESLint. Writes it into README.md.
 *
 *   npm run build && npx jiti tests/benchmarks/oxlint.ts
 */
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { install } from '../integration/installed.ts'
import { configurations } from '../integration/oxlint/configurations.ts'
import { pack } from '../integration/tarball.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'
import { median } from './clock.ts'
import { record } from './page.ts'
import { plugin } from './subjects.ts'

/** One round before warms up the caches of files. */
const rounds = 5
const subjects = ['kafkajs/src', 'mongoose/lib']

const packed = makeFolder({})
const place = await install('oxlint', await pack(packed), configurations(plugin.configs.recommended.rules))
for (const each of subjects) cpSync(join(root, 'node_modules', each), join(place.folder, 'code', each), { recursive: true })

const times = { eslint: [] as number[], oxlint: [] as number[] }
for (let round = 0; round <= rounds; round++) {
  for (const program of round % 2 ? (['eslint', 'oxlint'] as const) : (['oxlint', 'eslint'] as const)) {
    const before = performance.now()
    const { code, stderr } = await place.bin(program, ['code'])
    if (code !== 1) throw new Error(`${program} ends with ${code}: ${stderr}`)
    if (round > 0) times[program].push((performance.now() - before) / 1_000)
  }
}
let files = 0
for (const path of readdirSync(join(place.folder, 'code'), { recursive: true }) as string[]) if (/\.[jt]sx?$/.test(path)) files++
for (const each of [place.folder, packed]) rmSync(each, { recursive: true, force: true })

const ratio = median(times.eslint.map((time, round) => time / times.oxlint[round]!))
const table = [
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]!.model}; medians of ${rounds} runs that took turns, the ratio that of neighbours; ${files} files of ${subjects.join(', ')}.`,
  '',
  '| `recommended` in | s |',
  '| --- | --- |',
  `| ESLint | ${median(times.eslint).toFixed(1)} |`,
  `| oxlint | ${median(times.oxlint).toFixed(1)} |`,
  `| ratio | ${ratio.toFixed(1)} |`,
].join('\n')
console.log(table)
record('oxlint', table)
