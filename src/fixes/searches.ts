import type { TSESTree } from '@typescript-eslint/utils'
import { functionOf, isWithin, type Node, outermost, unwrap, type Variable, variableOf } from '../analysis/bindings.ts'
import type { MethodCall } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { soleResult, takesArgument } from '../analysis/functions.ts'
import { isArray, type Materialization, sourcesOf } from '../analysis/materialization.ts'
import { isPureFunction } from '../analysis/purity.ts'
import { indentationOf, indentationStep, layOut, type Line, startedWith, terminator } from './layout.ts'
import { freeName } from './names.ts'
import { type Edit, type Head, headOf, isPlace, losesComment } from './walks.ts'

/** Where a call's value goes, when it is all that its statement does. */
interface Destination {
  statement: TSESTree.ReturnStatement | TSESTree.VariableDeclaration | TSESTree.ExpressionStatement
  /** The variable that is declared with it. */
  declared: TSESTree.Identifier | null
}

/** An arrow function that is called with one element, in parts that a loop can hold. */
interface Step {
  fn: TSESTree.ArrowFunctionExpression
  element: Node
  head: Head
  end: '' | ';'
}

/**
 * `return copy.some(…)`, `const x = copy.find(…)`, `copy.forEach(…)` and `return copy.reduce(…)` as loops over the source;
 * null where the call is part of a larger expression or its callback is more than a loop can hold.
 */
export function loopInstead({ call, method, arguments: given }: MethodCall, made: Materialization, sourceCode: SourceCode): Edit | null {
  const destination = destinationOf(call)
  const fn = given[0] && unwrap(given[0])
  if (!destination || fn?.type !== 'ArrowFunctionExpression' || fn.async) return null
  const position = method === 'reduce' ? 1 : 0
  const element = fn.params[position]
  if (!element || element.type === 'AssignmentPattern' || fn.params.length !== position + 1 || given.length !== position + 1) return null
  const names = namesIn(element, sourceCode)
  if (sourcesOf(made).some((source) => sourceCode.getTokens(source).some(({ value }) => names.includes(value)))) return null
  if (made.form === 'merge' && !(made.sources.every(isPlace) && (!destination.declared || method === 'reduce'))) return null // break would leave the inner loop
  const head = headOf(made, `const ${withoutType(element, sourceCode)}`, sourceCode)
  if (!head) return null
  const step = { fn, element, head, end: terminator(sourceCode) } as const
  const lines = linesFor(method, destination, step, given[1], sourceCode)
  if (!lines || losesComment(destination.statement.range, method === 'forEach' ? [fn.body] : [], sourceCode)) return null
  return (fixer) => [fixer.replaceText(destination.statement, layOut(lines, destination.statement, sourceCode))]
}

/** The method on what the array is made of: of a part of it, backwards, or of one part after the other; null where there is none. */
export function methodOver(called: MethodCall, made: Materialization, sourceCode: SourceCode): Edit | null {
  switch (made.form) {
    case 'range':
      return passOver(called, made, sourceCode)
    case 'reversal':
      return backwards(called, made.source, sourceCode)
    case 'merge':
      return oneAfterTheOther(called, made.sources, sourceCode)
    default:
      return null
  }
}

/** `copy.reverse().reduce(f, x)` → `array.reduceRight(f, x)`; `some` and `every` of a pure callback give the same in any order. */
function backwards({ method, member, arguments: [callback] }: MethodCall, source: Node, sourceCode: SourceCode): Edit | null {
  const fn = callback ? functionOf(callback, sourceCode) : null
  if (!fn || member.computed || !isPlace(source) || losesComment(member.object.range, [], sourceCode)) return null
  const isReduction = method === 'reduce'
  if (takesArgument(fn, isReduction ? 2 : 1, sourceCode) || !(isReduction || ((method === 'some' || method === 'every') && isPureFunction(fn, sourceCode)))) return null
  return (fixer) => [
    fixer.replaceText(member.object, sourceCode.getText(source)),
    ...(isReduction ? [fixer.replaceText(member.property, 'reduceRight')] : []),
  ]
}

/** A longer callback is not written twice. */
const LONGEST = 40

/** `[...a, ...b].some(f)` → `a.some(f) || b.some(f)` */
function oneAfterTheOther({ call, method, arguments: given }: MethodCall, sources: readonly Node[], sourceCode: SourceCode): Edit | null {
  const fn = given[0] && given.length === 1 ? functionOf(given[0], sourceCode) : null
  const text = given[0] ? sourceCode.getText(given[0]) : ''
  if ((method !== 'some' && method !== 'every') || !fn || text.length > LONGEST || /\n/.test(text) || takesArgument(fn, 1, sourceCode)) return null
  if (!sources.every((source) => isPlace(source) && isArray(source, sourceCode)) || sourceCode.getCommentsInside(call).length > 0) return null
  const all = sources.map((source) => `${sourceCode.getText(source)}.${method}(${text})`).join(method === 'some' ? ' || ' : ' && ')
  return (fixer) => [fixer.replaceText(call, STANDS_ALONE.has(call.parent.type) ? all : `(${all})`)]
}

/** Where an expression is in no need of parentheses. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['ReturnStatement', 'VariableDeclarator', 'IfStatement', 'ExpressionStatement'])

/**
 * `array.slice(from, to).some(f)` as `array.some` with a callback that passes over the positions outside of the range;
 * null where the bounds may count from the end or the callback is more than an expression.
 */
function passOver({ call, method, member, arguments: given }: MethodCall, made: Materialization, sourceCode: SourceCode): Edit | null {
  const fn = given[0] && unwrap(given[0])
  if (made.form !== 'range' || fn?.type !== 'ArrowFunctionExpression' || fn.async || given.length !== 1) return null
  const [element] = fn.params
  const result = soleResult(fn)
  if (!element || fn.params.length !== 1 || element.type === 'RestElement' || !result || sourceCode.getCommentsInside(call).length > 0) return null
  const [from, to] = [made.from, made.to].map((bound) => (bound ? sourceCode.getText(bound) : ''))
  if (from?.startsWith('-') || to?.startsWith('-') || !(method in OUTSIDE)) return null
  const i = freeName('i', sourceCode)
  const [above, below, joint] = OUTSIDE[method] as readonly string[]
  const conditions = [from && from !== '0' ? `${i} ${above} ${from}` : '', to ? `${i} ${below} ${to}` : '', grouped(result, sourceCode)]
  const body = conditions.filter(Boolean).join(` ${joint} `)
  return (fixer) => [
    fixer.replaceText(member.object, sourceCode.getText(made.source)),
    fixer.replaceText(fn, `(${sourceCode.getText(element)}, ${i}) => ${body}`),
  ]
}

/** How a position is compared with the start and the end of the range, and how that is put before the callback's condition. */
const OUTSIDE: Readonly<Record<string, readonly [above: string, below: string, joint: string]>> = {
  some: ['>=', '<', '&&'],
  find: ['>=', '<', '&&'],
  every: ['<', '>=', '||'],
}

/** The expression's text, in parentheses where an operator beside it could bind closer. */
function grouped(node: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(node)
  return /^(?:Logical|Conditional|Assignment|Sequence|ArrowFunction|Yield|TS)/.test(node.type) ? `(${text})` : text
}

function linesFor(method: string, destination: Destination, step: Step, initial: Node | undefined, sourceCode: SourceCode): Line[] | null {
  switch (method) {
    case 'forEach':
      return destination.statement.type === 'ExpressionStatement' ? each(step, sourceCode) : null
    case 'some':
      return search(destination, step, { value: 'true', otherwise: 'false', negated: false }, sourceCode)
    case 'every':
      return search(destination, step, { value: 'false', otherwise: 'true', negated: true }, sourceCode)
    case 'find':
      return step.element.type === 'Identifier'
        ? search(destination, step, { value: step.element.name, otherwise: 'undefined', negated: false }, sourceCode)
        : null
    case 'reduce':
      return initial ? fold(destination, step, initial, sourceCode) : null
    default:
      return null
  }
}

function destinationOf(call: TSESTree.CallExpression): Destination | null {
  const { parent } = call
  if (outermost(call) !== call) return null
  if (parent.type === 'ReturnStatement' || parent.type === 'ExpressionStatement') return { statement: parent, declared: null }
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.parent.declarations.length !== 1) return null
  const { parent: list } = parent.parent
  const alone = list.type === 'BlockStatement' || list.type === 'Program' || list.type === 'StaticBlock' || list.type === 'SwitchCase'
  return alone && parent.parent.kind !== 'var' ? { statement: parent.parent, declared: parent.id } : null
}

/** A parameter's pattern without its type. */
function withoutType(parameter: Node, sourceCode: SourceCode): string {
  const annotation = (parameter as TSESTree.Identifier).typeAnnotation
  return sourceCode.text.slice(parameter.range[0], annotation ? annotation.range[0] : parameter.range[1])
}

function loop({ head, end }: Step, body: Line[]): Line[] {
  if (!head.first && body.length === 1) return [[0, `for ${head.header} ${body[0]?.[1]}`]]
  const first: Line[] = head.first ? [[1, head.first + end]] : []
  return [[0, `for ${head.header} {`], ...first, ...body.map(([depth, text]): Line => [depth + 1, text]), [0, '}']]
}

function each(step: Step, sourceCode: SourceCode): Line[] | null {
  const { fn, element, head, end } = step
  if (fn.body.type !== 'BlockStatement') return loop(step, [[0, sourceCode.getText(fn.body) + end]])
  const text = sourceCode.getText(fn.body)
  if (/\b(?:return|var)\b/.test(text)) return null // would leave the function around the loop, or be a variable of it
  if (!head.first) return [[0, `for ${head.header} ${text}`]]
  const inner = indentationOf(fn.body, sourceCode) + indentationStep(sourceCode)
  const block = startedWith([head.first], fn.body, inner, sourceCode)
  return block === null || declaresAgain(element, fn, sourceCode) ? null : [[0, `for ${head.header} ${block}`]]
}

/** Does the body declare a name of the parameter again, as a function's may? */
function declaresAgain(element: Node, fn: TSESTree.ArrowFunctionExpression, sourceCode: SourceCode): boolean {
  const declared: readonly Variable[] = sourceCode.getDeclaredVariables?.(fn) ?? []
  const names = namesIn(element, sourceCode)
  return declared.some(({ name, defs }) => names.includes(name) && defs.length > 1)
}

interface Search {
  value: string
  otherwise: string
  negated: boolean
}

function search({ statement, declared }: Destination, step: Step, { value, otherwise, negated }: Search, sourceCode: SourceCode): Line[] | null {
  const condition = soleResult(step.fn)
  if (!condition || statement.type === 'ExpressionStatement') return null
  const text = sourceCode.getText(condition)
  const test = negated ? `!(${text})` : text
  const { end } = step
  if (!declared) return [...loop(step, [[0, `if (${test}) return ${value}${end}`]]), [0, `return ${otherwise}${end}`]]
  if (namesIn(step.element, sourceCode).includes(declared.name)) return null
  const start = otherwise === 'undefined' ? '' : ` = ${otherwise}`
  return [
    [0, `let ${sourceCode.getText(declared)}${start}${end}`],
    ...loop(step, [[0, `if (${test}) {`], [1, `${declared.name} = ${value}${end}`], [1, `break${end}`], [0, '}']]),
  ]
}

function fold({ statement, declared }: Destination, step: Step, initial: Node, sourceCode: SourceCode): Line[] | null {
  const { fn, element, end } = step
  const [accumulator] = fn.params
  const result = soleResult(fn)
  if (accumulator?.type !== 'Identifier' || !result || statement.type === 'ExpressionStatement') return null
  const variable = variableOf(accumulator, sourceCode)
  const name = declared?.name ?? ownName(accumulator.name, variable, sourceCode)
  if (namesIn(element, sourceCode).includes(name)) return null
  const type = accumulator.typeAnnotation ? sourceCode.getText(accumulator.typeAnnotation) : ''
  return [
    [0, `let ${declared ? sourceCode.getText(declared) : name + type} = ${sourceCode.getText(initial)}${end}`],
    ...loop(step, [[0, assignment(name, variable, unwrap(result), sourceCode) + end]]),
    ...(declared ? [] : ([[0, `return ${name}${end}`]] satisfies Line[])),
  ]
}

/** `sum = …`, or `sum += …` for `sum + …`. */
function assignment(name: string, variable: Variable | null, result: Node, sourceCode: SourceCode): string {
  if (result.type === 'BinaryExpression' && /^[-+*/|&]$/.test(result.operator) && variableOf(result.left, sourceCode) === variable) {
    return `${name} ${result.operator}= ${renamed(result.right, variable, name, sourceCode)}`
  }
  const text = renamed(result, variable, name, sourceCode)
  return `${name} = ${result.type === 'SequenceExpression' ? `(${text})` : text}`
}

function namesIn(parameter: Node, sourceCode: SourceCode): string[] {
  const declared: readonly Variable[] = sourceCode.getDeclaredVariables?.(parameter.parent as Node) ?? []
  return declared.filter(({ identifiers }) => identifiers.some(({ range }) => range[0] >= parameter.range[0] && range[1] <= parameter.range[1])).map(({ name }) => name)
}

/** The variable's name, or a free one where something else in the file has it too. */
function ownName(name: string, variable: Variable | null, sourceCode: SourceCode): string {
  const taken = sourceCode.scopeManager?.scopes.some(({ variables }) => variables.some((other) => other.name === name && other !== variable))
  return taken ? freeName(name, sourceCode) : name
}

/** The expression's text in which the variable has another name. */
function renamed(node: Node, variable: Variable | null, name: string, sourceCode: SourceCode): string {
  let text = sourceCode.getText(node)
  const uses = variable?.references.map(({ identifier }) => identifier as Node).filter((use) => isWithin(use, node)) ?? []
  for (const { range, parent } of uses.toSorted((a, b) => b.range[0] - a.range[0])) {
    const key = parent?.type === 'Property' && parent.shorthand ? `${sourceCode.text.slice(...range)}: ` : ''
    text = text.slice(0, range[0] - node.range[0]) + key + name + text.slice(range[1] - node.range[0])
  }
  return text
}
