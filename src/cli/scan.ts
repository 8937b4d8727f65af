import { ESLint } from 'eslint'
import { UsageError } from './arguments.ts'
import { eslintOptions, type Linting } from './configuration.ts'
import { projectErrors } from './projects.ts'

export interface Outcome {
  /** One per file, as the file is now. */
  results: ESLint.LintResult[]
  /** How many findings of each rule were repaired. */
  fixed: Map<string, number>
  /** Files that were repaired. */
  fixedFiles: number
  /** Files that are in no tsconfig.json and so were read without the types that were asked for. */
  untyped: number
  /** What is wrong with each tsconfig.json that does not load, when types were asked for. */
  projectErrors: string[]
}

/** Files per call of ESLint: often enough to show progress, seldom enough to read ahead. */
const batchSize = 25

/**
 * Lints `files`, repairs them when asked to, and writes the repairs.
 *
 * @param onProgress hears how many files are done, except with worker threads, which do not say.
 * @throws {UsageError} when this ESLint has no worker threads. Errors of ESLint pass through.
 */
export async function scan(files: string[], linting: Linting, onProgress: (done: number) => void): Promise<Outcome> {
  const found = { ...(await lint(files, { ...linting, fix: false }, onProgress)), projectErrors: linting.types ? projectErrors(files, linting.cwd) : [] }
  const fixable = linting.fix ? found.results.filter(isFixable).map(({ filePath }) => filePath) : []
  if (fixable.length === 0) return { ...found, fixed: new Map(), fixedFiles: 0 }
  const { results: repaired } = await lint(fixable, linting, () => {})
  await ESLint.outputFixes(repaired)
  const now = new Map(repaired.map((result) => [result.filePath, result]))
  const results = found.results.map((result) => now.get(result.filePath) ?? result)
  return {
    results,
    fixed: subtract(countByRule(found.results), countByRule(results)),
    fixedFiles: count(repaired, ({ output }) => output !== undefined),
    untyped: found.untyped,
    projectErrors: found.projectErrors,
  }
}

/** How many of them pass the test. */
export function count<T>(values: readonly T[], test: (value: T) => boolean): number {
  let passed = 0
  for (const value of values) if (test(value)) passed++
  return passed
}

/** Findings of each rule, most first. Files that cannot be parsed are not findings. */
export function countByRule(results: readonly ESLint.LintResult[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { messages } of results) {
    for (const { ruleId } of messages) if (ruleId !== null) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  }
  return new Map([...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b)))
}

function subtract(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Map<string, number> {
  const differences = [...before].map(([rule, count]) => [rule, count - (after.get(rule) ?? 0)] as const)
  return new Map(differences.filter(([, count]) => count > 0))
}

async function lint(files: string[], linting: Linting, onProgress: (done: number) => void) {
  const results = await run(files, linting, onProgress)
  const untyped = new Set(linting.types ? results.filter(isOutsideProjects).map(({ filePath }) => filePath) : [])
  if (untyped.size === 0) return { results, untyped: 0 }
  const typed = results.filter(({ filePath }) => !untyped.has(filePath))
  return { results: [...typed, ...(await run([...untyped], { ...linting, types: false }, () => {}))], untyped: untyped.size }
}

async function run(files: string[], linting: Linting, onProgress: (done: number) => void): Promise<ESLint.LintResult[]> {
  const eslint = await createEngine(linting)
  if (linting.concurrency !== 'off') return eslint.lintFiles(files)
  const results: ESLint.LintResult[] = []
  for (let done = 0; done < files.length; done += batchSize) {
    for (const result of await eslint.lintFiles(files.slice(done, done + batchSize))) results.push(result)
    onProgress(results.length)
  }
  return results
}

async function createEngine(linting: Linting): Promise<ESLint> {
  if (linting.concurrency === 'off') return new ESLint(eslintOptions(linting))
  if (!('fromOptionsModule' in ESLint)) throw new UsageError(`--concurrency needs ESLint 9.34 or newer`)
  const options = new URL('./worker-options.js', import.meta.url)
  options.searchParams.set('linting', JSON.stringify(linting))
  return ESLint.fromOptionsModule(options)
}

function isFixable({ fixableErrorCount, fixableWarningCount }: ESLint.LintResult): boolean {
  return fixableErrorCount + fixableWarningCount > 0
}

/** The parser's answer for a file that no tsconfig.json includes. */
function isOutsideProjects({ messages }: ESLint.LintResult): boolean {
  return messages.some(({ fatal, message }) => fatal && message.includes('was not found by the project service'))
}
