import { type LingeringCapture, lingeringCaptures } from '../analysis/lingering.ts'
import { labelOf } from '../analysis/labels.ts'
import { partsBefore } from '../fixes/parts.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow a closure to keep a large value for a small part of it',
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      lingering: "'{{name}}' stays as long as the {{survival}} function on line {{line}}, for '{{part}}' alone. Copy that first.",
      copy: "Copy '{{part}}' before the function is made.",
    },
  },
  create(context) {
    const { sourceCode } = context
    return {
      Program() {
        for (const lingering of lingeringCaptures(sourceCode)) report(lingering)
      },
    }

    function report(lingering: LingeringCapture): void {
      const { variable, closure, survival, parts } = lingering
      const part = [...new Set(parts.map((read) => labelOf(read, sourceCode)))].slice(0, 3).join(', ')
      const copy = partsBefore(lingering, sourceCode)
      context.report({
        node: parts[0]!,
        messageId: 'lingering',
        data: { name: variable.name, survival: survival.by, line: closure.loc.start.line, part },
        suggest: copy ? [{ messageId: 'copy', data: { part }, fix: copy }] : [],
      })
    }
  },
})
