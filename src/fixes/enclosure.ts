import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isConstant, isFunction, isWithin, type Node, type Variable } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { type Closure, isSynchronous } from '../analysis/survival.ts'
import { leaves } from '../analysis/conditions.ts'
import { enclosingFunction, holderOf } from '../analysis/functions.ts'
import { indentationOf, indentationStep, terminator } from './layout.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/**
 * Puts the declaration of the variable, and the statements that use it, into a block: a scope, and so a context, of their own. What
 * else is declared there and used behind is declared before the block. null where a closure that stays would go with it.
 */
export function enclosed(variable: Variable, closure: Closure, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const declaration = declarationOf(variable)
  const list = declaration && listOf(declaration)
  if (!list || declaration.declarations.length !== 1 || declaration.kind.endsWith('using')) return null
  const inside = statementsWith(variable, closure, list, sourceCode)
  if (!inside || inside.some((statement) => isWithin(closure, statement))) return null
  const [first, last] = [inside[0] as Node, inside.at(-1) as Node]
  const moved = declaredBefore(inside, declaration, isTypeScript, sourceCode)
  if (!moved) return null
  return (fixer) => {
    const outer = indentationOf(first, sourceCode)
    const end = terminator(sourceCode)
    const names = moved.map(({ id }) => sourceCode.getText(id))
    const before = names.length > 0 ? `let ${names.join(', ')}${end}\n${outer}` : ''
    const kind = declaration.kind === 'var' ? [fixer.replaceText(sourceCode.getFirstToken(declaration) as never, isConstant(variable) ? 'const' : 'let')] : []
    return [
      fixer.insertTextBefore(first, `${before}{\n${outer}${indentationStep(sourceCode)}`),
      ...kind,
      ...moved.map(({ id, parent }) => fixer.removeRange([parent.range[0], id.range[0]])),
      ...indented(first, last, sourceCode, fixer),
      fixer.insertTextAfter(last, `\n${outer}}`),
    ]
  }
}

/** The `const x = …` of a variable. */
export function declarationOf({ defs }: Variable): TSESTree.VariableDeclaration | null {
  const declarator = defs[0]?.node as Node | undefined
  return declarator?.type === 'VariableDeclarator' && declarator.parent.type === 'VariableDeclaration' ? declarator.parent : null
}

/** The statements among which a statement stands. */
export function listOf({ parent }: Node): readonly TSESTree.Node[] | null {
  switch (parent?.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return parent.body
    case 'SwitchCase':
      return parent.consequent
    default:
      return null
  }
}

/**
 * The statements of the list from the first that mentions the variable to the last, and on to those that use what is declared
 * there, as far as they come before the closure; null where it is mentioned elsewhere.
 */
function statementsWith({ references, identifiers }: Variable, closure: Closure, list: readonly Node[], sourceCode: SourceCode): readonly Node[] | null {
  const indexOf = (mention: Node): number => list.findIndex((statement) => isWithin(mention, statement))
  let first = list.length
  let last = -1
  for (const mention of [...identifiers, ...references.map(({ identifier }) => identifier)]) {
    const index = indexOf(mention as Node)
    if (index < 0) return null
    first = Math.min(first, index)
    last = Math.max(last, index)
  }
  const closes = indexOf(closure)
  const end = closes > first ? closes : list.length
  for (let index = first; index <= last; index++) {
    let lastUse = last
    for (const declared of sourceCode.getDeclaredVariables?.(list[index] as never) ?? []) {
      for (const { identifier } of declared.references) lastUse = Math.max(lastUse, indexOf(identifier as Node))
    }
    if (lastUse < end) last = lastUse
  }
  return list.slice(first, last + 1)
}

/**
 * The declarators of the statements that are needed outside of them too, in so far as `x = value` may stand in their place; null
 * where something else is declared there and needed outside. TypeScript would need to be told their types.
 */
function declaredBefore(inside: readonly Node[], own: Node, isTypeScript: boolean, sourceCode: SourceCode): TSESTree.VariableDeclarator[] | null {
  const moved: TSESTree.VariableDeclarator[] = []
  for (const statement of inside) {
    const isNeededOutside = (sourceCode.getDeclaredVariables?.(statement) ?? []).some(({ references }) =>
      references.some(({ identifier }) => !inside.some((one) => isWithin(identifier as Node, one))))
    if (!isNeededOutside) continue
    if (statement.type !== 'VariableDeclaration' || statement === own || statement.kind.endsWith('using')) return null
    if (statement.kind === 'var') continue // stays a variable of the function
    if (isTypeScript) return null
    const [declarator] = statement.declarations
    if (statement.declarations.length !== 1 || declarator?.id.type !== 'Identifier' || !declarator.init) return null
    moved.push(declarator)
  }
  return moved
}

/** Further lines of what goes into the block; none where a text of several lines would change. */
function indented(first: Node, last: Node, sourceCode: SourceCode, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] {
  const texts = sourceCode.ast.tokens.filter(({ type, range }) => (type === 'Template' || type === 'JSXText') && range[0] >= first.range[0] && range[1] <= last.range[1])
  const step = indentationStep(sourceCode)
  const fixes: TSESLint.RuleFix[] = []
  for (let line = first.loc.start.line + 1; line <= last.loc.end.line; line++) {
    const start = sourceCode.getIndexFromLoc({ line, column: 0 })
    const isText = texts.some(({ range }) => range[0] < start && start < range[1])
    if (!isText && sourceCode.lines[line - 1]?.trim()) fixes.push(fixer.insertTextBeforeRange([start, start], step))
  }
  return fixes
}

/** Sets the variable to null behind the last statement that mentions it; null where something may still read it later. */
export function letGo(variable: Variable, siblings: readonly Closure[], closure: Closure, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const declaration = declarationOf(variable)
  const block = variable.scope.block as Node
  const list = declaration ? listOf(declaration) : isFunction(block) && block.body.type === 'BlockStatement' ? block.body.body : null
  if (!list || variable.scope.type === 'for') return null
  const users = siblings.flatMap((sibling) => (isFunction(sibling) ? (holderOf(sibling, sourceCode) ?? []) : []))
  const mentions = [variable, ...users].flatMap(({ references }) => references.map(({ identifier }) => identifier as Node))
  const used = list.filter((statement) => mentions.some((mention) => isWithin(mention, statement)))
  const last = used.at(-1)
  if (!last || isWithin(closure, last) || leaves(last) || !siblings.every((sibling) => isDoneBy(sibling, last, sourceCode))) return null
  return (fixer) => [
    ...(declaration?.kind === 'const' ? [fixer.replaceText(sourceCode.getFirstToken(declaration) as never, 'let')] : []),
    fixer.insertTextAfter(last, `\n${indentationOf(last, sourceCode)}${variable.name} = null${isTypeScript ? '!' : ''}${terminator(sourceCode)}`),
  ]
}

/** Is the function run, and over, no later than the statement? */
function isDoneBy(fn: Closure, last: Node, sourceCode: SourceCode): boolean {
  if (isSynchronous(fn)) return true
  if (!isFunction(fn) || fn.async || fn.generator) return false
  const variable = holderOf(fn, sourceCode)
  return variable !== null && variable.references.every(({ identifier, init }) =>
    init || (identifier.range[0] < last.range[1] && identifier.parent.type === 'CallExpression' && identifier.parent.callee === identifier &&
      enclosingFunction(identifier) === enclosingFunction(last)))
}
