import { methodCall, numberValue } from '../analysis/calls.ts'
import { labelOf } from '../analysis/labels.ts'
import { maximumSize } from '../analysis/bounds.ts'
import { rangeOf } from '../analysis/ranges.ts'
import { loopOver, mapWhileMaking } from '../fixes/ranges.ts'
import { defineRule, onCalls } from '../rule.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow arrays that are made only to count with',
      preset: 'strict',
      cost: 'allocation',
      family: 'iteration',
    },
    messages: {
      map: "'{{array}}' is an array of nothing but positions, made to be mapped. Let 'Array.from' map while it makes the result.",
      forEach: "'{{array}}' is an array of nothing but positions, made to be walked once. Count in a loop.",
      mapWhileMaking: "Give the callback to 'Array.from'.",
      loop: 'Count in a loop.',
    },
  },
  create(context) {
    const { sourceCode, settings } = context
    const { minimumSize } = readSettings(settings)
    return onCalls(['map', 'forEach'], sourceCode, (node) => {
      const called = methodCall(node)
      if (!called || called.optional) return
      const range = rangeOf(called.object, sourceCode)
      if (!range || Math.min(maximumSize(range.node, sourceCode), numberValue(range.count, sourceCode) ?? Infinity) <= minimumSize) return
      const isMapped = called.method === 'map'
      if (isMapped && range.isFilled) return
      const repair = isMapped ? mapWhileMaking(called, range, sourceCode) : loopOver(called, range, sourceCode)
      if (!repair) return
      const { safe, edit } = repair
      context.report({
        node: range.node,
        messageId: called.method,
        data: { array: labelOf(range.node, sourceCode) },
        fix: safe ? edit : null,
        suggest: safe ? [] : [{ messageId: isMapped ? 'mapWhileMaking' : 'loop', fix: edit }],
      })
    })
  },
})
