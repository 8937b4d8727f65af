import { isFunction, type Node } from './bindings.ts'

/**
 * The code that runs from the expression `node` on until `end`: the whole expression around it when it ends there, else its statement and
 * those after it. null when `end` is not reached by the statements that follow.
 */
export function regionsUntil(node: Node, end: number): Node[] | null {
  let at = node
  while (at.parent && !isFunction(at.parent) && !BOUNDARY.test(at.parent.type)) at = at.parent
  if (end <= at.range[1]) return [at]
  for (let statement = at.parent; statement && !isFunction(statement); statement = statement.parent) {
    if (end <= statement.range[1]) return [statement]
    const after = statementsAfter(statement).filter(({ range }) => range[0] < end)
    if ((after.at(-1)?.range[1] ?? 0) >= end) return [statement, ...after]
  }
  return null
}

const BOUNDARY = /(?:Statement|Declaration|Definition|Program|StaticBlock|SwitchCase)$/

function statementsAfter(statement: Node): readonly Node[] {
  const { parent } = statement
  const list: readonly Node[] = parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'StaticBlock' ? parent.body : parent?.type === 'SwitchCase' ? parent.consequent : []
  const index = list.indexOf(statement)
  return index < 0 ? [] : list.slice(index + 1)
}
