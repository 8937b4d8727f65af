import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../analysis/bindings.ts'
import { maximumSize } from '../analysis/bounds.ts'
import { calleeName, type MethodCall } from '../analysis/calls.ts'
import { labelOf } from '../analysis/labels.ts'
import { writesDuring } from '../analysis/mutation.ts'
import { lastName } from '../analysis/occurrences.ts'
import { consumerOf, endsInStage, isGain, isLongEnough, isSmall, isSound, lastOf, type Pipeline, pipelineOf, type Stage, takesExtreme, turnsOf } from '../analysis/pipelines.ts'
import { mayReadByIndex } from '../fixes/edits.ts'
import { flatten } from '../fixes/flattening.ts'
import { fillInLoop, type Filled, fillingOf, passOnce, startOf, walkOnce } from '../fixes/pipelines.ts'
import { type Edit, isPlace } from '../fixes/walks.ts'
import { checkOption, defineRule } from '../rule.ts'
import { readSettings } from '../settings.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow arrays that only the next step of a chain reads',
      preset: 'recommended',
      cost: 'allocation',
      family: 'iteration',
      allOptions: [{ check: 'all' }],
    },
    ...checkOption('repeated', "'repeated': 'map' and 'flat', and chains of three or more steps, or inside of a loop, that one callback can replace. 'all': also shorter ones, and those that a loop replaces."),
    messages: {
      pass: "'{{array}}' is an array for '{{reader}}' alone. One pass with both callbacks makes none.",
      walk: "'{{array}}' is an array for this loop alone. Let the loop do what its callbacks do.",
      fill: "'{{array}}' is an array for '{{reader}}' alone. Fill what it makes in a loop.",
      flatten: "'{{array}}' is an array of arrays for 'flat' alone. 'flatMap' makes none.",
      instead: 'Take one pass.',
    },
  },
  create(context) {
    const { sourceCode, settings, filename } = context
    const { minimumSize } = readSettings(settings)
    const [{ check: thoroughness }] = context.options as [{ check: 'repeated' | 'all' }]

    const isWorthIt = (pipeline: Pipeline, node: Node, repair: 'short' | 'walk' | 'fill') => isGain(pipeline, node, repair, thoroughness, sourceCode)

    /** The calls of chains that were reported from their ends. */
    const reported = new Set<Node>()

    function report({ call }: { call: TSESTree.CallExpression }, messageId: string, edit: Edit, safe: boolean, stages: readonly Stage[], reader?: string): void {
      const array = labelOf(call, sourceCode)
      for (const stage of stages) reported.add(stage.call)
      context.report({
        node: call,
        messageId,
        data: reader ? { array, reader } : { array },
        fix: safe ? edit : null,
        suggest: safe ? [] : [{ messageId: 'instead', fix: edit }],
      })
    }

    /** Returns whether the call was reported. */
    function checkMethod(called: MethodCall): boolean {
      const pipeline = pipelineOf(called.object, sourceCode)
      if (!pipeline || isSmall(pipeline, minimumSize, sourceCode)) return false
      const given = called.arguments
      if (called.method === 'reduce' && takesExtreme(given[0], sourceCode)) return false
      const turns = turnsOf(pipeline, given, sourceCode)
      if (turns === 'visible' || (called.method === 'forEach' && writesDuring(pipeline.source, given, sourceCode) === 'maybe')) return false
      const pass = passOnce(called, pipeline, sourceCode)
      const isKept = called.method === 'filter' || called.method === 'map'
      if (!pass || (isKept && (!pass.isShort || thoroughness === 'repeated')) || !isWorthIt(pipeline, called.call, pass.isShort ? 'short' : 'walk')) return false
      report(lastOf(pipeline), 'pass', pass.edit, isSound(pipeline, turns, given, called.method === 'find' ? 'dense' : 'plain', sourceCode), pipeline.stages, called.method)
      return true
    }

    function checkFilled(node: TSESTree.Expression, filled: Filled, chain: Node, reader: string): void {
      const pipeline = pipelineOf(chain, sourceCode)
      if (!pipeline || isSmall(pipeline, minimumSize, sourceCode) || (filled === 'array' && !isLongEnough(pipeline, sourceCode)) || !isWorthIt(pipeline, node, 'fill')) return
      const filling = fillingOf(node)
      const start = filling && startOf(filled, node, filling, filename, sourceCode)
      const turns = turnsOf(pipeline, [], sourceCode)
      if (!start || turns === 'visible') return
      const edit = fillInLoop(filled, filling, start, pipeline, sourceCode)
      const read = filled === 'array' ? pipeline.stages.at(-2) : lastOf(pipeline)
      if (edit && read) report(read, 'fill', edit, filled !== 'object' && mayReadByIndex(filename, sourceCode) && isSound(pipeline, turns, [], 'dense', sourceCode), pipeline.stages, reader)
    }

    function checkConstructor(node: TSESTree.CallExpression | TSESTree.NewExpression): void {
      const [chain, more] = node.arguments
      const name = chain && !more && endsInStage(chain) ? calleeName(node, sourceCode) : null
      if (!chain || name === null) return
      if (node.type === 'NewExpression' && (name === 'Set' || name === 'Map')) checkFilled(node, name, chain, `new ${name}`)
      if (node.type === 'CallExpression' && name === 'Object.fromEntries') checkFilled(node, 'object', chain, name)
    }

    return {
      ForOfStatement(node) {
        const pipeline = node.await ? null : pipelineOf(node.right, sourceCode)
        if (!pipeline || isSmall(pipeline, minimumSize, sourceCode) || !isWorthIt(pipeline, node, 'walk')) return
        const turns = turnsOf(pipeline, [node.body], sourceCode)
        if (turns === 'visible' || writesDuring(pipeline.source, [node.body], sourceCode) === 'maybe') return
        const edit = walkOnce(node, pipeline, sourceCode)
        if (edit) report(lastOf(pipeline), 'walk', edit, isPlace(pipeline.source) && mayReadByIndex(filename, sourceCode) && isSound(pipeline, turns, [node.body], 'dense', sourceCode), pipeline.stages)
      },
      NewExpression: checkConstructor,
      CallExpression(node) {
        const name = lastName(node.callee)
        if (name === 'fromEntries') checkConstructor(node)
        const flat = name === 'flat' ? flatten(node, sourceCode) : null
        if (flat && maximumSize(flat.call, sourceCode) > minimumSize) report(flat, 'flatten', flat.edit, flat.safe, [])
        const called = consumerOf(node)
        if (!called || reported.has(node) || checkMethod(called)) return
        if (called.method === 'filter' || called.method === 'map') checkFilled(node, 'array', node, called.method)
      },
    }
  },
})
