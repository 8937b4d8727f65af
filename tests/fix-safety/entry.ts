/**
 * What a free input of a snippet may hold. A name alone is as hostile as its type allows; the object forms narrow it to
 * what the snippet's own code or its types promise. README.md says what each one generates.
 */
export type Kind =
  | 'any'
  | 'primitive'
  | 'boolean'
  | 'number'
  | 'index'
  | 'string'
  | 'bigint'
  | 'symbol'
  | 'object'
  | 'array'
  | 'array-like'
  | 'proxy'
  | 'set'
  | 'map'
  | 'typed-array'
  | 'buffer'
  | 'iterable'
  | 'iterator'
  | 'async-iterable'
  | 'promise'
  | 'callback'
  | { array: Kind; dense?: true; plain?: true }
  | { set: Kind; plain?: true }
  | { map: readonly [key: Kind, value: Kind]; plain?: true }
  | { iterable: Kind }
  | { promise: Kind }
  | { callback: Kind }
  | { object: Readonly<Record<string, Kind>> }
  | { oneOf: readonly Kind[] }
  | { expressions: readonly string[] }

/**
 * A way in which two runs can differ: what comes out, what is thrown, which effects are seen in which order, which
 * objects are the same, what the inputs (and what callbacks were handed) look like afterwards, bytes allocated.
 */
export type Aspect = 'result' | 'error' | 'effects' | 'identity' | 'mutation' | 'allocation'

interface Snippet {
  name: string
  /** Declares `f`; its inputs are passed in the order in which `inputs` names them. */
  code: string
  /** JavaScript by default. */
  language?: 'js' | 'ts'
  /** `script` is sloppy code, with `arguments` that alias parameters. */
  sourceType?: 'module' | 'script'
  options?: readonly unknown[]
  settings?: Readonly<Record<string, unknown>>
}

interface Executed extends Snippet {
  inputs: Readonly<Record<string, Kind>>
  /** Expressions for the inputs on which bytes are compared, where the default of 1,000 elements does not fit. */
  measure?: Readonly<Record<string, string>>
}

/** The rule fixes it, and nobody can tell. */
export interface FixEntry extends Executed {
  suggestion?: undefined
  refuses?: undefined
}

/** The rule suggests it: the differences are exactly those that are named, and each of them is seen. */
export interface SuggestionEntry extends Executed {
  suggestion: string
  differs: readonly Aspect[]
  refuses?: undefined
}

/** The rule must leave it alone (or only suggest); `refuses` says why. */
export interface RefusedEntry extends Snippet {
  refuses: string
  suggestion?: undefined
}

export type Entry = FixEntry | SuggestionEntry | RefusedEntry
