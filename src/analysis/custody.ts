import type { TSESTree } from '@typescript-eslint/utils'
import { COPIES_ARGUMENT, GIVES_RECEIVER, MAKES, MAKING_METHODS, MUTATORS, READERS, READS_ARGUMENT, RETURNS_RECEIVER, WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { functionOf, isConstant, isExported, isValueReference, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { isListed } from './effects.ts'
import { fact, type SourceCode } from './fact.ts'
import { takesArgument } from './functions.ts'
import { type Kind, kindOf, likelyKind } from './kinds.ts'

/** What one mention of a variable does to the collection that it holds. */
export interface Use {
  node: Node
  /** `leak`: from here on other code may hold the collection. */
  kind: 'write' | 'leak' | 'return'
}

/** What is known of a variable which only ever holds collections made here, so that every write goes through it until one leaks. */
export interface Own {
  /** The uses that matter. */
  uses: readonly Use[]
  /** Proven to be made here; otherwise made by a method that is called like one of an array: `x.filter(f)`. */
  isCertain: boolean
}

export function ownUses(variable: Variable, sourceCode: SourceCode): Own | null {
  const known = answers(sourceCode)
  let own = known.get(variable)
  if (own === undefined) {
    known.set(variable, null)
    const made = madeFor(variable, sourceCode)
    known.set(variable, (own = made === 'no' ? null : { uses: usesOf(variable, sourceCode), isCertain: made === 'yes' }))
  }
  return own
}

const answers = fact(() => new Map<Variable, Own | null>())

type Made = 'yes' | 'likely' | 'no'

/** Is every value of the variable made for it? */
function madeFor(variable: Variable, sourceCode: SourceCode): Made {
  const [definition] = variable.defs
  if (variable.defs.length !== 1 || !definition || isExported(variable)) return 'no'
  if (definition.type === ('Parameter' as never)) {
    const rest = (definition.name as Node).parent
    return rest?.type === 'RestElement' && rest.parent === definition.node && isConstant(variable) ? 'yes' : 'no'
  }
  const writes = writesOf(variable).map(({ identifier, writeExpr }) => {
    const { parent } = identifier
    const plain = parent.type === 'VariableDeclarator' ? parent.id === identifier : parent.type === 'AssignmentExpression' && parent.operator === '='
    return plain && writeExpr != null ? madeBy(unwrap(writeExpr as Node), sourceCode) : 'no'
  })
  if (writes.length === 0 || writes.includes('no')) return 'no'
  return writes.includes('likely') ? 'likely' : 'yes'
}

function usesOf(variable: Variable, sourceCode: SourceCode, seen = new Set([variable])): Use[] {
  const uses: Use[] = []
  for (const reference of variable.references) {
    if (!isValueReference(reference) || reference.init) continue
    const { identifier } = reference
    if (reference.isWrite()) {
      uses.push({ node: identifier, kind: 'write' })
      const { parent } = identifier
      if (parent.type === 'AssignmentExpression') addAll(uses, useOf(parent, variable, sourceCode, seen))
    } else addAll(uses, useOf(identifier, variable, sourceCode, seen))
  }
  return uses
}

function addAll(uses: Use[], more: readonly Use[]): void {
  for (const use of more) uses.push(use)
}

/** What becomes of the collection that the expression `value` is. */
function useOf(value: Node, variable: Variable, sourceCode: SourceCode, seen: Set<Variable>): Use[] {
  const node = outermost(value)
  const { parent } = node
  const leak: Use[] = [{ node, kind: 'leak' }]
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? memberUse(parent, variable, sourceCode, seen) : []
    case 'CallExpression':
    case 'NewExpression':
      return argumentUse(node, parent, variable, sourceCode, seen)
    case 'VariableDeclarator': {
      if (parent.id.type !== 'Identifier') return parent.id.type === 'ArrayPattern' || parent.id.type === 'ObjectPattern' ? [] : leak
      const alias = variableOf(parent.id, sourceCode)
      if (!alias || !isConstant(alias) || isExported(alias) || seen.has(alias)) return leak
      seen.add(alias)
      return usesOf(alias, sourceCode, seen)
    }
    case 'LogicalExpression':
      return useOf(parent, variable, sourceCode, seen)
    case 'ConditionalExpression':
      return parent.test === node ? [] : useOf(parent, variable, sourceCode, seen)
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? useOf(parent, variable, sourceCode, seen) : []
    case 'ReturnStatement':
      return [{ node, kind: 'return' }]
    case 'ArrowFunctionExpression':
      return [{ node, kind: 'return' }]
    case 'Property':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return [{ node, kind: isReturned(node) ? 'return' : 'leak' }]
    case 'YieldExpression':
      return parent.delegate ? [] : leak
    case 'SpreadElement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ExpressionStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
      return []
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression' ? leak : []
    case 'AssignmentExpression':
      return isDestructured(parent, node) ? [] : leak
    default:
      return leak
  }
}

/** `[a, b] = xs`, whose own value nobody reads. */
function isDestructured({ left, right, parent }: TSESTree.AssignmentExpression, node: Node): boolean {
  return right === node && (left.type === 'ArrayPattern' || left.type === 'ObjectPattern') && parent.type === 'ExpressionStatement'
}

/** Is the literal around the value given back by the function? */
function isReturned(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ReturnStatement') return true
    if (at.type === 'ArrowFunctionExpression') return true
    if (at.type !== 'Property' && at.type !== 'ArrayExpression' && at.type !== 'ObjectExpression' && unwrap(at) === at) return false
  }
  return false
}

function memberUse(member: TSESTree.MemberExpression, variable: Variable, sourceCode: SourceCode, seen: Set<Variable>): Use[] {
  const outer = outermost(member)
  const { parent } = outer
  const method = propertyName(member)
  const kind = likelyKind(resolve(member.object, sourceCode), sourceCode)
  const write: Use[] = [{ node: member, kind: 'write' }]
  if (parent?.type === 'AssignmentExpression' && parent.left === outer) return write
  if (parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')) return write
  if (isPatternTarget(outer)) return write
  if (parent?.type !== 'CallExpression' || parent.callee !== outer) {
    const given: Use[] = [{ node: member, kind: 'leak' }]
    if (method === 'buffer' && kind === 'typedarray') return given
    return method !== null && MUTATORS[kind]?.includes(method) ? [...given, ...write] : []
  }
  if (method === null) return [{ node: member, kind: 'leak' }]
  if (MUTATORS[kind]?.includes(method)) {
    return RETURNS_RECEIVER.includes(method) ? [...write, ...useOf(parent, variable, sourceCode, seen)] : write
  }
  if (!READERS[kind]?.includes(method)) return [{ node: member, kind: 'leak' }, ...write]
  return handsItselfOut(method, parent, sourceCode) ? [{ node: member, kind: 'leak' }] : []
}

/** Is it assigned by destructuring or by the head of a loop? */
function isPatternTarget(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true
    case 'AssignmentPattern':
      return parent.left === node
    case 'Property':
      return parent.parent.type === 'ObjectPattern' && parent.value === node
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node
    default:
      return false
  }
}

/** Does the method give its callback the collection itself, and may the callback take it? */
function handsItselfOut(method: string, call: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  const position = GIVES_RECEIVER[method]
  const [callback] = call.arguments
  if (position === undefined || !callback) return false
  const fn = functionOf(callback, sourceCode)
  return fn === null || takesArgument(fn, position, sourceCode)
}

function argumentUse(
  node: Node, call: TSESTree.CallExpression | TSESTree.NewExpression, variable: Variable, sourceCode: SourceCode, seen: Set<Variable>,
): Use[] {
  const leak: Use[] = [{ node, kind: 'leak' }]
  if (call.callee === node) return leak
  const name = calleeName(call, sourceCode)
  if (call.type === 'NewExpression') return name !== null && COPIES_ARGUMENT.includes(name) ? [] : leak
  if (name !== null && WRITES_ARGUMENT.includes(name)) return call.arguments[0] === node ? [{ node, kind: 'write' }, ...leak] : []
  if (name !== null && isListed(name, READS_ARGUMENT)) return name === 'JSON.stringify' && hasReplacer(call, sourceCode) || isThisArgument(node, call, name) ? leak : []
  const method = methodCall(call)
  if (method?.method === 'concat' && kindOf(method.object, sourceCode) === 'array') return []
  const fn = functionOf(call.callee, sourceCode)
  const parameter = fn?.params[call.arguments.indexOf(node as TSESTree.CallExpressionArgument)]
  if (!fn || parameter?.type !== 'Identifier' || call.arguments.some(({ type }) => type === 'SpreadElement')) return leak
  const held = variableOf(parameter, sourceCode)
  if (!held || !isConstant(held) || takesArgument(fn, Infinity, sourceCode)) return leak
  if (seen.has(held)) return []
  seen.add(held)
  const inside = usesOf(held, sourceCode, seen)
  return inside.some(({ kind }) => kind === 'return') ? [...inside.filter(({ kind }) => kind !== 'return'), ...useOf(call, variable, sourceCode, seen)] : inside
}

/** A replacer is called with the value itself. */
function hasReplacer({ arguments: [, replacer] }: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  return replacer !== undefined && ['unknown', 'function'].includes(kindOf(replacer, sourceCode))
}

/**
 * Does the expression only ever stand for built-in collections made in this file, so that no subclass and no iterator of
 * somebody else's can be behind it?
 */
export function isOwn(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (isMade(inner, sourceCode)) return true
  const variable = variableOf(inner, sourceCode)
  return variable !== null && Boolean(ownUses(variable, sourceCode)?.isCertain)
}

/** Is it the third argument of `Array.from`, which the callback gets as `this`? */
function isThisArgument(node: Node, call: TSESTree.CallExpression, name: string): boolean {
  return name === 'Array.from' && call.arguments[0] !== node
}

/** Was the expression's value made here by a literal, a constructor or a call that always makes a new one? */
export function isMade(node: Node, sourceCode: SourceCode): boolean {
  return madeBy(node, sourceCode) === 'yes'
}

function madeBy(node: Node, sourceCode: SourceCode): Made {
  switch (node.type) {
    case 'ArrayExpression':
      return 'yes'
    case 'NewExpression':
      return MADE_KINDS.has(kindOf(node, sourceCode)) && !isView(node, sourceCode) ? 'yes' : 'no'
    case 'CallExpression': {
      const name = calleeName(node, sourceCode)
      if (name !== null && MAKES.includes(name)) return 'yes'
      const method = methodCall(node)
      if (!method || method.optional) return 'no'
      if (MAKING_METHODS[kindOf(method.object, sourceCode)]?.includes(method.method)) return 'yes'
      return MAKING_METHODS[likelyKind(node, sourceCode)]?.includes(method.method) ? 'likely' : 'no'
    }
    default:
      return 'no'
  }
}

/** Does `new Uint8Array(x)` share the bytes of a buffer that it was given? */
function isView(node: TSESTree.NewExpression, sourceCode: SourceCode): boolean {
  const [first] = node.arguments
  return kindOf(node, sourceCode) === 'typedarray' && first !== undefined && !COPIED.has(kindOf(first, sourceCode))
}

const COPIED: ReadonlySet<Kind> = new Set(['number', 'array', 'set', 'typedarray', 'buffer', 'iterator'] as const)
const MADE_KINDS: ReadonlySet<Kind> = new Set(['array', 'map', 'set', 'weakmap', 'weakset', 'typedarray'] as const)
