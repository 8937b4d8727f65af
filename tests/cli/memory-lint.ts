import { execFile, type ExecFileOptions } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { ESLint } from 'eslint'

/** The program as users run it; `npm run build` makes it. */
export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** One finding of every preset, with a suggestion. */
export const finding = 'export const text = String.fromCharCode(...codes)\n'

export interface Run {
  code: number
  stdout: string
  stderr: string
}

/** Makes a folder of these files, by path below it, which is gone after the test. Returns its real path. */
export function folderOf(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'memory-lint-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs the program in `cwd`. In what it says, `<cwd>` stands for the folder and `#` for the seconds. */
export async function memoryLint(cwd: string, args: string[], options: ExecFileOptions = {}): Promise<Run> {
  const { code, stdout, stderr } = await execute(process.execPath, [program, ...args], { cwd, ...options })
  const plain = (text: string) => text.replaceAll(cwd, '<cwd>').replace(/\d+\.\d s$/m, '# s')
  return { code, stdout: plain(stdout), stderr: plain(stderr) }
}

/** Runs a command to its end. Does not throw when it fails. */
export function execute(file: string, args: string[], options: ExecFileOptions): Promise<Run> {
  return new Promise((resolve) => {
    execFile(file, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? NaN : 0, stdout, stderr })
    })
  })
}

/** The results of a run with `--format json`. */
export async function results(cwd: string, args: string[]): Promise<ESLint.LintResult[]> {
  const { stdout, stderr } = await execute(process.execPath, [program, '--format', 'json', ...args], { cwd })
  if (!stdout.startsWith('[')) throw new Error(stderr)
  return JSON.parse(stdout) as ESLint.LintResult[]
}

/** Root may read everything: as another user where tests run as root. */
export const unprivileged: ExecFileOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
