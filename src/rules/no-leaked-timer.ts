import { acquiringNames } from '../analysis/acquisitions.ts'
import { describeOwner } from '../analysis/owners.ts'
import { leakOf } from '../analysis/pairing.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { repairLeak } from '../fixes/release.ts'
import { checkOption, defineRule, onCalls } from '../rule.ts'
import { searchFor } from '../search.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow timers that go on after the component, instance or call that started them has ended',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      unreleased: 'This interval runs, and keeps what it captures, after {{owner}} ends, one more each time. Clear it on the way out.',
      endless: 'This loop starts itself again for ever, and keeps what it captures after {{owner}} ends. Stop it on the way out.',
      restarting: 'This timer starts itself again as long as its condition holds, also after {{owner}} has ended. Stop it on the way out.',
      outlived: 'This timer stays, with all it captures, for its whole delay after what it limits has settled. Clear it in finally.',
      overwritten: 'A second start overwrites the handle of the running interval, which then nothing can clear. Clear it first.',
      release: 'Clear it in {{place}}.',
      clear: "Clear '{{place}}' first.",
    },
    ...checkOption('certain', '`all` also reports where the file does not show that the component comes more than once, and deadlines in projects, of less than a minute, or of a time that others say.'),
  },
  create(context) {
    const { sourceCode } = context
    const search = searchFor('timer', context)
    return onCalls(acquiringNames(search), sourceCode, (node) => {
      const leak = leakOf(node, search, sourceCode)
      if (!leak) return
      const repair = repairLeak(leak, isTypeScript(context.filename, sourceCode), sourceCode)
      context.report({
        node,
        messageId: leak.fault,
        data: { owner: describeOwner(leak.owner) },
        suggest: repair ? [{ messageId: repair.verb, data: { place: repair.place }, fix: repair.edit }] : [],
      })
    })
  },
})
