import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import { fact, type SourceCode } from '../analysis/fact.ts'
import { isIndexUnchecked } from '../analysis/types.ts'

/** One replacement of a range of the source; an insertion has an empty range. */
export interface Edit {
  range: readonly [number, number]
  text: string
}

export function insertAt(index: number, text: string): Edit {
  return { range: [index, index], text }
}

export function replace(node: Node, text: string): Edit {
  return { range: node.range, text }
}

export function replaceRange(range: readonly [number, number], text: string): Edit {
  return { range, text }
}

/** All edits as one fix. They must not overlap. */
export function fixOf(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text))
}

/** The white space at the start of the line on which `node` starts. */
export function indentOf(node: Node, sourceCode: SourceCode): string {
  return /^\s*/.exec(sourceCode.lines[node.loc.start.line - 1] ?? '')?.[0] ?? ''
}

/** One step of the file's indentation. */
export const indentStep = fact(({ lines }): string => {
  const indented = lines.find((line) => /^\s+[^\s*]/.test(line))
  return /^(?:\t| {2,4})/.exec(indented ?? '')?.[0] ?? '  '
})

/** `;` where the file ends its statements so, else nothing. */
export const semicolon = fact(({ text }): string => (/;[ \t]*(?:\/\/.*)?$/m.test(text) ? ';' : ''))

/** Adds statements, written without semicolons, at the end of a block. */
export function append(block: TSESTree.BlockStatement, statements: readonly string[], sourceCode: SourceCode): Edit {
  const last = block.body.at(-1)
  const end = semicolon(sourceCode)
  if (last && block.loc.start.line === block.loc.end.line) {
    const ended = sourceCode.getLastToken(last)?.value === ';' || last.type === 'BlockStatement' ? '' : ';'
    return insertAt(last.range[1], `${ended} ${statements.join('; ')}${end}`)
  }
  const closing = indentOf(sourceCode.getLastToken(block) as unknown as Node, sourceCode)
  const indent = last ? indentOf(last, sourceCode) : closing + indentStep(sourceCode)
  const lines = statements.map((statement) => `${indent}${statement}${end}\n`).join('')
  const close = block.range[1] - 1
  const lineStart = sourceCode.text.lastIndexOf('\n', close) + 1
  const isAlone = block.loc.start.line !== block.loc.end.line
  return isAlone ? insertAt(lineStart, lines) : insertAt(close, `\n${lines}${closing}`)
}

/** May a repair write TypeScript: by the file's name, or by the language of a single-file component's script? */
export function isTypeScript(filename: string, { text }: SourceCode): boolean {
  return /\.[cm]?tsx?$/.test(filename) || (/\.(?:vue|svelte)$/.test(filename) && /<script\b[^>]*\blang=["']tsx?["']/.test(text))
}

/** Does an index read what `for…of` gives by type, too? With `noUncheckedIndexedAccess` TypeScript adds `undefined` to it. */
export function mayReadByIndex(filename: string, sourceCode: SourceCode): boolean {
  return !isTypeScript(filename, sourceCode) || !isIndexUnchecked(sourceCode)
}
