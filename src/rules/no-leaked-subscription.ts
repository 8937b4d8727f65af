import { acquiringNames, protocols } from '../analysis/acquisitions.ts'
import { labelOf } from '../analysis/labels.ts'
import { describeOwner } from '../analysis/owners.ts'
import { leakOf } from '../analysis/pairing.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { repairLeak } from '../fixes/release.ts'
import { checkOption, defineRule, onCalls } from '../rule.ts'
import { searchFor } from '../search.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow subscriptions to what outlives the component, instance or call that subscribed',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      leaked: 'After {{owner}} ends, {{source}} keeps this subscription and all it captures, one more each time. Unsubscribe on the way out.',
      overwritten: 'The next start overwrites the handle of this subscription, which then nothing can end. Unsubscribe it first.',
      mistaken: 'This subscribes once more where its end is to unsubscribe, so that the first one stays. Unsubscribe here.',
      release: 'Unsubscribe in {{place}}.',
      clear: "Unsubscribe '{{place}}' first.",
      replace: "Call '{{place}}' instead.",
    },
    ...checkOption('certain', '`all` also reports where the file does not show that the component comes more than once.'),
  },
  create(context) {
    const { sourceCode } = context
    const search = searchFor('subscription', context, protocols(readSettings(context.settings).resources))
    return onCalls(acquiringNames(search), sourceCode, (node) => {
      const leak = leakOf(node, search, sourceCode)
      if (!leak) return
      const repair = repairLeak(leak, isTypeScript(context.filename, sourceCode), sourceCode)
      context.report({
        node,
        messageId: leak.fault === 'overwritten' || leak.fault === 'mistaken' ? leak.fault : 'leaked',
        data: { source: leak.holder ? `'${labelOf(leak.holder, sourceCode)}'` : 'what it observes', owner: describeOwner(leak.owner) },
        suggest: repair ? [{ messageId: repair.verb, data: { place: repair.place }, fix: repair.edit }] : [],
      })
    })
  },
})
