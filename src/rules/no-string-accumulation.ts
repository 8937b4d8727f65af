import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, namedAt, type Node, unwrap, type Variable, variableOf } from '../analysis/bindings.ts'
import { loneDecoding } from '../analysis/decoders.ts'
import { chunkDecoding } from '../analysis/decoding.ts'
import { isLoop } from '../analysis/functions.ts'
import { labelOf } from '../analysis/labels.ts'
import { flatteningIn, placesOf, reductionOf } from '../analysis/reductions.ts'
import { type Addition, additionOf, flatteningsIn, isOutside, keepingsOf, textUseOf, unboundedRepetition } from '../analysis/ropes.ts'
import { decodeStreaming, keepUnfinished, setEncoding, usesBytes } from '../fixes/decoding.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { joinPieces, joinReduced } from '../fixes/pieces.ts'
import { checkOption, checksAll, defineRule, onCalls } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow texts put together piece by piece where that costs: read while they grow, kept as ropes, or made of chunks decoded alone',
      preset: 'recommended',
      allOptions: [{ check: 'all' }],
      cost: 'allocation',
      family: 'strings',
    },
    ...checkOption('costly', "'costly': what is read while it grows, kept as a rope, or decoded chunk by chunk; 'all': also what leaves its function as a rope."),
    messages: {
      read: "Reading '{{text}}' while it grows copies all of it on every step: O(n²) bytes. Read the piece that is added instead.",
      kept: "'{{text}}' is kept as a chain of its pieces, 32 bytes for each beside the text. Join the pieces once.",
      chunk: "Each chunk is decoded alone before it is added to '{{text}}': split characters break. Decode the stream.",
      rope: "'{{text}}' is handed on as a chain of its pieces, 32 bytes for each beside the text. Join the pieces once.",
      setEncoding: 'Let the stream decode its chunks.',
      decode: 'Decode with a decoder that keeps what a chunk leaves unfinished.',
      join: 'Collect the pieces and join them once.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const isAll = checksAll(context)
    /** Variables that have been reported: once is enough. */
    const reported = new Set<Variable>()

    function checkChunk({ node, text, pieces, isText }: Addition): boolean {
      const [piece] = pieces
      const lone = piece && loneDecoding(piece, sourceCode)
      if (lone) {
        const edit = keepUnfinished(lone, sourceCode)
        context.report({ node, messageId: 'chunk', data: { text: labelOf(text, sourceCode) }, suggest: edit ? [{ messageId: 'decode', fix: edit }] : [] })
        return true
      }
      const decoding = piece && chunkDecoding(piece, sourceCode)
      if (!decoding || (!isText && unwrap(piece).type === 'Identifier')) return false
      const streaming = usesBytes(decoding, node) ? decodeStreaming(decoding, piece, sourceCode) : null
      const edit = streaming ?? setEncoding(decoding, sourceCode)
      context.report({
        node,
        messageId: 'chunk',
        data: { text: labelOf(text, sourceCode) },
        suggest: edit ? [{ messageId: streaming ? 'decode' : 'setEncoding', fix: edit }] : [],
      })
      return true
    }

    function checkRead({ node, text }: Addition, variable: Variable): boolean {
      const reads = loopsAround(node).filter((loop) => isOutside(variable, loop)).flatMap((loop) => flatteningsIn(loop, variable, sourceCode))
      const [read] = reads
      if (!read) return false
      context.report({ node: read, messageId: 'read', data: { text: labelOf(text, sourceCode) } })
      return true
    }

    function checkRope(mentions: readonly Node[], text: string, repair: () => TSESLint.ReportFixFunction | null): boolean {
      const uses = mentions.map((mention) => textUseOf(mention, sourceCode))
      if (uses.includes('writes')) return false
      const [kept] = keepingsOf(mentions, sourceCode)
      const leaves = isAll && !uses.includes('flattens') && !uses.includes('names') ? mentions.find((_, index) => ['returns', 'keeps', 'unknown'].includes(uses[index] ?? '')) : undefined
      const node = kept ?? leaves
      if (!node) return false
      const edit = repair()
      context.report({
        node,
        messageId: kept ? 'kept' : 'rope',
        data: { text },
        suggest: edit ? [{ messageId: 'join', fix: edit }] : [],
      })
      return true
    }

    return {
      ...onCalls(['reduce'], sourceCode, (node) => {
        const reduction = reductionOf(node, sourceCode)
        if (!reduction) return
        const read = flatteningIn(reduction, sourceCode)
        if (read) context.report({ node: read, messageId: 'read', data: { text: reduction.text.name } })
        else if (reduction.sum && namedAt(reduction.text).length === 1) checkRope(placesOf(reduction, sourceCode), reduction.text.name, () => joinReduced(reduction, sourceCode))
      }),
      AssignmentExpression(node: TSESTree.AssignmentExpression) {
        if (node.operator !== '+=' && node.operator !== '=') return
        const addition = additionOf(node, sourceCode)
        if (!addition || checkChunk(addition) || !addition.isText) return
        const variable = variableOf(addition.text, sourceCode)
        const repetition = variable && !reported.has(variable) ? unboundedRepetition(node, sourceCode) : null
        const region = repetition && (repetition.by === 'loop' ? repetition.node : repetition.fn)
        if (!variable || !region || !isOutside(variable, region)) return
        if (checkRead(addition, variable) || checkRope(namedAt(variable), variable.name, () => joinPieces(variable, region, isTypeScript(context.filename, sourceCode), sourceCode))) reported.add(variable)
      },
    }
  },
})

/** The loops around the node in its own function, from the inside out. */
function loopsAround(node: Node): Node[] {
  const loops: Node[] = []
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) if (isLoop(at)) loops.push(at)
  return loops
}
