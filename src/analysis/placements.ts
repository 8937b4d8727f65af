import { basename, dirname, extname } from 'node:path'
import { ROOT_COMPONENT } from '../knowledge/frameworks.ts'
import { OWN_WINDOW, ROUTE_KEY } from '../knowledge/placements.ts'
import { type Declared, declaredIn, inAngularTemplates } from './angular-templates.ts'
import type { Node } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { escaped, wholeName } from './occurrences.ts'
import { type LanguageOptions, type Parse, parserOf } from './parsing.ts'
import { namingsOf, type Project, projectOf } from './project.ts'
import { type Certainty, certaintyOfText, leastOf } from './settling.ts'
import { type Frame, frameAround, type Holder, isRoute, type Part, type Placement, placementOf, type Prevalence } from './standings.ts'
import { inSvelteTemplate, inVueTemplate, tagNames, withoutComments } from './templates.ts'

const known = new WeakMap<Project, Map<unknown, Placements>>()

/** Where the project of the file places its parts; null for code that is in no file, or in none of a project. */
export function placementsAround(filename: string, languageOptions: LanguageOptions, sourceCode: SourceCode): Placements | null {
  const project = projectOf(filename)
  if (!project || (project.isWhole && !project.files.has(filename))) return null
  const byParser = known.get(project) ?? new Map<unknown, Placements>()
  const placements = byParser.get(languageOptions.parser) ?? new Placements(project, parserOf(languageOptions, sourceCode))
  known.set(project, byParser.set(languageOptions.parser, placements))
  return placements
}

const SINGLE_FILE = /\.(?:vue|svelte)$/

/** `{ path: '/home', component: Home }`, `<Route path="/home">`; none of what is not found. */
const ROUTE = /\bpath\s*:\s*['"`](?!\*)[^{}]{0,300}?\b(?:component|components|element|Component|children|lazy|load\w+)\b|<Route\b[^>]*?\bpath=/g

/** What keeps the pages of Vue's router, and a strategy of the program's own by which Angular's keeps some: https://angular.dev/api/router/RouteReuseStrategy */
const KEEPING = /<keep-?alive\b(?![^>]*\bmax\b)/i
const KEEPING_STRATEGY = /\bimplements\s+RouteReuseStrategy\b[^]*\bshouldDetach\b(?![^{;]*\{\s*return false\b)/

/** A page of SvelteKit's, Next's or Nuxt's, by its place, but what is shown instead of one, and around them. */
const PAGE = /\/\+page\.svelte$|\/app\/(?:.*\/)?page\.[jt]sx?$|\/pages\/(?!_app\b|_document\b|_error\b|404\b|500\b|api\/).*\.(?:[jt]sx?|vue)$/

/** `router.navigate(['/login'])`, `router.push({ name: 'Login' })`, `<Navigate to="/sign-in">` */
const SIGNING = /(?:\b(?:navigate|navigateByUrl|push|replace|goto|redirect)\(\s*[[{]*\s*(?:\w+\s*:\s*)?|<(?:Navigate|Redirect)\s[^>]{0,40}\bto=\{?)['"`]\/?(?:[\w-]+\/)?(?:log-?(?:in|out|off)|sign-?(?:in|out|up))\b/i

/** What leads from one page to another within the program, links and calls of routers, but to windows of their own, and to where errors are shown. */
const LEADING = /[\s[]routerLink(?<!_blank[^<]{0,100})\]?\s*=(?![^<]{0,200}_blank)|\b(?:ng-?)?ui-sref\b|\b(?:navigate(?:ByUrl)?|goto|transitionTo)\((?!\s*\[?\s*['"`]\/?[\w-]*(?:error|not-?found))|\buseNavigat\w*\(|\b(?:[rR]outer|[nN]avigation|navCtrl|\$state)\??\.(?:push|replace|go|back|setRoot)\(|\b[hH]istory\??\.(?:push|replace)\(\s*(?:['"`{]|[A-Z]|\w*(?:[pP]ath|[uU]rl|[rR]oute|[lL]ink|[tT]o)\b)|<(?:Nav|Router|Nuxt)?Link\b|<(?:router|nuxt|n)-link\b|\bLink\b[^\n]*from ['"][^'"\n]*(?:rout|next|navi)|<(?:Redirect|Navigate)\b|\bpushState\(|\bsetRoutes?\(/

/** SvelteKit's router takes plain links: https://svelte.dev/docs/kit/link-options */
const LINK = /<a\b[^>]*?\bhref=/

/** Parts above one another that are followed: a page has some ten. */
const MOST_STEPS = 30

/** Routes of a file that show one component, which as a rule are all that it is for: routers but Angular's then keep it. */
const SHARING_ROUTES = 3

export class Placements {
  readonly #project: Project
  readonly #parse: Parse
  readonly #known = new Map<string, Prevalence>()
  #route: Prevalence | null = null
  #isLeft: boolean | null = null
  #led: boolean | null = null
  #pages: number | null = null
  #declared: Declared[] | null = null
  #depth = 0

  constructor(project: Project, parse: Parse) {
    this.#project = project
    this.#parse = parse
  }

  prevalenceOf({ file, name }: Part): Prevalence {
    if (!this.#project.isWhole) return 'foreign'
    const key = `${file}\n${name ?? ''}`
    const known = this.#known.get(key)
    if (known) return known
    if (this.#depth > MOST_STEPS) return 'unknown'
    this.#known.set(key, 'unknown') // what places itself
    this.#depth += 1
    const answer = this.#byPlace(file, name) ?? this.#byPlacements(this.#placementsOf({ file, name }), name ?? stemOf(file))
    this.#depth -= 1
    this.#known.set(key, answer)
    return answer
  }

  /** What frameworks say by the place of a file, or people by its name. */
  #byPlace(file: string, name: string | null): Prevalence | null {
    const path = file.replaceAll('\\', '/')
    const isOfRoutes = /"(?:next|nuxt|@sveltejs\/kit)"/.test(this.#project.manifest)
    if (isOfRoutes && PAGE.test(path)) {
      if (isOfOwnWindow(path.replace(/^.*\/(?:pages|routes|app)\//, ''))) return 'unknown'
      this.#pages ??= [...this.#project.files.keys()].reduce((pages, one) => (PAGE.test(one.replaceAll('\\', '/')) ? pages + 1 : pages), 0)
      return this.#pages === 1 || !this.#isLed() ? 'unknown' : 'many'
    }
    if (isOfRoutes && /\/\+layout\.svelte$|\/app\/.+\/layout\.[jt]sx?$/.test(path)) return /\/routes\/\+layout\.svelte$/.test(path) ? 'one' : /\/(?:routes|app)\/\([\w-]+\)\/(?:\+layout\.svelte|layout\.[jt]sx?)$/.test(path) ? 'unknown' : 'many' // a group's, which may be all but the page to sign in
    if (isOfRoutes && /\/pages\/_app\.[jt]sx?$|\/app\/layout\.[jt]sx?$/.test(path)) return 'one'
    if (isOfRoutes && /\/layouts\/[^/]+\.vue$/.test(path)) return /\/default\.vue$/.test(path) ? 'one' : 'many'
    return /^App(?:Component|Container)?$/i.test(name ?? stemOf(file)) ? 'one' : null
  }

  #byPlacements(placements: Iterable<Placement>, name: string): Prevalence {
    const found = new Set<Prevalence>()
    for (const one of placements) {
      const prevalence = typeof one === 'string' ? one : this.#prevalenceIn(one)
      if (prevalence === 'many') return 'many'
      if (prevalence !== 'foreign' || this.#project.isPublished) found.add(prevalence) // in an application its own templates say it
    }
    if (ROOT_COMPONENT.test(name)) return 'one'
    if (found.has('foreign')) return 'foreign'
    const [only = 'unused'] = found.size > 1 ? ['unknown' as const] : found
    return this.#project.isPublished && only === 'unused' ? 'foreign' : only
  }

  #prevalenceIn(holder: Holder): Prevalence {
    const prevalence = this.prevalenceOf(holder)
    return prevalence === 'one' && holder.isSeldom ? 'unknown' : prevalence
  }

  /** One after the other, as each file is parsed for it. */
  *#placementsOf(part: Part): Generator<Placement> {
    const text = this.#project.files.get(part.file) ?? ''
    const tags = this.#tagsOf(part.file)
    if (tags.length > 0) return yield* this.#elements(part.file, tags)
    yield* this.#inAngular(part, text)
    const isDefault = part.name === null || part.name === 'default' || exportedByDefault(part.name).test(text)
    if (part.name !== null && part.name !== 'default') yield* this.#inScript(part.file, [part.name], true)
    for (const { file, clause, how, frame } of namingsOf(part.file, this.#project)) {
      const names = localNames(clause, part.name, isDefault)
      if (how === 'export') {
        if (names.length > 0 || clause.includes('*')) yield { file, name: names[0] ?? part.name }
      } else if (clause === '' || (how === 'lazy' && ROUTE_KEY.test(clause))) {
        if (how !== 'import') yield how === 'lazy' ? this.#routed(calledName(part), frame) : 'unknown'
      } else if (names.length === 0) {
        if (part.name !== null && isOfWhole(clause, part.name, this.#project.files.get(file) ?? '')) yield 'unknown'
      } else {
        yield* SINGLE_FILE.test(file) ? this.#inSingleFile(file, names) : this.#inScript(file, names, false)
      }
    }
    if (/\.vue$/.test(part.file)) yield* this.#byName(part.file)
  }

  /** What a route shows comes and goes, unless it is the only one, has a window of its own, nothing leads from one to another, or its router keeps it. What is around all others stays as a rule, and what is around some goes where the program itself leads to sign in. */
  #routed(name: string, frame?: Frame | null): Prevalence {
    if (frame === 'root' || isOfOwnWindow(name)) return 'unknown'
    if (frame === 'inner') {
      this.#isLeft ??= [...this.#project.files.values()].some((text) => SIGNING.test(text))
      if (!this.#isLeft) return 'unknown'
    }
    if (this.#route === null) {
      const sources = [...this.#project.files]
      const paths = new Set(sources.flatMap(([, text]) => text.match(ROUTE) ?? []).map((route, index) => /^path\s*:\s*['"`]\/?([^'"`]*)/.exec(route)?.[1] ?? index))
      const isKept = sources.some(([file, text]) => (/\.(?:vue|[jt]sx)$/.test(file) && KEEPING.test(text)) || (/\.ts$/.test(file) && KEEPING_STRATEGY.test(text)))
      this.#route = isKept || !this.#isLed() || paths.size === 1 ? 'unknown' : 'many'
    }
    return this.#route
  }

  /** Leads anything from one page to another? */
  #isLed(): boolean {
    this.#led ??= [...this.#project.files].some(([file, text]) => LEADING.test(text) || (/\.svelte$/.test(file) && LINK.test(text)))
    return this.#led
  }

  /** Components and directives of Angular's are placed by their selectors. */
  #inAngular(part: Part, text: string): Placement[] {
    if (!/@(?:Component|Directive)\(/.test(text)) return []
    this.#declared ??= declaredIn(this.#project)
    return this.#declared.filter(({ file, name }) => file === part.file && name === part.name).flatMap((own) => inAngularTemplates(own, this.#declared ?? [], this.#project))
  }

  /** Components of Vue's that are registered for all templates. */
  #byName(file: string): Placement[] {
    const stem = stemOf(file)
    const names = [stem, ...foldersName(file)].flatMap(tagNames)
    const imported = new RegExp(`\\bimport\\b(?:(?!\\bimport\\b)[^'"])*${wholeName(stem)}`)
    return [...this.#project.files].flatMap(([other, text]) => {
      const placed = other === file || !/\.vue$/.test(other) ? [] : inVueTemplate(text, names, other)
      return placed.length > 0 && imported.test(text) ? [] : placed
    })
  }

  #inSingleFile(file: string, names: readonly string[]): Placement[] {
    const text = this.#project.files.get(file) ?? ''
    const placed = names.flatMap((name) => [
      ...(/\.vue$/.test(file) ? inVueTemplate(text, tagNames(name), file) : inSvelteTemplate(text, name, file)),
      ...[...text.matchAll(new RegExp(`(?<![\\w$.])(new\\s+)?${escaped(name)}\\(`, 'g'))].map((): Part => ({ file, name: null })),
      ...(new RegExp(`\\bcomponent:\\s*${escaped(name)}\\b|:is="${escaped(name)}"|this=\\{${escaped(name)}\\}`).test(text) ? ['many' as const] : []),
    ])
    return placed.length > 0 || !names.some((name) => new RegExp(`[:=(,[]\\s*${escaped(name)}\\b(?!\\s*from)`).test(text)) ? placed : ['unknown']
  }

  #inScript(file: string, names: readonly string[], isOwn: boolean): Placement[] {
    const text = this.#project.files.get(file) ?? ''
    if (names.every((name) => text.split(name, 3).length < 3)) return [] // it is but declared
    const parsed = SINGLE_FILE.test(file) ? null : this.#parse(text, file)
    if (!parsed) return isOwn ? [] : ['unknown']
    const placed: Placement[] = []
    let routes = 0
    walk(parsed.ast, parsed.visitorKeys, (node, around) => {
      const isMention = (node.type === 'Identifier' || node.type === 'JSXIdentifier') && names.includes(node.name)
      const placement = isMention ? placementOf(node, around, { file, text }, isOwn) : null
      if (placement === 'many' && isRoute(around)) {
        routes++
        placed.push(this.#routed(names[0] ?? '', frameAround(around, text)))
      } else if (placement) placed.push(placement)
    })
    return routes < SHARING_ROUTES || text.includes('@angular/router') ? placed : placed.map((one) => (one === 'many' ? 'unknown' : one))
  }

  #tagsOf(file: string): string[] {
    const text = this.#project.files.get(file) ?? ''
    return [...text.matchAll(/customElements\.define\(\s*['"`]([\w-]+)['"`]|@customElement\(\s*['"`]([\w-]+)['"`]/g)].flatMap(([, defined, decorated]) => defined ?? decorated ?? [])
  }

  #elements(own: string, tags: readonly string[]): Placement[] {
    const mention = new RegExp(`<(?:${tags.join('|')})(?=[\\s/>])|(?:\\bcomponent:\\s*|createElement\\(\\s*)['"\`](?:${tags.join('|')})['"\`]`, 'g')
    return [...this.#project.files].flatMap(([file, text]) => {
      if (file === own) return []
      const isPage = /\.html$/.test(file)
      const literalsAround = literalsIn(text)
      return [...(isPage ? withoutComments(text) : text).matchAll(mention)].map(({ 0: written, index }): Placement => {
        if (!written.startsWith('<')) return 'many'
        if (isPage) return 'one'
        const certainty = certaintyIn(literalsAround(index), text)
        return certainty === 'conditional' ? 'many' : { file, name: null, isSeldom: certainty === 'seldom' }
      })
    })
  }
}

/** How sure is it that what stands there in templates of Lit's is there: `${open ? html`<my-menu>` : null}`, `items.map((one) => html`<my-item>`)`? */
function certaintyIn(literals: readonly number[], text: string): Certainty {
  return leastOf(literals.map((start) => certaintyOfTemplate(text.slice(Math.max(0, start - 160), start), text)))
}

/** By what stands before the template's first mark. */
function certaintyOfTemplate(before: string, text: string): Certainty {
  const [found, test, sign] = /(?:([\w$.!]+(?:\s*[!=]==?\s*(?:'[^']*'|"[^"]*"|[\w$.]+))?)\s*(?:\?|&&)|(=>|[?:]|&&))\s*\(?\s*html$/.exec(before) ?? []
  if (found === undefined) return 'fixed'
  if (test !== undefined) return certaintyOfText(test, false, text)
  const [, call, first = ''] = (sign === '=>' && /\b(map|repeat|when)\(([^`(]*?)(?:,\s*)?(?:\([^()`]*\)|\w+)\s*=>\s*html$/.exec(before)) || []
  if (call === undefined) return 'seldom' // of a task's states, of a method's parts
  return call === 'when' ? certaintyOfText(first.replace(/,.*/s, ''), first.includes(','), text) : 'conditional'
}

/** Where the template literals begin that are around a place, the outermost first. Asked for places in their order, it reads the text once. */
function literalsIn(text: string): (index: number) => number[] {
  const open: { at: number; isTemplate: boolean }[] = []
  const inCode = /\\[^]|\/\/.*|\/\*[^]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`|\$\{|[{}]/g
  const inTemplate = /\\[^]|`|\$\{/g
  let at = 0
  return (index) => {
    while (at < index) {
      const isTemplate = open.at(-1)?.isTemplate
      const token = isTemplate ? inTemplate : inCode
      token.lastIndex = at
      const found = token.exec(text)
      if (!found || found.index >= index) break
      at = token.lastIndex
      if (found[0] === '`') isTemplate ? open.pop() : open.push({ at: found.index, isTemplate: true })
      else if (found[0] === '${' || found[0] === '{') open.push({ at: found.index, isTemplate: false })
      else if (found[0] === '}') open.pop()
    }
    return open.filter((one) => one.isTemplate).map((one) => one.at)
  }
}

function isOfOwnWindow(name: string): boolean {
  return name.split(/(?=[A-Z])|[^A-Za-z]/).some((word) => OWN_WINDOW.has(word.toLowerCase()))
}

/** `components/layout/Header.vue` is `LayoutHeader`, too: https://nuxt.com/docs/guide/directory-structure/components */
function foldersName(file: string): string[] {
  const below = /\/components\/((?:[^/]+\/)+)[^/]+$/.exec(file.replaceAll('\\', '/'))?.[1]
  const words = below?.split(/[/-]/).filter((word) => word !== '') ?? []
  return words.length > 0 ? [words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('') + (basename(file).startsWith('index.') ? '' : stemOf(file))] : []
}

/** `export default Menu`, `module.exports = Menu`, `export default memo(Menu)`, `export default class Menu`, `export { Menu as default }` */
function exportedByDefault(name: string): RegExp {
  const whole = wholeName(name)
  return new RegExp(`export default (?:(?:async )?(?:function|class)\\b[\\s*]*${whole}|(?!(?:async )?(?:function|class)\\b)[^\\n]*${whole})|${whole} as default\\b|module\\.exports\\s*=\\s*${whole}`)
}

/** `Menu` of `Menu.vue` and of `Menu/index.vue`. */
function stemOf(file: string): string {
  const stem = basename(file, extname(file))
  return stem === 'index' ? basename(dirname(file)) : stem
}

/** What people call a part: what its file is called, where it has no name of its own. */
export function calledName({ file, name }: Part): string {
  return name === null || name === 'default' ? stemOf(file) : name
}

/** Is the part named by all that its file exports: `menus.Menu`? */
function isOfWhole(clause: string, name: string, text: string): boolean {
  const whole = /^(?:\* as )?([\w$]+)$/.exec(clause.trim())?.[1]
  return whole !== undefined && text.includes(`${whole}.${name}`)
}

/** What an import's clause calls the part: `Menu`, `{ Menu as Bar }`, `Other, { Menu }`. */
function localNames(clause: string, name: string | null, isDefault: boolean): string[] {
  const [before = '', inner = ''] = clause.split(/[{}]/)
  const named = inner.split(',').flatMap((one) => {
    const [imported = '', local = imported] = one.trim().replace(/^type\s+/, '').split(/\s+as\s+/)
    return imported !== '' && (imported === name || (isDefault && imported === 'default')) ? [local] : []
  })
  const whole = /^\s*([A-Za-z_$][\w$]*)/.exec(before)?.[1]
  return whole === undefined || whole === 'type' || !isDefault ? named : [whole, ...named]
}

/** Asks about every node, the innermost of those around it last. Trees are as deep as the longest sum, so that no call stack holds them. */
function walk(root: Node, keys: Readonly<Record<string, readonly string[] | undefined>>, visit: (node: Node, around: readonly Node[]) => void): void {
  const around: Node[] = []
  const waiting: (Node | null)[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null) {
      around.pop()
      continue
    }
    visit(node, around)
    around.push(node)
    waiting.push(null)
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key]
      for (const one of Array.isArray(child) ? child : [child]) if (one && typeof (one as Node).type === 'string') waiting.push(one as Node)
    }
  }
}
