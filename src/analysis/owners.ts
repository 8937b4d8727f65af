import type { TSESTree } from '@typescript-eslint/utils'
import {
  CLASSES, type ClassFramework, DECORATORS, EFFECT_HOOKS, MOUNT_HOOKS, ROOT_COMPONENT, STOPPING_METHODS, SUPERCLASSES, TEARDOWN_METHODS,
  TELLING_METHODS, UNMOUNT_HOOKS, VUE_OPTIONS,
} from '../knowledge/frameworks.ts'
import { REPEATING_EVENTS, ROUTE_METHODS } from '../knowledge/resources.ts'
import { type FunctionNode, functionOf, isExported, isFunction, isModuleScope, isWithin, type Node, outermost, unwrap, variableOf } from './bindings.ts'
import { importOf, methodCall, stringValue } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, runsAtLoad } from './functions.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { callsNamed, isRunBy, keyName, keyOf, lastName, mentionsOf, resultsOf } from './occurrences.ts'

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** Something that comes and goes many times while the program runs, and whose code the file shows. */
export type Owner =
  /** A React effect: `node` is its callback, `scope` the component or hook around it. */
  | { kind: 'effect'; node: FunctionNode; scope: FunctionNode | null }
  | { kind: 'class'; node: ClassNode; framework: ClassFramework | null }
  /** A Vue component as an object of options. */
  | { kind: 'options'; node: TSESTree.ObjectExpression }
  /** A function, or a single-file component's script, that is run once for every component: Vue, Svelte, Solid. */
  | { kind: 'setup'; node: FunctionNode | TSESTree.Program }
  /** A React component or hook, run on every render. */
  | { kind: 'component'; node: FunctionNode }
  /** A function whose result has a teardown method. */
  | { kind: 'factory'; node: FunctionNode }
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
    for (let at = node; at.parent; at = at.parent) {
      if (at.parent.type === 'ClassBody') return this.#member(at, at.parent.parent as ClassNode) ?? repeated
      if (isFunction(at) && !this.#seen.has(at)) {
        this.#seen.add(at)
        const role = this.#role(at, at)
        if (role === 'ends') return null
        if (role && role.kind !== 'callback') return role
        repeated ??= role
        const own = this.#called(at) ?? this.#own(at)
        if (own && own.kind !== 'callback') return own
        repeated ??= own
      }
      if (at.type === 'ObjectExpression' && isVueOptions(at, this.#sourceCode)) {
        const ends = methodsOf(at).some(({ name }) => CLASSES.vue.teardown.includes(name))
        return !ends && isRoot(at, this.#sourceCode) ? null : { kind: 'options', node: at }
      }
    }
    if (isPerInstanceScript(this.#sourceCode)) return { kind: 'setup', node: this.#sourceCode.ast }
    return repeated
  }

  /** The owner that a function gets from the call that it is handed to. */
  #role(fn: FunctionNode, argument: Node): Owner | 'ends' | null {
    const given = callbackOf(argument)
    if (!given || given.call.type !== 'CallExpression') return null
    const { call, index } = given
    const name = lastName(call.callee) ?? ''
    if (EFFECT_HOOKS.has(name) && index === 0) return isInRoot(call, this.#sourceCode) ? 'ends' : { kind: 'effect', node: fn, scope: enclosingFunction(call) }
    if (MOUNT_HOOKS.has(name) && index === 0 && call.callee.type === 'Identifier') return this.#setup(call)
    if (UNMOUNT_HOOKS.has(name)) return 'ends'
    return isRepeated(call, index, fn, this.#sourceCode) ? { kind: 'callback', node: fn, call } : null
  }

  #setup(call: Node): Owner | 'ends' {
    const around = enclosingFunction(call)
    if (around && isInRoot(call, this.#sourceCode)) return 'ends'
    return { kind: 'setup', node: around ?? this.#sourceCode.ast }
  }

  /** The owner of a call of a named function, or of what the function is handed to by name. */
  #called(fn: FunctionNode): Owner | null {
    if (keyOf(fn) !== null) return null
    let repeated: Owner | null = null
    for (const mention of mentionsOf(fn, this.#sourceCode)) {
      const role = this.#role(fn, mention)
      const owner = role ?? (isCallee(mention) ? this.from(mention) : null)
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
    if (react && (composes || isComponent(fn, name, this.#sourceCode)) && !ROOT_COMPONENT.test(name ?? '')) {
      return { kind: 'component', node: fn }
    }
    return teardownResults(fn, this.#sourceCode).length > 0 ? { kind: 'factory', node: fn } : null
  }

  #member(member: Node, node: ClassNode): Owner | null {
    if (member.type === 'StaticBlock' || ('static' in member && member.static)) return null
    const framework = frameworkOf(node, this.#sourceCode)
    const ends = teardownMethods(node, framework).length > 0
    if (framework ? !ends && isRoot(node, this.#sourceCode) : !ends) return null
    return isSingleton(node, this.#sourceCode) ? null : { kind: 'class', node, framework }
  }
}

const isCallee = (node: Node): boolean => {
  const { parent } = outermost(node)
  return parent?.type === 'CallExpression' && unwrap(parent.callee) === node
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
  return name !== null && ROOT_COMPONENT.test(name) && isModuleScope(sourceCode.getScope(fn as FunctionNode).upper ?? sourceCode.getScope(fn as FunctionNode))
}

function isSetupOption(fn: FunctionNode): boolean {
  return fn.parent.type === 'Property' && keyName(fn.parent) === 'setup'
}

/** A capitalised function that is no constructor: it returns an element, null or another's. */
function isComponent(fn: FunctionNode, name: string | null, sourceCode: SourceCode): boolean {
  if (name === null || !/^[A-Z]/.test(name)) return false
  return resultsOf(fn, sourceCode).some((result) => /^JSX/.test(result.type) || /\bcreateElement\b|<[\w>]/.test(sourceCode.getText(result)))
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
  if (/^(?:on|addListener|addEventListener|prependListener|subscribe)$/.test(name)) {
    const event = stringValue(first, sourceCode)
    return index === 1 && event !== null && REPEATING_EVENTS.has(event)
  }
  if (name === 'createServer' || name === 'createSecureServer') return true
  if (!ROUTE_METHODS.has(name) || !methodCall(call) || index === 0) return false
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''))
  return stringValue(first, sourceCode) !== null && /^_?(?:req|request|ctx|context|c)$/.test(names[0] ?? '')
}

export function frameworkOf(node: ClassNode, sourceCode: SourceCode): ClassFramework | null {
  for (const { expression } of decoratorsOf(node)) {
    const callee = expression.type === 'CallExpression' ? expression.callee : expression
    const variable = variableOf(callee, sourceCode)
    const imported = variable && importOf(variable, sourceCode)
    if (!imported) continue
    const framework = DECORATORS[`${imported.module}.${imported.name}`] ?? DECORATORS[imported.module]
    if (framework) return framework
  }
  const extended = node.superClass && superName(node.superClass)
  const module = node.superClass && variableOf(node.superClass, sourceCode)
  const imported = module && importOf(module, sourceCode)
  const byModule = imported && SUPERCLASSES[imported.module]
  if (byModule) return byModule
  for (const member of node.body.body) {
    const name = member.type === 'MethodDefinition' && !member.static ? keyName(member) : null
    const telling = name !== null && Object.hasOwn(TELLING_METHODS, name) ? TELLING_METHODS[name] : undefined
    if (telling) return telling
  }
  return extended !== null && Object.hasOwn(SUPERCLASSES, extended) ? (SUPERCLASSES[extended] as ClassFramework) : null
}

/** `Component` of `extends React.Component<Props>`, `LitElement` of `extends Mixin(LitElement)`. */
export function superName(node: Node): string | null {
  const inner = unwrap(node)
  if (inner.type !== 'CallExpression') return lastName(inner)
  const [last] = inner.arguments.slice(-1)
  return last && last.type !== 'SpreadElement' ? superName(last) : null
}

/** Components that are mounted once by construction. */
function isRoot(node: ClassNode | TSESTree.ObjectExpression, sourceCode: SourceCode): boolean {
  if (node.type !== 'ObjectExpression') return (node.id !== null && ROOT_COMPONENT.test(node.id.name)) || isLookedUp(node, sourceCode)
  const { parent } = outermost(node)
  if (parent?.type === 'NewExpression') return true
  if (parent?.type === 'CallExpression' && /^create(?:SSR)?App$/.test(lastName(parent.callee) ?? '')) return true
  const name = node.properties.find((one) => one.type === 'Property' && keyName(one) === 'name')
  const text = name?.type === 'Property' ? stringValue(name.value, sourceCode) : null
  return text !== null && ROOT_COMPONENT.test(text)
}

/** A custom element that the file looks for in the document before it makes one: there is one for all. */
function isLookedUp(node: ClassNode, sourceCode: SourceCode): boolean {
  const tags = callsNamed(['customElement', 'define'], sourceCode).flatMap((call) => stringValue(call.arguments[0], sourceCode) ?? [])
  const lookups = callsNamed(['querySelector', 'getElementsByTagName'], sourceCode)
  return node.superClass !== null && lookups.some((call) => tags.includes(stringValue(call.arguments[0], sourceCode) ?? ''))
}

/** Is every instance of the class made once, at module level: `export const store = new Store()`? Or by its own static member? */
function isSingleton(node: ClassNode, sourceCode: SourceCode): boolean {
  const variable = node.id && sourceCode.getDeclaredVariables(node)[0]
  if (!variable) return false
  const made = variable.references.map(({ identifier }) => identifier.parent).filter((parent) => parent.type === 'NewExpression')
  const inside = variable.references.some(({ identifier }) => identifier.parent.type === 'NewExpression') || made.length > 0
  if (!inside) return /^#?_?(?:instance|singleton|shared)/i.test(staticNames(node).join(' '))
  if (made.every((creation) => runsAtLoad(creation, sourceCode))) return true
  return staticNames(node).some((name) => /^#?_?(?:get)?(?:instance|singleton|shared)$/i.test(name)) && !isExported(variable)
}

function staticNames(node: ClassNode): string[] {
  return node.body.body.flatMap((member) =>
    (member.type === 'PropertyDefinition' || member.type === 'MethodDefinition') && member.static ? (keyName(member) ?? []) : [],
  )
}

/** An object literal with two or more of Vue's options, among them one that mounts or ends. */
function isVueOptions(node: TSESTree.ObjectExpression, sourceCode: SourceCode): boolean {
  const names = node.properties.flatMap((one) => (one.type === 'Property' ? (keyName(one) ?? []) : []))
  const telling = names.some((name) => CLASSES.vue.setup.includes(name) || CLASSES.vue.teardown.includes(name))
  const known = names.filter((name) => VUE_OPTIONS.has(name)).length
  if (known >= 2 && telling && !names.includes('constructor')) return true
  const { parent } = outermost(node)
  if (parent?.type === 'ExportDefaultDeclaration') return known >= 2 && names.includes('methods')
  return parent?.type === 'CallExpression' && lastName(parent.callee) === 'defineComponent' && stringValue(node, sourceCode) === null
}

/** The methods of a class by which it ends or stops, those of its framework first, then those that end it altogether. */
export function teardownMethods(node: ClassNode, framework: ClassFramework | null = null): FunctionNode[] {
  const own = framework ? CLASSES[framework].teardown : []
  const ranks = [(name: string) => own.includes(name), (name: string) => TEARDOWN_METHODS.has(name), (name: string) => STOPPING_METHODS.has(name)]
  const methods = methodsOf(node).filter(({ fn }) => takesNothing(fn))
  return [...new Set(ranks.flatMap((has) => methods.filter(({ name }) => has(name)).map(({ fn }) => fn)))]
}

/** Does the class have a method that ends an instance for good, and not only what it runs? */
export function endsAltogether(node: ClassNode): boolean {
  return methodsOf(node).some(({ name, fn }) => TEARDOWN_METHODS.has(name) && takesNothing(fn))
}

/** `destroy(id)` ends something else. */
function takesNothing({ params }: FunctionNode): boolean {
  return params.every((param) => param.type !== 'Identifier' || /^(?:_.*|cb|callback|done|fn|err|error|reason|options|opts|force|e|ev|event|code|context|\w*[Ee]ls?|\w*DOM)$/.test(param.name))
}

/** Instance methods, and fields that hold functions, by name. */
export function methodsOf(node: ClassNode | TSESTree.ObjectExpression): { name: string; fn: FunctionNode }[] {
  const members: readonly Node[] = node.type === 'ObjectExpression' ? node.properties : node.body.body
  return members.flatMap((member) => {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition' && member.type !== 'Property') return []
    if ('static' in member && member.static) return []
    const name = keyName(member)
    return name !== null && member.value && isFunction(member.value) ? [{ name, fn: member.value }] : []
  })
}

/** Methods that end what the function made, in the object that it returns. */
export function teardownResults(fn: FunctionNode, sourceCode: SourceCode): FunctionNode[] {
  return resultsOf(fn, sourceCode).flatMap((result) => {
    if (result.type !== 'ObjectExpression') return []
    return result.properties.flatMap((one) => {
      if (one.type !== 'Property' || !TEARDOWN_METHODS.has(keyName(one) ?? '')) return []
      return functionOf(one.value, sourceCode) ?? []
    })
  })
}

export interface Teardown {
  /** The functions by which the owner ends. */
  entries: readonly Node[]
  /** Something that this file does not show runs as well. */
  isOpaque: boolean
}

/** How the owner ends. */
export function teardownOf(owner: Owner, sourceCode: SourceCode): Teardown {
  switch (owner.kind) {
    case 'effect': {
      const own = cleanupOf(owner.node, sourceCode)
      const others = owner.scope ? hookCleanups(owner.scope, sourceCode) : []
      return { entries: [...own.entries, ...others], isOpaque: own.isOpaque }
    }
    case 'component':
    case 'setup':
      return { entries: hookCleanups(owner.node, sourceCode), isOpaque: false }
    case 'class': {
      const methods = [...teardownMethods(owner.node, owner.framework), ...updatesAfterEnd(owner, sourceCode)]
      return { entries: [...methods, ...hookCleanups(owner.node, sourceCode)], isOpaque: inheritsTeardown(owner, sourceCode) }
    }
    case 'options': {
      const setups = methodsOf(owner.node).filter(({ name }) => CLASSES.vue.teardown.includes(name))
      return { entries: [...setups.map(({ fn }) => fn), ...hookEvents(owner.node, sourceCode), ...hookCleanups(owner.node, sourceCode)], isOpaque: false }
    }
    case 'factory':
      return { entries: teardownResults(owner.node, sourceCode), isOpaque: false }
    case 'callback':
      return { entries: [], isOpaque: false }
  }
}

/** Elements whose `disconnectedCallback` sets a field may release in the update that follows. */
function updatesAfterEnd({ node, framework }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): FunctionNode[] {
  const methods = framework === 'element' ? methodsOf(node) : []
  const end = methods.find(({ name }) => name === 'disconnectedCallback')
  if (!end || !/\bthis\.\w+ = /.test(sourceCode.getText(end.fn))) return []
  return methods.filter(({ name }) => name === 'updated' || name === 'willUpdate').map(({ fn }) => fn)
}

/** What an effect's callback returns. */
function cleanupOf(fn: FunctionNode, sourceCode: SourceCode): Teardown {
  const entries: Node[] = []
  let isOpaque = false
  for (const result of resultsOf(fn, sourceCode)) {
    for (const part of alternatives(result)) {
      const cleanup = functionOf(part, sourceCode)
      if (cleanup) entries.push(cleanup)
      else if (part.type === 'Identifier' ? part.name !== 'undefined' : isHandedBack(part)) isOpaque = true
    }
  }
  return { entries, isOpaque }
}

function isHandedBack(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'MemberExpression' || node.type === 'AwaitExpression'
}

function alternatives(node: Node): Node[] {
  const inner = unwrap(node)
  if (inner.type === 'ConditionalExpression') return [...alternatives(inner.consequent), ...alternatives(inner.alternate)]
  return inner.type === 'LogicalExpression' ? [...alternatives(inner.left), ...alternatives(inner.right)] : [inner]
}

/** What hooks inside of `region` run when it ends: `onUnmounted(fn)`, and what effects and `onMount` give back. */
function hookCleanups(region: Node, sourceCode: SourceCode): Node[] {
  const inside = (names: ReadonlySet<string>): Node[] =>
    callsNamed(names, sourceCode).flatMap((call) => {
      const [callback] = call.arguments
      return callback && isWithin(call, region) ? callback : []
    })
  const endings = inside(UNMOUNT_HOOKS).map((callback) => functionOf(callback, sourceCode) ?? callback)
  const mounted = [...inside(EFFECT_HOOKS), ...inside(MOUNT_HOOKS)].flatMap((callback) => {
    const fn = functionOf(callback, sourceCode)
    return fn ? cleanupOf(fn, sourceCode).entries : []
  })
  return [...endings, ...mounted]
}

/** `this.$once('hook:beforeDestroy', fn)` */
function hookEvents(region: Node, sourceCode: SourceCode): Node[] {
  return callsNamed(['$once', '$on'], sourceCode).flatMap((call) => {
    const [event, callback] = call.arguments
    if (!callback || !isWithin(call, region)) return []
    return /^hook:(?:before|un|destroy)/.test(stringValue(event, sourceCode) ?? '') ? (functionOf(callback, sourceCode) ?? callback) : []
  })
}

/** A class that extends one of the user's may be ended by that one's code. */
function inheritsTeardown({ node, framework }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): boolean {
  if (!node.superClass || !framework) return node.superClass !== null
  const name = superName(node.superClass)
  const variable = variableOf(node.superClass, sourceCode)
  const imported = variable && importOf(variable, sourceCode)
  return !(name !== null && Object.hasOwn(SUPERCLASSES, name)) && !(imported && SUPERCLASSES[imported.module])
}

/** Is the code at `node` run on the owner's way in: as it is made, mounted or connected, and not in a later handler? */
export function isOnWayIn(node: Node, owner: Owner, sourceCode: SourceCode): boolean {
  switch (owner.kind) {
    case 'effect':
    case 'callback':
      return true
    case 'component':
    case 'setup':
    case 'factory':
      return isRunBy(node, [owner.node, ...mountCallbacks(owner.node, sourceCode)], sourceCode)
    case 'class': {
      const names = owner.framework ? CLASSES[owner.framework].setup : ['constructor']
      const setups: Node[] = methodsOf(owner.node).filter(({ name }) => names.includes(name)).map(({ fn }) => fn)
      const fields = owner.node.body.body.filter((member) => member.type === 'PropertyDefinition' && member.value && !isFunction(member.value))
      return isRunBy(node, [...setups, ...fields], sourceCode)
    }
    case 'options': {
      const setups = methodsOf(owner.node).filter(({ name }) => CLASSES.vue.setup.includes(name) || name === 'data')
      return isRunBy(node, setups.map(({ fn }) => fn), sourceCode)
    }
  }
}

function mountCallbacks(region: Node, sourceCode: SourceCode): Node[] {
  return callsNamed([...MOUNT_HOOKS, ...EFFECT_HOOKS], sourceCode).flatMap((call) => {
    const [callback] = call.arguments
    return callback && isWithin(call, region) ? (functionOf(callback, sourceCode) ?? callback) : []
  })
}

/** What a message calls the owner. */
export function describeOwner(owner: Owner | null): string {
  switch (owner?.kind) {
    case 'effect':
      return 'the effect'
    case 'class':
      return owner.node.id ? `the '${owner.node.id.name}'` : 'the instance'
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
