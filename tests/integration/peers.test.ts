import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { E18E_CONFLICTS, UNICORN_CONFLICTS, type Conflict } from '../../src/knowledge/peers.ts'
import { corpusSources, readSource } from '../corpus/sources.ts'
import { nodeBinary } from '../measurements/runner/node-binaries.ts'
import { pageIds, readPage } from '../support/docs-page.ts'
import { execute } from '../support/execute.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'
import type { Peer, Program, Together } from './peers/together.ts'

const peers = fileURLToPath(new URL('peers/', import.meta.url))
/** Not beside its manifest: what is installed is no part of the tests. */
const installed = join(root, 'node_modules/.cache/peers')

/** What shows each conflict, besides the examples of the pages. */
const own: Program[] = [
  { name: 'reversed', language: 'js', closely: true, code: 'export const f = (o) => Object.values(o).filter((x) => x > 1).toReversed()\n' },
  { name: 'sorted', language: 'js', closely: true, code: 'export const f = (o) => Object.values(o).filter((x) => x > 1).toSorted((a, b) => a - b)\n' },
  { name: 'the first when sorted', language: 'js', closely: true, code: 'export const f = (xs) => [...xs].sort((a, b) => a - b)[0]\n' },
]

/** The correct examples come of these. */
function examples(): Program[] {
  return pageIds().flatMap((id) => readPage(id).incorrect.map(({ language, code, line }) => ({ name: `${id}.md:${line}`, language, code, closely: true })))
}

/** Small files of real code, some of every package. */
function files(): Program[] {
  const small = corpusSources().filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path) && statSync(path).size < 3000)
  return small
    .filter((_, index) => index % Math.ceil(small.length / 30) === 0)
    .map((source) => ({ name: source.name, language: /\.[cm]?tsx?$/.test(source.path) ? 'tsx' : 'jsx', code: readSource(source), closely: false }))
}

const folder = makeFolder({})
const programs = join(folder, 'programs.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  writeFileSync(programs, JSON.stringify([...own, ...examples(), ...files()]))
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']
  mkdirSync(installed, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(peers, file), join(installed, file))
  const { code, stderr } = await execute('npm', ['ci', ...quiet], { cwd: installed })
  expect(code, `npm cannot install tests/integration/peers; it needs a package registry or a full cache. ${stderr}`).toBe(0)
}, 600_000)

/** Runs ours together with the peer on a Node of this major version, or on the one that runs now. */
async function together(peer: Peer, node = process.versions.node.split('.')[0]!): Promise<Together> {
  const { path } = await nodeBinary(node)
  const jiti = join(dirname(fileURLToPath(import.meta.resolve('jiti/package.json'))), 'lib/jiti-cli.mjs')
  const { code, stdout, stderr } = await execute(path, [jiti, join(peers, 'together.ts'), peer, programs, installed], { cwd: root })
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as Together
}

function listed(conflicts: readonly Conflict[]): Record<string, string[]> {
  return Object.fromEntries(conflicts.map(({ rule, undoes }) => [rule, undoes.map((id) => `memory/${id}`)]))
}

function found(...results: Together[]): Record<string, string[]> {
  const all: Record<string, Set<string>> = {}
  for (const { undone } of results) for (const [rule, ids] of Object.entries(undone)) for (const id of Object.keys(ids)) (all[rule] ??= new Set()).add(id)
  return Object.fromEntries(Object.entries(all).map(([rule, ids]) => [rule, [...ids].sort()]))
}

describe('together with other plugins', { timeout: 1_200_000 }, () => {
  test('compatUnicorn has the rules of unicorn that undo ours, and with it nothing goes back and forth', async () => {
    const [older, newer] = [await together('unicorn-65'), await together('unicorn', process.versions.node < '22' ? '22' : undefined)]
    expect(found(older, newer)).toEqual(listed(UNICORN_CONFLICTS))
    expect([older.unsettled, newer.unsettled]).toEqual([[], []])
  })

  test('compatE18e has the rules of e18e that undo ours, and with it nothing goes back and forth', async () => {
    const result = await together('e18e')
    expect(found(result)).toEqual(listed(E18E_CONFLICTS))
    expect(result.unsettled).toEqual([])
  })
})
