import type { TSESTree } from '@typescript-eslint/utils'
import type { Kind } from '../knowledge/builtins.ts'
import { NAMED_AS_OBJECT, OBJECT_CALLS, OBJECT_TYPES } from '../knowledge/objects.ts'
import { initializerOf, isConstant, isFunction, isGlobal, type Node, parameterOf, propertyName, resolve, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName } from './calls.ts'
import { leaves } from './conditions.ts'
import { domainOf } from './domains.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { kindOf } from './kinds.ts'
import { keyName } from './occurrences.ts'
import { isTypedObject } from './types.ts'

/**
 * Is the value an object or a function, and so a key that can be held weakly? `proven` on every input, `likely` by how it is used and
 * called (primitives may have been given the members that are read, as test and colour libraries do), else `unknown`.
 */
export function objectnessOf(node: Node, sourceCode: SourceCode): 'proven' | 'likely' | 'unknown' {
  if (isProvenObject(node, sourceCode)) return 'proven'
  const inner = unwrap(node)
  const kind = kindOf(inner, sourceCode)
  if (PRIMITIVE_KINDS.has(kind)) return 'unknown'
  const variable = variableOf(inner, sourceCode)
  if (variable && isPropertyOfTrap(variable)) return 'unknown'
  if (variable && (isReceiver(variable) || isNamedAsObject(typeNameOf(variable, sourceCode)))) return 'likely'
  return domainOf(inner, sourceCode) === 'objects' ? 'likely' : 'unknown'
}

/** `name` of `new Proxy(target, { get: (target, name) => … })`, a string or a symbol: https://tc39.es/ecma262/#sec-proxy-object-internal-methods-and-internal-slots */
function isPropertyOfTrap(variable: Variable): boolean {
  const parameter = parameterOf(variable)
  const { parent } = parameter?.fn ?? {}
  if (parameter?.index !== 1 || parent?.type !== 'Property' || !TRAPS.has(keyName(parent) ?? '')) return false
  const call = parent.parent.parent
  return call?.type === 'NewExpression' && call.arguments[1] === parent.parent && call.callee.type === 'Identifier' && call.callee.name === 'Proxy'
}

/** Those that are given a property. */
const TRAPS: ReadonlySet<string> = new Set(['get', 'set', 'has', 'deleteProperty', 'defineProperty', 'getOwnPropertyDescriptor'])

/** Does a type go by a name that people give to objects alone? */
export function isNamedAsObject(type: string | null): boolean {
  return type !== null && /^(?:\w+\.)?[A-Z]\w*$/.test(type) && NAMED_AS_OBJECT.test(type)
}

/** The type that the variable is declared with, in TypeScript or as a parameter in JSDoc. */
function typeNameOf({ identifiers, defs }: Variable, sourceCode: SourceCode): string | null {
  const name = identifiers[0] as TSESTree.Identifier | undefined
  if (!name || defs.length !== 1) return null
  if (name.typeAnnotation) return sourceCode.getText(name.typeAnnotation.typeAnnotation).replace(/<.*>$/s, '')
  const fn = defs[0]?.node as Node | undefined
  return fn && isFunction(fn) ? (documented(fn, sourceCode).find(([, parameter]) => parameter === name.name)?.[0] ?? null) : null
}

/** The types and names of `@param {Type} name` above the function, or above what holds it. */
function documented(fn: Node, sourceCode: SourceCode): [string, string][] {
  const statement = /^(?:MethodDefinition|PropertyDefinition|Property)$/.test(fn.parent?.type ?? '') ? (fn.parent as Node) : fn.parent?.type === 'VariableDeclarator' ? (fn.parent.parent as Node) : fn
  const above = statement.parent?.type.startsWith('Export') ? statement.parent : statement
  const comment = sourceCode.getCommentsBefore(above).at(-1)?.value ?? ''
  return [...comment.matchAll(/@param\s+\{([^}]+)\}\s+(\w+)/g)].map(([, type = '', name = '']) => [type, name])
}

const PRIMITIVE_KINDS: ReadonlySet<Kind> = new Set<Kind>(['string', 'number', 'boolean', 'bigint', 'symbol', 'null', 'undefined'])

function isProvenObject(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  const kind = kindOf(inner, sourceCode)
  if (kind !== 'unknown') return !PRIMITIVE_KINDS.has(kind)
  switch (inner.type) {
    case 'NewExpression':
      return true
    case 'ThisExpression':
      return isUnderConstruction(inner)
    case 'CallExpression':
      return OBJECT_CALLS.has(calleeName(inner, sourceCode) ?? '')
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return (variable !== null && isObjectVariable(variable, inner, sourceCode)) || isTypedObject(inner, PRIMITIVE_MEMBERS, sourceCode)
    }
    default:
      return isTypedObject(inner, PRIMITIVE_MEMBERS, sourceCode)
  }
}

function isUnderConstruction(self: Node): boolean {
  const fn = enclosingFunction(self)
  return fn?.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor'
}

function isObjectVariable(variable: Variable, mention: TSESTree.Identifier, sourceCode: SourceCode): boolean {
  if (!isConstant(variable) || variable.defs.length !== 1) return false
  const { typeAnnotation, optional } = variable.identifiers[0] as TSESTree.Identifier
  if (typeAnnotation && !optional && isObjectAnnotation(typeAnnotation.typeAnnotation, sourceCode)) return true
  const value = initializerOf(variable)
  if (value && isProvenObject(resolve(value, sourceCode), sourceCode)) return true
  return isGuarded(mention, variable, sourceCode)
}

/** Does a type written here admit objects alone? Types of other files are not known. */
export function isObjectAnnotation(type: TSESTree.TypeNode, sourceCode: SourceCode, depth = 4): boolean {
  if (depth === 0) return false
  switch (type.type) {
    case 'TSObjectKeyword':
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSFunctionType':
    case 'TSConstructorType':
      return true
    case 'TSTypeOperator':
      return type.operator === 'readonly'
    case 'TSUnionType':
      return type.types.every((part) => isObjectAnnotation(part, sourceCode, depth - 1))
    case 'TSTypeLiteral':
      return type.members.some(isOfObjects)
    case 'TSTypeReference':
      return isObjectType(type.typeName, sourceCode, depth)
    default:
      return isTypedObject(type, PRIMITIVE_MEMBERS, sourceCode)
  }
}

function isObjectType(name: TSESTree.EntityName, sourceCode: SourceCode, depth: number): boolean {
  if (name.type === 'Identifier' && isGlobal(name, name.name, sourceCode)) return OBJECT_TYPES.test(name.name) || isTypedObject(name, PRIMITIVE_MEMBERS, sourceCode)
  const declaration = variableOf(name, sourceCode)?.defs[0]?.node as Node | undefined
  switch (declaration?.type) {
    case 'TSInterfaceDeclaration':
      return declaration.body.body.some(isOfObjects)
    case 'ClassDeclaration':
      return declaration.body.body.some((member) => 'key' in member && isOfObjects(member))
    case 'TSTypeAliasDeclaration':
      return !declaration.typeParameters && isObjectAnnotation(declaration.typeAnnotation, sourceCode, depth - 1)
    default:
      return isTypedObject(name, PRIMITIVE_MEMBERS, sourceCode)
  }
}

/** A member that no string, number or other primitive has. */
function isOfObjects(member: Node): boolean {
  if (!('key' in member) || !('computed' in member)) return false
  const name = 'optional' in member && member.optional ? null : keyName(member as never)
  return name !== null && name !== 'constructor' && !PRIMITIVE_MEMBERS.has(name)
}

/** What can be read of a primitive: a name that is not here is `undefined` there. */
const PRIMITIVE_MEMBERS: ReadonlySet<string> = new Set([
  'length', ...[String, Number, Boolean, Symbol, BigInt, Object].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
])

/** The member of the variable that a mention reads, calls or writes, where no primitive has one of the name. */
function ownMember(identifier: Node): TSESTree.MemberExpression | null {
  const { parent } = identifier
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return null
  const name = propertyName(parent)
  return name !== null && !PRIMITIVE_MEMBERS.has(name) ? parent : null
}

function isReceiver({ references }: Variable): boolean {
  return references.some(({ identifier }) => ownMember(identifier) !== null)
}

/** Under `if (x instanceof Node)`, or behind `if (!(x instanceof Node)) return`. */
function isGuarded(mention: Node, variable: Variable, sourceCode: SourceCode): boolean {
  for (let at: Node = mention; at.parent; at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.consequent === at && tellsObject(parent.test, true, variable, sourceCode)) return true
        if (parent.alternate === at && tellsObject(parent.test, false, variable, sourceCode)) return true
        break
      case 'LogicalExpression':
        if (parent.right === at && tellsObject(parent.left, parent.operator === '&&', variable, sourceCode) && parent.operator !== '??') return true
        break
      case 'BlockStatement':
      case 'Program': {
        const list: readonly Node[] = parent.body
        for (const statement of list.slice(0, list.indexOf(at))) {
          if (statement.type === 'IfStatement' && leaves(statement.consequent) && tellsObject(statement.test, false, variable, sourceCode)) return true
        }
        break
      }
      case 'FunctionDeclaration':
        return false
    }
    if (isFunction(parent) && parent === variable.scope.block) return false
  }
  return false
}

/** Does the test, when it comes out as `outcome`, leave objects alone? */
function tellsObject(test: Node, outcome: boolean, variable: Variable, sourceCode: SourceCode): boolean {
  const inner = unwrap(test)
  const told = (part: Node): boolean => tellsObject(part, outcome, variable, sourceCode)
  switch (inner.type) {
    case 'UnaryExpression':
      return inner.operator === '!' && tellsObject(inner.argument, !outcome, variable, sourceCode)
    case 'LogicalExpression': {
      const isBoth = inner.operator === '&&' ? outcome : inner.operator === '||' && !outcome
      if (!isBoth) return false
      if (told(inner.left) || told(inner.right)) return true
      const parts = conjuncts(inner, inner.operator)
      return parts.some((part) => saysTypeof(part, 'object', outcome, variable, sourceCode)) && parts.some((part) => saysTruthy(part, outcome, variable, sourceCode))
    }
    case 'BinaryExpression':
      if (inner.operator === 'instanceof') return outcome && variableOf(inner.left, sourceCode) === variable
      return saysTypeof(inner, 'function', outcome, variable, sourceCode)
    default:
      return false
  }
}

function conjuncts(node: Node, operator: string): Node[] {
  const inner = unwrap(node)
  return inner.type === 'LogicalExpression' && inner.operator === operator ? [...conjuncts(inner.left, operator), ...conjuncts(inner.right, operator)] : [inner]
}

/** `typeof x === 'object'`, or `!==` where the test has failed. */
function saysTypeof(node: Node, type: string, outcome: boolean, variable: Variable, sourceCode: SourceCode): boolean {
  if (node.type !== 'BinaryExpression' || !(outcome ? /^===?$/ : /^!==?$/).test(node.operator)) return false
  const { left, right } = node
  return left.type === 'UnaryExpression' && left.operator === 'typeof' && variableOf(left.argument, sourceCode) === variable && right.type === 'Literal' && right.value === type
}

/** `x`, `x !== null`, `x != null`; `!x`, `x === null` where the test has failed. */
function saysTruthy(node: Node, outcome: boolean, variable: Variable, sourceCode: SourceCode): boolean {
  if (node.type === 'UnaryExpression' && node.operator === '!') return saysTruthy(unwrap(node.argument), !outcome, variable, sourceCode)
  if (node.type !== 'BinaryExpression') return outcome && variableOf(node, sourceCode) === variable
  const isNull = node.right.type === 'Literal' && node.right.raw === 'null'
  return isNull && (outcome ? /^!==?$/ : /^===?$/).test(node.operator) && variableOf(node.left, sourceCode) === variable
}
