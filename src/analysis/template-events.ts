/**
 * What the template of a single-file component hears of: which functions it gives to which events, read from the text, since
 * the parsers hand templates over in ways of their own.
 */
import { PAGE_ENDINGS } from '../knowledge/frameworks.ts'
import { type FunctionNode, functionOf, isModuleScope, type Node } from './bindings.ts'
import { methodsOf } from './classes.ts'
import { fact, type SourceCode } from './fact.ts'
import { isSingleFileComponent } from './lifetime.ts'
import { keyName, keyOf } from './occurrences.ts'

interface Heard {
  event: string
  name: string
}

/** `@page:out="stop"`, `v-on:closed="stop($event)"`, `on:close={stop}` */
const HANDLER = /(?:\s@|\bv-on:|\bon:)([a-z][\w:-]*)(?:\.[\w.]+)?=["{]\s*([\w$]+)\s*(?:\(\s*(?:\$event)?\s*\))?\s*["}]/g

const heardIn = fact((sourceCode): readonly Heard[] => {
  if (!isSingleFileComponent(sourceCode)) return []
  return Array.from(sourceCode.text.matchAll(HANDLER), ([, event = '', name = '']) => ({ event, name }))
})

/** The functions that the template gives to the going of its page, after which it is gone. */
export function pageEndings(node: Node, sourceCode: SourceCode): FunctionNode[] {
  return heardIn(sourceCode).filter(({ event }) => PAGE_ENDINGS.test(event)).flatMap(({ name }) => functionNamed(name, node, sourceCode) ?? [])
}

function functionNamed(name: string, node: Node, sourceCode: SourceCode): FunctionNode | null {
  if (node.type === 'ObjectExpression') {
    const methods = node.properties.find((one) => one.type === 'Property' && keyName(one) === 'methods')
    const table = methods?.type === 'Property' && methods.value.type === 'ObjectExpression' ? methodsOf(methods.value) : []
    return table.find((method) => method.name === name)?.fn ?? null
  }
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    const identifier = isModuleScope(scope) ? scope.set.get(name)?.identifiers[0] : undefined
    if (identifier) return functionOf(identifier as Node, sourceCode)
  }
  return null
}

const CLOSING = /(?:before|after)?-?(?:out|leave|closed?|hide|hidden)$/i
const OPENING = /(?:before|after)?-?(?:in|enter|open(?:ed)?|show|shown)$/i

const FOCUSING = /^(?:focus|click)$/

/** Does the template give the one function to the opening of something, `@popup:opened="listen"`, and the other to its closing, or to its losing the focus, as it does before all goes? */
export function isOpenedAndClosed(opening: FunctionNode, closing: FunctionNode, sourceCode: SourceCode): boolean {
  const names = [keyOf(opening) ?? opening.id?.name, keyOf(closing) ?? closing.id?.name]
  const partOf = (word: RegExp, name: string | undefined): string[] =>
    heardIn(sourceCode).flatMap((one) => (one.name === name && word.test(one.event) ? one.event.replace(word, '') : []))
  const opened = partOf(OPENING, names[0])
  if (partOf(/^blur$/, names[1]).length > 0 && partOf(FOCUSING, names[0]).length > 0) return true
  return partOf(CLOSING, names[1]).some((part) => (part === '' || /[:-]$/.test(part)) && opened.includes(part)) // no `mouseleave`
}
