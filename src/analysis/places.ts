import type { TSESTree } from '@typescript-eslint/utils'
import { isConstant, isFunction, type Node, outermost, propertyName, type Reference, unwrap, type Variable, variableOf } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { membersNamed } from './occurrences.ts'

/** Where a value is found: a variable, a parameter, `this` or an undeclared global, and the keys that lead on from there. */
export interface Place {
  root: Variable | Node | string
  keys: readonly string[]
}

/**
 * The place that an expression names, through constants, destructuring, `await` and defaults: `const { list } = acc` makes
 * `list`, `acc.list` and `acc['list'] ?? []` one place, and `map.get(k)` is a place of `map`. null when it is none.
 */
export function placeOf(node: Node, sourceCode: SourceCode, depth = 5): Place | null {
  const inner = unwrap(node)
  if (depth === 0) return null
  switch (inner.type) {
    case 'ThisExpression':
      return { root: 'this', keys: [] }
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return variable ? variablePlace(variable, sourceCode, depth) : { root: inner.name, keys: [] }
    }
    case 'MemberExpression': {
      const object = placeOf(inner.object, sourceCode, depth)
      return object && { root: object.root, keys: [...object.keys, propertyName(inner) ?? `[${sourceCode.getText(inner.property)}]`] }
    }
    case 'CallExpression': {
      const called = methodCall(inner)
      if (called?.method !== 'get' || called.arguments.length !== 1) return null
      const object = placeOf(called.object, sourceCode, depth)
      return object && { root: object.root, keys: [...object.keys, entryKey(called.arguments[0] as Node, sourceCode)] }
    }
    case 'AwaitExpression':
      return placeOf(inner.argument, sourceCode, depth)
    case 'LogicalExpression':
      return isEmptyDefault(inner.right) ? placeOf(inner.left, sourceCode, depth) : null
    default:
      return null
  }
}

/** The key of what a Map has under `key`. */
export function entryKey(key: Node, sourceCode: SourceCode): string {
  return `get(${sourceCode.getText(key)})`
}

function isEmptyDefault(node: Node): boolean {
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression' || node.type === 'NewExpression'
}

function variablePlace(variable: Variable, sourceCode: SourceCode, depth: number): Place | null {
  const [definition] = variable.defs
  const whole: Place = { root: variable, keys: [] }
  if (variable.defs.length !== 1 || !definition) return whole
  const name = definition.name as Node
  if (definition.type === ('Parameter' as never)) {
    const keys = keysTo(name)
    return keys && keys.length > 0 ? { root: topOf(name), keys } : whole
  }
  const { node } = definition
  if (node.type !== 'VariableDeclarator' || !node.init || !isConstant(variable)) return whole
  const keys = keysTo(name)
  const base = keys && placeOf(node.init, sourceCode, depth - 1)
  return base ? { root: base.root, keys: [...base.keys, ...keys] } : whole
}

/** The keys that destructuring follows to a name; null for rest elements and computed keys. */
function keysTo(name: Node): string[] | null {
  const { parent } = name
  switch (parent?.type) {
    case 'AssignmentPattern':
      return keysTo(parent)
    case 'ArrayPattern': {
      const keys = keysTo(parent)
      return keys && [...keys, String(parent.elements.indexOf(name as TSESTree.DestructuringPattern))]
    }
    case 'Property': {
      if (parent.parent.type !== 'ObjectPattern') return []
      const keys = parent.computed ? null : keysTo(parent.parent)
      return keys && parent.key.type === 'Identifier' ? [...keys, parent.key.name] : null
    }
    case 'RestElement':
      return null
    default:
      return []
  }
}

/** The whole pattern that declares the name. */
function topOf(name: Node): Node {
  const { parent } = name
  const inPattern = parent?.type === 'ArrayPattern' || parent?.type === 'ObjectPattern' || parent?.type === 'AssignmentPattern' || parent?.type === 'Property'
  return inPattern && !isFunction(parent) ? topOf(parent) : name
}

export function isSamePlace(left: Place | null, right: Place | null): boolean {
  return left !== null && right !== null && left.root === right.root && left.keys.join() === right.keys.join()
}

/** The place under a key of `place`. */
export function placeUnder({ root, keys }: Place, key: string): Place {
  return { root, keys: [...keys, key] }
}

/** Every expression of the file that names the place, under whatever alias. */
export function mentionsOf(place: Place, sourceCode: SourceCode): Node[] {
  if (place.root === 'this') {
    const members = membersNamed(place.keys.at(-1) ?? '', sourceCode)
    return members.filter((member) => isSamePlace(placeOf(member, sourceCode), place))
  }
  const found: Node[] = []
  const seen = new Set(typeof place.root === 'string' ? [] : rootVariables(place.root, sourceCode))
  const collect = (references: readonly Reference[]): void => {
    for (const reference of references) {
      const node = namedBy(reference, place, sourceCode)
      if (!node) continue
      const aliases = aliasesOf(node, sourceCode)
      if (aliases.length > 0) for (const alias of aliases) seen.add(alias)
      else if (isSamePlace(placeOf(node, sourceCode), place)) found.push(node)
    }
  }
  if (typeof place.root === 'string') collect(undeclared(place.root, sourceCode))
  for (const variable of seen) collect(variable.references)
  return found
}

/** References to a global that nobody declares. */
function undeclared(name: string, { scopeManager }: SourceCode): Reference[] {
  return scopeManager?.globalScope?.through.filter(({ identifier }) => identifier.name === name) ?? []
}

function rootVariables(root: Variable | Node, sourceCode: SourceCode): Variable[] {
  if (!('type' in root)) return [root]
  const declared = root.parent && sourceCode.getDeclaredVariables?.(root.parent)
  return (declared ?? []).filter(({ defs }) => defs.some(({ name }) => topOf(name as Node) === root)) as Variable[]
}

/** The longest expression from a reference on that leads towards the place. */
function namedBy({ identifier, init }: Reference, place: Place, sourceCode: SourceCode): Node | null {
  if (init) return null
  let node = identifier as Node
  for (;;) {
    const { parent } = outermost(node)
    const next = parent?.type === 'MemberExpression' && parent.object === outermost(node) ? parent : null
    if (!next || (placeOf(node, sourceCode)?.keys.length ?? Infinity) >= place.keys.length) return node
    node = next
  }
}

/** The constants that are given what the expression names, or a part of it. */
function aliasesOf(node: Node, sourceCode: SourceCode): Variable[] {
  const holder = outermost(node)
  const given = holder.parent?.type === 'LogicalExpression' || holder.parent?.type === 'AwaitExpression' ? outermost(holder.parent) : holder
  const declarator = given.parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== given) return []
  return (sourceCode.getDeclaredVariables?.(declarator) ?? []).filter((variable) => isConstant(variable as Variable)) as Variable[]
}
