import { isFunction, type Node } from './bindings.ts'

/** Stands the node under a condition, or behind an early return, inside of its function? */
export function isConditional(node: Node): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test !== at) return true
        break
      case 'LogicalExpression':
        if (parent.right === at) return true
        break
      case 'SwitchCase':
      case 'CatchClause':
        return true
      case 'BlockStatement':
        for (const statement of parent.body) {
          if (statement === at) break
          if (mayLeave(statement)) return true
        }
    }
  }
  return false
}

function mayLeave(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true
    case 'IfStatement':
      return mayLeave(statement.consequent) || (statement.alternate !== null && mayLeave(statement.alternate))
    case 'BlockStatement':
      return statement.body.some(mayLeave)
    case 'TryStatement':
      return mayLeave(statement.block) || (statement.handler !== null && mayLeave(statement.handler.body))
    case 'SwitchStatement':
      return statement.cases.some(({ consequent }) => consequent.some(mayLeave))
    default:
      return false
  }
}


/** Does the statement always leave its function? */
export function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(leaves)
  return statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement'
}
