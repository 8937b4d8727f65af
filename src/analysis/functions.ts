import type { TSESTree } from '@typescript-eslint/utils'
import {
  type FunctionNode, type Node, isConstant, isExported, isFunction, isModuleScope, outermost, type Scope, unwrap, type Variable, variableOf,
} from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'

/** The innermost function around `node` (not `node` itself), or null at module level. A class field or static block counts as none. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at
  return null
}

/** The variable that a function is declared as or initialises, else null. */
export function holderOf(fn: FunctionNode, sourceCode: SourceCode): Variable | null {
  if (fn.type === 'FunctionDeclaration') return fn.id && variableOf(fn.id, sourceCode)
  const holder = outermost(fn).parent
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? variableOf(holder.id, sourceCode) : null
}

/**
 * Every call of the function, when all of them are known to stand in this file: it is held by one constant that is only
 * called, or it is called where it is written. null when it is exported, passed on or stored.
 */
export function callsOf(fn: FunctionNode, sourceCode: SourceCode): TSESTree.CallExpression[] | null {
  const wrapped = outermost(fn)
  if (wrapped.parent?.type === 'CallExpression' && wrapped.parent.callee === wrapped) return [wrapped.parent]
  const holder = holderOf(fn, sourceCode)
  if (!holder || !isConstant(holder) || isExported(holder)) return null
  const calls: TSESTree.CallExpression[] = []
  for (const { identifier, init } of holder.references) {
    if (init) continue
    const { parent } = identifier
    if (parent.type !== 'CallExpression' || parent.callee !== identifier) return null
    calls.push(parent)
  }
  return calls
}

/** Does the function run at most once per load of the file: called where it is written, or by one call at module level? */
export function runsOnce(fn: FunctionNode, sourceCode: SourceCode): boolean {
  return onceFunctions(sourceCode)(fn)
}

const onceFunctions = fact((sourceCode) => {
  const known = new Map<FunctionNode, boolean>()
  const decide = (fn: FunctionNode): boolean => {
    const calls = fn.generator ? null : callsOf(fn, sourceCode)
    const [call] = calls ?? []
    return calls?.length === 1 && call !== undefined && isOnce(call)
  }
  const isOnce = (node: Node): boolean => {
    for (let at = node.parent; at; at = at.parent) {
      if (isFunction(at)) return once(at)
      if (isLoop(at) || isInstanceField(at)) return false
    }
    return true
  }
  const once = (fn: FunctionNode): boolean => {
    let answer = known.get(fn)
    if (answer === undefined) {
      known.set(fn, false) // recursion: a function on its own path runs more than once
      known.set(fn, (answer = decide(fn)))
    }
    return answer
  }
  return once
})

function isInstanceField(node: Node): boolean {
  return (node.type === 'PropertyDefinition' || node.type === 'AccessorProperty') && !node.static
}

export type Loop =
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement

export function isLoop(node: Node): node is Loop {
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return true
    default:
      return false
  }
}

/** Is the code at `node` run once, when the file is loaded: at module level, outside loops, or in a function that runs once? */
export function runsAtLoad(node: Node, sourceCode: SourceCode): boolean {
  for (let at: Node = node; at.parent; at = at.parent) {
    if (isFunction(at) && !runsOnce(at, sourceCode)) return false
    if (isLoop(at.parent) && isRepeatedPart(at.parent, at)) return false
    if (isInstanceField(at)) return false
  }
  return true
}

/** Is it the scope of the file itself, or of a function that is run once for it, as around scripts of old: `(function () { … })()`? */
export function isLoadScope(scope: Scope, sourceCode: SourceCode): boolean {
  if (isModuleScope(scope)) return true
  const block = scope.block as Node
  return isFunction(block) && !block.async && runsAtLoad(block, sourceCode)
}

/** The innermost loop that runs the code many times, within its function. */
export function loopAround(node: Node): Loop | null {
  for (let at = node; at.parent && !isFunction(at.parent); at = at.parent) {
    if (isLoop(at.parent) && isRepeatedPart(at.parent, at)) return at.parent
  }
  return null
}

/** Is `part` of the loop run on every iteration? The header's start (`init`, the iterated value) is not. */
export function isRepeatedPart(loop: Loop, part: Node): boolean {
  switch (loop.type) {
    case 'ForStatement':
      return part !== loop.init
    case 'ForOfStatement':
    case 'ForInStatement':
      return part !== loop.right
    default:
      return true
  }
}

/** The class around `node` whose `this` it shares, or null. */
export function enclosingClass(node: Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | null {
  for (let at: Node = node; at.parent; at = at.parent) {
    const { parent } = at
    if ((at.type === 'FunctionExpression' || at.type === 'FunctionDeclaration') && parent.type !== 'MethodDefinition') return null
    if (parent.type === 'ClassBody') return parent.parent
  }
  return null
}

/** Is the variable declared at the top level of the file? */
export function isModuleVariable(variable: Variable): boolean {
  return isModuleScope(variable.scope)
}

/** The call that `fn` is an argument of, seen through wrappers, with its position; null when it is none. */
export function callbackOf(fn: Node): { call: TSESTree.CallExpression | TSESTree.NewExpression; index: number } | null {
  const argument = outermost(fn)
  const call = argument.parent
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return null
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument)
  return index < 0 ? null : { call, index }
}

/** The expression whose value the function gives back when its body is that alone: `x => e` or `{ return e }`. */
export function soleResult(fn: FunctionNode): TSESTree.Expression | null {
  if (fn.body.type !== 'BlockStatement') return unwrap(fn.body)
  const [statement] = fn.body.body
  return fn.body.body.length === 1 && statement?.type === 'ReturnStatement' ? statement.argument : null
}

/** Can the function see its argument at `index`: by a parameter, a rest parameter or `arguments`? */
export function takesArgument(fn: FunctionNode, index: number, sourceCode: SourceCode): boolean {
  if (fn.params.length > index || fn.params.at(-1)?.type === 'RestElement') return true
  return fn.type !== 'ArrowFunctionExpression' && /\barguments\b/.test(sourceCode.getText(fn))
}
