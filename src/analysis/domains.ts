import type { TSESTree } from '@typescript-eslint/utils'
import { DERIVING_METHODS, DOMAIN_OF_WORD, PASSING_OBJECTS, QUALIFIED, REQUESTS, SENT, TEXT_METHODS, UNIQUE_CALLS } from '../knowledge/domains.ts'
import { type FunctionNode, functionOf, initializerOf, isConstant, isFunction, isWithin, type Node, propertyName, unwrap, type Variable, variableOf, writesOf } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { calleeName, type MethodCall, methodCall, numberValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callsOf, soleResult } from './functions.ts'
import { lastName } from './occurrences.ts'

/**
 * How many different values an expression has while the program runs: a `few` that are written down somewhere, as `many`
 * as inputs bring, ever new `objects`, or nobody can say.
 */
export type Domain = 'few' | 'many' | 'objects' | 'unknown'

export function domainOf(node: Node, sourceCode: SourceCode, depth = 8): Domain {
  const inner = unwrap(node)
  if (depth <= 0) return 'unknown'
  const domain = (part: Node): Domain => domainOf(part, sourceCode, depth - 1)
  switch (inner.type) {
    case 'Literal':
      return 'few'
    case 'ThisExpression':
    case 'NewExpression':
    case 'ObjectExpression':
      return 'objects'
    case 'ArrayExpression':
      return composed(inner.elements.map((element) => (element ? domain(element.type === 'SpreadElement' ? element.argument : element) : 'few')))
    case 'TemplateLiteral':
      return composed(inner.expressions.map(domain))
    case 'UpdateExpression':
      return 'many'
    case 'UnaryExpression':
      return inner.operator === '!' || inner.operator === 'typeof' ? 'few' : domain(inner.argument)
    case 'BinaryExpression':
      return binaryDomain(inner, domain)
    case 'LogicalExpression':
      return either([domain(inner.left), domain(inner.right)])
    case 'ConditionalExpression':
      return either([domain(inner.consequent), domain(inner.alternate)])
    case 'AssignmentExpression':
      return domain(inner.right)
    case 'AwaitExpression':
      return domain(inner.argument)
    case 'Identifier':
      return identifierDomain(inner, sourceCode, depth)
    case 'MemberExpression':
      return memberDomain(inner, sourceCode)
    case 'CallExpression':
      return callDomain(inner, sourceCode, depth)
    default:
      return 'unknown'
  }
}

/** Of a text or number that is put together from parts: one part of many values makes many. */
function composed(parts: readonly Domain[]): Domain {
  if (parts.includes('many')) return 'many'
  return parts.every((part) => part === 'few') ? 'few' : 'unknown'
}

/** Of a text that is made of a value: what an object's says is not known. */
function textOf(domain: Domain): Domain {
  return domain === 'objects' ? 'unknown' : domain
}

/** Of an expression that is one of several. */
function either(parts: readonly Domain[]): Domain {
  const [first = 'unknown', ...rest] = parts.filter((part) => part !== 'few')
  if (parts.every((part) => part === 'few')) return 'few'
  if (parts.includes('many') && !parts.includes('objects')) return 'many'
  return rest.every((part) => part === first) ? first : 'unknown'
}

function binaryDomain({ operator, left, right }: TSESTree.BinaryExpression, domain: (part: Node) => Domain): Domain {
  switch (operator) {
    case '+':
      return composed([domain(left), domain(right)])
    case '%':
    case '&':
      return domain(right) === 'few' ? 'few' : 'unknown'
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '===':
    case '!=':
    case '!==':
    case 'in':
    case 'instanceof':
      return 'few'
    default:
      return 'unknown'
  }
}

/** `sessionToken` → `session`, `token`. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/).filter(Boolean)
}

/** What a name says of its values by convention. */
export function namedDomain(name: string): Domain {
  const words = wordsOf(name)
  const last = words.at(-1)
  const before = words.at(-2)
  if (last === undefined) return 'unknown'
  const domain = named(last)
  if (before === undefined) return domain
  const qualified = QUALIFIED.get(last)
  if (qualified?.has(before)) return 'many'
  if (last === 'address' && SERVING.has(before)) return 'few'
  // `languageCode`, `moduleText`, `fieldId`: no more than there are languages, modules and fields
  if (named(before) === 'few' && (domain === 'many' || qualified)) return 'few'
  return qualified ? 'unknown' : domain
}

/** `listenAddress`: where a program is found itself. */
const SERVING: ReadonlySet<string> = new Set(['advertise', 'base', 'bind', 'host', 'listen', 'local', 'server', 'service'])

function named(word: string): Domain {
  return DOMAIN_OF_WORD.get(word) ?? 'unknown'
}

function identifierDomain(node: TSESTree.Identifier, sourceCode: SourceCode, depth: number): Domain {
  const variable = variableOf(node, sourceCode)
  if (!variable) return 'unknown'
  if (isGuarded(variable, sourceCode)) return 'few'
  const value = initializerOf(variable)
  if (value) {
    const domain = domainOf(value, sourceCode, depth - 1)
    return domain === 'unknown' && !(unwrap(value).type === 'CallExpression' && QUALIFIED.has(wordsOf(node.name).at(-1) ?? '')) ? namedDomain(node.name) : domain
  }
  const [definition] = variable.defs
  if (definition?.type === ('Parameter' as never)) {
    const declaring = definition.node as Node // in Svelte it may be a block of the page
    return isFunction(declaring) ? parameterDomain(variable, definition.name as Node, declaring, sourceCode, depth) : 'unknown'
  }
  const walked = walkedCollection(definition?.node as Node | undefined)
  if (walked && maximumSize(walked, sourceCode) < Infinity) return 'few'
  if (writtenBefore(variable, node).some((written) => domainOf(written, sourceCode, depth - 2) === 'many')) return 'many'
  if (definition?.type === ('Variable' as never)) return isConstant(variable) || definition.node.type === 'VariableDeclarator' ? annotated(variable, node.name, sourceCode) : 'unknown'
  return 'few' // an import, a function or a class: there is one
}

/** Everything that a variable is given in turn up to its mention: one of many values makes many. */
function writtenBefore(variable: Variable, mention: Node): Node[] {
  return writesOf(variable).flatMap(({ writeExpr, identifier }) => {
    const isBefore = writeExpr && identifier.range[0] < mention.range[0] && !isWithin(mention, writeExpr as Node)
    return isBefore && identifier.parent?.type !== 'ForOfStatement' ? [writeExpr as Node] : []
  })
}

/** The collection whose elements the variable of a `for…of` or `for…in` takes. */
function walkedCollection(declarator: Node | undefined): Node | null {
  const loop = declarator?.parent?.parent
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement' ? loop.right : null
}

function annotated(variable: Variable, name: string, sourceCode: SourceCode): Domain {
  const identifier = variable.identifiers[0] as TSESTree.Identifier | undefined
  const byType = annotatedDomain(identifier?.typeAnnotation?.typeAnnotation, sourceCode)
  return byType === 'text' ? namedDomain(name) : byType
}

function parameterDomain(variable: Variable, name: Node, fn: FunctionNode, sourceCode: SourceCode, depth: number): Domain {
  const domain = annotated(variable, variable.name, sourceCode)
  if (domain === 'few' || domain === 'objects') return domain
  const index = fn.params.findIndex((parameter) => parameter === name || (parameter.type === 'AssignmentPattern' && parameter.left === name))
  const calls = index < 0 ? null : callsOf(fn, sourceCode)
  const given = calls?.map(({ arguments: list }) => (list[index] ? domainOf(list[index], sourceCode, depth - 2) : 'few'))
  if (given && given.length > 0 && given.every((one) => one === 'few')) return 'few'
  if (domain !== 'unknown') return domain
  if (given?.includes('many') || isSourceText(variable)) return 'many'
  return annotationOf(variable) === undefined && PASSING_OBJECTS.has(variable.name) && !isReadAsText(variable) ? 'objects' : 'unknown'
}

/** `request.indexOf('/')` */
function isReadAsText({ references }: Variable): boolean {
  return references.some(({ identifier }) => identifier.parent.type === 'MemberExpression' && TEXT_METHODS.has(propertyName(identifier.parent) ?? ''))
}

/** `parse(source, options)`: a text as long as somebody wrote. */
function isSourceText({ name, references }: Variable): boolean {
  return SOURCE.test(name) && references.some(({ identifier }) => {
    const { parent } = identifier
    return parent.type === 'CallExpression' && parent.arguments[0] === identifier && READING.test(lastName(parent.callee) ?? '')
  })
}

const SOURCE = /^(?:source|src|code|input|raw)$/
const READING = /(?:^(?:parse|compile|transform|tokenize|lex|highlight|minify|decode)|Parse|Compile|Tokenize|Highlight)(?:$|[A-Z])/

function annotationOf(variable: Variable): TSESTree.TypeNode | undefined {
  return (variable.identifiers[0] as TSESTree.Identifier | undefined)?.typeAnnotation?.typeAnnotation
}

/** What an annotation alone says; `text` is a string or number of which the name has to say how many. */
function annotatedDomain(type: TSESTree.TypeNode | undefined, sourceCode: SourceCode): Domain | 'text' {
  switch (type?.type) {
    case undefined:
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
      return 'text'
    case 'TSBooleanKeyword':
    case 'TSLiteralType':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return 'few'
    case 'TSUnionType': {
      const parts = type.types.map((part) => annotatedDomain(part, sourceCode)).filter((part) => part !== 'few')
      const [first = 'few', ...rest] = parts
      return rest.every((part) => part === first) ? first : 'unknown'
    }
    case 'TSObjectKeyword':
    case 'TSTypeLiteral':
      return 'objects'
    case 'TSTypeReference':
      return referencedDomain(type, sourceCode)
    default:
      return 'unknown'
  }
}

/** A type alias or interface of this file. Enums are few. */
function referencedDomain({ typeName }: TSESTree.TSTypeReference, sourceCode: SourceCode): Domain | 'text' {
  const [definition] = (typeName.type === 'Identifier' && variableOf(typeName, sourceCode)?.defs) || []
  const declaration = definition?.node as Node | undefined
  switch (declaration?.type) {
    case 'TSTypeAliasDeclaration':
      return declaration.typeAnnotation.type === 'TSTypeReference' ? 'unknown' : annotatedDomain(declaration.typeAnnotation, sourceCode)
    case 'TSInterfaceDeclaration':
    case 'ClassDeclaration':
      return 'objects'
    case 'TSEnumDeclaration':
      return 'few'
    default:
      return 'unknown'
  }
}

/** Is the variable looked up in a written table, or told apart by a switch, so that its values are those written there? */
function isGuarded(variable: Variable, sourceCode: SourceCode): boolean {
  return variable.references.some(({ identifier }) => {
    const { parent } = identifier as Node
    switch (parent?.type) {
      case 'SwitchStatement':
        return parent.discriminant === identifier
      case 'MemberExpression':
        return parent.computed && parent.property === identifier && isTable(parent.object, sourceCode)
      case 'BinaryExpression':
        return parent.operator === 'in' && parent.left === identifier && isTable(parent.right, sourceCode)
      case 'CallExpression': {
        const called = methodCall(parent)
        return called !== null && (called.method === 'has' || called.method === 'includes' || called.method === 'get') && isTable(called.object, sourceCode)
      }
      default:
        return false
    }
  })
}

/** An import, or a constant that holds a written literal with something in it. */
function isTable(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  const value = variable ? initializerOf(variable) : null
  const literal = value && unwrap(value)
  switch (literal?.type) {
    case 'ObjectExpression':
      return literal.properties.length > 0
    case 'ArrayExpression':
      return literal.elements.length > 0
    case 'NewExpression':
      return literal.arguments.length > 0
    default:
      return false
  }
}

function memberDomain(node: TSESTree.MemberExpression, sourceCode: SourceCode): Domain {
  const name = propertyName(node)
  if (name === null) return 'unknown'
  if (CLIENT_ID.test(name === 'id' ? `${lastWord(node.object)}Id` : name) && IDENTITY_PROVIDER.test(sourceCode.text)) return 'few'
  if (EVENT_TARGETS.has(name) && EVENTS.has(lastName(node.object) ?? '')) return 'objects'
  if (name === 'message' && THROWN.test(lastWord(node.object))) return 'unknown' // as many as somebody wrote
  const domain = namedDomain(name)
  if (domain !== 'unknown') return domain === 'many' && isFewOf(node.object) ? 'few' : domain
  if ((name === 'id' || name === 'uid') && unwrap(node.object).type === 'Identifier' && QUALIFIED.get('id')?.has(lastWord(node.object))) return 'many'
  return isRequest(node.object, sourceCode) ? 'many' : 'unknown'
}

/** Which the program is itself, and has, to those who tell it who its users are. */
const CLIENT_ID = /^(?:client|connection|provider)_?id$/i
const IDENTITY_PROVIDER = /client_?secret/i
const THROWN = /^(?:e|err|error|ev|ex|exception|reason)$/

/** `event.target`, one of the nodes that come and go. */
const EVENT_TARGETS: ReadonlySet<string> = new Set(['target', 'currentTarget', 'relatedTarget', 'srcElement'])
const EVENTS: ReadonlySet<string> = new Set(['e', 'ev', 'evt', 'event'])

/** `module.source`, `language.code`: one for each module, each language. */
function isFewOf(object: Node): boolean {
  const inner = unwrap(object)
  return named(lastWord(inner)) === 'few' || (inner.type === 'MemberExpression' && isConfigured(inner.object))
}

/** `config.bridge.username` is one of those that somebody wrote into a file. */
function isConfigured(object: Node): boolean {
  const inner = unwrap(object)
  return /^(?:config|settings?|options)$/.test(lastWord(inner)) || (inner.type === 'MemberExpression' && isConfigured(inner.object))
}

/** `id` of `userId` and of `user.id`. */
export function lastWord(node: Node): string {
  const name = lastName(node)
  return (name === null ? undefined : wordsOf(name).at(-1)) ?? ''
}

/** `user` of `userId` and of `user.id`. */
export function wordBefore(node: Node): string {
  const inner = unwrap(node)
  const before = wordsOf(lastName(inner) ?? '').at(-2)
  return before ?? (inner.type === 'MemberExpression' ? lastWord(inner.object) : '')
}

/** `req.params`, `event.data`: what the outside world sent. Who sent it (`req.user.name`) is one of the users there are. */
function isRequest(node: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(node)
  if (inner.type === 'MemberExpression') return SENT.has(propertyName(inner) ?? '') && isRequest(inner.object, sourceCode)
  if (inner.type !== 'Identifier' || !REQUESTS.has(inner.name)) return false
  return variableOf(inner, sourceCode)?.defs[0]?.type === ('Parameter' as never)
}

function callDomain(call: TSESTree.CallExpression, sourceCode: SourceCode, depth: number): Domain {
  const name = calleeName(call, sourceCode)
  const last = lastName(call.callee)
  if ((name !== null && UNIQUE_CALLS.has(name)) || (last !== null && UNIQUE_CALLS.has(last))) return 'many'
  const [first] = call.arguments
  if (!first && last !== null && CURRENT.test(last)) return 'few'
  const domain = (part: Node): Domain => domainOf(part, sourceCode, depth - 1)
  if (name === 'JSON.stringify' || name === 'String' || name === 'Number' || name === 'encodeURIComponent') {
    const given = first ? domain(first) : 'few'
    return textOf(given)
  }
  const called = methodCall(call)
  if (called && DERIVING_METHODS.has(called.method)) return derivedDomain(called, domain(called.object), sourceCode)
  if (called?.method === 'join') return domain(called.object)
  const fn = functionOf(call.callee, sourceCode)
  const result = fn && resultOf(fn)
  if (result) {
    const made = domain(result)
    if (made !== 'unknown') return made
  }
  if (last !== null && KEYING.test(last) && call.arguments.some((argument) => domain(argument) === 'many')) return 'many'
  return last === null ? 'unknown' : namedDomain(last)
}

/** `getCurrentUserId()`: whoever uses the program. */
const CURRENT = /^(?:get)?(?:[cC]urrent|[mM]y|[oO]wn)[A-Z]/

/** `hashOf(text)`, `createHash('sha1').update(text)`, `cacheKey(url, options)`: another for each that is given. */
const KEYING = /^(?:update|hash\w*|normali[sz]e\w*|serialize\w*|encode\w*)$|(?:Hash|Key|Digest|hash|sha\d+|md5)$/

/** `code.slice(0, 100)` is another for each, while `sql.slice(0, 16)` is a beginning that many share, unless it is of what was drawn by lot. */
function derivedDomain(called: MethodCall, given: Domain, sourceCode: SourceCode): Domain {
  if (isLongText(called, sourceCode)) return 'many'
  const isBeginning = CUTTING.test(called.method) && numberValue(called.arguments[0], sourceCode) === 0 && (numberValue(called.arguments[1], sourceCode) ?? 0) > 0
  return isBeginning && !DRAWN.test(sourceCode.getText(called.object)) ? 'unknown' : textOf(given)
}

const CUTTING = /^(?:slice|substring|substr)$/
const DRAWN = /u?uid|random|nanoid|hash|digest|sha\d|md5|date|time/i

/** `code.slice(0, 100)`: who takes so much of a text expects more of it. */
function isLongText({ method, arguments: given }: MethodCall, sourceCode: SourceCode): boolean {
  return CUTTING.test(method) && given.some((argument) => Math.abs(numberValue(argument, sourceCode) ?? 0) >= 32)
}

/** What the function gives back, when that is one expression at its end. */
function resultOf(fn: FunctionNode): Node | null {
  const sole = soleResult(fn)
  if (sole || fn.body.type !== 'BlockStatement') return sole
  const last = fn.body.body.at(-1)
  return last?.type === 'ReturnStatement' ? last.argument : null
}
