import type { TSESTree } from '@typescript-eslint/utils'
import {
  ANSWERING, ENDLESS_CREATIONS, FINITE_NAME, FLATTENING_OPERATORS, GOING_ON, HISTORY, KEPT_OBSERVER, OBSERVABLE_CALLS, PASSING_OPERATORS, STORES, STREAM_CALL, VIEWS,
} from '../knowledge/observables.ts'
import { functionOf, type Node, propertyName, resolve, unwrap } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { fact, nodeFact, type SourceCode } from './fact.ts'
import { fieldValues, lifetimeOf } from './lifetime.ts'
import { lastName, membersNamed } from './occurrences.ts'
import { resultsOf } from './results.ts'

/**
 * Does the observable or store go on for as long as the program, as far as this file shows: a property of what is imported
 * or injected, an event of the page, and operators that do not end it? Answers of calls may end, as those of requests do.
 */
export function isEndless(node: Node, sourceCode: SourceCode): boolean {
  const source = resolve(node, sourceCode)
  return answer(isSubject(source, sourceCode) || isRequired(source) || isStore(makerOf(source, sourceCode)) ? unwrap(node) : source, sourceCode) // of which its variable says how long it lives
}

/** What made the value, as the call or the construction is named: `zustand.create` also of `create<State>()(…)`. */
export function makerOf(value: Node, sourceCode: SourceCode): string {
  if (value.type !== 'CallExpression' && value.type !== 'NewExpression') return ''
  const callee = unwrap(value.callee)
  return (callee.type === 'CallExpression' ? calleeName(callee, sourceCode) : calleeName(value, sourceCode)) ?? ''
}

function isStore(maker: string): boolean {
  return STORES.has(maker) || HISTORY.test(maker)
}

/** `require('./store')` */
function isRequired(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
}

/** `new BehaviorSubject(0)`, which nothing in the file completes. */
export function isSubject(node: Node, sourceCode: SourceCode): boolean {
  return node.type === 'NewExpression' && /^rxjs[./].*Subject$|^@angular\/core\.EventEmitter$/.test(calleeName(node, sourceCode) ?? '') && !membersNamed('complete', sourceCode).some((member) => !(member.type === 'MemberExpression' && OBSERVER.test(lastName(member.object) ?? '')))
}

/** What `new Observable((observer) => …)` is given, which is no subject of the file's. */
const OBSERVER = /^(?:observer|obs|subscriber)$/

const answer = nodeFact(false, compute)

function compute(source: Node, sourceCode: SourceCode): boolean {
  switch (source.type) {
    case 'Identifier':
      return !endsByName(source.name) && source.name !== 'EMPTY' && lifetimeOf(source, sourceCode) === 'program'
    case 'MemberExpression': {
      const name = propertyName(source)
      if (name === null || endsByName(name)) return false
      if (lifetimeOf(source, sourceCode) === 'program' || isOfProgram(source.object, sourceCode)) return true
      return source.object.type === 'ThisExpression' && isFieldEndless(source.object, name, sourceCode)
    }
    case 'CallExpression':
      return isEndlessCall(source, sourceCode)
    case 'NewExpression':
      return KEPT_OBSERVER.test(calleeName(source, sourceCode) ?? '')
    default:
      return false
  }
}

/** Is every stream that the field is given one without end: `network$ = merge(of(''), this.state.network$)`? */
function isFieldEndless(self: TSESTree.ThisExpression, name: string, sourceCode: SourceCode): boolean {
  const given = fieldValues(self, name, sourceCode)
  return given.length > 0 && given.every((value) => isEndless(value, sourceCode))
}

/** Is it one of RxJS, by its name, by what it is made with, or by what its file imports? */
export function isObservable(node: Node | null, sourceCode: SourceCode): boolean {
  const source = node && resolve(node, sourceCode)
  if (!source) return false
  if (STORES.has(makerOf(source, sourceCode))) return false
  if (/\$$/.test(lastName(source) ?? '') || (source.type === 'CallExpression' && OBSERVABLE_CALLS.has(lastName(source.callee) ?? ''))) return true
  return importsObservables(sourceCode)
}

const importsObservables = fact(({ text }) => /(?:from|require\()\s*['"](?:rxjs|@angular|@ngrx)[/'"]/.test(text))

/** Is it reached through properties alone from what lives as long as the program? */
export function isOfProgram(node: Node, sourceCode: SourceCode): boolean {
  const object = resolve(node, sourceCode)
  if (lifetimeOf(node, sourceCode) === 'program' || lifetimeOf(object, sourceCode) === 'program') return true
  return object.type === 'MemberExpression' && object.object.type !== 'ThisExpression' && isOfProgram(object.object, sourceCode)
}

function isEndlessCall(call: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  const name = (calleeName(call, sourceCode) ?? '').replace(/^rxjs(?:\/\w+)*\.Observable\./, 'rxjs.') // RxJS 5
  if (ENDLESS_CREATIONS.has(name)) return isEndlessCreation(call, name, sourceCode)
  if (name === 'rxjs.timer') return call.arguments.length > 1
  const method = methodCall(call)
  if (!method) return false
  if (method.method === 'pipe') return isPipeEndless(method.object, method.arguments, sourceCode, (one) => isEndless(one, sourceCode))
  if (PASSING_OPERATORS.has(method.method)) return isView(method) && isEndless(method.object, sourceCode)
  if (!VIEWS.has(method.method) && (!isStreamCall(method.method) || isHelper(method))) return false
  return isOfProgram(method.object, sourceCode) || isEndless(method.object, sourceCode)
}

/** Does the method give what it is called on, or a view of it, as the operators of RxJS 5 do? */
export function isView({ method, object }: { method: string; object: Node }): boolean {
  return VIEWS.has(method) || (PASSING_OPERATORS.has(method) && !ANSWERING.test(lastName(object) ?? ''))
}

/** `StoreHelper.listenAndReact(this.actions$, cases)`, which may make of the stream it is given one that ends */
function isHelper({ object, arguments: given }: { object: Node; arguments: readonly Node[] }): boolean {
  return object.type === 'Identifier' && /^[A-Z]/.test(object.name) && given.some(({ type }) => type !== 'Literal' && !/Function/.test(type))
}

/** Does the stream that the expression gives go on? */
type Asking = (node: Node) => boolean

/** Does the stream behind the operators go on: its source's, which none of them ends, or that of a callback, behind which none does? */
export function isPipeEndless(source: Node, operators: readonly Node[], sourceCode: SourceCode, asks: Asking): boolean {
  let goesOn = asks(source)
  for (const operator of operators) {
    if (isFlatteningEndless(operator, sourceCode, asks)) goesOn = true
    else if (!isPassing(operator)) goesOn = false
  }
  return goesOn
}

/** `switchMap(() => this.state.blocks$)` */
function isFlatteningEndless(operator: Node, sourceCode: SourceCode, asks: Asking): boolean {
  const [given] = operator.type === 'CallExpression' && FLATTENING_OPERATORS.has(lastName(operator.callee) ?? '') ? operator.arguments : []
  const fn = given && functionOf(given, sourceCode)
  const results = fn ? resultsOf(fn, sourceCode) : []
  return results.length > 0 && results.every(asks)
}

/** Is it called as what ends by itself? */
export function endsByName(name: string): boolean {
  return FINITE_NAME.test(name) && !GOING_ON.test(name)
}

/** A method called as what gives a stream of events: `onCapture()`, `watchUser()`, `languageChanges()`. */
function isStreamCall(method: string): boolean {
  return STREAM_CALL.test(method) && !FINITE_NAME.test(method.replace(/^on(?=[A-Z])/, ''))
}

function isEndlessCreation({ arguments: given }: TSESTree.CallExpression, name: string, sourceCode: SourceCode): boolean {
  if (name === 'rxjs.interval') return true
  const [first] = given
  if (name === 'rxjs.fromEvent') return first !== undefined && lifetimeOf(first, sourceCode) === 'program'
  return mergedIn(given).some((one) => isEndless(one, sourceCode))
}

/** Does one of the streams go on that the call makes one of; null of one that makes none so. */
export function isMergedEndless(call: TSESTree.CallExpression, sourceCode: SourceCode, asks: Asking): boolean | null {
  return /^rxjs\b.*\.(?:merge|combineLatest)$/.test(calleeName(call, sourceCode) ?? '') ? mergedIn(call.arguments).some(asks) : null
}

/** What is given to a call that makes one stream of many: `merge(a, b)`, `combineLatest([a, b])`. */
export function mergedIn(given: TSESTree.CallExpression['arguments']): Node[] {
  return given.flatMap((one): Node | Node[] => (one.type === 'ArrayExpression' ? one.elements.filter((element) => element !== null) : one))
}

/** The stream behind operators that do not end it: `a.b` of `a.b.pipe(map(f))`; any other node is itself. */
export function unpiped(node: Node): Node {
  const method = node.type === 'CallExpression' ? methodCall(node) : null
  return method?.method === 'pipe' && method.arguments.every(isPassing) ? unpiped(method.object) : node
}

function isPassing(operator: Node): boolean {
  return operator.type === 'CallExpression' && PASSING_OPERATORS.has(lastName(operator.callee) ?? '')
}
