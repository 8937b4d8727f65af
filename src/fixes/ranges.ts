import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { functionOf, isFunction, type Node, unwrap, variableOf } from '../analysis/bindings.ts'
import type { MethodCall } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { takesArgument } from '../analysis/functions.ts'
import { kindOf } from '../analysis/kinds.ts'
import { wholeName } from '../analysis/occurrences.ts'
import type { Range } from '../analysis/ranges.ts'
import { freeName } from './names.ts'
import { losesComment } from './walks.ts'

export interface Repair {
  edit: TSESLint.ReportFixFunction
  /** Equivalent on every input. */
  safe: boolean
}

/** `range.map(f)` as `Array.from({ length: n }, f)`; null where `f` may look at more than its index. */
export function mapWhileMaking({ call, arguments: [callback, ...more] }: MethodCall, range: Range, sourceCode: SourceCode): Repair | null {
  if (!callback || more.length > 0 || call.typeArguments || losesComment(call.range, [callback, range.count], sourceCode)) return null
  const mapper = range.element === 'index' ? takingIndex(callback, sourceCode) : takingBoth(callback, sourceCode)
  if (!mapper) return null
  const length = range.count.type === 'Identifier' && range.count.name === 'length' ? 'length' : `length: ${sourceCode.getText(range.count)}`
  return { edit: (fixer) => fixer.replaceText(call, `Array.from({ ${length} }, ${mapper.text})`), safe: mapper.safe && (range.by === 'length' || isWhole(range.count, sourceCode)) }
}

interface Mapper {
  text: string
  safe: boolean
}

/** The callback that took element and index and still does. */
function takingBoth(callback: Node, sourceCode: SourceCode): Mapper | null {
  const fn = functionOf(callback, sourceCode)
  if (fn && takesArgument(fn, 2, sourceCode)) return null
  return { text: sourceCode.getText(callback), safe: fn !== null }
}

/** The callback whose first parameter was the index, which is now the second. */
function takingIndex(callback: Node, sourceCode: SourceCode): Mapper | null {
  const fn = unwrap(callback)
  if (!isFunction(fn)) {
    return fn.type === 'Identifier' && fn.name.length > 1 ? { text: `(_, i) => ${fn.name}(i)`, safe: false } : null
  }
  const [index] = fn.params
  if (takesArgument(fn, 1, sourceCode) || (index?.type === 'Identifier' && index.name === 'this')) return null
  const text = sourceCode.getText(fn)
  if (!index) return { text, safe: true }
  const open = sourceCode.getTokenBefore(index)
  const start = index.range[0] - fn.range[0]
  const bare = open === null || open.range[0] < fn.range[0] || open.value !== '('
  const unused = /(?<![\w$])_(?![\w$])/.test(text) ? freeName('_', sourceCode) : '_'
  const end = index.range[1] - fn.range[0]
  const parameters = bare ? `(${unused}, ${text.slice(start, end)})` : `${unused}, ${text.slice(start, end)}`
  return { text: text.slice(0, start) + parameters + text.slice(end), safe: true }
}

/** Is it a number that is good for a length: whole and not below zero? */
function isWhole(count: Node, sourceCode: SourceCode): boolean {
  if (count.type === 'Literal') return typeof count.value === 'number' && Number.isInteger(count.value) && count.value < 2 ** 32
  const owner = count.type === 'MemberExpression' && !count.computed && count.property.type === 'Identifier' && count.property.name === 'length' ? kindOf(count.object, sourceCode) : null
  return owner === 'array' || owner === 'string'
}

/** `range.forEach(f)` as a loop; null where `f` is more than a loop can hold. */
export function loopOver({ call, arguments: [callback, ...more] }: MethodCall, range: Range, sourceCode: SourceCode): Repair | null {
  const statement = call.parent
  const fn = callback && unwrap(callback)
  if (statement.type !== 'ExpressionStatement' || fn?.type !== 'ArrowFunctionExpression' || fn.async || more.length > 0) return null
  const index = indexOf(fn, range, sourceCode)
  if (index === null || !fitsLoop(fn, index, range, sourceCode) || losesComment(statement.range, [fn.body, range.count], sourceCode)) return null
  const text = sourceCode.getText(range.count)
  const isFixed = range.count.type === 'Literal'
  const count = freeName('count', sourceCode)
  const head = isFixed ? `for (let ${index} = 0; ${index} < ${text}; ${index}++)` : `for (let ${index} = 0, ${count} = ${text}; ${index} < ${count}; ${index}++)`
  const body = sourceCode.getText(fn.body)
  const loop = `${head} ${fn.body.type === 'BlockStatement' ? body : endOf(body, statement, call)}`
  // A semicolon on the next line is there for the sake of that line.
  const end = statement.loc.end.line === call.loc.end.line ? statement.range[1] : call.range[1]
  return { edit: (fixer) => fixer.replaceTextRange([statement.range[0], end], loop), safe: isWhole(range.count, sourceCode) }
}

/** The expression as a statement, ended as the one before was. */
function endOf(text: string, statement: Node, call: Node): string {
  const end = statement.range[1] > call.range[1] && statement.loc.end.line === call.loc.end.line ? ';' : ''
  return (/^(?:\{|async\b|class\b|let\b)/.test(text) ? `(${text})` : text) + end
}

/** The name of the callback's index, or a free one; null when it takes more. */
function indexOf(fn: TSESTree.ArrowFunctionExpression, { element }: Range, sourceCode: SourceCode): string | null {
  const [first, second, ...more] = fn.params
  if (more.length > 0 || fn.params.some(({ type }) => type !== 'Identifier')) return null
  const index = element === 'index' ? first : second
  const other = element === 'index' ? second : first
  if (other && variableOf(other, sourceCode)?.references.length !== 0) return null
  return index ? (index as TSESTree.Identifier).name : freeName('i', sourceCode)
}

/** Does the body mean the same in a loop, where the count is evaluated beside the index? */
function fitsLoop(fn: TSESTree.ArrowFunctionExpression, index: string, range: Range, sourceCode: SourceCode): boolean {
  const variable = fn.params.map((parameter) => variableOf(parameter, sourceCode)).find((one) => one?.name === index)
  if (variable?.references.some((reference) => reference.isWrite())) return false
  if (new RegExp(wholeName(index)).test(sourceCode.getText(range.count))) return false
  return !/\b(?:break|continue)[ \t]+[\w$]/.test(sourceCode.getText(fn.body)) && sourceCode.getTokens(fn.body).every(({ value }) => !UNFIT.has(value))
}

/** What leaves the callback, or would be shared by all rounds of a loop; labels are left to it, too. */
const UNFIT: ReadonlySet<string> = new Set(['function', 'return', 'var'])
