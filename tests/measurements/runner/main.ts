import cliProgress from 'cli-progress'
import { parseArgs } from 'node:util'
import { casesOf, casesUrl, measuredRules } from './cases.ts'
import { writeCharts } from './chart.ts'
import { defaultMeasures, type MeasurementCase } from './measurement-case.ts'
import { nodeBinary, runningNode, type NodeBinary } from './node-binaries.ts'
import { medianReading, read, type Reading } from './reading.ts'
import { mergeResults, readResults, writeResults, type Row, type Side } from './results.ts'

const sides: Side[] = ['before', 'after']

interface Subject {
  rule: string
  subject: MeasurementCase
}

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
  const subjects = (await Promise.all(rules.map(subjectsOf))).flat()
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
  const known = measuredRules()
  for (const rule of values.rule ?? []) {
    if (!known.includes(rule)) throw new Error(`--rule is '${rule}', which has no measurement. There are: ${known.join(', ')}.`)
  }
  const majors = values.node ?? [process.versions.node.split('.')[0] as string]
  const nodes: NodeBinary[] = []
  for (const major of majors) nodes.push(await nodeBinary(major))
  return { rules: values.rule ?? known, nodes, runs: values.quick ? 1 : 3 }
}

async function subjectsOf(rule: string): Promise<Subject[]> {
  return (await casesOf(rule)).map((subject) => ({ rule, subject }))
}

/** @throws {Error} when the two sides return different things and the case does not say why. */
async function checkSame({ rule, subject }: Subject): Promise<void> {
  if (subject.differs) return
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
  const sizes = node === runningNode ? each.subject.sizes : each.subject.sizes.slice(-1)
  return sizes.flatMap((size) => sides.map((side) => ({ node, ...each, side, size })))
}

async function measureRow({ node, rule, subject, side, size }: Step, runs: number): Promise<Row> {
  const { name, unit, chart, measures = defaultMeasures } = subject
  const quantities: Reading = {}
  for (const measure of measures) {
    Object.assign(quantities, await medianReading({ node, cases: casesUrl(rule), name, side, size }, measure, runs))
  }
  return { rule, case: name, node: node.version, size, side, unit, measures, chart, runs, ...quantities }
}
