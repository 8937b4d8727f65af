import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from '../analysis/fact.ts'
import { type Edit, insertAt } from './edits.ts'
import { terminator } from './layout.ts'
import { freeName } from './names.ts'

export interface Importing {
  /** What the file calls it. */
  name: string
  /** Empty where the file has it already. */
  edits: Edit[]
}

/** One exported name of a module of Node's, as the file imports it already or as it imports others. */
export function importing(module: string, exported: string, sourceCode: SourceCode): Importing {
  const { ast } = sourceCode
  for (const statement of ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type' || statement.source.value.replace(/^node:/, '') !== module) continue
    const found = statement.specifiers.find((one) => one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.imported.name === exported)
    if (found) return { name: found.local.name, edits: [] }
  }
  const name = freeName(exported, sourceCode)
  const last = ast.body.findLast(({ type }) => type === 'ImportDeclaration')
  const end = terminator(sourceCode)
  const quote = /^\s*(?:import|const).*"/m.test(sourceCode.text) ? '"' : "'"
  const source = `${quote}node:${module}${quote}`
  if (last || sourceCode.ast.sourceType === 'module' && !/\brequire\(/.test(sourceCode.text)) {
    const line = `import { ${name === exported ? name : `${exported} as ${name}`} } from ${source}${end}`
    return { name, edits: [last ? insertAt(last.range[1], `\n${line}`) : insertAt(startOf(sourceCode), `${line}\n`)] }
  }
  const line = `const { ${name === exported ? name : `${exported}: ${name}`} } = require(${source})${end}`
  const required = ast.body.findLast((statement) => statement.type === 'VariableDeclaration' && /^(?:const|var|let)\b[^]*=\s*require\(/.test(sourceCode.getText(statement)))
  return { name, edits: [required ? insertAt(required.range[1], `\n${line}`) : insertAt(startOf(sourceCode), `${line}\n`)] }
}

/** Where the file's code begins: behind a hashbang, `'use strict'` and the comments above. */
function startOf({ ast, text }: SourceCode): number {
  const first = ast.body.find((statement: TSESTree.ProgramStatement) => !(statement.type === 'ExpressionStatement' && statement.directive))
  return first ? first.range[0] : text.length
}
