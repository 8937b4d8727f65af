import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isFunction, type Node, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall, numberValue } from './calls.ts'
import { fact, type SourceCode } from './fact.ts'
import { enclosingFunction, isLoop } from './functions.ts'
import { kindOf } from './kinds.ts'
import { forEachNode } from './nodes.ts'
import { lastName } from './occurrences.ts'
import { repetitionOf } from './repetition.ts'

/** What the elements are to the reader of the collection: figures that are compared, or entries that are passed on. */
export type Use = 'figures' | 'entries'

/** What people call the data that their programs work on, as against the parts that a program is made of. */
const NAMED_AS_DATA: Readonly<Record<Use, RegExp>> = {
  figures:
    /^(?:(?:all|raw|sorted|filtered|positive|data)_?(?:values|numbers|nums)|(?:all|raw|sorted|filtered)?_?(?:points|coord(?:inate)?s|samples|pixels|timestamps|measurements))$/i,
  entries: /^(?:all|raw|sorted|filtered)?_?(?:rows|records|docs|documents|features)$/i,
}

/** Methods whose result has about as many elements as their receiver. */
const KEEPS_SIZE = new Set([
  'split', 'trim', 'map', 'filter', 'flat', 'flatMap', 'sort', 'reverse', 'toSorted', 'toReversed', 'concat', 'slice', 'keys', 'values', 'entries', 'subarray',
])
const COPIES = new Set(['Array.from', 'Set', 'Map', 'Object.values', 'Object.entries', 'Promise.all'])

/** Calls that bring in what is outside of the program. */
const READS = new Set(['fs.readFileSync', 'fs.promises.readFile', 'fs/promises.readFile'])
/** What is read, but has a few entries: `JSON.parse(await readFile('package.json'))`. */
export const NAMED_AS_SETTINGS = /args?\b|argv|config|option|setting|preference|package|manifest|changelog|readme|licen[cs]e|\benv|flags/i

/**
 * Does the source show that the collection's size follows the data the program works on? Typed arrays, what was
 * read from outside, and what came from elsewhere under a name for data. No evidence means no, not that it is small.
 */
export function growsWithData(node: Node, use: Use, sourceCode: SourceCode, depth = 6): boolean {
  const inner = unwrap(node)
  if (depth === 0) return false
  const grows = (part: Node) => growsWithData(part, use, sourceCode, depth - 1)
  switch (inner.type) {
    case 'Identifier': {
      if (use === 'figures' && kindOf(inner, sourceCode) === 'typedarray') return true
      const variable = variableOf(inner, sourceCode)
      const value = variable && initializerOf(variable)
      if (value) return grows(value)
      return NAMED_AS_DATA[use].test(inner.name) && !(variable && isElement(variable, sourceCode))
    }
    case 'MemberExpression':
      return !inner.computed && inner.property.type === 'Identifier' && NAMED_AS_DATA[use].test(inner.property.name)
    case 'AwaitExpression':
      return grows(inner.argument)
    case 'ConditionalExpression':
      return grows(inner.consequent) || grows(inner.alternate)
    case 'LogicalExpression':
      return grows(inner.left) || grows(inner.right)
    case 'ArrayExpression':
      return inner.elements.some((element) => element?.type === 'SpreadElement' && grows(element.argument))
    case 'NewExpression':
    case 'CallExpression':
      return callGrows(inner, sourceCode, grows)
    default:
      return false
  }
}

/** Is it all that a buffer holds, rather than a field of a format or the letters of a word? */
export function isAllBytes(value: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(value)
  if (inner.type === 'ConditionalExpression') return isAllBytes(inner.consequent, sourceCode) && isAllBytes(inner.alternate, sourceCode)
  const called = methodCall(inner)
  if (called && (called.method === 'subarray' || called.method === 'slice')) return called.arguments.length < 2 && isAllBytes(called.object, sourceCode)
  if (inner.type === 'NewExpression' && inner.arguments.length > 1) return false
  const kind = kindOf(inner, sourceCode)
  return kind === 'typedarray' || kind === 'buffer' || (kind !== 'array' && NAMED_AS_BYTES.test(lastName(inner) ?? ''))
}

const NAMED_AS_BYTES = /(?:buf|buffer|bytes|binary|data|payload|content|chunk|array|u8)$/i

/** One element of a collection that is walked: a part of the data. */
function isElement({ defs }: Variable, sourceCode: SourceCode): boolean {
  const name = defs[0]?.name as Node | undefined
  const owner = name?.parent
  if (!owner) return false
  if (owner.type === 'VariableDeclarator') return owner.parent.parent.type === 'ForOfStatement'
  const repetition = isFunction(owner) ? repetitionOf(name, sourceCode) : null
  return repetition?.by === 'callback' && repetition.fn === owner
}

function callGrows(node: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode, grows: (part: Node) => boolean): boolean {
  const name = calleeName(node, sourceCode)
  const [first] = node.arguments
  if (name === 'JSON.parse') return first !== undefined && grows(first)
  if (name !== null && READS.has(name)) return first === undefined || !NAMED_AS_SETTINGS.test(sourceCode.getText(first))
  if (name !== null && COPIES.has(name)) return first !== undefined && first.type !== 'SpreadElement' && grows(first)
  const called = methodCall(node)
  return called !== null && KEEPS_SIZE.has(called.method) && grows(called.object)
}

interface Comparison {
  sides: [left: Node, right: Node]
  /** Does it ask for one size, as against for a smaller or greater one? */
  exact: boolean
}

/** What may compare a length or size with something, outside of loop headers, by the function around it. */
const comparisons = fact((sourceCode) => {
  const found = new Map<Node | null, Comparison[]>()
  forEachNode(sourceCode, (node) => {
    if (node.type !== 'BinaryExpression' || isLoop(node.parent)) return
    const exact = EQUALITY.has(node.operator)
    if (!exact && !ORDERING.has(node.operator)) return
    const within = enclosingFunction(node)
    const comparison: Comparison = { sides: [unwrap(node.left), unwrap(node.right)], exact }
    const known = found.get(within)
    if (known) known.push(comparison)
    else found.set(within, [comparison])
  })
  return found
})

const ORDERING: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])
const EQUALITY: ReadonlySet<string> = new Set(['===', '==', '!==', '!='])

/** Does the function around `node` look at how large the collection is before it uses it? `if (bytes.length > 5_000) return`. */
export function isSizeChecked(node: Node, sourceCode: SourceCode): boolean {
  return comparedSizes(node, sourceCode).some(({ sides, exact }) => !exact && !comparesWithNone(sides, sourceCode))
}

/** Does the function around `node` ask whether that collection has exactly one element? `if (names.size === 1) return [...names][0]`. */
export function isAskedForOne(node: Node, sourceCode: SourceCode): boolean {
  return comparedSizes(node, sourceCode).some(({ sides, exact }) => exact && sides.some((side) => numberValue(side, sourceCode) === 1))
}

function comparedSizes(collection: Node, sourceCode: SourceCode): Comparison[] {
  const inSameFunction = comparisons(sourceCode).get(enclosingFunction(collection)) ?? []
  return inSameFunction.filter(({ sides }) => sides.some((side) => isLengthOf(side, collection, sourceCode)))
}

function isLengthOf(side: Node, collection: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(side, sourceCode)
  const value = variable ? initializerOf(variable) : side
  const inner = value && unwrap(value)
  return inner?.type === 'MemberExpression' && !inner.computed && inner.property.type === 'Identifier' &&
    /^(?:length|size|byteLength)$/.test(inner.property.name) && samePlace(inner.object, collection, sourceCode)
}

/** `xs.length > 0` bounds nothing. */
function comparesWithNone(sides: readonly Node[], sourceCode: SourceCode): boolean {
  return sides.some((side) => (numberValue(side, sourceCode) ?? 2) < 2)
}
