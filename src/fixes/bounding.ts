import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, outermost, propertyName, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { GrowingCollection, Growth } from '../analysis/growth.ts'
import { endedBefore, indentationOf, indentationStep, layOut, terminator } from './layout.ts'
import { freeName } from './names.ts'

/** Entries that a bounded collection keeps: a round number to start from. */
export const LIMIT = 1000

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[]

/**
 * Drops the oldest entry before another one is added. An entry that is asked for again is made again, so nothing but the
 * work differs for a cache; a record of what was seen forgets.
 */
export function bounding({ kind, uses }: GrowingCollection, { node, fn }: Growth, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const use = uses.find((one) => isWithin(one, node))
  if (!use || !isRepeatable(use)) return null
  const collection = sourceCode.getText(use)
  const guard = guardOf(collection, kind, node, isTypeScript, sourceCode)
  const statement = statementOf(node, fn)
  if (!statement) return fn.body.type === 'BlockStatement' ? null : (fixer) => inBlock(guard, fn, sourceCode, fixer)
  if (isListed(statement)) {
    const before = guard.map((line, index) => (index < guard.length - 1 ? line + terminator(sourceCode) : endedBefore(line, statement, sourceCode)))
    return (fixer) => fixer.insertTextBefore(statement, before.map((line) => `${line}\n${indentationOf(statement, sourceCode)}`).join(''))
  }
  const lines = [...guard.map((line) => [0, line + terminator(sourceCode)] as const), [0, sourceCode.getText(statement)] as const]
  return (fixer) => fixer.replaceText(statement, layOut(lines, statement, sourceCode))
}

/** A name, by which the collection can be asked once more; where it may be missing (`list?.push(x)`), it cannot. */
function isRepeatable(use: Node): boolean {
  const { parent } = outermost(use)
  if (parent?.type === 'MemberExpression' && parent.optional) return false
  return use.type === 'Identifier' || (use.type === 'MemberExpression' && !use.computed)
}

function guardOf(collection: string, kind: GrowingCollection['kind'], growth: Growth['node'], isTypeScript: boolean, sourceCode: SourceCode): string[] {
  const sure = isTypeScript ? '!' : ''
  switch (kind) {
    case 'array': {
      const callee = growth.type === 'CallExpression' ? unwrap(growth.callee) : null
      const method = callee?.type === 'MemberExpression' && propertyName(callee) === 'unshift' ? 'pop' : 'shift'
      return [`if (${collection}.length >= ${LIMIT}) ${collection}.${method}()`]
    }
    case 'object': {
      const keys = freeName('keys', sourceCode)
      return [`const ${keys} = Object.keys(${collection})`, `if (${keys}.length >= ${LIMIT}) delete ${collection}[${keys}[0]${sure}]`]
    }
    default:
      return [`if (${collection}.size >= ${LIMIT}) ${collection}.delete(${collection}.keys().next().value${sure})`]
  }
}

/** The statement of the function in which the entry is added; null in an arrow function of one expression. */
function statementOf(node: Node, fn: Node): Node | null {
  for (let at: Node | undefined = node; at && at !== fn; at = at.parent) {
    if (/Statement$|^VariableDeclaration$/.test(at.type) && !(at.parent?.type.startsWith('For') && at.type === 'VariableDeclaration')) return at
    if (isFunction(at)) return null
  }
  return null
}

function isListed({ parent }: Node): boolean {
  return parent !== undefined && ['BlockStatement', 'StaticBlock', 'SwitchCase'].includes(parent.type)
}

/** `(k) => cache.get(k) ?? …` gets a body of statements. */
function inBlock(guard: string[], fn: Growth['fn'], sourceCode: SourceCode, fixer: TSESLint.RuleFixer): TSESLint.RuleFix {
  const arrow = sourceCode.getTokenBefore(fn.body, (token) => token.value === '=>') as TSESTree.Token
  const first = sourceCode.getTokenAfter(arrow) as TSESTree.Token
  const end = terminator(sourceCode)
  const outer = indentationOf(fn, sourceCode)
  const inner = outer + indentationStep(sourceCode)
  const value = sourceCode.text.slice(first.range[0], fn.range[1])
  const lines = [...guard, `return ${value}`].map((line) => `${inner}${line}${end}`)
  return fixer.replaceTextRange([first.range[0], fn.range[1]], `{\n${lines.join('\n')}\n${outer}}`)
}
