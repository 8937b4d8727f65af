import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { NodeBinary } from '../runner/node-binaries.ts'

const probe = fileURLToPath(new URL('probe.mjs', import.meta.url))

/** What one Node kept, construct by construct. */
export interface Answers {
  version: string
  kept: boolean[]
}

export async function ask({ path, version }: NodeBinary): Promise<Answers> {
  const { stdout } = await promisify(execFile)(path, ['--expose-gc', probe])
  return { version, kept: JSON.parse(stdout) as boolean[] }
}
