import type { TSESTree } from '@typescript-eslint/utils'
import { RESPONSES, WHOLE_BODIES } from '../knowledge/streams.ts'
import { NAMED_AS_MESSAGE, SHORTEST_VIEW, TEXT_READERS } from '../knowledge/texts.ts'
import { initializerOf, isFunction, isModuleScope, isWithin, namedAt, type Node, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName, methodCall, numberValue } from './calls.ts'
import { chunkAt } from './decoding.ts'
import type { SourceCode } from './fact.ts'
import { runsAtLoad } from './functions.ts'
import { kindOf } from './kinds.ts'
import { lifetimeOf } from './lifetime.ts'
import { lastName } from './occurrences.ts'

/** A short piece of a large text, which keeps all of it alive. */
export interface Piece {
  /** The expression that is stored. */
  node: Node
  /** The large text. */
  text: Node
  /** May it be undefined: a group that did not match, a line that is not there? */
  optional: boolean
}

/** The pieces of large texts that the expression hands to what lives on, and what that is. */
export interface Retention {
  piece: Piece
  holder: Node
}

/** What the assignment or call stores for longer than its function runs. */
export function retentionsOf(node: TSESTree.AssignmentExpression | TSESTree.CallExpression, sourceCode: SourceCode): Retention[] {
  const stored = storedBy(node, sourceCode)
  if (!stored) return []
  const pieces = stored.values.flatMap((value) => piecesIn(value, sourceCode))
  return pieces.length > 0 && (stored.lasting === null || isLasting(stored.lasting, sourceCode)) && !runsAtLoad(node, sourceCode) ? pieces.map((piece) => ({ piece, holder: stored.holder })) : []
}

/** The methods that store what they are given. */
export const STORING: ReadonlySet<string> = new Set(['add', 'push', 'set', 'unshift'])

function storedBy(node: TSESTree.AssignmentExpression | TSESTree.CallExpression, sourceCode: SourceCode): { holder: Node; lasting: Node | null; values: readonly Node[] } | null {
  if (node.type === 'AssignmentExpression') {
    if (!['=', '??=', '||='].includes(node.operator)) return null
    const target = unwrap(node.left)
    const variable = target.type === 'Identifier' ? variableOf(target, sourceCode) : null
    if (variable) return isModuleScope(variable.scope) ? { holder: target, lasting: null, values: [node.right] } : null
    return target.type === 'MemberExpression' ? { holder: target, lasting: target.object, values: [node.right] } : null
  }
  const called = methodCall(node)
  return called && STORING.has(called.method) ? { holder: called.object, lasting: called.object, values: called.arguments } : null
}

function isLasting(node: Node, sourceCode: SourceCode): boolean {
  const lifetime = lifetimeOf(node, sourceCode)
  return lifetime === 'program' || lifetime === 'instance'
}

/** The pieces that a stored value is or holds. */
function piecesIn(value: Node, sourceCode: SourceCode): Piece[] {
  const inner = unwrap(value)
  switch (inner.type) {
    case 'ObjectExpression':
      return inner.properties.flatMap((property) => (property.type === 'Property' ? piecesIn(property.value, sourceCode) : []))
    case 'ArrayExpression':
      return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? piecesIn(element, sourceCode) : []))
    case 'LogicalExpression':
      return inner.operator === '&&' ? piecesIn(inner.right, sourceCode) : [...piecesIn(inner.left, sourceCode), ...piecesIn(inner.right, sourceCode)]
    case 'ConditionalExpression':
      return [...piecesIn(inner.consequent, sourceCode), ...piecesIn(inner.alternate, sourceCode)]
    default: {
      const piece = pieceOf(value, sourceCode)
      return piece ? [{ ...piece, node: value }] : []
    }
  }
}

type Part = Omit<Piece, 'node'>

/** The large text that the expression is a short piece of, else null. */
function pieceOf(node: Node, sourceCode: SourceCode, depth = 4): Part | null {
  const inner = unwrap(node)
  if (depth === 0) return null
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      const value = variable && initializerOf(variable)
      return value ? pieceOf(value, sourceCode, depth - 1) : variable && destructured(variable.defs[0]?.name as Node | undefined, sourceCode)
    }
    case 'MemberExpression':
      return pickedFrom(inner, sourceCode)
    case 'CallExpression': {
      const called = methodCall(inner)
      if (!called) return null
      if (TRIMMING.has(called.method)) return pieceOf(called.object, sourceCode, depth - 1)
      return isCut(called.method, called.arguments, sourceCode) ? partOf(called.object, false, sourceCode) : null
    }
    default:
      return null
  }
}

const TRIMMING: ReadonlySet<string> = new Set(['trim', 'trimEnd', 'trimStart'])

/** `text.slice(a, b)`, `text.slice(-40)`: a part between two places, long enough to be kept as a view. */
function isCut(method: string, [from, to]: readonly TSESTree.CallExpressionArgument[], sourceCode: SourceCode): boolean {
  if (method !== 'slice' && method !== 'substring' && method !== 'substr') return false
  const start = numberValue(from, sourceCode)
  const end = numberValue(to, sourceCode)
  if (to === undefined) return method === 'slice' && start !== null && start <= -SHORTEST_VIEW
  if (end !== null && end < 0) return false
  const length = start === null || end === null ? Infinity : method === 'substr' ? end : end - start
  return length >= SHORTEST_VIEW
}

/** `text.split('\n')[0]`, `text.match(/…/)[1]`, `/…/.exec(text).groups.name` */
function pickedFrom(member: TSESTree.MemberExpression, sourceCode: SourceCode): Part | null {
  const object = unwrap(member.object)
  if (member.computed && numberValue(member.property, sourceCode) !== null) return ofPieces(object, sourceCode)
  if (object.type === 'MemberExpression' && !object.computed && object.property.type === 'Identifier' && object.property.name === 'groups') return ofPieces(object.object, sourceCode)
  return null
}

/** `const [, title] = text.match(/…/)` */
function destructured(name: Node | undefined, sourceCode: SourceCode): Part | null {
  const pattern = name?.parent
  const declarator = pattern?.type === 'ArrayPattern' ? pattern.parent : null
  return declarator?.type === 'VariableDeclarator' && declarator.init && pattern === declarator.id ? ofPieces(declarator.init, sourceCode) : null
}

/** The text that the expression is cut up into pieces of. */
function ofPieces(node: Node, sourceCode: SourceCode, depth = 3): Part | null {
  const inner = unwrap(node)
  if (inner.type === 'LogicalExpression') return ofPieces(inner.left, sourceCode, depth)
  if (inner.type === 'Identifier') {
    const variable = variableOf(inner, sourceCode)
    const value = variable && depth > 0 ? initializerOf(variable) : null
    return value ? ofPieces(value, sourceCode, depth - 1) : null
  }
  const called = methodCall(inner)
  if (called?.method === 'split' || called?.method === 'match') return partOf(called.object, true, sourceCode)
  const [text] = called?.arguments ?? []
  return called?.method === 'exec' && text ? partOf(text, true, sourceCode) : null
}

function partOf(text: Node, optional: boolean, sourceCode: SourceCode): Part | null {
  return isLargeText(text, sourceCode) ? { text, optional } : null
}

/** Is it the whole of a file, a body or decoded bytes? */
export function isLargeText(node: Node, sourceCode: SourceCode, depth = 4): boolean {
  const inner = unwrap(node)
  if (depth === 0) return false
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      const value = variable && initializerOf(variable)
      if (value) return isLargeText(value, sourceCode, depth - 1)
      return variable !== null && (isReadCallbackText(variable.defs[0]?.name as Node | undefined, sourceCode) || isCollected(variable, sourceCode))
    }
    case 'AwaitExpression':
      return isLargeText(inner.argument, sourceCode, depth)
    case 'MemberExpression':
      return !inner.computed && inner.property.type === 'Identifier' && inner.property.name === 'responseText'
    case 'CallExpression': {
      const name = calleeName(inner, sourceCode)
      const reader = name === null ? undefined : TEXT_READERS[name]
      if (reader) return (reader === 'text' || hasEncoding(inner.arguments[1], sourceCode)) && !isSmallFile(inner.arguments[0], sourceCode)
      const called = methodCall(inner)
      if (!called) return false
      if (TRIMMING.has(called.method)) return isLargeText(called.object, sourceCode, depth - 1)
      if (called.method === 'text' && called.arguments.length === 0) return isMessage(called.object, sourceCode)
      const [bytes] = called.arguments
      if (called.method === 'decode' && bytes && isDecoder(called.object, sourceCode)) return areLargeBytes(bytes, sourceCode)
      return called.method === 'toString' && areLargeBytes(called.object, sourceCode)
    }
    default:
      return false
  }
}

/** `body += chunk` for the chunks of a request, a response or a file. What cuts a piece off makes one flat text of them first. */
function isCollected(variable: Variable, sourceCode: SourceCode): boolean {
  return writesOf(variable).some(({ identifier }) => {
    const { parent } = identifier as Node
    if (parent?.type !== 'AssignmentExpression' || parent.operator !== '+=' || parent.left !== identifier) return false
    const read = chunkAt(parent, sourceCode)
    if (!read || !namedAt(read.chunk).some((mention) => isWithin(mention, parent.right))) return false
    const made = resolve(read.stream, sourceCode)
    return NAMED_AS_MESSAGE.test(lastName(read.stream) ?? '') || (made.type === 'CallExpression' && calleeName(made, sourceCode) === 'fs.createReadStream')
  })
}

/** `response`, `await fetch(url)` */
function isMessage(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (inner.type === 'Identifier') return NAMED_AS_MESSAGE.test(inner.name)
  const asked = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner
  return asked.type === 'CallExpression' && Object.hasOwn(RESPONSES, calleeName(asked, sourceCode) ?? '')
}

function isDecoder(node: Node, sourceCode: SourceCode): boolean {
  const made = resolve(node, sourceCode)
  return made.type === 'NewExpression' && calleeName(made, sourceCode) === 'TextDecoder'
}

function hasEncoding(argument: Node | undefined, sourceCode: SourceCode): boolean {
  return argument !== undefined && (argument.type === 'ObjectExpression' || kindOf(argument, sourceCode) === 'string')
}

/** Manifests, settings, versions, keys and what the system says of itself. */
const SMALL_FILE = /package\.json|\.env|rc\b|config|version|license|\.(?:pid|lock|pem|key|toml|ya?ml|ini|conf)\b|^\/(?:etc|proc|sys)\//i

function isSmallFile(path: Node | undefined, sourceCode: SourceCode): boolean {
  return path !== undefined && SMALL_FILE.test(sourceCode.getText(path).replaceAll(/^['"`]|['"`]$/g, ''))
}

const BYTES: ReadonlySet<string> = new Set(['Buffer.concat', 'fs.readFileSync', 'fs.promises.readFile', 'fs/promises.readFile', 'zlib.gunzipSync', 'zlib.inflateSync', 'zlib.unzipSync'])

function areLargeBytes(node: Node, sourceCode: SourceCode, depth = 3): boolean {
  const inner = unwrap(node)
  if (inner.type === 'AwaitExpression') return areLargeBytes(inner.argument, sourceCode, depth)
  const variable = inner.type === 'Identifier' ? variableOf(inner, sourceCode) : null
  const value = variable && depth > 0 ? initializerOf(variable) : null
  if (value) return areLargeBytes(value, sourceCode, depth - 1)
  const called = methodCall(inner)
  if (called && called.arguments.length === 0 && WHOLE_BODIES.includes(called.method)) return isMessage(called.object, sourceCode)
  return inner.type === 'CallExpression' && BYTES.has(calleeName(inner, sourceCode) ?? '') && !isSmallFile(inner.arguments[0], sourceCode)
}

/** The second parameter of `fs.readFile(path, 'utf8', (error, text) => …)`. */
function isReadCallbackText(name: Node | undefined, sourceCode: SourceCode): boolean {
  const fn = name?.parent
  if (!fn || !isFunction(fn) || fn.params[1] !== name || fn.parent.type !== 'CallExpression') return false
  const call = fn.parent
  return calleeName(call, sourceCode) === 'fs.readFile' && call.arguments.length === 3 && hasEncoding(call.arguments[1], sourceCode) && !isSmallFile(call.arguments[0], sourceCode)
}
