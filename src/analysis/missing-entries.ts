import { isFunction, isWithin, type Node, outermost, propertyName, variableOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { type GrowingCollection, type Growth, lookedUpKey } from './growth.ts'
import { waitsBefore } from './lateness.ts'

/**
 * Do all who ask for an entry bear that it is gone? Nothing may be evicted where code takes it for granted
 * (`open.get(id).push(x)`), unless the same code has put it there or asked for it just before.
 */
export function allowsMissing({ uses, kind, growth }: GrowingCollection, sourceCode: SourceCode): boolean {
  if (kind === 'array') return !uses.some(isAskedByPlace) && !growth.some(({ node }) => PLACE_TAKEN.has(outermost(node).parent?.type ?? ''))
  return uses.every((use) => {
    const taken = takenAt(use)
    return !taken || !isTakenForGranted(taken, sourceCode) || isKnownThere(use, taken, uses, growth, sourceCode)
  })
}

/** Where `push` is asked how many there are now: `const id = list.push(x) - 1`. */
const PLACE_TAKEN: ReadonlySet<string> = new Set(['VariableDeclarator', 'AssignmentExpression', 'BinaryExpression', 'ReturnStatement', 'Property', 'CallExpression'])

/** `list[id]`: the places of all change when the first goes. The last one stays the last. */
function isAskedByPlace(use: Node): boolean {
  const member = outermost(use).parent
  if (member?.type !== 'MemberExpression' || !member.computed || member.object !== outermost(use)) return false
  return member.property.type === 'Identifier' && !isCounted(member.property)
}

/** The counter of a loop around. */
function isCounted(name: Node & { name: string }): boolean {
  for (let at: Node | undefined = name.parent; at && !isFunction(at); at = at.parent) {
    if (at.type === 'ForInStatement' || (at.type === 'ForStatement' && at.init?.type === 'VariableDeclaration' && at.init.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name.name))) return true
  }
  return false
}

/** What `map.get(k)` or `object[k]` gives. */
function takenAt(use: Node): Node | null {
  const member = outermost(use).parent
  if (member?.type !== 'MemberExpression' || member.object !== outermost(use)) return null
  if (member.computed) return member
  const call = outermost(member).parent
  return propertyName(member) === 'get' && call?.type === 'CallExpression' && call.callee === outermost(member) ? call : null
}

/** Is it used as what is there: by its members, as a number, by TypeScript's `!`, or through a constant that is never tested? */
function isTakenForGranted(taken: Node, sourceCode: SourceCode): boolean {
  if (isAsserted(taken)) return true
  const node = outermost(taken)
  const { parent } = node
  if (parent?.type === 'AssignmentExpression' && parent.left === node) return !/^(?:\?\?|\|\|)?=$/.test(parent.operator)
  if (parent?.type !== 'VariableDeclarator' || parent.init !== node) return isLeantOn(node)
  if (parent.id.type !== 'Identifier') return true
  const variable = variableOf(parent.id, sourceCode)
  if (!variable) return true
  const reads = variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier as Node)
  return reads.some((read) => isAsserted(read) || isLeantOn(outermost(read))) && !reads.some(isTested)
}

function isAsserted(node: Node): boolean {
  for (let at = node; at !== outermost(node) && at.parent; at = at.parent) if (at.parent.type === 'TSNonNullExpression') return true
  return false
}

function isLeantOn(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node && !parent.optional
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node && !('optional' in parent && parent.optional)
    case 'SpreadElement':
    case 'UpdateExpression':
      return true
    case 'ForOfStatement':
      return parent.right === node
    case 'BinaryExpression':
      return /^(?:[-+*/%]|\*\*)$/.test(parent.operator)
    default:
      return false
  }
}

/** `if (x)`, `!x`, `x ?? y`, `x?.y`, `x === undefined` */
function isTested(read: Node): boolean {
  const node = outermost(read)
  const { parent } = node
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'ConditionalExpression':
      return parent.test === node
    case 'UnaryExpression':
      return parent.operator === '!'
    case 'MemberExpression':
      return parent.object === node && parent.optional
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator)
    case 'LogicalExpression':
      return true
    default:
      return false
  }
}

/** Has the same function put the entry there, or asked for it, with no wait and no other entry since? */
function isKnownThere(use: Node, taken: Node, uses: readonly Node[], growth: readonly Growth[], sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(taken)
  const key = lookedUpKey(use) ?? (taken.type === 'MemberExpression' ? taken.property : null)
  if (!fn || fn.generator || !key) return false
  const text = sourceCode.getText(key)
  const isSame = (other: Node | null): boolean => other !== null && sourceCode.getText(other) === text
  const isBefore = (one: Node): boolean => enclosingFunction(one) === fn && one.range[1] <= taken.range[0]
  const asked = uses.filter((one) => isBefore(one) && isSame(lookedUpKey(one)) && isQuestion(one))
  const put = growth.filter(({ node, key: added }) => isBefore(node) && isSame(added) && isOnTheWay(node, taken, asked))
  let since = -1
  for (const { range } of asked) since = Math.max(since, range[1])
  for (const { node } of put) since = Math.max(since, node.range[1])
  if (since < 0 || waitsBefore(fn, taken, sourceCode).some(({ range }) => range[1] > since)) return false
  return growth.every((one) => put.includes(one) || enclosingFunction(one.node) !== fn || one.node.range[1] <= since || startOf(one.node) > taken.range[0])
}

/** `map.has(k)`, `k in object`, `if (object[k])` */
function isQuestion(use: Node): boolean {
  const { parent } = outermost(use)
  if (parent?.type === 'BinaryExpression') return true
  if (parent?.type !== 'MemberExpression') return false
  return parent.computed ? isTested(parent) : propertyName(parent) === 'has' || propertyName(parent) === 'hasOwnProperty'
}

/** Does the code that adds the entry run before the other, or where it was asked for and was not there? */
function isOnTheWay(node: Node, taken: Node, asked: readonly Node[]): boolean {
  for (let at: Node | undefined = node; at?.parent; at = at.parent) {
    if (isWithin(taken, at.parent)) return true
    if (at.parent.type === 'IfStatement') {
      const { test } = at.parent
      if (!asked.some((one) => isWithin(one, test))) return false
    }
  }
  return false
}

/** Where the statement begins before which an entry would go. */
function startOf(node: Node): number {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) if (/Statement$/.test(at.type)) return at.range[0]
  return node.range[0]
}
