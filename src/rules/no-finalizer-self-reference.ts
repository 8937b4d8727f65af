import { selfReference } from '../analysis/finalizers.ts'
import { labelOf } from '../analysis/labels.ts'
import { partsFirst, sharedRegistry } from '../fixes/finalizers.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow what is kept for a finalizer to reach the object that is to be finalized',
      preset: 'recommended',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      held: "The registry keeps what reaches '{{target}}', which so is never collected: the cleanup never runs. Hold only the parts it needs.",
      context: "This function keeps '{{target}}': line {{line}} captures it in their scope, so the cleanup never runs. Make it elsewhere.",
      callback: "The registry's own cleanup keeps '{{target}}', which so is never collected. Hold the parts it needs for it.",
      owner: "'{{registry}}' is held by its target alone: both go together, and the cleanup never runs. Keep one registry for all.",
      copy: "Take the parts of '{{target}}' that the cleanup needs before.",
      share: "Make '{{registry}}' static.",
    },
  },
  create(context) {
    const { sourceCode } = context
    return onCalls(['register'], sourceCode, (node) => {
      const found = selfReference(node, sourceCode)
      if (!found) return
      const { part, by, capture } = found
      const target = labelOf(found.target, sourceCode)
      const registry = labelOf(part, sourceCode)
      const copy = by === 'held' ? partsFirst(found.target, part, node, sourceCode) : null
      const share = by === 'owner' ? sharedRegistry(part, sourceCode) : null
      context.report({
        node: part,
        messageId: capture ? 'context' : by,
        data: capture ? { target, line: capture.loc.start.line } : by === 'owner' ? { registry } : { target },
        suggest: [
          ...(copy ? [{ messageId: 'copy', data: { target }, fix: copy }] : []),
          ...(share ? [{ messageId: 'share', data: { registry }, fix: share }] : []),
        ],
      })
    })
  },
})
