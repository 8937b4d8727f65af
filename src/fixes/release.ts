import { isWithin, type Node, outermost, resolve, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { executorAround } from '../analysis/callbacks.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { isObservable, makerOf } from '../analysis/observables.ts'
import { isSingleFileComponent } from '../analysis/lifetime.ts'
import { lastName } from '../analysis/occurrences.ts'
import type { Leak } from '../analysis/pairing.ts'
import { isRunByUpdates } from '../analysis/timers.ts'
import { COUNTERPARTS } from '../knowledge/resources.ts'
import { importHook, inEffect, inFactory, inHandler, inSetup } from './cleanup.ts'
import { fixOf, indentOf, insertAt, replace, semicolon } from './edits.ts'
import { clearingOf, moduleOfTimer, receiverOf, statementOf } from './removal.ts'
import type { Repair } from './repair.ts'
import { settleWith } from './settle.ts'
import { inClass, inOptions } from './teardown.ts'

/** The repair of a leak; null where the file has no place to release it, or no way to name it. `typed`: TypeScript may be written. */
export function repairLeak(leak: Leak, typed: boolean, sourceCode: SourceCode): Repair | null {
  if (leak.fault === 'mistaken') return removeInstead(leak, sourceCode)
  if (leak.resource.acquire === 'fs.watchFile' && !receiverOf(leak) && !['node:fs', 'fs'].some((module) => importHook(module, 'unwatchFile', sourceCode)?.length === 0)) return null // its counterpart is not imported
  if (moduleOfTimer(leak.resource, leak.call) === '') return null // nor is its
  if (leak.resource.of === 'page') return null // what a helper's counterpart is called is the library's
  if (leak.resource.late && !isNamedAround(leak)) return null // it has no name yet where its owner ends
  if (isStartedByUpdates(leak, sourceCode)) return null // the end would reach the last one alone
  if (isOfUnknownSource(leak, sourceCode)) return null
  if (leak.fault === 'overwritten') return clearFirst(leak, sourceCode)
  if (leak.fault === 'outlived') return settleWith(leak, typed, sourceCode)
  switch (leak.owner?.kind) {
    case undefined:
      if (!executorAround(leak.call, sourceCode)) return null // a signal's listener is called when it is too late
      return settleWith(leak, typed, sourceCode)
    case 'effect':
      return inEffect(leak, leak.owner.node, typed, sourceCode)
    case 'setup':
      return inSetup(leak, typed, sourceCode)
    case 'class':
      return inClass(leak, leak.owner, typed, sourceCode)
    case 'options':
      return inOptions(leak, leak.owner.node, sourceCode)
    case 'factory':
      return inFactory(leak, leak.owner.node, typed, sourceCode)
    case 'callback':
      return inHandler(leak, leak.owner, typed, sourceCode)
    case 'component':
    case 'prototype':
    case 'scope':
      return null
  }
}

/** Is what comes by a promise put into a field, or into a variable that the release can name? A method's is read too early, unless it waits. */
function isNamedAround({ sink, call, owner }: Leak): boolean {
  if (sink.kind !== 'variable') return sink.kind === 'field'
  const { defs, scope } = sink.variable
  if (defs[0]?.type !== ('Variable' as never) || !isWithin(call, scope.block as Node)) return false
  return outermost(call).parent?.type === 'AwaitExpression' || !/^(?:class|options)$/.test(owner?.kind ?? '')
}

/** `media.subscribe(draw)`: stores answer with a function, others' sources with what they please, such as a token. */
function isOfUnknownSource({ resource, holder, sink }: Leak, sourceCode: SourceCode): boolean {
  if (resource.acquire !== '.subscribe' || resource.release[0] !== '()' || holder === null || sink.kind !== 'dropped') return false
  return !/store|state|atom|signal|\$|^use[A-Z]/i.test(lastName(holder) ?? '') && !isSingleFileComponent(sourceCode) && makerOf(resolve(holder, sourceCode), sourceCode) === ''
}

/** Would a field that is to hold the subscription be written by each update? */
function isStartedByUpdates({ resource, sink, call }: Leak, sourceCode: SourceCode): boolean {
  const fn = resource.kind === 'subscription' && sink.kind === 'dropped' ? enclosingFunction(call) : null
  return fn !== null && isRunByUpdates(fn, sourceCode)
}

/** `clearInterval(this.timer)` before the start that would overwrite it. */
function clearFirst(leak: Leak, sourceCode: SourceCode): Repair | null {
  const statement = statementOf(leak.call)
  const { sink } = leak
  if (!statement || (sink.kind !== 'field' && sink.kind !== 'variable')) return null
  const handle = sink.kind === 'field' ? sourceCode.getText(sink.member) : sink.variable.name
  const text = `${clearingOf(leak, handle, leak.resource.kind === 'subscription')}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`
  return { verb: 'clear', place: handle, edit: fixOf([insertAt(statement.range[0], text)]) }
}

/** `grid.onSort.unsubscribe(onSort)` where the end subscribes again. Observables have no such method. */
function removeInstead({ call, holder }: Leak, sourceCode: SourceCode): Repair | null {
  const callee = unwrap(call.callee)
  const method = callee.type === 'MemberExpression' ? callee.property : callee
  const name = Object.hasOwn(COUNTERPARTS, lastName(callee) ?? '') ? COUNTERPARTS[lastName(callee) ?? ''] : undefined
  if (name === undefined || (name === 'unsubscribe' && isObservable(holder, sourceCode))) return null
  return { verb: 'replace', place: name, edit: fixOf([replace(method, name)]) }
}
