import type { TSESLint } from '@typescript-eslint/utils'
import { type FunctionNode, isFunction, isWithin, type Node, outermost } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callbackOf, enclosingFunction } from '../analysis/functions.ts'
import type { Late } from '../analysis/lateness.ts'
import { lastName } from '../analysis/occurrences.ts'
import { resultsOf } from '../analysis/results.ts'
import { teardownOf } from '../analysis/teardown.ts'
import { addTo } from './cleanup.ts'
import { type Edit, fixOf, indentOf, insertAt, semicolon } from './edits.ts'
import { freeName } from './names.ts'
import { statementOf } from './removal.ts'
import { hasOwnThis } from './teardown.ts'

/** Asks before the acquisition whether its owner has ended, by a flag that the teardown sets; null where there is no place for that. */
export function askFirst(late: Late, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const { call, owner, wait } = late
  const statement = statementOf(call)
  const fn = enclosingFunction(call)
  if (!fn || statement?.parent?.type !== 'BlockStatement' || resultsOf(fn, sourceCode).length > 0) return null
  if (late.resource.late || (!isWithin(wait, fn) && outermost(fn).parent !== wait)) return null // it is late itself, or others count on what the function does
  const end = semicolon(sourceCode)
  const ask = (test: string): Edit => insertAt(statement.range[0], `if (${test}) return${end}\n${indentOf(statement, sourceCode)}`)
  if (owner.kind === 'class') {
    return owner.framework === 'element' && hasOwnThis(call, owner.node) ? fixOf([ask('!this.isConnected')]) : null
  }
  const node: Node = owner.node
  const first = isFunction(node) && node.body.type === 'BlockStatement' ? node.body.body[0] : undefined
  const cleanup = first && endingOf(late, sourceCode)
  if (!cleanup) return null
  const name = freeName('ended', sourceCode)
  const edits = addTo(cleanup, `${name} = true`, sourceCode)
  return edits && fixOf([insertAt(first.range[0], `let ${name} = false${end}\n${indentOf(first, sourceCode)}`), ask(name), ...edits])
}

/** The one function by which the owner ends for good, inside of it. */
function endingOf({ owner }: Late, sourceCode: SourceCode): FunctionNode | null {
  const entries = [...new Set(teardownOf(owner, sourceCode).entries)].filter((entry) => isWithin(entry, owner.node))
  const [entry] = entries
  if (entries.length !== 1 || !entry || !isFunction(entry)) return null
  const hook = lastName(callbackOf(entry)?.call.callee ?? entry)
  return owner.kind === 'effect' || /^on(?:BeforeUnmount|Unmounted|ScopeDispose|Destroy)$/.test(hook ?? '') ? entry : null
}
