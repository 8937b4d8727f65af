import { DERIVING_METHODS, UNIQUE_CALLS } from '../knowledge/domains.ts'
import { LASTING_KEYS } from '../knowledge/objects.ts'
import { ASKED, LIGHT_CONSTRUCTORS, OWN_PLACES, SERVING_PACKAGES, SERVING_PLACES, STRANGERS, TEXTS, WEIGHTY, WEIGHTY_CALLS } from '../knowledge/strangers.ts'
import { type Node, propertyName, resolve, rootVariable, unwrap, variableOf, writesOf } from './bindings.ts'
import { calleeName, methodCall } from './calls.ts'
import { domainOf, lastWord, wordBefore } from './domains.ts'
import { runsOnNode } from './environment.ts'
import type { SourceCode } from './fact.ts'
import { type Growth, isTimed, PENDING, PLACE } from './growth.ts'
import { lastName } from './occurrences.ts'
import { isLarge } from './weight.ts'

/**
 * Do entries of the endless collection come from strangers, or is each another object or text: requests and sessions of a server, what weighs something there,
 * what waits? What is brought by the one who uses the program has an end as a rule, whatever it weighs: accounts, devices, documents.
 */
export function isOfConsequence({ node, key, value }: Growth, name: string, place: string, sourceCode: SourceCode): boolean {
  const entry = (key ?? value) as Node
  const domain = domainOf(entry, sourceCode)
  if (domain === 'objects') return !LASTING_KEYS.test(lastName(entry) ?? '')
  const serves = isServing(place, sourceCode)
  if (key && value && serves && (isWeighty(value, sourceCode) || (isTimed(value, sourceCode) && resolve(value, sourceCode).type === 'ObjectExpression'))) return true
  if (domain !== 'many' || PLACE.test(lastName(entry) ?? '')) return false
  if (PENDING.test(name)) return true
  const parts = partsOf(entry, sourceCode).filter((part) => domainOf(part, sourceCode) === 'many')
  return node.type !== 'UpdateExpression' && parts.some((part) => isText(part, sourceCode) || isOfRequest(part, sourceCode) || isOfStranger(part, serves, sourceCode))
}

/** Is the file part of what serves whoever comes? */
function isServing(place: string, { text }: SourceCode): boolean {
  return !OWN_PLACES.test(place) && (SERVING_PACKAGES.test(text) || SERVING_PLACES.test(place))
}

/** What a key is put together from. */
function partsOf(key: Node, sourceCode: SourceCode, depth = 5): Node[] {
  const inner = depth > 0 ? resolve(key, sourceCode) : unwrap(key)
  const parts = (list: readonly Node[]): Node[] => list.flatMap((part) => partsOf(part, sourceCode, depth - 1))
  if (depth === 0) return [inner]
  switch (inner.type) {
    case 'TemplateLiteral':
      return parts(inner.expressions)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return parts([inner.left, inner.right])
    case 'ConditionalExpression':
      return parts([inner.consequent, inner.alternate])
    case 'Identifier': {
      const variable = variableOf(inner, sourceCode)
      return [inner, ...parts(variable ? writesOf(variable).flatMap(({ writeExpr }) => (writeExpr ? [writeExpr as Node] : [])) : [])]
    }
    case 'CallExpression': {
      const called = methodCall(inner)
      return [inner, unwrap(key), ...parts(called ? [called.object, ...inner.arguments] : inner.arguments)]
    }
    default:
      return [inner, unwrap(key)]
  }
}

/** A whole text by its name, or what is another each time by its making. */
function isText(part: Node, sourceCode: SourceCode): boolean {
  return part.type === 'UpdateExpression' || TEXTS.has(lastWord(part)) || (part.type === 'CallExpression' && UNIQUE_CALLS.has(calleeName(part, sourceCode) ?? ''))
}

/** `req.query.id` of a handler's parameter. */
function isOfRequest(part: Node, sourceCode: SourceCode): boolean {
  const root = part.type === 'MemberExpression' ? rootVariable(part, sourceCode) : null
  return root !== null && ASKED.has(root.name) && root.defs[0]?.type === ('Parameter' as never)
}

/** A session, an address. What serves may have few users. */
function isOfStranger(part: Node, serves: boolean, sourceCode: SourceCode): boolean {
  const last = lastWord(part)
  const word = /^(?:id|key|address)$/.test(last) ? wordBefore(part) : last
  return STRANGERS.has(word) && (runsOnNode(sourceCode) || (serves && !/^user/.test(word)))
}

/** Is it large, or named, or made, as what is? */
function isWeighty(value: Node, sourceCode: SourceCode, depth = 3): boolean {
  const inner = unwrap(value)
  if (depth === 0) return false
  const weighty = (part: Node): boolean => isWeighty(part, sourceCode, depth - 1)
  if (isLarge(inner, sourceCode)) return true
  switch (inner.type) {
    case 'ObjectExpression':
      return inner.properties.some((property) => property.type === 'Property' && property.value.type !== 'Literal' && (WEIGHTY.test(propertyNameOf(property.key)) || weighty(property.value)))
    case 'AwaitExpression':
      return weighty(inner.argument)
    case 'NewExpression':
      return !LIGHT_CONSTRUCTORS.has(calleeName(inner, sourceCode) ?? '')
    case 'CallExpression':
      return WEIGHTY_CALLS.test(lastName(inner.callee) ?? '') && !/^(?:url|path|querystring|semver)\./.test(calleeName(inner, sourceCode) ?? '')
    case 'Identifier': {
      const given = resolve(inner, sourceCode)
      const isDerived = given.type === 'CallExpression' && DERIVING_METHODS.has(lastName(given.callee) ?? '')
      return !isDerived && (WEIGHTY.test(inner.name) || (given !== inner && weighty(given)))
    }
    case 'MemberExpression':
      return WEIGHTY.test(propertyName(inner) ?? '')
    default:
      return false
  }
}

function propertyNameOf(key: Node): string {
  return key.type === 'Identifier' ? key.name : ''
}
