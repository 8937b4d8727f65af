import type { TSESTree } from '@typescript-eslint/utils'
import { CONTENT_CALLS, KIND_OF_CALL, KIND_OF_METHOD, KIND_OF_TYPE, type Kind } from '../knowledge/builtins.ts'
import { initializerOf, isConstant, isGlobal, isWithin, type Node, referenceOf, resolve, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName, methodCall, qualifiedName, stringValue } from './calls.ts'
import { fact, type SourceCode } from './fact.ts'
import { guardedKind } from './guards.ts'
import { typedKind } from './types.ts'

export type { Kind }

/**
 * What the value is, as proven by syntax, by what its variable is given, by TypeScript annotations and last by the
 * program's types; `unknown` when nothing proves it.
 */
export function kindOf(node: Node, sourceCode: SourceCode): Kind {
  const asserted = assertedKind(node, sourceCode)
  if (asserted !== 'unknown') return asserted
  if (node.type === 'ChainExpression') return typedKind(node, sourceCode) // may have stopped short
  const inner = unwrap(node)
  const known = answers(sourceCode)
  let answer = known.get(inner)
  if (answer === undefined) {
    known.set(inner, 'unknown') // a variable whose kind depends on itself: `x = x.concat(y)`
    answer = syntacticKind(inner, sourceCode)
    if (answer === 'unknown') answer = typedKind(inner, sourceCode)
    known.set(inner, answer)
  }
  return answer
}

const answers = fact(() => new Map<Node, Kind>())

/** `kindOf`, else what the method's name says by convention: `x.map(v => …)` is an array. Good for a report, never for a fix. */
export function likelyKind(node: Node, sourceCode: SourceCode): Kind {
  const known = kindOf(node, sourceCode)
  if (known !== 'unknown') return known
  const called = methodCall(node)
  if (!called) return 'unknown'
  const [first] = called.arguments
  switch (called.method) {
    case 'map':
    case 'filter':
    case 'flatMap':
      return first && isCallback(first) && likelyReceiver(called.object, sourceCode) ? 'array' : 'unknown'
    case 'split':
      return first && likelyKind(first, sourceCode) !== 'unknown' ? 'array' : 'unknown'
    case 'toArray':
    case 'toSorted':
    case 'toReversed':
      return 'array'
    case 'slice':
    case 'concat':
    case 'reverse':
    case 'sort':
      return likelyKind(called.object, sourceCode)
    case 'join':
      return likelyKind(called.object, sourceCode) === 'array' ? 'string' : 'unknown'
    case 'toString':
      return 'string'
    default:
      return 'unknown'
  }
}

function isCallback(node: Node): boolean {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'
}

/** `.map` of something proven not to be an array, such as an iterator or a promise, is not an array either. */
function likelyReceiver(object: Node, sourceCode: SourceCode): boolean {
  const kind = likelyKind(object, sourceCode)
  return kind === 'unknown' || kind === 'array'
}

function assertedKind(node: Node, sourceCode: SourceCode): Kind {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return annotatedKind(node.typeAnnotation, sourceCode)
    default:
      return 'unknown'
  }
}

function syntacticKind(node: Node, sourceCode: SourceCode): Kind {
  switch (node.type) {
    case 'ArrayExpression':
      return 'array'
    case 'ObjectExpression':
      return 'object'
    case 'TemplateLiteral':
      return 'string'
    case 'Literal':
      return literalKind(node)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return 'function'
    case 'UnaryExpression':
      return unaryKind(node.operator)
    case 'UpdateExpression':
      return kindOf(node.argument, sourceCode) === 'bigint' ? 'bigint' : 'unknown'
    case 'BinaryExpression':
      return binaryKind(node, sourceCode)
    case 'LogicalExpression':
      return same(kindOf(node.left, sourceCode), kindOf(node.right, sourceCode))
    case 'ConditionalExpression':
      return same(kindOf(node.consequent, sourceCode), kindOf(node.alternate, sourceCode))
    case 'AssignmentExpression':
      return node.operator === '=' ? kindOf(node.right, sourceCode) : 'unknown'
    case 'SequenceExpression':
      return kindOf(node.expressions.at(-1) as Node, sourceCode)
    case 'NewExpression':
      return lookUp(KIND_OF_TYPE, calleeName(node, sourceCode))
    case 'CallExpression':
      return callKind(node, sourceCode)
    case 'AwaitExpression':
      return awaitedKind(node, sourceCode)
    case 'Identifier':
      return identifierKind(node, sourceCode)
    case 'MemberExpression':
      return memberKind(node, sourceCode)
    default:
      return 'unknown'
  }
}

function literalKind(node: TSESTree.Literal): Kind {
  if ('regex' in node) return 'regexp'
  if ('bigint' in node) return 'bigint'
  if (node.value === null) return 'null'
  const type = typeof node.value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'unknown'
}

function unaryKind(operator: string): Kind {
  switch (operator) {
    case '!':
    case 'delete':
      return 'boolean'
    case 'typeof':
      return 'string'
    case '+':
      return 'number'
    case 'void':
      return 'undefined'
    default:
      return 'unknown' // `-x` and `~x` may be bigints
  }
}

const COMPARISONS = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof'])

function binaryKind({ operator, left, right }: TSESTree.BinaryExpression, sourceCode: SourceCode): Kind {
  if (COMPARISONS.has(operator)) return 'boolean'
  if (operator === '>>>') return 'number'
  const kinds = [kindOf(left, sourceCode), kindOf(right, sourceCode)]
  if (operator === '+' && kinds.includes('string')) return kinds.includes('symbol') ? 'unknown' : 'string'
  return kinds.every((kind) => kind === 'number') ? 'number' : 'unknown'
}

function same(left: Kind, right: Kind): Kind {
  return left === right ? left : 'unknown'
}

function callKind(node: TSESTree.CallExpression, sourceCode: SourceCode): Kind {
  const name = calleeName(node, sourceCode)
  if (name !== null) {
    const known = lookUp(KIND_OF_CALL, name)
    if (known !== 'unknown') return known
    if (CONTENT_CALLS.sync.has(name)) return contentKind(node, sourceCode)
    if (name.startsWith('Math.')) return 'number'
  }
  const called = methodCall(node)
  if (!called) return 'unknown'
  if (called.method === 'call') {
    const borrowed = /^Array\.prototype\.(\w+)$/.exec(qualifiedName(called.object, sourceCode) ?? '')
    return borrowed ? lookUp(KIND_OF_METHOD.array, borrowed[1]) : 'unknown'
  }
  return called.optional ? 'unknown' : lookUp(KIND_OF_METHOD[kindOf(called.object, sourceCode)], called.method)
}

function awaitedKind({ argument }: TSESTree.AwaitExpression, sourceCode: SourceCode): Kind {
  const call = unwrap(argument)
  return call.type === 'CallExpression' && CONTENT_CALLS.async.has(calleeName(call, sourceCode) ?? '') ? contentKind(call, sourceCode) : 'unknown'
}

/** What a file's content or bytes are given as: bytes when nothing is said, text when an encoding is written out. */
function contentKind({ arguments: [, options, ...more] }: TSESTree.CallExpression, sourceCode: SourceCode): Kind {
  if (more.length > 0) return 'unknown'
  if (!options) return 'buffer'
  const given = resolve(options, sourceCode)
  if (given.type !== 'ObjectExpression') return isTextEncoding(given, sourceCode) ? 'string' : 'unknown'
  const encoding = given.properties.find((property) => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'encoding')
  return encoding?.type === 'Property' && isTextEncoding(encoding.value, sourceCode) && given.properties.at(-1)?.type === 'Property' ? 'string' : 'unknown'
}

function isTextEncoding(node: Node, sourceCode: SourceCode): boolean {
  const encoding = stringValue(node, sourceCode)
  return encoding !== null && encoding !== 'buffer'
}

function lookUp(table: Readonly<Record<string, Kind>> | undefined, name: string | null | undefined): Kind {
  return table && name && Object.hasOwn(table, name) ? (table[name] as Kind) : 'unknown'
}

const MEASURED: Readonly<Record<string, readonly Kind[]>> = {
  length: ['array', 'string', 'typedarray', 'buffer', 'arguments'],
  byteLength: ['typedarray', 'arraybuffer', 'buffer'],
  size: ['map', 'set'],
}

function memberKind(node: TSESTree.MemberExpression, sourceCode: SourceCode): Kind {
  if (node.computed || node.optional || node.property.type !== 'Identifier') return 'unknown'
  const { name } = node.property
  if (URL_TEXTS.has(name) && isUrl(node.object, sourceCode)) return 'string'
  if (!Object.hasOwn(MEASURED, name)) return 'unknown'
  return MEASURED[name]?.includes(kindOf(node.object, sourceCode)) ? 'number' : 'unknown'
}

const URL_TEXTS: ReadonlySet<string> = new Set([
  'hash', 'host', 'hostname', 'href', 'origin', 'password', 'pathname', 'port', 'protocol', 'search', 'username',
])

function isUrl(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  const value = (variable && isConstant(variable) && initializerOf(variable)) || unwrap(node)
  return value.type === 'NewExpression' && calleeName(value, sourceCode) === 'URL'
}

function identifierKind(node: TSESTree.Identifier, sourceCode: SourceCode): Kind {
  const variable = variableOf(node, sourceCode)
  if (!variable) return node.name === 'undefined' ? 'undefined' : 'unknown'
  if (variable.defs.length === 0) return variable.name === 'arguments' && variable.scope.type === 'function' ? 'arguments' : 'unknown'
  const [definition] = variable.defs
  if (variable.defs.length !== 1 || !definition) return 'unknown'
  const { typeAnnotation, optional } = definition.name as TSESTree.Identifier
  const annotated = optional ? 'unknown' : annotatedKind(typeAnnotation?.typeAnnotation, sourceCode)
  if (annotated !== 'unknown') return annotated
  switch (definition.type as string) {
    case 'Parameter':
      return isRest(definition.name) ? 'array' : guardedKind(node, variable, sourceCode)
    case 'FunctionName':
    case 'ClassName':
      return writesOf(variable).length === 0 ? 'function' : 'unknown'
    case 'Variable':
      return variableKind(node, variable, sourceCode)
    default:
      return 'unknown'
  }
}

function variableKind(node: Node, variable: Variable, sourceCode: SourceCode): Kind {
  const assigned = mayBeUnset(node, variable, sourceCode) ? 'unknown' : assignedKind(variable, sourceCode)
  return assigned === 'unknown' ? guardedKind(node, variable, sourceCode) : assigned
}

/**
 * May a read of the variable come before any value: `let x` given one in a branch, `var x = …` further down? A write that
 * stands before it in a list of statements around it is sure to have run.
 */
function mayBeUnset(node: Node, variable: Variable, sourceCode: SourceCode): boolean {
  const declarator = variable.defs[0]?.node as TSESTree.VariableDeclarator
  if (declarator.init && declarator.parent.kind !== 'var') return false
  return Boolean(referenceOf(node, sourceCode)?.isRead()) && !writesOf(variable).some((write) => isBefore(write.identifier, node))
}

/** Has the assignment or declaration of `target` run whenever `node` is reached? */
function isBefore(target: Node, node: Node): boolean {
  const { parent } = target
  const statement = parent?.type === 'AssignmentExpression' && parent.operator !== '=' ? null : parent?.parent
  if (statement?.type !== 'ExpressionStatement' && statement?.type !== 'VariableDeclaration') return false
  return node.range[0] >= statement.range[1] && isWithin(node, statement.parent)
}

/** `(...rest)` and `[first, ...rest]` make arrays; `{ a, ...rest }` does not. */
function isRest(name: Node): boolean {
  const { parent } = name
  return parent?.type === 'RestElement' && parent.argument === name && parent.parent.type !== 'ObjectPattern'
}

const variableAnswers = fact(() => new Map<Variable, Kind>())

/** The kind that every write gives the variable. A declaration without a value starts as undefined, which reads rarely see. */
function assignedKind(variable: Variable, sourceCode: SourceCode): Kind {
  const known = variableAnswers(sourceCode)
  let answer = known.get(variable)
  if (answer === undefined) {
    known.set(variable, 'unknown')
    known.set(variable, (answer = agreedKind(variable, sourceCode)))
  }
  return answer
}

function agreedKind(variable: Variable, sourceCode: SourceCode): Kind {
  let agreed: Kind | null = null
  const added: Node[] = []
  for (const { identifier } of writesOf(variable)) {
    const given = givenValue(identifier, variable, sourceCode)
    if (given === 'own kind') continue
    if (Array.isArray(given)) {
      for (const value of given) added.push(value)
      continue
    }
    const kind = typeof given === 'string' ? given : kindOf(given, sourceCode)
    if (kind === 'unknown' || (agreed !== null && agreed !== kind)) return 'unknown'
    agreed = kind
  }
  if (agreed === 'number' && !added.every((value) => kindOf(value, sourceCode) === 'number')) return 'unknown'
  if (added.length > 0 && agreed !== 'number' && agreed !== 'string') return 'unknown'
  return agreed ?? 'unknown'
}

/**
 * What one write gives: an expression, a kind, what is added to the variable (`s += x`, `s = s + x`), or `own kind` when
 * the write keeps whatever kind the other writes give (`a = a.concat(x)`).
 */
function givenValue(identifier: Node, variable: Variable, sourceCode: SourceCode): Node | Node[] | Kind | 'own kind' {
  const { parent } = identifier
  if (parent?.type === 'VariableDeclarator' && parent.id === identifier) return parent.init ?? 'unknown'
  if (parent?.type === 'UpdateExpression') return 'number'
  if (parent?.type !== 'AssignmentExpression' || parent.left !== identifier) {
    return isRest(identifier) ? 'array' : 'unknown'
  }
  if (parent.operator === '+=') return [parent.right]
  if (parent.operator === '=') {
    const operands = addedTo(variable, parent.right, sourceCode)
    return operands ?? (derivesFrom(variable, parent.right, sourceCode) ? 'own kind' : parent.right)
  }
  return LOGICAL.has(parent.operator) ? parent.right : 'number'
}

const LOGICAL = new Set(['??=', '||=', '&&='])

/** The other operands of a sum in which the variable is one: `a + s + b` → a, b; null when it is none. */
function addedTo(variable: Variable, value: Node, sourceCode: SourceCode): Node[] | null {
  const operands: Node[] = []
  const collect = (node: Node): void => {
    const inner = unwrap(node)
    if (inner.type !== 'BinaryExpression' || inner.operator !== '+') return void operands.push(inner)
    collect(inner.left)
    collect(inner.right)
  }
  collect(value)
  const others = operands.filter((operand) => variableOf(operand, sourceCode) !== variable)
  return operands.length > 1 && others.length < operands.length ? others : null
}

/** `a.concat(x)`, `a.slice(1)`: of its receiver's kind, whatever that is. */
function derivesFrom(variable: Variable, value: Node, sourceCode: SourceCode): boolean {
  const called = methodCall(value)
  return called !== null && SAME_KIND.has(called.method) && variableOf(called.object, sourceCode) === variable
}

const SAME_KIND = new Set(['concat', 'slice', 'filter', 'reverse', 'toSorted', 'toReversed', 'toSpliced'])

/** What a type annotation says by itself, without the program's types. A name declared in the file says nothing. */
function annotatedKind(type: TSESTree.TypeNode | undefined, sourceCode: SourceCode): Kind {
  switch (type?.type) {
    case 'TSArrayType':
    case 'TSTupleType':
      return 'array'
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return 'string'
    case 'TSNumberKeyword':
      return 'number'
    case 'TSBooleanKeyword':
      return 'boolean'
    case 'TSBigIntKeyword':
      return 'bigint'
    case 'TSSymbolKeyword':
      return 'symbol'
    case 'TSFunctionType':
      return 'function'
    case 'TSTypeOperator':
      return type.operator === 'readonly' ? annotatedKind(type.typeAnnotation, sourceCode) : 'unknown'
    case 'TSLiteralType':
      return type.literal.type === 'Literal' ? literalKind(type.literal) : 'unknown'
    case 'TSTypeReference':
      return isGlobal(type.typeName, typeName(type), sourceCode) ? lookUp(KIND_OF_TYPE, typeName(type)) : 'unknown'
    default:
      return 'unknown'
  }
}

function typeName({ typeName: name }: TSESTree.TSTypeReference): string {
  return name.type === 'Identifier' ? name.name : ''
}
