import rule from '../../src/rules/no-leaked-subscription.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a reaction of a class with a teardown',
    code: `import { autorun } from 'mobx'
    class Saver { constructor(store) { autorun(() => store.items) } dispose() {} }
    export function f(store) { new Saver(store).dispose() }`,
    refuses: 'the program may count on being called after the end',
  },
])
