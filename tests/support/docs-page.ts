import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What every page has, in this order. */
export const sectionTitles = [
  'Problem',
  'In V8',
  'Incorrect',
  'Correct',
  'Options',
  'Fix safety',
  'When not to use it',
  'Further reading',
]

/** A fenced example, e.g. ` ```ts run target=es2025 `. */
export interface Example {
  language: 'js' | 'ts' | 'jsx' | 'tsx'
  code: string
  /** Line of the opening fence, from 1. */
  line: number
  /** Stands alone: executed, and prints the same before and after the repair. */
  run: boolean
  /** The repair is another than the rule's own. */
  byHand: boolean
  /** `settings.memory.target` that the example needs. */
  target?: string
}

export interface Page {
  id: string
  text: string
  sections: { title: string; text: string }[]
  incorrect: Example[]
  correct: Example[]
}

export function pagePath(id: string): string {
  return `${root}rules-docs/${id}.md`
}

/** The ids of all pages. */
export function pageIds(): string[] {
  return readdirSync(`${root}rules-docs`).filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length)).sort()
}

/** @throws {Error} naming the file when a rule has no page, and naming the line of a fence that is not understood. */
export function readPage(id: string): Page {
  if (!existsSync(pagePath(id))) throw new Error(`rules-docs/${id}.md is missing: every rule has a page (tests/measurements/README.md says how one is written).`)
  const text = readFileSync(pagePath(id), 'utf8')
  const sections: Page['sections'] = []
  const examples: { section: string; example: Example }[] = []
  let open: Example | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const section = sections.at(-1)
    const fence = /^```(.*)$/.exec(line)
    if (fence && open === null) {
      open = openExample(fence[1] as string, index + 1, id)
    } else if (fence && open) {
      if (section) examples.push({ section: section.title, example: open })
      open = null
    } else if (open) {
      open.code += `${line}\n`
    } else if (line.startsWith('## ')) {
      sections.push({ title: line.slice(3).trim(), text: '' })
      continue
    }
    if (section) section.text += `${line}\n`
  }
  const of = (title: string): Example[] => examples.filter(({ section }) => section === title).map(({ example }) => example)
  return { id, text, sections, incorrect: of('Incorrect'), correct: of('Correct') }
}

function openExample(info: string, line: number, id: string): Example {
  const [language = '', ...flags] = info.trim().split(/\s+/)
  const target = flags.find((flag) => flag.startsWith('target='))
  const unknown = flags.find((flag) => flag !== 'run' && flag !== 'by-hand' && flag !== target)
  if (unknown !== undefined) throw new Error(`rules-docs/${id}.md:${line}: '${unknown}' after a fence is unknown: allowed are run, by-hand, target=….`)
  return {
    language: language as Example['language'],
    code: '',
    line,
    run: flags.includes('run'),
    byHand: flags.includes('by-hand'),
    target: target?.slice('target='.length),
  }
}
