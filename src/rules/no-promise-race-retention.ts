import { labelOf } from '../analysis/labels.ts'
import { lastName } from '../analysis/occurrences.ts'
import { retainingRace } from '../analysis/races.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { raceByWaiters } from '../fixes/racing.ts'
import { checkOption, checksAll, defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow racing again and again against a promise that stays pending',
      preset: 'strict',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      retention: "Each race leaves a reaction on '{{promise}}', which keeps the race's result until that settles. Race through waiters that go.",
      useWaiters: "Race through waiters that '{{promise}}' forgets.",
    },
    ...checkOption('certain', '`all` also reports races that are run a few times, or bring nothing, and tests, examples and scripts.'),
  },
  create(context) {
    const { sourceCode } = context
    const isAll = checksAll(context)
    return onCalls(['race', 'any'], sourceCode, (node) => {
      const race = retainingRace(node, sourceCode)
      if (!race || (race.isBrief && !isAll)) return
      const data = { promise: labelOf(race.promise, sourceCode) }
      // what `then` makes would go on a list of its own each time, and `any` waits for another end
      const isRace = lastName(node.callee) === 'race' && !race.isDerived
      context.report({
        node: race.promise,
        messageId: 'retention',
        data,
        suggest: isRace ? [{ messageId: 'useWaiters', data, fix: raceByWaiters(node, isTypeScript(context.filename, sourceCode), sourceCode) }] : [],
      })
    })
  },
})
