import type { TSESLint } from '@typescript-eslint/utils'
import { unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { Piece } from '../analysis/substrings.ts'

/**
 * A copy of the piece in memory of its own. Measured on Node 20 to 26: a piece that is added to and cut again is a view of
 * the short sum, and a structured clone is a string of its own, or undefined where the piece is.
 */
export function flattened({ node, optional }: Piece, sourceCode: SourceCode): { form: string; edit: TSESLint.ReportFixFunction } | null {
  if (sourceCode.getCommentsInside(node).length > 0) return null
  const text = sourceCode.getText(node)
  if (optional) return { form: 'structuredClone(…)', edit: (fixer) => fixer.replaceText(node, node.parent?.type === 'Property' && node.parent.shorthand ? `${text}: structuredClone(${text})` : `structuredClone(${text})`) }
  const isSimple = ['CallExpression', 'Identifier', 'MemberExpression'].includes(unwrap(node).type) && unwrap(node) === node
  const copy = `(' ' + ${isSimple ? text : `(${text})`}).slice(1)`
  return { form: "(' ' + …).slice(1)", edit: (fixer) => fixer.replaceText(node, node.parent?.type === 'Property' && node.parent.shorthand ? `${text}: ${copy}` : copy) }
}
