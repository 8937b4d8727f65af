import { forgottenUrl } from '../analysis/object-urls.ts'
import { fixOf, indentOf, insertAt, semicolon } from '../fixes/edits.ts'
import { statementOf } from '../fixes/removal.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow object URLs that nothing revokes',
      preset: 'recommended',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      leaked: 'This object URL keeps its blob until the page closes, one more each time. Revoke it when nothing reads it any more.',
      revoke: "Revoke it after '{{last}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    return onCalls(['createObjectURL'], sourceCode, (node) => {
      const url = forgottenUrl(node, sourceCode)
      if (!url) return
      const { last, name } = url
      const statement = last && name !== null ? statementOf(last) : null
      const line = statement && `\n${indentOf(statement, sourceCode)}URL.revokeObjectURL(${name})${semicolon(sourceCode)}`
      context.report({
        node,
        messageId: 'leaked',
        suggest: last && statement && line && statement.parent?.type === 'BlockStatement'
          ? [{ messageId: 'revoke', data: { last: sourceCode.getText(last) }, fix: fixOf([insertAt(statement.range[1], line)]) }]
          : [],
      })
    })
  },
})
