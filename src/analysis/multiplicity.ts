import { FINAL_EVENTS } from '../knowledge/resources.ts'
import type { Acquisition } from './acquisitions.ts'
import { argumentOf, type FunctionNode, isWithin, type Node, outermost, parameterOf, resolve, rootVariable, type Scope, unwrap, type Variable, variableOf } from './bindings.ts'
import { calleeName, stringValue } from './calls.ts'
import { callbackFunction } from './callbacks.ts'
import { endsAltogether } from './classes.ts'
import { leaves } from './conditions.ts'
import { decoratorsOf } from './decorators.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction, isLoadScope } from './functions.ts'
import { isPerInstanceScript } from './lifetime.ts'
import { callsNamed, isReachedFrom, keyName, lastName, membersNamed, mentionsOf } from './occurrences.ts'
import type { Owner } from './owners.ts'
import { holderName, isKeptByPage, mayBeShared, regionOf, releasesOthersOf } from './releases.ts'
import { isCalled } from './restarts.ts'
import { teardownOf } from './teardown.ts'

/** Does every new owner leave one more behind? Not where there is one owner, one listener for all, or one time for all. */
export function isMultiplied(acquired: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (leavesThePage(acquired, sourceCode) || endsTheProgram(owner, sourceCode) || isOwnSubject(acquired, owner, sourceCode)) return false
  return addsUp(acquired, owner, sourceCode) && isMany(owner, acquired, sourceCode) && !isGuarded(acquired.call, owner, sourceCode)
}

/**
 * A class that can only be stopped may be the one server or menu of its program, unless it takes others of its listeners away;
 * and what any class hears of the end of the process is mostly heard once.
 */
function isMany(owner: Owner, acquired: Acquisition, sourceCode: SourceCode): boolean {
  const { resource, holder, event } = acquired
  const isFinal = FINAL_EVENTS.has(stringValue(event ?? undefined, sourceCode) ?? '')
  const isPlain = owner.kind === 'class' && owner.framework === null
  if (isPlain && isFinal && holder !== null && holderName(holder, sourceCode) === 'process') return endsAltogether(owner.node) && releasesOthersOf(acquired, owner, sourceCode)
  if (!(isPlain && !endsAltogether(owner.node)) && owner.kind !== 'prototype') return true
  if (resource.kind === 'timer') return true
  if (resource.kind === 'resource' || isFinal) return false
  if (isKeptByPage(acquired, sourceCode)) return !isPlain || holder === null || releasesOthersOf(acquired, owner, sourceCode)
  return mayBeShared(acquired, sourceCode)
}

/** The socket of a handler of connections, the request of a handler of requests, the scope of a controller, the node of an action: it ends with them. */
function isOwnSubject({ holder }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  const root = holder && /^(?:callback|scope|factory)$/.test(owner.kind) ? rootVariable(holder, sourceCode) : null
  if (root === null) return false
  const isOwn = root.scope.block === owner.node
  if (owner.kind === 'factory') return isOwn && root.name === 'node' // https://svelte.dev/docs/svelte/use: an action is given its element
  if (owner.kind === 'callback' || (owner.kind === 'scope' && owner.name === 'the handler' && isOwn)) return isOwn
  return /^(?:\$?(?:i?[eE]l(?:em(?:ent)?)?|scope)|node|controller|_?req(?:uest)?|_?res(?:ponse)?|reply)$/.test(root.name)
}

/** A callback after which the page is another, or the process is gone, takes all with it. */
function leavesThePage({ handler, resource }: Acquisition, sourceCode: SourceCode): boolean {
  const fn = resource.kind === 'timer' && handler ? callbackFunction(handler, sourceCode) : null
  return fn !== null && /\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:reload|replace|assign)\(|\bprocess\.exit\(/.test(sourceCode.getText(fn))
}

/** Does the page or the process end with the owner: `destroy() { window.close() }`? */
function endsTheProgram(owner: Owner, sourceCode: SourceCode): boolean {
  return owner.kind === 'class' && callsNamed(['close', 'exit'], sourceCode, owner.node).some((call) => {
    return /^(?:close|process\.exit)$/.test(calleeName(call, sourceCode) ?? '') && isReachedFrom(call, teardownOf(owner, sourceCode).entries, sourceCode)
  })
}

/**
 * Does each new owner add one? An EventTarget takes the same function only once, so a listener has to be a new function
 * for each of them.
 */
function addsUp({ call, resource, handler, sink, options }: Acquisition, owner: Owner, sourceCode: SourceCode): boolean {
  if (resource.match === 'receiver') return sink.kind !== 'variable' || !isLoadScope(sink.variable.scope, sourceCode) || isPerInstanceScript(sourceCode)
  if (!handler || options?.type === 'ThisExpression' || !(resource.of === 'page' || /addEventListener$/.test(resource.acquire))) return true // a context makes another function
  const value = unwrap(handler)
  if (value.type === 'MemberExpression') {
    if (value.object.type === 'ThisExpression' && owner.kind === 'prototype') return isSetByInstance(lastName(value) ?? '', sourceCode)
    if (value.object.type === 'ThisExpression') return owner.kind !== 'class' || isBoundToInstance(lastName(value), owner, sourceCode)
    const root = rootVariable(value, sourceCode)
    return root !== null && !isLoadScope(root.scope, sourceCode)
  }
  const variable = variableOf(value, sourceCode)
  if (!variable) return value.type !== 'Identifier'
  if (isLoadScope(variable.scope, sourceCode)) return isPerInstanceScript(sourceCode) || (owner.kind === 'setup' && owner.node.type === 'Program')
  const alias = resolve(value, sourceCode)
  if (alias.type === 'MemberExpression') return addsUp({ call, resource, handler: alias } as Acquisition, owner, sourceCode)
  const block = variable.scope.block as Node
  if (isWithin(block, regionOf(owner))) return true
  if (isWithin(call, block) && !isWithin(owner.node, block) && variable.defs[0]?.type !== ('Parameter' as never)) return true // made by each call on the way
  return givenFor(variable, regionOf(owner), sourceCode).some((given) => addsUp({ call, resource, handler: given } as Acquisition, owner, sourceCode))
}

/** What calls in `region` give for a function's parameter. */
function givenFor(variable: Variable, region: Node, sourceCode: SourceCode): Node[] {
  const parameter = parameterOf(variable)
  if (!parameter) return []
  return mentionsOf(parameter.fn, sourceCode).flatMap((mention) => {
    const { parent } = outermost(mention)
    return parent?.type === 'CallExpression' && isWithin(parent, region) ? (parent.arguments[parameter.index] ?? []) : []
  })
}

/** `this.onClick = …` */
function isSetByInstance(name: string, sourceCode: SourceCode): boolean {
  return membersNamed(name, sourceCode).some((member) => {
    const { parent } = member
    return parent?.type === 'AssignmentExpression' && parent.left === member && member.type === 'MemberExpression' && member.object.type === 'ThisExpression'
  })
}

/** A method stands on the prototype and is the same for all instances, unless something binds it. */
function isBoundToInstance(name: string | null, { node }: Extract<Owner, { kind: 'class' }>, sourceCode: SourceCode): boolean {
  if (name === null) return false
  const assigned = membersNamed(name, sourceCode).some(({ parent }) => parent?.type === 'AssignmentExpression')
  const member = node.body.body.find((one) => 'key' in one && keyName(one) === name)
  if (!member) return assigned
  if (member.type !== 'MethodDefinition' || assigned || decoratorsOf(member).length > 0 || decoratorsOf(node).length > 0) return true
  return /\b(?:autoBind|bindAll|boundMethod|autobind)\b/i.test(sourceCode.text)
}

/** Is it done once for all, guarded by a flag that outlives the owners: `if (started) return; started = true`, here or wherever its function is called? */
export function isGuarded(call: Node, owner: Owner | null, sourceCode: SourceCode, around: readonly FunctionNode[] = []): boolean {
  const fn = enclosingFunction(call)
  const inside = fn && !around.includes(fn) ? [...around, fn] : around
  if (isBehindFlag(call, owner, inside, sourceCode)) return true
  if (inside === around || fn?.parent?.type === 'ExportNamedDeclaration') return false
  const callers = mentionsOf(fn as FunctionNode, sourceCode)
  return callers.length > 0 && callers.every((caller) => isCalled(caller, sourceCode) && isGuarded(caller, owner, sourceCode, inside))
}

/** `inside`: the functions that run with it, from its own outwards, one of which sets the flag. */
function isBehindFlag(call: Node, owner: Owner | null, inside: readonly FunctionNode[], sourceCode: SourceCode): boolean {
  for (let at = call; at.parent; at = at.parent) {
    const { parent } = at
    if (parent.type === 'IfStatement' && parent.consequent === at && isFlag(parent.test, call, owner, inside, sourceCode)) return true
    if (parent.type === 'LogicalExpression' && parent.right === at && isFlag(parent.left, call, owner, inside, sourceCode)) return true
    if (parent.type !== 'BlockStatement') continue
    for (const statement of parent.body) {
      if (statement === at) break
      if (statement.type === 'IfStatement' && leaves(statement.consequent) && isFlag(statement.test, call, owner, inside, sourceCode)) return true
    }
  }
  return false
}

/** Does the test read something that outlives the owner, of the module, a class or a function around a handler, and that is set inside? */
function isFlag(test: Node, call: Node, owner: Owner | null, inside: readonly FunctionNode[], sourceCode: SourceCode): boolean {
  const body = inside.map((fn) => sourceCode.getText(fn)).join('\n')
  const names = sourceCode.getText(test).match(/[A-Za-z_$][\w$]*(?:\??\.[#\w$]+)*/g) ?? []
  return names.some((name) => {
    const [root = ''] = name.split(/\??\./)
    const isShared = name === root ? isModuleLet(root, sourceCode) || isAroundHandler(root, call, owner, sourceCode) : /^[A-Z]/.test(root) || (PAGE_WIDE.has(root) && !isDeclaredAround(root, call, sourceCode))
    return isShared && new RegExp(`${name.replace(/[$.?]/g, '\\$&')}\\s*(?:(?:\\|\\||\\?\\?)?=[^=]|\\+\\+)`).test(body)
  })
}

const PAGE_WIDE: ReadonlySet<string> = new Set(['window', 'globalThis', 'global', 'self', 'document'])

/** `var self = this` */
function isDeclaredAround(name: string, call: Node, sourceCode: SourceCode): boolean {
  for (let scope: Scope | null = sourceCode.getScope(call); scope; scope = scope.upper) {
    const variable = scope.set.get(name)
    if (variable && variable.defs.length > 0) return argumentOf(variable) === null
  }
  return false
}

/** Is the variable one of a function around the handler that acquires? */
function isAroundHandler(name: string, call: Node, owner: Owner | null, sourceCode: SourceCode): boolean {
  if (owner?.kind !== 'callback') return false
  for (let scope: Scope | null = sourceCode.getScope(call); scope; scope = scope.upper) {
    if (scope.set.has(name)) return isWithin(owner.node, scope.block as Node) && scope.block !== (owner.node as Node)
  }
  return false
}

function isModuleLet(name: string, sourceCode: SourceCode): boolean {
  return sourceCode.scopeManager?.scopes.some((scope) => isLoadScope(scope, sourceCode) && (scope.set.get(name)?.defs.length ?? 0) > 0) ?? false
}
