import { expect, it } from 'vitest'
import { defineRule, type MemoryRule } from '../../src/rule.ts'
import { growth, measureAllocation } from './allocation.ts'
import type { Aspect, FixEntry, Kind, SuggestionEntry } from './entry.ts'
import { allocationProblems, problems } from './fix-safety.ts'

/** A rule whose fix replaces `from` by `to`, safe or not. */
function toy(from: string, to: string, as: 'fix' | 'suggestion' = 'fix'): MemoryRule {
  return defineRule({
    meta: {
      docs: { description: 'Replace text', cost: 'allocation', family: 'copies' },
      messages: { found: 'Found.', replace: 'Replace it.' },
    },
    create(context) {
      return {
        Program(node) {
          const start = context.sourceCode.text.indexOf(from)
          if (start < 0) return
          const fix = (fixer: { replaceTextRange(range: [number, number], text: string): unknown }) => fixer.replaceTextRange([start, start + from.length], to)
          context.report({ node, messageId: 'found', ...(as === 'fix' ? { fix } : { suggest: [{ messageId: 'replace', fix }] }) } as never)
        },
      }
    },
  })
}

function entry(code: string, inputs: Record<string, Kind>): FixEntry {
  return { name: 'toy', code, inputs }
}

/** The aspects that the harness finds changed, in the words of its report. */
function changes(code: string, from: string, to: string, inputs: Record<string, Kind>): string | undefined {
  const [problem] = problems(toy(from, to), entry(code, inputs))
  return problem && (/^The repair changes: (.*)\. On$/m.exec(problem)?.[1] ?? problem)
}

it('passes a repair that nobody can tell', () => {
  expect(changes(
    'function f(xs, cb) { let all = []; for (const x of xs) { all = [...all, cb(x)] } return all }',
    'all = [...all, cb(x)]',
    'all.push(cb(x))',
    { xs: 'any', cb: 'callback' },
  )).toBeUndefined()
})

it('passes the same in TypeScript, with what the types promise', () => {
  const code = 'function f(xs: readonly number[]): number { let sum: number = 0; for (const x of xs.slice() as number[]) sum += x; return sum }'
  const inputs: Record<string, Kind> = { xs: { array: 'number', plain: true } }
  expect(problems(toy('xs.slice()', '[...xs]'), { ...entry(code, inputs), language: 'ts' })).toEqual([])
})

it('catches holes that are skipped', () => {
  expect(changes('function f(a, cb) { [...a].forEach((x) => cb(x)) }', '[...a].forEach', 'a.forEach', { a: { array: 'number', plain: true }, cb: { callback: 'number' } }))
    .toMatch('effects')
})

it('catches an element that is an array, spread by mistake', () => {
  expect(changes('function f(a, x) { const b = [].concat(a, x); return b }', '[].concat(a, x)', '[...a, ...x]', { a: { array: 'any', plain: true }, x: 'primitive' }))
    .toMatch('error')
  expect(changes('function f(a, x) { let b = []; b = b.concat(x); return b }', 'b = b.concat(x)', 'b.push(x)', { a: 'array', x: 'any' }))
    .toMatch('result')
})

it('catches a copy that protects against a callback that writes', () => {
  expect(changes('function f(a, cb) { for (const x of [...a]) cb(x) }', '[...a]', 'a', { a: { array: 'number', plain: true, dense: true }, cb: { callback: 'number' } }))
    .toMatch('effects')
})

it('catches a write to an input', () => {
  expect(changes('function f(a) { return a.slice().sort().length }', 'a.slice().sort()', 'a.sort()', { a: { array: 'number', plain: true, dense: true } }))
    .toBe('mutation')
})

it('catches effects in another order', () => {
  expect(changes('function f(a, b) { const x = a(); const y = b(); return [x, y] }', 'const x = a(); const y = b()', 'const y = b(); const x = a()', { a: 'callback', b: 'callback' }))
    .toMatch('effects')
})

it('catches a conversion that is repeated', () => {
  expect(changes('function f(x) { const s = `${x}`; return s + s }', 'const s = `${x}`; return s + s', 'return `${x}${x}`', { x: 'any' }))
    .toMatch('effects')
})

it('catches a minimum that differs on nothing, NaN and -0', () => {
  const code = 'function f(xs) { return Math.max(...xs) }'
  const inputs: Record<string, Kind> = { xs: { array: 'number', plain: true, dense: true } }
  expect(changes(code, 'Math.max(...xs)', 'xs.reduce((a, b) => (a > b ? a : b))', inputs)).toMatch('error')
  expect(changes(code, 'Math.max(...xs)', 'xs.reduce((a, b) => (a > b ? a : b), -Infinity)', inputs)).toMatch('result')
  expect(changes(code, 'Math.max(...xs)', 'xs.reduce((a, b) => (b > a || b !== b ? b : a), -Infinity)', inputs)).toMatch('result')
  expect(changes(code, 'Math.max(...xs)', 'xs.reduce((a, b) => Math.max(a, b), -Infinity)', inputs)).toBeUndefined()
})

it('catches an iterator that is no longer closed', () => {
  expect(changes(
    'function f(it) { for (const x of it) return x }',
    'for (const x of it) return x',
    'const { value } = it[Symbol.iterator]().next(); return value',
    { it: 'iterable' },
  )).toMatch('effects')
})

it('catches another identity', () => {
  const inputs: Record<string, Kind> = { a: { array: 'number', plain: true, dense: true } }
  expect(changes('function f(a) { return [...a] }', '[...a]', 'a', inputs)).toBe('identity')
  expect(changes('function f(a) { return [[], []] }', 'return [[], []]', 'const e = []; return [e, e]', inputs)).toMatch('identity')
})

it('catches a constant that callers share after hoisting', () => {
  expect(changes('function f() { return new Set([1, 2]) }', 'function f() { return new Set([1, 2]) }', 'const s = new Set([1, 2]); function f() { return s }', {}))
    .toMatch(/result|identity/)
})

it('catches an own key that became a prototype', () => {
  expect(changes(
    'function f(ks) { let o = {}; for (const k of ks) { o = { ...o, [k]: ks } } return o }',
    'o = { ...o, [k]: ks }',
    'o[k] = ks',
    { ks: { array: 'string', plain: true, dense: true } },
  )).toMatch('result')
})

it('catches -0, NaN, undefined and a missing key', () => {
  expect(changes('function f(x) { return x }', 'return x }', 'return x === 0 ? 0 : x; }', { x: 'number' })).toBe('result')
  expect(changes('function f(x) { return [x].includes(NaN) }', 'includes(NaN)', 'some((y) => y === NaN)', { x: 'number' })).toBe('result')
  expect(changes('function f(x) { return { x, y: undefined } }', '{ x, y: undefined }', '{ x }', { x: 'number' })).toBe('result')
  expect(changes('function f(x) { return { x, y: 1 } }', '{ x, y: 1 }', '{ y: 1, x }', { x: 'number' })).toBe('result')
})

it('catches pieces that join in another way than they add', () => {
  const code = "function f(xs) { let s = ''; for (const x of xs) s += x; return s }"
  const pushed = "const parts = []; for (const x of xs) parts.push(x); return parts.join('')"
  expect(changes(code, code.slice(17, -2), pushed, { xs: { array: 'primitive', plain: true, dense: true } })).toBe('result')
  expect(changes(code, code.slice(17, -2), pushed, { xs: { array: { oneOf: ['string', 'number'] }, plain: true, dense: true } })).toBeUndefined()
})

it('catches a subclass that is lost', () => {
  expect(changes('function f(xs) { return xs.filter(() => true) }', 'xs.filter(() => true)', '[...xs]', { xs: { array: 'number', dense: true } })).toMatch('result')
})

it('catches a loop that no longer ends', () => {
  const shared: Kind = { expressions: ['[1]'] }
  expect(changes('function f(xs, ys) { xs.push(...ys) }', 'xs.push(...ys)', 'for (const y of ys) xs.push(y)', { xs: shared, ys: shared })).toMatch('error')
})

it('catches a program error whose message is lost, and forgives the engine its wording', () => {
  const code = (message: string): string => `function f(x) { if (x === undefined) throw new TypeError('${message}'); return x }`
  expect(changes(code('no x'), "'no x'", "'no y'", { x: 'primitive' })).toBe('error')
  expect(changes('function f(x) { return x.length + 0 }', 'x.length + 0', 'x[`length`] + 0', { x: { expressions: ['undefined', '[]'] } })).toBeUndefined()
  expect(changes('function f(x) { for (const y of x) return y }', 'for (const y of x) return y', 'return x.at(0)', { x: { expressions: ['null', '[1]'] } })).toBeUndefined()
})

it('catches awaits in another order', () => {
  expect(changes(
    'async function f(ps, cb) { for (const p of ps) cb(await p) }',
    'for (const p of ps) cb(await p)',
    'await Promise.all(ps.map(async (p) => cb(await p)))',
    { ps: { array: 'promise', plain: true, dense: true }, cb: 'callback' },
  )).toMatch('effects')
})

it('catches an async iterator that is no longer closed', () => {
  expect(changes(
    'async function f(it) { for await (const x of it) return x }',
    'for await (const x of it) return x',
    'return (await it[Symbol.asyncIterator]().next()).value',
    { it: 'async-iterable' },
  )).toMatch('effects')
})

it('catches a generator that does its work at once, also when it is left early', () => {
  expect(changes(
    'function* f(xs, cb) { for (const x of xs) yield cb(x) }',
    'for (const x of xs) yield cb(x)',
    'yield* xs.map((x) => cb(x))',
    { xs: { array: 'number', plain: true, dense: true }, cb: { callback: 'number' } },
  )).toMatch('effects')
})

it('catches a repair that allocates more, cold and hot', () => {
  const [allocation] = measureAllocation([{
    original: 'function f(xs) { let sum = 0; for (const x of xs) sum += x; return sum }',
    repaired: 'function f(xs) { let sum = 0; for (const x of [...xs]) sum += x; return sum }',
    inputs: { xs: { array: 'number' } },
  }])
  expect(growth(allocation!)).toEqual(['cold', 'hot'])
  expect(allocationProblems(entry('', {}), allocation!)).toEqual([expect.stringMatching('allocates more .cold'), expect.stringMatching('allocates more .hot')])
})

it('counts the bytes of one call: 8 for each element of an array of 1,000', () => {
  const [allocation] = measureAllocation([{
    original: 'function f(xs) { return xs.slice() }',
    repaired: 'function f(xs) { return xs }',
    inputs: { xs: { array: 'number' } },
  }])
  expect(growth(allocation!)).toEqual([])
  expect(allocation!.original.hot - allocation!.repaired.hot).toBeGreaterThanOrEqual(8_000)
  expect(allocation!.original.hot - allocation!.repaired.hot).toBeLessThan(8_200)
})

it('catches a repair that is not applied, a comment that is lost and code that is still reported', () => {
  const inputs: Record<string, Kind> = { xs: 'array' }
  expect(problems(toy('slice()', 'concat()'), entry('function f(xs) { return [...xs] }', inputs))).toEqual(['The repair was not applied.'])
  expect(problems(toy('/* why */ []', '[]'), entry('function f(xs) { return /* why */ [] }', inputs))).toEqual(['A comment is lost: why '])
  expect(() => problems(toy('[]', '[[]]'), entry('function f(xs) { return [] }', inputs))).toThrow('still changing')
})

it('catches a type that no longer holds', () => {
  const code = 'function f(xs: readonly number[]) { return [...xs].sort() }'
  const inputs: Record<string, Kind> = { xs: { expressions: ['[]'] } }
  expect(problems(toy('[...xs]', 'xs'), { ...entry(code, inputs), language: 'ts' })[0]).toMatch("Property 'sort' does not exist on type 'readonly number[]'")
  expect(problems(toy('[...xs]', 'xs.slice()'), { ...entry(code, inputs), language: 'ts' })).toEqual([])
})

it('holds a suggestion to the differences that it claims', () => {
  const rule = toy('[...a].forEach', 'a.forEach', 'suggestion')
  const suggestion = (differs: readonly Aspect[]): SuggestionEntry => ({
    name: 'toy',
    code: 'function f(a, cb) { [...a].forEach((x) => cb(x)) }',
    inputs: { a: { array: 'number', plain: true }, cb: { callback: 'number' } },
    suggestion: 'replace',
    differs,
  })
  expect(problems(rule, suggestion([]))).toEqual([expect.stringMatching('The repair changes: effects')])
  expect(problems(rule, suggestion(['effects', 'error', 'mutation']))).toEqual([])
  expect(problems(rule, suggestion(['effects', 'error', 'mutation', 'result']))).toEqual([expect.stringMatching('No input shows a difference in result')])
})

it('holds a rule to what it must leave alone', () => {
  const code = 'function f(a) { return [...a] }'
  expect(problems(toy('[...a]', 'a'), { name: 'toy', code, refuses: 'a caller may write to it' })).toEqual([expect.stringMatching('It was repaired, although a caller may write to it')])
  expect(problems(toy('[...a]', 'a', 'suggestion'), { name: 'toy', code, refuses: 'a caller may write to it' })).toEqual([])
})

it('sees no repair where eval may do what is not seen', () => {
  expect(problems(toy('[...a]', 'a'), entry('function f(a) { eval("a"); return [...a] }', { a: 'array' }))).toEqual(['The repair was not applied.'])
})

it('prints the smallest counterexample as a program', () => {
  const [problem] = problems(toy('x === 0 ? 0 : x', 'x'), entry('function f(x) { return x === 0 ? 0 : x }', { x: 'number' }))
  expect(problem).toBe(`The repair changes: result. On
  const x = -0
  f(x)
outcome, original:
  returned 0
outcome, repaired:
  returned -0
afterwards, original:
  x is -0
  result 1 is 0
afterwards, repaired:
  x is -0
  result 1 is -0
The repaired code is:
function f(x) { return x }`)
})
