import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, type Node, rootVariable, unwrap } from '../analysis/bindings.ts'
import { type MethodCall, numberValue } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { takesArgument } from '../analysis/functions.ts'
import { kindOf } from '../analysis/kinds.ts'
import { type Materialization, sourcesOf } from '../analysis/materialization.ts'
import { endedBefore, indentationOf, indentationStep, layOut, type Line, lineOf, separated, terminator } from './layout.ts'
import { freeName } from './names.ts'

type Fixer = TSESLint.RuleFixer
export type Edit = (fixer: Fixer) => TSESLint.RuleFix[]

/** The walk of the collection itself: what stands between `for (` and the body, and what the body starts with. */
export interface Head {
  header: string
  /** Declares the element, where the header cannot. */
  first: string | null
}

/**
 * The loop's header for an element that is bound by `element` (`const x`, `[a, b]`, `this.x`): over the source itself, or
 * by index. null where the source would have to be evaluated again and again and may not be.
 */
export function headOf(made: Materialization, element: string, sourceCode: SourceCode): Head | null {
  const text = (node: Node): string => sourceCode.getText(node)
  switch (made.form) {
    case 'copy':
      return { header: `(${element} of ${text(made.source)})`, first: null }
    case 'merge': {
      const list = freeName('list', sourceCode)
      return { header: `(const ${list} of [${made.sources.map(text).join(', ')}]) for (${element} of ${list})`, first: null }
    }
    default: {
      const indexed = byIndex(made, sourceCode)
      return indexed && { header: indexed.header, first: `${element} = ${indexed.read}` }
    }
  }
}

/** The header of a walk by index, and how its body reads the element. */
function byIndex(made: Exclude<Materialization, { form: 'copy' | 'merge' }>, sourceCode: SourceCode): { header: string; read: string } | null {
  if (!isPlace(made.source)) return null
  const array = sourceCode.getText(made.source)
  const i = freeName('i', sourceCode)
  const [from, to] = made.form === 'range' ? [made.from, made.to] : [null, null]
  const header =
    made.form === 'reversal'
      ? `(let ${i} = ${array}.length - 1; ${i} >= 0; ${i}--)`
      : `(let ${i} = ${startOf(from, array, sourceCode)}; ${i} < ${endOf(to, array, sourceCode)}; ${i}++)`
  return { header, read: `${array}[${i}]` }
}

/** May it be written again and again: `a`, `this.a`, `a.b`? */
export function isPlace(node: Node): boolean {
  const inner = unwrap(node)
  if (inner.type === 'MemberExpression') return !inner.computed && !inner.optional && isPlace(inner.object)
  return inner.type === 'Identifier' || inner.type === 'ThisExpression'
}

function startOf(from: Node | null, array: string, sourceCode: SourceCode): string {
  if (!from) return '0'
  const negative = negated(from, sourceCode)
  return negative === null ? sourceCode.getText(from) : `Math.max(${array}.length - ${negative}, 0)`
}

function endOf(to: Node | null, array: string, sourceCode: SourceCode): string {
  if (!to) return `${array}.length`
  const negative = negated(to, sourceCode)
  return negative === null ? `Math.min(${sourceCode.getText(to)}, ${array}.length)` : `${array}.length - ${negative}`
}

/** The text of `n` in `-n`. */
function negated(node: Node, sourceCode: SourceCode): string | null {
  return node.type === 'UnaryExpression' && node.operator === '-' ? sourceCode.getText(node.argument) : null
}

/** Are the bounds numbers that an index loop and `slice` read alike: whole, and below zero only where that is written out? */
export function hasPlainBounds(from: Node | null, to: Node | null, sourceCode: SourceCode): boolean {
  return [from, to].every((bound) => {
    const value = bound ? numberValue(bound, sourceCode) : 0
    if (value === null || !Number.isInteger(value)) return false
    return bound?.type === 'UnaryExpression' ? value < 0 : value >= 0
  })
}

/** `for (const x of copy)` walked without the copy; null where a comment would be lost or no form is short. */
export function walkInLoop(loop: TSESTree.ForOfStatement, made: Materialization, sourceCode: SourceCode): Edit | null {
  if (made.form === 'merge') {
    if (!made.sources.every(isPlace)) return null // the list would be as long as the array
    if (/\bbreak\b/.test(sourceCode.getText(loop.body))) return null // would leave the inner loop only
  }
  const head = headOf(made, sourceCode.getText(loop.left), sourceCode)
  const open = sourceCode.getTokenBefore(loop.left)
  const close = sourceCode.getTokenBefore(loop.body)
  if (!head || !open || !close) return null
  if (losesComment([open.range[0], close.range[1]], [loop.left, ...sourcesOf(made)], sourceCode)) return null
  if (head.first && declaresAgain(loop, made, sourceCode)) return null
  const first = head.first && loop.left.type === 'ObjectPattern' ? `(${head.first})` : head.first
  return (fixer) => [
    fixer.replaceTextRange([open.range[0], close.range[1]], head.header),
    ...(first ? [startingWith(first, loop.body, loop, sourceCode, fixer)] : []),
  ]
}

/** Is there a comment in the range outside of what is kept? */
export function losesComment([start, end]: readonly [number, number], kept: readonly Node[], sourceCode: SourceCode): boolean {
  return sourceCode
    .getAllComments()
    .some(({ range }) => range[0] >= start && range[1] <= end && !kept.some((node) => range[0] >= node.range[0] && range[1] <= node.range[1]))
}

/** Does the body declare a name that the header declares or walks? */
function declaresAgain(loop: TSESTree.ForOfStatement, made: Materialization, sourceCode: SourceCode): boolean {
  const inside = loop.body.type === 'BlockStatement' ? sourceCode.scopeManager?.acquire(loop.body as never) : null
  const walked = sourcesOf(made).map((source) => rootVariable(source, sourceCode))
  const declared = loop.left.type === 'VariableDeclaration' ? sourceCode.getDeclaredVariables?.(loop.left) ?? [] : []
  return [...walked, ...declared].some((variable) => variable && inside?.set.has(variable.name))
}

/** `statement` as the first of the loop's body, which becomes a block if it is none. */
function startingWith(statement: string, body: Node, loop: Node, sourceCode: SourceCode, fixer: Fixer): TSESLint.RuleFix {
  const outer = indentationOf(loop, sourceCode)
  const inner = outer + indentationStep(sourceCode)
  if (body.type !== 'BlockStatement') {
    return fixer.replaceText(body, `{\n${inner}${endedBefore(statement, body, sourceCode)}\n${inner}${sourceCode.getText(body)}\n${outer}}`)
  }
  const [next] = body.body
  if (!next) return fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], ` ${statement} `)
  if (next.loc.start.line === body.loc.start.line) return fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], ` ${statement};`)
  return fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], `\n${indentationOf(next, sourceCode)}${endedBefore(statement, next, sourceCode)}`)
}

/** `edit`, and the declaration of the constant taken out with its line. */
export function withoutDeclaration(edit: Edit, declaration: TSESTree.VariableDeclaration, made: Materialization, sourceCode: SourceCode): Edit | null {
  if (made.form === 'merge' || losesComment(declaration.range, [made.source], sourceCode)) return null
  return (fixer) => [removal(declaration, sourceCode, fixer), ...edit(fixer)]
}

/** The statement taken out, with its line where it has one of its own. */
export function removal(declaration: TSESTree.Statement, sourceCode: SourceCode, fixer: Fixer): TSESLint.RuleFix {
  return fixer.removeRange(lineOf(declaration, sourceCode))
}

/** `yield* copy` delegated to the source, `yield* a.slice(1)` as a loop, and `yield* [...a, ...b]` as two statements. */
export function delegate(node: TSESTree.YieldExpression, made: Materialization, sourceCode: SourceCode): Edit | null {
  const { argument, parent: statement } = node
  if (!argument || losesComment(argument.range, made.form === 'copy' ? [made.source] : [], sourceCode)) return null
  if (made.form === 'copy') return (fixer) => [fixer.replaceText(argument, sourceCode.getText(made.source))]
  if (statement.type !== 'ExpressionStatement' || sourceCode.getCommentsInside(statement).length > 0) return null
  const lines = made.form === 'merge' ? delegations(made.sources, sourceCode) : yieldedByIndex(made, sourceCode)
  return lines && ((fixer) => [fixer.replaceText(statement, layOut(lines, statement, sourceCode))])
}

function delegations(sources: readonly Node[], sourceCode: SourceCode): Line[] | null {
  return sources.every(isPlace) ? sources.map((source): Line => [0, `yield* ${sourceCode.getText(source)}${terminator(sourceCode)}`]) : null
}

function yieldedByIndex(made: Exclude<Materialization, { form: 'copy' | 'merge' }>, sourceCode: SourceCode): Line[] | null {
  const indexed = byIndex(made, sourceCode)
  return indexed && [[0, `for ${indexed.header} yield ${indexed.read}${terminator(sourceCode)}`]]
}

/** `[...map.values()].forEach((v) => …)` by the collection's own `forEach`, whose callback takes value and key. */
export function forEachOf({ member, arguments: [callback] }: MethodCall, made: Materialization, sourceCode: SourceCode): Edit | null {
  if (made.form !== 'copy' || !callback || losesComment(member.object.range, [made.source], sourceCode)) return null
  const source = unwrap(made.source)
  const iterated = source.type === 'CallExpression' && source.callee.type === 'MemberExpression' ? source.callee : null
  const collection = iterated ? iterated.object : source
  const kind = kindOf(collection, sourceCode)
  if (kind !== 'map' && kind !== 'set') return null
  const elements = iterated ? sourceCode.getText(iterated.property) : kind === 'map' ? 'entries' : 'values'
  const fn = unwrap(callback)
  if (!isFunction(fn) || takesArgument(fn, 1, sourceCode)) return null
  const [parameter] = fn.params
  const parameters = parameter && parametersFor(elements, kind, parameter, sourceCode)
  if (parameter && parameters === null) return null
  return (fixer) => [
    fixer.replaceText(member.object, separated(sourceCode.getText(collection), member.object, sourceCode)),
    ...(parameter && parameters !== sourceCode.getText(parameter) ? [replaceParameter(parameter, parameters as string, sourceCode, fixer)] : []),
  ]
}

/** The parameters `(value, key)` for a callback that took one element. */
function parametersFor(elements: string, kind: 'map' | 'set', parameter: Node, sourceCode: SourceCode): string | null {
  const text = sourceCode.getText(parameter)
  if (elements === 'values' || (elements === 'keys' && kind === 'set')) return text
  if (kind === 'set') return null
  const unused = freeName('_', sourceCode)
  if (elements === 'keys') return `${unused}, ${text}`
  if (parameter.type !== 'ArrayPattern' || parameter.typeAnnotation || sourceCode.getCommentsInside(parameter).length > 0) return null
  const [key, value, more] = parameter.elements
  if (more !== undefined || [key, value].some((one) => one?.type === 'RestElement' || one?.type === 'AssignmentPattern')) return null
  if (key && value && key.type !== 'Identifier' && value.type !== 'Identifier') return null // their getters run in order
  const valueText = value ? sourceCode.getText(value) : unused
  return key ? `${valueText}, ${sourceCode.getText(key)}` : valueText
}

function replaceParameter(parameter: Node, text: string, sourceCode: SourceCode, fixer: Fixer): TSESLint.RuleFix {
  const bare = sourceCode.getTokenAfter(parameter)?.value === '=>'
  return fixer.replaceText(parameter, bare ? `(${text})` : text)
}
