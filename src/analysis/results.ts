import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isFunction, type Node } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'
import { childrenOf } from './nodes.ts'

/** What a function may give back: the argument of each `return`, or an arrow's body. A bare `return` and the end of a body give nothing. */
export function resultsOf(fn: FunctionNode, sourceCode: SourceCode): readonly TSESTree.Expression[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body]
  const known = results(sourceCode)
  let found = known.get(fn)
  if (!found) known.set(fn, (found = collect(fn.body, sourceCode, [])))
  return found
}

const results = fact(() => new Map<FunctionNode, TSESTree.Expression[]>())

function collect(node: Node, sourceCode: SourceCode, found: TSESTree.Expression[]): TSESTree.Expression[] {
  if (node.type === 'ReturnStatement') {
    if (node.argument) found.push(node.argument)
    return found
  }
  // Only statements hold a `return`, and those of other functions are theirs.
  if (isFunction(node) || !/(?:Statement|Case|Clause)$/.test(node.type)) return found
  for (const child of childrenOf(node, sourceCode)) collect(child, sourceCode, found)
  return found
}
