import { type FunctionNode, initializerOf, isFunction, isModuleScope, isTarget, isWithin, type Node, outermost, propertyName, samePlace, type Scope, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { capturesOf } from './captures.ts'
import { calleeName } from './calls.ts'
import { isScalar, sourceOf } from './derivation.ts'
import { usesOf } from './escapes.ts'
import { fact, nodeFact, type SourceCode } from './fact.ts'
import { enclosingFunction, runsOnce } from './functions.ts'
import { lastName, membersNamed } from './occurrences.ts'
import { variablesNamedIn } from './references.ts'
import { type Closure, isBrief, type Survival, survivalOf } from './survival.ts'
import { isLargeVariable, isPresumablyLarge } from './weight.ts'

/** A large value that a closure keeps without using it, because a sibling that does not live as long put it into their context. */
export interface SharedContext {
  variable: Variable
  /** What outlives the call, and how. */
  closure: Closure
  survival: Survival
  /** The functions that use the value, none of which outlives the call. */
  siblings: readonly Closure[]
  /** Is it large by its looks alone? */
  isPresumed: boolean
}

export const sharedContexts = fact((sourceCode): SharedContext[] => {
  const found: SharedContext[] = []
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    if (isModuleScope(scope) || scope.type === 'class' || scope.type === 'function-expression-name') continue
    for (const variable of scope.variables) {
      const shared = variable.defs.length === 1 ? sharedContextOf(variable, scope, sourceCode) : null
      if (shared) found.push(shared)
    }
  }
  return found
})

function sharedContextOf(variable: Variable, scope: Scope, sourceCode: SourceCode): SharedContext | null {
  if (variable.references.every(({ from }) => from.variableScope === scope.variableScope)) return null
  const captures = capturesOf(variable)
  if (captures.length === 0) return null
  const home = callOf(scope)
  const isLarge = isLargeVariable(variable, sourceCode)
  const previous = home && !isLarge ? previousOf(variable, home, sourceCode) : null
  if (!isLarge && !previous) return null
  if (!home || runsOnce(home, sourceCode) || isLetGo(variable) || isHandedOn(variable, sourceCode)) return null
  const siblings = [...new Set(captures.map((capture) => outermostIn(capture, home)))]
  if (siblings.some((sibling) => !isBrief(sibling, sourceCode))) return null
  for (const closure of closuresIn(scope.block, sourceCode)) {
    if (captures.some((capture) => isWithin(capture, closure)) || !isWithin(closure, scope.block)) continue
    const survival = survivalOf(closure, home, sourceCode)
    if (!survival || needs(closure, variable, sourceCode)) continue
    if (isLarge || isLinked(survival, previous as Node, sourceCode)) return { variable, closure, survival, siblings, isPresumed: isLarge && isPresumablyLarge(variable, sourceCode) }
  }
  return null
}

/** The place whose value the variable remembers, where the function gives it another: `const previous = this.current`. */
function previousOf(variable: Variable, home: Node, sourceCode: SourceCode): Node | null {
  const value = initializerOf(variable)
  const place = value && unwrap(value)
  const mentions = place?.type === 'Identifier' ? variableOf(place, sourceCode)?.references.map(({ identifier }) => identifier as Node)
    : place?.type === 'MemberExpression' ? membersNamed(propertyName(place) ?? '', sourceCode, home) : null
  return mentions?.some((mention) => isTarget(mention) && isWithin(mention, home)) ? (place ?? null) : null
}

/** Is what stays put where the remembered value came from, so that each keeps the one before it, however small they are? */
function isLinked({ at, by }: Survival, previous: Node, sourceCode: SourceCode): boolean {
  const { parent } = outermost(at)
  return by === 'stored' && parent?.type === 'AssignmentExpression' && parent.operator === '=' && samePlace(parent.left, previous, sourceCode)
}

/** The function whose call the scope belongs to. */
export function callOf({ block }: Scope): FunctionNode | null {
  return isFunction(block) ? block : enclosingFunction(block)
}

/** Is the variable set to null, or to another value, when it was used? */
export function isLetGo(variable: Variable): boolean {
  return writesOf(variable).some(({ init, writeExpr }) => {
    const value = !init && writeExpr && unwrap(writeExpr as Node)
    return value && (value.type === 'Literal' || (value.type === 'Identifier' && value.name === 'undefined'))
  })
}

/** Does somebody else keep the value as well, so that the closure makes no difference? */
export function isHandedOn(variable: Variable, sourceCode: SourceCode): boolean {
  return usesOf(variable, sourceCode).some((use) => {
    switch (use.kind) {
      case 'returned':
        return !isResultOfCallback(use.node)
      case 'exported':
      case 'yielded':
      case 'stored':
        return true
      case 'passed':
        return KEEPING.test(lastName(use.call!.callee) ?? '') && !/^(?:Buffer|Object|JSON)\b/.test(calleeName(use.call!, sourceCode) ?? '')
      default:
        return false
    }
  })
}

/** Calls that keep what they are given, by their names. */
const KEEPING = /^(?:push|unshift|set|add|resolve|emit|dispatch|next|append|put|cache|store|register|callback|cb|done|postMessage|set[A-Z]\w*|on[A-Z]\w*)$/

function isResultOfCallback(node: Node): boolean {
  const fn = enclosingFunction(node)
  return fn !== null && fn.parent.type === 'CallExpression' && fn.parent.callee !== fn && lastName(fn.parent.callee) !== 'then'
}

/** The outermost function or class inside of `home` around the node. */
export function outermostIn(node: Node, home: Node): Closure {
  let found: Node = node
  for (let at = node.parent; at && at !== home; at = at.parent) if (isFunction(at) || at.type === 'ClassDeclaration' || at.type === 'ClassExpression') found = at
  return found as Closure
}

/** All functions and classes in the region, outermost first. */
export function closuresIn(region: Node, { scopeManager }: SourceCode): Closure[] {
  const blocks = (scopeManager?.scopes ?? []).flatMap(({ type, block }) => (type === 'function' || type === 'class' ? [block as Node] : []))
  return blocks.filter((block): block is Closure => block !== region && isWithin(block, region) && block.type !== 'Program')
}

/** Does the closure use the value, or what was made of it: another function, or what that gave? */
function needs(closure: Node, variable: Variable, sourceCode: SourceCode): boolean {
  const made = madeOf(variable, sourceCode)
  return variablesNamedIn(closure, sourceCode).some((used) => made.has(used))
}

/** The variable, the local ones that are given it or are functions that use it, and what is made of these, and so on. */
const madeOf = nodeFact<ReadonlySet<Variable>, Variable>(new Set(), (variable, sourceCode) => {
  const made = new Set([variable])
  for (const one of made) for (const user of users(sourceCode).get(one) ?? []) made.add(user)
  return made
})

/** For each variable the local ones whose values name it. */
const users = fact((sourceCode) => {
  const found = new Map<Variable, Variable[]>()
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    if (isModuleScope(scope)) continue
    for (const variable of scope.variables) {
      for (const used of sourcesOf(variable, sourceCode).flatMap((source) => variablesNamedIn(source, sourceCode))) {
        const others = found.get(used)
        if (others) others.push(variable)
        else found.set(used, [variable])
      }
    }
  }
  return found
})

/** The function or class that the variable names, and what it was given as far as that may be of weight. */
function sourcesOf(variable: Variable, sourceCode: SourceCode): Node[] {
  const declared = variable.defs.flatMap(({ type, node }) => (type === ('FunctionName' as never) || type === ('ClassName' as never) ? [node as Node] : []))
  const given = writesOf(variable).flatMap(({ writeExpr }) => (writeExpr && !isScalar(writeExpr as Node, sourceCode) ? [sourceOf(writeExpr as Node)] : []))
  return [...declared, ...given]
}
