import { defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow spreading a collection of no known bound into the arguments of a call',
      preset: 'recommended',
      cost: 'stack',
      family: 'stack',
    },
    messages: {
      spread: "Spreading '{{name}}' puts every element on the stack: RangeError near 120,000. Loop over it instead.",
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const [argument] = node.arguments
        if (argument?.type !== 'SpreadElement' || node.arguments.length !== 1) return
        context.report({ node: argument, messageId: 'spread', data: { name: context.sourceCode.getText(argument.argument) } })
      },
    }
  },
})
