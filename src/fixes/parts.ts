import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, isWithin, type Node, propertyName, type Variable } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import type { LingeringCapture } from '../analysis/lingering.ts'
import { declarationOf, listOf } from './enclosure.ts'
import { endedBefore, indentationOf } from './layout.ts'
import { reservedName } from './names.ts'

/**
 * Copies the parts into constants before the function that reads them is made: `data.length` becomes `dataLength`. What lies deeper
 * is read by `?.` then, for the function may never have been called. null where no statement may stand there.
 */
export function partsBefore({ variable, parts }: LingeringCapture, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const next = placeFor(variable, parts, sourceCode)
  if (!next || parts.some((part) => sourceCode.getCommentsInside(part).length > 0)) return null
  const copies = new Map<string, string>()
  for (const part of parts) {
    const read = earlyRead(part, sourceCode)
    if (read === null) return null
    if (!copies.has(read)) copies.set(read, reservedName(nameOf(variable, part), part, sourceCode))
  }
  const lines = [...copies].map(([read, name]) => `${endedBefore(`const ${name} = ${read}`, next, sourceCode)}\n${indentationOf(next, sourceCode)}`)
  return (fixer) => [
    fixer.insertTextBefore(next, lines.join('')),
    ...parts.map((part) => fixer.replaceText(part.parent?.type === 'ChainExpression' ? part.parent : part, copies.get(earlyRead(part, sourceCode) as string) as string)),
  ]
}

/** The statement before which the value is there and no function has been made that reads the parts. */
function placeFor(variable: Variable, parts: readonly Node[], sourceCode: SourceCode): Node | null {
  const declaration = declarationOf(variable)
  const block = variable.scope.block as Node
  const list = declaration ? listOf(declaration) : isFunction(block) && block.body.type === 'BlockStatement' ? block.body.body : null
  if (!list || variable.scope.type === 'for') return null
  const first = list.findIndex((statement) => parts.some((part) => isWithin(part, statement)))
  const declared = declaration ? list.indexOf(declaration) : list.findLastIndex((statement) => statement.type === 'ExpressionStatement' && statement.directive)
  const isHoisted = list.some((statement) => statement.type === 'FunctionDeclaration' && parts.some((part) => isWithin(part, statement)))
  const index = isHoisted || first < declared ? declared + 1 : first
  const next = index > declared ? list[index] : undefined
  return next && sourceCode.getTokenBefore(next)?.loc.end.line !== next.loc.start.line ? next : null
}

/** The read as it is written before the function, where what lies deeper may be missing; null where more than names stands in it. */
function earlyRead(part: Node, sourceCode: SourceCode): string | null {
  const { object, property, computed, optional } = part as TSESTree.MemberExpression
  const key = computed ? `[${sourceCode.getText(property)}]` : sourceCode.getText(property)
  if (object.type !== 'MemberExpression') {
    const dot = optional ? '?.' : computed ? '' : '.'
    return object.type === 'Identifier' || object.type === 'TSNonNullExpression' ? sourceCode.getText(object) + dot + key : null
  }
  const before = earlyRead(object, sourceCode)
  return before === null ? null : `${before}?.${key}`
}

function nameOf({ name }: Variable, part: Node): string {
  const key = (propertyName(part as TSESTree.MemberExpression) ?? 'part').replace(/^_+/, '').replace(/[^\w$]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
  return name + key.charAt(0).toUpperCase() + key.slice(1)
}
