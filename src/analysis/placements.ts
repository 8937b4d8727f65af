import { basename, dirname, extname } from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { CLASSES, COMPONENT_CALLS, EFFECT_HOOKS, MOUNT_HOOKS, RENDERING_CALLS, ROOT_COMPONENT, SHARING_CALLS } from '../knowledge/frameworks.ts'
import { SINGLE_EVENTS } from '../knowledge/resources.ts'
import { type FunctionNode, isFunction, type Node } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { lastName, keyName } from './occurrences.ts'
import { namingsOf, type Project, projectOf } from './project.ts'

/**
 * How many of a component, element, hook or class a program has at most, over its life: `one` where it is a fixed part of what is, up to what is rendered as
 * the program starts, if in several places, as these are no more with time; `many` where it is placed under a condition, in a loop or by a route; `unused` where
 * nothing places it; `unknown` where that cannot be followed.
 */
export type Prevalence = 'one' | 'many' | 'unused' | 'unknown'

/** Parses another file of the project; null where it cannot. */
export type Parse = (text: string, file: string) => { ast: TSESTree.Program; keys: Readonly<Record<string, readonly string[] | undefined>> } | null

type LanguageOptions = Pick<TSESLint.FlatConfig.LanguageOptions, 'parser' | 'parserOptions' | 'ecmaVersion' | 'sourceType'>

/** A part of a file: by its name, by `default`, or all of it as a single-file component. */
interface Part {
  file: string
  name: string | null
}

/** A part in which something is placed: `isSeldom` where it may be there without. */
interface Holder extends Part {
  isSeldom?: boolean
}

/** Where a part is placed: in another part, or in something that says at once how often. */
type Placement = Holder | Prevalence

const known = new WeakMap<Project, Map<unknown, Placements>>()

/** Where the project of the file places its parts; null for code that is in no file, or in none of a project. */
export function placementsAround(filename: string, languageOptions: LanguageOptions, sourceCode: SourceCode): Placements | null {
  const project = projectOf(filename)
  if (!project?.files.has(filename)) return null
  const byParser = known.get(project) ?? new Map<unknown, Placements>()
  const placements = byParser.get(languageOptions.parser) ?? new Placements(project, parserOf(languageOptions, sourceCode))
  known.set(project, byParser.set(languageOptions.parser, placements))
  return placements
}

/** Parses as ESLint is set to parse the file at hand, but for types, which take long and are not asked for. */
function parserOf({ parser, parserOptions, ecmaVersion, sourceType }: LanguageOptions, { visitorKeys }: SourceCode): Parse {
  const { project: _, projectService: __, programs: ___, ...others } = (parserOptions ?? {}) as Record<string, unknown>
  return (text, filePath) => {
    const options = { ecmaVersion, sourceType, ...others, ecmaFeatures: { jsx: true }, filePath, range: true, loc: true }
    try {
      const parsed = (parser && 'parseForESLint' in parser ? parser.parseForESLint(text, options) : { ast: parser?.parse(text, options) }) as { ast: TSESTree.Program; visitorKeys?: SourceCode['visitorKeys'] }
      return { ast: parsed.ast, keys: parsed.visitorKeys ?? visitorKeys }
    } catch {
      return null
    }
  }
}

const SINGLE_FILE = /\.(?:vue|svelte)$/

/** Parts above one another that are followed: a page has some ten. */
const MOST_STEPS = 30

export class Placements {
  readonly #project: Project
  readonly #parse: Parse
  readonly #known = new Map<string, Prevalence>()
  #depth = 0

  constructor(project: Project, parse: Parse) {
    this.#project = project
    this.#parse = parse
  }

  prevalenceOf({ file, name }: Part): Prevalence {
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
    if (isOfRoutes && /\/\+page\.svelte$|\/app\/(?:.*\/)?page\.[jt]sx?$|\/pages\/(?!_app\b|_document\b).*\.(?:[jt]sx?|vue)$|\/\+layout\.svelte$|\/app\/.+\/layout\.[jt]sx?$/.test(path)) return /\/routes\/\+layout\.svelte$/.test(path) ? 'one' : 'many'
    if (isOfRoutes && /\/pages\/_app\.[jt]sx?$|\/app\/layout\.[jt]sx?$/.test(path)) return 'one'
    if (isOfRoutes && /\/layouts\/[^/]+\.vue$/.test(path)) return /\/default\.vue$/.test(path) ? 'one' : 'many'
    return /^App$/i.test(name ?? stemOf(file)) ? 'one' : null
  }

  #byPlacements(placements: Iterable<Placement>, name: string): Prevalence {
    const found = new Set<Prevalence>()
    for (const one of placements) {
      const prevalence = typeof one === 'string' ? one : this.#prevalenceIn(one)
      if (prevalence === 'many') return 'many'
      found.add(prevalence)
    }
    if (ROOT_COMPONENT.test(name)) return 'one'
    if (found.size === 0) return 'unused'
    return found.size === 1 ? ([...found][0] as Prevalence) : 'unknown'
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
    const isDefault = part.name === null || part.name === 'default' || exportedByDefault(part.name).test(text)
    if (part.name !== null && part.name !== 'default') yield* this.#inScript(part.file, [part.name], true)
    for (const { file, clause, how } of namingsOf(part.file, this.#project)) {
      const names = localNames(clause, part.name, isDefault)
      if (how === 'export') {
        if (names.length > 0 || clause.includes('*')) yield { file, name: names[0] ?? part.name }
      } else if (clause === '' || (how === 'lazy' && ROUTE_KEY.test(clause))) {
        if (how !== 'import') yield how === 'lazy' ? this.#routed() : 'unknown'
      } else if (names.length === 0) {
        if (part.name !== null && isOfWhole(clause, part.name, this.#project.files.get(file) ?? '')) yield 'unknown'
      } else {
        yield* SINGLE_FILE.test(file) ? this.#inSingleFile(file, names) : this.#inScript(file, names, false)
      }
    }
    if (/\.vue$/.test(part.file)) yield* this.#byName(part.file)
  }

  /** What a route shows comes and goes, unless Vue keeps it alive. */
  #routed(): Prevalence {
    return [...this.#project.files].some(([file, text]) => /\.(?:vue|[jt]sx)$/.test(file) && /<keep-?alive\b(?![^>]*\bmax\b)/i.test(text)) ? 'unknown' : 'many'
  }

  /** Components of Vue's that are registered for all templates. */
  #byName(file: string): Placement[] {
    const stem = stemOf(file)
    const names = [stem, ...foldersName(file)].flatMap(tagNames)
    const imported = new RegExp(`\\bimport\\b(?:(?!\\bimport\\b)[^'"])*(?<![\\w$])${escaped(stem)}(?![\\w$])`)
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
    walk(parsed.ast, parsed.keys, (node, around) => {
      const isMention = (node.type === 'Identifier' || node.type === 'JSXIdentifier') && names.includes(node.name)
      const placement = isMention ? placementOf(node, around, file, isOwn) : null
      if (placement) placed.push(placement === 'many' && isRoute(around) ? this.#routed() : placement)
    })
    return placed
  }

  #tagsOf(file: string): string[] {
    const text = this.#project.files.get(file) ?? ''
    return [...text.matchAll(/customElements\.define\(\s*['"`]([\w-]+)['"`]|@customElement\(\s*['"`]([\w-]+)['"`]/g)].flatMap(([, defined, decorated]) => defined ?? decorated ?? [])
  }

  #elements(own: string, tags: readonly string[]): Placement[] {
    const mention = new RegExp(`<(?:${tags.join('|')})(?=[\\s/>])|createElement\\(\\s*['"\`](?:${tags.join('|')})['"\`]`, 'g')
    return [...this.#project.files].flatMap(([file, text]) => (file === own ? [] : [...(/\.html$/.test(file) ? withoutComments(text) : text).matchAll(mention)].map(({ 0: written, index }): Placement => {
      if (!written.startsWith('<') || /(?:\?|&&|=>|:)\s*html`\s*$/.test(text.slice(Math.max(0, index - 40), index))) return 'many'
      return /\.html$/.test(file) ? 'one' : { file, name: null }
    })))
  }
}

/** `components/layout/Header.vue` is `LayoutHeader`, too: https://nuxt.com/docs/guide/directory-structure/components */
function foldersName(file: string): string[] {
  const below = /\/components\/((?:[^/]+\/)+)[^/]+$/.exec(file.replaceAll('\\', '/'))?.[1]
  const words = below?.split(/[/-]/).filter((word) => word !== '') ?? []
  return words.length > 0 ? [words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('') + (basename(file).startsWith('index.') ? '' : stemOf(file))] : []
}

/** `export default Menu`, `export default memo(Menu)`, `export default class Menu`, `export { Menu as default }` */
function exportedByDefault(name: string): RegExp {
  const whole = `(?<![\\w$])${escaped(name)}(?![\\w$])`
  return new RegExp(`export default (?:(?:async )?(?:function|class)\\b[\\s*]*${whole}|(?!(?:async )?(?:function|class)\\b)[^\\n]*${whole})|${whole} as default\\b`)
}

function stemOf(file: string): string {
  const stem = basename(file, extname(file))
  return stem === 'index' ? basename(dirname(file)) : stem
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

function tagNames(name: string): string[] {
  return [name, name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()]
}

/** For an expression, in which a folder's name such as `(app)` or `[id]` would mean something. */
function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Conditions that hold for good once they do: `loaded && <Frame />`. */
const SETTLED = /^[\w$.]*(?:loaded|ready|initiali[sz]ed|mounted|hydrated|booted)$/i

const VOID_ELEMENTS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Each of the tags in the template, conditional when one of the elements around has `v-if` or `v-for`. */
function inVueTemplate(text: string, names: readonly string[], file: string): Placement[] {
  const start = text.indexOf('<template')
  const end = text.lastIndexOf('</template>')
  if (start < 0 || end < start || !names.some((name) => text.includes(`<${name}`))) return []
  const placed: Placement[] = []
  const around: boolean[] = []
  for (const [, slash, tag = '', attributes = ''] of withoutComments(text.slice(start, end)).matchAll(/<(\/?)([\w.-]+)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^<>"']+)*)/g)) {
    if (slash) {
      around.pop()
      continue
    }
    const isConditional = [...attributes.matchAll(/\sv-(?:if|else|else-if|for)\b(?:="([^"]*)")?/g)].some(([, test = '']) => !SETTLED.test(test)) || (around.at(-1) ?? false)
    if (names.includes(tag)) placed.push(isConditional ? 'many' : { file, name: null })
    if (!attributes.endsWith('/') && !VOID_ELEMENTS.test(tag)) around.push(isConditional)
  }
  return placed
}

/** Those of markup: `<!-- … -->` */
function withoutComments(markup: string): string {
  return markup.replace(/<!--[^]*?(?:-->|$)/g, '')
}

/** Each of the tags, conditional inside of a block such as `{#if open}`. */
function inSvelteTemplate(text: string, name: string, file: string): Placement[] {
  const placed: Placement[] = []
  const around: boolean[] = []
  for (const [found, opened, test = '', closed, other] of withoutComments(text).matchAll(new RegExp(`\\{#(if|each|await|key)\\s+([^{}]*)\\}?|\\{/(if|each|await|key)\\b|\\{:(else)\\b|<${escaped(name)}(?=[\\s/>])`, 'g'))) {
    if (opened) around.push((around.at(-1) ?? false) || !(opened === 'if' && SETTLED.test(test.trim())))
    else if (closed) around.pop()
    else if (other) around.splice(-1, 1, true)
    else if (found) placed.push(around.at(-1) ? 'many' : { file, name: null })
  }
  return placed
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

/** What a mention of a part's name places, and where; null where it places nothing. */
function placementOf(mention: Node, around: readonly Node[], file: string, isOwn: boolean): Placement | null {
  const parent = around.at(-1)
  if (!parent || around.some(({ type }) => type === 'ImportDeclaration' || /^TS(?:TypeReference|TypeQuery|Interface)/.test(type))) return null
  switch (parent.type) {
    case 'JSXOpeningElement':
      return standingIn(around.slice(0, -1), file)
    case 'NewExpression':
    case 'CallExpression': {
      if (parent.callee === mention) return standingIn(around, file, true)
      if (/^(?:createElement|h|jsx|jsxs|createVNode)$/.test(lastName(parent.callee) ?? '') && parent.arguments[0] === mention) return standingIn(around, file)
      if (/^(?:createApp|createSSRApp|mount|registerRootComponent)$/.test(lastName(parent.callee) ?? '')) return 'one'
      const name = nameAround(around)
      return name !== null ? { file, name } : (COMPONENT_CALLS.has(lastName(parent.callee) ?? '') ? null : 'unknown')
    }
    case 'JSXClosingElement':
    case 'JSXAttribute':
    case 'ImportSpecifier':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return null
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === mention ? { file, name: parent.id?.name ?? 'default' } : null // each of those is one of these
    case 'VariableDeclarator':
      return parent.id === mention ? null : 'unknown'
    case 'ExportDefaultDeclaration':
      return isOwn ? null : { file, name: 'default' }
    case 'ExportSpecifier':
      return isOwn ? null : { file, name: (parent.exported as TSESTree.Identifier).name }
    case 'MemberExpression':
    case 'JSXMemberExpression':
      return parent.object === mention && around.at(-2)?.type === 'AssignmentExpression' ? null : parent.object === mention ? 'unknown' : null // Menu.displayName = …
    case 'Property': {
      if (parent.value !== mention && !parent.shorthand) return null
      if (around.some((one) => one.type === 'Property' && keyName(one) === 'components')) return around.some(isMounting) ? 'one' : null // in templates that the page brings
      return isRoute(around) ? 'many' : 'unknown'
    }
    case 'JSXExpressionContainer': {
      const attribute = around.at(-2)
      return attribute?.type === 'JSXAttribute' && attribute.name.name === 'root' ? 'one' : 'many'
    }
    default:
      return 'unknown'
  }
}

/** What the value is called that calls hand on: `const Y = memo(X)`, `export default connect(…)(X)`. */
function nameAround(around: readonly Node[]): string | null {
  const holder = around.findLast(({ type }) => type !== 'CallExpression')
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name
  return holder?.type === 'ExportDefaultDeclaration' ? 'default' : null
}

/** `createApp({ components: { Menu } })`, `new Vue({ components: { Menu } })` */
function isMounting(node: Node): boolean {
  return (node.type === 'CallExpression' && /^create(?:SSR)?App$/.test(lastName(node.callee) ?? '')) || (node.type === 'NewExpression' && lastName(node.callee) === 'Vue')
}

/** What a route calls what it shows. */
const ROUTE_KEY = /^(?:component|components|element|Component|render|screen|lazy|load\w*|default)$/

/** `component: Menu`, `element: <Menu />` */
function isRoute(around: readonly Node[]): boolean {
  return around.some((one) => one.type === 'Property' && ROUTE_KEY.test(keyName(one) ?? ''))
}

const REPEATING = /^(?:map|flatMap|forEach|from|times|on|addEventListener|setInterval)$/
const STARTING = /^(?:_?(?:main|init|start|boot|mount|setup|load|run|render(?:App|Root)?)|(?:init|start|boot|mount|render)[A-Z]\w*)$/

/** `if (!open) return null`, but for what ends for good: `if (loading) return <Spinner />` */
function isWayOut(statement: Node): boolean {
  if (statement.type !== 'IfStatement') return false
  const { test, consequent } = statement
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent
  if (last?.type !== 'ReturnStatement') return false
  return test.type === 'UnaryExpression' && test.operator === '!' ? !SETTLED.test(lastName(test.argument) ?? '') : !/(?:loading|pending|fetching)$/i.test(lastName(test) ?? '')
}

/** Elements that show what is in them for a while: of React Router's and Solid's. */
const SHOWING = /(?:Route|^Show|^Match|^For|^Index)$/

function lastNameOf({ openingElement: { name } }: TSESTree.JSXElement): string {
  return name.type === 'JSXIdentifier' ? name.name : ''
}

/** Calls that run a function of theirs once, now or later. */
const RUN_ONCE = new Set([
  'then', 'catch', 'finally', 'Promise', 'nextTick', '$nextTick', 'queueMicrotask', 'setTimeout', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback',
  'useMemo', 'useState', 'startTransition', 'batch', 'untrack', 'run', 'runOutsideAngular', 'runInAction', '$', 'jQuery', 'ready', 'whenReady', 'listen', 'define', 'require',
  ...MOUNT_HOOKS, ...COMPONENT_CALLS, ...SHARING_CALLS,
])

/** How often the function is run, which is no component and no hook, for each time that what is around is. */
function timesOf(fn: FunctionNode, parent: Node, above: Node | undefined): Prevalence {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression': {
      const name = lastName(parent.callee) ?? ''
      const isRun = parent.callee === fn || RUN_ONCE.has(name) || (parent.type === 'CallExpression' && isOfStart(parent)) || (EFFECT_HOOKS.has(name) && isEmptyList(parent.arguments[1]))
      return isRun ? 'one' : 'unknown'
    }
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return 'one' // see there
    case 'JSXExpressionContainer':
      return above?.type === 'JSXAttribute' && /^on[A-Z]/.test(String(above.name.name)) ? 'many' : 'unknown'
    case 'MemberExpression':
      return 'one' // (function () {}).call(this)
    case 'UnaryExpression':
      return 'one'
    default: {
      const name = fn.id?.name ?? nameOf(parent)
      return name !== null && (STARTING.test(name) || CLASSES.vue.setup.includes(name)) ? 'one' : 'unknown'
    }
  }
}

/** `init = () => …`, `mounted() { … }`, `window.onload = () => …` */
function nameOf(holder: Node): string | null {
  if (holder.type === 'VariableDeclarator') return lastName(holder.id)
  if (holder.type === 'Property') return keyName(holder)
  return holder.type === 'AssignmentExpression' ? (lastName(holder.left) ?? '').replace(/^onload$/, 'load') : null
}

function isEmptyList(node: Node | undefined): boolean {
  return node?.type === 'ArrayExpression' && node.elements.length === 0
}

function isRepeating(node: Node | undefined): boolean {
  return node?.type === 'CallExpression' && REPEATING.test(lastName(node.callee) ?? '')
}

/** `document.addEventListener('DOMContentLoaded', …)` */
function isOfStart({ arguments: [event] }: TSESTree.CallExpression): boolean {
  return event?.type === 'Literal' && SINGLE_EVENTS.has(String(event.value))
}

/** What the last of these nodes, a placement, stands in, going outwards. */
function standingIn(around: readonly Node[], file: string, isCalled = false): Placement {
  let isRendered = false
  let isSeldom = false
  const isMade = around.at(-1)?.type === 'NewExpression'
  for (let index = around.length - 2; index > 0; index--) {
    const at = around[index] as Node
    const inner = around[index + 1]
    switch (at.type) {
      case 'LogicalExpression':
        if (inner === at.right && !isCalled && !isRendered && !(at.operator === '&&' && SETTLED.test(lastName(at.left) ?? ''))) return 'many'
        break
      case 'ConditionalExpression':
        if (inner !== at.test && !isCalled && !isRendered && !(inner === at.consequent && SETTLED.test(lastName(at.test) ?? ''))) return 'many'
        break
      case 'BlockStatement':
        if (!isCalled && !isRendered && at.body.some((one) => one !== inner && one.range[0] < (inner?.range[0] ?? 0) && isWayOut(one))) isSeldom = true
        break
      case 'IfStatement':
        if (inner !== at.test && !isCalled && !isRendered && !(inner === at.consequent && SETTLED.test(lastName(at.test) ?? ''))) return 'many'
        break
      case 'SwitchCase':
        if (!isCalled && !isRendered) return 'many'
        break
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
        return 'many'
      case 'Property':
        if (isRoute([at])) return around.some(isMounting) ? 'one' : 'many' // `new Vue({ render: (h) => h(Frame) })`
        break
      case 'JSXAttribute':
        if (/^(?:element|component|fallback|render)$/.test(String(at.name.name))) return 'many'
        break
      case 'CallExpression':
        if (RENDERING_CALLS.has(lastName(at.callee) ?? '') || lastName(at.callee) === 'createApp' || lastName(at.callee) === 'registerComponent') isRendered = true
        if (isRepeating(at) && inner !== at.callee && !isOfStart(at)) return 'many'
        break
      case 'JSXElement':
        if (SHOWING.test(lastNameOf(at))) return 'many'
        break
      case 'PropertyDefinition':
        if (isMade && inner && isFunction(inner) && !STARTING.test(keyName(at) ?? '')) return 'many'
        break
      case 'MethodDefinition':
        if (isMade && at.kind !== 'constructor' && !STARTING.test(keyName(at) ?? '')) return 'many' // with each call
        break
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { file, name: at.id?.name ?? 'default', isSeldom }
      default: {
        if (!isFunction(at) || isRepeating(around[index - 1])) break
        const name = at.id?.name ?? nameAround(around.slice(0, index))
        if (name !== null && isRendered) return STARTING.test(name) ? 'one' : 'many'
        if (name !== null && /^(?:[A-Z]|use[A-Z]|default$)/.test(name)) return { file, name, isSeldom }
        const times = timesOf(at, around[index - 1] as Node, around[index - 2])
        if (times === 'many') return 'many'
        isSeldom ||= times === 'unknown'
      }
    }
  }
  return isSeldom ? 'unknown' : 'one'
}

