import rule from '../../src/rules/no-ignored-cleanup.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a cleanup that begins to run',
    code: `import { useEffect } from 'react'
    function View({ cb }) { useEffect(async () => { const off = cb(); return () => off() }, []) }
    export function f(cb) { return View({ cb }) }`,
    refuses: 'the program may count on what is never ended',
  },
])
