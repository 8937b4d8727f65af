import type { TSESTree } from '@typescript-eslint/utils'
import { type Assembly, assemblyOf } from './assemblies.ts'
import { type FunctionNode, functionOf, type Node, outermost, resolve, unwrap, variableOf } from './bindings.ts'
import { calleeName, methodCall, type MethodCall, qualifiedName } from './calls.ts'
import { densityOf } from './density.ts'
import { fact, type SourceCode } from './fact.ts'
import { isFresh, isLikelyFresh } from './freshness.ts'
import { enclosingFunction, takesArgument } from './functions.ts'
import { type Kind, kindOf, likelyKind } from './kinds.ts'
import { writesDuring } from './mutation.ts'
import { resultsOf } from './results.ts'
import { isTypedReadonly, mayBeTypedReadonly } from './writability.ts'

/** A copy that gains nothing. */
export interface RedundantCopy {
  /** `fresh`: of what nobody else holds · `read`: read once by something that only reads. */
  because: 'fresh' | 'read'
  copy: Node
  source: Node
  /** Would using the source itself be the same on every input? */
  proven: boolean
}

/** Says whether the expression is a copy that gains nothing, else null. */
export function redundantCopy(node: Node, sourceCode: SourceCode): RedundantCopy | null {
  const buffer = node.type === 'CallExpression' ? bufferCopy(node, sourceCode) : null
  if (buffer) return buffer
  const assembly = assemblyOf(node, sourceCode)
  const [part, ...others] = assembly?.parts ?? []
  if (!assembly || !part || others.length > 0 || part.whole === 'no' || assembly.kind === 'buffer' || isConstAssertion(assembly.node)) return null
  return copyOfFresh(assembly, part.value, sourceCode) ?? copyForReading(assembly, part.value, sourceCode)
}

/** `[...x] as const`: only a literal can be asserted so. */
function isConstAssertion({ parent }: Node): boolean {
  const type = parent?.type === 'TSAsExpression' ? parent.typeAnnotation : null
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}

const BUFFER_READERS = /^(?:compare|equals|includes|indexOf|lastIndexOf|read\w+|toJSON|toString)$/

/** `Buffer.from(buf).toString()`, where `buf` is a Buffer already. */
function bufferCopy(node: TSESTree.CallExpression, sourceCode: SourceCode): RedundantCopy | null {
  const member = outermost(node).parent
  const called = member?.type === 'MemberExpression' ? methodCall(member.parent) : null
  if (!called || called.member !== member || !BUFFER_READERS.test(called.method)) return null
  const [source] = node.arguments
  if (!source || node.arguments.length !== 1 || calleeName(node, sourceCode) !== 'Buffer.from' || kindOf(source, sourceCode) !== 'buffer') return null
  return { because: 'read', copy: node, source, proven: resolve(source, sourceCode).type === 'CallExpression' }
}

function copyOfFresh({ node, kind, by }: Assembly, source: Node, sourceCode: SourceCode): RedundantCopy | null {
  if (kind === 'set' || kind === 'map') return null
  // A module's own list that is handed out twice, once: not worth a word.
  if (unwrap(source).type === 'Identifier' && enclosingFunction(node) === null) return null
  const found = (proven: boolean): RedundantCopy => ({ because: 'fresh', copy: node, source, proven })
  if (kind === 'object') {
    if (!isFresh(source, sourceCode) || !makesPlainObject(source, sourceCode)) return null
    return found(isPlainLiteral(source))
  }
  const density = densityOf(source, sourceCode)
  if ((density === 'unknown' && likelyKind(source, sourceCode) !== 'array') || !isLikelyFresh(source, sourceCode)) return null
  if (fillsHoles(node) && mayHaveHoles(source, sourceCode)) return null
  if (isTypedReadonly(source, sourceCode)) return null // the copy is what may be written to
  // Without a proof that the source is an array of its own class, a conversion to one is what the call is for.
  if (density === 'unknown' && isConversion(node) && (kindOf(source, sourceCode) !== 'array' || isConcat(node))) return null
  return found(isFresh(source, sourceCode) && !mayBeTypedReadonly(source, sourceCode) && (density === 'dense' || (density === 'plain' && by === 'copy' && !fillsHoles(node))))
}

/** Spreading and `Array.from` walk, and put undefined where there are holes; `slice` and `concat` leave them. */
function fillsHoles(copy: Node): boolean {
  const method = methodCall(copy)?.method
  return method !== 'slice' && method !== 'concat'
}

/** `Array(n)` is made of holes, and what is made of it without filling it has as many. */
function mayHaveHoles(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (value.type === 'ArrayExpression') return value.elements.includes(null)
  if (value.type === 'CallExpression' || value.type === 'NewExpression') {
    if (calleeName(value, sourceCode) === 'Array') return true
    const called = methodCall(value)
    return called !== null && mayHaveHoles(called.object, sourceCode)
  }
  return false
}

/** `Array.from(x)` and `[].concat(x)` say that an array is wanted; spreading says it too, but rarely of the result of `map`. */
function isConversion(copy: Node): boolean {
  return copy.type === 'CallExpression' && !isSliceCall(copy)
}

function isConcat(copy: Node): boolean {
  return methodCall(copy)?.method === 'concat'
}

function isSliceCall(copy: Node): boolean {
  return methodCall(copy)?.method === 'slice'
}

function makesPlainObject(source: Node, sourceCode: SourceCode): boolean {
  const inner = resolve(source, sourceCode)
  if (inner.type === 'ObjectExpression') return isPlainLiteral(inner)
  if (inner.type !== 'CallExpression') return false
  if (calleeName(inner, sourceCode) === 'Object.fromEntries') return true
  const fn = functionOf(inner.callee, sourceCode)
  return fn !== null && resultsOf(fn, sourceCode).every((result) => isPlainLiteral(unwrap(result)))
}

/** An object literal that a copy of it equals: no accessors and no prototype of its own. */
export function isPlainLiteral(node: Node): boolean {
  const inner = unwrap(node)
  return inner.type === 'ObjectExpression' && inner.properties.every((property) => {
    if (property.type === 'SpreadElement') return true
    const { key, kind, computed, shorthand, value, method } = property
    // `super` in a method is that of the literal it is written in.
    if (kind !== 'init' || method || value.type === 'AssignmentPattern') return false
    return computed || shorthand || !((key.type === 'Identifier' && key.name === '__proto__') || (key.type === 'Literal' && key.value === '__proto__'))
  })
}

/** Calls that walk their first argument once, and what they may be given instead of an array. */
const WALKERS: Readonly<Record<string, readonly Kind[]>> = {
  'Promise.all': ['array', 'set', 'unknown'], 'Promise.allSettled': ['array', 'set', 'unknown'], 'Promise.any': ['array', 'set', 'unknown'], 'Promise.race': ['array', 'set', 'unknown'],
  // Measured: a Set made of a Set allocates more than one made of an array.
  Set: ['array'], Map: ['array', 'map'], WeakSet: ['array'], WeakMap: ['array', 'map'], 'Object.fromEntries': ['array', 'map'],
}

/** Methods that only read their receiver, and whether they visit holes. */
const READING: Readonly<Record<string, 'visits holes' | 'skips holes'>> = {
  at: 'visits holes', concat: 'skips holes', every: 'skips holes', filter: 'skips holes', find: 'visits holes', findIndex: 'visits holes',
  findLast: 'visits holes', findLastIndex: 'visits holes', flat: 'skips holes', flatMap: 'skips holes', forEach: 'skips holes', includes: 'visits holes',
  indexOf: 'skips holes', join: 'visits holes', lastIndexOf: 'skips holes', map: 'skips holes', reduce: 'skips holes', reduceRight: 'skips holes',
  some: 'skips holes', toReversed: 'visits holes', toSorted: 'visits holes',
}

function copyForReading({ node, kind, by }: Assembly, source: Node, sourceCode: SourceCode): RedundantCopy | null {
  if (kind !== 'array') return null
  const holder = outermost(node)
  const { parent } = holder
  const found = (proven: boolean): RedundantCopy => ({ because: 'read', copy: node, source, proven })
  if (parent?.type === 'SpreadElement' && parent.parent.type !== 'ObjectExpression') {
    const walks = by === 'literal' || ITERABLE.includes(kindOf(source, sourceCode))
    return walks ? found(by === 'literal') : null
  }
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') {
    const name = calleeName(parent, sourceCode)
    const walked = name !== null && Object.hasOwn(WALKERS, name) ? WALKERS[name] : undefined
    if (!walked || parent.arguments[0] !== holder || (parent.type === 'CallExpression' && parent.optional)) return null
    const given = likelyKind(source, sourceCode)
    if (!walked.includes(given) || (given === 'unknown' && by !== 'literal')) return null
    return found(densityOf(source, sourceCode) !== 'unknown' && by === 'literal')
  }
  const called = parent?.type === 'MemberExpression' && parent.object === holder && parent.parent.type === 'CallExpression' ? methodCall(parent.parent) : null
  return called && called.member === parent ? copyForMethod(called, node, source, sourceCode) : null
}

const ITERABLE: readonly Kind[] = ['array', 'arguments', 'map', 'set', 'string', 'typedarray', 'iterator']

function copyForMethod(called: MethodCall, copy: Node, source: Node, sourceCode: SourceCode): RedundantCopy | null {
  const reading = Object.hasOwn(READING, called.method) ? READING[called.method] : undefined
  if (!reading || (fillsHoles(copy) && mayHaveHoles(source, sourceCode)) || !isArrayLike(copy, source, called, sourceCode)) return null
  const [callback] = called.arguments
  const calls = callback !== undefined && !['at', 'concat', 'flat', 'includes', 'indexOf', 'join', 'lastIndexOf'].includes(called.method)
  const fn = calls ? functionOf(callback, sourceCode) : null
  if (fn && takesArgument(fn, called.method.startsWith('reduce') ? 3 : 2, sourceCode)) return null
  if (calls && !fn && unwrap(callback).type !== 'Identifier' && qualifiedName(callback, sourceCode) === null) return null
  const written = calls ? writesDuring(source, [fn ?? callback], sourceCode) : 'never'
  // An async callback runs on after the walk; what it does before it waits is what the copy may be for.
  if (written === 'maybe' || fn?.async) return null
  const density = densityOf(source, sourceCode)
  const sameHoles = density === 'dense' || (density === 'plain' && (reading === 'visits holes' || !fillsHoles(copy)))
  return { because: 'read', copy, source, proven: written === 'never' && sameHoles && (!calls || fn !== null) }
}

/** Is the source an array, and not only copied to become one? */
function isArrayLike(copy: Node, source: Node, called: MethodCall, sourceCode: SourceCode): boolean {
  const kind = likelyKind(source, sourceCode)
  if (kind === 'array') return true
  const method = methodCall(copy)?.method
  return kind === 'unknown' && method === 'slice' && ['every', 'filter', 'find', 'findIndex', 'flatMap', 'forEach', 'map', 'reduce', 'reduceRight', 'some'].includes(called.method)
}

/** `fresh.toSorted(f)`: the method makes a copy of what nobody else holds. */
export interface CopyingMethod {
  called: MethodCall
  inPlace: 'sort' | 'reverse'
  proven: boolean
}

export function copyingMethod(node: TSESTree.CallExpression, sourceCode: SourceCode): CopyingMethod | null {
  const called = methodCall(node)
  const inPlace = called?.method === 'toSorted' ? 'sort' : called?.method === 'toReversed' ? 'reverse' : null
  if (!called || !inPlace || called.optional || unwrap(called.member.object) !== called.member.object) return null
  if (kindOf(called.object, sourceCode) !== 'array' || !isFresh(called.object, sourceCode) || isTypedReadonly(called.object, sourceCode)) return null
  const assembly = assemblyOf(called.object, sourceCode)
  if (assembly?.parts.length === 1 && assembly.parts[0]?.whole === 'yes') return null // the first copy is the one too many
  return { called, inPlace, proven: densityOf(called.object, sourceCode) === 'dense' && !mayBeTypedReadonly(called.object, sourceCode) }
}

/** `Array.prototype.slice.call(arguments, 1)`, `[].slice.call(arguments)`, `Array.from(arguments)`, `[...arguments]` of a function whose parameters end there. */
export interface ArgumentsCopy {
  fn: FunctionNode
  copy: Node
}

export function argumentsCopy(node: TSESTree.CallExpression | TSESTree.ArrayExpression, sourceCode: SourceCode): ArgumentsCopy | null {
  const [list, skipped] = copiedArguments(node, sourceCode) ?? []
  const variable = list && variableOf(list, sourceCode)
  if (!variable || variable.name !== 'arguments' || variable.defs.length > 0) return null
  const fn = isModern(sourceCode) ? ownerOf(node) : null
  if (!fn || variable.references.length !== 1 || !fn.params.every(({ type }) => type === 'Identifier')) return null
  return fn.params.length === skipped || skipped === 0 && fn.params.length === 0 ? { fn, copy: node } : null
}

/** Code for ES5 has no rest parameters, and neither does a file that has nothing else of ES2015. */
const isModern = fact(({ ast }): boolean => ast.tokens.some(({ value }) => MODERN.has(value)))

const MODERN: ReadonlySet<string> = new Set(['=>', 'class', 'const', 'let'])

function ownerOf(node: Node): FunctionNode | null {
  let fn = enclosingFunction(node)
  while (fn?.type === 'ArrowFunctionExpression') fn = enclosingFunction(fn)
  const { parent } = fn ?? {}
  if (!fn || (parent && 'kind' in parent && (parent.kind === 'get' || parent.kind === 'set'))) return null
  const first = fn.body.type === 'BlockStatement' ? fn.body.body[0] : undefined
  return first?.type === 'ExpressionStatement' && first.directive ? null : fn // a directive forbids rest parameters
}

function copiedArguments(node: TSESTree.CallExpression | TSESTree.ArrayExpression, sourceCode: SourceCode): [Node, number] | null {
  if (node.type === 'ArrayExpression') {
    const [only] = node.elements
    return node.elements.length === 1 && only?.type === 'SpreadElement' ? [only.argument, 0] : null
  }
  const [list, start] = node.arguments
  if (!list || node.optional || !isNamedArguments(list)) return null
  if (calleeName(node, sourceCode) === 'Array.from') return node.arguments.length === 1 ? [list, 0] : null
  const called = methodCall(node)
  const borrowed = called?.method === 'call' && called.object.type === 'MemberExpression' ? called.object : null
  if (!borrowed || !isSlice(borrowed, sourceCode) || node.arguments.length > 2) return null
  if (!start) return [list, 0]
  return start.type === 'Literal' && typeof start.value === 'number' ? [list, start.value] : null
}

function isNamedArguments(node: Node): boolean {
  const inner = unwrap(node)
  return inner.type === 'Identifier' && inner.name === 'arguments'
}

function isSlice(member: TSESTree.MemberExpression, sourceCode: SourceCode): boolean {
  if (qualifiedName(member, sourceCode) === 'Array.prototype.slice') return true
  return member.object.type === 'ArrayExpression' && member.object.elements.length === 0 && !member.computed && member.property.type === 'Identifier' && member.property.name === 'slice'
}
