import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isParenthesized } from '@eslint-community/eslint-utils'
import { functionOf, initializerOf, isExported, isFunction, namedAt, type Node, unwrap, type Variable, variableOf } from '../analysis/bindings.ts'
import { calleeName, isNew, type MethodCall, methodCall, qualifiedName, stringValue } from '../analysis/calls.ts'
import { isOwn } from '../analysis/custody.ts'
import { densityOf } from '../analysis/density.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { takesArgument } from '../analysis/functions.ts'
import { kindOf } from '../analysis/kinds.ts'
import { collectionOf, isArray, isBuiltIn, isFew, type Materialization, materializationOf } from '../analysis/materialization.ts'
import { isPure, isPureFunction } from '../analysis/purity.ts'
import { isLineEnd, type Read, readOf, stopsShort } from '../analysis/reads.ts'
import { separated } from './layout.ts'
import { freeName } from './names.ts'
import { isPlace, losesComment } from './walks.ts'

/** The same read without the collection that was made for it. */
export interface Repair {
  /** What the collection costs: `search` is filled to the end, `count` holds what is counted, `copy` every element, `order` is sorted, `text` is cut up. */
  cost: 'search' | 'count' | 'copy' | 'order' | 'text'
  /** What a message calls the repair: `find(…)`. */
  instead: string
  /** Equivalent on every input. */
  safe: boolean
  edit: TSESLint.ReportFixFunction
}

/** The file in which a repair is written. */
export interface File {
  sourceCode: SourceCode
  /** Are collections replaced that are only counted? */
  counts: boolean
  /** Is it TypeScript, where `find` says that it may find nothing? */
  typed: boolean
  supports: (feature: 'at' | 'findLast' | 'hasOwn') => boolean
}

interface Draft extends Omit<Repair, 'edit'> {
  /** What stands in the place of the read. */
  text: string
  /** Is it two expressions with an operator in between, where the read was a call? */
  operator?: true
  /** The parts of the read whose comments stay. */
  kept: readonly Node[]
}

/** How `made` is read without being made; null where it is needed or the repair has no short form. */
export function repairOf(made: TSESTree.Expression, read: Read, file: File): Repair | null {
  const draft = draftOf(made, read, file)
  if (!draft || losesComment(read.node.range, draft.kept, file.sourceCode)) return null
  const { cost, instead } = draft
  // What may find nothing says so by its type, and an index does not.
  const safe = draft.safe && !(file.typed && (read.of === 'element' || read.of === 'start') && /\.(?:at|find|findLast|next)\(/.test(draft.text) && !draft.text.endsWith('!'))
  const edit = read.of === 'start' ? editOfDeclaration(draft, read, file) : editOfRead(draft, read, file)
  return edit && { cost, instead, safe, edit }
}

/**
 * The same for a constant that is only asked for its first element, and whether it has one: `const found = xs.filter(f)` of
 * which `found[0]` and `found.length > 0` are read.
 */
export function repairOfConstant(made: TSESTree.Expression, file: File): Repair | null {
  const { sourceCode, typed } = file
  const called = methodCall(made)
  const name = made.parent.type === 'VariableDeclarator' && made.parent.init === made ? made.parent.id : null
  const variable = name?.type === 'Identifier' && !name.typeAnnotation ? variableOf(name, sourceCode) : null
  if (called?.method !== 'filter' || called.member.computed || !variable || !isMatcher(called, sourceCode) || stopsShort(made)) return null
  const reads = initializerOf(variable) === made && !isExported(variable) ? readsThrough(variable, sourceCode) : null
  if (!reads || losesComment(made.range, [made], sourceCode)) return null
  const method = reads.some(({ of }) => of === 'element') ? 'find' : 'some'
  const isChecked = reads.some(({ of }) => of === 'presence')
  const textOf = (read: Read): string => {
    if (read.of !== 'presence') return variable.name + (typed && !isChecked && isDereferenced(read.node) ? '!' : '')
    if (method === 'some') return read.present ? variable.name : `!${variable.name}`
    return `${variable.name} ${read.present ? '!==' : '==='} undefined`
  }
  return {
    cost: 'search', instead: `${method}(…)`, safe: false,
    edit: (fixer) => [fixer.replaceText(made, renamed(called, method, file)), ...reads.map((read) => fixer.replaceText(read.node, enclosed(textOf(read), read, sourceCode)))],
  }
}

/** What is read of the variable, when that is its first element and its emptiness alone. */
function readsThrough(variable: Variable, sourceCode: SourceCode): Read[] | null {
  const reads = namedAt(variable).map((mention) => readOf(mention as TSESTree.Expression, sourceCode))
  const isPlain = (read: Read | null): read is Read => read !== null && (read.of === 'presence' || (read.of === 'element' && read.index === 0 && read.node.type === 'MemberExpression'))
  return reads.length > 0 && reads.every(isPlain) && reads.every(({ node }) => sourceCode.getCommentsInside(node).length === 0) ? reads : null
}

/** The text, in parentheses where an operator around the read would bind closer than its own. */
function enclosed(text: string, { node }: Read, sourceCode: SourceCode): string {
  return /\s/.test(text) && isOperand(node.parent) && !isParenthesized(node as never, sourceCode as never) ? `(${text})` : text
}

function editOfRead({ text, operator }: Draft, { node }: Read, { sourceCode }: File): TSESLint.ReportFixFunction {
  const isExpression = node.type === 'BinaryExpression' || node.type === 'UnaryExpression'
  const isLoose = (operator ? isOperand(node.parent, 'LogicalExpression') : isExpression && isOperand(node.parent)) && !isParenthesized(node as never, sourceCode as never)
  return (fixer) => fixer.replaceText(node, separated(isLoose ? `(${text})` : text, node, sourceCode))
}

const OPERATORS: ReadonlySet<string> = new Set(['AwaitExpression', 'BinaryExpression', 'MemberExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'UnaryExpression'])

/** Is it the parent of an operand, so that its operator may bind closer than the one that is written? */
function isOperand(parent: Node | undefined, also?: string): boolean {
  return parent !== undefined && (OPERATORS.has(parent.type) || parent.type === also)
}

/** `const [first] = xs.filter(f)` → `const first = xs.find(f)`; several at once are still taken out of what is walked. */
function editOfDeclaration({ text }: Draft, { declarator, node }: Read & { of: 'start' }, { sourceCode, typed }: File): TSESLint.ReportFixFunction | null {
  const [element] = declarator.id.elements
  if (!/\.find(?:Last)?\b[^.]*\(/.test(text)) return (fixer) => fixer.replaceText(node, text)
  if (!element || element.type === 'AssignmentPattern' || declarator.id.typeAnnotation || declarator.id.elements.length > 1) return null
  const sure = typed && element.type !== 'Identifier' ? '!' : ''
  return (fixer) => [fixer.replaceText(declarator.id, separated(sourceCode.getText(element), declarator.id, sourceCode)), fixer.replaceText(node, text + sure)]
}

function draftOf(made: TSESTree.Expression, read: Read, file: File): Draft | null {
  const { sourceCode } = file
  if (isNew(made, 'Set', sourceCode)) return fromSet(made, read, file)
  const copy = materializationOf(made, sourceCode)
  if (copy?.form === 'copy') return fromCopy(copy, read, file)
  if (copy?.form === 'range') return fromRange(copy, read, file)
  if (copy?.form === 'reversal') return fromReversal(copy, read, file)
  if (copy?.form === 'merge') return fromMerge(copy, read, file)
  if (made.type !== 'CallExpression') return null
  const name = calleeName(made, sourceCode)
  if (name === 'Object.keys' || name === 'Object.entries') return fromObject(made, name, read, file)
  const called = methodCall(made)
  if (!called || called.member.computed || made.arguments.some(({ type }) => type === 'SpreadElement')) return null
  switch (called.method) {
    case 'filter':
      return fromMatches(called, read, file)
    case 'map':
      return fromMapped(called, read, file)
    case 'sort':
    case 'toSorted':
      return fromSorted(called, read, file)
    case 'split':
      return fromPieces(called, read, file)
    default:
      return null
  }
}

/** The text of the call with another method, as it is laid out. */
function renamed({ call, member: { property } }: MethodCall, method: string, { sourceCode: { text } }: File): string {
  return text.slice(call.range[0], property.range[0]) + method + text.slice(property.range[1], call.range[1])
}

/** The condition as the read has it: as it is, or negated; an optional chain that stops short gives undefined. */
function condition(text: string, read: Read & { present: boolean; otherwise?: boolean }, made: Node): string {
  const { present, otherwise = false, node } = read
  if (!stopsShort(made) || node.type !== 'BinaryExpression') return present ? text : `!${text}`
  if (present) return otherwise ? `${text} !== false` : `${text} === true`
  return otherwise ? `!${text}` : `${text} === false`
}

/** `xs.filter(f)[0]` → `xs.find(f)`, `xs.filter(f).length > 0` → `xs.some(f)` */
function fromMatches(called: MethodCall, read: Read, file: File): Draft | null {
  const { sourceCode, typed } = file
  const { call, object, arguments: [callback] } = called
  if (!callback || !isMatcher(called, sourceCode)) return null
  const safe = !stopsShort(call) && densityOf(object, sourceCode) === 'dense' && isUnseen(callback, sourceCode)
  const draft = { cost: 'search', safe, kept: [call] } as const
  if (read.of === 'presence') return { ...draft, instead: 'some(…)', text: condition(renamed(called, 'some', file), read, call) }
  if (read.of === 'size') return file.counts ? count(called, callback, read, file) : null
  const index = read.of === 'element' ? read.index : read.of === 'start' && read.count === 1 ? 0 : null
  if (index !== 0 && index !== -1) return null
  const method = index === 0 ? 'find' : 'findLast'
  if (method === 'findLast' && !file.supports('findLast')) return null
  return { ...draft, instead: `${method}(…)`, text: renamed(called, method, file) + (typed && read.of === 'element' && isDereferenced(read.node) ? '!' : '') }
}

/** `xs.filter((x) => x.ok).length` → `xs.reduce((count, x) => (x.ok ? count + 1 : count), 0)` */
function count(called: MethodCall, callback: Node, { node }: Read, file: File): Draft | null {
  const { sourceCode } = file
  const fn = unwrap(callback)
  if (fn.type !== 'ArrowFunctionExpression' || fn.body.type === 'BlockStatement' || called.arguments.length > 1) return null
  const [element] = fn.params
  if (!element || fn.params.length > 1 || element.type === 'RestElement' || sourceCode.getCommentsInside(fn).length > 0) return null
  const n = freeName('count', sourceCode)
  const reducer = `(${n}, ${sourceCode.getText(element)}) => (${grouped(fn.body, sourceCode)} ? ${n} + 1 : ${n}), 0`
  return { cost: 'count', safe: false, kept: [node], instead: 'reduce(…)', text: replaceArgument(renamed(called, 'reduce', file), called, 'reduce', callback, reducer) }
}

/** Is a property of it read right away, which the type of what may be undefined forbids? */
function isDereferenced(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'VariableDeclarator') return parent.id.type !== 'Identifier'
  return parent?.type === 'MemberExpression' && parent.object === node && !parent.optional
}

/** Is it a filter of an array, and not of jQuery and its like, whose callbacks look at `this` or are selectors? */
function isMatcher({ object, arguments: given }: MethodCall, sourceCode: SourceCode): boolean {
  const [callback] = given
  const fn = callback ? functionOf(callback, sourceCode) : null
  if (!callback || object.type === 'ThisExpression' || object.type === 'Super' || fn?.async || fn?.generator || given.length > 2) return false
  const kind = kindOf(object, sourceCode)
  if (kind !== 'unknown') return kind === 'array' || kind === 'typedarray'
  if (isArray(object, sourceCode)) return true
  if (methodCall(object)?.method === 'find') return false // one element, or a collection of another library
  if (fn?.type === 'FunctionExpression' && /\bthis\b/.test(sourceCode.getText(fn))) return false
  return (fn !== null || qualifiedName(callback, sourceCode) === 'Boolean') && !/^(?:\$|jQuery\b|cheerio\b|cy\b)/.test(sourceCode.getText(object))
}

/** Can it not be seen how often the callback runs? */
function isUnseen(callback: Node, sourceCode: SourceCode): boolean {
  const fn = functionOf(callback, sourceCode)
  return fn ? isPureFunction(fn, sourceCode) : qualifiedName(callback, sourceCode) === 'Boolean'
}

/** `xs.map(f).includes(value)` → `xs.some((x) => f(x) === value)`, `xs.map(f).indexOf(value)` → `xs.findIndex(…)` */
function fromMapped(called: MethodCall, read: Read, file: File): Draft | null {
  const { sourceCode } = file
  const { call, arguments: [callback, ...more] } = called
  if (read.of === 'element') return file.counts && read.index === 0 && callback && more.length === 0 ? firstMapped(called, callback, read.node, file) : null
  if ((read.of !== 'membership' && read.of !== 'position') || !callback || more.length > 0) return null
  const kind = kindOf(called.object, sourceCode)
  const test = kind === 'unknown' || kind === 'array' ? comparison(callback, read.value, file) : null
  if (test === null) return null
  const method = read.of === 'position' ? 'findIndex' : 'some'
  const text = replaceArgument(renamed(called, method, file), called, method, callback, test)
  return {
    cost: 'search', safe: false, kept: [call, read.value], instead: `${method}(…)`,
    text: read.of === 'position' ? text : condition(text, read, call),
  }
}

/** `xs.map(f)[0]` → `xs.slice(0, 1).map(f)[0]`, which is right for an empty array, too. */
function firstMapped({ call, object, member }: MethodCall, callback: Node, node: Node, { sourceCode }: File): Draft | null {
  if (!isArray(object, sourceCode) || isFew(object, sourceCode) || sourceCode.getTokenAfter(member.object)?.value !== '.' || takesWhole(callback, sourceCode)) return null
  const safe = densityOf(object, sourceCode) !== 'unknown' && isUnseen(callback, sourceCode)
  const { text } = sourceCode
  return { cost: 'search', safe, kept: [call], instead: 'slice(0, 1)', text: `${text.slice(node.range[0], member.object.range[1])}.slice(0, 1)${text.slice(member.object.range[1], node.range[1])}` }
}

/** May the callback look at the array? */
function takesWhole(callback: Node, sourceCode: SourceCode): boolean {
  const fn = functionOf(callback, sourceCode)
  return fn === null || takesArgument(fn, 2, sourceCode)
}

function replaceArgument(text: string, { call, member: { property } }: MethodCall, method: string, argument: Node, by: string): string {
  const shift = method.length - (property.range[1] - property.range[0]) - call.range[0]
  return text.slice(0, argument.range[0] + shift) + by + text.slice(argument.range[1] + shift)
}

/** `(x) => f(x) === value`; null where `value` is more than a name that means the same inside of the callback. */
function comparison(callback: Node, value: TSESTree.Expression, { sourceCode }: File): string | null {
  if (!isPlace(value) && !isPure(value, sourceCode)) return null
  const fn = unwrap(callback)
  const given = sourceCode.getText(value)
  if (!isFunction(fn)) {
    if (fn.type !== 'Identifier' && fn.type !== 'MemberExpression') return null
    const item = freeName('item', sourceCode)
    return `(${item}) => ${sourceCode.getText(fn)}(${item}) === ${given}`
  }
  if (fn.type !== 'ArrowFunctionExpression' || fn.async || fn.body.type === 'BlockStatement' || sourceCode.getCommentsInside(fn).length > 0) return null
  const own = new Set(sourceCode.getDeclaredVariables?.(fn).map(({ name }) => name))
  if (given.match(/[\w$]+/g)?.some((word) => own.has(word))) return null
  const head = sourceCode.text.slice(fn.range[0], (sourceCode.getTokenBefore(fn.body, ({ value: token }) => token === '=>') as TSESTree.Token).range[1])
  return `${head} ${grouped(fn.body, sourceCode)} === ${grouped(value, sourceCode)}`
}

/** The expression's text, in parentheses where it is more than a member, a call or a literal. */
function grouped(node: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(node)
  return ['ChainExpression', 'Identifier', 'Literal', 'MemberExpression', 'CallExpression', 'TemplateLiteral', 'ThisExpression', 'TSNonNullExpression', 'ArrayExpression'].includes(node.type) ? text : `(${text})`
}

/** `Object.keys(o).includes(k)` → `Object.hasOwn(o, k)`, `Object.entries(o).length` → `Object.keys(o).length` */
function fromObject(call: TSESTree.CallExpression, name: string, read: Read, file: File): Draft | null {
  const { sourceCode } = file
  const [object] = call.arguments
  if (!object || object.type === 'SpreadElement' || call.arguments.length > 1) return null
  if (name === 'Object.keys') {
    if (read.of !== 'membership' || kindOf(read.value, sourceCode) === 'number') return null
    const method = file.supports('hasOwn') ? 'Object.hasOwn' : 'Object.prototype.hasOwnProperty.call'
    const text = `${method}(${sourceCode.getText(object)}, ${sourceCode.getText(read.value)})`
    return { cost: 'copy', safe: false, kept: [object, read.value], instead: `${method}(…)`, text: condition(text, read, call) }
  }
  if (read.of !== 'size' && read.of !== 'presence') return null
  const { text } = sourceCode
  const keys = `Object.keys${text.slice(call.callee.range[1], call.range[1])}`
  return { cost: 'copy', safe: false, kept: [read.node], instead: 'Object.keys(…)', text: keys + text.slice(call.range[1], read.node.range[1]) }
}

/** `[...set].length` → `set.size`, `Array.from(set).includes(x)` → `set.has(x)`, `[...map.values()][0]` → `map.values().next().value` */
function fromCopy(made: Materialization & { form: 'copy' }, read: Read, file: File): Draft | null {
  const { sourceCode } = file
  const source = unwrap(made.source)
  const collection = collectionOf(source)
  const kind = kindOf(collection, sourceCode)
  const isKeyed = kind === 'map' || kind === 'set'
  const iterated = source === collection ? null : methodCall(source)?.method
  const safe = isKeyed && isOwn(collection, sourceCode) && !stopsShort(source)
  const draft = { cost: 'copy', safe, kept: [source] } as const
  const text = grouped(collection, sourceCode)
  switch (read.of) {
    case 'size':
      return isKeyed ? { ...draft, instead: 'size', text: `${text}.size` } : null
    case 'presence':
      return isKeyed ? { ...draft, instead: 'size', text: read.present ? `${text}.size > 0` : `${text}.size === 0` } : null
    case 'membership': {
      if (iterated === 'entries' || (kind === 'map' ? iterated !== 'keys' : kind !== 'set')) return null
      const same = isPure(read.value, sourceCode) && (!read.identical || COMPARED_ALIKE.includes(kindOf(read.value, sourceCode)))
      return { ...draft, safe: safe && same, kept: [source, read.value], instead: 'has(…)', text: condition(`${text}.has(${sourceCode.getText(read.value)})`, read, source) }
    }
    case 'element': {
      if (read.index !== 0 || (!isKeyed && !iterated)) return null
      const values = iterated ? grouped(source, sourceCode) : `${text}.${kind === 'map' ? 'entries' : 'values'}()`
      return { ...draft, instead: 'next().value', text: `${values}.next().value${file.typed && isDereferenced(read.node) ? '!' : ''}` }
    }
    case 'start':
      return kind === 'array' ? null : { ...draft, safe: safe || (kind === 'string' && isBuiltIn(source, sourceCode)), instead: 'the iterable itself', text: sourceCode.getText(made.source) }
    default:
      return null
  }
}

/** Kinds of which `===` and `Set` agree what is the same. */
const COMPARED_ALIKE: readonly string[] = ['string', 'boolean', 'object', 'array', 'function', 'null', 'undefined', 'symbol', 'bigint']

/** `xs.slice(k)[0]` → `xs[k]`, `xs.slice(k).includes(x)` → `xs.includes(x, k)`, `xs.slice(k).length` */
function fromRange({ source, from, to }: Materialization & { form: 'range' }, read: Read, { sourceCode }: File): Draft | null {
  if (!from || to || kindOf(source, sourceCode) === 'typedarray' || stopsShort(source)) return null
  const array = grouped(source, sourceCode)
  const start = sourceCode.getText(from)
  const isIndex = from.type === 'Literal' && Number.isInteger(from.value)
  const draft = { cost: 'copy', safe: isIndex && isOwn(source, sourceCode), kept: [source, from] } as const
  switch (read.of) {
    case 'element':
      return read.index === 0 && !start.startsWith('-') ? { ...draft, instead: `[${start}]`, text: `${array}[${start}]` } : null
    case 'size':
      return isIndex ? { ...draft, instead: 'Math.max(…)', text: `Math.max(${array}.length - ${start}, 0)` } : null
    case 'presence':
      return isIndex ? { ...draft, instead: `length > ${start}`, text: `${array}.length ${read.present ? '>' : '<='} ${start}` } : null
    case 'membership': {
      const method = read.identical ? 'indexOf' : 'includes'
      const text = `${array}.${method}(${sourceCode.getText(read.value)}, ${start})`
      return {
        ...draft, safe: draft.safe && isPure(read.value, sourceCode), kept: [source, from, read.value], instead: `${method}(…, ${start})`,
        text: read.identical ? `${text} ${read.present ? '!==' : '==='} -1` : condition(text, read, source),
      }
    }
    default:
      return null
  }
}

/** `[...xs].reverse().find(f)` → `xs.findLast(f)`, `[...xs].reverse()[0]` → `xs.at(-1)` */
function fromReversal({ source }: Materialization & { form: 'reversal' }, read: Read, file: File): Draft | null {
  const { sourceCode } = file
  const array = grouped(source, sourceCode)
  if (read.of === 'element' && read.index === 0 && file.supports('at')) {
    return { cost: 'copy', safe: isOwn(source, sourceCode), kept: [source], instead: 'at(-1)', text: `${array}.at(-1)` }
  }
  if (read.of !== 'search' || read.called.method !== 'find' || !file.supports('findLast')) return null
  const { call, member: { property }, arguments: [callback] } = read.called
  if (!callback || takesPosition(callback, sourceCode)) return null
  const dot = sourceCode.getTokenBefore(property) as TSESTree.Token
  const before = sourceCode.getTokenBefore(dot) as TSESTree.Token
  const layout = sourceCode.text.slice(before.range[1], dot.range[0])
  return {
    cost: 'copy', safe: densityOf(source, sourceCode) === 'dense' && isUnseen(callback, sourceCode), kept: [source, ...call.arguments], instead: 'findLast(…)',
    text: `${array}${layout}${dot.value}findLast${sourceCode.text.slice(property.range[1], call.range[1])}`,
  }
}

/** May the callback look at the index? */
function takesPosition(callback: Node, sourceCode: SourceCode): boolean {
  const fn = functionOf(callback, sourceCode)
  return fn !== null && takesArgument(fn, 1, sourceCode)
}

/** `[...a, ...b].includes(x)` → `a.includes(x) || b.includes(x)` */
function fromMerge({ sources }: Materialization & { form: 'merge' }, read: Read, { sourceCode }: File): Draft | null {
  if (!sources.every((source) => isPlace(source) && isArray(source, sourceCode))) return null
  const plain = sources.every((source) => densityOf(source, sourceCode) !== 'unknown')
  if (read.of !== 'membership' || read.identical || !isPure(read.value, sourceCode)) return null
  const value = sourceCode.getText(read.value)
  const text = sources.map((source) => `${sourceCode.getText(source)}.includes(${value})`).join(' || ')
  return { cost: 'copy', safe: plain, kept: [read.value], instead: 'includes(…) || …', text, operator: true }
}

/** `[...xs].sort(compare)[0]` → `xs.reduce((a, b) => (compare(a, b) <= 0 ? a : b), xs[0])` */
function fromSorted({ call, method, object, arguments: [compare] }: MethodCall, read: Read, { sourceCode }: File): Draft | null {
  if (read.of !== 'element' || read.index > 0 || !compare) return null
  const copy = method === 'sort' ? materializationOf(object, sourceCode) : null
  const array = method === 'sort' ? (copy?.form === 'copy' ? copy.source : null) : object
  if (!array || !isPlace(array) || !isArray(array, sourceCode)) return null
  const fn = unwrap(compare)
  const inline = fn.type === 'ArrowFunctionExpression' && fn.params.length === 2 && fn.body.type !== 'BlockStatement' && fn.params.every(({ type }) => type === 'Identifier')
  if (!inline && fn.type !== 'Identifier') return null
  const [a, b] = inline ? fn.params.map((parameter) => (parameter as TSESTree.Identifier).name) : ['a', 'b']
  const order = inline ? (fn.body.type === 'BinaryExpression' ? sourceCode.getText(fn.body) : grouped(fn.body, sourceCode)) : `${sourceCode.getText(fn)}(${a}, ${b})`
  const text = sourceCode.getText(array)
  return {
    cost: 'order', safe: false, kept: inline ? [fn.body] : [call], instead: 'reduce(…)',
    text: `${text}.reduce((${a}, ${b}) => (${order} <= 0 ? ${read.index === 0 ? `${a} : ${b}` : `${b} : ${a}`}), ${text}[0])`,
  }
}

/** `text.split('\n')[0]` → `text.split('\n', 1)[0]`, `text.split('\n').pop()` → `text.slice(text.lastIndexOf('\n') + 1)` */
function fromPieces(called: MethodCall, read: Read, { sourceCode }: File): Draft | null {
  const { call, object, arguments: [separator, limit] } = called
  if (!separator || limit || !isLineEnd(separator, sourceCode)) return null
  const kind = kindOf(object, sourceCode)
  if (kind !== 'string' && kind !== 'unknown') return null
  const { text } = sourceCode
  const draft = { cost: 'text', safe: kind === 'string', kept: [read.node] } as const
  const limited = (count: number) => ({ ...draft, instead: `split(…, ${count})`, text: `${text.slice(read.node.range[0], separator.range[1])}, ${count}${text.slice(separator.range[1], read.node.range[1])}` })
  switch (read.of) {
    case 'element': {
      if (read.index >= 0) return limited(read.index + 1)
      const line = stringValue(separator, sourceCode)
      if (!line || !isPlace(object)) return null
      const whole = sourceCode.getText(object)
      return { ...draft, safe: false, kept: [call], instead: 'slice(…)', text: `${whole}.slice(${whole}.lastIndexOf(${sourceCode.getText(separator)}) + ${line.length})` }
    }
    case 'start':
      return read.count === 1 ? limited(1) : null
    case 'prefix':
      return { ...limited(read.count), text: `${text.slice(call.range[0], separator.range[1])}, ${read.count}${text.slice(separator.range[1], call.range[1])}` }
    default:
      return null
  }
}

/** `new Set(xs).has(x)` → `xs.includes(x)` */
function fromSet({ arguments: [source, ...more] }: TSESTree.NewExpression, read: Read, { sourceCode }: File): Draft | null {
  if (read.of !== 'membership' || !source || source.type === 'SpreadElement' || more.length > 0) return null
  const kind = kindOf(source, sourceCode)
  if (kind !== 'array' && kind !== 'unknown') return null
  const text = `${grouped(source, sourceCode)}.includes(${sourceCode.getText(read.value)})`
  const safe = densityOf(source, sourceCode) !== 'unknown' && isPure(read.value, sourceCode)
  return { cost: 'copy', safe, kept: [source, read.value], instead: 'includes(…)', text: read.present ? text : `!${text}` }
}
