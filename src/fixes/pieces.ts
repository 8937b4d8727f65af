import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isWithin, namedAt, type Node, type Variable } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { type Kind, kindOf } from '../analysis/kinds.ts'
import { additionOf, textUseOf } from '../analysis/ropes.ts'
import { freeName } from './names.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/**
 * The text as an array of its pieces, joined where it is read: once, after the loop. null where it is read before, in
 * another function or more than once, or where something is put before it.
 */
export function joinPieces(variable: Variable, loop: Node, sourceCode: SourceCode): Edit | null {
  const declarator = variable.defs[0]?.node as TSESTree.VariableDeclarator | undefined
  if (declarator?.type !== 'VariableDeclarator' || declarator.parent.declarations.length !== 1 || declarator.init?.type !== 'Literal') return null
  const mentions = namedAt(variable)
  const additions = mentions.filter((mention) => textUseOf(mention, sourceCode) === 'adds').map((mention) => mention.parent as TSESTree.AssignmentExpression)
  const [read, ...more] = mentions.filter((mention) => textUseOf(mention, sourceCode) !== 'adds')
  if (!read || more.length > 0 || read.range[0] < loop.range[1] || enclosingFunction(read) !== enclosingFunction(declarator)) return null
  if (!additions.every((addition) => isAppendedAlone(addition, sourceCode)) || sourceCode.getCommentsInside(declarator.parent).length > 0) return null
  const pieces = freeName('pieces', sourceCode)
  const start = declarator.init.value === '' ? '' : sourceCode.getText(declarator.init)
  const keyword = sourceCode.getFirstToken(declarator.parent)
  const shorthand = read.parent?.type === 'Property' && read.parent.shorthand ? `${variable.name}: ` : ''
  const type = declarator.id.typeAnnotation ? ': string[]' : ''
  return (fixer) => [
    fixer.replaceTextRange([keyword?.range[0] ?? declarator.range[0], declarator.range[1]], `const ${pieces}${type} = [${start}]`),
    ...additions.map((addition) => fixer.replaceText(addition, `${pieces}.push(${pieceText(addition.right, sourceCode)})`)),
    fixer.replaceText(read, `${shorthand}${pieces}.join('')`),
  ]
}

/** `s += x` as a statement, where `x` is one piece. */
function isAppendedAlone(addition: TSESTree.AssignmentExpression, sourceCode: SourceCode): boolean {
  return addition.operator === '+=' && addition.parent.type === 'ExpressionStatement' && additionOf(addition, sourceCode) !== null
    && sourceCode.getCommentsInside(addition).every((comment) => isWithin(comment as never, addition.right))
}

/** What `join` prints as `+` does; it prints null and undefined as nothing, and asks objects in another way. */
const PRINTED_ALIKE: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint'] as const)

function pieceText(piece: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(piece)
  if (PRINTED_ALIKE.has(kindOf(piece, sourceCode))) return text
  return `'' + ${/^(?:Identifier|MemberExpression|CallExpression|ChainExpression)$/.test(piece.type) ? text : `(${text})`}`
}
