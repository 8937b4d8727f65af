import { domainOf } from '../analysis/domains.ts'
import { type GrowingCollection, growingCollections, growingInside, isEndless } from '../analysis/growth.ts'
import { labelOf } from '../analysis/labels.ts'
import { isOfConsequence } from '../analysis/strangers.ts'
import { placeOf } from '../analysis/trials.ts'
import { weaklyHoldable } from '../analysis/weak-keys.ts'
import { bounding, LIMIT } from '../fixes/bounding.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { checkOption, checksAll, defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow long-lived collections that grow with every new input and never lose an entry',
      preset: 'recommended',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      growth: "'{{name}}' gets an entry for every new '{{entry}}' and never loses one. Evict the oldest.",
      objects: "'{{name}}' keeps every '{{entry}}' alive for as long as the program runs. Hold it weakly or remove it.",
      append: "'{{name}}' gets another '{{entry}}' on every call and never loses one. Evict the oldest.",
      evict: "Evict the oldest entry when '{{name}}' has {{limit}}.",
    },
    ...checkOption('certain', '`all` also reports what is brought by the one who uses the program, and tests, examples and scripts.'),
  },
  create(context) {
    const { sourceCode } = context
    const place = placeOf(context.filename, context.cwd)
    const isAll = checksAll(context)
    const typed = isTypeScript(context.filename, sourceCode)
    return {
      Program() {
        const reported = new Set<string>()
        for (const collection of growingCollections(sourceCode)) if (report(collection)) reported.add(collection.name)
        for (const collection of growingInside(sourceCode)) if (!reported.has(collection.name)) report(collection)
      },
    }

    function report(collection: GrowingCollection): boolean {
      const { name, growth } = collection
      const endless = growth.find((one) => isEndless(one, collection, sourceCode) && (isAll || isOfConsequence(one, name, place, sourceCode)))
      if (!endless || weaklyHoldable(collection, sourceCode)) return false // that is prefer-weak-collection's
      const entry = endless.key ?? endless.value ?? endless.node
      const isObject = domainOf(entry, sourceCode) === 'objects'
      const evict = bounding(collection, endless, typed, sourceCode)
      context.report({
        node: endless.node,
        messageId: endless.key === null && !endless.lookedUp ? 'append' : isObject ? 'objects' : 'growth',
        data: { name, entry: labelOf(entry, sourceCode) },
        suggest: evict ? [{ messageId: 'evict', data: { name, limit: LIMIT }, fix: evict }] : [],
      })
      return true
    }
  },
})
