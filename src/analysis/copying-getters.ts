import type { TSESTree } from '@typescript-eslint/utils'
import { CALLBACK_AT, MUTATORS, QUIET_CALLS, READERS } from '../knowledge/effects.ts'
import { type FunctionNode, isFunction, isWithin, type Node, outermost, propertyName, resolve, type Scope, unwrap, type Variable, variableOf } from './bindings.ts'
import { assemblyOf } from './assemblies.ts'
import { maximumSize } from './bounds.ts'
import { calleeName, methodCall } from './calls.ts'
import type { ClassNode } from './classes.ts'
import { cloneOf } from './clones.ts'
import { effectsOf, isListed } from './effects.ts'
import { isHanded, useOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingClass, holderOf, soleResult } from './functions.ts'
import { inspectionOf } from './inspection.ts'
import { type Kind, kindOf } from './kinds.ts'
import { writesDuring } from './mutation.ts'
import { childrenOf } from './nodes.ts'
import { keyName, membersNamed } from './occurrences.ts'
import { type Repetition, repetitionOf } from './repetition.ts'

/** A function that gives back a copy of what it keeps. */
interface CopyingGetter {
  fn: FunctionNode
  /** What it copies, as it names it: `this.#items`, `this.#byId.values()`, `items`. */
  field: Node
  kind: Kind
  /** Can the field itself be read like its copy: always, only by walking it, or not? */
  instead: 'read' | 'walked' | 'no'
  /** Are the parts of the copy copies as well? */
  isDeep: boolean
}

/** Reads of such a copy in something that repeats, none of which keeps or writes it. */
export interface CopyingReads {
  /** All of them in one repetition, in order: `this.items`, `getItems()`. */
  nodes: Node[]
  field: Node
  repetition: Repetition
  /** Can each be replaced by the field? */
  direct: boolean
  /** May the copy be made once, before what repeats? */
  once: boolean
}

/** The reads of the copies that the function gives back, by what repeats them. */
export function copyingReads(fn: FunctionNode, minimumSize: number, sourceCode: SourceCode): CopyingReads[] {
  const getter = copyingGetter(fn, sourceCode)
  if (!getter) return []
  const found = new Map<Node, CopyingReads & { isRead: boolean }>()
  for (const node of readsOf(getter, sourceCode)) {
    const repetition = repetitionOf(node, sourceCode)
    if (!repetition || isLeaving(node, repetition.node) || isFew(repetition, minimumSize, sourceCode)) continue
    const known = found.get(repetition.node)
    const isRead = isOnlyRead(node, getter, sourceCode)
    const direct = isReadDirectly(node, getter, sourceCode)
    if (known) {
      known.nodes.push(node)
      known.direct &&= direct
      known.isRead &&= isRead
    } else found.set(repetition.node, { nodes: [node], field: getter.field, repetition, direct, once: false, isRead })
  }
  return [...found.values()].flatMap(({ isRead, ...reads }) => {
    const once = isRead && isUnwritten(reads, getter, sourceCode)
    return isRead && (reads.direct || once) ? [{ ...reads, once }] : []
  })
}

function copyingGetter(fn: FunctionNode, sourceCode: SourceCode): CopyingGetter | null {
  if (fn.params.length > 0 || fn.async || fn.generator) return null
  const result = soleResult(fn)
  const copied = result && copiedBy(unwrap(result), sourceCode)
  const base = copied && isOwnPlace(collectionOf(copied.field), fn, sourceCode)
  return copied && base ? { fn, ...copied } : null
}

function copiedBy(result: Node, sourceCode: SourceCode): Omit<CopyingGetter, 'fn'> | null {
  const clone = result.type === 'CallExpression' ? cloneOf(result, sourceCode) : null
  if (clone) return { field: unwrap(clone.source), kind: kindOfField(clone.source, sourceCode), instead: 'read', isDeep: true }
  const assembly = assemblyOf(result, sourceCode)
  const [part, ...others] = assembly?.parts ?? []
  if (!assembly || !part || others.length > 0 || part.whole !== 'yes' || assembly.kind === 'buffer') return null
  const field = unwrap(part.value)
  const isSame = methodCall(assembly.node)?.method === 'slice' || assembly.kind === 'object' || kindOfField(field, sourceCode) === assembly.kind
  return { field, kind: assembly.kind, instead: isSame ? 'read' : assembly.kind === 'array' ? 'walked' : 'no', isDeep: false }
}

/** `this.byId` of `this.byId.values()` */
function collectionOf(field: Node): Node {
  const called = methodCall(field)
  return called && /^(?:values|keys|entries)$/.test(called.method) && called.arguments.length === 0 ? called.object : field
}

/** A field of `this`, or a variable that is declared around the function. */
function isOwnPlace(place: Node, fn: FunctionNode, sourceCode: SourceCode): boolean {
  if (place.type === 'MemberExpression') return !place.computed && unwrap(place.object).type === 'ThisExpression'
  const variable = variableOf(place, sourceCode)
  return variable !== null && variable.defs[0]?.node.type === 'VariableDeclarator' && !isWithin(variable.identifiers[0] as Node, fn)
}

/** The kind of a field, also by its declaration in the class. */
function kindOfField(field: Node, sourceCode: SourceCode): Kind {
  const known = kindOf(field, sourceCode)
  const inner = unwrap(field)
  if (known !== 'unknown' || inner.type !== 'MemberExpression') return known
  const name = propertyName(inner)
  const declared = enclosingClass(inner)?.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member) === name)
  if (declared?.type !== 'PropertyDefinition') return 'unknown'
  const type = declared.typeAnnotation && sourceCode.getText(declared.typeAnnotation.typeAnnotation)
  if (type) return /\[\]$|^(?:Readonly)?Array</.test(type) ? 'array' : /^(?:Readonly)?Map</.test(type) ? 'map' : /^(?:Readonly)?Set</.test(type) ? 'set' : 'unknown'
  return declared.value ? kindOf(declared.value, sourceCode) : 'unknown'
}

/** Where the file reads what the getter gives back: `this.items`, `store.getItems()`, `getItems()`. */
function readsOf({ fn }: CopyingGetter, sourceCode: SourceCode): Node[] {
  const holder = holderOf(fn, sourceCode)
  if (holder) return holder.references.flatMap(({ identifier, init }) => (init ? [] : callOf(identifier) ?? []))
  const method = outermost(fn).parent
  const owner = method?.type === 'MethodDefinition' && !method.static ? method.parent.parent : null
  const name = owner && keyName(method as TSESTree.MethodDefinition)
  if (!owner || !name || name === 'constructor' || (method as TSESTree.MethodDefinition).kind === 'set') return []
  const members = membersNamed(name, sourceCode).filter((member) => member.type === 'MemberExpression' && !isWithin(member, fn) && isInstance(member.object, owner, sourceCode))
  return (method as TSESTree.MethodDefinition).kind === 'get' ? members : members.flatMap((member) => callOf(member) ?? [])
}

function callOf(callee: Node): Node | null {
  const { parent } = callee
  return parent?.type === 'CallExpression' && parent.callee === callee && parent.arguments.length === 0 && !parent.optional ? parent : null
}

function isInstance(node: Node, owner: ClassNode, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (value.type === 'ThisExpression') return enclosingClass(value) === owner
  const name = owner.id?.name
  if (value.type === 'NewExpression') return value.callee.type === 'Identifier' && value.callee.name === name
  const variable = variableOf(value, sourceCode)
  const type = (variable?.identifiers[0] as TSESTree.Identifier | undefined)?.typeAnnotation?.typeAnnotation
  return name !== undefined && type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === name
}

/** Does the repetition end with the read? */
function isLeaving(node: Node, repeated: Node): boolean {
  for (let at = node; at.parent && at !== repeated; at = at.parent) {
    if (at.type === 'ThrowStatement' || (at.type === 'ReturnStatement' && !isFunction(repeated) && repeated.type !== 'CallExpression')) return true
  }
  return false
}

function isFew(repetition: Repetition, minimumSize: number, sourceCode: SourceCode): boolean {
  const walked = repetition.by === 'callback' ? methodCall(repetition.node)?.object : 'right' in repetition.node ? repetition.node.right : null
  return Boolean(walked) && maximumSize(walked as Node, sourceCode) < minimumSize
}

function isOnlyRead(node: Node, { kind, isDeep }: CopyingGetter, sourceCode: SourceCode): boolean {
  if (isDeep) return inspectionOf(node, sourceCode) !== null
  const use = useOf(node, sourceCode)
  if (use.kind === 'method') return !MUTATORS[kind]?.includes(use.method ?? '') && !isHanded(use, sourceCode, kind)
  return use.kind === 'read' && outermost(node).parent?.type !== 'ExpressionStatement'
}

/** Would reading the field give the same here? It must be in reach, and must not be written while it is walked. */
function isReadDirectly(node: Node, { fn, field, instead }: CopyingGetter, sourceCode: SourceCode): boolean {
  const { parent } = outermost(node)
  const isWalk = parent?.type === 'ForOfStatement' && !parent.await
  if (instead === 'no' || (instead === 'walked' && !isWalk)) return false
  const root = unwrap(node)
  const receiver = root.type === 'CallExpression' ? unwrap(root.callee) : root
  if (receiver.type === 'MemberExpression' ? unwrap(receiver.object).type !== 'ThisExpression' : !isVisible(field, fn, node, sourceCode)) return false
  const running = isWalk ? [parent.body] : callbacksOf(parent)
  return running.length === 0 || writesDuring(collectionOf(field), running, sourceCode) !== 'maybe'
}

/** Does the name of the copied variable mean the same where the copy is read? */
function isVisible(field: Node, fn: FunctionNode, node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(collectionOf(field), sourceCode)
  if (!variable || !isWithin(node, variable.scope.block as Node)) return false
  for (let scope: Scope | null = sourceCode.getScope?.(node) ?? null; scope && scope !== variable.scope; scope = scope.upper) if (scope.set.has(variable.name)) return false
  return !isWithin(node, fn)
}

function callbacksOf(member: Node | undefined): Node[] {
  const called = member?.type === 'MemberExpression' ? methodCall(member.parent) : null
  const callback = called?.member === member ? called?.arguments[CALLBACK_AT[called.method] ?? Infinity] : undefined
  return callback ? [callback] : []
}

/** Is the field the same all through what repeats? */
function isUnwritten({ nodes, repetition }: CopyingReads, { field }: CopyingGetter, sourceCode: SourceCode): boolean {
  const region = repetition.by === 'loop' ? repetition.node : repetition.fn
  const [first] = nodes
  const receiver = first && receiverOf(first)
  if (!receiver || receiver.type === 'ThisExpression') return writesDuring(collectionOf(field), [region], sourceCode) !== 'maybe' || isQuiet(region, nodes, sourceCode)
  const variable = variableOf(receiver, sourceCode)
  return variable !== null && !effectsOf([region], sourceCode).suspends && isOnlyAsked(variable, nodes, region)
}

/** Does running the node, the reads aside, only call what writes no fields, and write none itself? */
function isQuiet(node: Node, reads: readonly Node[], sourceCode: SourceCode): boolean {
  if (reads.includes(node)) return true
  switch (node.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      return false
    case 'AssignmentExpression':
      if (unwrap(node.left).type === 'MemberExpression') return false
      break
    case 'CallExpression':
      if (!isListed(calleeName(node, sourceCode) ?? '', QUIET_CALLS) && !READS.has(methodCall(node)?.method ?? '')) return false
  }
  return childrenOf(node, sourceCode).every((child) => isQuiet(child, reads, sourceCode))
}

const READS: ReadonlySet<string> = new Set([...(READERS.array ?? []), ...(READERS.map ?? []), ...(READERS.set ?? []), 'endsWith', 'startsWith', 'trim'])

/** Is nothing else done with the receiver where the copies are read? */
function isOnlyAsked({ references }: Variable, nodes: readonly Node[], region: Node): boolean {
  return references.every(({ identifier }) => !isWithin(identifier, region) || nodes.some((node) => isWithin(identifier, node)))
}

/** `store` of `store.items` and `store.getItems()`; null for `getItems()`. */
export function receiverOf(read: Node): Node | null {
  const callee = read.type === 'CallExpression' ? unwrap(read.callee) : read
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : null
}
