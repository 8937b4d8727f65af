import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isModule, isModuleScope, isWithin, type Node, outermost, type Variable, variableOf } from '../analysis/bindings.ts'
import { variablesNamedIn } from '../analysis/references.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { holderOf, runsOnce } from '../analysis/functions.ts'
import { endedBefore, indentationOf, lineOf, separated } from './layout.ts'
import { reservedName } from './names.ts'

export interface Hoisting {
  /** The new constant's name. */
  name: string
  /** Is it sure that no code reads the constant before it is made, and that its name collides with nothing of another file? */
  safe: boolean
  edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]
}

/** A call that is written anew with the constant: `x.toLocaleString('en', {})` → `format.format(x)`. */
export interface Rewritten {
  value: string
  use: (name: string) => string
  /** The code that `value` is made of. */
  parts: readonly Node[]
}

interface Value {
  /** What is built again: it, or what it is written as. */
  node: Node
  /** The constant's name where the value has none of its own. */
  preferred: string
  /** What the constant is given, where that is not the node itself, and what stands in the node's place then. */
  rewritten?: Rewritten | undefined
}

/**
 * Makes a constant of the value at the file's top level (or that of the function called in place that wraps the file), just
 * above the statement that has the value, and names it in the value's place. null when the value names what is not there,
 * or when a comment would be lost.
 */
export function hoist(value: Value, sourceCode: SourceCode): Hoisting | null {
  const home = homeOf(value.node, sourceCode)
  const named = home ? namesOf(value, sourceCode) : []
  if (!home || !named.every((variable) => isVisibleAt(variable, home))) return null
  const early = mayRunEarly(home.statement, sourceCode)
  const target = early === 'here' ? firstActive(home.list) : home.statement
  const hoisting = constantBefore(value, target, sourceCode, isLong(home.statement) ? '\n' : '')
  return hoisting && { ...hoisting, safe: home.isolated && early !== 'elsewhere' && named.length === 0 }
}

/** The variables that the moved code names; those of a rewritten call's receiver stay where they are. */
function namesOf({ node, rewritten }: Value, sourceCode: SourceCode): Variable[] {
  const moved = rewritten ? rewritten.parts : [ownDeclaration(node, sourceCode)?.node ?? outermost(node)]
  return moved.flatMap((part) => variablesNamedIn(part, sourceCode)).filter(({ defs }) => defs.length > 0 && defs.every(({ name }) => !isWithin(name as Node, node.parent as Node)))
}

/** Makes a constant of the value before `statement`, and names it in the value's place; null when a comment would be lost. */
export function constantBefore({ node: built, preferred, rewritten }: Value, statement: Node, sourceCode: SourceCode, gap = ''): Omit<Hoisting, 'safe'> | null {
  const node = rewritten ? built : outermost(built) // `as const` goes with what it is said of
  if (rewritten && sourceCode.getCommentsInside(node).length > 0) return null
  const own = rewritten ? null : ownDeclaration(node, sourceCode)
  const name = own && isOnly(own.variable.name, sourceCode) ? own.variable.name : reservedName(own?.variable.name ?? preferred, node, sourceCode)
  const place = placeBefore(statement, sourceCode)
  const indentation = indentationOf(statement, sourceCode)
  const text = own ? declarationText(own, name, sourceCode) : `const ${name} = ${rewritten?.value ?? sourceCode.getText(node)}`
  const line = endedBefore(outdent(text, indentationOf(node, sourceCode), indentation), statement, sourceCode)
  return {
    name,
    edit: (fixer) => [
      fixer.insertTextBeforeRange([place, place], `${line}\n${gap}${indentation}`),
      ...(own
        ? [fixer.removeRange(lineOf(own, sourceCode)), ...renamings(own.variable, name, fixer)]
        : [fixer.replaceText(node, separated(rewritten ? rewritten.use(name) : name, node, sourceCode))]),
    ],
  }
}

interface OwnDeclaration {
  node: TSESTree.VariableDeclaration
  variable: Variable
  /** The declaration with the comments right above it. */
  range: [number, number]
}

/** `const x = …` that declares nothing else and has no comment beside it: it can be moved as it is. */
function ownDeclaration(node: Node, sourceCode: SourceCode): OwnDeclaration | null {
  const declarator = outermost(node).parent
  const declaration = declarator?.parent
  if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return null
  if (declaration.declarations.length > 1 || declarator.id.type !== 'Identifier' || !/^(?:BlockStatement|StaticBlock)$/.test(declaration.parent.type)) return null
  if (continuesWithout(declaration, sourceCode)) return null
  const beside = [...sourceCode.getCommentsBefore(declaration), ...sourceCode.getCommentsAfter(declaration)]
  if (beside.some(({ loc }) => loc.end.line >= declaration.loc.start.line && loc.start.line <= declaration.loc.end.line)) return null
  const variable = variableOf(declarator.id, sourceCode)
  return variable && variable.references.every(({ init, identifier }) => init || identifier.parent.type === 'MemberExpression' || identifier.parent.type === 'CallExpression' || identifier.parent.type === 'BinaryExpression' || identifier.parent.type === 'ForOfStatement')
    ? { node: declaration, variable, range: [startWithComments(declaration, sourceCode), declaration.range[1]] }
    : null
}

/** Would the line above go on with the line below, if this one were gone? */
function continuesWithout(declaration: Node, sourceCode: SourceCode): boolean {
  const before = sourceCode.getTokenBefore(declaration)
  const after = sourceCode.getTokenAfter(declaration)
  return !/^[;{]$/.test(before?.value ?? ';') && /^[([`/+\-]/.test(after?.value ?? '')
}

function declarationText({ variable, range }: OwnDeclaration, name: string, { text }: SourceCode): string {
  const [start] = (variable.identifiers[0] as TSESTree.Identifier).range
  // the name's own range has its type annotation, too
  return text.slice(range[0], start) + name + text.slice(start + variable.name.length, range[1]).replace(/;$/, '')
}

function renamings({ name: old, references }: Variable, name: string, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] {
  if (name === old) return []
  return references.filter(({ init }) => !init).map(({ identifier }) => fixer.replaceText(identifier, name))
}

/** Does the name stand for one variable in the whole file? */
function isOnly(name: string, { scopeManager }: SourceCode): boolean {
  const scopes = scopeManager?.scopes ?? []
  const owners = scopes.flatMap(({ variables }) => variables.filter((variable) => variable.name === name))
  return owners.length === 1 && scopes.every(({ through }) => through.every(({ identifier, resolved }) => resolved !== null || identifier.name !== name))
}

function outdent(text: string, from: string, to: string): string {
  if (from === to || !text.includes('\n') || text.includes('`')) return text
  return text.split('\n').map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line)).join('\n')
}

interface Home {
  /** The statement of the list that has the value. */
  statement: Node
  list: readonly Node[]
  block: Node
  /** Are its names out of other files' sight? */
  isolated: boolean
}

/** The outermost list of statements around the node that runs once: the file's, or that of a function called in place. */
function homeOf(node: Node, sourceCode: SourceCode): Home | null {
  let home: Home | null = null
  for (let at: Node = node; at.parent; at = at.parent) {
    const { parent } = at
    if (parent.type === 'Program') {
      const isolated = isModule(sourceCode)
      return isolated || !home ? { statement: at, list: parent.body, block: parent, isolated } : home
    }
    if (parent.type === 'BlockStatement' && isFunction(parent.parent as Node) && isWrapper(parent.parent as Node, sourceCode)) {
      home = { statement: at, list: parent.body, block: parent, isolated: true }
    }
  }
  return null
}

/** `(function () { … })()` as a statement of the file. */
function isWrapper(fn: Node, sourceCode: SourceCode): boolean {
  if (!isFunction(fn) || fn.async || !runsOnce(fn, sourceCode)) return false
  const call = outermost(fn).parent
  return call?.type === 'CallExpression' && /^(?:ExpressionStatement|UnaryExpression)$/.test(call.parent.type) && holderOf(fn, sourceCode) === null
}

function isVisibleAt(variable: Variable, { block }: Home): boolean {
  if (variable.defs.length === 0 || isModuleScope(variable.scope)) return true
  return variable.scope.block.range[0] <= block.range[0] && variable.scope.block.range[1] >= block.range[1]
}

/**
 * May the statement's functions be called before it is reached? Only declared functions can, which exist from the start:
 * `here`, by code of this list above it, or `elsewhere`, by a file that imports this one in a circle.
 */
function mayRunEarly(statement: Node, sourceCode: SourceCode): 'never' | 'here' | 'elsewhere' {
  const reached = new Set<Node>()
  const pending = [statement]
  let answer: 'never' | 'here' | 'elsewhere' = 'never'
  for (let at = pending.pop(); at; at = pending.pop()) {
    const fn = declaredFunction(at)
    if (!fn || reached.has(at)) continue
    reached.add(at)
    if (at !== fn && mayBeImportedInCircle(sourceCode)) return 'elsewhere'
    const variable = fn.id && variableOf(fn.id, sourceCode)
    for (const { identifier } of variable?.references ?? []) {
      const user = siblingOf(identifier as Node, statement)
      if (!user || user === at) continue
      if (user.type === 'ExportNamedDeclaration' && !user.declaration) {
        if (mayBeImportedInCircle(sourceCode)) return 'elsewhere'
      } else if (declaredFunction(user)) pending.push(user)
      else if (user.range[0] < statement.range[0]) answer = 'here'
    }
  }
  return answer
}

/** The function that the statement declares, exported or not. */
function declaredFunction(statement: Node): TSESTree.FunctionDeclaration | null {
  const declaration = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement
  return declaration?.type === 'FunctionDeclaration' ? declaration : null
}

/** The statement around `node` in the list that has `statement`. */
function siblingOf(node: Node, statement: Node): Node | null {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.parent === statement.parent) return at
  return null
}

/** Packages and Node's modules do not import the file that imports them; other files may. */
function mayBeImportedInCircle({ ast }: SourceCode): boolean {
  return ast.body.some((statement) => 'source' in statement && statement.source !== null && !/^(?:node:|[a-z][\w.-]*$|@[a-z][\w-]*\/[\w.-]+$)/.test(String((statement.source as TSESTree.StringLiteral).value)))
}

/** The first statement that is neither an import nor a directive nor a type. */
function firstActive(list: readonly Node[]): Node {
  return list.find(({ type, ...rest }) => type !== 'ImportDeclaration' && !('directive' in rest && rest.directive) && !/^TS(?:Type|Interface|Import)/.test(type)) as Node
}

/** Where a new statement goes so that the comments above `statement` stay with it. */
function placeBefore(statement: Node, sourceCode: SourceCode): number {
  return startWithComments(firstToken(statement, sourceCode), sourceCode)
}

/** Where the comments begin that stand right above the node, line by line, and are about it. */
function startWithComments(first: Node | TSESTree.Token, sourceCode: SourceCode): number {
  let start = first.range[0]
  let line = first.loc.start.line
  for (const comment of sourceCode.getCommentsBefore(first).reverse()) {
    if (comment.loc.end.line < line - 1 || (comment.type as string) === 'Shebang' || FILE_COMMENT.test(comment.value)) break
    if (!startsLine(comment, sourceCode)) break
    start = comment.range[0]
    line = comment.loc.start.line
  }
  return start
}

/** Comments that speak to the whole file and have to stay at its top. */
const FILE_COMMENT = /@(?:ts-(?:no)?check|flow|jsx|license|licence|preserve|file|fileoverview|module|packageDocumentation|jest|vitest)|^!|copyright|eslint-(?:disable|enable)(?!-)|prettier-ignore-start/i

function startsLine({ loc }: TSESTree.Comment, sourceCode: SourceCode): boolean {
  return (sourceCode.lines[loc.start.line - 1] ?? '').slice(0, loc.start.column).trim() === ''
}

/** Decorators stand before `export`, and overloads before the function they belong to. */
function firstToken(statement: Node, sourceCode: SourceCode): Node | TSESTree.Token {
  const siblings = (statement.parent as Partial<TSESTree.Program>).body ?? []
  let first = statement
  for (let index = siblings.indexOf(statement as never) - 1; index >= 0 && isOverload(siblings[index] as Node); index--) first = siblings[index] as Node
  const declared = 'declaration' in first ? (first.declaration as Node | null) : first
  const decorator = declared?.type === 'ClassDeclaration' ? declared.decorators?.[0] : undefined
  return decorator && decorator.range[0] < first.range[0] ? decorator : (sourceCode.getFirstToken(first) as TSESTree.Token)
}

function isOverload(node: Node): boolean {
  const declared = 'declaration' in node ? (node.declaration as Node | null) : node
  return declared?.type === 'TSDeclareFunction' && !declared.declare
}

/** Functions and classes are set apart by an empty line. */
function isLong(statement: Node): boolean {
  return statement.loc.end.line - statement.loc.start.line > 1
}
