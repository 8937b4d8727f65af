import type { TSESTree } from '@typescript-eslint/utils'
import { BYTE_STREAMS, SAFE_ENCODINGS, TEXT_STREAMS } from '../knowledge/streams.ts'
import { type FunctionNode, isFunction, namedAt, type Node, resolve, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, isCallTo, methodCall, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, holderOf, isRepeatedPart } from './functions.ts'
import { kindOf } from './kinds.ts'
import { callsNamed, lastName } from './occurrences.ts'

/** A stream's chunk that is decoded by itself, so that a character of several bytes that was split does not come out. */
export interface Decoding {
  /** The stream, as the listener or the loop names it. */
  stream: Node
  /** `stream.on('data', …)` or `for await (… of stream)`. */
  reader: TSESTree.CallExpression | TSESTree.ForOfStatement
  chunk: Variable
  /** The encoding that the code names; null where the chunk is turned into text as it is. */
  encoding: string | null
}

/** Is `piece`, which is added to a text, a chunk of bytes decoded alone? null when it is not, or when nothing says that the chunk is bytes. */
export function chunkDecoding(piece: Node, sourceCode: SourceCode): Decoding | null {
  const read = chunkAt(piece, sourceCode)
  const decoded = read && decodedChunk(piece, read.chunk, sourceCode)
  if (!read || !decoded || SAFE_ENCODINGS.includes(decoded.encoding ?? 'utf8')) return null
  const isBytes = bytesIn(read.chunk, sourceCode) ?? (decoded.by === 'toString' || isByteStream(read, sourceCode))
  return isBytes && !hasEncoding(read.stream, sourceCode) ? { ...read, encoding: decoded.encoding } : null
}

export type ChunkRead = Pick<Decoding, 'stream' | 'reader' | 'chunk'>

/** The stream whose chunks the code around `node` gets one by one. */
export function chunkAt(node: Node, sourceCode: SourceCode): ChunkRead | null {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (isFunction(parent)) return listenerAt(parent, sourceCode)
    if (parent.type !== 'ForOfStatement' || !parent.await || !isRepeatedPart(parent, at)) continue
    const element = parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0].id : parent.left
    const chunk = variableOf(element, sourceCode)
    return chunk && { stream: unwrap(parent.right), reader: parent, chunk }
  }
  return null
}

function listenerAt(fn: FunctionNode, sourceCode: SourceCode): ChunkRead | null {
  const listener = callbackOf(fn) ?? namedListener(fn, sourceCode)
  const called = listener && methodCall(listener.call)
  if (!called || !LISTENING.has(called.method) || listener.index !== 1 || stringValue(called.arguments[0], sourceCode) !== 'data') return null
  const [parameter] = fn.params
  const chunk = parameter && variableOf(parameter, sourceCode)
  return chunk ? { stream: called.object, reader: called.call, chunk } : null
}

const LISTENING: ReadonlySet<string> = new Set(['on', 'addListener', 'prependListener'])

/** `req.on('data', onData)` for the function `onData`. */
function namedListener(fn: FunctionNode, sourceCode: SourceCode) {
  const holder = holderOf(fn, sourceCode)
  const mentions = holder ? namedAt(holder).map(callbackOf) : []
  const listeners = mentions.filter((one) => one && LISTENING.has(methodCall(one.call)?.method ?? ''))
  return listeners.length === 1 ? listeners[0] : null
}

/** How the chunk becomes a text, alone or as a part of what is added. */
function decodedChunk(piece: Node, chunk: Variable, sourceCode: SourceCode): { by: 'toString' | 'conversion'; encoding: string | null } | null {
  const inner = unwrap(piece)
  const isChunk = (node: Node | undefined) => node !== undefined && variableOf(node, sourceCode) === chunk
  if (isChunk(inner)) return { by: 'conversion', encoding: null }
  switch (inner.type) {
    case 'TemplateLiteral':
      return inner.expressions.some(isChunk) ? { by: 'conversion', encoding: null } : null
    case 'BinaryExpression':
      return inner.operator === '+' ? decodedChunk(inner.left, chunk, sourceCode) ?? decodedChunk(inner.right, chunk, sourceCode) : null
    case 'CallExpression': {
      if (isCallTo(inner, 'String', sourceCode)) return isChunk(inner.arguments[0]) ? { by: 'conversion', encoding: null } : null
      const called = methodCall(inner)
      if (called?.method !== 'toString' || called.arguments.length > 1) return null
      const bytes = isCallTo(called.object, 'Buffer.from', sourceCode) && called.object.arguments.length === 1 ? called.object.arguments[0] : called.object
      if (!isChunk(bytes)) return null
      const [named] = called.arguments
      const encoding = named ? stringValue(named, sourceCode)?.toLowerCase() : null
      return encoding === undefined ? null : { by: 'toString', encoding }
    }
    default:
      return null
  }
}

/** What the chunk's type says; null when it says nothing. */
function bytesIn(chunk: Variable, sourceCode: SourceCode): boolean | null {
  const name = chunk.defs[0]?.name as TSESTree.Identifier | undefined
  const kind = name ? kindOf(name, sourceCode) : 'unknown'
  if (kind === 'buffer' || kind === 'typedarray') return true
  if (kind !== 'unknown') return false
  return name?.typeAnnotation && !/\b(?:Buffer|Uint8Array|any|unknown)\b/.test(sourceCode.getText(name.typeAnnotation)) ? false : null
}

/** Streams of bytes by what made them or what they are called; of one that is looped over, only the surest names. */
function isByteStream({ stream, reader }: ChunkRead, sourceCode: SourceCode): boolean {
  const made = resolve(stream, sourceCode)
  if (made.type === 'CallExpression' && calleeName(made, sourceCode) === 'fs.createReadStream') return true
  const name = lastName(stream) ?? ''
  return (reader.type === 'ForOfStatement' ? BYTE_STREAMS.looped : BYTE_STREAMS.listened).test(name)
}

/** Is the stream told to decode, where it is made or by `setEncoding`, or is it one that gives text anyway? */
function hasEncoding(stream: Node, sourceCode: SourceCode): boolean {
  for (let at: Node | null = resolve(stream, sourceCode); at; at = receiverOf(at, sourceCode)) {
    if (at.type !== 'CallExpression') continue
    const name = calleeName(at, sourceCode) ?? ''
    if (TEXT_STREAMS.includes(name) || methodCall(at)?.method === 'setEncoding') return true
    if (name === 'fs.createReadStream' && at.arguments.length > 1) return namesEncoding(at.arguments[1] as Node, sourceCode)
  }
  return callsNamed(['setEncoding'], sourceCode).some((call) => {
    const told = methodCall(call)?.object
    if (!told || told.type === 'ThisExpression' || samePlace(told, stream, sourceCode)) return told !== undefined
    return told.type === 'MemberExpression' && lastName(told) === lastName(stream) // `this.child.stdout` may be `child.stdout`
  })
}

function receiverOf(node: Node, sourceCode: SourceCode): Node | null {
  const inner = unwrap(node)
  if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression') return resolve(inner.callee.object, sourceCode)
  return inner.type === 'MemberExpression' ? resolve(inner.object, sourceCode) : null
}

/** `'utf8'`, `{ encoding: 'utf8' }`, or options that cannot be read. */
function namesEncoding(options: Node, sourceCode: SourceCode): boolean {
  const value = resolve(options, sourceCode)
  if (value.type !== 'ObjectExpression') return true
  return value.properties.some((property) => property.type === 'SpreadElement' || (property.key.type === 'Identifier' && property.key.name === 'encoding'))
}
