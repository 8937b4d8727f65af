import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Milliseconds are of processor time and medians over the rounds. */
export interface Results {
  node: string
  eslint: string
  processor: string
  rounds: number
  /** The corpus sample that was linted. */
  files: number
  lines: number
  /** Whole runs of ESLint, by preset; `none` has no rules. `more`: the share by which a run is longer than the one with none beside it. */
  runs: { preset: 'none' | 'recommended' | 'all'; rules: number; milliseconds: number; more: number }[]
  /**
   * Where the time of runs with all rules goes: to a rule, or to a `fact` that rules find out once for all of them.
   * Shares are of the time that is not the plugin's.
   */
  shares: { who: string; share: number }[]
  /** One file, linted with no rules and with all. */
  sizes: { lines: number; megabytes: number; none: number; all: number }[]
  /** Megabytes of heap in use after a collection, when so many files were linted in one process. */
  heap: { files: number; megabytes: number }[]
}

const resultsPath = fileURLToPath(new URL('./results.json', import.meta.url))
export const pagePath = fileURLToPath(new URL('./README.md', import.meta.url))

export function readResults(): Results {
  return JSON.parse(readFileSync(resultsPath, 'utf8')) as Results
}

/** Writes results.json and the tables of README.md. */
export function writeResults(results: Results): void {
  writeFileSync(resultsPath, JSON.stringify(results, null, 2) + '\n')
  writeFileSync(pagePath, renderPage(readFileSync(pagePath, 'utf8'), results))
}

const generated = /(?<=<!-- results -->).*(?=<!-- \/results -->)/s

/** The page with its tables written anew. */
export function renderPage(page: string, results: Results): string {
  return page.replace(generated, () => `\n\n${renderTables(results)}\n\n`)
}

export function renderTables({ node, eslint, processor, rounds, files, lines, runs, shares, sizes, heap }: Results): string {
  const number = runs.at(-1)!.rules
  const base = runs[0]!.milliseconds
  const micro = (share: number): string => `${Math.round(perThousand(share * base, lines) * 1_000)}`
  const total = sum(shares.map(({ share }) => share))
  return [
    `Node ${node}, ESLint ${eslint}, ${processor}; medians of ${rounds}; ${count(files)} files, ${count(lines)} lines of the corpus.`,
    table(
      ['a whole run of ESLint', 'rules', 'ms per 1,000 lines', 'more than no rules'],
      runs.map(({ preset, rules, milliseconds, more }) => [
        preset === 'none' ? 'no rules' : `\`${preset}\``,
        `${rules}`,
        perThousand(milliseconds, lines).toFixed(2),
        preset === 'none' ? '' : percent(more),
      ]),
    ),
    table(
      ['where the time of `all` goes', 'µs per 1,000 lines', 'of the time without the plugin'],
      [
        ...shares.map(({ who, share }) => [who, micro(share), percent(share)]),
        [`together: ${micro(total / number)} µs for each of ${number} rules`, micro(total), percent(total)],
      ],
    ),
    table(
      ['lines in one file', 'MB', 'no rules, ms per 1,000 lines', '`all`, ms per 1,000 lines'],
      sizes.map(({ lines: size, megabytes, none, all }) => [count(size), megabytes.toFixed(2), perThousand(none, size).toFixed(1), perThousand(all, size).toFixed(1)]),
    ),
    table(['files linted in one process', 'heap in use, MB'], heap.map(({ files: number, megabytes }) => [count(number), megabytes.toFixed(2)])),
  ].join('\n\n')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function perThousand(milliseconds: number, lines: number): number {
  return milliseconds / (lines / 1_000)
}

function percent(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(2)} %`
}
