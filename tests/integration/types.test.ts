import { beforeAll, expect, test } from 'vitest'
import { defined, types } from './configurations.ts'
import type { Place } from './installed.ts'
import { makePlace } from './place.ts'

const files = [...Object.keys(types), 'define/eslint.config.ts']
let place: Place

beforeAll(async () => {
  place = await makePlace('types', { ...types, ...defined })
})

/** What this TypeScript says about the users' files, and about the package's own declarations. */
async function complaints(version: string, ...options: string[]): Promise<string> {
  const compiler = `node_modules/typescript-${version}/bin/tsc`
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--target', 'es2022']
  return (await place.run(process.execPath, compiler, ...strict, ...options, ...files)).stdout
}

test('TypeScript 6.0 accepts them as Node resolves them', async () => expect(await complaints('6.0', '--module', 'nodenext')).toBe(''))
test('TypeScript 6.0 accepts them as bundlers resolve them', async () =>
  expect(await complaints('6.0', '--module', 'preserve', '--moduleResolution', 'bundler')).toBe(''))
test('TypeScript 5.9 accepts them', async () => expect(await complaints('5.9', '--module', 'nodenext')).toBe(''))
test('TypeScript 5.4 accepts them', async () => expect(await complaints('5.4', '--module', 'nodenext')).toBe(''))
