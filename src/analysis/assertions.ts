import { isFunction, type Node } from './bindings.ts'
import type { SourceCode } from './fact.ts'

/** Does a test ask for it? `expect(copy(data)).toEqual(data)`, `assert.equal(response.status, 404)`. */
export function isAsserted(node: Node, sourceCode: SourceCode): boolean {
  for (let at = node.parent; at && !isFunction(at) && !/Statement$|Declarator$/.test(at.type); at = at.parent) {
    if (at.type === 'CallExpression' && /^(?:expect|assert)\b/.test(sourceCode.getText(at.callee))) return true
  }
  return false
}
