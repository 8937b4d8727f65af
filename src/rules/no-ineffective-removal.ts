import { labelOf } from '../analysis/labels.ts'
import { ineffectiveRemoval, isAtEnd, REMOVING_NAMES } from '../analysis/removals.ts'
import { mendRemoval } from '../fixes/mended-removal.ts'
import { checkOption, defineRule, onCalls } from '../rule.ts'
import { searchFor } from '../search.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow removing a listener in a way that never matches what was added',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      fresh: 'This removes nothing: the listener is a new function each time. Remove the same function that was added.',
      capture: 'This removes nothing: the listener was added with another capture flag. Give the same.',
      event: "This removes nothing: the listener was added for {{added}}, not for {{removed}}. Name the same event.",
      holder: "This removes nothing: the listener was added to '{{added}}', not to '{{removed}}'. Remove it there.",
      wrapped: "This removes nothing: what was added is '{{added}}', another function than '{{removed}}'. Keep it and remove it.",
      again: 'This adds the listener once more where its owner ends, and removes nothing. Remove it there.',
      mend: 'Remove what was added.',
    },
    ...checkOption('certain', '`all` also reports removals after which nothing stays: what keeps the listener ends with its owner, or nothing shows that the program has many of that.'),
  },
  create(context) {
    const { sourceCode } = context
    const search = searchFor('listener', context)
    return onCalls(REMOVING_NAMES, sourceCode, (node) => {
      const removal = ineffectiveRemoval(node, search, sourceCode)
      if (!removal) return
      const { mistake, added } = removal
      const mended = mendRemoval(node, removal, sourceCode)
      const isSafe = mistake === 'capture' && added !== null && isAtEnd(node, added, sourceCode)
      const [left, right] = mistake === 'event' ? [added?.event, removal.event]
        : mistake === 'holder' ? [added?.holder, removal.holder] : [added?.handler, removal.handler]
      context.report({
        node,
        messageId: mistake,
        data: mistake === 'fresh' || mistake === 'capture' || mistake === 'again' ? {} : {
          added: left ? labelOf(left, sourceCode) : 'window', removed: right ? labelOf(right, sourceCode) : 'window',
        },
        fix: isSafe ? mended : null,
        suggest: mended && !isSafe ? [{ messageId: 'mend', fix: mended }] : [],
      })
    })
  },
})
