import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from './fact.ts'

export type LanguageOptions = Pick<TSESLint.FlatConfig.LanguageOptions, 'parser' | 'parserOptions' | 'ecmaVersion' | 'sourceType'>

export interface Parsed {
  ast: TSESTree.Program
  visitorKeys: SourceCode['visitorKeys']
  /** undefined where ESLint itself finds out what is in scope, as for its own parser. */
  scopeManager?: SourceCode['scopeManager']
}

/** Parses another file of the program; null where it cannot. */
export type Parse = (text: string, file: string) => Parsed | null

/** Parses as ESLint is set to parse the file at hand, but for types, which take long and are not asked for. */
export function parserOf({ parser, parserOptions, ecmaVersion, sourceType }: LanguageOptions, { visitorKeys }: SourceCode): Parse {
  const { project: _, projectService: __, programs: ___, ...others } = (parserOptions ?? {}) as Record<string, unknown>
  return (text, filePath) => {
    const options = { ecmaVersion, sourceType, ...others, ecmaFeatures: { jsx: true }, filePath, range: true, loc: true }
    try {
      const { ast, scopeManager, visitorKeys: own } = (parser && 'parseForESLint' in parser ? parser.parseForESLint(text, options) : { ast: parser?.parse(text, options) }) as Parsed & { visitorKeys?: Parsed['visitorKeys'] }
      return { ast, visitorKeys: own ?? visitorKeys, scopeManager }
    } catch {
      return null
    }
  }
}
