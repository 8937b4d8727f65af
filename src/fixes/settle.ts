import { type FunctionNode, functionOf, isFunction, isWithin, type Node, outermost, readsOf, unwrap, variableOf } from '../analysis/bindings.ts'
import { stringValue } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { lastName } from '../analysis/occurrences.ts'
import type { Leak } from '../analysis/pairing.ts'
import { type Edit, fixOf, indentOf, insertAt, replace, semicolon } from './edits.ts'
import { freeName } from './names.ts'
import { clearingOf, handleName, isHandled, listenerName, removalOf, statementOf, withSignal } from './removal.ts'
import type { Repair } from './repair.ts'

/** Releases a timer or a listener when the promise settles for which it was made. */
export function settleWith(leak: Leak, typed: boolean, sourceCode: SourceCode): Repair | null {
  if (leak.fault !== 'outlived') return isOfAbort(leak, sourceCode) ? endWithPromise(leak, sourceCode) : removeBeforeSettling(leak, sourceCode)
  const executor = enclosingFunction(leak.call)
  const promise = executor && outermost(executor).parent
  const race = promise?.type === 'NewExpression' ? raceOf(promise, sourceCode) : null
  return race ? clearAfterRace(leak, race, promise as Node, typed, sourceCode) : clearAfterRequest(leak, sourceCode)
}

/** Most programs end without an abort, so that its listener has to go without it, too. */
function isOfAbort({ event }: Leak, sourceCode: SourceCode): boolean {
  return stringValue(event ?? undefined, sourceCode) === 'abort'
}

/** A controller before the promise, whose signal the listener gets, and `.finally(() => controller.abort())` behind the promise. */
function endWithPromise(leak: Leak, sourceCode: SourceCode): Repair | null {
  const executor = enclosingFunction(leak.call)
  const promise = executor && outermost(executor).parent
  if (promise?.type !== 'NewExpression') return null
  const name = freeName('controller', sourceCode)
  const signal = withSignal(leak, `signal: ${name}.signal`, sourceCode)
  const declared = declare(`const ${name} = new AbortController()`, promise, sourceCode)
  return signal && declared && { verb: 'release', place: "'finally'", edit: fixOf([signal, insertAt(promise.range[1], `.finally(() => ${name}.abort())`), ...declared]) }
}

/** The `Promise.race([…])` in which the promise stands, there or by its name. */
function raceOf(promise: Node, sourceCode: SourceCode): Node | null {
  const { parent } = outermost(promise)
  if (parent?.type === 'ArrayExpression') return parent.parent.type === 'CallExpression' ? parent.parent : null
  const variable = parent?.type === 'VariableDeclarator' ? variableOf(parent.id, sourceCode) : null
  for (const { identifier } of variable ? readsOf(variable) : []) {
    const race = raceOf(identifier, sourceCode)
    if (race) return race
  }
  return null
}

/** `let timer` before, `timer = setTimeout(…)` in the executor, `.finally(() => clearTimeout(timer))` behind the race. */
function clearAfterRace({ call, sink }: Leak, race: Node, promise: Node, typed: boolean, sourceCode: SourceCode): Repair | null {
  if (sink.kind !== 'dropped' || enclosingFunction(race) !== enclosingFunction(promise)) return null
  const name = freeName('timer', sourceCode)
  const declaration = `let ${name}${typed ? ': ReturnType<typeof setTimeout> | undefined' : ''}`
  const start = assignment(call, name, sourceCode)
  const clear = insertAt(race.range[1], `.finally(() => clearTimeout(${name}))`)
  const declared = declare(declaration, promise, sourceCode)
  return start && declared && { verb: 'release', place: "'finally'", edit: fixOf([...start, clear, ...declared]) }
}

function assignment(call: Node, name: string, sourceCode: SourceCode): Edit[] | null {
  const { parent } = outermost(call)
  if (parent?.type === 'ExpressionStatement') return [insertAt(call.range[0], `${name} = `)]
  if (parent?.type !== 'ArrowFunctionExpression' || sourceCode.getTokenBefore(call)?.value === '(') return null
  return [insertAt(call.range[0], `{ ${name} = `), insertAt(call.range[1], ' }')]
}

/** Declares a variable before the statement around `node`, in a block that is made for it when there is none. */
function declare(declaration: string, node: Node, sourceCode: SourceCode): Edit[] | null {
  const end = semicolon(sourceCode)
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (parent.type === 'BlockStatement' || parent.type === 'Program') {
      const directive = sourceCode.getCommentsBefore(at as never).find(({ value, loc }) => /^\s*(?:eslint-disable-next-line|@ts-|prettier-ignore)/.test(value) && loc.end.line === at.loc.start.line - 1)
      return [insertAt(directive?.range[0] ?? at.range[0], `${declaration}${end}\n${indentOf(at, sourceCode)}`)] // a directive stays with its line
    }
    if (isFunction(parent) && parent.body === at) {
      if (sourceCode.getTokenBefore(at)?.value === '(') return null
      return [insertAt(at.range[0], `{ ${declaration}; return `), insertAt(at.range[1], ' }')]
    }
    if (isFunction(parent) || parent.type === 'SwitchCase') return null
  }
  return null
}

/** `const timer = setTimeout(…)`, and `.finally(() => clearTimeout(timer))` behind the call that gets the signal. */
function clearAfterRequest({ call, sink, handler }: Leak, sourceCode: SourceCode): Repair | null {
  const statement = statementOf(call)
  const request = handler && requestOf(handler, sourceCode)
  if (!statement || !request || !isPromiseUse(request)) return null
  const name = sink.kind === 'variable' ? sink.variable.name : freeName('timer', sourceCode)
  if (sink.kind === 'field') return null
  const named = sink.kind === 'dropped' ? [insertAt(statement.range[0], `const ${name} = `)] : []
  return { verb: 'release', place: "'finally'", edit: fixOf([...named, insertAt(request.range[1], `.finally(() => clearTimeout(${name}))`)]) }
}

/** The one call that gets the signal of the controller which the callback aborts. */
function requestOf(handler: Node, sourceCode: SourceCode): Node | null {
  const fn = functionOf(handler, sourceCode)
  const scope = fn && sourceCode.getScope(fn.body)
  const controller = scope?.references.map(({ resolved }) => resolved).find((variable) => variable !== null && variable !== undefined)
  const uses = controller ? readsOf(controller).flatMap(({ identifier }) => {
    const { parent } = outermost(identifier)
    return parent?.type === 'MemberExpression' && parent.property.type === 'Identifier' && parent.property.name === 'signal' ? parent : []
  }) : []
  const [use] = uses
  if (uses.length !== 1 || !use) return null
  const property = outermost(use).parent
  const call = property?.type === 'Property' ? property.parent.parent : property
  return call?.type === 'CallExpression' && call.arguments.some((argument) => isWithin(use, argument)) ? call : null
}

function isPromiseUse(call: Node): boolean {
  const { parent } = outermost(call)
  return parent?.type === 'AwaitExpression' || (parent?.type === 'MemberExpression' && /^(?:then|catch)$/.test(lastName(parent) ?? ''))
}

/** Names the listener or the handle, and takes it away just before each statement that settles the promise. */
function removeBeforeSettling(leak: Leak, sourceCode: SourceCode): Repair | null {
  const { call, handler, resource, sink } = leak
  const executor = enclosingFunction(call)
  const fn = handler && functionOf(handler, sourceCode)
  const statement = statementOf(call)
  if (!executor || !fn || !isFunction(unwrap(handler)) || statement?.parent?.type !== 'BlockStatement') return null
  if (!isHandled(leak)) {
    const name = freeName(listenerName(leak, sourceCode), sourceCode)
    const removals = beforeSettling(removalOf(leak, name, sourceCode), executor, fn, sourceCode)
    if (!removals) return null
    const text = edited(handler, removals, sourceCode)
    return repair('the listener itself', [insertAt(statement.range[0], `const ${name} = ${text}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`), replace(handler, name)])
  }
  if (resource.kind !== 'timer' || (sink.kind === 'dropped' ? statement.type !== 'ExpressionStatement' : sink.kind !== 'variable')) return null // others may call back before there is a handle
  const name = sink.kind === 'variable' ? sink.variable.name : freeName(handleName(leak), sourceCode)
  const removals = beforeSettling(clearingOf(leak, name), executor, fn, sourceCode)
  return removals && repair('the callback itself', [...(sink.kind === 'dropped' ? [insertAt(statement.range[0], `const ${name} = `)] : []), ...removals])
}

function repair(place: string, edits: readonly Edit[]): Repair {
  return { verb: 'release', place, edit: fixOf(edits) }
}

/** The text of the node with what is inserted into it. */
function edited(node: Node, edits: readonly Edit[], sourceCode: SourceCode): string {
  let text = sourceCode.getText(node)
  for (const edit of [...edits].sort((a, b) => b.range[0] - a.range[0])) {
    const at = edit.range[0] - node.range[0]
    text = `${text.slice(0, at)}${edit.text}${text.slice(at)}`
  }
  return text
}

/** The removal before all that calls `resolve` or `reject`; null where that depends on more than the statements around it. */
function beforeSettling(removal: string, executor: FunctionNode, fn: FunctionNode, sourceCode: SourceCode): Edit[] | null {
  const found = new Map<Node, Edit[]>()
  for (const param of executor.params) {
    const variable = variableOf(param, sourceCode)
    for (const { identifier } of variable ? readsOf(variable) : []) {
      if (!isWithin(identifier, fn)) continue
      const at = surelyAround(identifier, fn)
      const edits = at && before(at, removal, fn, sourceCode)
      if (!edits) return null
      found.set(at, edits)
    }
  }
  return found.size > 0 ? [...found.values()].flat() : null
}

/** The statement that is sure to come to the node, or the body of the arrow function that does. */
function surelyAround(node: Node, fn: FunctionNode): Node | null {
  let at = node
  while (at !== fn.body && at.type !== 'ExpressionStatement' && at.type !== 'ReturnStatement') {
    const { parent } = at
    const isOptional = parent?.type === 'LogicalExpression' ? at === parent.right : parent?.type === 'ConditionalExpression' && at !== parent.test
    if (!parent || isOptional || isFunction(parent) || /Statement$/.test(at.type)) return null
    at = parent
  }
  return at
}

function before(at: Node, removal: string, fn: FunctionNode, sourceCode: SourceCode): Edit[] | null {
  const end = semicolon(sourceCode)
  const enclosed = [insertAt(at.range[0], `{ ${removal}; `), insertAt(at.range[1], ' }')]
  if (at === fn.body) return sourceCode.getTokenBefore(at)?.value === '(' ? null : enclosed
  if (at.parent?.type === 'IfStatement') return enclosed
  return at.parent?.type === 'BlockStatement' || at.parent?.type === 'SwitchCase' ? [insertAt(at.range[0], `${removal}${end}\n${indentOf(at, sourceCode)}`)] : null
}
