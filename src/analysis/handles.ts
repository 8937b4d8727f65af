import type { TSESTree } from '@typescript-eslint/utils'
import type { Resource } from '../knowledge/resources.ts'
import type { Sink } from './acquisitions.ts'
import { functionOf, type Node, outermost, readsOf, samePlace, unwrap, type Variable, variableOf } from './bindings.ts'
import { type Call, calleeName } from './calls.ts'
import type { SourceCode } from './fact.ts'
import { callbackOf, enclosingFunction } from './functions.ts'
import { keptIn } from './kept-values.ts'
import { callsNamed, lastName, lastSegment, membersNamed } from './occurrences.ts'

/** A place that gives back what was acquired, or hands the means to do so to somebody else. */
export interface Release {
  node: Node
  /** The handle or disposer leaves the file's sight: returned, pushed, passed on. Its new owner answers for it. */
  isHandedOn: boolean
}

/** Calls that give the value of a ref of Vue's: https://vuejs.org/api/reactivity-utilities#unref */
const UNWRAPPING = ['unref', 'toValue']

/** Follows a handle through variables and fields. */
export class Handles {
  readonly #functions: ReadonlySet<string>
  readonly #methods: ReadonlySet<string>
  readonly #isCalled: boolean
  readonly #fluent: readonly string[]
  readonly #usedBy: readonly string[]
  readonly #users: string | undefined
  readonly #sourceCode: SourceCode
  readonly #region: Node | null
  readonly #seen = new Set<Variable | string>()

  /** Fields are followed inside of `region` only, if one is given. */
  constructor({ match, release, fluent = [], usedBy = [], users }: Resource, sourceCode: SourceCode, region: Node | null) {
    const releases = match === 'disposer' ? ['()'] : release
    this.#functions = new Set(releases.map(lastSegment))
    this.#methods = new Set(releases.flatMap((name) => (name.startsWith('.') ? name.slice(1) : [])))
    this.#isCalled = releases.includes('()')
    this.#fluent = fluent
    this.#usedBy = usedBy
    this.#users = users
    this.#sourceCode = sourceCode
    this.#region = region
  }

  of(sink: Sink): Release[] {
    if (sink.kind === 'variable' || sink.kind === 'kept') return this.#variable(sink.variable)
    return sink.kind === 'field' ? this.#field(sink.name, sink.member) : []
  }

  #variable(variable: Variable): Release[] {
    if (this.#seen.has(variable)) return []
    this.#seen.add(variable)
    return readsOf(variable).flatMap(({ identifier }) => this.#use(identifier))
  }

  #field(name: string, member: Extract<Sink, { kind: 'field' }>['member']): Release[] {
    if (this.#seen.has(name)) return []
    this.#seen.add(name)
    const unwrapped = name === 'value' ? callsNamed(UNWRAPPING, this.#sourceCode, this.#region) : [] // `timer.value` of a ref
    const read = unwrapped.filter(({ arguments: [ref] }) => ref && samePlace(ref, member.object, this.#sourceCode)).flatMap((call) => this.#use(call))
    return read.concat(membersNamed(name, this.#sourceCode, this.#region).flatMap((node) => {
      if (node.type === 'MemberExpression') {
        if (name === 'current' && !samePlace(node.object, member.object, this.#sourceCode)) return []
        return this.#use(node)
      }
      const target = node.type === 'Property' ? variableOf(node.value, this.#sourceCode) : null // const { timer } = this
      return target ? this.#variable(target) : []
    }), this.#walksOver(member.object))
  }

  /** `Object.values(this.timers).forEach(clearInterval)`, where all that an object holds is gone through. */
  #walksOver(holder: Node): Release[] {
    const name = holder.type === 'MemberExpression' ? lastName(holder) : null
    return (name === null ? [] : membersNamed(name, this.#sourceCode, this.#region)).flatMap((member) => {
      const { parent } = outermost(member)
      const isWalked = parent?.type === 'ForInStatement' || (parent?.type === 'CallExpression' && /^(?:values|keys|entries|forEach|each|map|forOwn|forIn)$/.test(lastName(parent.callee) ?? '') && parent.callee !== outermost(member))
      return isWalked && samePlace(member, holder, this.#sourceCode) ? [{ node: parent, isHandedOn: false }] : []
    })
  }

  /** What is done with the handle at one place where it is read. */
  #use(node: Node): Release[] {
    const value = outermost(node)
    const { parent } = value
    const kept = keptIn(value, this.#sourceCode)
    if (kept) return this.#variable(kept)
    switch (parent?.type) {
      case 'CallExpression':
      case 'NewExpression': {
        if (parent.callee === value && !this.#isCalled) return parent.arguments.length === 0 ? this.#use(parent) : [] // `socket()` of a signal
        if (parent.callee === value) return [{ node: parent, isHandedOn: false }]
        const name = lastName(parent.callee) ?? ''
        if (this.#usedBy.includes(name)) return this.#endOfWhole(parent)
        return this.#isUse(parent) ? [] : [{ node: parent, isHandedOn: !this.#functions.has(name) }]
      }
      case 'MemberExpression':
        return parent.object === value ? this.#member(outermost(parent), lastName(parent) ?? '') : []
      case 'AssignmentExpression':
        if (parent.right !== value) return []
        return this.#assigned(parent.left)
      case 'VariableDeclarator': {
        const variable = parent.init === value ? variableOf(parent.id, this.#sourceCode) : null
        return variable ? this.#variable(variable) : []
      }
      case 'ArrayExpression':
        return isDependencies(parent) ? [] : [{ node: parent, isHandedOn: true }]
      case 'JSXExpressionContainer':
      case 'ReturnStatement':
      case 'SpreadElement':
      case 'YieldExpression':
      case 'ExportSpecifier':
        return [{ node: parent, isHandedOn: true }]
      case 'Property':
        return parent.parent.type === 'ObjectExpression' ? [{ node: parent, isHandedOn: true }] : []
      case 'ArrowFunctionExpression':
        return parent.body === value ? [{ node: parent, isHandedOn: true }] : []
      case 'ForOfStatement':
        return parent.right === value ? [{ node: parent, isHandedOn: true }] : []
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
        return this.#use(parent)
      default:
        return []
    }
  }

  /** Where the whole is ended by name that the handle is a part of: `disposer.destroy(this.mesh)` of `this.mesh = new Mesh(geometry, material)`. */
  #endOfWhole(whole: Node): Release[] {
    const { parent } = outermost(whole)
    const place = parent?.type === 'AssignmentExpression' ? parent.left : parent?.type === 'VariableDeclarator' ? parent.id : null
    const variable = place && variableOf(place, this.#sourceCode)
    const reads = variable ? readsOf(variable).map(({ identifier }): Node => identifier) : place?.type === 'MemberExpression' ? membersNamed(lastName(place) ?? '', this.#sourceCode, this.#region) : []
    return [whole, ...reads].flatMap((read): Release[] => {
      const call = outermost(read).parent
      const fn = call?.type === 'ReturnStatement' ? enclosingFunction(call) : call?.type === 'ArrowFunctionExpression' ? call : null
      if (fn?.parent.type === 'JSXExpressionContainer') return [{ node: read, isHandedOn: true }] // whom a component asks for it, `nodeThreeObject={() => mesh}`, has it
      return call?.type === 'CallExpression' && call.callee !== outermost(read) && /^(?:destroy|dispose)/.test(lastName(call.callee) ?? '') ? [{ node: call, isHandedOn: false }] : []
    })
  }

  /** `fs.readSync(fd, …)` only uses what it is given; a stream closes it in the end. */
  #isUse(call: Call): boolean {
    const name = this.#users === undefined ? null : calleeName(call, this.#sourceCode)
    return name !== null && name.startsWith(`${this.#users}.`) && !/Stream$/.test(name) && !this.#functions.has(lastSegment(name))
  }

  /** `socket.close`, `socket.on(…)`, which goes on with the socket, or `worker.port.close` by a release of this name. */
  #member(member: Node, name: string): Release[] {
    const { parent } = member
    const isCalled = parent?.type === 'CallExpression' && parent.callee === member
    if (this.#methods.has(name)) return [{ node: member, isHandedOn: !isCalled }]
    if (name === 'current' || name === 'value') return this.#use(member)
    if (isCalled && name === 'then') return this.#awaited(parent)
    if (isCalled) return this.#fluent.includes(name) ? this.#use(parent) : []
    return parent?.type === 'MemberExpression' && parent.object === member && name.split('.').length < 3 ? this.#member(outermost(parent), `${name}.${lastName(parent)}`) : []
  }

  /** `(handle) => …` of `starting.then((handle) => …)` */
  #awaited(call: TSESTree.CallExpression): Release[] {
    const [callback] = call.arguments
    const fn = callback ? functionOf(callback, this.#sourceCode) : null
    if (!fn) return [{ node: call, isHandedOn: true }]
    const [parameter] = fn.params
    const variable = parameter ? variableOf(parameter, this.#sourceCode) : null
    return variable ? this.#variable(variable) : []
  }

  #assigned(target: Node): Release[] {
    const place = unwrap(target)
    const variable = variableOf(place, this.#sourceCode)
    if (variable) return this.#variable(variable)
    const name = place.type === 'MemberExpression' ? lastName(place) : null
    if (place.type !== 'MemberExpression' || name === null) return [{ node: place, isHandedOn: true }]
    return this.#field(name, place)
  }
}

/** `[socket]` of `useEffect(() => …, [socket])` */
function isDependencies(list: Node): boolean {
  const given = callbackOf(list)
  return given !== null && given.index > 0 && /^use[A-Z]/.test(lastName(given.call.callee) ?? '')
}
