/**
 * Do the tests of real packages still pass after `memory-lint --fix`? Prints a row for each package, and the tests that broke.
 *
 *   npm run build && npx jiti tests/suites/main.ts <folder for clones> [name…] [--unsafe-fixes]
 *
 * Exits with 1 when a test that passed before fails in each of three runs after.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packages, type Package } from './packages.ts'

const { values: options, positionals } = parseArgs({ options: { 'unsafe-fixes': { type: 'boolean', default: false } }, allowPositionals: true })
const [clones, ...names] = positionals
if (clones === undefined) throw new Error('Name a folder for the clones')
const here = fileURLToPath(new URL('.', import.meta.url))
const memoryLint = join(here, '../../dist/cli/main.js')
const fixing = options['unsafe-fixes'] ? ['--fix', '--unsafe-fixes'] : ['--fix']
mkdirSync(clones, { recursive: true })

console.log('| package | version | tests passed before | fixes applied | files changed | of those tests pass after |\n|---|---|---|---|---|---|')
for (const subject of packages) {
  if (names.length === 0 || names.includes(subject.name)) compare(subject)
}

function compare(subject: Package): void {
  const folder = prepare(subject)
  const before = passing(subject, folder)
  const { fixes, files } = repair(subject, folder)
  let broken = before
  // Tests that depend on the clock fail now and then, and an error outside of tests ends some suites early.
  for (let attempt = 0; attempt < 3 && broken.length > 0; attempt++) broken = missing(broken, passing(subject, folder))
  console.log(`| ${subject.name} | ${subject.tag} | ${before.length} | ${fixes} | ${files} | ${before.length - broken.length} |`)
  for (const title of broken) console.error(`broken in ${subject.name}: ${title}`)
  if (broken.length > 0) process.exitCode = 1
}

/** Clones and installs what is not there yet, and undoes the repairs of an earlier run. */
function prepare({ name, repository, tag }: Package): string {
  const folder = resolve(clones!, name)
  if (!existsSync(folder)) {
    run('git', ['clone', '--quiet', '--depth', '1', '--branch', tag, repository, folder], clones!)
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], folder)
  }
  run('git', ['checkout', '--quiet', '--', '.'], folder)
  return folder
}

/** The titles of the tests that pass; of tests with the same title each counts. */
function passing({ test }: Package, folder: string): string[] {
  const outcomes = join(folder, '.outcomes')
  rmSync(outcomes, { force: true })
  spawnSync('bash', ['-c', test], { cwd: folder, env: { ...process.env, REPORTERS: here, OUTCOMES: outcomes }, stdio: 'ignore' })
  const lines = readFileSync(outcomes, 'utf8').split('\n')
  return lines.filter((line) => line.startsWith('pass\t')).map((line) => line.slice('pass\t'.length))
}

function repair({ sources }: Package, folder: string): { fixes: number; files: number } {
  const { stdout } = spawnSync(process.execPath, [memoryLint, '--preset', 'all', ...fixing, ...sources], { cwd: folder, encoding: 'utf8' })
  const [, fixes = 0, files = 0] = /^Fixed (\d+) findings? in (\d+) files?/m.exec(stdout) ?? []
  return { fixes: Number(fixes), files: Number(files) }
}

/** What is in `before` and not in `after`, as often as it is there more often. */
function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const title of after) left.set(title, (left.get(title) ?? 0) + 1)
  return before.filter((title) => {
    const count = left.get(title) ?? 0
    left.set(title, count - 1)
    return count <= 0
  })
}

function run(command: string, args: string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${stderr}`)
}
