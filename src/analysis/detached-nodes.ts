import type { TSESTree } from '@typescript-eslint/utils'
import { INSERTING, NODE_METHODS, NODE_TYPES, REMOVING } from '../knowledge/document-nodes.ts'
import {
  functionOf, initializerOf, isConstant, isExported, isFunction, isModuleScope, isWithin, type Node, outermost, propertyName, readsOf, type Reference, unwrap, type Variable, variableOf, writesOf,
} from './bindings.ts'
import { methodCall } from './calls.ts'
import { leaves } from './conditions.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, soleResult } from './functions.ts'
import { type GrowingCollection, growingCollections, isEndless, runsWhileLoading } from './growth.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { callsNamed, lastName } from './occurrences.ts'
import { typedName } from './types.ts'

/** A node that is taken out of the document and still held by what lives as long as the program. */
export interface DetachedNode {
  /** The call that takes it out. */
  removal: TSESTree.CallExpression
  /** What holds it: a variable of the file, or a collection of which nothing is ever taken. */
  holder: { kind: 'variable'; variable: Variable } | { kind: 'collection'; collection: GrowingCollection; entry: Entry }
}

/** How the removed node was found in its collection. */
export interface Entry {
  /** By its key, as an element of a walk over all, or as what the same function put there. */
  by: 'key' | 'walk' | 'value'
  /** The key, or the node as the function names it. */
  node: Node
  walk?: Node
}

export const detachedNodes = fact((sourceCode): DetachedNode[] => {
  const found: DetachedNode[] = []
  for (const removal of callsNamed(REMOVING, sourceCode)) {
    const node = removal.type === 'CallExpression' ? removedBy(removal) : null
    const holder = node && !runsWhileLoading(removal, sourceCode) ? (heldByVariable(node, removal, sourceCode) ?? heldByCollection(node, sourceCode)) : null
    if (holder) found.push({ removal: removal as TSESTree.CallExpression, holder })
  }
  return found
})

/** `node.remove()`, `node.replaceWith(other)`, `parent.removeChild(node)` */
function removedBy(call: TSESTree.CallExpression): Node | null {
  const called = methodCall(call)
  if (!called) return null
  const [first] = call.arguments
  if (called.method === 'removeChild') return call.arguments.length === 1 && first ? unwrap(first) : null
  return (called.method === 'remove') === (first === undefined) ? unwrap(called.object) : null
}

function heldByVariable(node: Node, removal: Node, sourceCode: SourceCode): DetachedNode['holder'] | null {
  const variable = variableOf(node, sourceCode)
  if (!variable || !isModuleScope(variable.scope) || isConstant(variable) || isExported(variable) || variable.defs.length !== 1 || isPerInstanceScript(sourceCode)) return null
  const writes = writesOf(variable).filter(({ init }) => !init)
  if (writes.length === 0 || !writes.every((write) => isNewNode(write, variable, sourceCode))) return null
  if (writes.some(({ identifier }) => isFollowedBy(removal, identifier as Node)) || isPutBack(variable, sourceCode)) return null
  return { kind: 'variable', variable }
}

/** `node = document.createElement('div')` in a function that does not ask first whether there is one already. */
function isNewNode({ identifier, writeExpr }: Reference, variable: Variable, sourceCode: SourceCode): boolean {
  const { parent } = identifier as Node
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || !writeExpr || runsWhileLoading(parent, sourceCode)) return false
  const fn = enclosingFunction(parent)
  const test = fn && callbackOf(fn)
  if (test && TESTS.has(lastName(test.call.callee) ?? '')) return false
  return isNode(writeExpr as Node, sourceCode) && !isAskedFor(parent, variable)
}

/** What tests make is made again for the next, and gone with the last. */
const TESTS: ReadonlySet<string> = new Set(['before', 'beforeAll', 'beforeEach', 'it', 'setup', 'test'])

/** Is it asked before whether the variable has a value: `if (!node) node = …`, `if (node) return`? */
function isAskedFor(assignment: Node, variable: Variable): boolean {
  const fn = enclosingFunction(assignment)
  return readsOf(variable).some(({ identifier }) => {
    if (enclosingFunction(identifier as Node) !== fn) return false
    for (let at = identifier.parent as Node | undefined; at && at !== fn; at = at.parent) {
      if (at.type === 'ConditionalExpression' || at.type === 'LogicalExpression') return isWithin(assignment, at)
      if (at.type === 'IfStatement') return isWithin(identifier as Node, at.test) && (isWithin(assignment, at) || leaves(at.consequent))
    }
    return false
  })
}

/** Stands `next` behind `node` in the same function, so that what is removed is replaced? */
function isFollowedBy(node: Node, next: Node): boolean {
  return enclosingFunction(node) === enclosingFunction(next) && node.range[0] < next.range[0]
}

/** Is it put into the document by a function that makes no new one: a node to be used again? */
function isPutBack(variable: Variable, sourceCode: SourceCode): boolean {
  const makers = new Set(writesOf(variable).map(({ identifier }) => enclosingFunction(identifier as Node)))
  return readsOf(variable).some(({ identifier }) => {
    const { parent } = outermost(identifier as Node)
    const called = parent?.type === 'CallExpression' ? methodCall(parent) : null
    return called !== null && called.object !== identifier && INSERTING.has(called.method) && !makers.has(enclosingFunction(identifier as Node))
  }) || !readsOf(variable).every(({ identifier }) => isSeen(outermost(identifier as Node), sourceCode))
}

/** Is the node used in a way that hands it to nobody who may put it back? */
function isSeen(use: Node, sourceCode: SourceCode): boolean {
  const { parent } = use
  switch (parent?.type) {
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'VariableDeclarator':
    case 'Property':
    case 'ArrayExpression':
      return false
    case 'AssignmentExpression':
      return parent.right !== use
    case 'CallExpression': {
      const called = methodCall(parent)
      return parent.callee === use || (called !== null && (INSERTING.has(called.method) || KEEPING_NONE.has(called.method))) || functionOf(parent.callee, sourceCode) !== null
    }
    default:
      return true
  }
}

const KEEPING_NONE: ReadonlySet<string> = new Set(['removeChild', 'contains', 'observe', 'unobserve', 'getComputedStyle', 'isSameNode', 'log'])

function heldByCollection(node: Node, sourceCode: SourceCode): DetachedNode['holder'] | null {
  for (const collection of growingCollections(sourceCode)) {
    if (!collection.growth.some(({ key, value }) => holdsNode(value ?? key, collection, sourceCode))) continue
    if (collection.growth.some((growth) => isEndless(growth, collection, sourceCode))) continue // that is no-unbounded-collection's
    const entry = entryOf(node, collection, sourceCode)
    if (entry) return { kind: 'collection', collection, entry }
  }
  return null
}

/** Is what is added a node, or an object with one? */
function holdsNode(added: Node | null, { initializer, declaration }: GrowingCollection, sourceCode: SourceCode): boolean {
  if (!added) return false
  const value = unwrap(added)
  if (value.type === 'ObjectExpression') return value.properties.some((property) => property.type === 'Property' && isNode(property.value, sourceCode))
  if (isNode(value, sourceCode)) return true
  const made = unwrap(initializer)
  const typed = made.type === 'NewExpression' ? made.typeArguments?.params.at(-1) : undefined
  const annotated = 'typeAnnotation' in declaration ? sourceCode.getText(declaration.typeAnnotation as TSESTree.Node) : ''
  return (typed !== undefined && isNodeType(typed)) || /^: *(?:HTML\w*Element|Element|Node)\[\]$/.test(annotated)
}

/** Where the expression takes the node from the collection, or where its function puts it there. */
function entryOf(node: Node, collection: GrowingCollection, sourceCode: SourceCode, depth = 4): Entry | null {
  const inner = unwrap(node)
  if (depth === 0) return null
  const isCollection = (part: Node): boolean => collection.uses.includes(unwrap(part))
  const called = methodCall(inner)
  if (called) return called.method === 'get' && called.arguments[0] && isCollection(called.object) ? { by: 'key', node: called.arguments[0] } : null
  if (inner.type === 'MemberExpression') {
    if (inner.computed && isCollection(inner.object)) return { by: 'key', node: inner.property }
    return inner.computed ? null : entryOf(inner.object, collection, sourceCode, depth - 1)
  }
  const variable = variableOf(inner, sourceCode)
  if (!variable || isModuleScope(variable.scope)) return null
  const value = initializerOf(variable)
  const taken = value && entryOf(value, collection, sourceCode, depth - 1)
  if (taken) return taken
  const walk = walkOf(variable)
  if (walk && isCollection(walk.source)) return { by: 'walk', node: inner, walk: walk.node }
  const puts = collection.growth.find(({ key, value }) => [key, value].some((part) => part !== null && isVariableIn(part, variable, sourceCode)))
  return puts && isConstant(variable) ? { by: puts.key && puts.value ? 'key' : 'value', node: puts.key && puts.value ? puts.key : inner } : null
}

function isVariableIn(part: Node, variable: Variable, sourceCode: SourceCode): boolean {
  const inner = unwrap(part)
  if (inner.type === 'ObjectExpression') return inner.properties.some((property) => property.type === 'Property' && variableOf(property.value, sourceCode) === variable)
  return variableOf(inner, sourceCode) === variable
}

/** The walk of which the variable is the element: `for (const x of xs)`, `xs.values()`, `for (const [key, x] of map)`, `xs.forEach((x) => …)`. */
function walkOf({ defs: [definition] }: Variable): { node: Node; source: Node } | null {
  const name = definition?.name as Node | undefined
  const declarator = definition?.node as Node | undefined
  if (declarator?.type === 'VariableDeclarator') {
    const loop = declarator.parent.parent
    if (loop?.type !== 'ForOfStatement' || loop.left !== declarator.parent) return null
    const values = methodCall(loop.right)
    if (declarator.id === name) return { node: loop, source: values?.method === 'values' ? values.object : loop.right }
    const isValue = declarator.id.type === 'ArrayPattern' && declarator.id.elements[1] === name
    return isValue ? { node: loop, source: values?.method === 'entries' ? values.object : loop.right } : null
  }
  const given = declarator && isFunction(declarator) && declarator.params[0] === name ? callbackOf(declarator) : null
  const called = given && methodCall(given.call)
  return called?.method === 'forEach' ? { node: called.call, source: called.object } : null
}

/** Does the source show that the value is a node of a document? */
function isNode(node: Node, sourceCode: SourceCode, depth = 4): boolean {
  const inner = unwrap(node)
  if (depth === 0) return false
  switch (inner.type) {
    case 'CallExpression': {
      if (NODE_METHODS.has(lastName(inner.callee) ?? '') && methodCall(inner)) return true
      const fn = functionOf(inner.callee, sourceCode)
      const result = fn && soleResult(fn)
      return result != null && isNode(result, sourceCode, depth - 1)
    }
    case 'NewExpression':
      return inner.callee.type === 'Identifier' && /^(?:Image|Audio)$/.test(inner.callee.name)
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      const name = variable?.identifiers[0] as TSESTree.Identifier | undefined
      if (name?.typeAnnotation) return isNodeType(name.typeAnnotation.typeAnnotation)
      return variable !== null && writesOf(variable).some(({ writeExpr }) => writeExpr && isNode(writeExpr as Node, sourceCode, depth - 1))
    }
    case 'MemberExpression':
      return propertyName(inner) !== null && NODE_TYPES.test(typedName(inner, sourceCode) ?? '')
    default:
      return false
  }
}

function isNodeType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.every((part) => isNodeType(part) || /^TS(?:Null|Undefined)Keyword$/.test(part.type)) && type.types.some(isNodeType)
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && NODE_TYPES.test(type.typeName.name)
}
