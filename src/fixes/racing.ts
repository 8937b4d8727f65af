import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from '../analysis/fact.ts'
import { indentationStep, terminator } from './layout.ts'
import { freeName } from './names.ts'

/**
 * Calls a function of the file's own instead of `Promise.race`. It adds to each promise one reaction for good, and keeps the races that
 * wait for it in a set, from which they go when they are over.
 */
export function raceByWaiters({ callee }: TSESTree.CallExpression, isTypeScript: boolean, sourceCode: SourceCode): (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] {
  const name = freeName('race', sourceCode)
  const step = indentationStep(sourceCode)
  const text = helper(name, isTypeScript, sourceCode).replace(/^(?: {2})+/gm, (spaces) => step.repeat(spaces.length / 2)).replaceAll(';', terminator(sourceCode))
  const first = sourceCode.ast.body.find((one) => one.type !== 'ImportDeclaration' && !('directive' in one && one.directive)) as TSESTree.Node
  const before = sourceCode.getCommentsBefore(first).find(({ loc }) => loc.start.column === 0) ?? first
  return (fixer) => [fixer.insertTextBeforeRange([before.range[0], before.range[0]], text), fixer.replaceText(callee, name)]
}

/** Two functions, so that what is kept for a pending promise shares no context with the race that came first. */
function helper(race: string, isTypeScript: boolean, sourceCode: SourceCode): string {
  const waiting = freeName('waiting', sourceCode)
  const enlist = freeName('enlist', sourceCode)
  const typed = (text: string): string => (isTypeScript ? text : '')
  const waiter = typed(': (settled: unknown) => void')
  return `const ${waiting} = new WeakMap${typed('<object, Set<(settled: unknown) => void>>')}();

function ${enlist}(promise${typed(': Promise<unknown>')}, waiter${waiter})${typed(': void')} {
  const known = ${waiting}.get(promise);
  if (known) {
    known.add(waiter);
    return;
  }
  const waiters = new Set([waiter]);
  ${waiting}.set(promise, waiters);
  const settle = () => {
    ${waiting}.delete(promise);
    for (const one of waiters) one(promise);
  };
  promise.then(settle, settle);
}

/** Like Promise.race, but a promise that stays pending keeps nothing of the races that are over. */
async function ${race}${typed('<T extends readonly unknown[]>')}(promises${typed(': T')})${typed(': Promise<Awaited<T[number]>>')} {
  let waiter${waiter}${typed(' = () => {}')};
  try {
    return await new Promise${typed('<Awaited<T[number]>>')}((resolve) => {
      waiter = resolve${typed(' as (settled: unknown) => void')};
      for (const promise of promises) ${enlist}(Promise.resolve(promise), waiter);
    });
  } finally {
    for (const promise of promises) ${waiting}.get(promise${typed(' as object')})?.delete(waiter);
  }
}

`
}
