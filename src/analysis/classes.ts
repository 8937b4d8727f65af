import type { TSESTree } from '@typescript-eslint/utils'
import { CONSTANT } from '../knowledge/domains.ts'
import {
  CLASSES, type ClassFramework, DECORATORS, STOPPING_METHODS, SUPERCLASSES, TEARDOWN_METHODS, TELLING_METHODS,
} from '../knowledge/frameworks.ts'
import { type FunctionNode, isExported, isFunction, type Node, unwrap, variableOf } from './bindings.ts'
import { importOf, stringValue } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import { fact, type SourceCode } from './fact.ts'
import { runsAtLoad } from './functions.ts'
import { callsNamed, keyName, lastName } from './occurrences.ts'

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** The framework that makes and unmakes instances of the class; null for a class of its own. */
export function frameworkOf(node: ClassNode, sourceCode: SourceCode): ClassFramework | null {
  for (const { expression } of decoratorsOf(node)) {
    const callee = expression.type === 'CallExpression' ? expression.callee : expression
    const variable = variableOf(callee, sourceCode)
    const imported = variable && importOf(variable, sourceCode)
    if (!imported) continue
    const framework = own(DECORATORS, `${imported.module}.${imported.name}`) ?? own(DECORATORS, imported.module)
    if (framework && (framework !== 'element' || isKnownElement(node))) return framework
  }
  const extended = node.superClass && superName(node.superClass)
  const module = node.superClass && variableOf(node.superClass, sourceCode)
  const imported = module && importOf(module, sourceCode)
  const byModule = imported && own(SUPERCLASSES, imported.module)
  if (byModule) return byModule
  for (const member of node.body.body) {
    const name = member.type === 'MethodDefinition' && !member.static ? keyName(member) : null
    const telling = name !== null && own(TELLING_METHODS, name)
    if (telling) return telling
  }
  const known = (extended !== null && own(SUPERCLASSES, extended)) || null
  return known === 'react' && imported?.module.startsWith('.') && !methodsOf(node).some(({ name }) => name === 'render') ? null : known // another's `Component`
}

/** Stands a class that the tables know above this one? What another adds nobody sees, nor whether it is the shell of the page. */
function isKnownElement({ superClass }: ClassNode): boolean {
  const above = superClass && superName(superClass)
  return above === null || own(SUPERCLASSES, above) !== undefined
}

/** What the table has under a name of the code, which may be one that every object has, such as `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** `Component` of `extends React.Component<Props>`, `LitElement` of `extends Mixin(LitElement)`. */
export function superName(node: Node): string | null {
  const inner = unwrap(node)
  if (inner.type !== 'CallExpression') return lastName(inner)
  const [last] = inner.arguments.slice(-1)
  return last && last.type !== 'SpreadElement' ? superName(last) : null
}

/** A custom element that the file looks for in the document before it makes one: there is one for all. */
export function isLookedUp(node: ClassNode, sourceCode: SourceCode): boolean {
  const tags = callsNamed(['customElement', 'define'], sourceCode).flatMap((call) => stringValue(call.arguments[0], sourceCode) ?? [])
  const lookups = callsNamed(['querySelector', 'getElementsByTagName'], sourceCode)
  return node.superClass !== null && lookups.some((call) => tags.includes(stringValue(call.arguments[0], sourceCode) ?? ''))
}

/** Is every instance of the class made once, at module level: `export const store = new Store()`? Or by its own static member? Or does it put itself on `window`? */
export function isSingleton(node: ClassNode, sourceCode: SourceCode): boolean {
  if (publications(sourceCode).some((at) => at > node.range[0] && at < node.range[1])) return true
  const variable = node.id && sourceCode.getDeclaredVariables(node)[0]
  if (!variable) return false
  const made = variable.references.map(({ identifier }) => identifier.parent).filter((parent) => parent.type === 'NewExpression' && !isOfConstant(parent))
  if (made.length === 0) return /^#?_?(?:instance|singleton|shared)/i.test(staticNames(node).join(' '))
  if (made.every((creation) => runsAtLoad(creation, sourceCode))) return true
  return staticNames(node).some((name) => /^#?_?(?:get)?(?:instance|singleton|shared)$/i.test(name)) && !isExported(variable)
}

/** Where instances become the page's: `window.shell = this`, `window.openMenu = (name) => …`, which a second one would overwrite. Handlers of events are left out. */
const publications = fact(({ text }) => [...text.matchAll(PUBLICATION)].map(({ index }) => index))

const PUBLICATION = /(?<![\w$.])(?:window|globalThis)\.(?!on[a-z]+\b)[\w$]+\s*=\s*(?:this\s*(?:[;,}]|\n|$)|this\.[\w$]+\.bind\(this|(?:async\s*)?(?:\([^()]*\)|[\w$]+)\s*=>)/g

/** `Texture.EMPTY = new Texture()` says nothing of the others. */
function isOfConstant({ parent }: Node): boolean {
  return parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' && CONSTANT.test(lastName(parent.left) ?? '')
}

function staticNames(node: ClassNode): string[] {
  return node.body.body.flatMap((member) =>
    (member.type === 'PropertyDefinition' || member.type === 'MethodDefinition') && member.static ? (keyName(member) ?? []) : [],
  )
}

/** The methods of a class by which it ends or stops, those of its framework first, then those that end it altogether. */
export function teardownMethods(node: ClassNode, framework: ClassFramework | null = null): FunctionNode[] {
  const own = framework ? CLASSES[framework].teardown : []
  const ranks = [(name: string) => own.includes(name), (name: string, fn: FunctionNode) => TEARDOWN_METHODS.has(name) && !isPrivate(fn), (name: string, fn: FunctionNode) => STOPPING_METHODS.has(name) && !isPrivate(fn)]
  const methods = methodsOf(node).filter(({ name, fn }) => takesNothing(fn) && !isHandler(name, fn))
  return [...new Set(ranks.flatMap((has) => methods.filter(({ name, fn }) => has(name, fn)).map(({ fn }) => fn)))]
}

/** `private disconnect()` is what the instance does by itself, and no end that others wait for. */
function isPrivate({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' && parent.accessibility === 'private'
}

/** Does the class have a method that ends an instance for good, and not only what it runs? */
export function endsAltogether(node: ClassNode): boolean {
  return methodsOf(node).some(({ name, fn }) => TEARDOWN_METHODS.has(name) && !isPrivate(fn) && takesNothing(fn) && !isHandler(name, fn))
}

/** `onClose(event)` hears that another thing ended. */
function isHandler(name: string, { params: [first] }: FunctionNode): boolean {
  return /^on[A-Z]/.test(name) && first?.type === 'Identifier' && /^e(?:v|vent)?$/.test(first.name)
}

/** `destroy(id)` ends something else. */
export function takesNothing({ params }: FunctionNode): boolean {
  return params.every((param) => param.type !== 'Identifier' || /^(?:_.*|map|cb|callback|done|fn|err|error|reason|options|opts|force|e|ev|event|code|context|\w*[Ee]ls?|\w*DOM)$/.test(param.name))
}

/** Instance methods, and fields that hold functions, by name. */
export function methodsOf(node: ClassNode | TSESTree.ObjectExpression): readonly Method[] {
  let methods = known.get(node)
  if (!methods) known.set(node, (methods = membersOf(node).flatMap(methodAt)))
  return methods
}

export interface Method {
  name: string
  fn: FunctionNode
}

const known = new WeakMap<Node, readonly Method[]>()

function membersOf(node: ClassNode | TSESTree.ObjectExpression): readonly Node[] {
  return node.type === 'ObjectExpression' ? node.properties : node.body.body
}

function methodAt(member: Node): Method | [] {
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition' && member.type !== 'Property') return []
  if ('static' in member && member.static) return []
  const name = keyName(member)
  return name !== null && member.value && isFunction(member.value) ? { name, fn: member.value } : []
}
