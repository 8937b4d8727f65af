import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import { fact, type SourceCode } from '../analysis/fact.ts'

/** The white space before the line that `node` starts on. */
export function indentationOf(node: Node, sourceCode: SourceCode): string {
  return /^\s*/.exec(sourceCode.lines[node.loc.start.line - 1] ?? '')?.[0] ?? ''
}

/**
 * The statement with its line, line break included, where it stands alone on it, and with the empty line below it where
 * another or a comment is above it, or the block begins there.
 */
export function lineOf({ range: [start, end] }: Pick<Node, 'range'>, { text }: SourceCode): [number, number] {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  const isAlone = text.slice(from, start).trim() === '' && (to < 0 ? text.slice(end) : text.slice(end, to)).trim() === ''
  if (!isAlone) return [start, end]
  if (to < 0) return [from, text.length]
  const below = /[ \t]*\r?\n/y
  below.lastIndex = to + 1
  return [from, below.test(text) && /(?:^|[{\n]|\n[ \t]*\/\/[^\n]*)[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 200), from)) ? below.lastIndex : to + 1]
}

/** One step of indentation as the file writes it. */
export const indentationStep = fact(({ lines }): string => {
  for (const line of lines) {
    const step = /^(?:\t| {2,8})(?=\S)/.exec(line)
    if (step) return step[0]
  }
  return '  '
})

/** What ends a statement in this file: `;`, or nothing where the file leaves it out. */
export const terminator = fact(({ ast }): '' | ';' =>
  ast.tokens.some((token, index, all) => token.value === ';' && all[index + 1]?.loc.start.line !== token.loc.start.line) ? ';' : '')

/**
 * `statement` put before `next` on a line of its own: ended by `;` where the file does so, and where the next token would
 * otherwise continue it.
 */
export function endedBefore(statement: string, next: Node, sourceCode: SourceCode): string {
  const continues = /^[([`+\-/*,.]/.test(sourceCode.getText(next))
  return statement + (continues ? ';' : terminator(sourceCode))
}

/** A line of new code and how many steps it is indented. */
export type Line = readonly [depth: number, text: string]

/** The lines in the place of `statement`, as a block where only one statement may stand. */
export function layOut(lines: readonly Line[], statement: Node, sourceCode: SourceCode): string {
  const outer = indentationOf(statement, sourceCode)
  const step = indentationStep(sourceCode)
  const listed = ['BlockStatement', 'Program', 'StaticBlock', 'SwitchCase'].includes(statement.parent?.type ?? '')
  const all: readonly Line[] = listed ? lines : [[0, '{'], ...lines.map(([depth, text]): Line => [depth + 1, text]), [0, '}']]
  const text = all.map(([depth, line]) => step.repeat(depth) + line).join(`\n${outer}`)
  return sourceCode.getLastToken(statement)?.value === ';' && !/[;}]$/.test(text) ? `${text};` : text
}

/** The block with statements before its own, which are indented by `inner`; null where it begins with a directive. */
export function startedWith(lines: readonly string[], block: TSESTree.BlockStatement, inner: string, sourceCode: SourceCode): string | null {
  const text = sourceCode.getText(block)
  const [next] = block.body
  if (next?.type === 'ExpressionStatement' && next.directive) return null
  if (!next) return `{ ${lines.join('; ')} }`
  if (next.loc.start.line === block.loc.start.line) return `{ ${lines.join('; ')}; ${text.slice(1).trimStart()}`
  const own = lines.map((line, i) => inner + (i === lines.length - 1 ? endedBefore(line, next, sourceCode) : line + terminator(sourceCode)))
  return `{\n${own.join('\n')}${text.slice(1)}`
}

/** `text` in the place of `node`, kept apart from the word before it: `return[1]` → `return table`. */
export function separated(text: string, node: Node, sourceCode: SourceCode): string {
  const before = sourceCode.text[node.range[0] - 1] ?? ''
  return WORD.test(before) && WORD.test(text[0] ?? '') ? ` ${text}` : text
}

const WORD = /[\w$\u0080-\uffff]/
