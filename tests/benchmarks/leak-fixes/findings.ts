import { Linter } from 'eslint'
import * as typescript from '@typescript-eslint/parser'
import svelte from 'svelte-eslint-parser'
import vue from 'vue-eslint-parser'
import plugin from '../../../src/index.ts'

/** What code adds when it releases such a thing. */
export const RELEASE_WORDS: Readonly<Record<string, RegExp>> = {
  listener: /removeEventListener|\.off\(|\$off\(|removeListener|removeAllListeners|signal|fromEvent|HostListener/,
  timer: /clearTimeout|clearInterval|cancelAnimationFrame|cancelIdleCallback/,
  subscription: /unsubscribe|takeUntil|take\(|first\(|async\b|dispose/,
  observer: /disconnect|unobserve|close\(/,
  'object-url': /revokeObjectURL/,
  resource: /terminate|close\(|dispose\(|destroy\(|release|stop\(|clearWatch|disconnect/,
}

const RULES: Readonly<Record<string, string>> = {
  listener: 'no-leaked-listener',
  timer: 'no-leaked-timer',
  subscription: 'no-leaked-subscription',
  observer: 'no-leaked-observer',
  'object-url': 'no-leaked-object-url',
  resource: 'no-undisposed-resource',
  removal: 'no-ineffective-removal',
  muted: 'no-muted-listener-warning',
}

const linter = new Linter()

/** What the rule for the kind of resource finds in a file, with the code that it is about. */
export function findings(path: string, code: string, kind: string): { line: number; message: string; code: string }[] {
  const rule = RULES[kind] ?? ''
  if (!plugin.rules || !(rule in plugin.rules)) return []
  const single = /\.vue$/.test(path) ? vue : /\.svelte$/.test(path) ? svelte : null
  const typed = /\.[cm]?tsx?$/.test(path) || (single !== null && /<script\b[^>]*\blang=["']ts/.test(code))
  const parserOptions = { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, ...(single && typed && { parser: typescript }) }
  const parser = single ?? typescript
  const config = {
    files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,svelte}'], plugins: { memory: plugin }, languageOptions: { parser, sourceType: 'module', parserOptions }, rules: { [`memory/${rule}`]: 'error' },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  } as Linter.Config
  const lines = code.split('\n')
  return linter
    .verify(code, [config], { filename: path.replace(/^.*\//, ''), allowInlineConfig: false })
    .filter(({ ruleId }) => ruleId !== null)
    .map(({ line, message }) => ({ line, message, code: (lines[line - 1] ?? '').trim() }))
}
