import type { TSESTree } from '@typescript-eslint/utils'
import { INSPECTING_CALLS, INSPECTING_METHODS, SELECTING_METHODS, TESTING_METHODS } from '../knowledge/clones.ts'
import { type FunctionNode, functionOf, homeOf, isConstant, isExported, isFunction, isValueReference, type Node, outermost, propertyName, unwrap, type Variable, variableOf } from './bindings.ts'
import { type Call, calleeName, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, takesArgument } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'

/**
 * Every place where the expression's value, or a part of it, is looked at; null when it or a part may be written, kept by
 * somebody, compared by identity, or looked at when this function no longer runs. Parts are followed through constants,
 * destructuring, loops, callbacks and functions of this file. With `ofAnyType`, also null where it matters whether a part
 * is a string or what JSON makes a string of: a Date, an ObjectId.
 */
export function inspectionOf(value: Node, sourceCode: SourceCode, ofAnyType = false): Node[] | null {
  const found: Node[] = []
  return new Inspector(sourceCode, found, ofAnyType).isInspected(value, 'whole') ? found : null
}

const PRIMITIVES: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint', 'symbol', 'null', 'undefined'] as const)

/** Methods that ask their callback for the truth of something. */
const ANSWERED: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'some'])

class Inspector {
  readonly #sourceCode: SourceCode
  readonly #found: Node[]
  readonly #ofAnyType: boolean
  readonly #seen = new Set<Variable>()

  constructor(sourceCode: SourceCode, found: Node[], ofAnyType: boolean) {
    this.#sourceCode = sourceCode
    this.#found = found
    this.#ofAnyType = ofAnyType
  }

  isInspected(value: Node, of: 'whole' | 'part'): boolean {
    const node = outermost(value)
    const { parent } = node
    if (!parent) return false
    this.#found.push(node)
    if (of === 'part' && PRIMITIVES.has(kindOf(node, this.#sourceCode))) return true
    switch (parent.type) {
      case 'MemberExpression':
        return parent.object === node ? this.#isMemberInspected(parent) : true
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#isArgumentInspected(parent, node)
      case 'BinaryExpression':
        return this.#isComparisonInspecting(parent, node, of)
      case 'UnaryExpression':
        return parent.operator === '!' || (parent.operator !== 'delete' && !this.#ofAnyType)
      case 'TemplateLiteral':
        return !this.#ofAnyType && parent.parent.type !== 'TaggedTemplateExpression'
      case 'LogicalExpression':
        return this.isInspected(parent, of)
      case 'ConditionalExpression':
        return parent.test === node || this.isInspected(parent, of)
      case 'SequenceExpression':
        return parent.expressions.at(-1) !== node || this.isInspected(parent, of)
      case 'SpreadElement':
        return parent.parent.type === 'ArrayExpression' && this.isInspected(parent.parent, 'part')
      case 'ArrowFunctionExpression':
      case 'ReturnStatement':
        return this.#isAnswer(parent)
      case 'VariableDeclarator':
        return parent.init === node && this.#arePartsInspected(parent.id)
      case 'ForOfStatement':
        return parent.right === node && !parent.await && parent.left.type === 'VariableDeclaration' && this.#arePartsInspected(parent.left.declarations[0].id)
      case 'ForInStatement':
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'SwitchStatement':
      case 'SwitchCase':
        return true
      default:
        return false
    }
  }

  #isComparisonInspecting({ operator, left, right }: TSESTree.BinaryExpression, node: Node, of: 'whole' | 'part'): boolean {
    if (operator === 'in') return true
    const isByValue = /^[!=]==?$/.test(operator)
    if (!this.#ofAnyType) return of === 'part' || !isByValue
    const other = unwrap(left === node ? right : left)
    return isByValue && (other.type === 'Literal' || (other.type === 'MemberExpression' && /^[A-Z]/.test(propertyName(other) ?? '')))
  }

  #isMemberInspected(member: TSESTree.MemberExpression): boolean {
    const { parent } = outermost(member)
    if (parent?.type === 'CallExpression' && parent.callee === outermost(member)) return this.#isCallInspected(parent)
    return /^(?:length|size)$/.test(propertyName(member) ?? '') || this.isInspected(member, 'part')
  }

  /** Is it what a callback says of an element: whether it counts, is found or is kept? */
  #isAnswer(result: Node): boolean {
    const fn = isFunction(result) ? result : enclosingFunction(result)
    const call = fn && outermost(fn).parent
    const { method = '' } = (call?.type === 'CallExpression' && methodCall(call)) || {}
    return ANSWERED.has(method)
  }

  #isCallInspected(call: TSESTree.CallExpression): boolean {
    const { method } = methodCall(call) ?? {}
    if (method === undefined) return false
    const [callback] = call.arguments
    if (INSPECTING_METHODS.has(method)) return true
    if (SELECTING_METHODS.has(method)) return (!callback || method === 'slice' || method === 'at' || method === 'flat' || this.#isCallbackInspecting(callback)) && this.isInspected(call, 'part')
    return TESTING_METHODS.has(method) && callback !== undefined && this.#isCallbackInspecting(callback)
  }

  #isCallbackInspecting(callback: Node): boolean {
    const fn = functionOf(callback, this.#sourceCode)
    return fn !== null && !fn.async && !fn.generator && this.#areParametersInspected(fn)
  }

  #areParametersInspected(fn: FunctionNode): boolean {
    const [element, index, whole] = fn.params
    return !whole && !takesArgument(fn, Infinity, this.#sourceCode) && (!element || this.#arePartsInspected(element)) && (!index || index.type === 'Identifier')
  }

  #isArgumentInspected(call: Call, node: Node): boolean {
    const name = calleeName(call, this.#sourceCode)
    if (name !== null && INSPECTING_CALLS.has(name)) return !this.#ofAnyType
    if (name === 'JSON.stringify') return call.arguments[0] === node && !isFunctionGiven(call.arguments[1], this.#sourceCode)
    if (name === 'Object.values' || name === 'Object.entries' || name === 'Set' || name === 'Map') return this.isInspected(call, 'part')
    const method = methodCall(call)?.method
    if (method === 'includes' || method === 'indexOf' || method === 'startsWith' || method === 'has') return !this.#ofAnyType
    if (call.type === 'NewExpression') return false
    const fn = functionOf(call.callee, this.#sourceCode)
    const parameter = fn?.params[call.arguments.indexOf(node as TSESTree.CallExpressionArgument)]
    if (!fn || !parameter || fn.async || fn.generator || call.arguments.some(({ type }) => type === 'SpreadElement')) return false
    return !takesArgument(fn, Infinity, this.#sourceCode) && this.#arePartsInspected(parameter)
  }

  /** Are the variables that the pattern gives parts to only inspected? */
  #arePartsInspected(pattern: Node): boolean {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = variableOf(pattern, this.#sourceCode)
        return variable !== null && this.#isVariableInspected(variable)
      }
      case 'AssignmentPattern':
        return this.#arePartsInspected(pattern.left)
      case 'RestElement':
        return this.#arePartsInspected(pattern.argument)
      case 'ArrayPattern':
        return pattern.elements.every((element) => element === null || this.#arePartsInspected(element))
      case 'ObjectPattern':
        return pattern.properties.every((property) => this.#arePartsInspected(property.type === 'Property' ? property.value : property))
      default:
        return false
    }
  }

  #isVariableInspected(variable: Variable): boolean {
    if (this.#seen.has(variable)) return true
    this.#seen.add(variable)
    if (!isConstant(variable) || isExported(variable)) return false
    const home = homeOf(variable)
    return variable.references.every((reference) => {
      if (reference.init || !isValueReference(reference)) return true
      const node = reference.identifier as Node
      return runsDuring(node, home) && this.isInspected(node, 'part')
    })
  }
}

/** Is `node` only run while `home` runs: in itself, or in callbacks of methods that walk? */
function runsDuring(node: Node, home: FunctionNode | null): boolean {
  let fn = enclosingFunction(node)
  while (fn && fn !== home) {
    const call = outermost(fn).parent
    const called = call && call.type === 'CallExpression' && call.callee !== fn ? methodCall(call) : null
    if (!called || !(TESTING_METHODS.has(called.method) || SELECTING_METHODS.has(called.method) || called.method === 'map' || called.method === 'reduce')) return false
    fn = enclosingFunction(fn)
  }
  return fn === home
}

function isFunctionGiven(argument: Node | undefined, sourceCode: SourceCode): boolean {
  if (!argument) return false
  const kind = kindOf(argument, sourceCode)
  return kind !== 'null' && kind !== 'undefined' && kind !== 'array'
}
