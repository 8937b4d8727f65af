import type { TSESTree } from '@typescript-eslint/utils'
import { ANSWERING_CREATIONS, VIEWS } from '../knowledge/observables.ts'
import { initializerOf, isFunction, type Node, parameterOf, propertyName, resolve, unwrap, variableOf } from './bindings.ts'
import { calleeName, importOf, methodCall } from './calls.ts'
import type { ClassNode } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingClass } from './functions.ts'
import { fieldValuesOf } from './lifetime.ts'
import { isEndless, isMergedEndless, isOfProgram, isPipeEndless, isSubject, isView, mergedIn } from './observables.ts'
import { keyName } from './occurrences.ts'
import { resultsOf } from './results.ts'
import type { Sources } from './sources.ts'

/** Where an expression stands. */
interface Place {
  source: SourceCode
  file: string
  sources: Sources
  /** In the file that subscribes: what others make there may go with it. */
  isOwn: boolean
  /** How many more values are followed, from the component on: `tasks$`, `select()`, `state$`, `subject`. */
  steps: number
}

/** A class of the program, and what is asked of it. */
interface Service extends Place {
  type: ClassNode
}

const MOST_STEPS = 12

/**
 * Does the stream go on for as long as the program, by what the classes of the program give that it is asked of: a subject, and not
 * what answers a request? Of classes that the program does not declare, names have to say it, as in `isEndless`.
 */
export function goesOnElsewhere(holder: Node, file: string, sources: Sources, source: SourceCode): boolean {
  return goesOn(holder, { source, file, sources, isOwn: true, steps: MOST_STEPS })
}

/** Is it a stream of another file that answers once: `export default fromFetch(url).pipe(map(read))`? */
export function answersElsewhere(holder: Node, file: string, sources: Sources, source: SourceCode): boolean {
  const variable = variableOf(holder, source)
  const imported = variable && importOf(variable, source)
  const found = imported ? sources.declared(imported.module, imported.name, file) : null
  const made = found?.node.type === 'VariableDeclarator' ? found.node.init : found?.node
  return made != null && found !== null && answersOnce(made, found.source)
}

function answersOnce(node: Node, source: SourceCode): boolean {
  const value = resolve(node, source)
  const method = methodCall(value)
  if (value.type !== 'CallExpression' || method?.method !== 'pipe') return value.type === 'CallExpression' && ANSWERING_CREATIONS.test(calleeName(value, source) ?? '')
  return answersOnce(method.object, source) && !isPipeEndless(method.object, method.arguments, source, (one) => one !== method.object && isEndless(one, source))
}

/** Is it asked of what a class of the program may know, whatever it is called: `this.users.getAll()`? */
export function mayGoOnElsewhere(holder: Node): boolean {
  const inner = unwrap(holder)
  const method = methodCall(inner)
  const asked = method?.object ?? (inner.type === 'MemberExpression' ? unwrap(inner.object) : null)
  if (method && (method.method === 'pipe' || VIEWS.has(method.method))) return mayGoOnElsewhere(method.object)
  if (!method && inner.type === 'CallExpression') return mergedIn(inner.arguments).some(mayGoOnElsewhere)
  return asked?.type === 'Identifier' || (asked?.type === 'MemberExpression' && unwrap(asked.object).type === 'ThisExpression')
}

function goesOn(node: Node, { steps, ...at }: Place): boolean {
  if (steps === 0) return false
  const place = { ...at, steps: steps - 1 }
  const value = resolve(node, place.source)
  switch (value.type) {
    case 'NewExpression':
      return (!place.isOwn && value === unwrap(node) && isSubject(value, place.source)) || isEndless(node, place.source)
    case 'ConditionalExpression':
      return goesOn(value.consequent, place) && goesOn(value.alternate, place)
    case 'LogicalExpression':
      return goesOn(value.left, place) && goesOn(value.right, place)
    case 'CallExpression':
      return ofCall(value, place) ?? isEndless(value, place.source)
    case 'MemberExpression':
      return ofMember(value.object, propertyName(value), 'field', place) ?? isEndless(value, place.source)
    case 'ThisExpression':
      return !place.isOwn // `this.select(…)` of what a package makes, which the service extends
    default:
      return isEndless(node, place.source)
  }
}

/** null where no class of the program says it. */
function ofCall(call: TSESTree.CallExpression, place: Place): boolean | null {
  const asks = (node: Node): boolean => goesOn(node, place)
  const method = methodCall(call)
  if (!method) return isMergedEndless(call, place.source, asks)
  if (method.method === 'pipe') return isPipeEndless(method.object, method.arguments, place.source, asks)
  const answer = ofMember(method.object, method.method, 'method', place)
  return answer === null && isView(method) ? asks(method.object) : answer
}

function ofMember(object: Node, name: string | null, kind: 'field' | 'method', place: Place): boolean | null {
  if (name === null) return null
  const inner = unwrap(object)
  if (inner.type === 'ThisExpression') {
    const type = enclosingClass(inner)
    return type && ofClass({ ...place, type }, name, kind)
  }
  const service = place.isOwn && !isOfProgram(inner, place.source) ? null : serviceOf(inner, place)
  return service && !place.sources.isOfComponent(service.type.id?.name ?? '') && ofClass(service, name, kind)
}

/** What the class gives under that name: every value of a field, every result of a method or a getter. */
function ofClass(service: Service, name: string, kind: 'field' | 'method'): boolean | null {
  const { type, source } = service
  const member = type.body.body.find((one) => (one.type === 'MethodDefinition' || one.type === 'PropertyDefinition') && keyName(one) === name && !(one.type === 'MethodDefinition' && one.kind === 'set'))
  const fn = member && 'value' in member && member.value && isFunction(member.value) ? member.value : null
  if (fn) {
    const results = kind === 'method' || (member?.type === 'MethodDefinition' && member.kind === 'get') ? resultsOf(fn, source) : []
    return results.length > 0 && results.every((result) => result.type !== 'NewExpression' && goesOn(result, service)) // one for each call
  }
  const values = kind === 'field' ? fieldValuesOf(type, name, source) : []
  if (values.length > 0) return values.filter(isNew).length < 2 && values.every((value) => goesOn(value, service)) // what is replaced goes
  const above = type.superClass && service.steps > 0 && classNamed(type.superClass, service)
  if (above) return ofClass({ ...above, steps: service.steps - 1 }, name, kind)
  return service.isOwn || type.superClass ? null : false
}

/** The class of the program that it is an instance of, or whose static members it has. */
function serviceOf(node: Node, { steps, ...at }: Place): Service | null {
  if (steps === 0) return null
  const place = { ...at, steps: steps - 1 }
  const value = unwrap(node)
  switch (value.type) {
    case 'Identifier': {
      const variable = variableOf(value, place.source)
      const given = variable && parameterOf(variable)
      if (given) return typedAs(given.fn.params[given.index], place)
      const made = variable && initializerOf(variable)
      return made ? serviceOf(made, place) : classNamed(value, place)
    }
    case 'MemberExpression':
      if (/^_?instance$/i.test(propertyName(value) ?? '')) return serviceOf(value.object, place)
      return value.object.type === 'ThisExpression' ? ofField(value.object, propertyName(value) ?? '', place) : null
    case 'NewExpression':
      return classNamed(value.callee, place)
    case 'CallExpression': {
      const [token] = calleeName(value, place.source) === '@angular/core.inject' ? value.arguments : []
      if (token) return classNamed(token, place)
      return value.callee.type === 'MemberExpression' && /^getInstance$/i.test(propertyName(value.callee) ?? '') ? serviceOf(value.callee.object, place) : null
    }
    default:
      return null
  }
}

/** `constructor(private users: UserService)`, `users = inject(UserService)`, `this.users = users` */
function ofField(self: TSESTree.ThisExpression, name: string, place: Place): Service | null {
  const type = enclosingClass(self)
  for (const member of type?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && keyName(member) === name && member.typeAnnotation) return typedAs(member, place)
    const parameter = member.type === 'MethodDefinition' && member.kind === 'constructor' ? member.value.params.find((one) => one.type === 'TSParameterProperty' && nameOf(one.parameter) === name) : undefined
    if (parameter?.type === 'TSParameterProperty') return typedAs(parameter.parameter, place)
  }
  const [value, ...others] = fieldValuesOf(type, name, place.source)
  return value && others.length === 0 ? serviceOf(value, place) : null
}

function nameOf(parameter: Node): string | null {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return target.type === 'Identifier' ? target.name : null
}

function typedAs(node: Node | undefined, place: Place): Service | null {
  const annotation = node && 'typeAnnotation' in node ? (node.typeAnnotation as TSESTree.TSTypeAnnotation | undefined)?.typeAnnotation : undefined
  return annotation?.type === 'TSTypeReference' ? classNamed(annotation.typeName, place) : null
}

function classNamed(name: Node, place: Place): Service | null {
  const variable = variableOf(name, place.source)
  if (!variable) return null
  const imported = importOf(variable, place.source)
  const found = imported ? place.sources.declared(imported.module, imported.name, place.file) : { node: variable.defs[0]?.node as Node | undefined, source: place.source, file: place.file }
  const there = found && { ...place, source: found.source, file: found.file, isOwn: place.isOwn && found.file === place.file }
  if (found?.node?.type === 'ClassDeclaration' || found?.node?.type === 'ClassExpression') return { ...place, ...there, type: found.node }
  const made = found?.node?.type === 'VariableDeclarator' ? found.node.init : null
  return made && there ? serviceOf(made, there) : null
}

function isNew(value: Node): boolean {
  return value.type === 'NewExpression'
}
