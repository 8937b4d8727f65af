import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isWithin, type Node, outermost, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { keyName } from '../analysis/occurrences.ts'
import type { ArgumentsCopy, CopyingMethod } from '../analysis/redundancy.ts'
import { lineOf, separated } from './layout.ts'
import { freeName } from './names.ts'
import { losesComment } from './walks.ts'

export type Edit = TSESLint.ReportFixFunction

/** What is copied in the place of its copy; null where a comment would be lost or the text would mean something else. */
export function withoutCopy(copy: Node, source: Node, sourceCode: SourceCode): Edit | null {
  if (losesComment(copy.range, [source], sourceCode) || ('typeArguments' in copy && copy.typeArguments)) return null
  const text = sourceCode.getText(source)
  const wrapped = needsParentheses(source, copy, sourceCode) ? `(${text})` : text
  if (/^[([`/+-]/.test(wrapped) && startsStatement(copy, sourceCode) && !/^[[(`]/.test(sourceCode.getText(copy))) return null
  return (fixer) => fixer.replaceText(copy, separated(wrapped, copy, sourceCode))
}

const PRIMARY: readonly string[] = ['ArrayExpression', 'CallExpression', 'Identifier', 'Literal', 'MemberExpression', 'TemplateLiteral', 'ThisExpression', 'TSNonNullExpression']

function needsParentheses(source: Node, copy: Node, sourceCode: SourceCode): boolean {
  if (PRIMARY.includes(source.type)) return false
  const { parent } = copy
  // At the start of a statement or an arrow's body a brace opens a block.
  if (source.type === 'ObjectExpression') return copy.type !== 'ObjectExpression' && !['=', '(', ',', 'return', ':'].includes(sourceCode.getTokenBefore(copy)?.value ?? '')
  if (source.type === 'SequenceExpression') return true
  return !(parent?.type === 'VariableDeclarator' || parent?.type === 'ReturnStatement' || ('arguments' in (parent ?? {}) && (parent as TSESTree.CallExpression).arguments.includes(copy as never)))
}

function startsStatement(node: Node, sourceCode: SourceCode): boolean {
  const before = sourceCode.getTokenBefore(node)
  return before !== null && before.loc.end.line < node.loc.start.line && ![';', '{', '}'].includes(before.value)
}

/** `{ ...{ a, b }, c }` → `{ a, b, c }` */
export function withoutNesting(spread: TSESTree.SpreadElement, sourceCode: SourceCode): Edit | null {
  const literal = unwrap(spread.argument) as TSESTree.ObjectExpression
  const [first] = literal.properties
  const last = literal.properties.at(-1)
  if (!first || !last) {
    const after = sourceCode.getTokenAfter(spread)
    if (sourceCode.getCommentsInside(spread).length > 0) return null
    return (fixer) => fixer.removeRange([spread.range[0], after?.value === ',' ? after.range[1] : spread.range[1]])
  }
  if (repeatsKey(spread.parent as TSESTree.ObjectExpression, literal)) return null
  const text = sourceCode.text.slice(first.range[0], last.range[1])
  const inside = sourceCode.getCommentsInside(spread).every(({ range }) => range[0] >= first.range[0] && range[1] <= last.range[1])
  return inside ? (fixer) => fixer.replaceText(spread, text) : null
}

/** Do both literals write the same key? In one literal TypeScript takes that for a mistake. */
function repeatsKey(outer: TSESTree.ObjectExpression, inner: TSESTree.ObjectExpression): boolean {
  const keys = keysOf(outer)
  return keysOf(inner).some((key) => keys.includes(key))
}

function keysOf({ properties }: TSESTree.ObjectExpression): string[] {
  return properties.flatMap((property) => (property.type === 'Property' ? keyName(property) ?? [] : []))
}

/** `fresh.toSorted(f)` → `fresh.sort(f)` */
export function inPlace({ called, inPlace: method }: CopyingMethod): Edit {
  return (fixer) => fixer.replaceText(called.member.property, called.member.computed ? `'${method}'` : method)
}

/** `function f(a) { const rest = Array.prototype.slice.call(arguments, 1) }` → `function f(a, ...rest) { }` */
export function restParameter({ fn, copy }: ArgumentsCopy, sourceCode: SourceCode): Edit | null {
  if (sourceCode.getCommentsInside(copy).length > 0) return null
  const declaration = soleDeclaration(copy, fn)
  const name = declaration ? sourceCode.getText(declaration.declarations[0]?.id) : freeName('args', sourceCode)
  const place = parameterPlace(fn, sourceCode)
  if (!place || (declaration && sourceCode.getCommentsInside(declaration).length > 0)) return null
  return (fixer) => [
    fixer.insertTextAfterRange(place, `${fn.params.length > 0 ? ', ' : ''}...${name}`),
    declaration ? fixer.removeRange(lineOf(declaration, sourceCode)) : fixer.replaceText(copy, name),
  ]
}

/** `const rest = …` as a statement of its own at the top of the function's body. */
function soleDeclaration(copy: Node, fn: FunctionNode): TSESTree.VariableDeclaration | null {
  const declarator = outermost(copy).parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declarator.id.typeAnnotation) return null
  const declaration = declarator.parent
  return declaration.declarations.length === 1 && declaration.parent === fn.body ? declaration : null
}

function parameterPlace(fn: FunctionNode, sourceCode: SourceCode): [number, number] | null {
  const last = fn.params.at(-1)
  if (last) return last.range
  const open = sourceCode.getFirstToken(fn, { filter: ({ value }) => value === '(' })
  return open && isWithin(open as unknown as Node, fn) ? open.range : null
}
