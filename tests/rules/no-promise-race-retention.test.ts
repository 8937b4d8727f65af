import rule from '../../src/rules/no-promise-race-retention.ts'
import { testRule } from '../support/rule-tester.ts'

const helper = `const waiting = new WeakMap()

function enlist(promise, waiter) {
  const known = waiting.get(promise)
  if (known) {
    known.add(waiter)
    return
  }
  const waiters = new Set([waiter])
  waiting.set(promise, waiters)
  const settle = () => {
    waiting.delete(promise)
    for (const one of waiters) one(promise)
  }
  promise.then(settle, settle)
}

/** Like Promise.race, but a promise that stays pending keeps nothing of the races that are over. */
async function race(promises) {
  let waiter
  try {
    return await new Promise((resolve) => {
      waiter = resolve
      for (const promise of promises) enlist(Promise.resolve(promise), waiter)
    })
  } finally {
    for (const promise of promises) waiting.get(promise)?.delete(waiter)
  }
}

`

const typedHelper = `const waiting = new WeakMap<object, Set<(settled: unknown) => void>>();

function enlist(promise: Promise<unknown>, waiter: (settled: unknown) => void): void {
  const known = waiting.get(promise);
  if (known) {
    known.add(waiter);
    return;
  }
  const waiters = new Set([waiter]);
  waiting.set(promise, waiters);
  const settle = () => {
    waiting.delete(promise);
    for (const one of waiters) one(promise);
  };
  promise.then(settle, settle);
}

/** Like Promise.race, but a promise that stays pending keeps nothing of the races that are over. */
async function race<T extends readonly unknown[]>(promises: T): Promise<Awaited<T[number]>> {
  let waiter: (settled: unknown) => void = () => {};
  try {
    return await new Promise<Awaited<T[number]>>((resolve) => {
      waiter = resolve as (settled: unknown) => void;
      for (const promise of promises) enlist(Promise.resolve(promise), waiter);
    });
  } finally {
    for (const promise of promises) waiting.get(promise as object)?.delete(waiter);
  }
}

`

testRule('no-promise-race-retention', rule, {
  valid: [
    { name: 'plain: a written number of turns', code: 'const exited = new Promise((resolve) => child.once("exit", resolve))\nexport async function ready() {\n  for (let i = 0; i < 60; i++) if (await Promise.race([answer(), exited])) break\n}' },
    { name: 'plain: what brings nothing', filename: 'f.ts', code: 'export async function send(signal: AbortSignal, response: Response) {\n  const closed = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()))\n  for await (const chunk of response.body) await Promise.race([new Promise<void>((resolve) => drain(resolve, chunk)), closed])\n}' },
    { name: 'plain: a test', filename: 'src/__tests__/f.js', code: 'export async function f(source, cancelled) {\n  while (true) {\n    const result = await Promise.race([cancelled, source.next()])\n    if (result.done) break\n  }\n}' },
    { name: 'made for each race', code: 'export async function f(work, signal) { const aborted = new Promise((_, reject) => signal.addEventListener("abort", reject)); return Promise.race([work, aborted]) }' },
    { name: 'made in the loop', code: 'export async function f(reader, signal) { for (;;) { const aborted = once(signal, "abort"); await Promise.race([reader.read(), aborted]) } }' },
    { name: 'given anew in the loop', code: 'export async function f(reader) { let stopped = stop(); for (;;) { await Promise.race([reader.read(), stopped]); stopped = stop() } }' },
    { name: 'over by itself', code: 'export async function f(xs) { const stopped = new Promise((resolve) => setTimeout(resolve, 500)); for (const x of xs) await Promise.race([x(), stopped]) }' },
    { name: 'a pool whose members are done soon', code: 'export async function f(xs) { const running = new Set(); for (const x of xs) { running.add(x()); await Promise.race(running) } }' },
    { name: 'nothing says that it stays pending', code: 'export async function f(readers, other) { for (const reader of readers) await Promise.race([reader.read(), other]) }' },
    { name: 'a field that is ready soon', code: 'class A { ready = load(); f(x) { return Promise.race([x, this.ready]) } }' },
    { name: 'a field that the method sets', code: 'class A { f(x) { this.closed = new Promise(() => {}); return Promise.race([x, this.closed]) } }' },
    { name: 'a field of what may be made for one task', code: 'class Task { #aborted = new Promise(() => {}); f(x) { return Promise.race([x, this.#aborted]) } }' },
    { name: 'once at load', code: 'const never = new Promise(() => {}); await Promise.race([main(), never])' },
    { name: 'a dialog that is closed when it has answered', code: 'class Dialog { ask(question) { return Promise.race([this.closed, question(this)]).catch(report).finally(() => { this.close() }) } close() {} }' },
    { name: 'closed at the end of the method', code: 'class Dialog { async ask(question) { try { return await Promise.race([this.closed, question(this)]) } finally { this.close() } } close() {} }' },
    { name: 'once per instance', code: 'class A { constructor(x) { Promise.race([x, this.closed]) } }' },
    { name: 'a parameter, outside of loops', code: 'export function f(work, aborted) { return Promise.race([work, aborted]) }' },
    { name: 'a shadowed Promise', code: 'import Promise from "bluebird"; const never = new Promise(() => {}); export function f(work) { return Promise.race([work, never]) }' },
    { name: 'another race', code: 'const never = new Promise(() => {}); export function f(work, track) { return track.race([work, never]) }' },
    { name: 'any, made for each call', code: 'export const f = (work) => { const never = new Promise(() => {}); return Promise.any([work, never]) }' },
    { name: 'against pauses alone', code: 'export async function f(terminated) { for (;;) { const done = await Promise.race([sleep(100).then(() => false), terminated]); if (done) return } }' },
    { name: 'a loop with a written end', code: 'export async function f(reader, other) { for (let i = 0; i < 3; i++) await Promise.race([reader.read(), other]) }' },
    { name: 'a deadline over a loop', code: 'export async function f(reader, deadline) { while (true) await Promise.race([reader.read(), deadline]) }' },
    { name: 'what is raced anew is a pool', code: 'export async function f(queue, running) { while (queue.length) await Promise.race([running, queue]) }' },
    { name: 'a promise of the outer function, raced once', code: 'export function f(work, signal) { const aborted = new Promise((_, reject) => signal.addEventListener("abort", reject)); return start(() => Promise.race([work(), aborted])) }' },
    { name: 'for each of what is given, which ends', code: 'export function f(xs, signal) { const aborted = new Promise((_, reject) => signal.addEventListener("abort", reject)); return Promise.all(xs.map((x) => Promise.race([x(), aborted]))) }' },
    { name: 'a deferred of the call', code: 'export function f(work) { const closed = Promise.withResolvers(); return Promise.race([work, closed.promise]) }' },
    { name: 'alone', code: 'const never = new Promise(() => {}); export function f() { return Promise.race([never]) }' },
  ],
  invalid: [
    {
      name: 'a promise of the module that never settles',
      code: 'const never = new Promise(() => {})\nexport async function f(work) {\n  return Promise.race([work, never])\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'never' }, line: 3, column: 30, endLine: 3, endColumn: 35,
          suggestions: [
            { messageId: 'useWaiters', data: { promise: 'never' }, output: `${helper}const never = new Promise(() => {})\nexport async function f(work) {\n  return race([work, never])\n}` },
          ],
        },
      ],
    },
    {
      name: 'a parameter in a loop, in TypeScript, behind imports and a directive',
      filename: 'a.ts',
      code: "'use strict';\nimport { work } from './work';\n// Runs until told to stop.\nexport async function run(shutdown: Promise<void>) {\n  while (true) await Promise.race([work(), shutdown]);\n}\n",
      errors: [
        {
          messageId: 'retention', data: { promise: 'shutdown' }, line: 5, column: 44, endLine: 5, endColumn: 52,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'shutdown' },
              output: `'use strict';\nimport { work } from './work';\n${typedHelper}// Runs until told to stop.\nexport async function run(shutdown: Promise<void>) {\n  while (true) await race([work(), shutdown]);\n}\n`,
            },
          ],
        },
      ],
    },
    {
      name: 'closed only where it fails',
      code: 'class Dialog {\n  async ask(question) {\n    try { return await Promise.race([this.closed, question(this)]) } catch { this.close() }\n  }\n  close() {}\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'this.closed' }, line: 3, column: 38, endLine: 3, endColumn: 49,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'this.closed' },
              output: `${helper}class Dialog {\n  async ask(question) {\n    try { return await race([this.closed, question(this)]) } catch { this.close() }\n  }\n  close() {}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a field, through a variable',
      code: 'class Queue {\n  next() {\n    const list = [this.items.shift(), this.closed as Promise<void>]\n    return Promise.race(list)\n  }\n  close() {}\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'this.closed' }, line: 3, column: 39, endLine: 3, endColumn: 50,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'this.closed' },
              output: `${helper}class Queue {\n  next() {\n    const list = [this.items.shift(), this.closed as Promise<void>]\n    return race(list)\n  }\n  close() {}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'by how it is made: a listener of an end, and a name that is taken',
      code: 'const race = 1\nexport async function read(reader, signal) {\n  const ended = new Promise((_, reject) => { signal.addEventListener("abort", reject) })\n  for (;;) await Promise.race([reader.read(), ended])\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'ended' }, line: 4, column: 47, endLine: 4, endColumn: 52,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'ended' },
              output: `${helper.replace('function race(', 'function race2(')}const race = 1\nexport async function read(reader, signal) {\n  const ended = new Promise((_, reject) => { signal.addEventListener("abort", reject) })\n  for (;;) await race2([reader.read(), ended])\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an event of an end that is awaited once',
      code: 'export async function f(child, lines) {\n  const gone = once(child, "exit")\n  for await (const line of lines) await Promise.race([handle(line), gone])\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'gone' }, line: 3, column: 69, endLine: 3, endColumn: 73,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'gone' },
              output: `${helper}export async function f(child, lines) {\n  const gone = once(child, "exit")\n  for await (const line of lines) await race([handle(line), gone])\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'any',
      code: 'const never = new Promise(() => {})\nexport const f = (work) => Promise.any([work, never])',
      errors: [{ messageId: 'retention', data: { promise: 'never' }, line: 2, column: 47, endLine: 2, endColumn: 52 }],
    },
    {
      name: 'by what then makes of it',
      code: 'class Frame {\n  wait(x) {\n    return Promise.race([x, this.page.loaded, this.disconnected.then(() => { throw new Error() })])\n  }\n  close() {}\n}',
      errors: [{ messageId: 'retention', data: { promise: 'this.disconnected' }, line: 3, column: 47, endLine: 3, endColumn: 64 }],
    },
    {
      name: 'the promise of a deferred',
      code: 'const closed = Promise.withResolvers()\nexport const f = (work) => Promise.race([work, closed.promise])',
      errors: [
        {
          messageId: 'retention', data: { promise: 'closed.promise' }, line: 2, column: 48, endLine: 2, endColumn: 62,
          suggestions: [{ messageId: 'useWaiters', data: { promise: 'closed.promise' }, output: `${helper}const closed = Promise.withResolvers()\nexport const f = (work) => race([work, closed.promise])` }],
        },
      ],
    },
    {
      name: 'whatever it is called, in each turn of an endless loop',
      code: 'export async function* merge(stream, breakOn) {\n  while (true) yield await Promise.race([stream.next(), breakOn])\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'breakOn' }, line: 2, column: 57, endLine: 2, endColumn: 64,
          suggestions: [{ messageId: 'useWaiters', data: { promise: 'breakOn' }, output: `${helper}export async function* merge(stream, breakOn) {\n  while (true) yield await race([stream.next(), breakOn])\n}` }],
        },
      ],
    },
    {
      name: 'of the function around, by a method that it hands out',
      code: 'export function open(signal) {\n  const aborted = new Promise((_, reject) => signal.addEventListener("abort", reject))\n  return {\n    send(work) { return Promise.race([work, aborted]) }\n  }\n}',
      errors: [
        {
          messageId: 'retention', data: { promise: 'aborted' }, line: 4, column: 45, endLine: 4, endColumn: 52,
          suggestions: [
            {
              messageId: 'useWaiters', data: { promise: 'aborted' },
              output: `${helper}export function open(signal) {\n  const aborted = new Promise((_, reject) => signal.addEventListener("abort", reject))\n  return {\n    send(work) { return race([work, aborted]) }\n  }\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'of what the instance was given',
      code: 'class Frame {\n  run(x) { return Promise.race([x(), this._page._crashedPromise.then(fail)]) }\n}',
      errors: [{ messageId: 'retention', data: { promise: 'this._page._crashedPromise' }, line: 2, column: 38, endLine: 2, endColumn: 64 }],
    },
  ],
})
