import { beforeAll, describe, expect, test } from 'vitest'
import plugin from '../../../src/index.ts'
import type { Place } from '../installed.ts'
import { makePlace } from '../place.ts'

const configuration = (preset: string) => `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig([memory.configs.${preset}])
`
const leak = (name: string) => `export class ${name} extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.tick(), 1000)
  }

  disconnectedCallback() {
    this.hide()
  }
}
`
const rule = 'memory/no-leaked-timer'
const { description, url } = plugin.rules['no-leaked-timer']!.meta!.docs!
const message = "This interval runs, and keeps what it captures, after the 'Old' ends, one more each time. Clear it on the way out."

let place: Place
beforeAll(async () => {
  place = await makePlace('ci', {
    'eslint.config.js': configuration('recommended'),
    'leaks.config.js': configuration('leaks'),
    'src/old.js': leak('Old'),
    'src/clean.js': 'export const one = 1\n',
  })
})

describe('reports for machines', () => {
  test('SARIF has the page and the description of each rule', async () => {
    const { code, stdout } = await place.bin('eslint', ['src', '--format', '@microsoft/eslint-formatter-sarif'])
    const [run] = (JSON.parse(stdout) as Sarif).runs
    expect(code).toBe(1)
    expect(run!.tool.driver.rules).toEqual([expect.objectContaining({ id: rule, helpUri: url, shortDescription: { text: description } })])
    expect(run!.results.map(({ ruleId, message: { text }, locations: [location] }) => ({ ruleId, text, region: location!.physicalLocation.region }))).toEqual([
      { ruleId: rule, text: message, region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: expect.any(Number) as number } },
    ])
  })

  test('memory-lint writes the same SARIF', async () => {
    const { stdout } = await place.bin('memory-lint', ['src', '--format', 'sarif'])
    expect((JSON.parse(stdout) as Sarif).runs[0]!.tool.driver.rules).toEqual([expect.objectContaining({ id: rule, helpUri: url })])
  })

  test('GitHub gets an annotation on the line', async () => {
    const { stdout } = await place.bin('eslint', ['src', '--format', 'gha'], { env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toMatch(/^::error .*file=\S*src\/old\.js,.*\bline=3,.*::.*Clear it on the way out/m)
  })

  test('GitLab gets an issue of code quality', async () => {
    await place.bin('eslint', ['src', '--format', 'gitlab'], { env: { ESLINT_CODE_QUALITY_REPORT: 'quality.json' } })
    expect(JSON.parse(place.read('quality.json'))).toEqual([
      expect.objectContaining({ check_name: rule, description: message, content: { body: expect.stringContaining(url as string) as string } }),
    ])
  })
})

describe('options of ESLint for speed', () => {
  test('--cache answers the same from the cache', async () => {
    const first = await place.bin('eslint', ['src', '--cache', '--format', 'json'])
    const second = await place.bin('eslint', ['src', '--cache', '--format', 'json'])
    expect(first.stdout).toContain(rule)
    expect(second).toEqual(first)
    expect(place.read('.eslintcache')).toContain(rule)
  })

  test('--concurrency finds the same', async () => {
    const alone = await place.bin('eslint', ['src', '--format', 'json'])
    expect(await place.bin('eslint', ['src', '--format', 'json', '--concurrency', '2'])).toMatchObject({ code: 1, stdout: alone.stdout })
  })

  test('--stats tells the time of each rule', async () => {
    const { stdout } = await place.bin('eslint', ['src', '--stats', '--format', 'json'])
    const [{ stats }] = JSON.parse(stdout) as [{ stats: { times: { passes: { rules: Record<string, { total: number }> }[] } } }]
    expect(stats.times.passes[0]!.rules[rule]).toEqual({ total: expect.any(Number) as number })
  })
})

test('a large code base starts with its leaks suppressed, and its list only gets shorter', async () => {
  const lint = (...options: string[]) => place.bin('eslint', ['src', '--config', 'leaks.config.js', ...options])
  expect(await lint('--suppress-all')).toMatchObject({ code: 0 })
  expect(JSON.parse(place.read('eslint-suppressions.json'))).toEqual({ 'src/old.js': { [rule]: { count: 1 } } })
  expect(await lint()).toMatchObject({ code: 0, stdout: '' })

  place.write('src/new.js', leak('New'))
  const grown = await lint()
  expect(grown.code).toBe(1)
  expect(grown.stdout).toContain('new.js')
  expect(grown.stdout).not.toContain('old.js')
  place.write('src/new.js', '')

  place.write('src/old.js', 'export const nothing = null\n')
  expect(await lint()).toMatchObject({ code: 2, stderr: expect.stringContaining('suppressions left that do not occur anymore') as string })
  expect(await lint('--prune-suppressions')).toMatchObject({ code: 0 })
  expect(JSON.parse(place.read('eslint-suppressions.json'))).toEqual({})
})

interface Sarif {
  runs: {
    tool: { driver: { rules: unknown[] } }
    results: { ruleId: string; message: { text: string }; locations: { physicalLocation: { region: unknown } }[] }[]
  }[]
}
