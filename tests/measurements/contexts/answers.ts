import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { NodeBinary } from '../runner/node-binaries.ts'

const probe = fileURLToPath(new URL('probe.mjs', import.meta.url))

/** Does each program keep its large value, on this Node? See probe.mjs for what a program is. */
export function keeps(programs: readonly string[], { path }: NodeBinary): boolean[] {
  return JSON.parse(execFileSync(path, ['--expose-gc', probe], { input: JSON.stringify(programs), encoding: 'utf8' })) as boolean[]
}
