import { DISPOSABLES, type DisposableRow, DISPOSING_METHODS } from '../knowledge/disposables.ts'
import { type FunctionNode, functionOf, type Node, resolve, unwrap, variableOf } from './bindings.ts'
import { calleeName, methodCall, qualifiedName } from './calls.ts'
import { type ClassNode, type Method, methodsOf } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { keyName, lastName, lastSegment } from './occurrences.ts'
import { resultsOf } from './results.ts'
import { hasTypes, typedDisposal } from './types.ts'

export const DISPOSE = '[Symbol.dispose]'
export const ASYNC_DISPOSE = '[Symbol.asyncDispose]'

/** The declaration that disposes of a value as a call of `method` does, awaited or not; null where that is not known. */
export function declarationFor(value: Node, method: string, isAwaited: boolean, sourceCode: SourceCode): 'using' | 'await using' | null {
  return disposesBy(value, method, isAwaited, sourceCode) ? (isAwaited ? 'await using' : 'using') : null
}

function disposesBy(value: Node, method: string, isAwaited: boolean, sourceCode: SourceCode): boolean {
  const symbol = isAwaited ? ASYNC_DISPOSE : DISPOSE
  const row = rowOf(value, sourceCode)
  if (row) return (isAwaited ? row.async : row.sync).includes(method) || (method === symbol && hasSymbol(row, isAwaited))
  const methods = ownMethods(value, sourceCode)
  if (methods) return callsSame(methods, symbol, method, sourceCode)
  const typed = typedDisposal(value, sourceCode)
  if (!typed || !(isAwaited ? typed.async : typed.sync)) return false
  if (typed.platform === null) return method === symbol || isTheDisposal(method, typed.names)
  const platforms = DISPOSABLES.find(({ type }) => type === typed.platform)
  return platforms !== undefined && (method === symbol || (isAwaited ? platforms.async : platforms.sync).includes(method))
}

/** A type says that there is a disposal, not which of its methods it calls: where there is a choice, only by its name. */
function isTheDisposal(method: string, names: readonly string[]): boolean {
  if (!DISPOSING_METHODS.has(method)) return false
  return /^dispose/.test(method) || names.every((name) => name === method || !DISPOSING_METHODS.has(name))
}

/** The row of Node's own that the expression makes: `await open(path)`, `new DatabaseSync(path)`. */
export function rowOf(value: Node, sourceCode: SourceCode): DisposableRow | null {
  const inner = unwrap(value)
  const call = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return null
  if (!NAMES.has(lastName(call.callee) ?? '')) {
    const root = unwrap(call.callee)
    if (root.type !== 'Identifier') return null // else it may be imported under another name
  }
  const name = `${call.type === 'NewExpression' ? 'new ' : ''}${calleeName(call, sourceCode)}`
  return DISPOSABLES.find(({ made, late }) => Boolean(late) === (inner.type === 'AwaitExpression') && made.includes(name)) ?? null
}

const NAMES: ReadonlySet<string> = new Set(DISPOSABLES.flatMap(({ made }) => made.map(lastSegment)))

/** May the file have a disposable: does it name one, or the end of one, or has it types that may? */
export function mayHaveDisposables(sourceCode: SourceCode): boolean {
  return hasTypes(sourceCode) || MENTIONS.test(sourceCode.text)
}

const MENTIONS = new RegExp(`\\b(?:finally|Symbol\\.(?:dispose|asyncDispose)|${[...NAMES].join('|')})\\b`)

function hasSymbol({ sync, async, type }: DisposableRow, isAwaited: boolean): boolean {
  return type === 'Disposable' ? !isAwaited : (isAwaited ? async : sync).length > 0
}

/** The methods of what the expression makes: of a class of the file, or of an object that a function of the file returns. */
export function ownMethods(value: Node, sourceCode: SourceCode): readonly Method[] | null {
  const inner = unwrap(value)
  const made = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner
  if (made.type === 'NewExpression') {
    const node = inner === made ? classOf(made.callee, sourceCode) : null
    return node && disposable(classMethods(node, sourceCode))
  }
  const fn = made.type === 'CallExpression' ? functionOf(made.callee, sourceCode) : null
  if (!fn || fn.generator || fn.async !== (inner.type === 'AwaitExpression')) return null
  const results = resultsOf(fn, sourceCode).map((result) => resolve(result, sourceCode))
  const [result] = results
  if (results.length !== 1 || !result) return null
  return result.type === 'ObjectExpression' ? disposable(methodsOf(result)) : result.type === 'NewExpression' ? ownMethods(result, sourceCode) : null
}

/** Iterators dispose of themselves by `return`, which loops call. */
function disposable(methods: readonly Method[]): readonly Method[] | null {
  const has = (name: string): boolean => methods.some((method) => method.name === name)
  return (has(DISPOSE) || has(ASYNC_DISPOSE)) && !has('next') ? methods : null
}

/** The class of the file that a name stands for. */
export function classOf(node: Node, sourceCode: SourceCode): ClassNode | null {
  const value = resolve(node, sourceCode)
  if (value.type === 'ClassExpression') return value
  const declared = variableOf(value, sourceCode)?.defs[0]?.node as Node | undefined
  return declared?.type === 'ClassDeclaration' ? declared : null
}

function classMethods(node: ClassNode, sourceCode: SourceCode, depth = 3): readonly Method[] {
  const own = methodsOf(node)
  const above = node.superClass && depth > 0 ? classOf(node.superClass, sourceCode) : null
  if (!above) return own
  return [...own, ...classMethods(above, sourceCode, depth - 1).filter(({ name }) => !own.some((method) => method.name === name))]
}

/** Do both names call the same: one by the other, or by the same code? */
function callsSame(methods: readonly Method[], symbol: string, name: string, sourceCode: SourceCode): boolean {
  const disposal = methods.find((method) => method.name === symbol)?.fn
  if (!disposal || name === symbol) return disposal !== undefined
  const other = methods.find((method) => method.name === name)?.fn
  if (!other) return false
  return onlyCalls(disposal, name, sourceCode) || onlyCalls(other, symbol, sourceCode) || sourceCode.getText(disposal.body) === sourceCode.getText(other.body)
}

/** `{ return this.close() }` */
function onlyCalls(fn: FunctionNode, name: string, sourceCode: SourceCode): boolean {
  if (fn.params.length > 0 || fn.generator) return false
  const [statement, ...rest] = fn.body.type === 'BlockStatement' ? fn.body.body : [fn.body]
  if (!statement || rest.length > 0) return false
  const call = statement.type === 'ReturnStatement' ? statement.argument : statement.type === 'ExpressionStatement' ? statement.expression : statement
  const inner = call?.type === 'AwaitExpression' ? call.argument : call
  const called = inner ? calledMethod(inner, sourceCode) : null
  return called !== null && called.name === name && called.object.type === 'ThisExpression' && called.takes === 0
}

/** A method that is called, by name or by symbol: `file.close()`, `lock[Symbol.dispose]()`. */
export function calledMethod(node: Node, sourceCode: SourceCode): { object: Node; name: string; takes: number } | null {
  const call = unwrap(node)
  if (call.type !== 'CallExpression') return null
  const named = methodCall(call)
  if (named) return { object: named.object, name: named.method, takes: call.arguments.length }
  const member = unwrap(call.callee)
  if (member.type !== 'MemberExpression' || !member.computed || !/^Symbol\.(?:async)?[dD]ispose$/.test(qualifiedName(member.property, sourceCode) ?? '')) return null
  return { object: unwrap(member.object), name: keyName({ key: member.property as never, computed: true }) ?? '', takes: call.arguments.length }
}

/**
 * Does a class of the file dispose of its instances without an error: by nothing but constants that it gives to private fields of its own?
 * A public field may be frozen, or have been given a setter.
 */
export function disposesQuietly(value: Node, sourceCode: SourceCode): boolean {
  const made = unwrap(value)
  const node = made.type === 'NewExpression' ? classOf(made.callee, sourceCode) : null
  if (!node || node.superClass) return false
  const methods = methodsOf(node)
  const disposal = methods.find(({ name }) => name === DISPOSE)?.fn
  return disposal !== undefined && !methods.some(({ name }) => name === ASYNC_DISPOSE) && isQuiet(disposal, methods, sourceCode, 2)
}

function isQuiet(fn: FunctionNode, methods: readonly Method[], sourceCode: SourceCode, depth: number): boolean {
  if (fn.async || fn.generator || fn.params.length > 0 || fn.body.type !== 'BlockStatement') return false
  return fn.body.body.every((statement) => {
    if (statement.type !== 'ExpressionStatement') return false
    const { expression } = statement
    if (expression.type === 'AssignmentExpression') {
      const { left, operator, right } = expression
      return operator === '=' && right.type === 'Literal' && left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && left.property.type === 'PrivateIdentifier' && isField(left.property.name, fn)
    }
    const called = calledMethod(expression, sourceCode)
    const next = called?.object.type === 'ThisExpression' && called.name.startsWith('#') && called.takes === 0 && depth > 0 ? methods.find(({ name }) => name === called.name) : undefined
    return next !== undefined && isQuiet(next.fn, methods, sourceCode, depth - 1)
  })
}

/** Is `#name` a field, and no setter, of the class around the method? */
function isField(name: string, fn: FunctionNode): boolean {
  const body = fn.parent.parent
  return body?.type === 'ClassBody' && body.body.some((one) => one.type === 'PropertyDefinition' && !one.static && keyName(one) === `#${name}`)
}
