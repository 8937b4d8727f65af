import { SETTLED } from '../knowledge/placements.ts'
import type { Placement } from './standings.ts'

/** What a component is called in templates: `MenuItem`, `menu-item`. */
export function tagNames(name: string): string[] {
  return [name, name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()]
}

/** For an expression, in which a folder's name such as `(app)` or `[id]` would mean something. */
export function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

const VOID_ELEMENTS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Each of the tags in the template, conditional when one of the elements around has `v-if` or `v-for`. */
export function inVueTemplate(text: string, names: readonly string[], file: string): Placement[] {
  const start = text.indexOf('<template')
  const end = text.lastIndexOf('</template>')
  if (start < 0 || end < start || !names.some((name) => text.includes(`<${name}`))) return []
  const placed: Placement[] = []
  const around: boolean[] = []
  for (const [, slash, tag = '', attributes = ''] of withoutComments(text.slice(start, end)).matchAll(/<(\/?)([\w.-]+)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^<>"']+)*)/g)) {
    if (slash) {
      around.pop()
      continue
    }
    const isConditional = [...attributes.matchAll(/\sv-(?:if|else|else-if|for)\b(?:="([^"]*)")?/g)].some(([, test = '']) => !SETTLED.test(test)) || (around.at(-1) ?? false)
    if (names.includes(tag)) placed.push(isConditional ? 'many' : { file, name: null })
    if (!attributes.endsWith('/') && !VOID_ELEMENTS.test(tag)) around.push(isConditional)
  }
  return placed
}

/** Those of markup: `<!-- … -->` */
export function withoutComments(markup: string): string {
  return markup.replace(/<!--[^]*?(?:-->|$)/g, '')
}

/** Each of the tags, conditional inside of a block such as `{#if open}`. */
export function inSvelteTemplate(text: string, name: string, file: string): Placement[] {
  const placed: Placement[] = []
  const around: boolean[] = []
  for (const [found, opened, test = '', closed, other] of withoutComments(text).matchAll(new RegExp(`\\{#(if|each|await|key)\\s+([^{}]*)\\}?|\\{/(if|each|await|key)\\b|\\{:(else)\\b|<${escaped(name)}(?=[\\s/>])`, 'g'))) {
    if (opened) around.push((around.at(-1) ?? false) || !(opened === 'if' && SETTLED.test(test.trim())))
    else if (closed) around.pop()
    else if (other) around.splice(-1, 1, true)
    else if (found) placed.push(around.at(-1) ? 'many' : { file, name: null })
  }
  return placed
}
