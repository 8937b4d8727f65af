/** What can be measured of a case. `allocated` and `time` are taken cold (first call) and hot (optimised). */
export type Measure = 'allocated' | 'time' | 'retained' | 'peak'

/** One comparison: the code that a rule reports and the code that its page puts in its place. */
export interface MeasurementCase<Input = any> {
  /** Kebab case; pages quote by it. */
  name: string
  /** What `n` counts, plural: 'elements', 'calls', 'lines'. */
  unit: string
  /** Values of `n`, ascending. */
  sizes: number[]
  /** What both sides get, made anew and unmeasured before every call. Without it they get `n`. */
  input?: (n: number) => Input
  before: (input: Input) => unknown
  after: (input: Input) => unknown
  /** Default: allocated and time. Retained: what stays after gc while the result is held. Peak: RSS, for streams. */
  measures?: Measure[]
  /** Runs in headless Chromium, for what only pages have. Only `retained` is measured there, and both sides get `n`. */
  browser?: true
  /** Why the two sides return different things, when they do. */
  differs?: string
  /** Draw growth over `n` into rules-docs/charts/<rule>-<name>.svg: the measure on the y axis. */
  chart?: Measure
}

export const defaultMeasures: Measure[] = ['allocated', 'time']
