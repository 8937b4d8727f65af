import type { TSESTree } from '@typescript-eslint/utils'
import { initializerOf, isExported, isModuleScope, isWithin, type Node, outermost, propertyName, readsOf, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, methodCall, stringValue } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, runsAtLoad } from './functions.ts'
import { isStateSetter, keptIn } from './kept-values.ts'
import { isPerInstanceScript, isSingleFileComponent } from './lifetime.ts'
import { isGuarded } from './multiplicity.ts'
import { callsNamed, keyName, lastName, membersNamed, occurrences } from './occurrences.ts'
import { ownerOf } from './owners.ts'

/** An object URL that nothing in its file revokes. */
export interface ForgottenUrl {
  call: TSESTree.CallExpression
  /** The calls that are through with it when they return: `link.click()`, `new Worker(url)`; null where it is shown and read later. */
  last: Node | null
  /** How it is named after `last`: a variable, or `link.href`. */
  name: string | null
}

/**
 * Is the call `URL.createObjectURL(…)` one of many, whose URL this file alone uses and never revokes? A URL that is
 * returned, passed to unknown functions or kept in objects may be revoked by others.
 */
export function forgottenUrl(call: TSESTree.CallExpression, sourceCode: SourceCode): ForgottenUrl | null {
  if (call.arguments.length !== 1 || calleeName(call, sourceCode) !== 'URL.createObjectURL' || runsAtLoad(call, sourceCode) || isOfMedia(call, sourceCode) || isGuarded(call, null, sourceCode)) return null
  if (callsNamed(['revokeObjectURL'], sourceCode).length > 0 || membersNamed('revokeObjectURL', sourceCode).length > 0) return null
  if ([...occurrences(sourceCode).calls.keys()].some((name) => REVOKING.test(name))) return null
  const uses = usesOf(call, sourceCode)
  if (uses === null || uses.length === 0 || uses.some((use) => isLinkToStay(use, sourceCode))) return null
  return { call, ...lastUse(call, uses, sourceCode) }
}

/** What helpers are called that revoke it: `releaseUrl`, `cleanupPreviews`. */
const REVOKING = /^(?:revoke|release|free|dispose|clean(?:up)?)\w*(?:url|blob|preview)/i

/** The places at which the URL ends up; null when others may get it. */
function usesOf(value: Node, sourceCode: SourceCode, seen = new Set<Variable>()): Node[] | null {
  const node = outermost(value)
  const { parent } = node
  if (keptIn(node, sourceCode)) return [node]
  switch (parent?.type) {
    case 'JSXExpressionContainer':
      return parent.parent.type === 'JSXAttribute' && /^(?:href|src|srcSet|poster|data)$/.test(sourceCode.getText(parent.parent.name)) ? [parent] : null
    case 'VariableDeclarator': {
      const variable = variableOf(parent.id, sourceCode)
      if (!variable || parent.init !== node || seen.has(variable) || isModuleScope(variable.scope)) return null
      seen.add(variable)
      return all(readsOf(variable).map(({ identifier }) => usesOf(identifier, sourceCode, seen)))
    }
    case 'AssignmentExpression': {
      if (parent.right !== node || outermost(parent).parent?.type !== 'ExpressionStatement') return null
      return /^(?:href|src|srcset|poster|backgroundImage)$/.test(lastName(parent.left) ?? '') || isOfComponent(parent.left, sourceCode) ? [parent] : null
    }
    case 'Property': // $(image).attr({ src: url })
      return parent.value === node && ATTRIBUTES.test(keyName(parent) ?? '') && isAttributes(parent.parent) ? [parent] : null
    case 'CallExpression':
    case 'NewExpression':
      if (/^bypassSecurityTrust(?:Resource)?Url$/.test(lastName(parent.callee) ?? '')) return usesOf(parent, sourceCode, seen) // Angular's
      return isReader(parent, node, sourceCode) ? [parent] : null
    case 'ConditionalExpression':
      return parent.test === node ? [] : usesOf(parent, sourceCode, seen)
    case 'LogicalExpression':
      return usesOf(parent, sourceCode, seen)
    case 'TemplateLiteral':
      return usesOf(parent, sourceCode, seen)
    case 'IfStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return []
    default:
      return null
  }
}

const ATTRIBUTES = /^(?:href|src|srcset|poster|data)$/

/** Is it what an element is given by jQuery's method: https://api.jquery.com/attr? */
function isAttributes(node: Node): boolean {
  const { parent } = node
  const method = parent?.type === 'CallExpression' ? methodCall(parent) : null
  return node.type === 'ObjectExpression' && method?.arguments[0] === node && SETTING.test(method.method)
}

const SETTING = /^(?:attr|prop)$/

/** Is it a variable or field that only a component shows: `url.value` of `const url = ref()`, `this.url` of Vue's and of Angular's, Svelte's `url`? */
function isOfComponent(target: Node, sourceCode: SourceCode): boolean {
  const inner = unwrap(target)
  if (inner.type === 'Identifier') {
    const variable = variableOf(inner, sourceCode)
    return variable !== null && isModuleScope(variable.scope) && isPerInstanceScript(sourceCode) && !isExported(variable) && !readsOf(variable).some(({ identifier }) => isHandedOn(identifier, sourceCode))
  }
  if (inner.type !== 'MemberExpression') return false
  const name = propertyName(inner)
  if (name === 'value') {
    const ref = variableOf(inner.object, sourceCode)
    const made = ref && initializerOf(ref)
    if (made?.type !== 'CallExpression' || !/^(?:ref|shallowRef)$/.test(lastName(made.callee) ?? '')) return false
    return !readsOf(ref as Variable).some(({ identifier }) => isHandedOn(identifier.parent.type === 'MemberExpression' ? identifier.parent : identifier, sourceCode))
  }
  const owner = inner.object.type === 'ThisExpression' && name !== null ? ownerOf(inner, sourceCode) : null
  const isComponent = owner?.kind === 'class' ? owner.framework !== null : owner?.kind === 'options'
  return isComponent && !membersNamed(name as string, sourceCode).some((member) => isHandedOn(member, sourceCode))
}

/** May others get the URL that is read here, and revoke it? What a component of one file returns goes to its template. */
function isHandedOn(read: Node, sourceCode: SourceCode): boolean {
  const value = outermost(read)
  const { parent } = value
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== value && !isReader(parent, value, sourceCode)
    case 'Property':
    case 'ReturnStatement':
      return !isSingleFileComponent(sourceCode)
    case 'AssignmentExpression':
      return parent.right === value
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'ArrowFunctionExpression':
      return true
    case 'VariableDeclarator':
      return parent.init === value // Vue's parser has declarations read that the template names
    default:
      return false
  }
}

function all(lists: readonly (Node[] | null)[]): Node[] | null {
  return lists.includes(null) ? null : lists.flatMap((list) => list as Node[])
}

/** Does the call only read the URL: it shows it, opens it, loads it, or keeps it as state of a component? */
function isReader(call: TSESTree.CallExpression | TSESTree.NewExpression, url: Node, sourceCode: SourceCode): boolean {
  const name = calleeName(call, sourceCode) ?? ''
  if (call.type === 'NewExpression') return name === 'Worker' || name === 'Audio' // shared workers are found again by their URL
  if (/^(?:window\.)?(?:open|fetch|importScripts|console\.\w+)$/.test(name)) return true
  const method = methodCall(call)
  if (method?.method === 'setAttribute') return /^(?:href|src|poster|xlink:href)$/.test(stringValue(call.arguments[0], sourceCode) ?? '') && call.arguments[1] === url
  if (method && SETTING.test(method.method)) return ATTRIBUTES.test(stringValue(call.arguments[0], sourceCode) ?? '') && call.arguments[1] === url
  return isStateSetter(call, sourceCode)
}

/** Is it the target of a link that nobody clicks here, so that users may do it as long as it is shown? */
function isLinkToStay(use: Node, sourceCode: SourceCode): boolean {
  const isOfLink = use.type === 'AssignmentExpression' ? lastName(use.left) === 'href'
    : use.type === 'Property' ? keyName(use) === 'href'
    : use.type === 'CallExpression' && SETTING.test(lastName(use.callee) ?? '') && stringValue(use.arguments[0], sourceCode) === 'href'
  if (!isOfLink) return false
  const fn = enclosingFunction(use)
  return fn !== null && callsNamed(['click', 'dispatchEvent', 'assign'], sourceCode).every((call) => !isWithin(call, fn))
}

/** The last call after which nobody needs the URL, in the block in which it is made. */
function lastUse(call: TSESTree.CallExpression, uses: readonly Node[], sourceCode: SourceCode): Pick<ForgottenUrl, 'last' | 'name'> {
  const none = { last: null, name: null }
  const fn = enclosingFunction(call)
  const [use] = uses
  if (uses.length !== 1 || !use || enclosingFunction(use) !== fn) return none
  const holder = outermost(call).parent
  const variable = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : null
  if (use.type === 'NewExpression' && calleeName(use, sourceCode) === 'Worker') return { last: use, name: variable }
  const link = linkOf(use)
  if (!link || !fn) return none
  const clicks = callsNamed(['click'], sourceCode).filter((one) => {
    const method = methodCall(one)
    return method !== null && sourceCode.getText(method.object) === link.name && isWithin(one, fn) && enclosingFunction(one) === fn && one.range[0] > use.range[0]
  })
  const last = clicks.at(-1)
  return last ? { last, name: variable ?? `${link.name}.href` } : none
}

/** `link` of `link.href = url` and `link.setAttribute('href', url)`. */
function linkOf(use: Node): { name: string } | null {
  const object = use.type === 'AssignmentExpression' && use.left.type === 'MemberExpression' && lastName(use.left) === 'href' ? use.left.object
    : use.type === 'CallExpression' && !SETTING.test(lastName(use.callee) ?? '') ? (methodCall(use)?.object ?? null) : null
  return object?.type === 'Identifier' ? { name: object.name } : null
}

/** A MediaSource is attached by its URL and lives on with the element; browsers of today refuse a stream, and no blob is behind it. */
function isOfMedia({ arguments: [source] }: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  return source !== undefined && /media_?source|stream$/i.test(sourceCode.getText(source))
}
