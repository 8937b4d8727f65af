import type { TSESTree } from '@typescript-eslint/utils'
import { Linter } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import type { SourceCode } from '../../src/analysis/fact.ts'

export interface ProgramOptions {
  sourceType?: 'module' | 'script' | 'commonjs'
}

/** Parses a small program as ESLint does, scopes and globals included. */
export function program(code: string, { sourceType = 'module' }: ProgramOptions = {}): SourceCode {
  const linter = new Linter({ configType: 'flat' })
  const messages = linter.verify(code, { languageOptions: { parser, ecmaVersion: 2026, sourceType } } as never)
  if (messages.length > 0) throw new Error(messages.map(({ message }) => message).join('\n'))
  return linter.getSourceCode() as unknown as SourceCode
}

/** The innermost node whose text is exactly `text`; `nth` counts such nodes from 0 in source order. */
export function nodeOf<T extends TSESTree.Node = TSESTree.Node>(sourceCode: SourceCode, text: string, nth = 0): T {
  let left = nth
  for (let start = sourceCode.text.indexOf(text); start >= 0; start = sourceCode.text.indexOf(text, start + 1)) {
    const found = exactNode(sourceCode, start, start + text.length)
    if (found && left-- === 0) return found as T
  }
  throw new Error(`No node number ${nth} is exactly '${text}'`)
}

function exactNode(sourceCode: SourceCode, start: number, end: number): TSESTree.Node | null {
  let at: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(start)
  while (at && !(at.range[0] === start && at.range[1] === end)) at = at.parent
  return at ?? null
}
