import type { TSESLint } from '@typescript-eslint/utils'
import { type Node, outermost, type Variable, variableOf } from '../analysis/bindings.ts'
import { numberValue } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { isHandedOn, type RecursiveCopy, recursiveCalls } from '../analysis/recursion.ts'
import { type Edit, fixOf, insertAt, replace } from './edits.ts'
import { freeName } from './names.ts'

/** The same function with an index as a last parameter in the place of the copy; null where it reads more of the list than that covers. */
export function withIndex(found: RecursiveCopy, sourceCode: SourceCode): TSESLint.ReportFixFunction | null {
  const { fn, call, copy, step, pattern, parameter } = found
  const last = fn.params.at(-1)
  const calls = recursiveCalls(fn, sourceCode)
  if (step === 0 || calls.length !== 1 || !last || last.type === 'RestElement' || call.arguments.length !== fn.params.length || fn.params.some(({ type }) => type === 'AssignmentPattern')) return null
  if (isHandedOn(fn, sourceCode) || sourceCode.getCommentsInside(pattern ?? copy).length > 0) return null
  if (call.arguments.some(({ type }) => type === 'SpreadElement') || fn.type === 'ArrowFunctionExpression' && sourceCode.getTokenBefore(last)?.value !== '(' && fn.params.length === 1) return null
  const index = freeName('start', sourceCode)
  const list = parameter?.name ?? freeName('list', sourceCode)
  const at = (offset: number): string => (offset === 0 ? `${list}[${index}]` : `${list}[${index} + ${offset}]`)
  const edits: Edit[] = [insertAt(last.range[1], `, ${index} = 0`), replace(copy, list), insertAt((call.arguments.at(-1) as Node).range[1], `, ${index} + ${step}`)]
  if (pattern) {
    const names = headNames(pattern.elements.slice(0, step), sourceCode)
    const tail = pattern.elements[step]
    const rest = tail?.type === 'RestElement' ? variableOf(tail.argument, sourceCode) : null
    if (!names || !rest || !usesOf(rest).every((use) => use === copy)) return null
    if (pattern === fn.params[found.index]) {
      if (pattern.typeAnnotation) return null
      edits.push(replace(pattern, list))
      if (pattern === last) edits.shift()
      if (pattern === last) edits.push({ range: [pattern.range[1], pattern.range[1]], text: `, ${index} = 0` })
      for (const [offset, name] of names.entries()) {
        for (const use of usesOf(name)) {
          if (use.parent?.type === 'Property' && use.parent.shorthand) return null
          edits.push(replace(use, at(offset)))
        }
      }
      return fixOf(edits)
    }
    const declarator = pattern.parent
    if (declarator.type !== 'VariableDeclarator') return null
    edits.push(replace(declarator, names.map(({ name }, offset) => `${name} = ${at(offset)}`).join(', ')))
    return parameter && rewriteReads(parameter, [declarator.init as Node], at, index, edits, sourceCode) ? fixOf(edits) : null
  }
  return parameter && rewriteReads(parameter, [], at, index, edits, sourceCode, copy) ? fixOf(edits) : null
}

function headNames(elements: readonly (Node | null)[], sourceCode: SourceCode): Variable[] | null {
  const names = elements.map((element) => (element?.type === 'Identifier' ? variableOf(element, sourceCode) : null))
  return names.every((name) => name !== null && name.references.every((reference) => !reference.isWrite() || reference.init === true || reference.identifier === name.identifiers[0])) ? (names as Variable[]) : null
}

function usesOf({ references, identifiers }: Variable): Node[] {
  return references.filter(({ init, identifier }) => init !== true && !identifiers.includes(identifier as never)).map(({ identifier }) => identifier as Node)
}

/** Reads of the list by a literal index, and of its length, become reads from the index on. */
function rewriteReads(
  list: Variable, done: readonly Node[], at: (offset: number) => string, index: string, edits: Edit[], sourceCode: SourceCode, copy?: Node,
): boolean {
  return usesOf(list).every((use) => {
    if (done.includes(use) || (copy && use.range[0] >= copy.range[0] && use.range[1] <= copy.range[1])) return true
    const member = use.parent
    if (member?.type !== 'MemberExpression' || member.object !== use || member.optional) return false
    if (!member.computed && member.property.type === 'Identifier' && member.property.name === 'length') {
      const { parent } = outermost(member)
      if (parent?.type === 'AssignmentExpression' || parent?.type === 'UpdateExpression') return false
      // A list that is emptied meanwhile is shorter than the index.
      const isEmpty = emptiness(member)
      edits.push(isEmpty ? replace(isEmpty.node, `${list.name}.length ${isEmpty.is ? '<=' : '>'} ${index}`) : replace(member, `(${list.name}.length - ${index})`))
      return true
    }
    const offset = member.computed ? numberValue(member.property, sourceCode) : null
    const { parent } = outermost(member)
    if (offset === null || !Number.isInteger(offset) || offset < 0 || parent?.type === 'AssignmentExpression' && parent.left === member || parent?.type === 'UpdateExpression' || parent?.type === 'CallExpression' && parent.callee === member) return false
    edits.push(replace(member, at(offset)))
    return true
  })
}

/** The comparison of a length with none that the expression is in: `xs.length === 0`, `!xs.length`. */
function emptiness(length: Node): { node: Node; is: boolean } | null {
  const { parent } = length
  if (parent?.type === 'UnaryExpression' && parent.operator === '!') return isOperand(parent) ? null : { node: parent, is: true }
  if (parent?.type !== 'BinaryExpression' || parent.left !== length || parent.right.type !== 'Literal' || parent.right.value !== 0 || isOperand(parent)) return null
  if (parent.operator === '===' || parent.operator === '==' || parent.operator === '<=') return { node: parent, is: true }
  return parent.operator === '!==' || parent.operator === '!=' || parent.operator === '>' ? { node: parent, is: false } : null
}

function isOperand({ parent }: Node): boolean {
  return parent?.type === 'UnaryExpression' || parent?.type === 'BinaryExpression' || parent?.type === 'AwaitExpression'
}
