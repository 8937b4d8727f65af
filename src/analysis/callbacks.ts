import { type FunctionNode, functionOf, type Node, resolve } from './bindings.ts'
import { isNew, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { functionsNamed, lastName } from './occurrences.ts'

/** The function behind a callback: named, a method, or wrapped in `bind`, `debounce`, `useCallback`. */
export function callbackFunction(handler: Node, sourceCode: SourceCode, depth = 5): FunctionNode | null {
  if (depth === 0) return null // a constant that is defined by itself
  const value = resolve(handler, sourceCode)
  const direct = functionOf(value, sourceCode)
  if (direct) return direct
  if (value.type === 'AssignmentExpression') return callbackFunction(value.right, sourceCode, depth - 1)
  if (value.type === 'MemberExpression') return functionsNamed(lastName(value) ?? '', sourceCode)[0] ?? null
  if (value.type !== 'CallExpression') return null
  const bound = methodCall(value)
  const wrapped = bound?.method === 'bind' ? bound.object : value.arguments[0]
  return wrapped ? callbackFunction(wrapped, sourceCode, depth - 1) : null
}

/** The function that makes the promise in which the code stands directly. */
export function executorAround(node: Node, sourceCode: SourceCode): FunctionNode | null {
  const fn = enclosingFunction(node)
  const given = fn && callbackOf(fn)
  return given && given.index === 0 && isNew(given.call, 'Promise', sourceCode) ? fn : null
}
