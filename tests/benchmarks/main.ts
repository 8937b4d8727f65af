/**
 * What the plugin costs: `npm run bench` prints the tables and writes them to results.json and README.md.
 *
 *   npm run bench [-- --quick]    one round instead of five
 *   npm run bench -- --dry        writes nothing
 */
import cliProgress from 'cli-progress'
import { ESLint, Linter } from 'eslint'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { median, processorTime, processorTimeAsync } from './clock.ts'
import { heapWhileLinting } from './heap.ts'
import { profile } from './profile.ts'
import { programOf } from './program.ts'
import { renderTables, type Results, writeResults } from './results.ts'
import { builtPlugin, commonJSPatterns, configOf, linesOf, plugin, sampleOfCorpus, type Subject } from './subjects.ts'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false }, dry: { type: 'boolean', default: false } } })
const rounds = options.quick ? 1 : 5
const root = fileURLToPath(new URL('../../', import.meta.url))

const none: Linter.RulesRecord = {}
const { recommended, all } = { recommended: plugin.configs.recommended.rules, all: plugin.configs.all.rules }

const subjects = sampleOfCorpus(100_000)
const lines = linesOf(subjects)
const commonJS = commonJSPatterns(subjects)

const bar = new cliProgress.SingleBar({ format: '{bar} {percentage}% | {eta_formatted} left | {label}', noTTYOutput: true, notTTYSchedule: 30_000 })
bar.start(3 * (rounds + 1) + rounds + 4 * rounds + 1, 0, { label: '' })

const results: Results = {
  node: process.versions.node,
  eslint: ESLint.version,
  processor: cpus()[0]!.model,
  rounds,
  files: subjects.length,
  lines,
  runs: await wholeRuns(),
  shares: shares(),
  sizes: [1_000, 10_000, 100_000, 200_000].map(sizeRow),
  heap: heapRows(),
}
bar.stop()
console.log(renderTables(results))
if (!options.dry) writeResults(results)

/**
 * Whole runs of ESLint as its command line makes them. The presets take turns on every few files, so that whatever else
 * the machine does slows all of them alike. A preset's turn is compared with the one without rules beside it, and the median
 * of all turns is taken: a full collection of garbage, which falls on any of them, takes longer than a turn.
 */
async function wholeRuns(): Promise<Results['runs']> {
  const variants = Object.entries({ none, recommended, all }).map(([preset, rules]) => ({ preset, rules, turns: [] as number[], eslint: eslintWith(rules) }))
  const parts = batches(subjects, 2_500)
  for (let round = 0; round <= rounds; round++) {
    for (const [index, batch] of parts.entries()) {
      for (const { turns, eslint } of rotated(variants, index + round)) {
        const time = await processorTimeAsync(() => lintFiles(eslint, batch))
        if (round > 0) turns.push(time) // the first round warms up
      }
    }
    tick('whole runs', 3)
  }
  const base = variants[0]!.turns
  return variants.map(({ preset, rules, turns }) => ({
    preset: preset as Results['runs'][number]['preset'],
    rules: Object.keys(rules).length,
    milliseconds: rounded(turns.reduce((a, b) => a + b) / rounds),
    more: rounded(median(turns.map((time, turn) => time / base[turn]! - 1))),
  }))
}

function eslintWith(rules: Linter.RulesRecord): ESLint {
  const overrideConfig = [{ ignores: ['!**/node_modules/'] }, ...configOf(rules, commonJS)]
  return new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig })
}

async function lintFiles(eslint: ESLint, batch: readonly Subject[]): Promise<void> {
  const files = await eslint.lintFiles(batch.map(({ path }) => path))
  if (files.length !== batch.length) throw new Error(`ESLint linted ${files.length} of ${batch.length} files.`)
}

/** Where the time of runs with all rules goes, a rule's own code and what rules find out together each by itself. */
function shares(): Results['shares'] {
  const linter = new Linter({ cwd: root })
  const config = configOf(all, commonJS)
  const lint = () => subjects.forEach(({ code, name }) => void linter.verify(code, config, { filename: name }))
  lint()
  const spent = profile(() => {
    for (let round = 0; round < rounds; round++) lint()
    tick('profile', rounds)
  }, builtPlugin)
  const rest = spent.get('') ?? 0
  return [...spent]
    .filter(([who]) => who !== '')
    .map(([who, time]) => ({ who, share: rounded(time / rest) }))
    .sort((left, right) => right.share - left.share)
}

function sizeRow(size: number): Results['sizes'][number] {
  const code = programOf(size)
  const linter = new Linter({ cwd: root })
  const repeats = Math.ceil(10_000 / size)
  const times = { none: [] as number[], all: [] as number[] }
  const measured = size > 100_000 ? 1 : rounds // the largest once: it takes minutes
  for (let round = 0; round <= measured; round++) {
    for (const [name, rules] of [['none', none], ['all', all]] as const) {
      const time = processorTime(() => {
        for (let repeat = 0; repeat < repeats; repeat++) linter.verify(code, configOf(rules), { filename: 'program.js' })
      })
      if (round > 0) times[name].push(time / repeats)
    }
  }
  tick(`one file of ${size} lines`, rounds)
  return { lines: code.split('\n').length, megabytes: rounded(code.length / 1e6), none: rounded(median(times.none)), all: rounded(median(times.all)) }
}

function heapRows(): Results['heap'] {
  const step = 400
  const heap = heapWhileLinting(2_000, step, plugin, all)
  tick('2,000 files')
  return heap.map((bytes, index) => ({ files: (index + 1) * step, megabytes: rounded(bytes / 2 ** 20) }))
}

/** The files in groups of about `size` lines. */
function batches(files: readonly Subject[], size: number): Subject[][] {
  const groups: Subject[][] = [[]]
  for (const file of files) {
    if (linesOf(groups.at(-1)!) >= size) groups.push([])
    groups.at(-1)!.push(file)
  }
  return groups
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

function tick(label: string, by = 1): void {
  bar.increment(by, { label })
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
