import { SETTLED } from '../knowledge/placements.ts'
import type { Node } from './bindings.ts'
import { lastName } from './occurrences.ts'

/** Is what hangs on the condition, or on its opposite, there once: does it hold for good once it does? `text` is that of the file. */
export function isSettling(test: Node, isOpposite: boolean, text: string): boolean {
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' && isSettling(test.argument, !isOpposite, text)
    case 'LogicalExpression':
      return isSettling(test.left, isOpposite, text) && isSettling(test.right, isOpposite, text)
    case 'ChainExpression':
      return isSettling(test.expression, isOpposite, text)
    case 'CallExpression':
      return test.arguments.length === 0 && isSettlingName(lastName(test.callee) ?? '', isOpposite, text)
    default:
      return isSettlingName(lastName(test) ?? '', isOpposite, text)
  }
}

/** The same of a condition in markup: `isReady && !hasFailed`, `ready()`. */
export function isSettlingText(test: string, isOpposite: boolean, text: string): boolean {
  return test.split(/&&|\|\|/).every((one) => {
    const [, not, name] = /^\s*\(*\s*(!*)\s*(?:[\w$]+\??\.)*([\w$]+)(?:\(\))?\s*\)*\s*$/.exec(one.replace(/\.value\b/, '')) ?? []
    return name !== undefined && isSettlingName(name, isOpposite !== (not === '!'), text)
  })
}

/** By its name only that it comes to hold is known, not how often it did not before. */
function isSettlingName(name: string, isOpposite: boolean, text: string): boolean {
  return name !== '' && ((!isOpposite && SETTLED.test(name)) || isOnlyTurnedOn(name, text))
}

/** Is it false at first, and never given anything but `true`? */
function isOnlyTurnedOn(name: string, text: string): boolean {
  const whole = `(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`
  const setter = new RegExp(`\\[\\s*${whole}\\s*,\\s*([\\w$]+)\\s*\\]`).exec(text)?.[1]
  const written = [...text.matchAll(new RegExp(`${whole}(?:\\.value)?\\s*(?:=(?![=>])|:(?!:))\\s*([^\\s,;})]+)`, 'g'))].flatMap(([, value = '']) => (NO_VALUE.test(value) ? [] : value))
  const set = setter === undefined ? [] : [...text.matchAll(new RegExp(`(?<![\\w$])${setter}(?![\\w$])(?:\\(([^()]*)\\)|\\s*\\]\\s*=\\s*[\\w.]*(?:<\\w+>)?\\(([^()]*)\\))?`, 'g'))].map(([, given, first]) => given ?? first ?? '')
  const values = [...written, ...set].map((value) => value.trim())
  const later = values.filter((_, index) => index !== values.findIndex((one) => START.test(one)))
  return later.length > 0 && later.every((value) => value === 'true') && !new RegExp(`(?:v-model|\\.sync|bind:[\\w-]+|\\)\\]|\\bmodel-value)[^=<>]{0,20}=["{]+\\s*${whole}`).test(text)
}

/** `false`, `ref(false)`, `useSignal(false)` */
const START = /^(?:[\w$.]*\()?(?:false|!1)\b/
/** A type, and an attribute's value. */
const NO_VALUE = /^(?:boolean|Boolean|Ref<|Signal<|["'{`])/
