import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isWithin, namedAt, type Node, outermost, variableOf } from '../analysis/bindings.ts'
import type { LoneDecoding } from '../analysis/decoders.ts'
import type { Decoding } from '../analysis/decoding.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { statementAround } from './chunks.ts'
import { indentationOf, terminator } from './layout.ts'
import { freeName } from './names.ts'
import { isPlace } from './walks.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/** Tells the stream to decode before it is read, so that its chunks are whole characters. */
export function setEncoding({ stream, reader, encoding }: Decoding, sourceCode: SourceCode): Edit | null {
  const receiver = outermost(stream)
  const text = sourceCode.getText(receiver)
  const call = `setEncoding('${encoding ?? 'utf8'}')`
  const statement = statementAround(reader)
  const optional = reader.type === 'CallExpression' && reader.callee.type === 'MemberExpression' && reader.callee.optional ? '?.' : '.'
  if (!isPlace(stream) || !statement || !startsWith(statement, reader)) return (fixer) => [fixer.insertTextAfter(receiver, `${optional}${call}`)]
  const line = `${text}${optional}${call}${terminator(sourceCode)}\n${indentationOf(statement, sourceCode)}`
  return (fixer) => [fixer.insertTextBefore(statement, line)]
}

/** Is the statement the loop itself, or a chain of calls that starts with this one? */
function startsWith(statement: Node, reader: Node): boolean {
  return statement === reader || (statement.type === 'ExpressionStatement' && statement.range[0] === reader.range[0])
}

/** Decodes chunk by chunk with a decoder that keeps what a chunk leaves unfinished; for handlers that use the bytes too. */
export function decodeStreaming({ reader, chunk, encoding }: Decoding, piece: Node, sourceCode: SourceCode): Edit | null {
  const statement = statementAround(reader)
  const conversion = decodedPart(piece, chunk.name, sourceCode)
  if (!statement || !conversion || !/^utf-?8$/.test(encoding ?? 'utf8')) return null
  const decoder = freeName('decoder', sourceCode)
  return (fixer) => [
    fixer.insertTextBefore(statement, `const ${decoder} = new TextDecoder()${terminator(sourceCode)}\n${indentationOf(statement, sourceCode)}`),
    fixer.replaceText(conversion, `${decoder}.decode(${chunk.name}, { stream: true })`),
  ]
}

/** Tells the decoder that more chunks come; one that is made for each chunk is made once, before they are read. */
export function keepUnfinished({ call, chunk, reader }: LoneDecoding, sourceCode: SourceCode): Edit | null {
  const { object } = call.callee as TSESTree.MemberExpression
  const statement = statementAround(reader)
  const variable = variableOf(object, sourceCode)
  if (variable) return isWithin(variable.scope.block as Node, reader) ? null : (fixer) => [fixer.insertTextAfter(chunk, ', { stream: true }')]
  if (!statement || object.type !== 'NewExpression') return null
  const decoder = freeName('decoder', sourceCode)
  return (fixer) => [
    fixer.insertTextBefore(statement, `const ${decoder} = ${sourceCode.getText(object)}${terminator(sourceCode)}\n${indentationOf(statement, sourceCode)}`),
    fixer.replaceText(object, decoder),
    fixer.insertTextAfter(chunk, ', { stream: true }'),
  ]
}

/** The piece, when it is the decoded chunk and nothing else. */
function decodedPart(piece: Node, name: string, sourceCode: SourceCode): Node | null {
  const text = sourceCode.getText(piece).replace(/\s+/g, '')
  const alone = [name, `${name}.toString()`, `String(${name})`, `\${${name}}`]
  return alone.includes(text.replace(/^`(.*)`$/, '$1').replace(/\((['"])utf-?8\1\)$/i, '()')) ? piece : null
}

/** Does the code around the addition use the chunk for anything else? */
export function usesBytes({ chunk }: Decoding, addition: TSESTree.AssignmentExpression): boolean {
  return namedAt(chunk).some((mention) => !isWithin(mention, addition))
}
