import type { TSESTree } from '@typescript-eslint/utils'
import { FLATTENING_CALLS, FLATTENING_METHODS, JOINING_METHODS } from '../knowledge/strings.ts'
import { isWithin, namedAt, type Node, outermost, propertyName, samePlace, unwrap, type Variable } from './bindings.ts'
import { maximumSize } from './bounds.ts'
import { calleeName, methodCall, numberValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, isLoop } from './functions.ts'
import { kindOf } from './kinds.ts'
import { lifetimeOf } from './lifetime.ts'
import { callsNamed, keyName, membersNamed } from './occurrences.ts'
import { type Repetition, repetitionOf } from './repetition.ts'

/**
 * A text that is put together piece by piece. V8 keeps each step as a pair of the text so far and the piece: a rope. What
 * reads its characters copies the whole into one flat string, once; the next piece starts a new rope.
 */
export interface Addition {
  node: TSESTree.AssignmentExpression
  /** What holds the text: a variable or a member. */
  text: Node
  /** What is added, `x` of `s += x`; several where the text stands between others. */
  pieces: Node[]
  /** Does the text stand first, so that the pieces are appended? */
  appends: boolean
  /** Proven to be a string, and not a sum of numbers. */
  isText: boolean
}

/** `s += x`, `s = s + x`, `` s = `${s}x` ``; null for anything else. */
export function additionOf(node: TSESTree.AssignmentExpression, sourceCode: SourceCode): Addition | null {
  const text = unwrap(node.left)
  if (text.type !== 'Identifier' && text.type !== 'MemberExpression') return null
  const parts = partsOf(node)
  const others = parts?.filter((part) => !samePlace(part, text, sourceCode)) ?? []
  if (!parts || others.length === 0 || others.length + 1 !== parts.length) return null
  const isText = isString(text, sourceCode) || others.some((part) => kindOf(part, sourceCode) === 'string')
  return { node, text, pieces: others, appends: samePlace(parts[0] as Node, text, sourceCode), isText }
}

function partsOf({ operator, left, right }: TSESTree.AssignmentExpression): Node[] | null {
  if (operator === '+=') return [left, right]
  if (operator !== '=') return null
  const value = unwrap(right)
  return value.type === 'TemplateLiteral' || (value.type === 'BinaryExpression' && value.operator === '+') ? operandsOf(value) : null
}

/** What a sum or a template puts together, from left to right; anything else is by itself. */
export function operandsOf(node: Node): Node[] {
  const inner = unwrap(node)
  if (inner.type !== 'TemplateLiteral') return termsOf(inner)
  const literals = inner.quasis.filter(({ value: { raw } }) => raw !== '')
  return [...inner.expressions, ...literals].sort((a, b) => a.range[0] - b.range[0])
}

function termsOf(node: Node): Node[] {
  const inner = unwrap(node)
  return inner.type === 'BinaryExpression' && inner.operator === '+' ? [...termsOf(inner.left), ...termsOf(inner.right)] : [inner]
}

/** Is it a string, as its kind says or as the field of that name starts out? */
function isString(place: Node, sourceCode: SourceCode): boolean {
  if (kindOf(place, sourceCode) === 'string') return true
  const name = place.type === 'MemberExpression' ? propertyName(place) : null
  if (name === null || !isThisMember(place)) return false
  return membersNamed(name, sourceCode).some(({ parent }) => parent?.type === 'AssignmentExpression' && parent.operator === '=' && kindOf(parent.right, sourceCode) === 'string')
    || fieldsAround(place).some((field) => keyName(field) === name && field.value !== null && kindOf(field.value, sourceCode) === 'string')
}

function isThisMember(node: Node): boolean {
  return node.type === 'MemberExpression' && unwrap(node.object).type === 'ThisExpression'
}

function fieldsAround(node: Node): TSESTree.PropertyDefinition[] {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ClassBody') return at.body.filter((member) => member.type === 'PropertyDefinition')
  }
  return []
}

/** More steps than this are not few: the loop over the parts of a thing ends before, the loop over data does not. */
const FEW = 64

/** Does a walk over the collection end before the text is long? */
export function isFewSteps(collection: Node, sourceCode: SourceCode): boolean {
  return maximumSize(collection, sourceCode) <= FEW
}

/** What repeats the addition, when nothing in the source keeps it short; else null. */
export function unboundedRepetition(node: Node, sourceCode: SourceCode): Repetition | null {
  const repetition = repetitionOf(node, sourceCode)
  if (!repetition) return null
  if (repetition.by === 'callback') {
    const called = methodCall(repetition.node)
    return called && isFewSteps(called.object, sourceCode) ? null : repetition
  }
  return stepsOf(repetition.node, sourceCode) <= FEW || asksUser(repetition.node, sourceCode) ? null : repetition
}

/** Does every step wait for somebody to type? `line = await input({ message })`. */
function asksUser(loop: Node, sourceCode: SourceCode): boolean {
  return callsNamed(ASKING, sourceCode, loop).some((call) => call.parent?.type === 'AwaitExpression')
}

const ASKING = ['ask', 'confirm', 'input', 'prompt', 'question']

function stepsOf(loop: Node, sourceCode: SourceCode): number {
  switch (loop.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      return maximumSize(loop.right, sourceCode)
    case 'ForStatement':
      return loop.test?.type === 'BinaryExpression' ? (numberValue(loop.test.right, sourceCode) ?? Infinity) : Infinity
    default:
      return Infinity
  }
}

/**
 * What one mention of a text does with it: `flattens` reads its characters; `names` takes it as a key, which flattens it
 * too, but of a text that is a key on each step each version counts; `keeps` stores it as it is; `returns` it;
 * `joins` makes a longer rope of it, whose uses are not followed; `ignores` looks at nothing but its length or identity.
 */
export type TextUse = 'adds' | 'flattens' | 'names' | 'keeps' | 'returns' | 'joins' | 'ignores' | 'writes' | 'unknown'

export function textUseOf(mention: Node, sourceCode: SourceCode): TextUse {
  const node = outermost(mention)
  const { parent } = node
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? memberUse(parent, sourceCode) : parent.computed ? 'names' : 'unknown'
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node ? 'unknown' : argumentUse(node, parent, sourceCode)
    case 'AssignmentExpression':
      if (parent.left === node) return additionOf(parent, sourceCode) ? 'adds' : 'writes'
      if (parent.operator === '+=') return 'joins'
      return unwrap(parent.left).type === 'MemberExpression' ? 'keeps' : 'unknown'
    case 'BinaryExpression':
      return parent.operator === '+' ? sumUse(parent, sourceCode) : parent.operator.includes('==') ? 'ignores' : 'flattens'
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression' ? 'unknown' : sumUse(parent, sourceCode)
    case 'ReturnStatement':
      return 'returns'
    case 'ArrowFunctionExpression':
      return parent.body === node ? 'returns' : 'unknown'
    case 'Property':
      return parent.parent.type === 'ObjectExpression' && parent.value === node ? 'keeps' : 'unknown'
    case 'ArrayExpression':
      return 'keeps'
    case 'ForOfStatement':
    case 'SpreadElement':
      return 'flattens'
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof' || parent.operator === 'void' ? 'ignores' : 'flattens'
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ExpressionStatement':
      return 'ignores'
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return (parent.type === 'ConditionalExpression' ? parent.test : parent.left) === node && !isValueOf(parent, node) ? 'ignores' : textUseOf(parent, sourceCode)
    case 'VariableDeclarator':
      return parent.id === node ? 'writes' : 'unknown'
    case 'UpdateExpression':
      return 'writes'
    default:
      return 'unknown'
  }
}

/** `s || x` may be `s`; `s ? x : y` and `s && x` are not, as far as a long text goes. */
function isValueOf(parent: Node, node: Node): boolean {
  return parent.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === node
}

/** The whole of `s + a + b`, of which the node is a part. */
function largerSum(sum: Node): Node {
  const { parent } = outermost(sum)
  return parent?.type === 'BinaryExpression' && parent.operator === '+' ? largerSum(parent) : sum
}

/** The sum is the next version of the text itself, or a rope of its own. */
function sumUse(sum: Node, sourceCode: SourceCode): TextUse {
  const at = largerSum(sum)
  const { parent } = outermost(at)
  if (parent?.type === 'AssignmentExpression' && additionOf(parent, sourceCode)) return 'adds'
  const use = textUseOf(at, sourceCode)
  return use === 'flattens' || use === 'unknown' ? use : 'joins'
}

function memberUse(member: TSESTree.MemberExpression, sourceCode: SourceCode): TextUse {
  const method = propertyName(member)
  if (method === 'length') return 'ignores'
  const call = outermost(member).parent
  if (call?.type !== 'CallExpression' || call.callee !== outermost(member)) return member.computed && method === null ? 'flattens' : 'unknown'
  if (method !== null && FLATTENING_METHODS.includes(method)) return 'flattens'
  return method !== null && JOINING_METHODS.includes(method) ? sumUse(call, sourceCode) : 'unknown'
}

function argumentUse(node: Node, call: TSESTree.CallExpression | TSESTree.NewExpression, sourceCode: SourceCode): TextUse {
  const name = calleeName(call, sourceCode)
  if (name !== null && FLATTENING_CALLS.some((listed) => (listed.endsWith('.') ? name.startsWith(listed) : listed === name))) return 'flattens'
  const called = methodCall(call)
  if (!called) return 'unknown'
  const isLast = call.arguments.at(-1) === node
  switch (called.method) {
    case 'test':
    case 'exec':
      return kindOf(called.object, sourceCode) === 'regexp' ? 'flattens' : 'unknown'
    case 'push':
    case 'unshift':
    case 'add':
      return 'keeps'
    case 'set':
      return isLast && call.arguments.length === 2 ? 'keeps' : 'unknown'
    case 'write':
    case 'end':
    case 'send':
    case 'update':
      return 'flattens'
    default:
      return FLATTENING_METHODS.includes(called.method) && kindOf(called.object, sourceCode) === 'string' ? 'flattens' : 'unknown'
  }
}

/** Is the variable made outside of `region`, so that its text lasts from step to step? */
export function isOutside(variable: Variable, region: Node): boolean {
  return !isWithin(variable.scope.block as Node, region)
}

/**
 * Where the text is flattened on every step of the loop that it grows in: for sure, and not on the way out. Empty when
 * the loop starts the text anew, for then it stays short.
 */
export function flatteningsIn(loop: Node, variable: Variable, sourceCode: SourceCode): Node[] {
  const inside = namedAt(variable).filter((mention) => isWithin(mention, loop))
  const uses = inside.map((mention) => ({ mention, use: textUseOf(mention, sourceCode) }))
  if (uses.some(({ use }) => use === 'writes')) return []
  return uses.filter(({ mention, use }) => use === 'flattens' && runsEachStep(mention, loop)).map(({ mention }) => mention)
}

/** Does the loop come to the node on each step, as far as it does not leave before, and go on after it? */
function runsEachStep(node: Node, loop: Node): boolean {
  for (let at = node; at.parent && at !== loop; at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'IfStatement':
        if (parent.test !== at || guardsAddition(parent, node)) return false
        break
      case 'ConditionalExpression':
      case 'SwitchCase':
      case 'CatchClause':
      case 'ReturnStatement':
      case 'ThrowStatement':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return false
      default:
        if (isLoop(parent) && parent !== loop && parent.type === 'ForOfStatement' && parent.right === at) return false
    }
  }
  return enclosingFunction(node) === enclosingFunction(loop)
}

/** `if (!names.includes(name)) names += name`: a list that is searched before each addition is short. */
function guardsAddition({ consequent }: TSESTree.IfStatement, mention: Node): boolean {
  const member = outermost(mention).parent
  const method = member?.type === 'MemberExpression' ? propertyName(member) : null
  if (method !== 'includes' && method !== 'indexOf' && method !== 'search') return false
  const statement = consequent.type === 'BlockStatement' ? consequent.body[0] : consequent
  return statement?.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && mention.type === 'Identifier'
    && statement.expression.left.type === 'Identifier' && statement.expression.left.name === mention.name
}

/** Writing these shows the text, for which it is flattened. */
const SHOWN: ReadonlySet<string> = new Set(['innerHTML', 'innerText', 'outerHTML', 'textContent', 'value', 'nodeValue', 'href', 'src', 'cssText', 'className'])

/**
 * Where the text is stored as a rope in what lives on: a field, a variable of the module, or a collection of one of them.
 * Empty when anything flattens it, or may: then it is stored flat.
 */
export function keepingsOf(mentions: readonly Node[], sourceCode: SourceCode): Node[] {
  const uses = mentions.map((mention) => ({ mention, use: textUseOf(mention, sourceCode) }))
  if (uses.some(({ use }) => !KEEPING.has(use))) return []
  const kept = uses.filter(({ use }) => use === 'keeps').map(({ mention }) => ({ mention, holder: holderOf(mention) }))
  return kept.every(({ holder }) => holder !== null && outlives(holder, sourceCode)) ? kept.map(({ mention }) => mention) : []
}

/** Uses after which a text that is stored is still a rope, and belongs to nobody else. */
const KEEPING: ReadonlySet<TextUse> = new Set(['adds', 'ignores', 'keeps', 'writes'] as const)

/** The collection or object that the text is put into. */
function holderOf(mention: Node): Node | null {
  const node = outermost(mention)
  const { parent } = node
  if (parent?.type === 'AssignmentExpression') {
    const target = unwrap(parent.left)
    return target.type === 'MemberExpression' && !SHOWN.has(propertyName(target) ?? '') ? target : null
  }
  return parent?.type === 'CallExpression' ? (methodCall(parent)?.object ?? null) : null
}

/** Does it live on, and is what it holds read nowhere in the file in a way that flattens? */
function outlives(holder: Node, sourceCode: SourceCode): boolean {
  const lifetime = lifetimeOf(holder.type === 'MemberExpression' ? holder.object : holder, sourceCode)
  if (lifetime !== 'program' && lifetime !== 'instance') return false
  const name = holder.type === 'MemberExpression' ? propertyName(holder) : null
  return name === null || membersNamed(name, sourceCode).every((member) => member.type === 'MemberExpression' && !['flattens', 'names', 'unknown'].includes(textUseOf(member, sourceCode)))
}
