import type { TSESTree } from '@typescript-eslint/utils'
import { LASTING_METHODS } from '../knowledge/disposables.ts'
import { isConstant, isExported, isFunction, isWithin, type Node, propertyName, readsOf, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { ASYNC_DISPOSE, calledMethod, declarationFor, DISPOSE, ownMethods, rowOf } from './disposables.ts'
import { usesOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, runsAtLoad } from './functions.ts'
import { isPure } from './purity.ts'
import { hasTypes, typedDisposal } from './types.ts'

/** A disposable whose declaration could dispose of it, and does not. */
export type ManualDisposal = {
  variable: Variable
  /** The declaration of one variable, of a list of statements in which a `using` may stand. */
  declaration: TSESTree.VariableDeclaration
  value: Node
  keyword: 'using' | 'await using'
} & (
  /**
   * The last statement of `finally` does it. `assignment`: the statement in `try` that gives the variable its value, if its declaration does not.
   * `isAdjacent`: that statement alone stands in `finally`, and nothing between the declaration and `try`.
   */
  | { way: 'finally'; statement: TSESTree.TryStatement; release: Node; assignment: TSESTree.ExpressionStatement | null; isAdjacent: boolean }
  /** A statement does it, which an error before it skips. */
  | { way: 'end'; release: Node }
  /** Nothing does. */
  | { way: 'never' }
)

/** The list of statements that a `using` may be declared in. */
export function listAround(node: Node, sourceCode: SourceCode): readonly TSESTree.Statement[] | null {
  const { parent } = node
  if (parent?.type === 'BlockStatement' || parent?.type === 'StaticBlock') return parent.body
  return parent?.type === 'Program' && sourceCode.scopeManager?.isModule?.() ? (parent.body as TSESTree.Statement[]) : null
}

/** What the end of the statement's `finally` disposes of. */
export function disposedFinally(statement: TSESTree.TryStatement, sourceCode: SourceCode): ManualDisposal | null {
  const release = statement.finalizer?.body.at(-1)
  const list = listAround(statement, sourceCode)
  const released = release && list ? releaseOf(release, sourceCode) : null
  if (!release || !list || !released) return null
  const { variable, method, isAwaited } = released
  const declaration = declarationOf(variable)
  const from = declaration ? list.indexOf(declaration) : -1
  const to = list.indexOf(statement)
  if (!declaration || from < 0 || from > to) return null
  const declarator = declaration.declarations[0]
  const assignment = isConstant(variable) && declarator?.init ? null : assignmentIn(statement, variable)
  const value = assignment ? (assignment.expression as TSESTree.AssignmentExpression).right : isConstant(variable) ? declarator?.init : null
  if (!value || (assignment && statement.finalizer?.body.length !== 1)) return null
  const region: readonly [number, number] = assignment ? [assignment.range[1], statement.block.range[1]] : [declaration.range[1], statement.range[1]]
  if (!isUsedWithin(variable, region, release, assignment)) return null
  const keyword = declarationFor(value, method, isAwaited, sourceCode)
  const isAdjacent = !assignment && to === from + 1 && statement.finalizer?.body.length === 1
  return keyword && { way: 'finally', variable, declaration, value, keyword, statement, release, assignment, isAdjacent }
}

/** Is the variable, but for where it is given its value, named in the range and in the release alone? */
function isUsedWithin({ references }: Variable, [start, end]: readonly [number, number], release: Node, assignment: Node | null): boolean {
  return references.every(({ identifier, init }) =>
    init || (identifier.range[0] >= start && identifier.range[1] <= end) || isWithin(identifier as Node, release) || (assignment !== null && identifier.range[0] === assignment.range[0]))
}

/** `let file` or `let file = null`, and in `try` the one `file = …` as a statement. */
function assignmentIn({ block }: TSESTree.TryStatement, variable: Variable): TSESTree.ExpressionStatement | null {
  const given = writesOf(variable).filter(({ init }) => !init)
  const declared = (variable.defs[0]?.node as TSESTree.VariableDeclarator).init
  const isEmpty = !declared || (declared.type === 'Literal' && declared.value === null) || (declared.type === 'Identifier' && declared.name === 'undefined')
  const assignment = given.length === 1 && isEmpty ? given[0]?.identifier.parent : null
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.left !== given[0]?.identifier) return null
  const statement = assignment.parent
  return statement.type === 'ExpressionStatement' && statement.parent === block ? statement : null
}

/** A declaration whose end of scope may dispose of what it declares. */
export function disposedLate(declaration: TSESTree.VariableDeclaration, sourceCode: SourceCode): ManualDisposal | null {
  const [declarator] = declaration.declarations
  const value = declarator?.init
  const list = listAround(declaration, sourceCode)
  if (declaration.declarations.length !== 1 || !value || !list || !mayDispose(value, sourceCode)) return null
  const variable = variableOf(declarator.id, sourceCode)
  if (!variable || declarationOf(variable) !== declaration || !isConstant(variable)) return null
  const index = list.findIndex((statement) => releaseOf(statement, sourceCode)?.variable === variable)
  const release = list[index]
  if (!release) return neverDisposed(declaration, variable, value, sourceCode)
  const released = releaseOf(release, sourceCode)
  const behind = list.slice(index + 1)
  const isLast = behind.length === 0 || (behind.length === 1 && isPlainReturn(behind[0] as Node, sourceCode))
  const isBare = release.type === 'ExpressionStatement' && list.indexOf(declaration) < index - 1
  if (!released || !isBare || !isLast || readsOf(variable).some(({ identifier }) => identifier.range[0] > release.range[1])) return null
  if (usesOf(variable, sourceCode).some(({ captured }) => captured) || isReleasedElsewhere(variable, release, released.method, sourceCode)) return null
  const keyword = declarationFor(value, released.method, released.isAwaited, sourceCode)
  return keyword && { way: 'end', variable, declaration, value, keyword, release }
}

function isReleasedElsewhere(variable: Variable, release: Node, method: string, sourceCode: SourceCode): boolean {
  return readsOf(variable).some(({ identifier }) => {
    const call = identifier.parent?.parent as Node | undefined
    return call !== undefined && !isWithin(call, release) && calledMethod(call, sourceCode)?.name === method
  })
}

function isPlainReturn(node: Node, sourceCode: SourceCode): boolean {
  return node.type === 'ReturnStatement' && (node.argument === null || isPure(node.argument, sourceCode))
}

/** Is it worth while to look for what disposes of the value? Types know of what calls give, too. */
function mayDispose(value: Node, sourceCode: SourceCode): boolean {
  const { type } = unwrap(value)
  if (hasTypes(sourceCode)) return type === 'AwaitExpression' || type === 'CallExpression' || type === 'NewExpression'
  return rowOf(value, sourceCode) !== null || ownMethods(value, sourceCode) !== null
}

/** A new disposable of which only parts are asked, and which nothing that runs on may need. */
function neverDisposed(declaration: TSESTree.VariableDeclaration, variable: Variable, value: Node, sourceCode: SourceCode): ManualDisposal | null {
  if (value.type !== 'NewExpression' || runsAtLoad(declaration, sourceCode) || !enclosingFunction(declaration)) return null
  const keyword = ownKeyword(value, sourceCode)
  const uses = usesOf(variable, sourceCode)
  const row = rowOf(value, sourceCode)
  if (!keyword || uses.length === 0 || uses.some(({ kind, captured, call, method = '' }) => captured || !(kind === 'read' || (kind === 'method' && call && endsHere(call, method, row !== null))))) return null
  return { way: 'never', variable, declaration, value, keyword }
}

function ownKeyword(value: Node, sourceCode: SourceCode): 'using' | null {
  const row = rowOf(value, sourceCode)
  if (row) return row.forgotten ? 'using' : null
  const methods = ownMethods(value, sourceCode)
  if (methods) return methods.some(({ name }) => name === DISPOSE) && !methods.some(({ name }) => name === ASYNC_DISPOSE) ? 'using' : null
  const typed = typedDisposal(value, sourceCode)
  return typed?.sync && !typed.async && typed.platform === null ? 'using' : null
}

/** Does the call start nothing that goes on, and is its answer not kept? `isKnown`: what a part of it answers has nothing to do with it any more. */
function endsHere(call: Node, method: string, isKnown: boolean): boolean {
  if (LASTING_METHODS.test(method) || ('arguments' in call && call.arguments.some((argument) => isFunction(argument)))) return false
  const { parent } = call
  if (parent?.type === 'MemberExpression') return isKnown && parent.parent.type === 'CallExpression' && propertyName(parent) !== 'iterate'
  return parent?.type === 'ExpressionStatement'
}

function declarationOf({ defs, scope }: Variable): TSESTree.VariableDeclaration | null {
  const declarator = defs[0]?.node as Node | undefined
  if (defs.length !== 1 || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null
  const { parent } = declarator
  return (parent.kind === 'const' || parent.kind === 'let') && parent.declarations.length === 1 && scope.type !== 'global' && !isExportedHere(parent) ? parent : null
}

function isExportedHere({ parent }: Node): boolean {
  return parent?.type === 'ExportNamedDeclaration'
}

interface Disposal {
  variable: Variable
  method: string
  isAwaited: boolean
}

/** `file.close()`, `await file?.close()`, `if (file) file.close()`. */
function releaseOf(statement: Node, sourceCode: SourceCode): Disposal | null {
  if (statement.type === 'IfStatement') {
    const { test, consequent, alternate } = statement
    const [only, ...rest] = consequent.type === 'BlockStatement' ? consequent.body : [consequent]
    const released = only && rest.length === 0 && !alternate ? releaseOf(only, sourceCode) : null
    const asked = test.type === 'BinaryExpression' && /^!==?$/.test(test.operator) && isNothing(test.right) ? test.left : test
    return released && variableOf(asked, sourceCode) === released.variable ? released : null
  }
  if (statement.type !== 'ExpressionStatement') return null
  const { expression } = statement
  const isAwaited = expression.type === 'AwaitExpression'
  const called = calledMethod(isAwaited ? expression.argument : expression, sourceCode)
  const variable = called && called.takes === 0 ? variableOf(called.object, sourceCode) : null
  return called && variable && !isExported(variable) ? { variable, method: called.name, isAwaited } : null
}

function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}
