import type { TSESTree } from '@typescript-eslint/utils'
import type { ByteCopy } from '../analysis/byte-copies.ts'
import { methodCall } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { type Edit, withoutCopy } from './copies.ts'

/** A view in the place of a copy of bytes; null where a comment would be lost. */
export function viewInstead({ node, source, of }: ByteCopy, sourceCode: SourceCode): Edit | null {
  if (of === 'whole') return withoutCopy(node, source, sourceCode)
  const slice = of === 'part' ? node : (node.arguments[0] as TSESTree.CallExpression)
  const called = methodCall(slice)
  if (!called) return null
  const { member, call } = called
  if (of === 'part') return (fixer) => fixer.replaceText(member.property, member.computed ? "'subarray'" : 'subarray')
  if (sourceCode.getCommentsInside(node).length > 0) return null
  const range = call.arguments.map((argument) => sourceCode.getText(argument)).join(', ')
  const whole = `${sourceCode.text.slice(node.range[0], slice.range[0])}${sourceCode.getText(member.object)}${sourceCode.text.slice(slice.range[1], node.range[1])}`
  return (fixer) => fixer.replaceText(node, call.arguments.length > 0 ? `${whole}.subarray(${range})` : whole)
}
