import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, unwrap } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { KIND_OF_TYPE } from '../knowledge/builtins.ts'
import { kindOf, likelyKind } from './kinds.ts'

/** One thing that a new collection is made of. */
export interface Part {
  /** An element, a property, a spread or an argument. */
  node: Node
  value: Node
  /** Are all its elements taken, or itself as one? `concat` takes all of an array and anything else as one. */
  whole: 'yes' | 'no' | 'array'
}

/** An expression that makes a new collection out of others and of single elements, in this order. */
export interface Assembly {
  node: Node
  kind: 'array' | 'object' | 'set' | 'map' | 'buffer'
  /** `spread`: bytes through a list of numbers. */
  by: 'literal' | 'concat' | 'assign' | 'constructor' | 'copy' | 'regrowth' | 'spread'
  parts: readonly Part[]
}

/**
 * What a new collection is made of: literals with spreads, `concat`, `Object.assign({}, …)`, `new Set`, `new Map`,
 * `Buffer.concat`, bytes through a list, and the calls that only copy: `slice()`, `Array.from(xs)`. null for any other expression.
 */
export function assemblyOf(node: Node, sourceCode: SourceCode): Assembly | null {
  const inner = unwrap(node)
  switch (inner.type) {
    case 'ArrayExpression': {
      const parts = elementParts(inner)
      return parts && { node: inner, kind: 'array', by: 'literal', parts }
    }
    case 'ObjectExpression':
      return { node: inner, kind: 'object', by: 'literal', parts: propertyParts(inner) }
    case 'NewExpression':
      return constructed(inner, sourceCode)
    case 'CallExpression':
      return called(inner, sourceCode)
    default:
      return null
  }
}

function elementParts({ elements }: TSESTree.ArrayExpression): Part[] | null {
  const parts = elements.map((element) => element && partOf(element))
  return parts.every((part) => part !== null) ? parts : null
}

function partOf(node: Node): Part {
  return node.type === 'SpreadElement' ? { node, value: node.argument, whole: 'yes' } : { node, value: node, whole: 'no' }
}

function propertyParts({ properties }: TSESTree.ObjectExpression): Part[] {
  return properties.map((property) => (property.type === 'SpreadElement' ? partOf(property) : { node: property, value: property.value, whole: 'no' }))
}

function constructed(node: TSESTree.NewExpression, sourceCode: SourceCode): Assembly | null {
  const name = calleeName(node, sourceCode)
  const [source] = node.arguments
  if (name !== null && KIND_OF_TYPE[name] === 'typedarray') return spreadBytes(node)
  if ((name !== 'Set' && name !== 'Map') || !source || node.arguments.length !== 1 || source.type === 'SpreadElement') return null
  const listed = unwrap(source)
  const parts = listed.type === 'ArrayExpression' ? elementParts(listed) : [{ node: source, value: source, whole: 'yes' as const }]
  return parts && { node, kind: name === 'Set' ? 'set' : 'map', by: 'constructor', parts }
}

/** `new Uint8Array([...a, ...b])`, `Buffer.from([...a, ...b])` */
function spreadBytes(node: TSESTree.NewExpression | TSESTree.CallExpression): Assembly | null {
  const list = node.arguments.length === 1 && node.arguments[0] ? unwrap(node.arguments[0]) : null
  const parts = list?.type === 'ArrayExpression' ? elementParts(list) : null
  return parts && parts.length > 1 && parts.every(({ whole }) => whole === 'yes') ? { node, kind: 'buffer', by: 'spread', parts } : null
}

function called(node: TSESTree.CallExpression, sourceCode: SourceCode): Assembly | null {
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return null
  const method = methodCall(node)
  if (!method || method.optional) return null
  const given = node.arguments
  switch (method.method) {
    case 'concat':
      return concatenated(node, method.object, sourceCode)
    case 'assign': {
      const target = given[0] && unwrap(given[0])
      if (target?.type !== 'ObjectExpression' || calleeName(node, sourceCode) !== 'Object.assign') return null
      return { node, kind: 'object', by: 'assign', parts: [...propertyParts(target), ...given.slice(1).map(wholePart)] }
    }
    case 'slice':
      if (given.length > 0 || kindOf(method.object, sourceCode) === 'string') return null
      return { node, kind: 'array', by: 'copy', parts: [wholePart(method.object)] }
    case 'from':
      if (calleeName(node, sourceCode) === 'Buffer.from') return spreadBytes(node)
      if (given.length !== 1 || calleeName(node, sourceCode) !== 'Array.from') return null
      return { node, kind: 'array', by: 'copy', parts: given.map(wholePart) }
    case 'add':
    case 'set': {
      const base = method.object.type === 'NewExpression' ? constructed(method.object, sourceCode) : null
      if (!base || base.kind !== (method.method === 'add' ? 'set' : 'map')) return null
      return { ...base, node, parts: [...base.parts, { node, value: node, whole: 'no' }] }
    }
    default:
      return null
  }
}

function wholePart(value: Node): Part {
  return { node: value, value, whole: 'yes' }
}

function concatenated(node: TSESTree.CallExpression, receiver: Node, sourceCode: SourceCode): Assembly | null {
  if (calleeName(node, sourceCode) === 'Buffer.concat') {
    const list = node.arguments[0] && unwrap(node.arguments[0])
    if (list?.type !== 'ArrayExpression') return null
    const parts = list.elements.map((element) => element && element.type !== 'SpreadElement' ? wholePart(element) : null)
    return parts.every((part) => part !== null) ? { node, kind: 'buffer', by: 'concat', parts } : null
  }
  if (likelyKind(receiver, sourceCode) === 'string') return null
  const first = receiver.type === 'ArrayExpression' ? elementParts(receiver) : [wholePart(receiver)]
  const rest = node.arguments.map((value): Part => ({ node: value, value, whole: 'array' }))
  return first && { node, kind: 'array', by: 'concat', parts: [...first, ...rest] }
}
