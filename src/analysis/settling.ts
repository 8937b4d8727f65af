import type { TSESTree } from '@typescript-eslint/utils'
import { CONFIGURED, SETTLED, SIGNED_IN, TURNING } from '../knowledge/placements.ts'
import type { Node } from './bindings.ts'
import { lastName, wholeName } from './occurrences.ts'

/** Is what hangs on a condition there all the time, perhaps not, or does it come and go? */
export type Certainty = 'fixed' | 'seldom' | 'conditional'

/** Whether the name has to hold, or its opposite; of a comparison it may be either. */
interface Term {
  name: string
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
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? termsOf(test.argument, !isOpposite) : [{ name: '', isOpposite, isCompared: false }]
    case 'LogicalExpression':
      return [...termsOf(test.left, isOpposite), ...termsOf(test.right, isOpposite)]
    case 'ChainExpression':
      return termsOf(test.expression, isOpposite)
    case 'BinaryExpression':
      return termsOf(test.left as TSESTree.Expression, isOpposite).map((term) => ({ ...term, isCompared: true }))
    case 'CallExpression':
      return [{ name: test.arguments.length === 0 ? (lastName(test.callee) ?? '') : '', isOpposite, isCompared: false }]
    case 'MemberExpression':
      return [{ name: CONFIGURED.test(`${lastName(test.object) ?? ''}.`) ? '' : (lastName(test) ?? ''), isOpposite, isCompared: false }]
    default:
      return [{ name: lastName(test) ?? '', isOpposite, isCompared: false }]
  }
}

/** What no one in the file turns on and off may as well be set once, from a configuration. */
function certaintyBy(terms: readonly Term[], text: string): Certainty {
  const others = terms.filter((term) => !isSettling(term, text))
  if (others.length === 0) return 'fixed'
  return others.some(({ name }) => !SIGNED_IN.test(name) && isTurned(name, text)) ? 'conditional' : 'seldom'
}

/** By its name only that it comes to hold is known, not how often it did not before. */
function isSettling({ name, isOpposite, isCompared }: Term, text: string): boolean {
  return name !== '' && !isCompared && ((!isOpposite && SETTLED.test(name)) || isOnlyTurnedOn(name, text))
}

/** Is it false or empty at first, and never again? */
function isOnlyTurnedOn(name: string, text: string): boolean {
  const later = laterValuesOf(name, text)
  return later.length > 0 && later.every((value) => PRESENT.test(value)) && !isBound(name, text)
}

/** Does it visibly change, and not only to what stays? */
function isTurned(name: string, text: string): boolean {
  return name !== '' && (TURNING.test(name) || isBound(name, text) || laterValuesOf(name, text).some((value) => !PRESENT.test(value) && !CALLED.test(value)))
}

/** `v-model="open"` */
function isBound(name: string, text: string): boolean {
  return new RegExp(`(?:v-model|\\.sync|bind:[\\w-]+|\\)\\]|\\bmodel-value)[^=<>]{0,20}=["{]+\\s*${wholeName(name)}`).test(text)
}

/** What is written to it, or given to its setter, but for what it is at first. */
function laterValuesOf(name: string, text: string): string[] {
  const values = [...writtenTo(name, text), ...givenToSetterOf(name, text)].map((value) => value.trim())
  const start = values.findIndex((value) => START.test(value))
  return values.filter((_, index) => index !== start)
}

/** `open = true`, `open.value = !open.value`, `{ open: false }`; of a constant only what it starts with. */
function writtenTo(name: string, text: string): string[] {
  const write = new RegExp(`(\\b(?:const|readonly|props?)\\s+)?${wholeName(name)}(?:\\.value)?\\s*(?:=(?![=>])|:(?!:))\\s*([^\\s,;})]+)`, 'g')
  return [...text.matchAll(write)].flatMap(([, fixed, value = '']) => (NO_VALUE.test(value) || (fixed !== undefined && !START.test(value)) ? [] : value))
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

/** What a call gives may be there for good. */
const CALLED = /^(?:await\b|[\w$.]+\()/

/** `false`, `ref(null)`, `useSignal()` */
const START = /^$|^(?:[\w$.]*\()?(?:(?:false|!1|null|undefined)\b|$)/
/** A type, a function, and an attribute's value. */
const NO_VALUE = /^(?:boolean|Boolean|Ref<|Signal<|["'{`(]|=>)/
