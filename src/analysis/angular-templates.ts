import { dirname, resolve } from 'node:path'
import type { Project } from './project.ts'
import { type Certainty, certaintyOfText } from './settling.ts'
import type { Part, Placement } from './standings.ts'
import { inMarkup } from './templates.ts'

/** A component or directive of Angular's: https://angular.dev/guide/components/selectors */
export interface Declared extends Part {
  /** `app-menu, [appMenu]`; null of one that only code places. */
  selector: string | null
  /** '' of a directive. */
  template: string
}

const DECORATOR = /@(?:Component|Directive)\(/g
const CLASS = /^\s*export (?:default )?(?:abstract )?class (\w+)/m
const SELECTOR = /\bselector\s*:\s*(['"`])([^'"`]+)\1/
const TEMPLATE = /\btemplate\s*:\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/
const TEMPLATE_FILE = /\btemplateUrl\s*:\s*(['"`])([^'"`]+)\1/

/** All that the project declares, as text says it. */
export function declaredIn({ files }: Project): Declared[] {
  return [...files].flatMap(([file, text]) => {
    if (!file.endsWith('.ts')) return []
    return [...text.matchAll(DECORATOR)].flatMap(({ index }, at, all) => {
      const declaration = text.slice(index, all[at + 1]?.index)
      const found = CLASS.exec(declaration)
      if (!found) return []
      const options = declaration.slice(0, found.index)
      const templateFile = TEMPLATE_FILE.exec(options)?.[2]
      const [, ...written] = TEMPLATE.exec(options) ?? []
      const template = templateFile === undefined ? written.find((one) => one !== undefined) : files.get(resolve(dirname(file), templateFile))
      return { file, name: found[1] as string, selector: SELECTOR.exec(options)?.[2] ?? null, template: template ?? '' }
    })
  })
}

/** Where templates place it; `index.html` places once what the program starts with. */
export function inAngularTemplates({ selector }: Declared, declared: readonly Declared[], { files }: Project): Placement[] {
  if (selector === null) return []
  const isPart = selected(selector)
  const words = selector.match(/[\w-]{2,}/g) ?? []
  const isNamed = (text: string): boolean => words.some((word) => text.includes(word))
  const pages = [...files].filter(([file, text]) => /[\\/]index\.html$/.test(file) && isNamed(text))
  return [
    ...declared.flatMap(({ file, name, template }) => {
      if (!isNamed(template)) return []
      const text = files.get(file) ?? ''
      const tests: string[] = []
      return inMarkup(template, isPart, (tag, attributes, depth) => (tag.startsWith('@') ? certaintyOfBlock(tag, attributes, tests, depth, text) : certaintyOf(tag, attributes, template, text)), { file, name })
    }),
    ...pages.flatMap(([file, text]) => inMarkup(text, isPart, () => 'fixed', { file, name: null }).map(() => 'one' as const)),
  ]
}

/** `app-menu`, `[appMenu]`, `button[appMenu]`, one of several after commas. What else a selector asks for is taken for given. */
function selected(selector: string): (tag: string, attributes: string) => boolean {
  const parts = selector.split(',').map((one) => ({ tag: /^\s*([\w-]+)/.exec(one)?.[1], attribute: /\[([\w-]+)/.exec(one)?.[1] })).filter(({ tag, attribute }) => tag ?? attribute)
  return (tag, attributes) => parts.some((one) => (one.tag === undefined || one.tag === tag) && (one.attribute === undefined || new RegExp(`[\\s[(*]${one.attribute}(?![\\w-])`).test(attributes)))
}

/** How sure is it that what an element holds is there all the time? */
function certaintyOf(tag: string, attributes: string, template: string, text: string): Certainty {
  if (tag === 'ng-template') return certaintyOfTemplate(attributes, template, text)
  const [, directive, test = ''] = /\s\*(\w+)(?:\s*=\s*"([^"]*))?/.exec(attributes) ?? []
  if (directive === undefined) return 'fixed'
  if (directive === 'ngIf') return certaintyOfCondition(test, text)
  return /^(?:ng|cdk)[A-Z]/.test(directive) ? 'conditional' : 'seldom'
}

/** `<ng-template #other>` of `*ngIf="open; else other"` is shown where the condition does not hold, and others when something asks for them. */
function certaintyOfTemplate(attributes: string, template: string, text: string): Certainty {
  const name = /\s#(\w+)/.exec(attributes)?.[1]
  const test = name === undefined ? undefined : new RegExp(`\\*ngIf\\s*=\\s*"([^";]*)[^"]*\\belse\\s+${name}\\b`).exec(template)?.[1]
  return test === undefined ? 'conditional' : certaintyOfText(test, true, text)
}

/** The same of what a block such as `@if (open) {` holds; `tests` are those of the blocks before it, by their depth. */
function certaintyOfBlock(tag: string, condition: string, tests: string[], depth: number, text: string): Certainty {
  const test = condition.replace(/^\(|\)$/g, '')
  if (tag === '@else') return certaintyOfText(tests[depth] ?? '', true, text)
  if (tag !== '@if') return 'conditional'
  tests[depth] = test
  return certaintyOfCondition(test, text)
}

function certaintyOfCondition(condition: string, text: string): Certainty {
  const [test = ''] = condition.split(';')
  return /\|\s*async\s+as\b/.test(test) ? 'seldom' : certaintyOfText(test, false, text)
}
