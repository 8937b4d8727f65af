import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, functionOf, isConstant, isFunction, isWithin, namedAt, type Node, outermost, propertyName, unwrap, type Variable, variableOf } from './bindings.ts'
import { methodCall, numberValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'
import { keyName, membersNamed } from './occurrences.ts'

/** A function that calls itself with a copy of what is left of its own parameter. */
export interface RecursiveCopy {
  fn: FunctionNode
  call: TSESTree.CallExpression
  /** What is passed on, and at which position. */
  copy: TSESTree.CallExpressionArgument
  index: number
  /** The parameter, by the name that it has or that its tail has. */
  list: string
  /** The parameter itself, where it has a name. */
  parameter: Variable | null
  /** How many elements each step leaves out at the start; 0 when it leaves them out at the end. */
  step: number
  /** The array pattern that took the tail, where there is one. */
  pattern: TSESTree.ArrayPattern | null
}

/** What people call lists of the data that a program works on. Paths, commands, options and their like are short, and other names say nothing. */
const NAMED_AS_DATA: ReadonlySet<string> = new Set([
  'array', 'arr', 'bytes', 'children', 'data', 'docs', 'documents', 'elements', 'entries', 'events', 'files', 'ids', 'indices', 'indexes', 'integers', 'items', 'lines',
  'list', 'lst', 'messages', 'nodes', 'numbers', 'nums', 'points', 'queue', 'records', 'rows', 'samples', 'tasks', 'urls', 'users', 'values', 'words', 'xs', 'ys',
])
/** The head and the tail of a list of anything. */
const HEAD = /^(?:e|el|elem|element|first|h|hd|head|item|n|num|value|x|y)$/
const TAIL = /^(?:others|remaining|rest|t|tail|tl|xs|ys)$/

/** Says whether the call is recursive on a copy of what is left, else null. */
export function recursiveCopy(call: TSESTree.CallExpression, sourceCode: SourceCode): RecursiveCopy | null {
  const fn = calledAround(call, sourceCode)
  if (!fn || fn.generator) return null
  for (const [index, copy] of call.arguments.entries()) {
    const found = copy.type === 'SpreadElement' ? null : tailOf(copy, index, fn, sourceCode)
    if (!found || !isData(found, sourceCode) || descends(call, found, sourceCode) || isRetry(call, fn, sourceCode)) continue
    return { ...found, fn, call, copy, index }
  }
  return null
}

/** The function around the call that it calls: by name, or as a method of `this`. */
function calledAround(call: TSESTree.CallExpression, sourceCode: SourceCode): FunctionNode | null {
  const callee = unwrap(call.callee)
  if (callee.type === 'Identifier') {
    const called = functionOf(callee, sourceCode) ?? ownName(callee, sourceCode)
    return called && isWithin(call, called) ? called : null
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return null
  const name = propertyName(callee)
  let fn = enclosingFunction(call)
  while (fn && !isMember(fn.parent)) fn = fn.type === 'ArrowFunctionExpression' ? enclosingFunction(fn) : null
  return fn && isMember(fn.parent) && name !== null && keyName(fn.parent) === name ? fn : null
}

/** The function expression that the name inside of it stands for. */
function ownName(name: TSESTree.Identifier, sourceCode: SourceCode): FunctionNode | null {
  const definition = variableOf(name, sourceCode)?.defs[0]?.node as Node | undefined
  return definition?.type === 'FunctionExpression' ? definition : null
}

function isMember(node: Node | undefined): node is TSESTree.MethodDefinition | TSESTree.PropertyDefinition {
  return node?.type === 'MethodDefinition' || node?.type === 'PropertyDefinition'
}

type Tail = Pick<RecursiveCopy, 'list' | 'parameter' | 'step' | 'pattern'>

/** `xs.slice(1)`, `xs.slice(0, -1)` and the `rest` of `[first, ...rest]`, where `xs` is the parameter at this position. */
function tailOf(copy: Node, index: number, fn: FunctionNode, sourceCode: SourceCode): Tail | null {
  const parameter = fn.params[index]
  if (!parameter) return null
  const called = methodCall(copy)
  if (called) {
    const { object, method, arguments: [start, end], optional } = called
    const variable = method === 'slice' && !optional && object.type === 'Identifier' ? variableOf(object, sourceCode) : null
    if (!variable || !isParameter(variable, parameter) || called.arguments.length > 2) return null
    const from = numberValue(start, sourceCode)
    const step = end === undefined ? from : from === 0 && numberValue(end, sourceCode) === -1 ? 0 : null
    return step === null || (end === undefined && step < 1) || step > 4 ? null : { list: variable.name, parameter: variable, step, pattern: null }
  }
  const variable = copy.type === 'Identifier' ? variableOf(copy, sourceCode) : null
  const rest = (variable?.defs[0]?.name as Node | undefined)?.parent
  if (!variable || !isConstant(variable) || rest?.type !== 'RestElement' || rest.parent.type !== 'ArrayPattern') return null
  const pattern = rest.parent
  const step = pattern.elements.length - 1
  if (pattern.elements.includes(null) || step < 1) return null
  if (pattern === parameter) return { list: variable.name, parameter: null, step, pattern }
  const source = pattern.parent.type === 'VariableDeclarator' && pattern.parent.init ? variableOf(pattern.parent.init, sourceCode) : null
  return source && isParameter(source, parameter) ? { list: source.name, parameter: source, step, pattern } : null
}

function isParameter(variable: Variable, parameter: Node): boolean {
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return variable.defs[0]?.name === name && isConstant(variable)
}

const NO_ARRAYS: ReadonlySet<Kind> = new Set(['string', 'buffer', 'typedarray'] as const)

/** A tail of a string is a view of it; of lists, those count that are named as data or as a list of anything. */
function isData({ list, parameter, pattern }: Tail, sourceCode: SourceCode): boolean {
  const name = parameter?.identifiers[0] as Node | undefined
  if (name && NO_ARRAYS.has(kindOf(name, sourceCode))) return false
  const [first] = pattern?.elements ?? []
  const rest = pattern?.elements.at(-1)
  const isAnyList = !parameter && first?.type === 'Identifier' && HEAD.test(first.name) && rest?.type === 'RestElement' && rest.argument.type === 'Identifier' && TAIL.test(rest.argument.name)
  return isAnyList || NAMED_AS_DATA.has(lastWord(list))
}

/** `userIds` → `ids` */
function lastWord(name: string): string {
  return (/[A-Z]?[a-z]+$/.exec(name)?.[0] ?? name).toLowerCase()
}

/** Is the call made because something failed: with the next address, as the first one gave an error? Such lists are short. */
function isRetry(call: Node, fn: FunctionNode, sourceCode: SourceCode): boolean {
  for (let at: Node | undefined = call; at?.parent && at !== fn; at = at.parent) {
    if (at.parent.type === 'CatchClause') return true
    if (at.parent.type === 'IfStatement' && at.parent.consequent === at && /err(?:or)?\b|fail/i.test(sourceCode.getText(at.parent.test))) return true
  }
  return false
}

/** Does another argument step down a structure by the first element, so that the list is a path through it? */
function descends(call: TSESTree.CallExpression, { parameter, pattern }: Tail, sourceCode: SourceCode): boolean {
  const [first] = pattern?.elements ?? []
  const head = first?.type === 'Identifier' ? variableOf(first, sourceCode) : null
  const isHead = (node: Node): boolean => {
    const inner = unwrap(node)
    if (inner.type === 'MemberExpression' && inner.computed) return parameter !== null && variableOf(inner.object, sourceCode) === parameter
    return head !== null && variableOf(inner, sourceCode) === head
  }
  return call.arguments.some((argument) => {
    const inner = unwrap(argument)
    return inner.type === 'MemberExpression' && inner.computed && isHead(inner.property)
  })
}

/** May both calls run in one run of the function? Then the number of calls, and not the copy, is what it costs. */
export function mayBothRun(left: Node, right: Node): boolean {
  const [one, other] = left.range[0] < right.range[0] ? [left, right] : [right, left]
  let at = one
  while (at.parent && !(at.parent.range[0] <= other.range[0] && at.parent.range[1] >= other.range[1])) at = at.parent
  const { parent } = at
  if (parent?.type === 'ConditionalExpression' || parent?.type === 'IfStatement') return parent.test === at
  if (parent?.type === 'SwitchStatement') return false
  if (parent?.type !== 'BlockStatement') return true
  return !leaves(at)
}

function leaves(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true
    case 'BlockStatement':
      return statement.body.some(leaves)
    case 'IfStatement':
      return leaves(statement.consequent)
    default:
      return false
  }
}

/** The recursive calls of the function. */
export function recursiveCalls(fn: FunctionNode, sourceCode: SourceCode): TSESTree.CallExpression[] {
  const found: TSESTree.CallExpression[] = []
  const visit = (node: Node): void => {
    if (node.type === 'CallExpression' && calledAround(node, sourceCode) === fn) found.push(node)
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[key]
      if (Array.isArray(child)) for (const one of child) one && visit(one)
      else if (child) visit(child)
    }
  }
  visit(fn.body)
  return found
}

/** Is the function used other than by being called? */
export function isHandedOn(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const method = isMember(fn.parent) ? keyName(fn.parent) : null
  if (method !== null) return membersNamed(method, sourceCode).some((member) => !isCallee(member))
  const holder = fn.type === 'FunctionDeclaration' ? fn.id && variableOf(fn.id, sourceCode) : holderOfExpression(fn, sourceCode)
  return !holder || namedAt(holder).some((mention) => {
    const { parent } = mention
    return !(parent?.type === 'CallExpression' && parent.callee === mention) && parent?.type !== 'ExportSpecifier' && parent?.type !== 'ExportDefaultDeclaration'
  })
}

function isCallee(member: Node): boolean {
  const { parent } = outermost(member)
  return parent?.type === 'CallExpression' && parent.callee === outermost(member)
}

function holderOfExpression(fn: FunctionNode, sourceCode: SourceCode): Variable | null {
  const declarator = outermost(fn).parent
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' && isFunction(fn) ? variableOf(declarator.id, sourceCode) : null
}
