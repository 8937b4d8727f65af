import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))

export interface NodeBinary {
  path: string
  /** Without `v`. */
  version: string
}

export const runningNode: NodeBinary = { path: process.execPath, version: process.versions.node }

/**
 * A Node of this major version: the one that runs now, or one that npm installs into node_modules/.cache.
 *
 * @throws {Error} when `major` is no number or npm has no such Node for this platform.
 */
export async function nodeBinary(major: string): Promise<NodeBinary> {
  if (!/^\d+$/.test(major)) throw new Error(`--node is '${major}': it must be a major version such as 22.`)
  if (process.versions.node.startsWith(`${major}.`)) return runningNode
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = join(cache, major)
  const path = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(path)) await install(`${name}@${major}`, folder)
  const { stdout } = await run(path, ['-p', 'process.versions.node'])
  return { path, version: stdout.trim() }
}

async function install(spec: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  try {
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', spec], { cwd: folder })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    throw new Error(`npm cannot install ${spec}: ${stderr.trim().split('\n').at(-1) || String(error)}`)
  }
}
