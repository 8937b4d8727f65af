import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { Frame } from './standings.ts'
import { isOfTrialPath, placeOf } from './trials.ts'

/** The sources of one program, by their absolute paths. */
export interface Project {
  /** What its package.json says, as text. */
  manifest: string
  /** None of a library, and of what is too big to be read on the way. */
  files: ReadonlyMap<string, string>
  /** Is it seen whole, so that it tells how many there are of its parts? */
  isWhole: boolean
  /** Do other programs install it, and place what it exports as well? */
  isPublished: boolean
}

/** How a file names another. */
export interface Naming {
  file: string
  clause: string
  /** `lazy`: by `import(…)`, whose `clause` is the variable that gets the component, if one does; `registered`: the same, for all templates. */
  how: 'import' | 'export' | 'lazy' | 'registered'
  /** Of what is loaded for a route that has others in it. */
  frame?: Frame | null
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

const projects = new Map<string, Project>()

/** The program that the file stands in, read from disk; null where there is none, as for code of no file. */
export function projectOf(filename: string): Project | null {
  const root = isAbsolute(filename) ? rootOf(dirname(filename)) : null
  if (root === null) return null
  if (!projects.has(root)) {
    projects.set(root, read(root))
    setTimeout(() => projects.delete(root), LIFETIME).unref()
  }
  return projects.get(root) ?? null
}

/** The nearest folder with a package.json; of programs that have none, as those of other languages, the one that is a repository. */
function rootOf(folder: string): string | null {
  return nearest(folder, 'package.json') ?? nearest(folder, '.git')
}

function nearest(folder: string, name: string): string | null {
  if (statSync(join(folder, name), { throwIfNoEntry: false })) return folder
  const above = dirname(folder)
  return above === folder ? null : nearest(above, name)
}

function read(root: string): Project {
  const files = new Map<string, string>()
  let bytes = 0
  const visit = (folder: string): boolean => entriesOf(folder).every((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') || LEFT_OUT.has(entry.name) || visit(path)
    if (!entry.isFile() || !SOURCE.test(entry.name) || GENERATED.test(entry.name) || isOfTrialPath(placeOf(path, root))) return true
    const text = textOf(path)
    if (text !== null) files.set(path, text)
    bytes += text?.length ?? 0
    return files.size <= MOST_FILES && bytes <= MOST_BYTES_OF_ALL
  })
  const manifest = textOf(join(root, 'package.json')) ?? ''
  const isRead = visit(root)
  const isPublished = (!/"private"\s*:\s*true/.test(manifest) && (/"(?:module|exports|types|typings|peerDependencies|jsnext:main|unpkg|jsdelivr)"\s*:/.test(manifest) || isBuiltByName(manifest))) || [...files.keys()].some((file) => ENTRY_OF_LIBRARY.test(file))
  const isWhole = isRead && !(isPublished && ![...files.values()].some((text) => MOUNTING.test(text)))
  return { manifest, files: isWhole ? files : new Map(), isWhole, isPublished }
}

/** `"name": "leaflet", "main": "dist/leaflet.js"` */
function isBuiltByName(manifest: string): boolean {
  const name = /"name"\s*:\s*"(?:@[\w.-]+\/)?([a-z\d]+)/i.exec(manifest)?.[1]
  return name !== undefined && new RegExp(`"main"\\s*:\\s*"(?:\\./)?(?:dist|build|lib)/(?:[\\w.-]+/)*${name}[\\w.-]*\\.[cm]?js"`, 'i').test(manifest)
}

/** A library of Angular's, in a workspace that is not published itself: https://angular.dev/tools/libraries/creating-libraries */
const ENTRY_OF_LIBRARY = /[\\/]public[-_]api\.ts$/

/** What renders a program itself: a library that does so has examples, or a site of its own. */
const MOUNTING = /\b(?:createRoot|hydrateRoot|createApp|createSSRApp|registerRootComponent)\(|\bReactDOM\.(?:render|hydrate)\(|\bnew Vue\(|\bAppRegistry\b|\bbootstrap(?:Module|Application)\(/

/** null of one that is too big, not ours to read, or gone by now. */
function textOf(path: string): string | null {
  try {
    return statSync(path).size <= MOST_BYTES ? readFileSync(path, 'utf8') : null
  } catch {
    return null
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // not ours to read
  }
}

/** Where other files of the project name `target` to get what it exports. */
export function namingsOf(target: string, { files, manifest }: Project): Naming[] {
  const aliases = aliasesOf(target)
  const isIndex = aliases.length > 2
  const stem = basename(aliases.at(-1) ?? target)
  return [...files].flatMap(([file, text]) => {
    if (file === target || !(text.includes(stem) || (isIndex && FOLDER.test(text)))) return []
    return [...text.matchAll(STRING)].flatMap(({ 0: { length }, 1: specifier = '', index }) => {
      if (!isNamed(specifier, file, aliases) || isInstalled(specifier, manifest)) return []
      return namingAt(file, text.slice(Math.max(0, index - MOST_OF_CLAUSE), index), text.slice(index + length, index + length + MOST_OF_ROUTE)) ?? []
    })
  })
}

/** The paths by which the file may be named: its own, without its ending, and of an index its folder. */
export function aliasesOf(file: string): string[] {
  const bare = file.replace(/\.[^./\\]+$/, '')
  return [file, bare, ...(basename(bare) === 'index' ? [dirname(bare)] : [])]
}

/** `events`, `electron/menu` */
export function isInstalled(specifier: string, manifest: string): boolean {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? ''
  return !specifier.startsWith('.') && (isBuiltin(specifier) || manifest.includes(`"${name}":`) || manifest.includes(`"${name}" :`))
}

const STRING = /['"]([^'"\n]+)['"]/g
/** An index by its folder, from inside. */
const FOLDER = /['"]\.{1,2}(?:\/\.\.)*\/?(?:index)?(?:\.\w+)?['"]/
/** Characters of an import before what it names. */
const MOST_OF_CLAUSE = 2000

/** How the string between these texts is named; null where it is none of a module, is of types alone, or stands in a comment. */
function namingAt(file: string, before: string, after: string): Naming | null {
  if (/(?<!:)\/\/[^\n]*$/.test(before) || before.search(/(?<=^|[\s(,;{])\/\*(?![^]*\*\/)/) >= 0) return null
  const code = before.replace(/\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*/g, ' ').replace(/\s+/g, ' ')
  const [, keyword, clause = ''] = /^.*\b(import|export)\b ?([^'"`;()=]+?) ?\bfrom ?$/.exec(code) ?? []
  if (keyword === 'import' || keyword === 'export') return /^type [\w${*]/.test(clause) ? null : { file, clause, how: keyword }
  const required = /\b(?:const|let|var) ([\w$]+|\{[^{}]*\}) ?= ?require\( ?$/.exec(code)?.[1]
  if (required !== undefined) return { file, clause: required, how: 'import' }
  const taken = /\b(?:const|let|var) (\{[^{}]*\}) ?= ?await import\( ?$/.exec(code)?.[1] ?? (/\bimport\( ?$/.test(code) ? TAKEN.exec(after)?.[1] : undefined)
  if (taken !== undefined) return { file, clause: taken.replace(/ ?: ?/g, ' as '), how: 'import' }
  if (!/\bimport\( ?$/.test(code) || /\btypeof import\( ?$/.test(code) || /^\)\.[A-Z]/.test(after)) return null
  return { file, clause: inCamelCase((LOADING.exec(code) ?? LAZY.exec(code))?.[1] ?? ''), how: REGISTERING.test(code) ? 'registered' : 'lazy', frame: CHILDREN.test(after) ? (/\bpath ?: ?(?!['"`]\/?['"`])[^{}]*$/.test(code) ? 'inner' : 'root') : null }
}

/** `const Menu = lazy(() => import(`, `component: () => import(`, `'side-bar': () => import(` */
const LAZY = /(?:\b(?:const|let|var) |[{,] ?['"]?)([\w$-]+)['"]? ?[=:](?:[^'"`;=:,]|=>){0,60}import\( ?$/

/** Vue's `Menu: () => ({ component: import(`, with what is shown until it is there: https://v2.vuejs.org/v2/guide/components-dynamic-async.html */
const LOADING = /['"]?([\w$-]+)['"]? ?[=:] ?\(\) ?=> ?\(\{ ?component ?: ?import\( ?$/

/** `sideBar` of `side-bar`, which templates call alike */
function inCamelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `import('./root').then(({ start }) => …` */
const TAKEN = /^\)\s*\.then\(\s*(?:async\s*)?\(\s*(\{[^{}]*\})/

/** What follows in the same object: `), meta: { … }, children: [` */
const CHILDREN = /^(?:[^{}]|\{[^{}]*\})*?\bchildren\s*:/
/** Characters of a route after what it loads. */
const MOST_OF_ROUTE = 300

/** `Vue.component('editor', () => import(` */
const REGISTERING = /\.component\( ?['"][\w-]+['"] ?,[^;]{0,60}$/

/** `./Menu`, `../Menu/index.ts`, `@/components/Menu.vue`, `$lib/Menu.svelte`, `components/Menu`: of a path under an alias only its end is known. */
export function isNamed(specifier: string, file: string, aliases: readonly string[]): boolean {
  const written = specifier.replace(/\.[cm]?js$/, '')
  if (written.startsWith('.')) return [written, specifier].some((one) => aliases.includes(resolve(dirname(file), one)))
  const ends = [written, written.replace(/^[^/]*\//, '')].map((end) => `/${end}`)
  return aliases.some((alias) => ends.some((end) => alias.replaceAll('\\', '/').endsWith(end)))
}
