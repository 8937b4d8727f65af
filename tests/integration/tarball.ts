import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { execute } from '../support/execute.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as npm would publish it, packed once for the tests of all places. */
    tarball: string
  }
}

/** Packs what `npm run build` left in dist, into `folder`. Returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  const { stdout, stderr } = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: root })
  if (!stdout.startsWith('[')) throw new Error(`npm cannot pack: ${stderr}`)
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return join(folder, filename)
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = makeFolder({})
  project.provide('tarball', await pack(folder))
  return () => rmSync(folder, { recursive: true, force: true })
}
