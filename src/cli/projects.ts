import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type * as typescript from 'typescript'

/** A configuration that lists no files is none that does not load: those files are counted as outside of any. */
const noInputs = new Set([18002, 18003])

/**
 * What TypeScript has against each tsconfig.json nearest to one of the files, a line for each. Its project service keeps
 * that to itself and goes on with fewer options, and so with other types or none.
 */
export function projectErrors(files: readonly string[], cwd: string): string[] {
  // TypeScript as the parser has it: it is no dependency of this package.
  const ts = createRequire(createRequire(import.meta.url).resolve('@typescript-eslint/parser'))('typescript') as typeof typescript
  const host = { ...ts.sys, readDirectory: () => [] }
  const folders = new Set(files.map((file) => dirname(file)))
  const configs = new Set([...folders].flatMap((folder) => nearestConfig(folder) ?? []))
  return [...configs].flatMap((path) => {
    const { config, error } = ts.readConfigFile(path, host.readFile)
    const errors = error ? [error] : ts.parseJsonConfigFileContent(config, host, dirname(path), undefined, path).errors
    const first = errors.find(({ code }) => !noInputs.has(code))
    return first ? `${relative(cwd, path)} does not load, so types may be missing: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}` : []
  })
}

function nearestConfig(folder: string): string | null {
  const path = join(folder, 'tsconfig.json')
  if (existsSync(path)) return path
  return dirname(folder) === folder ? null : nearestConfig(dirname(folder))
}
