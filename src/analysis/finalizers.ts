import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, functionOf, isConstant, isFunction, isModuleScope, isWithin, type Node, outermost, propertyName, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { isNew, methodCall } from './calls.ts'
import { keptBy } from './captures.ts'
import type { SourceCode } from './fact.ts'
import { keyName, membersNamed } from './occurrences.ts'
import { capturedSelves, selves, thisOf } from './selves.ts'

/** A registration of which the cleanup never runs, because its target stays as long as the registry, or the registry goes with its target. */
export interface SelfReference {
  target: Node
  /** The part of what the registry keeps by which it reaches the target: a mention, or a function whose context has it. */
  part: Node
  /** By the value held for the cleanup, by the cleanup itself; or the registry is the target's own, and goes with it. */
  by: 'held' | 'callback' | 'owner'
  /** What puts the target into the context, where `part` is a function that does not mention it. */
  capture: Node | null
}

/** `registry.register(target, held)` of a registry that lives on and reaches the target; null when it does not, or nobody can say. */
export function selfReference(call: TSESTree.CallExpression, sourceCode: SourceCode): SelfReference | null {
  const called = methodCall(call)
  if (called?.method !== 'register' || call.arguments.length < 2) return null
  const [target, held] = call.arguments.map((argument) => unwrap(argument))
  if (!target || !held || (target.type !== 'ThisExpression' && target.type !== 'Identifier')) return null
  if (target.type === 'ThisExpression' && isOwnField(unwrap(called.object), sourceCode)) return { target, part: unwrap(called.object), by: 'owner', capture: null }
  const registries = registriesAt(called.object, target, sourceCode)
  if (registries.length === 0) return null
  const reach = new Reach(target, sourceCode)
  const part = target.type === held.type && reach.is(held) ? null : reach.from(held) // held and target the same: `register` throws
  if (part) return { target, part, by: 'held', capture: reach.capture }
  for (const { arguments: given } of registries) {
    const callback = given[0] && functionOf(given[0], sourceCode)
    const own = callback && reach.from(callback)
    if (own) return { target, part: own, by: 'callback', capture: reach.capture }
  }
  return null
}

/** The registries that the expression may be, if they outlive the call: those of a module's variable, of a class, or of another object than the target. */
function registriesAt(node: Node, target: Node, sourceCode: SourceCode): TSESTree.NewExpression[] {
  const place = unwrap(node)
  if (place.type === 'Identifier') {
    const variable = variableOf(place, sourceCode)
    if (!variable || !isModuleScope(variable.scope)) return []
    return writesOf(variable).flatMap(({ writeExpr }) => (writeExpr ? registriesIn(writeExpr as Node, sourceCode) : []))
  }
  const name = place.type === 'MemberExpression' ? propertyName(place) : null
  if (place.type !== 'MemberExpression' || name === null) return []
  if (unwrap(place.object).type === 'ThisExpression' && target.type === 'ThisExpression' && !isStatic(name, sourceCode)) return [] // goes with the target
  return fieldValues(name, sourceCode).flatMap((value) => registriesIn(value, sourceCode))
}

/** `new FinalizationRegistry(…)`, or that where there is such a thing: `typeof FinalizationRegistry !== 'undefined' && new …`, `… ? new … : null`. */
function registriesIn(value: Node, sourceCode: SourceCode): TSESTree.NewExpression[] {
  const node = unwrap(value)
  if (node.type === 'LogicalExpression') return registriesIn(node.right, sourceCode)
  if (node.type === 'ConditionalExpression') return [...registriesIn(node.consequent, sourceCode), ...registriesIn(node.alternate, sourceCode)]
  return isNew(node, 'FinalizationRegistry', sourceCode) ? [node] : []
}

/** `#registry = new FinalizationRegistry(…)`, only used to register: nobody else holds it. */
function isOwnField(place: Node, sourceCode: SourceCode): boolean {
  const name = place.type === 'MemberExpression' && unwrap(place.object).type === 'ThisExpression' ? propertyName(place) : null
  if (name === null) return false
  const values = fieldValues(name, sourceCode)
  const uses = membersNamed(name, sourceCode).filter(({ parent }) => parent?.type !== 'AssignmentExpression')
  return !isStatic(name, sourceCode) && values.length === 1 && isNew(unwrap(values[0] as Node), 'FinalizationRegistry', sourceCode) && uses.every((use) => /^(?:un)?register$/.test(methodOf(use) ?? ''))
}

function methodOf(object: Node): string | null {
  const { parent } = outermost(object)
  return parent?.type === 'MemberExpression' && parent.object === outermost(object) ? propertyName(parent) : null
}

/** What fields of the name are declared with, and what they are assigned. */
function fieldValues(name: string, sourceCode: SourceCode): Node[] {
  const assigned = membersNamed(name, sourceCode).flatMap(({ parent, ...member }) => (parent?.type === 'AssignmentExpression' && parent.left.range[1] === member.range[1] ? [parent.right] : []))
  return [...assigned, ...fieldsNamed(name, sourceCode).flatMap(({ value }) => value ?? [])]
}

function fieldsNamed(name: string, { scopeManager }: SourceCode): TSESTree.PropertyDefinition[] {
  const types = (scopeManager?.scopes ?? []).flatMap(({ type, block }) => (type === 'class' ? [block as TSESTree.ClassDeclaration] : []))
  return types.flatMap(({ body }) => body.body.flatMap((member) => (member.type === 'PropertyDefinition' && keyName(member) === name ? [member] : [])))
}

function isStatic(name: string, sourceCode: SourceCode): boolean {
  return fieldsNamed(name, sourceCode).some((field) => field.static)
}

/** What leads from a value to the target. */
class Reach {
  readonly #target: Node
  readonly #variable: Variable | null
  readonly #sourceCode: SourceCode
  readonly #seen = new Set<Node | Variable>()
  /** The mention in a sibling, where no mention of its own leads to the target. */
  capture: Node | null = null

  constructor(target: Node, sourceCode: SourceCode) {
    this.#target = target
    this.#variable = target.type === 'Identifier' ? variableOf(target, sourceCode) : null
    this.#sourceCode = sourceCode
  }

  is(node: Node): boolean {
    if (this.#target.type === 'ThisExpression') return node.type === 'ThisExpression' && thisOf(node) === thisOf(this.#target)
    return node.type === 'Identifier' && this.#variable !== null && variableOf(node, this.#sourceCode) === this.#variable
  }

  /** The part of the value that reaches the target; null when none is seen to. */
  from(value: Node): Node | null {
    const node = unwrap(value)
    if (this.#seen.has(node)) return null
    this.#seen.add(node)
    if (this.is(node)) return node
    switch (node.type) {
      case 'ObjectExpression':
        return this.#first(node.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : [])))
      case 'ArrayExpression':
        return this.#first(node.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [element] : [])))
      case 'ConditionalExpression':
        return this.#first([node.consequent, node.alternate])
      case 'LogicalExpression':
        return this.#first([node.left, node.right])
      case 'CallExpression': {
        const called = methodCall(node)
        return called?.method === 'bind' ? this.#first([called.object, ...called.arguments]) : null
      }
      case 'Identifier': {
        const variable = variableOf(node, this.#sourceCode)
        return variable ? this.#throughVariable(variable) : null
      }
      default:
        return isFunction(node) ? this.#inFunction(node) : null
    }
  }

  #first(values: readonly Node[]): Node | null {
    for (const value of values) {
      const part = this.from(value)
      if (part) return part
    }
    return null
  }

  /** By what the variable is given, once, or what one of its properties is. */
  #throughVariable(variable: Variable): Node | null {
    if (this.#seen.has(variable) || !isConstant(variable)) return null
    this.#seen.add(variable)
    const given = variable.defs[0]?.node as Node | undefined
    if (given && isFunction(given) && variable.defs[0]?.type === ('FunctionName' as never)) return this.from(given)
    const values = writesOf(variable).flatMap(({ writeExpr, identifier }) => (writeExpr && identifier.parent.type !== 'ObjectPattern' && identifier.parent.type === 'VariableDeclarator' ? [writeExpr as Node] : []))
    const properties = variable.references.flatMap(({ identifier }) => {
      const member = (identifier as Node).parent
      const assignment = member?.type === 'MemberExpression' && member.object === identifier ? outermost(member).parent : null
      return assignment?.type === 'AssignmentExpression' && assignment.left === outermost(member as Node) ? [assignment.right] : []
    })
    return this.#first([...values, ...properties])
  }

  /** A mention in the function, or the function itself where a sibling put the target into the context that both share. */
  #inFunction(fn: FunctionNode): Node | null {
    if (!this.#variable) return this.#selfIn(fn)
    if (isModuleScope(this.#variable.scope)) return null
    const mention = this.#variable.references.find(({ identifier }) => isWithin(identifier as Node, fn))
    if (mention) return mention.identifier as Node
    const shared = keptBy(fn, this.#sourceCode).find(({ variable }) => variable === this.#variable)
    this.capture = shared?.captures[0] ?? null
    return this.capture && fn
  }

  /** An arrow function that mentions `this` puts it into the context of the method, which every function made there keeps. */
  #selfIn(fn: FunctionNode): Node | null {
    const method = thisOf(this.#target)
    if (!method || !isWithin(fn, method)) return null
    const captures = capturedSelves(method, this.#sourceCode)
    const own = captures.find((self) => isWithin(self, fn))
    this.capture = own ? null : (captures[0] ?? null)
    return own ?? (this.capture && fn)
  }
}

/** Where the function mentions the target. */
export function mentionsOfTarget(target: Node, fn: Node, sourceCode: SourceCode): Node[] {
  const variable = variableOf(target, sourceCode)
  const mentions = variable ? variable.references.map(({ identifier }) => identifier as Node) : selves(sourceCode).filter((self) => thisOf(self) === thisOf(target))
  return mentions.filter((mention) => isWithin(mention, fn))
}

/** Does another function of the same scope mention the target, so that the context which they share keeps it whatever this one mentions? */
export function isKeptBeside(target: Node, fn: FunctionNode, sourceCode: SourceCode): boolean {
  const variable = variableOf(target, sourceCode)
  const method = variable ? null : thisOf(target)
  const captures = variable ? (keptBy(fn, sourceCode).find((held) => held.variable === variable)?.captures ?? []) : method ? capturedSelves(method, sourceCode) : []
  return captures.some((capture) => !isWithin(capture, fn))
}
