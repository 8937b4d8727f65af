import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import { labelOf } from '../analysis/labels.ts'
import { argumentsCopy, copyingMethod, isPlainLiteral, redundantCopy } from '../analysis/redundancy.ts'
import { type Edit, inPlace, restParameter, withoutCopy, withoutNesting } from '../fixes/copies.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow copying a value that nobody else holds, and copying one only to read it once',
      preset: 'recommended',
      cost: 'allocation',
      family: 'copies',
    },
    messages: {
      fresh: "'{{name}}' is new and nobody else holds it: this copies every element for nothing. Use it as it is.",
      read: "This copies '{{name}}' only to read it once: every element again. Read it directly.",
      literal: 'This literal is built only to be copied into another one. Write its properties there.',
      method: "'{{method}}' copies what is new and nobody else holds. Call '{{inPlace}}' instead.",
      arguments: "'arguments' and its copy hold the same values twice. Take them as a rest parameter.",
      removeCopy: 'Use the value without copying it.',
      changeInPlace: "Call '{{inPlace}}' instead.",
      useRest: 'Take a rest parameter.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const typed = isTypeScript(context.filename, sourceCode)

    function report(node: Node, messageId: string, data: Record<string, string>, repair: { edit: Edit | null; proven: boolean; verb: string }): void {
      const { edit, proven, verb } = repair
      context.report({
        node,
        messageId,
        data,
        fix: proven ? edit : null,
        suggest: edit && !proven ? [{ messageId: verb, data, fix: edit }] : [],
      })
    }

    function checkCopy(node: Node): boolean {
      const found = redundantCopy(node, sourceCode)
      if (!found) return false
      const { because, copy, source, proven } = found
      const data = { name: labelOf(source, sourceCode) }
      report(copy, because, data, { edit: withoutCopy(copy, source, sourceCode), proven, verb: 'removeCopy' })
      return true
    }

    function checkArguments(node: TSESTree.CallExpression | TSESTree.ArrayExpression): void {
      const found = argumentsCopy(node, sourceCode)
      if (found) report(node, 'arguments', {}, { edit: restParameter(found, sourceCode), proven: false, verb: 'useRest' })
    }

    return {
      ArrayExpression(node) {
        if (node.elements.length === 1 && !checkCopy(node)) checkArguments(node)
      },
      ObjectExpression(node) {
        if (node.properties.length === 1 && checkCopy(node)) return
        for (const property of node.properties) {
          // With a type assertion around it, the literal is there for its type.
          if (property.type !== 'SpreadElement' || property.argument.type !== 'ObjectExpression' || !isPlainLiteral(property.argument)) continue
          // TypeScript looks for properties too many in a literal, and not in what is spread into it.
          report(property, 'literal', {}, { edit: withoutNesting(property, sourceCode), proven: !typed, verb: 'removeCopy' })
        }
      },
      CallExpression(node) {
        if (checkCopy(node)) return
        const method = copyingMethod(node, sourceCode)
        if (!method) return checkArguments(node)
        const data = { method: method.called.method, inPlace: method.inPlace }
        report(method.called.member.property, 'method', data, { edit: inPlace(method), proven: method.proven, verb: 'changeInPlace' })
      },
    }
  },
})
