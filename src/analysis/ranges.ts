import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, unwrap } from './bindings.ts'
import { calleeName, isCallTo, type MethodCall, methodCall, qualifiedName } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { soleResult } from './functions.ts'

/** An array that is made to count with. */
export interface Range {
  node: TSESTree.ArrayExpression | TSESTree.CallExpression
  /** How many elements it has. */
  count: TSESTree.Expression
  /** Is the count made a length, for which a string or a fraction is good enough, or given to `Array`, which throws? */
  by: 'length' | 'Array'
  /** `index`: the elements are 0, 1, 2, …; `undefined`: they are nothing. */
  element: 'index' | 'undefined'
  /** Is it filled, or spread from holes? Those are mapped faster than `Array.from` maps while it makes the result. */
  isFilled?: boolean
}

/** The range that the expression makes: `[...Array(n).keys()]`, `Array.from({ length: n })`, `Array.from({ length: n }, (_, i) => i)`, `Array(n).fill()`, `[...Array(n)]`, `Array.apply(null, Array(n))`. */
export function rangeOf(node: Node, sourceCode: SourceCode): Range | null {
  if (node.type === 'ArrayExpression') {
    const [only, more] = node.elements
    if (only?.type !== 'SpreadElement' || more !== undefined) return null
    const count = countOfKeys(only.argument, sourceCode)
    if (count) return { node, count, by: 'Array', element: 'index' }
    const holes = countOfHoles(only.argument, sourceCode)
    return holes && { node, count: holes, by: 'Array', element: 'undefined', isFilled: true }
  }
  const filled = methodCall(node)
  if (filled?.method === 'fill' && !filled.optional) {
    const [value, more] = filled.arguments
    const count = more || (value && value.type !== 'Literal') ? null : countOfHoles(filled.object, sourceCode)
    return count && { node: filled.call, count, by: 'Array', element: 'undefined', isFilled: true }
  }
  if (filled?.method === 'apply') return appliedRange(filled, sourceCode)
  if (!isCallTo(node, 'Array.from', sourceCode) || node.typeArguments) return null
  const [source, mapper, more] = node.arguments
  if (!source || more) return null
  const count = mapper ? null : countOfKeys(source, sourceCode)
  if (count) return { node, count, by: 'Array', element: 'index' }
  const length = lengthOf(source)
  if (!length || (mapper && !givesIndex(mapper))) return null
  return { node, count: length, by: 'length', element: mapper ? 'index' : 'undefined' }
}

/** `Array.apply(null, Array(n))`, `Array.apply(null, { length: n })`: n arguments, each of them on the stack. */
function appliedRange({ call, object, arguments: [receiver, list, ...more] }: MethodCall, sourceCode: SourceCode): Range | null {
  if (!receiver || !list || more.length > 0 || call.optional || qualifiedName(object, sourceCode) !== 'Array') return null
  const length = lengthOf(list)
  const count = length ?? countOfHoles(list, sourceCode)
  return count && { node: call, count, by: length ? 'length' : 'Array', element: 'undefined' }
}

/** The `n` of `Array(n).keys()`. */
function countOfKeys(node: Node, sourceCode: SourceCode): TSESTree.Expression | null {
  const called = methodCall(node)
  if (called?.method !== 'keys' || called.optional || called.arguments.length > 0) return null
  return countOfHoles(called.object, sourceCode)
}

/** The `n` of `Array(n)`. */
function countOfHoles(object: Node, sourceCode: SourceCode): TSESTree.Expression | null {
  if (object.type !== 'CallExpression' && object.type !== 'NewExpression') return null
  const [count, more] = object.arguments
  return calleeName(object, sourceCode) === 'Array' && count && count.type !== 'SpreadElement' && !more ? count : null
}

/** The `n` of `{ length: n }`. */
function lengthOf(node: Node): TSESTree.Expression | null {
  const [property, more] = node.type === 'ObjectExpression' ? node.properties : []
  if (property?.type !== 'Property' || more || property.computed || property.kind !== 'init' || property.method) return null
  return property.key.type === 'Identifier' && property.key.name === 'length' ? (property.value as TSESTree.Expression) : null
}

/** `(_, i) => i` */
function givesIndex(mapper: Node): boolean {
  const fn = unwrap(mapper)
  if (fn.type !== 'ArrowFunctionExpression' || fn.async || fn.params.length !== 2) return false
  const [element, index] = fn.params
  const result = soleResult(fn)
  return element?.type === 'Identifier' && index?.type === 'Identifier' && result?.type === 'Identifier' && result.name === index.name && element.name !== index.name
}
