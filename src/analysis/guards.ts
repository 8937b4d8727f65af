import type { TSESTree } from '@typescript-eslint/utils'
import { KIND_OF_TYPE, type Kind } from '../knowledge/builtins.ts'
import { isConstant, type Node, outermost, readsOf, type Variable } from './bindings.ts'
import { calleeName, qualifiedName } from './calls.ts'
import { leaves } from './conditions.ts'
import { fact, type SourceCode } from './fact.ts'

/** A part of the file that only runs where a check of the variable has passed: `if (Array.isArray(x)) { … }`. */
interface Guarded {
  kind: Kind
  region: TSESTree.Range
  /** The statement that it comes after, which a function declared there does not: it may be called before. */
  after: Node | null
}

/** What the checks around or before `node`, a read of the variable, prove that it is: `Array.isArray(x)`, `x instanceof Map`, `typeof x === 'string'`. */
export function guardedKind(node: Node, variable: Variable, sourceCode: SourceCode): Kind {
  if (!isConstant(variable)) return 'unknown'
  const known = guards(sourceCode)
  let guarded = known.get(variable)
  if (!guarded) known.set(variable, (guarded = readsOf(variable).flatMap(({ identifier }) => guardOf(identifier, sourceCode))))
  return guarded.find(({ region, after }) => region[0] <= node.range[0] && node.range[1] <= region[1] && !(after && isHoisted(node, after)))?.kind ?? 'unknown'
}

const guards = fact(() => new Map<Variable, Guarded[]>())

function guardOf(mention: Node, sourceCode: SourceCode): Guarded[] {
  const node = outermost(mention)
  const { parent } = node
  switch (parent?.type) {
    case 'CallExpression': {
      const name = parent.arguments[0] === node ? calleeName(parent, sourceCode) : null
      return name === 'Array.isArray' ? guardedBy(parent, 'array') : name === 'Buffer.isBuffer' ? guardedBy(parent, 'buffer') : []
    }
    case 'BinaryExpression': {
      const name = parent.operator === 'instanceof' && parent.left === node ? qualifiedName(parent.right, sourceCode) : null
      return name !== null && Object.hasOwn(KIND_OF_TYPE, name) ? guardedBy(parent, KIND_OF_TYPE[name] as Kind) : []
    }
    case 'UnaryExpression': {
      const comparison = parent.operator === 'typeof' ? parent.parent : null
      if (comparison?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return []
      const other = comparison.left === parent ? comparison.right : comparison.left
      const kind = other.type === 'Literal' ? KIND_OF_TYPEOF.get(String(other.value)) : undefined
      return kind ? guardedBy(comparison, kind, comparison.operator.startsWith('=')) : []
    }
    default:
      return []
  }
}

const KIND_OF_TYPEOF: ReadonlyMap<string, Kind> = new Map([
  ['string', 'string'], ['number', 'number'], ['boolean', 'boolean'], ['bigint', 'bigint'], ['symbol', 'symbol'], ['function', 'function'], ['undefined', 'undefined'],
])

/** The code that runs only where `check` has given `passes`. */
function guardedBy(check: Node, kind: Kind, passes = true): Guarded[] {
  const node = outermost(check)
  const { parent } = node
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!' ? guardedBy(parent, kind, !passes) : []
    case 'LogicalExpression':
      if (parent.operator !== (passes ? '&&' : '||')) return []
      return [...(parent.left === node ? [{ kind, region: parent.right.range, after: null }] : []), ...guardedBy(parent, kind, passes)]
    case 'ConditionalExpression':
      return parent.test === node ? [{ kind, region: (passes ? parent.consequent : parent.alternate).range, after: null }] : []
    case 'IfStatement': {
      const inside = passes ? parent.consequent : parent.alternate
      const outside = passes ? parent.alternate : parent.consequent
      return [...(inside ? [{ kind, region: inside.range, after: null }] : []), ...(outside && isLeft(outside) ? afterwards(parent, kind) : [])]
    }
    default:
      return []
  }
}

/** What comes after the statement, in the same list of statements. */
function afterwards(statement: Node, kind: Kind): Guarded[] {
  const { parent } = statement
  return parent?.type === 'BlockStatement' ? [{ kind, region: [statement.range[1], parent.range[1]], after: statement }] : []
}

/** Does what follows the statement not run after it? */
function isLeft(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement
  return last?.type === 'ContinueStatement' || last?.type === 'BreakStatement' || leaves(statement)
}

/** Is it in a declared function, which may be called before the statement that stands above it? */
function isHoisted(node: Node, statement: Node): boolean {
  for (let at = node; at.parent && at.parent !== statement.parent; at = at.parent) if (at.parent.type === 'FunctionDeclaration') return true
  return false
}
