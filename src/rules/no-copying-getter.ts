import { type FunctionNode, type Node } from '../analysis/bindings.ts'
import { copyingReads } from '../analysis/copying-getters.ts'
import { labelOf } from '../analysis/labels.ts'
import { readBefore, readField } from '../fixes/getters.ts'
import { defineRule } from '../rule.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow reading a getter that copies its field inside of a loop',
      preset: 'strict',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      repeated: "'{{read}}' copies '{{field}}', and is read on every iteration: n copies. Read the field itself, or make one copy before.",
      readField: "Read '{{field}}' itself.",
      readBefore: "Read '{{read}}' once, before it repeats.",
    },
  },
  create(context) {
    const { sourceCode } = context
    const { minimumSize } = readSettings(context.settings)

    function check(fn: FunctionNode): void {
      for (const reads of copyingReads(fn, minimumSize, sourceCode)) {
        const node = reads.nodes[0] as Node
        const data = { read: labelOf(node, sourceCode), field: labelOf(reads.field, sourceCode) }
        const edits = [
          { messageId: 'readField', edit: reads.direct ? readField(reads, sourceCode) : null },
          { messageId: 'readBefore', edit: reads.once ? readBefore(reads, sourceCode) : null },
        ]
        const suggest = edits.flatMap(({ messageId, edit }) => (edit ? [{ messageId, data, fix: edit }] : []))
        if (suggest.length > 0) context.report({ node, messageId: 'repeated', data, suggest })
      }
    }

    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
  },
})
