import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { getPropertyName } from '@eslint-community/eslint-utils'
import { fact, type SourceCode } from './fact.ts'

export type Node = TSESTree.Node
export type Variable = TSESLint.Scope.Variable
export type Reference = TSESLint.Scope.Reference
export type Scope = TSESLint.Scope.Scope
export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression

const names = fact(() => new Map<Scope, Map<Node, Reference | Variable>>())

/**
 * The reference that an identifier is, or else the variable that it declares; null where it is neither. Only the scopes
 * that are asked about are looked through: rules ask about one name in ten.
 */
function known(identifier: Node, sourceCode: SourceCode): Reference | Variable | null {
  const scopes = names(sourceCode)
  for (let scope: Scope | null = sourceCode.getScope(identifier); scope; scope = scope.upper) {
    let own = scopes.get(scope)
    if (!own) scopes.set(scope, (own = namesIn(scope)))
    const found = own.get(identifier)
    if (found) return found
  }
  return null
}

function namesIn({ variables, references }: Scope): Map<Node, Reference | Variable> {
  const own = new Map<Node, Reference | Variable>()
  for (const variable of variables) for (const name of variable.identifiers) own.set(name, variable)
  for (const reference of references) own.set(reference.identifier, reference)
  return own
}

function isReference(found: Reference | Variable | null): found is Reference {
  return found !== null && 'resolved' in found
}

/** The expression inside TypeScript's wrappers and optional chains: `(x as T)!` → `x`. */
export function unwrap<T extends Node>(node: T): Exclude<T, TSESTree.ChainExpression>
export function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrap(node.expression)
    default:
      return node
  }
}

/** The outermost expression that only wraps `node` in TypeScript syntax or an optional chain: the inverse of `unwrap`. */
export function outermost(node: Node): Node {
  const { parent } = node
  if (!parent) return node
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return outermost(parent)
    default:
      return node
  }
}

/** The variable that an identifier names, in a reference or a declaration; null for an undeclared global or no identifier. */
export function variableOf(node: Node, sourceCode: SourceCode): Variable | null {
  const inner = unwrap(node)
  if (inner.type !== 'Identifier') return null
  const found = known(inner, sourceCode)
  return isReference(found) ? found.resolved : found
}

export function referenceOf(node: Node, sourceCode: SourceCode): Reference | null {
  const found = known(node, sourceCode)
  return isReference(found) ? found : null
}

/** Is this identifier the platform's own global of that name, not shadowed and not declared in the file? */
export function isGlobal(node: Node, name: string, sourceCode: SourceCode): boolean {
  if (node.type !== 'Identifier' || node.name !== name) return false
  const found = known(node, sourceCode)
  return isReference(found) && (!found.resolved || isPlatforms(found.resolved))
}

/** Is the variable the platform's own: configured as a global, or only described by `declare var window: …`? */
export function isPlatforms({ scope, defs }: Variable): boolean {
  if (defs.length === 0) return scope.type === 'global'
  return isModuleScope(scope) && defs.every(({ node }) => isAmbient(node as Node))
}

function isAmbient(node: Node): boolean {
  const declaration = node.type === 'VariableDeclarator' ? node.parent : node
  return 'declare' in declaration && declaration.declare === true
}

/** Where the variable is named, but for where its declaration gives it a value. */
export function namedAt(variable: Variable): Node[] {
  return variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier as Node)
}

/** The references that write the variable, its initialisation included. */
export function writesOf(variable: Variable): Reference[] {
  return variable.references.filter((reference) => reference.isWrite())
}

/** The references that read the variable's value; type annotations do not count. */
export function readsOf(variable: Variable): Reference[] {
  return variable.references.filter((reference) => reference.isRead() && isValueReference(reference))
}

/** Is it the value that is named, and not the type of the same name? */
export function isValueReference(reference: Reference): boolean {
  return (reference as { isValueReference?: boolean }).isValueReference !== false
}

/** Does the variable keep the one value that its declaration gives it? */
export function isConstant(variable: Variable): boolean {
  if (variable.references.length < FEW) return keepsItsValue(variable)
  let answer = constants.get(variable)
  if (answer === undefined) constants.set(variable, (answer = keepsItsValue(variable)))
  return answer
}

/** Looking through as many references is no slower than remembering. */
const FEW = 10

/** A variable belongs to one parse and goes with it. Asked at each of many uses, it would be quadratic to look through them again. */
const constants = new WeakMap<Variable, boolean>()

function keepsItsValue({ defs, references: uses }: Variable): boolean {
  const [definition] = defs
  if (defs.length !== 1 || !definition) return false
  let isGiven = false
  for (const use of uses) {
    if (!use.isWrite()) continue
    if (use.init !== true) return false
    isGiven = true
  }
  switch (definition.type as string) {
    case 'Variable':
      return isGiven || isGivenElsewhere(definition.node)
    case 'Parameter':
      return true
    case 'FunctionName':
    case 'ClassName':
    case 'ImportBinding':
      return !isGiven
    default:
      return false
  }
}

/** `for (const x of …)`, `declare const x: T`. */
function isGivenElsewhere(declarator: Node): boolean {
  const declaration = declarator.parent
  const loop = declaration?.parent
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement' || (declaration?.type === 'VariableDeclaration' && declaration.declare && declaration.kind === 'const')
}

/** The expression a never-reassigned `const x = …`, `let x = …` or `var x = …` was given, else null. */
export function initializerOf(variable: Variable): TSESTree.Expression | null {
  const [definition] = variable.defs
  if (definition?.type !== ('Variable' as never)) return null
  const { id, init } = definition.node as TSESTree.VariableDeclarator
  return init && id.type === 'Identifier' && isConstant(variable) ? init : null
}

/** The function whose parameter the variable is, and the parameter's place; null for any other, and for a part of one. */
export function parameterOf({ defs: [definition] }: Variable): { fn: FunctionNode; index: number } | null {
  const fn = definition?.node as Node | undefined
  if (definition?.type !== ('Parameter' as never) || !fn || !isFunction(fn)) return null
  const index = fn.params.indexOf(definition.name as never)
  return index < 0 ? null : { fn, index }
}

/**
 * What the parameter is of a function that is called where it is written, and so by no other: `window` of `(function (w) { … })(window)`, also by
 * `.call(this, window)`. null where it is not seen, or is given something else later.
 */
export function argumentOf(variable: Variable): Node | null {
  const { defs, name, references: uses } = variable
  const parameter = parameterOf(variable)
  if (!parameter || defs.length > 1 || parameter.fn.id) return null
  const given = argumentsAt(parameter.fn).slice(0, parameter.index + 1)
  const argument = given[parameter.index]
  if (!argument || given.some(({ type }) => type === 'SpreadElement')) return null
  const isOfName = argument.type === 'Identifier' && argument.name === name
  return uses.every((use) => !use.isWrite() || (isOfName && isMended(use))) ? argument : null
}

function argumentsAt(fn: FunctionNode): Node[] {
  const value = outermost(fn)
  const { parent } = value
  if (parent?.type === 'CallExpression') return parent.callee === value ? parent.arguments : []
  const call = parent?.type === 'MemberExpression' && parent.object === value && propertyName(parent) === 'call' ? outermost(parent).parent : null
  return call?.type === 'CallExpression' && call.callee === outermost(parent as Node) ? call.arguments.slice(1) : []
}

/** `window = window.Math === Math ? window : self`, where a parameter is named as what it is given */
function isMended({ identifier, writeExpr }: Reference): boolean {
  const value = writeExpr ? unwrap(writeExpr as Node) : null
  return value?.type === 'ConditionalExpression' && value.consequent.type === 'Identifier' && value.consequent.name === identifier.name
}

/** What the expression is, seen through wrappers and constants: `x` of `const x = new Map()` → `new Map()`. */
export function resolve(node: Node, sourceCode: SourceCode, depth = 5): Node {
  const inner = unwrap(node)
  if (inner.type !== 'Identifier' || depth === 0) return inner
  const variable = variableOf(inner, sourceCode)
  const value = variable && initializerOf(variable)
  return value ? resolve(value, sourceCode, depth - 1) : inner
}

/** The function that a callback argument or callee is, through constants and declarations; null when it cannot be seen. */
export function functionOf(node: Node, sourceCode: SourceCode): FunctionNode | null {
  const value = resolve(node, sourceCode)
  if (isFunction(value)) return value
  const variable = variableOf(value, sourceCode)
  const [definition] = variable?.defs ?? []
  if (!variable || definition?.type !== ('FunctionName' as never) || !isConstant(variable)) return null
  return isFunction(definition.node) ? definition.node : null
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'
  )
}

/** The name of a member that is written out: `a.b`, `a['b']`, `` a[`b`] ``; `#b` keeps its mark; else null. */
export function propertyName(node: TSESTree.MemberExpression): string | null {
  if (!node.computed) return node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  if (node.property.type === 'Identifier') return null
  return getPropertyName(node as never) ?? null
}

/**
 * Do two expressions name the same place: the same variable, `this`, or the same member of the same place? Says nothing
 * about whether the place was written in between.
 */
export function samePlace(left: Node, right: Node, sourceCode: SourceCode): boolean {
  const a = unwrap(left)
  const b = unwrap(right)
  if (a.type === 'ThisExpression' || a.type === 'Super') return a.type === b.type
  if (a.type === 'Identifier') {
    if (b.type !== 'Identifier' || a.name !== b.name) return false
    return variableOf(a, sourceCode) === variableOf(b, sourceCode)
  }
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false
  if (!samePlace(a.object, b.object, sourceCode)) return false
  const name = propertyName(a)
  if (name !== null) return name === propertyName(b)
  return a.computed && b.computed && samePlace(a.property, b.property, sourceCode)
}

/** Is the place written: assigned, counted up, deleted, or the target of a pattern or a loop? */
export function isTarget(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true
    case 'UnaryExpression':
      return parent.operator === 'delete'
    case 'Property':
      return parent.parent.type === 'ObjectPattern'
    default:
      return false
  }
}

/** The variable at the root of `a.b.c`, or null for `this`, calls and globals that nobody declares. */
export function rootVariable(node: Node, sourceCode: SourceCode): Variable | null {
  const inner = unwrap(node)
  return inner.type === 'MemberExpression' ? rootVariable(inner.object, sourceCode) : variableOf(inner, sourceCode)
}

/** The function whose variable it is; null at module level and in initializers of fields. */
export function homeOf({ scope }: Variable): FunctionNode | null {
  const block = scope.variableScope.block as Node
  return isFunction(block) ? block : null
}

/** Is this the scope of the file itself? oxlint treats a .ts file without imports as a script, so both kinds count. */
export function isModuleScope(scope: Scope): boolean {
  return scope.type === 'module' || scope.type === 'global' || isCommonJSScope(scope)
}

function isCommonJSScope(scope: Scope): boolean {
  return scope.type === 'function' && scope.block.type === 'Program'
}

/** Is `node` inside `region`, or `region` itself? */
export function isWithin(node: Node, region: Node): boolean {
  return node.range[0] >= region.range[0] && node.range[1] <= region.range[1]
}

/** An ES module, or a file that assigns `exports`, which no script of a page has: its variables are its own. */
export function isModule({ ast, scopeManager }: SourceCode): boolean {
  return scopeManager?.scopes.some((scope) => scope.type === 'module' || isCommonJSScope(scope)) || assignsExports(ast)
}

const assigning = new WeakMap<TSESTree.Program, boolean>()

function assignsExports(program: TSESTree.Program): boolean {
  const known = assigning.get(program)
  if (known !== undefined) return known
  const found = program.body.some((statement) => {
    const target = statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression.left : null
    return target?.type === 'MemberExpression' && /^(?:module\.)?exports\b/.test(placeName(target))
  })
  assigning.set(program, found)
  return found
}

/** `module.exports.f` as written. */
function placeName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? `${placeName(node.object)}.${node.property.name}` : ''
}

/** Does the file itself hand the variable out: `export`, `module.exports =`, or a global that other scripts see? */
export function isExported(variable: Variable): boolean {
  if (variable.scope.type === 'global' && !assignsExports(variable.scope.block as TSESTree.Program)) return true
  return (
    variable.defs.some(({ node, type }) => type !== ('Parameter' as never) && isExportedDeclaration(node)) ||
    variable.references.some(({ identifier }) => {
      const parent = outermost(identifier).parent
      return parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration'
    })
  )
}

function isExportedDeclaration(node: Node): boolean {
  const declaration = node.type === 'VariableDeclarator' ? node.parent : node
  return declaration.parent?.type === 'ExportNamedDeclaration' || declaration.parent?.type === 'ExportDefaultDeclaration'
}
