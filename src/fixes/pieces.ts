import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isWithin, namedAt, type Node, resolve, type Variable, variableOf } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { type Kind, kindOf, likelyKind } from '../analysis/kinds.ts'
import type { Reduction } from '../analysis/reductions.ts'
import { repetitionOf } from '../analysis/repetition.ts'
import { additionOf, textUseOf } from '../analysis/ropes.ts'
import { freeName } from './names.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/**
 * The text as an array of its pieces, joined where it is read: once, after the loop. null where it is read before, in
 * another function or more than once, or where something is put before it.
 */
export function joinPieces(variable: Variable, loop: Node, isTypeScript: boolean, sourceCode: SourceCode): Edit | null {
  const declarator = variable.defs[0]?.node as TSESTree.VariableDeclarator | undefined
  if (declarator?.type !== 'VariableDeclarator' || declarator.parent.declarations.length !== 1 || declarator.init?.type !== 'Literal') return null
  const mentions = namedAt(variable)
  const additions = mentions.filter(({ parent }) => parent?.type === 'AssignmentExpression' && additionOf(parent, sourceCode)).map(({ parent }) => parent as TSESTree.AssignmentExpression)
  const [read, ...more] = mentions.filter((mention) => textUseOf(mention, sourceCode) !== 'adds')
  if (!read || more.length > 0 || read.range[0] < loop.range[1] || enclosingFunction(read) !== enclosingFunction(declarator)) return null
  // TypeScript infers what an array holds from all that is pushed in its own function, from what it starts with otherwise.
  const isInferred = declarator.init.value === '' && additions.every((addition) => enclosingFunction(addition) === enclosingFunction(declarator))
  const isTyped = Boolean(declarator.id.typeAnnotation) || (isTypeScript && !isInferred)
  const added = additions.map((addition) => ({ addition, piece: pieceOf(addition, variable, isTyped ? TEXT : PRINTED_ALIKE, sourceCode) }))
  const isReversed = added.every(({ piece }) => piece?.at === 'start')
  if (!added.every(({ piece }) => piece && (piece.at === 'end' || isReversed)) || sourceCode.getCommentsInside(declarator.parent).length > 0) return null
  if (isReversed && (declarator.init.value !== '' || repetitionOf(read, sourceCode))) return null // what is reversed is read once
  const pieces = freeName('pieces', sourceCode)
  const start = declarator.init.value === '' ? '' : sourceCode.getText(declarator.init)
  const keyword = sourceCode.getFirstToken(declarator.parent)
  const shorthand = read.parent?.type === 'Property' && read.parent.shorthand ? `${variable.name}: ` : ''
  return (fixer) => [
    fixer.replaceTextRange([keyword?.range[0] ?? declarator.range[0], declarator.range[1]], `const ${pieces}${isTyped ? ': string[]' : ''} = [${start}]`),
    ...added.map(({ addition, piece }) => fixer.replaceText(addition, `${pieces}.push(${piece?.text})`)),
    fixer.replaceText(read, `${shorthand}${pieces}${isReversed ? '.reverse()' : ''}.join('')`),
  ]
}

/** `xs.reduce((text, x) => text + x, '')` → `xs.map((x) => x).join('')`; null where the text so far is read, or stands between pieces. */
export function joinReduced({ call, fn, text, sum, start }: Reduction, sourceCode: SourceCode): Edit | null {
  const [parameter, next] = fn.params
  const [callback] = call.arguments
  const member = call.callee
  const piece = sum && pieceOfSum(sum, text, sourceCode)
  if (!parameter || !callback || !piece || member.type !== 'MemberExpression' || member.computed || member.optional || call.optional) return null
  if (namedAt(text).length !== 1 || sourceCode.getCommentsInside(call).length > 0 || /\barguments\b/.test(sourceCode.getText(fn))) return null
  if (start.type !== 'Literal' || (start.value !== '' && piece.at === 'start')) return null
  const isList = likelyKind(resolve(member.object, sourceCode), sourceCode) === 'array'
  if (!isList && (fn.params.length > 3 || sourceCode.getTokenAfter(member.object)?.value !== '.')) return null
  const isBare = sourceCode.getFirstToken(fn) === sourceCode.getFirstToken(parameter)
  const body = fn.body.type !== 'BlockStatement' && piece.text.startsWith('{') ? `(${piece.text})` : piece.text
  const joined = `${piece.at === 'start' ? '.reverse()' : ''}.join('')`
  const prefix = start.value === '' ? '' : `${sourceCode.getText(start)} + `
  const isGrouped = prefix !== '' && !STANDS_ALONE.test(call.parent.type)
  return (fixer) => [
    fixer.insertTextBefore(call, `${isGrouped ? '(' : ''}${prefix}${isList ? '' : 'Array.from('}`),
    isList ? fixer.replaceText(member.property, 'map') : fixer.replaceTextRange([member.object.range[1], callback.range[0]], ', '),
    ...(isList && call.typeArguments ? [fixer.remove(call.typeArguments)] : []),
    isBare ? fixer.replaceText(parameter, '()') : fixer.removeRange([parameter.range[0], next?.range[0] ?? parameter.range[1]]),
    fixer.replaceText(sum, body),
    fixer.replaceTextRange([callback.range[1], call.range[1]], `)${joined}${isGrouped ? ')' : ''}`),
  ]
}

const STANDS_ALONE = /^(?:VariableDeclarator|ReturnStatement|ArrowFunctionExpression|AssignmentExpression|CallExpression|Property)$/

/** What each step of a callback puts before or after the text so far. */
function pieceOfSum(sum: NonNullable<Reduction['sum']>, text: Variable, sourceCode: SourceCode): Piece | null {
  const isText = (node: Node | undefined) => node !== undefined && variableOf(node, sourceCode) === text
  if (sum.type === 'TemplateLiteral') {
    const [first, second] = sum.quasis
    return first?.value.raw === '' && second && isText(sum.expressions[0]) ? { text: `\`${sourceCode.text.slice(second.range[0] + 1, sum.range[1])}`, at: 'end' } : null
  }
  if (isText(sum.right)) return { text: pieceText(sum.left, PRINTED_ALIKE, sourceCode), at: 'start' }
  const [first, ...terms] = termsOf(sum)
  const [piece, ...more] = terms
  if (!isText(first) || !piece) return null
  return { text: [pieceText(piece, PRINTED_ALIKE, sourceCode), ...more.map((term) => operandText(term, sourceCode))].join(' + '), at: 'end' }
}

interface Piece {
  text: string
  at: 'start' | 'end'
}

/** What a statement adds to the text, as one piece: `x` of `s += x`, `s = s + x` and `s = x + s`, several of `s = s + x + y`, and the rest of a template that starts with the text. */
function pieceOf(addition: TSESTree.AssignmentExpression, variable: Variable, bare: ReadonlySet<Kind>, sourceCode: SourceCode): Piece | null {
  const { operator, right } = addition
  const isLost = (kept: Node) => !sourceCode.getCommentsInside(addition).every((comment) => isWithin(comment as never, kept))
  if (addition.parent.type !== 'ExpressionStatement') return null
  if (operator === '+=') return isLost(right) ? null : { text: pieceText(right, bare, sourceCode), at: 'end' }
  if (right.type === 'TemplateLiteral') {
    const [first, second] = right.quasis
    if (first?.value.raw !== '' || !second || variableOf(right.expressions[0] as Node, sourceCode) !== variable || isLost(right)) return null
    return { text: `\`${sourceCode.text.slice(second.range[0] + 1, right.range[1])}`, at: 'end' }
  }
  if (right.type !== 'BinaryExpression') return null
  if (sourceCode.getCommentsInside(addition).length > 0) return null
  if (variableOf(right.right, sourceCode) === variable) return { text: pieceText(right.left, bare, sourceCode), at: 'start' }
  const [first, ...pieces] = termsOf(right)
  return first && variableOf(first, sourceCode) === variable ? { text: pieces.map((piece) => pieceText(piece, bare, sourceCode)).join(', '), at: 'end' } : null
}

/** `a`, `b` and `(c + d)` of `a + b + (c + d)`. */
function termsOf(sum: Node): Node[] {
  return sum.type === 'BinaryExpression' && sum.operator === '+' ? [...termsOf(sum.left), sum.right] : [sum]
}

/** What `join` prints as `+` does; it prints null and undefined as nothing, and asks objects in another way. */
const PRINTED_ALIKE: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint'] as const)

/** What an array of texts may hold. */
const TEXT: ReadonlySet<Kind> = new Set(['string'] as const)

function pieceText(piece: Node, bare: ReadonlySet<Kind>, sourceCode: SourceCode): string {
  const text = sourceCode.getText(piece)
  if (bare.has(kindOf(piece, sourceCode))) return text
  return `'' + ${operandText(piece, sourceCode)}`
}

function operandText(operand: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(operand)
  return /^(?:Identifier|Literal|TemplateLiteral|MemberExpression|CallExpression|ChainExpression)$/.test(operand.type) ? text : `(${text})`
}
