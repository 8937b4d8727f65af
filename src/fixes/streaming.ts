import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type Node, outermost, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { Taker, WholeInput } from '../analysis/whole-inputs.ts'
import { type Edit, fixOf, replace } from './edits.ts'
import { importing } from './imports.ts'
import { indentationOf, lineOf, terminator } from './layout.ts'
import { freeName } from './names.ts'

/** What takes its place, and where nothing stands in the way, the whole edit. */
export interface Streaming {
  instead: string
  edit: TSESLint.ReportFixFunction | null
}

/** Hands on each piece as it is read. */
export function streaming({ whole, taker }: WholeInput, typed: boolean, sourceCode: SourceCode): Streaming {
  const { instead, edits } = replacement({ whole, taker }, typed, sourceCode)
  const statement = whole.held?.statement
  const removed = statement ? [{ range: lineOf(statement, sourceCode), text: '' }] : []
  const isLost = [...(statement ? [statement] : []), replacedBy(taker)].some((node) => sourceCode.getCommentsInside(node).length > 0)
  const isBetween = statement !== undefined && !isNextTo(statement, taker, sourceCode)
  return { instead, edit: edits && !isLost && !isBetween ? fixOf([...removed, ...edits]) : null }
}

function replacement({ whole, taker }: WholeInput, typed: boolean, sourceCode: SourceCode): { instead: string; edits: Edit[] | null } {
  const text = (node: Node) => sourceCode.getText(node)
  switch (taker.by) {
    case 'loop': {
      const source = text(whole.call.arguments[0] as Node)
      const { loop } = taker
      const instead = `for await (… of ${source})`
      const open = sourceCode.getTokenAfter(sourceCode.getFirstToken(loop) as TSESTree.Token) as TSESTree.Token
      return { instead, edits: [{ range: [open.range[0], open.range[0]], text: 'await ' }, replace(loop.right, source)] }
    }
    case 'lines': {
      const read = importing('fs', 'createReadStream', sourceCode)
      const lines = importing('readline', 'createInterface', sourceCode)
      const input = `${lines.name}({ input: ${read.name}(${text(whole.call.arguments[0] as Node)}), crlfDelay: Infinity })`
      const open = sourceCode.getTokenAfter(sourceCode.getFirstToken(taker.loop) as TSESTree.Token) as TSESTree.Token
      return {
        instead: `for await (… of ${lines.name}(…))`,
        edits: taker.loop.await ? null : [{ range: [open.range[0], open.range[0]], text: 'await ' }, replace(taker.loop.right, input), ...read.edits, ...lines.edits],
      }
    }
    case 'file': {
      const body = bodyOf(whole.call, typed, sourceCode)
      if (!taker.isSync) return { instead: `writeFile(…, ${body})`, edits: [replace(outermost(taker.data), body)] }
      const write = importing('fs/promises', 'writeFile', sourceCode)
      const isStatement = outermost(taker.call).parent?.type === 'ExpressionStatement'
      const call = `await ${write.name}(${text(taker.call.arguments[0] as Node)}, ${body})`
      return { instead: `await ${write.name}(…, ${body})`, edits: isStatement ? [replace(outermost(taker.call), call), ...write.edits] : null }
    }
    case 'response': {
      const pipe = importing('stream/promises', 'pipeline', sourceCode)
      const to = text(taker.stream)
      if (whole.of === 'body') {
        const call = `await ${pipe.name}(${bodyOf(whole.call, typed, sourceCode)}, ${to})`
        return { instead: call, edits: [replace(outermost(taker.call), call), ...pipe.edits] }
      }
      const read = importing('fs', 'createReadStream', sourceCode)
      const call = `await ${pipe.name}(${read.name}(${text(whole.call.arguments[0] as Node)}), ${to})`
      return { instead: `await ${pipe.name}(${read.name}(…), ${to})`, edits: [replace(outermost(taker.call), call), ...read.edits, ...pipe.edits] }
    }
    case 'hash':
      return hashed(whole.call.arguments.map(text).join(', '), taker, sourceCode)
  }
}

/** `response.body`, which is never null where a whole of it was read. */
function bodyOf(call: TSESTree.CallExpression, typed: boolean, sourceCode: SourceCode): string {
  const response = (unwrap(call.callee) as TSESTree.MemberExpression).object
  return `${sourceCode.getText(response)}.body${typed ? '!' : ''}`
}

/** `hash.update(data)` as a statement, or `createHash(…).update(data).digest(…)` in one that starts with it. */
function hashed(given: string, { called }: Extract<Taker, { by: 'hash' }>, sourceCode: SourceCode): { instead: string; edits: Edit[] | null } {
  const read = importing('fs', 'createReadStream', sourceCode)
  const chunk = freeName('chunk', sourceCode)
  const walk = (hash: string) => `for await (const ${chunk} of ${read.name}(${given})) ${hash}.update(${chunk})`
  const instead = `for await (const ${chunk} of ${read.name}(…))`
  const { object } = called
  const place = outermost(called.call)
  if (object.type === 'Identifier' && place.parent?.type === 'ExpressionStatement') return { instead, edits: [replace(place, walk(object.name)), ...read.edits] }
  const statement = statementOf(place)
  if (object.type !== 'CallExpression' || !statement) return { instead, edits: null }
  const name = freeName('hash', sourceCode)
  const end = terminator(sourceCode)
  const indent = indentationOf(statement, sourceCode)
  const before = [`const ${name} = ${sourceCode.getText(object)}`, walk(name)].map((line) => `${line}${end}\n${indent}`).join('')
  return { instead, edits: [{ range: [statement.range[0], statement.range[0]], text: before }, { range: [called.call.range[0], called.call.range[1]], text: name }, ...read.edits] }
}

/** The statement in a list whose value is that of `chain.digest(…)`. */
function statementOf(chain: Node): Node | null {
  const member = chain.parent
  const digest = member?.type === 'MemberExpression' && member.parent.type === 'CallExpression' ? outermost(member.parent) : null
  const { parent } = digest ?? chain
  const statement = parent?.type === 'VariableDeclarator' && parent.parent.declarations[0] === parent ? parent.parent : parent
  if (statement?.type !== 'ReturnStatement' && statement?.type !== 'VariableDeclaration') return null
  return /^(?:BlockStatement|Program)$/.test(statement.parent?.type ?? '') ? statement : null
}

function replacedBy(taker: Taker): Node {
  switch (taker.by) {
    case 'lines':
    case 'loop':
      return taker.loop.right
    case 'file':
      return taker.data
    case 'response':
      return taker.call
    case 'hash':
      return taker.called.call
  }
}

/** Does nothing run between the reading and the taking? */
function isNextTo(statement: Node, taker: Taker, sourceCode: SourceCode): boolean {
  const next = sourceCode.getTokenAfter(statement)
  for (let at: Node | undefined = replacedBy(taker); at; at = at.parent) {
    if (at.parent === statement.parent) return next !== null && at.range[0] === next.range[0]
  }
  return false
}
