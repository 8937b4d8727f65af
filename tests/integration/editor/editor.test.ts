import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import plugin from '../../../src/index.ts'
import { makePlace } from '../place.ts'
import { Editor, type Diagnostic } from './language-server.ts'

const configuration = `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig([memory.configs.strict])
`

/** One finding with a fix and two with suggestions. */
const source = `export function titlesOf(pages) {
  let titles = []
  for (const page of pages) titles = [...titles, page.title]
  return titles
}

export const quiet = (emitter) => { emitter.setMaxListeners(0) }

export const firstReady = (tasks) => tasks.filter((task) => task.ready)[0]
`

let editor: Editor
let folder = ''
let uri = ''

beforeAll(async () => {
  folder = (await makePlace('editor', { 'eslint.config.js': configuration })).folder
  editor = await Editor.open(folder)
})
beforeEach(({ task }) => {
  uri = pathToFileURL(join(folder, `${task.id}.js`)).href
  editor.openFile(uri, 'javascript', source)
})
afterAll(() => editor.close())

/** `line:column-line:column rule`, from 1 as editors show them. */
function placeOf({ range: { start, end }, code }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code}`
}

async function squiggles(): Promise<string[]> {
  return (await editor.diagnostics(uri)).map(placeOf)
}

describe('in the editor', () => {
  test('squiggles are under what is wasteful, with the message and the page of the rule', async () => {
    const diagnostics = await editor.diagnostics(uri)
    expect(diagnostics.map(placeOf)).toEqual([
      '3:39-3:48 memory/no-accumulating-copy',
      '7:37-7:63 memory/no-muted-listener-warning',
      '9:38-9:72 memory/no-copy-to-read',
    ])
    expect(diagnostics[0]!.message).toBe("Copying 'titles' on every step allocates O(n²) bytes. Push into it instead.")
    expect(diagnostics.map(({ codeDescription }) => codeDescription?.href)).toEqual([
      plugin.rules['no-accumulating-copy']!.meta!.docs!.url,
      plugin.rules['no-muted-listener-warning']!.meta!.docs!.url,
      plugin.rules['no-copy-to-read']!.meta!.docs!.url,
    ])
  })

  test('a squiggle goes while the code is being mended', async () => {
    editor.type(uri, { start: { line: 8, character: 43 }, end: { line: 8, character: 49 } }, 'find')
    expect(editor.textOf(uri)).toContain('tasks.find((task) => task.ready)[0]')
    expect(await squiggles()).toEqual(['3:39-3:48 memory/no-accumulating-copy', '7:37-7:63 memory/no-muted-listener-warning'])
  })

  test('the light bulb offers the repair and the page', async () => {
    const offered = await Promise.all((await editor.diagnostics(uri)).map(async (each) => (await editor.codeActions(uri, each)).map(({ title }) => title)))
    expect(offered.map((titles) => titles.filter((title) => !/^(?:Disable|Fix all) /.test(title)))).toEqual([
      ['Fix this memory/no-accumulating-copy problem', 'Show documentation for memory/no-accumulating-copy'],
      ['Remove it. (memory/no-muted-listener-warning)', 'Show documentation for memory/no-muted-listener-warning'],
      ["Use 'find(…)'. (memory/no-copy-to-read)", 'Show documentation for memory/no-copy-to-read'],
    ])
  })

  test('a fix and each suggestion write what they promise, and the squiggles go', async () => {
    await choose('memory/no-accumulating-copy', 'Fix this memory/no-accumulating-copy problem')
    await choose('memory/no-muted-listener-warning', 'Remove it. (memory/no-muted-listener-warning)')
    await choose('memory/no-copy-to-read', "Use 'find(…)'. (memory/no-copy-to-read)")
    expect(editor.textOf(uri)).toBe(`export function titlesOf(pages) {
  let titles = []
  for (const page of pages) titles.push(page.title)
  return titles
}

export const quiet = (emitter) => {  }

export const firstReady = (tasks) => tasks.find((task) => task.ready)
`)
    expect(await squiggles()).toEqual([])
  })

  test('the page of a rule opens', async () => {
    await choose('memory/no-copy-to-read', 'Show documentation for memory/no-copy-to-read')
    expect(editor.openedPages).toEqual([plugin.rules['no-copy-to-read']!.meta!.docs!.url])
  })
})

/** Opens the light bulb on the squiggle of a rule and takes what has this title. */
async function choose(rule: string, title: string): Promise<void> {
  const diagnostic = (await editor.diagnostics(uri)).find(({ code }) => code === rule)
  const action = (await editor.codeActions(uri, diagnostic!)).find((each) => each.title === title)
  await editor.choose(action!)
}
