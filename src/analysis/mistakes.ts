import { CLASSES, TEARDOWN_METHODS, UNMOUNT_HOOKS } from '../knowledge/frameworks.ts'
import { COUNTERPARTS } from '../knowledge/resources.ts'
import { type FunctionNode, isWithin, type Node, outermost } from './bindings.ts'
import { type Call, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { callsNamed, keyOf, lastName } from './occurrences.ts'

const ENDINGS: ReadonlySet<string> = new Set([...TEARDOWN_METHODS, ...Object.values(CLASSES).flatMap(({ teardown }) => teardown)])

/** Does the function that should take it away register it once more, by the very words by which it was registered: `subscribe` for `unsubscribe`? */
export function isRegisteredAgain(call: Call, sourceCode: SourceCode): boolean {
  const name = lastName(call.callee) ?? ''
  const handler = call.arguments.at(-1)
  if (!Object.hasOwn(COUNTERPARTS, name) || handler === undefined || !/^(?:Identifier|MemberExpression)$/.test(handler.type)) return false
  const end = enclosingFunction(call)
  if (!end || !isEnding(end) || stringValue(call.arguments[0], sourceCode) === '$destroy') return false // which is the end of what it is asked of
  const text = sourceCode.getText(call)
  return callsNamed([name], sourceCode).some((other) => other.range[0] < call.range[0] && !isWithin(other, end) && sourceCode.getText(other) === text)
}

/** Is it run for the end of what is around it: by its name, as the callback of a hook, or as the cleanup that an effect returns? */
function isEnding(fn: FunctionNode): boolean {
  const name = keyOf(fn) ?? fn.id?.name ?? null
  if (name !== null) return ENDINGS.has(name)
  const given = callbackOf(fn)
  if (given) return given.index === 0 && UNMOUNT_HOOKS.has(lastName(given.call.callee) ?? '')
  const statement: Node | undefined = outermost(fn).parent
  const around = statement?.type === 'ReturnStatement' ? enclosingFunction(fn) : null
  const effect = around && callbackOf(around)
  return effect?.index === 0 && /^use\w*Effect$/.test(lastName(effect.call.callee) ?? '')
}
