import type { TSESTree } from '@typescript-eslint/utils'
import { HOLDING_CALLS, LIMITERS, LISTING_CALLS, NAMED_AS_MANY } from '../knowledge/streams.ts'
import { functionOf, type FunctionNode, initializerOf, isWithin, type Node, outermost, unwrap, variableOf } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { calleeName, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { usesOf } from './escapes.ts'
import { enclosingFunction } from './functions.ts'
import { growsWithData, isSizeChecked } from './magnitude.ts'
import { callsNamed, lastName, occurrences } from './occurrences.ts'
import { platformName } from './streams.ts'

/** As many tasks at once as a collection has elements: `Promise.all(files.map(async (file) => …))`. */
export interface Crowd {
  call: TSESTree.CallExpression
  /** The collection. */
  items: Node
  /** `files.map(…)` */
  mapped: TSESTree.CallExpression
  task: FunctionNode
  /** The call that holds a file, a body or a process. */
  holding: TSESTree.CallExpression | TSESTree.NewExpression
}

/** Does the call start tasks of no known number, each of which holds something large? null when not, or when nobody knows. */
export function crowdOf(call: TSESTree.CallExpression, sourceCode: SourceCode): Crowd | null {
  if (!/^Promise\.all(?:Settled)?$/.test(calleeName(call, sourceCode) ?? '') || LIMITERS.test(sourceCode.text)) return null
  const [first] = call.arguments
  const mapped = first && methodCall(unwrap(first))
  const [callback] = mapped?.arguments ?? []
  if (mapped?.method !== 'map' || !callback) return null
  const task = functionOf(callback, sourceCode)
  const holding = task && holdingCall(task, sourceCode)
  if (!task || !holding) return null
  const items = mapped.object
  return isMany(items, sourceCode) && maximumSize(items, sourceCode) === Infinity && !isSizeChecked(items, sourceCode) ? { call, items, mapped: mapped.call, task, holding } : null
}

/** What the task itself calls, not what it hands to others to be called by and by: a process, or the bytes of a file or a body that it does not give back. */
function holdingCall(task: FunctionNode, sourceCode: SourceCode): Crowd['holding'] | null {
  const isOwn = (call: Node) => isWithin(call, task) && enclosingFunction(call) === task
  for (const calls of occurrences(sourceCode).calls.values()) {
    const process = calls.find((call) => isOwn(call) && HOLDING_CALLS.has(platformName(call.callee, sourceCode) ?? ''))
    if (process) return process
  }
  return callsNamed(['readFile', 'arrayBuffer'], sourceCode).find((call) => isOwn(call) && holdsBytes(call, task, sourceCode)) ?? null
}

/** `await readFile(path)` without an encoding, `await response.arrayBuffer()`, which are used up within the task. */
function holdsBytes(call: Crowd['holding'], task: FunctionNode, sourceCode: SourceCode): boolean {
  const isFile = platformName(call.callee, sourceCode) === 'fs.promises.readFile' && call.arguments.length === 1
  if (!isFile && !(methodCall(call)?.method === 'arrayBuffer' && call.arguments.length === 0)) return false
  for (let at: Node | undefined = call.parent; at && at !== task; at = at.parent) {
    if (at.type === 'ReturnStatement' || at.type === 'AssignmentExpression' || at.type === 'ArrowFunctionExpression' || methodCall(at)?.method === 'then' || calleeNameOf(at, sourceCode) === 'JSON.parse') return false
    if (at.type === 'VariableDeclarator') {
      const variable = variableOf(at.id, sourceCode)
      return variable !== null && usesOf(variable, sourceCode).every(({ node, kind }) => kind !== 'returned' && kind !== 'stored' && (kind !== 'passed' || !isGivenBack(node, task)))
    }
    if (at.type === 'ExpressionStatement') return true
  }
  return false
}

function calleeNameOf(node: Node, sourceCode: SourceCode): string | null {
  return node.type === 'CallExpression' ? calleeName(node, sourceCode) : null
}

/** Does what the bytes are passed to stand in what the task returns? */
function isGivenBack(node: Node, task: FunctionNode): boolean {
  for (let at: Node | undefined = node; at && at !== task; at = at.parent) if (at.type === 'ReturnStatement') return true
  return task.body.type !== 'BlockStatement'
}

/** Does the source show that there may be many: a folder's files, a query's rows, or what is called so? */
function isMany(node: Node, sourceCode: SourceCode, depth = 6): boolean {
  const inner = unwrap(node)
  if (depth === 0) return false
  const isIt = (part: Node) => isMany(part, sourceCode, depth - 1)
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      const value = variable && initializerOf(variable)
      if (/^[A-Z][A-Z\d_]*$/.test(inner.name)) return false // a table
      return value ? isIt(value) || (!isWritten(value) && NAMED_AS_MANY.test(inner.name)) : NAMED_AS_MANY.test(inner.name)
    }
    case 'MemberExpression':
      return NAMED_AS_MANY.test(lastName(inner) ?? '') || growsWithData(inner, 'entries', sourceCode)
    case 'AwaitExpression':
      return isIt(inner.argument)
    case 'CallExpression': {
      if (LISTING_CALLS.has(platformName(inner.callee, sourceCode) ?? '')) return true
      const called = methodCall(inner)
      if (called && /^(?:filter|map|flat|flatMap|sort|reverse|concat|toSorted)$/.test(called.method)) return isIt(called.object)
      const name = calleeName(inner, sourceCode)
      return name !== null && /^(?:Array\.from|Object\.(?:keys|values|entries))$/.test(name) && inner.arguments.length > 0 && isIt(inner.arguments[0] as Node)
    }
    default:
      return growsWithData(inner, 'entries', sourceCode)
  }
}

/** `['a', 'b']`, which is as long as it is written. */
function isWritten(value: Node): boolean {
  return outermost(value).type === 'ArrayExpression' || unwrap(value).type === 'ArrayExpression'
}
