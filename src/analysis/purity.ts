import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, functionOf, isConstant, type Node, referenceOf, unwrap, variableOf } from './bindings.ts'
import { calleeName, methodCall, qualifiedName } from './calls.ts'
import { effectsOf } from './effects.ts'
import { fact, type SourceCode } from './fact.ts'
import { soleResult } from './functions.ts'
import { kindOf, type Kind } from './kinds.ts'

/**
 * Does evaluating the expression have no effect, throw nothing and give the same primitive or the same object each
 * time, so that it may be dropped, repeated or moved unseen? What makes a new object, reads a variable that is assigned
 * again, or reads a property that may change or be a getter, is not pure.
 */
export function isPure(node: Node, sourceCode: SourceCode): boolean {
  return pure(unwrap(node), sourceCode, 3)
}

function pure(node: Node, sourceCode: SourceCode, depth: number): boolean {
  const inner = unwrap(node)
  switch (inner.type) {
    case 'Literal':
      return !('regex' in inner)
    case 'ThisExpression':
      return true
    case 'Identifier':
      return isFixed(inner, sourceCode)
    case 'TemplateLiteral':
      return inner.expressions.every((part) => primitive(part, sourceCode, depth))
    case 'UnaryExpression':
      if (inner.operator === 'delete' || (inner.operator === '+' && kindOf(inner.argument, sourceCode) === 'bigint')) return false
      return CONVERTING.has(inner.operator) ? primitive(inner.argument, sourceCode, depth) : pure(inner.argument, sourceCode, depth)
    case 'BinaryExpression':
      if (inner.operator === 'in' || inner.operator === 'instanceof') return false
      if (inner.operator === '===' || inner.operator === '!==') return pure(inner.left, sourceCode, depth) && pure(inner.right, sourceCode, depth)
      return sameNumbers(inner, sourceCode) && primitive(inner.left, sourceCode, depth) && primitive(inner.right, sourceCode, depth)
    case 'LogicalExpression':
      return pure(inner.left, sourceCode, depth) && pure(inner.right, sourceCode, depth)
    case 'ConditionalExpression':
      return [inner.test, inner.consequent, inner.alternate].every((part) => pure(part, sourceCode, depth))
    case 'SequenceExpression':
      return inner.expressions.every((part) => pure(part, sourceCode, depth))
    case 'MemberExpression':
      return isFixedMember(inner, sourceCode, depth)
    case 'CallExpression':
      return isPureCall(inner, sourceCode, depth)
    default:
      return false
  }
}

/** Unary operators that convert an object by calling its methods. */
const CONVERTING: ReadonlySet<string> = new Set(['+', '-', '~'])
const PRIMITIVES: ReadonlySet<Kind> = new Set(['string', 'number', 'boolean', 'bigint', 'null', 'undefined'] as const)

/** Pure, and known to be a primitive: using it runs no conversion. */
function primitive(node: Node, sourceCode: SourceCode, depth: number): boolean {
  return (PRIMITIVES.has(kindOf(node, sourceCode)) || isPlatformNumber(node, sourceCode)) && pure(node, sourceCode, depth)
}

/** Arithmetic that mixes bigints and numbers throws. */
function sameNumbers({ left, right, operator }: TSESTree.BinaryExpression, sourceCode: SourceCode): boolean {
  const kinds = [kindOf(left, sourceCode), kindOf(right, sourceCode)]
  return !kinds.includes('bigint') || COMPARING.has(operator)
}

const COMPARING: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>='])

/** A variable that keeps its one value, or a platform constant. */
function isFixed(node: TSESTree.Identifier, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  if (!variable || variable.defs.length === 0) return ['undefined', 'NaN', 'Infinity'].includes(node.name) && referenceOf(node, sourceCode) !== null
  return isConstant(variable)
}

const PLATFORM_NUMBERS = /^(?:Math\.(?:E|LN10|LN2|LOG10E|LOG2E|PI|SQRT1_2|SQRT2)|Number\.(?:EPSILON|MAX_SAFE_INTEGER|MAX_VALUE|MIN_SAFE_INTEGER|MIN_VALUE|NaN|NEGATIVE_INFINITY|POSITIVE_INFINITY))$/

/** `Math.PI`, and what is read of a string: the rest may change or be a getter. */
function isFixedMember(node: TSESTree.MemberExpression, sourceCode: SourceCode, depth: number): boolean {
  if (kindOf(node.object, sourceCode) === 'string') {
    return pure(node.object, sourceCode, depth) && (!node.computed || kindOf(node.property, sourceCode) === 'number' && pure(node.property, sourceCode, depth))
  }
  return isPlatformNumber(node, sourceCode)
}

function isPlatformNumber(node: Node, sourceCode: SourceCode): boolean {
  return PLATFORM_NUMBERS.test(qualifiedName(node, sourceCode) ?? '')
}

const PURE_CALLS = /^(?:Math\.(?!random$)\w+|Number|String|Boolean|parseInt|parseFloat|isNaN|isFinite|Number\.\w+|String\.fromCharCode)$/

/** Methods of strings that neither throw nor call anything when their arguments are primitives. */
const STRING_METHODS: ReadonlySet<string> = new Set([
  'at', 'charAt', 'charCodeAt', 'codePointAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'padEnd', 'padStart', 'replace',
  'replaceAll', 'slice', 'startsWith', 'substr', 'substring', 'toLowerCase', 'toString', 'toUpperCase', 'trim', 'trimEnd', 'trimStart', 'valueOf',
])

function isPureCall(node: TSESTree.CallExpression, sourceCode: SourceCode, depth: number): boolean {
  if (node.optional) return false
  const name = calleeName(node, sourceCode)
  if (name !== null && PURE_CALLS.test(name)) {
    return node.arguments.every((argument) => primitive(argument, sourceCode, depth) && !(name.startsWith('Math.') && kindOf(argument, sourceCode) === 'bigint'))
  }
  const method = methodCall(node)
  if (method && kindOf(method.object, sourceCode) === 'string') {
    return STRING_METHODS.has(method.method) && pure(method.object, sourceCode, depth) && node.arguments.every((argument) => primitive(argument, sourceCode, depth))
  }
  const fn = depth > 0 ? functionOf(node.callee, sourceCode) : null
  if (!fn || fn.async || fn.generator) return false
  const result = soleResult(fn)
  return (
    result !== null && fn.params.every(({ type }) => type === 'Identifier') && pure(result, sourceCode, depth - 1) &&
    node.arguments.every((argument) => pure(argument, sourceCode, depth))
  )
}

/**
 * Does calling the function leave no trace but its result, so that calls may be left out, repeated or interleaved with
 * other code unseen? It may make objects; it may not assign, write, throw, wait, or run anything that is not seen.
 */
export function isPureFunction(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const known = pureFunctions(sourceCode)
  let answer = known.get(fn)
  if (answer === undefined) {
    const { foreign, suspends, throws, traces, written, assigned } = effectsOf([fn], sourceCode)
    answer = !fn.async && !fn.generator && foreign === 'none' && !suspends && !throws && !traces && written.length === 0 && assigned.length === 0
    known.set(fn, answer)
  }
  return answer
}

const pureFunctions = fact(() => new Map<FunctionNode, boolean>())
