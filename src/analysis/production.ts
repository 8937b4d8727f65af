import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isFunction, isWithin, type Node, outermost, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { effectsOf } from './effects.ts'
import type { SourceCode } from './fact.ts'
import { callsOf, enclosingFunction, isLoop, isRepeatedPart } from './functions.ts'
import { lastName, membersNamed } from './occurrences.ts'

/** A function that fills an array in a loop and returns it. */
export interface Production {
  fn: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression
  list: Variable
  declaration: TSESTree.VariableDeclaration
  /** `list.push(x)`, each a statement. */
  pushes: TSESTree.CallExpression[]
  returns: TSESTree.ReturnStatement[]
}

/** The production that ends with returning `list`; null where the list is read, handed on, or filled by a function inside. */
export function productionOf({ argument }: TSESTree.ReturnStatement, sourceCode: SourceCode): Production | null {
  const list = argument?.type === 'Identifier' ? variableOf(argument, sourceCode) : null
  const declarator = list?.defs[0]?.node as Node | undefined
  const init = list && initializerOf(list)
  if (!argument || !list || declarator?.type !== 'VariableDeclarator' || init?.type !== 'ArrayExpression' || init.elements.length > 0) return null
  const fn = enclosingFunction(argument)
  const declaration = declarator.parent
  if (!fn || fn.type === 'ArrowFunctionExpression' || fn.async || fn.generator || declaration.parent !== fn.body || declaration.declarations.length > 1) return null
  const pushes: TSESTree.CallExpression[] = []
  const returns: TSESTree.ReturnStatement[] = []
  for (const { identifier, init: isStart } of list.references) {
    if (isStart) continue
    const mention = identifier as Node
    if (enclosingFunction(mention) !== fn) return null
    const push = mention.parent?.type === 'MemberExpression' ? methodCall(mention.parent.parent as Node) : null
    if (mention.parent?.type === 'ReturnStatement') returns.push(mention.parent)
    else if (push?.method === 'push' && !push.optional && push.object === mention && push.arguments.length === 1 && push.call.parent.type === 'ExpressionStatement') pushes.push(push.call)
    else return null
  }
  return pushes.some((push) => isInLoop(push, fn)) && returnsNothingElse(fn, returns, sourceCode) ? { fn, list, declaration, pushes, returns } : null
}

function isInLoop(node: Node, fn: Node): boolean {
  for (let at = node; at.parent && at !== fn; at = at.parent) if (isLoop(at.parent) && isRepeatedPart(at.parent, at)) return true
  return false
}

/** Does the function give back the list wherever it ends, last at the end of its body? */
function returnsNothingElse({ body }: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression, returns: readonly Node[], sourceCode: SourceCode): boolean {
  if (!returns.includes(body.body.at(-1) as Node)) return false
  const words = sourceCode.getTokens(body).filter(({ value, type }) => value === 'return' && type === 'Keyword')
  return words.every((word) => returns.some(({ range }) => range[0] === word.range[0]) || isInFunctionInside(sourceCode.getNodeByRangeIndex(word.range[0]), body))
}

function isInFunctionInside(node: Node | null, body: Node): boolean {
  for (let at = node; at && at !== body; at = at.parent ?? null) if (isFunction(at)) return true
  return false
}

/** How a caller reads what a function returns: in one walk, which may `stop` early or goes to the `end`. */
export type Walk = 'stops' | 'ends'

/** How every caller walks the list; null where one does more with it, or they are not all known. */
export function walksOf({ fn }: Production, sourceCode: SourceCode): Walk[] | null {
  const walks: Walk[] = []
  for (const call of callsOf(fn, sourceCode) ?? privateCallsOf(fn, sourceCode) ?? []) {
    const walk = walkOf(call, sourceCode)
    if (!walk || interferes(call, fn, sourceCode)) return null
    if (!isWithin(call, fn)) walks.push(walk)
  }
  return walks
}

/** The calls of a `#private` method, when nothing else is done with it. */
function privateCallsOf({ parent }: Production['fn'], sourceCode: SourceCode): TSESTree.CallExpression[] | null {
  const name = parent.type === 'MethodDefinition' && parent.kind === 'method' && parent.key.type === 'PrivateIdentifier' ? `#${parent.key.name}` : null
  const calls = name === null ? [] : membersNamed(name, sourceCode).map((member) => outermost(member).parent)
  const isCalled = calls.every((call) => call?.type === 'CallExpression' && !call.optional && lastName(call.callee) === name)
  return name !== null && isCalled ? (calls as TSESTree.CallExpression[]) : null
}

function walkOf(call: TSESTree.CallExpression, sourceCode: SourceCode): Walk | null {
  const node = outermost(call)
  const { parent } = node
  if (node !== call) return null
  switch (parent?.type) {
    case 'ForOfStatement':
      return parent.right === node && !parent.await ? (stopsEarly(parent) ? 'stops' : 'ends') : null
    case 'VariableDeclarator':
      return parent.id.type === 'ArrayPattern' && !parent.id.typeAnnotation ? (parent.id.elements.at(-1)?.type === 'RestElement' ? 'ends' : 'stops') : null
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' ? null : 'ends'
    case 'NewExpression':
      return ['Set', 'Map'].includes(calleeName(parent, sourceCode) ?? '') ? 'ends' : null
    case 'CallExpression':
      return calleeName(parent, sourceCode) === 'Array.from' && parent.arguments[0] === node ? 'ends' : null
    default:
      return null
  }
}

/** Is there a `break` or `return` that leaves the loop? */
function stopsEarly(loop: TSESTree.ForOfStatement): boolean {
  return leaves(loop.body, true)
}

function leaves(node: Node, breaks: boolean): boolean {
  switch (node.type) {
    case 'ReturnStatement':
      return true
    case 'BreakStatement':
      return breaks && node.label === null
    case 'BlockStatement':
      return node.body.some((one) => leaves(one, breaks))
    case 'IfStatement':
      return leaves(node.consequent, breaks) || (node.alternate !== null && leaves(node.alternate, breaks))
    case 'TryStatement':
      return leaves(node.block, breaks) || (node.handler !== null && leaves(node.handler.body, breaks))
    case 'SwitchStatement':
      return node.cases.some((one) => one.consequent.some((statement) => leaves(statement, false)))
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return leaves(node.body, false)
    default:
      return false
  }
}

/** Would the function and the walk notice that they take turns: does one write what the other names, or the walk wait? */
function interferes(call: TSESTree.CallExpression, fn: Production['fn'], sourceCode: SourceCode): boolean {
  const inside = effectsOf([fn], sourceCode)
  if (inside.suspends || [...inside.written, ...inside.assigned].some((target) => !isLocal(target, fn, sourceCode))) return true
  if (call.parent.type !== 'ForOfStatement') return false
  const { body } = call.parent
  const { suspends, written, assigned } = effectsOf([body], sourceCode)
  const named = new Set(sourceCode.getTokens(fn).map(({ value }) => value))
  return suspends || [...written, ...assigned].some((target) => !isLocal(target, body, sourceCode) && isNamed(target, named, call, sourceCode))
}

function isLocal(target: Node, region: Node, sourceCode: SourceCode): boolean {
  const root = rootVariable(target, sourceCode)
  const isOwn = root !== null && isWithin(root.scope.block as Node, region) && root.defs[0]?.type !== ('Parameter' as never)
  return isOwn && (unwrap(target).type === 'Identifier' || root.defs[0]?.type === ('Variable' as never))
}

/** Does the function read a property or a variable of the name, or get it as an argument? */
function isNamed(target: Node, named: ReadonlySet<string>, { arguments: given }: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  const inner = unwrap(target)
  const name = lastName(inner)
  const root = rootVariable(inner, sourceCode)
  return name === null || named.has(name) || (root !== null && given.some((argument) => rootVariable(argument, sourceCode) === root))
}
