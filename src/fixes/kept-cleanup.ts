import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Loss } from '../analysis/answers.ts'
import { isFunction, isWithin, type Node, outermost, readsOf, variableOf } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callbackOf, enclosingFunction } from '../analysis/functions.ts'
import { lastName } from '../analysis/occurrences.ts'
import { EFFECT_HOOKS, IGNORING_HOOKS } from '../knowledge/frameworks.ts'
import { addCleanup, importHook } from './cleanup.ts'
import { type Edit, fixOf, indentOf, indentStep, insertAt, replace, replaceRange, semicolon } from './edits.ts'
import { lineOf } from './layout.ts'
import { freeName } from './names.ts'

/** The hooks that run the cleanup for those that ignore it. */
const ENDING_HOOKS: Readonly<Record<string, string>> = { onActivated: 'onDeactivated', onMount: 'onCleanup' }

/** Has the cleanup run when its component ends; null where the file has no place for that. */
export function keepCleanup(value: TSESTree.Expression, loss: Loss, typed: boolean, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const edits = loss.reason === 'promise' ? wrapEffect(loss.at, sourceCode)
    : loss.reason === 'ignored' ? registerCleanup(value, loss, sourceCode)
    : keepAnswer(loss, typed, sourceCode)
  return edits && fixOf(edits)
}

/** `() => { const ending = (async () => { … })(); return () => { ending.then((end) => end?.()) } }` */
function wrapEffect(callback: Node, sourceCode: SourceCode): Edit[] | null {
  const isOwn = isFunction(callback) && callback.async
  if (!isOwn && callback.type !== 'Identifier') return null
  const name = freeName('ending', sourceCode)
  const [outer, end] = [indentOf(callback, sourceCode), semicolon(sourceCode)]
  const indent = outer + indentStep(sourceCode)
  const started = isOwn ? `(${sourceCode.getText(callback)})()` : `${sourceCode.getText(callback)}()`
  const lines = [`const ${name} = ${started}`, `return () => ${endingBy(name, true)}`]
  return [replace(callback, `() => {\n${lines.map((line) => `${indent}${line}${end}\n`).join('')}${outer}}`)]
}

/** React's types want that a cleanup gives nothing. */
const endingBy = (name: string, isLate: boolean): string => (isLate ? `void ${name}.then((end) => end?.())` : `${name}?.()`)

/** `onUnmounted(() => …)` in the place of `return () => …`. */
function registerCleanup(value: TSESTree.Expression, { by, at }: Loss, sourceCode: SourceCode): Edit[] | null {
  const module = IGNORING_HOOKS[by]
  const fn = enclosingFunction(value)
  if (module === undefined || fn === null || fn !== at || fn.async) return null
  const hook = ENDING_HOOKS[by] ?? 'onUnmounted'
  const imports = importHook(module, hook, sourceCode)
  const { parent } = value
  if (!imports) return null
  if (parent === fn) return [...imports, insertAt(value.range[0], `${hook}(`), insertAt(value.range[1], ')')]
  if (parent.type !== 'ReturnStatement' || fn.body.type !== 'BlockStatement' || fn.body.body.at(-1) !== parent) return null
  return [...imports, replaceRange([parent.range[0], value.range[0]], `${hook}(`), insertAt(value.range[1], ')')]
}

/** `const ending = start()`, and the effect's own cleanup calls what that gives. */
function keepAnswer({ at: call, isLate }: Loss, typed: boolean, sourceCode: SourceCode): Edit[] | null {
  const value = outermost(call)
  const isVoid = value.parent?.type === 'UnaryExpression'
  const statement = isVoid ? outermost(value.parent as Node).parent : value.parent
  const effect = statement?.type === 'ExpressionStatement' ? enclosingFunction(statement) : null
  const hook = effect && lastName(callbackOf(effect)?.call.callee ?? effect)
  if (!statement || !effect || effect.async || statement.parent !== effect.body || !(EFFECT_HOOKS.has(hook ?? '') || hook === 'onMount')) return null
  const text = sourceCode.getText(call)
  if (typed && /\.(?:catch|finally)\(/.test(text)) return null // the answer is a function or nothing, or what that gives
  const started = call.type === 'CallExpression' ? variableOf(call.callee, sourceCode) : null
  if (started && readsOf(started).length > 1) return null
  const name = freeName('ending', sourceCode)
  const cleanup = addCleanup(effect, endingBy(name, isLate), call, false, sourceCode)
  return cleanup && [replaceRange([statement.range[0], call.range[0]], `const ${name} = `), ...cleanup]
}

/** Moves the hook before the `await`; null where it names what is made behind that. */
export function bindHook(call: TSESTree.CallExpression, wait: Node | null, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const statement = call.parent.type === 'ExpressionStatement' ? call.parent : null
  const block = statement?.parent
  if (!statement || !wait || block?.type !== 'BlockStatement' || sourceCode.getCommentsInside(statement).length > 0) return null
  const first = block.body.find((one) => isWithin(wait, one))
  if (!first) return null
  const isMadeBehind = sourceCode.getScope(first).variables.some(({ defs, references }) =>
    defs.some(({ name }) => name.range[0] >= first.range[0]) && references.some(({ identifier }) => isWithin(identifier, statement)))
  if (isMadeBehind) return null
  const text = sourceCode.getText(statement)
  return fixOf([insertAt(first.range[0], `${text}\n${indentOf(first, sourceCode)}`), replaceRange(lineOf(statement, sourceCode), '')])
}
