import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type Accumulation, accumulationsOf, placeOfStep, rebuildsIn, type Step } from '../analysis/accumulations.ts'
import { type Assembly, assemblyOf, type Part } from '../analysis/assemblies.ts'
import { isExported, isWithin, namedAt, type Node, outermost, unwrap, type Variable, variableOf, writesOf } from '../analysis/bindings.ts'
import { densityOf } from '../analysis/density.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callbackOf, holderOf } from '../analysis/functions.ts'
import { kindOf, likelyKind } from '../analysis/kinds.ts'
import { isSamePlace, mentionsOf, type Place, placeOf, placeUnder } from '../analysis/places.ts'
import { isInTry, isPlainStart, isUnseen } from '../analysis/versions.ts'
import { collectChunks, endOf, endPosition, indentOf, type Repair, statementAround } from './chunks.ts'
import { freeName } from './names.ts'
import { losesComment } from './walks.ts'

/** A statement in the making: `simple` ones are single expressions. */
interface Change {
  text: string
  simple: boolean
  safe: boolean
  /** It ends with a block and takes no semicolon. */
  closed?: boolean
}

/**
 * The same step, changing the collection that is there instead of making another: one repair, or two where it is not known
 * whether `concat` is given an array or an element; none where there is no short form of it.
 */
export function repairsOf(accumulation: Accumulation, sourceCode: SourceCode): Repair[] {
  const { step, assembly } = accumulation
  if (assembly.kind === 'buffer') return collectChunks(accumulation, sourceCode)
  if (step.by === 'result' && isUsedElsewhere(step, sourceCode)) return []
  const start = startOf(accumulation, sourceCode)
  const inOrder = readsInOrder(accumulation, sourceCode)
  if (!start || (!inOrder && assembly.parts.some((part) => part !== accumulation.earlier && part.whole !== 'no'))) return []
  // Without an initial value the first element is an accumulator as well, so that all are.
  const merges = step.by === 'result' && !step.initial
  const writers = !merges && assembly.parts.some((part) => isEither(part, sourceCode)) ? ['elements', 'element'] as const : ['elements'] as const
  return writers.flatMap((either): Repair[] => {
    const whole = isWithin(assembly.node, step.value) ? new Writer(accumulation, either, sourceCode).step() : null
    const edit = whole ?? inPlace(accumulation, either, sourceCode)
    if (!edit || losesComment(edit.range ?? edit.replaced.range, [], sourceCode)) return []
    const { replaced, range, text } = edit
    return [{
      verb: writers.length === 1 ? 'mutate' : either === 'elements' ? 'pushElements' : 'pushOne',
      safe: edit.safe && start.safe && inOrder && isUnseen(accumulation, sourceCode),
      edit: (fixer) => [...start.edit(fixer), fixer.replaceTextRange(range ?? replaced.range, text)],
    }]
  })
}

/** Is the reducer a function that others may call too? */
function isUsedElsewhere({ fn, node }: Step & { by: 'result' }, sourceCode: SourceCode): boolean {
  if (callbackOf(fn)?.call === node) return false
  const holder = holderOf(fn, sourceCode)
  if (!holder || isExported(holder)) return true
  return namedAt(holder).length !== 1
}

/** May the argument of `concat` be an array as well as an element? */
function isEither({ value, whole }: Part, sourceCode: SourceCode): boolean {
  return whole === 'array' && likelyKind(value, sourceCode) === 'unknown' && !CALLS.includes(unwrap(value).type)
}

/** What is made for being added is made as an array. */
const CALLS: readonly string[] = ['AwaitExpression', 'CallExpression']

interface Edit {
  replaced: Node
  /** Where it is not the node's own: an arrow's body with its parentheses, a statement without the next line's semicolon. */
  range?: [number, number]
  text: string
  safe: boolean
}

/** What `concat` is taken to be given where nothing says it. */
type Either = 'elements' | 'element'

class Writer {
  readonly #accumulation: Accumulation
  readonly #step: Step
  readonly #either: Either
  readonly #sourceCode: SourceCode

  constructor(accumulation: Accumulation, either: Either, sourceCode: SourceCode) {
    this.#accumulation = accumulation
    this.#either = either
    this.#step = accumulation.step
    this.#sourceCode = sourceCode
  }

  step(): Edit | null {
    const place = placeOfStep(this.#step, this.#sourceCode)
    const changes = place && this.#changes(this.#step.value, place, this.#target())
    if (!changes) return null
    return this.#step.by === 'result' ? this.#result(changes) : this.#statement(changes)
  }

  /** How the next version is kept when it is made anew after all. */
  #target(): (value: string) => string {
    const { step } = this.#accumulation
    if (step.by === 'result') return (value) => `return ${value}`
    if (step.by === 'assignment') return (value) => `${this.#text(step.target)} = ${value}`
    const { callee, arguments: given } = step.node
    return (value) => `${this.#text(callee)}(${this.#text(given[0] as Node)}, ${value})`
  }

  #text(node: Node): string {
    const text = this.#sourceCode.getText(node)
    return node.type === 'SequenceExpression' ? `(${text})` : text
  }

  /** The statements that turn the version at `place` into `value`. */
  #changes(value: Node, place: Place, store: (value: string) => string): Change[] | null {
    const inner = unwrap(value)
    if (inner.type === 'Identifier' && isSamePlace(placeOf(inner, this.#sourceCode), place)) return []
    if (inner.type === 'ConditionalExpression') return this.#choice(inner, place, store)
    const assembly = assemblyOf(inner, this.#sourceCode)
    const earlier = assembly?.parts.find((part) => part.whole === 'yes' && isSamePlace(placeOf(part.value, this.#sourceCode), place))
    if (!assembly || !earlier) {
      const rebuilt = rebuildsIn(inner, place, this.#sourceCode).length > 0
      return rebuilt || (inner.type === 'LogicalExpression' && this.#step.by === 'result') ? null : [{ text: store(this.#text(value)), simple: true, safe: false }]
    }
    return this.#growth(assembly, earlier, place, store)
  }

  #choice(node: TSESTree.ConditionalExpression, place: Place, store: (value: string) => string): Change[] | null {
    const yes = this.#changes(node.consequent, place, store)
    const no = this.#changes(node.alternate, place, store)
    if (!yes || !no) return null
    const test = this.#sourceCode.getText(node.test)
    const negated = negationOf(node.test, this.#sourceCode)
    const safe = [...yes, ...no].every((change) => change.safe)
    if (no.length === 0) return [{ ...branch(test, yes), safe }]
    if (yes.length === 0) return [{ ...branch(negated, no), safe }]
    return [{ text: `if (${test}) ${block(yes)} else ${block(no)}`, simple: false, safe, closed: true }]
  }

  /** Adds what `assembly` has besides the earlier version to that version. */
  #growth(assembly: Assembly, earlier: Part, place: Place, store: (value: string) => string): Change[] | null {
    const holder = unwrap(earlier.value)
    if (holder.type === 'Identifier') {
      const own = this.#step.by === 'result' || (this.#step.by === 'assignment' && this.#sourceCode.getText(holder) === this.#sourceCode.getText(unwrap(this.#step.target)))
      const changes = this.#additions(assembly, earlier, holder.name, place)
      // A constant that may hold a default of its own has to be put in its place.
      return changes && (own && place.keys.length === 0 ? changes : [...changes, { text: store(holder.name), simple: true, safe: false }])
    }
    if (holder.type === 'AwaitExpression' || (holder.type === 'LogicalExpression' && this.#step.by === 'entry')) {
      const list = freeName('all', this.#sourceCode)
      const changes = this.#additions(assembly, earlier, list, place)
      const kept = this.#step.by === 'entry' ? [{ text: store(list), simple: true, safe: false }] : []
      return changes && [{ text: `const ${list} = ${this.#sourceCode.getText(holder)}`, simple: false, safe: false }, ...changes, ...kept]
    }
    if (holder.type === 'LogicalExpression') {
      const text = this.#sourceCode.getText(unwrap(holder.left))
      const changes = this.#additions(assembly, earlier, text, place)
      return changes && [{ text: store(this.#sourceCode.getText(holder)), simple: true, safe: false }, ...changes]
    }
    return this.#additions(assembly, earlier, this.#sourceCode.getText(holder), place)
  }

  #additions({ kind, parts }: Assembly, earlier: Part, text: string, place: Place): Change[] | null {
    const index = parts.indexOf(earlier)
    const before = parts.slice(0, index)
    const after = parts.slice(index + 1)
    switch (kind) {
      case 'array': {
        if (before.some(({ whole }) => whole !== 'no')) return null
        const first = before.length > 0 ? [{ text: `${text}.unshift(${this.#list(before)})`, simple: true, safe: true }] : []
        return [...first, ...this.#pushes(after, text)]
      }
      case 'set':
        return before.length > 0 ? null : after.map((part) => this.#addition(part, text))
      case 'map':
        return before.length > 0 ? null : all(after.map((part) => this.#entry(part, text)))
      case 'object':
        return before.length > 0 ? null : flat(after.map((part) => this.#keys(part, text, place)))
      case 'buffer':
        return null
    }
  }

  #list(parts: readonly Part[]): string {
    return parts.map(({ value }) => this.#text(value)).join(', ')
  }

  /** Single elements in one call, whole collections element by element. */
  #pushes(parts: readonly Part[], text: string): Change[] {
    const changes: Change[] = []
    let single: Part[] = []
    const flush = () => {
      if (single.length > 0) changes.push({ text: `${text}.push(${this.#list(single)})`, simple: true, safe: single.every((part) => this.#isElement(part)) })
      single = []
    }
    for (const part of parts) {
      const elements = part.whole === 'array' ? literalElements(part.value) : null
      if (elements) for (const element of elements) single.push(element)
      else if (this.#isElement(part) || isNoArray(part.value, this.#sourceCode) || (this.#either === 'element' && isEither(part, this.#sourceCode))) single.push(part)
      else {
        flush()
        changes.push(this.#walk(part, `${text}.push`))
      }
    }
    flush()
    return changes
  }

  /** Is it surely one element, also for `concat`, which takes arrays apart? */
  #isElement({ whole, value }: Part): boolean {
    return whole === 'no' || (whole === 'array' && (ELEMENTS.includes(kindOf(value, this.#sourceCode)) || isFixedLiteral(value)))
  }

  #walk({ value, whole }: Part, method: string): Change {
    const item = freeName('item', this.#sourceCode)
    const density = densityOf(value, this.#sourceCode)
    // A walk that throws leaves behind what it came to, where somebody may catch it.
    const safe = whole === 'array' ? density === 'dense' : density !== 'unknown' || !isInTry(this.#step.node)
    return { text: `for (const ${item} of ${this.#text(value)}) ${method}(${item})`, simple: false, safe }
  }

  #addition(part: Part, text: string): Change {
    if (part.whole === 'yes') return this.#walk(part, `${text}.add`)
    return { text: `${text}.add(${this.#text(addedBy(part.value))})`, simple: true, safe: true }
  }

  #entry({ value, whole }: Part, text: string): Change | null {
    if (whole === 'yes') {
      const [key, item] = [freeName('key', this.#sourceCode), freeName('value', this.#sourceCode)]
      return { text: `for (const [${key}, ${item}] of ${this.#text(value)}) ${text}.set(${key}, ${item})`, simple: false, safe: false }
    }
    const inner = unwrap(value)
    const given = inner.type === 'CallExpression' ? inner.arguments : inner.type === 'ArrayExpression' ? inner.elements : []
    const [key, item] = given
    if (given.length !== 2 || !key || !item || key.type === 'SpreadElement' || item.type === 'SpreadElement') return null
    return { text: `${text}.set(${this.#text(key)}, ${this.#text(item)})`, simple: true, safe: true }
  }

  #keys({ node, value, whole }: Part, text: string, place: Place): Change[] | null {
    if (whole === 'yes') {
      const given = assemblyOf(value, this.#sourceCode)
      if (given?.kind === 'object' && given.by === 'literal') return flat(given.parts.map((part) => this.#keys(part, text, place)))
      return [{ text: `Object.assign(${text}, ${this.#text(value)})`, simple: true, safe: false }]
    }
    if (node.type !== 'Property' || node.kind !== 'init' || node.method) return null
    const target = node.computed || node.key.type !== 'Identifier' ? `${text}[${this.#sourceCode.getText(node.key)}]` : `${text}.${node.key.name}`
    const under = placeUnder(place, node.computed ? `[${this.#sourceCode.getText(node.key)}]` : node.key.type === 'Identifier' ? node.key.name : String((node.key as TSESTree.Literal).value))
    const inner = unwrap(value)
    if (inner.type === 'MemberExpression' && isSamePlace(placeOf(inner, this.#sourceCode), under)) return []
    const nested = rebuildsIn(value, under, this.#sourceCode).some(({ assembly }) => assembly.kind !== 'object') ? this.#changes(value, under, (next) => `${target} = ${next}`) : null
    if (nested) return nested
    return [{ text: `${target} = ${this.#text(value)}`, simple: true, safe: this.#isPlainKey(node) && !isNamedByKey(value) }]
  }

  /** Is the key known not to be `__proto__`, whose assignment is another thing than its definition? */
  #isPlainKey({ key, computed }: TSESTree.Property): boolean {
    const inner = unwrap(key)
    if (!computed) return !(inner.type === 'Identifier' && inner.name === '__proto__') && !(inner.type === 'Literal' && inner.value === '__proto__')
    if (inner.type === 'Literal') return inner.value !== '__proto__'
    if (inner.type === 'TemplateLiteral') {
      const [start, end] = [inner.quasis[0]?.value.cooked ?? '', inner.quasis.at(-1)?.value.cooked ?? '']
      const texts = inner.expressions.every((part) => ['number', 'string'].includes(kindOf(part, this.#sourceCode)))
      return texts && !('__proto__'.startsWith(start) && '__proto__'.endsWith(end))
    }
    return kindOf(inner, this.#sourceCode) === 'number'
  }

  #result(changes: readonly Change[]): Edit | null {
    const { step, earlier } = this.#accumulation
    if (step.by !== 'result' || step.target.type !== 'Identifier') return null
    const held = unwrap(earlier.value)
    const name = held.type === 'AwaitExpression' ? freeName('all', this.#sourceCode) : held.type === 'Identifier' && this.#accumulation.place.keys.length === 0 ? held.name : step.target.name
    const statements: Change[] = [...changes, { text: `return ${name}`, simple: false, safe: true }]
    const safe = changes.every((change) => change.safe)
    if (step.value === step.fn.body) {
      const body = bodyRange(step.fn as TSESTree.ArrowFunctionExpression, this.#sourceCode)
      return { replaced: step.fn.body, range: body, text: block(statements), safe }
    }
    const statement = outermost(step.value).parent
    return statement?.type === 'ReturnStatement' ? this.#lines(statement, statements, safe) : null
  }

  #statement(changes: readonly Change[]): Edit | null {
    const node = this.#step.node
    // Where the second of two changes throws, the first is there already.
    const safe = changes.every((change) => change.safe) && ((changes.length === 1 && changes[0]?.simple) || !isInTry(node))
    const [change] = changes
    const { parent } = node
    if (parent.type === 'ExpressionStatement') return this.#lines(parent, changes, safe)
    if (changes.length !== 1 || !change?.simple || parent.type !== 'ArrowFunctionExpression') return null
    return { replaced: node, text: change.text, safe }
  }

  /** Statements in the place of one: each on its own line in a block, in braces elsewhere. */
  #lines(statement: Node, changes: readonly Change[], safe: boolean): Edit {
    const end = endOf(statement, this.#sourceCode)
    const { parent } = statement
    const listed = parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'StaticBlock'
    const declares = changes.some(({ text }) => text.startsWith('const '))
    const range: [number, number] = [statement.range[0], endPosition(statement, this.#sourceCode)]
    if (changes.length > 1 && (!listed || (declares && this.#step.by !== 'result'))) return { replaced: statement, range, text: block(changes), safe }
    const indent = indentOf(statement, this.#sourceCode)
    return { replaced: statement, range, text: changes.map(({ text, closed }) => (closed ? text : text + end)).join(`\n${indent}`), safe }
  }
}

const ELEMENTS: readonly string[] = ['bigint', 'boolean', 'function', 'null', 'number', 'string', 'symbol', 'undefined']

/** An object literal that cannot have `Symbol.isConcatSpreadable`. */
function isFixedLiteral(value: Node): boolean {
  const inner = unwrap(value)
  return inner.type === 'ObjectExpression' && inner.properties.every((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name !== '__proto__')
}

/** Is it likely to be something that `concat` takes as one? */
function isNoArray(value: Node, sourceCode: SourceCode): boolean {
  const kind = likelyKind(value, sourceCode)
  return kind !== 'array' && kind !== 'unknown'
}

function all<T>(items: readonly (T | null)[]): T[] | null {
  return items.includes(null) ? null : (items as T[])
}

function flat<T>(lists: readonly (T[] | null)[]): T[] | null {
  return all(lists)?.flat() ?? null
}

function negationOf(test: Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(test)
  if (test.type === 'UnaryExpression' && test.operator === '!') return sourceCode.getText(test.argument)
  if (test.type === 'BinaryExpression' && /^[=!]==?$/.test(test.operator)) {
    const operator = test.operator.startsWith('!') ? test.operator.replace('!', '=') : test.operator.replace('=', '!')
    return `${sourceCode.getText(test.left)} ${operator} ${sourceCode.getText(test.right)}`
  }
  return ['CallExpression', 'Identifier', 'MemberExpression'].includes(test.type) ? `!${text}` : `!(${text})`
}

/** Statements on one line, in braces. */
function block(changes: readonly Change[]): string {
  const texts = changes.map(({ text, closed }, index) => (index === changes.length - 1 || closed ? text : `${text};`))
  return `{ ${texts.join(' ')} }`
}

function branch(test: string, changes: readonly Change[]): Pick<Change, 'text' | 'simple' | 'closed'> {
  const [only] = changes
  const alone = changes.length === 1 && only?.simple
  return { text: `if (${test}) ${alone ? only.text : block(changes)}`, simple: false, closed: !alone }
}

/** The elements of an array literal without holes and spreads, which `concat` takes one by one. */
function literalElements(value: Node): Part[] | null {
  const inner = unwrap(value)
  if (inner.type !== 'ArrayExpression') return null
  return all(inner.elements.map((element) => (element && element.type !== 'SpreadElement' ? { node: element, value: element, whole: 'no' as const } : null)))
}

/** `x` of `new Set(xs).add(x)`. */
function addedBy(value: Node): Node {
  return value.type === 'CallExpression' && value.callee.type === 'MemberExpression' && value.callee.object.type === 'NewExpression' ? (value.arguments[0] ?? value) : value
}

/** A function without a name takes that of the key in a literal, and none when it is assigned. */
function isNamedByKey(value: Node): boolean {
  const inner = unwrap(value)
  return (inner.type === 'ArrowFunctionExpression' || inner.type === 'FunctionExpression' || inner.type === 'ClassExpression') && !('id' in inner && inner.id)
}

/** An arrow's body, with the parentheses around it. */
function bodyRange(fn: TSESTree.ArrowFunctionExpression, sourceCode: SourceCode): [number, number] {
  const arrow = sourceCode.getTokenBefore(fn.body, { filter: ({ value }) => value === '=>' })
  const first = arrow && sourceCode.getTokenAfter(arrow)
  return [first?.range[0] ?? fn.body.range[0], fn.range[1]]
}

/** Where the copy is a part of something else: `{ a: [...a, x], b }` → `{ a: (a.push(x), a), b }`, `const next = [...acc]` → `const next = acc`. */
function inPlace({ assembly, earlier, step }: Accumulation, either: Either, sourceCode: SourceCode): Edit | null {
  const held = unwrap(earlier.value)
  const text = sourceCode.getText(held)
  const safe = false
  if (held.type !== 'Identifier' && held.type !== 'MemberExpression') return null
  if (assembly.parts.length === 1) return { replaced: assembly.node, text, safe }
  const index = assembly.parts.indexOf(earlier)
  const added = assembly.parts.slice(index + 1)
  const isOne = (part: Part) => part.whole === 'no' || (part.whole === 'array' && isNoArray(part.value, sourceCode)) || (either === 'element' && isEither(part, sourceCode))
  const values = added.map((part) => (isOne(part) ? sourceCode.getText(part.value) : null))
  if (index > 0 || assembly.kind !== 'array' || values.includes(null) || step.value === assembly.node) return null
  return { replaced: assembly.node, text: `(${text}.push(${values.join(', ')}), ${text})`, safe }
}

interface Start {
  safe: boolean
  edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]
}

/** What has to be done to the first version, which may be somebody else's; null when it cannot be. */
function startOf(accumulation: Accumulation, sourceCode: SourceCode): Start | null {
  const { step, assembly } = accumulation
  const asIs: Start = { safe: true, edit: () => [] }
  if (step.by === 'result') return startOfReduce(accumulation, step, sourceCode)
  if (step.by === 'entry') return asIs
  const target = unwrap(step.target)
  const variable = variableOf(target, sourceCode)
  if (variable && startsHere(variable, accumulation, sourceCode)) return asIs
  const { repetition } = accumulation
  if (repetition.by === 'callback' && variable?.defs[0]?.name === repetition.fn.params[0]) {
    return startOfReduce(accumulation, { node: repetition.node, fn: repetition.fn, initial: repetition.node.arguments[1] ?? null }, sourceCode)
  }
  // What is copied on some steps only may not be there before the first.
  if ((target.type === 'MemberExpression' && target.computed) || unwrap(step.value) !== assembly.node) return asIs
  const statement = statementAround(accumulation.repetition.node)
  const text = sourceCode.getText(target)
  const copy = copyOf(text, assembly)
  if (!statement || copy === null) return null
  const end = endOf(step.node.parent, sourceCode)
  return { safe: false, edit: (fixer) => [fixer.insertTextBefore(statement, `${text} = ${copy}${end}\n${indentOf(statement, sourceCode)}`)] }
}

/** Is the variable only given literals, apart from the steps themselves? */
function startsHere(variable: Variable, accumulation: Accumulation, sourceCode: SourceCode): boolean {
  return writesOf(variable).every(({ identifier, writeExpr }) => {
    const { parent } = identifier
    if (parent.type === 'AssignmentExpression' && accumulationsOf(parent, sourceCode).length > 0) return true
    return writeExpr != null && isPlainStart(writeExpr as Node, accumulation, sourceCode)
  }) && variable.defs[0]?.type === ('Variable' as never)
}

function copyOf(text: string, { kind }: Assembly): string | null {
  switch (kind) {
    case 'array':
      return `[...${text}]`
    case 'object':
      return `{ ...${text} }`
    case 'set':
      return `new Set(${text})`
    case 'map':
      return `new Map(${text})`
    case 'buffer':
      return null
  }
}

type Reduction = Pick<Step & { by: 'result' }, 'node' | 'fn' | 'initial'>

function startOfReduce({ assembly, place }: Accumulation, { initial, node, fn }: Reduction, sourceCode: SourceCode): Start | null {
  if (!initial) {
    const last = node.arguments.at(-1)
    const empty = copyOf('', assembly)?.replace('...', '').replace('{  }', '{}')
    const merges = assembly.parts.every(({ whole }) => whole !== 'no') && place.keys.length === 0
    return last && empty && merges && !fn.async ? { safe: false, edit: (fixer) => [fixer.insertTextAfter(last, `, ${empty}`)] } : null
  }
  const given = unwrap(initial)
  const own = given.type === 'ObjectExpression' || given.type === 'ArrayExpression' || given.type === 'NewExpression' || given.type === 'CallExpression'
  if (own) return { safe: true, edit: () => [] }
  const copy = place.keys.length === 0 ? copyOf(sourceCode.getText(given), assembly) : null
  return copy === null ? null : { safe: false, edit: (fixer) => [fixer.replaceText(given, copy)] }
}

/** With several statements, or a walk, what is added must not look at the collection that is being changed. */
function readsInOrder({ assembly, earlier, place }: Accumulation, sourceCode: SourceCode): boolean {
  const added = assembly.parts.filter((part) => part !== earlier)
  if (added.length === 1 && added[0]?.whole === 'no') return true
  const single = assembly.kind === 'array' && added.every(({ whole }) => whole === 'no') && (assembly.parts[0] === earlier || assembly.parts.at(-1) === earlier)
  return single || !mentionsOf(place, sourceCode).some((mention) => added.some(({ node }) => isWithin(mention, node)))
}
