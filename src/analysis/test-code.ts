import { isFunction, type Node, unwrap } from './bindings.ts'
import { fact } from './fact.ts'
import { lastName } from './occurrences.ts'

/**
 * Does the file describe tests, by calls at its top such as `describe('…', () => …)`? What they acquire is gone with the
 * process that runs them, which each starts anew as a rule.
 */
export const isTestFile = fact(({ ast }): boolean => ast.body.some((statement) => statement.type === 'ExpressionStatement' && isSuite(statement.expression)))

function isSuite(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = unwrap(node.callee)
  const name = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : lastName(callee) // describe.only
  const [title, body] = [node.arguments[0], node.arguments.at(-1)]
  return name !== null && SUITES.has(name) && title !== body && body !== undefined && isFunction(body)
}

const SUITES: ReadonlySet<string> = new Set(['describe', 'context', 'suite', 'it', 'test', 'QUnit'])
