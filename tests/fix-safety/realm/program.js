// Evaluated inside each vm context: runs a program on inputs, and says what it looked like from outside.
(function (observer, inputs, types, host) {
  'use strict'

  const { run, reset, log, register, describe } = observer
  const { apply } = Reflect
  const { poke, enqueue, settleNext } = inputs

  Object.assign(globalThis, host, {
    console: Object.fromEntries(['log', 'warn', 'error', 'info', 'debug'].map((method) => [method, (...args) => log(`console.${method}(${args.map(describe).join('; ')})`)])),
    queueMicrotask: (task) => { Promise.resolve().then(task) },
    setImmediate: (task, ...args) => enqueue(50, () => task(...args)),
    setTimeout(task, delay = 0, ...args) {
      const handle = { cleared: false }
      enqueue(100 + delay, () => { if (!handle.cleared) task(...args) })
      return handle
    },
    clearTimeout(handle) { if (handle) handle.cleared = true },
  })

  /** @param plan `{ calls, take, tamper }`: how often `f` is called, how far its iterators are walked, whether its results are written to */
  async function drive(f, inputs, plan) {
    const args = Object.values(inputs)
    for (let call = 0; call < plan.calls; call++) {
      let outcome = 'threw'
      let value
      try {
        value = apply(f, undefined, args)
        outcome = 'returned'
        if (types.isPromise(value)) {
          outcome = 'rejected'
          value = await value
          outcome = 'fulfilled'
        }
        if (!args.includes(value) && isIterator(value)) {
          outcome = 'iteration threw'
          value = await walk(value, plan.take)
          outcome = 'iterated'
        }
      } catch (error) {
        value = error
      }
      run.results.push(value)
      run.outcomes.push(`${outcome} ${describe(value)}`)
      if (plan.tamper) for (const how of ['grow', 'replace']) poke(value, how)
    }
    run.finished = true
  }

  function isIterator(value) {
    return typeof value === 'object' && value !== null && (types.isGeneratorObject(value) || (typeof value.next === 'function' && (Symbol.iterator in value || Symbol.asyncIterator in value)))
  }

  async function walk(iterator, take) {
    const values = []
    for (let taken = 0; taken < take; taken++) {
      let step = iterator.next()
      if (types.isPromise(step)) step = await step
      if (step.done) return { values, returned: step.value }
      values.push(step.value)
      log(`caller got ${describe(step.value)}`)
    }
    let end = iterator.return?.()
    if (types.isPromise(end)) end = await end
    return { values, end }
  }

  return {
    prepare(f, build, plan) {
      reset()
      inputs.reset()
      Object.assign(run, { outcomes: [], results: [], inputs: build(inputs.tools) })
      for (const [name, value] of Object.entries(run.inputs)) register(value, name)
      run.go = () => { void drive(f, run.inputs, plan) }
    },
    go() {
      run.go()
    },
    settleNext,
    observe() {
      const outcomes = run.finished ? run.outcomes : [...run.outcomes, run.endless ? 'endless' : 'pending']
      const after = Object.entries(run.inputs).map(([name, value]) => `${name} is ${describe(value)}`)
      inputs.kept().forEach((value, index) => after.push(`kept argument ${index + 1} is ${describe(value)}`))
      const results = run.results.map((value, index) => `result ${index + 1} is ${describe(value)}`)
      return JSON.stringify({ outcomes, effects: run.log, after, results })
    },
  }
})
