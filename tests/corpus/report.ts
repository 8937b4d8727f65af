/**
 * Prints the findings of a rule on real code, each with its code and its repair, to be read by the rule's author.
 *
 *   npx jiti tests/corpus/report.ts <rule> [--sample 30] [--seed 1] [--package rxjs]… [--path DIR]…
 *
 * `<rule>` is a rule's name or `all`. A sample is the same for the same seed.
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import plugin from '../../src/index.ts'
import type { Linter } from 'eslint'
import { lint, RuleCrash } from './lint.ts'
import { corpusSources, folderSources, readSource, type Source } from './sources.ts'

interface Finding {
  source: Source
  code: string
  message: Linter.LintMessage
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    package: { type: 'string', multiple: true },
    path: { type: 'string', multiple: true },
  },
})

const known = Object.keys(plugin.rules!)
const chosen = positionals[0] === 'all' ? known : positionals
const wrong = chosen.find((id) => !known.includes(id))
if (chosen.length === 0 || wrong !== undefined) {
  console.error(`Usage: npx jiti tests/corpus/report.ts <rule|all> [--sample N] [--seed N] [--package NAME] [--path DIR]`)
  console.error(`Rules: ${known.join(', ')}`)
  process.exit(2)
}

const sources = values.path?.flatMap(folderSources) ?? corpusSources(values.package)
const rules: Linter.RulesRecord = Object.fromEntries(chosen.map((id) => [`memory/${id}`, 'error']))

const findings: Finding[] = []
let lines = 0
for (const source of sources) {
  const code = readSource(source)
  lines += code.split('\n').length
  try {
    for (const message of lint(source, code, rules)) {
      if (message.ruleId) findings.push({ source, code, message })
      else console.error(`${source.name}:${message.line} ${message.message}`)
    }
  } catch (error) {
    if (!(error instanceof RuleCrash)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

const shown = values.sample ? sample(findings, Number(values.sample), Number(values.seed)) : findings
shown.forEach((finding, index) => console.log(`${index + 1}. ${describe(finding)}\n`))
console.log(`${findings.length} findings (${shown.length} shown) in ${sources.length} files, ${lines} lines`)

/** `count` of the items, in their order; the same ones for the same seed. */
function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  return items
    .map((item, index) => ({ item, index, rank: createHash('md5').update(`${seed} ${index}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item)
}

function describe({ source, code, message }: Finding): string {
  const { ruleId, line, column, endLine = line } = message
  const parts = [`${source.name}:${line}:${column} ${ruleId}\n   ${message.message}`, frame(code, line, endLine)]
  if (message.fix) parts.push(`   fix:\n${repaired(code, message.fix)}`)
  for (const { desc, fix } of message.suggestions ?? []) parts.push(`   suggestion: ${desc}\n${repaired(code, fix)}`)
  return parts.join('\n')
}

/** The guilty lines, marked, with five lines before and after. */
function frame(code: string, first: number, last: number): string {
  return code
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }))
    .slice(Math.max(0, first - 6), last + 5)
    .map(({ text, number }) => `${number >= first && number <= last ? '>' : ' '} ${String(number).padStart(5)} | ${text}`)
    .join('\n')
}

/** The whole lines that an edit leaves behind. */
function repaired(code: string, { range: [start, end], text }: { range: readonly [number, number]; text: string }): string {
  const from = code.lastIndexOf('\n', start - 1) + 1
  const to = code.indexOf('\n', end)
  const after = code.slice(from, start) + text + code.slice(end, to === -1 ? undefined : to)
  return after.split('\n').map((line) => `        + ${line}`).join('\n')
}
