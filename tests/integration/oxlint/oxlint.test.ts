import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import plugin from '../../../src/index.ts'
import { root } from '../../support/modules.ts'
import { findingsIn, lint } from '../findings.ts'
import type { Place } from '../installed.ts'
import { makePlace } from '../place.ts'

const eslint = `import parser from '@typescript-eslint/parser'
import memory from 'eslint-plugin-memory'
export default [
  { files: ['code/**'], ...memory.configs.recommended },
  { files: ['**/*.ts'], languageOptions: { parser } },
]
`
const oxlint = { jsPlugins: ['eslint-plugin-memory'], categories: { correctness: 'off' }, rules: plugin.configs.recommended.rules }

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
  place = await makePlace('oxlint', { 'eslint.config.js': eslint, '.oxlintrc.json': JSON.stringify(oxlint), 'mend.js': source })
  cpSync(join(root, 'node_modules/hls.js/src'), join(place.folder, 'code/hls.js'), { recursive: true })
})

test('finds in real code what ESLint finds', async () => {
  const { stdout } = await place.bin('oxlint', ['--format', 'json', 'code'])
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code?: string; message: string; labels: { span: { line: number; column: number } }[] }[] }
  const found = diagnostics.map(({ filename, code, message, labels: [label] }) => {
    const rule = /^memory\((.*)\)$/.exec(code ?? '')?.[1]
    return `${filename}:${label?.span.line}:${label?.span.column} ${rule ? `memory/${rule}` : message}`
  })
  const expected = findingsIn(place, await lint(place, ['--no-inline-config', 'code']))
  expect(expected.length).toBeGreaterThan(5)
  expect(found.sort()).toEqual(expected.sort())
})

test('applies fixes, and suggestions where it is told to', async () => {
  await place.bin('oxlint', ['--fix', 'mend.js'])
  const fixed = source.replace('titles = [...titles, page.title]', 'titles.push(page.title)')
  expect(place.read('mend.js')).toBe(fixed)
  await place.bin('oxlint', ['--fix-suggestions', 'mend.js'])
  expect(place.read('mend.js')).toBe(fixed.replace('tasks.filter((task) => task.ready)[0]', 'tasks.find((task) => task.ready)'))
})
