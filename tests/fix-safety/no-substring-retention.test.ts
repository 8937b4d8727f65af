import rule from '../../src/rules/no-substring-retention.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a flat copy of a slice',
    code: "let head; function f(bytes) { const text = Buffer.concat([Buffer.from(String(bytes))]).toString(); head = text.slice(2, 40); return head }",
    inputs: { bytes: 'string' },
    suggestion: 'copyFlat',
    differs: [],
  },
  {
    name: 'a flat copy of what may be missing',
    code: "let line; function f(bytes) { const text = Buffer.concat([Buffer.from(String(bytes))]).toString(); line = text.split('a')[1]; return line }",
    inputs: { bytes: 'string' },
    suggestion: 'copyFlat',
    differs: [],
  },
])
