import type { TSESTree } from '@typescript-eslint/utils'
import { DATA_FILES, NAMED_AS_RESPONSE, RESPONSES, WHOLE_BODIES, WHOLE_FILES } from '../knowledge/streams.ts'
import { initializerOf, isConstant, isExported, type Node, outermost, resolve, unwrap, type Variable, variableOf } from './bindings.ts'
import { isCallTo, type MethodCall, methodCall } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { enclosingFunction } from './functions.ts'
import { usesOf } from './escapes.ts'
import { lastName } from './occurrences.ts'
import { platformName } from './streams.ts'
import { isWritable } from './writables.ts'

/** What is held in whole: a file, the body of a response, or what an iterable gives. */
export interface Whole {
  of: 'file' | 'body' | 'iterable'
  /** The call that reads it: `readFile(path)`, `response.arrayBuffer()`, `Array.fromAsync(source)`. */
  call: TSESTree.CallExpression
  /** What is awaited, or the call itself where it does not wait. */
  value: Node
  /** The constant that holds it, with its declaration; null where it is used in its place. */
  held: { variable: Variable; statement: Node } | null
}

/** What takes it piece by piece just as well. */
export type Taker =
  /** `for (const line of text.split('\n'))` */
  | { by: 'lines'; loop: TSESTree.ForOfStatement }
  /** `for (const item of items)` */
  | { by: 'loop'; loop: TSESTree.ForOfStatement }
  /** `writeFile(path, data)`; `data` is the argument with what converts it */
  | { by: 'file'; call: TSESTree.CallExpression; data: Node; isSync: boolean }
  /** `res.end(data)` */
  | { by: 'response'; call: TSESTree.CallExpression; stream: Node }
  /** `createHash('sha256').update(data)` */
  | { by: 'hash'; called: MethodCall }

export interface WholeInput {
  whole: Whole
  taker: Taker
}

/** Is this a call that holds a whole input of which the code needs a piece at a time? Only where it can wait for the pieces. */
export function wholeInput(call: TSESTree.CallExpression, sourceCode: SourceCode): WholeInput | null {
  const of = wholeOf(call, sourceCode)
  if (of === null || !mayAwait(call, sourceCode)) return null
  const awaited = outermost(call).parent
  const isPromise = platformName(call.callee, sourceCode) !== 'fs.readFileSync'
  if (isPromise && awaited?.type !== 'AwaitExpression') return null
  const value = isPromise ? (awaited as Node) : call
  const direct = takerOf(value, of, sourceCode)
  if (direct) return isWorthwhile(direct, call, isPromise, sourceCode) ? { whole: { of, call, value, held: null }, taker: direct } : null
  const declarator = outermost(unconverted(value, sourceCode)).parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.parent.declarations.length > 1) return null
  const variable = variableOf(declarator.id, sourceCode)
  const use = variable && isConstant(variable) && !isExported(variable) ? usesOf(variable, sourceCode) : []
  if (use.length !== 1 || !use[0] || use[0].captured || enclosingFunction(use[0].node) !== enclosingFunction(call)) return null
  const taker = takerOf(use[0].node, of, sourceCode)
  return taker && variable && isWorthwhile(taker, call, isPromise, sourceCode) ? { whole: { of, call, value, held: { variable, statement: declarator.parent } }, taker } : null
}

/** Lines are mostly those of short lists, and what scripts hash without waiting are sources: these need a name that says more. */
function isWorthwhile(taker: Taker, call: TSESTree.CallExpression, isPromise: boolean, sourceCode: SourceCode): boolean {
  const [path] = call.arguments
  if (taker.by === 'lines') return path !== undefined && NAMED_AS_DATA.test(sourceCode.getText(path))
  return taker.by !== 'hash' || isPromise
}

const NAMED_AS_DATA = /(?<!change)log(?!in)|csv|tsv|jsonl|ndjson|dump|data|input|export|import(?!\.meta)|access|history/i

/** Pictures of a few kilobytes. */
const NAMED_AS_IMAGE = /image|img|avatar|icon|logo|thumb/i

function mayAwait(node: Node, { ast }: SourceCode): boolean {
  const fn = enclosingFunction(node)
  return fn ? fn.async : ast.sourceType === 'module' && ast.body.some(({ type }) => /^(?:Import|Export)/.test(type))
}

function wholeOf(call: TSESTree.CallExpression, sourceCode: SourceCode): Whole['of'] | null {
  const name = platformName(call.callee, sourceCode)
  if (name === 'Array.fromAsync') return call.arguments.length === 1 ? 'iterable' : null
  if (name !== null && WHOLE_FILES.includes(name)) return isSmallFile(call.arguments[0], sourceCode) ? null : 'file'
  const called = methodCall(call)
  if (!called || !WHOLE_BODIES.includes(called.method) || call.arguments.length > 0) return null
  if (NAMED_AS_IMAGE.test(sourceCode.getText(called.object))) return null
  const response = resolve(called.object, sourceCode)
  const asked = response.type === 'AwaitExpression' ? unwrap(response.argument) : null
  return asked?.type === 'CallExpression' && RESPONSES[platformName(asked.callee, sourceCode) ?? ''] === 'web' ? 'body' : null
}

/** A file that is named in the code, and not as data: its size is known, and small. */
function isSmallFile(path: Node | undefined, sourceCode: SourceCode): boolean {
  if (!path) return true
  const value = resolve(path, sourceCode)
  const literal = lastLiteral(value)
  if (literal !== null) return !DATA_FILES.test(literal)
  return /config|package|manifest|template|settings|env|ignore|schema|license|readme|tsconfig|import\.meta|__filename/i.test(sourceCode.getText(path) + sourceCode.getText(value))
}

/** `'b.json'` of `'b.json'`, `join(a, 'b.json')`, `` `${a}/b.json` ``, `new URL('b.json', base)`. */
function lastLiteral(value: Node): string | null {
  switch (value.type) {
    case 'Literal':
      return String(value.value)
    case 'TemplateLiteral':
      return /\.\w+$/.exec(value.quasis.at(-1)?.value.cooked ?? '')?.[0] ?? null
    case 'BinaryExpression':
      return lastLiteral(unwrap(value.right))
    case 'NewExpression':
      return value.arguments[0] ? lastLiteral(value.arguments[0]) : null
    case 'CallExpression': {
      const last = value.arguments.at(-1)
      return last ? lastLiteral(last) : null
    }
    default:
      return null
  }
}

/** The expression around `value` that only turns it into another form of the same bytes: `Buffer.from(await r.arrayBuffer())`. */
function unconverted(value: Node, sourceCode: SourceCode): Node {
  const { parent } = outermost(value)
  if (parent?.type === 'CallExpression' && parent.arguments.length === 1 && isCallTo(parent, 'Buffer.from', sourceCode)) return parent
  if (parent?.type === 'NewExpression' && parent.arguments.length === 1 && /^Uint8Array$/.test(lastName(parent.callee) ?? '')) return parent
  if (parent?.type === 'MemberExpression' && parent.parent.type === 'CallExpression' && methodCall(parent.parent)?.method === 'toString') return parent.parent
  return value
}

function takerOf(value: Node, of: Whole['of'], sourceCode: SourceCode): Taker | null {
  const data = unconverted(value, sourceCode)
  const place = outermost(data)
  const { parent } = place
  if (parent?.type === 'ForOfStatement' && parent.right === place) return of === 'iterable' && !parent.await ? { by: 'loop', loop: parent } : null
  if (of === 'file' && parent?.type === 'MemberExpression') return linesTaker(parent, sourceCode)
  if (parent?.type !== 'CallExpression' || of === 'iterable') return null
  const name = platformName(parent.callee, sourceCode)
  if (of === 'body' && parent.arguments[1] === place && parent.arguments.length === 2) {
    if (name === 'fs.writeFileSync') return { by: 'file', call: parent, data, isSync: true }
    if (name === 'fs.promises.writeFile' && outermost(parent).parent?.type === 'AwaitExpression') return { by: 'file', call: parent, data, isSync: false }
  }
  const called = methodCall(parent)
  if (called?.arguments[0] !== place || called.arguments.length !== 1) return null
  const isStatement = outermost(parent).parent?.type === 'ExpressionStatement'
  if (called.method === 'end' && isStatement && (isWritable(called.object, sourceCode) || NAMED_AS_RESPONSE.test(lastName(called.object) ?? ''))) return { by: 'response', call: parent, stream: called.object }
  return of === 'file' && called.method === 'update' && isHash(called.object, sourceCode) ? { by: 'hash', called } : null
}

function linesTaker(member: Node, sourceCode: SourceCode): Taker | null {
  const called = member.parent?.type === 'CallExpression' ? methodCall(member.parent) : null
  const [separator] = called?.arguments ?? []
  if (called?.member !== member || called.method !== 'split' || called.arguments.length !== 1 || !separator) return null
  if (!/^(?:'\\n'|"\\n"|\/\\r\?\\n\/\w*|\/\\n\/\w*|'\\r\\n'|\/\\r\?\\n\|\\r\/\w*)$/.test(sourceCode.getText(separator))) return null
  const lines = outermost(called.call)
  const { parent } = lines
  if (parent?.type === 'ForOfStatement' && parent.right === lines) return { by: 'lines', loop: parent }
  return null
}

function isHash(node: Node, sourceCode: SourceCode): boolean {
  const variable = variableOf(node, sourceCode)
  const made = unwrap((variable && initializerOf(variable)) ?? node)
  return made.type === 'CallExpression' && /^crypto\.create(?:Hash|Hmac)$/.test(platformName(made.callee, sourceCode) ?? '')
}
