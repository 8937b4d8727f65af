import { isWithin, type Node } from '../analysis/bindings.ts'
import { labelOf } from '../analysis/labels.ts'
import { type SharedContext, sharedContexts } from '../analysis/sharing.ts'
import { type DefeatedReference, defeatedReferences } from '../analysis/weak-references.ts'
import { isTypeScript } from '../fixes/edits.ts'
import { enclosed, letGo } from '../fixes/enclosure.ts'
import { checkOption, checksAll, defineRule } from '../rule.ts'

export default defineRule({
  meta: {
    docs: {
      description: 'Disallow a large value to stay alive because a closure shares its scope with another that uses it',
      preset: 'strict',
      strictOptions: [{ check: 'all' }],
      cost: 'retention',
      family: 'leaks',
    },
    messages: {
      shared: "'{{name}}' stays as long as the {{survival}} function on line {{line}}: line {{sibling}} captures it in their scope. Release it after use.",
      weak: "The function on line {{line}} keeps '{{target}}' in spite of this weak reference: line {{sibling}} captures it in their scope. Make it elsewhere.",
      own: "The function on line {{line}} keeps '{{target}}' in spite of this weak reference: it mentions it itself.",
      enclose: "Put '{{name}}' and what uses it into a block.",
      release: "Set '{{name}}' to null after its last use.",
    },
    ...checkOption('certain', '`all` also reports arrays that are gathered piece by piece, and canvases.'),
  },
  create(context) {
    const { sourceCode } = context
    const isInTypeScript = isTypeScript(context.filename, sourceCode)
    const isAll = checksAll(context)
    return {
      Program() {
        for (const shared of sharedContexts(sourceCode)) if (isAll || !shared.isPresumed) report(shared)
        for (const reference of defeatedReferences(sourceCode)) reportReference(reference)
      },
    }

    function report({ variable, closure, survival, siblings }: SharedContext): void {
      const { name } = variable
      const enclose = enclosed(variable, closure, isInTypeScript, sourceCode)
      const release = letGo(variable, siblings, closure, isInTypeScript, sourceCode)
      context.report({
        node: variable.identifiers[0] as Node,
        messageId: 'shared',
        data: { name, survival: survival.by, line: closure.loc.start.line, sibling: siblings[0]!.loc.start.line },
        suggest: [
          ...(enclose ? [{ messageId: 'enclose', data: { name }, fix: enclose }] : []),
          ...(release ? [{ messageId: 'release', data: { name }, fix: release }] : []),
        ],
      })
    }

    function reportReference({ made, target, closure, capture }: DefeatedReference): void {
      const data = { target: labelOf(target, sourceCode), line: closure.loc.start.line, sibling: capture.loc.start.line }
      context.report({ node: made, messageId: isWithin(capture, closure) ? 'own' : 'weak', data })
    }
  },
})
