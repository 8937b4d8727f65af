import { isFunction, isWithin, type Node, unwrap, variableOf } from '../analysis/bindings.ts'
import { type CopyingReads, receiverOf } from '../analysis/copying-getters.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { lastName } from '../analysis/occurrences.ts'
import type { Edit } from './copies.ts'
import { statementAround } from './chunks.ts'
import { endedBefore, indentationOf, separated } from './layout.ts'
import { freeName } from './names.ts'

/** Reads the field where its copy was read; null where a comment would be lost. */
export function readField({ nodes, field }: CopyingReads, sourceCode: SourceCode): Edit | null {
  if (nodes.some((node) => sourceCode.getCommentsInside(node).length > 0)) return null
  const text = sourceCode.getText(field)
  return (fixer) => nodes.map((node) => fixer.replaceText(node, separated(text, node, sourceCode)))
}

/** Makes the copy once, before what repeats; null where no statement can stand there or it would not mean the same. */
export function readBefore({ nodes, repetition }: CopyingReads, sourceCode: SourceCode): Edit | null {
  const [first] = nodes
  const statement = repetition.by === 'loop' ? repetition.node : statementAround(repetition.node)
  if (!first || !statement || !/^(?:BlockStatement|Program|StaticBlock|SwitchCase)$/.test(statement.parent?.type ?? '')) return null
  if (nodes.some((node) => sourceCode.getCommentsInside(node).length > 0 || !meansTheSame(node, statement, sourceCode))) return null
  const callee = first.type === 'CallExpression' ? first.callee : first
  const read = (lastName(callee) ?? 'copy').replace(/^#/, '').replace(/^get(?=[A-Z])/, '')
  const name = freeName(read[0]?.toLowerCase() + read.slice(1), sourceCode)
  const line = endedBefore(`const ${name} = ${sourceCode.getText(first)}`, statement, sourceCode)
  return (fixer) => [
    fixer.insertTextBefore(statement, `${line}\n${indentationOf(statement, sourceCode)}`),
    ...nodes.map((node) => fixer.replaceText(node, separated(name, node, sourceCode))),
  ]
}

/** Does the read mean before the statement what it means inside: by the same `this`, or by a variable from outside? */
function meansTheSame(node: Node, statement: Node, sourceCode: SourceCode): boolean {
  const receiver = receiverOf(node)
  if (receiver === null || receiver.type === 'Identifier') {
    const variable = variableOf(receiver ?? unwrap((node as { callee: Node } & Node).callee), sourceCode)
    return variable !== null && !variable.defs.some(({ name }) => isWithin(name as Node, statement))
  }
  for (let at: Node | undefined = node; at && at !== statement; at = at.parent) if (isFunction(at) && at.type !== 'ArrowFunctionExpression') return false
  return receiver.type === 'ThisExpression'
}
