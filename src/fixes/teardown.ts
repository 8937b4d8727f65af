import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { CLASSES, type ClassFramework, SUPERCLASSES } from '../knowledge/frameworks.ts'
import { type FunctionNode, isFunction, type Node, outermost, unwrap, type Variable } from '../analysis/bindings.ts'
import { endingsOf, isExtension } from '../analysis/extensions.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction } from '../analysis/functions.ts'
import { repetitionOf } from '../analysis/repetition.ts'
import { isRunBy, keyName, keyOf, lastName, membersNamed } from '../analysis/occurrences.ts'
import { type ClassNode, methodsOf, superName, teardownMethods } from '../analysis/classes.ts'
import type { Ownerless } from '../analysis/ownerless.ts'
import type { Owner } from '../analysis/owners.ts'
import type { Leak } from '../analysis/pairing.ts'
import { isOnWayIn } from '../analysis/teardown.ts'
import { addTo } from './cleanup.ts'
import { type Edit, fixOf, indentOf, indentStep, insertAt, semicolon } from './edits.ts'
import { clearingOf, handleName, handleType, isFrame, isHandled, isRepeating, isUsableIn, keptAs, listenerName, receiverOf, removalOf, statementOf, withSignal } from './removal.ts'
import { isSureToCome, mayLack, whereThere } from './presence.ts'
import type { Repair } from './repair.ts'

/** Edits that make something reachable from other methods, with what releases it there. */
interface Held {
  edits: Edit[]
  statements: string[]
}

/** What Vue 3 no longer has: its templates' `.native`, `.sync` and `slot-scope`, the default export, methods of an instance. */
const VUE_2 = /\$(?:on|off|once|set|delete|listeners|scopedSlots|children)\b|\bVue\.\w|\bnew Vue\b|\bimport Vue\b|beforeDestroy|\bdestroyed\b|\bfilters: \{|\basyncComputed: \{|\.(?:native|sync)[=.]|\bslot-scope=|@vue\/composition-api|vue-property-decorator/

/** Releases it in the class's teardown method, which is made when the framework names one. */
export function inClass(leak: Leak, owner: Extract<Owner, { kind: 'class' }>, typed: boolean, sourceCode: SourceCode): Repair | null {
  const { node, framework } = owner
  if (framework === 'element' && isForGood(leak.call, node, sourceCode)) return null // moved to another place, it would be without
  const held = holdByClass(leak, node, framework, typed, sourceCode)
  const place = held && teardownOfClass(leak, owner, held.statements, sourceCode)
  return place && { verb: 'release', place: `'${place.name}'`, edit: fixOf([...held.edits, ...place.edits]) }
}

/** Is it acquired when the element is made or first drawn, and not each time that it is connected? */
function isForGood(call: Node, node: ClassNode, sourceCode: SourceCode): boolean {
  const named = (names: readonly string[]): Node[] => methodsOf(node).filter(({ name }) => names.includes(name)).map(({ fn }) => fn)
  const fields = node.body.body.filter((member) => member.type === 'PropertyDefinition' && member.value && !isFunction(member.value))
  return isRunBy(call, [...named(['constructor', 'firstUpdated']), ...fields], sourceCode) && !isRunBy(call, named(['connectedCallback']), sourceCode)
}

function teardownOfClass(
  { call }: Leak, { node, framework }: Extract<Owner, { kind: 'class' }>, statements: readonly string[], sourceCode: SourceCode,
): { name: string; edits: Edit[] } | null {
  const [existing] = teardownMethods(node, framework)
  const isOwn = !framework || !/^(?:angular|react)$/.test(framework) || CLASSES[framework].teardown.includes(existing ? (keyOf(existing) ?? '') : '')
  if (existing && isOwn) { // a component's `close()` is one way out of many
    const edits = addTo(existing, statements.join(`${semicolon(sourceCode)}\n${indentOf(existing, sourceCode)}${indentStep(sourceCode)}`), sourceCode)
    return edits && { name: keyOf(existing) ?? 'teardown', edits }
  }
  const name = framework && CLASSES[framework].teardown[0]
  const member = node.body.body.find((one) => call.range[0] >= one.range[0] && call.range[1] <= one.range[1])
  const upper = name && superCall(node, framework, name)
  if (!name || !member || upper === null || upper === undefined) return null
  return { name, edits: [insertAt(member.range[1], `\n\n${method(name, [...upper, ...statements], indentOf(member, sourceCode), sourceCode)}`)] }
}

/** A method at the end of the class that releases what it keeps, for its owner to call. */
export function addDispose({ node, ...acquired }: Ownerless, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const last = node.body.body.at(-1)
  if (!last || acquired.sink.kind !== 'field') return null
  const release = clearingOf({ ...acquired, owner: null, fault: 'unreleased' }, sourceCode.getText(acquired.sink.member), true)
  return fixOf([insertAt(last.range[1], `\n\n${method('dispose', [release], indentOf(last, sourceCode), sourceCode)}`)])
}

/** The same method of the class above, where that is known; null when nobody can say whether there is one. */
function superCall(node: ClassNode, framework: ClassFramework, name: string): string[] | null {
  const above = node.superClass && superName(node.superClass)
  if (above === null) return []
  if (!Object.hasOwn(SUPERCLASSES, above)) return null
  if (framework === 'element' && above !== 'HTMLElement') return [`super.${name}()`]
  return framework === 'ember' ? [`super.${name}(...arguments)`] : []
}

function method(name: string, statements: readonly string[], indent: string, sourceCode: SourceCode): string {
  const inner = indent + indentStep(sourceCode)
  const lines = statements.map((statement) => `${inner}${statement}${semicolon(sourceCode)}\n`).join('')
  return `${indent}${name}() {\n${lines}${indent}}`
}

/** Keeps what is needed for the release in the instance: a bound listener is there; others get a signal or a private field. */
function holdByClass(leak: Leak, node: ClassNode, framework: ClassFramework | null, typed: boolean, sourceCode: SourceCode): Held | null {
  const { handler, sink, call } = leak
  if (isRepeating(leak) && framework === 'vue') return null
  if (isHandled(leak)) {
    if (sink.kind === 'field') return isUsableIn(sink.member, 'methods', sourceCode) ? { edits: [], statements: [clearingOf(leak, sourceCode.getText(sink.member), true)] } : null
    if (sink.kind === 'elsewhere' || sink.kind === 'kept' || !hasOwnThis(call, node) || repetitionOf(call, sourceCode)) return null // a field holds one
    const type = isFrame(leak) ? ' = 0' : typed ? `?: ${handleType(leak)}` : ''
    const field = declareField(sink.kind === 'variable' ? sink.variable.name : handleName(leak), type, node, framework, sourceCode)
    const kept = field && (sink.kind === 'variable' ? alsoKeptAs(field.name, sink.variable, leak, sourceCode) : keptAs(field.name, leak, sourceCode))
    return kept && { edits: [field.edit, ...kept], statements: [clearingOf(leak, field.name, true)] }
  }
  if (!handler) return null
  if (![receiverOf(leak), leak.event].every((part) => isUsableIn(part, 'methods', sourceCode))) return holdBySignal(leak, node, framework, sourceCode)
  const named = unwrap(handler)
  const isOwn = named.type === 'MemberExpression' || named.type === 'Identifier' || named.type === 'ThisExpression'
  if (isOwn && isUsableIn(named, 'methods', sourceCode)) return { edits: [], statements: [removalOfNamed(leak, handler, sourceCode)] }
  const signalled = holdBySignal(leak, node, framework, sourceCode)
  if (signalled || !hasOwnThis(call, node) || repetitionOf(call, sourceCode)) return signalled // a field holds one
  const field = declareField(listenerName(leak, sourceCode), typed ? '?: (...args: any[]) => void' : '', node, framework, sourceCode)
  if (!field) return null
  const edits = [field.edit, insertAt(handler.range[0], `(${field.name} = `), insertAt(handler.range[1], ')')]
  return { edits, statements: [whereThere(field.name, removalOf(leak, `${field.name}${typed ? '!' : ''}`, sourceCode), isSureToCome(leak, sourceCode))] }
}

function removalOfNamed(leak: Leak, handler: Node, sourceCode: SourceCode): string {
  const name = sourceCode.getText(handler)
  return whereThere(name, removalOf(leak, name, sourceCode), !mayLack(handler, leak, sourceCode))
}

/** `this.#observer = observer` beside the statement that acquires. */
function alsoKeptAs(target: string, { name }: Variable, leak: Leak, sourceCode: SourceCode): Edit[] | null {
  const statement = statementOf(leak.call)
  if (statement?.parent?.type !== 'BlockStatement') return null
  const line = `${target} = ${name}${semicolon(sourceCode)}`
  const gap = `\n${indentOf(statement, sourceCode)}`
  return [leak.resource.match === 'receiver' ? insertAt(statement.range[0], line + gap) : insertAt(statement.range[1], gap + line)]
}

/** An AbortController of the instance, whose signal the listener gets. */
function holdBySignal(leak: Leak, node: ClassNode, framework: ClassFramework | null, sourceCode: SourceCode): Held | null {
  if (!hasOwnThis(leak.call, node) || framework === 'vue') return null
  const field = declareField('listeners', ' = new AbortController()', node, framework, sourceCode)
  const edit = field && withSignal(leak, `signal: ${field.name}.signal`, sourceCode)
  if (!edit) return null
  const again = mayComeAgain(leak, framework, sourceCode) ? [`${field.name} = new AbortController()`] : []
  return { edits: [field.edit, edit], statements: [`${field.name}.abort()`, ...again] }
}

/**
 * May the same instance acquire once more after its end? Elements are connected again, React mounts components twice under StrictMode and when an
 * Activity shows them again, and what a class of one's own starts in a method it starts after each stop.
 */
function mayComeAgain({ call, owner }: Leak, framework: ClassFramework | null, sourceCode: SourceCode): boolean {
  if (framework) return framework === 'element' || framework === 'react'
  return owner !== null && !isOnWayIn(call, owner, sourceCode)
}

/** A new private field at the top of the class; null where instances are wrapped in proxies, which cannot have any. */
function declareField(
  preferred: string, rest: string, node: ClassNode, framework: ClassFramework | null, sourceCode: SourceCode,
): { name: string; edit: Edit } | null {
  const [first] = node.body.body
  if (!first || framework === 'vue') return null
  let name = `#${preferred}`
  for (let number = 2; isTaken(name, node, sourceCode); number++) name = `#${preferred}${number}`
  const needsEnd = semicolon(sourceCode) || ('computed' in first && first.computed) || /^\*/.test(sourceCode.getText(first)) ? ';' : ''
  return { name: `this.${name}`, edit: insertAt(first.range[0], `${name}${rest}${needsEnd}\n${indentOf(first, sourceCode)}`) }
}

function isTaken(name: string, node: ClassNode, sourceCode: SourceCode): boolean {
  return membersNamed(name, sourceCode).length > 0 || node.body.body.some((member) => 'key' in member && keyName(member) === name)
}

/** Is `this` at the call the instance: only arrow functions stand between it and the method? */
export function hasOwnThis(call: Node, node: Node): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    if (fn.type !== 'ArrowFunctionExpression') return isMethodOf(fn, node)
  }
  return true
}

function isMethodOf(fn: FunctionNode, node: Node): boolean {
  const { parent } = fn
  if (parent.type === 'MethodDefinition') return parent.parent.parent === node
  return parent.type === 'Property' && isFunction(parent.value)
}

/** Releases it in a Vue component's hook, which is made when there is none. */
export function inOptions(leak: Leak, node: TSESTree.ObjectExpression, sourceCode: SourceCode): Repair | null {
  const held = holdByComponent(leak, sourceCode)
  if (!held) return null
  const [existing] = endingsOf(node)
  if (existing) {
    const edits = held.statements.length === 1 ? addTo(existing.fn, held.statements[0] as string, sourceCode) : null
    return edits && { verb: 'release', place: `'${existing.name}'`, edit: fixOf([...held.edits, ...edits]) }
  }
  if (isExtension(node) || isOfOtherClass(node, sourceCode)) return null
  const member = node.properties.find((one) => leak.call.range[0] >= one.range[0] && leak.call.range[1] <= one.range[1])
  if (!member) return null
  const name = VUE_2.test(sourceCode.text) ? 'beforeDestroy' : 'beforeUnmount'
  const text = `,\n${method(name, held.statements, indentOf(member, sourceCode), sourceCode)}`
  return { verb: 'release', place: `'${name}'`, edit: fixOf([...held.edits, insertAt(member.range[1], text)]) }
}

/** `Marionette.View.extend({ … })`, whose instances end by other methods than Vue's components */
function isOfOtherClass(node: TSESTree.ObjectExpression, sourceCode: SourceCode): boolean {
  const { parent } = node
  return parent.type === 'CallExpression' && lastName(parent.callee) === 'extend' && !/\bVue\b/.test(sourceCode.getText(parent.callee))
}

/** Vue binds methods to their component; anything else is put on the component under a free name. */
function holdByComponent(leak: Leak, sourceCode: SourceCode): Held | null {
  const { handler, sink, call } = leak
  if (![receiverOf(leak), leak.event].every((part) => isUsableIn(part, 'methods', sourceCode)) || !isInMethod(call)) return null
  if (isHandled(leak)) {
    if (sink.kind === 'field' || sink.kind === 'variable') {
      const target = sink.kind === 'field' ? sink.member : null
      if (target ? !isUsableIn(target, 'methods', sourceCode) : sink.kind === 'variable' && sink.variable.scope.type === 'function') return null
      return { edits: [], statements: [clearingOf(leak, target ? sourceCode.getText(target) : (sink as { variable: { name: string } }).variable.name, true)] }
    }
    if (sink.kind === 'kept') return null
    const name = freeField(handleName(leak), sourceCode)
    const edits = keptAs(`this.${name}`, leak, sourceCode)
    return edits && { edits, statements: [clearingOf(leak, `this.${name}`, true)] }
  }
  if (!handler) return null
  const named = unwrap(handler)
  if (named.type === 'MemberExpression' && isUsableIn(named, 'methods', sourceCode)) {
    return { edits: [], statements: [removalOfNamed(leak, handler, sourceCode)] }
  }
  const name = freeField(listenerName(leak, sourceCode), sourceCode)
  const edits = [insertAt(handler.range[0], `(this.${name} = `), insertAt(handler.range[1], ')')]
  return { edits, statements: [whereThere(`this.${name}`, removalOf(leak, `this.${name}`, sourceCode), isSureToCome(leak, sourceCode))] }
}

function isInMethod(call: Node): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    if (fn.type !== 'ArrowFunctionExpression') return fn.parent.type === 'Property' && outermost(fn).parent === fn.parent
  }
  return false
}

function freeField(preferred: string, sourceCode: SourceCode): string {
  let name = preferred
  for (let number = 2; membersNamed(name, sourceCode).length > 0 || new RegExp(`\\b${name}\\b\\s*[(:]`).test(sourceCode.text); number++) name = `${preferred}${number}`
  return name
}
