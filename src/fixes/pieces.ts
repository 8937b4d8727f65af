import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isWithin, namedAt, type Node, type Variable, variableOf } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { type Kind, kindOf } from '../analysis/kinds.ts'
import { repetitionOf } from '../analysis/repetition.ts'
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
  const additions = mentions.filter(({ parent }) => parent?.type === 'AssignmentExpression' && additionOf(parent, sourceCode)).map(({ parent }) => parent as TSESTree.AssignmentExpression)
  const [read, ...more] = mentions.filter((mention) => textUseOf(mention, sourceCode) !== 'adds')
  if (!read || more.length > 0 || read.range[0] < loop.range[1] || enclosingFunction(read) !== enclosingFunction(declarator)) return null
  const added = additions.map((addition) => ({ addition, piece: pieceOf(addition, variable, sourceCode) }))
  const isReversed = added.every(({ piece }) => piece?.at === 'start')
  if (!added.every(({ piece }) => piece && (piece.at === 'end' || isReversed)) || sourceCode.getCommentsInside(declarator.parent).length > 0) return null
  if (isReversed && (declarator.init.value !== '' || repetitionOf(read, sourceCode))) return null // what is reversed is read once
  const pieces = freeName('pieces', sourceCode)
  const start = declarator.init.value === '' ? '' : sourceCode.getText(declarator.init)
  const keyword = sourceCode.getFirstToken(declarator.parent)
  const shorthand = read.parent?.type === 'Property' && read.parent.shorthand ? `${variable.name}: ` : ''
  const type = declarator.id.typeAnnotation ? ': string[]' : ''
  return (fixer) => [
    fixer.replaceTextRange([keyword?.range[0] ?? declarator.range[0], declarator.range[1]], `const ${pieces}${type} = [${start}]`),
    ...added.map(({ addition, piece }) => fixer.replaceText(addition, `${pieces}.push(${piece?.text})`)),
    fixer.replaceText(read, `${shorthand}${pieces}${isReversed ? '.reverse()' : ''}.join('')`),
  ]
}

interface Piece {
  text: string
  at: 'start' | 'end'
}

/** What a statement adds to the text, as one piece: `x` of `s += x`, `s = s + x` and `s = x + s`, several of `s = s + x + y`, and the rest of a template that starts with the text. */
function pieceOf(addition: TSESTree.AssignmentExpression, variable: Variable, sourceCode: SourceCode): Piece | null {
  const { operator, right } = addition
  const isLost = (kept: Node) => !sourceCode.getCommentsInside(addition).every((comment) => isWithin(comment as never, kept))
  if (addition.parent.type !== 'ExpressionStatement') return null
  if (operator === '+=') return isLost(right) ? null : { text: pieceText(right, sourceCode), at: 'end' }
  if (right.type === 'TemplateLiteral') {
    const [first, second] = right.quasis
    if (first?.value.raw !== '' || !second || variableOf(right.expressions[0] as Node, sourceCode) !== variable || isLost(right)) return null
    return { text: `\`${sourceCode.text.slice(second.range[0] + 1, right.range[1])}`, at: 'end' }
  }
  if (right.type !== 'BinaryExpression') return null
  if (sourceCode.getCommentsInside(addition).length > 0) return null
  if (variableOf(right.right, sourceCode) === variable) return { text: pieceText(right.left, sourceCode), at: 'start' }
  const [first, ...pieces] = termsOf(right)
  return first && variableOf(first, sourceCode) === variable ? { text: pieces.map((piece) => pieceText(piece, sourceCode)).join(', '), at: 'end' } : null
}

/** `a`, `b` and `(c + d)` of `a + b + (c + d)`. */
function termsOf(sum: Node): Node[] {
  return sum.type === 'BinaryExpression' && sum.operator === '+' ? [...termsOf(sum.left), sum.right] : [sum]
}

/** What `join` prints as `+` does; it prints null and undefined as nothing, and asks objects in another way. */
const PRINTED_ALIKE: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint'] as const)

function pieceText(piece: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(piece)
  if (PRINTED_ALIKE.has(kindOf(piece, sourceCode))) return text
  return `'' + ${/^(?:Identifier|MemberExpression|CallExpression|ChainExpression)$/.test(piece.type) ? text : `(${text})`}`
}
