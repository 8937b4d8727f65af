import { execFile, type ExecFileOptions } from 'node:child_process'

export interface Run {
  /** `NaN` when the command did not start or was killed. */
  code: number
  stdout: string
  stderr: string
}

/** Runs a command to its end. Does not throw when it fails. */
export function execute(file: string, args: string[], options: ExecFileOptions): Promise<Run> {
  return new Promise((resolve) => {
    execFile(file, args, { maxBuffer: Infinity, ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : NaN) : 0
      resolve({ code, stdout, stderr })
    })
  })
}
