import { growingCollections, type GrowingCollection } from '../analysis/growth.ts'
import { labelOf } from '../analysis/labels.ts'
import { weaklyHoldable } from '../analysis/weak-keys.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { weakening } from '../fixes/weakening.ts'
import { checkOption, checksAll, defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Prefer a WeakMap or WeakSet where a long-lived collection is only asked for the objects that are its keys',
      preset: 'strict',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      keys: "'{{name}}' keeps each '{{key}}', and what it stores for it, for as long as the program runs. Make it a {{weak}}.",
      weaken: "Make '{{name}}' a {{weak}}.",
    },
    ...checkOption('certain', '`all` also reports keys of which nothing shows that they go, and tests, examples and scripts.'),
  },
  create(context) {
    const { sourceCode } = context
    return {
      Program() {
        for (const collection of growingCollections(sourceCode)) report(collection)
      },
    }

    function report(collection: GrowingCollection): void {
      const holdable = weaklyHoldable(collection, sourceCode)
      if (!holdable || !(holdable.arePassing || checksAll(context))) return
      const { name, kind, declaration } = collection
      const data = { name, key: labelOf(holdable.key, sourceCode), weak: kind === 'map' ? 'WeakMap' : 'WeakSet' }
      const edit = weakening(collection, sourceCode)
      // without a type for its keys, TypeScript may know less than the code proves
      const isFixed = holdable.proof === 'type' || (holdable.proof === 'code' && !isTypeScript(context.filename, sourceCode))
      context.report({
        node: declaration,
        messageId: 'keys',
        data,
        fix: isFixed ? edit : null,
        suggest: edit && !isFixed ? [{ messageId: 'weaken', data, fix: edit }] : [],
      })
    }
  },
})
