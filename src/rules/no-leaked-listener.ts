import { acquiringNames, protocols } from '../analysis/acquisitions.ts'
import { emitterOf, methodCall } from '../analysis/calls.ts'
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
      description: 'Disallow listeners that stay registered after the component, instance or call that added them has ended',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      leaked: "'{{holder}}' keeps this listener and all it captures after {{owner}} ends, one more each time. Remove it on the way out.",
      mistaken: 'This adds the listener once more where its end is to remove it, so that it stays. Remove it here.',
      release: 'Remove it in {{place}}.',
      replace: "Call '{{place}}' instead.",
    },
    ...checkOption('certain', '`all` also reports where the file does not show that the receiver, a parameter, lives long, or that the component comes more than once.'),
  },
  create(context) {
    const { sourceCode } = context
    const resources = protocols(readSettings(context.settings).resources)
    const search = searchFor('listener', context, resources)
    return onCalls(acquiringNames(search), sourceCode, (node) => {
      const leak = leakOf(node, search, sourceCode)
      if (!leak) return
      const repair = repairLeak(leak, isTypeScript(context.filename, sourceCode), sourceCode)
      const method = methodCall(node)
      const isChained = method !== null && emitterOf(method.object) !== method.object // each link says what it adds
      context.report({
        ...(isChained ? { loc: { start: method.member.property.loc.start, end: node.loc.end } } : { node }),
        messageId: leak.fault === 'mistaken' ? 'mistaken' : 'leaked',
        data: { holder: leak.holder ? labelOf(leak.holder, sourceCode) : 'window', owner: describeOwner(leak.owner) },
        suggest: repair ? [{ messageId: repair.verb, data: { place: repair.place }, fix: repair.edit }] : [],
      })
    })
  },
})
