import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, resolve, samePlace, unwrap, variableOf, writesOf } from './bindings.ts'
import { calleeName } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingClass } from './functions.ts'
import { keyName, lastName, membersNamed } from './occurrences.ts'

/**
 * The `new X(…)` of which the expression is the value: itself, or what its variable or field is given. null where it is given
 * anything else as well, besides nothing.
 */
export function constructionOf(node: Node, sourceCode: SourceCode): TSESTree.NewExpression | null {
  const value = resolve(node, sourceCode)
  if (value.type === 'NewExpression') return value
  const given = valuesOf(value, sourceCode).map(unwrap).filter((one) => !isNothing(one))
  const [first] = given
  if (first?.type !== 'NewExpression') return null
  const name = calleeName(first, sourceCode)
  return given.every((one) => one.type === 'NewExpression' && calleeName(one, sourceCode) === name) ? first : null
}

function valuesOf(place: Node, sourceCode: SourceCode): Node[] {
  const variable = variableOf(place, sourceCode)
  if (variable) return writesOf(variable).flatMap(({ writeExpr }) => (writeExpr as Node | null | undefined) ?? [])
  const name = place.type === 'MemberExpression' ? lastName(place) : null
  if (place.type !== 'MemberExpression' || name === null) return []
  const assigned = membersNamed(name, sourceCode).flatMap((member) => {
    const { parent } = member
    return parent?.type === 'AssignmentExpression' && parent.left === member && samePlace(member, place, sourceCode) ? parent.right : []
  })
  const members = unwrap(place.object).type === 'ThisExpression' ? (enclosingClass(place)?.body.body ?? []) : []
  const declared = members.flatMap((one) => (one.type === 'PropertyDefinition' && keyName(one) === name ? (one.value ?? []) : []))
  return [...declared, ...assigned]
}

function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}
