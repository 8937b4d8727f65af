import type { TSESTree } from '@typescript-eslint/utils'
import { getStaticValue } from '@eslint-community/eslint-utils'
import {
  type AllocationRow, CHEAP_CONSTRUCTORS, CONSTRUCTORS, DATE_OPTIONS, FIRST_INTL, LASTING_OPTIONS, LOCALE_METHODS, type LocaleMethod, NUMBER_OPTIONS,
  ONCE_NAMES, RENDER_CALLS, SENDING_CALLS,
} from '../knowledge/allocations.ts'
import { HANDLER_METHODS } from '../knowledge/domains.ts'
import { type FunctionNode, isConstant, namedAt, type Node, outermost, propertyName, unwrap, variableOf } from './bindings.ts'
import { calleeName, isCallTo, type MethodCall, methodCall } from './calls.ts'
import { type Constancy, constancyOf, isInvariantIn } from './constancy.ts'
import { fact, type SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction, holderOf } from './functions.ts'
import { runsWhileLoading } from './growth.ts'
import { kindOf } from './kinds.ts'
import { writesDuring } from './mutation.ts'
import { keyName, lastName } from './occurrences.ts'
import { type Repetition, repetitionOf } from './repetition.ts'

/** Something that is built again although it comes out the same, and is only read. */
export interface RepeatedAllocation {
  /** What is built: an expression, or the call of a method that makes a formatter inside. */
  node: Node
  /** What a constant of it is called. */
  name: string
  /** How often it is built. */
  every: 'call' | 'iteration'
  /** From where on it can be built once: the file's top level, or before the repetition in which it does not change. */
  from: 'module' | Repetition
  /** Is building it once, at load, proven to give the same and to throw nothing? */
  proven: boolean
  /** What the constant is given and what is written in place of `node`, where these are not `node` and the constant itself. */
  rewritten?: { value: string; use: (name: string) => string; parts: readonly Node[] }
}

/** How thoroughly to look: for what costs, or for everything that need not be built again. */
export type Thoroughness = 'costly' | 'all'

/** What the expression builds again and again, or null when it is built once, may differ, or is not only read. */
export function repeatedAllocation(node: Node, sourceCode: SourceCode, look: Thoroughness, minimumSize: number): RepeatedAllocation | null {
  switch (node.type) {
    case 'NewExpression':
      return construction(node, sourceCode, look)
    case 'CallExpression':
      return localeCall(node, sourceCode) ?? parsedConstant(node, sourceCode)
    case 'ObjectExpression':
    case 'ArrayExpression':
      return table(node, sourceCode, look, minimumSize)
    default:
      return null
  }
}

/** The last names of all constructors in the tables: most `new` expressions are none of them. */
const CONSTRUCTED: ReadonlySet<string> = new Set([...CONSTRUCTORS.keys(), ...CHEAP_CONSTRUCTORS.keys()].map((name) => name.split('.').at(-1) as string))

function construction(node: TSESTree.NewExpression, sourceCode: SourceCode, look: Thoroughness): RepeatedAllocation | null {
  if (!CONSTRUCTED.has(lastName(node.callee) ?? '')) return null
  const callee = calleeName(node, sourceCode)
  const row = callee === null ? undefined : (CONSTRUCTORS.get(callee) ?? (look === 'all' ? CHEAP_CONSTRUCTORS.get(callee) : undefined))
  if (!row || callee === null || !readsOnly(node, callee, row, sourceCode)) return null
  if ((callee === 'Set' || callee === 'Map') && !hasElements(node)) return null
  const isIntl = callee.startsWith('Intl.')
  if (isIntl && mayLackIntl(sourceCode)) return null
  const constancy = leastConstant(node.arguments, sourceCode)
  const sure = constancy === 'literal' && isSureToBuild(callee, node.arguments) && isGivenToPlatform(node, sourceCode)
  const proven = sure && !isTried(node)
  const worth = look === 'all' ? 'call' : row.worth
  return placed({ node, name: row.name, proven }, constancy, worth, isIntl, sourceCode)
}

/** Does the file ask whether there is an `Intl`, or a part of it? */
const mayLackIntl = fact(({ scopeManager }): boolean =>
  (scopeManager?.scopes ?? []).some(({ references }) => references.some(({ identifier }) => {
    if (identifier.name !== 'Intl') return false
    const { parent } = identifier as Node
    const asked = parent?.type === 'MemberExpression' ? parent.parent : parent
    return asked !== undefined && ASKING.has(asked.type)
  })))

const ASKING: ReadonlySet<string> = new Set(['UnaryExpression', 'LogicalExpression', 'IfStatement', 'ConditionalExpression', 'BinaryExpression'])

/** Does a `catch` around it await that it throws? */
function isTried(node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) if (at.parent.type === 'TryStatement' && at.parent.block === at && at.parent.handler) return true
  return false
}

/** `new Set()` and `new Map([])` are filled later; a spread argument is unknown. */
function hasElements({ arguments: [first] }: TSESTree.NewExpression): boolean {
  if (!first || first.type === 'SpreadElement') return false
  const list = unwrap(first)
  return list.type !== 'ArrayExpression' || list.elements.length > 0
}

function leastConstant(nodes: readonly Node[], sourceCode: SourceCode): Constancy {
  const parts = nodes.map((node) => (node.type === 'SpreadElement' ? 'no' : constancyOf(node, sourceCode)))
  if (parts.includes('no')) return 'no'
  return parts.includes('module') ? 'module' : 'literal'
}

/**
 * Does the constructor exist wherever the file is loaded, take these written arguments without throwing, and read nothing
 * else, such as the default locale or time zone? It is asked: the linter's own runtime builds it.
 */
function isSureToBuild(callee: string, given: readonly Node[]): boolean {
  const values = given.map((node) => getStaticValue(unwrap(node) as never))
  if (callee.startsWith('Intl.')) {
    const [locales, options] = values
    if (!FIRST_INTL.has(callee) || !locales || !isLocale(locales.value) || (given.length > 1 && !options)) return false
    if (callee === 'Intl.DateTimeFormat' && (options?.value as { timeZone?: unknown } | undefined)?.timeZone === undefined) return false
    if (options && !Object.entries(options.value as object).every(([name, value]) => isLasting(name, value))) return false
    return builds(() => new (Intl as never as Record<string, new (...list: unknown[]) => object>)[callee.slice(5)]!(locales.value, options?.value))
  }
  if (callee === 'RegExp') return values.every((value) => value && !YOUNG_PATTERN.test(String(value.value))) && builds(() => new RegExp(...(values.map((value) => value?.value) as [string, string?])))
  return callee === 'Set' || callee === 'Map' ? isWrittenList(given[0], callee) : false
}

/** Lookbehind, named groups, properties, and the flags `d`, `s` and `v`: an older runtime does not compile them. */
const YOUNG_PATTERN = /\(\?<|\\p|^[gimuy]*[dsv][dgimsuvy]*$/

/** A locale that is known by its name; none, an empty list and `default` leave it to the runtime. */
function isLocale(locales: unknown): boolean {
  const [locale] = [locales].flat()
  return typeof locale === 'string' && builds(() => new Intl.Locale(locale)) && Intl.NumberFormat.supportedLocalesOf(locale).length > 0
}

function isLasting(name: string, value: unknown): boolean {
  if (typeof value === 'number') return value <= 20
  if (name === 'currency') return true
  return typeof value === 'boolean' || (LASTING_OPTIONS.get(name)?.includes(String(value)) ?? false)
}

function builds(make: () => object): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** An array of written primitives, of pairs of them for a map: whoever gets one out cannot change it. */
function isWrittenList(node: Node | undefined, callee: string): boolean {
  const list = node && unwrap(node)
  if (list?.type !== 'ArrayExpression') return false
  if (callee === 'Set') return isFlat(list)
  return list.elements.every((element) => {
    const pair = element && unwrap(element)
    return pair?.type === 'ArrayExpression' && isFlat(pair)
  })
}

/** Is every use of the built value one of the reads, so that nobody can tell one object from another? */
function readsOnly(node: Node, callee: string, row: AllocationRow, sourceCode: SourceCode): boolean {
  const flags = callee === 'RegExp' ? regExpFlags(node as TSESTree.NewExpression) : ''
  if (flags === null || flags.includes('y')) return false
  return usesOf(node, sourceCode)?.every((use) => isRead(use, callee, row, flags)) ?? false
}

function regExpFlags({ arguments: [, flags] }: TSESTree.NewExpression): string | null {
  if (!flags) return ''
  const value = getStaticValue(unwrap(flags) as never)
  return typeof value?.value === 'string' ? value.value : null
}

/** The expressions that stand for the value: itself, or the reads of the one constant that holds it; null when it is held otherwise. */
function usesOf(node: Node, sourceCode: SourceCode): Node[] | null {
  const outer = outermost(node)
  const declarator = outer.parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== outer) return [outer]
  if (declarator.parent.kind !== 'const' && declarator.parent.kind !== 'let') return null
  const variable = declarator.id.type === 'Identifier' ? variableOf(declarator.id, sourceCode) : null
  if (!variable || !isConstant(variable) || variable.references.length < 2) return null
  return namedAt(variable).map(outermost)
}

/** String methods that leave a given pattern as it was; with `g` they start at its `lastIndex` 0 and end there. */
const MATCHING = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'])

/** Is what takes the value, as in `text.replace(pattern, …)` and `list.sort(collator.compare)`, the platform's? Anything else might keep it. */
function isGivenToPlatform(node: Node, sourceCode: SourceCode): boolean {
  return usesOf(node, sourceCode)?.every((use) => {
    const bound = use.parent?.type === 'MemberExpression' && !isCalled(use.parent)
    const argument = bound ? outermost(use.parent as Node) : use
    const called = argument.parent?.type === 'CallExpression' ? methodCall(argument.parent) : null
    return !called || kindOf(called.object, sourceCode) === (bound ? 'array' : 'string')
  }) ?? false
}

function isRead(use: Node, callee: string, { reads }: AllocationRow, flags: string): boolean {
  const { parent } = use
  if (parent?.type === 'CallExpression' && callee === 'RegExp') {
    const called = methodCall(parent)
    return parent.arguments[0] === use && called !== null && MATCHING.has(called.method)
  }
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return isWalked(use, callee)
  const name = propertyName(parent)
  if (name === null || !reads.includes(name)) return false
  if (callee === 'RegExp' && (name === 'test' || name === 'exec')) return !flags.includes('g') && isCalled(parent)
  if (isCalled(parent) || name === 'size') return true
  // Bound functions: `sort(collator.compare)`, `map(format.format)`
  return (name === 'compare' || name === 'format') && isIterationArgument(outermost(parent))
}

function isCalled(member: Node): boolean {
  const node = outermost(member)
  return node.parent?.type === 'CallExpression' && node.parent.callee === node
}

function isIterationArgument(node: Node): boolean {
  const argument = callbackOf(node)
  return argument?.index === 0 && /^(?:map|sort|toSorted)$/.test(lastName(argument.call.callee) ?? '')
}

/** `for (x of new Set([…]))` of a collection. */
function isWalked(use: Node, callee: string): boolean {
  const { parent } = use
  return (callee === 'Set' || callee === 'Map') && parent?.type === 'ForOfStatement' && parent.right === use
}

/** `date.toLocaleDateString('en', { … })`: makes a formatter for this one call. */
function localeCall(node: TSESTree.CallExpression, sourceCode: SourceCode): RepeatedAllocation | null {
  const called = methodCall(node)
  const row = called && localeRow(called)
  if (!called || !row || called.optional || called.object.type === 'Super') return null
  const [locales, options, ...more] = called.arguments.slice(row.at)
  if (!locales || !options || more.length > 0 || called.arguments.some(({ type }) => type === 'SpreadElement')) return null
  if (isInComponent(node, sourceCode) && !repetitionOf(node, sourceCode)) return null
  const constancy = leastConstant([locales, options], sourceCode)
  const text = (part: Node): string => (part.type === 'SequenceExpression' ? `(${sourceCode.getText(part)})` : sourceCode.getText(part))
  const subject = text(called.object)
  const [other] = called.arguments
  const isComparison = row.constructor === 'Intl.Collator'
  return placed({
    node,
    name: { 'Intl.Collator': 'collator', 'Intl.DateTimeFormat': 'dateFormat', 'Intl.NumberFormat': 'numberFormat' }[row.constructor],
    proven: constancy === 'literal' && isSureToBuild(row.constructor, [locales, options]) && !isTried(node) && isSameReceiver(called, row, sourceCode),
    rewritten: {
      parts: [locales, options],
      value: `new ${row.constructor}(${text(locales)}, ${text(options)})`,
      use: (name) => (isComparison ? `${name}.compare(${subject}, ${text(other as Node)})` : `${name}.format(${subject})`),
    },
  }, constancy, 'call', true, sourceCode)
}

/** In a component's own body, which shows one value: it is rendered now and then. */
function isInComponent(node: Node, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(node)
  return fn !== null && (/^[A-Z]/.test(nameOf(fn, sourceCode)) || (callbackOf(fn) !== null && isInComponent(fn, sourceCode)))
}

function localeRow({ method, arguments: given }: MethodCall): LocaleMethod | null {
  const row = LOCALE_METHODS.get(method)
  if (!row && method !== 'toLocaleString') return null
  const names = given[(row?.at ?? 0) + 1] ? optionNames(given[(row?.at ?? 0) + 1] as Node) : null
  if (!names) return null
  if (row) return row.needs.length === 0 || names.some((name) => row.needs.includes(name)) ? row : null
  if (names.some((name) => NUMBER_OPTIONS.has(name))) return { constructor: 'Intl.NumberFormat', needs: [], at: 0 }
  const needed = [...LOCALE_METHODS.values()].flatMap(({ needs }) => needs)
  return names.some((name) => DATE_OPTIONS.has(name) && needed.includes(name)) ? { constructor: 'Intl.DateTimeFormat', needs: [], at: 0 } : null
}

/** The keys of a written options object; null for anything else. */
function optionNames(node: Node): string[] | null {
  const options = unwrap(node)
  if (options.type !== 'ObjectExpression') return null
  const names = options.properties.map((property) => (property.type === 'Property' ? keyName(property) : null))
  return names.includes(null) ? null : (names as string[])
}

/** A formatter does what the method does on a number and a collator on a string; an invalid date is text for one and an error for the other. */
function isSameReceiver({ object, arguments: given }: MethodCall, { constructor }: LocaleMethod, sourceCode: SourceCode): boolean {
  switch (constructor) {
    case 'Intl.NumberFormat':
      return kindOf(object, sourceCode) === 'number'
    case 'Intl.Collator':
      return kindOf(object, sourceCode) === 'string' && given[0] !== undefined && kindOf(given[0], sourceCode) === 'string'
    default:
      return object.type === 'NewExpression' && object.arguments.length === 0 && calleeName(object, sourceCode) === 'Date'
  }
}

/** `JSON.parse('…')` of which only primitives are read. */
function parsedConstant(node: TSESTree.CallExpression, sourceCode: SourceCode): RepeatedAllocation | null {
  const [text, ...more] = node.arguments
  if (!text || more.length > 0 || lastName(node.callee) !== 'parse' || !isCallTo(node, 'JSON.parse', sourceCode) || constancyOf(text, sourceCode) !== 'literal') return null
  const given = getStaticValue(unwrap(text) as never)
  const value = given && typeof given.value === 'string' ? parse(given.value) : null
  if (value === null || Object.values(value).some((part) => typeof part === 'object' && part !== null)) return null
  if (!usesOf(node, sourceCode)?.every((use) => isLookup(use))) return null
  return placed({ node, name: 'parsed', proven: true }, 'literal', 'call', false, sourceCode)
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** A written table of primitives that is only looked up. */
function table(node: TSESTree.ObjectExpression | TSESTree.ArrayExpression, sourceCode: SourceCode, look: Thoroughness, minimumSize: number): RepeatedAllocation | null {
  const size = node.type === 'ObjectExpression' ? node.properties.length : node.elements.length
  // V8 shares the elements of a constant array until somebody writes to it
  const least = look === 'all' ? 1 : node.type === 'ObjectExpression' ? minimumSize : Infinity
  if (size < least || size === 0) return null
  const uses = usesOf(node, sourceCode)
  if (!uses?.every((use) => isLookup(use) || (node.type === 'ArrayExpression' && isSearch(use)))) return null
  const constancy = constancyOf(node, sourceCode)
  if (constancy === 'no' || !isFlat(node)) return null
  return placed({ node, name: 'table', proven: constancy === 'literal' }, constancy, 'call', false, sourceCode)
}

function isFlat(node: TSESTree.ObjectExpression | TSESTree.ArrayExpression): boolean {
  const values = node.type === 'ObjectExpression' ? node.properties.map((one) => (one.type === 'Property' ? one.value : one)) : node.elements
  return values.every((value) => value !== null && !['ObjectExpression', 'ArrayExpression', 'SpreadElement'].includes(unwrap(value).type))
}

/** `table[key]` or `table.key`, read and not called, or `key in table`. */
function isLookup(use: Node): boolean {
  const { parent } = use
  if (parent?.type === 'BinaryExpression') return parent.operator === 'in' && parent.right === use
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false
  const member = outermost(parent)
  switch (member.parent?.type) {
    case 'AssignmentExpression':
      return member.parent.left !== member
    case 'CallExpression':
      return member.parent.callee !== member
    case 'UpdateExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'RestElement':
      return false
    case 'UnaryExpression':
      return member.parent.operator !== 'delete'
    case 'Property':
      return member.parent.parent.type !== 'ObjectPattern'
    case 'TaggedTemplateExpression':
      return member.parent.tag !== member
    default:
      return true
  }
}

function isSearch(use: Node): boolean {
  const { parent } = use
  return parent?.type === 'MemberExpression' && parent.object === use && isCalled(parent) && /^(?:includes|indexOf|lastIndexOf|join|at)$/.test(propertyName(parent) ?? '')
}

/** Says where what is built again could be built once; null when nothing repeats it, or when it changes. */
function placed(
  found: Pick<RepeatedAllocation, 'node' | 'name' | 'proven' | 'rewritten'>, constancy: Constancy, worth: 'call' | 'iteration', weighty: boolean,
  sourceCode: SourceCode,
): RepeatedAllocation | null {
  const repetition = repetitionOf(found.node, sourceCode)
  const every = repetition ? 'iteration' : 'call'
  if (!repetition && worth === 'iteration') return null
  if (constancy !== 'no') {
    if (isSentElsewhere(found.node, sourceCode)) return null
    const repeats = repetition !== null || isCalledAgain(found.node, weighty, sourceCode)
    return repeats ? { ...found, every, from: 'module' } : null
  }
  const parts = found.rewritten?.parts ?? [found.node]
  if (!repetition || !parts.every((part) => isUnchanged(part, repetition, sourceCode))) return null
  return { ...found, every, from: repetition, proven: false }
}

/** Does the source text of a function around it leave the file, so that constants of the file are not there when it runs? */
function isSentElsewhere(node: Node, sourceCode: SourceCode): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (fn.body.type === 'BlockStatement' && fn.body.body.some((statement) => 'directive' in statement && statement.directive === 'worklet')) return true
    const holder = holderOf(fn, sourceCode)
    if (isSent(fn) || (holder && namedAt(holder).some((mention) => isSent(mention)))) return true
  }
  return false
}

function isSent(mention: Node): boolean {
  const node = outermost(mention)
  const { parent } = node
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && SENDING_CALLS.has(lastName(parent.callee) ?? '')
    case 'MemberExpression':
      return parent.object === node && propertyName(parent) === 'toString'
    case 'TemplateLiteral':
      return true
    case 'BinaryExpression':
      return parent.operator === '+'
    case 'Property':
      return /^func(?:tion)?$/.test(keyName(parent) ?? '') // chrome.scripting.executeScript({ func })
    default:
      return false
  }
}

/** Written of nothing that the repetition changes: literals, and variables that keep their value and, where it matters, their content in it. */
function isUnchanged(part: Node, repetition: Repetition, sourceCode: SourceCode): boolean {
  const region = repetition.by === 'loop' ? repetition.node : repetition.fn
  if (!isInvariantIn(part, region, sourceCode)) return false
  const isCollection = part.type === 'NewExpression' && /^(?:Set|Map)$/.test(calleeName(part, sourceCode) ?? '')
  return namesOf(part).every((name) => {
    if (name === null) return false
    return (name.type === 'Identifier' && !isCollection) || kindOf(name, sourceCode) === 'string' || writesDuring(name, [region], sourceCode) !== 'maybe'
  })
}

/** The variables and fields that an expression reads; null where it does more than read and put together. */
function namesOf(node: Node): (Node | null)[] {
  const inner = unwrap(node)
  switch (inner.type) {
    case 'Literal':
      return []
    case 'Identifier':
      return [inner]
    case 'MemberExpression':
      return inner.computed || inner.optional ? [null] : [inner]
    case 'TemplateLiteral':
      return inner.expressions.flatMap(namesOf)
    case 'BinaryExpression':
      return [...namesOf(inner.left), ...namesOf(inner.right)]
    case 'NewExpression':
      return inner.arguments.flatMap(namesOf)
    case 'ObjectExpression':
      return inner.properties.flatMap((property) => (property.type === 'Property' && !property.computed ? namesOf(property.value) : [null]))
    case 'ArrayExpression':
      return inner.elements.flatMap((element) => (element ? namesOf(element) : [null]))
    default:
      return [null]
  }
}

/**
 * Is the function around `node` one that is called again and again? Functions that run at load or are named for a setup are
 * not; a callback is when what takes it calls it per event, per render, or as often as the function around it runs.
 */
function isCalledAgain(node: Node, weighty: boolean, sourceCode: SourceCode): boolean {
  const fn = enclosingFunction(node)
  if (!fn || isInField(node, fn) || runsWhileLoading(node, sourceCode)) return false
  const callback = callbackOf(fn)
  if (callback) {
    const name = lastName(callback.call.callee) ?? ''
    if (HANDLER_METHODS.has(name) || RENDER_CALLS.has(name)) return true
    return isCalledAgain(callback.call, weighty, sourceCode)
  }
  const holder = outermost(fn).parent
  if (holder?.type === 'CallExpression') return isCalledAgain(fn, weighty, sourceCode)
  if (holder?.type === 'JSXExpressionContainer') return false
  const name = nameOf(fn, sourceCode)
  return name !== 'constructor' || weighty ? !ONCE_NAMES.test(name) : false
}

/** `field = new X()` inside of a class that the function makes: once per instance. */
function isInField(node: Node, fn: FunctionNode): boolean {
  for (let at = node.parent; at && at !== fn; at = at.parent) if (at.type === 'PropertyDefinition' || at.type === 'StaticBlock') return true
  return false
}

function nameOf(fn: FunctionNode, sourceCode: SourceCode): string {
  const held = holderOf(fn, sourceCode)?.name
  if (held !== undefined) return held
  const parent = outermost(fn).parent as Node
  if (parent.type === 'AssignmentExpression') return lastName(parent.left) ?? ''
  return parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition' ? (keyName(parent) ?? '') : ''
}
