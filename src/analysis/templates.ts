import { escaped } from './occurrences.ts'
import { type Certainty, certaintyOfText } from './settling.ts'
import type { Holder, Placement } from './standings.ts'

/** What a component is called in templates: `MenuItem`, `menu-item`. */
export function tagNames(name: string): string[] {
  return [name, name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()]
}

const VOID_ELEMENTS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

function worse(left: Certainty, right: Certainty): Certainty {
  return left === 'conditional' || right === 'fixed' ? left : right
}

/** `{{ total }}` */
const INTERPOLATION = /\{\{[^]*?\}\}/g

/** A tag, or the head or end of a block of Angular's: `@if (open) {`, `}`. */
const MARKUP = /<(\/?)([\w.-]+)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^<>"']+)*)|(@[a-z]+)(?: if)?\s*(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?[^{}<>@;]*\{|\}/g

/** Each of the parts in the markup: as certain as it is itself, and what is around it. */
export function inMarkup(markup: string, isPart: (tag: string, attributes: string) => boolean, certaintyOf: (tag: string, attributes: string, depth: number) => Certainty, holder: Holder): Placement[] {
  const placed: Placement[] = []
  const around: { certainty: Certainty; isBlock: boolean }[] = []
  for (const [found, slash, tag = '', attributes = '', block, test = ''] of withoutComments(markup.replace(INTERPOLATION, '')).matchAll(MARKUP)) {
    if (slash || found === '}') {
      if (slash || around.at(-1)?.isBlock) around.pop()
      continue
    }
    const outer = around.at(-1)?.certainty ?? 'fixed'
    const own = certaintyOf(block ?? tag, block ? test : attributes, around.length)
    const certainty = worse(outer, own)
    if (!block && isPart(tag, attributes)) placed.push(certainty === 'conditional' ? 'many' : { ...holder, isSeldom: certainty === 'seldom' })
    if (block || (!attributes.endsWith('/') && !VOID_ELEMENTS.test(tag))) around.push({ certainty, isBlock: block !== undefined })
  }
  return placed
}

/** Each of the tags in the template, conditional when one of the elements around has `v-if` or `v-for`. */
export function inVueTemplate(text: string, names: readonly string[], file: string): Placement[] {
  const start = text.indexOf('<template')
  const end = text.lastIndexOf('</template>')
  if (start < 0 || end < start || !names.some((name) => text.includes(`<${name}`))) return []
  const tests: string[] = []
  const certaintyOf = (_tag: string, attributes: string, depth: number): Certainty => {
    if (/\sv-for\b/.test(attributes)) return 'conditional'
    const [, directive, test = ''] = /\sv-(if|else-if|else)\b(?:="([^"]*)")?/.exec(attributes) ?? []
    if (directive === undefined) return 'fixed'
    const before = tests[depth] ?? ''
    tests[depth] = directive === 'if' ? test : `${before} || ${test}`
    if (directive === 'if') return certaintyOfText(test, false, text)
    return worse(certaintyOfText(before, true, text), directive === 'else' ? 'fixed' : certaintyOfText(test, false, text))
  }
  return inMarkup(text.slice(start, end), (tag) => names.includes(tag), certaintyOf, { file, name: null })
}

/** Those of markup: `<!-- … -->` */
export function withoutComments(markup: string): string {
  return markup.replace(/<!--[^]*?(?:-->|$)/g, '')
}

/** Each of the tags, conditional inside of a block such as `{#if open}`; what is awaited comes once as a rule. */
export function inSvelteTemplate(text: string, name: string, file: string): Placement[] {
  const placed: Placement[] = []
  const around: { certainty: Certainty; test: string }[] = []
  const outer = (): Certainty => around.at(-1)?.certainty ?? 'fixed'
  for (const [found, opened, condition = '', closed, elseTest] of withoutComments(text).matchAll(new RegExp(`\\{#(if|each|await|key)\\s+([^{}]*)\\}?|\\{/(if|each|await|key)\\b|\\{:else(?: if\\s([^{}]*))?|<${escaped(name)}(?=[\\s/>])`, 'g'))) {
    if (opened) {
      const test = opened === 'if' ? condition : ''
      around.push({ certainty: worse(outer(), opened === 'if' ? certaintyOfText(test, false, text) : opened === 'await' ? 'seldom' : 'conditional'), test })
    } else if (closed) around.pop()
    else if (found.startsWith('{:else')) {
      const test = around.pop()?.test ?? ''
      const own = worse(certaintyOfText(test, true, text), elseTest === undefined ? 'fixed' : certaintyOfText(elseTest, false, text))
      around.push({ certainty: worse(outer(), own), test })
    } else if (found) placed.push(outer() === 'conditional' ? 'many' : { file, name: null, isSeldom: outer() === 'seldom' })
  }
  return placed
}
