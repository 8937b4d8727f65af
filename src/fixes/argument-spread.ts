import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, type Node, outermost, samePlace, unwrap } from '../analysis/bindings.ts'
import { methodCall, numberValue } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { kindOf, likelyKind } from '../analysis/kinds.ts'
import { freeName } from './names.ts'

/** What becomes of the spread elements: appended, prepended, inserted, compared, decoded to text, or put one after the other. */
export type Sink = 'push' | 'unshift' | 'splice' | 'max' | 'min' | 'text' | 'concat'

/** A call that passes collections as arguments, by spreading or by `apply`. */
export interface Spreading {
  sink: Sink
  call: TSESTree.CallExpression
  /** The function that is called, as written: `Math.max`, `xs.push`. */
  fn: Node
  /** What it is called on. */
  receiver: Node | null
  parts: Part[]
}

interface Part {
  value: TSESTree.Expression
  spread: boolean
}

export interface Repair {
  verb: 'loop' | 'reduce' | 'decode' | 'flatten'
  edit: TSESLint.ReportFixFunction
  /** Equivalent on every input. */
  safe: boolean
}

/** The same call without its arguments on the stack; null where it would lose a comment or has no short form. */
export function repairSpread(spreading: Spreading, sourceCode: SourceCode): Repair | null {
  if (sourceCode.getCommentsInside(spreading.call).length > 0) return null
  switch (spreading.sink) {
    case 'push':
      return pushInLoop(spreading, sourceCode)
    case 'unshift':
    case 'splice':
      return insertInLoop(spreading, sourceCode)
    case 'max':
    case 'min':
      return reduceToExtreme(spreading, sourceCode)
    case 'text':
      return decode(spreading, sourceCode)
    case 'concat':
      return flatten(spreading, sourceCode)
  }
}

/** `[].concat(...xss)` → `xss.flat()`, `[].concat(...xs.map(f))` → `xs.flatMap(f)`, `[].concat(a, ...xss)` → `[a, ...xss].flat()`. Holes go: a suggestion. */
function flatten({ call, parts }: Spreading, sourceCode: SourceCode): Repair | null {
  const [list] = parts
  if (!list || call.parent.type === 'ExpressionStatement') return null
  const kind = likelyKind(list.value, sourceCode)
  const isList = parts.length === 1 && (kind === 'array' || kind === 'unknown')
  const written = parts.map(({ value, spread }) => (spread ? '...' : '') + sourceCode.getText(value)).join(', ')
  const text = isList ? (mappedFlat(list.value, sourceCode) ?? `${receiverText(list.value, sourceCode)}.flat()`) : `[${written}].flat()`
  return { verb: 'flatten', edit: (fixer) => fixer.replaceText(call, text), safe: false }
}

/** `xs.flatMap(f)` of `xs.map(f)`. */
function mappedFlat(node: Node, sourceCode: SourceCode): string | null {
  const called = methodCall(node)
  if (called?.method !== 'map' || called.optional || called.arguments.length !== 1 || called.member.computed) return null
  const { property } = called.member
  return `${sourceCode.text.slice(node.range[0], property.range[0])}flatMap${sourceCode.text.slice(property.range[1], node.range[1])}`
}

/** `xs.push(a, ...ys)` → `xs.push(a); for (const item of ys) xs.push(item)`. It grows the backing store in steps: a suggestion. */
function pushInLoop({ call, receiver, parts }: Spreading, sourceCode: SourceCode): Repair | null {
  if (!receiver || !isPlace(receiver) || parts.some(({ value }) => samePlace(value, receiver, sourceCode))) return null
  return loops(call, pushes(receiver, parts, sourceCode))
}

/**
 * `xs.unshift(...ys)` → `const rest = xs.splice(0); …push each of ys; …push each of rest`, likewise for `splice`:
 * the array stays the same one.
 */
function insertInLoop({ sink, call, receiver, parts }: Spreading, sourceCode: SourceCode): Repair | null {
  if (!receiver || !isPlace(receiver) || parts.some(({ value }) => samePlace(value, receiver, sourceCode))) return null
  const [start, count, ...items] = sink === 'splice' ? parts : [null, null, ...parts]
  if (start?.spread || count?.spread || (start && unwrap(start.value).type !== 'Literal' && !isPlace(start.value))) return null
  const target = receiverText(receiver, sourceCode)
  const from = start ? sourceCode.getText(start.value) : '0'
  const rest = freeName('rest', sourceCode)
  const item = freeName('item', sourceCode)
  return loops(call, [
    ...(count && numberValue(count.value, sourceCode) !== 0 ? [`${target}.splice(${from}, ${sourceCode.getText(count.value)})`] : []),
    `const ${rest} = ${target}.splice(${from})`,
    ...pushes(receiver, items as Part[], sourceCode),
    `for (const ${item} of ${rest}) ${target}.push(${item})`,
  ])
}

function pushes(receiver: Node, parts: Part[], sourceCode: SourceCode): string[] {
  const target = receiverText(receiver, sourceCode)
  const item = freeName('item', sourceCode)
  return parts.map(({ value, spread }) =>
    spread ? `for (const ${item} of ${sourceCode.getText(value)}) ${target}.push(${item})` : `${target}.push(${sourceCode.getText(value)})`,
  )
}

/** The steps in place of a call whose result nobody reads. */
function loops(call: Node, steps: string[]): Repair | null {
  const statement = statementOf(call)
  if (!statement) return null
  const body = steps.join('; ')
  const alone = steps.length === 1 && statement.type === 'ExpressionStatement'
  return {
    verb: 'loop',
    edit: (fixer) => fixer.replaceText(alone ? call : statement, alone ? body : `{ ${body} }`),
    safe: false,
  }
}

/** The statement that the call is, or the arrow body of a `forEach` callback, whose result nobody reads. */
function statementOf(call: Node): Node | null {
  const { parent } = call
  if (parent?.type === 'ExpressionStatement') return parent
  if (!parent || !isFunction(parent) || parent.body !== call) return null
  const given = outermost(parent).parent
  return given && methodCall(given)?.method === 'forEach' ? call : null
}

/** Naming it again has no effect: `xs`, `this.items`, `a.b.c`. */
function isPlace(node: Node): boolean {
  const inner = unwrap(node)
  if (inner.type === 'MemberExpression') return !inner.computed && !inner.optional && isPlace(inner.object)
  return inner.type === 'Identifier' || inner.type === 'ThisExpression'
}

/** `Math.max(0, ...xs)` → `xs.reduce((a, b) => Math.max(a, b), 0)`. It skips holes and reads arrays only: a suggestion. */
function reduceToExtreme({ sink, call, fn, parts }: Spreading, sourceCode: SourceCode): Repair | null {
  const [spread, ...others] = [...parts].sort((one, other) => Number(other.spread) - Number(one.spread))
  const [initial] = others
  if (!spread || others.length > 1 || (initial && (initial.spread || numberValue(initial.value, sourceCode) === null))) return null
  if (NOT_REDUCIBLE.has(likelyKind(spread.value, sourceCode)) || call.parent.type === 'ExpressionStatement') return null
  const compare = sourceCode.getText(fn)
  const [a, b] = [freeName('a', sourceCode), freeName('b', sourceCode)]
  const start = initial ? sourceCode.getText(initial.value) : sink === 'max' ? '-Infinity' : 'Infinity'
  const reduced = `${receiverText(spread.value, sourceCode)}.reduce((${a}, ${b}) => ${compare}(${a}, ${b}), ${start})`
  return { verb: 'reduce', edit: (fixer) => fixer.replaceText(call, reduced), safe: false }
}

/** Kinds that are walked but have no `reduce` of their own on every target. */
const NOT_REDUCIBLE: ReadonlySet<string> = new Set(['map', 'set', 'iterator', 'string', 'arguments'])

/**
 * `String.fromCharCode(...bytes)` → `bytes.toString('latin1')` of a Buffer, which is the same on every input; else
 * `Array.from(codes, (code) => String.fromCharCode(code)).join('')`, which calls the function once for each code.
 */
function decode({ call, fn, parts }: Spreading, sourceCode: SourceCode): Repair | null {
  const [codes, ...more] = parts
  if (!codes || more.length > 0 || call.parent.type === 'ExpressionStatement') return null
  if (kindOf(codes.value, sourceCode) === 'buffer') {
    const text = `${receiverText(codes.value, sourceCode)}.toString('latin1')`
    // Nothing else that the call evaluates may have an effect, and a parenthesis could continue the line above.
    const safe = !text.startsWith('(') && call.arguments.every((one) => one.type === 'SpreadElement' || one === codes.value || one === fn || isPlain(one))
    return { verb: 'decode', edit: (fixer) => fixer.replaceText(call, text), safe }
  }
  const code = freeName('code', sourceCode)
  const text = `Array.from(${sourceCode.getText(codes.value)}, (${code}) => ${sourceCode.getText(fn)}(${code})).join('')`
  return { verb: 'decode', edit: (fixer) => fixer.replaceText(call, text), safe: false }
}

function isPlain({ type }: Node): boolean {
  return type === 'Literal' || type === 'ThisExpression' || type === 'Identifier'
}

const NEEDS_NO_PARENTHESES: ReadonlySet<string> = new Set([
  'Identifier', 'MemberExpression', 'CallExpression', 'ThisExpression', 'ArrayExpression', 'TSNonNullExpression',
])

function receiverText(node: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(node)
  return NEEDS_NO_PARENTHESES.has(node.type) ? text : `(${text})`
}
