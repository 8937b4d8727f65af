import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isConstant, isFunction, isModuleScope, isWithin, type Node, outermost, unwrap, type Variable, variableOf } from './bindings.ts'
import { isNew } from './calls.ts'
import { capturesOf, keptBy } from './captures.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf } from './functions.ts'
import { callsNamed, lastName } from './occurrences.ts'
import { capturedSelves, thisOf } from './selves.ts'
import { callOf, isLetGo, outermostIn } from './sharing.ts'
import { type Closure, isBrief } from './survival.ts'

/** A weak reference to what the function that asks it keeps anyway, because their scope's context has the target too. */
export interface DefeatedReference {
  made: TSESTree.NewExpression
  target: Node
  /** What uses the reference, and so is meant to outlive the target. */
  closure: Closure
  /** The mention, in a function, that puts the target into the context. */
  capture: Node
}

export const defeatedReferences = fact((sourceCode): DefeatedReference[] => {
  return callsNamed(['WeakRef'], sourceCode).flatMap((made) => (isNew(made, 'WeakRef', sourceCode) ? (defeated(made, sourceCode) ?? []) : []))
})

function defeated(made: TSESTree.NewExpression, sourceCode: SourceCode): DefeatedReference | null {
  const [argument] = made.arguments
  const target = argument && unwrap(argument)
  const reference = holderOfReference(made, sourceCode)
  const home = reference && callOf(reference.scope)
  if (!target || !home || !isConstant(reference)) return null
  const users = new Set(capturesOf(reference).map((capture) => outermostIn(capture, home)))
  for (const closure of users) {
    if (isBrief(closure, sourceCode) || isCleanup(closure)) continue
    const capture = captureFor(target, closure, sourceCode)
    if (capture) return { made, target, closure, capture }
  }
  return null
}

/** `const ref = new WeakRef(x)`, `const ref = supported ? new WeakRef(x) : null` */
function holderOfReference(made: Node, sourceCode: SourceCode): Variable | null {
  let value = outermost(made)
  while (value.parent?.type === 'ConditionalExpression' || value.parent?.type === 'LogicalExpression') value = outermost(value.parent)
  const { parent } = value
  const variable = parent?.type === 'VariableDeclarator' ? variableOf(parent.id, sourceCode) : null
  return variable && !isModuleScope(variable.scope) ? variable : null
}

/** That is no-finalizer-self-reference's. */
function isCleanup(closure: Closure): boolean {
  const given = callbackOf(closure)
  return given !== null && lastName(given.call.callee) === 'register'
}

/** What puts the target, or a constant that stands for it, into a context that the closure keeps: another function's mention before its own. */
function captureFor(target: Node, closure: Closure, sourceCode: SourceCode): Node | null {
  const captures = target.type === 'ThisExpression' ? ofSelf(target, closure, sourceCode) : ofVariable(target, closure, sourceCode)
  return captures.find((capture) => !isWithin(capture, closure)) ?? captures[0] ?? null
}

function ofSelf(target: Node, closure: Closure, sourceCode: SourceCode): Node[] {
  const method = thisOf(target)
  if (!method || !isWithin(closure, method)) return []
  const isSelf = (value: Node): boolean => value.type === 'ThisExpression' && thisOf(value) === method
  return [...capturedSelves(method, sourceCode), ...keptWhere((variable) => isAlias(variable, isSelf), closure, sourceCode)]
}

function ofVariable(target: Node, closure: Closure, sourceCode: SourceCode): Node[] {
  const variable = target.type === 'Identifier' ? variableOf(target, sourceCode) : null
  if (!variable || isModuleScope(variable.scope) || isLetGo(variable)) return []
  const isSame = (value: Node): boolean => variableOf(value, sourceCode) === variable
  const own = keptWhere((other) => other === variable || isAlias(other, isSame), closure, sourceCode)
  const owner = own.length === 0 ? ownerOf(variable) : null
  return owner ? ofSelf(owner, closure, sourceCode) : own
}

/** `this` where it holds the target, a function: `this.listener = listener`. */
function ownerOf(variable: Variable): Node | null {
  const value = initializerOf(variable)
  if (!value || !isFunction(value)) return null
  for (const { identifier } of variable.references) {
    const { parent } = identifier as Node
    if (parent?.type === 'AssignmentExpression' && parent.right === identifier && parent.left.type === 'MemberExpression' && parent.left.object.type === 'ThisExpression') return parent.left.object
  }
  return null
}

function keptWhere(is: (variable: Variable) => boolean, closure: Closure, sourceCode: SourceCode): Node[] {
  return keptBy(closure, sourceCode).flatMap(({ variable, captures }) => (is(variable) ? captures : []))
}

/** `const self = this` */
function isAlias(variable: Variable, isTarget: (value: Node) => boolean): boolean {
  const value = isConstant(variable) ? initializerOf(variable) : null
  return value !== null && isTarget(unwrap(value))
}
