import { isFunction, isWithin, type Node, unwrap } from '../analysis/bindings.ts'
import { leaves } from '../analysis/conditions.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { enclosingClass } from '../analysis/functions.ts'
import { isEmpty } from '../analysis/lifetime.ts'
import { keyName, lastName, membersNamed } from '../analysis/occurrences.ts'
import type { Leak } from '../analysis/pairing.ts'
import { isOnWayIn } from '../analysis/teardown.ts'

/** The path as it has to be written where the owner ends: `this.pane?.contents` where no pane need be there. With `next`, what follows it is linked as well. */
export function safePath(path: Node, leak: Leak, sourceCode: SourceCode, next = ''): string {
  const text = sourceCode.getText(path)
  const inner = unwrap(path)
  const link = next && mayLack(inner, leak, sourceCode) ? `?${next}` : next
  if (inner !== path || inner.type !== 'MemberExpression') return text + link
  const rest = sourceCode.text.slice(inner.object.range[1], inner.range[1])
  const isPlain = rest.startsWith('.') && !inner.computed
  return safePath(inner.object, leak, sourceCode, isPlain ? '.' : '') + (isPlain ? rest.slice(1) : rest) + link
}

/** May the place be empty when the owner ends: a field that is emptied, or not set on the way in, or what the acquisition itself is careful about? */
export function mayLack(place: Node, leak: Leak, sourceCode: SourceCode): boolean {
  const inner = unwrap(place)
  if (inner.type !== 'MemberExpression' && inner.type !== 'Identifier') return false
  if (isAskedFor(inner, leak.call, sourceCode)) return true
  return inner.type === 'MemberExpression' && inner.object.type === 'ThisExpression' && mayBeEmpty(inner, lastName(inner) ?? '', leak, sourceCode)
}

/** The removal, asked for only where the listener may not be there: `off(event, undefined)` throws, or takes away everybody's. The DOM's does nothing. */
export function whereThere(listener: string, removal: string, isThere: boolean): string {
  return isThere || /\bremoveEventListener\(/.test(removal) ? removal : `if (${listener}) ${removal}`
}

/** Is it acquired whenever the owner comes, without a condition? */
export function isSureToCome({ call, owner }: Leak, sourceCode: SourceCode): boolean {
  if (!owner || !isOnWayIn(call, owner, sourceCode)) return false
  for (let at: Node = call; at.parent && !isFunction(at); at = at.parent) {
    const parent: Node = at.parent
    if ((parent.type === 'IfStatement' && parent.test !== at) || (parent.type === 'LogicalExpression' && parent.right === at)) return false
    if (parent.type === 'BlockStatement' && parent.body.some((one) => one.type === 'IfStatement' && one.range[1] < call.range[0] && leaves(one.consequent))) return false
  }
  return true
}

function mayBeEmpty(field: Node, name: string, { call, owner }: Leak, sourceCode: SourceCode): boolean {
  const member = enclosingClass(field)?.body.body.find((one) => 'key' in one && keyName(one) === name)
  if (member?.type === 'MethodDefinition') return false
  const declared = member?.type === 'PropertyDefinition' ? member.value : null
  if ((declared && isEmpty(declared)) || (member?.type === 'PropertyDefinition' && member.optional)) return true
  const writes = membersNamed(name, sourceCode).flatMap((one) => (one.parent?.type === 'AssignmentExpression' && one.parent.left === one ? one.parent : []))
  if (writes.some(({ right }) => isEmpty(right))) return true
  if (!owner || isOnWayIn(call, owner, sourceCode) || declared) return false
  return writes.length > 0 && !writes.some((write) => isOnWayIn(write, owner, sourceCode))
}

/** `if (this.props.map) this.props.map.on(…)`, `if (!this.map) return` before it */
function isAskedFor(place: Node, call: Node, sourceCode: SourceCode): boolean {
  const path = new RegExp(`(?<![\\w$.#])${sourceCode.getText(place).replaceAll(/[$.?[\]()*+|^{}\\]/g, '\\$&')}(?![\\w$.?[(])`)
  const asks = (test: Node): boolean => path.test(sourceCode.getText(test))
  for (let at: Node = call; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.test !== at && asks(parent.test)) return true
    if (parent.type === 'LogicalExpression' && parent.right === at && asks(parent.left)) return true
    if (parent.type !== 'BlockStatement') continue
    for (const statement of parent.body) {
      if (isWithin(call, statement)) break
      if (statement.type === 'IfStatement' && leaves(statement.consequent) && asks(statement.test)) return true
    }
  }
  return false
}
