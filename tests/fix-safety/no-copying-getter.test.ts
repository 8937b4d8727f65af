import rule from '../../src/rules/no-copying-getter.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a field that is read instead of its copy',
    code: `function f(xs) {
      class List {
        #items = [1, 2, 3]
        get items() { return [...this.#items] }
        find(wanted) {
          const found = []
          for (const x of wanted) if (this.items.includes(x)) found.push(x)
          return found
        }
      }
      return new List().find(xs)
    }`,
    inputs: { xs: { array: 'any', plain: true } },
    suggestion: 'readField',
    differs: [],
  },
  {
    name: 'a copy that is made once',
    code: `function f(xs) {
      class List {
        #ids = new Set([1, 'a'])
        getIds() { return Array.from(this.#ids) }
        find(wanted) {
          return wanted.filter((x) => this.getIds().includes(x))
        }
      }
      return new List().find(xs)
    }`,
    inputs: { xs: { array: 'primitive', plain: true } },
    suggestion: 'readBefore',
    differs: [],
  },
  {
    name: 'a getter in a loop',
    code: 'function f(xs) { class A { items = xs; get copy() { return [...this.items] } g(n) { for (let i = 0; i < n; i++) if (this.copy.includes(i)) n-- } } new A().g(9) }',
    refuses: 'reading the getter runs the iterator of the field, which may be of a subclass',
  },
  {
    name: 'a copy that protects a walk',
    code: 'function f(xs, cb) { class A { #items = xs; get copy() { return [...this.#items] } g(n) { for (let i = 0; i < n; i++) for (const x of this.copy) cb(x) } } new A().g(9) }',
    refuses: 'cb may write the field',
  },
])
