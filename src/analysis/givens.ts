import type { TSESTree } from '@typescript-eslint/utils'
import { FORM_STREAM } from '../knowledge/observables.ts'
import { isFunction, type Node, propertyName, rootVariable, unwrap, type Variable, variableOf } from './bindings.ts'
import { importOf, stringValue } from './calls.ts'
import { decoratorsOf } from './decorators.ts'
import type { SourceCode } from './fact.ts'
import { enclosingClass } from './functions.ts'
import { functionsNamed, keyName, lastName } from './occurrences.ts'
import { fieldValues } from './lifetime.ts'
import type { Owner } from './owners.ts'
import { unpiped } from './observables.ts'

/**
 * Is it handed down to a component by those above it, or shared by a hook that takes nothing: a prop, an input, `useSocket()`?
 * It was there before the component, and as a rule stays when that is gone. Elements are as a rule the component's own.
 */
export function isFromAbove(holder: Node, owner: Owner, sourceCode: SourceCode): boolean {
  const path = pathOf(unpiped(unwrap(holder)))
  if (!path || path.names.some((name) => OWN_PART.test(name) || FORM_STREAM.test(name))) return false
  const { root, names } = path
  switch (owner.kind) {
    case 'effect':
      return root.type === 'Identifier' && owner.scope !== null && isOfComponent(root, owner.scope, sourceCode)
    case 'class': {
      const [first, second] = names
      if (root.type !== 'ThisExpression' || first === undefined) return false
      return owner.framework === 'react' ? first === 'props' && second !== undefined : owner.framework !== null && isDecorated(owner.node, first)
    }
    case 'options':
      return root.type === 'ThisExpression' && names[0] !== undefined && isProp(owner.node, names[0], sourceCode)
    case 'setup': {
      const variable = variableOf(root, sourceCode)
      return variable !== null && lastName(calleeOf(variable) ?? root) === 'defineProps' && calleeOf(variable) !== null
    }
    default:
      return false
  }
}

/** May what keeps it be handed down, going by the looks of it? */
export function mayBeFromAbove(holder: Node): boolean {
  const path = pathOf(unpiped(unwrap(holder)))
  return path !== null && (path.root.type === 'Identifier' || path.names.length > 0)
}

/** Is it a field, or a part of one, that is only ever given what came in by parameters? `ifNeverSet`: one that only the class above sets is as well. */
export function isGivenField(holder: Node, sourceCode: SourceCode, ifNeverSet = false): boolean {
  const path = pathOf(unwrap(holder))
  const [name] = path?.names ?? []
  if (path?.root.type !== 'ThisExpression' || name === undefined) return false
  const values = fieldValues(path.root, name, sourceCode)
  return values.length > 0 ? values.every((value) => isGivenValue(value, sourceCode)) : ifNeverSet && !isOfPackage(path.root, name, sourceCode)
}

/** Is the field that of the class above, which is of a package that made it, and ends it? */
function isOfPackage(self: TSESTree.ThisExpression, name: string, sourceCode: SourceCode): boolean {
  const type = enclosingClass(self)
  const isDeclared = type?.body.body.some((member) => member.type === 'PropertyDefinition' && keyName(member) === name) ?? false // `@service session`
  const variable = type?.superClass && !isDeclared ? rootVariable(type.superClass, sourceCode) : null
  const module = variable ? importOf(variable, sourceCode)?.module : undefined
  return module !== undefined && !/^(?:[.~#/]|@\/)/.test(module)
}

/** A parameter, a part of one, or what a method of one gives. */
function isGivenValue(value: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(value)
  if (inner.type === 'LogicalExpression') return isGivenValue(inner.left, sourceCode)
  if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression') return isGivenValue(inner.callee.object, sourceCode)
  const given = rootVariable(inner, sourceCode)?.defs[0]
  return given?.type === ('Parameter' as never) && !isOfReference(given?.node as Node)
}

/** `<div ref={(element) => { this.element = element }}>`, which gives the component what it renders. */
function isOfReference({ parent }: Node): boolean {
  return parent?.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute' && /ref$/i.test(String(parent.parent.name.name))
}

/** Is it an element of the owner's own, going by its name: `this.container`, `$opener`? */
export function isOwnPart(holder: Node): boolean {
  const name = lastName(unwrap(holder)) ?? ''
  return OWN_PART.test(name) || name.startsWith('$')
}

/** Parts that as a rule are the component's own: elements, and what changes. */
const OWN_PART = /^(?:current|target|item|value|el|element|node|input|button|container|form|control|dialog\w*|modal\w*|activeModal)$|(?:Ref|El|Element|Node|Container|Form|Control)$/i

/** What a host makes for the component that it is given to, or a provider for those below. */
const PROVIDED = /^(?:context|ctx|api|sdk)$|Api$/

interface Path {
  root: TSESTree.Identifier | TSESTree.ThisExpression
  names: string[]
}

function pathOf(node: Node): Path | null {
  const inner = unwrap(node)
  if (inner.type === 'Identifier') return { root: inner, names: [] }
  if (inner.type === 'ThisExpression') return { root: inner, names: [] }
  if (inner.type !== 'MemberExpression') return null
  const path = pathOf(inner.object)
  const name = propertyName(inner)
  return path && name !== null ? { root: path.root, names: [...path.names, name] } : null
}

/** One of the component's or hook's props, or what a hook of no arguments gives. */
function isOfComponent(root: TSESTree.Identifier, scope: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(root, sourceCode)
  if (!variable || OWN_PART.test(root.name) || PROVIDED.test(root.name)) return false
  if ((variable.defs[0]?.type as string | undefined) === 'Parameter') return isFunction(scope) && variable.scope.block === scope && isComponentName(scope)
  const callee = calleeOf(variable)
  const name = callee && lastName(callee)
  return name !== null && /^use[A-Z]/.test(name) && !OWN_HOOK.test(name) && !PROVIDER_HOOK.test(name) && functionsNamed(name, sourceCode).length === 0
}

const OWN_HOOK = /^use(?:Ref|State|Reducer|Form|Id|Toast|Intl|Animat\w*|Shared\w*|\w*Ref|\w*Value|Editor|Player|Audio\w*|Video\w*|Worker|Observer)$/

/** What a provider near above makes, and as a rule ends: `useRoomContext()`. */
const PROVIDER_HOOK = /^use\w*(?:Client|Room|Context|Api|Socket|Instance|Editor|Carousel)$/

function isComponentName(fn: Node): boolean {
  const own = 'id' in fn && fn.id ? fn.id : null
  for (let at: Node | undefined = own ? undefined : fn; at; at = at.parent) {
    if (at.type === 'VariableDeclarator') return at.id.type === 'Identifier' && /^[A-Z]/.test(at.id.name)
    if (at.type === 'ExportDefaultDeclaration') return true
  }
  return own?.type === 'Identifier' && /^[A-Z]/.test(own.name)
}

/** What the variable's value, or the object that it is taken out of, is the answer of, without arguments. */
function calleeOf(variable: Variable): Node | null {
  const [definition] = variable.defs
  const node = definition?.node as Node | undefined
  const value = node?.type === 'VariableDeclarator' && node.init ? unwrap(node.init) : null
  if (value?.type !== 'CallExpression') return null
  return value.arguments.length === 0 || lastName(value.callee) === 'defineProps' ? value.callee : null
}

function isDecorated(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, name: string): boolean {
  return node.body.body.some((member) => {
    if (!('key' in member) || keyName(member) !== name) return false
    return decoratorsOf(member).some(({ expression }) => /^(?:Input|Prop)$/.test(lastName(expression.type === 'CallExpression' ? expression.callee : expression) ?? ''))
  })
}

function isProp(node: TSESTree.ObjectExpression, name: string, sourceCode: SourceCode): boolean {
  const props = node.properties.find((one) => one.type === 'Property' && keyName(one) === 'props')
  if (props?.type !== 'Property') return false
  const { value } = props
  if (value.type === 'ArrayExpression') return value.elements.some((one) => one !== null && stringValue(one, sourceCode) === name)
  return value.type === 'ObjectExpression' && value.properties.some((one) => one.type === 'Property' && keyName(one) === name)
}
