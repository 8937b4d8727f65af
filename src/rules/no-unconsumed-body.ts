import { unreadBodies } from '../analysis/bodies.ts'
import { labelOf } from '../analysis/labels.ts'
import { discarding } from '../fixes/discard.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow leaving a response or a file stream open without reading it',
      preset: 'recommended',
      cost: 'retention',
      family: 'iteration',
    },
    messages: {
      body: "Nobody reads the body of '{{call}}', which keeps its connection. Discard it with '{{discard}}'.",
      way: "This way out leaves the body of '{{call}}' unread, which keeps its connection. Discard it with '{{discard}}'.",
      file: "Nobody reads '{{call}}', which keeps its file open. Close it with '{{discard}}'.",
      discard: "Discard it with '{{discard}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!MENTIONS.test(sourceCode.text)) return {}
    return {
      CallExpression(node) {
        for (const unread of unreadBodies(node, sourceCode)) {
          const { body, holder } = unread
          const { text: discard, edit } = discarding(unread, sourceCode)
          context.report({
            node: holder.by === 'way' ? holder.branch ?? holder.decision.test : node.callee,
            messageId: body === 'file' ? 'file' : holder.by === 'way' ? 'way' : 'body',
            data: { call: labelOf(node, sourceCode), discard },
            suggest: edit && [{ messageId: 'discard', data: { discard }, fix: edit }],
          })
        }
      },
    }
  },
})

/** What all files have in which there is something to find. */
const MENTIONS = /\bfetch\b|['"](?:node:)?https?['"]|\bundici\b|\bfollow-redirects\b|\bcreateReadStream\b/
