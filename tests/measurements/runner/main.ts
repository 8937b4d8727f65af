import cliProgress from 'cli-progress'
import { parseArgs } from 'node:util'
import { openBrowser } from './browser.ts'
import { casesOf, casesUrl, measuredRules } from './cases.ts'
import { writeCharts } from './chart.ts'
import { defaultMeasures, type MeasurementCase } from './measurement-case.ts'
import { nodeBinary, runningNode, type NodeBinary } from './node-binaries.ts'
import { median, medianReading, read, type Reading } from './reading.ts'
import { mergeResults, readResults, writeResults, type Row, type Side } from './results.ts'

const sides: Side[] = ['before', 'after']

interface Subject {
  rule: string
  subject: MeasurementCase
}

interface Options {
  rules: string[]
  /** Names of cases; all of the rules when it is empty. */
  cases: string[]
  nodes: NodeBinary[]
  runs: number
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})

async function main(): Promise<void> {
  const { rules, cases, nodes, runs } = await readOptions()
  const subjects = (await Promise.all(rules.map((rule) => subjectsOf(rule, cases)))).flat()
  for (const each of subjects) await checkSame(each)
  const steps = nodes.flatMap((node) => subjects.flatMap((each) => stepsOn(node, each)))
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}% | {value}/{total} | {eta_formatted} left | {label}',
    noTTYOutput: true,
    notTTYSchedule: 30_000,
  })
  bar.start(steps.length, 0, { label: '' })
  const rows: Row[] = []
  for (const step of steps) {
    rows.push(await measureRow(step, runs))
    bar.increment(1, { label: `${step.rule} ${step.subject.name} n=${step.size}` })
  }
  bar.stop()
  const results = mergeResults(readResults(), rows, cases.length > 0 ? 'cases' : 'rules')
  writeResults(results)
  writeCharts(results)
  console.log(`${rows.length} rows of ${rules.length} rules are in tests/measurements/results.json. Pages: npx vitest run tests/docs.test.ts -u`)
}

async function readOptions(): Promise<Options> {
  const { values } = parseArgs({
    options: {
      rule: { type: 'string', multiple: true },
      case: { type: 'string', multiple: true },
      node: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
    },
  })
  const known = measuredRules()
  for (const rule of values.rule ?? []) {
    if (!known.includes(rule)) throw new Error(`--rule is '${rule}', which has no measurement. There are: ${known.join(', ')}.`)
  }
  const majors = values.node ?? [process.versions.node.split('.')[0] as string]
  const nodes: NodeBinary[] = []
  for (const major of majors) nodes.push(await nodeBinary(major))
  return { rules: values.rule ?? known, cases: values.case ?? [], nodes, runs: values.quick ? 1 : 3 }
}

/** @throws {Error} when none of the rule's cases has one of the names. */
async function subjectsOf(rule: string, names: readonly string[]): Promise<Subject[]> {
  const all = await casesOf(rule)
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
  if (chosen.length === 0) throw new Error(`--case is '${names.join()}', and ${rule} has: ${all.map(({ name }) => name).join(', ')}.`)
  return chosen.map((subject) => ({ rule, subject }))
}

/** @throws {Error} when the two sides return different things and the case does not say why. */
async function checkSame({ rule, subject }: Subject): Promise<void> {
  if (subject.differs || subject.browser) return
  const size = subject.sizes[0] as number
  const { same, error } = await read({ node: runningNode, cases: casesUrl(rule), name: subject.name, side: 'before', size }, 'same')
  if (same) return
  throw new Error(`${rule} ${subject.name}: before and after return different things at n=${size}${error ? ` (${error})` : ''}. If they have to, say why in 'differs'.`)
}

interface Step extends Subject {
  node: NodeBinary
  side: Side
  size: number
}

/** All sizes on the Node that runs, and on others the largest, which is what pages show of them. */
function stepsOn(node: NodeBinary, each: Subject): Step[] {
  if (each.subject.browser && node !== runningNode) return []
  const sizes = node === runningNode ? each.subject.sizes : each.subject.sizes.slice(-1)
  return sizes.flatMap((size) => sides.map((side) => ({ node, ...each, side, size })))
}

async function measureRow({ node, rule, subject, side, size }: Step, runs: number): Promise<Row> {
  if (subject.browser) return measureInBrowser({ rule, subject, side, size }, runs)
  const { name, unit, chart, measures = defaultMeasures } = subject
  const quantities: Reading = {}
  for (const measure of measures) {
    Object.assign(quantities, await medianReading({ node, cases: casesUrl(rule), name, side, size }, measure, runs))
  }
  return { rule, case: name, node: node.version, size, side, unit, measures, chart, runs, ...quantities }
}

async function measureInBrowser({ rule, subject: { name, unit, chart, sizes }, side, size }: Omit<Step, 'node'>, runs: number): Promise<Row> {
  const browser = await openBrowser()
  const { version: node } = browser
  const readings: number[] = []
  try {
    for (let run = 0; run < runs; run++) {
      const { retained = 0 } = await browser.retained({ cases: casesUrl(rule), name, side, size }, sizes[0] as number)
      readings.push(retained)
    }
  } finally {
    await browser.close()
  }
  return { rule, case: name, node, browser: true, size, side, unit, measures: ['retained'], chart, runs, retained: median(readings) }
}
