import yoctoSpinner from 'yocto-spinner'
import plugin from '../index.ts'
import { SettingsError } from '../settings.ts'
import { help, parseArguments, UsageError, type Arguments } from './arguments.ts'
import { findFiles } from './files.ts'

/** Where a run happens and what it writes to. */
export interface Surroundings {
  cwd: string
  stdout: Pick<NodeJS.WriteStream, 'write'>
  stderr: NodeJS.WriteStream
}

/**
 * The whole program. Never throws.
 *
 * @param argv what follows the name of the program
 * @returns the exit code: 0 nothing found, 1 findings, 2 the scan could not be done
 */
export async function runMemoryLint(argv: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { stdout, stderr } = surroundings
  try {
    const given = parseArguments(argv)
    if (given === 'help') stdout.write(help)
    else if (given === 'version') stdout.write(`${plugin.meta.version}\n`)
    else return await scanAndReport(given, surroundings)
    return 0
  } catch (error) {
    stderr.write(`memory-lint: ${explain(error as Error)}\n`)
    return 2
  }
}

async function scanAndReport(given: Arguments, { cwd, stdout, stderr }: Surroundings): Promise<0 | 1> {
  const start = performance.now()
  const files = findFiles(given.paths, cwd)
  // ESLint and TypeScript take most of a second to load; a mistake in the command line shows before.
  const [{ scan }, { loadFormatter, summarize }] = await Promise.all([import('./scan.ts'), import('./report.ts')])
  const formatter = await loadFormatter(given.format, cwd)
  const progress = stderr.isTTY ? yoctoSpinner({ stream: stderr }).start(`Files to scan: ${files.length}`) : null
  const outcome = await scan(files, { ...given, cwd }, (done) => {
    if (progress) progress.text = `Files scanned: ${done} of ${files.length}`
  }).finally(() => progress?.stop())

  const errors = total(outcome.results, 'errorCount')
  const warnings = total(outcome.results, 'warningCount')
  const tooManyWarnings = warnings > given.maxWarnings
  const report = await formatter.format(outcome.results, {
    ...(tooManyWarnings && { maxWarningsExceeded: { maxWarnings: given.maxWarnings, foundWarnings: warnings } }),
  })
  if (report) stdout.write(`${report}\n`)
  // Other formats may be read by a program.
  const summary = given.format === 'stylish' ? stdout : stderr
  summary.write(`${summarize(outcome, (performance.now() - start) / 1000)}\n`)
  if (tooManyWarnings) stderr.write(`memory-lint: warnings found: ${warnings}, --max-warnings is ${given.maxWarnings}\n`)
  return errors > 0 || tooManyWarnings ? 1 : 0
}

function total(results: readonly { errorCount: number; warningCount: number }[], key: 'errorCount' | 'warningCount'): number {
  return results.reduce((sum, result) => sum + result[key], 0)
}

/** One line for what the user can mend; all there is to know for what we have to. */
function explain(error: Error): string {
  const isExpected = error instanceof UsageError || error instanceof SettingsError || 'syscall' in error
  // ESLint adds the file and the rule to the message after the stack was written.
  return isExpected ? error.message : `${error.message}\n${error.stack}`
}
