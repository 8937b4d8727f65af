import type { TSESTree } from '@typescript-eslint/utils'
import { getStaticValue } from '@eslint-community/eslint-utils'
import { initializerOf, isGlobal, isModuleScope, isWithin, type Node, unwrap, variableOf, writesOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { variablesNamedIn } from './references.ts'

/**
 * Does an expression give the same content each time it is evaluated? `literal`: it is written out, primitives all the
 * way down. `module`: it names constants, enums or imports of the file besides. `no`: it may differ.
 */
export type Constancy = 'literal' | 'module' | 'no'

export function constancyOf(node: Node, sourceCode: SourceCode): Constancy {
  const inner = unwrap(node)
  const of = (part: Node): Constancy => constancyOf(part, sourceCode)
  switch (inner.type) {
    case 'Literal':
      return 'regex' in inner ? 'no' : 'literal'
    case 'TemplateLiteral':
      return least(inner.expressions.map(of))
    case 'UnaryExpression':
    case 'BinaryExpression':
      return getStaticValue(inner as never) ? 'literal' : 'no'
    case 'ArrayExpression':
      return least(inner.elements.map((element) => (element === null ? 'no' : element.type === 'SpreadElement' ? spread(of(element.argument)) : of(element))))
    case 'ObjectExpression':
      return least(inner.properties.map((property) => propertyConstancy(property, of)))
    case 'Identifier':
      return identifierConstancy(inner, sourceCode)
    case 'MemberExpression':
      return isEnumMember(inner, sourceCode) ? 'module' : 'no'
    default:
      return 'no'
  }
}

function least(parts: readonly Constancy[]): Constancy {
  if (parts.includes('no')) return 'no'
  return parts.includes('module') ? 'module' : 'literal'
}

/** What is spread runs an iterator or getters, which nothing proves to be the platform's. */
function spread(constancy: Constancy): Constancy {
  return constancy === 'no' ? 'no' : 'module'
}

function propertyConstancy(property: TSESTree.ObjectLiteralElement, of: (part: Node) => Constancy): Constancy {
  if (property.type === 'SpreadElement') return spread(of(property.argument))
  if (property.kind !== 'init' || property.method) return 'no'
  const { key } = property
  if (property.computed && key.type !== 'Literal') return least([of(key), of(property.value)])
  const name = key.type === 'Identifier' ? key.name : (key as TSESTree.Literal).value
  return name === '__proto__' ? 'no' : of(property.value)
}

function identifierConstancy(node: TSESTree.Identifier, sourceCode: SourceCode): Constancy {
  if (['undefined', 'NaN', 'Infinity'].includes(node.name) && isGlobal(node, node.name, sourceCode)) return 'literal'
  const variable = variableOf(node, sourceCode)
  if (!variable || !isModuleScope(variable.scope)) return 'no'
  if (variable.defs[0]?.type === ('ImportBinding' as never)) return /^[A-Z][A-Z\d_]*$/.test(node.name) ? 'module' : 'no'
  const value = initializerOf(variable)
  if (!value) return 'no'
  const constancy = constancyOf(value, sourceCode)
  const isPrimitive = !['ArrayExpression', 'ObjectExpression'].includes(unwrap(value).type)
  return constancy === 'no' || !isPrimitive ? 'no' : 'module'
}

/** `Kind.A` of an enum or of an imported object that is named as a type: `ts.SyntaxKind.Block`. */
function isEnumMember(node: TSESTree.MemberExpression, sourceCode: SourceCode): boolean {
  if (node.computed || node.optional || node.property.type !== 'Identifier') return false
  const object = unwrap(node.object)
  if (object.type === 'MemberExpression') return object.property.type === 'Identifier' && /^[A-Z]/.test(object.property.name) && isImported(object.object, sourceCode)
  const variable = variableOf(object, sourceCode)
  const [definition] = variable?.defs ?? []
  if (definition?.node.type === 'TSEnumDeclaration') return true
  return object.type === 'Identifier' && /^[A-Z]/.test(object.name) && /^[A-Z]/.test(node.property.name) && isImported(object, sourceCode)
}

function isImported(node: Node, sourceCode: SourceCode): boolean {
  return variableOf(node, sourceCode)?.defs[0]?.type === ('ImportBinding' as never)
}

/** Does every name in `node` mean the same before `place` is entered, and keep its value inside? */
export function isInvariantIn(node: Node, place: Node, sourceCode: SourceCode): boolean {
  return variablesNamedIn(node, sourceCode).every(
    (variable) =>
      variable.defs.every(({ name }) => !isWithin(name as Node, place)) &&
      variable.name !== 'arguments' &&
      writesOf(variable).every(({ identifier }) => !isWithin(identifier as Node, place)),
  )
}
