import type { TSESTree } from '@typescript-eslint/utils'
import { isWithin, type Node, type Variable, variableOf } from '../analysis/bindings.ts'
import { qualifiedName } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { freeReferences, type Pipeline, type Reader } from '../analysis/pipelines.ts'
import { freeName } from './names.ts'

/** What is done with one element, from the source to the last reader. */
export interface Fused {
  /** The parameter that takes an element of the source; null where nobody looks at it. */
  element: string | null
  /** The name of its position; null where nobody looks at it. */
  index: string | null
  steps: readonly FusedStep[]
  /** How the last reader takes its element: by `element`, by what a step binds, or in the place of its own parameter. */
  result: Written | null
}

/** `const pattern = value`, or what has to hold for the element to go on. */
export type FusedStep = { by: 'binding'; pattern: string; value: string } | { by: 'condition'; holds: Written; fails: string }

/** The text of an expression and what it is, for the sake of parentheses. */
export interface Written {
  text: string
  type: string
}

/** One array of the pipeline, element by element: who reads it, and how it comes out of the one before. */
interface Value {
  readers: Reader[]
  from: Reader | null
  /** The name or pattern that holds an element; null where there is none. */
  binder: string | null
  /** Its readers have another name for it. */
  isNamed: boolean
  annotation: string
  /** The one mention in whose place the value can stand. */
  inlined: boolean
}

/**
 * The callbacks as one, taking turns; `last` reads what comes out, or nobody does and it is the result. null where names would
 * clash, or an element is taken apart in ways that do not go together.
 */
export function fuse(pipeline: Pipeline, last: Reader | null, sourceCode: SourceCode): Fused | null {
  const values = valuesOf(pipeline, last)
  const readers = values.flatMap((value) => value.readers)
  const index = indexOf(values)
  if (index === false || !bindAll(values, last, index, sourceCode)) return null
  const taken = values.flatMap(({ binder, readers: own }) => [...namesIn(binder), ...own.flatMap((reader) => patternNames(reader, sourceCode))])
  if (clashes(readers, last, index ? [...taken, index] : taken, sourceCode)) return null
  return new Fusion(values, last, index, sourceCode).fused()
}

function valuesOf({ stages }: Pipeline, last: Reader | null): Value[] {
  const fresh = (from: Reader | null): Value => ({ readers: [], from, binder: null, isNamed: false, annotation: '', inlined: false })
  const values = [fresh(null)]
  for (const stage of stages) {
    values.at(-1)?.readers.push(stage)
    if (stage.method === 'map') values.push(fresh(stage))
  }
  if (last) values.at(-1)?.readers.push(last)
  return values
}

/** The name of the position, which is the same until elements are left out; false where one is read after that, or has two names. */
function indexOf(values: readonly Value[]): string | null | false {
  const names = new Set<string>()
  let isFiltered = false
  for (const { readers } of values) {
    for (const reader of readers) {
      if (reader.index && isFiltered) return false
      if (reader.index) names.add(reader.index.name)
      if (isCondition(reader)) isFiltered = true
    }
  }
  return names.size > 1 ? false : (names.values().next().value ?? null)
}

/** Gives every value that needs one a name, from the last to the first. */
function bindAll(values: readonly Value[], last: Reader | null, index: string | null, sourceCode: SourceCode): boolean {
  const taken = new Set<string>([...(index ? [index] : []), ...othersIn(last, sourceCode)])
  for (const [i, value] of [...values.entries()].toReversed()) {
    value.inlined = i > 0 && isInlinable(value, last, sourceCode)
    if (value.inlined) continue
    const names = value.readers.flatMap(({ element }) => (element?.type === 'Identifier' ? [element] : []))
    const patterns = value.readers.flatMap(({ element }) => (element && element.type !== 'Identifier' ? [element] : []))
    const chosen = names.at(-1)
    if (chosen || value.readers.some(({ fn, loop }) => !fn && !loop)) {
      value.isNamed = true
      value.binder = chosen?.name ?? 'value'
      value.annotation = chosen?.typeAnnotation ? sourceCode.getText(chosen.typeAnnotation) : ''
      if (taken.has(value.binder) || !chosen) {
        if (last && value.readers.includes(last) && !last.result) return false // its text stays as it is
        const [after] = values[i + 1]?.inlined ? (values[i + 1]?.readers ?? []) : []
        const spare = after?.element?.type === 'Identifier' && !taken.has(after.element.name) ? after.element.name : null
        value.binder = spare ?? freeName(value.binder, sourceCode)
      }
    } else if (patterns.length > 0) {
      value.binder = unionOf(patterns, sourceCode)
      if (value.binder === null) return false
    }
    for (const name of namesIn(value.binder)) {
      if (taken.has(name)) return false
      taken.add(name)
    }
  }
  return true
}

/** The names that the last reader declares besides its element's and the position's. */
function othersIn(last: Reader | null, sourceCode: SourceCode): string[] {
  const region = last?.loop?.body ?? last?.fn
  const variables = region ? (sourceCode.scopeManager?.acquire(region as never)?.variables ?? []) : []
  return variables.filter(({ identifiers }) => !identifiers.some((name) => [last?.element, last?.index].some((own) => own && isWithin(name as Node, own)))).map(({ name }) => name)
}

/** Does it tell which elements go on? */
function isCondition(reader: Reader): boolean {
  return (reader as { method?: string }).method === 'filter'
}

/** Can the value stand in the place of its only mention? */
function isInlinable({ readers, from }: Value, last: Reader | null, sourceCode: SourceCode): boolean {
  const [reader] = readers
  if (!reader) return from?.fn !== null
  if (readers.length !== 1 || (reader !== last && isCondition(reader)) || !reader.fn || !reader.result || reader.element?.type !== 'Identifier' || from?.fn === null) return false
  const [mention, more] = mentionsIn(reader.element, reader.fn, sourceCode)
  return mention !== undefined && !more && mention.from === sourceCode.scopeManager?.acquire(reader.fn as never) && !isCallee(mention.identifier as Node) && isWithin(mention.identifier as Node, reader.result)
}

/** Is it called, so that a member in its place would be the receiver's, or changed? */
function isCallee(mention: Node): boolean {
  const { parent } = mention
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') return parent.callee === mention
  return parent?.type === 'TaggedTemplateExpression' || parent?.type === 'UpdateExpression'
}

function mentionsIn(element: Node, fn: Node, sourceCode: SourceCode) {
  return variableOf(element, sourceCode)?.references.filter(({ identifier }) => isWithin(identifier as Node, fn)) ?? []
}

/** One pattern for all of them: `[key]` and `[, value]` → `[key, value]`; null where they do not go together. */
function unionOf(patterns: readonly Node[], sourceCode: SourceCode): string | null {
  const texts = patterns.map((pattern) => sourceCode.getText(pattern))
  if (texts.every((text) => text === texts[0])) return texts[0] as string
  const parts: string[] = []
  for (const pattern of patterns) {
    const own = simpleParts(pattern)
    if (!own || pattern.type !== patterns[0]?.type) return null
    for (const [i, part] of own.entries()) {
      if (pattern.type === 'ObjectPattern') {
        if (!parts.includes(part)) parts.push(part)
      } else if (part !== '') {
        if (parts[i]) { if (parts[i] !== part) return null } else parts[i] = part
      }
    }
  }
  return patterns[0]?.type === 'ObjectPattern' ? `{ ${parts.join(', ')} }` : `[${Array.from(parts, (part) => part ?? '').join(', ')}]`
}

/** The names in a pattern of nothing but names, by position. */
function simpleParts(pattern: Node): string[] | null {
  if (pattern.type === 'ArrayPattern') {
    if (pattern.typeAnnotation || pattern.elements.some((element) => element && element.type !== 'Identifier')) return null
    return pattern.elements.map((element) => (element as TSESTree.Identifier | null)?.name ?? '')
  }
  if (pattern.type !== 'ObjectPattern' || pattern.typeAnnotation) return null
  const names = pattern.properties.map((property) => (property.type === 'Property' && property.shorthand && property.value.type === 'Identifier' ? property.value.name : null))
  return names.includes(null) ? null : (names as string[])
}

/** The names that a binder declares; those of a pattern that is not made of names alone are among its words. */
function namesIn(binder: string | null): string[] {
  return binder?.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []
}

function patternNames({ element }: Reader, sourceCode: SourceCode): string[] {
  return element && element.type !== 'Identifier' ? namesIn(sourceCode.getText(element)) : []
}

/** Would a name that is now shared mean something else than it did: in a callback that reads it from outside, or writes it? */
function clashes(readers: readonly Reader[], last: Reader | null, taken: readonly string[], sourceCode: SourceCode): boolean {
  const declared = new Set(taken)
  const body = last?.loop?.body ?? last?.fn
  if (body) for (const { name } of sourceCode.scopeManager?.acquire(body as never)?.variables ?? []) declared.add(name)
  for (const reader of readers) {
    if (reader.loop) {
      const own = patternNames(reader, sourceCode).concat(sourceCode.getText(reader.element as Node))
      if (sourceCode.getTokens(reader.loop.body).some(({ value }) => taken.includes(value) && !own.includes(value))) return true
      if (own.some((name) => sourceCode.scopeManager?.acquire(reader.loop?.body as never)?.set.has(name))) return true
      continue
    }
    if (!reader.fn) {
      if (declared.has(sourceCode.getText(reader.node))) return true
      continue
    }
    if (freeReferences(reader.fn, sourceCode).some(({ identifier }) => declared.has((identifier as TSESTree.Identifier).name))) return true
    if (reader !== last && declaresWithin(reader, declared, sourceCode)) return true
    if (reader.element?.type === 'Identifier' && mentionsIn(reader.element, reader.fn, sourceCode).some((mention) => mention.isWrite())) return true
  }
  return false
}

/** Does a function inside of the callback have a variable of one of the names? */
function declaresWithin({ fn }: Reader, names: ReadonlySet<string>, sourceCode: SourceCode): boolean {
  return sourceCode.scopeManager?.scopes.some((scope) => fn !== null && scope.block !== fn && isWithin(scope.block as Node, fn) && scope.variables.some(({ name }) => names.has(name))) ?? false
}

class Fusion {
  readonly #values: readonly Value[]
  readonly #last: Reader | null
  readonly #index: string | null
  readonly #sourceCode: SourceCode
  readonly #steps: FusedStep[] = []

  constructor(values: readonly Value[], last: Reader | null, index: string | null, sourceCode: SourceCode) {
    this.#values = values
    this.#last = last
    this.#index = index
    this.#sourceCode = sourceCode
  }

  fused(): Fused | null {
    let inline: Written | null = null
    for (const value of this.#values) {
      if (value.from) {
        const made = this.#written(value.from, inlineFor(value.from, this.#values, inline), this.#holderOf(value.from))
        if (!made) return null
        inline = value.inlined ? made : null
        if (!value.inlined && value.binder) this.#steps.push({ by: 'binding', pattern: value.binder + value.annotation, value: enclosed(made, /^Sequence/) })
        else if (!value.inlined) return null // a value that nobody reads, and whose making may be seen
      }
      for (const reader of value.readers) {
        if (value.isNamed && reader.element && reader.element.type !== 'Identifier') this.#steps.push({ by: 'binding', pattern: this.#sourceCode.getText(reader.element), value: value.binder as string })
        if (!isCondition(reader) || reader === this.#last) continue
        const holds = this.#written(reader, null, value)
        if (!holds) return null
        this.#steps.push({ by: 'condition', holds, fails: this.#opposite(reader, value) ?? negated(holds) })
      }
    }
    const [first] = this.#values
    const final = this.#values.at(-1) as Value
    const result = this.#result(inline, final)
    if (!result && !this.#isText()) return null
    const element = first?.binder ? first.binder + first.annotation : null
    return { element, index: this.#index, steps: this.#steps, result }
  }

  /** Does what comes last stay as it is written: a loop's body or a block? */
  #isText(): boolean {
    return this.#last !== null && !this.#last.result && (this.#last.fn !== null || this.#last.loop !== undefined)
  }

  #result(inline: Written | null, { inlined, binder, isNamed }: Value, last = this.#last): Written | null {
    if (this.#isText()) return null
    if (last) return this.#written(last, inline, this.#values.at(-1) as Value)
    return inlined ? inline : isNamed && binder ? { text: binder, type: 'Identifier' } : null
  }

  #holderOf(reader: Reader): Value {
    return this.#values.find(({ readers }) => readers.includes(reader)) as Value
  }

  /** The opposite of a comparison, and of what is negated. */
  #opposite({ result, element }: Reader, { binder }: Value): string | null {
    const variable = element?.type === 'Identifier' ? variableOf(element, this.#sourceCode) : null
    const by = { text: binder ?? '', type: 'Identifier' }
    const text = (node: Node): string => (variable ? replaced(node, variable, by, this.#sourceCode) : this.#sourceCode.getText(node))
    if (result?.type === 'UnaryExpression' && result.operator === '!' && /^(?:Identifier|Member|Call|Chain)/.test(result.argument.type)) return text(result.argument)
    const operator = result?.type === 'BinaryExpression' ? OPPOSITE[result.operator] : undefined
    if (result?.type !== 'BinaryExpression' || !operator || [result.left, result.right].some(({ type }) => type === 'PrivateIdentifier')) return null
    return `${text(result.left)} ${operator} ${text(result.right)}`
  }

  /** The reader's expression, with the names that its value has now. */
  #written(reader: Reader, inline: Written | null, value: Value): Written | null {
    if (!reader.fn) {
      const name = this.#sourceCode.getText(reader.node)
      const isTruth = qualifiedName(reader.node, this.#sourceCode) === 'Boolean' && isCondition(reader)
      return isTruth ? { text: value.binder as string, type: 'Identifier' } : { text: `${name}(${value.binder})`, type: 'CallExpression' }
    }
    const { result, element } = reader
    if (!result) return null
    const variable = element?.type === 'Identifier' ? variableOf(element, this.#sourceCode) : null
    if (!variable) return { text: this.#sourceCode.getText(result), type: result.type }
    if (value.inlined) return inline && { text: replaced(result, variable, inline, this.#sourceCode), type: result === mentionOf(variable) ? inline.type : result.type }
    if (variable.name === value.binder) return { text: this.#sourceCode.getText(result), type: result.type }
    return { text: replaced(result, variable, { text: value.binder as string, type: 'Identifier' }, this.#sourceCode), type: result.type }
  }
}

/** The operators that say the opposite of one another. */
const OPPOSITE: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' }

function inlineFor(reader: Reader, values: readonly Value[], inline: Written | null): Written | null {
  return values.some((value) => value.inlined && value.readers.includes(reader)) ? inline : null
}

function mentionOf(variable: Variable): Node | undefined {
  return variable.references[0]?.identifier as Node | undefined
}

/** The expression's text with something else in the place of the variable. */
function replaced(node: Node, variable: Variable, by: Written, sourceCode: SourceCode): string {
  let text = sourceCode.getText(node)
  const mentions = variable.references.map(({ identifier }) => identifier as Node).filter((mention) => isWithin(mention, node))
  for (const mention of mentions.toSorted((a, b) => b.range[0] - a.range[0])) {
    const { parent, range } = mention
    const key = parent?.type === 'Property' && parent.shorthand ? `${variable.name}: ` : ''
    const own = mention === node ? by.text : inPlaceOf(mention, by)
    text = text.slice(0, range[0] - node.range[0]) + key + own + text.slice(range[1] - node.range[0])
  }
  return text
}

function inPlaceOf({ parent }: Node, { text, type }: Written): string {
  if (/^(?:Identifier|TemplateLiteral)$/.test(type)) return text
  const isReceiver = parent?.type === 'MemberExpression' && text !== '' || parent?.type === 'TSNonNullExpression'
  if (/^(?:MemberExpression|CallExpression)$/.test(type)) return text
  const isListed = /^(?:CallExpression|ArrayExpression|ReturnStatement|VariableDeclarator)$/.test(parent?.type ?? '')
  if (!isReceiver && (isListed && !/^(?:Sequence|Arrow|Yield)/.test(type) || /^(?:Literal|ArrayExpression|ChainExpression|NewExpression)$/.test(type))) return text
  return `(${text})`
}

/** In parentheses where its kind says so. */
export function enclosed({ text, type }: Written, loose: RegExp): string {
  return loose.test(type) ? `(${text})` : text
}

function negated({ text, type }: Written): string {
  if (/^(?:Identifier|MemberExpression|CallExpression|ChainExpression)$/.test(type)) return `!${text}`
  return `!(${text})`
}
