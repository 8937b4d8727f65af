import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isFunction, namedAt, type Node, unwrap, type Variable, variableOf } from './bindings.ts'
import { methodCall } from './calls.ts'
import { isConditional } from './conditions.ts'
import type { SourceCode } from './fact.ts'
import { soleResult } from './functions.ts'
import { kindOf } from './kinds.ts'
import { isFewSteps, operandsOf, textUseOf } from './ropes.ts'

/** `xs.reduce((text, x) => text + x, '')`: a text that is put together by a callback. */
export interface Reduction {
  call: TSESTree.CallExpression
  fn: FunctionNode
  /** The callback's parameter that is the text so far. */
  text: Variable
  /** What each step gives, when that is the text so far and what it adds; null when it depends. */
  sum: TSESTree.BinaryExpression | TSESTree.TemplateLiteral | null
  start: Node
}

export function reductionOf(node: TSESTree.CallExpression, sourceCode: SourceCode): Reduction | null {
  const called = methodCall(node)
  if (called?.method !== 'reduce' || called.arguments.length !== 2) return null
  const [callback, start] = called.arguments
  const fn = callback && unwrap(callback)
  if (!fn || !start || !isFunction(fn) || fn.async || fn.generator || kindOf(start, sourceCode) !== 'string' || isFewSteps(called.object, sourceCode)) return null
  const [parameter] = fn.params
  const text = parameter?.type === 'Identifier' ? variableOf(parameter, sourceCode) : null
  if (!text || !namedAt(text).some((mention) => textUseOf(mention, sourceCode) === 'joins')) return null
  const sum = soleResult(fn)
  const isSum = (sum?.type === 'BinaryExpression' || sum?.type === 'TemplateLiteral') && hasOnce(text, operandsOf(sum), sourceCode)
  return { call: node, fn, text, sum: isSum ? sum : null, start }
}

function hasOnce(text: Variable, operands: readonly Node[], sourceCode: SourceCode): boolean {
  const isText = (operand: Node) => variableOf(operand, sourceCode) === text
  const first = operands.findIndex(isText)
  return first >= 0 && first === operands.findLastIndex(isText)
}

/** Where each step reads the characters of the text so far, which copies all of it. */
export function flatteningIn({ text }: Reduction, sourceCode: SourceCode): Node | null {
  return namedAt(text).find((mention) => textUseOf(mention, sourceCode) === 'flattens' && !isConditional(mention)) ?? null
}

/** Where the text goes: the mentions of the constant that it is given to, or else the call itself. */
export function placesOf({ call }: Reduction, sourceCode: SourceCode): Node[] {
  const { parent } = call
  const variable = parent.type === 'VariableDeclarator' && parent.init === call ? variableOf(parent.id, sourceCode) : null
  return variable ? namedAt(variable) : [call]
}
