import type { TSESTree } from '@typescript-eslint/utils'
import { type Node, unwrap } from '../analysis/bindings.ts'
import { maximumSize } from '../analysis/bounds.ts'
import { methodCall, qualifiedName } from '../analysis/calls.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { labelOf } from '../analysis/labels.ts'
import { growsWithData, isAllBytes, isSizeChecked } from '../analysis/magnitude.ts'
import { repairSpread, type Sink, type Spreading } from '../fixes/argument-spread.ts'
import { checkOption, checksAll, defineRule } from '../rule.ts'

/** Below the number of arguments at which V8 throws a RangeError with its default stack: 123 to 125 thousand, measured. */
const SAFE = 100_000

const FUNCTIONS: ReadonlyMap<string, Sink> = new Map([
  ['Math.max', 'max'],
  ['Math.min', 'min'],
  ['String.fromCharCode', 'text'],
  ['Array.prototype.push', 'push'],
  ['Array.prototype.unshift', 'unshift'],
  ['Array.prototype.splice', 'splice'],
  ['Array.prototype.concat', 'concat'],
])
const METHODS: ReadonlyMap<string, Sink> = new Map([
  ['push', 'push'],
  ['unshift', 'unshift'],
  ['splice', 'splice'],
])

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow spreading a collection of no known bound into the arguments of a call',
      cost: 'stack',
      family: 'stack',
      allOptions: [{ check: 'all' }],
    },
    ...checkOption('data', "'data': collections whose size visibly follows the data that the program works on. 'all': every collection of no known bound."),
    messages: {
      spread: "Spreading '{{name}}' puts every element on the stack: RangeError near 120,000. Take them one by one.",
      loop: 'Add the elements one by one in a loop.',
      reduce: 'Compare the elements one by one with reduce.',
      decode: 'Decode the elements without passing them as arguments.',
      flatten: 'Put them one after the other without passing them as arguments.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const isAll = checksAll(context)
    const isLarge = (value: Node, sink: Sink) =>
      isAll ||
      (sink === 'text' && isAllBytes(value, sourceCode)) ||
      growsWithData(value, sink === 'max' || sink === 'min' ? 'figures' : 'entries', sourceCode)
    return {
      CallExpression(node) {
        const spreading = spreadOf(node, sourceCode) ?? applicationOf(node, sourceCode)
        const unbounded = spreading?.parts.find(
          ({ spread, value }) =>
            spread &&
            maximumSize(value, sourceCode) > SAFE &&
            isLarge(value, spreading.sink) &&
            !isSizeChecked(value, sourceCode),
        )
        if (!spreading || !unbounded) return
        const repair = repairSpread(spreading, sourceCode)
        context.report({
          node: unbounded.value.parent?.type === 'SpreadElement' ? unbounded.value.parent : unbounded.value,
          messageId: 'spread',
          data: { name: labelOf(unbounded.value, sourceCode) },
          fix: repair?.safe ? repair.edit : null,
          suggest: repair && !repair.safe ? [{ messageId: repair.verb, fix: repair.edit }] : [],
        })
      },
    }
  },
})

/** `xs.push(...ys)`, `Math.max(0, ...ys)`. */
function spreadOf(call: TSESTree.CallExpression, sourceCode: SourceCode): Spreading | null {
  if (!call.arguments.some(({ type }) => type === 'SpreadElement')) return null
  const sink = sinkOf(call.callee, sourceCode)
  if (!sink) return null
  const parts = call.arguments.map((argument) =>
    argument.type === 'SpreadElement' ? { value: argument.argument, spread: true } : { value: argument, spread: false },
  )
  const fn = unwrap(call.callee)
  return { sink, call, fn, receiver: fn.type === 'MemberExpression' ? fn.object : null, parts }
}

/** `xs.push.apply(xs, ys)`, `Math.max.apply(null, ys)`, `Reflect.apply(Math.max, null, ys)`. */
function applicationOf(call: TSESTree.CallExpression, sourceCode: SourceCode): Spreading | null {
  const called = methodCall(call)
  if (called?.method !== 'apply' || called.optional) return null
  const reflected = qualifiedName(called.object, sourceCode) === 'Reflect'
  const [fn, receiver, list] = reflected ? call.arguments : [called.object, ...call.arguments]
  const sink = fn && sinkOf(fn, sourceCode)
  if (!sink || !receiver || !list || list.type === 'SpreadElement' || (sink === 'concat' && !isEmptyArray(receiver))) return null
  return { sink, call, fn: unwrap(fn), receiver, parts: [{ value: list as TSESTree.Expression, spread: true }] }
}

function sinkOf(fn: Node, sourceCode: SourceCode): Sink | null {
  const member = unwrap(fn)
  const name = qualifiedName(member, sourceCode)
  const known = name === null ? undefined : FUNCTIONS.get(name)
  if (known || member.type !== 'MemberExpression' || member.computed || member.property.type !== 'Identifier') return known ?? null
  if (member.property.name === 'concat') return isEmptyArray(member.object) ? 'concat' : null
  return METHODS.get(member.property.name) ?? null
}

/** `[]`, to which all of the spread arrays are added. */
function isEmptyArray(node: Node): boolean {
  const inner = unwrap(node)
  return inner.type === 'ArrayExpression' && inner.elements.length === 0
}
