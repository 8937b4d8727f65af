import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type Node, outermost } from '../analysis/bindings.ts'
import type { Crowd } from '../analysis/concurrency.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingFunction, takesArgument } from '../analysis/functions.ts'
import { type Edit, fixOf, insertAt } from './edits.ts'
import { indentationOf, terminator } from './layout.ts'
import { freeName } from './names.ts'
import { isPlace } from './walks.ts'

/** As many as keep disks and lines busy. */
const SIZE = 16

/** The same, `size` elements at a time; no edit where the code cannot wait, or the task sees its element's index. */
export function batching(crowd: Crowd, sourceCode: SourceCode): { size: string; edit: TSESLint.ReportFixFunction | null } {
  const edits = isSliced(crowd, sourceCode) ? batches(crowd, sourceCode) : null
  return { size: String(SIZE), edit: edits && fixOf(edits) }
}

function isSliced({ call, items, task }: Crowd, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(call)
  const isAwaited = outermost(call).parent?.type === 'AwaitExpression' || (fn?.async === true && outermost(call).parent?.type === 'ReturnStatement')
  return isAwaited && isPlace(items) && !takesArgument(task, 1, sourceCode)
}

function batches({ call, items }: Crowd, sourceCode: SourceCode): Edit[] | null {
  const value = outermost(call).parent?.type === 'AwaitExpression' ? outermost(outermost(call).parent as Node) : outermost(call)
  const { parent } = value
  const index = freeName('i', sourceCode)
  const text = sourceCode.getText(items)
  const sliced = insertAt(items.range[1], `.slice(${index}, ${index} + ${SIZE})`)
  const header = `for (let ${index} = 0; ${index} < ${text}.length; ${index} += ${SIZE}) `
  const isAlone = (statement: Node) => /^(?:BlockStatement|Program|SwitchCase)$/.test(statement.parent?.type ?? '')
  if (parent?.type === 'ExpressionStatement') return [insertAt(parent.range[0], header), sliced]
  const end = terminator(sourceCode)
  if (parent?.type === 'ReturnStatement' && isAlone(parent)) {
    const name = freeName('results', sourceCode)
    const indent = indentationOf(parent, sourceCode)
    return [
      { range: [parent.range[0], call.range[0]], text: `const ${name} = []${end}\n${indent}${header}${name}.push(...(await ` }, sliced,
      { range: [call.range[1], parent.range[1]], text: `))${end}\n${indent}return ${name}${end}` },
    ]
  }
  if (parent?.type !== 'VariableDeclarator' || parent.parent.declarations.length > 1 || !isAlone(parent.parent)) return null
  const declaration: TSESTree.VariableDeclaration = parent.parent
  const indent = indentationOf(declaration, sourceCode)
  const name = parent.id.type === 'Identifier' ? parent.id.name : null
  if (name === null) return null
  return [{ range: [value.range[0], call.range[0]], text: `[]${end}\n${indent}${header}${name}.push(...(await ` }, sliced, insertAt(call.range[1], '))')]
}
