import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodeBinary } from '../measurements/runner/node-binaries.ts'
import { execute, type Run } from '../support/execute.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']

/** The variables of a user's terminal: those of the test runner change what tools write. */
const surroundings: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_ENV: undefined, PRE_COMMIT_HOME: join(tmpdir(), 'eslint-plugin-memory-pre-commit') }

/** A project as its users have it: tools of fixed versions, and this package from its tarball. */
export class Place {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Runs a program of node_modules/.bin, on a Node of another major version when one is named. */
  async bin(name: string, args: readonly string[], { node, env }: { node?: string; env?: Record<string, string> } = {}): Promise<Run> {
    const variables = { ...surroundings, ...env }
    if (node !== undefined) variables.PATH = `${dirname((await nodeBinary(node)).path)}:${variables.PATH}`
    return execute(join(this.folder, 'node_modules/.bin', name), [...args], { cwd: this.folder, env: variables })
  }

  /** Runs any other program. */
  run(program: string, ...args: string[]): Promise<Run> {
    return execute(program, args, { cwd: this.folder, env: surroundings })
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }
}

/**
 * Makes the project whose package.json and package-lock.json are in tests/integration/`name`, with these files and the
 * package in `tarball`, in a temporary folder that is its caller's to remove.
 *
 * @throws {Error} when npm cannot install it.
 */
export async function install(name: string, tarball: string, files: Record<string, string> = {}): Promise<Place> {
  const place = new Place(makeFolder(files))
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, 'tests/integration', name, file), join(place.folder, file))
  // Not `npm ci`: it refuses lock files without the binaries for platforms that a registry does not have.
  const { code, stderr } = await place.run('npm', 'install', '--no-save', ...quiet, tarball)
  if (code !== 0) throw new Error(`npm cannot install tests/integration/${name}; it needs the npm registry: ${stderr.trim()}`)
  return place
}
