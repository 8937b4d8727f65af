import type { TSESLint } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, outermost, readsOf } from '../analysis/bindings.ts'
import { methodCall } from '../analysis/calls.ts'
import { capturesOf } from '../analysis/captures.ts'
import type { Unreturned } from '../analysis/disposal.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callsOf, enclosingFunction } from '../analysis/functions.ts'
import { lastName } from '../analysis/occurrences.ts'
import { isPure } from '../analysis/purity.ts'
import { resultsOf } from '../analysis/results.ts'
import { outermostIn } from '../analysis/sharing.ts'
import { type Closure, isSynchronous } from '../analysis/survival.ts'
import { fixOf, indentOf, indentStep, replaceRange, semicolon } from './edits.ts'
import { statementOf } from './removal.ts'

/**
 * `try { … } finally { release }` around what follows the acquisition in its block, up to the release where there is one. null
 * where a variable that is declared in between is used behind it, but to be returned, where a callback uses it later than that, or
 * a comment would be lost. Promises that are returned are awaited first.
 */
export function releaseFinally(one: Unreturned, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const start = statementOf(one.call)
  const block = start?.parent
  if (start?.type !== 'VariableDeclaration' || block?.type !== 'BlockStatement' || one.sink.kind !== 'variable') return null
  const { variable } = one.sink
  const home = enclosingFunction(one.call)
  if (!home || (one.resource.slow && !home.async) || capturesOf(variable).some((capture) => !isDone(outermostIn(capture, home), home, sourceCode))) return null
  if (one.resource.users !== undefined && !one.release && readsOf(variable).some(({ identifier }) => isUsedOn(identifier as Node))) return null
  const [end, last, release] = endOf(one, block.body, sourceCode) ?? []
  const first = block.body[block.body.indexOf(start) + 1]
  if (!end || !last || release === undefined || !first || first.range[0] > last.range[0]) return null
  const names = block.body.filter((node) => node.range[0] > start.range[0] && node.range[1] <= last.range[1]).flatMap((node) => sourceCode.getDeclaredVariables(node))
  const isNeeded = names.some(({ references }) => references.some(({ identifier }) => identifier.range[0] > end.range[1]))
  const answer = isNeeded ? answerBehind(end, block.body, sourceCode) : null
  if (isNeeded && !answer) return null
  const indent = indentOf(first, sourceCode)
  const step = indentStep(sourceCode)
  const promises = resultsOf(home, sourceCode).filter((result) => isWithin(result, block) && result.range[0] > first.range[0] && result.range[1] <= last.range[1] && isPromise(result, one))
  if (promises.length > 0 && !home.async) return null
  let tried = sourceCode.text.slice(first.range[0], last.range[1])
  for (const { range: [at] } of promises.toSorted((a, b) => b.range[0] - a.range[0])) tried = `${tried.slice(0, at - first.range[0])}await ${tried.slice(at - first.range[0])}`
  const body = answer ? `${tried}\n${indent}${sourceCode.getText(answer)}` : tried
  if (/`[^`]*\n/.test(body)) return null // lines of a template literal are no indentation
  const text = `try {\n${indent}${step}${body.replaceAll(/\n(?=[^\n])/g, `\n${step}`)}\n${indent}} finally {\n${indent}${step}${release}\n${indent}}`
  return fixOf([replaceRange([first.range[0], (answer ?? end).range[1]], text)])
}

/** Is the function run in place: a callback of a walk, or one of this call's own that it calls itself? */
function isDone(fn: Closure, home: Node, sourceCode: SourceCode): boolean {
  if (isSynchronous(fn)) return true
  const calls = isFunction(fn) && !fn.async && !fn.generator ? callsOf(fn, sourceCode) : null
  return calls !== null && calls.every((call) => enclosingFunction(call) === home)
}

/** `fs.read(fd, buffer, callback)`, which is done later. */
function isUsedOn(mention: Node): boolean {
  const { parent } = mention
  return parent?.type === 'CallExpression' && parent.callee !== mention && !/Sync$/.test(lastName(parent.callee) ?? '')
}

/** May the value be a promise of what the handle is asked: `client.query(…)`, and not `fs.readSync(fd)`? */
function isPromise(value: Node, { sink, resource }: Unreturned): boolean {
  if (value.type !== 'CallExpression' || sink.kind !== 'variable' || resource.users !== undefined) return false
  return sink.variable.references.some(({ identifier }) => isWithin(identifier as Node, value))
}

/** `return rows` behind the release, for which nothing is done that might need it open or closed. */
function answerBehind(end: Node, body: readonly Node[], sourceCode: SourceCode): Node | null {
  const next = body[body.indexOf(end) + 1]
  if (next?.type !== 'ReturnStatement' || !next.argument || !isPure(next.argument, sourceCode)) return null
  return sourceCode.getCommentsBefore(next).length === 0 ? next : null
}

/** What the replaced code ends with, the last statement to try, and the statement that releases. */
function endOf(one: Unreturned, body: readonly Node[], sourceCode: SourceCode): [end: Node, last: Node, release: string] | null {
  if (!one.release) {
    const last = body.at(-1)
    const release = releaseOf(one, sourceCode)
    return last && release ? [last, last, `${release}${semicolon(sourceCode)}`] : null
  }
  const index = body.findIndex((node) => isWithin(one.release as Node, node))
  const [last, end] = [body[index - 1], body[index]]
  if (!last || end?.type !== 'ExpressionStatement' || outermost(one.release).range[0] < end.range[0]) return null
  if (sourceCode.getCommentsBefore(end).length > 0) return null
  return [end, last, sourceCode.getText(end)]
}

/** `client.release()`, `await file.close()`, `fs.closeSync(fd)`. */
function releaseOf({ resource: { release: [release = ''], slow }, sink, call }: Unreturned, sourceCode: SourceCode): string | null {
  const handle = sink.kind === 'variable' ? sink.variable.name : ''
  if (release.startsWith('.')) return `${slow ? 'await ' : ''}${handle}${release}()`
  const receiver = methodCall(call)?.object // else its counterpart may not be imported
  return receiver ? `${sourceCode.getText(receiver)}${release.slice(release.lastIndexOf('.'))}(${handle})` : null
}
