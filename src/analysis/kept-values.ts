import type { TSESTree } from '@typescript-eslint/utils'
import { KEEPING_CALLS } from '../knowledge/frameworks.ts'
import { type Node, outermost, type Variable, variableOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { lastName } from './occurrences.ts'

/**
 * The variable by which a component reads what the expression gives to one of the calls that keep values for it:
 * `const socket = useRef(new WebSocket(url))`, `useMemo(() => new Worker(url), [url])`, `setSocket(new WebSocket(url))`. null where it goes elsewhere.
 */
export function keptIn(value: Node, sourceCode: SourceCode): Variable | null {
  const node = outermost(value)
  const { parent } = node
  if (parent?.type === 'CallExpression' && parent.arguments[0] === node) return isStateSetter(parent, sourceCode) ? stateOf(parent, sourceCode) : keptBy(parent, 'given', sourceCode)
  const fn = parent?.type === 'ArrowFunctionExpression' && parent.body === node ? parent : parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : null
  const given = fn && callbackOf(fn)
  return given?.index === 0 && given.call.type === 'CallExpression' ? keptBy(given.call, 'made', sourceCode) : null
}

/** Is it `setPreview` of `const [preview, setPreview] = useState()`? */
export function isStateSetter({ callee }: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  const pair = statePair(callee, sourceCode)
  return pair !== null && pair.elements[1]?.type === 'Identifier' && pair.elements[1].name === lastName(callee)
}

/** Is it `preview` of such a pair? */
export function isState(name: Node, sourceCode: SourceCode): boolean {
  const [state] = statePair(name, sourceCode)?.elements ?? []
  return name.type === 'Identifier' && state?.type === 'Identifier' && state.name === name.name
}

function stateOf({ callee }: TSESTree.CallExpression, sourceCode: SourceCode): Variable | null {
  const [state] = statePair(callee, sourceCode)?.elements ?? []
  return state ? variableOf(state, sourceCode) : null
}

/** `[preview, setPreview]` of either name */
function statePair(name: Node, sourceCode: SourceCode): TSESTree.ArrayPattern | null {
  const declarator = variableOf(name, sourceCode)?.defs[0]?.node as Node | undefined
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ArrayPattern' || declarator.init?.type !== 'CallExpression') return null
  return /^(?:useState|createSignal)$/.test(lastName(declarator.init.callee) ?? '') ? declarator.id : null
}

function keptBy(call: TSESTree.CallExpression, how: 'given' | 'made', sourceCode: SourceCode): Variable | null {
  const name = lastName(call.callee) ?? ''
  const kept = Object.hasOwn(KEEPING_CALLS, name) ? KEEPING_CALLS[name] : null
  const declarator = kept === how || kept === 'either' ? outermost(call).parent : null
  if (declarator?.type !== 'VariableDeclarator') return null
  const [first = null] = declarator.id.type === 'ArrayPattern' ? declarator.id.elements : [declarator.id]
  return first?.type === 'Identifier' ? variableOf(first, sourceCode) : null
}
