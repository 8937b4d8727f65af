import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isExported, isFunction, type Node, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { isHanded, usesOf, type Use } from './escapes.ts'
import { fact, type SourceCode } from './fact.ts'

/**
 * What is proven of an array: `dense`: one of `Array` itself, not of a subclass, and without holes · `plain`: of `Array` itself, holes
 * are possible · `unknown`: no array, a subclass' or one that came from elsewhere.
 */
export type Density = 'dense' | 'plain' | 'unknown'

/** Calls that give dense arrays of `Array` itself, whatever they are given. */
const DENSE_CALLS: readonly string[] = [
  'Array.from', 'Array.of', 'fs.readdirSync', 'Object.entries', 'Object.getOwnPropertyNames', 'Object.getOwnPropertySymbols', 'Object.keys', 'Object.values', 'Reflect.ownKeys',
]
/** Methods that give a dense array of `Array` itself for any receiver of that: `toSorted` and its kin fill holes. */
const DENSE_METHODS: readonly string[] = ['toReversed', 'toSorted']
const PLAIN_METHODS: readonly string[] = ['concat', 'filter', 'flat', 'map', 'reverse', 'slice', 'sort']

/** Is the expression's value proven to be an array of `Array` itself, and to have no holes? */
export function densityOf(node: Node, sourceCode: SourceCode, depth = 5): Density {
  const inner = unwrap(node)
  if (depth === 0) return 'unknown'
  switch (inner.type) {
    case 'ArrayExpression':
      return inner.elements.every((element) => element !== null) ? 'dense' : 'plain'
    case 'NewExpression':
      return calleeName(inner, sourceCode) === 'Array' ? 'plain' : 'unknown'
    case 'CallExpression':
      return inner.optional ? 'unknown' : densityOfCall(inner, sourceCode, depth)
    case 'ConditionalExpression':
      return weaker(densityOf(inner.consequent, sourceCode, depth - 1), densityOf(inner.alternate, sourceCode, depth - 1))
    case 'AwaitExpression': {
      const name = inner.argument.type === 'CallExpression' ? calleeName(inner.argument, sourceCode) : null
      return name === 'Promise.all' || name === 'Promise.allSettled' || name === 'Array.fromAsync' ? 'dense' : 'unknown'
    }
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return variable ? densityOfVariable(variable, sourceCode, depth) : 'unknown'
    }
    default:
      return 'unknown'
  }
}

function weaker(left: Density, right: Density): Density {
  if (left === 'unknown' || right === 'unknown') return 'unknown'
  return left === 'dense' ? right : 'plain'
}

function densityOfCall(node: TSESTree.CallExpression, sourceCode: SourceCode, depth: number): Density {
  const name = calleeName(node, sourceCode)
  if (name === 'Array') return 'plain'
  if (name !== null && DENSE_CALLS.includes(name)) return 'dense'
  const called = methodCall(node)
  if (!called || called.optional) return 'unknown'
  if (called.method === 'split' && isString(called.object)) return 'dense'
  const receiver = densityOf(called.object, sourceCode, depth - 1)
  if (receiver === 'unknown') return 'unknown'
  if (DENSE_METHODS.includes(called.method) || called.method === 'filter' || called.method === 'flat') return 'dense'
  if (called.method === 'fill') return called.arguments.length === 1 ? 'dense' : receiver
  if (!PLAIN_METHODS.includes(called.method)) return 'unknown'
  if (called.method !== 'concat') return receiver
  return called.arguments.reduce<Density>((all, argument) => (densityOf(argument, sourceCode, depth - 1) === 'dense' ? all : 'plain'), receiver)
}

function isString(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')
}

const known = fact(() => new Map<Variable, Density>())

/** A variable that is given one value and never anything that could leave a hole: a rest parameter, or a local array that is only pushed to. */
function densityOfVariable(variable: Variable, sourceCode: SourceCode, depth: number): Density {
  const answers = known(sourceCode)
  let answer = answers.get(variable)
  if (answer === undefined) {
    answers.set(variable, 'unknown')
    answers.set(variable, (answer = kept(startOf(variable, sourceCode, depth), variable, sourceCode)))
  }
  return answer
}

function startOf(variable: Variable, sourceCode: SourceCode, depth: number): Density {
  const value = initializerOf(variable)
  if (value) return densityOf(value, sourceCode, depth - 1)
  const rest = (variable.defs[0]?.name as Node | undefined)?.parent
  return rest?.type === 'RestElement' && isFunction(rest.parent) && variable.references.every((reference) => !reference.isWrite()) ? 'dense' : 'unknown'
}

function kept(start: Density, variable: Variable, sourceCode: SourceCode): Density {
  if (start !== 'dense') return start
  return !isExported(variable) && usesOf(variable, sourceCode).every((use) => leavesNoHole(use, sourceCode)) ? 'dense' : 'plain'
}

/** Writes by index or length may leave holes, here or wherever the array is handed on. */
function leavesNoHole(use: Use, sourceCode: SourceCode): boolean {
  const { kind, method = '', call } = use
  switch (kind) {
    case 'read':
    case 'compared':
    case 'returned':
      return true
    case 'method':
      return !isHanded(use, sourceCode) && !['copyWithin', 'splice'].includes(method) && call !== undefined && (call.parent.type === 'ExpressionStatement' || !['fill', 'reverse', 'sort'].includes(method))
    case 'passed':
      return call !== undefined && /^(?:JSON\.stringify|console\.\w+|Promise\.all|Set|Array\.from)$/.test(calleeName(call, sourceCode) ?? '')
    default:
      return false
  }
}
