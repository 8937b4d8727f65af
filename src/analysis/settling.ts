import type { TSESTree } from '@typescript-eslint/utils'
import { ALLOWED, CONFIGURED, SETTLED, SIGNED_IN, TURNING } from '../knowledge/placements.ts'
import type { Node } from './bindings.ts'
import { lastName, wholeName } from './occurrences.ts'

/** Is what hangs on a condition there all the time, perhaps not, or does it come and go? */
export type Certainty = 'fixed' | 'seldom' | 'conditional'

/** Whether the name has to hold, or its opposite; of a comparison it may be either. */
interface Term {
  name: string
  /** Is it a field of a class, `this.open`, or a part of something, `controls.open`, which other things of that name are not? */
  of?: 'this' | 'other'
  isOpposite: boolean
  isCompared: boolean
}

/** How sure is it that what hangs on the condition, or on its opposite, stays once it is there? `text` is that of the file. */
export function certaintyOf(test: Node, isOpposite: boolean, text: string): Certainty {
  return certaintyBy(termsOf(test, isOpposite), text)
}

/** The same of a condition in markup: `isReady && !hasFailed`, `ready()`, `tab === 'files'`. */
export function certaintyOfText(test: string, isOpposite: boolean, text: string): Certainty {
  return certaintyBy(test.split(/&&|\|\|/).map((one) => {
    const [, not, name = '', comparison] = /^\s*\(*\s*(!*)\s*(?:[\w$]+\??\.)*([\w$]+)(?:\(\))?\s*(?:([!=]==?).*|\)*\s*)$/.exec(one.replace(/\.value\b/, '')) ?? []
    return { name: CONFIGURED.test(one) ? '' : name, isOpposite: isOpposite !== (not === '!'), isCompared: comparison !== undefined }
  }), text)
}

function termsOf(test: Node, isOpposite: boolean): Term[] {
  const term = (name: string | null): Term[] => [{ name: name ?? '', isOpposite, isCompared: false }]
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? termsOf(test.argument, !isOpposite) : term(null)
    case 'LogicalExpression':
      return [...termsOf(test.left, isOpposite), ...termsOf(test.right, isOpposite)]
    case 'ChainExpression':
      return termsOf(test.expression, isOpposite)
    case 'BinaryExpression':
      return termsOf(test.left as TSESTree.Expression, isOpposite).map((one) => ({ ...one, isCompared: true }))
    case 'CallExpression':
      return term(test.arguments.length === 0 ? lastName(test.callee) : null)
    case 'MemberExpression':
      return term(isConfigured(test.object) ? null : lastName(test)).map((one) => ({ ...one, of: test.object.type === 'ThisExpression' ? 'this' : 'other' }))
    default:
      return term(lastName(test))
  }
}

/** `config` of `config.footer`, and of `config.map.isShown` */
function isConfigured(object: Node): boolean {
  return CONFIGURED.test(`${lastName(object) ?? ''}.`) || (object.type === 'MemberExpression' && isConfigured(object.object))
}

function certaintyBy(terms: readonly Term[], text: string): Certainty {
  return leastOf(terms.map((term) => certaintyOfTerm(term, text)))
}

/** How sure is what hangs on all of these at once? */
export function leastOf(certainties: readonly Certainty[]): Certainty {
  return (['conditional', 'seldom'] as const).find((one) => certainties.includes(one)) ?? 'fixed'
}

/**
 * `fixed` what is false or empty at first, and never again, or by its name only comes to hold: how often it did not before is not known. What no one in the file turns
 * on and off may as well be set once, from a configuration.
 */
function certaintyOfTerm({ name, of, isOpposite, isCompared }: Term, text: string): Certainty {
  if (name === '') return 'seldom'
  if (!isCompared && !isOpposite && SETTLED.test(name)) return 'fixed'
  const later = laterValuesOf(name, of, text)
  const isTied = isBound(name, text)
  if (!isCompared && !isTied && later.length > 0 && later.every((value) => PRESENT.test(value))) return 'fixed'
  if (SIGNED_IN.test(name) || (!isTied && ALLOWED.test(name))) return 'seldom'
  return isTied || TURNING.test(name) || isTurned(later.filter((value) => !PRESENT.test(value) && !CALLED.test(value))) ? 'conditional' : 'seldom'
}

/** Is it turned off, or given one thing and another? What is given at one place may be there once. */
function isTurned(values: readonly string[]): boolean {
  return values.length > 1 || values.some((value) => OFF.test(value))
}

/** `v-model="open"` */
function isBound(name: string, text: string): boolean {
  return new RegExp(`(?:v-model|\\.sync|bind:[\\w-]+|\\)\\]|\\bmodel-value)[^=<>]{0,20}=["{]+\\s*${wholeName(name)}`).test(text)
}

/** What is written to it, or given to its setter, but for what it is at first. */
function laterValuesOf(name: string, of: Term['of'], text: string): string[] {
  const values = [...(of === 'this' ? writtenToField(name, text) : writtenTo(name, text, of)), ...givenToSetterOf(name, text)].map((value) => value.trim())
  const start = values.findIndex((value) => START.test(value))
  return values.filter((_, index) => index !== start)
}

/** `open = true`, `open.value = !open.value`, `{ open: false }`; of a constant only what it starts with, of a part of something nothing that is written to a variable. */
function writtenTo(name: string, text: string, of?: Term['of']): string[] {
  const write = new RegExp(`(\\b(?:const|readonly|props?)\\s+)?${of ? '(?:(?<=\\.)|(?=\\w+\\s*:))' : ''}${wholeName(name)}(?:\\.value)?\\s*(?:=(?![=>])|:(?!:))\\s*([^\\s,;})]+)`, 'g')
  return [...text.matchAll(write)].flatMap(([, fixed, value = '']) => (NO_VALUE.test(value) || (fixed !== undefined && !START.test(value)) ? [] : value))
}

/** `this.open = true`, and what it is declared with: `private open: boolean = false` */
function writtenToField(name: string, text: string): string[] {
  const whole = wholeName(name)
  const declared = new RegExp(`^[ \\t]*(?:@\\w+(?:\\([^)\\n]*\\))?\\s+)?(?:(?:private|protected|public|override|accessor)\\s+)*#?${whole}\\s*(?::[^=;\\n]+)?=\\s*([^\\s,;})]+)`, 'gm')
  const written = new RegExp(`\\bthis\\.#?${whole}\\s*=(?![=>])\\s*([^\\s,;})]+)`, 'g')
  return [...text.matchAll(declared), ...text.matchAll(written)].map(([, value = '']) => value)
}

/** `setOpen(true)`, `toggle((now) => !now)` of `const [open, setOpen] = useState(false)`, with that `false`; '' where it is handed on. */
function givenToSetterOf(name: string, text: string): string[] {
  const setter = new RegExp(`\\[\\s*${wholeName(name)}\\s*,\\s*([\\w$]+)\\s*\\]`).exec(text)?.[1]
  if (setter === undefined) return []
  const mention = new RegExp(`${wholeName(setter)}(?:\\(((?:\\w+|\\(\\w*\\)) ?=>|[^()]*\\(?)|\\s*\\]\\s*=\\s*[\\w.]*(?:<\\w+>)?\\(([^()]*)\\))?`, 'g')
  return [...text.matchAll(mention)].map(([, given, first]) => given ?? first ?? '')
}

/** `true`, and what is there once it is got: `await load()`, `new Map()`, `createTheme(…)` */
const PRESENT = /^(?:true$|await$|new$|(?:[\w$]+\.)*(?:fetch|load|create|parse|merge|assign|build)\w*\()/

/** What a call gives may be there for good, and what the page or process was started with is. */
const CALLED = /^(?:await\b|[\w$.]+\(|(?:window|globalThis|process|import\.meta)\.)/

/** `false`, `ref(null)`, `useSignal()` */
const START = /^$|^(?:[\w$.]*\()?(?:(?:false|!1|null|undefined)\b|$)/
/** `false`, `null`, `''`, `!open`, `(now) => !now` */
const OFF = /^(?:!|(?:false|null|undefined)\b|''|""|\(?\w*\)? ?=>)/
/** A type, a function, and an attribute's value. */
const NO_VALUE = /^(?:boolean|Boolean|Ref<|Signal<|["'{`(]|=>)/
