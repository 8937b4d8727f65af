import type { TSESTree } from '@typescript-eslint/utils'
import { ATOM, HISTORY } from '../knowledge/observables.ts'
import type { Receiver } from '../knowledge/resources.ts'
import { isFunction, type Node, propertyName, resolve, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { type Call, emitterOf, importOf, isNew, isWrapped, methodCall, qualifiedName } from './calls.ts'
import { methodsOf } from './classes.ts'
import { constructionOf } from './constructions.ts'
import { fact, type SourceCode } from './fact.ts'
import { enclosingClass } from './functions.ts'
import { isObservable, makerOf } from './observables.ts'
import { keyName, lastName, wholeName } from './occurrences.ts'

/** What makes a method that others have, too, the one that a protocol means. */
const RECEIVERS: Readonly<Record<string, (receiver: Node, sourceCode: SourceCode, call: Call) => boolean>> = {
  topics: (_bus, sourceCode, call) => isOfTopic(call, sourceCode),
  renderers: (receiver) => /render/i.test(lastName(receiver) ?? ''),
  observables: isObservable,
  collections: (receiver, _sourceCode, call) => call.arguments.length > 1 && isWrapped(emitterOf(receiver)),
  pools: (receiver) => /pool$/i.test(lastName(receiver) ?? ''),
  bodies: (receiver) => lastName(receiver) === 'body',
  atoms: (receiver, sourceCode, call) => call.arguments.length === 1 && isAtom(receiver, sourceCode),
  histories: (receiver, sourceCode, call) => call.arguments.length === 1 && isHistory(receiver, sourceCode),
  firebase: (_database, sourceCode, call) => call.arguments.length > 0 && speaksOfFirebase(sourceCode),
  supabase: isSupabase,
  locations: (_location, { text }) => /from ['"]@angular\/common['"]/.test(text),
}

/** What makes a function, a constructor or any method the one that a protocol means. */
const CALLS: Readonly<Record<string, (call: Call, sourceCode: SourceCode) => boolean>> = {
  page: isHelper,
  detached: ({ arguments: [given] }) => given?.type === 'Literal' && given.value === true, // effectScope(true)
  channels: (_call, sourceCode) => hearsMessages(sourceCode),
  ports: opensPort,
  scenes: (_call, sourceCode) => usesScenes(sourceCode),
}

/** Is the call of the kind that the protocol means by that name of its method? A kind that no table knows is the class of the receiver. */
export function isOf(kind: Receiver, call: Call, sourceCode: SourceCode): boolean {
  const isMeant = CALLS[kind]
  if (isMeant) return isMeant(call, sourceCode)
  const receiver = methodCall(call)?.object
  return receiver !== undefined && (RECEIVERS[kind]?.(receiver, sourceCode, call) ?? isMade(receiver, kind, sourceCode))
}

/** Does the kind say nothing about the name of what is called, which then counts as well? */
export function isNamedAsWell(kind: Receiver): boolean {
  return kind === 'detached' || kind === 'channels' || kind === 'ports' || kind === 'scenes'
}

/** `Events.on(document, 'keydown', listener)`, and not of an instance, which may let go of all that it has: `this.events.listen(document, …)` */
function isHelper({ callee, arguments: [target, event, listener] }: Call, sourceCode: SourceCode): boolean {
  if (!target || !event || !listener || isFunction(unwrap(event))) return false
  const root = rootVariable(callee, sourceCode)
  if (root === null ? /^this\b/.test(sourceCode.getText(callee)) : root.defs.length > 0 && !isFunctionOrImport(root, sourceCode)) return false
  return (target.type === 'Identifier' || target.type === 'MemberExpression') && PAGE.test(qualifiedName(target, sourceCode) ?? '') && mayBeListener(listener, sourceCode)
}

function isFunctionOrImport(variable: Variable, sourceCode: SourceCode): boolean {
  return importOf(variable, sourceCode) !== null || variable.defs[0]?.type === ('FunctionName' as never)
}

/** What lives as long as the page, and hears of all that happens there. */
const PAGE = /^(?:window|document)(?:\.(?:body|documentElement|document|visualViewport))?$/

/** `bus.subscribe(topic, listener)`: observables are given their observers first. */
function isOfTopic({ arguments: [topic, listener] }: Call, sourceCode: SourceCode): boolean {
  if (!topic || !listener || isFunction(resolve(topic, sourceCode))) return false
  return !/^(?:Object|Array)/.test(resolve(listener, sourceCode).type)
}

/** Is what the file draws taken out of a scene whose renderer is another's, and nothing of it freed? */
const usesScenes = fact(({ text }) => /\.remove(?:FromParent)?\(/.test(text) && !/Renderer\(|@react-three|(?:[gG]eometry|[mM]aterial|[mM]ap|[tT]exture)s?\w*\??\.dispose|\.traverse\(|dispose[A-Z]\w*\(/.test(text))

/** A channel that nothing listens to is collected: https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts */
const hearsMessages = fact(({ text }) => /\bonmessage(?:error)?\b|\b(?:addEventListener|on|fromEvent)\([^)]{0,80}?['"`]message(?:error)?['"`]/.test(text))

/** `new WebSocketServer({ port: 80 })` */
function opensPort({ arguments: [given] }: Call): boolean {
  return given?.type === 'ObjectExpression' && given.properties.some((one) => one.type === 'Property' && keyName(one) === 'port')
}

/** `$cart` of another module, or what Nanostores made here. */
function isAtom(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (ATOM.test(makerOf(value, sourceCode))) return true
  const variable = /^\$[a-z]/.test(lastName(node) ?? '') ? variableOf(node, sourceCode) : null
  return variable !== null && importOf(variable, sourceCode) !== null
}

/** `history` of a router, or what its package made here: that of the platform has no such method. */
function isHistory(node: Node, sourceCode: SourceCode): boolean {
  return /^(?:\w+H|h)istory$/.test(lastName(node) ?? '') || HISTORY.test(makerOf(resolve(node, sourceCode), sourceCode))
}

/** Angular's wrapper answers with promises. */
const speaksOfFirebase = fact(({ text }) => /firebase/i.test(text) && !text.includes('angular/fire'))

/** A part of `supabase`, by its name or by what made it. */
function isSupabase(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (/^supabase(?:Client)?$|^_supabase$/i.test(lastName(inner) ?? '')) return true
  if (inner.type === 'MemberExpression') return propertyName(inner) === 'auth' && isSupabase(inner.object, sourceCode)
  return /^@supabase\/[\w-]+\.create\w*Client$/.test(makerOf(resolve(inner, sourceCode), sourceCode))
}

/** Is it constructed of the class of that name? */
export function isMade(node: Node, name: string, sourceCode: SourceCode): boolean {
  const made = constructionOf(node, sourceCode)
  return made !== null && isNew(made, name, sourceCode)
}

/** A function, an object with `handleEvent`, or something whose value is not seen. */
export function mayBeListener(node: Node, sourceCode: SourceCode): boolean {
  const value = resolve(node, sourceCode)
  if (value.type === 'ObjectExpression') return methodsOf(value).some(({ name }) => name === 'handleEvent')
  if (value.type === 'MemberExpression' && value.object.type === 'ThisExpression' && isMissing(value, sourceCode)) return false
  return !/Literal|^Array|^Unary|^Binary|^Update/.test(value.type)
}

/** Is it a method that options of Vue's name and nobody gives them: `window.addEventListener('resize', this.onResize)`, which adds nothing? */
function isMissing(member: TSESTree.MemberExpression, { text }: SourceCode): boolean {
  const name = propertyName(member)
  if (name === null || name.startsWith('$') || enclosingClass(member) || !/^\s*export default \{/m.test(text) || /\b(?:mixins|extends)\b|\bmethods\s*:\s*\w|\.\.\.(?!map|this\b|new\b)\w+\s*[,}\n]/.test(text)) return false
  return !new RegExp(`(?<!this\\.)${wholeName(name)}|${wholeName(name)}\\s*=(?!=)`).test(text)
}
