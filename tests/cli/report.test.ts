import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { execute } from '../support/execute.ts'
import { folderOf } from '../support/folder.ts'
import { finding, memoryLint, program, results } from './memory-lint.ts'

const rule = 'memory/no-copy-to-read'
const message = "'codes.filter((code) => code.ready)' is filled to the end to look for one element. 'find(…)' stops there"
const fixable = 'export const kinds = (codes) => [...new Set(codes)].length\n'
const fixed = 'export const kinds = (codes) => (new Set(codes)).size\n'
/** Reported by the preset `all` only. */
const counted = 'export const howMany = (codes) => codes.filter((code) => code.ready).length\n'

function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}

describe('a report', () => {
  test('of clean code', async () => {
    const cwd = folderOf({ 'a.js': 'export {}', 'b.ts': counted })
    expect(await memoryLint(cwd, ['.'])).toEqual({ code: 0, stdout: 'No findings in 2 files, # s\n', stderr: '' })
  })

  test('of findings', async () => {
    const cwd = folderOf({ 'src/a.js': finding, 'src/b.ts': 'export {}', 'src/c.mts': `${finding}${finding}` })
    expect(await memoryLint(cwd, ['src'])).toEqual({
      code: 1,
      stdout: `
<cwd>/src/a.js
  1:41  error  ${message}  ${rule}

<cwd>/src/c.mts
  1:41  error  ${message}  ${rule}
  2:41  error  ${message}  ${rule}

✖ 3 problems (3 errors, 0 warnings)

Found:
  3  ${rule}

3 findings in 2 of 3 files, # s
`,
      stderr: '',
    })
  })

  test('of files that cannot be parsed, beside those that can', async () => {
    const cwd = folderOf({ 'a.js': finding, 'b.ts': 'const = 1' })
    expect(await memoryLint(cwd, ['.'])).toEqual({
      code: 1,
      stdout: `
<cwd>/a.js
  1:41  error  ${message}  ${rule}

<cwd>/b.ts
  1:6  error  Parsing error: Variable declaration expected

✖ 2 problems (2 errors, 0 warnings)

Found:
  1  ${rule}

1 finding in 1 of 2 files, # s
1 file could not be parsed
`,
      stderr: '',
    })
  })

  test('is silent about the comments for other linters, and obeys those for these rules', async () => {
    const cwd = folderOf({
      'a.js': `/* eslint import/order: error, no-undef: error, memory/no-such: error */
/* eslint-env node */
/* eslint curly: [ */
/* eslint-disable no-console, memory/no-such */
// eslint-disable-next-line react/prop-types -- of the parent
console.log(undefinedName)
// eslint-disable-next-line ${rule}
${finding}`,
    })
    expect(await memoryLint(cwd, ['.'])).toEqual({
      code: 0,
      stdout: 'No findings in 1 file, # s\n1 finding silenced by eslint-disable comments\n',
      stderr: '',
    })
  })

  test('for programs is nothing but the report: the summary goes elsewhere', async () => {
    const cwd = folderOf({ 'a.js': finding })
    const { code, stdout, stderr } = await memoryLint(cwd, ['.', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject([{ filePath: '<cwd>/a.js', messages: [{ ruleId: rule, line: 1, column: 41 }] }])
    expect({ code, stderr }).toEqual({ code: 1, stderr: `Found:\n  1  ${rule}\n\n1 finding in 1 of 1 file, # s\n` })
  })

  test('of a run that was cut off by its reader keeps its exit code', async () => {
    const cwd = folderOf({ 'a.js': finding.repeat(2_000) })
    const run = spawn(process.execPath, [program, '.', '--format', 'json'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    run.stdout.destroy()
    const said: Buffer[] = []
    run.stderr.on('data', (part: Buffer) => said.push(part))
    const [code] = (await once(run, 'close')) as [number]
    expect({ code, stderr: Buffer.concat(said).toString().replace(/\d+\.\d s/, '# s') }).toEqual({
      code: 1,
      stderr: `Found:\n  2000  ${rule}\n\n2,000 findings in 1 of 1 file, # s\n`,
    })
  })

  test.runIf(process.platform === 'linux')('shows on a terminal how far it is, until it is done', async () => {
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.js`, 'export {}'])))
    const { CI: _, ...env } = process.env
    const { stdout } = await execute('script', ['-qec', `"${process.execPath}" "${program}" .`, '/dev/null'], {
      cwd,
      env: { ...env, TERM: 'xterm' },
    })
    const erased = stdout.lastIndexOf('\u001B[0K')
    expect(stdout.slice(0, erased)).toContain('Files scanned: 25 of 60')
    expect(stdout.slice(0, erased)).toContain('Files scanned: 50 of 60')
    expect(stdout.slice(erased)).toMatch(/^\S*No findings in 60 files, \d+\.\d s\r\n$/)
  })
})

describe('--format', () => {
  test('takes what ESLint has', async () => {
    const { code, stdout } = await memoryLint(folderOf({ 'a.js': finding }), ['.', '--format', 'html'])
    expect({ code, start: stdout.slice(0, 15) }).toEqual({ code: 1, start: '<!DOCTYPE html>' })
  })

  test('takes a file, and tells it about the rules', async () => {
    const cwd = folderOf({
      'a.js': finding,
      'formats/urls.cjs': `module.exports = (results, { cwd, rulesMeta }) =>
        JSON.stringify([cwd, results.length, Object.values(rulesMeta).map(({ docs }) => docs.url.replace(/.*\\//, ''))])`,
    })
    const { stdout } = await memoryLint(cwd, ['a.js', '--format', './formats/urls.cjs'])
    expect(JSON.parse(stdout)).toEqual(['<cwd>', 1, ['no-copy-to-read.md']])
  })

  test('takes sarif, when its package is installed', async () => {
    const cwd = folderOf({
      'a.js': finding,
      'node_modules/@microsoft/eslint-formatter-sarif/index.js': 'module.exports = (results) => `sarif of ${results.length}`',
    })
    expect((await memoryLint(cwd, ['.', '--format', 'sarif'])).stdout).toBe('sarif of 1\n')
  })
})

describe('what runs', () => {
  test('is the recommended preset, or the one that is named', async () => {
    const cwd = folderOf({ 'a.js': counted })
    expect((await memoryLint(cwd, ['.'])).code).toBe(0)
    const [result] = await results(cwd, ['.', '--preset', 'all', '--types'])
    expect(result?.messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([{ ruleId: rule, line: 1, column: 35 }])
  })

  test('is only the rules that are named, with or without prefix', async () => {
    const cwd = folderOf({ 'a.js': `/* eslint ${rule}: error */\nfor (const x of [...xs]) f(x)\n${finding}` })
    const ruleIds = async (...args: string[]) => (await results(cwd, ['.', ...args])).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
    expect(await ruleIds('--rule', rule)).toEqual([rule])
    expect(await ruleIds('--rule', 'no-materialized-iteration')).not.toContain(rule)
    expect(await ruleIds('--rule', 'no-materialized-iteration', '--rule', 'no-copy-to-read')).toContain(rule)
  })
})

describe('--fix', () => {
  test('repairs what is safe to repair and says what it did', async () => {
    const cwd = folderOf({ 'a.js': fixable, 'b.js': finding })
    expect(await memoryLint(cwd, ['.', '--fix'])).toEqual({
      code: 1,
      stdout: `
<cwd>/b.js
  1:41  error  ${message}  ${rule}

✖ 1 problem (1 error, 0 warnings)

Fixed 1 finding in 1 file:
  1  ${rule}

Left:
  1  ${rule}

1 finding in 1 of 2 files, # s
`,
      stderr: '',
    })
    expect(read(cwd, 'a.js')).toBe(fixed)
    expect(read(cwd, 'b.js')).toBe(finding)
    expect((await memoryLint(cwd, ['a.js', '--fix'])).stdout).toBe('No findings in 1 file, # s\n')
  })

  test('is not done unasked', async () => {
    const cwd = folderOf({ 'a.js': fixable })
    expect((await memoryLint(cwd, ['.'])).code).toBe(1)
    expect(read(cwd, 'a.js')).toBe(fixable)
  })

  test('applies suggestions with --unsafe-fixes', async () => {
    const cwd = folderOf({ 'a.js': fixable, 'b.js': finding })
    expect(await memoryLint(cwd, ['.', '--fix', '--unsafe-fixes'])).toEqual({
      code: 0,
      stdout: `Fixed 2 findings in 2 files:\n  2  ${rule}\n\nNo findings in 2 files, # s\n`,
      stderr: '',
    })
    expect(read(cwd, 'b.js')).toBe('export const firstReadyOne = (codes) => codes.find((code) => code.ready)\n')
  })
})

describe('--types', () => {
  const files = {
    'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src"] }',
    'src/codes.ts': 'export declare const codes: [number, number]\n',
    'src/text.ts': `import { codes } from './codes.ts'\nexport const large = codes.filter((code) => code > 9)[0]\n`,
  }

  test('finds out from the project what the file does not say', async () => {
    const cwd = folderOf(files)
    expect((await memoryLint(cwd, ['.'])).code).toBe(1)
    expect(await memoryLint(cwd, ['.', '--types'])).toEqual({ code: 0, stdout: 'No findings in 2 files, # s\n', stderr: '' })
  })

  test('loses no file that is in no project', async () => {
    const cwd = folderOf({ ...files, 'scripts/a.js': finding })
    const { code, stdout, stderr } = await memoryLint(cwd, ['.', '--types'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('<cwd>/scripts/a.js\n  1:41  error')
    expect(stdout).toMatch(/\n1 finding in 1 of 3 files, # s\n1 file in no tsconfig\.json, scanned without types\n$/)
  })

  test.each([
    ['{ "compilerOptions": {', "'}' expected."],
    ['{ "extends": "./nowhere.json" }', "Cannot read file '<cwd>/nowhere.json'."],
  ])('says that the project does not load: %s', async (config, reason) => {
    const { code, stdout, stderr } = await memoryLint(folderOf({ 'tsconfig.json': config, 'a.ts': finding }), ['.', '--types'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/\n1 finding in 1 of 1 file, # s\n/)
    expect(stdout.trim().split('\n').at(-1)).toBe(`tsconfig.json does not load, so types may be missing: ${reason}`)
  })
})

test('--max-warnings fails a run with more warnings than that', async () => {
  const cwd = folderOf({ 'a.js': `/* eslint ${rule}: warn */\n${finding}` })
  expect((await memoryLint(cwd, ['.'])).code).toBe(0)
  expect((await memoryLint(cwd, ['.', '--max-warnings', '1'])).code).toBe(0)
  const { code, stderr } = await memoryLint(cwd, ['.', '--max-warnings', '0'])
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'memory-lint: warnings found: 1, --max-warnings is 0\n' })
})

test('--concurrency reports and repairs the same', async () => {
  const cwd = folderOf({ 'a.js': finding, 'b.js': fixable, 'c.ts': counted })
  const alone = await memoryLint(cwd, ['.', '--preset', 'all'])
  expect(alone.stdout).toContain('3 findings in 3 of 3 files')
  const together = await memoryLint(cwd, ['.', '--preset', 'all', '--concurrency', '2'])
  expect({ code: together.code, stdout: together.stdout }).toEqual({ code: 1, stdout: alone.stdout })
  await memoryLint(cwd, ['.', '--fix', '--concurrency', '2'])
  expect(read(cwd, 'b.js')).toBe(fixed)
})
