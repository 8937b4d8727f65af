import type { TSESTree } from '@typescript-eslint/utils'
import { UNMOUNT_HOOKS } from '../knowledge/frameworks.ts'
import { RESOURCES } from '../knowledge/resources.ts'
import { type Loss, lossOf } from './answers.ts'
import { type FunctionNode, functionOf, initializerOf, isFunction, isWithin, type Node, readsOf, unwrap, variableOf } from './bindings.ts'
import { importOf } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { waitsBefore } from './lateness.ts'
import { callsNamed, lastName, lastSegment } from './occurrences.ts'
import { ownerOf } from './owners.ts'

/** Calls that end something which does not end by itself, by their last names. */
const ENDING_CALLS: ReadonlySet<string> = new Set([
  ...RESOURCES.flatMap(({ release, ends }) => (ends === 'fires' ? [] : release.map(lastSegment)))
    .filter((name) => /^\$?\w+$/.test(name) && name !== 'clearTimeout'),
  'unsubscribe', 'unlisten', 'cleanup', 'dispose', 'teardown', 'unobserve', 'removeChannel',
])

/** What functions are called that end something. */
const ENDING = /(?:un(?:sub|listen|watch|register|observe|bind)\w*|(?:off|stop|dispose|clean[uU]p|detach|remove)(?:[A-Z]\w*)?|teardown|destroy)/.source
const ENDING_NAME = new RegExp(`^${ENDING}$`)
const ENDING_CALL = new RegExp(`(?<![\\w$])${ENDING}(?:\\?\\.)?\\(`)

/** Is the value, given back by the code at `node`, a cleanup that nobody will ever run? */
export function lossOfCleanup(value: Node, sourceCode: SourceCode): Loss | null {
  const result = unwrap(value)
  const around = enclosingFunction(result)
  if (!around || !endsSomething(result, sourceCode) || isEndedAsWell(result, around, sourceCode)) return null
  const loss = lossOf(around, sourceCode)
  return loss && isOfComponent(result, sourceCode) ? loss : null
}

/** Does a hook for the end in the same function run it, too: `onCleanup(() => unsubscribe()); return unsubscribe`? */
function isEndedAsWell(result: Node, around: FunctionNode, sourceCode: SourceCode): boolean {
  const variable = variableOf(result, sourceCode)
  const hooks = variable ? callsNamed(UNMOUNT_HOOKS, sourceCode, around) : []
  return variable !== null && hooks.some((hook) => readsOf(variable).some(({ identifier }) => isWithin(identifier, hook)))
}

function isOfComponent(node: Node, sourceCode: SourceCode): boolean {
  const owner = ownerOf(node, sourceCode)
  return owner !== null && /^(?:effect|class|options|setup)$/.test(owner.kind)
}

function endsSomething(value: Node, sourceCode: SourceCode): boolean {
  if (isFunction(value) || value.type === 'Identifier') {
    const fn = functionOf(value, sourceCode)
    if (fn) return fn.params.length === 0 && (callsNamed(ENDING_CALLS, sourceCode, fn).length > 0 || ENDING_CALL.test(sourceCode.getText(fn)))
  }
  if (value.type === 'MemberExpression') return ENDING_NAME.test(lastName(value) ?? '')
  const variable = value.type === 'Identifier' ? variableOf(value, sourceCode) : null
  const made = variable && initializerOf(variable)
  return variable !== null && ENDING_NAME.test(variable.name) && /^(?:Call|Await)Expression$/.test(made?.type ?? '')
}

/** A hook that belongs to no component, and the first `await` after which it does not, if that is in the same function. */
export interface Unbound {
  hook: string
  wait: Node | null
}

/**
 * Is the call one of Vue's hooks for the end where no component is being set up any more: behind an `await`, or in the callback of a
 * promise or timer? The compiler binds what stands at the top of `<script setup>` again: https://vuejs.org/api/sfc-script-setup.html#top-level-await
 */
export function unboundHook(call: TSESTree.CallExpression, sourceCode: SourceCode): Unbound | null {
  const variable = call.callee.type === 'Identifier' ? variableOf(call.callee, sourceCode) : null
  const fn = enclosingFunction(call)
  const imported = variable && importOf(variable, sourceCode)
  if (!variable || imported?.module !== 'vue' || call.arguments.length !== 1 || !fn) return null
  return isUnbound(call, sourceCode) ? { hook: imported.name, wait: waitBefore(call, fn, sourceCode) } : null
}

/** Is no component being set up any more where the code at `node` is run? */
export function isUnbound(node: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(node)
  return fn !== null && (waitBefore(node, fn, sourceCode) !== null || isRunLater(fn))
}

function waitBefore(node: Node, fn: FunctionNode, sourceCode: SourceCode): Node | null {
  return fn.async ? (waitsBefore(fn, node, sourceCode)[0] ?? null) : null
}

function isRunLater(fn: FunctionNode): boolean {
  const given = callbackOf(fn)
  return given?.index === 0 && /^(?:then|catch|finally|setTimeout|setInterval|nextTick|requestAnimationFrame|queueMicrotask)$/.test(lastName(given.call.callee) ?? '')
}
