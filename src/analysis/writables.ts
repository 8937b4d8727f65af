import type { TSESTree } from '@typescript-eslint/utils'
import { STREAMS, WRITABLE_TYPES } from '../knowledge/streams.ts'
import { initializerOf, isFunction, type Node, outermost, propertyName, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf } from './functions.ts'
import { membersNamed } from './occurrences.ts'
import { platformName } from './streams.ts'

/** Is this a stream of Node's that is written to: by what made it, by its type, or as the answer of an http server? */
export function isWritable(node: Node, sourceCode: SourceCode, depth = 5): boolean {
  const inner = unwrap(node)
  if (depth === 0) return false
  const isIt = (part: Node) => isWritable(part, sourceCode, depth - 1)
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return variable !== null && isWritableVariable(variable, sourceCode, isIt)
    }
    case 'MemberExpression':
      return isWritableMember(inner, sourceCode, isIt)
    case 'NewExpression':
    case 'CallExpression': {
      const flow = STREAMS[platformName(inner.callee, sourceCode) ?? '']
      if (flow !== undefined) return flow !== 'readable'
      const called = methodCall(inner)
      if (called?.method === 'pipe') return inner.arguments.length > 0 && isIt(inner.arguments[0] as Node)
      return called !== null && /^(?:on|once|addListener)$/.test(called.method) && isIt(called.object)
    }
    case 'ConditionalExpression':
      return isIt(inner.consequent) || isIt(inner.alternate)
    case 'LogicalExpression':
      return isIt(inner.left) || isIt(inner.right)
    default:
      return false
  }
}

function isWritableVariable(variable: Variable, sourceCode: SourceCode, isIt: (part: Node) => boolean): boolean {
  const name = variable.identifiers[0] as TSESTree.Identifier | undefined
  if (name?.typeAnnotation) return isWritableType(name.typeAnnotation.typeAnnotation)
  const value = initializerOf(variable)
  if (value) return isIt(value)
  const owner = name?.parent
  if (owner && isFunction(owner)) return owner.params[1] === name && isServerListener(owner, sourceCode)
  return writesOf(variable).some(({ writeExpr }) => writeExpr && writeExpr.type !== 'Identifier' && isIt(writeExpr as Node))
}

/** `http.createServer((req, res) => …)`, `server.on('request', (req, res) => …)` */
function isServerListener(fn: Node, sourceCode: SourceCode): boolean {
  const call = callbackOf(fn)?.call
  return call !== undefined && /^https?\.createServer$/.test(platformName(call.callee, sourceCode) ?? '')
}

/** `child.stdin`, `this.out` where this file makes it. */
function isWritableMember(member: TSESTree.MemberExpression, sourceCode: SourceCode, isIt: (part: Node) => boolean): boolean {
  const name = propertyName(member)
  if (name === null) return false
  if (name === 'stdin') return isChild(member.object, sourceCode)
  if (unwrap(member.object).type !== 'ThisExpression') return false
  return membersNamed(name, sourceCode).some((other) => {
    const { parent } = outermost(other)
    const isOwn = other.type === 'MemberExpression' && unwrap(other.object).type === 'ThisExpression'
    return isOwn && parent?.type === 'AssignmentExpression' && parent.left === outermost(other) && isIt(parent.right)
  })
}

function isChild(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  const made = unwrap((variable && initializerOf(variable)) ?? node)
  return made.type === 'CallExpression' && /^child_process\.(?:spawn|fork|exec|execFile)$/.test(platformName(made.callee, sourceCode) ?? '')
}

function isWritableType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isWritableType)
  if (type.type !== 'TSTypeReference') return false
  const name = type.typeName.type === 'TSQualifiedName' ? type.typeName.right.name : type.typeName.type === 'Identifier' ? type.typeName.name : ''
  return WRITABLE_TYPES.has(name)
}
