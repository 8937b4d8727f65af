import { acquiringNames, protocols } from '../analysis/acquisitions.ts'
import type { Call } from '../analysis/calls.ts'
import { unreturned } from '../analysis/disposal.ts'
import { labelOf } from '../analysis/labels.ts'
import { ownerless } from '../analysis/ownerless.ts'
import { hidingOf } from '../analysis/overrides.ts'
import { describeOwner } from '../analysis/owners.ts'
import { leakOf } from '../analysis/pairing.ts'
import { append, fixOf, isTypeScript } from '../fixes/edits.ts'
import { releaseFinally } from '../fixes/finally.ts'
import { repairLeak } from '../fixes/release.ts'
import { addDispose } from '../fixes/teardown.ts'
import { checkOption, checksAll, defineRule, onCallsAndConstructions } from '../rule.ts'
import { searchFor } from '../search.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow workers, connections, descriptors and the like that nothing closes',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      undisposed: "'{{name}}' goes on, and keeps what it uses, after {{owner}} ends, one more each time. Release it on the way out.",
      forgotten: "'{{name}}' takes one of few, and nothing here gives it back: each call leaves one more open. Release it in finally.",
      skipped: "An error or a return before '{{release}}' leaves this open. Release it in finally.",
      hidden: "This '{{name}}' hides that of '{{base}}', which then releases nothing. Call it from here.",
      kept: "Instances keep this '{{name}}' open, and have no method that ends it. Add one, and call it.",
      release: 'Release it in {{place}}.',
      add: "Add 'dispose'.",
      call: "Call 'super.{{name}}()'.",
    },
    ...checkOption('certain', '`all` also reports what is released, but not when an error or a return comes before, what a class keeps that has no method to end it, overrides that hide the end of a base class, and pictures and wake locks, which the platform ends as well.'),
  },
  create(context) {
    const { sourceCode } = context
    const resources = protocols(readSettings(context.settings).resources)
    const isAll = checksAll(context)
    const search = searchFor('resource', context, resources)

    const nameOf = ({ callee }: Call): string => labelOf(callee.type === 'LogicalExpression' ? callee.left : callee, sourceCode)

    const visit = (node: Call): void => {
      const leak = leakOf(node, search, sourceCode)
      const one = leak ? null : unreturned(node, resources, sourceCode)
      if (leak) {
        const repair = repairLeak(leak, isTypeScript(context.filename, sourceCode), sourceCode)
        context.report({
          node,
          messageId: 'undisposed',
          data: { name: nameOf(node), owner: describeOwner(leak.owner) },
          suggest: repair ? [{ messageId: 'release', data: { place: repair.place }, fix: repair.edit }] : [],
        })
      } else if (one && (isAll || (one.fault === 'forgotten' && !one.resource.brief))) {
        const edit = releaseFinally(one, sourceCode)
        context.report({
          node,
          messageId: one.fault,
          data: one.release ? { release: labelOf(one.release, sourceCode) } : { name: nameOf(node) },
          suggest: edit ? [{ messageId: 'release', data: { place: "'finally'" }, fix: edit }] : [],
        })
      } else {
        const kept = isAll ? ownerless(node, resources, sourceCode) : null
        const edit = kept && addDispose(kept, sourceCode)
        if (kept) context.report({ node, messageId: 'kept', data: { name: nameOf(node) }, suggest: edit ? [{ messageId: 'add', fix: edit }] : [] })
      }
    }

    return {
      ...onCallsAndConstructions(acquiringNames(search), sourceCode, visit),
      MethodDefinition(node) {
        const hiding = isAll ? hidingOf(node, sourceCode) : null
        const body = node.value.body
        if (!hiding || !body) return
        const { name, base } = hiding
        const access = name.startsWith('[') ? `super${name}` : `super.${name}`
        context.report({
          node: node.key,
          messageId: 'hidden',
          data: { name, base },
          suggest: body.body.at(-1)?.type === 'ReturnStatement' ? [] : [{ messageId: 'call', data: { name }, fix: fixOf([append(body, [`${node.value.async ? 'await ' : ''}${access}()`], sourceCode)]) }],
        })
      },
    }
  },
})
