import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isConstant, isFunction, namedAt, type Node } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, holderOf, isLoop, isRepeatedPart, type Loop } from './functions.ts'

export type Repetition =
  | { by: 'loop'; node: Loop }
  | { by: 'callback'; node: TSESTree.CallExpression; fn: FunctionNode; method: string }

/** Methods that call their callback once per element, and at which argument it stands. */
const PER_ELEMENT: Readonly<Record<string, number>> = {
  forEach: 0, map: 0, filter: 0, flatMap: 0, reduce: 0, reduceRight: 0, some: 0, every: 0,
  find: 0, findIndex: 0, findLast: 0, findLastIndex: 0, sort: 0, toSorted: 0,
}

/**
 * The nearest thing that makes the code at `node` run many times in one run of its function: a loop, or a method that
 * calls `fn` once per element. Does not cross other functions; null when there is none.
 */
export function repetitionOf(node: Node, sourceCode: SourceCode): Repetition | null {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (isLoop(parent) && isRepeatedPart(parent, at)) return { by: 'loop', node: parent }
    if (isFunction(parent)) return perElement(parent, sourceCode)
    if (parent.type === 'ClassBody' || parent.type === 'StaticBlock') return null
  }
  return null
}

/** The call that runs `fn` once per element, also through the name of a function that is used for nothing else. */
function perElement(fn: FunctionNode, sourceCode: SourceCode): Repetition | null {
  const direct = iterationCall(fn)
  if (direct) return { by: 'callback', fn, ...direct }
  const holder = holderOf(fn, sourceCode)
  if (!holder || !isConstant(holder)) return null
  const uses = namedAt(holder)
  const named = uses.length === 1 && uses[0] ? iterationCall(uses[0]) : null
  return named && { by: 'callback', fn, ...named }
}

function iterationCall(callback: Node): { node: TSESTree.CallExpression; method: string } | null {
  const argument = callbackOf(callback)
  const called = argument && methodCall(argument.call)
  if (!called) return null
  const index = called.method === 'from' ? 1 : PER_ELEMENT[called.method]
  return argument.index === index ? { node: called.call, method: called.method } : null
}
