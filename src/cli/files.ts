import ignore, { type Ignore } from 'ignore'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from './arguments.ts'

/** Folders that hold installed or generated code, whatever .gitignore says. */
const generatedFolders = new Set([
  'node_modules', 'bower_components', 'jspm_packages',
  'dist', 'build', 'out', 'coverage', '.nyc_output', 'storybook-static',
  '.next', '.nuxt', '.output', '.svelte-kit', '.angular', '.astro', '.docusaurus', '.expo', '.vercel', '.netlify',
  '.wrangler', '.serverless', '.turbo', '.yarn', '.cache', '.parcel-cache', '.pnpm-store',
])
const source = /\.(?:[cm]?[jt]s|[jt]sx)$/
const declaration = /\.d(?:\.\w+)?\.[cm]?ts$/
const minified = /[.-]min\.[cm]?js$/

/** The .gitignore of a folder. */
interface GitIgnore {
  folder: string
  patterns: Ignore
}

/**
 * The JavaScript and TypeScript files that `paths` name or contain, absolute, each once. A path that is named is always
 * scanned; below it, generated folders, minified and declaration files and what .gitignore names are not. Symbolic links
 * below it are not followed.
 *
 * @throws {UsageError} when a path is missing or cannot be read, or when nothing is left to scan.
 */
export function findFiles(paths: readonly string[], cwd: string): string[] {
  const files = new Set<string>()
  const skipped = new Set<string>()
  for (const path of paths) {
    const absolute = resolve(cwd, path)
    if (!attempt(path, () => statSync(absolute)).isDirectory()) {
      if (source.test(absolute)) files.add(absolute)
      continue
    }
    for (const file of walk(absolute, ignoresAbove(absolute, cwd), skipped)) files.add(file)
  }
  if (files.size > 0) return [...files]
  const [example] = skipped
  const hint = example === undefined ? '' : `; ${relative(cwd, example)} is skipped unless it is named`
  throw new UsageError(`no JavaScript or TypeScript files in ${paths.join(', ')}${hint}`)
}

function* walk(folder: string, inherited: readonly GitIgnore[], skipped: Set<string>): Generator<string> {
  const ignores = [...readGitIgnore(folder), ...inherited]
  for (const entry of attempt(folder, () => readdirSync(folder, { withFileTypes: true }))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name === '.git') continue
      if (generatedFolders.has(entry.name) || isIgnored(path + sep, ignores)) skipped.add(path)
      else yield* walk(path, ignores, skipped)
    } else if (entry.isFile() && isSource(entry.name) && !isIgnored(path, ignores)) {
      yield path
    }
  }
}

function isSource(name: string): boolean {
  return source.test(name) && !declaration.test(name) && !minified.test(name)
}

/** As in git, the deepest .gitignore that has a word on a path decides. */
function isIgnored(path: string, ignores: readonly GitIgnore[]): boolean {
  for (const { folder, patterns } of ignores) {
    const { ignored, unignored } = patterns.test(relative(folder, path).replaceAll(sep, '/') + (path.endsWith(sep) ? '/' : ''))
    if (ignored || unignored) return ignored
  }
  return false
}

/**
 * The .gitignore files above `folder`, deepest first, up to the root of its repository, or up to `cwd` outside one. None
 * of them when they ignore `folder` itself: it was named, so it is wanted.
 */
function ignoresAbove(folder: string, cwd: string): GitIgnore[] {
  const isRepository = (at: string) => existsSync(join(at, '.git'))
  const above: string[] = []
  let at = folder
  while (!isRepository(at) && at !== dirname(at)) above.push((at = dirname(at)))
  const heard = isRepository(at) ? above : above.filter((parent) => parent === cwd || parent.startsWith(cwd + sep))
  const ignores = heard.flatMap(readGitIgnore)
  return isIgnored(folder + sep, ignores) ? [] : ignores
}

function readGitIgnore(folder: string): GitIgnore[] {
  const path = join(folder, '.gitignore')
  if (!existsSync(path)) return []
  return [{ folder, patterns: ignore({ ignorecase: false }).add(attempt(path, () => readFileSync(path, 'utf8'))) }]
}

/** Runs an access to `path` and says in one line why it failed. */
function attempt<T>(path: string, access: () => T): T {
  try {
    return access()
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message}`)
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
}
