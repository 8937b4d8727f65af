import type { TSESTree } from '@typescript-eslint/utils'
import type { Node, Variable } from '../analysis/bindings.ts'
import type { MethodCall } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { type Pipeline, readerOf } from '../analysis/pipelines.ts'
import { isTypeScript } from './edits.ts'
import { enclosed, fuse, type Fused, type FusedStep } from './fusion.ts'
import { endedBefore, indentationOf, indentationStep, layOut, type Line, separated, startedWith, terminator } from './layout.ts'
import { freeName } from './names.ts'
import { type Edit, isPlace, losesComment } from './walks.ts'

/** A longer expression is easier to read in two. */
const LONGEST = 100

/** A pass that takes the place of several. */
interface Pass {
  edit: Edit
  /** Is the callback still one short expression? */
  isShort: boolean
}

/** `source.filter(f).some(g)` → `source.some((x) => f(x) && g(x))`; null where the callbacks do not fit into one. */
export function passOnce(called: MethodCall, pipeline: Pipeline, sourceCode: SourceCode): Pass | null {
  const { call, method, member, arguments: [callback, ...more] } = called
  const isReduction = method === 'reduce'
  if (!callback || (member.optional && !pipeline.stages[0].member.optional) || more.length !== (isReduction ? 1 : 0)) return null
  const last = readerOf(callback, isReduction ? 1 : 0, sourceCode)
  if (!last || (isReduction && !last.fn) || !fits(method, pipeline)) return null
  const accumulator = isReduction ? (last.fn?.params[0] ?? null) : null
  if (accumulator && accumulator.type !== 'Identifier') return null
  const fused = fuse(pipeline, last, sourceCode)
  if (!fused || losesComment([call.range[0], callback.range[1]], [pipeline.source, ...(last.fn && !last.result ? [last.fn.body] : [])], sourceCode)) return null
  const parameters = parametersOf(fused, accumulator, sourceCode)
  const expression = expressionOf(method, fused, accumulator)
  const body = expression ?? blockOf(method, fused, accumulator, callback, sourceCode)
  if (body === null) return null
  const source = sourceText(pipeline, sourceCode)
  const isOptional = pipeline.stages[0].member.optional
  const edit: Edit = (fixer) => [
    isOptional
      ? fixer.replaceTextRange([call.range[0], member.property.range[0]], `${source}?.`)
      : fixer.replaceTextRange(member.object.range, source),
    fixer.replaceText(callback, `${parameters} => ${body}`),
  ]
  return { edit, isShort: expression !== null && expression.length <= LONGEST && !expression.includes('\n') }
}

/** `filter` and `find` give back what they are given, `map` one for each. */
function fits(method: string, { stages }: Pipeline): boolean {
  if (method === 'filter' || method === 'find') return stages.every((stage) => stage.method === 'filter')
  return method !== 'map' || stages.every((stage) => stage.method === 'map')
}

/** The source as it is written, in its parentheses. */
function sourceText({ stages: [first] }: Pipeline, sourceCode: SourceCode): string {
  const [last] = sourceCode.getTokensBefore(first.member.property, 2)
  return sourceCode.text.slice(first.call.range[0], last?.range[1])
}

function parametersOf({ element, index }: Fused, accumulator: Node | null, sourceCode: SourceCode): string {
  const first = element ?? (index ? freeName('_', sourceCode) : null)
  return `(${[accumulator && sourceCode.getText(accumulator), first, index].filter((one) => one !== null).join(', ')})`
}

/** Whatever binds less than `&&` does. */
const LOOSE = /^(?:Logical|Conditional|Assignment|Sequence|ArrowFunction|Yield)/
const LOOSER = /^(?:Conditional|Assignment|Sequence|ArrowFunction|Yield)/

/** The callback as one expression. */
function expressionOf(method: string, { steps, result }: Fused, accumulator: TSESTree.Identifier | null): string | null {
  const conditions = steps.filter((step) => step.by === 'condition')
  if (!result || conditions.length < steps.length) return null
  switch (method) {
    case 'some':
    case 'find':
    case 'filter':
      return [...conditions.map(({ holds }) => holds), result].map((one) => enclosed(one, LOOSE)).join(' && ')
    case 'every':
      return [...conditions.map(({ fails }) => fails), enclosed(result, result.text.includes('??') ? LOOSE : LOOSER)].join(' || ')
    case 'reduce': {
      if (conditions.length === 0) return asBody(result)
      const all = conditions.map(({ holds }) => enclosed(holds, conditions.length > 1 ? LOOSE : LOOSER)).join(' && ')
      return `(${all} ? ${enclosed(result, LOOSER)} : ${accumulator?.name})`
    }
    case 'map':
      return conditions.length === 0 ? asBody(result) : null
    default:
      return conditions.length === 0 && result.type !== 'SequenceExpression' ? asBody(result) : null
  }
}

function asBody({ text, type }: { text: string; type: string }): string {
  return text.startsWith('{') || type === 'SequenceExpression' ? `(${text})` : text
}

/** What is given back for an element that is left out. */
const LEFT_OUT: Readonly<Record<string, string>> = { some: ' false', find: ' false', filter: ' false', every: ' true', forEach: '' }

function blockOf(method: string, { steps, result }: Fused, accumulator: TSESTree.Identifier | null, callback: Node, sourceCode: SourceCode): string | null {
  const out = method === 'reduce' ? ` ${accumulator?.name}` : LEFT_OUT[method]
  const lines = linesOf(steps, (fails) => `if (${fails}) return${out}`)
  const inner = indentationOf(callback, sourceCode) + indentationStep(sourceCode)
  if (result) {
    const given = method === 'forEach' ? result.text : `return ${enclosed(result, /^Sequence/)}`
    const all = [...lines, given].map((line) => inner + line + terminator(sourceCode))
    return `{\n${all.join('\n')}\n${indentationOf(callback, sourceCode)}}`
  }
  const { body } = callback as TSESTree.ArrowFunctionExpression
  return body.type === 'BlockStatement' ? startedWith(lines, body, inner, sourceCode) : null
}

function linesOf(steps: readonly FusedStep[], skip: (fails: string) => string): string[] {
  return steps.map((step) => (step.by === 'binding' ? `const ${step.pattern} = ${step.value}` : skip(step.fails)))
}

/** `for (const x of source.filter(f)) …` → a loop over the source that goes on where `f` says no. */
export function walkOnce(loop: TSESTree.ForOfStatement, pipeline: Pipeline, sourceCode: SourceCode): Edit | null {
  const { left, right, body } = loop
  if (left.type !== 'VariableDeclaration' || left.kind === 'var' || left.declarations[0].init) return null
  const element = left.declarations[0].id
  if (isAssigned(left, sourceCode)) return null
  const fused = fuse(pipeline, { fn: null, node: loop, element, index: null, result: null, loop }, sourceCode)
  if (!fused || losesComment([loop.range[0], body.range[0]], [left, pipeline.source], sourceCode)) return null
  const open = sourceCode.getTokenBefore(left)
  const close = sourceCode.getTokenBefore(body)
  if (!open || !close) return null
  const { header, first } = headOf(pipeline, fused, sourceCode)
  const lines = [...first, ...linesOf(fused.steps, (fails) => `if (${fails}) continue`)]
  const inner = indentationOf(loop, sourceCode) + indentationStep(sourceCode)
  const whole = body.type === 'BlockStatement'
    ? startedWith(lines, body, inner, sourceCode)
    : `{\n${lines.map((line) => inner + endedBefore(line, body, sourceCode)).join('\n')}\n${inner}${sourceCode.getText(body)}\n${indentationOf(loop, sourceCode)}}`
  return whole !== null && right.range[0] > open.range[0] ? (fixer) => [fixer.replaceTextRange([open.range[0], close.range[1]], header), fixer.replaceText(body, whole)] : null
}

function isAssigned(declaration: TSESTree.VariableDeclaration, sourceCode: SourceCode): boolean {
  const declared: readonly Variable[] = sourceCode.getDeclaredVariables?.(declaration) ?? []
  return declared.some(({ references }) => references.some((reference) => reference.isWrite() && reference.init !== true))
}

/** By index, which allocates nothing from the first round on; what has to be evaluated first is walked itself. */
function headOf(pipeline: Pipeline, { element, index }: Fused, sourceCode: SourceCode): { header: string; first: string[] } {
  const source = sourceText(pipeline, sourceCode)
  if (!isPlace(pipeline.source) && index === null) return { header: `(const ${element ?? freeName('_', sourceCode)} of ${source})`, first: [] }
  const i = index ?? freeName('i', sourceCode)
  const list = isPlace(pipeline.source) ? source : freeName('list', sourceCode)
  const start = list === source ? `let ${i} = 0` : `let ${i} = 0, ${list} = ${source}`
  return { header: `(${start}; ${i} < ${list}.length; ${i}++)`, first: element ? [`const ${element} = ${list}[${i}]`] : [] }
}

/** What is filled with what comes out of a pipeline. */
export type Filled = 'Set' | 'Map' | 'object' | 'array'

/** Where a filled collection goes: a variable that is declared with it, or out of the function. */
export interface Filling {
  statement: TSESTree.ReturnStatement | TSESTree.VariableDeclaration
  declared: TSESTree.Identifier | null
}

/** The collection as an empty one, and a loop that fills it. */
export function fillInLoop(filled: Filled, { statement, declared }: Filling, start: string, pipeline: Pipeline, sourceCode: SourceCode): Edit | null {
  const fused = fuse(pipeline, null, sourceCode)
  const name = declared?.name ?? freeName('all', sourceCode)
  const addition = fused && additionTo(filled, name, pipeline, fused, sourceCode)
  if (!fused || !addition || pipeline.stages.some(({ node }) => sourceCode.getTokens(node).some(({ value }) => value === name)) || losesComment(statement.range, [pipeline.source], sourceCode)) return null
  const { header, first } = headOf(pipeline, fused, sourceCode)
  const end = terminator(sourceCode)
  const conditions = fused.steps.at(-1)?.by === 'condition' ? fused.steps.slice(0, -1) : fused.steps
  const test = fused.steps.at(-1)
  const guarded = test?.by === 'condition' ? `if (${test.holds.text}) ${addition}` : addition
  const inside = [...first, ...linesOf(conditions, (fails) => `if (${fails}) continue`), guarded]
  const loop: Line[] = inside.length === 1 ? [[0, `for ${header} ${guarded}${end}`]] : [[0, `for ${header} {`], ...inside.map((line): Line => [1, line + end]), [0, '}']]
  const keyword = statement.type === 'VariableDeclaration' ? statement.kind : 'const'
  const lines: Line[] = [[0, `${keyword} ${declared ? sourceCode.getText(declared) : name} = ${start}${end}`], ...loop]
  if (!declared) lines.push([0, `return ${name}${end}`])
  return (fixer) => [fixer.replaceText(statement, separated(layOut(lines, statement, sourceCode), statement, sourceCode))]
}

function additionTo(filled: Filled, name: string, { stages }: Pipeline, { result }: Fused, sourceCode: SourceCode): string | null {
  if (!result) return null
  if (filled === 'array') return `${name}.push(${enclosed(result, /^Sequence/)})`
  if (filled === 'Set') return `${name}.add(${enclosed(result, /^Sequence/)})`
  const pair = stages.at(-1)?.result
  return pair && result.type === 'ArrayExpression' ? pairAddition(filled, name, result.text, pair, sourceCode) : null
}

/** `[key, value]` put under its key. */
function pairAddition(filled: 'Map' | 'object', name: string, text: string, pair: Node, sourceCode: SourceCode): string | null {
  if (pair.type !== 'ArrayExpression' || pair.elements.length !== 2) return null
  const [key, value] = pair.elements
  if (!key || !value || key.type === 'SpreadElement' || value.type === 'SpreadElement') return null
  const comma = sourceCode.getTokenAfter(key, ({ value: token }) => token === ',')
  const whole = sourceCode.getText(pair)
  if (!comma || text !== whole) return null // with a name in it changed
  const keyText = whole.slice(1, comma.range[0] - pair.range[0]).trim()
  const valueText = whole.slice(comma.range[1] - pair.range[0], -1).trim().replace(/,$/, '')
  return filled === 'Map' ? `${name}.set(${keyText}, ${valueText})` : `${name}[${keyText}] = ${valueText}`
}

/** Where the collection goes, when that is all that its statement does. */
export function fillingOf(node: Node): Filling | null {
  const { parent } = node
  if (parent?.type === 'ReturnStatement') return { statement: parent, declared: null }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.parent.declarations.length !== 1 || parent.parent.kind === 'var') return null
  return parent.parent.parent.type === 'BlockStatement' || parent.parent.parent.type === 'Program' ? { statement: parent.parent, declared: parent.id } : null
}

/** The empty collection; null where TypeScript would not know what it is to hold. */
export function startOf(filled: Filled, node: Node, { declared }: Filling, filename: string, sourceCode: SourceCode): string | null {
  const given = node.type === 'NewExpression' && node.typeArguments ? sourceCode.getText(node.typeArguments) : ''
  const isKnown = given !== '' || Boolean(declared?.typeAnnotation) || filled === 'array' || !isTypeScript(filename, sourceCode)
  if (!isKnown) return null
  return filled === 'array' ? '[]' : filled === 'object' ? '{}' : `new ${filled}${given}()`
}
