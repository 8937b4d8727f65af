import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, inject, test } from 'vitest'
import { execute } from '../support/execute.ts'
import { filesBelow, root } from '../support/modules.ts'

const tarball = inject('tarball')

describe('the tarball', () => {
  test('holds what is compiled from the sources, the pages, and nothing else', async () => {
    const { stdout } = await execute('tar', ['-tzf', tarball], {})
    const held = stdout.trim().split('\n').map((path) => path.replace(/^package\//, ''))
    expect(held.sort(), 'the tarball, against the sources: npm run build makes dist').toEqual(
      ['LICENSE', 'README.md', 'package.json', ...filesBelow('rules-docs'), ...compiled()].sort(),
    )
  })

  test('has nothing that publint complains about', async () => {
    const bytes = readFileSync(tarball)
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, level: 'suggestion', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test('resolves with its types for import and require, in Node and in bundlers', async () => {
    const { code, stdout } = await execute(join(root, 'node_modules/.bin/attw'), [tarball, '--profile', 'node16', '--no-color', '--no-emoji'], {})
    expect(code, stdout).toBe(0)
  })
})

/** What TypeScript writes for each source. */
function compiled(): string[] {
  return filesBelow('src').flatMap((path) => {
    const [name, extension = ''] = path.slice('src/'.length).split(/\.(?=c?ts$)/)
    return [`dist/${name}.${extension.replace('ts', 'js')}`, `dist/${name}.d.${extension}`]
  })
}
