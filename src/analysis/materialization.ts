import type { TSESTree } from '@typescript-eslint/utils'
import { CONSTANT } from '../knowledge/domains.ts'
import { initializerOf, isConstant, isExported, type Node, readsOf, resolve, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { isCallTo, methodCall, type MethodCall, qualifiedName, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { type Kind, kindOf, likelyKind } from './kinds.ts'
import { lastName } from './occurrences.ts'

/** An array made out of other collections, by what of them it holds. */
export type Materialization =
  /** `[...source]`, `Array.from(source)`, `source.toArray()`, `source.slice()`: all of it, in its order. */
  | { form: 'copy'; node: Node; source: TSESTree.Expression }
  /** `source.slice(from, to)` of an array or typed array. */
  | { form: 'range'; node: Node; source: TSESTree.Expression; from: Node | null; to: Node | null }
  /** `[...source].reverse()`, `source.toReversed()` of an array. */
  | { form: 'reversal'; node: Node; source: TSESTree.Expression }
  /** `source.split('')`: the code units of a text that nothing assigns. */
  | { form: 'units'; node: Node; source: TSESTree.Expression }
  /** `[...a, ...b]`, `a.concat(b)` of arrays: one after the other. */
  | { form: 'merge'; node: Node; sources: TSESTree.Expression[] }

/** What the array that the expression makes is made of; null when it makes none, or more than a copy. */
export function materializationOf(node: Node, sourceCode: SourceCode): Materialization | null {
  const inner = unwrap(node)
  if (inner.type === 'ArrayExpression') return spreadIn(inner, sourceCode)
  if (inner.type !== 'CallExpression') return null
  const [first, second] = inner.arguments
  if (first && first.type !== 'SpreadElement' && !second && isCallTo(inner, 'Array.from', sourceCode)) {
    return isIterable(first, sourceCode) ? { form: 'copy', node: inner, source: first } : null
  }
  const called = methodCall(inner)
  return called && !called.optional ? methodResult(called, sourceCode) : null
}

function spreadIn(node: TSESTree.ArrayExpression, sourceCode: SourceCode): Materialization | null {
  const all = node.elements.map((element) => (element?.type === 'SpreadElement' ? element.argument : null))
  const sources = all.filter((one) => one !== null)
  const [source] = sources
  if (!source || sources.length !== all.length) return null
  return sources.length === 1 ? { form: 'copy', node, source } : mergeOf(node, sources, sourceCode)
}

/** One loop that walks lists of several kinds allocates an object on each step, which is more than the array has. */
function mergeOf(node: Node, sources: TSESTree.Expression[], sourceCode: SourceCode): Materialization | null {
  const kinds = new Set(sources.map((one) => kindOf(one, sourceCode)))
  return kinds.size === 1 ? { form: 'merge', node, sources } : null
}

function methodResult({ call, method, object, arguments: given }: MethodCall, sourceCode: SourceCode): Materialization | null {
  const source = object as TSESTree.Expression
  const [from = null, to = null] = given
  if (given.some(({ type }) => type === 'SpreadElement')) return null
  switch (method) {
    case 'toArray':
      return kindOf(object, sourceCode) === 'iterator' ? { form: 'copy', node: call, source } : null
    case 'slice':
      if (!isArray(object, sourceCode) && kindOf(object, sourceCode) !== 'typedarray') return null
      return from ? { form: 'range', node: call, source, from, to } : { form: 'copy', node: call, source }
    case 'split':
      return from && !to && stringValue(from, sourceCode) === '' && isConstantText(object, sourceCode) ? { form: 'units', node: call, source } : null
    case 'concat': {
      const sources = [source, ...(given as TSESTree.Expression[])]
      return from && sources.every((one) => isArray(one, sourceCode)) ? mergeOf(call, sources, sourceCode) : null
    }
    case 'toReversed':
      return isArray(object, sourceCode) ? { form: 'reversal', node: call, source } : null
    case 'reverse': {
      const reversed = copiedArray(object, sourceCode)
      return reversed && { form: 'reversal', node: call, source: reversed }
    }
    default:
      return null
  }
}

function isConstantText(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  return variable !== null && isConstant(variable) && kindOf(node, sourceCode) === 'string'
}

/** The array that is copied; `slice` of what is then reversed is of an array, for strings have no `reverse`. */
function copiedArray(copy: Node, sourceCode: SourceCode): TSESTree.Expression | null {
  const sliced = methodCall(copy)
  if (sliced?.method === 'slice' && sliced.arguments.length === 0 && !sliced.optional) {
    return kindOf(sliced.object, sourceCode) === 'typedarray' ? null : (sliced.object as TSESTree.Expression)
  }
  const made = materializationOf(copy, sourceCode)
  return made?.form === 'copy' && isArray(made.source, sourceCode) ? made.source : null
}

/** `Array.from` also takes what only has a length. */
function isIterable(node: Node, sourceCode: SourceCode): boolean {
  return ITERABLE.has(kindOf(node, sourceCode)) || iteratedCollection(node) !== null
}

const ITERABLE: ReadonlySet<Kind> = new Set(['array', 'string', 'map', 'set', 'iterator', 'typedarray', 'buffer', 'arguments'] as const)

/** Is it an array as far as the code says, by proof or by the methods that the file calls on it? */
export function isArray(node: Node, sourceCode: SourceCode): boolean {
  const kind = likelyKind(resolve(node, sourceCode), sourceCode)
  if (kind !== 'unknown') return kind === 'array'
  const variable = variableOf(node, sourceCode)
  return variable !== null && variable.references.some(({ identifier }) => {
    const member = identifier.parent
    const method = member.type === 'MemberExpression' && member.object === identifier ? methodCall(member.parent) : null
    return method !== null && ARRAY_METHODS.has(method.method)
  })
}

const ARRAY_METHODS: ReadonlySet<string> = new Set([
  'every', 'filter', 'find', 'findIndex', 'flatMap', 'join', 'map', 'pop', 'push', 'reduce', 'reverse', 'shift', 'some', 'sort', 'splice', 'unshift',
])

/** The collection that the elements come from: `map` of `map.values()`, `text` of `text.matchAll(x)`, else the expression itself. */
export function collectionOf(source: Node): Node {
  return iteratedCollection(source) ?? (isMatching(source) ? methodCall(source)?.object : null) ?? unwrap(source)
}

/** Does it match a text, which nobody writes? */
export function isMatching(source: Node): boolean {
  const called = methodCall(source)
  return called?.method === 'matchAll' && !called.optional
}

/** The receiver of `keys()`, `values()` or `entries()`, which iterate over it. */
function iteratedCollection(node: Node): Node | null {
  const called = methodCall(node)
  const iterates = called !== null && !called.optional && called.arguments.length === 0 && ITERATES.has(called.method)
  return iterates ? called.object : null
}

const ITERATES: ReadonlySet<string> = new Set(['keys', 'values', 'entries'])

/**
 * Can the elements only come from a built-in collection, so that walking it runs no code of the file? A generator or an
 * unknown iterable may look at what the walk changes, and what runs in between would be seen.
 */
export function isBuiltIn(source: Node, sourceCode: SourceCode): boolean {
  return iteratedCollection(source) !== null || ITERABLE.has(kindOf(source, sourceCode)) && !isForeignIterator(source, sourceCode)
}

/** An iterator is only known to be built in when a built-in method of a known kind gave it. */
function isForeignIterator(source: Node, sourceCode: SourceCode): boolean {
  if (kindOf(source, sourceCode) !== 'iterator') return false
  const called = methodCall(source)
  if (called === null) return true
  if (called.method === 'matchAll') return called.arguments.some((pattern) => kindOf(pattern, sourceCode) !== 'regexp')
  return ['iterator', 'unknown'].includes(kindOf(called.object, sourceCode))
}

/** The pieces of a path, a version or a list written on one line are few. */
function isFewPieces(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  const called = methodCall((variable && initializerOf(variable)) ?? node)
  if (called?.method !== 'split') return false
  const separator = stringValue(called.arguments[0], sourceCode)
  const separated = called.arguments[0] && unwrap(called.arguments[0])
  const pattern = separator ?? (separated?.type === 'Literal' && 'regex' in separated ? separated.regex.pattern : null)
  return pattern !== '' && !/\n|\\n/.test(pattern ?? '')
}

/** Does its name or what it is cut out of say that it has few elements? */
export function isFew(source: Node, sourceCode: SourceCode): boolean {
  return isTable(source) || isFewPieces(source, sourceCode)
}

/** Are the collections named as constant tables are: `EVENTS`? Those are few, wherever they come from. */
function isTable(node: Node): boolean {
  const name = lastName(node)
  return name !== null && name.length > 1 && CONSTANT.test(name)
}

/** The collections that the array is made of. */
export function sourcesOf(made: Materialization): TSESTree.Expression[] {
  return made.form === 'merge' ? made.sources : [made.source]
}

/** May the array have many elements, as far as the source says? */
export function isLarge(made: Materialization, sourceCode: SourceCode): boolean {
  if (sourcesOf(made).every((source) => isFew(source, sourceCode))) return false
  return maximumSize(made.node, sourceCode) === Infinity && sourcesOf(made).every((source) => qualifiedName(source, sourceCode) !== 'process.argv')
}

/** An array as it is walked: where it is written, or through a constant that nothing else reads. */
export interface WalkedArray {
  made: Materialization
  declaration: TSESTree.VariableDeclaration | null
  /** The statements that run between the declaration and the walk. */
  between: Node[]
  /** Is it given another type than its own, by an annotation or a cast? Its source may not have that type. */
  retyped: boolean
}

/** The array that `node`, a part of `statement`, is; a constant counts when it is declared beside the statement. */
export function walkedArray(node: Node, statement: Node, sourceCode: SourceCode): WalkedArray | null {
  const direct = materializationOf(node, sourceCode)
  if (direct) return { made: direct, declaration: null, between: [], retyped: direct.node !== node }
  const variable = variableOf(node, sourceCode)
  const init = variable && isReadOnce(variable) ? initializerOf(variable) : null
  const made = init && materializationOf(init, sourceCode)
  const declaration = variable?.defs[0]?.node.parent as TSESTree.VariableDeclaration | undefined
  if (!made || !declaration || declaration.declarations.length !== 1 || declaration.parent !== statement.parent) return null
  const list = (statement.parent as unknown as { body?: Node[] }).body
  if (!Array.isArray(list)) return null
  const retyped = made.node !== init || Boolean(declaration.declarations[0].id.typeAnnotation) || node.type !== 'Identifier'
  return { made, declaration, between: list.slice(list.indexOf(declaration) + 1, list.indexOf(statement)), retyped }
}

function isReadOnce(variable: Variable): boolean {
  return variable.references.length === 2 && readsOf(variable).length === 1 && !isExported(variable)
}

/** The mentions in `map.delete(key)` of the key that the loop is at: a Map or Set that is walked bears that. */
export function deletionsOfCurrent({ left }: TSESTree.ForOfStatement, made: Materialization, sourceCode: SourceCode): ReadonlySet<Node> {
  const found = new Set<Node>()
  const collection = made.form === 'copy' ? collectionOf(made.source) : null
  const element = left.type === 'VariableDeclaration' ? left.declarations[0].id : left
  const key = element.type === 'ArrayPattern' ? element.elements[0] : element
  const variable = key && variableOf(key, sourceCode)
  if (!collection || !variable || !isConstant(variable) || !['map', 'set'].includes(kindOf(collection, sourceCode))) return found
  if (made.form === 'copy' && isKeyed(made.source, collection, sourceCode) !== (element.type === 'ArrayPattern')) return found
  for (const { identifier } of variable.references) {
    const deletion = methodCall(identifier.parent)
    if (deletion?.method === 'delete' && deletion.arguments[0] === identifier && samePlace(deletion.object, collection, sourceCode)) found.add(deletion.object)
  }
  return found
}

/** Are the elements pairs of key and value? */
function isKeyed(source: Node, collection: Node, sourceCode: SourceCode): boolean {
  return unwrap(source) === collection ? kindOf(collection, sourceCode) === 'map' : methodCall(source)?.method === 'entries'
}
