import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, outermost, propertyName } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingClass } from '../analysis/functions.ts'
import { isKeptBeside, mentionsOfTarget } from '../analysis/finalizers.ts'
import { keyName, membersNamed } from '../analysis/occurrences.ts'
import { indentationOf, terminator } from './layout.ts'
import { freeName } from './names.ts'

/**
 * Reads the properties that the cleanup uses of the target before it is registered: `() => close(this.handle)` becomes
 * `const { handle } = this` and `() => close(handle)`. null where the cleanup uses the target itself, or one of its methods,
 * or another function beside it keeps the target for both.
 */
export function partsFirst(target: Node, part: Node, call: TSESTree.CallExpression, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const cleanup = call.arguments[1] as Node
  const statement = call.parent
  if (!isFunction(cleanup) || !isWithin(part, cleanup) || part === cleanup || statement.type !== 'ExpressionStatement' || isKeptBeside(target, cleanup, sourceCode)) return null
  const mentions = mentionsOfTarget(target, cleanup, sourceCode)
  const names = new Map<string, string>()
  for (const mention of mentions) {
    const member = mention.parent as Node
    const name = member.type === 'MemberExpression' && member.object === mention && mention.type !== 'Super' && !member.computed && !member.optional ? propertyName(member) : null
    if (name === null || name.startsWith('#') || isCalledOrWritten(member) || isAssigned(name, sourceCode)) return null
    names.set(name, names.get(name) ?? freeName(name, sourceCode))
  }
  const parts = [...names].map(([name, local]) => (name === local ? name : `${name}: ${local}`))
  const before = `const { ${parts.join(', ')} } = ${sourceCode.getText(target)}${terminator(sourceCode)}\n${indentationOf(statement, sourceCode)}`
  return (fixer) => [
    fixer.insertTextBefore(statement, before),
    ...mentions.map((mention) => fixer.replaceText(mention.parent as Node, names.get(propertyName(mention.parent as TSESTree.MemberExpression) as string) as string)),
  ]
}

/** `this.close()` needs its receiver, and `this.count++` its place. */
function isCalledOrWritten(member: Node): boolean {
  const node = outermost(member)
  const { parent } = node
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') return parent.callee === node
  return (parent?.type === 'AssignmentExpression' && parent.left === node) || parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
}

/** Is the property given another value in more than one place, so that what it is now may not be what it is then? */
function isAssigned(name: string, sourceCode: SourceCode): boolean {
  const isTarget = ({ parent, range }: Node): boolean => parent?.type === 'AssignmentExpression' && parent.left.range[1] === range[1]
  const members = membersNamed(name, sourceCode)
  return members.findIndex(isTarget) !== members.findLastIndex(isTarget)
}

/** Makes the registry's field static, and reaches it by the class's name. */
export function sharedRegistry(registry: Node, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const type = enclosingClass(registry)
  const name = registry.type === 'MemberExpression' ? propertyName(registry) : null
  const field = type?.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member) === name) as TSESTree.PropertyDefinition | undefined
  if (!type?.id || name === null || !field || /\bthis\b/.test(sourceCode.getText(field.value ?? undefined)) || field.computed || field.decorators.length > 0) return null
  const own = type.id.name
  const before = sourceCode.getTokens(field).find(({ value }) => value === 'readonly') ?? field.key
  return (fixer) => [
    fixer.insertTextBefore(before as TSESTree.Token, 'static '),
    ...membersNamed(name, sourceCode).flatMap((member) => (member.type === 'MemberExpression' && member.object.type === 'ThisExpression' ? [fixer.replaceText(member.object, own)] : [])),
  ]
}
