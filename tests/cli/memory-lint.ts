import type { ExecFileOptions } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ESLint } from 'eslint'
import { execute, type Run } from '../support/execute.ts'

/** The program as users run it; `npm run build` makes it. */
export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** One finding of every preset, with a suggestion. */
export const finding = 'export const firstReadyOne = (codes) => codes.filter((code) => code.ready)[0]\n'

/** Runs the program in `cwd`. In what it says, `<cwd>` stands for the folder and `#` for the seconds. */
export async function memoryLint(cwd: string, args: string[], options: ExecFileOptions = {}): Promise<Run> {
  const { code, stdout, stderr } = await execute(process.execPath, [program, ...args], { cwd, ...options })
  const plain = (text: string) => text.replaceAll(cwd, '<cwd>').replace(/\d+\.\d s$/m, '# s')
  return { code, stdout: plain(stdout), stderr: plain(stderr) }
}

/** The results of a run with `--format json`. */
export async function results(cwd: string, args: string[]): Promise<ESLint.LintResult[]> {
  const { stdout, stderr } = await execute(process.execPath, [program, '--format', 'json', ...args], { cwd })
  if (!stdout.startsWith('[')) throw new Error(stderr)
  return JSON.parse(stdout) as ESLint.LintResult[]
}

/** Root may read everything: as another user where tests run as root. */
export const unprivileged: ExecFileOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
