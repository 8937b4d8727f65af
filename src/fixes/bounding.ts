import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, outermost, propertyName, unwrap } from '../analysis/bindings.ts'
import { domainOf } from '../analysis/domains.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { GrowingCollection, Growth } from '../analysis/growth.ts'
import { allowsMissing } from '../analysis/missing-entries.ts'
import { endedBefore, indentationOf, indentationStep, layOut, terminator } from './layout.ts'
import { freeName } from './names.ts'

/** Entries that a bounded collection keeps: a round number to start from. */
export const LIMIT = 1000

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[]

/**
 * Drops the oldest entry before another one is added, wherever that is: one place that bounds it says nothing of another that adds.
 * An entry that is asked for again is made again, so nothing but the work differs for a cache; a record of what was seen forgets.
 */
export function bounding(collection: GrowingCollection, reported: Growth, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const places = new Map<Node, Growth[]>()
  for (const growth of collection.growth) {
    const { node, key, value, fn } = growth
    if (growth !== reported && domainOf(key ?? value ?? node, sourceCode) === 'few') continue
    const place = statementOf(node, fn) ?? fn
    const there = places.get(place)
    if (there) there.push(growth)
    else places.set(place, [growth])
  }
  const isReplaced = (place: Node): boolean => isFunction(place) || !isListed(place)
  const all = [...places.keys()]
  const areApart = all.every((place) => !isReplaced(place) || all.every((other) => other === place || !isWithin(other, place)))
  const isDeclaredTwice = collection.kind === 'object' && new Set(all.map(({ parent }) => parent)).size < all.length
  if (!areApart || isDeclaredTwice || !allowsMissing(collection, sourceCode)) return null
  const edits: Edit[] = []
  for (const [place, growths] of places) {
    const edit = boundingAt(place, growths, collection, isTypeScript, sourceCode)
    if (!edit) return null
    edits.push(edit)
  }
  return (fixer) => edits.flatMap((edit) => edit(fixer))
}

/** Drops it before a statement, or in a function that gets one. */
function boundingAt(place: Node, growths: readonly Growth[], { kind, uses }: GrowingCollection, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const [{ node }] = growths as [Growth]
  const use = uses.find((one) => isWithin(one, node))
  if (!use || !isRepeatable(use)) return null
  const guard = guardOf(sourceCode.getText(use), kind, growths, isTypeScript, sourceCode)
  if (!guard) return null
  if (isFunction(place)) return place.body.type === 'BlockStatement' ? null : (fixer) => inBlock(guard, place, sourceCode, fixer)
  if (isListed(place)) {
    const before = guard.map((line, index) => (index < guard.length - 1 ? line + terminator(sourceCode) : endedBefore(line, place, sourceCode)))
    return (fixer) => fixer.insertTextBefore(place, before.map((line) => `${line}\n${indentationOf(place, sourceCode)}`).join(''))
  }
  const lines = [...guard.map((line) => [0, line + terminator(sourceCode)] as const), [0, sourceCode.getText(place)] as const]
  return (fixer) => fixer.replaceText(place, layOut(lines, place, sourceCode))
}

/** A name, by which the collection can be asked once more; where it may be missing (`list?.push(x)`), it cannot. */
function isRepeatable(use: Node): boolean {
  const { parent } = outermost(use)
  if (parent?.type === 'MemberExpression' && parent.optional) return false
  return use.type === 'Identifier' || (use.type === 'MemberExpression' && !use.computed)
}

/** null where a statement adds several to an object, which one line says of no other. */
function guardOf(collection: string, kind: GrowingCollection['kind'], growths: readonly Growth[], isTypeScript: boolean, sourceCode: SourceCode): string[] | null {
  const sure = isTypeScript ? '!' : ''
  const [{ node }] = growths as [Growth]
  const given = kind === 'array' && node.type === 'CallExpression' ? node.arguments : []
  const isOne = growths.length === 1 && given.length <= 1 && given[0]?.type !== 'SpreadElement'
  const when = isOne ? 'if' : 'while'
  switch (kind) {
    case 'array': {
      const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null
      const method = callee?.type === 'MemberExpression' && propertyName(callee) === 'unshift' ? 'pop' : 'shift'
      return [`${when} (${collection}.length >= ${LIMIT}) ${collection}.${method}()`]
    }
    case 'object': {
      const keys = freeName('keys', sourceCode)
      return isOne ? [`const ${keys} = Object.keys(${collection})`, `if (${keys}.length >= ${LIMIT}) delete ${collection}[${keys}[0]${sure}]`] : null
    }
    default:
      return [`${when} (${collection}.size >= ${LIMIT}) ${collection}.delete(${collection}.keys().next().value${sure})`]
  }
}

/** The statement of the function in which the entry is added; null in an arrow function of one expression. */
function statementOf(node: Node, fn: Node): Node | null {
  for (let at: Node | undefined = node; at && at !== fn; at = at.parent) {
    if (/Statement$|^VariableDeclaration$/.test(at.type) && !(at.parent?.type.startsWith('For') && at.type === 'VariableDeclaration')) return at
    if (isFunction(at)) return null
  }
  return null
}

function isListed({ parent }: Node): boolean {
  return parent !== undefined && ['BlockStatement', 'StaticBlock', 'SwitchCase'].includes(parent.type)
}

/** `(k) => cache.get(k) ?? …` gets a body of statements. */
function inBlock(guard: string[], fn: Growth['fn'], sourceCode: SourceCode, fixer: TSESLint.RuleFixer): TSESLint.RuleFix {
  const arrow = sourceCode.getTokenBefore(fn.body, (token) => token.value === '=>') as TSESTree.Token
  const first = sourceCode.getTokenAfter(arrow) as TSESTree.Token
  const end = terminator(sourceCode)
  const outer = indentationOf(fn, sourceCode)
  const inner = outer + indentationStep(sourceCode)
  const value = sourceCode.text.slice(first.range[0], fn.range[1])
  const lines = [...guard, `return ${value}`].map((line) => `${inner}${line}${end}`)
  return fixer.replaceTextRange([first.range[0], fn.range[1]], `{\n${lines.join('\n')}\n${outer}}`)
}
