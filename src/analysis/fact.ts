import type { TSESLint, TSESTree } from '@typescript-eslint/utils'

export type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * A question about a whole file, answered at most once per parse, on first pull, and shared by all rules.
 *
 * Answers hang on the AST, the one object that is new for every parse, fix pass and file; they go when it goes.
 * `rest` is for what the file itself determines, such as its name.
 */
export function fact<T, Rest extends unknown[] = []>(
  compute: (sourceCode: SourceCode, ...rest: Rest) => T,
): (sourceCode: SourceCode, ...rest: Rest) => T {
  const answers = new WeakMap<object, { answer: T }>()
  return (sourceCode, ...rest) => {
    let known = answers.get(sourceCode.ast)
    if (!known) answers.set(sourceCode.ast, (known = { answer: compute(sourceCode, ...rest) }))
    return known.answer
  }
}

/**
 * A question about a node, a scope or a variable, answered at most once per parse. `meanwhile` is the answer to the same question asked
 * again on the way to its answer, as of a value that is defined by itself.
 */
export function nodeFact<T, Subject extends object = TSESTree.Node>(
  meanwhile: T, compute: (subject: Subject, sourceCode: SourceCode) => T,
): (subject: Subject, sourceCode: SourceCode) => T {
  const answers = fact(() => new Map<Subject, T>())
  return (subject, sourceCode) => {
    const known = answers(sourceCode)
    if (!known.has(subject)) {
      known.set(subject, meanwhile)
      known.set(subject, compute(subject, sourceCode))
    }
    return known.get(subject) as T
  }
}
