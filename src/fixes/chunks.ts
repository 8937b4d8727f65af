import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Accumulation } from '../analysis/accumulations.ts'
import { type FunctionNode, isFunction, isWithin, type Node, unwrap, variableOf } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { mentionsOf } from '../analysis/places.ts'
import { freeName } from './names.ts'

export interface Repair {
  verb: 'mutate' | 'pushElements' | 'pushOne' | 'collect'
  /** Equivalent on every input. */
  safe: boolean
  edit: TSESLint.ReportFixFunction
}

/** The chunks collected in an array, and one concatenation where the whole is read; none where it is read in between, or in several places. */
export function collectChunks(accumulation: Accumulation, sourceCode: SourceCode): Repair[] {
  const { assembly, earlier, place, step, repetition } = accumulation
  const statement = statementAround(repetition.node)
  const steps = statementsOf(accumulation, sourceCode)
  const [first] = steps
  if (step.by !== 'assignment' || !statement || !first || assembly.parts[0] !== earlier) return []
  if (steps.some((one) => sourceCode.getCommentsInside(one).length > 0)) return []
  const others = mentionsOf(place, sourceCode).filter((mention) => !steps.some((one) => isWithin(mention, one)))
  const region = repetition.by === 'loop' ? repetition.node : repetition.fn
  const reader = repetition.by === 'handler' ? readerOf(others, repetition.fn) : null
  if (others.some((mention) => isWithin(mention, region)) || (repetition.by === 'handler' && !reader)) return []
  const chunks = freeName('chunks', sourceCode)
  const whole = sourceCode.getText(step.target)
  const end = endOf(step.node.parent, sourceCode)
  const lines = joinLines(accumulation, chunks, whole, sourceCode)
  const join = (node: Node) => lines.join(`${end}\n${indentOf(node, sourceCode)}`)
  const added = assembly.parts.slice(1).map(({ value }) => sourceCode.getText(value)).join(', ')
  return [{
    verb: 'collect',
    safe: false,
    edit: (fixer) => [
      fixer.insertTextBefore(statement, `const ${chunks} = [${whole}]${end}\n${indentOf(statement, sourceCode)}`),
      fixer.replaceTextRange([first.range[0], endPosition(step.node.parent, sourceCode)], `${chunks}.push(${added})${end}`),
      reader?.type === 'ArrowFunctionExpression'
        ? fixer.replaceTextRange([bodyStart(reader, sourceCode), reader.range[1]], `{ ${lines.join('; ')}; return ${sourceCode.text.slice(bodyStart(reader, sourceCode), reader.range[1])} }`)
        : reader
        ? fixer.insertTextBefore(reader, `${join(reader)}${end}\n${indentOf(reader, sourceCode)}`)
        : fixer.insertTextAfterRange([0, endPosition(statement, sourceCode)], `\n${indentOf(statement, sourceCode)}${join(statement)}${end || endBefore(statement, sourceCode)}`),
    ],
  }]
}

/** The statement of the step, or those of a regrown array when they stand together; none when there is more to it. */
function statementsOf({ assembly, step, repetition }: Accumulation, sourceCode: SourceCode): Node[] {
  const last = step.node.parent
  const { parent } = last
  if (last.type !== 'ExpressionStatement' || (parent?.type !== 'BlockStatement' && assembly.by === 'regrowth')) return []
  if (assembly.by !== 'regrowth') return assembly.node === unwrap(step.value) ? [last] : []
  const list = (parent as TSESTree.BlockStatement).body
  const steps = list.slice(list.indexOf(last) - assembly.parts.length - 1, list.indexOf(last) + 1)
  const region = repetition.by === 'loop' ? repetition.node : repetition.fn
  const held = variableOf(step.value, sourceCode)
  const together = steps.length === assembly.parts.length + 2 && isWithin(assembly.node, steps[0] as Node) && isWithin(last, region)
  return together && held?.references.every(({ identifier }) => steps.some((one) => isWithin(identifier as Node, one))) ? steps : []
}

function joinLines({ assembly }: Accumulation, chunks: string, whole: string, sourceCode: SourceCode): string[] {
  if (assembly.by === 'concat') return [`${whole} = Buffer.concat(${chunks})`]
  const { type, callee } = assembly.node as TSESTree.NewExpression | TSESTree.CallExpression
  return [
    `${whole} = ${type === 'NewExpression' ? `new ${sourceCode.getText(callee)}` : 'Buffer.alloc'}(${chunks}.reduce((size, chunk) => size + chunk.length, 0))`,
    `${chunks}.reduce((offset, chunk) => (${whole}.set(chunk, offset), offset + chunk.length), 0)`,
  ]
}

/** The semicolon at the statement's end, if it has one; one on the next line belongs to what follows there. */
export function endOf(statement: Node, sourceCode: SourceCode): string {
  const last = sourceCode.getLastToken(statement)
  return last?.value === ';' && last.range[1] === endPosition(statement, sourceCode) ? ';' : ''
}

/** Where the statement ends, without a semicolon on the next line. */
export function endPosition(statement: Node, sourceCode: SourceCode): number {
  const [before, last] = sourceCode.getLastTokens(statement, 2)
  return last?.value === ';' && before && before.loc.end.line !== last.loc.start.line ? before.range[1] : statement.range[1]
}

/** The semicolon that a statement needs before what follows `node`. */
function endBefore(node: Node, sourceCode: SourceCode): string {
  const next = endPosition(node, sourceCode) === node.range[1] ? sourceCode.getTokenAfter(node) : null
  if (!next || next.value === '}') return ''
  return next.loc.start.line === node.loc.end.line || /^[([`/+-]/.test(next.value) ? ';' : ''
}

/** Where the expression that an arrow function gives back starts, with its parentheses. */
function bodyStart(fn: TSESTree.ArrowFunctionExpression, sourceCode: SourceCode): number {
  const arrow = sourceCode.getTokenBefore(fn.body, ({ value }) => value === '=>') as TSESTree.Token
  return (sourceCode.getTokenAfter(arrow) as TSESTree.Token).range[0]
}

/** The first statement of the one other function that mentions the whole, the listener for 'end'; the function itself where it is `() => done(whole)`. */
function readerOf(mentions: readonly Node[], handler: FunctionNode): Node | null {
  const outer = enclosingFunction(handler)
  const readers = new Set(mentions.map((mention) => enclosingFunction(mention)).filter((fn) => fn !== outer))
  const [reader] = readers
  if (readers.size !== 1 || !reader) return null
  if (reader.type === 'ArrowFunctionExpression' && reader.body.type !== 'BlockStatement') return reader
  return (reader.body as TSESTree.BlockStatement).body[0] ?? null
}

/** The statement around a node before which another one can be put, in the same function; null when there is none. */
export function statementAround(node: Node): Node | null {
  let at = node
  while (at.parent && !isFunction(at) && !['BlockStatement', 'Program', 'StaticBlock'].includes(at.parent.type)) at = at.parent
  return isFunction(at) ? null : at
}

/** The white space before the first thing on the node's line. */
export function indentOf(node: Node, sourceCode: SourceCode): string {
  return /^[\t ]*/.exec(sourceCode.lines[node.loc.start.line - 1] ?? '')?.[0] ?? ''
}
