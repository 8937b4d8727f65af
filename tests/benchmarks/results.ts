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
  /** Milliseconds per 1,000 lines by which a traversal with the rules is longer than one without. */
  presets: { preset: 'recommended' | 'all'; rules: number; perThousandLines: number }[]
  /** `alone`: no other rule runs. `marginal`: `all` with it less `all` without it. */
  rules: { rule: string; alone: number; marginal: number }[]
  /** One file, linted with no rules and with all. */
  sizes: { lines: number; none: number; all: number }[]
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

export function renderTables({ node, eslint, processor, rounds, files, lines, runs, presets, rules, sizes, heap }: Results): string {
  const base = runs.find(({ preset }) => preset === 'none')!.milliseconds
  return [
    `Node ${node}, ESLint ${eslint}, ${processor}; medians of ${rounds}; ${count(files)} files, ${count(lines)} lines of the corpus.`,
    table(
      ['a whole run of ESLint', 'rules', 'ms per 1,000 lines', 'more than no rules'],
      runs.map(({ preset, rules: number, milliseconds, more }) => [
        preset === 'none' ? 'no rules' : `\`${preset}\``,
        `${number}`,
        perThousand(milliseconds, lines).toFixed(2),
        preset === 'none' ? '' : percent(more),
      ]),
    ),
    table(
      ['rules', 'µs per 1,000 lines, alone', 'µs per 1,000 lines, beside the others'],
      [
        ...rules.map(({ rule, alone, marginal }) => [`\`${rule}\``, micro(alone), micro(marginal)]),
        ...presets.map(({ preset, rules: number, perThousandLines }) => [
          `\`${preset}\`: ${number} rules`,
          `${micro(perThousandLines)} (${percent(perThousandLines / perThousand(base, lines))} of a run with no rules)`,
          `${micro(perThousandLines / number)} per rule`,
        ]),
      ],
    ),
    table(
      ['lines in one file', 'no rules, ms per 1,000 lines', '`all`, ms per 1,000 lines'],
      sizes.map(({ lines: size, none, all }) => [count(size), perThousand(none, size).toFixed(1), perThousand(all, size).toFixed(1)]),
    ),
    table(['files linted in one process', 'heap in use, MB'], heap.map(({ files: number, megabytes }) => [count(number), megabytes.toFixed(2)])),
  ].join('\n\n')
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

function micro(milliseconds: number): string {
  return `${Math.round(milliseconds * 1_000)}`
}

function percent(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)} %`
}
