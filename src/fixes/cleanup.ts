import type { TSESTree } from '@typescript-eslint/utils'
import { resultsOf } from '../analysis/results.ts'
import { MOUNT_HOOKS, TRACKING_CALLS } from '../knowledge/frameworks.ts'
import { type FunctionNode, functionOf, isFunction, isWithin, type Node, outermost, unwrap } from '../analysis/bindings.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { callbackOf, enclosingFunction } from '../analysis/functions.ts'
import { callsNamed, keyOf, lastName } from '../analysis/occurrences.ts'
import { type Owner, teardownResults } from '../analysis/owners.ts'
import type { Leak } from '../analysis/pairing.ts'
import { discardedCleanup, skippingReturn } from '../analysis/releases.ts'
import { append, type Edit, fixOf, indentOf, indentStep, insertAt, replace, semicolon } from './edits.ts'
import { freeName } from './names.ts'
import {
  clearingOf, handleName, handleType, isFrame, isHandled, isRepeating, isNamed, isUsableIn, keptAs, listenerName, listenerType, receiverOf, type Release, releaseByVariable, removalOf,
  statementOf, withSignal,
} from './removal.ts'
import type { Repair } from './repair.ts'

/** Returns a cleanup from the effect, or adds to the one that it returns. */
export function inEffect(
  leak: Leak, fn: FunctionNode, typed: boolean, sourceCode: SourceCode, place = 'the cleanup of the effect',
): Repair | null {
  if (fn.async || fn.generator) return null
  if (fn.body.type !== 'BlockStatement') return inConciseEffect(leak, fn, typed, sourceCode)
  const forgotten = returnForgotten(leak, fn, place, sourceCode)
  if (forgotten) return forgotten
  const statement = statementOf(leak.call)
  const skipping = skippingReturn(leak, fn, sourceCode)
  if (skipping) return returnToo(leak, skipping, place, typed, sourceCode)
  const isDirect = statement?.parent === fn.body && !isRepeating(leak) && !(typed && needsContext(leak))
  const release = isDirect ? releaseByVariable(leak, statement, typed, sourceCode) : releaseFromTop(leak, fn.body, typed, sourceCode)
  if (!release) return null
  const cleanup = addCleanup(fn, release.statement, leak.call, typed, sourceCode)
  return cleanup && { verb: 'release', place, edit: fixOf([...release.edits, ...cleanup]) }
}

/** Returns the cleanup that stands at the end of the effect, or of a block in it, as a statement. */
function returnForgotten(leak: Leak, fn: FunctionNode, place: string, sourceCode: SourceCode): Repair | null {
  const cleanup = discardedCleanup(leak, fn, sourceCode)
  const statement = cleanup && outermost(cleanup).parent
  const block = statement?.parent
  if (!statement || enclosingFunction(cleanup) !== fn || block?.type !== 'BlockStatement' || block.body.at(-1) !== statement) return null
  return { verb: 'release', place, edit: fixOf([insertAt(statement.range[0], 'return ')]) }
}

/** Gives the `return` on the way to the cleanup a cleanup of its own. */
function returnToo(leak: Leak, skipping: Node, place: string, typed: boolean, sourceCode: SourceCode): Repair | null {
  const release = releaseByVariable(leak, skipping, typed, sourceCode)
  if (!release || release.edits.length > 0) return null
  const end = sourceCode.getLastToken(skipping)?.value === ';' ? ';' : ''
  return { verb: 'release', place, edit: fixOf([replace(skipping, `${returning(release.statement, typed)}${end}`)]) }
}

/** A listener whose parameters get their types from the call that it stands in. */
function needsContext({ call, handler }: Leak): boolean {
  const fn = handler && unwrap(handler)
  if (!fn || !isFunction(fn) || lastName(call.callee) !== 'addEventListener') return false
  return fn.params.some((param) => param.type !== 'Identifier' || !param.typeAnnotation)
}

/** `useEffect(() => window.addEventListener(…), [])` */
function inConciseEffect(leak: Leak, fn: FunctionNode, typed: boolean, sourceCode: SourceCode): Repair | null {
  const { call, handler } = leak
  if (unwrap(fn.body) !== call || fn.body.type === 'BlockStatement') return null
  const outer = indentOf(fn, sourceCode)
  const indent = outer + indentStep(sourceCode)
  const end = semicolon(sourceCode)
  const text = sourceCode.getText(call)
  const lines: string[] = []
  if (isHandled(leak)) {
    const name = freeName(handleName(leak), sourceCode)
    const receiver = leak.resource.match === 'receiver' ? receiverOf(leak) : null
    const starts = receiver ? [sourceCode.getText(receiver), `${name}${sourceCode.text.slice(receiver.range[1], call.range[1])}`] : [text]
    lines.push(`const ${name} = ${starts[0]}`, ...starts.slice(1), `return () => ${clearingOf(leak, name)}`)
  } else if (handler && isNamed(handler)) {
    lines.push(text, returning(removalOf(leak, sourceCode.getText(handler), sourceCode), typed))
  } else if (handler) {
    const name = freeName(listenerName(leak, sourceCode), sourceCode)
    const start = call.range[0]
    const renamed = text.slice(0, handler.range[0] - start) + name + text.slice(handler.range[1] - start)
    lines.push(`const ${name}${listenerType(handler, typed)} = ${sourceCode.getText(handler)}`, renamed, returning(removalOf(leak, name, sourceCode), typed))
  }
  const body = lines.map((line) => `${indent}${line}${end}\n`).join('')
  return { verb: 'release', place: 'the cleanup of the effect', edit: fixOf([replace(fn.body, `{\n${body}${outer}}`)]) }
}

/** Releases what is acquired deeper inside, by a name declared at the top of the function. */
function releaseFromTop(leak: Leak, body: TSESTree.BlockStatement, typed: boolean, sourceCode: SourceCode): Release | null {
  const { call, sink, handler } = leak
  const [first] = body.body
  if (!first) return null
  const top = (declaration: string): Edit =>
    insertAt(first.range[0], `${declaration}${semicolon(sourceCode)}\n${indentOf(first, sourceCode)}`)
  if (isHandled(leak)) {
    if (sink.kind === 'field' && isUsableIn(sink.member.object, body, sourceCode)) return { edits: [], statement: clearingOf(leak, sourceCode.getText(sink.member), true) }
    if (sink.kind === 'variable' && isWithin(body, sink.variable.scope.block as Node)) return { edits: [], statement: clearingOf(leak, sink.variable.name, true) }
    if (sink.kind !== 'dropped' || !isWithin(call, body) || isLate(call, body)) return null
    const name = freeName(handleName(leak), sourceCode)
    const type = isFrame(leak) ? ' = 0' : typed ? `: ${unionMember(handleType(leak))} | undefined` : ''
    const kept = isRepeating(leak) ? startsOf(leak, body, sourceCode).map((start) => insertAt(start.range[0], `${name} = `)) : keptAs(name, leak, sourceCode)
    return kept && { edits: [top(`let ${name}${type}`), ...kept], statement: clearingOf(leak, name, true) }
  }
  if (isNamed(handler) && [handler, receiverOf(leak), leak.event].every((node) => isUsableIn(node, body, sourceCode)) && !isLate(call, body)) {
    return { edits: [], statement: removalOf(leak, sourceCode.getText(handler as Node), sourceCode) }
  }
  if (!isWithin(call, body)) return null
  const name = freeName('controller', sourceCode)
  const signal = withSignal(leak, `signal: ${name}.signal`, sourceCode)
  return signal && { edits: [top(`const ${name} = new AbortController()`), signal], statement: `${name}.abort()` }
}

/** A type that stands beside others: of a function, in parentheses. */
function unionMember(type: string): string {
  return type.includes('=>') ? `(${type})` : type
}

/** Is it acquired only after something that may take longer than the owner lives? */
function isLate(call: Node, body: Node): boolean {
  for (let fn = enclosingFunction(call); fn && isWithin(fn, body); fn = enclosingFunction(fn)) {
    const given = callbackOf(fn)
    if (fn.async || (given && /^(?:then|finally|catch)$/.test(lastName(given.call.callee) ?? ''))) return true
  }
  return false
}

/** The calls that start a loop: the one that repeats it, and those that start it first, by the same callback. */
function startsOf(leak: Leak, region: Node, sourceCode: SourceCode): Node[] {
  const { call, handler } = leak
  const fn = handler && isRepeating(leak) ? functionOf(handler, sourceCode) : null
  if (!fn) return [call]
  return callsNamed([lastName(call.callee) ?? ''], sourceCode).filter((other) => {
    const [callback] = other.arguments
    const isStatement = outermost(other).parent?.type === 'ExpressionStatement'
    return other === call || (isStatement && isWithin(other, region) && callback !== undefined && functionOf(callback, sourceCode) === fn)
  })
}

/** Makes an effect's cleanup run the statement: the cleanup that is there, or a new one at the end. */
export function addCleanup(fn: FunctionNode, statement: string, call: Node, typed: boolean, sourceCode: SourceCode): Edit[] | null {
  if (fn.body.type !== 'BlockStatement') return null
  const results = resultsOf(fn, sourceCode)
  const last = fn.body.body.at(-1)
  if (results.length === 0) {
    const rest = sourceCode.text.slice(call.range[1], fn.body.range[1])
    return /\breturn\s*[;}\n]/.test(rest) ? null : [append(fn.body, [returning(statement, typed)], sourceCode)]
  }
  const [result] = results
  if (results.length > 1 || !result || last?.type !== 'ReturnStatement' || !last.argument || unwrap(last.argument) !== unwrap(result)) return null
  const cleanup = functionOf(result, sourceCode)
  if (cleanup && isWithin(cleanup, fn)) return addTo(cleanup, statement, sourceCode)
  if (result.type !== 'Identifier') return null
  const outer = indentOf(last, sourceCode)
  const indent = outer + indentStep(sourceCode)
  const end = semicolon(sourceCode)
  return [replace(last.argument, `() => {\n${indent}${result.name}()${end}\n${indent}${statement}${end}\n${outer}}`)]
}

/** A cleanup, in a block where it would answer with the emitter, for which React's types have no place. */
function returning(statement: string, typed: boolean): string {
  return typed && /\.(?:\$?off|removeListener|removeAllListeners|un|unbind)\(/.test(statement) ? `return () => { ${statement} }` : `return () => ${statement}`
}

/** Adds a statement at the end of a function, which gets a block when it has none, but before what it needs is emptied. */
export function addTo(fn: FunctionNode, statement: string, sourceCode: SourceCode): Edit[] | null {
  if (fn.body.type === 'BlockStatement') {
    const emptying = fn.body.body.find((one) => empties(one, statement, sourceCode))
    if (emptying) return [insertAt(emptying.range[0], `${statement}${fn.body.loc.start.line === fn.body.loc.end.line ? '; ' : `${semicolon(sourceCode)}\n${indentOf(emptying, sourceCode)}`}`)]
    return fn.body.body.at(-1)?.type === 'ReturnStatement' ? null : [append(fn.body, [statement], sourceCode)]
  }
  if (sourceCode.getTokenBefore(fn.body)?.value !== '=>' || empties(fn.body, statement, sourceCode)) return null // a parenthesised expression
  const outer = indentOf(fn, sourceCode)
  const indent = outer + indentStep(sourceCode)
  const end = semicolon(sourceCode)
  return [replace(fn.body, `{\n${indent}${sourceCode.getText(fn.body)}${end}\n${indent}${statement}${end}\n${outer}}`)]
}

/** Does it write a field or variable that the added statement names, or fields by computed names, or run the end of the class above, which may? */
function empties(node: Node, added: string, sourceCode: SourceCode): boolean {
  const text = sourceCode.getText(node)
  if (/\bthis\[[^\]]+\]\s*=(?!=)|^super\.(?!disconnectedCallback|componentWillUnmount|ngOnDestroy)\w+\(/.test(text)) return true
  const names = added.match(/\bthis\??\.#?[\w$]+|(?<![\w$.#'"`])[A-Za-z_$][\w$]*/g) ?? []
  return names.some((name) => {
    const place = name.replace('?', '').replaceAll(/[.$]/g, String.raw`\$&`)
    return name !== 'this' && new RegExp(String.raw`(?<![\w$.])${place}\s*=(?![=>])|\bdelete ${place}\b`).test(text)
  })
}

/** Registers the release with the hook of the framework whose setup this is, beside the acquisition. */
export function inSetup(leak: Leak, typed: boolean, sourceCode: SourceCode): Repair | null {
  const mount = mountCallback(leak)
  if (mount && lastName(callbackOf(mount)?.call.callee ?? mount) === 'onActivated') return null // each activation would add one more hook
  const [module, hook] = setupHook(sourceCode)
  if (mount && module === 'svelte') return inEffect(leak, mount, typed, sourceCode, "the cleanup of 'onMount'")
  if (isRepeating(leak)) return endLoop(leak, mount ?? leak.owner?.node, hook, importHook(module, hook, sourceCode), typed, sourceCode)
  const statement = statementOf(leak.call)
  const around = enclosingFunction(leak.call)
  const isSynchronous = around === null || around === mount || around === leak.owner?.node || (module === 'solid-js' && isTracked(around))
  if (!isSynchronous || around?.async) return null
  const anchor = statement ?? (mount && outermost(mount).parent?.parent)
  if (!anchor || anchor.type !== 'ExpressionStatement' && anchor.type !== 'VariableDeclaration') return null
  const release = statement ? releaseByVariable(leak, statement, typed, sourceCode) : namedRelease(leak, sourceCode)
  const imports = release && importHook(module, hook, sourceCode)
  if (!release || !imports) return null
  return { verb: 'release', place: `'${hook}'`, edit: fixOf([...imports, ...release.edits, behind(anchor, `${hook}(() => ${release.statement})`, sourceCode)]) }
}

/** The callback of `createEffect` and the like */
function isTracked(fn: FunctionNode): boolean {
  return TRACKING_CALLS.has(lastName(callbackOf(fn)?.call.callee ?? fn) ?? '')
}

/** Writes a statement on the next line; it ends with a semicolon where another stood behind on the same line. */
function behind(statement: Node, text: string, sourceCode: SourceCode): Edit {
  const next = sourceCode.getTokenAfter(statement)
  const isLast = !next || next.value === '}' || next.loc.start.line > statement.loc.end.line
  return insertAt(statement.range[1], `\n${indentOf(statement, sourceCode)}${text}${isLast ? semicolon(sourceCode) : ';'}`)
}

/** `onMounted(() => window.addEventListener('resize', onResize))` */
function namedRelease(leak: Leak, sourceCode: SourceCode): Release | null {
  if (isHandled(leak) || !leak.handler || !isNamed(leak.handler)) return null
  return { edits: [], statement: removalOf(leak, sourceCode.getText(leak.handler), sourceCode) }
}

/** Keeps the handle of what starts itself again in the function around it, which registers the hook as its last statement. */
function endLoop(leak: Leak, fn: Node | undefined, hook: string, imports: readonly Edit[] | null, typed: boolean, sourceCode: SourceCode): Repair | null {
  if (!fn || !isFunction(fn) || fn.async || fn.body.type !== 'BlockStatement' || fn.body.body.at(-1)?.type === 'ReturnStatement') return null
  const release = releaseFromTop(leak, fn.body, typed, sourceCode)
  return release && imports && { verb: 'release', place: `'${hook}'`, edit: fixOf([...imports, ...release.edits, append(fn.body, [`${hook}(() => ${release.statement})`], sourceCode)]) }
}

/** The callback of the mount hook in which it is acquired: right there, or in a loop that starts itself again. */
function mountCallback(leak: Leak): FunctionNode | null {
  for (let fn = enclosingFunction(leak.call); fn; fn = isRepeating(leak) ? enclosingFunction(fn) : null) {
    const given = callbackOf(fn)
    if (given && MOUNT_HOOKS.has(lastName(given.call.callee) ?? '')) return fn
  }
  return null
}

function setupHook({ text }: SourceCode): [module: string, hook: string] {
  if (/from\s*['"]solid-js/.test(text)) return ['solid-js', 'onCleanup']
  if (/from\s*['"]svelte['"]/.test(text) || /<\/script>/.test(text) && !/<template\b|<script\b[^>]*\ssetup/.test(text)) return ['svelte', 'onDestroy']
  return ['vue', 'onUnmounted']
}

/** The file's own statements; Svelte's parser puts them into the script's element. */
function statementsOf({ ast }: SourceCode): readonly Node[] {
  return ast.body.flatMap((one: Node) => ((one.type as string) === 'SvelteScriptElement' ? (one as unknown as { body: Node[] }).body : one))
}

/** Imports `name`; nothing to do when the file has it. */
export function importHook(module: string, name: string, sourceCode: SourceCode): Edit[] | null {
  const statements = statementsOf(sourceCode)
  const declaration = statements.find(
    (one): one is TSESTree.ImportDeclaration => one.type === 'ImportDeclaration' && one.source.value === module && one.importKind !== 'type',
  )
  const specifiers = declaration?.specifiers.filter(({ type }) => type === 'ImportSpecifier') ?? []
  if (specifiers.some(({ local }) => local.name === name)) return []
  const last = specifiers.at(-1)
  if (last) return [insertAt(last.range[1], `, ${name}`)]
  const [first] = statements
  if (!first || freeName(name, sourceCode) !== name) return null
  return [insertAt(first.range[0], `import { ${name} } from '${module}'${semicolon(sourceCode)}\n${indentOf(first, sourceCode)}`)]
}

/** Adds the release to the teardown method that the function returns. */
export function inFactory(leak: Leak, fn: FunctionNode, typed: boolean, sourceCode: SourceCode): Repair | null {
  const [teardown] = teardownResults(fn, sourceCode)
  const statement = statementOf(leak.call)
  if (!teardown || !statement || statement.parent !== fn.body || isRepeating(leak)) return null
  const release = releaseByVariable(leak, statement, typed, sourceCode)
  const edits = release && addTo(teardown, release.statement, sourceCode)
  return edits && { verb: 'release', place: placeOf(teardown, fn, sourceCode), edit: fixOf([...release.edits, ...edits]) }
}

/** By its name, which a declared function that is returned has for this file alone. */
function placeOf(teardown: FunctionNode, fn: FunctionNode, sourceCode: SourceCode): string {
  const isReturned = resultsOf(fn, sourceCode).some((result) => functionOf(result, sourceCode) === teardown)
  const name = keyOf(teardown) ?? (isReturned ? null : teardown.id?.name)
  return name ? `'${name}'` : 'the function that it returns'
}

/** Releases it when the connection or response ends that the handler was called for. */
export function inHandler(leak: Leak, owner: Extract<Owner, { kind: 'callback' }>, typed: boolean, sourceCode: SourceCode): Repair | null {
  const statement = statementOf(leak.call)
  const subject = subjectOf(owner)
  if (!statement || !subject || enclosingFunction(statement) !== owner.node || isRepeating(leak)) return null
  const release = releaseByVariable(leak, statement, typed, sourceCode)
  if (!release) return null
  return { verb: 'release', place: `'close' of '${subject}'`, edit: fixOf([...release.edits, behind(statement, `${subject}.on('close', () => ${release.statement})`, sourceCode)]) }
}

/** What ends with a 'close' event, among the handler's parameters: the connection, or the response. */
function subjectOf({ node, call }: Extract<Owner, { kind: 'callback' }>): string | null {
  const names = node.params.map((param) => (param.type === 'Identifier' ? param.name : ''))
  const response = names.find((name) => /^_?(?:res|response|reply)$/.test(name))
  if (response) return response
  const isConnection = /^(?:on|addListener)$/.test(lastName(call.callee) ?? '') && /connection|session|stream/i.test(String((call.arguments[0] as { value?: unknown }).value))
  return isConnection ? (names[0] || null) : null
}
