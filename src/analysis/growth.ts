import type { TSESTree } from '@typescript-eslint/utils'
import { type CollectionKind, METHOD_EFFECTS, READERS, SINGLETON_DECORATORS } from '../knowledge/collections.ts'
import { HANDLER_METHODS } from '../knowledge/domains.ts'
import { type FunctionNode, initializerOf, isConstant, isExported, isFunction, isGlobal, isModuleScope, isWithin, namedAt, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName, methodCall, numberValue } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import { domainOf } from './domains.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, callsOf, enclosingFunction, holderOf, loopAround, runsAtLoad, runsOnce } from './functions.ts'
import { innerOf, isOfMaking } from './inner-collections.ts'
import { kindOf } from './kinds.ts'
import { emptyCollection } from './made-collections.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { keyName, lastName, membersNamed } from './occurrences.ts'

/** One place that adds an entry to a long-lived collection each time its function is called. */
export interface Growth {
  /** The call or assignment that adds. */
  node: TSESTree.CallExpression | TSESTree.AssignmentExpression | TSESTree.UpdateExpression
  /** What identifies the entry: a map's key, a set's element; null where every call adds another (`push`). */
  key: Node | null
  value: Node | null
  fn: FunctionNode
  /** Is the entry looked up before by the same code: a cache or a record of what was seen, and no registry? */
  lookedUp: boolean
}

/** A collection that lives as long as the program and that functions of this file only ever add to. */
export interface GrowingCollection {
  name: string
  kind: CollectionKind
  /** Who keeps it: the module, a class, the one instance of a class, or the closure of a function that runs once. */
  holder: 'module' | 'class' | 'instance' | 'closure'
  /** The identifier or field that declares it. */
  declaration: Node
  initializer: TSESTree.Expression
  /** Everything in the file that mentions it, its declaration left out. */
  uses: readonly Node[]
  growth: readonly Growth[]
}

/** The collections of this file that grow for as long as the program runs; those of which anything is unknown are left out. */
export const growingCollections = fact((sourceCode): GrowingCollection[] => (isOfScript(sourceCode) ? [] : [...heldByScopes(sourceCode), ...heldByClasses(sourceCode)]))

/** Is it a program that comes to its end, and says by which code how that was? */
function isOfScript({ text }: SourceCode): boolean {
  return /\bprocess\.exitCode\s*=[^=]/.test(text)
}

/** Those among what such collections hold, one for each key, that grow themselves. */
export const growingInside = fact((sourceCode): GrowingCollection[] => growingCollections(sourceCode).flatMap((outer) => {
  const isOfThis = outer.uses.every((use) => use.type !== 'MemberExpression' || use.object.type === 'ThisExpression')
  const inner = isOfThis ? innerOf(outer.uses, outer.kind, sourceCode) : null
  const growth = inner && growthOf(inner.uses, inner.kind, sourceCode)?.filter(({ node }) => !isOfMaking(node, inner))
  return growth?.length ? [{ ...outer, ...inner, growth }] : []
}))

function heldByScopes(sourceCode: SourceCode): GrowingCollection[] {
  const found: GrowingCollection[] = []
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    const isModule = isModuleScope(scope) && !isPerInstanceScript(sourceCode)
    if (!isModule && !(isFunction(scope.block) && isOfProgram(scope.block, sourceCode))) continue
    for (const variable of scope.variables) {
      const [definition] = variable.defs
      const initializer = definition?.node.type === 'VariableDeclarator' ? definition.node.init : null
      const kind = initializer && emptyCollection(initializer, sourceCode)
      if (!kind || initializerOf(variable) !== initializer || isExported(variable)) continue
      const uses = throughAliases(namedAt(variable), sourceCode)
      const growth = growthOf(uses, kind, sourceCode)
      if (!growth) continue
      const declaration = variable.identifiers[0] as Node
      found.push({ name: variable.name, kind, holder: isModule ? 'module' : 'closure', declaration, initializer, uses, growth })
    }
  }
  return found
}

/** Do the function's variables live as long as the program: it is called in place, once, or only to make what the module keeps (`const f = memoize(g)`)? */
function isOfProgram(fn: FunctionNode, sourceCode: SourceCode): boolean {
  if (isCalledInPlace(fn)) return runsOnce(fn, sourceCode)
  const calls = fn.async || fn.generator ? null : callsOf(fn, sourceCode)
  return calls !== null && calls.length > 0 && calls.every((call) => /^(?:VariableDeclarator|ExportDefaultDeclaration)$/.test(outermost(call).parent?.type ?? '') && runsAtLoad(call, sourceCode))
}

/** `(() => { … })()`. A named function that is called once may be a program's `main`, with which its collections go. */
function isCalledInPlace(fn: FunctionNode): boolean {
  const callee = outermost(fn)
  return callee.parent?.type === 'CallExpression' && callee.parent.callee === callee
}

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

function heldByClasses(sourceCode: SourceCode): GrowingCollection[] {
  const found: GrowingCollection[] = []
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    if (scope.type !== 'class') continue
    const type = scope.block as ClassNode
    for (const field of fieldsOf(type)) {
      const holder = fieldHolder(field, type, sourceCode)
      const kind = holder && emptyCollection(field.initializer, sourceCode)
      if (!kind) continue
      const { name, declaration, initializer } = field
      const uses = throughAliases(membersNamed(name, sourceCode).filter((node) => node !== declaration && outermost(node).parent !== outermost(initializer).parent), sourceCode)
      const growth = growthOf(uses, kind, sourceCode)?.filter(({ node, fn }) => isOwn(node, type, sourceCode) && !isConstructor(fn))
      if (growth?.length) found.push({ name, holder, kind, declaration, initializer, uses, growth })
    }
  }
  return found
}

interface Field {
  name: string
  declaration: Node
  initializer: TSESTree.Expression
  isStatic: boolean
  isPrivate: boolean
}

/** The fields that the class declares with a value, and those that only its constructor gives one. */
function fieldsOf(type: ClassNode): Field[] {
  return type.body.body.flatMap((member): Field[] => {
    if (member.type === 'MethodDefinition') return member.kind === 'constructor' ? assignedFields(member.value, type) : []
    const name = member.type === 'PropertyDefinition' ? keyName(member) : null
    if (member.type !== 'PropertyDefinition' || name === null || !member.value) return []
    return [{ name, declaration: member.key, initializer: member.value, isStatic: member.static, isPrivate: name.startsWith('#') || member.accessibility === 'private' }]
  })
}

/** `this._cache = new Map()` in the constructor. A name with a mark in front is taken to be its class's own. */
function assignedFields(fn: TSESTree.MethodDefinition['value'], type: ClassNode): Field[] {
  return (fn.body?.body ?? []).flatMap((statement): Field[] => {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : null
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.left.type !== 'MemberExpression') return []
    const name = assignment.left.object.type === 'ThisExpression' ? propertyName(assignment.left) : null
    if (name === null) return []
    const declared = type.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member) === name) as TSESTree.PropertyDefinition | undefined
    const isPrivate = /^[#_]/.test(name) || declared?.accessibility === 'private'
    return declared?.value ? [] : [{ name, declaration: declared?.key ?? assignment.left, initializer: assignment.right, isStatic: false, isPrivate }]
  })
}

/** The uses, those of constants that are given the collection in place of what gives it: `const charts = this._charts`. */
function throughAliases(uses: readonly Node[], sourceCode: SourceCode, depth = 2): Node[] {
  return uses.flatMap((use) => {
    const alias = depth > 0 ? aliasAt(use, sourceCode) : null
    return alias ? throughAliases(namedAt(alias), sourceCode, depth - 1) : [use]
  })
}

function aliasAt(use: Node, sourceCode: SourceCode): Variable | null {
  const { parent } = outermost(use)
  const name = use.type === 'Property' ? use.value : parent?.type === 'VariableDeclarator' && parent.init === outermost(use) ? parent.id : null
  const alias = name?.type === 'Identifier' ? variableOf(name, sourceCode) : null
  return alias && isConstant(alias) && !isExported(alias) && !isModuleScope(alias.scope) ? alias : null
}

/** Is it the class's own field that grows, and not one of that name of another object? */
function isOwn(growth: Growth['node'], type: ClassNode, sourceCode: SourceCode): boolean {
  const target = growth.type === 'AssignmentExpression' ? growth.left : growth.type === 'UpdateExpression' ? growth.argument : growth.callee
  const field = unwrap(unwrap(target) as TSESTree.MemberExpression)
  const collection = field.type === 'MemberExpression' ? unwrap(field.object) : field
  const alias = collection.type === 'Identifier' ? variableOf(collection, sourceCode) : null
  if (alias?.defs[0]?.name.parent?.type === 'Property') return true // taken apart: `const { cache } = this`
  const member = alias ? resolve(collection, sourceCode) : collection
  if (member.type !== 'MemberExpression') return false
  const object = unwrap(member.object)
  return object.type === 'ThisExpression' || namesOf(type, sourceCode).includes(variableOf(object, sourceCode) as Variable)
}

function isConstructor(fn: FunctionNode): boolean {
  return fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor'
}

/** Who holds a field that no other file can reach: a class, or the one instance that is made of it; else null. */
function fieldHolder({ isStatic, isPrivate }: Field, type: ClassNode, sourceCode: SourceCode): 'class' | 'instance' | null {
  if (!isPrivate && isReachable(type, sourceCode)) return null
  if (!isStatic && !hasLastingInstance(type, sourceCode)) return null
  if (!isStatic && !isPrivate && isInstanceExported(type, sourceCode)) return null
  return isStatic ? 'class' : 'instance'
}

/** Can another file get hold of the class, or is its name not known? */
function isReachable(type: ClassNode, sourceCode: SourceCode): boolean {
  const names = namesOf(type, sourceCode)
  return names.length === 0 || names.some((variable) => isExported(variable) || variable.references.some(({ identifier }) => !isClassUse(identifier as Node)))
}

/** The variables that name a declared class: one around it and one inside. */
function namesOf(type: ClassNode, sourceCode: SourceCode): readonly Variable[] {
  return type.type === 'ClassDeclaration' ? (sourceCode.getDeclaredVariables?.(type) ?? []) : []
}

function isClassUse(use: Node): boolean {
  const node = outermost(use)
  return node.parent?.type === 'MemberExpression' || node.parent?.type === 'NewExpression' || node.parent?.type.startsWith('TS') === true
}

/** Containers make one instance of a class with these decorators and keep it, unless told otherwise. */
function hasLastingInstance(type: ClassNode, sourceCode: SourceCode): boolean {
  return decoratorsOf(type).some(({ expression }) => {
    if (expression.type !== 'CallExpression') return false
    const name = calleeName(expression, sourceCode)
    return name !== null && SINGLETON_DECORATORS.has(name) && !/REQUEST|TRANSIENT|scope/.test(sourceCode.getText(expression))
  }) || isMadeToLast(type, sourceCode)
}

/** Is one made at module level, or by a static method that keeps it (`getInstance`), to live as long as the program, whoever makes others? */
function isMadeToLast(type: ClassNode, sourceCode: SourceCode): boolean {
  return namesOf(type, sourceCode).flatMap(({ references }) => references).some(({ identifier }) => {
    const made = outermost(identifier as Node).parent
    return made?.type === 'NewExpression' && made.callee === identifier && (isKeptByModule(made, sourceCode) || isKeptByClass(made, type))
  })
}

/** `const store = new Store()`, `export default new Store()`, `module.exports = new Store()` */
function isKeptByModule(made: Node, sourceCode: SourceCode): boolean {
  const { parent } = outermost(made)
  if (enclosingFunction(made) !== null) return false
  if (parent?.type === 'ExportDefaultDeclaration') return true
  if (parent?.type === 'AssignmentExpression') return /^(?:module\.)?exports\b/.test(sourceCode.getText(parent.left))
  return parent?.type === 'VariableDeclarator' && parent.init === outermost(made)
}

/** `static getInstance() { return (Store.instance ??= new Store()) }` */
function isKeptByClass(made: Node, type: ClassNode): boolean {
  const kept = outermost(made).parent
  if (kept?.type === 'PropertyDefinition') return kept.static && kept.parent.parent === type
  if (kept?.type !== 'AssignmentExpression' || kept.right !== outermost(made) || kept.left.type !== 'MemberExpression') return false
  const name = propertyName(kept.left)
  return type.body.body.some((member) => member.type === 'PropertyDefinition' && member.static && keyName(member) === name)
}

/** `export const store = new Store()` */
function isInstanceExported(type: ClassNode, sourceCode: SourceCode): boolean {
  return namesOf(type, sourceCode).flatMap(({ references }) => references).some(({ identifier }) => {
    const made = outermost(identifier as Node).parent
    const { parent } = made?.type === 'NewExpression' ? outermost(made) : {}
    const variable = parent?.type === 'VariableDeclarator' ? variableOf(parent.id, sourceCode) : null
    return parent?.type === 'ExportDefaultDeclaration' || (variable !== null && isExported(variable))
  })
}

/** The growth among the uses; null when there is none in repeated code, or when some use releases, bounds or hands out the collection. */
function growthOf(uses: readonly Node[], kind: CollectionKind, sourceCode: SourceCode): Growth[] | null {
  const growth: Growth[] = []
  for (const use of uses) {
    const effect = effectOf(use, kind, sourceCode)
    if (effect === 'read') continue
    if (typeof effect === 'string') return null
    const fn = enclosingFunction(effect.node)
    if (!fn || runsWhileLoading(effect.node, sourceCode)) continue
    growth.push({ ...effect, fn, lookedUp: isLookedUp(effect, uses, sourceCode) })
  }
  return growth.length > 0 && !isOfOneSource(growth, uses) ? growth : null
}

/** `parser.on('data', (row) => rows.push(row))` with `parser.on('end', () => save(rows))`: as many as one source has, which is read to its end. */
function isOfOneSource(growth: readonly Growth[], uses: readonly Node[]): boolean {
  const isPart = (node: Node): boolean => eventsAround(node).length > 0 && eventsAround(node).every((event) => PARTS.has(event)) // of no connection that is one of many
  return growth.every(({ node }) => isPart(node)) && uses.some((use) => eventsAround(use).some((event) => ENDS.has(event)))
}

const PARTS: ReadonlySet<unknown> = new Set(['data', 'line', 'row', 'record', 'entry', 'result', 'item', 'match', 'readable'])
const ENDS: ReadonlySet<unknown> = new Set(['end', 'close', 'finish', 'done', 'complete'])

/** What the handlers around a node are registered for. */
function eventsAround(node: Node): unknown[] {
  const events: unknown[] = []
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const [event] = callbackOf(fn)?.call.arguments ?? []
    if (event?.type === 'Literal') events.push(event.value)
  }
  return events
}

/** Is there, in the same function or one around it (of objects in a list: anywhere), a lookup of the same key: `has(k)`, `get(k)`, `c[k]`, `k in c`, `includes(x)`? */
function isLookedUp({ node, key, value }: Omit<Growth, 'fn' | 'lookedUp'>, uses: readonly Node[], sourceCode: SourceCode): boolean {
  if (node.type === 'AssignmentExpression' && node.operator !== '=') return true
  if (node.type === 'UpdateExpression') return true
  const entry = key ?? value
  if (!entry) return false
  const text = sourceCode.getText(entry)
  const isRecord = key === null && domainOf(entry, sourceCode) === 'objects' // whose elements are asked for elsewhere
  return uses.some((use) => {
    const looked = lookedUpKey(use)
    if (isRecord && looked && !isComputed(use) && !isWithin(use, node)) return true
    const around = looked && enclosingFunction(use)
    return looked !== null && sourceCode.getText(looked) === text && (!around || isWithin(node, around))
  })
}

function isComputed(use: Node): boolean {
  const { parent } = outermost(use)
  return parent?.type === 'MemberExpression' && parent.computed
}

/** What is asked for where the collection is mentioned. */
export function lookedUpKey(use: Node): Node | null {
  const node = outermost(use)
  const { parent } = node
  if (parent?.type === 'BinaryExpression') return parent.operator === 'in' && parent.right === node ? parent.left : null
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return null
  const call = outermost(parent).parent
  if (parent.computed) return call?.type === 'AssignmentExpression' && call.left === outermost(parent) ? null : parent.property
  if (call?.type !== 'CallExpression' || call.callee !== outermost(parent)) return null
  return LOOKUPS.has(propertyName(parent) ?? '') ? (call.arguments[0] ?? null) : null
}

const LOOKUPS: ReadonlySet<string> = new Set(['get', 'has', 'hasOwnProperty', 'includes', 'indexOf'])

type Effect = 'read' | 'release' | 'unknown' | Omit<Growth, 'fn' | 'lookedUp'>

/** What the code around one mention of the collection does with it. */
function effectOf(use: Node, kind: CollectionKind, sourceCode: SourceCode): Effect {
  if (use.type === 'Property') return 'unknown' // destructured
  const node = outermost(use)
  const { parent } = node
  if (!parent) return 'unknown'
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? memberEffect(parent, kind, sourceCode) : 'unknown'
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === node ? 'read' : 'unknown'
    case 'SpreadElement':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'UnaryExpression':
      return 'read'
    case 'BinaryExpression':
      return 'read'
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === node ? 'read' : 'unknown'
    case 'ConditionalExpression':
      return parent.test === node ? 'read' : 'unknown'
    case 'CallExpression':
    case 'NewExpression':
      return READERS.has(calleeName(parent, sourceCode) ?? '') ? 'read' : 'unknown'
    default:
      return 'unknown'
  }
}

function memberEffect(member: TSESTree.MemberExpression, kind: CollectionKind, sourceCode: SourceCode): Effect {
  const name = propertyName(member)
  const node = outermost(member)
  const { parent } = node
  if (name !== null && parent?.type === 'CallExpression' && parent.callee === node) return callEffect(parent, name, kind, sourceCode)
  if (name === 'size' || name === 'length') return sizeEffect(node)
  const isEntry = kind === 'object' || (kind === 'array' && member.computed)
  if (!isEntry || !parent) return 'unknown'
  switch (parent.type) {
    case 'AssignmentExpression':
      if (parent.left !== node) return 'read'
      if (isNullish(parent.right)) return 'release'
      return name === null ? { node: parent, key: member.property, value: parent.right } : 'read'
    case 'UpdateExpression':
      return name === null ? { node: parent, key: member.property, value: null } : 'read'
    case 'UnaryExpression':
      return parent.operator === 'delete' ? 'release' : 'read'
    default:
      return isDestructuringTarget(node) ? 'unknown' : 'read'
  }
}

function callEffect(call: TSESTree.CallExpression, method: string, kind: CollectionKind, sourceCode: SourceCode): Effect {
  const effects = METHOD_EFFECTS[kind]
  const effect = (Object.hasOwn(effects, method) && effects[method]) || 'unknown'
  if (effect !== 'grow') return effect
  const [first, second] = call.arguments
  if (!first) return 'read'
  if (kind === 'array') return { node: call, key: null, value: first }
  // `set` and `add` give the collection back
  const rest = isDropped(outermost(call)) ? 'read' : effectOf(call, kind, sourceCode)
  if (rest !== 'read') return 'unknown'
  return { node: call, key: first, value: kind === 'map' ? (second ?? null) : null }
}

/** `isNew && seen.add(x)` as a statement: what it gives is for nobody. */
function isDropped(value: Node): boolean {
  const { parent } = value
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true
    case 'LogicalExpression':
      return parent.right === value && isDropped(parent)
    case 'ConditionalExpression':
      return parent.test !== value && isDropped(parent)
    case 'SequenceExpression':
      return parent.expressions.at(-1) !== value || isDropped(parent)
    case 'UnaryExpression':
      return parent.operator === 'void'
    default:
      return false
  }
}

/** A size that is compared or remembered may bound the growth; a loop's end, a test for emptiness and a number shown do not. */
function sizeEffect(size: Node): Effect {
  const { parent } = size
  switch (parent?.type) {
    case 'BinaryExpression': {
      if (!/^[<>=!]/.test(parent.operator)) return parent.operator === '-' && isIndex(parent) ? 'read' : 'unknown'
      const other = parent.left === size ? parent.right : parent.left
      const isLoopEnd = parent.parent.type === 'ForStatement' && parent.parent.test === parent
      return isLoopEnd || (other.type === 'Literal' && (other.value === 0 || other.value === 1)) ? 'read' : 'release'
    }
    case 'AssignmentExpression':
      return parent.left === size ? 'release' : 'unknown'
    case 'UpdateExpression':
    case 'VariableDeclarator':
      return 'unknown'
    default:
      return 'read'
  }
}

function isIndex(node: Node): boolean {
  return node.parent?.type === 'MemberExpression' && node.parent.property === node
}

function isNullish(node: Node): boolean {
  return (
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  )
}

function isDestructuringTarget(node: Node): boolean {
  const { parent } = node
  return parent?.type === 'ArrayPattern' || parent?.type === 'RestElement' || (parent?.type === 'Property' && parent.parent.type === 'ObjectPattern')
}

/** Is the code at `node` run only while the module loads, however often then? */
export function runsWhileLoading(node: Node, sourceCode: SourceCode, seen: ReadonlySet<FunctionNode> = new Set()): boolean {
  const fn = enclosingFunction(node)
  if (!fn || seen.has(fn)) return true
  const callback = callbackOf(fn)
  if (callback) return isSynchronous(callback.call) && runsWhileLoading(callback.call, sourceCode, seen)
  const calls = callsOf(fn, sourceCode)
  const path = new Set([...seen, fn])
  return calls !== null && calls.every((call) => runsWhileLoading(call, sourceCode, path))
}

function isSynchronous(call: Node): boolean {
  if (call.type !== 'CallExpression') return false
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression' && /^(forEach|map|filter|reduce|flatMap|some|every)$/.test(propertyName(callee) ?? '')
}

/**
 * Does the entry come from what users, requests and data bring, so that there is no end to them? A lookup by such a key is
 * a cache; without one, only code that runs for each request or event is taken to add without end: the rest may be a
 * registry, filled by a program's parts as they are set up.
 */
export function isEndless(growth: Growth, { name, initializer }: GrowingCollection, sourceCode: SourceCode): boolean {
  const { node, key, value, fn, lookedUp } = growth
  const entry = key ?? value
  if (!entry || isLoading(value) || isCounted(node, sourceCode) || (value && isPattern(value, sourceCode))) return false
  if (key && isAddress(key) && (value ? isFigure(value, initializer, sourceCode) : node.type === 'CallExpression')) return false
  const domain = domainOf(entry, sourceCode)
  if (domain === 'objects' && node.type !== 'CallExpression') return false // a property's name is a text
  // what goes out of date is asked for anew, under keys that come and go
  if (domain === 'unknown' && key && lookedUp && !PLACE.test(lastName(key) ?? '') && isTimed(value, sourceCode)) return true
  if (domain !== 'many' && domain !== 'objects') return false
  if (key !== null && domain === 'many' && PENDING.test(name)) return true // what is sent is answered, and then over
  // a list that is asked for its elements first is a set
  if (lookedUp) return !isRemembrance(growth, name, sourceCode) && (key === null || value === null || !isParameter(value, sourceCode))
  return isHandler(fn, sourceCode)
}

/** `for (let i = 0; i < 56; i++) particles.push(new Particle())`, which a program starts with, and `if (told < 25 && !seen.has(one)) { seen.add(one); told++ }`. */
function isCounted(node: Node, sourceCode: SourceCode): boolean {
  const loop = loopAround(node)
  if (loop?.type === 'ForStatement' && loop.test?.type === 'BinaryExpression' && numberValue(loop.test.right, sourceCode) !== null) return true
  for (let at = node; at.parent && !isFunction(at.parent); at = at.parent) {
    if (at.parent.type === 'IfStatement' && at.parent.consequent === at && countsTo(at.parent.test, at, sourceCode)) return true
  }
  return false
}

function countsTo(test: Node, consequent: Node, sourceCode: SourceCode): boolean {
  if (test.type === 'LogicalExpression') return test.operator === '&&' && (countsTo(test.left, consequent, sourceCode) || countsTo(test.right, consequent, sourceCode))
  if (test.type !== 'BinaryExpression' || !/^<=?$/.test(test.operator) || test.left.type !== 'Identifier' || numberValue(test.right, sourceCode) === null) return false
  const counter = variableOf(test.left, sourceCode)
  return counter !== null && counter.references.some(({ identifier }) => identifier.parent?.type === 'UpdateExpression' && isWithin(identifier as Node, consequent))
}

/** Names of collections of what waits for an answer. */
export const PENDING = /pending|in_?flight|outstanding|awaiting|mutex|(?<![bc])locks?$/i

/** Names of keys that say where things are, who does them, or which of the things of a household: as many as were set up. */
export const PLACE = /(?:path|dir|root|repo|repository|workspace|project|host|origin|domain|name|serial_?(?:number)?|(?:device|parameter|param|sensor|entity|tenant|printer|camera)_?(?:id)?)$/i

/** Is the time kept with the entry: of its making, its end, or the last call? */
export function isTimed(value: Node | null, sourceCode: SourceCode): boolean {
  const inner = value && resolve(value, sourceCode)
  switch (inner?.type) {
    case 'ObjectExpression':
      return inner.properties.some((property) => property.type === 'Property' && isTimed(property.value, sourceCode))
    case 'BinaryExpression':
      return isTimed(inner.left, sourceCode) || isTimed(inner.right, sourceCode)
    case 'NewExpression':
      return isGlobal(inner.callee, 'Date', sourceCode) && inner.arguments.length === 0
    case 'CallExpression':
      return TIME.has(calleeName(inner, sourceCode) ?? '') || (methodCall(inner)?.method === 'getTime' && isTimed((inner.callee as TSESTree.MemberExpression).object, sourceCode))
    default:
      return false
  }
}

const TIME: ReadonlySet<string> = new Set(['Date.now', 'performance.now'])

function isParameter(value: Node, sourceCode: SourceCode): boolean {
  return variableOf(value, sourceCode)?.defs[0]?.type === ('Parameter' as never)
}

/** What is said or done once is as much as there is in the code: `warned`, `logged`, `alreadyRan`. */
function isRemembrance({ key, value, fn }: Growth, name: string, sourceCode: SourceCode): boolean {
  if (ONCE.test(name) || ONCE.test(holderOf(fn, sourceCode)?.name ?? '')) return true
  if (key && value && !isFlag(value)) return false
  return /\bwarn\w*\(|deprecat|onlyOnce/i.test(sourceCode.getText(fn))
}

/** `true`, `1`, or the element itself of a set: nothing that could be used again. */
function isFlag(value: Node): boolean {
  return unwrap(value).type === 'Literal'
}

const ONCE = /warn|deprecat|obsolete|logged|logs?$|shown|reported|already|once/i

/** `loadScript(url)`: scripts, styles and modules are as many as the program has. */
function isLoading(value: Node | null): boolean {
  const made = value && unwrap(value)
  return made?.type === 'CallExpression' && /^_*(?:load|import|inject|require)/.test(lastName(made.callee) ?? '')
}

/** `new RegExp(text)`: patterns are as many as were written somewhere. */
function isPattern(value: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(value, sourceCode)
  const given = variable ? writesOf(variable).map(({ writeExpr }) => writeExpr as Node | null | undefined) : [value]
  return given.some((one) => one && kindOf(one, sourceCode) === 'regexp')
}

/** The addresses in a document are endless where what is kept by them is large. */
function isAddress(key: Node): boolean {
  return /(?:url|uri|href|link|src)$/i.test(lastName(key) ?? '')
}

function isFigure(value: Node, initializer: Node, sourceCode: SourceCode): boolean {
  const kind = kindOf(value, sourceCode)
  const made = unwrap(initializer)
  const typed = made.type === 'NewExpression' ? made.typeArguments?.params[1]?.type : undefined
  return kind === 'number' || kind === 'boolean' || typed === 'TSNumberKeyword' || typed === 'TSBooleanKeyword'
}

/** Is the function, or one around it, called for each event, request or tick? */
function isHandler(fn: FunctionNode, sourceCode: SourceCode, seen: ReadonlySet<FunctionNode> = new Set()): boolean {
  if (seen.has(fn)) return false
  const path = new Set([...seen, fn])
  const callback = callbackOf(fn)
  if (callback && HANDLER_METHODS.has(lastName(callback.call.callee) ?? '')) return true
  const assigned = outermost(fn).parent
  if (assigned?.type === 'AssignmentExpression' && assigned.left.type === 'MemberExpression' && /^on[a-z]/.test(propertyName(assigned.left) ?? '')) return true
  const around = enclosingFunction(fn)
  if (callback && around && isHandler(around, sourceCode, path)) return true
  return (callsOf(fn, sourceCode) ?? []).some((call) => {
    const caller = enclosingFunction(call)
    return caller !== null && isHandler(caller, sourceCode, path)
  })
}
