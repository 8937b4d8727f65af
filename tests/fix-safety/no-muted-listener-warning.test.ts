import rule from '../../src/rules/no-muted-listener-warning.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'an emitter without a limit',
    code: `export function f(bus) {
      bus.setMaxListeners(0)
      return bus.getMaxListeners()
    }`,
    refuses: 'the limit can be read, and warnings come',
  },
])
