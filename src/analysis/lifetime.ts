import type { TSESTree } from '@typescript-eslint/utils'
import { GIVING_CALLS, MOUNT_POINT, ROOT_SERVICES, SERVICE_NAME } from '../knowledge/frameworks.ts'
import { LASTING_CALLS, LASTING_GLOBALS } from '../knowledge/resources.ts'
import { argumentOf, type FunctionNode, initializerOf, isGlobal, type Node, outermost, propertyName, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName, importOf, isNew, isWrapped, qualifiedName, stringValue } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import { fact, nodeFact, type SourceCode } from './fact.ts'
import { enclosingClass, isLoadScope } from './functions.ts'
import { add, keyName, membersNamed, mentionsOf, functionsNamed } from './occurrences.ts'
import { resultsOf } from './results.ts'

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** How long a value lives: as long as the program, as an instance, as one call; or nobody can say. */
export type Lifetime = 'program' | 'instance' | 'call' | 'unknown'

/** How long the object lives that the expression gives, as far as this file proves it. */
export function lifetimeOf(node: Node, sourceCode: SourceCode): Lifetime {
  return answer(unwrap(node), sourceCode)
}

const answer = nodeFact<Lifetime>('unknown', compute)

function compute(node: Node, sourceCode: SourceCode): Lifetime {
  switch (node.type) {
    case 'ThisExpression':
      return 'instance'
    case 'Identifier':
      return identifierLifetime(node, sourceCode)
    case 'MemberExpression':
      return memberLifetime(node, sourceCode)
    case 'CallExpression':
    case 'NewExpression': {
      const target = wrappedTarget(node)
      if (target) return lifetimeOf(target, sourceCode)
      if (isSingletonGiven(node, sourceCode) || isPageWrapped(node, sourceCode) || isPageElement(node, sourceCode)) return 'program'
      const name = calleeName(node, sourceCode) ?? ''
      return LASTING_CALLS.has(name) || GIVING_CALLS.has(name) ? 'program' : 'unknown'
    }
    case 'LogicalExpression':
      return agreed([node.left, node.right], sourceCode)
    case 'ConditionalExpression':
      return agreed([node.consequent, node.alternate], sourceCode)
    default:
      return 'unknown'
  }
}

/** The object that `$(document)` or `jQuery(window)` stands for: jQuery keeps its listeners with that, not with the wrapper. */
export function wrappedTarget(node: Node): Node | null {
  const call = unwrap(node)
  if (!isWrapped(call)) return null
  const [target] = call.arguments
  return target?.type === 'Identifier' || target?.type === 'MemberExpression' ? target : null
}

/** `ClientPeg.get()`, `Store.getInstance()`: what an import has one of. */
function isSingletonGiven({ callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): boolean {
  if (callee.type !== 'MemberExpression' || given.length > 0 || callee.object.type !== 'Identifier') return false
  const variable = /^(?:safeG|g)et(?:Instance|Default|Shared)?$|^instance$|^shared$/.test(propertyName(callee) ?? '') ? variableOf(callee.object, sourceCode) : null
  return variable !== null && /^[A-Z]/.test(variable.name) && importOf(variable, sourceCode) !== null
}

/** `$('body')` */
function isPageWrapped({ callee, arguments: [first] }: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): boolean {
  if (callee.type !== 'Identifier' || !/^(?:\$|jQuery)$/.test(callee.name)) return false
  return /^(?:html|body|html, ?body)$/.test(stringValue(first, sourceCode) ?? '')
}

/** `this.getFrame()`, `document.getElementById('name')`: another one each time, perhaps. */
export function isFoundAnew(holder: Node | null, sourceCode: SourceCode): boolean {
  return holder !== null && unwrap(holder).type === 'CallExpression' && lifetimeOf(holder, sourceCode) !== 'program'
}

/** What the page has one of, by its tag, or by the id that frameworks mount their application into. Other ids may be of what comes and goes with the owner. */
function isPageElement({ callee, arguments: [first] }: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'document') return false
  const name = propertyName(callee)
  const text = stringValue(first, sourceCode) ?? ''
  return (name === 'getElementById' && MOUNT_POINT.test(text)) || (name === 'querySelector' && (/^(?:html|body|main)$/.test(text) || (text.startsWith('#') && MOUNT_POINT.test(text.slice(1)))))
}

function agreed(nodes: readonly Node[], sourceCode: SourceCode): Lifetime {
  const [first, ...rest] = nodes.map((node) => lifetimeOf(node, sourceCode))
  return first !== undefined && rest.every((one) => one === first) ? first : 'unknown'
}

function isLastingName(node: Node, sourceCode: SourceCode): boolean {
  const name = qualifiedName(node, sourceCode)
  return name !== null && LASTING_GLOBALS.has(name)
}

function identifierLifetime(node: TSESTree.Identifier, sourceCode: SourceCode): Lifetime {
  if (isLastingName(node, sourceCode)) return 'program'
  const variable = variableOf(node, sourceCode)
  if (!variable || isGlobal(node, node.name, sourceCode)) return 'unknown'
  if (importOf(variable, sourceCode) || isInjectedParameter(variable, sourceCode) || (variable.defs[0]?.type === ('Parameter' as never) && INJECTED.has(node.name))) return 'program'
  return variableLifetime(variable, sourceCode)
}

/** What AngularJS injects by these names is one for the program. */
const INJECTED: ReadonlySet<string> = new Set(['$rootScope', '$window', '$document'])

function variableLifetime(variable: Variable, sourceCode: SourceCode): Lifetime {
  const argument = argumentOf(variable)
  if (argument) return lifetimeOf(argument, sourceCode) === 'program' ? 'program' : 'unknown'
  const value = initializerOf(variable) ?? defaultOf(variable, sourceCode)
  if (!value) return isGivenLastingOnce(variable, sourceCode) ? 'program' : 'unknown'
  const lifetime = lifetimeOf(value, sourceCode)
  if (lifetime !== 'unknown') return lifetime
  if (isLoadScope(variable.scope, sourceCode)) return isPerInstanceScript(sourceCode) ? 'instance' : 'program'
  const made = unwrap(value)
  return made.type === 'NewExpression' ? 'call' : 'unknown'
}

/** `let query` that is given what lasts at one place alone: `query = matchMedia('(hover: none)')` */
function isGivenLastingOnce(variable: Variable, sourceCode: SourceCode): boolean {
  const [write, ...others] = (variable.defs[0]?.type as string) === 'Variable' ? writesOf(variable) : []
  const { parent } = (write?.identifier as Node | undefined) ?? {}
  return others.length === 0 && parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === write?.identifier && lifetimeOf(parent.right, sourceCode) === 'program'
}

/** What the parameter is where it is not given, as by all the calls that this file shows. */
function defaultOf({ defs: [definition] }: Variable, sourceCode: SourceCode): Node | null {
  const { parent } = definition?.name ?? {}
  if ((definition?.type as string) !== 'Parameter' || parent?.type !== 'AssignmentPattern' || parent.left !== definition?.name) return null
  const fn = definition?.node as FunctionNode
  const index = fn.params.indexOf(parent)
  const isGiven = mentionsOf(fn, sourceCode).some((mention) => {
    const call = outermost(mention).parent
    return call?.type !== 'CallExpression' || call.arguments.length > index
  })
  return index < 0 || isGiven ? null : parent.right
}

/** Does the file come from a parser of single-file components? */
export function isSingleFileComponent({ parserServices }: SourceCode): boolean {
  return parserServices !== undefined && ('defineTemplateBodyVisitor' in parserServices || 'isSvelte' in parserServices)
}

/** In the script of a single-file component (Vue's `<script setup>`, Svelte), module level is run once per instance. */
export const isPerInstanceScript = fact(({ text, parserServices }): boolean => {
  if (!parserServices) return false
  if ('isSvelte' in parserServices && parserServices.isSvelte) return !/<script\b[^>]*\b(?:context="module"|module\b)/.test(text)
  return 'defineTemplateBodyVisitor' in parserServices && /<script\b[^>]*\ssetup\b/.test(text)
})

function memberLifetime(node: TSESTree.MemberExpression, sourceCode: SourceCode): Lifetime {
  if (isLastingName(node, sourceCode)) return 'program'
  const name = propertyName(node)
  if (name === null) return 'unknown'
  if (name === 'ownerDocument') return 'program'
  if ((name === 'defaultView' || name === 'body' || name === 'documentElement') && lifetimeOf(node.object, sourceCode) === 'program') {
    return 'program'
  }
  if (name === 'signal' && isNew(resolve(node.object, sourceCode), 'AbortController', sourceCode)) return lifetimeOf(node.object, sourceCode)
  const object = unwrap(node.object)
  if (object.type === 'ThisExpression') return fieldLifetime(object, name, sourceCode)
  return isPartOfGiven(object, name, sourceCode) || isPartOfLasting(object, name, sourceCode) ? 'program' : 'unknown'
}

/** A part of an import, of a global of the application's own or of a service, which nothing in this file replaces and whose name does not say that it changes. */
function isPartOfLasting(object: Node, name: string, sourceCode: SourceCode): boolean {
  if (VARYING_NAME.test(name) || lifetimeOf(object, sourceCode) !== 'program') return false
  if (PAGE_OBJECTS.has(qualifiedName(object, sourceCode) ?? '')) return false
  if (object.type === 'MemberExpression' && object.object.type === 'MemberExpression' && object.object.object.type === 'MemberExpression') return false
  return !membersNamed(name, sourceCode).some((member) => member.parent?.type === 'AssignmentExpression' && member.parent.left === member)
}

/** What the page's own objects give changes: `document.activeElement`. */
const PAGE_OBJECTS: ReadonlySet<string> = new Set(['document', 'navigator', 'screen', 'history', 'location', 'performance', 'process', 'top', 'parent', 'opener'])

const VARYING_NAME = /current|active|selected|focus|last|prev|next|temp|tmp|state|value|item|target|child|audio|video|^(?:el|element|node|frames?|body)$|(?:Ref|El|Element|Node|Player|Chart|Modal|Dialog)$/i

/** A part of what the components above hand down, such as `this.app.clock`, where its name does not say that it changes. */
function isPartOfGiven(object: Node, name: string, sourceCode: SourceCode): boolean {
  if (CHANGING_NAME.test(name)) return false
  if (object.type === 'MemberExpression') {
    const own = propertyName(object)
    const self = unwrap(object.object)
    if (own === null || CHANGING_NAME.test(own)) return false
    return self.type === 'ThisExpression' ? isInjectedOption(self, own, sourceCode) : isPartOfGiven(self, own, sourceCode)
  }
  const variable = object.type === 'Identifier' ? variableOf(object, sourceCode) : null
  const value = variable && initializerOf(variable)
  return value?.type === 'CallExpression' && GIVING_CALLS.has(calleeName(value, sourceCode) ?? '')
}

const CHANGING_NAME = /^(?:current|active|selected|last|next|prev\w*|target|item|value|parent|child\w*)|Ref$/i

/** Is it one of the component's `inject` option, which a component above provides, and so outlives it? */
function isInjectedOption(self: Node, name: string, sourceCode: SourceCode): boolean {
  for (let at: Node | undefined = self; at; at = at.parent) {
    if (at.type !== 'ObjectExpression') continue
    const inject = at.properties.find((one) => one.type === 'Property' && keyName(one) === 'inject')
    if (inject?.type !== 'Property') continue
    const { value } = inject
    if (value.type === 'ArrayExpression') return value.elements.some((one) => one !== null && stringValue(one, sourceCode) === name)
    return value.type === 'ObjectExpression' && value.properties.some((one) => one.type === 'Property' && keyName(one) === name)
  }
  return false
}

/** Vue's names for what a whole application shares: its root, and event buses put on every component. */
const APPLICATION_WIDE = /^\$(?:root(?:Scope)?|window|document|nuxt|store|router|sockets?|electron|mqtt|echo|(?:\w*(?:bus|hub|emitter|events?)))$/i

/** A field lives as long as what all its writes give; one that the instance makes lives as long as the instance. */
function fieldLifetime(self: TSESTree.ThisExpression, name: string, sourceCode: SourceCode): Lifetime {
  if (APPLICATION_WIDE.test(name)) return 'program'
  if (isInjectedOption(self, name, sourceCode)) return 'program'
  const type = enclosingClass(self)
  if (type && injectedService(type, name, sourceCode)) return 'program'
  const known = lastingFields(sourceCode)
  let lasting = known.get(type)
  if (!lasting) known.set(type, (lasting = new Map<string, boolean>()))
  let isLasting = lasting.get(name)
  if (isLasting === undefined) {
    lasting.set(name, false) // a field given to itself
    lasting.set(name, (isLasting = isGivenLasting(self, name, sourceCode)))
  }
  return isLasting ? 'program' : 'instance'
}

/** By class and field name. */
const lastingFields = fact(() => new Map<ClassNode | null, Map<string, boolean>>())

/** A field that merely names `window` or an import is as lasting as these; a parameter of a constructor is not. */
function isGivenLasting(self: TSESTree.ThisExpression, name: string, sourceCode: SourceCode): boolean {
  const given = fieldValues(self, name, sourceCode)
  return given.length > 0 && given.every((value) => lifetimeOf(value, sourceCode) === 'program')
}

/**
 * Everything that `this.name` is given, where it is declared and by assignments; an empty start (`null`) is left out. What a class
 * gives its own field is no other's, unless one of the two extends something.
 */
export function fieldValues(self: TSESTree.ThisExpression, name: string, sourceCode: SourceCode): Node[] {
  return fieldValuesOf(enclosingClass(self), name, sourceCode)
}

/** The same of a class, or of all that is no class's. */
export function fieldValuesOf(type: ClassNode | null, name: string, sourceCode: SourceCode): Node[] {
  const declared = (type?.body.body ?? []).flatMap((member) => (member.type === 'PropertyDefinition' && keyName(member) === name && member.value ? member.value : []))
  const { all, own, others } = assignmentsTo(name, sourceCode)
  const assigned = type && !type.superClass ? [...(own.get(type) ?? []), ...others] : all
  return [...declared, ...(type ? [] : dataNamed(name, sourceCode)), ...assigned].filter((value) => !isEmpty(value))
}

/** What Vue's components start with under that name: `data() { return { player: new Player() } }`. */
function dataNamed(name: string, sourceCode: SourceCode): Node[] {
  return functionsNamed('data', sourceCode).flatMap((fn) => resultsOf(fn, sourceCode)).flatMap((result) => {
    const properties = result.type === 'ObjectExpression' ? result.properties : []
    return properties.flatMap((one) => (one.type === 'Property' && keyName(one) === name ? one.value : []))
  })
}

interface Assignments {
  all: Node[]
  /** By the class that extends nothing and whose own field it is. */
  own: Map<ClassNode, Node[]>
  others: Node[]
}

/** What members of that name are given. */
function assignmentsTo(name: string, sourceCode: SourceCode): Assignments {
  const known = assignments(sourceCode)
  let given = known.get(name)
  if (!given) {
    known.set(name, (given = { all: [], own: new Map(), others: [] }))
    for (const member of membersNamed(name, sourceCode)) {
      const { parent } = member
      if (parent?.type !== 'AssignmentExpression' || parent.left !== member) continue
      const type = member.type === 'MemberExpression' && member.object.type === 'ThisExpression' ? enclosingClass(member) : null
      given.all.push(parent.right)
      if (type && !type.superClass) add(given.own, type, parent.right)
      else given.others.push(parent.right)
    }
  }
  return given
}

const assignments = fact(() => new Map<string, Assignments>())

/** `null`, `undefined`, `void 0` */
export function isEmpty(value: Node): boolean {
  return (value.type === 'Literal' && value.value === null) || (value.type === 'Identifier' && value.name === 'undefined') || (value.type === 'UnaryExpression' && value.operator === 'void')
}

/** `constructor(private location: Location)` and `@Inject(DOCUMENT) private doc`: Angular makes these once for the program. */
function injectedService(type: ClassNode, name: string, sourceCode: SourceCode): boolean {
  const build = type.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor')
  for (const parameter of build?.type === 'MethodDefinition' ? build.value.params : []) {
    if (parameter.type !== 'TSParameterProperty') continue
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (target.type === 'Identifier' && target.name === name) return isServiceParameter(target, decoratorsOf(parameter), type, sourceCode)
  }
  return type.body.body.some(
    (member) => member.type === 'PropertyDefinition' && keyName(member) === name && isInjectCall(member.value, type, sourceCode),
  )
}

/** Is the parameter, by its type or by what `@Inject` names, one of the program's services? */
function isServiceParameter(target: TSESTree.Identifier, decorators: readonly TSESTree.Decorator[], type: ClassNode, sourceCode: SourceCode): boolean {
  const annotation = target.typeAnnotation?.typeAnnotation
  const tokens: Node[] = decorators.flatMap(({ expression }) => (expression.type === 'CallExpression' ? expression.arguments : []))
  if (annotation?.type === 'TSTypeReference') tokens.push(annotation.typeName)
  if (decorators.some(({ expression }) => /^(?:Self|Host)$/.test(expression.type === 'CallExpression' && expression.callee.type === 'Identifier' ? expression.callee.name : ''))) return false
  return tokens.some((token) => isRootService(token, type, sourceCode))
}

/** A parameter of the constructor of what a decorator describes, which the injector calls: `constructor(transfer: TransferService)`. */
function isInjectedParameter({ defs: [definition] }: Variable, sourceCode: SourceCode): boolean {
  const parameter = definition?.name as Node | undefined
  if ((definition?.type as string) !== 'Parameter' || parameter?.type !== 'Identifier') return false
  const build = (definition?.node as Node).parent
  const type = build?.type === 'MethodDefinition' && build.kind === 'constructor' ? (build.parent.parent as ClassNode) : null
  return type !== null && decoratorsOf(type).length > 0 && isServiceParameter(parameter, decoratorsOf(parameter), type, sourceCode)
}

/** `private location = inject(Location)` */
function isInjectCall(value: Node | null, type: ClassNode, sourceCode: SourceCode): boolean {
  if (value?.type !== 'CallExpression' || calleeName(value, sourceCode) !== '@angular/core.inject') return false
  const [token] = value.arguments
  return token !== undefined && isRootService(token, type, sourceCode)
}

/** One of Angular's own, or one that is called a service and that the class does not provide for itself. */
function isRootService(token: Node, type: ClassNode, sourceCode: SourceCode): boolean {
  const variable = variableOf(token, sourceCode)
  const imported = variable && importOf(variable, sourceCode)
  if (!imported) return false
  if (Object.hasOwn(ROOT_SERVICES, imported.name)) return ROOT_SERVICES[imported.name] === imported.module || isKitsOwn(imported.name, imported.module)
  if (!SERVICE_NAME.test(imported.name) && (OWN_NODE.test(imported.name) || !isComponent(type))) return false
  return !decoratorsOf(type).some((one) => new RegExp(`roviders:[^\\]]*\\b${imported.name}\\b`).test(sourceCode.getText(one)))
}

/** In the component kit itself, which imports its own by path. */
function isKitsOwn(name: string, module: string): boolean {
  return module.startsWith('.') && /^@angular\/cdk/.test(ROOT_SERVICES[name] ?? '')
}

/** What Angular injects from the component's own node, or makes for it. */
const OWN_NODE = /(?:Ref|Control|Form|Model|FormGroup|FormGroupDirective|Container|Builder|Modal|Dialog|Data|DATA|Config|Factory|Renderer2?|Route|Snapshot|Zone|Client|Injector|Element|Api|API)$/

/** Components get what is not made for them from those around them, which they do not outlive. */
function isComponent(type: ClassNode): boolean {
  return decoratorsOf(type).some(({ expression }) => expression.type === 'CallExpression' && expression.callee.type === 'Identifier' && expression.callee.name === 'Component')
}

/** Does every write to the variable happen where it is declared? */
export function isWrittenOnce(variable: Variable): boolean {
  return writesOf(variable).length === 1
}
