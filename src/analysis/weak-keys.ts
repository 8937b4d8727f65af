import type { TSESTree } from '@typescript-eslint/utils'
import { LASTING_KEYS, PASSING_KEY, PASSING_TYPE } from '../knowledge/objects.ts'
import { type Node, outermost, propertyName, resolve, unwrap } from './bindings.ts'
import { methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import type { GrowingCollection } from './growth.ts'
import { isNamedAsObject, isObjectAnnotation, objectnessOf } from './objectness.ts'
import { lastName } from './occurrences.ts'

/** A collection that could hold its keys weakly, and nobody would see the difference but the collector. */
export interface WeaklyHoldable {
  /** A key with which an entry is added each time. */
  key: Node
  /** What proves that every key is an object, for which a weak collection does not throw: the type of the keys, or the code before. */
  proof: 'type' | 'code' | null
  /** Do they go while the program runs: nodes, requests and connections, by their type or name, and what is made as it is added? Of others there are as often a few for good. */
  arePassing: boolean
}

/** Is the collection keyed by objects that come and go, and only ever asked for one of them? null when not, or when nobody can say. */
export function weaklyHoldable({ kind, uses, growth, initializer, declaration }: GrowingCollection, sourceCode: SourceCode): WeaklyHoldable | null {
  if ((kind !== 'map' && kind !== 'set') || unwrap(initializer).type !== 'NewExpression') return null
  const methods = uses.map(methodAt)
  if (!methods.every((method) => method !== null && KEYED.has(method)) || !methods.some((method) => method !== null && ASKING.has(method))) return null
  const keys = uses.flatMap((use) => addedKey(use) ?? [])
  const known = keys.map((key) => objectnessOf(key, sourceCode))
  const type = keyType(initializer, declaration)
  if (type && NO_OBJECTS.test(sourceCode.getText(type))) return null
  const isTyped = type !== null && isObjectAnnotation(type, sourceCode)
  const isNamed = isNamedAsObject(type && sourceCode.getText(type).replace(/<.*>$/s, ''))
  if (keys.length === 0 || (!isTyped && !isNamed && known.includes('unknown'))) return null
  const passing = growth.find(({ key }) => key && !isLasting(key, type, sourceCode))
  if (!passing?.key) return null
  const arePassing = type ? PASSING_TYPE.test(sourceCode.getText(type)) : PASSING_KEY.test(lastName(passing.key) ?? '') || resolve(passing.key, sourceCode).type === 'NewExpression'
  return { key: passing.key, arePassing, proof: isTyped ? 'type' : type === null && known.every((one) => one === 'proven') ? 'code' : null }
}

const KEYED: ReadonlySet<string> = new Set(['add', 'get', 'has', 'set'])
/** What is only put in, and never asked for, is there to keep its elements alive. */
const ASKING: ReadonlySet<string> = new Set(['get', 'has'])

/** Types of which a value is a primitive, or may be. */
const NO_OBJECTS = /\b(?:string|number|bigint|symbol|any|unknown|null|undefined|boolean)\b|PropertyKey/

function methodAt(use: Node): string | null {
  const member = outermost(use).parent
  const call = member?.type === 'MemberExpression' && member.object === outermost(use) ? outermost(member).parent : null
  return call?.type === 'CallExpression' && call.callee === outermost(member as Node) ? propertyName(member as TSESTree.MemberExpression) : null
}

function addedKey(use: Node): Node | null {
  const method = methodAt(use)
  const call = outermost(outermost(use).parent as Node).parent as Node
  return method === 'set' || method === 'add' ? (methodCall(call)?.arguments[0] ?? null) : null
}

/** The type of the keys, where it is written: `new Map<Node, number>()`, `cache: Map<Node, number>`. */
function keyType(initializer: Node, declaration: Node): TSESTree.TypeNode | null {
  const made = unwrap(initializer) as TSESTree.NewExpression
  const own = made.typeArguments?.params[0]
  if (own) return own
  const annotated = (declaration as Partial<TSESTree.Identifier>).typeAnnotation ?? (declaration.parent as Partial<TSESTree.PropertyDefinition>).typeAnnotation
  return annotated?.typeAnnotation.type === 'TSTypeReference' ? (annotated.typeAnnotation.typeArguments?.params[0] ?? null) : null
}

/** Classes, schemas and plugins live as long as the program, so that there is nothing to let go. */
function isLasting(key: Node, type: Node | null, sourceCode: SourceCode): boolean {
  return LASTING_KEYS.test(lastName(key) ?? '') || (type !== null && LASTING_KEYS.test(sourceCode.getText(type).replace(/<.*/s, '')))
}
