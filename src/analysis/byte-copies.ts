import type { TSESTree } from '@typescript-eslint/utils'
import { ELEMENT_BYTES, IN_HEAP_BYTES } from '../knowledge/bytes.ts'
import { QUIET_CALLS, QUIET_CONSTRUCTORS, READERS, WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { initializerOf, isFunction, isModuleScope, isWithin, type Node, outermost, resolve, unwrap, type Variable, variableOf } from './bindings.ts'
import { byteReadingsOf, type ByteReadings } from './byte-readings.ts'
import { type Call, calleeName, methodCall, numberValue } from './calls.ts'
import { isOwn } from './custody.ts'
import { isListed } from './effects.ts'
import { fact, type SourceCode } from './fact.ts'
import { regionsUntil } from './interim.ts'
import { type Kind, kindOf } from './kinds.ts'
import { writesDuring } from './mutation.ts'
import { childrenOf } from './nodes.ts'
import { repetitionOf } from './repetition.ts'
import { typedName } from './types.ts'

/** A copy of bytes that is only read, before anything can change what it was made of. */
export interface ByteCopy {
  node: TSESTree.CallExpression | TSESTree.NewExpression
  source: TSESTree.Expression
  /** `part`: `bytes.slice(…)` · `whole`: `new Uint8Array(bytes)`, `Buffer.from(buffer)` · `cut`: `new Uint8Array(buffer.slice(…))` of an ArrayBuffer. */
  of: 'part' | 'whole' | 'cut'
  /** Is a view the same on every input? */
  proven: boolean
}

export function byteCopy(node: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): ByteCopy | null {
  if (isSharedWithOthers(sourceCode)) return null
  const copy = copyOf(node, sourceCode)
  if (!copy || isSmall(copy, sourceCode)) return null
  const readings = byteReadingsOf(node, copy.as, sourceCode)
  const written = readings && writtenBefore(copy, readings, sourceCode)
  if (!readings || written === 'maybe') return null
  const { source, of } = copy
  return { node, source, of, proven: written === 'never' && readings.isCertain && isOwn(source, sourceCode) }
}

/** What the calls and constructions end in. */
export const COPYING: readonly string[] = ['from', 'slice', ...Object.keys(ELEMENT_BYTES)]

/** Threads and WebAssembly write their memory, or move it, when nothing of this file says so. */
const isSharedWithOthers = fact(({ text }): boolean => /SharedArrayBuffer|\bAtomics\b|WebAssembly|\bwasm|\bHEAP[UF]?\d/.test(text))

interface Copy extends Omit<ByteCopy, 'proven'> {
  /** By whose methods it may be read, so that the source can take its place. */
  as: Parameters<typeof byteReadingsOf>[1]
}

function copyOf(node: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): Copy | null {
  const [first, ...others] = node.arguments
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return null
  const called = node.type === 'CallExpression' ? methodCall(node) : null
  if (called?.method === 'slice') {
    if (others.length > 1 || kindOf(called.member.object, sourceCode) !== 'typedarray') return null
    return { node, source: called.object as TSESTree.Expression, of: 'part', as: 'typedarray' }
  }
  if (!first || others.length > 0) return null
  const maker = calleeName(node, sourceCode)?.replace(/^(\w+Array)\.from$/, node.type === 'CallExpression' ? '$1' : '') ?? null
  const source = first as TSESTree.Expression
  const kind = kindOf(source, sourceCode)
  if (maker === 'Buffer.from' && node.type === 'CallExpression') {
    if (kind === 'buffer') return { node, source, of: 'whole', as: 'buffer' }
    return kind === 'typedarray' && elementsOf(source, sourceCode) === 'Uint8Array' ? { node, source, of: 'whole', as: 'either' } : null
  }
  if (maker === null || !Object.hasOwn(ELEMENT_BYTES, maker)) return null
  if (kind === 'buffer') return maker === 'Uint8Array' ? { node, source, of: 'whole', as: 'either' } : null
  if (kind === 'typedarray') return elementsOf(source, sourceCode) === maker ? { node, source, of: 'whole', as: 'typedarray' } : null
  return node.type === 'NewExpression' && ELEMENT_BYTES[maker] === 1 ? cutOf(node, source, sourceCode) : null
}

/** `new Uint8Array(buffer.slice(4))` of an ArrayBuffer. */
function cutOf(node: TSESTree.NewExpression, slice: Node, sourceCode: SourceCode): Copy | null {
  const cut = methodCall(slice)
  if (cut?.method !== 'slice' || cut.optional || cut.arguments.length > 2 || kindOf(cut.member.object, sourceCode) !== 'arraybuffer') return null
  return { node, source: cut.object as TSESTree.Expression, of: 'cut', as: 'typedarray' }
}

/** The constructor of the typed array, as far as the file or its types say it. */
function elementsOf(node: Node, sourceCode: SourceCode): string | null {
  const value = resolve(node, sourceCode)
  if (value.type === 'NewExpression') return calleeName(value, sourceCode)
  const called = methodCall(value)
  const name = variableOf(value, sourceCode)?.identifiers[0] as TSESTree.Identifier | undefined
  const type = name?.typeAnnotation?.typeAnnotation
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return type.typeName.name
  return typedName(node, sourceCode) ?? (called && elementsOf(called.object, sourceCode))
}

/** A few bytes that are copied once: V8 makes a view of them hardly faster. A view of a small array even moves it out of the heap. */
function isSmall({ node, source, of }: Copy, sourceCode: SourceCode): boolean {
  const made = resolve(source, sourceCode)
  const size = ELEMENT_BYTES[elementsOf(source, sourceCode) ?? ''] ?? 1
  const whole = made.type === 'NewExpression' ? numberValue(made.arguments[0], sourceCode) : null
  if (whole !== null && whole * size <= IN_HEAP_BYTES) return true
  const [start, end] = of === 'cut' ? (node.arguments[0] as TSESTree.CallExpression).arguments : of === 'part' ? node.arguments : []
  const length = start && end ? distance(start, end, sourceCode) : null
  return length !== null && length * size <= IN_HEAP_BYTES && repetitionOf(node, sourceCode) === null
}

/** `(4, 8)` → 4, `(i, i + 4)` → 4 */
function distance(start: Node, end: Node, sourceCode: SourceCode): number | null {
  const [from, to] = [numberValue(start, sourceCode), numberValue(end, sourceCode)]
  if (from !== null && to !== null) return to - from
  const sum = unwrap(end)
  if (sum.type !== 'BinaryExpression' || sum.operator !== '+' || sourceCode.getText(sum.left) !== sourceCode.getText(start)) return null
  return numberValue(sum.right, sourceCode)
}

/** May the bytes be written between the copying and the last reading? Waiting counts: a view keeps all of its source alive meanwhile. */
function writtenBefore(copy: Copy, { nodes }: ByteReadings, sourceCode: SourceCode): 'never' | 'unlikely' | 'maybe' {
  let end = 0
  for (const { range } of nodes) end = Math.max(end, range[1])
  const regions = regionsUntil(copy.node, end)
  if (!regions) return 'maybe'
  const interim = new Interim(copy, nodes, end, sourceCode)
  if (regions.some((region) => interim.waits(region))) return 'maybe'
  const written = writesDuring(copy.source, regions, sourceCode)
  if (written === 'never') return written
  return regions.some((region) => interim.writes(region)) ? 'maybe' : 'unlikely'
}

/** What runs between the copying and the end of the last reading. */
class Interim {
  readonly #copy: Copy
  readonly #readings: readonly Node[]
  readonly #end: number
  readonly #sourceCode: SourceCode
  readonly #roots: Set<Variable | 'this'>

  constructor(copy: Copy, readings: readonly Node[], end: number, sourceCode: SourceCode) {
    this.#copy = copy
    this.#readings = readings
    this.#end = end
    this.#sourceCode = sourceCode
    this.#roots = new Set()
    this.#collectRoots(copy.source, 4)
  }

  /** The variables that what is copied comes from, and `this`. */
  #collectRoots(node: Node, depth: number): void {
    if (node.type === 'ThisExpression') this.#roots.add('this')
    const variable = node.type === 'Identifier' ? variableOf(node, this.#sourceCode) : null
    if (variable && !this.#roots.has(variable)) {
      this.#roots.add(variable)
      const value = initializerOf(variable)
      if (value && depth > 0) this.#collectRoots(value, depth - 1)
    }
    for (const child of childrenOf(node, this.#sourceCode)) this.#collectRoots(child, depth)
  }

  #isOver(node: Node): boolean {
    return node.range[0] >= this.#end || isWithin(node, this.#copy.node) || node.range[1] <= this.#copy.node.range[0]
  }

  waits(node: Node): boolean {
    if (this.#isOver(node) || isFunction(node)) return false
    const isWaiting = node.type === 'AwaitExpression' || node.type === 'YieldExpression' || (node.type === 'ForOfStatement' && node.await)
    if (isWaiting && !(isWithin(this.#copy.node, node) && node.range[1] >= this.#end)) return true
    return childrenOf(node, this.#sourceCode).some((child) => this.waits(child))
  }

  writes(node: Node): boolean {
    if (this.#isOver(node)) return false
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        if (this.#isCommand(node)) return true
        break
      case 'AssignmentExpression':
        if (this.#isElement(node.left)) return true
        break
      case 'UpdateExpression':
        if (this.#isElement(node.argument)) return true
        break
    }
    return childrenOf(node, this.#sourceCode).some((child) => this.writes(child))
  }

  /** Does assigning it write an element of something that may have the same bytes? */
  #isElement(target: Node): boolean {
    const member = unwrap(target)
    if (member.type === 'ArrayPattern' || member.type === 'ObjectPattern') return true
    return member.type === 'MemberExpression' && member.computed && !WITHOUT_BYTES.has(kindOf(member.object, this.#sourceCode)) && !this.#isApart(member.object)
  }

  /** Is it called for its effect, or does it get hold of what is copied? */
  #isCommand(call: Call): boolean {
    if (this.#readings.includes(call)) return this.#isSetOnto(call)
    const name = calleeName(call, this.#sourceCode)
    if (name !== null && isListed(name, QUIET_CALLS)) return WRITES_ARGUMENT.includes(name)
    if (call.type === 'NewExpression') return name === null || !QUIET_CONSTRUCTORS.includes(name)
    const called = methodCall(call)
    if (called && (READS.has(called.method) || WITHOUT_BYTES.has(kindOf(called.object, this.#sourceCode)) || this.#isApart(called.object))) return false
    if (outermost(call).parent?.type === 'ExpressionStatement') return true
    return this.#mentionsRoot(call) || [...this.#roots].some((root) => root === 'this' || isModuleScope(root.scope))
  }

  /** `to.set(copy)` where the copy is read once more afterwards. */
  #isSetOnto(call: Call): boolean {
    return methodCall(call)?.method === 'set' && this.#readings.some((reading) => reading.range[0] > call.range[1]) && !isOwn((methodCall(call) as { object: Node }).object, this.#sourceCode)
  }

  /** Does this function alone hold it, and not as what is copied? */
  #isApart(node: Node): boolean {
    return isOwn(node, this.#sourceCode) && !this.#mentionsRoot(node)
  }

  #mentionsRoot(node: Node): boolean {
    if (node.type === 'ThisExpression' && this.#roots.has('this')) return true
    const variable = node.type === 'Identifier' ? variableOf(node, this.#sourceCode) : null
    if (variable && this.#roots.has(variable)) return true
    return childrenOf(node, this.#sourceCode).some((child) => this.#mentionsRoot(child))
  }
}

/** Names of methods that write no bytes, whatever has them. */
const READS: ReadonlySet<string> = new Set([...(READERS.array ?? []), ...(READERS.typedarray ?? []), ...(READERS.buffer ?? []), 'push', 'subarray', 'charCodeAt', 'codePointAt', 'decode'])
const WITHOUT_BYTES: ReadonlySet<Kind> = new Set(['array', 'map', 'set', 'string', 'number', 'bigint', 'regexp', 'date', 'weakmap', 'weakset'] as const)
