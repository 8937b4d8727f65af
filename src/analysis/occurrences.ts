import type { TSESTree } from '@typescript-eslint/utils'
import { DIRECT_CALLBACKS } from '../knowledge/frameworks.ts'
import { REGISTERING_CALLS } from '../knowledge/resources.ts'
import { type FunctionNode, isFunction, isWithin, namedAt, type Node, outermost, propertyName, unwrap, variableOf } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, holderOf } from './functions.ts'
import { forEachNode, startingIn } from './nodes.ts'

type KeyedFunction = TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition

interface Occurrences {
  /** Calls and constructions by the last name of their callee: `a.b.off()` under `off`. */
  calls: Map<string, (TSESTree.CallExpression | TSESTree.NewExpression)[]>
  /** Member expressions and destructured keys by the property's name. */
  members: Map<string, Node[]>
  /** Functions by the key of a class or an object literal that holds them, or of the member they are assigned to. */
  functions: Map<string, FunctionNode[]>
}

/** Where names that no scope resolves occur in the file: one pass, for every question about methods and fields. */
export const occurrences = fact((sourceCode): Occurrences => {
  const found: Occurrences = { calls: new Map(), members: new Map(), functions: new Map() }
  forEachNode(sourceCode, (node) => record(node, found))
  return found
})

function record(node: Node, { calls, members, functions }: Occurrences): void {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression': {
      const name = lastName(constructorOf(node))
      if (name !== null) add(calls, name, node)
      return
    }
    case 'MemberExpression': {
      const name = propertyName(node)
      if (name !== null) add(members, name, node)
      return
    }
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const name = keyName(node)
      if (name === null) return
      if (node.parent.type === 'ObjectPattern') add(members, name, node)
      else if (node.value && isFunction(node.value)) add(functions, name, node.value)
      return
    }
    case 'AssignmentExpression': {
      const target = unwrap(node.left)
      const name = target.type === 'MemberExpression' ? propertyName(target) : null
      if (name !== null && isFunction(node.right)) add(functions, name, node.right)
    }
  }
}

/** Puts the item into the list under that name. */
export function add<K, T>(map: Map<K, T[]>, name: K, item: T): void {
  const list = map.get(name)
  if (list) list.push(item)
  else map.set(name, [item])
}

/** The callee, which of `new (window.AudioContext || window.webkitAudioContext)()` is the first. */
export function constructorOf({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): Node {
  const inner = unwrap(callee)
  return inner.type === 'LogicalExpression' ? inner.left : inner
}

/** `on` of `a?.b.on`, `setInterval`; null for anything else. */
export function lastName(callee: Node): string | null {
  const inner = unwrap(callee)
  if (inner.type === 'Identifier') return inner.name
  return inner.type === 'MemberExpression' ? propertyName(inner) : null
}

/** The last name of one that the tables write: `off` of `.off`, `EventSource` of `new window.EventSource`. */
export function lastSegment(written: string): string {
  return /[^. ]*$/.exec(written)?.[0] ?? ''
}

/** For an expression, in which a folder's name such as `(app)` or `[id]` would mean something. */
export function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** The same, but no part of a longer name. */
export function wholeName(name: string): string {
  return `(?<![\\w$])${escaped(name)}(?![\\w$])`
}

/** The key of a class or object member as written: `a`, `'a'`, `#a`, `[Symbol.dispose]`; null when computed from a variable. */
export function keyName({ key, computed }: Pick<KeyedFunction, 'key' | 'computed'>): string | null {
  const node = key as Node
  if (node.type === 'PrivateIdentifier') return `#${node.name}`
  if (node.type === 'Literal') return String(node.value)
  if (computed) return node.type === 'MemberExpression' ? (symbolName(node) ?? null) : null
  return node.type === 'Identifier' ? node.name : null
}

function symbolName({ object, property }: TSESTree.MemberExpression): string | null {
  if (object.type !== 'Identifier' || object.name !== 'Symbol' || property.type !== 'Identifier') return null
  return `[Symbol.${property.name}]`
}

/** Calls under any of the names, inside of `region` if one is given, in no particular order. */
export function callsNamed(
  names: Iterable<string>, sourceCode: SourceCode, region: Node | null = null,
): (TSESTree.CallExpression | TSESTree.NewExpression)[] {
  const { calls } = occurrences(sourceCode)
  return [...names].flatMap((name) => startingIn(region, calls.get(name) ?? [], startOf))
}

export function membersNamed(name: string, sourceCode: SourceCode, region: Node | null = null): readonly Node[] {
  return startingIn(region, occurrences(sourceCode).members.get(name) ?? [], startOf)
}

function startOf(node: Node): number {
  return node.range[0]
}

export function functionsNamed(name: string, sourceCode: SourceCode): readonly FunctionNode[] {
  return occurrences(sourceCode).functions.get(name) ?? []
}

/** The name by which code finds a function: a method's, a property's, or that of the member it is assigned to; else null. */
export function keyOf(fn: FunctionNode): string | null {
  return keyAt(outermost(fn))
}

function keyAt(value: Node): string | null {
  const { parent } = value
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return parent.value === value ? ((parent.type === 'Property' && accessedAs(parent)) || keyName(parent)) : null
    case 'AssignmentExpression':
      return parent.right === value ? lastName(parent.left) : null
    default:
      return null
  }
}

/** `font` of `Object.defineProperty(X.prototype, 'font', { set(value) {} })` and of `Object.defineProperties(X, { font: { set(value) {} } })` */
function accessedAs(accessor: TSESTree.Property): string | null {
  if (!/^[gs]et$/.test(keyName(accessor) ?? '')) return null
  const { parent } = accessor.parent
  const described = parent.type === 'Property' ? parent.parent.parent : parent
  if (described?.type !== 'CallExpression' || !/^definePropert(?:y|ies)$/.test(lastName(described.callee) ?? '')) return null
  if (parent.type === 'Property') return keyName(parent)
  const [, name] = described.arguments
  return name?.type === 'Literal' ? String(name.value) : null
}

/** Everywhere outside of itself that the function is named, to be called or handed on; also as `const f = useCallback(fn)`, `debounce(fn)`. */
export function mentionsOf(fn: FunctionNode, sourceCode: SourceCode): Node[] {
  return allMentionsOf(fn, sourceCode).filter((mention) => !isWithin(mention, fn))
}

/** The same, with what stands in the function itself. */
export function allMentionsOf(fn: FunctionNode, sourceCode: SourceCode): Node[] {
  const value = wrapping(outermost(fn))
  const { parent } = value
  const target = parent?.type === 'VariableDeclarator' && parent.init === value ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === value ? parent.left : null
  const declared = target && variableOf(target, sourceCode) // `clean = () => …` as well
  const variable = fn.type === 'FunctionDeclaration' ? holderOf(fn, sourceCode) : declared
  const name = variable || isWatcher(value) ? null : keyAt(value)
  if (variable) return namedAt(variable)
  return name === null ? [] : membersNamed(name, sourceCode).flatMap((member) => destructuredAs(member, sourceCode))
}

/** `watch: { items() { … } }` of Vue's names what is watched: nobody calls it by that. */
export function isWatcher({ parent }: Node): boolean {
  const holder = parent?.type === 'Property' ? parent.parent.parent : null
  return holder?.type === 'Property' && keyName(holder) === 'watch'
}

/** `const { stop } = this`: where `stop` is used then, but not with `this.props`; any other node is itself. */
function destructuredAs(member: Node, sourceCode: SourceCode): Node[] {
  const declarator = member.parent?.parent
  if (member.type === 'Property' && declarator?.type === 'VariableDeclarator' && declarator.init?.type === 'MemberExpression' && declarator.init.object.type === 'ThisExpression') return []
  const variable = member.type === 'Property' ? variableOf(member.value, sourceCode) : null
  return variable ? namedAt(variable) : [member]
}

/** The calls around a function that make another of it. */
function wrapping(value: Node): Node {
  const { parent } = value
  if (parent?.type === 'CallExpression' && parent.callee !== value && !REGISTERING_CALLS.has(lastName(parent.callee) ?? '')) return wrapping(outermost(parent))
  const isBound = parent?.type === 'MemberExpression' && parent.object === value && propertyName(parent) === 'bind'
  return isBound && parent.parent.type === 'CallExpression' ? wrapping(outermost(parent.parent)) : value
}

/** Does running one of the `entries` come to `node`: it stands there, or in what they name, step by step? */
export function isReachedFrom(node: Node, entries: readonly Node[], sourceCode: SourceCode): boolean {
  const seen = new Set<Node>()
  const reached = (at: Node): boolean => {
    if (entries.some((entry) => isWithin(at, entry))) return true
    for (let fn = enclosingFunction(at); fn; fn = enclosingFunction(fn)) {
      if (seen.has(fn)) continue
      seen.add(fn)
      if (mentionsOf(fn, sourceCode).some((mention) => !isTakenBack(mention) && reached(mention))) return true
    }
    return false
  }
  return reached(node)
}

/** `room.off('message', this.onMessage)` names a function that it does not call. */
export function isTakenBack(mention: Node): boolean {
  const value = outermost(mention)
  const { parent } = value
  return parent?.type === 'CallExpression' && parent.callee !== value && /^(?:\$?off|removeListener|removeEventListener)$/.test(lastName(parent.callee) ?? '')
}

/** Is `node` run as part of running one of the `entries`: by calls and by callbacks that are run at once or soon, not by handlers? */
export function isRunBy(node: Node, entries: readonly Node[], sourceCode: SourceCode): boolean {
  const seen = new Set<Node>()
  const isRun = (at: Node): boolean => {
    const fn = enclosingFunction(at)
    if (!fn) return entries.some((entry) => isWithin(at, entry))
    if (entries.includes(fn)) return true
    if (seen.has(fn)) return false
    seen.add(fn)
    return [fn, ...mentionsOf(fn, sourceCode)].some((mention) => {
      const call = runningCall(mention)
      return call !== null && isRun(call)
    })
  }
  return isRun(node)
}

/** The call that runs the function as a part of what is around it. */
export function runningCall(mention: Node): Node | null {
  const value = outermost(mention)
  const { parent } = value
  if (parent?.type === 'CallExpression' && parent.callee === value) return parent
  const given = callbackOf(value)
  return given && DIRECT_CALLBACKS.has(lastName(given.call.callee) ?? '') ? given.call : null
}
