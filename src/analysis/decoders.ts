import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, resolve, unwrap, variableOf, writesOf } from './bindings.ts'
import { isNew, methodCall, stringValue } from './calls.ts'
import { chunkAt } from './decoding.ts'
import type { SourceCode } from './fact.ts'
import { loopAround } from './functions.ts'

/** A chunk that `TextDecoder` decodes as if nothing came after it, so that a character that was split between two does not come out. */
export interface LoneDecoding {
  /** `decoder.decode(chunk)` */
  call: TSESTree.CallExpression
  chunk: Node
  /** What gets chunk after chunk: a loop, or the call that registers a listener. */
  reader: Node
}

/** Is `piece`, which is added to a text, a chunk that a decoder is not told to be one of several? */
export function loneDecoding(piece: Node, sourceCode: SourceCode): LoneDecoding | null {
  const called = methodCall(piece)
  if (called?.method !== 'decode' || called.optional || called.arguments.length !== 1) return null
  const decoder = resolve(called.object, sourceCode)
  if (!isNew(decoder, 'TextDecoder', sourceCode)) return null
  if (decoder.arguments.length > 0 && !/^utf-?(?:8|16)/i.test(stringValue(decoder.arguments[0], sourceCode) ?? '')) return null
  const [chunk] = called.arguments
  const reader = chunk && (readLoop(chunk, sourceCode) ?? readerOf(chunk, sourceCode))
  return reader ? { call: called.call, chunk, reader } : null
}

function readerOf(chunk: Node, sourceCode: SourceCode): Node | null {
  const read = chunkAt(chunk, sourceCode)
  return read && variableOf(chunk, sourceCode) === read.chunk ? read.reader : null
}

/** The loop around `value` of `const { done, value } = await reader.read()`, or around `result.value`. */
function readLoop(chunk: Node, sourceCode: SourceCode): Node | null {
  const node = unwrap(chunk)
  const isPart = node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier' && node.property.name === 'value'
  const variable = variableOf(isPart ? node.object : node, sourceCode)
  const isRead = variable && writesOf(variable).some(({ identifier, writeExpr }) => writeExpr && isReading(writeExpr as Node) && isPart === !isValueOfPattern(identifier as Node))
  return isRead ? loopAround(node) : null
}

/** `await reader.read()` */
function isReading(value: Node): boolean {
  const node = unwrap(value)
  const called = node.type === 'AwaitExpression' ? methodCall(node.argument) : null
  return called?.method === 'read' && called.arguments.length === 0
}

function isValueOfPattern({ parent }: Node): boolean {
  return parent?.type === 'Property' && parent.parent.type === 'ObjectPattern' && parent.key.type === 'Identifier' && parent.key.name === 'value'
}
