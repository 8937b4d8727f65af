import type { Node } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { forEachNode } from './nodes.ts'

/** Every `this` of the file, and every `super`, which is read with it. */
export const selves: (sourceCode: SourceCode) => Node[] = fact((sourceCode) => {
  const found: Node[] = []
  forEachNode(sourceCode, (node) => void ((node.type === 'ThisExpression' || node.type === 'Super') && found.push(node)))
  return found
})

/** What `this` belongs to: the innermost function around it that is no arrow. */
export function thisOf(node: Node): Node | null {
  let fn = enclosingFunction(node)
  while (fn?.type === 'ArrowFunctionExpression') fn = enclosingFunction(fn)
  return fn
}

/** The mentions of a method's `this` in arrow functions: they put it into the context that every function made in the method keeps. */
export function capturedSelves(method: Node, sourceCode: SourceCode): Node[] {
  return selves(sourceCode).filter((self) => thisOf(self) === method && enclosingFunction(self) !== method)
}
