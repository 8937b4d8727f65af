import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { types } from 'node:util'
import vm from 'node:vm'
import fc from 'fast-check'
import type { Aspect, Kind } from './entry.ts'
import { scenarios, type Scenario } from './inputs.ts'

/** Generated inputs per entry, and the seed that makes every run the same. */
export const runs = 300
const seed = 20_251
const timeout = 300
const attempts = 3
const maxTime = 20_000

/** What a program looked like from outside; `⟨…⟩` are identities. */
interface Observation {
  outcomes: string[]
  effects: string[]
  /** Inputs and what callbacks kept, after the last call. */
  after: string[]
  /** What was returned, after the last call. */
  results: string[]
}

interface Realm {
  prepare(f: unknown, build: unknown, plan: object): void
  observe(): string
}

export interface Difference {
  aspects: Aspect[]
  scenario: string
  original: Observation
  repaired: Observation
}

export interface Attack {
  /** The smallest input found on which an aspect outside `allowed` differs. */
  difference: Difference | null
  /** All aspects in which some input made a difference. */
  seen: Set<Aspect>
}

/** Runs both programs (JavaScript that declares `f`) on generated inputs. */
export function attack(original: string, repaired: string, inputs: Readonly<Record<string, Kind>>, allowed: readonly Aspect[] = []): Attack {
  const programs = new Programs(original, repaired)
  const seen = new Set<Aspect>()
  const property = fc.property(scenarios(inputs), (scenario) => {
    const { aspects } = programs.compare(scenario)
    for (const aspect of aspects) seen.add(aspect)
    return aspects.every((aspect) => allowed.includes(aspect))
  })
  const { counterexample, failed, interrupted } = fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: maxTime })
  if (interrupted && !failed) throw new Error(`${runs} runs did not end within ${maxTime} ms`)
  return { difference: counterexample ? programs.compare(counterexample[0]) : null, seen }
}

class Programs {
  #sources: readonly [string, string]
  #context!: vm.Context
  #realm!: Realm
  #functions!: unknown[]

  constructor(original: string, repaired: string) {
    this.#sources = [original, repaired]
    this.#renew()
  }

  compare(scenario: Scenario): Difference {
    const original = this.#observe(0, scenario)
    const repaired = this.#observe(1, scenario)
    return { aspects: differences(original, repaired), scenario: scenario.text, original, repaired }
  }

  #renew(): void {
    this.#context = vm.createContext({}, { microtaskMode: 'afterEvaluate' })
    const [observer, hostile, program] = realmScripts.map((script) => script.runInContext(this.#context) as (...given: object[]) => object)
    const observing = observer!(types)
    this.#realm = program!(observing, hostile!(observing, types, hostGlobals), types, hostGlobals) as Realm
    this.#context['realm'] = this.#realm
    const require = createRequire(import.meta.url)
    this.#functions = this.#sources.map((source) => {
      const wrapped = `(function (exports, require) { return () => {${source}\n; return f } })`
      return vm.runInContext(wrapped, this.#context)({}, require) as unknown
    })
  }

  /** A stalled machine looks like an endless loop, so that only what never ends in time counts as one. */
  #observe(version: 0 | 1, scenario: Scenario): Observation {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const observation = this.#run(version, scenario)
      if (observation) return observation
      this.#renew()
    }
    return { outcomes: ['endless'], effects: [], after: [], results: [] }
  }

  #run(version: 0 | 1, scenario: Scenario): Observation | null {
    const build = vm.runInContext(scenario.build, this.#context) as unknown
    try {
      // The snippet's module level is run anew each time.
      const f = (this.#functions[version] as () => unknown)()
      this.#realm.prepare(f, build, scenario.plan)
      goScript.runInContext(this.#context, { timeout })
      while (settleScript.runInContext(this.#context, { timeout })) { /* until nothing is pending */ }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null
      throw error
    }
    return JSON.parse(this.#realm.observe()) as Observation
  }
}

const realmScripts = ['observer.js', 'hostile.js', 'program.js'].map((file) => {
  const url = new URL(`realm/${file}`, import.meta.url)
  return new vm.Script(readFileSync(url, 'utf8'), { filename: fileURLToPath(url) })
})
const goScript = new vm.Script('realm.go()')
const settleScript = new vm.Script('realm.settleNext()')
const hostGlobals = { Buffer, TextDecoder, TextEncoder, structuredClone, URL, AbortController, Event, EventTarget }

function differences(a: Observation, b: Observation): Aspect[] {
  const found = new Set<Aspect>()
  for (let call = 0; call < Math.max(a.outcomes.length, b.outcomes.length); call++) {
    const [one, other] = [a.outcomes[call] ?? '', b.outcomes[call] ?? '']
    if (content(one) !== content(other)) found.add(ended(one) && ended(other) ? 'result' : 'error')
    else if (content(a.results[call] ?? '') !== content(b.results[call] ?? '')) found.add('mutation')
  }
  if (content(a.effects.join('\n')) !== content(b.effects.join('\n'))) found.add('effects')
  if (content(a.after.join('\n')) !== content(b.after.join('\n'))) found.add('mutation')
  if (found.size === 0 && JSON.stringify(a) !== JSON.stringify(b)) found.add('identity')
  return [...found]
}

function content(text: string): string {
  return text.replace(/⟨[^⟩]*⟩/g, '')
}

function ended(outcome: string): boolean {
  return /^(returned|fulfilled|iterated)/.test(outcome)
}

/** The counterexample as a person reads it: a program, and what differs. */
export function explain({ aspects, scenario, original, repaired }: Difference): string {
  return [
    `The repair changes: ${aspects.join(', ')}. On`,
    indent(scenario),
    ...section('outcome', original.outcomes, repaired.outcomes),
    ...section('effects', original.effects, repaired.effects),
    ...section('afterwards', [...original.after, ...original.results], [...repaired.after, ...repaired.results]),
  ].join('\n')
}

function section(title: string, original: string[], repaired: string[]): string[] {
  if (original.join('\n') === repaired.join('\n')) return []
  return [`${title}, original:`, indent(original.join('\n')), `${title}, repaired:`, indent(repaired.join('\n'))]
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
