import type { TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, isFunction, isModuleScope, isValueReference, isWithin, type Node, type Reference, type Scope, type Variable } from './bindings.ts'
import { fact, nodeFact, type SourceCode } from './fact.ts'
import { isDirectEval } from './hidden-code.ts'

/**
 * What V8 keeps alive for a closure. A variable that any inner function mentions does not live in its function's frame but in
 * a context on the heap: one for each scope that has such variables (function, block, loop iteration, switch, catch, class).
 * Every function made in that scope, or anywhere below it, holds the whole chain of contexts around it, whatever it
 * mentions itself. `tests/measurements/contexts` holds this against V8, construct by construct.
 */
export interface Held {
  variable: Variable
  scope: Scope
  /** The names in inner functions for which V8 keeps the variable; none where it does so for a reason of its own. */
  captures: readonly Node[]
}

/** Everything that lives in contexts around the function or class at `closure`, innermost scope first; what a module holds left out. */
export function keptBy(closure: FunctionNode | TSESTree.ClassDeclaration | TSESTree.ClassExpression, sourceCode: SourceCode): Held[] {
  const kept: (readonly Held[])[] = []
  for (let scope = scopeAround(closure, sourceCode); scope && !isModuleScope(scope); scope = scope.upper) kept.push(heldIn(scope, sourceCode))
  return kept.flat()
}

function scopeAround(closure: Node, sourceCode: SourceCode): Scope | null {
  for (let scope: Scope | null = sourceCode.getScope(closure); scope; scope = scope.upper) {
    if (scope.block !== closure) return scope
  }
  return null
}

/** The variables of the scope's own context; none where V8 makes no context for it. */
export const heldIn = nodeFact<readonly Held[], Scope>([], (scope, sourceCode) => {
  const isSeenByEval = evals(sourceCode).some((call) => isWithin(call, scope.block))
  const areAliased = hasAliasedParameters(scope)
  return scope.variables.flatMap((variable) => {
    const captures = capturesOf(variable)
    const isForced = isSeenByEval || (areAliased && isParameter(variable)) || isCaught(variable) || isLookedUpDynamically(variable)
    return captures.length > 0 || isForced ? [{ variable, scope, captures }] : []
  })
})

/** The mentions of a variable in functions inside the one that owns it. */
export function capturesOf(variable: Variable): Node[] {
  const home = ownerOf(variable)
  return variable.references
    .filter((reference) => isValue(reference) && closureAt(reference.from) !== home)
    .map(({ identifier }) => identifier as Node)
}

/** A function expression's name is a variable of its own, not of the code around. */
function ownerOf({ scope }: Variable): Node {
  return scope.type === 'function-expression-name' ? scope.block : closureAt(scope)
}

/** What has a frame of its own: functions, and for V8 the initializers of fields and static blocks as well. */
function closureAt(scope: Scope): Node {
  for (let at: Scope | null = scope; at; at = at.upper) {
    if (at.type === 'function' || at.type === 'class-field-initializer' || at.type === 'class-static-block') return at.block
  }
  return scope.block
}

/** `typeof data` in a type mentions a value without using it. */
function isValue(reference: Reference): boolean {
  const { parent } = reference.identifier as Node
  return isValueReference(reference) && parent?.type !== 'TSTypeQuery'
}

/** Direct evals see every variable around them. */
const evals = fact(({ scopeManager }): Node[] => {
  const top = scopeManager?.scopes[0]
  const references = [...(top?.through ?? []), ...(top?.set.get('eval')?.references ?? [])]
  return references.filter(isDirectEval).map(({ identifier }) => identifier as Node)
})

/** `catch (error)`: V8 makes a context for what was thrown, whether captured or not. */
function isCaught({ scope }: Variable): boolean {
  return scope.type === 'catch'
}

/** In sloppy code `arguments[0]` and the first parameter are one place, for which V8 keeps parameters in the context. */
function hasAliasedParameters(scope: Scope): boolean {
  if (scope.type !== 'function' || scope.isStrict || !isFunction(scope.block)) return false
  return scope.block.params.every(({ type }) => type === 'Identifier') && (scope.set.get('arguments')?.references.length ?? 0) > 0
}

function isParameter({ defs }: Variable): boolean {
  return defs.some(({ type }) => type === ('Parameter' as never))
}

/** Mentioned under `with`, where only the running program knows what a name is. */
function isLookedUpDynamically({ references, scope }: Variable): boolean {
  return references.some(({ from }) => {
    for (let at: Scope | null = from; at && at !== scope; at = at.upper) if (at.type === 'with') return true
    return false
  })
}
