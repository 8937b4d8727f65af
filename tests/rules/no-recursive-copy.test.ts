import rule from '../../src/rules/no-recursive-copy.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-recursive-copy', rule, {
  valid: [
    { name: 'halves', code: 'function sort(xs) { const mid = xs.length >> 1; return merge(sort(xs.slice(0, mid)), sort(xs.slice(mid))) }' },
    { name: 'a loop over what is left: the calls are exponential anyway', code: 'function all(items) { items.forEach((item, i) => all(items.slice(i + 1))) }' },
    { name: 'two calls in one run', code: 'function best(items, room) { return Math.max(best(items.slice(1), room), items[0] + best(items.slice(1), room - 1)) }' },
    { name: 'the next one, as the first failed', code: 'async function bind(addressList) { const result = await bindOne(addressList[0]); if (result.error) return bind(addressList.slice(1)); return result }' },
    { name: 'a tail for another function', code: 'function f(xs) { return g(xs.slice(1)) }' },
    { name: 'a tail of another list', code: 'function f(xs, ys) { return f(ys.slice(1)) }' },
    { name: 'a tail of an element', code: 'function f(nodes) { return f(nodes[0].children.slice(1)) }' },
    { name: 'a path through an object', code: 'function get(data, path) { return path.length ? get(data[path[0]], path.slice(1)) : data }' },
    { name: 'a path of that looks like data', code: 'function get(node, ids) { return ids.length ? get(node[ids[0]], ids.slice(1)) : node }' },
    { name: 'a path by its head', code: 'function get(node, [first, ...rest]) { return rest.length ? get(node[first], rest) : node }' },
    { name: 'a path that is taken apart', code: 'function set(base, path, value) { const [head, ...rest] = path; return rest.length ? set(child(base, head), rest, value) : value }' },
    { name: 'a command', code: 'function run(args) { return args[0] === "env" ? run(args.slice(1)) : args }' },
    { name: 'parts of a command', code: 'function run([command, ...rest]) { return command === "env" ? run(rest) : command }' },
    { name: 'retries', code: 'async function retry(f, delays) { const [delay, ...remaining] = delays; await sleep(delay); return retry(f, remaining) }' },
    { name: 'a string', code: 'function count(text: string): number { return text === "" ? 0 : 1 + count(text.slice(1)) } function reverse(lines: string): string { return lines && reverse(lines.slice(1)) + lines[0] }' },
    { name: 'a view', code: 'function sum(values: Float64Array): number { return values.length ? values[0] + sum(values.slice(1)) : 0 }' },
    { name: 'a shadowing function', code: 'function sum(xs) { const sum = (ys) => ys.length; return sum(xs.slice(1)) }' },
    { name: 'a method of something else', code: 'class A { sum(xs) { return other.sum(xs.slice(1)) } }' },
    { name: 'all of it', code: 'function f(xs) { return f(xs.slice()) + f(xs.slice(0)) }' },
    { name: 'a variable that changes', code: 'function f(xs) { xs = xs.filter(Boolean); return f(xs.slice(1)) }' },
    { name: 'an index', code: 'function sum(xs, start = 0) { return start === xs.length ? 0 : xs[start] + sum(xs, start + 1) }' },
    { name: 'a generator', code: 'function* walk(xs) { yield xs[0]; yield* walk(xs.slice(1)) }' },
    { name: 'holes in the pattern', code: 'function f([x, , ...xs]) { return f(xs) }' },
  ],
  invalid: [
    {
      name: 'a private method, and one that is only called',
      code: 'class A {\n  run(xs) { return this.#sum(xs) + this.size(xs) }\n  #sum(xs) { return xs.length === 0 ? 0 : xs[0] + this.#sum(xs.slice(1)) }\n  size(items) { return items.length === 0 ? 0 : 1 + this.size(items.slice(1)) }\n}',
      errors: [
        {
          messageId: 'tail', data: { name: 'this.#sum', list: 'xs' }, line: 3, column: 61, endLine: 3, endColumn: 72,
          suggestions: [{ messageId: 'passIndex', output: 'class A {\n  run(xs) { return this.#sum(xs) + this.size(xs) }\n  #sum(xs, start = 0) { return xs.length <= start ? 0 : xs[start] + this.#sum(xs, start + 1) }\n  size(items) { return items.length === 0 ? 0 : 1 + this.size(items.slice(1)) }\n}' }],
        },
        {
          messageId: 'tail', data: { name: 'this.size', list: 'items' }, line: 4, column: 63, endLine: 4, endColumn: 77,
          suggestions: [{ messageId: 'passIndex', output: 'class A {\n  run(xs) { return this.#sum(xs) + this.size(xs) }\n  #sum(xs) { return xs.length === 0 ? 0 : xs[0] + this.#sum(xs.slice(1)) }\n  size(items, start = 0) { return items.length <= start ? 0 : 1 + this.size(items, start + 1) }\n}' }],
        },
      ],
    },
    {
      name: 'a method that is handed on: no repair',
      code: 'class A {\n  run(lists) { return lists.map(this.sum, this) }\n  sum(xs) { return xs.length === 0 ? 0 : xs[0] + this.sum(xs.slice(1)) }\n}',
      errors: [
        {
          messageId: 'tail', data: { name: 'this.sum', list: 'xs' }, line: 3, column: 59, endLine: 3, endColumn: 70,
          suggestions: [],
        },
      ],
    },
    {
      name: 'slice(1)',
      code: 'function sum(values) { return values.length === 0 ? 0 : values[0] + sum(values.slice(1)) }',
      errors: [
        {
          messageId: 'tail', data: { name: 'sum', list: 'values' }, line: 1, column: 73, endLine: 1, endColumn: 88,
          suggestions: [{ messageId: 'passIndex', output: 'function sum(values, start = 0) { return values.length <= start ? 0 : values[start] + sum(values, start + 1) }' }],
        },
      ],
    },
    {
      name: 'two elements a step, a truthy length and a name that is taken',
      code: 'const start = 1; const pairs = (items, f) => { if (!items.length) return; f(items[0], items[1], start); pairs(items.slice(2), f) }',
      errors: [
        {
          messageId: 'tail', data: { name: 'pairs', list: 'items' }, line: 1, column: 111, endLine: 1, endColumn: 125,
          suggestions: [
            {
              messageId: 'passIndex',
              output: 'const start = 1; const pairs = (items, f, start2 = 0) => { if (items.length <= start2) return; f(items[start2], items[start2 + 1], start); pairs(items, f, start2 + 2) }',
            },
          ],
        },
      ],
    },
    {
      name: 'a destructured parameter',
      code: 'const sum = ([x, ...xs]) => x === undefined ? 0 : x + sum(xs)',
      errors: [
        {
          messageId: 'tail', data: { name: 'sum', list: 'xs' }, line: 1, column: 59, endLine: 1, endColumn: 61,
          suggestions: [{ messageId: 'passIndex', output: 'const sum = (list, start = 0) => list[start] === undefined ? 0 : list[start] + sum(list, start + 1)' }],
        },
      ],
    },
    {
      name: 'a destructured list',
      code: 'async function run(tasks, log) {\n  if (tasks.length === 0) return\n  const [first, ...rest] = tasks\n  await first(log)\n  await run(rest, log)\n}',
      errors: [
        {
          messageId: 'tail', data: { name: 'run', list: 'tasks' }, line: 5, column: 13, endLine: 5, endColumn: 17,
          suggestions: [
            {
              messageId: 'passIndex',
              output: 'async function run(tasks, log, start = 0) {\n  if (tasks.length <= start) return\n  const first = tasks[start]\n  await first(log)\n  await run(tasks, log, start + 1)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'an array by its annotation, in both branches',
      filename: 'a.ts',
      code: 'function merge(xs: number[], ys: number[]): number[] { return xs[0] < ys[0] ? [xs[0], ...merge(xs.slice(1), ys)] : [ys[0], ...merge(xs, ys.slice(1))] }',
      errors: [
        { messageId: 'tail', data: { name: 'merge', list: 'xs' }, line: 1, column: 96, endLine: 1, endColumn: 107 },
        { messageId: 'tail', data: { name: 'merge', list: 'ys' }, line: 1, column: 137, endLine: 1, endColumn: 148 },
      ],
    },
    {
      name: 'after a branch that leaves, by a method',
      code: 'class A { async load(ids) { if (!ids.length) return; if (this.isDone(ids[0])) return this.load(ids.slice(1)); await this.get(ids[0]); return this.load(ids.slice(1)) } }',
      errors: [
        { messageId: 'tail', data: { name: 'this.load', list: 'ids' }, line: 1, column: 96, endLine: 1, endColumn: 108 },
        { messageId: 'tail', data: { name: 'this.load', list: 'ids' }, line: 1, column: 152, endLine: 1, endColumn: 164 },
      ],
    },
    {
      name: 'in a callback, from the end',
      code: 'function run(queue, done) { if (!queue.length) return done(); queue.at(-1)(() => run(queue.slice(0, -1), done)) }',
      errors: [{ messageId: 'tail', data: { name: 'run', list: 'queue' }, line: 1, column: 86, endLine: 1, endColumn: 104 }],
    },
    {
      name: 'a function that is called with an index elsewhere',
      code: 'function sum(values) { return values.length === 0 ? 0 : values[0] + sum(values.slice(1)) } lists.map(sum)',
      errors: [{ messageId: 'tail', data: { name: 'sum', list: 'values' }, line: 1, column: 73, endLine: 1, endColumn: 88 }],
    },
    {
      name: 'a list that is read as a whole',
      code: 'function sum(values) { log(values); return values.length === 0 ? 0 : values[0] + sum(values.slice(1)) }',
      errors: [{ messageId: 'tail', data: { name: 'sum', list: 'values' }, line: 1, column: 86, endLine: 1, endColumn: 101 }],
    },
    {
      name: 'a comment that would be lost',
      code: 'function sum(values) { return values.length === 0 ? 0 : values[0] + sum(values.slice(/* the others */ 1)) }',
      errors: [{ messageId: 'tail', data: { name: 'sum', list: 'values' }, line: 1, column: 73, endLine: 1, endColumn: 105 }],
    },
  ],
})
