import type { TSESTree } from '@typescript-eslint/utils'
import { acquiringNames, protocols } from '../analysis/acquisitions.ts'
import { lateAcquisition } from '../analysis/lateness.ts'
import { labelOf } from '../analysis/labels.ts'
import { describeOwner } from '../analysis/owners.ts'
import { askFirst } from '../fixes/liveness.ts'
import { defineRule, onCallsAndConstructions } from '../rule.ts'
import { readSettings } from '../settings.ts'

const KINDS = ['listener', 'timer', 'subscription', 'observer', 'resource'] as const

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow acquiring after a wait what only a teardown releases that may have come before',
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      late: "'{{name}}' comes after a wait, in which {{owner}} may have ended: nothing releases it then. Ask first whether {{owner}} still lives.",
      ask: 'Ask whether it still lives.',
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!/\bawait\b|\.then\(/.test(sourceCode.text)) return {}
    const resources = protocols(readSettings(context.settings).resources)
    const names = new Set<string>()
    for (const kind of KINDS) for (const name of acquiringNames({ resources, kind })) names.add(name)
    const told = new Set<TSESTree.Node>() // one question is enough for all that comes after a wait
    return onCallsAndConstructions(names, sourceCode, (node) => {
      const late = lateAcquisition(node, resources, context.filename, sourceCode)
      if (!late || told.has(late.wait)) return
      told.add(late.wait)
      const edit = askFirst(late, sourceCode)
      context.report({
        node,
        messageId: 'late',
        data: { name: labelOf(node.callee, sourceCode), owner: describeOwner(late.owner) },
        suggest: edit ? [{ messageId: 'ask', fix: edit }] : [],
      })
    })
  },
})
