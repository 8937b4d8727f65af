import { beforeAll, describe, expect, test } from 'vitest'
import { defined, found, plain, sources } from './configurations.ts'
import { findingsIn, lint } from './findings.ts'
import type { Place } from './installed.ts'
import { makePlace } from './place.ts'

let place: Place

/** What ESLint finds with this configuration file. */
async function findings(configuration: string, node?: string, ...flags: string[]): Promise<string[]> {
  return findingsIn(place, await lint(place, ['--config', configuration, ...flags, 'src'], node ? { node } : {}))
}

async function expectProgram(node?: string): Promise<void> {
  const { code, stdout, stderr } = await place.bin('memory-lint', ['src', '--preset', 'strict'], node ? { node } : {})
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/\nFound:\n {2}1 {2}memory\/no-copy-to-read\n {2}1 {2}memory\/no-muted-listener-warning\n\n2 findings in 2 of 2 files, \d+\.\d s\n$/)
}

describe('with ESLint 10.15', () => {
  beforeAll(async () => {
    place = await makePlace('eslint-10', { ...sources, ...plain, ...defined })
  })

  test('eslint.config.js finds', async () => expect(await findings('eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings('eslint.config.cjs')).toEqual(found))
  test('eslint.config.mjs finds', async () => expect(await findings('eslint.config.mjs')).toEqual(found))
  test('eslint.config.ts finds', async () => expect(await findings('eslint.config.ts')).toEqual(found))
  test('eslint.config.mts finds', async () => expect(await findings('eslint.config.mts')).toEqual(found))
  test('defineConfig with a preset by name finds', async () => expect(await findings('define/eslint.config.mjs')).toEqual(found))
  test('defineConfig in TypeScript finds', async () => expect(await findings('define/eslint.config.ts')).toEqual(found))
  test('on Node 22 it finds the same', async () => expect(await findings('eslint.config.js', '22')).toEqual(found))
  test('on Node 24 it finds the same', async () => expect(await findings('define/eslint.config.ts', '24')).toEqual(found))
  test('on Node 26 it finds the same', async () => expect(await findings('eslint.config.cjs', '26')).toEqual(found))
  test('memory-lint finds', () => expectProgram())
  test('memory-lint finds on Node 22', () => expectProgram('22'))
  test('memory-lint finds on Node 24', () => expectProgram('24'))
  test('memory-lint finds on Node 26', () => expectProgram('26'))
})

describe('with ESLint 9.39', () => {
  beforeAll(async () => {
    place = await makePlace('eslint-9.39', { ...sources, ...plain, ...defined })
  })

  test('eslint.config.js finds', async () => expect(await findings('eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings('eslint.config.cjs')).toEqual(found))
  test('eslint.config.mts finds', async () => expect(await findings('eslint.config.mts')).toEqual(found))
  test('defineConfig with a preset by name finds', async () => expect(await findings('define/eslint.config.mjs')).toEqual(found))
  test('defineConfig in TypeScript finds on Node 24', async () => expect(await findings('define/eslint.config.ts', '24')).toEqual(found))
  test('memory-lint finds', () => expectProgram())
})

describe('with ESLint 9.15, the oldest that is allowed', () => {
  beforeAll(async () => {
    place = await makePlace('eslint-9.15', { ...sources, ...plain })
  })

  test('eslint.config.js finds', async () => expect(await findings('eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings('eslint.config.cjs')).toEqual(found))
  test('eslint.config.mjs finds on Node 22', async () => expect(await findings('eslint.config.mjs', '22')).toEqual(found))
  test('eslint.config.ts finds', async () => expect(await findings('eslint.config.ts', undefined, '--flag', 'unstable_ts_config')).toEqual(found))
  test('eslint.config.mts finds on Node 26', async () => expect(await findings('eslint.config.mts', '26', '--flag', 'unstable_ts_config')).toEqual(found))
  test('memory-lint finds', () => expectProgram())
  test('memory-lint says that there are no threads', async () =>
    expect(await place.bin('memory-lint', ['src', '--concurrency', '2'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'memory-lint: --concurrency needs ESLint 9.34 or newer\n',
    }))
})
