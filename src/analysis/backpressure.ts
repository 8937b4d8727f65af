import type { TSESTree } from '@typescript-eslint/utils'
import { NAMED_AS_RESPONSE, NAMED_AS_WRITABLE } from '../knowledge/streams.ts'
import { isWithin, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { isCallTo, type MethodCall, methodCall, numberValue, qualifiedName } from './calls.ts'
import { chunkAt } from './decoding.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, type Loop, loopAround } from './functions.ts'
import { growsWithData, isSizeChecked } from './magnitude.ts'
import { lastName } from './occurrences.ts'
import { isWritable } from './writables.ts'

/** A write of one of many pieces, of which nobody asks whether the stream takes more. */
export interface IgnoredWrite extends MethodCall {
  /** What pieces come from: a listener of `stream`, which can be paused, or a loop, which can wait. */
  from: { by: 'listener'; stream: Node } | { by: 'loop'; loop: Loop }
  /** Is it the writer of a web stream, whose `write` gives a promise, and whose `ready` says when it takes more? */
  isWeb: boolean
}

/** Is this a `write` in the way of data of no known length, whose answer is dropped? null when not, or when nobody knows. */
export function ignoredWrite(call: TSESTree.CallExpression, sourceCode: SourceCode): IgnoredWrite | null {
  const called = methodCall(call)
  if (called?.method !== 'write' || called.arguments.length === 0 || !isDropped(call)) return null
  const from = sourceOf(called, sourceCode)
  if (!from) return null
  if (isWebWriter(called.object, sourceCode)) return from.by === 'loop' && !HEEDS_WEB.test(sourceCode.text) && (enclosingFunction(call)?.async ?? true) ? { ...called, from, isWeb: true } : null
  return isTarget(called.object, sourceCode) ? { ...called, from, isWeb: false } : null
}

/** Code that asks a web stream whether it takes more. */
const HEEDS_WEB = /\.(?:ready|desiredSize)\b/

/** `stream.getWriter()` */
function isWebWriter(object: Node, sourceCode: SourceCode): boolean {
  const made = methodCall(resolve(object, sourceCode))
  return made?.method === 'getWriter' && made.arguments.length === 0
}

/** Is the result of the call not looked at? */
function isDropped(call: Node): boolean {
  const { parent } = outermost(call)
  return parent?.type === 'ExpressionStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === outermost(call))
}

function isTarget(object: Node, sourceCode: SourceCode): boolean {
  const name = qualifiedName(object, sourceCode)
  if (name !== null && /^process\.std(?:out|err)$/.test(name)) return false
  if (/log/i.test(lastName(object) ?? '')) return false // what programs say is little
  return isWritable(object, sourceCode) || NAMED_AS_WRITABLE.test(lastName(object) ?? '')
}

function sourceOf(called: MethodCall, sourceCode: SourceCode): IgnoredWrite['from'] | null {
  const [piece] = called.arguments as [Node]
  const read = chunkAt(called.call, sourceCode)
  if (read) {
    if (!carries(piece, read.chunk, called.object, sourceCode) || isMeasured(called.call, read.chunk, sourceCode)) return null
    return read.reader.type === 'ForOfStatement' ? { by: 'loop', loop: read.reader } : { by: 'listener', stream: read.stream }
  }
  const loop = loopAround(called.call)
  return loop && (readsPiece(piece, loop, called.object, sourceCode) || isLong(loop, called.object, sourceCode)) ? { by: 'loop', loop } : null
}

/** Does the piece hold all of the chunk? Of what is made of objects, only files and the like: events that a server sends on are few and small. */
function carries(piece: Node, chunk: Variable, target: Node, sourceCode: SourceCode, depth = 5): boolean {
  const inner = unwrap(piece)
  const isIt = (part: Node) => depth > 0 && carries(part, chunk, target, sourceCode, depth - 1)
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return variable === chunk || (variable !== null && variable.defs[0]?.type === ('Variable' as never) && writesOf(variable).some(({ writeExpr }) => writeExpr && isIt(writeExpr as Node)))
    }
    case 'CallExpression': {
      const called = methodCall(inner)
      if (called && /^(?:toString|slice|subarray)$/.test(called.method)) return isIt(called.object)
      const [first] = inner.arguments
      if (!first || !isIt(first)) return false
      return isCallTo(inner, 'Buffer.from', sourceCode) || called?.method === 'decode' || !isAnswer(target)
    }
    // With more than the chunk in it, it is a line of a log.
    case 'TemplateLiteral':
      return !isAnswer(target) && inner.expressions.length === 1 && inner.expressions.every(isIt)
    case 'BinaryExpression':
      return !isAnswer(target) && inner.operator === '+' && ((isIt(inner.left) && unwrap(inner.right).type === 'Literal') || (isIt(inner.right) && unwrap(inner.left).type === 'Literal'))
    default:
      return false
  }
}

function isAnswer(target: Node): boolean {
  return NAMED_AS_RESPONSE.test(lastName(target) ?? '')
}

/** Does the code look at how much has come, so that it may stop? */
function isMeasured(call: Node, chunk: Variable, sourceCode: SourceCode): boolean {
  const name = chunk.references.find(({ identifier }) => isWithin(identifier as Node, enclosingFunction(call) ?? sourceCode.ast))?.identifier
  return (name !== undefined && isSizeChecked(name as Node, sourceCode)) || /\b(?:written|total|bytes|size|length)\b[^;\n]*(?:>=?|<=?)\s*(?:max|limit|MAX|LIMIT)/.test(sourceCode.getText(enclosingFunction(call) ?? call))
}

/** `w.write(value)` for `const { done, value } = await reader.read()`, `w.write(result.value)` for `result = await reader.read()`. */
function readsPiece(piece: Node, loop: Loop, target: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(piece)
  const [first] = inner.type === 'CallExpression' ? inner.arguments : [inner]
  if (!first || (inner.type === 'CallExpression' && isAnswer(target) && !/^(?:decode|from|toString)$/.test(lastName(inner.callee) ?? ''))) return false
  const place = unwrap(first)
  const variable = variableOf(place.type === 'MemberExpression' && propertyName(place) === 'value' ? place.object : place, sourceCode)
  return variable !== null && variable.defs.some(({ name }) => isWithin(name as Node, enclosingFunction(loop) ?? sourceCode.ast)) && writesOf(variable).some(({ writeExpr }) => writeExpr && isRead(writeExpr as Node))
}

/** `await reader.read()`, `stream.read()` */
function isRead(value: Node): boolean {
  const inner = unwrap(value)
  const called = methodCall(inner.type === 'AwaitExpression' ? inner.argument : inner)
  return called?.method === 'read' && called.arguments.length <= 1
}

/** A loop over many rows of data, or one that counts far. */
function isLong(loop: Loop, target: Node, sourceCode: SourceCode): boolean {
  if (isAnswer(target)) return false
  if (loop.type === 'ForOfStatement') return !loop.await && growsWithData(loop.right, 'entries', sourceCode)
  if (loop.type !== 'ForStatement' || loop.test?.type !== 'BinaryExpression') return false
  return (numberValue(loop.test.right, sourceCode) ?? 0) >= FAR
}

/** Pieces of which a stream's buffer of 16 kB does not hold a part worth mentioning. */
const FAR = 10_000
