import { type DetachedNode, detachedNodes } from '../analysis/detached-nodes.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { lettingGo } from '../fixes/letting-go.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow to hold nodes for good that were taken out of the document',
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      variable: "'{{name}}' still holds the node that is removed here, with all that is below it. Let go of it.",
      collection: "'{{name}}' still holds each node that is removed here, and never loses one. Let go of it.",
      release: "Add '{{text}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    const typed = isTypeScript(context.filename, sourceCode)
    return {
      Program() {
        for (const detached of detachedNodes(sourceCode)) report(detached)
      },
    }

    function report(detached: DetachedNode): void {
      const { removal, holder } = detached
      const name = holder.kind === 'variable' ? holder.variable.name : holder.collection.name
      const repair = lettingGo(detached, typed, sourceCode)
      context.report({
        node: removal,
        messageId: holder.kind,
        data: { name },
        suggest: repair ? [{ messageId: 'release', data: { text: repair.text }, fix: repair.edit }] : [],
      })
    }
  },
})
