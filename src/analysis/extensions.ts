import type { TSESTree } from '@typescript-eslint/utils'
import { CLASSES, DIRECTIVES, EXTENDING_CALLS, type Lifecycle, OBJECT_SETUPS, OBJECT_TEARDOWNS, SOURCES, TEARDOWN_METHODS } from '../knowledge/frameworks.ts'
import { type FunctionNode, type Node, outermost, unwrap } from './bindings.ts'
import { methodsOf, takesNothing } from './classes.ts'
import { fact, type SourceCode } from './fact.ts'
import { add, functionsNamed, lastName } from './occurrences.ts'

/**
 * Is the object what a class is made of, with methods by which instances come and go: `View.extend({ …, destroy() {} })`,
 * `$.widget('a.b', { _create() {}, _destroy() {} })`, `Player.prototype = { …, dispose() {} }`?
 */
export function isExtension(node: TSESTree.ObjectExpression): boolean {
  const { parent } = outermost(node)
  const name = parent?.type === 'CallExpression' && parent.callee !== node ? (lastName(parent.callee) ?? '') : ''
  const isGiven = EXTENDING_CALLS.has(name)
  if (!isGiven && !(parent?.type === 'AssignmentExpression' && lastName(parent.left) === 'prototype')) return false
  return endingsOf(node).length > 0 || methodsOf(node).some((method) => OBJECT_SETUPS.has(method.name) || (name === 'createClass' && method.name === 'render'))
}

/** What an object describes that comes and goes by its methods: a directive of Vue's, the source of a stream. */
export function describedBy(node: TSESTree.ObjectExpression): { name: string; lifecycle: Lifecycle } | null {
  const { parent } = outermost(node)
  if (parent?.type === 'NewExpression') return lastName(parent.callee) === 'ReadableStream' && parent.arguments[0] === node ? { name: 'the stream', lifecycle: SOURCES } : null
  const methods = methodsOf(node)
  const isDirective = methods.some(({ fn: { params: [first] } }) => first?.type === 'Identifier' && /^(?:_?el(?:ement)?|node)$/.test(first.name)) &&
    methods.every(({ name }) => DIRECTIVES.setup.includes(name) || DIRECTIVES.teardown.includes(name))
  return isDirective ? { name: 'the directive', lifecycle: DIRECTIVES } : null
}

/** The methods by which the component or instance ends that the object describes. */
export function endingsOf(node: TSESTree.ObjectExpression): { name: string; fn: FunctionNode }[] {
  return methodsOf(node).filter(({ name, fn }) => CLASSES.vue.teardown.includes(name) || ((TEARDOWN_METHODS.has(name) || OBJECT_TEARDOWNS.has(name)) && takesNothing(fn)))
}

/** The methods on its prototype by which an instance ends whose constructor or method this is: `X.prototype.destroy = function () {}`. */
export function prototypeEndings(fn: FunctionNode, sourceCode: SourceCode): FunctionNode[] {
  const name = constructorOf(fn, sourceCode)
  return (name !== null && prototypesEndings(sourceCode).get(name)) || []
}

/** The same by the names of the constructors. */
const prototypesEndings = fact((sourceCode): Map<string, FunctionNode[]> => {
  const endings = new Map<string, FunctionNode[]>()
  for (const method of TEARDOWN_METHODS) {
    for (const fn of functionsNamed(method, sourceCode)) {
      const name = takesNothing(fn) ? (prototypeName(fn, sourceCode) ?? nameOfPrototype(fn.parent.parent ?? null, sourceCode)) : null
      if (name !== null) add(endings, name, fn)
    }
  }
  return endings
})

/** What the constructor is called that the function is, or is a method of. */
function constructorOf(fn: FunctionNode, sourceCode: SourceCode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null
  const { parent } = outermost(fn)
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null
  if (parent?.type === 'Property') return parent.parent.type === 'ObjectExpression' && !isExtension(parent.parent) ? nameOfPrototype(parent.parent, sourceCode) : null
  return prototypeName(fn, sourceCode) ?? (parent?.type === 'AssignmentExpression' && parent.right === fn ? sourceCode.getText(parent.left) : null)
}

/** `X` of `X.prototype.f = function () {}` */
function prototypeName(fn: FunctionNode, sourceCode: SourceCode): string | null {
  const { parent } = outermost(fn)
  const target: Node | null = parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : null
  return target?.type === 'MemberExpression' ? constructorIn(target.object, sourceCode) : null
}

/** `X` of `X.prototype = { f() {} }`, `Object.assign(X.prototype, { f() {} })` and `X.prototype = extend(Object.create(Base.prototype), { f() {} })` */
function nameOfPrototype(literal: Node | null, sourceCode: SourceCode): string | null {
  if (literal?.type !== 'ObjectExpression') return null
  const { parent } = outermost(literal)
  if (parent?.type === 'AssignmentExpression') return parent.right === literal ? constructorIn(parent.left, sourceCode) : null
  if (parent?.type !== 'CallExpression' || parent.callee === literal) return null
  const whole = outermost(parent).parent
  const [target] = parent.arguments
  return whole?.type === 'AssignmentExpression' ? constructorIn(whole.left, sourceCode) : target ? constructorIn(target, sourceCode) : null
}

/** `X` of `X.prototype` */
function constructorIn(prototype: Node, sourceCode: SourceCode): string | null {
  const inner = unwrap(prototype)
  return inner.type === 'MemberExpression' && lastName(inner) === 'prototype' ? sourceCode.getText(inner.object) : null
}
