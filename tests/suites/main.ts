/**
 * Do the tests of real packages still pass after `memory-lint --fix`? Prints a row for each package, and the tests that broke.
 *
 *   npm run build && npx jiti tests/suites/main.ts <folder for clones> [name…] [--unsafe-fixes] [--from <folder>] [--record]
 *
 * Exits with 1 when a test that passed before fails in each of three runs after.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { packages, type Package } from './packages.ts'
import { header, record, rowOf } from './table.ts'

const { values: options, positionals } = parseArgs({
  options: {
    'unsafe-fixes': { type: 'boolean', default: false },
    /** Holds bare repositories `<name>.git`, which are cloned instead of those on the web. */
    from: { type: 'string' },
    /** Write the rows into the README. */
    record: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const [clones, ...names] = positionals
if (clones === undefined) throw new Error('Name a folder for the clones')
const unknown = names.find((name) => !packages.some((subject) => subject.name === name))
if (unknown !== undefined) throw new Error(`'${unknown}' is not in packages.ts`)
const here = fileURLToPath(new URL('.', import.meta.url))
const memoryLint = join(here, '../../dist/cli/main.js')
const fixing = options['unsafe-fixes'] ? ['--fix', '--unsafe-fixes'] : ['--fix']
mkdirSync(clones, { recursive: true })

console.log(header)
for (const subject of packages) {
  if (names.length === 0 || names.includes(subject.name)) compare(subject)
}

function compare(subject: Package): void {
  const folder = prepare(subject)
  const before = passing(subject, folder)
  if (before.length === 0) throw new Error(`No test of ${subject.name} passes before anything is changed`)
  const { fixes, files } = repair(subject, folder)
  let broken = before
  // Tests that depend on the clock fail now and then, and an error outside of tests ends some suites early.
  for (let attempt = 0; attempt < 3 && broken.length > 0; attempt++) broken = missing(broken, passing(subject, folder))
  const row = rowOf({ ...subject, unsafe: options['unsafe-fixes'], before: before.length, fixes, files, after: before.length - broken.length })
  console.log(row)
  if (options.record) record(join(here, 'README.md'), row)
  for (const title of broken) console.error(`broken in ${subject.name}: ${title}`)
  if (broken.length > 0) process.exitCode = 1
}

/** Clones and installs what is not there yet, and undoes the repairs of an earlier run. */
function prepare({ name, repository, tag }: Package): string {
  const folder = resolve(clones!, name)
  if (!existsSync(folder)) {
    run('git', ['clone', '--quiet', '--depth', '1', '--branch', tag, nearest(name, repository), folder], clones!)
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], folder)
  }
  run('git', ['checkout', '--quiet', '--', '.'], folder)
  return folder
}

/** The repository in the folder of `--from`, else the one on the web. */
function nearest(name: string, repository: string): string {
  const local = options.from === undefined ? null : resolve(options.from, `${name}.git`)
  return local !== null && existsSync(local) ? pathToFileURL(local).href : repository
}

/** The titles of the tests that pass; of tests with the same title each counts. */
function passing({ test }: Package, folder: string): string[] {
  const outcomes = join(folder, '.outcomes')
  rmSync(outcomes, { force: true })
  spawnSync('bash', ['-c', test], { cwd: folder, env: { ...process.env, REPORTERS: here, OUTCOMES: outcomes }, stdio: 'ignore' })
  const lines = existsSync(outcomes) ? readFileSync(outcomes, 'utf8').split('\n') : []
  return lines.filter((line) => line.startsWith('pass\t')).map((line) => line.slice('pass\t'.length))
}

/** Repairs the sources; `fixes` are counted by rule. */
function repair({ sources }: Package, folder: string): { fixes: Map<string, number>; files: number } {
  const { stdout } = spawnSync(process.execPath, [memoryLint, '--preset', 'all', ...fixing, ...sources], { cwd: folder, encoding: 'utf8' })
  const [, files = 0, table = ''] = /^Fixed [\d,]+ findings? in (\d+) files?:\n((?: +\d.*\n)+)/m.exec(stdout) ?? []
  const rows = table.matchAll(/^ +(\d+)  (?:memory\/)?(.+)$/gm)
  return { fixes: new Map(Array.from(rows, ([, count, rule]) => [rule!, Number(count)])), files: Number(files) }
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
