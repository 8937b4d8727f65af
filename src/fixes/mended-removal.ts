import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingClass, enclosingFunction } from '../analysis/functions.ts'
import { lastName } from '../analysis/occurrences.ts'
import type { Leak } from '../analysis/pairing.ts'
import { captureOf, type Removal, REMOVALS } from '../analysis/removals.ts'
import { fixOf, indentOf, insertAt, replace, semicolon } from './edits.ts'
import { freeName } from './names.ts'
import { isUsableIn, listenerName, statementOf } from './removal.ts'

/** The removal given what was added; null where that takes more than a change in place. */
export function mendRemoval(call: TSESTree.CallExpression, removal: Removal, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const { mistake, added, event, holder } = removal
  if (!added) return null
  switch (mistake) {
    case 'capture':
      return withCapture(call, removal, sourceCode)
    case 'event':
      return added.event && isUsableIn(added.event, call, sourceCode) ? fixOf([replace(event, sourceCode.getText(added.event))]) : null
    case 'holder':
      return holder && added.holder && isUsableIn(added.holder, call, sourceCode) ? fixOf([replace(holder, sourceCode.getText(added.holder))]) : null
    case 'again': {
      const callee = unwrap(call.callee)
      const name = callee.type === 'MemberExpression' ? callee.property : callee
      return fixOf([replace(name, REMOVALS[lastName(callee) ?? ''] ?? 'off')])
    }
    case 'fresh':
    case 'wrapped':
      return withOneListener(removal, sourceCode)
  }
}

/** The capture flag that it was added with, as the third argument. */
function withCapture(call: TSESTree.CallExpression, { options, handler, added }: Removal, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  if (options && sourceCode.getCommentsInside(options).length > 0) return null
  if (captureOf(added?.options ?? null)) {
    return options ? (fixer) => fixer.replaceText(options as never, 'true') : (fixer) => fixer.insertTextAfterRange(lastRange(call, handler, sourceCode), ', true')
  }
  const end = lastRange(call, handler, sourceCode)[1]
  return options && !sourceCode.text.slice(end, options.range[0]).includes('/') ? (fixer) => fixer.removeRange([end, options.range[1]]) : null
}

/** Behind the listener and the parentheses around it. */
function lastRange(call: TSESTree.CallExpression, handler: Node, sourceCode: SourceCode): [number, number] {
  let end = handler.range[1]
  for (let token = sourceCode.getTokenAfter(handler); token && token.range[1] < call.range[1] && token.value === ')'; token = sourceCode.getTokenAfter(token)) end = token.range[1]
  return [handler.range[0], end]
}

/** One listener for both: a private field of the class for what is bound there, else a constant before it is added. */
function withOneListener({ added, handler }: Removal, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const first = added?.handler
  if (!added || !first) return null
  if (first.type === 'Identifier') return isUsableIn(first, handler, sourceCode) ? fixOf([replace(handler, first.name)]) : null
  const text = sourceCode.getText(first)
  const statement = statementOf(added.call)
  const block = statement?.parent
  if (statement && block && isWithin(handler, block) && !(handler.range[0] < added.call.range[0] && enclosingFunction(handler) === enclosingFunction(added.call)) && isUsableIn(first, block, sourceCode)) { // what is removed before is of an earlier call
    const name = freeName(listenerName(added as Leak, sourceCode), sourceCode)
    const line = `const ${name} = ${text}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`
    return fixOf([insertAt(statement.range[0], line), replace(first, name), replace(handler, name)])
  }
  const type = enclosingClass(added.call)
  const [member] = type?.body.body ?? []
  if (!type || !member || isFunction(unwrap(first)) || !/\bthis\b/.test(text) || !isWithin(handler, type) || !isUsableIn(first, 'methods', sourceCode)) return null
  const field = `#${lastName((unwrap(handler).type === 'CallExpression' ? unwrap(first) : unwrap(handler)) as Node) ?? listenerName(added as Leak, sourceCode)}`
  const name = /^#(?:bind|null)$/.test(field) ? `#${listenerName(added as Leak, sourceCode)}` : field
  if (new RegExp(`${name}\\b`).test(sourceCode.text)) return null
  const end = semicolon(sourceCode) || ('computed' in member && member.computed) || /^\*/.test(sourceCode.getText(member)) ? ';' : ''
  return fixOf([
    insertAt(member.range[0], `${name} = ${text}${end}\n${indentOf(member, sourceCode)}`),
    replace(first, `this.${name}`),
    replace(handler, `this.${name}`),
  ])
}
