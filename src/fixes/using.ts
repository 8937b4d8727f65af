import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { listAround, type ManualDisposal } from '../analysis/manual-disposal.ts'
import { type Edit, fixOf, insertAt, replace, replaceRange } from './edits.ts'
import { indentationOf, indentationStep, lineOf } from './layout.ts'

type Finally = Extract<ManualDisposal, { way: 'finally' }>
type Range = readonly [number, number]

/** Declares the disposable with `using` and drops what disposed of it; null where a comment or a name would be lost. */
export function declareUsing(disposal: ManualDisposal, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const { declaration, keyword, way } = disposal
  if (way === 'finally' && disposal.assignment) return withoutFinally(disposal, declaredInside(disposal, disposal.assignment, sourceCode), sourceCode)
  const declared = [replace(sourceCode.getFirstToken(declaration) as never, keyword)]
  if (way === 'finally') return withoutFinally(disposal, declared, sourceCode)
  if (way === 'never') return fixOf(declared)
  return hasComments(disposal.release, sourceCode) ? null : fixOf([...declared, replaceRange(lineOf(disposal.release, sourceCode), '')])
}

/** The assignment as a declaration, and none before `try`; null for `(file = await open(path))`. */
function declaredInside({ declaration, keyword }: Finally, { range, expression }: TSESTree.ExpressionStatement, sourceCode: SourceCode): Edit[] | null {
  if (hasComments(declaration, sourceCode) || range[0] !== expression.range[0]) return null
  return [replaceRange(lineOf(declaration, sourceCode), ''), insertAt(range[0], `${keyword} `)]
}

function withoutFinally(disposal: Finally, declared: readonly Edit[] | null, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const { statement, release, declaration, assignment } = disposal
  const { block, handler } = statement
  const finalizer = statement.finalizer as TSESTree.BlockStatement
  const list = listAround(statement, sourceCode) ?? []
  const isLast = list.at(-1) === statement
  if (!declared || hasComments(finalizer, sourceCode) || sourceCode.getCommentsBefore(finalizer).length > 0 || sourceCode.getCommentsBefore(block).length > 0) return null
  if (!isLast && list.slice(list.indexOf(declaration), list.indexOf(statement)).some((one) => !assignment && isNeededBehind(one, statement, sourceCode))) return null
  const inner = handler || finalizer.body.length > 1 || (assignment && !isLast) || collides(block, statement, sourceCode) ? null : contentOf(block, sourceCode)
  const edits = [...declared]
  if (finalizer.body.length > 1) edits.push(replaceRange(lineOf(release, sourceCode), ''))
  else if (handler) edits.push(replaceRange([handler.range[1], statement.range[1]], ''))
  else if (inner) edits.push(replaceRange([statement.range[0], inner[0]], separator(disposal, inner[0], sourceCode)), replaceRange([inner[1], statement.range[1]], ''))
  else edits.push(replaceRange([statement.range[0], block.range[0]], ''), replaceRange([block.range[1], statement.range[1]], ''))
  if (isLast || assignment) return fixOf([...edits, ...(inner ? shifted(inner, -1, sourceCode) : [])])
  const outer = indentationOf(declaration, sourceCode)
  const kept = [...edits.map(({ range }) => range), ...(inner ? [inner] : [])]
  return fixOf([
    insertAt(declaration.range[0], `{\n${outer}${indentationStep(sourceCode)}`),
    ...edits,
    ...shifted([declaration.range[0], statement.range[1]], 1, sourceCode).filter(({ range: [at] }) => !kept.some(([start, end]) => at >= start && at < end)),
    insertAt(statement.range[1], `\n${outer}}`),
  ])
}

function hasComments(node: Node, sourceCode: SourceCode): boolean {
  return sourceCode.getCommentsInside(node as never).length > 0
}

/** What stands between the braces, comments included; null for nothing. */
function contentOf({ range }: TSESTree.BlockStatement, { text }: SourceCode): Range | null {
  const inner = text.slice(range[0] + 1, range[1] - 1)
  const content = inner.trim()
  const start = range[0] + 1 + inner.indexOf(content)
  return content === '' ? null : [start, start + content.length]
}

/** The further lines of the range, one step in or out, but for lines of a text. */
function shifted([from, to]: Range, by: 1 | -1, sourceCode: SourceCode): Edit[] {
  const step = indentationStep(sourceCode)
  const texts = sourceCode.ast.tokens.filter(({ type, range }) => (type === 'Template' || type === 'JSXText') && range[0] >= from && range[1] <= to)
  const edits: Edit[] = []
  for (let line = sourceCode.getLocFromIndex(from).line + 1; line <= sourceCode.getLocFromIndex(to).line; line++) {
    const start = sourceCode.getIndexFromLoc({ line, column: 0 })
    if (texts.some(({ range }) => range[0] < start && start < range[1]) || !sourceCode.lines[line - 1]?.trim()) continue
    if (by > 0) edits.push(insertAt(start, step))
    else if (sourceCode.text.startsWith(step, start)) edits.push(replaceRange([start, start + step.length], ''))
  }
  return edits
}

/** `;` where what follows would continue the statement before it. */
function separator({ statement, declaration, assignment }: Finally, start: number, sourceCode: SourceCode): string {
  const before = sourceCode.getTokenBefore(statement)
  const last = assignment && before && before.range[0] >= declaration.range[0] && before.range[1] <= declaration.range[1] ? sourceCode.getTokenBefore(declaration) : before
  return last && !/[;{}]/.test(last.value) && /[([`+\-/*]/.test(sourceCode.text[start] ?? '') && !/^\/[/*]/.test(sourceCode.text.slice(start, start + 2)) ? ';' : ''
}

/** Does the statement declare a name that is used behind the other? */
function isNeededBehind(one: Node, other: Node, sourceCode: SourceCode): boolean {
  return sourceCode.getDeclaredVariables(one as never).some(({ references }) => references.some(({ identifier }) => identifier.range[0] > other.range[1]))
}

/** Does the block declare a name which the list around the statement declares, or uses from further out? */
function collides(block: TSESTree.BlockStatement, statement: Node, sourceCode: SourceCode): boolean {
  const own = sourceCode.scopeManager?.acquire(block as never)
  const around = sourceCode.getScope(statement as never)
  const outside = around.through.filter(({ identifier }) => identifier.range[0] < block.range[0] || identifier.range[1] > block.range[1])
  return own !== null && own !== undefined && own.variables.some(({ name }) => around.set.has(name) || outside.some(({ identifier }) => identifier.name === name))
}
