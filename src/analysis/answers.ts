import type { TSESTree } from '@typescript-eslint/utils'
import { CLASSES, EFFECT_HOOKS, IGNORING_CALLS, IGNORING_HOOKS, VUE_OPTIONS } from '../knowledge/frameworks.ts'
import { type FunctionNode, isExported, type Node, outermost, unwrap, variableOf } from './bindings.ts'
import { importOf, methodCall } from './calls.ts'
import { frameworkOf } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingClass, enclosingFunction, holderOf } from './functions.ts'
import { keyName, keyOf, lastName, mentionsOf } from './occurrences.ts'

/**
 * How what a function gives back is lost: a hook that would take it gets a promise instead; what runs the function looks at no
 * answer; or the calls of it drop theirs.
 */
export interface Loss {
  reason: 'promise' | 'ignored' | 'dropped'
  /** The hook or method, or the function whose calls drop it. */
  by: string
  /** The function that is given to the hook, or the call that drops. */
  at: Node
  /** It would have come by a promise. */
  isLate: boolean
}

/** Is what the function gives back lost, whatever it is? null where somebody may take it. `late`: a promise of it is. */
export function lossOf(fn: FunctionNode, sourceCode: SourceCode, late = false, depth = 5): Loss | null {
  if (fn.generator || depth === 0) return null
  const isLate = late || fn.async
  const value = outermost(fn)
  const { parent } = value
  if (parent?.type === 'CallExpression' && unwrap(parent.callee) === fn) return lossAt(parent, isLate, sourceCode, depth)
  if (callbackOf(fn)) return lossByTaker(fn, isLate, sourceCode, depth) ?? lossByMentions(fn, isLate, sourceCode, depth)
  if (keyOf(fn) !== null) return isLifecycleMethod(fn, sourceCode) ? { reason: 'ignored', by: keyOf(fn) as string, at: fn, isLate } : null
  return lossByMentions(fn, isLate, sourceCode, depth)
}

/** Is it lost at every place that names the function? */
function lossByMentions(fn: FunctionNode, isLate: boolean, sourceCode: SourceCode, depth: number): Loss | null {
  const holder = holderOf(fn, sourceCode)
  const mentions = (holder && isExported(holder)) || keyOf(fn) !== null ? [] : mentionsOf(fn, sourceCode)
  let first: Loss | null = null
  for (const mention of mentions) {
    const { parent } = outermost(mention)
    const isCalled = parent?.type === 'CallExpression' && unwrap(parent.callee) === mention
    const loss = isCalled ? lossAt(parent, isLate, sourceCode, depth) : lossByTaker(mention, isLate, sourceCode, depth)
    if (!loss) return null
    first ??= loss
  }
  return first
}

/** Is it lost by the call that the function is handed to? */
function lossByTaker(argument: Node, isLate: boolean, sourceCode: SourceCode, depth: number): Loss | null {
  const given = callbackOf(argument)
  if (given?.call.type !== 'CallExpression') return null
  const { call, index } = given
  const name = lastName(call.callee) ?? ''
  if (/^(?:then|catch|finally)$/.test(name)) return methodCall(call) ? lossAt(call, true, sourceCode, depth) : null
  if (index > 0) return null
  const module = moduleOf(call, sourceCode)
  const ignores = IGNORING_HOOKS[name]
  if (ignores !== undefined && (module === null || module === ignores)) return { reason: 'ignored', by: name, at: argument, isLate }
  const takes = name === 'onMount' ? module === 'svelte' : EFFECT_HOOKS.has(name) && name !== 'useAsyncEffect'
  if (takes) return isLate ? { reason: 'promise', by: name, at: argument, isLate } : null
  return IGNORING_CALLS.has(name) ? { reason: 'ignored', by: name, at: argument, isLate } : null
}

/** The module that the callee comes from; null for what the build imports. */
function moduleOf({ callee }: TSESTree.CallExpression, sourceCode: SourceCode): string | null {
  const variable = variableOf(callee, sourceCode)
  return variable ? (importOf(variable, sourceCode)?.module ?? '') : null
}

/** Is the answer of the call lost? */
function lossAt(call: TSESTree.CallExpression | TSESTree.AwaitExpression, isLate: boolean, sourceCode: SourceCode, depth: number): Loss | null {
  const value = outermost(call)
  const { parent } = value
  switch (parent?.type) {
    case 'ExpressionStatement':
      return { reason: 'dropped', by: 'the call', at: call, isLate }
    case 'UnaryExpression':
      return parent.operator === 'void' ? { reason: 'dropped', by: 'the call', at: call, isLate } : null
    case 'AwaitExpression':
      return lossAt(parent, true, sourceCode, depth)
    case 'MemberExpression': {
      const method = parent.object === value ? methodCall(outermost(parent).parent as Node) : null
      if (!method || !/^(?:then|catch|finally)$/.test(method.method)) return null
      const [taker] = method.call.arguments
      const passes = method.method !== 'then' || (taker !== undefined && 'params' in taker && taker.params.length === 0)
      return passes ? lossAt(method.call, true, sourceCode, depth) : null
    }
    case 'ArrowFunctionExpression':
      return parent.body === value ? lossOf(parent, sourceCode, isLate, depth - 1) : null
    case 'ReturnStatement': {
      const around = enclosingFunction(parent)
      return around && lossOf(around, sourceCode, isLate, depth - 1)
    }
    default:
      return null
  }
}

/** A method that a framework calls as a component comes, and whose answer it does not look at. */
function isLifecycleMethod(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const name = keyOf(fn) ?? ''
  const { parent } = outermost(fn)
  if (/^(?:constructor|render|init)$/.test(name)) return false
  if (parent?.type === 'Property') {
    const options = parent.parent.type === 'ObjectExpression' ? parent.parent.properties : []
    let known = 0
    for (const one of options) if (one.type === 'Property' && VUE_OPTIONS.has(keyName(one) ?? '')) known++
    return known > 1 && CLASSES.vue.setup.includes(name)
  }
  const node = enclosingClass(fn)
  const framework = node && parent?.type === 'MethodDefinition' && !parent.static ? frameworkOf(node, sourceCode) : null
  return framework !== null && CLASSES[framework].setup.includes(name)
}
