import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isFunction, type Node, propertyName, unwrap } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'

type KeyedFunction = TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition

interface Occurrences {
  /** Calls and constructions by the last name of their callee: `a.b.off()` under `off`. */
  calls: Map<string, (TSESTree.CallExpression | TSESTree.NewExpression)[]>
  /** Member expressions and destructured keys by the property's name. */
  members: Map<string, Node[]>
  /** Functions by the key of a class or an object literal that holds them. */
  functions: Map<string, FunctionNode[]>
}

/** Where names that no scope resolves occur in the file: one walk, for every question about methods and fields. */
export const occurrences = fact((sourceCode): Occurrences => {
  const found: Occurrences = { calls: new Map(), members: new Map(), functions: new Map() }
  const visit = (node: Node): void => {
    record(node, found)
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[key]
      if (Array.isArray(child)) for (const one of child) one && visit(one)
      else if (child) visit(child)
    }
  }
  visit(sourceCode.ast)
  return found
})

function record(node: Node, { calls, members, functions }: Occurrences): void {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression': {
      const name = lastName(node.callee)
      if (name !== null) add(calls, name, node)
      return
    }
    case 'MemberExpression': {
      const name = propertyName(node)
      if (name !== null) add(members, name, node)
      return
    }
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const name = keyName(node)
      if (name === null) return
      if (node.parent.type === 'ObjectPattern') add(members, name, node)
      else if (node.value && isFunction(node.value)) add(functions, name, node.value)
      return
    }
    case 'AssignmentExpression': {
      const target = unwrap(node.left)
      const name = target.type === 'MemberExpression' ? propertyName(target) : null
      if (name !== null && isFunction(node.right)) add(functions, name, node.right)
    }
  }
}

function add<T>(map: Map<string, T[]>, name: string, item: T): void {
  const list = map.get(name)
  if (list) list.push(item)
  else map.set(name, [item])
}

/** `on` of `a?.b.on`, `setInterval`; null for anything else. */
export function lastName(callee: Node): string | null {
  const inner = unwrap(callee)
  if (inner.type === 'Identifier') return inner.name
  return inner.type === 'MemberExpression' ? propertyName(inner) : null
}

/** The key of a class or object member as written: `a`, `'a'`, `#a`, `[Symbol.dispose]`; null when computed from a variable. */
export function keyName({ key, computed }: Pick<KeyedFunction, 'key' | 'computed'>): string | null {
  const node = key as Node
  if (node.type === 'PrivateIdentifier') return `#${node.name}`
  if (node.type === 'Literal') return String(node.value)
  if (computed) return node.type === 'MemberExpression' ? (symbolName(node) ?? null) : null
  return node.type === 'Identifier' ? node.name : null
}

function symbolName({ object, property }: TSESTree.MemberExpression): string | null {
  if (object.type !== 'Identifier' || object.name !== 'Symbol' || property.type !== 'Identifier') return null
  return `[Symbol.${property.name}]`
}

/** Calls under any of the names, in no particular order. */
export function callsNamed(names: Iterable<string>, sourceCode: SourceCode): (TSESTree.CallExpression | TSESTree.NewExpression)[] {
  const { calls } = occurrences(sourceCode)
  return [...names].flatMap((name) => calls.get(name) ?? [])
}

export function membersNamed(name: string, sourceCode: SourceCode): readonly Node[] {
  return occurrences(sourceCode).members.get(name) ?? []
}

export function functionsNamed(name: string, sourceCode: SourceCode): readonly FunctionNode[] {
  return occurrences(sourceCode).functions.get(name) ?? []
}
