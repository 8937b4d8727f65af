import cliProgress from 'cli-progress'
import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCharts } from './chart.ts'
import { defaultMeasures, type Measure, type MeasurementCase } from './measurement-case.ts'
import { nodeBinary, runningNode, type NodeBinary } from './node-binaries.ts'
import { mergeResults, readResults, writeResults, type Quantities, type Row, type Side } from './results.ts'

const folder = new URL('../', import.meta.url)
const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url))
const timeLimit = 60_000

/**
 * One GC thread: every byte that is freed is freed inside a collection, where probe.mjs counts it. No pretenuring:
 * objects start in the spaces that it reads.
 */
const flags: Record<Measure | 'same', string[]> = {
  allocated: ['--single-threaded-gc', '--no-allocation-site-pretenuring', '--max-semi-space-size=64', '--min-semi-space-size=64'],
  time: [],
  retained: [],
  peak: [],
  same: [],
}

interface Probe {
  node: NodeBinary
  rule: string
  subject: MeasurementCase
  side: Side
  size: number
}

type Reading = Quantities & { error?: string; same?: boolean }

interface Options {
  rules: string[]
  nodes: NodeBinary[]
  runs: number
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})

async function main(): Promise<void> {
  const { rules, nodes, runs } = await readOptions()
  const subjects = (await Promise.all(rules.map(readCases))).flat()
  for (const { rule, subject } of subjects) await checkSame(rule, subject)
  const probes = nodes.flatMap((node) => subjects.flatMap((subject) => probesOf(node, subject)))
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}% | {value}/{total} | {eta_formatted} left | {label}',
    noTTYOutput: true,
    notTTYSchedule: 30_000,
  })
  bar.start(probes.length, 0, { label: '' })
  const rows: Row[] = []
  for (const each of probes) {
    rows.push(await measureRow(each, runs))
    bar.increment(1, { label: `${each.rule} ${each.subject.name} n=${each.size}` })
  }
  bar.stop()
  const results = mergeResults(readResults(), rows)
  writeResults(results)
  writeCharts(results)
  console.log(`${rows.length} rows of ${rules.length} rules are in tests/measurements/results.json. Pages: npx vitest run tests/docs.test.ts -u`)
}

async function readOptions(): Promise<Options> {
  const { values } = parseArgs({
    options: {
      rule: { type: 'string', multiple: true },
      node: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
    },
  })
  const known = readdirSync(folder).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -'.mjs'.length)).sort()
  for (const rule of values.rule ?? []) {
    if (!known.includes(rule)) throw new Error(`--rule is '${rule}', which has no measurement. There are: ${known.join(', ')}.`)
  }
  const majors = values.node ?? [process.versions.node.split('.')[0] as string]
  const nodes: NodeBinary[] = []
  for (const major of majors) nodes.push(await nodeBinary(major))
  return { rules: values.rule ?? known, nodes, runs: values.quick ? 1 : 5 }
}

async function readCases(rule: string): Promise<{ rule: string; subject: MeasurementCase }[]> {
  const { default: cases } = (await import(casePath(rule))) as { default: MeasurementCase[] }
  return cases.map((subject) => ({ rule, subject }))
}

function casePath(rule: string): string {
  return new URL(`${rule}.mjs`, folder).href
}

/** @throws {Error} when the two sides return different things and the case does not say why. */
async function checkSame(rule: string, subject: MeasurementCase): Promise<void> {
  if (subject.differs) return
  const size = subject.sizes[0] as number
  const { same, error } = await read({ node: runningNode, rule, subject, side: 'before', size }, 'same')
  if (same) return
  throw new Error(`${rule} ${subject.name}: before and after return different things at n=${size}${error ? ` (${error})` : ''}. If they have to, say why in 'differs'.`)
}

function probesOf(node: NodeBinary, { rule, subject }: { rule: string; subject: MeasurementCase }): Probe[] {
  const sides: Side[] = ['before', 'after']
  return subject.sizes.flatMap((size) => sides.map((side) => ({ node, rule, subject, side, size })))
}

async function measureRow(each: Probe, runs: number): Promise<Row> {
  const { node, rule, subject, side, size } = each
  const measures = subject.measures ?? defaultMeasures
  const quantities: Reading = {}
  for (const measure of measures) Object.assign(quantities, await medianReading(each, measure, runs))
  const { name, unit, chart } = subject
  return { rule, case: name, node: node.version, size, side, unit, measures, chart, runs, ...quantities }
}

async function medianReading(each: Probe, measure: Measure, runs: number): Promise<Reading> {
  const readings: Reading[] = []
  for (let run = 0; run < runs; run++) {
    const reading = await read(each, measure)
    if (reading.error) return reading
    readings.push(reading)
  }
  const [first = {}] = readings
  const fields = Object.keys(first) as (keyof Quantities)[]
  return Object.fromEntries(fields.map((field) => [field, median(readings.map((each) => each[field] ?? 0))]))
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  return Number((sorted[sorted.length >> 1] as number).toPrecision(4))
}

/** One measurement in a process of its own. */
function read({ node, rule, subject, side, size }: Probe, measure: Measure | 'same'): Promise<Reading> {
  const child = fork(probe, [casePath(rule), subject.name, side, String(size), measure], {
    execPath: node.path,
    execArgv: ['--expose-gc', ...flags[measure]],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  })
  return new Promise((resolve, reject) => {
    let answer: Reading | undefined
    let stderr = ''
    child.stderr?.on('data', (text: string) => (stderr += text))
    child.on('message', (message) => (answer = message as Reading))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (answer) resolve(answer)
      else if (signal === 'SIGKILL') resolve({ error: 'timeout' })
      else if (stderr.includes('heap out of memory')) resolve({ error: 'out of memory' })
      else reject(new Error(`${rule} ${subject.name} ${side} n=${size} ended with ${code ?? signal}:\n${stderr.slice(0, 2_000)}`))
    })
  })
}
