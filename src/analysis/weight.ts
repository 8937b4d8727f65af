import type { TSESTree } from '@typescript-eslint/utils'
import {
  AS_LARGE_AS_ARGUMENT, BYTE_CALLS, CONTENT_METHODS, CONTENT_PARTS, KEEPS_WEIGHT, LARGE_CALLS, LARGE_CONSTRUCTORS, LARGE_SIZE, LARGE_TYPES, RESPONSE_METHODS, RESPONSES, SIZED_CALLS, SMALL_NAMES,
} from '../knowledge/weights.ts'
import { type FunctionNode, functionOf, isFunction, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { type Call, calleeName, isNew, methodCall, numberValue, stringValue } from './calls.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { kindOf } from './kinds.ts'
import { growsWithData, NAMED_AS_SETTINGS } from './magnitude.ts'
import { lastName } from './occurrences.ts'
import { repetitionOf } from './repetition.ts'
import { resultsOf } from './results.ts'

/**
 * Does the source show that the value is large: content of files and responses, bytes of no small constant size, what was
 * parsed, drawn or gathered of such? No evidence means no, not that it is small. A promise is as large as what it brings.
 */
export function isLarge(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  const large = (part: Node): boolean => isLarge(part, sourceCode)
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return variable !== null && isLargeVariable(variable, sourceCode)
    }
    case 'AwaitExpression':
      return large(inner.argument)
    case 'ConditionalExpression':
      return large(inner.consequent) || large(inner.alternate)
    case 'LogicalExpression':
      return large(inner.left) || large(inner.right)
    case 'TemplateLiteral':
      return inner.expressions.some(large)
    case 'BinaryExpression':
      return inner.operator === '+' && (large(inner.left) || large(inner.right))
    case 'MemberExpression':
      return CONTENT_PARTS.has(propertyName(inner) ?? '') && (isLoader(inner.object, sourceCode) || (propertyName(inner) !== 'result' && large(inner.object)))
    case 'ArrayExpression':
      return inner.elements.some((element) => element?.type === 'SpreadElement' && large(element.argument))
    case 'NewExpression':
    case 'CallExpression':
      return isLargeCall(inner, sourceCode, large)
    default:
      return false
  }
}

/** A reader of files or a request, of which the result is content. */
function isLoader(node: Node, sourceCode: SourceCode): boolean {
  const made = resolve(node, sourceCode)
  return isNew(made, 'FileReader', sourceCode) || isNew(made, 'XMLHttpRequest', sourceCode)
}

/** Is something large put into the variable: by what it is given, by its type, or piece by piece? */
export function isLargeVariable(variable: Variable, sourceCode: SourceCode): boolean {
  const known = answers(sourceCode)
  let answer = known.get(variable)
  if (answer === undefined) {
    known.set(variable, false) // a variable that is defined by itself
    known.set(variable, (answer = holdsLarge(variable, sourceCode)))
  }
  return answer
}

/** Is it large by its looks alone: gathered from parts of something large, of which each may be little or kept elsewhere, or a canvas, which its user may need? */
export function isPresumablyLarge(variable: Variable, sourceCode: SourceCode): boolean {
  const name = variable.identifiers[0] as TSESTree.Identifier
  const type = name.typeAnnotation?.typeAnnotation
  if (type?.type === 'TSTypeReference' && isLargeType(type, sourceCode)) return /Canvas/.test(sourceCode.getText(type.typeName))
  if (variable.defs[0]?.type === ('Parameter' as never) || variable.references.some(({ identifier, init }) => !init && isPutLarge(additionAt(identifier as Node), sourceCode))) return false
  return !writesOf(variable).some(({ writeExpr }) => writeExpr && isLarge(writeExpr as Node, sourceCode) && !/\bcreateElement\(/.test(sourceCode.getText(writeExpr as Node)))
}

/** A chunk of a stream, or what is large itself: `contents.push(readFileSync(path))`. */
function isPutLarge(put: Node | null, sourceCode: SourceCode): boolean {
  if (put === null) return false
  return isChunkHandler(put, sourceCode) || (put.type === 'CallExpression' && put.arguments.some((argument) => argument.type !== 'SpreadElement' && isLarge(argument, sourceCode)))
}

const answers = fact(() => new Map<Variable, boolean>())

function holdsLarge(variable: Variable, sourceCode: SourceCode): boolean {
  const [definition] = variable.defs
  if (!definition || SMALL_NAMES.test(variable.name)) return false
  const name = variable.identifiers[0] as TSESTree.Identifier
  const typed = name.typeAnnotation?.typeAnnotation
  if (typed?.type === 'TSTypeReference' || typed?.type === 'TSUnionType') return isLargeType(typed, sourceCode)
  if (typed && /^TS(?:Number|Boolean|BigInt|Symbol|Null|Undefined|Void)Keyword$|^TSFunctionType$/.test(typed.type)) return false
  if (definition.type === ('Parameter' as never)) return isFunction(definition.node) && isLargeParameter(definition.node, name, sourceCode) // Svelte's blocks declare such too
  if (isContentPart(name)) return writesOf(variable).some(({ writeExpr }) => writeExpr && isLarge(writeExpr as Node, sourceCode))
  const given = writesOf(variable).flatMap(({ writeExpr }) => (writeExpr ? [writeExpr as Node] : []))
  if (definition.node.type !== 'VariableDeclarator' || definition.node.id !== definition.name) return false
  return given.some((value) => isLarge(value, sourceCode)) || isGathered(variable, sourceCode)
}

/** `Buffer`, `ImageBitmap | null` */
function isLargeType(type: TSESTree.TypeNode, sourceCode: SourceCode): boolean {
  if (type.type === 'TSUnionType') {
    return type.types.some((part) => isLargeType(part, sourceCode)) && type.types.every((part) => isLargeType(part, sourceCode) || /^TS(?:Null|Undefined)Keyword$/.test(part.type))
  }
  return type.type === 'TSTypeReference' && LARGE_TYPES.has(sourceCode.getText(type.typeName))
}

/** `const { data } = …` */
function isContentPart(name: TSESTree.Identifier): boolean {
  const { parent } = name
  if (parent.type !== 'Property' || parent.value !== name || parent.computed || parent.parent.parent?.type !== 'VariableDeclarator') return false
  return parent.key.type === 'Identifier' && CONTENT_PARTS.has(parent.key.name)
}

/** `readFile(path, (error, data) => …)`, `response.arrayBuffer().then((bytes) => …)` */
function isLargeParameter(fn: FunctionNode, name: Node, sourceCode: SourceCode): boolean {
  const index = fn.params.indexOf(name as TSESTree.Parameter)
  const given = callbackOf(fn)
  if (!given || index < 0) return false
  const { call, index: position } = given
  if (index === 0 && position === 0 && lastName(call.callee) === 'then') {
    const promise = methodCall(call)
    return promise !== null && isLarge(promise.object, sourceCode)
  }
  return index === 1 && READ_CALLBACKS.has(calleeName(call, sourceCode) ?? '') && given.index === call.arguments.length - 1
}

const READ_CALLBACKS: ReadonlySet<string> = new Set(['fs.readFile', 'fs-extra.readFile', 'zlib.gunzip', 'zlib.gzip', 'zlib.inflate', 'zlib.unzip', 'child_process.exec', 'child_process.execFile'])

function isLargeCall(call: Call, sourceCode: SourceCode, large: (part: Node) => boolean): boolean {
  const name = calleeName(call, sourceCode)
  const [first] = call.arguments
  if (name !== null && isNamedLarge(name, call, sourceCode)) return true
  if (name !== null && AS_LARGE_AS_ARGUMENT.has(name)) return first !== undefined && first.type !== 'SpreadElement' && large(first)
  const called = methodCall(call)
  if (!called) return isLargeResult(call, sourceCode, large)
  const { method, object } = called
  if (CONTENT_METHODS.has(method)) return !isSettings(first, sourceCode)
  if (method === 'createElement') return stringValue(first, sourceCode) === 'canvas'
  if (RESPONSE_METHODS.has(method) && call.arguments.length === 0) return isResponse(object, sourceCode)
  if (method === 'then' && first) return isLargeThen(first, sourceCode, large) || (isIdentity(first) && large(object))
  if (method === 'cloneNode') return first?.type === 'Literal' && first.value === true
  if (method === 'map' && first && isLargeThen(first, sourceCode, large)) return true
  if (method === 'reduce' && call.arguments[1]) return GATHERERS.has(kindOf(call.arguments[1], sourceCode)) && large(object)
  return KEEPS_WEIGHT.has(method) && large(object)
}

const GATHERERS: ReadonlySet<string> = new Set(['array', 'map', 'object', 'set'])

function isNamedLarge(name: string, call: Call, sourceCode: SourceCode): boolean {
  if (call.type === 'NewExpression' && LARGE_CONSTRUCTORS.has(name)) return true
  const [first] = call.arguments
  if (LARGE_CALLS.has(name)) return call.type === 'CallExpression' && !(name.startsWith('fs') && isSettings(first, sourceCode))
  return SIZED_CALLS.has(name) && (isLargeSize(first, sourceCode) || (BYTE_CALLS.test(name) && first !== undefined && isNamedSize(first, sourceCode)))
}

/** What is read, but has a few entries: `readFileSync('package.json')`. */
function isSettings(path: Node | undefined, sourceCode: SourceCode): boolean {
  return path !== undefined && NAMED_AS_SETTINGS.test(sourceCode.getText(path))
}

/** What is worked out of sizes by their names, and no bound says that it is small: `new Float32Array(count * 3)`. */
function isNamedSize(size: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(size)
  if (inner.type === 'BinaryExpression') return inner.operator === '*' && (isNamedSize(inner.left, sourceCode) || isNamedSize(inner.right, sourceCode))
  return (inner.type === 'Identifier' || inner.type === 'MemberExpression') && numberValue(inner, sourceCode) === null && SIZES.test(lastName(inner) ?? '')
}

const SIZES = /^(?:size|length|len|count)$|^(?:total|file|byte|image|pixel|vertex|point|sample)\w*(?:size|length|count)$|^(?:numPoints|numPixels|numVertices|contentLength|pixels|width|height)$/i

/** A number that is written and large, or a size that is worked out: `width * height * 4`. */
function isLargeSize(size: Node | undefined, sourceCode: SourceCode): boolean {
  if (!size) return false
  const number = numberValue(size, sourceCode) ?? product(size, sourceCode)
  return number !== null && number >= LARGE_SIZE
}

/** `64 * 1024`, `1 << 20`; of `width * height` that what is not written is a thousand. */
function product(size: Node, sourceCode: SourceCode): number | null {
  const inner = unwrap(size)
  if (inner.type !== 'BinaryExpression' || !['*', '<<', '**', '+'].includes(inner.operator)) return null
  const sides = [inner.left, inner.right].map((side) => numberValue(side, sourceCode) ?? product(side, sourceCode))
  const [left, right] = sides.map((side) => side ?? (inner.operator === '*' && /width|height|size|rows|cols|columns/i.test(sourceCode.getText(inner)) ? 1000 : null))
  if (left == null || right == null) return null
  switch (inner.operator) {
    case '*': return left * right
    case '<<': return left * 2 ** right
    case '**': return left ** right
    default: return left + right
  }
}

function isResponse(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (inner.type === 'AwaitExpression') return isResponse(inner.argument, sourceCode)
  if (inner.type === 'CallExpression') return calleeName(inner, sourceCode) === 'fetch'
  return RESPONSES.test(lastName(inner) ?? '')
}

/** `.then((response) => response.text())` */
function isLargeThen(callback: Node, sourceCode: SourceCode, large: (part: Node) => boolean): boolean {
  const fn = functionOf(callback, sourceCode)
  return fn !== null && givesLarge(fn, sourceCode, large)
}

/** Is all that the function gives back large? */
function givesLarge(fn: FunctionNode, sourceCode: SourceCode, large: (part: Node) => boolean): boolean {
  const results = fn.generator ? [] : resultsOf(fn, sourceCode)
  return results.length > 0 && results.every(large)
}

function isIdentity(callback: Node): boolean {
  return !isFunction(unwrap(callback))
}

/** A function of this file, of which every result is seen. */
function isLargeResult(call: Call, sourceCode: SourceCode, large: (part: Node) => boolean): boolean {
  const fn = call.type === 'CallExpression' ? functionOf(call.callee, sourceCode) : null
  return fn !== null && givesLarge(fn, sourceCode, large)
}

/** An empty collection that a loop over large input, or over a stream, fills; not one of what is under way, which loses it again. */
function isGathered(variable: Variable, sourceCode: SourceCode): boolean {
  return !variable.references.some(({ identifier }) => isTakenFrom(identifier as Node)) && variable.references.some(({ identifier, init }) => {
    const put = init ? null : additionAt(identifier as Node)
    return put !== null && (put.type === 'AssignmentExpression' && put.operator === '+=' ? isChunkHandler(put, sourceCode) : GATHERERS.has(kindOf(identifier, sourceCode)) && (isChunkHandler(put, sourceCode) || isOverLarge(put, sourceCode)))
  })
}

/** `running.delete(id)` */
function isTakenFrom(mention: Node): boolean {
  const member = outermost(mention).parent
  const called = member?.type === 'MemberExpression' && member.object === outermost(mention) ? methodCall(outermost(member).parent as Node) : null
  return called !== null && REMOVERS.has(called.method)
}

const REMOVERS: ReadonlySet<string> = new Set(['delete', 'clear', 'shift', 'pop', 'splice'])

/** `all.push(x)`, `all.set(key, x)`, `all[key] = x`, `all += x` */
function additionAt(mention: Node): Node | null {
  const member = mention.parent
  if (member?.type === 'AssignmentExpression' && member.left === mention) return member.operator === '+=' ? member : null
  if (member?.type !== 'MemberExpression' || member.object !== mention) return null
  const call = methodCall(member.parent)
  if (call) return ['push', 'add', 'set'].includes(call.method) ? call.call : null
  return member.computed && member.parent.type === 'AssignmentExpression' && member.parent.left === member ? member.parent : null
}

function isOverLarge(put: Node, sourceCode: SourceCode): boolean {
  const repetition = repetitionOf(put, sourceCode)
  const walked = repetition && (repetition.by === 'callback' ? methodCall(repetition.node)?.object : 'right' in repetition.node ? repetition.node.right : null)
  if (!repetition || !walked) return false
  return (repetition.node.type === 'ForOfStatement' && repetition.node.await) || isLarge(walked, sourceCode) || growsWithData(walked, 'entries', sourceCode)
}

/** In what a stream hands its chunks to: `stream.on('data', (chunk) => chunks.push(chunk))`. */
function isChunkHandler(put: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(put)
  const given = fn && callbackOf(fn)
  const called = given && methodCall(given.call)
  return called?.method === 'on' && stringValue(called.arguments[0], sourceCode) === 'data'
}
