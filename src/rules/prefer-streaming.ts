import { labelOf } from '../analysis/labels.ts'
import { wholeInput } from '../analysis/whole-inputs.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { streaming } from '../fixes/streaming.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Prefer reading an input piece by piece where it is used piece by piece',
      preset: 'strict',
      cost: 'allocation',
      family: 'iteration',
    },
    messages: {
      whole: "'{{call}}' holds all of its input, which is used a piece at a time. '{{instead}}' holds one piece.",
      stream: "Use '{{instead}}'.",
    },
  },
  create(context) {
    const { sourceCode, filename } = context
    if (!MENTIONS.test(sourceCode.text)) return {}
    return {
      CallExpression(node) {
        const found = wholeInput(node, sourceCode)
        if (!found) return
        const { instead, edit } = streaming(found, isTypeScript(filename, sourceCode), sourceCode)
        context.report({
          node: node.callee,
          messageId: 'whole',
          data: { call: labelOf(node, sourceCode), instead },
          suggest: edit && [{ messageId: 'stream', data: { instead }, fix: edit }],
        })
      },
    }
  },
})

/** What all files have in which there is something to find. */
const MENTIONS = /\breadFile|\bfromAsync\b|\bwriteFile/
