import type { TSESTree } from '@typescript-eslint/utils'
import { RELEASING_BASES } from '../knowledge/frameworks.ts'
import { isWithin, type Node, unwrap, variableOf } from './bindings.ts'
import { importOf, methodCall } from './calls.ts'
import { type ClassNode, methodsOf, superName } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { callsNamed, keyName } from './occurrences.ts'

/** A teardown that stands before the one above it, which then releases nothing. */
export interface Hiding {
  method: TSESTree.MethodDefinition
  name: string
  base: string
}

/** Does the method hide a teardown that does something, of a class that the file or the tables know, without calling it? */
export function hidingOf(method: TSESTree.MethodDefinition, sourceCode: SourceCode): Hiding | null {
  const name = keyName(method)
  const node = method.parent.parent as ClassNode
  if (name === null || method.static || method.kind !== 'method' || !node.superClass || method.value.body === null || method.value.type !== 'FunctionExpression') return null
  const base = superName(node.superClass)
  if (base === null || !releases(node, name, sourceCode) || callsSuper(method, name, sourceCode)) return null
  return { method, name, base }
}

function releases(node: ClassNode, name: string, sourceCode: SourceCode): boolean {
  const base = superName(node.superClass as Node) ?? ''
  const variable = variableOf(node.superClass as Node, sourceCode)
  if (Object.hasOwn(RELEASING_BASES, base) && RELEASING_BASES[base]?.method === name && (!variable || importOf(variable, sourceCode))) {
    return RELEASING_BASES[base].using.test(sourceCode.getText(node))
  }
  const declared = variable?.defs[0]?.node as Node | undefined
  if (declared?.type !== 'ClassDeclaration' || declared === node || !/^(?:_?dispose|_?destroy|disconnectedCallback|ngOnDestroy|willDestroy|unmount|teardown|\[Symbol\.(?:async)?[dD]ispose\])$/.test(name)) return false
  const above = methodsOf(declared).find((one) => one.name === name)
  if (!above) return declared.superClass !== null && releases(declared, name, sourceCode)
  const own = methodsOf(node).find((one) => one.name === name)
  if (own && sameText(own.fn.body, above.fn.body, sourceCode)) return false // written again, it releases the same
  return above.fn.body.type === 'BlockStatement' && above.fn.body.body.some(({ type }) => type !== 'ThrowStatement')
}

function sameText(left: Node, right: Node, sourceCode: SourceCode): boolean {
  return sourceCode.getText(left).replace(/[\s;]+/g, ' ') === sourceCode.getText(right).replace(/[\s;]+/g, ' ')
}

function callsSuper({ value }: TSESTree.MethodDefinition, name: string, sourceCode: SourceCode): boolean {
  if (name.startsWith('[')) return sourceCode.getText(value).includes(`super${name}(`)
  return callsNamed([name], sourceCode, value).some((call) => {
    const object = methodCall(call)?.object
    return object !== undefined && unwrap(object).type === 'Super' && isWithin(call, value)
  })
}
