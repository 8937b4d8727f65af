import rule from '../../src/rules/no-leaked-object-url.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a link that is clicked',
    code: `export function f(link, blob) {
      link.href = URL.createObjectURL(blob)
      link.click()
    }`,
    refuses: 'the program may read the URL of the link later',
  },
])
