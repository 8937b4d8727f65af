import type { TSESTree } from '@typescript-eslint/utils'
import { functionOf, type Node, variableOf } from '../analysis/bindings.ts'
import { methodCall, type MethodCall } from '../analysis/calls.ts'
import { isOwn } from '../analysis/custody.ts'
import { effectsOf } from '../analysis/effects.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { kindOf } from '../analysis/kinds.ts'
import { labelOf } from '../analysis/labels.ts'
import { isLikelyFresh } from '../analysis/freshness.ts'
import { growsWithData } from '../analysis/magnitude.ts'
import {
  collectionOf, deletionsOfCurrent, isArray, isBuiltIn, isLarge, isMatching, type Materialization, sourcesOf, type WalkedArray, walkedArray,
} from '../analysis/materialization.ts'
import { type Written, writesDuring } from '../analysis/mutation.ts'
import { repetitionOf } from '../analysis/repetition.ts'
import { mayReadByIndex } from '../fixes/edits.ts'
import { loopInstead, methodOver } from '../fixes/searches.ts'
import { delegate, type Edit, forEachOf, hasPlainBounds, walkInLoop, withoutDeclaration } from '../fixes/walks.ts'
import { defineRule, onCalls } from '../rule.ts'

const METHODS: ReadonlySet<string> = new Set(['every', 'find', 'forEach', 'reduce', 'some'])

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow arrays that are made only to be walked once',
      preset: 'recommended',
      cost: 'allocation',
      family: 'iteration',
    },
    messages: {
      copy: "'{{array}}' allocates 8 bytes an element to walk '{{source}}' once. Walk '{{source}}' itself.",
      range: "'{{array}}' allocates 8 bytes an element to walk part of '{{source}}' once. Walk it by index.",
      reversal: "'{{array}}' allocates 8 bytes an element to walk '{{source}}' backwards once. Walk it from its end.",
      merge: "'{{array}}' allocates 8 bytes an element to walk its parts once. Walk them one after the other.",
      walk: 'Walk the collection itself.',
    },
  },
  create(context) {
    const { sourceCode, filename } = context

    function check({ made, declaration, between, retyped }: WalkedArray, regions: readonly Node[], edit: Edit | null, mayFix: boolean, except?: ReadonlySet<Node>): void {
      const whole = edit && declaration ? withoutDeclaration(edit, declaration, made, sourceCode) : edit
      if (!whole || !isLarge(made, sourceCode)) return
      const written = sourcesOf(made).map((source) => writtenDuring(source, [...between, ...regions], sourceCode, except))
      if (written.includes('maybe')) return
      const safe = mayFix && !retyped && between.length === 0 && written.every((one) => one === 'never') && isPlain(made, sourceCode) && (made.form === 'copy' || mayReadByIndex(filename, sourceCode))
      const array = labelOf(made.node, sourceCode)
      context.report({
        node: made.node,
        messageId: made.form === 'units' ? 'copy' : made.form,
        data: made.form === 'merge' ? { array } : { array, source: labelOf(made.source, sourceCode) },
        fix: safe ? whole : null,
        suggest: safe ? [] : [{ messageId: 'walk', fix: whole }],
      })
    }

    function checkMethod(called: MethodCall): void {
      const walked = walkedArray(called.object, statementOf(called.call), sourceCode)
      if (!walked || !isWalkedBetter(walked.made, called, sourceCode)) return
      const { made } = walked
      const own = called.method === 'forEach' ? forEachOf(called, made, sourceCode) : null
      check(walked, called.arguments, own ?? methodOver(called, made, sourceCode) ?? loopInstead(called, made, sourceCode), own !== null)
    }

    return {
      ...onCalls(METHODS, sourceCode, (node) => {
        const called = methodCall(node)
        if (called && !called.optional) checkMethod(called)
      }),
      ForOfStatement(node) {
        const walked = node.await ? null : walkedArray(node.right, node, sourceCode) // awaiting costs far more than the array
        if (!walked || isCopyOfNew(walked.made, sourceCode) || !isWorthIndexing(walked.made, node, sourceCode)) return
        check(walked, [node.left, node.body], walkInLoop(node, walked.made, sourceCode), true, deletionsOfCurrent(node, walked.made, sourceCode))
      },
      YieldExpression(node) {
        const walked = node.delegate && node.argument ? walkedArray(node.argument, node, sourceCode) : null
        if (!walked || isCopyOfNew(walked.made, sourceCode) || !isWorthIndexing(walked.made, node, sourceCode)) return
        check(walked, [node], delegate(node, walked.made, sourceCode), walked.made.form === 'copy')
      },
    }
  },
})

/** The statement that the call is, is returned by or is declared by. */
function statementOf(call: TSESTree.CallExpression): Node {
  return call.parent.type === 'VariableDeclarator' ? call.parent.parent : call.parent
}

/** A copy of an array that was made for it is redundant whether it is walked or not: that is no-redundant-copy's. */
function isCopyOfNew(made: Materialization, sourceCode: SourceCode): boolean {
  if (made.form === 'reversal') return isLikelyFresh(made.source, sourceCode)
  return made.form === 'copy' && kindOf(made.source, sourceCode) === 'array' && /^(?:Call|New|Array)Expression$/.test(made.source.type)
}

/** A part of an array, joined lists and the letters of a text read well: they are reported where they are made again and again, or of much data. */
function isWorthIndexing(made: Materialization, loop: Node, sourceCode: SourceCode): boolean {
  if (made.form === 'copy' || made.form === 'reversal') return true
  return repetitionOf(loop, sourceCode) !== null || sourcesOf(made).some((source) => growsWithData(source, 'entries', sourceCode))
}

/** A copied array has the method itself, `findLast` (no-copy-to-read) looks from the end, and one walk of a part of an array costs little. */
function isWalkedBetter(made: Materialization, { call, method }: MethodCall, sourceCode: SourceCode): boolean {
  if (made.form === 'reversal') return method !== 'find' && !isCopyOfNew(made, sourceCode)
  if (made.form === 'range') return repetitionOf(call, sourceCode) !== null
  if (made.form !== 'copy') return isWorthIndexing(made, call, sourceCode)
  return isBuiltIn(made.source, sourceCode) && !isArray(made.source, sourceCode)
}

/** May the walk write what it walks? What is not built in may compute its elements from anything the walk assigns. */
function writtenDuring(source: Node, regions: readonly Node[], sourceCode: SourceCode, except?: ReadonlySet<Node>): Written {
  if (isMatching(source)) return kindOf(collectionOf(source), sourceCode) === 'string' ? 'never' : 'unlikely'
  const written = writesDuring(collectionOf(source), regions, sourceCode, except)
  if (written === 'maybe' || isBuiltIn(source, sourceCode)) return written
  const isSeen = source.type === 'CallExpression' && functionOf(source.callee, sourceCode) !== null
  const assigns = effectsOf(regions, sourceCode).assigned.some((target) => target.type === 'MemberExpression' || (isSeen && variableOf(target, sourceCode)))
  return assigns ? 'maybe' : 'unlikely'
}

/** Is it made of built-in collections alone, so that walking them gives the same on every input? */
function isPlain(made: Materialization, sourceCode: SourceCode): boolean {
  if (made.form === 'merge') return false
  const collection = collectionOf(made.source)
  if (made.form === 'copy') return isBuiltIn(made.source, sourceCode) && (kindOf(collection, sourceCode) === 'string' || isOwn(collection, sourceCode))
  if (made.form === 'units') return true
  if (!isOwn(made.source, sourceCode)) return false
  return made.form === 'reversal' || hasPlainBounds(made.from, made.to, sourceCode)
}
