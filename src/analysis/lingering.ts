import type { TSESTree } from '@typescript-eslint/utils'
import { FIXED_SIZES, REPLIES, REQUESTS, SMALL_PARTS, SMALL_TABLES } from '../knowledge/parts.ts'
import { isConstant, isFunction, isModuleScope, isTarget, isWithin, type Node, outermost, propertyName, rootVariable, type Scope, type Variable } from './bindings.ts'
import { capturesOf } from './captures.ts'
import { derivedFrom } from './derivation.ts'
import { usesOf } from './escapes.ts'
import { fact, type SourceCode } from './fact.ts'
import { runsOnce } from './functions.ts'
import { kindOf } from './kinds.ts'
import { membersNamed } from './occurrences.ts'
import { callOf, isHandedOn, outermostIn, sharedContexts } from './sharing.ts'
import { type Closure, isBrief, type Survival, survivalOf } from './survival.ts'
import { isLargeVariable } from './weight.ts'

/** A large value that a closure keeps, of which all that outlives the call uses no more than small parts. */
export interface LingeringCapture {
  variable: Variable
  /** What outlives the call, and how. */
  closure: Closure
  survival: Survival
  /** The reads of the parts in functions that may outlive the call: `data.length`, `rows[0].id`. */
  parts: readonly Node[]
}

export const lingeringCaptures = fact((sourceCode): LingeringCapture[] => {
  const found: LingeringCapture[] = []
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    if (isModuleScope(scope) || scope.type === 'class' || scope.type === 'function-expression-name') continue
    for (const variable of scope.variables) {
      const lingering = variable.defs.length === 1 ? lingeringCaptureOf(variable, scope, sourceCode) : null
      if (lingering) found.push(lingering)
    }
  }
  return found
})

function lingeringCaptureOf(variable: Variable, scope: Scope, sourceCode: SourceCode): LingeringCapture | null {
  if (variable.references.every(({ from }) => from.variableScope === scope.variableScope)) return null
  const captures = capturesOf(variable)
  if (!captures.some((capture) => smallPartAt(capture)) || !isConstant(variable)) return null
  const home = callOf(scope)
  if (!home || runsOnce(home, sourceCode) || !(isLargeVariable(variable, sourceCode) || isRequest(variable, home))) return null
  const lasting = captures.filter((capture) => !isBrief(outermostIn(capture, home), sourceCode))
  const parts = lasting.flatMap((capture) => smallPartAt(capture) ?? [])
  if (parts.length < lasting.length || isHandedOn(variable, sourceCode)) return null
  for (const capture of lasting) {
    const closure = outermostIn(capture, home)
    const survival = survivalOf(closure, home, sourceCode)
    if (!survival) continue
    if (isKeptOtherwise(variable, home, sourceCode) || mayChange(variable, parts, sourceCode)) return null
    return sharedContexts(sourceCode).some((shared) => shared.variable === variable) ? null : { variable, closure, survival, parts }
  }
  return null
}

/** The read of a small part of what is mentioned; null where more than that is used. */
function smallPartAt(mention: Node): TSESTree.MemberExpression | null {
  let at: Node = outermost(mention)
  let table = false
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) {
    const member = at.parent
    const index = member.computed && member.property.type === 'Literal' && typeof member.property.value === 'number'
    const name = propertyName(member)
    if (name === null && !index) return null
    at = outermost(member)
    if (name !== null && (table || SMALL_PARTS.has(name))) return isUsed(at) ? member : null
    table = name !== null && SMALL_TABLES.has(name)
  }
  return null
}

/** Is it read, and neither called, written nor taken apart further? */
function isUsed(part: Node): boolean {
  const { parent } = part
  return !isTarget(part) && !(parent?.type === 'CallExpression' && parent.callee === part)
}

/** The first parameter of a handler `(req, res) => …`, of which the others, which keep it too, are not captured. */
function isRequest(variable: Variable, home: Node): boolean {
  if (!isFunction(home) || !REQUESTS.has(variable.name)) return false
  const [first, second] = home.params
  if (first !== variable.identifiers[0] || second?.type !== 'Identifier' || !REPLIES.has(second.name)) return false
  return variable.scope.variables.every((other) => other === variable || !other.defs.some(({ type }) => type === ('Parameter' as never)) || capturesOf(other).length === 0)
}

/** Does another captured variable hold a part of the value, or what was made of it? */
function isKeptOtherwise(variable: Variable, home: Node, sourceCode: SourceCode): boolean {
  const parts = new Set(variable.references.flatMap(({ identifier }) => (smallPartAt(identifier as Node) ? [identifier as Node] : [])))
  for (const other of derivedFrom(variable, home, sourceCode, parts)) {
    if (capturesOf(other).length > 0 || !isWithin(other.scope.block as Node, home)) return true
  }
  return false
}

/** Is one of the parts written, or does the value grow, in the closures or after they are made? */
function mayChange(variable: Variable, parts: readonly Node[], sourceCode: SourceCode): boolean {
  const isWritten = (part: Node): boolean => {
    const name = part.type === 'MemberExpression' ? propertyName(part) : null
    return name === null || membersNamed(name, sourceCode).some((member) => member.type === 'MemberExpression' && isTarget(outermost(member)) && rootVariable(member, sourceCode) === variable)
  }
  if (parts.some(isWritten)) return true
  if (FIXED_SIZES.has(kindOf(variable.identifiers[0] as Node, sourceCode))) return false
  const start = parts[0]!.range[0]
  return usesOf(variable, sourceCode).some(({ kind, method, node, captured }) =>
    (kind === 'write' || (kind === 'method' && GROWING.has(method ?? ''))) && (captured || node.range[0] > start))
}

const GROWING: ReadonlySet<string> = new Set(['add', 'clear', 'delete', 'fill', 'pop', 'push', 'reverse', 'set', 'shift', 'sort', 'splice', 'unshift'])
