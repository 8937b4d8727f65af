import type { TSESTree } from '@typescript-eslint/utils'
import { type Body, HEAD_OF, PASSIVE_EVENTS, REQUESTS, RESPONSES } from '../knowledge/streams.ts'
import { isAsserted } from './assertions.ts'
import { functionOf, type FunctionNode, isExported, isWithin, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf } from './bindings.ts'
import { methodCall, stringValue } from './calls.ts'
import { leaves } from './conditions.ts'
import { runsOnNode } from './environment.ts'
import { usesOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { callsNamed } from './occurrences.ts'
import { platformName } from './streams.ts'

/** Where a response, or another thing with a body, is found whose body nobody reads. */
export type Holder =
  /** Nowhere: `await fetch(url)`, or `fetch(url)` with nobody to wait for it. */
  | { by: 'nothing'; value: Node; isAwaited: boolean }
  /** `const response = await fetch(url)`, `response = await fetch(url)` */
  | { by: 'variable'; variable: Variable; statement: Node }
  /** `const { ok } = await fetch(url)` */
  | { by: 'pattern'; pattern: TSESTree.ObjectPattern; statement: Node }
  /** `(await fetch(url)).ok` */
  | { by: 'expression'; value: Node }
  /** `fetch(url).then((response) => …)`, `http.get(url, (response) => …)` */
  | { by: 'parameter'; fn: FunctionNode }
  /** The same, where other ways through the function read it. `branch` is null for the `else` that `decision` does not have. */
  | { by: 'way'; name: string; decision: TSESTree.IfStatement; branch: TSESTree.Statement | null }

export interface UnreadBody {
  body: Body | 'file'
  /** The call that asks for it. */
  call: TSESTree.CallExpression
  holder: Holder
}

/** What the call asks for and nobody reads, in whole or on some ways through the code; empty when somebody does, or may. */
export function unreadBodies(call: TSESTree.CallExpression, sourceCode: SourceCode): UnreadBody[] {
  const name = platformName(call.callee, sourceCode)
  if (name === null) return []
  const body = REQUESTS.includes(name) ? 'node' : name === 'fs.createReadStream' ? 'file' : RESPONSES[name]
  if (body === undefined || (name === 'fetch' && (!runsOnNode(sourceCode) || runsInPage(call))) || (body !== 'file' && !hasBody(call, body, sourceCode))) return []
  return holdersOf(call, body, sourceCode).map((holder) => ({ body, call, holder }))
}

/** Is it in what a test runner hands to a browser? `page.evaluate(() => fetch(url))` */
function runsInPage(node: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const callback = callbackOf(fn)
    if (/^(?:evaluate|\$\$?eval|addInitScript)/.test((callback && methodCall(callback.call)?.method) ?? '')) return true
  }
  return false
}

function holdersOf(call: TSESTree.CallExpression, body: UnreadBody['body'], sourceCode: SourceCode): Holder[] {
  if (body === 'node') return isDestroyed(call, sourceCode) ? [] : answerHolders(call, sourceCode)
  const holder = body === 'file' ? fileHolder(call, sourceCode) : promisedHolder(outermost(call), body, sourceCode)
  return holder && !isTested(holder, sourceCode) ? [holder] : []
}

/** Is it a test that asks for the head? What tests ask for is short. */
function isTested(holder: Holder, sourceCode: SourceCode): boolean {
  if (holder.by === 'expression') return isAsserted(holder.value, sourceCode)
  const reads = holder.by === 'variable' ? holder.variable.references.filter((reference) => reference.isRead()) : []
  return reads.length > 0 && reads.every(({ identifier }) => isAsserted(identifier as Node, sourceCode))
}

/**
 * May the response have a body of any size? `HEAD` has none. What the Fetch clients answer to other methods than `GET` is
 * short as a rule, and a short body is read ahead of being asked for, so that it costs nothing.
 */
function hasBody(call: TSESTree.CallExpression, body: Body, sourceCode: SourceCode): boolean {
  const given = call.arguments.map((argument) => resolve(argument, sourceCode)).filter(({ type }) => type === 'ObjectExpression') as TSESTree.ObjectExpression[]
  const isSeen = given.length > 0 || call.arguments.length === 1
  if (body !== 'node' && (!isSeen || /^(?:\w*Req|req)(?:uest)?$/.test(sourceCode.getText(call.arguments[0])))) return false
  return given.every(({ properties }) => properties.every((property) => {
    if (property.type === 'SpreadElement') return body === 'node'
    if (property.computed || property.key.type !== 'Identifier') return true
    if (property.key.name === 'redirect') return stringValue(property.value, sourceCode) !== 'manual'
    if (property.key.name !== 'method') return true
    const method = stringValue(property.value, sourceCode)?.toUpperCase()
    return method !== undefined && (body === 'node' ? method !== 'HEAD' && method !== 'CONNECT' : method === 'GET')
  }))
}

/** What becomes of a promise of a response. */
function promisedHolder(promise: Node, body: Body, sourceCode: SourceCode): Holder | null {
  const { parent } = promise
  switch (parent?.type) {
    case 'AwaitExpression':
      return awaitedHolder(outermost(parent), body, sourceCode)
    case 'ExpressionStatement':
      return { by: 'nothing', value: promise, isAwaited: false }
    case 'MemberExpression': {
      const called = parent.parent.type === 'CallExpression' ? methodCall(parent.parent) : null
      if (called?.member !== parent) return null
      if (called.method === 'catch' || called.method === 'finally') return promisedHolder(outermost(called.call), body, sourceCode)
      const callback = called.method === 'then' ? called.arguments[0] : undefined
      const fn = callback && functionOf(callback, sourceCode)
      return fn ? parameterHolder(fn, body, sourceCode) : null
    }
    default:
      return null
  }
}

function awaitedHolder(value: Node, body: Body, sourceCode: SourceCode): Holder | null {
  const { parent } = value
  switch (parent?.type) {
    case 'ExpressionStatement':
      return { by: 'nothing', value, isAwaited: true }
    case 'MemberExpression':
      return isHeadMember(value, body) ? { by: 'expression', value } : null
    case 'VariableDeclarator': {
      if (parent.id.type === 'ObjectPattern') return isHeadPattern(parent.id, body) ? { by: 'pattern', pattern: parent.id, statement: parent.parent } : null
      return variableHolder(parent.id, parent.parent, body, sourceCode)
    }
    case 'AssignmentExpression':
      return parent.parent.type === 'ExpressionStatement' ? variableHolder(parent.left, parent.parent, body, sourceCode) : null
    default:
      return null
  }
}

function variableHolder(name: Node, statement: Node, body: Body, sourceCode: SourceCode): Holder | null {
  const variable = variableOf(name, sourceCode)
  return variable && isOnlyHead(variable, body, sourceCode) ? { by: 'variable', variable, statement } : null
}

function parameterHolder(fn: FunctionNode, body: Body, sourceCode: SourceCode): Holder | null {
  const [parameter] = fn.params
  if (!parameter) return fn.type === 'FunctionExpression' && sourceCode.getText(fn.body).includes('arguments') ? null : { by: 'parameter', fn }
  if (parameter.type === 'ObjectPattern') return isHeadPattern(parameter, body) ? { by: 'parameter', fn } : null
  const variable = variableOf(parameter, sourceCode)
  return variable && isOnlyHead(variable, body, sourceCode) ? { by: 'parameter', fn } : null
}

/** Is nothing read of the variable's value but what stands in a response besides its body? */
function isOnlyHead(variable: Variable, body: Body, sourceCode: SourceCode): boolean {
  return !isExported(variable) && usesOf(variable, sourceCode).every(({ kind, node }) => kind === 'assigned' || isHeadUse(node, body, sourceCode))
}

function isHeadUse(node: Node, body: Body, sourceCode: SourceCode): boolean {
  const value = outermost(node)
  const { parent } = value
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === value && (isHeadMember(value, body) || (body === 'node' && isPassiveListening(parent, sourceCode)))
    case 'VariableDeclarator':
      return parent.id.type === 'ObjectPattern' && isHeadPattern(parent.id, body)
    case 'IfStatement':
    case 'UnaryExpression':
      return true
    case 'LogicalExpression':
      return parent.left === value && parent.operator === '&&'
    case 'ConditionalExpression':
      return parent.test === value
    default:
      return false
  }
}

/** `response.ok` that is read, not called and not written. */
function isHeadMember(value: Node, body: Body): boolean {
  const member = value.parent
  if (member?.type !== 'MemberExpression' || member.object !== value || !HEAD_OF[body].includes(propertyName(member) ?? '')) return false
  const { parent } = outermost(member)
  if (parent?.type === 'CallExpression') return parent.callee !== outermost(member)
  return parent?.type !== 'AssignmentExpression' || parent.left !== outermost(member)
}

function isHeadPattern(pattern: TSESTree.ObjectPattern, body: Body): boolean {
  return pattern.properties.every((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && HEAD_OF[body].includes(property.key.name))
}

/** `.on('end', …)` and its like, which wait for what others read. */
function isPassiveListening(member: Node, sourceCode: SourceCode): boolean {
  const called = member.parent?.type === 'CallExpression' ? methodCall(member.parent) : null
  if (called?.member !== member || !/^(?:on|once|addListener)$/.test(called.method)) return false
  const event = stringValue(called.arguments[0], sourceCode)
  if (event === null || !PASSIVE_EVENTS.includes(event)) return false
  const chained = outermost(called.call).parent
  return chained?.type === 'ExpressionStatement' || (chained?.type === 'MemberExpression' && isPassiveListening(chained, sourceCode))
}

/** `http.get(url, (response) => …)`: nobody reads the response, or some ways through the callback do not. */
function answerHolders(call: TSESTree.CallExpression, sourceCode: SourceCode): Holder[] {
  const last = call.arguments.at(-1)
  const fn = (last && functionOf(last, sourceCode)) ?? listenerOf(call, sourceCode)
  if (!fn) return []
  const holder = parameterHolder(fn, 'node', sourceCode)
  return holder ? [holder] : waysOf(fn, sourceCode)
}

/** `http.request(url).on('response', (response) => …)`, in one chain or by the request's name. */
function listenerOf(call: TSESTree.CallExpression, sourceCode: SourceCode): FunctionNode | null {
  for (const { method, arguments: [event, listener] } of requestCalls(call, sourceCode)) {
    if ((method === 'on' || method === 'once') && listener && stringValue(event, sourceCode) === 'response') return functionOf(listener, sourceCode)
  }
  return null
}

/** Does somebody end the request as a whole, in whatever case? */
function isDestroyed(call: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  return requestCalls(call, sourceCode).some(({ method }) => method === 'destroy' || method === 'abort')
}

/** Methods called of the request, chained or by its name. */
function requestCalls(call: TSESTree.CallExpression, sourceCode: SourceCode) {
  const found = []
  let value = outermost(call)
  while (value.parent?.type === 'MemberExpression') {
    const called = value.parent.parent.type === 'CallExpression' ? methodCall(value.parent.parent) : null
    if (called?.member !== value.parent) break
    found.push(called)
    value = outermost(called.call)
  }
  const { parent } = value
  const name = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' ? parent.left : null
  const variable = name && variableOf(name, sourceCode)
  for (const { call: used } of variable ? usesOf(variable, sourceCode) : []) {
    const called = used && methodCall(used)
    if (called) found.push(called)
  }
  return found
}

/**
 * The branches of top-level decisions about the response's head that do not read it, where other code does:
 * `if (response.statusCode !== 200) { reject(…); return }`, `if (response.statusCode === 200) response.pipe(file)`.
 */
function waysOf(fn: FunctionNode, sourceCode: SourceCode): Holder[] {
  const [parameter] = fn.params
  const variable = parameter && variableOf(parameter, sourceCode)
  if (!variable || fn.body.type !== 'BlockStatement') return []
  const uses = usesOf(variable, sourceCode)
  const readings = uses.filter(({ node }) => !isHeadUse(node, 'node', sourceCode)).map(({ node }) => node)
  const mentions = [...uses.map(({ node }) => node), ...headVariables(uses.map(({ node }) => node), sourceCode).flatMap(({ references }) => references.map(({ identifier }) => identifier as Node))]
  const isReadIn = (region: Node) => readings.some((node) => isWithin(node, region))
  const ways: Holder[] = []
  const statements = fn.body.body
  for (const [index, statement] of statements.entries()) {
    const isReadLater = statements.slice(index + 1).some(isReadIn)
    if (statement.type !== 'IfStatement' || isReadIn(statement.test)) {
      if (isReadIn(statement)) break
      continue
    }
    if (!mentions.some((node) => isWithin(node, statement.test))) continue
    for (const branch of [statement.consequent, statement.alternate]) {
      const isLeft = branch ? leaves(branch) || !isReadLater : !isReadLater && isReadIn(statement)
      if (isLeft && !(branch && (isReadIn(branch) || endsProgram(branch, sourceCode)))) ways.push({ by: 'way', name: variable.name, decision: statement, branch })
    }
  }
  return ways
}

/** The constants that are given a part of the response's head. */
function headVariables(mentions: readonly Node[], sourceCode: SourceCode): Variable[] {
  return mentions.flatMap((node) => {
    const { parent } = outermost(node)
    const declarator = parent?.type === 'MemberExpression' ? outermost(parent).parent : parent
    return declarator?.type === 'VariableDeclarator' ? sourceCode.getDeclaredVariables!(declarator) as Variable[] : []
  })
}

function endsProgram(region: Node, sourceCode: SourceCode): boolean {
  return callsNamed(['exit', 'destroy', 'abort'], sourceCode).some((call) => isWithin(call, region))
}

/** `createReadStream(path)` of which nothing is read, at most that it opened or failed. */
function fileHolder(call: TSESTree.CallExpression, sourceCode: SourceCode): Holder | null {
  const value = chainEnd(outermost(call), sourceCode)
  const { parent } = value
  if (parent?.type === 'ExpressionStatement') return { by: 'nothing', value, isAwaited: false }
  if (parent?.type !== 'VariableDeclarator') return null
  const variable = variableOf(parent.id, sourceCode)
  if (!variable || isExported(variable)) return null
  const isIdle = usesOf(variable, sourceCode).every(({ node }) => {
    const member = outermost(node).parent
    return member?.type === 'MemberExpression' && member.object === outermost(node) && (isPassiveListening(member, sourceCode) || /^(?:path|bytesRead|pending)$/.test(propertyName(member) ?? ''))
  })
  return isIdle ? { by: 'variable', variable, statement: parent.parent } : null
}

/** The expression behind `.on('error', …).once('open', …)`. */
function chainEnd(value: Node, sourceCode: SourceCode): Node {
  const { parent } = value
  const called = parent?.type === 'MemberExpression' && parent.parent.type === 'CallExpression' ? methodCall(parent.parent) : null
  const event = called && called.member === parent && /^(?:on|once|addListener)$/.test(called.method) ? stringValue(unwrap(called.arguments[0] as Node), sourceCode) : null
  return called && event !== null && PASSIVE_EVENTS.includes(event) ? chainEnd(outermost(called.call), sourceCode) : value
}
