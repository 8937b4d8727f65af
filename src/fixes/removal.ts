import { isFunction, isModuleScope, isWithin, type Node, resolve, samePlace, unwrap } from '../analysis/bindings.ts'
import { type Call, emitterOf, methodCall, stringValue } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callsNamed, lastName, lastSegment } from '../analysis/occurrences.ts'
import type { Leak } from '../analysis/pairing.ts'
import { isOfPlatform } from '../analysis/releases.ts'
import { COUNTERPARTS } from '../knowledge/resources.ts'
import { type Edit, indentOf, insertAt, replace, semicolon } from './edits.ts'
import { freeName } from './names.ts'
import { safePath } from './presence.ts'

/** What is needed to release something elsewhere: the edits that name it, and the statement that releases it. */
export interface Release {
  edits: Edit[]
  statement: string
}

/** The statement that is nothing but the call, or that declares or assigns its handle. */
export function statementOf(call: Node): Node | null {
  for (let at = call; at.parent; at = at.parent) {
    const { parent } = at
    if (parent.type === 'ExpressionStatement' || parent.type === 'VariableDeclaration') return parent
    if (isFunction(parent) || parent.type.endsWith('Statement')) return null
  }
  return null
}

/** `window.removeEventListener('resize', onResize)` for what `window.addEventListener('resize', …)` added. */
export function removalOf(leak: Leak, handler: string, sourceCode: SourceCode): string {
  const { call, resource, event, handler: added, options } = leak
  const method = methodCall(call)
  const acquire = lastName(call.callee) ?? ''
  const emitter = method && emitterOf(method.object)
  const release = resource.asWritten ? lastSegment(resource.release[0] ?? '') : removingMethod(REMOVALS[acquire] ?? 'removeListener', emitter, sourceCode)
  const receiver = method && emitter ? safePath(emitter === method.object ? method.member.object : emitter, leak, sourceCode, method.member.optional ? '?.' : '.').replace(/\?\?\.$/, '?.') : ''
  const isBefore = options && added && options.range[0] < added.range[0] && resource.holder === 'receiver' // the selector of jQuery's
  const isKept = options && (options.type === 'ThisExpression' || /\btrue\b|capture/.test(sourceCode.getText(options)))
  const captures = isKept ? [sourceCode.getText(options)] : []
  return `${receiver}${release}(${[...(event ? [sourceCode.getText(event)] : []), ...(isBefore ? [sourceCode.getText(options)] : []), handler, ...captures].join(', ')})`
}

/** The counterpart of the method that adds, or what the file takes listeners away with from the same place. */
function removingMethod(counterpart: string, holder: Node | null, sourceCode: SourceCode): string {
  if (holder === null || isOfPlatform(holder, sourceCode)) return counterpart
  const isUsed = (name: string): boolean => callsNamed([name], sourceCode).some((call) => {
    const object = methodCall(call)?.object
    return call.arguments.length > 1 && object !== undefined && samePlace(object, holder, sourceCode)
  })
  return [counterpart, 'removeListener', 'off', 'removeEventListener'].find(isUsed) ?? counterpart
}

const REMOVALS: Readonly<Record<string, string>> = { ...COUNTERPARTS, once: 'off', bind: 'unbind', watchFile: 'unwatchFile' }

/** `Timer` of `Timer.setInterval(…)`, where that is a module's; empty where its counterpart has no such name. */
export function moduleOfTimer({ kind, acquire }: Leak['resource'], call: Call): string | null {
  const object = methodCall(call)?.object
  return kind !== 'timer' || !acquire.includes('.') ? null : object?.type === 'Identifier' ? object.name : ''
}

/** `clearInterval(timer)`, `subscription.unsubscribe()` or `stop()`. `mayLack`: it may not have been acquired yet. */
export function clearingOf({ resource, call }: Leak, handle: string, mayLack = false): string {
  const [release = ''] = resource.release
  const link = mayLack ? '?.' : ''
  if (resource.match === 'disposer' || release === '()') return `${handle}${link}()`
  if (resource.releasing) return `${handle}${mayLack ? '?' : ''}${resource.releasing}`
  if (release.startsWith('.')) return `${handle}${link || '.'}${lastSegment(release)}()`
  const module = moduleOfTimer(resource, call)
  if (module) return `${module}.clearInterval(${handle})`
  const name = resource.kind === 'resource' ? release : resource.acquire.replace(/^set/, 'clear').replace(/^request/, 'cancel')
  return `${name}(${handle})`
}

/** The TypeScript type of the handle, where nothing is imported for it. */
export function handleType({ resource }: Leak): string {
  const [release = ''] = resource.release
  if (resource.match === 'disposer' || release === '()') return '() => void'
  if (resource.match === 'receiver' && resource.of) return resource.of
  if (/^new [A-Z]\w*$/.test(resource.acquire)) return resource.acquire.slice('new '.length)
  if (resource.kind === 'timer' && resource.acquire.includes('.')) return 'number'
  if (!release.startsWith('.')) return `ReturnType<typeof ${resource.acquire}>`
  const way = release.split('.').slice(1, -1) // `data`, `subscription` of `.data.subscription.unsubscribe`
  return `${way.map((name) => `{ ${name}: `).join('')}{ ${lastSegment(release)}(): void }${' }'.repeat(way.length)}`
}

export function isHandled({ resource }: Leak): boolean {
  return typeof resource.match === 'string'
}

/**
 * Puts the handle into `target`, a field, a variable or a declaration such as `const stop`: what the call returns, or what it
 * is called on, which then gets a statement of its own. null where that has no place.
 */
export function keptAs(target: string, leak: Leak, sourceCode: SourceCode): Edit[] | null {
  const { call, resource } = leak
  if (resource.match !== 'receiver') return [insertAt(call.range[0], `${target} = `)]
  const statement = statementOf(call)
  const receiver = receiverOf(leak)
  if (!statement || !receiver || !/^(?:Program|BlockStatement)$/.test(statement.parent?.type ?? '')) return null
  const start = `${target} = ${sourceCode.getText(receiver)}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`
  return [insertAt(statement.range[0], start), replace(receiver, target.replace(/^const /, ''))]
}

export function handleName({ resource }: Leak): string {
  if (resource.match === 'disposer') return 'stop'
  if (resource.handle) return resource.handle
  return resource.acquire === 'requestAnimationFrame' ? 'frame' : lastSegment(resource.acquire) === 'setInterval' ? 'interval' : 'timer'
}

/** Does it start itself again, so that its handle is another each time? */
export function isRepeating({ fault }: Leak): boolean {
  return fault === 'endless' || fault === 'restarting'
}

/** Handles of animation frames and of watched positions are numbers other than 0, and cancelling takes no `undefined`. */
export function isFrame({ resource }: Leak): boolean {
  return ['requestAnimationFrame', 'requestIdleCallback', 'navigator.geolocation.watchPosition'].includes(resource.acquire)
}

/** `onResize` for 'resize', `onBeforeUnload` for 'before-unload', `onSaveAll` for 'SAVE_ALL'. */
export function listenerName({ event }: Leak, sourceCode: SourceCode): string {
  const words = (stringValue(event ?? undefined, sourceCode) ?? '').split(/[^A-Za-z0-9]+/).filter(Boolean)
  return words.length === 0 ? 'listener' : `on${words.map((word) => word[0]?.toUpperCase() + (words.length === 1 || /[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase())).join('')}`
}

/** A listener that can be named where it is removed, without more. */
export function isNamed(handler: Node | null): boolean {
  const value = handler && unwrap(handler)
  return value?.type === 'Identifier' || value?.type === 'MemberExpression' || value?.type === 'ThisExpression'
}

/** `socket.value.close()` of Vue's `const socket = ref(new WebSocket(url))`; `const socket = new WebSocket(url)` before `setSocket(socket)` */
function releaseOfKept(leak: Leak, statement: Node, name: string, sourceCode: SourceCode): Release | null {
  const { call } = leak
  const keeping = call.parent
  if (keeping?.type === 'CallExpression' && /^(?:ref|shallowRef)$/.test(lastName(keeping.callee) ?? '') && leak.sink.kind === 'kept') {
    return { edits: [], statement: clearingOf(leak, `${leak.sink.variable.name}.value`) }
  }
  const setting = statement.type === 'ExpressionStatement' ? statement.expression : null
  if (setting?.type !== 'CallExpression' || setting.arguments.length !== 1 || setting.arguments[0] !== call) return null
  const declaration = `const ${name} = ${sourceCode.getText(call)}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`
  return { edits: [insertAt(statement.range[0], declaration), replace(call, name)], statement: clearingOf(leak, name) }
}

/** Releases by the names of the function in which the call is a statement. */
export function releaseByVariable(leak: Leak, statement: Node, typed: boolean, sourceCode: SourceCode): Release | null {
  const { handler, sink } = leak
  if (isHandled(leak)) {
    if (sink.kind === 'variable') return { edits: [], statement: clearingOf(leak, sink.variable.name, leak.resource.late) }
    if (sink.kind === 'field') return { edits: [], statement: clearingOf(leak, sourceCode.getText(sink.member), leak.resource.late) }
    const name = freeName(handleName(leak), sourceCode)
    if (sink.kind === 'kept') return releaseOfKept(leak, statement, name, sourceCode)
    const edits = leak.resource.match === 'receiver' ? keptAs(`const ${name}`, leak, sourceCode) : [insertAt(statement.range[0], `const ${name} = `)]
    return edits && { edits, statement: clearingOf(leak, name) }
  }
  if (!handler) return null
  if (isNamed(handler)) return { edits: [], statement: removalOf(leak, sourceCode.getText(handler), sourceCode) }
  const name = freeName(listenerName(leak, sourceCode), sourceCode)
  const declaration = `const ${name}${listenerType(handler, typed)} = ${sourceCode.getText(handler)}${semicolon(sourceCode)}\n${indentOf(statement, sourceCode)}`
  return { edits: [insertAt(statement.range[0], declaration), replace(handler, name)], statement: removalOf(leak, name, sourceCode) }
}

/** The type that a listener needs where it is named, which gets that of its parameters from the call that it stands in. */
export function listenerType(handler: Node, typed: boolean): string {
  const fn = unwrap(handler)
  const isUntyped = isFunction(fn) && fn.params.some((param) => (param.type === 'Identifier' || param.type === 'ObjectPattern' || param.type === 'ArrayPattern' || param.type === 'RestElement') && !param.typeAnnotation)
  return typed && isUntyped ? ': (...args: any[]) => void' : ''
}

/** Passes a signal with the listener; null when its options, or what keeps it, cannot take one. */
export function withSignal(leak: Leak, signal: string, sourceCode: SourceCode): Edit | null {
  const { handler, options, call } = leak
  if (!handler || lastName(call.callee) !== 'addEventListener' || !isEventTarget(leak, sourceCode)) return null
  if (!options) return insertAt(handler.range[1], `, { ${signal} }`)
  const value = unwrap(options)
  if (value.type === 'Literal') return replace(options, value.value === true ? `{ capture: true, ${signal} }` : `{ ${signal} }`)
  if (value.type !== 'ObjectExpression') return null
  const [first] = value.properties
  return first ? insertAt(first.range[0], `${signal}, `) : replace(value, `{ ${signal} }`)
}

/** Buses of the program's own, which may have an `addEventListener` as well, know of no signals. */
function isEventTarget({ holder, event }: Leak, sourceCode: SourceCode): boolean {
  if (event === null) return false
  if (holder === null || PLATFORM_TARGET.test(lastName(resolve(holder, sourceCode)) ?? '')) return true
  return isOfPlatform(holder, sourceCode) && !OWN_GLOBAL.test(sourceCode.getText(resolve(holder, sourceCode)))
}

/** Names by which targets of the platform go. */
const PLATFORM_TARGET = /(?:^|_)(?:el|ele?m(?:ent)?|node|container|canvas|button|input|video|audio|media|mql|body|doc(?:ument)?|win(?:dow)?|target|root|host|current|signal|worker)$|(?:Element|Node|Container|Canvas|Button|Input|Query|Body|Document|Window|Target|Root|Host|Signal|Worker)$/

/** `window.bus`, which the program has put there */
const OWN_GLOBAL = /^(?:window|globalThis|self)\s*\??\.(?!(?:document|navigator|screen|visualViewport|parent|top|matchMedia|speechSynthesis|navigation|performance|opener|window)\b)/

/** May every name in the expression be written inside of `region` as well? */
export function isUsableIn(node: Node | null, region: Node | 'methods', sourceCode: SourceCode): boolean {
  if (!node) return true
  return sourceCode.getScope(node).references.every(({ identifier, resolved }) => {
    if (!isWithin(identifier, node) || !resolved || isModuleScope(resolved.scope)) return true
    return region !== 'methods' && isWithin(region, resolved.scope.block as Node)
  })
}

export function receiverOf({ call }: Leak): Node | null {
  const receiver = methodCall(call)?.object ?? null
  return receiver && emitterOf(receiver)
}
