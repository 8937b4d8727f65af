import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isWithin, type Node, outermost, readsOf, type Variable, writesOf } from '../analysis/bindings.ts'
import type { DetachedNode, Entry } from '../analysis/detached-nodes.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import type { GrowingCollection } from '../analysis/growth.ts'
import { indentationOf, terminator } from './layout.ts'

type Repair = { text: string; edit: TSESLint.ReportFixFunction }

/** The statement that lets go of the node behind its removal; null where something may still use it, or none says it. */
export function lettingGo({ removal, holder }: DetachedNode, isTypeScript: boolean, sourceCode: SourceCode): Repair | null {
  const statement = outermost(removal).parent
  const isAllOf = holder.kind === 'collection' && holder.entry.by === 'walk' && statement?.type === 'ArrowFunctionExpression' // `each((node) => node.remove())`
  if (!statement || (statement.type !== 'ExpressionStatement' && !isAllOf)) return null
  if (holder.kind === 'collection') return fromCollection(holder.collection, holder.entry, statement, sourceCode)
  const { variable } = holder
  return mayBeNull(variable, statement, sourceCode) ? behind(statement, `${variable.name} = null${isTypeScript && !admitsNull(variable, sourceCode) ? '!' : ''}`, sourceCode) : null
}

function fromCollection({ kind, uses, growth }: GrowingCollection, { by, node, walk }: Entry, statement: Node, sourceCode: SourceCode): Repair | null {
  const within = uses.find((use) => isWithin(use, walk ?? statement)) ?? uses.find((use) => growth.some((one) => isWithin(use, one.node)))
  const name = within && sourceCode.getText(within)
  if (!name) return null
  if (by === 'walk') {
    const loop = walk?.type === 'CallExpression' ? outermost(walk).parent : walk
    if (!loop || !isOnly(statement, walk as Node) || (loop.type !== 'ForOfStatement' && loop.type !== 'ExpressionStatement')) return null
    if (kind === 'object') return null
    return behind(loop, kind === 'array' ? `${name}.length = 0` : `${name}.clear()`, sourceCode)
  }
  const element = sourceCode.getText(node) // or its key
  if (kind === 'array') return by === 'value' ? behind(statement, `if (${name}.includes(${element})) ${name}.splice(${name}.indexOf(${element}), 1)`, sourceCode) : null
  return behind(statement, kind === 'object' ? `delete ${name}[${element}]` : `${name}.delete(${element})`, sourceCode)
}

/** Is the removal all that the walk does with each of its elements? */
function isOnly(statement: Node, walk: Node): boolean {
  const { parent } = statement
  if (parent === walk) return true // the loop's own, or the function that the walk calls
  if (parent?.type !== 'BlockStatement' || parent.body.some((one) => one !== statement && one.type !== 'ExpressionStatement')) return false
  return parent.parent === walk || (walk.type === 'CallExpression' && walk.arguments.includes(parent.parent as TSESTree.Expression))
}

/** Is every read either behind a test, or behind an assignment of the function it is in? */
function mayBeNull(variable: Variable, statement: Node, sourceCode: SourceCode): boolean {
  return readsOf(variable).every(({ identifier }) => {
    const use = identifier as Node
    if (isWithin(use, statement) || isTested(use, variable, sourceCode)) return true
    const fn = enclosingFunction(use)
    if (fn === enclosingFunction(statement) && use.range[0] < statement.range[0]) return true
    return writesOf(variable).some(({ identifier: written }) => enclosingFunction(written as Node) === fn && written.range[0] < use.range[0])
  })
}

function isTested(use: Node, variable: Variable, sourceCode: SourceCode): boolean {
  const { parent } = outermost(use)
  if (use.parent?.type === 'MemberExpression' && use.parent.optional) return true
  if (/^(?:Unary|Binary|Logical|Conditional|If)/.test(parent?.type ?? '')) return true
  for (let at: Node | undefined = use; at?.parent; at = at.parent) {
    const around: Node = at.parent
    const test: Node | null = around.type === 'IfStatement' || around.type === 'ConditionalExpression' ? around.test : around.type === 'LogicalExpression' ? around.left : null
    if (test && test !== at && readsOf(variable).some(({ identifier }) => isWithin(identifier as Node, test)) && !sourceCode.getText(test).startsWith('!')) return true
  }
  return false
}

function admitsNull({ identifiers: [name] }: Variable, sourceCode: SourceCode): boolean {
  const { typeAnnotation } = name as TSESTree.Identifier
  return typeAnnotation === undefined || /\bnull\b|\bany\b/.test(sourceCode.getText(typeAnnotation))
}

/** Behind the statement, on a line of its own; one that stands alone under a condition gets a block. */
function behind(statement: Node, text: string, sourceCode: SourceCode): Repair {
  const end = sourceCode.getLastToken(statement)?.value === ';' ? '' : ';'
  const isInline = sourceCode.getTokenBefore(statement)?.loc.end.line === statement.loc.start.line
  const isListed = /^(?:BlockStatement|StaticBlock|SwitchCase|Program)$/.test(statement.parent?.type ?? '')
  const line = text + terminator(sourceCode)
  return {
    text,
    edit: (fixer) => isListed
      ? fixer.insertTextAfter(statement, isInline ? `${end} ${text};` : `\n${indentationOf(statement, sourceCode)}${line}`)
      : [fixer.insertTextBefore(statement, '{ '), fixer.insertTextAfter(statement, `${end} ${text}; }`)],
  }
}
