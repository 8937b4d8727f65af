import type { TSESTree } from '@typescript-eslint/utils'
import { type Accumulation, accumulationsOf, walksWhile } from './accumulations.ts'
import { WRITES_ARGUMENT } from '../knowledge/effects.ts'
import { isExported, isFunction, isWithin, type Node, outermost, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { calleeName } from './calls.ts'
import { isHanded, runsWithin, type Use, useOf } from './escapes.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, isLoop, takesArgument } from './functions.ts'
import { kindOf } from './kinds.ts'
import { mentionsOf } from './places.ts'
import { hasCheckedParameters } from './types.ts'
import { isAssertedReadonly, isWritable, mayBeReadonly } from './writability.ts'

/**
 * Can nobody tell whether each step makes a new version or changes the one there is? True for a local variable, or the
 * accumulator of an array's `reduce`, that starts as a literal here and is only looked at by code that runs in between.
 */
export function isUnseen(accumulation: Accumulation, sourceCode: SourceCode): boolean {
  const { step, assembly, place } = accumulation
  if (place.keys.length > 0 || isCast(assembly.node)) return false
  if (step.by === 'result') return isOwnAccumulator(accumulation, sourceCode)
  return step.by === 'assignment' && typeof place.root !== 'string' && !('type' in place.root) && isOwnVariable(accumulation, place.root, sourceCode)
}

/** Does the value start as a literal of the accumulated kind, so that it is nobody else's, no subclass and free of accessors and holes? */
export function isPlainStart(value: Node, { assembly }: Accumulation, sourceCode: SourceCode): boolean {
  const inner = unwrap(value)
  switch (assembly.kind) {
    case 'array':
      return inner.type === 'ArrayExpression' && inner.elements.every((element) => element !== null)
    case 'object':
      return inner.type === 'ObjectExpression' && inner.properties.every((property) => property.type === 'SpreadElement' || isPlainProperty(property))
    case 'set':
    case 'map':
      return inner.type === 'NewExpression' && kindOf(inner, sourceCode) === assembly.kind
    case 'buffer':
      return false
  }
}

function isPlainProperty({ kind, computed, shorthand, key }: TSESTree.Property): boolean {
  if (kind !== 'init' || computed) return false
  return shorthand || !((key.type === 'Identifier' && key.name === '__proto__') || (key.type === 'Literal' && key.value === '__proto__'))
}

function isOwnAccumulator({ step, ...rest }: Accumulation, sourceCode: SourceCode): boolean {
  if (step.by !== 'result') return false
  const { fn, initial, node } = step
  const callee = unwrap(node.callee)
  const parameter = fn.params[0]
  if (callbackOf(fn)?.call !== node || fn.async || parameter?.type !== 'Identifier' || takesArgument(fn, Infinity, sourceCode)) return false
  if (!initial || callee.type !== 'MemberExpression' || kindOf(callee.object, sourceCode) !== 'array') return false
  if (!isPlainStart(initial, { step, ...rest }, sourceCode) || mayBeReadonly(parameter) || isAssertedReadonly(initial)) return false
  const result = node.typeArguments?.params[0] ?? fn.returnType?.typeAnnotation
  if (result && !isWritable(result)) return false
  if (parameter.typeAnnotation && !isTypedAs(parameter.typeAnnotation.typeAnnotation, result, sourceCode)) return false
  const variable = variableOf(parameter, sourceCode)
  if (!variable || writesOf(variable).length > 0) return false
  return mentionsOf(rest.place, sourceCode).every((mention) => {
    if (isWithin(mention, rest.earlier.node)) return true
    const use = useOf(mention, sourceCode)
    if (use.kind === 'returned') return enclosingFunction(mention) === fn
    // What is read after the copy would see the new version.
    return isLook(use, rest, sourceCode) && mention.range[0] < rest.assembly.node.range[1] && runsInside(mention, fn, sourceCode)
  })
}

/** Without strict parameters, the accumulator's own type may be narrower than that of what is added to it. */
function isTypedAs(type: TSESTree.TypeNode, result: TSESTree.TypeNode | undefined, sourceCode: SourceCode): boolean {
  return hasCheckedParameters(sourceCode) || (result !== undefined && sourceCode.getText(type) === sourceCode.getText(result))
}

function isOwnVariable(accumulation: Accumulation, variable: Variable, sourceCode: SourceCode): boolean {
  const { step, earlier } = accumulation
  const [definition] = variable.defs
  const declarator = definition?.node as Node | undefined
  if (variable.defs.length !== 1 || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || isExported(variable)) return false
  if (!declarator.init || !isPlainStart(declarator.init, accumulation, sourceCode)) return false
  if (mayBeReadonly(declarator.id) || isAssertedReadonly(declarator.init)) return false
  if (!writesOf(variable).every((write) => isOwnWrite(write.identifier as Node, accumulation, sourceCode))) return false
  const home = enclosingFunction(declarator)
  if (!runsInside(step.node, home, sourceCode)) return false
  const end = endOfRepetitions(step.node, variable)
  return mentionsOf(accumulation.place, sourceCode).every((mention) => {
    if (isWithin(mention, earlier.node)) return true
    const use = useOf(mention, sourceCode)
    if (use.kind === 'assigned') return true
    const after = mention.range[0] >= end
    if (isEarlierAlias(mention, variable, end, sourceCode)) return false
    if (after && !isHoisted(mention, home)) return true
    return !walksWhile(mention, step, sourceCode) && runsInside(mention, home, sourceCode) && (isEarlierOfAnother(mention, accumulation, sourceCode) || isLook(use, accumulation, sourceCode) || endsHome(use, home))
  })
}

/** Is it a constant that was given the collection before the steps were done, and so holds one version? */
function isEarlierAlias(mention: Node, variable: Variable, end: number, sourceCode: SourceCode): boolean {
  const named = variableOf(mention, sourceCode)
  return named !== variable && ((named?.defs[0]?.name as Node | undefined)?.range[0] ?? 0) < end
}

/** Giving the collection back ends the function, and with it all steps. */
function endsHome({ kind, node }: Use, home: Node | null): boolean {
  return (kind === 'returned' || kind === 'thrown') && enclosingFunction(node) === home && !isInTry(node)
}

/** The initialisation, a literal to start over with, or a step. */
function isOwnWrite(identifier: Node, accumulation: Accumulation, sourceCode: SourceCode): boolean {
  const { parent } = identifier
  if (parent?.type === 'VariableDeclarator') return true
  if (parent?.type !== 'AssignmentExpression' || parent.left !== identifier || parent.operator !== '=') return false
  return isPlainStart(parent.right, accumulation, sourceCode) || accumulationsOf(parent, sourceCode).length > 0
}

/** Is it what another step copies? */
function isEarlierOfAnother(mention: Node, { step }: Accumulation, sourceCode: SourceCode): boolean {
  for (let at: Node | undefined = mention; at && !isFunction(at); at = at.parent) {
    if (at.type === 'AssignmentExpression') return at !== step.node && accumulationsOf(at, sourceCode).some(({ earlier }) => isWithin(mention, earlier.node))
  }
  return false
}

/** Is the collection only looked at, for no longer than the expression lasts? */
function isLook(use: Use, { assembly }: Pick<Accumulation, 'assembly'>, sourceCode: SourceCode): boolean {
  if (use.kind === 'compared' || use.kind === 'write') return false
  // A frozen version takes no more.
  if (use.kind === 'passed' && use.call && WRITES_ARGUMENT.includes(calleeName(use.call, sourceCode) ?? '')) return false
  if (use.kind === 'method' && ['entries', 'keys', 'values'].includes(use.method ?? '')) return false
  return !isHanded(use, sourceCode, assembly.kind)
}

/** Do all functions between the node and `home` run where they are written? */
function runsInside(node: Node, home: Node | null, sourceCode: SourceCode): boolean {
  for (let fn = enclosingFunction(node); fn && fn !== home; fn = enclosingFunction(fn)) if (!runsWithin(fn, sourceCode)) return false
  return true
}

/** Is it in a declaration that earlier code can call? */
function isHoisted(node: Node, home: Node | null): boolean {
  for (let fn = enclosingFunction(node); fn && fn !== home; fn = enclosingFunction(fn)) if (fn.type === 'FunctionDeclaration') return true
  return false
}

/** Where the outermost loop or callback around the step ends that lies inside the variable's scope. */
function endOfRepetitions(node: Node, variable: Variable): number {
  let end = node.range[1]
  for (let at: Node | undefined = node.parent; at && at !== variable.scope.block; at = at.parent) {
    if (isLoop(at)) end = at.range[1]
    if (isFunction(at)) end = outermost(at).parent?.range[1] ?? end
  }
  return end
}

/** May somebody catch what the node throws, in this function or in one around it, and look at what is there then? */
export function isInTry(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'TryStatement') return true
  return false
}

/** Is the new version given a type that what is added may not have? */
function isCast(node: Node): boolean {
  return outermost(node) !== node
}
