import type { Resource } from '../knowledge/resources.ts'
import { type Acquisition, acquisitionOf, endsByItself, isHeldLong } from './acquisitions.ts'
import { type FunctionNode, isFunction, isWithin, type Node, outermost, unwrap } from './bindings.ts'
import { callbackFunction } from './callbacks.ts'
import { type Call, methodCall } from './calls.ts'
import { leaves } from './conditions.ts'
import { fact, type SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { isMultiplied } from './multiplicity.ts'
import { forEachNode } from './nodes.ts'
import { isReachedFrom, isRunBy, lastName, mentionsOf, runningCall } from './occurrences.ts'
import { isRootFile, type Owner, ownerOf } from './owners.ts'
import { isReplaced, regionOf, releasesOf } from './releases.ts'
import { isOnWayIn, teardownOf } from './teardown.ts'

/** Something that is acquired after a wait in which its owner may have ended, whose teardown then came too early. */
export interface Late extends Acquisition {
  owner: Owner
  /** What is waited for: an `await`, or the call of `then`. */
  wait: Node
}

/**
 * Is the call an acquisition that only the teardown of its owner releases, after a wait behind which nothing asks whether the
 * owner still lives? null when not, or when any of this is unknown.
 */
export function lateAcquisition(call: Call, resources: readonly Resource[], filename: string, sourceCode: SourceCode): Late | null {
  const way = wayTo(call, sourceCode) ?? wayFrom(call)
  const acquired = way && acquisitionOf(call, resources, sourceCode)
  if (way?.spans.length === 0 && !acquired?.resource.late) return null
  if (!acquired || acquired.sink.kind === 'elsewhere' || acquired.resource.ends === 'fires' || endsByItself(acquired, sourceCode)) return null
  const owner = isHeldLong(acquired, false, sourceCode) && !isRootFile(filename, sourceCode) ? ownerOf(call, sourceCode) : null
  if (!owner || !endsUnasked(owner) || !isOnWayIn(call, owner, sourceCode)) return null
  if (!isMultiplied(acquired, owner, sourceCode) || isReplaced(acquired, sourceCode)) return null
  return isReleasedAtEndAlone(acquired, owner, sourceCode) && !isAsked(way, acquired, owner, sourceCode) ? { ...acquired, owner, wait: way.wait } : null
}

/** Owners that end by themselves, whatever still waits. */
function endsUnasked(owner: Owner): boolean {
  return owner.kind === 'class' ? owner.framework !== null : /^(?:effect|options|setup)$/.test(owner.kind)
}

/** A wait, and the code that runs between it and something: from an offset, or from the start of a function, to a node. */
interface Way {
  wait: Node
  spans: readonly { from: number; to: Node }[]
}

/** How the code comes to `node` from the last wait before it; null where it comes there at once, or nobody can say how. */
function wayTo(node: Node, sourceCode: SourceCode): Way | null {
  const seen = new Set<FunctionNode>()
  const search = (at: Node): Way | null => {
    const fn = enclosingFunction(at)
    if (!fn || seen.has(fn)) return null
    seen.add(fn)
    const own = fn.async ? lastWait(fn, at, sourceCode) : null
    if (own) return { wait: own, spans: [{ from: own.range[1], to: at }] }
    const span = { from: fn.body.range[0], to: at }
    const promised = callbackCall(fn)
    if (promised) return { wait: promised, spans: [span] }
    for (const mention of [fn, ...mentionsOf(fn, sourceCode)]) {
      const call = runningCall(mention)
      const way = call && search(call)
      if (way) return { ...way, spans: [...way.spans, span] }
    }
    return null
  }
  return search(node)
}

/** What comes by a promise comes after a wait for itself. */
function wayFrom(call: Call): Way | null {
  const { parent } = outermost(call)
  const isAwaited = parent?.type === 'AwaitExpression' || (parent?.type === 'MemberExpression' && lastName(parent) === 'then')
  return isAwaited ? { wait: parent, spans: [] } : null
}

/** Stands the code behind a wait of the functions that are written around it? */
function isBehindWait(node: Node, sourceCode: SourceCode): boolean {
  for (let at = node, fn = enclosingFunction(at); fn; at = fn, fn = enclosingFunction(at)) {
    if ((fn.async && lastWait(fn, at, sourceCode)) || callbackCall(fn)) return true
  }
  return false
}

/** The call of `then` whose callback the function is. */
function callbackCall(fn: FunctionNode): Node | null {
  const { parent } = outermost(fn)
  const called = parent?.type === 'CallExpression' ? methodCall(parent) : null
  return called && /^(?:then|finally)$/.test(called.method) && !isShort(called.object) ? (parent as Node) : null
}

const awaits = fact((sourceCode) => {
  const found = new Map<FunctionNode, Node[]>()
  forEachNode(sourceCode, (node) => {
    const fn = node.type === 'AwaitExpression' ? enclosingFunction(node) : null
    const list = fn && found.get(fn)
    if (list) list.push(node)
    else if (fn) found.set(fn, [node])
  })
  return found
})

/** The last `await` of the function through which the code comes to `node`. */
function lastWait(fn: FunctionNode, node: Node, sourceCode: SourceCode): Node | null {
  const found = waitsBefore(fn, node, sourceCode).filter((one) => one.type === 'AwaitExpression' && !isShort(one.argument))
  return found.at(-1) ?? null
}

/** Every `await` of the function through which the code comes to `node`, in the order of the text. */
export function waitsBefore(fn: FunctionNode, node: Node, sourceCode: SourceCode): Node[] {
  return (awaits(sourceCode).get(fn) ?? []).filter((one) => one.range[1] <= node.range[0] && leadsTo(one, node))
}

/** What takes no longer than it takes the page to draw once. */
function isShort(promise: Node): boolean {
  const value = unwrap(promise)
  if (value.type === 'ImportExpression') return true
  const name = value.type === 'CallExpression' ? lastName(value.callee) : lastName(value)
  return /^(?:\$?nextTick|tick|updateComplete|resolve|whenDefined|componentOnReady|settled)$/.test(name ?? '')
}

/** Does the code behind `before` come to `node`: it stands on no other branch, and in no block that leaves? */
function leadsTo(before: Node, node: Node): boolean {
  for (let at: Node = before; at.parent; at = at.parent) {
    const { parent } = at
    if (isWithin(node, parent)) return !/^(?:If|Conditional|Switch)/.test(parent.type) || ('test' in parent && parent.test === at) || ('discriminant' in parent && parent.discriminant === at)
    if (parent.type === 'BlockStatement' && parent.body.some(leaves)) return false
  }
  return false
}

/** Is the teardown, run at once, the only place that releases it? */
function isReleasedAtEndAlone(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const { entries, isOpaque } = teardownOf(owner, sourceCode)
  const { call, handler } = acquired
  const fn = handler && callbackFunction(handler, sourceCode)
  let isReleased = false
  for (const { node, isHandedOn } of isOpaque ? [] : releasesOf(acquired, sourceCode, regionOf(owner))) {
    if (isHandedOn || isBehindWait(node, sourceCode)) return false
    const isNear = enclosingFunction(node) === enclosingFunction(call) && node.range[0] > call.range[1]
    if (isNear || (fn !== null && isRunBy(node, [fn], sourceCode))) return false
    isReleased ||= isReachedFrom(node, entries, sourceCode)
  }
  return isReleased
}

/** What tells that something still lives, by its name. */
const LIFE = /cancel|abort|alive|active|mount|destroy|dispos|connected|clos(?:ed|ing)|stop|ignore|signal|\blive|stale|teardown|removed|ended|running|current|generation|token|version|latest|valid|\.value\b|\$el\b|\$refs\b|isVisible|unload|unmount|outdated/i

/** Does the code ask, on its way from the wait, whether the owner still lives, or does the end stop what is waited for? */
function isAsked({ spans }: Way, { sink }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const end = teardownOf(owner, sourceCode).entries.map((entry) => sourceCode.getText(entry)).join('\n')
  if (/\b(?:abort|cancel)\w*\(/i.test(end)) return true
  const own = sink.kind === 'variable' ? sink.variable.name : sink.kind === 'field' ? sink.name : ''
  const written = new Set([...end.matchAll(/([\w$#]+)\s*=(?!=|>)/g)].map(([, name]) => name))
  written.delete(own)
  return spans.some((span) => testsIn(span, sourceCode).some((test) => LIFE.test(test) || [...written].some((name) => new RegExp(`(?<![\\w$])${String(name).replace(/[$#]/g, '\\$&')}(?![\\w$])`).test(test))))
}

/** The texts of the conditions under or behind which `to` stands, from the offset on. */
function testsIn({ from, to }: Way['spans'][number], sourceCode: SourceCode): string[] {
  const tests: string[] = []
  for (let at = to; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at
    if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.test !== at && parent.range[0] >= from) tests.push(sourceCode.getText(parent.test))
    if (parent.type === 'LogicalExpression' && parent.right === at && parent.range[0] >= from) tests.push(sourceCode.getText(parent.left))
    if (parent.type !== 'BlockStatement') continue
    for (const statement of parent.body) {
      if (statement === at) break
      if (statement.range[1] <= from) continue
      if (statement.type === 'IfStatement') tests.push(sourceCode.getText(statement.test))
      else if (statement.type === 'TryStatement' || /throwIf/.test(sourceCode.getText(statement))) tests.push(sourceCode.getText(statement))
    }
  }
  return tests
}
