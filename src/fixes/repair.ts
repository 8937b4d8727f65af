import type { TSESLint } from '@typescript-eslint/utils'

/** A complete edit that releases what leaks, with what a suggestion says about it. */
export interface Repair {
  verb: 'release' | 'clear'
  /** Where it is released then, or what is cleared. */
  place: string
  edit: TSESLint.ReportFixFunction
}
