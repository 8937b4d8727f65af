import type { TSESTree } from '@typescript-eslint/utils'
import { labelOf } from '../analysis/labels.ts'
import { isSmall, readOf } from '../analysis/reads.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { type File, repairOf, repairOfConstant } from '../fixes/reads.ts'
import { checkOption, checksAll, defineRule, onCalls } from '../rule.ts'
import { readSettings, supports } from '../settings.ts'

const METHODS: ReadonlySet<string> = new Set([
  'entries', 'filter', 'from', 'keys', 'map', 'reverse', 'slice', 'sort', 'split', 'toArray', 'toReversed', 'toSorted',
])

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow building a collection to read one thing of it',
      preset: 'recommended',
      cost: 'allocation',
      family: 'copies',
      allOptions: [{ check: 'all' }],
    },
    ...checkOption('reads', "'reads': collections of which one element, or whether there is one, is read. 'all': also those that are only counted."),
    messages: {
      search: "'{{array}}' is filled to the end to look for one element. '{{instead}}' stops there.",
      count: "'{{array}}' is filled to count its elements. '{{instead}}' counts without it.",
      copy: "'{{array}}' copies a whole collection to read one thing of it. '{{instead}}' copies nothing.",
      order: "'{{array}}' copies and sorts all elements to read one. '{{instead}}' takes one pass.",
      text: "'{{array}}' cuts up the whole text to read a part of it. '{{instead}}' does not.",
      instead: "Use '{{instead}}'.",
    },
  },
  create(context) {
    const { sourceCode, filename, settings } = context
    const { minimumSize } = readSettings(settings)
    const file: File = {
      sourceCode,
      counts: checksAll(context),
      typed: isTypeScript(filename, sourceCode),
      supports: (feature) => supports(context, feature),
    }

    function check(made: TSESTree.Expression): void {
      const read = readOf(made, sourceCode)
      const repair = read ? repairOf(made, read, file) : repairOfConstant(made, file)
      if (!repair || isSmall(made, minimumSize, sourceCode)) return
      const { cost, instead, safe, edit } = repair
      context.report({
        node: made,
        messageId: cost,
        data: { array: labelOf(made, sourceCode), instead },
        fix: safe ? edit : null,
        suggest: safe ? [] : [{ messageId: 'instead', data: { instead }, fix: edit }],
      })
    }

    return {
      ...onCalls(METHODS, sourceCode, check),
      ArrayExpression: check,
      NewExpression: check,
    }
  },
})
