import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { IgnoredWrite } from '../analysis/backpressure.ts'
import { type Node, outermost } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import type { PipeChain } from '../analysis/pipes.ts'
import { type Edit, fixOf, replace } from './edits.ts'
import { importing } from './imports.ts'
import { indentationOf, indentationStep, terminator } from './layout.ts'
import { freeName } from './names.ts'
import { isPlace } from './walks.ts'

/** What is written, and where it can be written, the whole edit. */
export interface Waiting {
  text: string
  edit: TSESLint.ReportFixFunction | null
}

/**
 * Asks the stream whether it takes more, and waits until it does: a loop awaits, a listener pauses what it listens to. No
 * edit where the loop's function cannot await, or what is listened to has no name.
 */
export function waiting(write: IgnoredWrite, sourceCode: SourceCode): Waiting {
  if (write.isWeb) return ready(write, sourceCode)
  return write.from.by === 'loop' ? awaited(write, sourceCode) : paused(write, write.from.stream, sourceCode)
}

function awaited(write: IgnoredWrite, sourceCode: SourceCode): Waiting {
  const { call, object } = write
  const stream = sourceCode.getText(object)
  const once = importing('events', 'once', sourceCode)
  const wait = `await ${once.name}(${stream}, 'drain')`
  const statement = outermost(call).parent as Node
  if (!mayAwait(call) || statement.type !== 'ExpressionStatement' || !isPlace(object)) return { text: wait, edit: null }
  const edits = [replace(outermost(call), `if (!${sourceCode.getText(call)}) ${wait}`), ...once.edits]
  return { text: wait, edit: fixOf(edits) }
}

/** `await writer.ready` before the write. */
function ready({ call, object }: IgnoredWrite, sourceCode: SourceCode): Waiting {
  const text = `await ${sourceCode.getText(object)}.ready`
  const statement = outermost(call).parent as Node
  if (statement.type !== 'ExpressionStatement' || !isPlace(object)) return { text, edit: null }
  const before = `${text}${terminator(sourceCode)}\n${indentationOf(statement, sourceCode)}`
  if (statement.parent.type === 'BlockStatement') return { text, edit: (fixer) => fixer.insertTextBefore(statement, before) }
  return { text, edit: (fixer) => fixer.replaceText(statement, `{ ${text}; ${sourceCode.getText(statement)} }`) }
}

function mayAwait(node: Node): boolean {
  const fn = enclosingFunction(node)
  return fn ? fn.async : true
}

function paused({ call, object }: IgnoredWrite, listened: Node, sourceCode: SourceCode): Waiting {
  const from = sourceCode.getText(listened)
  const to = sourceCode.getText(object)
  const text = `${isPlace(listened) ? from : 'source'}.pause()`
  const place = outermost(call)
  if (!isPlace(listened) || !isPlace(object) || !/^(?:ExpressionStatement|ArrowFunctionExpression)$/.test(place.parent?.type ?? '')) return { text, edit: null }
  const end = terminator(sourceCode)
  const outer = indentationOf(place, sourceCode)
  const isArrow = place.parent?.type === 'ArrowFunctionExpression'
  const step = indentationStep(sourceCode)
  const inner = outer + (isArrow ? step : '')
  const lines = [`if (!${sourceCode.getText(call)}) {`, `${step}${from}.pause()${end}`, `${step}${to}.once('drain', () => ${from}.resume())${end}`, '}']
  const body = lines.join(`\n${inner}`)
  const edits: Edit[] = []
  if (isArrow) edits.push(replace(place, `{\n${inner}${body}\n${outer}}`))
  else {
    const statement = place.parent as TSESTree.ExpressionStatement
    const last = sourceCode.getLastToken(statement) as TSESTree.Token
    edits.push({ range: last.value === ';' && last.loc.start.line === place.loc.end.line ? statement.range : place.range, text: body })
  }
  return { text, edit: fixOf(edits) }
}

/** `a.pipe(b).pipe(c)` as `pipeline(a, b, c, …)`, which ends all of them when one fails; the error is written where nobody took it. */
export function pipelined({ call, streams }: PipeChain, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  if (sourceCode.getCommentsInside(call).length > 0) return null
  const { name, edits } = importing('stream', 'pipeline', sourceCode)
  const inner = indentationOf(call, sourceCode)
  const step = indentationStep(sourceCode)
  const error = freeName('error', sourceCode)
  const given = streams.map((stream) => sourceCode.getText(stream)).join(', ')
  const text = `${name}(${given}, (${error}) => {\n${inner}${step}if (${error}) console.error(${error})${terminator(sourceCode)}\n${inner}})`
  return fixOf([replace(call, text), ...edits])
}
