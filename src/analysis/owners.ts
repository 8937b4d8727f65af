import type { TSESTree } from '@typescript-eslint/utils'
import {
  CLASSES, type ClassFramework, EFFECT_HOOKS, MODIFIERS, MOUNT_HOOKS, PRODUCERS, ROOT_COMPONENT, COMPONENT_CALLS, COMPONENT_ENDS, COMPONENT_OPTIONS, RENDERING_CALLS,
  SHARING_CALLS, SINGLE_COMPONENT_FILE, TEARDOWN_METHODS, UNMOUNT_HOOKS, VUE_OPTIONS, WRAPPING_CALLS,
} from '../knowledge/frameworks.ts'
import { REPEATING_CALLS, REPEATING_EVENTS, ROUTE_METHODS, SINGLE_EVENTS } from '../knowledge/resources.ts'
import { lossOf } from './answers.ts'
import { type FunctionNode, functionOf, isFunction, isModuleScope, isWithin, type Node, outermost, resolve, rootVariable, unwrap } from './bindings.ts'
import { calleeName, methodCall, stringValue } from './calls.ts'
import { type ClassNode, frameworkOf, isLookedUp, isSingleton, methodsOf, superName, takesNothing, teardownMethods } from './classes.ts'
import { describedBy, isExtension, prototypeEndings } from './extensions.ts'
import { decoratorsOf } from './decorators.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, runsAtLoad } from './functions.ts'
import { isPerInstanceScript, isSingleFileComponent } from './lifetime.ts'
import { callsNamed, escaped, keyName, keyOf, lastName, membersNamed, mentionsOf } from './occurrences.ts'
import { resultsOf } from './results.ts'

/** Something that comes and goes many times while the program runs, and whose code the file shows. */
export type Owner =
  /** A React effect: `node` is its callback, `scope` the component or hook around it. */
  | { kind: 'effect'; node: FunctionNode; scope: FunctionNode | null }
  | { kind: 'class'; node: ClassNode; framework: ClassFramework | null }
  /** A Vue component as an object of options, or another class made of an object. */
  | { kind: 'options'; node: TSESTree.ObjectExpression }
  /** A function, or a single-file component's script, that is run once for every component: Vue, Svelte, Solid. */
  | { kind: 'setup'; node: FunctionNode | TSESTree.Program }
  /** A React component or hook, run on every render. */
  | { kind: 'component'; node: FunctionNode }
  /** A function whose result has a teardown method. */
  | { kind: 'factory'; node: FunctionNode }
  /** A constructor function and what is on its prototype, with the methods there by which an instance ends. */
  | { kind: 'prototype'; node: TSESTree.Program; endings: readonly FunctionNode[] }
  /**
   * What comes and goes under some `name`, with what runs when it goes: a scope of AngularJS, a directive of Vue's, the source
   * of a stream, a request. `entries`: what runs when it comes.
   */
  | { kind: 'scope'; name: string; node: FunctionNode | TSESTree.ObjectExpression; entries: readonly Node[]; endings: readonly Node[] }
  /** A handler of something that happens again and again: a request, a connection, a click. */
  | { kind: 'callback'; node: FunctionNode; call: TSESTree.CallExpression }

/**
 * The nearest owner of what the code at `node` acquires: followed outwards, and through the functions of this file that
 * lead to it. null when the code runs once, or nobody can say how often.
 */
export function ownerOf(node: Node, sourceCode: SourceCode): Owner | null {
  return runsAtLoad(node, sourceCode) && !isPerInstanceScript(sourceCode) ? null : new Search(sourceCode).from(node)
}

class Search {
  readonly #sourceCode: SourceCode
  readonly #seen = new Set<FunctionNode>()

  constructor(sourceCode: SourceCode) {
    this.#sourceCode = sourceCode
  }

  from(node: Node): Owner | null {
    let repeated: Owner | null = null
    let user: Owner | null = null // a component that is given a function of the hook around `node`
    for (let at = node; at.parent; at = at.parent) {
      if (at.parent.type === 'ClassBody') return this.#member(at, at.parent.parent as ClassNode) ?? user ?? repeated
      if (isFunction(at) && !this.#seen.has(at)) {
        this.#seen.add(at)
        const role = this.#role(at, at)
        if (role === 'ends' || isShared(at) || isSetupOfApp(at, this.#sourceCode)) return null
        if (role && role.kind !== 'callback') return role
        repeated ??= role
        const self = this.#own(at)
        const own = self?.kind === 'component' || self?.kind === 'setup' ? self : (this.#called(at) ?? self)
        if (own && (own.kind === 'component' || own.kind === 'setup') && !isWithin(at, own.node)) user ??= own
        else if (own && own.kind !== 'callback') return own
        repeated ??= (own?.kind === 'callback' ? own : null) ?? (isRequestHandler(at) ? { kind: 'scope', name: 'the handler', node: at, entries: [at], endings: [] } : null)
      }
      if (at.type === 'ObjectExpression' && isVueOptions(at, this.#sourceCode)) {
        const ends = methodsOf(at).some(({ name }) => CLASSES.vue.teardown.includes(name))
        return !ends && isRoot(at, this.#sourceCode) ? null : { kind: 'options', node: at }
      }
      if (at.type === 'ObjectExpression' && isExtension(at)) return { kind: 'options', node: at }
      const described = at.type === 'ObjectExpression' ? describedBy(at) : null
      if (described) return scopeOf(at as TSESTree.ObjectExpression, described)
    }
    if (isPerInstanceScript(this.#sourceCode)) return { kind: 'setup', node: this.#sourceCode.ast }
    return user ?? repeated
  }

  /** The owner that a function gets from the call that it is handed to. */
  #role(fn: FunctionNode, argument: Node): Owner | 'ends' | null {
    const given = callbackOf(argument)
    const name = (given && lastName(given.call.callee)) ?? ''
    if (given && Object.hasOwn(PRODUCERS, name) && PRODUCERS[name] === given.index) return { kind: 'effect', node: fn, scope: null }
    if (!given || given.call.type !== 'CallExpression') return null
    const { call, index } = given
    if (EFFECT_HOOKS.has(name) && index === 0) return isInRoot(call, this.#sourceCode) ? 'ends' : { kind: 'effect', node: fn, scope: enclosingFunction(call) }
    if (name === 'modifier' && index === 0 && MODIFIERS.has(calleeName(call, this.#sourceCode) ?? '')) return { kind: 'effect', node: fn, scope: null }
    if (MOUNT_HOOKS.has(name) && index === 0 && call.callee.type === 'Identifier') return this.#setup(call)
    if (UNMOUNT_HOOKS.has(name) || (name === 'defineStore' && index > 0)) return 'ends' // a store of Pinia's is set up once: https://pinia.vuejs.org/core-concepts/
    return isRepeated(call, index, fn, this.#sourceCode) ? { kind: 'callback', node: fn, call } : null
  }

  #setup(call: Node): Owner | 'ends' {
    const around = enclosingFunction(call)
    if (around && (isInRoot(call, this.#sourceCode) || isShared(around))) return 'ends'
    return { kind: 'setup', node: around ?? this.#sourceCode.ast }
  }

  /** The owner of a call of a named function, or of what the function is handed to by name. */
  #called(fn: FunctionNode): Owner | null {
    if (keyOf(fn) !== null) return null
    let repeated: Owner | null = null
    for (const mention of mentionsOf(fn, this.#sourceCode)) {
      const role = this.#role(fn, mention)
      const owner = role ?? (isCallee(mention) || isGivenToHook(mention) ? this.from(mention) : null)
      if (!owner || owner === 'ends') continue
      if (owner.kind !== 'callback') return owner
      repeated ??= owner
    }
    return repeated
  }

  /** What the function is by itself. */
  #own(fn: FunctionNode): Owner | null {
    const name = nameOf(fn)
    const { vue, react, solid } = frameworksIn(this.#sourceCode)
    const composes = name !== null && /^use[A-Z]/.test(name)
    const isSetup = (vue && (composes || isSetupOption(fn))) || (solid && name !== null && /^[A-Z]/.test(name))
    if (isSetup) return { kind: 'setup', node: fn }
    if (react && (composes || isComponent(fn, name, this.#sourceCode)) && !isRootName(name, this.#sourceCode)) {
      return { kind: 'component', node: fn }
    }
    if (teardownResults(fn, this.#sourceCode).length > 0 && !lossOf(fn, this.#sourceCode)) return { kind: 'factory', node: fn }
    const gone = scopeEndings(fn, this.#sourceCode)
    if (gone.length > 0) return { kind: 'scope', name: 'the scope', node: fn, entries: [fn], endings: gone }
    const endings = prototypeEndings(fn, this.#sourceCode)
    return endings.length > 0 ? { kind: 'prototype', node: this.#sourceCode.ast, endings } : null
  }

  #member(member: Node, node: ClassNode): Owner | null {
    if (member.type === 'StaticBlock' || ('static' in member && member.static)) return null
    const framework = frameworkOf(node, this.#sourceCode)
    const ends = teardownMethods(node, framework).length > 0 || isDisposable(node, this.#sourceCode)
    if (framework ? ((!ends || isApp(node)) && isRoot(node, this.#sourceCode)) || (node.abstract && isOneForAll(node)) : !ends || isOneForAll(node)) return null
    return isSingleton(node, this.#sourceCode) ? null : { kind: 'class', node, framework }
  }
}

/** The whole application as a component, which releases some of its own for the sake of its author. */
function isApp({ id }: ClassNode): boolean {
  return id !== null && /(?:^|[a-z])App(?:Component)?$/.test(id.name)
}

/** VS Code's base class, which disposes of what is registered with it. */
function isDisposable({ superClass }: ClassNode, { text }: SourceCode): boolean {
  return superClass !== null && superName(superClass) === 'Disposable' && /\bthis\._?register\(/.test(text)
}

/** A store or service by its name, or one that Angular injects: they can be stopped, but there is one as a rule. */
function isOneForAll(node: ClassNode): boolean {
  if (node.id && /(?:Store|Service|Contribution)$/.test(node.id.name)) return true
  return decoratorsOf(node).some(({ expression }) => {
    if (expression.type !== 'CallExpression' || lastName(expression.callee) !== 'Injectable') return false
    const [options] = expression.arguments
    return options?.type !== 'ObjectExpression' || options.properties.every((one) => one.type !== 'Property' || keyName(one) !== 'scope') // Nest's, for each request
  })
}

/** `useObject(listFiles)`: hooks run what they are given for the component that calls them. */
function isGivenToHook(mention: Node): boolean {
  const given = callbackOf(outermost(mention))
  const name = (given && lastName(given.call.callee)) ?? ''
  return given?.index === 0 && /^use[A-Z]/.test(name) && !WRAPPING_CALLS.has(name)
}

const isCallee = (node: Node): boolean => {
  const { parent } = outermost(node)
  return parent?.type === 'CallExpression' && unwrap(parent.callee) === node
}

/** By what name other parts of the program know the component, hook or class; null for all of a single file's component, or where it has none. */
export function ownersName(owner: Owner): string | null {
  switch (owner.kind) {
    case 'effect':
      return owner.scope && nameOf(owner.scope)
    case 'class':
      return owner.node.id?.name ?? 'default'
    case 'options':
      return null
    case 'setup':
    case 'component':
      return owner.node.type === 'Program' || isSetupOption(owner.node) ? null : nameOf(owner.node)
    default:
      return null
  }
}

function nameOf(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name
  for (let at: Node = outermost(fn); at.parent; at = outermost(at.parent)) {
    if (at.parent.type === 'VariableDeclarator') return at.parent.id.type === 'Identifier' ? at.parent.id.name : null
    if (at.parent.type !== 'CallExpression') return null
  }
  return null
}

function isInRoot(node: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(node)
  const name = fn && nameOf(fn)
  return name !== null && isRootName(name, sourceCode) && isModuleScope(sourceCode.getScope(fn as FunctionNode).upper ?? sourceCode.getScope(fn as FunctionNode))
}

function isSetupOption(fn: FunctionNode): boolean {
  return fn.parent.type === 'Property' && keyName(fn.parent) === 'setup'
}

/** The `setup` of what is given to `createApp`, which is mounted once, and of which nothing waits for the end. */
function isSetupOfApp(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const options = isSetupOption(fn) ? fn.parent.parent : null
  return options?.type === 'ObjectExpression' && isRoot(options, sourceCode) && callsNamed(UNMOUNT_HOOKS, sourceCode, fn).length === 0
}

/** A capitalised function that is no constructor: it returns an element, null or another's. */
function isComponent(fn: FunctionNode, name: string | null, sourceCode: SourceCode): boolean {
  if (name === null || !/^[A-Z]/.test(name)) return false
  return resultsOf(fn, sourceCode).some((result) => /^JSX/.test(unwrap(result).type) || /\bcreateElement\b|<[\w>]/.test(sourceCode.getText(result)))
}

/** Which frameworks the file imports. */
const frameworksIn = fact(({ text }) => {
  const imports = (modules: string): boolean => new RegExp(`(?:from|require\\()\\s*['"](?:${modules})['"]`).test(text)
  return {
    vue: imports('vue|@vue/[\\w-]+|@vueuse/[\\w-]+|vue-demi|#imports|#app'),
    react: imports('react|preact(?:/\\w+)?|react-dom|next/\\w+'),
    solid: imports('solid-js(?:/\\w+)?'),
  }
})

/** Does the callee call this argument for each of many requests, connections or user's actions? */
function isRepeated(call: TSESTree.CallExpression, index: number, fn: FunctionNode, sourceCode: SourceCode): boolean {
  const name = lastName(call.callee) ?? ''
  const [first] = call.arguments
  if (REPEATING_CALLS.has(name)) {
    const event = stringValue(first, sourceCode)
    return index === 1 && event !== null && REPEATING_EVENTS.has(event)
  }
  if (name === 'createServer' || name === 'createSecureServer') return true
  if (!ROUTE_METHODS.has(name) || !methodCall(call) || index === 0) return false
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''))
  return stringValue(first, sourceCode) !== null && /^_?(?:req|request|ctx|context|c)$/.test(names[0] ?? '')
}

/** Is the callback run once for the program, as the set-up of a store is, and not by each component that uses it? */
function isShared(fn: FunctionNode): boolean {
  const given = callbackOf(fn)
  return given !== null && SHARING_CALLS.has(lastName(given.call.callee) ?? '')
}

/** A component that its name says to be the root, or that the file itself mounts when it is loaded. */
function isRootName(name: string | null, sourceCode: SourceCode): boolean {
  if (name === null) return false
  if (ROOT_COMPONENT.test(name)) return true
  const element = new RegExp(`<${escaped(name)}[\\s/>]|createElement\\(${escaped(name)}[,)]`)
  return callsNamed(RENDERING_CALLS, sourceCode).some((call) => element.test(sourceCode.getText(call)) && (runsAtLoad(call, sourceCode) || isRunByPage(call, sourceCode)))
}

/** `document.addEventListener('DOMContentLoaded', () => root.render(<Page />))` */
function isRunByPage(call: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(call)
  const given = fn && callbackOf(fn)
  return given !== null && given.call.type === 'CallExpression' && SINGLE_EVENTS.has(stringValue(given.call.arguments[0], sourceCode) ?? '')
}

/**
 * Is it the file of a single-file component that is mounted once by its name: `App.vue`, `GlobalListeners.vue`, or a
 * `StatusBar.vue` whose author ends nothing in it?
 */
export function isRootFile(filename: string, { text }: SourceCode): boolean {
  const [, name] = /([^\\/]+)\.(?:vue|svelte)$/.exec(filename) ?? []
  return name !== undefined && (ROOT_COMPONENT.test(name) || (SINGLE_COMPONENT_FILE.test(filename) && !COMPONENT_ENDS.test(text)))
}

/** Components that are mounted once by construction. */
function isRoot(node: ClassNode | TSESTree.ObjectExpression, sourceCode: SourceCode): boolean {
  if (node.type !== 'ObjectExpression') return isRootName(node.id?.name ?? null, sourceCode) || isLookedUp(node, sourceCode)
  const { parent } = outermost(node)
  if (parent?.type === 'NewExpression') return true
  if (parent?.type === 'CallExpression' && /^create(?:SSR)?App$/.test(lastName(parent.callee) ?? '')) return true
  const name = node.properties.find((one) => one.type === 'Property' && keyName(one) === 'name')
  const text = name?.type === 'Property' ? stringValue(name.value, sourceCode) : null
  return text !== null && ROOT_COMPONENT.test(text)
}

/** An object literal with two or more of Vue's options, among them one that mounts or ends, and that is no mixin. */
function isVueOptions(node: TSESTree.ObjectExpression, sourceCode: SourceCode): boolean {
  const names = node.properties.flatMap((one) => (one.type === 'Property' ? (keyName(one) ?? []) : []))
  if (names.includes('stopped')) return false // a service of Moleculer's
  const telling = names.some((name) => CLASSES.vue.setup.includes(name) || CLASSES.vue.teardown.includes(name))
  let known = 0
  for (const name of names) if (VUE_OPTIONS.has(name)) known++
  const { parent } = outermost(node)
  if (parent?.type === 'CallExpression' && COMPONENT_CALLS.has(lastName(parent.callee) ?? '')) return known > 0
  if (known < 2 || !(telling || names.includes('methods'))) return false
  return isSingleFileComponent(sourceCode) || names.some((name) => COMPONENT_OPTIONS.has(name))
}

/** Methods that end what the function made, in the object that it returns; or the function by which it ends that alone is returned. */
export function teardownResults(fn: FunctionNode, sourceCode: SourceCode): FunctionNode[] {
  const assigned = assignedEndings(fn, sourceCode)
  return assigned.length > 0 ? assigned : resultEndings(fn, sourceCode)
}

/** Methods by which an instance ends that its constructor function gives it: `this.destroy = destroy`, `self.destroy = function () {}`. */
function assignedEndings(fn: FunctionNode, sourceCode: SourceCode): FunctionNode[] {
  if (fn.type === 'ArrowFunctionExpression' || !/^[A-Z]/.test(nameOf(fn) ?? '')) return []
  return [...TEARDOWN_METHODS].flatMap((name) => membersNamed(name, sourceCode, fn)).flatMap((member) => {
    const { parent } = member
    if (member.type !== 'MemberExpression' || parent?.type !== 'AssignmentExpression' || parent.left !== member || enclosingFunction(member) !== fn) return []
    const ending = resolve(member.object, sourceCode).type === 'ThisExpression' ? functionOf(parent.right, sourceCode) : null
    return ending && isWithin(ending, fn) && takesNothing(ending) ? ending : []
  })
}

function resultEndings(fn: FunctionNode, sourceCode: SourceCode): FunctionNode[] {
  return resultsOf(fn, sourceCode).flatMap((given) => {
    const value = unwrap<Node>(given)
    const made = resolve(value, sourceCode)
    const result = isWithin(made, fn) ? made : value
    if (result.type !== 'ObjectExpression') return isFunction(result) && result.params.length === 0 && callsNamed(REMOVING_CALLS, sourceCode, result).length > 0 ? result : []
    return result.properties.flatMap((one) => {
      if (one.type !== 'Property' || !(TEARDOWN_METHODS.has(keyName(one) ?? '') || keyName(one) === 'cleanup')) return []
      return functionOf(one.value, sourceCode) ?? []
    })
  })
}

function scopeOf(node: TSESTree.ObjectExpression, { name, lifecycle }: NonNullable<ReturnType<typeof describedBy>>): Owner {
  const run = (names: readonly string[]): Node[] => methodsOf(node).flatMap((method) => (names.includes(method.name) ? method.fn : []))
  return { kind: 'scope', name, node, entries: run(lifecycle.setup), endings: run(lifecycle.teardown) }
}

/** `function handler(req, res)`, by the names of its parameters. */
function isRequestHandler({ params: [first, second] }: FunctionNode): boolean {
  return first?.type === 'Identifier' && second?.type === 'Identifier' && /^_?req(?:uest)?$/.test(first.name) && /^(?:_?res(?:ponse)?|reply)$/.test(second.name)
}

/** What AngularJS calls when the scope or element goes that the function is given: `$scope.$on('$destroy', release)`. */
function scopeEndings(fn: FunctionNode, sourceCode: SourceCode): Node[] {
  if (!speaksOfScopes(sourceCode)) return []
  return callsNamed(['$on', 'on', 'one', 'bind'], sourceCode, fn).flatMap((call) => {
    const receiver = methodCall(call)?.object
    const [event, ending] = call.arguments
    if (!receiver || !ending || stringValue(event, sourceCode) !== '$destroy') return []
    return rootVariable(receiver, sourceCode)?.scope.block === fn ? (functionOf(ending, sourceCode) ?? ending) : []
  })
}

const speaksOfScopes = fact(({ text }) => text.includes('$destroy'))

/** Calls by which a function that is returned shows that it ends something. */
const REMOVING_CALLS = ['removeEventListener', 'removeListener', 'off', '$off', 'unsubscribe', 'disconnect', 'clearInterval'] as const

/** What a message calls the owner. */
export function describeOwner(owner: Owner | null): string {
  switch (owner?.kind) {
    case 'effect':
      return owner.scope === null && Object.hasOwn(PRODUCERS, lastName(callbackOf(owner.node)?.call.callee ?? owner.node) ?? '') ? 'the observer' : 'the effect'
    case 'class':
      return owner.node.id ? `the '${owner.node.id.name}'` : 'the instance'
    case 'prototype':
      return 'the instance'
    case 'scope':
      return owner.name
    case 'factory':
      return 'what this function makes'
    case 'callback':
      return 'the handler'
    case undefined:
      return 'the call'
    default:
      return 'the component'
  }
}
