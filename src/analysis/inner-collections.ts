import type { TSESTree } from '@typescript-eslint/utils'
import type { CollectionKind } from '../knowledge/collections.ts'
import { isExported, isModuleScope, isWithin, namedAt, type Node, outermost, propertyName, unwrap, type Variable, variableOf } from './bindings.ts'
import type { SourceCode } from './fact.ts'
import { emptyCollection } from './made-collections.ts'

/** The collections that another one holds, one for each of its keys: `lists.get(name).push(line)`, `(counts[name] ||= {})[word] = 1`. */
export interface InnerCollections {
  kind: CollectionKind
  /** One of the expressions that make them. */
  initializer: TSESTree.Expression
  /** Where one that was there before is mentioned. */
  uses: readonly Node[]
  /** Blocks in which one is put into the other: what is added there is what it starts with. */
  made: readonly Node[]
}

/** What the mentions of a map, or of an object as one, say of the collections in it; null where they say too little. */
export function innerOf(uses: readonly Node[], kind: CollectionKind, sourceCode: SourceCode): InnerCollections | null {
  return kind === 'map' || kind === 'object' ? new Inner(sourceCode).of(uses) : null
}

class Inner {
  readonly #sourceCode: SourceCode
  readonly #uses: Node[] = []
  readonly #makers: TSESTree.Expression[] = []
  readonly #made: Node[] = []
  readonly #variables = new Set<Variable>()
  readonly #put = new Set<Node>()
  #isKnown = true

  constructor(sourceCode: SourceCode) {
    this.#sourceCode = sourceCode
  }

  of(uses: readonly Node[]): InnerCollections | null {
    for (const use of uses) this.#outer(use)
    for (const variable of this.#variables) this.#mentions(variable)
    const [initializer] = this.#makers
    const kind = initializer && emptyCollection(initializer, this.#sourceCode)
    const isOfOneKind = this.#makers.every((maker) => emptyCollection(maker, this.#sourceCode) === kind)
    return this.#isKnown && kind && isOfOneKind ? { kind, initializer, uses: this.#uses, made: this.#made } : null
  }

  /** One mention of what holds them. */
  #outer(use: Node): void {
    const member = outermost(use).parent
    if (member?.type === 'BinaryExpression' && member.operator === 'in') return
    if (member?.type !== 'MemberExpression' || member.object !== outermost(use)) return this.#giveUp()
    const place = outermost(member)
    const { parent } = place
    if (parent?.type === 'CallExpression' && parent.callee === place) return this.#call(parent, propertyName(member))
    if (!member.computed) return member.property.type === 'Identifier' && /^(?:size|length)$/.test(member.property.name) ? undefined : this.#giveUp()
    if (parent?.type !== 'AssignmentExpression' || parent.left !== place) return this.#entry(member)
    this.#puts(parent.right, parent)
    this.#entry(parent)
  }

  #call(call: TSESTree.CallExpression, method: string | null): void {
    if (method === 'has' || method === 'hasOwnProperty') return
    if (method === 'get') return this.#entry(call)
    const value = call.arguments[1]
    if (method === 'set' && value && value.type !== 'SpreadElement') this.#puts(value, call)
    else this.#giveUp()
  }

  /** What is put in has to be an empty collection, or one that was there. */
  #puts(value: TSESTree.Expression, by: Node): void {
    const inner = unwrap(value)
    const block = blockOf(by)
    if (block) this.#made.push(block)
    if (inner.type === 'Identifier') this.#put.add(inner)
    else this.#makes(inner)
  }

  #makes(value: Node): void {
    const inner = unwrap(value)
    if (emptyCollection(inner, this.#sourceCode)) this.#makers.push(inner as TSESTree.Expression)
    else this.#giveUp()
  }

  /** An expression that gives one of them, or `undefined`. */
  #entry(entry: Node): void {
    const node = outermost(entry)
    const { parent } = node
    if (parent?.type === 'LogicalExpression' && parent.left === node && parent.operator !== '&&') {
      this.#makes(parent.right)
      return this.#entry(parent)
    }
    const target = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === node ? parent.left : null
    const variable = target && variableOf(target, this.#sourceCode)
    if (variable && !isExported(variable) && !isModuleScope(variable.scope)) this.#variables.add(variable)
    else if (parent?.type !== 'ExpressionStatement') this.#uses.push(entry)
  }

  /** The mentions of a variable that is given one that was there. */
  #mentions(variable: Variable): void {
    for (const mention of namedAt(variable)) {
      const { parent } = mention
      if (parent?.type === 'AssignmentExpression' && parent.left === mention) {
        const right = unwrap(parent.right)
        if (!this.#isEntry(right)) this.#makes(right)
      } else if (!this.#put.has(mention)) this.#uses.push(mention)
    }
  }

  /** `list = lists.get(name)`, which is on the list already. */
  #isEntry(value: Node): boolean {
    return value.type === 'CallExpression' || value.type === 'MemberExpression'
  }

  #giveUp(): void {
    this.#isKnown = false
  }
}

/** The block of an `if` that puts one in where there was none. */
function blockOf(node: Node): Node | null {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type === 'BlockStatement') return at.parent.type === 'IfStatement' ? at : null
  return null
}

/** Is it added where the collection is made, as one of those that it starts with? */
export function isOfMaking(node: Node, { made }: InnerCollections): boolean {
  return made.some((block) => isWithin(node, block))
}
