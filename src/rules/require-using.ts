import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import { unreturned } from '../analysis/disposal.ts'
import { disposedFinally, disposedLate, type ManualDisposal } from '../analysis/manual-disposal.ts'
import { disposesQuietly, mayHaveDisposables } from '../analysis/disposables.ts'
import { labelOf } from '../analysis/labels.ts'
import { declareUsing } from '../fixes/using.ts'
import { RESOURCES } from '../knowledge/resources.ts'
import { defineRule } from '../rule.ts'
import { supports } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Require `using` for what it can dispose of',
      preset: 'strict',
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      finally: "'{{name}}' lives until this 'finally', which each new way out has to pass. Declare it with '{{keyword}}'.",
      end: "An error or a return before '{{release}}' leaves '{{name}}' open. Declare it with '{{keyword}}'.",
      never: "Nothing disposes of '{{name}}': it stays open until it is collected. Declare it with '{{keyword}}'.",
      declare: "Declare it with '{{keyword}}'.",
    },
  },
  create(context) {
    const { sourceCode } = context
    if (!mayHaveDisposables(sourceCode) || !supports(context, 'using')) return {}

    /** What is scarce, `no-undisposed-resource` has in `finally` first. */
    const isReportedOpen = (value: Node): boolean => {
      const call = value.type === 'AwaitExpression' ? value.argument : value
      return call.type === 'CallExpression' && unreturned(call, RESOURCES, sourceCode) !== null
    }

    const report = (disposal: ManualDisposal | null): void => {
      if (!disposal) return
      const { way, variable, keyword, declaration, value } = disposal
      if (way !== 'finally' && isReportedOpen(value)) return
      const edit = declareUsing(disposal, sourceCode)
      const isSafe = way === 'finally' && disposal.isAdjacent && disposesQuietly(disposal.value, sourceCode)
      context.report({
        node: (declaration.declarations[0] as TSESTree.VariableDeclarator).id,
        messageId: way,
        data: { name: variable.name, keyword, ...(way === 'end' ? { release: labelOf((disposal.release as TSESTree.ExpressionStatement).expression, sourceCode) } : {}) },
        fix: isSafe ? edit : null,
        suggest: !isSafe && edit ? [{ messageId: 'declare', data: { keyword }, fix: edit }] : [],
      })
    }

    return {
      TryStatement: (node) => report(node.finalizer && disposedFinally(node, sourceCode)),
      VariableDeclaration: (node) => report(node.kind === 'const' || node.kind === 'let' ? disposedLate(node, sourceCode) : null),
    }
  },
})
