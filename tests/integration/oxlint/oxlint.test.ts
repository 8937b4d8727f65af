import { cpSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import plugin from '../../../src/index.ts'
import { root } from '../../support/modules.ts'
import { lint } from '../findings.ts'
import type { Place } from '../installed.ts'
import { makePlace } from '../place.ts'
import { configurations } from './configurations.ts'

/** Code with many findings: CommonJS, TypeScript. */
const packages = ['kafkajs/src', 'mongoose/lib', 'hls.js/src']

/** Neither imports nor exports, so that nothing but the name of its file says what it is. */
const alone = `function titlesOf(pages) {
  let titles = []
  for (const page of pages) titles = [...titles, page.title]
  return titles
}
`

/** One finding with a fix and one with a suggestion. */
const source = `export function titlesOf(pages) {
  let titles = []
  for (const page of pages) titles = [...titles, page.title]
  return titles
}

export const firstReady = (tasks) => tasks.filter((task) => task.ready)[0]
`

let place: Place
beforeAll(async () => {
  place = await makePlace('oxlint', { ...configurations(plugin.configs.all.rules), 'mend.js': source })
  for (const type of ['js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx']) place.write(`code/alone.${type}`, alone)
  for (const each of packages) cpSync(join(root, 'node_modules', each), join(place.folder, 'code', each), { recursive: true })
})

test('finds in real code what ESLint finds without types, word for word', async () => {
  const [{ stdout }, results] = await Promise.all([place.bin('oxlint', ['--format', 'json', 'code']), lint(place, ['--no-inline-config', 'code'])])
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code?: string; message: string; labels: { span: { line: number; column: number } }[] }[] }
  const found = diagnostics.map(({ filename, code, message, labels: [label] }) => {
    const rule = /^memory\((.*)\)$/.exec(code ?? '')?.[1]
    return `${filename}:${label?.span.line}:${label?.span.column} ${rule ? `memory/${rule}` : code} ${message}`
  })
  const expected = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${relative(place.folder, filePath)}:${line}:${column} ${ruleId} ${message}`),
  )
  for (const each of ['alone.cjs', 'alone.ts', ...packages]) expect(expected.some((finding) => finding.startsWith(`code/${each}`)), each).toBe(true)
  expect(expected.length).toBeGreaterThan(100)
  // There is no difference to list
  expect(found.sort()).toEqual(expected.sort())
})

test('applies fixes, and suggestions where it is told to', async () => {
  await place.bin('oxlint', ['--fix', 'mend.js'])
  const fixed = source.replace('titles = [...titles, page.title]', 'titles.push(page.title)')
  expect(place.read('mend.js')).toBe(fixed)
  await place.bin('oxlint', ['--fix-suggestions', 'mend.js'])
  expect(place.read('mend.js')).toBe(fixed.replace('tasks.filter((task) => task.ready)[0]', 'tasks.find((task) => task.ready)'))
})
