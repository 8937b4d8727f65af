import { acquiringNames } from '../analysis/acquisitions.ts'
import { labelOf } from '../analysis/labels.ts'
import { describeOwner } from '../analysis/owners.ts'
import { leakOf } from '../analysis/pairing.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { repairLeak } from '../fixes/release.ts'
import { checkOption, defineRule, onCalls } from '../rule.ts'
import { searchFor } from '../search.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow observers and file watchers that go on after the component, instance or call that started them has ended',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      observed: 'This observer and all it captures stay with {{target}} after {{owner}} ends, one more each time. Disconnect it on the way out.',
      watched: 'This watcher goes on, and keeps what it captures, after {{owner}} ends, one more each time. Close it on the way out.',
      release: 'End it in {{place}}.',
    },
    ...checkOption('certain', '`all` also reports where the file does not show that the component comes more than once.'),
  },
  create(context) {
    const { sourceCode } = context
    const search = searchFor('observer', context)
    return onCalls(acquiringNames(search), sourceCode, (node) => {
      const leak = leakOf(node, search, sourceCode)
      if (!leak) return
      const { resource, holder, owner } = leak
      const target = resource.holder === 'target' && holder ? `'${labelOf(holder, sourceCode)}'` : 'the page'
      const repair = repairLeak(leak, isTypeScript(context.filename, sourceCode), sourceCode)
      context.report({
        node,
        messageId: resource.match === 'receiver' ? 'observed' : 'watched',
        data: resource.match === 'receiver' ? { target, owner: describeOwner(owner) } : { owner: describeOwner(owner) },
        suggest: repair ? [{ messageId: 'release', data: { place: repair.place }, fix: repair.edit }] : [],
      })
    })
  },
})
