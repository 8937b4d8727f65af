import { rmSync } from 'node:fs'
import { afterAll, inject, test } from 'vitest'
import { execute } from '../support/execute.ts'
import { install, type Place } from './installed.ts'

/** The project of tests/integration/`name` with these files, for the tests of one file. See `install`. */
export async function makePlace(name: string, files?: Record<string, string>): Promise<Place> {
  const place = await install(name, inject('tarball'), files)
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }))
  return place
}

/**
 * `test` where a program that npm does not have is installed. Elsewhere the test is skipped, but not in CI: .ci/run
 * installs what it takes.
 */
export async function testWith(program: string): Promise<typeof test | typeof test.skip> {
  const { code } = await execute(program, ['--version'], {})
  if (code === 0 || process.env.CI) return test
  console.warn(`Skipped: ${program} is not installed`)
  return test.skip
}
