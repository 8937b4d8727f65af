import { CLASSES, EFFECT_HOOKS, ENDLESS_BASES, MOUNT_HOOKS, OBJECT_SETUPS, SUPERCLASSES, UNMOUNT_HOOKS } from '../knowledge/frameworks.ts'
import { type FunctionNode, functionOf, isFunction, type Node, unwrap, variableOf } from './bindings.ts'
import { importOf, stringValue } from './calls.ts'
import { methodsOf, superName, teardownMethods } from './classes.ts'
import { endingsOf } from './extensions.ts'
import type { SourceCode } from './fact.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { type Owner, teardownResults } from './owners.ts'
import { callsNamed, isRunBy } from './occurrences.ts'
import { resultsOf } from './results.ts'
import { pageEndings } from './template-events.ts'

export interface Teardown {
  /** The functions by which the owner ends. */
  entries: readonly Node[]
  /** Something that this file does not show runs as well. */
  isOpaque: boolean
}

/** How the owner ends. */
export function teardownOf(owner: Owner, sourceCode: SourceCode): Teardown {
  switch (owner.kind) {
    case 'effect': {
      const own = cleanupOf(owner.node, sourceCode)
      const scope = owner.scope ?? (isPerInstanceScript(sourceCode) ? sourceCode.ast : null)
      const others = scope ? hookCleanups(scope, sourceCode) : []
      return { entries: [...own.entries, ...others], isOpaque: own.isOpaque }
    }
    case 'component':
    case 'setup':
      return { entries: [...hookCleanups(owner.node, sourceCode), ...pageEndings(owner.node, sourceCode)], isOpaque: false }
    case 'class': {
      const methods = [...teardownMethods(owner.node, owner.framework), ...updatesAfterEnd(owner, sourceCode)]
      return { entries: [...methods, ...hookCleanups(owner.node, sourceCode)], isOpaque: inheritsTeardown(owner, sourceCode) }
    }
    case 'options': {
      return { entries: [...[...endingsOf(owner.node), ...methodsOf(owner.node).filter(({ name }) => name === 'beforeRouteLeave')].map(({ fn }) => fn), ...hookEvents(owner.node, sourceCode), ...hookCleanups(owner.node, sourceCode), ...pageEndings(owner.node, sourceCode)], isOpaque: false }
    }
    case 'factory':
      return { entries: teardownResults(owner.node, sourceCode), isOpaque: false }
    case 'prototype':
    case 'scope':
      return { entries: owner.endings, isOpaque: false }
    case 'callback':
      return { entries: [], isOpaque: false }
  }
}

/** Elements whose `disconnectedCallback` sets a field may release in the update that follows. */
function updatesAfterEnd({ node, framework }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): FunctionNode[] {
  const methods = framework === 'element' ? methodsOf(node) : []
  const end = methods.find(({ name }) => name === 'disconnectedCallback')
  if (!end || !/\bthis\.\w+ = /.test(sourceCode.getText(end.fn))) return []
  return methods.filter(({ name }) => name === 'updated' || name === 'willUpdate').map(({ fn }) => fn)
}

/** What an effect's callback returns. */
function cleanupOf(fn: FunctionNode, sourceCode: SourceCode): Teardown {
  const entries: Node[] = []
  let isOpaque = false
  for (const result of resultsOf(fn, sourceCode)) {
    for (const part of alternatives(unwrap(result))) {
      const cleanup = functionOf(part, sourceCode)
      if (cleanup) entries.push(cleanup)
      else if (part.type === 'Identifier' ? part.name !== 'undefined' : isHandedBack(part)) isOpaque = true
    }
  }
  return { entries, isOpaque }
}

function isHandedBack(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'MemberExpression' || node.type === 'AwaitExpression'
}

function alternatives(node: Node): Node[] {
  const inner = unwrap(node)
  if (inner.type === 'ConditionalExpression') return [...alternatives(inner.consequent), ...alternatives(inner.alternate)]
  return inner.type === 'LogicalExpression' ? [...alternatives(inner.left), ...alternatives(inner.right)] : [inner]
}

/** What hooks inside of `region` run when it ends: `onUnmounted(fn)`, and what effects and `onMount` give back. */
function hookCleanups(region: Node, sourceCode: SourceCode): Node[] {
  const inside = (names: ReadonlySet<string>): Node[] =>
    callsNamed(names, sourceCode, region).flatMap(({ arguments: [callback] }) => callback ?? [])
  const endings = inside(UNMOUNT_HOOKS).map((callback) => functionOf(callback, sourceCode) ?? callback)
  const mounted = [...inside(EFFECT_HOOKS), ...inside(MOUNT_HOOKS)].flatMap((callback) => {
    const fn = functionOf(callback, sourceCode)
    return fn ? cleanupOf(fn, sourceCode).entries : []
  })
  return [...endings, ...mounted]
}

/** `this.$once('hook:beforeDestroy', fn)` */
function hookEvents(region: Node, sourceCode: SourceCode): Node[] {
  return callsNamed(['$once', '$on'], sourceCode, region).flatMap(({ arguments: [event, callback] }) => {
    if (!callback) return []
    return /^hook:(?:before|un|destroy)/.test(stringValue(event, sourceCode) ?? '') ? (functionOf(callback, sourceCode) ?? callback) : []
  })
}

/** A class that extends one of the user's may be ended by that one's code. */
function inheritsTeardown({ node, framework }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): boolean {
  const name = node.superClass && superName(node.superClass)
  if (!node.superClass || !framework) return node.superClass !== null && !ENDLESS_BASES.has(name ?? '')
  const variable = variableOf(node.superClass, sourceCode)
  const imported = variable && importOf(variable, sourceCode)
  return !(name !== null && Object.hasOwn(SUPERCLASSES, name)) && !(imported && SUPERCLASSES[imported.module])
}

/** Is the code at `node` run on the owner's way in: as it is made, mounted or connected, and not in a later handler? */
export function isOnWayIn(node: Node, owner: Owner, sourceCode: SourceCode): boolean {
  switch (owner.kind) {
    case 'effect':
    case 'callback':
    case 'prototype':
      return true
    case 'component':
    case 'setup':
    case 'factory':
      return isRunBy(node, [owner.node, ...mountCallbacks(owner.node, sourceCode)], sourceCode)
    case 'scope':
      return isRunBy(node, owner.entries, sourceCode)
    case 'class': {
      const names = owner.framework ? CLASSES[owner.framework].setup : ['constructor']
      const setups: Node[] = methodsOf(owner.node).filter(({ name }) => names.includes(name)).map(({ fn }) => fn)
      const fields = owner.node.body.body.filter((member) => member.type === 'PropertyDefinition' && member.value && !isFunction(member.value))
      return isRunBy(node, [...setups, ...fields], sourceCode)
    }
    case 'options': {
      const setups = methodsOf(owner.node).filter(({ name }) => CLASSES.vue.setup.includes(name) || name === 'data' || OBJECT_SETUPS.has(name) || SETUP_METHOD.test(name))
      return isRunBy(node, setups.map(({ fn }) => fn), sourceCode)
    }
  }
}

/** What classes made of objects call the method that sets them up. */
const SETUP_METHOD = /^(?:_?init(?:ialize)?|_create|onAdd|onCreated|render|constructor)$/

function mountCallbacks(region: Node, sourceCode: SourceCode): Node[] {
  return callsNamed([...MOUNT_HOOKS, ...EFFECT_HOOKS], sourceCode, region).flatMap(({ arguments: [callback] }) =>
    callback ? (functionOf(callback, sourceCode) ?? callback) : [])
}
