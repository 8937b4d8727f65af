import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { isOfTrialPath } from './trials.ts'

/** The sources of one program, by their absolute paths. */
export interface Project {
  /** What its package.json says, as text. */
  manifest: string
  files: ReadonlyMap<string, string>
}

/** How a file names another. */
export interface Naming {
  file: string
  clause: string
  /** `lazy`: by `import(…)`, whose `clause` is the variable that gets the component, if one does; `registered`: the same, for all templates. */
  how: 'import' | 'export' | 'lazy' | 'registered'
}

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|html)$/
const GENERATED = /(?:\.d\.[cm]?ts|\.min\.[cm]?js)$/
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'dist', 'build', 'out', 'coverage', 'vendor', 'target'])
/** Bounds within which a package is read at all, which take well under a second: files, bytes of one, bytes of all. */
const MOST_FILES = 10_000
const MOST_BYTES = 500_000
const MOST_BYTES_OF_ALL = 64_000_000
/** Milliseconds after which what was read is forgotten: an editor keeps the process for hours, and files change. */
const LIFETIME = 30_000

const projects = new Map<string, Project | null>()

/** The program that the file stands in, read from disk; null where there is none, as for code of no file, a library, or one too big to read on the way. */
export function projectOf(filename: string): Project | null {
  const root = isAbsolute(filename) ? rootOf(dirname(filename)) : null
  if (root === null) return null
  if (!projects.has(root)) {
    projects.set(root, read(root))
    setTimeout(() => projects.delete(root), LIFETIME).unref()
  }
  return projects.get(root) ?? null
}

function rootOf(folder: string): string | null {
  if (exists(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  return above === folder ? null : rootOf(above)
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function read(root: string): Project | null {
  const files = new Map<string, string>()
  let bytes = 0
  const visit = (folder: string): boolean => entriesOf(folder).every((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') || LEFT_OUT.has(entry.name) || visit(path)
    if (!entry.isFile() || !SOURCE.test(entry.name) || GENERATED.test(entry.name) || isOfTrialPath(path.slice(root.length + 1))) return true
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? Infinity
    if (size <= MOST_BYTES) files.set(path, readFileSync(path, 'utf8'))
    if (size <= MOST_BYTES) bytes += size
    return files.size <= MOST_FILES && bytes <= MOST_BYTES_OF_ALL
  })
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  return visit(root) && !isLibrary(manifest, files) ? { manifest, files } : null
}

/** What is published for other programs, and renders none itself, says nothing of how many these will have. */
function isLibrary(manifest: string, files: ReadonlyMap<string, string>): boolean {
  if (/"private"\s*:\s*true/.test(manifest) || !/"(?:module|exports|types|typings|peerDependencies)"\s*:/.test(manifest)) return false
  return ![...files.values()].some((text) => MOUNTING.test(text))
}

const MOUNTING = /\b(?:createRoot|hydrateRoot|createApp|createSSRApp|registerRootComponent)\(|\bReactDOM\.(?:render|hydrate)\(|\bnew Vue\(|\bAppRegistry\b/

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // not ours to read
  }
}

/** Where other files of the project name `target` to get what it exports. */
export function namingsOf(target: string, { files }: Project): Naming[] {
  const bare = target.replace(/\.[^./\\]+$/, '')
  const aliases = [target, bare, ...(basename(bare) === 'index' ? [dirname(bare)] : [])]
  const stem = basename(aliases.at(-1) ?? bare)
  return [...files].flatMap(([file, text]) => {
    if (file === target || !text.includes(stem)) return []
    return [...text.matchAll(NAMING)].flatMap(({ groups, index }): Naming[] => {
      const { imported, exported, required, lazy, from = '' } = groups ?? {}
      if (!isNamed(from, file, aliases)) return []
      const clause = imported ?? exported ?? required ?? lazy ?? ''
      const how = exported !== undefined ? 'export' : imported ?? required ? 'import' : REGISTERING.test(text.slice(Math.max(0, index - 80), index)) ? 'registered' : 'lazy'
      return [{ file, clause, how }]
    })
  })
}

/** `Vue.component('editor', () => ` */
const REGISTERING = /\.component\(\s*['"][\w-]+['"]\s*,[^;]*$/

const NAMING =
  /(?:\bimport\s+(?<imported>[^'"`;()]+?)\s+from\s*|\bexport\s+(?<exported>[^'"`;()=]+?)\s+from\s*|\b(?:const|let|var)\s+(?<required>[\w$]+|\{[^{}]*\})\s*=\s*require\(\s*|(?:(?:\b(?:const|let|var)\s+|(?<=[{,]\s*))(?<lazy>[\w$]+)\s*[=:][^'"`;=]{0,60}(?:=>\s*)?)?\bimport\(\s*(?:\/\*[^*]*\*\/\s*)*)['"](?<from>[^'"\n]+)['"](?!\)\.[A-Z])/g

/** `./Menu`, `../Menu/index.ts`, `@/components/Menu.vue`, `$lib/Menu.svelte`, `components/Menu`: of a path under an alias only its end is known. */
function isNamed(specifier: string, file: string, aliases: readonly string[]): boolean {
  const written = specifier.replace(/\.[cm]?js$/, '')
  if (written.startsWith('.')) return aliases.includes(resolve(dirname(file), written))
  const ends = [written, written.replace(/^[^/]*\//, '')].map((end) => `/${end}`)
  return aliases.some((alias) => ends.some((end) => alias.replaceAll('\\', '/').endsWith(end)))
}
