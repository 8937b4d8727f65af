import type { TSESTree } from '@typescript-eslint/utils'
import { lossOfCleanup, unboundHook } from '../analysis/ignored-cleanups.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { bindHook, keepCleanup } from '../fixes/kept-cleanup.ts'
import { BOUND_HOOKS } from '../knowledge/frameworks.ts'
import { defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow cleanups that are handed to nobody, as those that asynchronous effects and mounting hooks return',
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      promise: "Nobody runs this cleanup: '{{by}}' gets a promise of it, so what it ends stays, one more each time. Return it from '{{by}}' itself.",
      ignored: "Nobody runs this cleanup: '{{by}}' ignores what is returned, so what it ends stays, one more each time. Register it for the end.",
      dropped: 'Nobody runs this cleanup: the call that gets it drops it, so what it ends stays, one more each time. Keep it and call it at the end.',
      unbound: "Nobody runs this cleanup: after a wait '{{by}}' belongs to no component, so what it ends stays. Call it before the wait.",
      bind: 'Call it before the wait.',
      keep: 'Have it run at the end.',
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!/\b(?:use\w*Effect\w*|onMount\w*|on(?:Before)?(?:Mount|Unmount)(?:ed)?|onScopeDispose|onDeactivated|onActivated|onUpdated|componentDid\w+|connectedCallback|firstUpdated|ng(?:On|After)\w+|mounted|created|activated)\b/.test(sourceCode.text)) return {}
    const check = (value: TSESTree.Expression): void => {
      const loss = lossOfCleanup(value, sourceCode)
      if (!loss) return
      const edit = keepCleanup(value, loss, isTypeScript(context.filename, sourceCode), sourceCode)
      context.report({ node: value, messageId: loss.reason, data: loss.reason === 'dropped' ? {} : { by: loss.by }, suggest: edit ? [{ messageId: 'keep', fix: edit }] : [] })
    }
    const hooks = onCalls(BOUND_HOOKS, sourceCode, (node) => {
      const unbound = unboundHook(node, sourceCode)
      const edit = unbound && bindHook(node, unbound.wait, sourceCode)
      if (unbound) context.report({ node, messageId: 'unbound', data: { by: unbound.hook }, suggest: edit ? [{ messageId: 'bind', fix: edit }] : [] })
    })
    return {
      ...hooks,
      ReturnStatement({ argument }) {
        if (argument) check(argument)
      },
      ArrowFunctionExpression({ body }) {
        if (body.type !== 'BlockStatement') check(body)
      },
    }
  },
})
