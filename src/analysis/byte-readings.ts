import type { TSESTree } from '@typescript-eslint/utils'
import { BYTE_JOINING_CALLS, BYTE_READING_CALLS, BYTE_READING_METHODS, COMMON_BYTE_METHODS, NAMED_AS_BYTE_READER, NAMED_AS_KEEPER } from '../knowledge/bytes.ts'
import { GIVES_RECEIVER, READERS } from '../knowledge/effects.ts'
import { type FunctionNode, functionOf, homeOf, isConstant, isExported, isTarget, isValueReference, type Node, outermost, propertyName, resolve, type Variable, variableOf } from './bindings.ts'
import { type Call, calleeName, methodCall } from './calls.ts'
import { runsWithin } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, takesArgument } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'
import { lastName } from './occurrences.ts'

/** Where bytes are read, by whom, and for sure. */
export interface ByteReadings {
  /** The whole expressions or loops that read them. */
  nodes: readonly Node[]
  /** Is every reader known, and not only named like one? */
  isCertain: boolean
}

/**
 * What becomes of the bytes that the expression gives, when all of it is reading them while this function runs: null when some may be
 * written, when somebody may keep them, or when they are asked for what sets a view apart from a copy (`buffer`, `byteOffset`, identity).
 * `as` says by which methods they may be read: of a typed array, of a Buffer, or only those that are the same for both.
 */
export function byteReadingsOf(value: Node, as: keyof typeof METHODS, sourceCode: SourceCode): ByteReadings | null {
  const reader = new Reader(METHODS[as], sourceCode)
  return reader.isRead(value) && reader.nodes.length > 0 ? reader : null
}

const METHODS = {
  typedarray: new Set(READERS.typedarray),
  buffer: new Set([...(READERS.buffer ?? []), ...COMMON_BYTE_METHODS]),
  either: COMMON_BYTE_METHODS,
} as const satisfies Record<string, ReadonlySet<string>>
/** What gives an iterator over the bytes as they are then. */
const LIVE: ReadonlySet<string> = new Set(['entries', 'keys', 'values'])
const PRIMITIVES: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint'] as const)
const SIZES: ReadonlySet<string> = new Set(['BYTES_PER_ELEMENT', 'byteLength', 'length'])

class Reader implements ByteReadings {
  readonly nodes: Node[] = []
  isCertain = true
  readonly #methods: ReadonlySet<string>
  readonly #sourceCode: SourceCode
  readonly #seen = new Set<Variable>()

  constructor(methods: ReadonlySet<string>, sourceCode: SourceCode) {
    this.#methods = methods
    this.#sourceCode = sourceCode
  }

  /** A Buffer as a text is what it spells, and a Uint8Array its numbers. */
  get #isEither(): boolean {
    return this.#methods === METHODS.either
  }

  isRead(value: Node): boolean {
    const node = outermost(value)
    const { parent } = node
    switch (parent?.type) {
      case 'MemberExpression':
        return parent.object === node && this.#isMemberRead(parent)
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#isArgumentRead(node, parent)
      case 'SpreadElement':
        return parent.parent.type !== 'ObjectExpression' && this.#found(parent.parent)
      case 'ArrayExpression':
        return this.#isJoined(parent)
      case 'ForOfStatement':
        return parent.right === node && !parent.await && this.#found(parent)
      case 'LogicalExpression':
        return this.isRead(parent)
      case 'ConditionalExpression':
        return parent.test !== node && this.isRead(parent)
      case 'TemplateLiteral':
        return !this.#isEither && parent.parent.type !== 'TaggedTemplateExpression' && this.#found(parent)
      case 'VariableDeclarator':
        if (parent.init !== node) return false
        return parent.id.type === 'ArrayPattern' ? this.#found(parent) : this.#isVariableRead(parent.id)
      default:
        return false
    }
  }

  #found(node: Node): true {
    this.nodes.push(node)
    return true
  }

  #isVariableRead(name: Node): boolean {
    const variable = variableOf(name, this.#sourceCode)
    if (!variable || !isConstant(variable) || isExported(variable)) return false
    if (this.#seen.has(variable)) return true
    this.#seen.add(variable)
    const home = homeOf(variable)
    return variable.references.every((reference) => {
      if (reference.init || !isValueReference(reference)) return true
      const node = reference.identifier as Node
      return node.range[0] > name.range[1] && runsDuring(node, home, this.#sourceCode) && this.isRead(node)
    })
  }

  #isMemberRead(member: TSESTree.MemberExpression): boolean {
    const outer = outermost(member)
    const { parent } = outer
    const name = propertyName(member)
    if (parent?.type === 'CallExpression' && parent.callee === outer) return name !== null && this.#isCallRead(name, parent)
    if (isTarget(outer)) return false
    return (name === null || /^\d+$/.test(name) || SIZES.has(name)) && this.#found(outer)
  }

  #isCallRead(method: string, call: TSESTree.CallExpression): boolean {
    if (method === 'subarray' || (method === 'slice' && this.#methods === METHODS.buffer)) return this.isRead(call)
    if (!this.#methods.has(method) && !(this.#methods === METHODS.buffer && /^read[A-Z]/.test(method))) return false
    if (LIVE.has(method)) return isWalked(call) && this.#found(outermost(call).parent as Node)
    const position = GIVES_RECEIVER[method]
    if (position !== undefined) {
      const [callback] = call.arguments
      const fn = callback && functionOf(callback, this.#sourceCode)
      if (!fn || fn.async || fn.generator) this.isCertain = false
      if (fn && takesArgument(fn, position, this.#sourceCode)) return false
    }
    return this.#found(call)
  }

  #isArgumentRead(node: Node, call: Call): boolean {
    const position = call.arguments.indexOf(node as TSESTree.CallExpressionArgument)
    const name = calleeName(call, this.#sourceCode)
    if (name !== null && Object.hasOwn(BYTE_READING_CALLS, name)) return Boolean(BYTE_READING_CALLS[name]?.includes(position)) && this.#found(call)
    if (call.type === 'NewExpression') return false
    return functionOf(call.callee, this.#sourceCode) ? this.#isGivenToFunction(call, position) : this.#isGivenToMethod(call, position) || this.#isAnswered(call)
  }

  /** `toHex(bytes)` of another file: it gives back a text or a number, which is what it is called for. */
  #isAnswered(call: TSESTree.CallExpression): boolean {
    const name = calleeName(call, this.#sourceCode)?.split('.').at(-1)
    if (!name || NAMED_AS_KEEPER.test(name) || outermost(call).parent?.type === 'ExpressionStatement') return false
    this.isCertain = false
    return (NAMED_AS_BYTE_READER.test(name) || (!this.#isEither && PRIMITIVES.has(kindOf(call, this.#sourceCode)))) && this.#found(call)
  }

  #isGivenToMethod(call: TSESTree.CallExpression, position: number): boolean {
    const called = methodCall(call)
    const reading = called && Object.hasOwn(BYTE_READING_METHODS, called.method) ? BYTE_READING_METHODS[called.method] : undefined
    if (!called || reading?.argument !== position) return false
    const kind = kindOf(called.object, this.#sourceCode)
    if (kind === 'typedarray' || kind === 'buffer') return this.#found(call)
    if (kind !== 'unknown') return false
    const made = resolve(called.object, this.#sourceCode)
    const maker = made.type === 'CallExpression' || made.type === 'NewExpression' ? calleeName(made, this.#sourceCode) : null
    if (maker !== null && reading.madeBy?.test(maker)) return this.#found(call)
    this.isCertain = false
    return reading.named.test(lastName(called.object) ?? '') && this.#found(call)
  }

  /** A function of this file, whose parameter is only read. */
  #isGivenToFunction(call: TSESTree.CallExpression, position: number): boolean {
    const fn = functionOf(call.callee, this.#sourceCode)
    const parameter = fn?.params[position]
    if (!fn || parameter?.type !== 'Identifier' || fn.async || fn.generator || call.arguments.some(({ type }) => type === 'SpreadElement')) return false
    const length = this.nodes.length
    if (takesArgument(fn, Infinity, this.#sourceCode) || !this.#isVariableRead(parameter)) return false
    this.nodes.length = length // what stands in the function is not where this call reads
    return this.#found(call)
  }

  /** `Buffer.concat([head, bytes])`, `new Blob([bytes])` */
  #isJoined(list: TSESTree.ArrayExpression): boolean {
    const call = list.parent
    if ((call.type !== 'CallExpression' && call.type !== 'NewExpression') || call.arguments[0] !== list) return false
    return BYTE_JOINING_CALLS.has(calleeName(call, this.#sourceCode) ?? '') && this.#found(call)
  }
}

/** Is the iterator walked where it is made? */
function isWalked(iterator: Node): boolean {
  const { parent } = outermost(iterator)
  return parent?.type === 'SpreadElement' || (parent?.type === 'ForOfStatement' && !parent.await && parent.right === outermost(iterator))
}

/** Is `node` only run while `home` runs: in itself, or in functions that are called where they are written? */
function runsDuring(node: Node, home: FunctionNode | null, sourceCode: SourceCode): boolean {
  let fn = enclosingFunction(node)
  while (fn && fn !== home && runsWithin(fn, sourceCode)) fn = enclosingFunction(fn)
  return fn === home
}
