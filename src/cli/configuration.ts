import * as parser from '@typescript-eslint/parser'
import type { ESLint, Linter } from 'eslint'
import { parse } from 'node:path'
import plugin from '../index.ts'

/** What decides how a file is linted. Plain data: it travels to worker threads as JSON. */
export interface Linting {
  cwd: string
  rules: Linter.RulesRecord
  fix: boolean
  unsafeFixes: boolean
  target: string | undefined
  types: boolean
  concurrency: number | 'auto' | 'off'
}

/**
 * Options for ESLint that need no configuration file and hear none.
 *
 * The base path is the root of the file system, as ESLint refuses files outside its base path and any folder may be named.
 */
export function eslintOptions({ cwd, rules, fix, unsafeFixes, target, types, concurrency }: Linting): ESLint.Options {
  const isChosen = (ruleId: string | null) => ruleId !== null && ruleId in rules
  return {
    cwd: parse(cwd).root,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ['!**/node_modules/'] },
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        plugins: { memory: plugin },
        processor: findingsOf(isChosen),
        languageOptions: {
          // For JavaScript too, and everything as a module: what a file is cannot be known beforehand, and this parser
          // takes JSX, decorators, `with` and `return` outside of a function anywhere.
          sourceType: 'module',
          parser: parser as Linter.Parser,
          parserOptions: {
            onUnsupportedTypeScriptVersion: 'ignore',
            // In CI the parser would guess that this is a single run, and fail where it goes on elsewhere.
            ...(types && { projectService: true, tsconfigRootDir: cwd, disallowAutomaticSingleRunInference: true }),
          },
        },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        settings: { memory: { unsafeFixes, target } },
        rules,
      },
    ],
    ruleFilter: ({ ruleId }) => isChosen(ruleId),
    fix,
    // Unknown to ESLint before 9.34.
    ...(concurrency !== 'off' && { concurrency }),
  }
}

/**
 * Keeps what the chosen rules found and what could not be parsed. The comments of the scanned code configure the linter of
 * its authors: here they would report rules that do not exist and findings of others. Its `eslint-disable` comments count.
 */
function findingsOf(isChosen: (ruleId: string | null) => boolean): Linter.Processor {
  return {
    meta: { name: 'memory-lint' },
    supportsAutofix: true,
    preprocess: (text) => [text],
    postprocess: (messages) => messages.flat().filter(({ ruleId, message }) => isChosen(ruleId) || isParseError(message)),
  }
}

function isParseError(message: string): boolean {
  return message.startsWith('Parsing error:')
}
