import type { TSESTree } from '@typescript-eslint/utils'
import { CLASSES, COMPONENT_CALLS, EFFECT_HOOKS, RENDERING_CALLS } from '../knowledge/frameworks.ts'
import { OPENING, REPEATING, ROUTE_KEY, RUN_ONCE, SHOWING, STARTING, UNMOUNTING } from '../knowledge/placements.ts'
import { SINGLE_EVENTS } from '../knowledge/resources.ts'
import { type FunctionNode, isFunction, type Node } from './bindings.ts'
import { keyName, lastName } from './occurrences.ts'
import { type Certainty, certaintyOf } from './settling.ts'

/**
 * How many of a component, element, hook or class a program has at most, over its life: `one` where it is a fixed part of what is, up to what is rendered as
 * the program starts, if in several places, as these are no more with time; `many` where it is placed under a condition, in a loop or by a route; `unused` where
 * nothing places it; `unknown` where that cannot be followed; `foreign` where other programs place it, as what a library exports.
 */
export type Prevalence = 'one' | 'many' | 'unused' | 'unknown' | 'foreign'

/** A part of a file: by its name, by `default`, or all of it as a single-file component. */
export interface Part {
  file: string
  name: string | null
}

/** A file of the project, and what it says. */
export interface Source {
  file: string
  text: string
}

/** A part in which something is placed: `isSeldom` where it may be there without. */
export interface Holder extends Part {
  isSeldom?: boolean
}

/** Where a part is placed: in another part, or in something that says at once how often. */
export type Placement = Holder | Prevalence

/** What a mention of a part's name places, and where; null where it places nothing. */
export function placementOf(mention: Node, around: readonly Node[], source: Source, isOwn: boolean): Placement | null {
  const { file } = source
  const parent = around.at(-1)
  if (parent?.type === 'TSAsExpression' || parent?.type === 'TSNonNullExpression') return placementOf(parent, around.slice(0, -1), source, isOwn) // `Menu as any`
  if (!parent || around.some(({ type }) => type === 'ImportDeclaration' || /^TS(?:TypeReference|TypeQuery|Interface)/.test(type))) return null
  if (around.some(({ type }) => type === 'Decorator')) return around.some((one) => one.type === 'Property' && keyName(one) === 'bootstrap') ? 'one' : null // what is declared, imported, queried
  switch (parent.type) {
    case 'JSXOpeningElement':
      return standingIn(around.slice(0, -1), source)
    case 'NewExpression':
    case 'CallExpression': {
      if (parent.callee === mention) return standingIn(around, source, true)
      if (/^(?:createElement|h|jsx|jsxs|createVNode)$/.test(lastName(parent.callee) ?? '') && parent.arguments[0] === mention) return standingIn(around, source)
      if (/^(?:createApp|createSSRApp|mount|registerRootComponent|bootstrapApplication)$/.test(lastName(parent.callee) ?? '')) return timesMounted(source)
      if (OPENING.test(lastName(parent.callee) ?? '')) return 'many'
      const name = nameAround(around)
      return name !== null ? { file, name } : (COMPONENT_CALLS.has(lastName(parent.callee) ?? '') ? null : 'unknown')
    }
    case 'ArrowFunctionExpression': {
      const call = around.at(-2)
      return parent.params.includes(mention as TSESTree.Parameter) || (call?.type === 'CallExpression' && lastName(call.callee) === 'forwardRef') ? null : 'unknown' // `useExisting: forwardRef(() => Menu)`
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
    case 'ArrayExpression':
      return /['"]@angular\/core['"]/.test(source.text) ? null : isOfAll(source) // what a module of Angular's declares
    case 'AssignmentExpression':
      return isOwn && isExport(parent, mention) ? null : 'unknown'
    case 'ExportDefaultDeclaration':
      return isOwn ? null : { file, name: 'default' }
    case 'ExportSpecifier':
      return isOwn ? null : { file, name: (parent.exported as TSESTree.Identifier).name }
    case 'MemberExpression':
    case 'JSXMemberExpression':
      return parent.object !== mention || around.at(-2)?.type === 'AssignmentExpression' || lastName(parent) === 'name' ? null : 'unknown' // Menu.displayName = …
    case 'Property': {
      if (parent.value !== mention && !parent.shorthand) return null
      if (around.some((one) => one.type === 'Property' && keyName(one) === 'components')) return around.some(isMounting) ? timesMounted(source) : null // in templates that the page brings
      return isRoute(around) ? 'many' : isOfAll(source)
    }
    case 'JSXExpressionContainer': {
      const attribute = around.at(-2)
      return attribute?.type === 'JSXAttribute' && attribute.name.name === 'root' ? 'one' : around.some((one, index) => isKeptScreen(one, around[index - 1])) ? 'unknown' : 'many'
    }
    default:
      return 'unknown'
  }
}

/** Of a table of components: are they registered for the templates of whoever installs them? */
function isOfAll({ text }: Source): Prevalence {
  return /\.component\(\s*[\w$.]+\s*,/.test(text) ? 'foreign' : 'unknown'
}

/** `createReactClass({ … })` */
function isOfClass(call: Node | undefined): boolean {
  return call?.type === 'CallExpression' && /^create(?:React)?Class$/.test(lastName(call.callee) ?? '')
}

/** `module.exports = Menu`, `exports.Menu = Menu` */
function isExport({ left, right }: TSESTree.AssignmentExpression, mention: Node): boolean {
  return right === mention && left.type === 'MemberExpression' && /^(?:exports|module)$/.test(lastName(left.object.type === 'MemberExpression' ? left.object.object : left.object) ?? '')
}

/** What the value is called that calls hand on: `const Y = memo(X)`, `export default connect(…)(X)`. */
function nameAround(around: readonly Node[]): string | null {
  const holder = around.findLast(({ type }) => type !== 'CallExpression')
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name
  return holder?.type === 'ExportDefaultDeclaration' ? 'default' : null
}

/** What a file takes down again that it mounts, it mounts again: views and dialogs with roots of their own. */
function timesMounted({ text }: Source): Prevalence {
  return UNMOUNTING.test(text) && !/\b(?:module|import\.meta)\.hot\b/.test(text) ? 'many' : 'one'
}

/** `createApp({ components: { Menu } })`, `new Vue({ components: { Menu } })` */
function isMounting(node: Node): boolean {
  return (node.type === 'CallExpression' && /^create(?:SSR)?App$/.test(lastName(node.callee) ?? '')) || (node.type === 'NewExpression' && lastName(node.callee) === 'Vue')
}

/** `{ path: '/', component: Menu }`, `{ index: true, element: <Menu /> }`, `{ screen: Menu }`, `<Route path="/" element={<Menu />}>`, and what a column of a table renders. */
export function isRoute(around: readonly Node[]): boolean {
  return around.some((one, index) => isRouteElement(one) || (one.type === 'Property' && ROUTE_KEY.test(keyName(one) ?? '') && (/^(?:screen|render)$/.test(keyName(one) ?? '') || hasKey(around[index - 1], /^(?:path|index|url)$/))))
}

function isRouteElement(node: Node | undefined): node is TSESTree.JSXElement {
  return node?.type === 'JSXElement' && /Route$/.test(lastNameOf(node))
}

function hasKey(node: Node | undefined, key: RegExp): boolean {
  return node?.type === 'ObjectExpression' && node.properties.some((one) => one.type === 'Property' && key.test(keyName(one) ?? ''))
}

/** A route with others in it: `root` one for all pages, or for all but that to sign in, `inner` one for those of a part of the program. */
export type Frame = 'root' | 'inner'

/** `{ path: '', component: Frame, children: [ … ] }`, `<Route path="/a" element={<Frame />}>…</Route>`; null for a route of its own. */
export function frameAround(around: readonly Node[], text: string): Frame | null {
  const index = around.findLastIndex(isRouteElement)
  const element = around[index]
  if (isRouteElement(element)) {
    const path = attributeOf(element, /^path$/)
    if (!hasPath(element)) return 'root'
    const isOfAll = path?.value?.type === 'Literal' && path.value.value === '/'
    const holds = holdsRoutes(around[index + 1]?.type === 'JSXOpeningElement' ? element : around.at(-2))
    if (holds) return isOfAll ? 'root' : 'inner'
    return isOfAll && !attributeOf(element, /^exact$/) && attributeOf(element, /^(?:component|render|children)$/) ? 'root' : null // https://v5.reactrouter.com/web/api/Route/exact-bool
  }
  const route = around[around.findLastIndex((one) => one.type === 'Property' && ROUTE_KEY.test(keyName(one) ?? '')) - 1]
  if (!hasKey(route, /^(?:children|loadChildren)$/)) return null
  const path = (route as TSESTree.ObjectExpression).properties.find((one) => one.type === 'Property' && keyName(one) === 'path')
  if (/\bforChild\(/.test(text)) return 'inner' // of Angular's, whose paths go on from that of another file
  return path?.type !== 'Property' || (path.value.type === 'Literal' && /^\/?$/.test(String(path.value.value))) ? 'root' : 'inner'
}

function attributeOf({ openingElement: { attributes } }: TSESTree.JSXElement, name: RegExp): TSESTree.JSXAttribute | undefined {
  return attributes.find((one): one is TSESTree.JSXAttribute => one.type === 'JSXAttribute' && name.test(String(one.name.name)))
}

/** `<Route path="/menu">`, `<Route index>`; one without is for all that the others before it are not for. */
function hasPath(element: TSESTree.JSXElement): boolean {
  return attributeOf(element, /^(?:path|index|default)$/) !== undefined || element.openingElement.attributes.some(({ type }) => type === 'JSXSpreadAttribute')
}

function holdsRoutes(node: Node | undefined): boolean {
  return node?.type === 'JSXElement' && node.children.some((child) => child.type === 'JSXElement' && /(?:Routes?|Switch)$/.test(lastNameOf(child)))
}

/** How sure is it that a part of this is there, by the condition that it hangs on? */
function certaintyIn(node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression | TSESTree.IfStatement, part: Node | undefined, text: string): Certainty {
  if (node.type === 'LogicalExpression') return part === node.right ? certaintyOf(node.left, node.operator !== '&&', text) : 'fixed'
  return part === node.test ? 'fixed' : certaintyOf(node.test, part === node.alternate, text)
}

/** `if (!open) return null`, but for what ends for good: `if (loading) return <Spinner />` */
function isWayOut(statement: Node, text: string): boolean {
  if (statement.type !== 'IfStatement') return false
  const { test, consequent } = statement
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent
  if (last?.type !== 'ReturnStatement') return false
  return certaintyOf(test, true, text) !== 'fixed' && !/(?:loading|pending|fetching)$/i.test(lastName(test) ?? '')
}

/** Navigators keep the screens of tabs and drawers, and the first of a stack: https://reactnavigation.org/docs/navigation-lifecycle */
function isKeptScreen(node: Node, parent: Node | undefined): boolean {
  if (node.type !== 'JSXElement' || node.openingElement.name.type !== 'JSXMemberExpression') return false
  const { object, property } = node.openingElement.name
  if (property.name !== 'Screen') return false
  return /tab|drawer/i.test(object.type === 'JSXIdentifier' ? object.name : '') || (parent?.type === 'JSXElement' && parent.children.find(({ type }) => type === 'JSXElement') === node)
}

function lastNameOf({ openingElement: { name } }: TSESTree.JSXElement): string {
  return name.type === 'JSXIdentifier' ? name.name : ''
}

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
function standingIn(around: readonly Node[], source: Source, isCalled = false): Placement {
  const { file, text } = source
  let isRendered = false
  let isSeldom = false
  const isMade = around.at(-1)?.type === 'NewExpression'
  for (let index = around.length - 2; index > 0; index--) {
    const at = around[index] as Node
    const inner = around[index + 1]
    switch (at.type) {
      case 'LogicalExpression':
      case 'ConditionalExpression':
      case 'IfStatement': {
        const certainty = isCalled || isRendered ? 'fixed' : certaintyIn(at, inner, text)
        if (certainty === 'conditional') return 'many'
        isSeldom ||= certainty === 'seldom'
        break
      }
      case 'BlockStatement':
        if (!isCalled && !isRendered && at.body.some((one) => one !== inner && one.range[0] < (inner?.range[0] ?? 0) && isWayOut(one, text))) isSeldom = true
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
        if (isOfClass(around[index - 2])) return { file, name: nameAround(around.slice(0, index - 1)) ?? 'default', isSeldom }
        if (ROUTE_KEY.test(keyName(at) ?? '')) return around.some(isMounting) ? timesMounted(source) : isRoute(around.slice(index - 1, index + 1)) ? 'many' : 'unknown' // `new Vue({ render: (h) => h(Frame) })`
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
        if (name !== null && isRendered) return timesMounted(source) === 'many' ? 'many' : STARTING.test(name) ? 'one' : 'unknown' // into the same root it is rendered anew
        if (name !== null && /^(?:[A-Z]|use[A-Z]|default$)/.test(name)) return { file, name, isSeldom }
        const times = timesOf(at, around[index - 1] as Node, around[index - 2])
        if (times === 'many') return 'many'
        isSeldom ||= times === 'unknown'
      }
    }
  }
  return isSeldom ? 'unknown' : isRendered ? timesMounted(source) : 'one'
}

