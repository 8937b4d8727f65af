/** What a queue gives for each message: ten kilobytes that are read and forgotten. */
const receive = async (i) => Array.from({ length: 1_000 }, (_, j) => i + j)

async function serveRacing(n, closed) {
  for (let i = 0; i < n; i++) await Promise.race([receive(i), closed])
}

const waiting = new WeakMap()

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

async function serveWaiting(n, closed) {
  for (let i = 0; i < n; i++) await race([receive(i), closed])
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'messages-until-closed',
    unit: 'messages',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    differs: 'the promise, which is held in an object',
    before: async (n) => {
      const closed = new Promise(() => {})
      await serveRacing(n, closed)
      return { closed }
    },
    after: async (n) => {
      const closed = new Promise(() => {})
      await serveWaiting(n, closed)
      return { closed }
    },
    chart: 'retained',
  },
]
