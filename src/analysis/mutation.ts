import {
  type FunctionNode, isFunction, isWithin, type Node, propertyName, resolve, rootVariable, samePlace, unwrap, type Variable, variableOf,
} from './bindings.ts'
import { isMade, ownUses, type Use } from './custody.ts'
import { type Effects, effectsOf } from './effects.ts'
import type { SourceCode } from './fact.ts'
import { isLoop } from './functions.ts'
import { type Kind, kindOf } from './kinds.ts'

/**
 * May a collection be written? `never` is proven; `unlikely`: only a getter, a conversion or a foreign iterator could do
 * it; `maybe` is everything else.
 */
export type Written = 'never' | 'unlikely' | 'maybe'

/**
 * May the collection at `place` (an identifier, `this.x`, `a.b`) be written or replaced while `regions` run? Regions are
 * run as `effectsOf` says: a function among them runs, an identifier or member among them is called. Follows functions
 * of this file, and code that runs while a region waits. Writes through the mentions in `except` do not count.
 */
export function writesDuring(place: Node, regions: readonly Node[], sourceCode: SourceCode, except: ReadonlySet<Node> = NONE): Written {
  const source = unwrap(place)
  if (kindOf(source, sourceCode) === 'string' || isMade(source, sourceCode)) return 'never'
  const all = effectsOf(regions, sourceCode)
  const effects = { ...all, written: all.written.filter((node) => !except.has(node)) }
  const variable = variableOf(source, sourceCode)
  const own = variable && ownUses(variable, sourceCode)
  if (!own) return writesToShared(source, effects, sourceCode)
  const written = writesToOwn(source, variable, own.uses.filter(({ node }) => !isThrough(node, except)), regions, effects, sourceCode)
  return written === 'never' && !own.isCertain ? 'unlikely' : written
}

const NONE: ReadonlySet<Node> = new Set()

function isThrough(use: Node, mentions: ReadonlySet<Node>): boolean {
  return use.type === 'MemberExpression' && mentions.has(unwrap(use.object))
}

/** What other code could do to a collection that it can reach. */
function byOthers({ foreign, suspends }: Effects): Written {
  if (foreign === 'calls' || suspends) return 'maybe'
  return foreign === 'hooks' ? 'unlikely' : 'never'
}

function writesToShared(place: Node, effects: Effects, sourceCode: SourceCode): Written {
  if (effects.assigned.some((target) => isPartOf(target, place, sourceCode))) return 'maybe'
  let written = byOthers(effects)
  for (const target of effects.written) {
    const same = sameCollection(target, place, effects.calls, sourceCode)
    if (same === 'yes') return 'maybe'
    if (same === 'perhaps' && written === 'never') written = 'unlikely'
  }
  return written
}

/** Does assigning `target` replace `place`: `a`, `a.b` or `a.b.c` of `a.b.c`? */
function isPartOf(target: Node, place: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(place)
  return samePlace(target, inner, sourceCode) || (inner.type === 'MemberExpression' && isPartOf(target, inner.object, sourceCode))
}

function sameCollection(target: Node, place: Node, calls: ReadonlySet<FunctionNode>, sourceCode: SourceCode): 'yes' | 'perhaps' | 'no' {
  const left = resolve(target, sourceCode)
  const right = resolve(place, sourceCode)
  if (samePlace(target, place, sourceCode) || samePlace(left, right, sourceCode)) return 'yes'
  const kinds = [kindOf(target, sourceCode), kindOf(place, sourceCode)].map((kind) => (BYTES.has(kind) ? 'bytes' : kind))
  if (!kinds.includes('unknown') && kinds[0] !== kinds[1]) return 'no'
  if (isMade(left, sourceCode) && left === target) return 'no'
  const variable = variableOf(target, sourceCode)
  const own = variable && ownUses(variable, sourceCode)
  if (own) return own.isCertain && own.uses.every(({ kind }) => kind !== 'leak') ? 'no' : 'perhaps'
  const root = rootVariable(target, sourceCode)
  if (root?.defs.some(({ type, node }) => type === ('Parameter' as never) && calls.has(node as FunctionNode))) return 'yes'
  const names = [left, right].map((node) => (node.type === 'MemberExpression' ? propertyName(node) : null))
  return names[0] !== null && names[0] === names[1] ? 'yes' : 'perhaps'
}

function writesToOwn(
  place: Node, variable: Variable, uses: readonly Use[], regions: readonly Node[], effects: Effects, sourceCode: SourceCode,
): Written {
  const [region] = regions
  if (!region) return 'never'
  const running = [...regions, ...effects.calls]
  const home = functionOfScope(variable)
  const here = activationOf(region)
  let reachable = false
  for (const { node, kind } of uses) {
    const inHome = activationOf(node) === home
    if (running.some((part) => isWithin(node, part))) {
      if (kind === 'write') return 'maybe'
      if (kind === 'leak' || !inHome) reachable = true
      continue
    }
    if (kind === 'write' && inHome && (here === home || (!isGenerator(home) && !effects.suspends))) continue
    if (kind === 'return' && inHome && here === home) continue
    if (kind === 'leak' && inHome && here === home && isAfter(node, regions, variable)) continue
    reachable = true
  }
  return reachable ? writesToShared(place, effects, sourceCode) : 'never'
}

function functionOfScope({ scope }: Variable): Node | null {
  const { block } = scope.variableScope
  return block.type === 'Program' ? null : (block as Node)
}

/** What runs `node` as its own code: a function, the initialiser of an instance field, or null for the file. */
function activationOf(node: Node): Node | null {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (isFunction(parent)) return parent
    if ((parent.type === 'PropertyDefinition' || parent.type === 'AccessorProperty') && parent.value === at && !parent.static) return at
  }
  return null
}

function isGenerator(node: Node | null): boolean {
  return node !== null && isFunction(node) && node.generator
}

/** Does `node` only run once the regions are done, for this value of the variable? */
function isAfter(node: Node, regions: readonly Node[], variable: Variable): boolean {
  if (!regions.every((region) => node.range[0] >= region.range[1])) return false
  for (let at: Node | undefined = node.parent; at && at !== variable.scope.block; at = at.parent) {
    if (isLoop(at) && regions.some((region) => isWithin(region, at as Node))) return false
  }
  return true
}

/** Kinds whose values may be views of the same bytes. */
const BYTES: ReadonlySet<Kind> = new Set(['typedarray', 'buffer', 'arraybuffer'] as const)
