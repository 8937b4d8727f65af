import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corpusPackages } from './packages.ts'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))

export interface Source {
  /** `package/path/in/it.ts` with forward slashes on every platform. */
  name: string
  path: string
}

/** Every source file of the corpus, or of the named packages of it, sorted by name. */
export function corpusSources(only: readonly string[] = []): Source[] {
  const unknown = only.find((name) => !corpusPackages.some((known) => known.name === name))
  if (unknown) throw new Error(`'${unknown}' is not in tests/corpus/packages.ts`)
  return corpusPackages
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .flatMap(({ name, sources }) => sources.flatMap((source) => filesIn(join(modules, name, source))))
    .map((path) => ({ name: relative(modules, path).replaceAll('\\', '/'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every source file in a folder outside the corpus, named by its path in it. */
export function folderSources(folder: string): Source[] {
  return filesIn(resolve(folder)).map((path) => ({ name: relative(resolve(folder), path) || basename(path), path }))
}

export function readSource({ path }: Source): string {
  return readFileSync(path, 'utf8')
}

const skippedFolders = new Set(['node_modules', '__tests__', 'test', 'tests'])
const skippedFiles = /\.d\.[cm]?ts$|\.min\.js$|[.-](?:test|spec|bench)\.[cm]?[jt]sx?$/

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name)
    if (entry.isDirectory()) return skippedFolders.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(child)
    return entry.isFile() && /^\.[cm]?[jt]sx?$/.test(extname(child)) && !skippedFiles.test(child) ? [child] : []
  })
}
