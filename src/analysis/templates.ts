import { isSettlingText } from './settling.ts'
import type { Holder, Placement } from './standings.ts'

/** What a component is called in templates: `MenuItem`, `menu-item`. */
export function tagNames(name: string): string[] {
  return [name, name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()]
}

/** For an expression, in which a folder's name such as `(app)` or `[id]` would mean something. */
export function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

const VOID_ELEMENTS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Is what stands there there all the time, perhaps not, or does it come and go? */
export type Certainty = 'fixed' | 'seldom' | 'conditional'

/** A tag, or the head or end of a block of Angular's: `@if (open) {`, `}`. */
const MARKUP = /<(\/?)([\w.-]+)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^<>"']+)*)|(@[a-z]+)(?: if)?\s*(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?[^{}<>@;]*\{|\}/g

/** Each of the parts in the markup: as certain as it is itself, and what is around it. */
export function inMarkup(markup: string, isPart: (tag: string, attributes: string) => boolean, certaintyOf: (tag: string, attributes: string, depth: number) => Certainty, holder: Holder): Placement[] {
  const placed: Placement[] = []
  const around: { certainty: Certainty; isBlock: boolean }[] = []
  for (const [found, slash, tag = '', attributes = '', block, test = ''] of withoutComments(markup).matchAll(MARKUP)) {
    if (slash || found === '}') {
      if (slash || around.at(-1)?.isBlock) around.pop()
      continue
    }
    const outer = around.at(-1)?.certainty ?? 'fixed'
    const own = certaintyOf(block ?? tag, block ? test : attributes, around.length)
    const certainty = [outer, own].includes('conditional') ? 'conditional' : own === 'seldom' ? own : outer
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
    const [, directive, test = ''] = /\sv-(if|else-if|else|for)\b(?:="([^"]*)")?/.exec(attributes) ?? []
    if (directive === undefined) return 'fixed'
    const before = tests[depth] ?? ''
    tests[depth] = directive === 'if' ? test : `${before} || ${test}`
    const isSettled = directive === 'if' ? isSettlingText(test, false, text) : directive !== 'for' && isSettlingText(before, true, text) && (directive === 'else' || isSettlingText(test, false, text))
    return isSettled ? 'fixed' : 'conditional'
  }
  return inMarkup(text.slice(start, end).replace(INTERPOLATION, ''), (tag) => names.includes(tag), certaintyOf, { file, name: null })
}

/** `{{ total }}` */
export const INTERPOLATION = /\{\{[^]*?\}\}/g

/** Those of markup: `<!-- … -->` */
export function withoutComments(markup: string): string {
  return markup.replace(/<!--[^]*?(?:-->|$)/g, '')
}

/** Each of the tags, conditional inside of a block such as `{#if open}`. */
export function inSvelteTemplate(text: string, name: string, file: string): Placement[] {
  const placed: Placement[] = []
  const around: { isConditional: boolean; test: string }[] = []
  const isInConditional = (): boolean => around.at(-1)?.isConditional ?? false
  for (const [found, opened, condition = '', closed, elseTest] of withoutComments(text).matchAll(new RegExp(`\\{#(if|each|await|key)\\s+([^{}]*)\\}?|\\{/(if|each|await|key)\\b|\\{:else(?: if\\s([^{}]*))?|<${escaped(name)}(?=[\\s/>])`, 'g'))) {
    if (opened) {
      const test = opened === 'if' ? condition : ''
      around.push({ isConditional: isInConditional() || !isSettlingText(test, false, text), test })
    } else if (closed) around.pop()
    else if (found.startsWith('{:else')) {
      const test = around.pop()?.test ?? ''
      around.push({ isConditional: isInConditional() || !isSettlingText(test, true, text) || (elseTest !== undefined && !isSettlingText(elseTest, false, text)), test })
    } else if (found) placed.push(isInConditional() ? 'many' : { file, name: null })
  }
  return placed
}
