import type { TSESTree } from '@typescript-eslint/utils'
import { DIRECT_CALLBACKS } from '../knowledge/frameworks.ts'
import type { Acquisition } from './acquisitions.ts'
import { type FunctionNode, initializerOf, isFunction, isWithin, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { callbackFunction } from './callbacks.ts'
import { importOf, methodCall } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingClass, enclosingFunction } from './functions.ts'
import { allMentionsOf, callsNamed, functionsNamed, isReachedFrom, isWatcher, keyName, lastName, membersNamed } from './occurrences.ts'
import { endsForSure, releasesOf } from './releases.ts'
import { resultsOf } from './results.ts'
import type { Owner } from './owners.ts'
import { teardownOf } from './teardown.ts'

/** What has to hold, or not to hold, for the code to go on to a place. */
interface Test {
  node: Node
  holds: boolean
}

/** A timer that starts itself again. */
export interface Restart {
  /** The functions that are run again and again. */
  round: readonly FunctionNode[]
  tests: readonly Test[]
}

/**
 * How the callback comes back to this very call: through calls, promises and other timers, under which conditions. null when it does not,
 * or when a condition on the way cannot be read, as that of a `catch`.
 */
export function restartOf({ call, handler }: Acquisition, sourceCode: SourceCode): Restart | null {
  const fn = handler && callbackFunction(handler, sourceCode)
  if (!fn || (handler.type === 'MemberExpression' && handler.object.type !== 'ThisExpression' && functionsNamed(lastName(handler) ?? '', sourceCode).length > 1)) return null // whose it is nobody says
  for (const way of waysOut(call)) {
    if (way.fn === fn) return { round: [fn], tests: way.tests }
    for (const mention of allMentionsOf(way.fn, sourceCode)) {
      if (!isWithin(mention, fn) || !isCalled(mention, sourceCode)) continue
      const back = waysOut(mention).find((one) => one.fn === fn)
      if (back) return { round: [way.fn, fn], tests: [...way.tests, ...back.tests] }
    }
  }
  return null
}

/** The functions around the code, from the nearest on, that run it as part of themselves, and what has to hold for that. */
function waysOut(node: Node): { fn: FunctionNode; tests: Test[] }[] {
  const ways: { fn: FunctionNode; tests: Test[] }[] = []
  let tests: Test[] = []
  for (let at = node; ; ) {
    const fn = enclosingFunction(at)
    const found = fn && testsBefore(at)
    if (!fn || !found) return ways
    tests = [...tests, ...found]
    ways.push({ fn, tests })
    const given = callbackOf(fn)
    if (given?.index !== 0 || !RUN_SOON.has(lastName(given.call.callee) ?? '')) return ways
    at = given.call
  }
}

/** Calls that run their first callback once, at once or later. */
const RUN_SOON: ReadonlySet<string> = new Set([...DIRECT_CALLBACKS].filter((name) => !/^(?:catch|Promise|setInterval|forEach|map|filter|some|every|reduce|flatMap|find|useMemo|watchEffect|create\w+)$/.test(name)))

/** What stands before the node in its function; null when that cannot be read. */
function testsBefore(node: Node): Test[] | null {
  const tests: Test[] = []
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test !== at) tests.push({ node: parent.test, holds: parent.consequent === at })
        break
      case 'LogicalExpression':
        if (parent.right !== at) break
        if (parent.operator === '??') return null
        tests.push({ node: parent.left, holds: parent.operator === '&&' })
        break
      case 'SwitchCase':
      case 'CatchClause':
        return null
      case 'BlockStatement':
        for (const statement of parent.body) {
          if (statement === at) break
          const passed = testsPassed(statement)
          if (!passed) return null
          for (const test of passed) tests.push(test)
        }
    }
  }
  return tests
}

/** What has to hold for the code to go on behind the statement; of conditions within each other, the innermost one. */
function testsPassed(statement: Node): Test[] | null {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return null
    case 'IfStatement': {
      if (statement.alternate && testsPassed(statement.alternate)?.length !== 0) return null
      const inner = testsPassed(statement.consequent)
      return inner ?? [{ node: statement.test, holds: false }]
    }
    case 'BlockStatement': {
      const tests: Test[] = []
      for (const one of statement.body) {
        const passed = testsPassed(one)
        if (!passed) return null
        for (const test of passed) tests.push(test)
      }
      return tests
    }
    case 'TryStatement':
      return testsPassed(statement.block)?.length === 0 && (!statement.handler || testsPassed(statement.handler.body)?.length === 0) ? [] : null
    case 'SwitchStatement':
      return statement.cases.every(({ consequent }) => consequent.every((one) => testsPassed(one)?.length === 0)) ? [] : null
    default:
      return []
  }
}

/** Is the function itself called there, and not another's method of the same name, such as `this.input.focus()` or `Api.focus()`? */
export function isCalled(mention: Node, sourceCode: SourceCode): boolean {
  const { parent } = outermost(mention)
  if (parent?.type !== 'CallExpression' || unwrap(parent.callee) !== mention) return false
  if (mention.type !== 'MemberExpression') return true
  const object = unwrap(mention.object)
  if (object.type !== 'Identifier' || /^(?:_?this|self|that|me|vm)$/.test(object.name)) return object.type === 'ThisExpression' || object.type === 'Identifier'
  const variable = /^[A-Z]/.test(object.name) ? variableOf(object, sourceCode) : null
  return variable !== null && variable.defs.length > 0 && importOf(variable, sourceCode) === null
}

/**
 * Do all the conditions stay as they are when the owner has ended, as far as this file shows? Of what other code answers nobody knows;
 * but where the handle is kept to be cleared, and the owner clears another timer as it ends, this one is forgotten.
 */
export function goesOn(restart: Restart, acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (restart.tests.length === 0) return true
  return new Conditions(restart, owner, acquired.sink.kind === 'field' && isForgotten(acquired, owner, sourceCode), sourceCode).stay(restart.tests)
}

/** Does the owner clear another timer as it ends, and the code this one somewhere else? */
function isForgotten(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (!endsForSure(owner)) return false
  const { entries } = teardownOf(owner, sourceCode)
  const releases = releasesOf(acquired, sourceCode)
  if (releases.length === 0) return false
  if (releases.some(({ node }) => enclosingFunction(node) !== enclosingFunction(acquired.call))) return true
  return callsNamed(acquired.resource.release, sourceCode).some((call) => isReachedFrom(call, entries, sourceCode))
}

/** Reads conditions: what the round itself changes comes to an end; what the teardown changes ends it. */
class Conditions {
  readonly #round: readonly FunctionNode[]
  readonly #endings: readonly Node[]
  readonly #sourceCode: SourceCode
  readonly #seen = new Set<FunctionNode>()
  /** Are the answers of other code taken to stay? */
  readonly #presumes: boolean

  constructor({ round }: Restart, owner: Owner, presumes: boolean, sourceCode: SourceCode) {
    this.#presumes = presumes
    this.#round = round
    this.#endings = teardownOf(owner, sourceCode).entries
    this.#sourceCode = sourceCode
  }

  stay(tests: readonly Test[]): boolean {
    return tests.every(({ node, holds }) => whenDetached(resolve(node, this.#sourceCode), this.#sourceCode) === holds || this.#stays(node))
  }

  #stays(node: Node): boolean {
    const value = unwrap(node)
    switch (value.type) {
      case 'Literal':
        return true
      case 'Identifier':
        return value.name === 'undefined' || this.#variable(value)
      case 'MemberExpression':
        return this.#member(value)
      case 'UnaryExpression':
        return this.#stays(value.argument)
      case 'LogicalExpression':
        return this.#stays(value.left) && this.#stays(value.right)
      case 'BinaryExpression':
        return /^(?:[=!]==?|[<>]=?|instanceof|in)$/.test(value.operator) && this.#stays(value.left) && this.#stays(value.right)
      case 'CallExpression':
        return this.#call(value)
      default:
        return false
    }
  }

  #variable(node: TSESTree.Identifier): boolean {
    const variable = variableOf(node, this.#sourceCode)
    const [definition] = variable?.defs ?? []
    if (!variable || !definition) return false
    if (importOf(variable, this.#sourceCode)) return true
    const within = [...this.#round, ...this.#seen].some((fn) => isWithin(definition.name as Node, fn))
    if ((definition.type as string) === 'Parameter') return !within && !this.#isWritten(variable)
    if (this.#isWritten(variable)) return false
    if (!within) return true
    const source = initializerOf(variable)
    return source ? this.#stays(source) : this.#destructured(definition.node as Node, definition.name as Node)
  }

  /** `const { autoplay } = this` */
  #destructured(declarator: Node, name: Node): boolean {
    const property = name.parent
    if (declarator.type !== 'VariableDeclarator' || property?.type !== 'Property' || !declarator.init) return false
    const object = unwrap(declarator.init)
    return property.parent === declarator.id && this.#part(object, keyName(property))
  }

  #isWritten(variable: Variable): boolean {
    return writesOf(variable).some(({ init }) => !init)
  }

  /** `this.props.interval`, `this.active`: others' parts change as others like. */
  #member(node: TSESTree.MemberExpression): boolean {
    return this.#part(unwrap(node.object), propertyName(node))
  }

  #part(object: Node, name: string | null): boolean {
    if (name === null || ENDING_NAME.test(name) || (!this.#presumes && CHANGING_NAME.test(name))) return false
    switch (object.type) {
      case 'ThisExpression':
        return name === 'props' || this.#field(name)
      case 'Identifier':
        return object.name === 'props'
      case 'CallExpression':
        return this.#call(object)
      case 'MemberExpression':
        return (propertyName(object) === 'props' && object.object.type === 'ThisExpression') || (this.#presumes && this.#member(object))
      default:
        return false
    }
  }

  #field(name: string): boolean {
    const getter = functionsNamed(name, this.#sourceCode).filter((fn) => !isWatcher(outermost(fn)))
    if (getter.length > 0) return getter.every((fn) => this.#results(fn))
    return !this.#isGiven(name) && membersNamed(name, this.#sourceCode).every((member) => {
      if (!isChanged(member)) return true
      const around = enclosingFunction(member)
      if (around === null) return true
      return !isReachedFrom(member, this.#endings, this.#sourceCode) && !isReachedFrom(member, this.#round, this.#sourceCode) && callbackOf(around) === null
    })
  }

  /** Does the framework write the field: `@ViewChild('list') list`? What others give by `@Input` stays as it is behind the end. */
  #isGiven(name: string): boolean {
    const type = this.#round.map(enclosingClass).find((one) => one !== null)
    const field = type?.body.body.find((one) => one.type === 'PropertyDefinition' && keyName(one) === name)
    return field?.type === 'PropertyDefinition' && decoratorsOf(field).some((one) => !/^@(?:Input|Prop)\b/.test(this.#sourceCode.getText(one)))
  }

  #call(node: TSESTree.CallExpression): boolean {
    const method = methodCall(node)
    if (method && (method.method === 'getConfiguration' || (method.method === 'get' && unwrap(method.object).type === 'CallExpression'))) return method.method !== 'get' || this.#stays(method.object)
    if (method && LOOKUPS.has(method.method)) return this.#stays(method.object)
    const own = method?.object.type === 'ThisExpression' ? functionsNamed(method.method, this.#sourceCode) : []
    return own.length > 0 ? own.every((fn) => this.#results(fn)) : this.#presumes && method !== null && !TIME.test(method.method) && this.#stays(method.object)
  }

  #results(fn: FunctionNode): boolean {
    if (this.#seen.has(fn)) return true
    this.#seen.add(fn)
    const results = resultsOf(fn, this.#sourceCode)
    return results.length > 0 && results.every((result) => this.#stays(result))
  }
}

/** `Date.now()` */
const TIME = /now|time|elapsed|progress/i

/** Methods that look into what they are called on. */
const LOOKUPS: ReadonlySet<string> = new Set(['find', 'some', 'every', 'includes', 'startsWith', 'filter'])

/** Names of what tells that something has come to an end, or is still there. */
const ENDING_NAME = /mount|destroy|dispos|connect|abort|cancel|clos|stop|alive|dead|remov|parent|done|finish|ended/i

/** Names of what others set. */
const CHANGING_NAME = /current|length|size|paused|ready/i

function isChanged(member: Node): boolean {
  const { parent } = outermost(member)
  if (parent?.type === 'AssignmentExpression') return parent.left === outermost(member)
  return parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
}

/** The size of an element, which has none when it is no longer in the page. */
const SIZE = /^(?:offset|client)(?:Width|Height)$/

/** What the condition on an element's size comes to when the element has been taken away; null when it is about something else. */
function whenDetached(node: Node, sourceCode: SourceCode): boolean | null {
  const value = unwrap(node)
  if (value.type === 'UnaryExpression' && value.operator === '!') {
    const inner = whenDetached(value.argument, sourceCode)
    return inner === null ? null : !inner
  }
  if (value.type === 'BinaryExpression') {
    const right = unwrap(value.right)
    if (!isSize(value.left as Node, sourceCode) || right.type !== 'Literal' || right.value !== 0) return null
    return value.operator.startsWith('==') ? true : value.operator === '>' || value.operator.startsWith('!=') ? false : null
  }
  return isSize(value, sourceCode) ? false : null
}

function isSize(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  return value.type === 'MemberExpression' && SIZE.test(propertyName(value) ?? '')
}
