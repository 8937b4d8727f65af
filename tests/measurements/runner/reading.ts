import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measure } from './measurement-case.ts'
import type { NodeBinary } from './node-binaries.ts'
import type { Quantities, Side } from './results.ts'

const script = fileURLToPath(new URL('./probe.mjs', import.meta.url))
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

/** One side of one case at one size, on one Node. */
export interface Probe {
  node: NodeBinary
  /** Url of the module that exports the cases. */
  cases: string
  name: string
  side: Side
  size: number
}

/** What one process measured; `error` is what the side threw, `timeout` or `out of memory`. */
export type Reading = Quantities & { error?: string; same?: boolean }

/** The median of each quantity over `runs` processes; the first error ends it. */
export async function medianReading(probe: Probe, measure: Measure, runs: number): Promise<Reading> {
  const readings: Reading[] = []
  for (let run = 0; run < runs; run++) {
    const reading = await read(probe, measure)
    if (reading.error) return reading
    readings.push(reading)
  }
  const [first = {}] = readings
  const fields = Object.keys(first) as (keyof Quantities)[]
  return Object.fromEntries(fields.map((field) => [field, median(readings.map((each) => each[field] ?? 0))]))
}

export function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  return Number((sorted[sorted.length >> 1] as number).toPrecision(4))
}

/**
 * One measurement in a process of its own.
 *
 * @throws {Error} when the process ends without an answer, for no reason that is the side's.
 */
export function read({ node, cases, name, side, size }: Probe, measure: Measure | 'same'): Promise<Reading> {
  const child = fork(script, [cases, name, side, String(size), measure], {
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
      else reject(new Error(`${cases} ${name} ${side} n=${size} ended with ${code ?? signal}:\n${stderr.slice(0, 2_000)}`))
    })
  })
}
