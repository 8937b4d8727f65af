import type { Resource } from '../knowledge/resources.ts'
import { type Acquisition, acquisitionOf } from './acquisitions.ts'
import { isFunction, isModuleScope, isWithin, type Node, readsOf, type Variable, variableOf } from './bindings.ts'
import { type Call, methodCall } from './calls.ts'
import { capturesOf } from './captures.ts'
import { leaves } from './conditions.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, runsAtLoad } from './functions.ts'
import type { Release } from './handles.ts'
import { membersNamed } from './occurrences.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { releasesOf } from './releases.ts'
import { outermostIn } from './sharing.ts'
import { isBrief } from './survival.ts'

/** A descriptor or a connection of few, which the call that took it does not give back on each of its ways out. */
export interface Unreturned extends Acquisition {
  /** `forgotten`: on none. `skipped`: an error or a return on the way to `release` leaves it. */
  fault: 'forgotten' | 'skipped'
  release: Node | null
}

/** Is the call such an acquisition? null when others may release it, or when any of this is unknown. */
export function unreturned(call: Call, resources: readonly Resource[], sourceCode: SourceCode): Unreturned | null {
  const acquired = acquisitionOf(call, resources, sourceCode)
  if (!acquired?.resource.scarce || acquired.sink.kind !== 'variable') return null
  const { variable } = acquired.sink
  if (isModuleScope(variable.scope) || isPerInstanceScript(sourceCode) || runsAtLoad(call, sourceCode) || !isUsed(acquired, sourceCode)) return null
  const releases = releasesOf(acquired, sourceCode)
  if (acquired.resource.of === 'bodies' && (releases.length > 0 || mayReadOn(variable, call, sourceCode))) return null
  if (releases.length === 0) return isUsedLater(acquired, variable, sourceCode) ? null : { ...acquired, fault: 'forgotten', release: null }
  const release = skipped(call, variable, releases, sourceCode)
  return release && { ...acquired, fault: 'skipped', release }
}

/** May the reader come to the end of what it reads: in a loop, or by a function that calls itself? Where a loop leaves with what it has found, it does not. */
function mayReadOn(reader: Variable, call: Call, sourceCode: SourceCode): boolean {
  const home = enclosingFunction(call)
  return readsOf(reader).some(({ identifier }) => {
    if (enclosingFunction(identifier as Node) !== home) return true
    for (let at = identifier as Node; at.parent && at !== home; at = at.parent) if (/^(?:For|While|DoWhile)/.test(at.type)) return !isLeftWithFound(at, sourceCode)
    return false
  })
}

/** `while (true) { …; if (line) return line }` */
function isLeftWithFound(loop: Node, sourceCode: SourceCode): boolean {
  const text = sourceCode.getText(loop)
  return /\bif \((?![^\n]*(?:done|abort|cancel|finish|stop|signal|clos|end))[^\n]*\)\s*(?:\{\s*)?return [^\n]*\w/i.test(text) && !/=>|function/.test(text)
}

/** Does a function that stays use it, which may then release it as well: a listener, or what the call gives back? Its own callbacks are done some time. */
function isUsedLater({ call }: Acquisition, variable: Variable, sourceCode: SourceCode): boolean {
  const home = enclosingFunction(call) as Node // it is not run as the module loads
  return capturesOf(variable).some((capture) => {
    const user = outermostIn(capture, home)
    const given = callbackOf(user)?.call
    const isOwn = given !== undefined && variable.references.some(({ identifier }) => isWithin(identifier as Node, given) && !isWithin(identifier as Node, user))
    return !isOwn && !isBrief(user, sourceCode)
  })
}

/** A pool's client is asked something: others by such names have methods that give back the pool itself. */
function isUsed({ resource, sink }: Acquisition, sourceCode: SourceCode): boolean {
  if (resource.of !== 'pools' || sink.kind !== 'variable') return true
  return ['query', 'execute'].some((name) => membersNamed(name, sourceCode).some((member) =>
    member.type === 'MemberExpression' && sink.variable.references.some(({ identifier }) => identifier === member.object)))
}

/** The one release, when code before it may throw or return, and it stands in no `finally` and no `catch`. */
function skipped(call: Call, handle: Variable, releases: readonly Release[], sourceCode: SourceCode): Node | null {
  const [release] = releases
  if (releases.length !== 1 || !release || release.isHandedOn || isInHandler(release.node)) return null
  if (enclosingFunction(release.node) !== enclosingFunction(call)) return isSkippedInCallback(handle, release.node, sourceCode) ? release.node : null
  const between = sourceCode.text.slice(call.range[1], release.node.range[0])
  return release.node.range[0] > call.range[1] && /\b(?:return|throw|await)\b|Sync\(/.test(between) ? release.node : null
}

/** `client.query(text, (error, rows) => { if (error) return done(error); client.release(); … })` */
function isSkippedInCallback(handle: Variable, release: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(release)
  const asked = fn && callbackOf(fn)?.call
  const client = asked && methodCall(asked)?.object
  if (!fn || fn.body.type !== 'BlockStatement' || !client || variableOf(client, sourceCode) !== handle) return false
  const before = fn.body.body.filter(({ range }) => range[1] <= release.range[0])
  return before.length < fn.body.body.length && before.some((one) => one.type === 'IfStatement' && leaves(one.consequent))
}

function isInHandler(node: Node): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    if (parent.type === 'CatchClause' || (parent.type === 'TryStatement' && parent.finalizer === at)) return true
  }
  return false
}
