/** A rule of another plugin whose repair writes what ours report. */
export interface Conflict {
  /** With the prefix under which its plugin is usually registered. */
  rule: string
  /** Our rules that report what it writes. */
  undoes: readonly string[]
  /** What it writes. */
  writes: string
}

/** Rules of eslint-plugin-unicorn 65 to 80, by running it on what ours leave (tests/integration/peers). */
export const UNICORN_CONFLICTS: readonly Conflict[] = [
  { rule: 'unicorn/no-array-reverse', undoes: ['no-redundant-copy'], writes: '`fresh.toReversed()` for `fresh.reverse()`' },
  { rule: 'unicorn/no-array-sort', undoes: ['no-redundant-copy'], writes: '`fresh.toSorted()` for `fresh.sort()`' },
  { rule: 'unicorn/no-array-sort-for-min-max', undoes: ['no-unbounded-argument-spread'], writes: '`Math.min(...xs)` for `[...xs].sort()[0]`' },
]

/** Rules of @e18e/eslint-plugin 0.8, looked for in the same way: it has none. */
export const E18E_CONFLICTS: readonly Conflict[] = []
