import type { TSESTree } from '@typescript-eslint/utils'
import { EFFECT_HOOKS, MOUNT_HOOKS } from '../knowledge/frameworks.ts'
import { ANSWERS, FINAL_EVENTS, REGISTERING_CALLS, type Resource, type ResourceKind, RESOURCES, SINGLE_EVENTS } from '../knowledge/resources.ts'
import { isFunction, isModuleScope, type Node, outermost, propertyName, resolve, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { type Call, emitterOf, importOf, isWrapped, methodCall, qualifiedName, stringValue } from './calls.ts'
import { constructionOf } from './constructions.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf } from './functions.ts'
import { isGivenField } from './givens.ts'
import { keptIn } from './kept-values.ts'
import { lifetimeOf } from './lifetime.ts'
import { isEndless } from './observables.ts'
import { constructorOf, escaped, keyName, lastName, lastSegment } from './occurrences.ts'
import { isMade, isNamedAsWell, isOf, mayBeListener } from './receivers.ts'

/** A call that acquires, with the parts that its protocol names. */
export interface Acquisition {
  call: Call
  resource: Resource
  /** What keeps it: the object that the method is called on, or that its first argument names; null for the platform itself. */
  holder: Node | null
  event: Node | null
  /** The listener, or the callback of a timer. */
  handler: Node | null
  options: Node | null
  /** Where the handle or disposer goes that the call returns. */
  sink: Sink
}

export type Sink =
  | { kind: 'dropped' }
  | { kind: 'variable'; variable: Variable }
  | { kind: 'field'; member: TSESTree.MemberExpression; name: string }
  /** What a component reads by that variable: `const socket = useRef(new WebSocket(url))`. */
  | { kind: 'kept'; variable: Variable }
  | { kind: 'elsewhere' }

/** A protocol of the user's own. */
type OwnProtocol = Pick<Resource, 'acquire' | 'match'> & { release: string }

/** The user's protocols and the platforms' as one table. What is given back by its handle is a resource, by a function a subscription. */
export function protocols(own: readonly OwnProtocol[]): readonly Resource[] {
  if (own.length === 0) return RESOURCES
  const rows = own.map(({ acquire, release, match }): Resource => ({
    kind: match === 'handle' ? 'resource' : match === 'disposer' ? 'subscription' : 'listener', acquire, release: [release], match, holder: 'program', ends: 'never', asWritten: true,
  }))
  return [...rows, ...RESOURCES]
}

interface Table {
  /** The rows by the last name of what acquires. */
  rows: Map<string, Resource[]>
  /** The same names by the kind of what is acquired. */
  names: Map<ResourceKind, Set<string>>
}

/** The platforms' own table stays as it is for every file. */
const tables = new WeakMap<readonly Resource[], Table>()

function tableOf(resources: readonly Resource[]): Table {
  const known = tables.get(resources)
  if (known) return known
  const table: Table = { rows: new Map(), names: new Map() }
  for (const row of resources) {
    const name = row.called ?? lastSegment(row.acquire)
    const rows = table.rows.get(name)
    if (rows) rows.push(row)
    else table.rows.set(name, [row])
    const names = table.names.get(row.kind)
    if (names) names.add(name)
    else table.names.set(row.kind, new Set([name]))
  }
  tables.set(resources, table)
  return table
}

/** The last names of all calls and constructions that acquire what is searched. */
export function acquiringNames({ resources, kind }: { resources: readonly Resource[]; kind: ResourceKind }): Iterable<string> {
  return tableOf(resources).names.get(kind) ?? []
}

/** The call as an acquisition by one of the protocols; null when it is none. */
export function acquisitionOf(
  call: Call, resources: readonly Resource[], sourceCode: SourceCode,
): Acquisition | null {
  const name = lastName(constructorOf(call))
  const candidates = name === null ? undefined : tableOf(resources).rows.get(name)
  const resource = candidates?.find((row) => isCallOf(call, row, sourceCode))
  if (!resource || call.arguments.some((given) => given.type === 'SpreadElement' || isBin(given))) return null
  const { match } = resource
  const [first = null, second = null, third = null] = givenTo(call, resource)
  const receiver = methodCall(call)?.object ?? null
  const [target = null] = call.arguments
  const holder = resource.holder === 'target' ? (resource.unbound && target ? watched(target) : target) : receiver && emitterOf(receiver)
  if (resource.kind === 'subscription' && !resource.asWritten) {
    const isSubscribed = resource.of === 'topics' ? second !== null && isListener(second, sourceCode) : mayBeObserver(first, resource, sourceCode)
    if (!isSubscribed || isGivenStream(receiver, first, sourceCode)) return null
  }
  if (match === 'receiver') {
    const observer = receiver as Node
    const [handler = null] = constructionOf(observer, sourceCode)?.arguments ?? []
    return { call, resource, holder, event: null, handler, options: null, sink: observer.type === 'NewExpression' ? { kind: 'dropped' } : sinkAt(observer, sourceCode) }
  }
  if (match === 'handle') {
    if (resource.into !== undefined && call.arguments.length > resource.into) return null
    const part = partOf(chainOf(call, resource.fluent), resource, sourceCode)
    const sink = resource.late ? lateSink(call, sourceCode) : part.sink
    if (resource.kept && sink.kind !== 'field') return null
    return { call, resource: part.resource, holder, event: null, handler: first, options: optionsIn(call), sink }
  }
  if (match === 'disposer') {
    const handler = call.arguments.findLast((one) => isFunction(unwrap(one))) ?? null
    return { call, resource, holder, event: null, handler, options: optionsIn(call), sink: sinkOf(call, false, sourceCode) }
  }
  const event = match.includes('event') && second !== null ? first : null
  const isBehind = third !== null && (resource.holder === 'program' || (holder !== null && isWrapped(holder))) && !mayBeListener(second as Node, sourceCode) // as of `fs.watchFile`, and of jQuery with a selector
  const [handler, options] = !event ? [first, second] : isBehind ? [third, second] : [second, third]
  if (options && isFunction(unwrap(options))) return null // another method of the same name: (emitter, event, listener)
  if (resource.holder === 'receiver' && receiver && lastName(receiver) === 'DomEvent') return null // Leaflet's, of which the first argument is the target
  if (!handler || (match.includes('handler') && !mayBeListener(handler, sourceCode))) return null
  if (!event && resource.acquire === '.on' && outermost(call).parent?.type === 'MemberExpression') return null // what it gives is asked on: `Holder.on(target).observe(f)`
  return { call, resource, holder, event, handler, options, sink: isAnswerUnused(call) ? { kind: 'dropped' } : { kind: 'elsewhere' } }
}

/** `{ signal }` of `reaction(read, write, { signal })` */
function optionsIn({ arguments: given }: Call): Node | null {
  const last = given.at(-1)
  return given.length > 1 && last?.type === 'ObjectExpression' ? last : null
}

/**
 * Where the handle goes, or the part of it that has the release: `const { port } = new SharedWorker(url)`, `listen().data.subscription`. The
 * resource then says how that part is released.
 */
function partOf(handle: Node, resource: Resource, sourceCode: SourceCode): Pick<Acquisition, 'sink' | 'resource'> {
  const [release = ''] = resource.release
  const way = release.split('.').slice(1)
  let at = outermost(handle)
  let taken = 0
  const rest = (): Resource => (taken === 0 ? resource : { ...resource, release: [`.${way.slice(taken).join('.')}`], releasing: `.${way.slice(taken).join('.')}()` })
  for (let { parent } = at; parent?.type === 'MemberExpression' && taken < way.length - 1 && propertyName(parent) === way[taken]; { parent } = at) {
    at = outermost(parent)
    taken++
  }
  const { parent } = at
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern' || way.length - taken < 2) return { sink: sinkOf(at, resource.kind === 'timer', sourceCode), resource: rest() }
  let pattern: Node = parent.id
  for (; pattern.type === 'ObjectPattern' && taken < way.length - 1; taken++) {
    const property: Node | undefined = pattern.properties.find((one) => one.type === 'Property' && keyName(one) === way[taken])
    if (property?.type !== 'Property') return { sink: { kind: 'elsewhere' }, resource }
    pattern = property.value
  }
  return { sink: sinkAt(pattern, sourceCode), resource: rest() }
}

/** `this.disposables` of `bus.on('redraw', f, this, this.disposables)`, which takes what ends it. */
function isBin(given: Node): boolean {
  return /(?:^|\W|_)(?:to)?(?:dispos(?:able|er)s|dispose|subscriptions)$/i.test(lastName(given) ?? '')
}

/** The arguments as the platform's own method has them: without the target that a helper is given first. */
export function givenTo({ arguments: given }: Call, { of }: Resource): Call['arguments'] {
  return of === 'page' ? given.slice(1) : given
}

/** Is the answer left unused? Emitters that answer with a disposer have it used: `const off = bus.on(…)`; chained calls go on. */
function isAnswerUnused(call: Call): boolean {
  const value = outermost(call)
  const { parent } = value
  switch (parent?.type) {
    case 'ExpressionStatement':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'UnaryExpression':
    case 'SequenceExpression':
      return true
    case 'MemberExpression':
      return !isWaitedFor(parent)
    case 'ArrowFunctionExpression':
      return lastName(call.callee) === 'addEventListener' || ignoresResult(parent, false)
    default:
      return false
  }
}

/** `App.addListener('resume', f).then((handle) => { this.handle = handle })` */
function isWaitedFor(member: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(member)
  const given = propertyName(member) === 'then' && parent?.type === 'CallExpression' ? parent.arguments[0] : undefined
  return given !== undefined && isFunction(given) && given.params.length > 0
}

/** Is the call the one that a protocol names? See `Resource`. */
function isCallOf(call: Call, { acquire, asWritten, of }: Resource, sourceCode: SourceCode): boolean {
  const isConstruction = acquire.startsWith('new ')
  if ((call.type === 'NewExpression') !== isConstruction) return false
  const name = isConstruction ? acquire.slice(4) : acquire
  if (asWritten) return `.${writtenName(call.callee)}`.endsWith(`.${name}`)
  if (of && !isOf(of, call, sourceCode)) return false
  if (of && !isNamedAsWell(of)) return true
  return acquire.startsWith('.') ? methodCall(call) !== null : qualifiedName(constructorOf(call), sourceCode) === name
}

/** Is it seen to be a function, and not one that only hears whether it worked? */
function isListener(node: Node, sourceCode: SourceCode): boolean {
  const fn = resolve(node, sourceCode)
  return isFunction(fn) && !(fn.params[0]?.type === 'Identifier' && /^e(?:rr(?:or)?)?$/.test(fn.params[0].name))
}

function writtenName(node: Node): string {
  const inner = unwrap(node)
  if (inner.type === 'Identifier') return inner.name
  return inner.type === 'MemberExpression' ? `${writtenName(inner.object)}.${propertyName(inner)}` : ''
}

/** `Utils.subscribe(this.users.load(), show)`, by whose helper an answer is heard, and not `Events.subscribe(topicOf(room), show)` */
function isGivenStream(receiver: Node | null, first: Node | null, sourceCode: SourceCode): boolean {
  if (receiver?.type !== 'Identifier' || !/^[A-Z]/.test(receiver.name) || !first) return false
  const made = resolve(first, sourceCode)
  return /(?:observable|stream|\$)$/i.test(lastName(first) ?? '') || (made.type === 'CallExpression' && !TOPIC.test(lastName(made.callee) ?? ''))
}

/** Calls that make the name of a topic. */
const TOPIC = /topic|event|channel|key|name|path|id$|^(?:join|concat|replace|toString|String|format)$/i

/** What is subscribed: not the name of a topic, no set of options, and nothing for which a class of the program's own has such a method. Observables alone need none. */
function mayBeObserver(node: Node | null, { of }: Resource, sourceCode: SourceCode): boolean {
  if (node === null) return of === 'observables'
  const value = resolve(node, sourceCode)
  if (value.type !== 'ObjectExpression') return !/Literal|^Array(?!Function)|^Unary|^Binary|^Update/.test(value.type)
  return value.properties.some((one) => one.type === 'SpreadElement' || /^(?:next|error|complete|onNext|onError|onCompleted)$/.test(keyName(one) ?? ''))
}

/** Where the value goes that comes by a promise or a callback: `await open()`, `open().then((file) => …)`, `open((error, file) => …)`. */
function lateSink(call: Call, sourceCode: SourceCode): Sink {
  const callback = call.arguments.at(-1)
  if (callback && isFunction(unwrap(callback))) return parameterOf(unwrap(callback), 1, sourceCode)
  const { parent } = outermost(call)
  if (parent?.type === 'AwaitExpression') return sinkOf(parent, false, sourceCode)
  const then = parent?.type === 'MemberExpression' && propertyName(parent) === 'then' ? outermost(parent).parent : null
  const given = then?.type === 'CallExpression' ? then.arguments[0] : null
  return given ? parameterOf(unwrap(given), 0, sourceCode) : { kind: 'elsewhere' }
}

function parameterOf(fn: Node, index: number, sourceCode: SourceCode): Sink {
  const parameter = isFunction(fn) && fn.params.length <= index + 1 ? fn.params[index] : undefined
  const variable = parameter ? variableOf(parameter, sourceCode) : null
  if (!variable) return { kind: 'elsewhere' }
  const [use, ...others] = variable.references
  const { parent } = (use?.identifier as Node | undefined) ?? {}
  const isKept = others.length === 0 && parent?.type === 'AssignmentExpression' && parent.right === use?.identifier
  return isKept ? sinkAt(parent.left, sourceCode) : { kind: 'variable', variable } // .then((lock) => { this.lock = lock })
}

/** The last call of `watch(path).on('change', f).on('add', g)`, which answers with the watcher. */
function chainOf(call: Node, fluent: readonly string[] = []): Node {
  const member = outermost(call).parent
  if (member?.type !== 'MemberExpression' || !fluent.includes(propertyName(member) ?? '')) return call
  const next = outermost(member).parent
  return next?.type === 'CallExpression' && next.callee === outermost(member) ? chainOf(next, fluent) : call
}

/** Where the value of the expression goes. */
function sinkOf(node: Node, isHandle: boolean, sourceCode: SourceCode): Sink {
  const value = outermost(node)
  const { parent } = value
  const kept = keptIn(value, sourceCode)
  if (kept) return { kind: 'kept', variable: kept }
  switch (parent?.type) {
    case 'ExpressionStatement':
      return { kind: 'dropped' }
    case 'UnaryExpression':
      return parent.operator === 'void' ? { kind: 'dropped' } : { kind: 'elsewhere' }
    case 'ArrowFunctionExpression':
      return parent.body === value && ignoresResult(parent, isHandle) ? { kind: 'dropped' } : { kind: 'elsewhere' }
    case 'LogicalExpression':
      return parent.right === value ? sinkOf(parent, isHandle, sourceCode) : { kind: 'elsewhere' }
    case 'MemberExpression': {
      const call = outermost(parent).parent
      const goesOn = call?.type === 'CallExpression' && propertyName(parent) === 'unref'
      return goesOn ? sinkOf(call, isHandle, sourceCode) : { kind: 'elsewhere' }
    }
    case 'VariableDeclarator':
      return /using$/.test(parent.parent.kind) ? { kind: 'elsewhere' } : sinkAt(parent.id, sourceCode)
    case 'AssignmentExpression':
      return sinkAt(parent.left, sourceCode)
    default:
      return { kind: 'elsewhere' }
  }
}

function sinkAt(target: Node, sourceCode: SourceCode): Sink {
  const place = unwrap(target)
  const variable = variableOf(place, sourceCode)
  if (variable) return { kind: 'variable', variable }
  const name = place.type === 'MemberExpression' ? propertyName(place) : null
  return place.type === 'MemberExpression' && name !== null ? { kind: 'field', member: place, name } : { kind: 'elsewhere' }
}

/** Is the arrow's result thrown away by what it is handed to? Effects and mounting hooks keep a function, and nothing else. */
function ignoresResult(arrow: Node, isHandle: boolean): boolean {
  const given = callbackOf(arrow)
  const name = given && lastName(given.call.callee)
  if (name === null) return false
  const takesFunctions = EFFECT_HOOKS.has(name) || MOUNT_HOOKS.has(name)
  return takesFunctions ? isHandle : REGISTERING_CALLS.has(name) || name === 'Promise' || name === 'forEach'
}

/** Does the function take what a promise answers, which is often made for it: `connect().then((connection) => …)`? */
function isAnswer(fn: Node): boolean {
  return isFunction(fn) && lastName(callbackOf(fn)?.call.callee ?? fn) === 'then'
}

/** Does a listener go without being removed: because it fires once, or because a signal may take it away? */
export function endsByItself({ resource, event, options, holder }: Acquisition, sourceCode: SourceCode): boolean {
  const name = event && stringValue(event, sourceCode)
  const isFinal = name !== null ? FINAL_EVENTS.has(name) : holder !== null && qualifiedName(holder, sourceCode) === 'process'
  if (resource.ends === 'fires' || SINGLE_EVENTS.has(name ?? '') || (name === 'ready' && holder !== null && lastName(holder) === 'app')) return !isFinal // Electron is ready once
  return options !== null && !isContext(options) && mayEnd(options, isFinal, sourceCode)
}

/**
 * The same listener as something that the controller keeps whose signal takes it away: `{ signal: this.controller.signal }`, with a controller of the
 * file's own. null where the signal is another's.
 */
export function bySignal(acquired: Acquisition, sourceCode: SourceCode): Acquisition | null {
  const { resource, options } = acquired
  const value = resource.kind === 'listener' && options ? resolve(options, sourceCode) : null
  if (value?.type !== 'ObjectExpression' || value.properties.some((one) => one.type !== 'Property' || keyName(one) === 'once')) return null
  const given = value.properties.find((one) => one.type === 'Property' && keyName(one) === 'signal')
  const signal = given?.type === 'Property' ? resolve(given.value, sourceCode) : null
  if (signal?.type !== 'MemberExpression' || propertyName(signal) !== 'signal' || !isMade(signal.object, 'AbortController', sourceCode)) return null
  const sink = sinkAt(signal.object, sourceCode)
  if (sink.kind === 'variable' ? isModuleScope(sink.variable.scope) : sink.kind !== 'field' || sink.member.object.type !== 'ThisExpression') return null // others may abort it
  return { ...acquired, resource: { ...resource, match: 'handle', release: ['.abort'], handle: 'controller' }, options: null, sink }
}

/** The same listener as something that is taken away by what its emitter answered with, where the emitter has no method for that. */
export function byAnswer(acquired: Acquisition, sourceCode: SourceCode): Acquisition {
  const { resource, holder, sink } = acquired
  const root = resource.kind === 'listener' && sink.kind === 'dropped' && holder ? rootVariable(holder, sourceCode) : null
  const module = root && importOf(root, sourceCode)?.module
  const release = module && ANSWERS.find(([from]) => from.test(module))?.[1]
  return release ? { ...acquired, resource: { ...resource, match: 'handle', release: [release], handle: 'subscription' }, options: null } : acquired
}

/** What the listener is called on, where an emitter takes that for its third argument. */
function isContext(options: Node): boolean {
  return options.type === 'ThisExpression' || (options.type === 'Identifier' && /^(?:self|that|_?this|me|ctx|context|scope)$/.test(options.name))
}

function mayEnd(options: Node, isFinal: boolean, sourceCode: SourceCode): boolean {
  const value = resolve(options, sourceCode)
  switch (value.type) {
    case 'Literal':
    case 'UnaryExpression':
      return false
    case 'Identifier':
      return value.name !== 'undefined' && mayEndByName(value.name)
    case 'ObjectExpression':
      return value.properties.some((property) => {
        if (property.type === 'SpreadElement') return true
        const name = property.key.type === 'Identifier' ? property.key.name : ''
        return name === 'signal' || (/^(?:onlyO|o)nce$/.test(name) && !isFinal && !(property.value.type === 'Literal' && property.value.value === false))
      })
    case 'ConditionalExpression':
      return mayEnd(value.consequent, isFinal, sourceCode) || mayEnd(value.alternate, isFinal, sourceCode)
    case 'LogicalExpression':
      return mayEnd(value.left, isFinal, sourceCode) || mayEnd(value.right, isFinal, sourceCode)
    default:
      return mayEndByName(sourceCode.getText(value))
  }
}

/** Not `PASSIVE`, a constant by such a name. */
function mayEndByName(name: string): boolean {
  return !/^(?!.*(?:once|one_?time|signal)).*(?:passive|capture)/i.test(name)
}

/** What is read of it: `cart.sum` of `watch(() => cart.sum, draw)` and `watchEffect(() => draw(cart.sum))` */
function watched(source: Node): Node {
  const value = source.type === 'ArrowFunctionExpression' ? unwrap<Node>(source.body) : source
  return value.type === 'CallExpression' && source !== value ? (value.arguments[0] ?? value) : value
}

/** Events by which what is waited for ends itself, with all its listeners. */
const OWN_ENDS: ReadonlySet<string> = new Set(['close', 'end', 'finish', 'error'])

/**
 * Does it react to fields and properties of the instance alone, which keeps it and goes with it: `reaction(() => [this.size, this.props.name], …)`? What a getter,
 * a method, something of the module's or a part of a property reads may be others'.
 */
function isToOwnFields({ arguments: [tracked] }: Call, sourceCode: SourceCode): boolean {
  if (!tracked || !isFunction(tracked)) return false
  const body = sourceCode.getText(tracked.body)
  const read = body.match(/(?<![\w$.'"])[A-Za-z_$][\w$]*(?:[!?]?\.[\w$]+)*/g) ?? []
  return /\b(?:this|props)\b/.test(body) && !/[!?]?\.[\w$]+\(/.test(body) && read.every((chain) => isOwnRead(chain.split(/[!?]?\./), sourceCode))
}

function isOwnRead([root = '', ...path]: readonly string[], { scopeManager, text }: SourceCode): boolean {
  if (root !== 'this' && root !== 'props') return path.length === 0 && !scopeManager?.scopes.some((scope) => isModuleScope(scope) && (scope.set.get(root)?.defs.length ?? 0) > 0)
  const [name = '', ...rest] = path[0] === 'props' ? path.slice(1) : path
  if (root === 'props' || path[0] === 'props') return rest.length === 0 || ROUTED.has(name)
  return !new RegExp(`\\bget\\s+${escaped(name)}\\s*\\(`).test(text)
}

/** Plain properties of a page that its router shows. */
const ROUTED: ReadonlySet<string> = new Set(['location', 'match', 'params'])

/** Does what keeps it live as long as the program? `presumes`: a parameter of unknown life counts as well. */
export function isHeldLong({ call, resource, holder, handler, event }: Acquisition, presumes: boolean, sourceCode: SourceCode): boolean {
  if (resource.holder === 'program') return presumes || !(/^mobx\.(?:reaction|autorun)$/.test(resource.acquire) && isToOwnFields(call, sourceCode))
  if (holder === null) return resource.holder === 'receiver' // a function of the platform
  if (resource.kind === 'subscription') return isEndless(holder, sourceCode)
  if (resource.holder === 'target') {
    const name = stringValue(holder, sourceCode)
    if (name !== null) return name === 'window' || name === 'document' || name === 'body'
  }
  const lifetime = lifetimeOf(holder, sourceCode)
  if (lifetime !== 'unknown' || !presumes || OWN_ENDS.has(stringValue(event ?? undefined, sourceCode) ?? '')) return lifetime === 'program'
  const root = rootVariable(holder, sourceCode)
  return handler !== null && ((root?.defs[0]?.type === ('Parameter' as never) && !isAnswer(root.scope.block as Node)) || isGivenField(holder, sourceCode))
}
