import type { CollectionKind } from '../knowledge/collections.ts'
import { isGlobal, type Node, unwrap } from './bindings.ts'
import { calleeName } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { lastName } from './occurrences.ts'

/** What kind of empty collection the expression makes: `new Map()`, `new Set()`, `[]`, `{}`, `Object.create(null)`; else null. */
export function emptyCollection(node: Node, sourceCode: SourceCode): CollectionKind | null {
  const inner = unwrap(node)
  switch (inner.type) {
    case 'ArrayExpression':
      return 'array'
    case 'ObjectExpression':
      return inner.properties.length === 0 ? 'object' : null
    case 'NewExpression': {
      const { callee } = inner
      if (callee.type !== 'Identifier' || inner.arguments.length > 0 || !isGlobal(callee, callee.name, sourceCode)) return null
      return CONSTRUCTED.get(callee.name) ?? null
    }
    case 'LogicalExpression':
      return isOfGlobal(inner.left) ? emptyCollection(inner.right, sourceCode) : null
    case 'AssignmentExpression':
      return inner.operator !== '=' && isOfGlobal(inner.left) ? emptyCollection(inner.right, sourceCode) : null
    case 'CallExpression':
      return lastName(inner.callee) === 'create' && calleeName(inner, sourceCode) === 'Object.create' ? 'object' : null
    default:
      return null
  }
}

/** `globalThis.cache ??= new Map()` */
function isOfGlobal(node: Node): boolean {
  const inner = unwrap(node)
  return inner.type === 'MemberExpression' && /^(?:globalThis|global|window|self)$/.test(lastName(inner.object) ?? '')
}

const CONSTRUCTED: ReadonlyMap<string, CollectionKind> = new Map([['Map', 'map'], ['Set', 'set'], ['Array', 'array'], ['Object', 'object']])
