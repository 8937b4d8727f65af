import { repeatedAllocation, type RepeatedAllocation, type Thoroughness } from '../analysis/allocations.ts'
import { type Node, outermost } from '../analysis/bindings.ts'
import { labelOf } from '../analysis/labels.ts'
import { constantBefore, hoist, type Hoisting } from '../fixes/hoist.ts'
import { checkOption, defineRule } from '../rule.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow building again, on every call or iteration, what comes out the same and is only read',
      preset: 'recommended',
      cost: 'allocation',
      family: 'recycling',
    },
    messages: {
      constant: "Every {{every}} builds '{{what}}' again, with the same content. Make it a constant of the file.",
      invariant: "Every iteration builds '{{what}}' again, with the same content. Build it before the loop.",
      hoist: "Make it the constant '{{name}}' of the file.",
      precede: "Build '{{name}}' once, before the loop.",
    },
    ...checkOption('costly', "What to report: what is measured to cost bytes or time, or everything that need not be built again: also `TextEncoder`, small tables, arrays, and `RegExp` outside loops."),
  },
  create(context) {
    const { sourceCode } = context
    const [{ check }] = context.options as [{ check: Thoroughness }]
    const { minimumSize } = readSettings(context.settings)
    return { NewExpression: inspect, CallExpression: inspect, ObjectExpression: inspect, ArrayExpression: inspect }

    function inspect(node: Node): void {
      const found = repeatedAllocation(node, sourceCode, check, minimumSize)
      const repair = found && repairOf(found)
      if (!found || !repair) return
      const isConstant = found.from === 'module'
      context.report({
        node,
        messageId: isConstant ? 'constant' : 'invariant',
        data: { what: labelOf(node, sourceCode), every: found.every },
        ...(repair.safe && found.proven
          ? { fix: repair.edit }
          : { suggest: [{ messageId: isConstant ? 'hoist' : 'precede', data: { name: repair.name }, fix: repair.edit }] }),
      })
    }

    function repairOf({ node, name: preferred, from, rewritten }: RepeatedAllocation): Hoisting | null {
      const value = { node, preferred, rewritten }
      if (from === 'module') return hoist(value, sourceCode)
      const statement = statementAround(from.node)
      const repair = statement && constantBefore(value, statement, sourceCode)
      return repair && { ...repair, safe: false }
    }
  },
})

/** The statement of a list that has the loop or the call; null in an arrow function of one expression. */
function statementAround(node: Node): Node | null {
  for (let at = outermost(node); at.parent; at = at.parent) {
    if (['BlockStatement', 'Program', 'StaticBlock'].includes(at.parent.type)) return at
    if (at.parent.type === 'ArrowFunctionExpression') return null
  }
  return null
}
