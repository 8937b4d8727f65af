import { unwrap } from '../analysis/bindings.ts'
import { unneededClone } from '../analysis/clones.ts'
import { labelOf } from '../analysis/labels.ts'
import { withoutCopy } from '../fixes/copies.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow deep clones of what nobody else holds, and deep clones that are only read',
      preset: 'recommended',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      fresh: "'{{source}}' is new and nobody else holds it: cloning it builds all of it once more. Use it as it is.",
      read: "This clones all of '{{source}}' only to look at it. Look at '{{source}}' itself.",
      copied: "'{{taker}}' makes its own copy of what it is given: this clones all of '{{source}}' before. Give it '{{source}}' itself.",
      removeClone: "Use '{{source}}' without cloning it.",
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!MENTIONS.test(sourceCode.text)) return {}
    return {
      CallExpression(node) {
        const found = unneededClone(node, sourceCode)
        if (!found) return
        const { because, source, taker } = found
        const data = { source: labelOf(source, sourceCode), taker: taker ? labelOf(taker, sourceCode) : '' }
        const edit = withoutCopy(node, source, sourceCode)
        // What JSON.parse gives is of any type, and a literal is looked at more closely.
        const proven = found.proven && (unwrap(source).type === 'CallExpression' || !isTypeScript(context.filename, sourceCode))
        context.report({
          node,
          messageId: because,
          data,
          fix: proven ? edit : null,
          suggest: edit && !proven ? [{ messageId: 'removeClone', data, fix: edit }] : [],
        })
      },
    }
  },
})

/** What all files have in which there is something to find. */
const MENTIONS = /JSON\.parse|clone|copy|klona/i
