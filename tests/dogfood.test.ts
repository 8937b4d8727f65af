import { ESLint } from 'eslint'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('finds nothing in its own sources with every rule on', async () => {
  const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)) })
  const results = await eslint.lintFiles(['.'])
  const linted = results.map(({ filePath }) => filePath)
  expect(linted.some((path) => path.endsWith('src/index.ts'))).toBe(true)
  expect(results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`))).toEqual([])
  const config = (await eslint.calculateConfigForFile('src/index.ts')) as { rules: Record<string, unknown> }
  expect(Object.keys(config.rules)).toEqual(expect.arrayContaining(Object.keys((await import('../src/index.ts')).default.configs.all.rules)))
})
