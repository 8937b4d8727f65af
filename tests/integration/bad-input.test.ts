import { beforeAll, describe, expect, test } from 'vitest'
import { findingsIn, lint } from './findings.ts'
import type { Place } from './installed.ts'
import { makePlace } from './place.ts'

/** A configuration with these settings. */
const configured = (settings: string) => `import memory from 'eslint-plugin-memory'
export default [memory.configs.recommended, { settings: { memory: ${settings} } }]
`
const every = `import memory from 'eslint-plugin-memory'
export default [{ linterOptions: { reportUnusedDisableDirectives: 'off' } }, memory.configs.all]
`
const finding = 'export const firstReadyOne = (codes) => codes.filter((code) => code.ready)[0]\n'
const found = 'memory/no-copy-to-read'

const depth = 10_000
const repeated = (part: string, closing = '') => part.repeat(depth) + closing.repeat(depth)

/** Code that is nested 10,000 levels deep. */
const deep = {
  'deep/arrays.js': `x = ${repeated('[', ']')}\n`,
  'deep/blocks.js': `${repeated('{', '}')}\n`,
  'deep/calls.js': `x = ${repeated('f(', ')')}\n`,
  'deep/sum.js': `x = a${repeated(" + 'b'")}\n`,
}
/** Code that parsers take, of which there is too much. */
const long = {
  'long/names.js': `const v0 = []\n${Array.from({ length: depth }, (_, id) => `const v${id + 1} = v${id}\n`).join('')}export const all = () => [...v${depth}]\n`,
  'long/nested.js': `export function f(list, c) { ${'for (const a of list) {'.repeat(200)} c = [...c, a] ${'}'.repeat(200)} return c }\n`,
  'long/minified.js': Array.from({ length: 1000 }, (_, id) => `function m${id}(a,b){for(var c=[],d=0;d<a.length;d++)c=c.concat(a[d]);return c}`).join(''),
}

let place: Place
beforeAll(async () => {
  place = await makePlace('eslint-10', {
    'good.js': finding,
    'unknown.config.js': configured('{ unsafefixes: true }'),
    'resource.config.js': configured("{ resources: [{ acquire: 'bus.on()', release: 'bus.off' }] }"),
    'every.config.js': every,
    'broken/unparsable.js': 'const = 1\n',
    'broken/good.js': finding,
    'project/tsconfig.json': '{ "compilerOptions": { "strict": true, }\n',
    'project/in.ts': finding,
    ...deep,
    ...long,
  })
  place.write('broken/binary.js', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)))
})

describe('settings that are wrong', () => {
  test('an unknown key is named, with those that are allowed', async () => {
    const { code, stderr } = await place.bin('eslint', ['--config', 'unknown.config.js', 'good.js'])
    expect(code).toBe(2)
    expect(stderr).toContain('settings.memory.unsafefixes is unknown: allowed are unsafeFixes, target, resources, minimumSize.')
  })

  test('a bad row of resources is named, with what belongs there', async () => {
    const { code, stderr } = await place.bin('eslint', ['--config', 'resource.config.js', 'good.js'])
    expect(code).toBe(2)
    expect(stderr).toContain("settings.memory.resources[0].acquire is 'bus.on()': it must be a call's name such as 'bus.on', 'watch' or 'new Session'.")
  })
})

describe('files that cannot be parsed', () => {
  test('ESLint says so and goes on', async () => {
    expect(findingsIn(place, await lint(place, ['--config', 'every.config.js', 'broken']))).toEqual([
      expect.stringMatching(/^broken\/binary\.js:\d+:\d+ Parsing error: /),
      `broken/good.js:1:41 ${found}`,
      'broken/unparsable.js:1:7 Parsing error: Unexpected token =',
    ])
  })

  test('memory-lint says so and goes on', async () => {
    const { code, stdout, stderr } = await place.bin('memory-lint', ['broken'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/1 finding in 1 of 3 files, \d+\.\d s\n2 files could not be parsed\n$/)
  })
})

test('a project of TypeScript that does not load takes nothing from memory-lint but types, and is named', async () => {
  const { code, stdout, stderr } = await place.bin('memory-lint', ['--types', 'project'])
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/1 finding in 1 of 1 file, \d+\.\d s\nproject\/tsconfig\.json does not load, so types may be missing: '}' expected\.\n$/)
})

describe('files that are too much', () => {
  const counts = [`1000 memory/no-accumulating-copy long/minified.js`, `1 memory/no-accumulating-copy long/nested.js`]

  test('ESLint reports what is in long ones, and says which are nested too deeply', async () => {
    const results = await lint(place, ['--config', 'every.config.js', 'long', 'deep'])
    expect(counted(findingsIn(place, results))).toEqual([
      ...Object.keys(deep).map((name) => `1 Parsing error: Not enough stack space to parse input ${name}`),
      ...counts,
    ])
  })

  test('memory-lint reports what is in long ones, and says which are nested too deeply', async () => {
    const { stdout, stderr } = await place.bin('memory-lint', ['--preset', 'all', '--format', 'json', 'long', 'deep'])
    expect(stderr).toMatch(/\n4 files could not be parsed\n$/)
    expect(counted(findingsIn(place, JSON.parse(stdout)))).toEqual(expect.arrayContaining(counts))
  })
})

/** How often each rule or error was reported in each file. */
function counted(findings: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const [, file, rule] = /^(\S+?):\w+:\w+ ([^]*)$/.exec(finding)!
    counts.set(`${rule} ${file}`, (counts.get(`${rule} ${file}`) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => `${count} ${key}`)
}
