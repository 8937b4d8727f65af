import type { TSESTree } from '@typescript-eslint/utils'
import { NAMED_AS_CONNECTION, REQUESTS, STREAMS } from '../knowledge/streams.ts'
import { initializerOf, isFunction, type Node, outermost, propertyName, resolve, unwrap, variableOf } from './bindings.ts'
import { methodCall, qualifiedName, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf } from './functions.ts'
import { lastName } from './occurrences.ts'
import { platformName } from './streams.ts'

/** Streams that `pipe` joins, of which none ends when another fails or is closed. */
export interface PipeChain {
  /** `source.pipe(a).pipe(b)` */
  call: TSESTree.CallExpression
  /** From the source to the last target. */
  streams: readonly [Node, Node, ...Node[]]
}

/**
 * The chain that ends with this call of `pipe`, when it begins with a file or a connection of Node's and the file shows nobody who
 * takes an error of it, or ends it, in its place; null when it does, or when nobody knows.
 */
export function unguardedPipe(call: TSESTree.CallExpression, sourceCode: SourceCode): PipeChain | null {
  const streams = chainOf(call)
  if (!streams || methodOn(call) === 'pipe' || !isLeft(call, sourceCode)) return null
  const [source, ...targets] = streams
  if (!isOpened(source, sourceCode) || targets.some((target) => isForEver(target, sourceCode))) return null
  if (isFile(source, sourceCode) && !mayLeave(targets.at(-1) as Node, sourceCode)) return null
  return streams.some((stream) => isGuarded(stream, sourceCode)) ? null : { call, streams }
}

/** A file ends, or fails with an error that nobody takes, which ends the program. */
function isFile(node: Node, sourceCode: SourceCode): boolean {
  const made = resolve(node, sourceCode)
  return (made.type === 'CallExpression' || made.type === 'NewExpression') && /^fs\./.test(platformName(made.callee, sourceCode) ?? '')
}

/** Is it the other side of a connection, which is closed without an error when that side leaves? */
function mayLeave(node: Node, sourceCode: SourceCode): boolean {
  const made = resolve(node, sourceCode)
  const name = made.type === 'CallExpression' || made.type === 'NewExpression' ? (platformName(made.callee, sourceCode) ?? '') : ''
  return /^(?:net|tls|https?)\./.test(name) || NAMED_AS_CONNECTION.test(lastName(node) ?? '')
}

/** null for `pipe(target, { end: false })`, too: there somebody else ends it. */
function chainOf(call: TSESTree.CallExpression): [Node, Node, ...Node[]] | null {
  const called = methodCall(call)
  const [target] = called?.arguments ?? []
  if (called?.method !== 'pipe' || called.optional || !target || target.type === 'SpreadElement' || called.arguments.length !== 1) return null
  const { object } = called
  const before = object.type === 'CallExpression' ? chainOf(object) : null
  return before ? [...before, target] : [object, target]
}

/** The method that is called on the node's value. */
function methodOn(node: Node): string | null {
  const { parent } = outermost(node)
  return parent?.type === 'MemberExpression' && unwrap(parent.object) === node ? propertyName(parent) : null
}

/** Is the last stream dropped, but for listeners that hear of no error? */
function isLeft(call: Node, sourceCode: SourceCode): boolean {
  const { parent } = outermost(call)
  if (parent?.type === 'ExpressionStatement') return true
  if (parent?.type === 'ArrowFunctionExpression') return parent.body === outermost(call) && callbackOf(parent) !== null
  const listened = parent?.type === 'MemberExpression' ? methodCall(parent.parent) : null
  if (!listened || !/^(?:on|once)$/.test(listened.method)) return false
  return isHarmless(listened.arguments[0], sourceCode) && isLeft(listened.call, sourceCode)
}

function isHarmless(event: Node | undefined, sourceCode: SourceCode): boolean {
  const name = event ? stringValue(event, sourceCode) : null
  return name !== null && !/^(?:error|close)$/.test(name)
}

/** A file, a socket or the body of a request: what stays open until somebody ends it. */
function isOpened(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (inner.type === 'CallExpression' || inner.type === 'NewExpression') {
    const flow = STREAMS[platformName(inner.callee, sourceCode) ?? '']
    return flow !== undefined && flow !== 'writable' && !/^stream\./.test(platformName(inner.callee, sourceCode) ?? '')
  }
  const variable = variableOf(inner, sourceCode)
  const value = variable && initializerOf(variable)
  if (value) return isOpened(value, sourceCode)
  const name = variable?.identifiers[0] as TSESTree.Identifier | undefined
  const call = name && isFunction(name.parent) && name.parent.params[0] === name ? callbackOf(name.parent)?.call : null
  const callee = call ? (platformName(call.callee, sourceCode) ?? '') : ''
  return REQUESTS.includes(callee)
}

/** What is written to until the program ends. */
function isForEver(node: Node, sourceCode: SourceCode): boolean {
  return /^process\.std(?:out|err)$/.test(qualifiedName(node, sourceCode) ?? '')
}

/** Does the file mention somewhere that the stream may fail, or end it? */
function isGuarded(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  const variable = variableOf(inner, sourceCode)
  if (!variable) return inner.type !== 'CallExpression' || methodCall(inner)?.method === 'on' // what is made in place holds nothing open
  return variable.references.some(({ identifier, init }) => !init && mayGuard(outermost(identifier as Node), sourceCode))
}

/** Is it anything but the receiver of a harmless method, or what is piped to? */
function mayGuard(use: Node, sourceCode: SourceCode): boolean {
  const { parent } = use
  if (parent?.type === 'CallExpression') return parent.callee === use || lastName(parent.callee) !== 'pipe'
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return true
  const method = propertyName(parent)
  if (method === null || /^(?:destroy|unpipe|addListener)$/.test(method)) return true
  const listened = method === 'on' || method === 'once' ? methodCall(parent.parent) : null
  return listened !== null && !isHarmless(listened.arguments[0], sourceCode)
}
