/** One way of writing a function that keeps something, and whether the large value that its code makes is then kept as well. */
export interface Construct {
  group: string
  name: string
  /** Declares `make`, which calls `large()` once. What `make` returns is held. */
  code: string
  kept: boolean
  /** The function that is held, as it is written; null where what keeps the value is no function or the value no variable. */
  closure: string | null
}

declare const constructs: readonly Construct[]
export default constructs
