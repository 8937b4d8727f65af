import { isFunction, isWithin, type Node, propertyName, unwrap, type Variable, writesOf } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf } from './functions.ts'
import { kindOf } from './kinds.ts'
import { referencesIn } from './references.ts'

/**
 * The variables of `region` that are given `variable`'s value, a part of it, or what was made of it: initialised or assigned with
 * it, walking it, handed its pieces, or collecting them. What is only a number or a truth value is nothing of it. Mentions in
 * `except` give nothing on.
 */
export function derivedFrom(variable: Variable, region: Node, sourceCode: SourceCode, except: ReadonlySet<Node> = NONE): ReadonlySet<Variable> {
  const all = referencesIn(region, sourceCode)
  const found = new Set([variable])
  for (let size = 0; size < found.size;) {
    size = found.size
    const given = all.filter(({ resolved, identifier }) => resolved !== null && found.has(resolved) && !except.has(identifier as Node)).map(({ identifier }) => identifier as Node)
    for (const { resolved } of all) if (resolved && !found.has(resolved) && takes(resolved, given, sourceCode)) found.add(resolved)
  }
  found.delete(variable)
  return found
}

const NONE: ReadonlySet<Node> = new Set()

/** Is the variable given something that one of the mentions stands in? */
function takes(variable: Variable, mentions: readonly Node[], sourceCode: SourceCode): boolean {
  const hasOne = (value: Node): boolean => mentions.some((mention) => isWithin(mention, value))
  const isGiven = (value: Node): boolean => hasOne(value) && !isScalar(value, sourceCode) && hasOne(sourceOf(value))
  if (writesOf(variable).some(({ writeExpr }) => writeExpr && isGiven(writeExpr as Node))) return true
  return variable.defs.some((definition) => isHanded(definition as { type: string; node: Node }, hasOne)) ||
    variable.references.some(({ identifier }) => collectedBy(identifier as Node).some(isGiven))
}

/** A function or class that uses it, and the parameter of a callback to which a call on it, or with it, hands something. */
function isHanded({ type, node }: { type: string; node: Node }, hasOne: (value: Node) => boolean): boolean {
  if (type === 'FunctionName' || type === 'ClassName') return hasOne(node)
  const given = type === 'Parameter' && isFunction(node) ? callbackOf(node) : null
  if (!given) return false
  const { callee, arguments: all } = given.call
  return hasOne(callee) || all.some((argument, index) => index !== given.index && hasOne(argument))
}

/** What the mentioned collection is given: `all.push(x)`, `all.set(key, x)`, `all[key] = x`, `all.last = x`. */
function collectedBy(mention: Node): readonly Node[] {
  let at: Node = mention
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent
  const { parent } = at
  if (parent?.type === 'AssignmentExpression' && parent.left === at) return at === mention ? [] : [parent.right]
  const called = parent ? methodCall(parent) : null
  return called && COLLECTING.has(called.method) ? called.arguments : []
}

const COLLECTING: ReadonlySet<string> = new Set(['add', 'append', 'appendChild', 'concat', 'push', 'set', 'splice', 'unshift'])

/** What the value is taken from: the callback of `find` chooses, and gives nothing to what is chosen. */
export function sourceOf(value: Node): Node {
  const called = methodCall(value)
  return called && CHOOSING.has(called.method) && called.arguments.length === 1 ? sourceOf(called.object) : value
}

const CHOOSING: ReadonlySet<string> = new Set(['filter', 'find', 'findLast', 'sort', 'toSorted'])

/** A number or truth value keeps nothing of what it was worked out from. */
export function isScalar(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  const kind = kindOf(node, sourceCode)
  if (inner.type === 'MemberExpression') return /^(?:length|size|byteLength|width|height|status)$/.test(propertyName(inner) ?? '')
  return kind === 'number' || kind === 'boolean' || kind === 'bigint' || inner.type === 'Literal'
}
