import type { TSESTree } from '@typescript-eslint/utils'
import { GIVES_RECEIVER, MUTATORS, QUIET_CONSTRUCTORS, READERS, READS_ARGUMENT, RETURNS_RECEIVER, WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { type FunctionNode, functionOf, homeOf, isConstant, isExported, isValueReference, type Node, outermost, type Variable, variableOf } from './bindings.ts'
import { type Call, calleeName, methodCall } from './calls.ts'
import { isListed } from './effects.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, takesArgument } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'

/**
 * What one mention does with the value.
 *
 * `read`: a property, its elements or its truth are looked at · `method`: one of its methods is called · `write`: one of its
 * properties is assigned or deleted · `assigned`: the variable gets another value · `compared`: by identity ·
 * `called` · `returned` · `yielded` · `awaited` · `thrown` · `passed`: as an argument · `stored`: in a property, a literal or a variable
 * that is assigned again · `exported`
 */
export type UseKind =
  | 'read' | 'method' | 'write' | 'assigned' | 'compared' | 'called' | 'returned' | 'yielded' | 'awaited' | 'thrown'
  | 'passed' | 'stored' | 'exported'

export interface Use {
  /** The mention: an identifier, or whatever expression was asked about. */
  node: Node
  kind: UseKind
  /** The call whose receiver (`method`), argument (`passed`) or callee (`called`) it is. */
  call?: Call
  /** The name of a `method`. */
  method?: string
  /** In a function inside the one that declares the variable, which may run at another time. */
  captured: boolean
}

/** Every use of the variable's value, also through constants that are given it. Type annotations and its initialisation are none. */
export function usesOf(variable: Variable, sourceCode: SourceCode): Use[] {
  return collectUses(variable, sourceCode, new Set([variable]))
}

function collectUses(variable: Variable, sourceCode: SourceCode, seen: Set<Variable>): Use[] {
  const home = homeOf(variable)
  const uses: Use[] = []
  if (isExported(variable)) uses.push({ node: variable.identifiers[0] as Node, kind: 'exported', captured: false })
  for (const reference of variable.references) {
    if (reference.init || !isValueReference(reference)) continue
    const node = reference.identifier as Node
    if (node.parent?.type === 'TSTypeQuery') continue
    const captured = enclosingFunction(node) !== home
    if (reference.isWriteOnly()) {
      uses.push({ node, kind: 'assigned', captured })
      continue
    }
    const alias = aliasOf(node, sourceCode)
    if (alias && !seen.has(alias)) {
      seen.add(alias)
      for (const use of collectUses(alias, sourceCode, seen)) uses.push({ ...use, captured: use.captured || captured })
    } else if (!alias) uses.push({ ...useOf(node, sourceCode), captured })
  }
  return uses
}

/** The constant that is given the value: `ys` of `const ys = xs`. */
function aliasOf(node: Node, sourceCode: SourceCode): Variable | null {
  const declarator = outermost(node).parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declarator.init !== outermost(node)) return null
  const alias = variableOf(declarator.id, sourceCode)
  return alias && isConstant(alias) && !isExported(alias) ? alias : null
}

/** What becomes of the value of an expression; `captured` is left to those who know where the value belongs. */
export function useOf(value: Node, sourceCode: SourceCode): Use {
  const use = classify(value, sourceCode)
  return { ...use, node: value, captured: false }
}

type Classified = Pick<Use, 'kind' | 'call' | 'method'>

function classify(value: Node, sourceCode: SourceCode): Classified {
  const node = outermost(value)
  const { parent } = node
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? memberUse(parent) : { kind: 'read' }
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node ? { kind: 'called', call: parent } : { kind: 'passed', call: parent }
    case 'TaggedTemplateExpression':
      return { kind: 'called' }
    case 'ReturnStatement':
      return { kind: 'returned' }
    case 'ArrowFunctionExpression':
      return { kind: parent.body === node ? 'returned' : 'stored' }
    case 'YieldExpression':
      return { kind: parent.delegate ? 'read' : 'yielded' }
    case 'AwaitExpression':
      return { kind: 'awaited' }
    case 'ThrowStatement':
      return { kind: 'thrown' }
    case 'BinaryExpression':
      return { kind: /^[!=]==?$/.test(parent.operator) && !isNullish(parent.left) && !isNullish(parent.right) ? 'compared' : 'read' }
    case 'LogicalExpression':
      return classify(parent, sourceCode)
    case 'ConditionalExpression':
      return parent.test === node ? { kind: 'read' } : classify(parent, sourceCode)
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? classify(parent, sourceCode) : { kind: 'read' }
    case 'AssignmentExpression':
      if (parent.left === node) return { kind: 'assigned' }
      return { kind: isPattern(parent.left) ? 'read' : 'stored' }
    case 'VariableDeclarator':
      return { kind: isPattern(parent.id) ? 'read' : 'stored' }
    case 'ExportDefaultDeclaration':
    case 'ExportSpecifier':
      return { kind: 'exported' }
    case 'SpreadElement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'TemplateLiteral':
      return { kind: 'read' }
    default:
      return { kind: 'stored' }
  }
}

function isPattern({ type }: Node): boolean {
  return type === 'ArrayPattern' || type === 'ObjectPattern'
}

function isNullish(node: Node): boolean {
  return (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined')
}

function memberUse(member: TSESTree.MemberExpression): Classified {
  const outer = outermost(member)
  const { parent } = outer
  switch (parent?.type) {
    case 'CallExpression': {
      const called = parent.callee === outer ? methodCall(parent) : null
      if (called) return { kind: 'method', method: called.method, call: parent }
      return { kind: parent.callee === outer ? 'called' : 'read', call: parent }
    }
    case 'AssignmentExpression':
      return { kind: parent.left === outer ? 'write' : 'read' }
    case 'UpdateExpression':
      return { kind: 'write' }
    case 'UnaryExpression':
      return { kind: parent.operator === 'delete' ? 'write' : 'read' }
    case 'ArrayPattern':
    case 'RestElement':
      return { kind: 'write' }
    case 'Property':
      return { kind: parent.parent.type === 'ObjectPattern' && parent.value === outer ? 'write' : 'read' }
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return { kind: parent.left === outer ? 'write' : 'read' }
    default:
      return { kind: 'read' }
  }
}

/** Does nobody but the code of the variable's own function, callbacks that run within it included, ever hold its value? */
export function isPrivate(variable: Variable, sourceCode: SourceCode): boolean {
  return usesOf(variable, sourceCode).every((use) => !isHanded(use, sourceCode) && !isKeptByClosure(use, variable, sourceCode))
}

/** Does this use give the value, of the kind that it is proven or said to be, to somebody who may hold it from then on? */
export function isHanded(use: Use, sourceCode: SourceCode, kind: Kind = kindOf(use.node, sourceCode)): boolean {
  return handed(use, kind, sourceCode, new Set())
}

function handed(use: Use, kind: Kind, sourceCode: SourceCode, seen: Set<Variable>): boolean {
  switch (use.kind) {
    case 'read':
    case 'write':
    case 'assigned':
    case 'compared':
      return false
    case 'method':
      return byMethod(use, kind, sourceCode, seen)
    case 'passed':
      return byArgument(use, kind, sourceCode, seen)
    default:
      return true
  }
}

/** Methods that every object has and that hand it to nobody. */
const OF_OBJECTS: readonly string[] = ['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString']
/** A live view, which is as good as the collection itself. */
const VIEWS: readonly string[] = ['entries', 'keys', 'values']

function byMethod({ method = '', call }: Use, kind: Kind, sourceCode: SourceCode, seen: Set<Variable>): boolean {
  if (!call) return true
  if (kind === 'object') return !OF_OBJECTS.includes(method)
  if (VIEWS.includes(method)) return kind === 'unknown' || handed(useOf(call, sourceCode), 'iterator', sourceCode, seen)
  if (MUTATORS[kind]?.includes(method)) return RETURNS_RECEIVER.includes(method) && handed(useOf(call, sourceCode), kind, sourceCode, seen)
  return !READERS[kind]?.includes(method) || handsItselfOut(method, call, sourceCode)
}

/** Does the method give its callback the collection itself, and may the callback take it? */
function handsItselfOut(method: string, call: Call, sourceCode: SourceCode): boolean {
  const position = GIVES_RECEIVER[method]
  const [callback] = call.arguments
  if (position === undefined || !callback) return false
  const fn = functionOf(callback, sourceCode)
  return fn === null || takesArgument(fn, position, sourceCode)
}

function byArgument({ node, call }: Use, kind: Kind, sourceCode: SourceCode, seen: Set<Variable>): boolean {
  if (!call) return true
  const name = calleeName(call, sourceCode)
  if (call.type === 'NewExpression') return name === null || !QUIET_CONSTRUCTORS.includes(name) || viewsArgument(name, node, sourceCode)
  const position = call.arguments.indexOf(outermost(node) as TSESTree.CallExpressionArgument)
  if (name !== null && WRITES_ARGUMENT.includes(name)) return position === 0 && handed(useOf(call, sourceCode), kind, sourceCode, seen)
  if (name !== null && isListed(name, READS_ARGUMENT)) return viewsArgument(name, node, sourceCode)
  const method = methodCall(call)
  if (method?.method === 'concat' && kindOf(method.object, sourceCode) === 'array') return false
  return keepsArgument(call, position, sourceCode, seen)
}

/** `new Uint8Array(buffer)`, `Buffer.from(buffer)`, `new Proxy`: what is made shares the memory. */
function viewsArgument(name: string, node: Node, sourceCode: SourceCode): boolean {
  if (!/(?:Array|DataView|Buffer\.from|Object)$/.test(name) || name === 'Array' || name === 'Array.isArray') return false
  const kind: Kind = kindOf(node, sourceCode)
  return kind !== 'array' && kind !== 'typedarray' && kind !== 'set'
}

/** Does a function of this file, or one that is not seen, hand on what it gets at this position? */
function keepsArgument(call: Call, position: number, sourceCode: SourceCode, seen: Set<Variable>): boolean {
  const fn = functionOf(call.callee, sourceCode)
  const parameter = fn?.params[position]
  if (!fn || parameter?.type !== 'Identifier' || call.arguments.some(({ type }) => type === 'SpreadElement')) return true
  const held = variableOf(parameter, sourceCode)
  if (!held || !isConstant(held) || takesArgument(fn, Infinity, sourceCode)) return true
  if (seen.has(held)) return false
  seen.add(held)
  return usesOf(held, sourceCode).some((use) => handed(use, kindOf(use.node, sourceCode), sourceCode, seen) || isKeptByClosure(use, held, sourceCode))
}

/** Is it used by a function that may outlive the call which owns the variable? */
function isKeptByClosure({ node, captured }: Use, variable: Variable, sourceCode: SourceCode): boolean {
  if (!captured) return false
  const home = homeOf(variable)
  for (let fn = enclosingFunction(node); fn && fn !== home; fn = enclosingFunction(fn)) {
    if (!runsWithin(fn, sourceCode)) return true
  }
  return false
}

const WALKED: ReadonlySet<Kind> = new Set(['array', 'map', 'set', 'typedarray', 'string'] as const)

/** Is the function only run while the expression it is written in is evaluated: called there, or as the callback of a built-in walk? */
export function runsWithin(fn: FunctionNode, sourceCode: SourceCode): boolean {
  if (fn.async || fn.generator) return false
  const wrapped = outermost(fn)
  if (wrapped.parent?.type === 'CallExpression' && wrapped.parent.callee === wrapped) return true
  const callback = callbackOf(fn)
  if (!callback) return false
  if (callback.index === 1 && calleeName(callback.call, sourceCode) === 'Array.from') return true
  const method = methodCall(callback.call)
  return method !== null && callback.index === 0 && !method.optional && WALKED.has(kindOf(method.object, sourceCode)) && method.method in CALLED_BACK
}

const CALLED_BACK: Readonly<Record<string, true>> = {
  every: true, filter: true, find: true, findIndex: true, findLast: true, findLastIndex: true, flatMap: true, forEach: true, map: true,
  reduce: true, reduceRight: true, some: true, sort: true, toSorted: true,
}
