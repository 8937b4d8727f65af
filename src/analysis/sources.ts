import { basename, dirname, resolve } from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isModuleScope, type Node } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { forEachNode } from './nodes.ts'
import { add } from './occurrences.ts'
import { type LanguageOptions, parserOf } from './parsing.ts'
import { aliasesOf, isInstalled, isNamed, type Project, projectOf } from './project.ts'

/** What a name stands for in the file that declares it. */
export interface Declared {
  node: Node
  source: SourceCode
  file: string
}

const known = new WeakMap<Project, Map<unknown, Sources>>()

/** The other files of the program that the file stands in; null for code that is in no file, or in none of a program. */
export function sourcesAround(filename: string, options: LanguageOptions, sourceCode: SourceCode): Sources | null {
  const project = projectOf(filename)
  if (!project?.files.has(filename)) return null
  const byParser = known.get(project) ?? new Map<unknown, Sources>()
  const sources = byParser.get(options.parser) ?? new Sources(project, options, sourceCode)
  known.set(project, byParser.set(options.parser, sources))
  return sources
}

/** Files that hand on what others declare, one after the other: a library of a workspace has some three. */
const MOST_FILES = 8
/** Files that an alias may mean. */
const MOST_MEANT = 5

export class Sources {
  readonly #project: Project
  readonly #open: (text: string, file: string) => SourceCode | null
  #ofComponents: Set<string> | null = null
  #byStem: Map<string, string[]> | null = null
  readonly #opened = new Map<string, SourceCode | null>()

  constructor(project: Project, options: LanguageOptions, sourceCode: SourceCode) {
    this.#project = project
    this.#open = openerOf(options, sourceCode)
  }

  /** What the module that the file `from` names so exports under that name; null of what is not the program's own, or not found. */
  declared(module: string, name: string, from: string, steps = MOST_FILES): Declared | null {
    const files = steps > 0 ? this.#filesOf(module, from) : []
    const found = files.length <= MOST_MEANT ? files.flatMap((file) => this.#declaredIn(file, name, steps - 1) ?? []) : []
    return found.length === 1 ? found[0]! : null
  }

  /** Does a component of Angular's provide the class of that name for itself and for what it shows, so that it goes with the component? */
  isOfComponent(name: string): boolean {
    this.#ofComponents ??= new Set([...this.#project.files.values()].flatMap(providedByComponents))
    return this.#ofComponents.has(name)
  }

  #declaredIn(file: string, name: string, steps: number): Declared | null {
    const source = this.#opens(file)
    if (!source) return null
    const node = exportedAs(name, source)
    const handedOn = node && importedBy(node)
    if (node) return handedOn ? this.declared(handedOn.module, handedOn.name, file, steps) : { node, source, file }
    for (const statement of source.ast.body) {
      const found = statement.type === 'ExportAllDeclaration' && statement.exported === null ? this.declared(statement.source.value, name, file, steps) : null
      if (found) return found
    }
    return null
  }

  #opens(file: string): SourceCode | null {
    let opened = this.#opened.get(file)
    if (opened === undefined) this.#opened.set(file, (opened = this.#open(this.#project.files.get(file) ?? '', file)))
    return opened
  }

  /** Files that `from` may name so: those of an alias are known by the end of their path alone. */
  #filesOf(module: string, from: string): string[] {
    if (isInstalled(module, this.#project.manifest)) return []
    this.#byStem ??= stemsOf(this.#project.files.keys())
    const stem = basename(module.startsWith('.') ? resolve(dirname(from), module) : module).replace(/\.[cm]?js$/, '')
    return (this.#byStem.get(stem) ?? []).filter((file) => isNamed(module, from, aliasesOf(file)))
  }
}

/** `@Component({ …, providers: [FeedService, { provide: Page, useClass: … }] })`: https://angular.dev/guide/di/hierarchical-dependency-injection#elementinjector */
function providedByComponents(text: string): string[] {
  if (!text.includes('roviders')) return []
  return [...text.matchAll(/@(?:Component|Directive)\(([^]*?)(?:^|\s)class\s+[A-Z]/g)].flatMap(([, settings = '']) =>
    [...settings.matchAll(/\b(?:viewP|p)roviders\s*:\s*\[([^\]]*)\]/g)].flatMap(([, listed = '']) => listed.match(/\b[A-Z]\w*/g) ?? []))
}

/** The files by the last name that an import gives them, which of an index is its folder's as well. */
function stemsOf(files: Iterable<string>): Map<string, string[]> {
  const stems = new Map<string, string[]>()
  for (const file of files) for (const stem of new Set(aliasesOf(file).map((alias) => basename(alias)))) add(stems, stem, file)
  return stems
}

/** The declaration that stands behind an export of the file, by `export class Feed`, `export { feed as Feed }`, `export default Feed`. */
function exportedAs(name: string, source: SourceCode): Node | null {
  for (const statement of source.ast.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      const { declaration } = statement
      return declaration.type === 'Identifier' ? declaredAs(declaration.name, source) : declaration
    }
    const specifier = statement.type === 'ExportNamedDeclaration' && statement.specifiers.find(({ exported }) => nameOf(exported) === name)
    if (specifier) return statement.source ? specifier : declaredAs(nameOf(specifier.local), source)
  }
  return declaredAs(name, source)
}

function declaredAs(name: string, { scopeManager }: SourceCode): Node | null {
  for (const scope of scopeManager?.scopes ?? []) if (isModuleScope(scope) && scope.set.get(name)?.defs[0]) return scope.set.get(name)!.defs[0]!.node as Node
  return null
}

/** `import { Feed } from './feed'`, `export { Feed } from './feed'` */
function importedBy(node: Node): { module: string; name: string } | null {
  const module = (node.parent as { source?: { value: string } | null } | undefined)?.source?.value
  if (module === undefined) return null
  if (node.type === 'ImportSpecifier') return { module, name: nameOf(node.imported) }
  if (node.type === 'ExportSpecifier') return { module, name: nameOf(node.local) }
  return node.type === 'ImportDefaultSpecifier' ? { module, name: 'default' } : null
}

function nameOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value
}

/** Opens as ESLint is set to open the file at hand, but for types, which take long and are not asked for. */
function openerOf(options: LanguageOptions, sourceCode: SourceCode): (text: string, file: string) => SourceCode | null {
  const parse = parserOf(options, sourceCode)
  return (text, file) => {
    const parsed = parse(text, file)
    if (!parsed?.scopeManager) return null
    const source = new (sourceCode.constructor as typeof TSESLint.SourceCode)({ text, ...parsed } as never)
    forEachNode(source, () => {}) // which gives each node its parent
    return source
  }
}
