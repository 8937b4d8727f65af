import type { TSESTree } from '@typescript-eslint/utils'
import { argumentOf, initializerOf, isConstant, isGlobal, isPlatforms, type Node, propertyName, resolve, unwrap, type Variable, variableOf } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

export interface MethodCall {
  call: TSESTree.CallExpression
  member: TSESTree.MemberExpression
  /** The receiver, without TypeScript's wrappers. */
  object: Node
  method: string
  arguments: TSESTree.CallExpressionArgument[]
  /** `a?.m()` or `a.m?.()` */
  optional: boolean
}

/** A call of a method whose name is written out, whatever its receiver; else null. */
export function methodCall(node: Node): MethodCall | null {
  const call = unwrap(node)
  if (call.type !== 'CallExpression') return null
  const member = unwrap(call.callee)
  if (member.type !== 'MemberExpression') return null
  const method = propertyName(member)
  if (method === null) return null
  return {
    call, member, method,
    object: unwrap(member.object),
    arguments: call.arguments,
    optional: call.optional || member.optional,
  }
}

/** `$(window)`, `jQuery('body')` */
export function isWrapped(node: Node): node is TSESTree.CallExpression {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && /^(?:\$|jQuery)$/.test(node.callee.name)
}

/** What `a.on(…).on(…)` is called on at its start: emitters, and jQuery's collections, answer with themselves. */
export function emitterOf(node: Node): Node {
  const called = methodCall(node)
  return called && CHAINED.has(called.method) && (called.method !== 'bind' || called.arguments.length > 1) ? emitterOf(called.object) : node
}

const CHAINED: ReadonlySet<string> = new Set(['on', 'once', 'one', 'off', 'addListener', 'removeListener', 'bind', 'unbind'])

/** The module and the exported name that a variable stands for: by `import`, `import *`, `require` or destructured `require`. */
export function importOf(variable: Variable, sourceCode: SourceCode): { module: string; name: string } | null {
  const [definition] = variable.defs
  if (!definition || !isConstant(variable)) return null
  const node = definition.node as Node
  switch (node.type) {
    case 'ImportSpecifier':
      return {
        module: sourceOf(node.parent),
        name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
      }
    case 'ImportDefaultSpecifier':
      return { module: sourceOf(node.parent), name: 'default' }
    case 'ImportNamespaceSpecifier':
      return { module: sourceOf(node.parent), name: '*' }
    case 'TSImportEqualsDeclaration': {
      const reference = node.moduleReference
      if (reference.type !== 'TSExternalModuleReference') return null
      return { module: moduleName((reference.expression as TSESTree.StringLiteral).value), name: '*' }
    }
    case 'VariableDeclarator':
      return node.init && requireOf(node, definition.name as Node, sourceCode)
    default:
      return null
  }
}

function requireOf(declarator: TSESTree.VariableDeclarator, name: Node, sourceCode: SourceCode) {
  const init = unwrap(declarator.init as Node)
  const member = init.type === 'MemberExpression' ? propertyName(init) : null
  const call = unwrap(member === null ? init : (init as TSESTree.MemberExpression).object)
  if (call.type !== 'CallExpression' || !isGlobal(call.callee, 'require', sourceCode)) return null
  const [source] = call.arguments
  if (source?.type !== 'Literal' || typeof source.value !== 'string') return null
  const module = moduleName(source.value)
  if (declarator.id.type === 'Identifier') return { module, name: member ?? '*' }
  if (declarator.id.type !== 'ObjectPattern' || member !== null) return null
  for (const property of declarator.id.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value
    if (target === name) return { module, name: property.key.name }
  }
  return null
}

function sourceOf(declaration: Node): string {
  return moduleName((declaration as TSESTree.ImportDeclaration).source.value)
}

/** Node's own modules have two spellings; `node:` is left off. */
function moduleName(source: string): string {
  return source.startsWith('node:') ? source.slice(5) : source
}

const GLOBAL_OBJECTS = ['globalThis', 'window', 'self', 'global']

/**
 * What a callee or receiver stands for, resolved through bindings and imports, not spelled: `Array.from`, `setInterval`
 * (also `window.setInterval`, and imported from `node:timers`), `process`, `fs.readFileSync` (`import { readFileSync } from 'node:fs'`),
 * `rxjs.Subject`. Imports are `module.name`; a module's default or namespace is the module's name alone. null when unknown.
 */
export function qualifiedName(node: Node, sourceCode: SourceCode): string | null {
  const inner = unwrap(node)
  if (inner.type === 'MemberExpression') {
    const object = qualifiedName(inner.object, sourceCode)
    const name = object === null ? null : propertyName(inner)
    return name === null ? null : memberOf(object as string, name)
  }
  if (inner.type !== 'Identifier') return null
  const variable = variableOf(inner, sourceCode)
  if (variable) return variableName(variable, sourceCode)
  return isGlobal(inner, inner.name, sourceCode) ? inner.name : null
}

function memberOf(object: string, name: string): string {
  return GLOBAL_OBJECTS.includes(object) ? name : canonical(`${object}.${name}`)
}

const variableNames = fact(() => new Map<Variable, string | null>())

function variableName(variable: Variable, sourceCode: SourceCode): string | null {
  const known = variableNames(sourceCode)
  let name = known.get(variable)
  if (name === undefined) {
    known.set(variable, null) // a constant that is defined by itself
    known.set(variable, (name = givenName(variable, sourceCode)))
  }
  return name
}

function givenName(variable: Variable, sourceCode: SourceCode): string | null {
  if (isPlatforms(variable)) return variable.name
  const imported = importOf(variable, sourceCode)
  if (!imported) return aliasName(variable, sourceCode)
  const { module, name } = imported
  return canonical(name === '*' || name === 'default' ? module : `${module}.${name}`)
}

/** `const from = Array.from`, `const { from } = Array`, `(function (from) { … })(Array.from)`. */
function aliasName(variable: Variable, sourceCode: SourceCode): string | null {
  const value = initializerOf(variable) ?? pageOf(argumentOf(variable))
  if (value) return unwrap(value).type === 'MemberExpression' || value.type === 'Identifier' ? qualifiedName(value, sourceCode) : null
  const [definition] = variable.defs
  const declarator = definition?.node as Node | undefined
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern' || !declarator.init) return null
  if (!isConstant(variable)) return null
  const source = qualifiedName(declarator.init, sourceCode)
  if (source === null) return null
  const property = declarator.id.properties.find(
    (one) => one.type === 'Property' && !one.computed && one.value === definition?.name && one.key.type === 'Identifier',
  )
  if (!property) return null
  return memberOf(source, ((property as TSESTree.Property).key as TSESTree.Identifier).name)
}

/** `window` of `typeof window === 'undefined' ? this : window`; any other argument is itself. */
function pageOf(argument: Node | null): Node | null {
  if (argument?.type !== 'ConditionalExpression') return argument
  const { test, consequent, alternate } = argument
  const [page] = [consequent, alternate].filter((one) => one.type === 'Identifier' && one.name === 'window')
  return page && test.type === 'BinaryExpression' && test.left.type === 'UnaryExpression' && test.left.operator === 'typeof' ? page : argument
}

const MODULES_OF_GLOBALS = /^(?:timers|buffer|process|perf_hooks|util)\./
const GLOBALS_OF_MODULES = /^(?:(?:set|clear)(?:Timeout|Interval|Immediate)$|Buffer\b|performance\b|PerformanceObserver$|Text(?:En|De)coder$)/

/** Modules that only hand out what is global as well. */
function canonical(name: string): string {
  if (!MODULES_OF_GLOBALS.test(name)) return name
  const exported = name.slice(name.indexOf('.') + 1)
  return GLOBALS_OF_MODULES.test(exported) ? exported : name
}

/** The qualified name of what is called or constructed; see `qualifiedName`. */
export function calleeName(call: Call, sourceCode: SourceCode): string | null {
  return qualifiedName(call.callee, sourceCode)
}

/** Is the node a call `name(…)`, by qualified name? `new name(…)` is not. */
export function isCallTo(node: Node, name: string, sourceCode: SourceCode): node is TSESTree.CallExpression {
  return node.type === 'CallExpression' && calleeName(node, sourceCode) === name
}

/** Is the node `new name(…)`, by qualified name? */
export function isNew(node: Node, name: string, sourceCode: SourceCode): node is TSESTree.NewExpression {
  return node.type === 'NewExpression' && calleeName(node, sourceCode) === name
}

/** The string that an expression is known to be, through constants, else null. */
export function stringValue(node: Node | undefined, sourceCode: SourceCode): string | null {
  if (!node) return null
  const value = resolve(node, sourceCode)
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type === 'TemplateLiteral' && value.expressions.length === 0) return value.quasis[0]?.value.cooked ?? null
  return null
}

/** The number that an expression is known to be, through constants, else null. */
export function numberValue(node: Node | undefined, sourceCode: SourceCode): number | null {
  if (!node) return null
  const value = resolve(node, sourceCode)
  if (value.type === 'Literal' && typeof value.value === 'number') return value.value
  if (value.type === 'UnaryExpression' && value.operator === '-') {
    const positive = numberValue(value.argument, sourceCode)
    return positive === null ? null : -positive
  }
  return null
}
