import { beforeAll, expect, test } from 'vitest'
import type { Place } from '../installed.ts'
import { makePlace } from '../place.ts'

const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', type: 'module', scripts: { lint: 'eslint .' } })
const clean = 'export const sum = (a, b) => a + b\n'
const finding = 'export const firstReadyOne = (codes) => codes.filter((code) => code.ready)[0]\n'
const reported = 'b:lint:   1:41  warning  \'codes.filter((code) => code.ready)\''

let place: Place
beforeAll(async () => {
  place = await makePlace('monorepo', {
    '.gitignore': 'node_modules\n.turbo\n',
    'turbo.json': '{ "globalDependencies": ["package-lock.json", "eslint.config.js"], "tasks": { "lint": {} } }\n',
    'eslint.config.js': `import memory from 'eslint-plugin-memory'
const rules = Object.fromEntries(Object.keys(memory.configs.recommended.rules).map((id) => [id, 'warn']))
export default [memory.configs.recommended, { rules }]
`,
    'packages/a/package.json': manifest('a'),
    'packages/a/sum.js': clean,
    'packages/b/package.json': manifest('b'),
    'packages/b/text.js': finding,
  })
  await place.run('git', 'init', '--quiet')
})

/** What Turborepo says of the packages: whether it had their reports, and what is in them. */
async function lintAll(): Promise<{ code: number | null; cached: string[]; report: string[] }> {
  const { code, stdout } = await place.bin('turbo', ['run', 'lint', '--no-daemon', '--log-order=grouped'], { env: { TURBO_TELEMETRY_DISABLED: '1' } })
  const lines = stdout.split('\n').filter((line) => /^[ab]:lint: /.test(line) && !line.includes('npm warn'))
  const isCache = (line: string) => line.includes(': cache ')
  return {
    code,
    cached: lines.filter(isCache).map((line) => line.replace(/(hit|miss).*/, '$1')).sort(),
    report: lines.filter((line) => !isCache(line)).sort(),
  }
}

test('Turborepo lints each package once, repeats its report, and lints again only what changed', async () => {
  const first = await lintAll()
  expect(first).toMatchObject({ code: 0, cached: ['a:lint: cache miss', 'b:lint: cache miss'] })
  expect(first.report.join('\n')).toContain(reported)

  expect(await lintAll()).toEqual({ ...first, cached: ['a:lint: cache hit', 'b:lint: cache hit'] })

  place.write('packages/a/text.js', finding)
  const changed = await lintAll()
  expect(changed).toMatchObject({ code: 0, cached: ['a:lint: cache miss', 'b:lint: cache hit'] })
  expect(changed.report.join('\n')).toContain(reported.replace('b:', 'a:'))
  expect(changed.report).toEqual(expect.arrayContaining(first.report.filter((line) => line.startsWith('b:'))))
})
