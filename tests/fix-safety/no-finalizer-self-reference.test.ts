import rule from '../../src/rules/no-finalizer-self-reference.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'parts are taken before',
    code: `const registry = new FinalizationRegistry((close) => close())
    export function f(handle, close) {
      const file = { handle, size: 1 }
      registry.register(file, () => close(file.handle, file.size))
      return [file.handle, file.size]
    }`,
    inputs: { handle: 'any', close: 'callback' },
    suggestion: 'copy',
    differs: [],
  },
  {
    name: 'one registry for all',
    code: `class Audio {
      #registry = new FinalizationRegistry(() => {})
      constructor(id) {
        this.id = id
        this.#registry.register(this, id)
      }
    }
    export function f(id) {
      return new Audio(id).id
    }`,
    inputs: { id: 'any' },
    suggestion: 'share',
    differs: [],
  },
  {
    name: 'nothing is repaired without being asked',
    code: 'const registry = new FinalizationRegistry((f) => f()); export function f(file) { registry.register(file, () => file.close()) }',
    refuses: 'the rule only suggests',
  },
])
