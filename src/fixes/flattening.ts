import type { TSESTree } from '@typescript-eslint/utils'
import { functionOf, type Node } from '../analysis/bindings.ts'
import { methodCall, numberValue } from '../analysis/calls.ts'
import { densityOf } from '../analysis/density.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { soleResult } from '../analysis/functions.ts'
import { kindOf, likelyKind } from '../analysis/kinds.ts'
import { isPureFunction } from '../analysis/purity.ts'
import { type Edit, losesComment } from './walks.ts'

/** `xs.map(f).flat()` as `xs.flatMap(f)`: the array between them, and the edit; null when it is none. */
export function flatten(node: Node, sourceCode: SourceCode): { call: TSESTree.CallExpression; safe: boolean; edit: Edit } | null {
  const flat = methodCall(node)
  if (flat?.method !== 'flat' || flat.optional || flat.member.computed || flat.arguments.length > 1) return null
  if (flat.arguments[0] && numberValue(flat.arguments[0], sourceCode) !== 1) return null
  const map = flat.member.object === flat.object ? methodCall(flat.object) : null
  const [callback] = map?.arguments ?? []
  if (map?.method !== 'map' || map.call.optional || map.member.computed || map.call.typeArguments || !callback || callback.type === 'SpreadElement') return null
  const kind = likelyKind(map.object, sourceCode)
  if ((kind !== 'unknown' && kind !== 'array') || losesComment(flat.call.range, [map.call], sourceCode)) return null
  const { property } = map.member
  const edit: Edit = (fixer) => [fixer.replaceText(property, 'flatMap'), fixer.removeRange([map.call.range[1], flat.call.range[1]])]
  return { call: map.call, safe: densityOf(map.object, sourceCode) !== 'unknown' && isUnseen(callback, sourceCode), edit }
}

/** Can nobody tell whether a result is flattened before the next one is made? */
function isUnseen(callback: Node, sourceCode: SourceCode): boolean {
  const fn = functionOf(callback, sourceCode)
  const result = fn && !fn.async && !fn.generator ? soleResult(fn) : null
  return fn !== null && ((result !== null && result.type === 'ArrayExpression' && kindOf(result, sourceCode) === 'array') || isPureFunction(fn, sourceCode))
}
