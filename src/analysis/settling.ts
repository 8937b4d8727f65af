import { SETTLED, SIGNED_IN } from '../knowledge/placements.ts'
import type { Node } from './bindings.ts'
import { lastName, wholeName } from './occurrences.ts'

/** Is what hangs on a condition there all the time, perhaps not, or does it come and go? */
export type Certainty = 'fixed' | 'seldom' | 'conditional'

/** Whether the name has to hold, or its opposite. */
interface Term {
  name: string
  isOpposite: boolean
}

/** How sure is it that what hangs on the condition, or on its opposite, stays once it is there? `text` is that of the file. */
export function certaintyOf(test: Node, isOpposite: boolean, text: string): Certainty {
  return certaintyBy(termsOf(test, isOpposite), text)
}

/** The same of a condition in markup: `isReady && !hasFailed`, `ready()`. */
export function certaintyOfText(test: string, isOpposite: boolean, text: string): Certainty {
  return certaintyBy(test.split(/&&|\|\|/).map((one) => {
    const [, not, name = ''] = /^\s*\(*\s*(!*)\s*(?:[\w$]+\??\.)*([\w$]+)(?:\(\))?\s*\)*\s*$/.exec(one.replace(/\.value\b/, '')) ?? []
    return { name, isOpposite: isOpposite !== (not === '!') }
  }), text)
}

function termsOf(test: Node, isOpposite: boolean): Term[] {
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? termsOf(test.argument, !isOpposite) : [{ name: '', isOpposite }]
    case 'LogicalExpression':
      return [...termsOf(test.left, isOpposite), ...termsOf(test.right, isOpposite)]
    case 'ChainExpression':
      return termsOf(test.expression, isOpposite)
    case 'CallExpression':
      return [{ name: test.arguments.length === 0 ? (lastName(test.callee) ?? '') : '', isOpposite }]
    default:
      return [{ name: lastName(test) ?? '', isOpposite }]
  }
}

function certaintyBy(terms: readonly Term[], text: string): Certainty {
  const others = terms.filter(({ name, isOpposite }) => !isSettling(name, isOpposite, text))
  if (others.length === 0) return 'fixed'
  return others.every(({ name }) => SIGNED_IN.test(name)) ? 'seldom' : 'conditional'
}

/** By its name only that it comes to hold is known, not how often it did not before. */
function isSettling(name: string, isOpposite: boolean, text: string): boolean {
  return name !== '' && ((!isOpposite && SETTLED.test(name)) || isOnlyTurnedOn(name, text))
}

/** Is it false or empty at first, and never again? */
function isOnlyTurnedOn(name: string, text: string): boolean {
  const whole = wholeName(name)
  const setter = new RegExp(`\\[\\s*${whole}\\s*,\\s*([\\w$]+)\\s*\\]`).exec(text)?.[1]
  const written = [...text.matchAll(new RegExp(`${whole}(?:\\.value)?\\s*(?:=(?![=>])|:(?!:))\\s*([^\\s,;})]+)`, 'g'))].flatMap(([, value = '']) => (NO_VALUE.test(value) ? [] : value))
  const set = setter === undefined ? [] : [...text.matchAll(new RegExp(`${wholeName(setter)}(?:\\(([^()]*)\\)|\\s*\\]\\s*=\\s*[\\w.]*(?:<\\w+>)?\\(([^()]*)\\))?`, 'g'))].map(([, given, first]) => given ?? first ?? '')
  const values = [...written, ...set].map((value) => value.trim())
  const start = values.findIndex((value) => START.test(value))
  const later = values.filter((_, index) => index !== start)
  return later.length > 0 && later.every((value) => PRESENT.test(value)) && !new RegExp(`(?:v-model|\\.sync|bind:[\\w-]+|\\)\\]|\\bmodel-value)[^=<>]{0,20}=["{]+\\s*${whole}`).test(text)
}

/** `true`, and what is there once it is got: `await load()`, `new Map()`, `createTheme(…)` */
const PRESENT = /^(?:true$|await$|new$|(?:[\w$]+\.)*(?:fetch|load|create|parse|merge|assign|build)\w*\()/

/** `false`, `ref(null)`, `useSignal()` */
const START = /^$|^(?:[\w$.]*\()?(?:(?:false|!1|null|undefined)\b|$)/
/** A type, a function, and an attribute's value. */
const NO_VALUE = /^(?:boolean|Boolean|Ref<|Signal<|["'{`(]|=>)/
