import { type Node, unwrap } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'

const LONGEST = 40

/** What a message calls an expression: its own text where that is short, else the part of it that a reader recognises. */
export function labelOf(node: Node, sourceCode: SourceCode): string {
  const inner = unwrap(node)
  const text = sourceCode.getText(inner)
  if (text.length <= LONGEST && !text.includes('\n')) return text
  const called = methodCall(inner)
  if (called) return `${called.object.type === 'Identifier' ? called.object.name : '…'}.${called.method}(…)`
  if (inner.type === 'NewExpression') return `new ${labelOf(inner.callee, sourceCode)}(…)`
  if (inner.type === 'CallExpression') return `${labelOf(inner.callee, sourceCode)}(…)`
  if (inner.type === 'MemberExpression' && inner.property.type === 'Identifier' && !inner.computed) return `….${inner.property.name}`
  return `${text.slice(0, LONGEST - 1).replace(/\s+/g, ' ')}…`
}
