/** A language or library feature that a repair may write, and the first runtimes that have it. */
export interface FeatureRow {
  /** First ECMAScript edition (or its year) with it. */
  es: number
  /** First major version of Node with it, unflagged. Source: node.green and the V8 release notes. */
  node: number
  /** The parts of TypeScript's `lib` that declare it, besides the whole editions. */
  libs: readonly string[]
}

export const features = {
  at: { es: 2022, node: 17, libs: ['es2022.array'] },
  findLast: { es: 2023, node: 18, libs: ['es2023.array'] },
  hasOwn: { es: 2022, node: 17, libs: ['es2022.object'] },
  iteratorHelpers: { es: 2025, node: 22, libs: ['es2025.iterator', 'esnext.iterator'] },
  toSorted: { es: 2023, node: 20, libs: ['es2023.array'] },
  using: { es: 2026, node: 24, libs: ['esnext.disposable'] },
} as const satisfies Record<string, FeatureRow>

export type Feature = keyof typeof features
