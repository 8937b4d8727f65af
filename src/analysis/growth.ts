import type { TSESTree } from '@typescript-eslint/utils'
import { type CollectionKind, METHOD_EFFECTS, READERS } from '../knowledge/collections.ts'
import {
  type FunctionNode, initializerOf, isExported, isFunction, isModuleScope, type Node, outermost, propertyName, unwrap,
} from './bindings.ts'
import { calleeName } from './calls.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, callsOf, enclosingFunction, runsOnce } from './functions.ts'

/** One place that adds an entry to a long-lived collection each time its function is called. */
export interface Growth {
  /** The call or assignment that adds. */
  node: TSESTree.CallExpression | TSESTree.AssignmentExpression | TSESTree.UpdateExpression
  /** What identifies the entry: a map's key, a set's element; null where every call adds another (`push`). */
  key: Node | null
  value: Node | null
  fn: FunctionNode
}

/** A collection that lives as long as the program and that functions of this file only ever add to. */
export interface GrowingCollection {
  name: string
  kind: CollectionKind
  /** Who keeps it: the module, a class, or the closure of a function that runs once. */
  holder: 'module' | 'class' | 'closure'
  /** The identifier or field that declares it. */
  declaration: Node
  initializer: TSESTree.Expression
  /** Everything in the file that mentions it, its declaration left out. */
  uses: readonly Node[]
  growth: readonly Growth[]
}

/** The collections of this file that grow for as long as the program runs; those of which anything is unknown are left out. */
export const growingCollections = fact((sourceCode): GrowingCollection[] => {
  const found: GrowingCollection[] = []
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    const isModule = isModuleScope(scope)
    if (!isModule && !(isFunction(scope.block) && runsOnce(scope.block, sourceCode))) continue
    for (const variable of scope.variables) {
      const initializer = initializerOf(variable)
      const kind = initializer && emptyCollection(initializer, sourceCode)
      if (!kind || isExported(variable)) continue
      const uses = variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier as Node)
      const growth = growthOf(uses, kind, sourceCode)
      if (!growth) continue
      const declaration = variable.identifiers[0] as Node
      found.push({ name: variable.name, kind, holder: isModule ? 'module' : 'closure', declaration, initializer, uses, growth })
    }
  }
  return found
})

/** What kind of empty collection the expression makes: `new Map()`, `new Set()`, `[]`, `{}`, `Object.create(null)`; else null. */
function emptyCollection(node: Node, sourceCode: SourceCode): CollectionKind | null {
  const inner = unwrap(node)
  switch (inner.type) {
    case 'ArrayExpression':
      return 'array'
    case 'ObjectExpression':
      return inner.properties.length === 0 ? 'object' : null
    case 'NewExpression':
      return inner.arguments.length === 0 ? (CONSTRUCTED[calleeName(inner, sourceCode) ?? ''] ?? null) : null
    case 'CallExpression':
      return calleeName(inner, sourceCode) === 'Object.create' ? 'object' : null
    default:
      return null
  }
}

const CONSTRUCTED: Readonly<Record<string, CollectionKind>> = { Map: 'map', Set: 'set', Array: 'array', Object: 'object' }

/** The growth among the uses; null when there is none in repeated code, or when some use releases, bounds or hands out the collection. */
function growthOf(uses: readonly Node[], kind: CollectionKind, sourceCode: SourceCode): Growth[] | null {
  const growth: Growth[] = []
  for (const use of uses) {
    const effect = effectOf(use, kind, sourceCode)
    if (effect === 'read') continue
    if (typeof effect === 'string') return null
    const fn = enclosingFunction(effect.node)
    if (fn && !runsWhileLoading(effect.node, sourceCode)) growth.push({ ...effect, fn })
  }
  return growth.length > 0 ? growth : null
}

type Effect = 'read' | 'release' | 'unknown' | Omit<Growth, 'fn'>

/** What the code around one mention of the collection does with it. */
function effectOf(use: Node, kind: CollectionKind, sourceCode: SourceCode): Effect {
  const node = outermost(use)
  const { parent } = node
  if (!parent) return 'unknown'
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? memberEffect(parent, kind, sourceCode) : 'unknown'
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === node ? 'read' : 'unknown'
    case 'SpreadElement':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'UnaryExpression':
      return 'read'
    case 'BinaryExpression':
      return 'read'
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === node ? 'read' : 'unknown'
    case 'ConditionalExpression':
      return parent.test === node ? 'read' : 'unknown'
    case 'CallExpression':
    case 'NewExpression':
      return READERS.has(calleeName(parent, sourceCode) ?? '') ? 'read' : 'unknown'
    default:
      return 'unknown'
  }
}

function memberEffect(member: TSESTree.MemberExpression, kind: CollectionKind, sourceCode: SourceCode): Effect {
  const name = propertyName(member)
  const node = outermost(member)
  const { parent } = node
  if (name !== null && parent?.type === 'CallExpression' && parent.callee === node) return callEffect(parent, name, kind, sourceCode)
  if (name === 'size' || name === 'length') return sizeEffect(node)
  const isEntry = kind === 'object' || (kind === 'array' && member.computed)
  if (!isEntry || !parent) return 'unknown'
  switch (parent.type) {
    case 'AssignmentExpression':
      if (parent.left !== node) return 'read'
      if (isNullish(parent.right)) return 'release'
      return name === null ? { node: parent, key: member.property, value: parent.right } : 'read'
    case 'UpdateExpression':
      return name === null ? { node: parent, key: member.property, value: null } : 'read'
    case 'UnaryExpression':
      return parent.operator === 'delete' ? 'release' : 'read'
    default:
      return isDestructuringTarget(node) ? 'unknown' : 'read'
  }
}

function callEffect(call: TSESTree.CallExpression, method: string, kind: CollectionKind, sourceCode: SourceCode): Effect {
  const effects = METHOD_EFFECTS[kind]
  const effect = (Object.hasOwn(effects, method) && effects[method]) || 'unknown'
  if (effect !== 'grow') return effect
  const [first, second] = call.arguments
  if (!first) return 'read'
  if (kind === 'array') return { node: call, key: null, value: first }
  // `set` and `add` give the collection back
  const rest = outermost(call).parent?.type === 'ExpressionStatement' ? 'read' : effectOf(call, kind, sourceCode)
  if (rest !== 'read') return 'unknown'
  return { node: call, key: first, value: kind === 'map' ? (second ?? null) : null }
}

/** A size that is compared or remembered may bound the growth; a loop's end, a test for emptiness and a number shown do not. */
function sizeEffect(size: Node): Effect {
  const { parent } = size
  switch (parent?.type) {
    case 'BinaryExpression': {
      if (!/^[<>=!]/.test(parent.operator)) return parent.operator === '-' && isIndex(parent) ? 'read' : 'unknown'
      const other = parent.left === size ? parent.right : parent.left
      const isLoopEnd = parent.parent.type === 'ForStatement' && parent.parent.test === parent
      return isLoopEnd || (other.type === 'Literal' && (other.value === 0 || other.value === 1)) ? 'read' : 'release'
    }
    case 'AssignmentExpression':
      return parent.left === size ? 'release' : 'unknown'
    case 'UpdateExpression':
    case 'VariableDeclarator':
      return 'unknown'
    default:
      return 'read'
  }
}

function isIndex(node: Node): boolean {
  return node.parent?.type === 'MemberExpression' && node.parent.property === node
}

function isNullish(node: Node): boolean {
  return (
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  )
}

function isDestructuringTarget(node: Node): boolean {
  const { parent } = node
  return parent?.type === 'ArrayPattern' || parent?.type === 'RestElement' || (parent?.type === 'Property' && parent.parent.type === 'ObjectPattern')
}

/** Is the code at `node` run only while the module loads, however often then? */
export function runsWhileLoading(node: Node, sourceCode: SourceCode, seen: ReadonlySet<FunctionNode> = new Set()): boolean {
  const fn = enclosingFunction(node)
  if (!fn || seen.has(fn)) return true
  const callback = callbackOf(fn)
  if (callback) return isSynchronous(callback.call) && runsWhileLoading(callback.call, sourceCode, seen)
  const calls = callsOf(fn, sourceCode)
  const path = new Set([...seen, fn])
  return calls !== null && calls.every((call) => runsWhileLoading(call, sourceCode, path))
}

function isSynchronous(call: Node): boolean {
  if (call.type !== 'CallExpression') return false
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression' && /^(forEach|map|filter|reduce|flatMap|some|every)$/.test(propertyName(callee) ?? '')
}
