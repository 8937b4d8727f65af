import type { TSESLint } from '@typescript-eslint/utils'

/** A complete edit that releases what leaks, with what a suggestion says about it. */
export interface Repair {
  verb: 'release' | 'clear' | 'replace'
  /** Where it is released then, what is cleared, or what is called instead. */
  place: string
  edit: TSESLint.ReportFixFunction
}
