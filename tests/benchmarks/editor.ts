/**
 * How long after a keystroke the editor has the squiggles, with and without the plugin. Writes it into README.md.
 *
 *   npm run build && npx jiti tests/benchmarks/editor.ts
 */
import { readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Editor } from '../integration/editor/language-server.ts'
import { install } from '../integration/installed.ts'
import { pack } from '../integration/tarball.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'
import { median } from './clock.ts'
import { record } from './page.ts'

/** The first rounds warm up. */
const [warmUp, rounds] = [5, 25]

/** Real files of about 5,000 and 4,000 lines; what they cost to parse and what the rules look for in them differ. */
const subjects = ['zod/src/v3/types.ts', 'maplibre-gl/src/ui/map.ts']

/** The folder says what lints the files in it. */
const configuration = `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
import tseslint from 'typescript-eslint'

export default defineConfig([
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { files: ['typescript-eslint/**'], extends: [tseslint.configs.recommended] },
  { files: ['*/with/**'], extends: [memory.configs.recommended] },
])
`
const beside = { nothing: 'nothing else', 'typescript-eslint': "typescript-eslint's `recommended`" }

const packed = makeFolder({})
const { folder } = await install('editor', await pack(packed), { 'eslint.config.js': configuration })
const rows: string[] = []
for (const name of subjects) {
  const text = readFileSync(join(root, 'node_modules', name), 'utf8')
  for (const [base, words] of Object.entries(beside)) {
    const { without, withPlugin } = await alternate(text, base)
    const ratio = median(withPlugin.map((time, index) => time / without[index]!))
    const cells = [name.replace(/.*\//, ''), text.split('\n').length.toLocaleString('en'), words, ms(without), ms(withPlugin), ratio.toFixed(2)]
    rows.push(`| ${cells.join(' | ')} |`)
    console.log(rows.at(-1))
  }
}
for (const each of [folder, packed]) rmSync(each, { recursive: true, force: true })

const table = [
  `Node ${process.versions.node}, ${cpus()[0]!.model}; medians of ${rounds} keystrokes, the ratio that of neighbours.`,
  '',
  '| file | lines | beside | without the plugin, ms | with `recommended`, ms | ratio |',
  '| --- | --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
record('editor', table)

/** Milliseconds from keystroke to squiggles, the file with the plugin and the one without taking turns in one server. */
async function alternate(text: string, base: string): Promise<{ without: number[]; withPlugin: number[] }> {
  const editor = await Editor.open(folder)
  const files = ['without', 'with'].map((side) => pathToFileURL(join(folder, base, side, 'file.ts')).href)
  for (const file of files) editor.openFile(file, 'typescript', text)
  const [without, withPlugin]: number[][] = [[], []]
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, file] of round % 2 ? [...files.entries()] : [...files.entries()].toReversed()) {
      const time = await keystroke(editor, file)
      if (round >= 0) (index === 0 ? without : withPlugin)!.push(time)
    }
  }
  await editor.close()
  return { without: without!, withPlugin: withPlugin! }
}

async function keystroke(editor: Editor, file: string): Promise<number> {
  const start = { line: 0, character: 0 }
  const before = performance.now()
  editor.type(file, { start, end: start }, ' ')
  await editor.diagnostics(file)
  return performance.now() - before
}

function ms(times: readonly number[]): string {
  return median(times).toFixed(0)
}
