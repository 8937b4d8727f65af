// Evaluated once inside each vm context: what scenarios are built from, and the observer that turns everything a program
// could notice into text. Labels in ⟨⟩ stand for identity, the rest is content, so that both can be compared apart.
// `types` is node:util's, `Buffer` and the like are the host's.
(function (types, host) {
  'use strict'

  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, apply, construct } = Reflect
  const { isArray } = Array
  const intrinsicThen = Promise.prototype.then
  const maxEffects = 2000
  // So that no callback feeds a loop for ever.
  const maxWrites = 12

  let run
  const madeByProgram = new WeakSet()

  // The engine does not call these constructors, the program does: that tells whose message an error carries.
  for (const name of ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']) {
    globalThis[name] = new Proxy(globalThis[name], {
      construct(target, args, newTarget) {
        const error = construct(target, args, newTarget)
        madeByProgram.add(error)
        return error
      },
      apply(target, self, args) {
        const error = apply(target, self, args)
        madeByProgram.add(error)
        return error
      },
    })
  }

  class TooManyEffects extends Error {}

  function log(line) {
    if (run.quiet) return
    if (run.log.length >= maxEffects) {
      run.endless = true
      throw new TooManyEffects()
    }
    run.log.push(line)
  }

  function quietly(task) {
    const { quiet } = run
    run.quiet = true
    try {
      return task()
    } finally {
      run.quiet = quiet
    }
  }

  // --- identity -----------------------------------------------------------------------------------------------------

  function labelOf(value) {
    let name = run.names.get(value)
    if (name === undefined) {
      name = `#${run.unnamed++}`
      run.names.set(value, name)
    }
    return `⟨${name}⟩`
  }

  /** Names an input and what it holds: `xs`, `xs[0]`, `xs[0].id`. */
  function register(value, name) {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function' && typeof value !== 'symbol') return value
    if (run.names.has(value)) return value
    run.names.set(value, name)
    if (typeof value === 'symbol' || typeof value === 'function') return value
    quietly(() => {
      for (const key of ownKeys(value)) {
        const property = getOwnPropertyDescriptor(value, key)
        if (property && 'value' in property) register(property.value, `${name}[${String(key)}]`)
      }
      let index = 0
      if (types.isMap(value)) Map.prototype.forEach.call(value, (held, key) => { register(key, `key ${index} of ${name}`); register(held, `value ${index++} of ${name}`) })
      if (types.isSet(value)) Set.prototype.forEach.call(value, (held) => register(held, `value ${index++} of ${name}`))
      if (types.isPromise(value)) track(value)
    })
    return value
  }

  function fresh(prefix) {
    run.counts[prefix] = (run.counts[prefix] ?? 0) + 1
    return `${prefix}${run.counts[prefix]}`
  }

  // --- description --------------------------------------------------------------------------------------------------

  function describe(value) {
    return quietly(() => show(value, []))
  }

  function show(value, path) {
    if (value === null) return 'null'
    switch (typeof value) {
      case 'string': return JSON.stringify(value)
      case 'number': return Object.is(value, -0) ? '-0' : String(value)
      case 'bigint': return `${value}n`
      case 'symbol': return `${labelOf(value)}${String(value)}`
      case 'function': return `${labelOf(value)}function`
      case 'object': break
      default: return String(value)
    }
    const label = labelOf(value)
    if (path.includes(value)) return `${label}↺`
    return label + contentOf(value, [...path, value])
  }

  function contentOf(value, path) {
    if (types.isNativeError(value) && isEngineMade(value)) return `${prototypeName(value)} of the engine`
    if (types.isPromise(value)) return `Promise ${track(value).text}`
    if (types.isGeneratorObject(value)) return 'generator'
    let inner = ''
    if (types.isMap(value)) Map.prototype.forEach.call(value, (held, key) => { inner += `${show(key, path)} => ${show(held, path)}, ` })
    else if (types.isSet(value)) Set.prototype.forEach.call(value, (held) => { inner += `${show(held, path)}, ` })
    else if (types.isDate(value)) inner = `${Date.prototype.getTime.call(value)} `
    else if (types.isRegExp(value)) inner = `${RegExp.prototype.toString.call(value)} `
    else if (types.isBoxedPrimitive(value)) inner = `[[${show(value.valueOf(), path)}]] `
    const properties = []
    for (const key of ownKeys(value)) {
      if (key === 'stack' && types.isNativeError(value)) continue
      properties.push(showProperty(value, key, path))
    }
    const open = Object.isExtensible(value) ? '' : Object.isFrozen(value) ? ' frozen' : ' not extensible'
    return `${prototypeName(value)}{${inner}${properties.join(', ')}}${open}`
  }

  function showProperty(value, key, path) {
    const property = getOwnPropertyDescriptor(value, key)
    const name = typeof key === 'symbol' ? show(key, path) : key
    if (!property) return `${name} gone`
    const length = key === 'length' && (isArray(value) || types.isTypedArray(value))
    const { writable = true, enumerable, configurable } = property
    const usual = length ? writable : writable && enumerable && configurable
    const attributes = usual ? '' : `(${writable ? 'w' : '-'}${enumerable ? 'e' : '-'}${configurable ? 'c' : '-'})`
    const shown = 'value' in property ? show(property.value, path) : `accessor ${property.get ? 'get' : ''} ${property.set ? 'set' : ''}`
    return `${name}${attributes}: ${shown}`
  }

  function prototypeName(value) {
    const prototype = getPrototypeOf(value)
    if (prototype === null) return 'null-prototype'
    const constructor = getOwnPropertyDescriptor(prototype, 'constructor')?.value
    return typeof constructor === 'function' ? constructor.name : `child of ${labelOf(prototype)}`
  }

  function isEngineMade(error) {
    return /^(Type|Range|Reference|Syntax)Error$/.test(prototypeName(error)) && !madeByProgram.has(error)
  }

  /** What a promise becomes is only known later, so its description has it once it has settled. */
  function track(promise) {
    let state = run.promises.get(promise)
    if (state) return state
    state = { text: 'pending' }
    run.promises.set(promise, state)
    apply(intrinsicThen, promise, [
      (value) => { state.text = `fulfilled ${describe(value)}` },
      (error) => { state.text = `rejected ${describe(error)}` },
    ])
    return state
  }

  // --- what scenarios are built from --------------------------------------------------------------------------------

  function fail(name) {
    const error = new Error(`thrown by ${name}`)
    run.names.set(error, `error of ${name}`)
    return error
  }

  /** Calls beyond the script get `rest`. Keeps its arguments, as a program may. */
  function callback(name, script, rest) {
    let count = 0
    return function (...args) {
      const step = script[count++] ?? rest
      log(`${name}(${args.map(describe).join('; ')}) this=${this === undefined || this === globalThis ? '-' : describe(this)}`)
      run.kept.push(...args.filter((arg) => typeof arg === 'object' && arg !== null))
      return step.apply(undefined, args)
    }
  }

  /** An object whose conversion to a primitive is seen; `effect` runs at each. */
  function hostile(how, value, effect = () => {}) {
    const name = fresh('hostile')
    const convert = (method) => function (hint) {
      log(`${name}.${method}(${hint ?? ''})`)
      effect()
      if (how === 'throws') throw fail(name)
      return value
    }
    if (how === 'toPrimitive') return { [Symbol.toPrimitive]: convert('toPrimitive') }
    if (how === 'toString') return { toString: convert('toString') }
    if (how === 'valueOf') return { valueOf: convert('valueOf') }
    return { valueOf: convert('valueOf'), toString: convert('toString'), toJSON: convert('toJSON') }
  }

  /** `object` with each named property behind a getter and a setter that are seen. */
  function accessors(object, ...keys) {
    const name = fresh('accessors')
    for (const key of keys) {
      let value = object[key]
      Object.defineProperty(object, key, {
        get() { log(`get ${name}.${String(key)}`); return value },
        set(next) { log(`set ${name}.${String(key)} = ${describe(next)}`); value = next },
        enumerable: true,
        configurable: true,
      })
    }
    return object
  }

  class Sub extends Array {}

  class Species extends Array {
    static get [Symbol.species]() {
      log('get Species[Symbol.species]')
      return Array
    }
  }

  /** Every method of `prototype` logs, then does what it always did. */
  function overriding(Base) {
    const name = `Logging${Base.name}`
    const Class = { [name]: class extends Base {} }[name]
    for (const key of ownKeys(Base.prototype)) {
      const method = getOwnPropertyDescriptor(Base.prototype, key).value
      if (key === 'constructor' || typeof method !== 'function') continue
      Object.defineProperty(Class.prototype, key, {
        value(...args) {
          log(`${name}.${String(key)}(${args.map(describe).join('; ')})`)
          return apply(method, this, args)
        },
        writable: true,
        configurable: true,
      })
    }
    return Class
  }

  const LoggingArray = overriding(Array)
  const LoggingSet = overriding(Set)
  const LoggingMap = overriding(Map)

  /** `array`, holes kept, as an instance of `Class`. */
  function as(Class, array) {
    return Object.setPrototypeOf(array, Class.prototype)
  }

  /** An array that iterates backwards and says so. */
  function withOwnIterator(array) {
    const name = fresh('own')
    return Object.defineProperty(array, Symbol.iterator, {
      value: function* () {
        log(`${name}[Symbol.iterator]`)
        for (let i = this.length - 1; i >= 0; i--) yield this[i]
      },
      configurable: true,
      writable: true,
    })
  }

  /** An array whose writes are seen. */
  function proxy(array) {
    const name = fresh('proxy')
    return new Proxy(array, {
      set(target, key, value, receiver) {
        log(`set ${name}.${String(key)} = ${describe(value)}`)
        return Reflect.set(target, key, value, receiver)
      },
      deleteProperty(target, key) {
        log(`delete ${name}.${String(key)}`)
        return Reflect.deleteProperty(target, key)
      },
    })
  }

  function steps(name, values, { throwsAt = -1, returns = true } = {}) {
    register(values, `values of ${name}`)
    let index = 0
    const iterator = {
      next() {
        log(`${name}.next()`)
        if (index === throwsAt) {
          index = Infinity
          throw fail(name)
        }
        return index < values.length ? { value: values[index++], done: false } : { value: undefined, done: true }
      },
    }
    if (returns) iterator.return = (value) => {
      log(`${name}.return()`)
      return { value, done: true }
    }
    return iterator
  }

  /** Each walk starts anew. */
  function iterable(values, options) {
    const name = fresh('iterable')
    return {
      [Symbol.iterator]() {
        log(`${name}[Symbol.iterator]()`)
        return steps(name, values, options)
      },
    }
  }

  /** One walk; a generator's, so that it is a real Iterator, with a `finally`. */
  function* iterator(values, { throwsAt = -1 } = {}) {
    const name = fresh('iterator')
    register(values, `values of ${name}`)
    let index = 0
    try {
      for (const value of values) {
        log(`${name} yields`)
        if (index++ === throwsAt) throw fail(name)
        yield value
      }
    } finally {
      log(`${name} ends`)
    }
  }

  function asyncIterable(values, options) {
    const name = fresh('asyncIterable')
    return {
      [Symbol.asyncIterator]() {
        log(`${name}[Symbol.asyncIterator]()`)
        const { next, return: end } = steps(name, values, options)
        const iterator = { async next() { const step = next(); await later(1); return step } }
        if (end) iterator.return = async (value) => end(value)
        return iterator
      },
    }
  }

  /** A promise settled when everything of a lower rank has been. */
  function later(rank, value, rejects = false) {
    const name = fresh('promise')
    register(value, `value of ${name}`)
    const promise = new Promise((resolve, reject) => {
      enqueue(rank, () => {
        log(`${name} settles`)
        if (rejects) reject(fail(name))
        else resolve(value)
      })
    })
    run.names.set(promise, name)
    track(promise)
    return promise
  }

  function enqueue(rank, task) {
    run.queue.push({ rank, order: run.enqueued++, task })
    run.queue.sort((a, b) => a.rank - b.rank || a.order - b.order)
  }

  /** Writes to a collection, past any methods of its own. What it refuses, it refuses quietly. */
  function poke(target, how) {
    if (run.writes++ >= maxWrites) return
    quietly(() => {
      try {
        if (how === 'element') poke([...target].find((element) => typeof element === 'object' && element !== null), 'grow')
        else if (isArray(target)) pokeArray(target, how)
        else if (types.isSet(target)) pokeSet(target, how)
        else if (types.isMap(target)) pokeMap(target, how)
        else if (types.isTypedArray(target)) target[0] = 7
        else if (how === 'grow') target.poked = 'poked'
        else delete target[Object.keys(target)[0]]
      } catch {}
    })
  }

  function pokeArray(array, how) {
    if (how === 'grow') array[array.length] = 'poked'
    else if (how === 'shrink') array.length -= 1
    else if (how === 'clear') array.length = 0
    else if (how === 'replace') array[0] = 'poked'
    else if (how === 'shift') Array.prototype.shift.call(array)
    else Array.prototype.reverse.call(array)
  }

  function pokeSet(set, how) {
    if (how === 'clear') Set.prototype.clear.call(set)
    else if (how === 'grow') Set.prototype.add.call(set, 'poked')
    else Set.prototype.delete.call(set, Set.prototype.values.call(set).next().value)
  }

  function pokeMap(map, how) {
    const first = Map.prototype.keys.call(map).next().value
    if (how === 'clear') Map.prototype.clear.call(map)
    else if (how === 'grow') Map.prototype.set.call(map, 'poked', 'poked')
    else if (how === 'replace') Map.prototype.set.call(map, first, 'poked')
    else Map.prototype.delete.call(map, first)
  }

  const tools = {
    callback, hostile, accessors, Sub, Species, LoggingArray, LoggingSet, LoggingMap, as, withOwnIterator, proxy,
    iterable, iterator, asyncIterable, later, poke, fail, Buffer: host.Buffer,
    // Shared by inputs, so that the same object or symbol turns up in several places.
    get o1() { return run.shared.o1 }, get o2() { return run.shared.o2 }, get s1() { return run.shared.s1 },
  }

  // --- the program's surroundings -----------------------------------------------------------------------------------

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

  // --- one run ------------------------------------------------------------------------------------------------------

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
      run = {
        log: [], kept: [], results: [], outcomes: [], queue: [], enqueued: 0, names: new Map(), unnamed: 1, counts: {}, writes: 0,
        promises: new WeakMap(), shared: {}, quiet: false, finished: false, endless: false,
      }
      run.shared = { o1: { id: 1 }, o2: { id: 2, deep: { list: [1] } }, s1: Symbol('s1') }
      for (const [name, value] of Object.entries(run.shared)) register(value, name)
      run.inputs = build(tools)
      for (const [name, value] of Object.entries(run.inputs)) register(value, name)
      run.go = () => { void drive(f, run.inputs, plan) }
    },
    go() {
      run.go()
    },
    /** Settles the next promise or timer; false when none is left. */
    settleNext() {
      const next = run.queue.shift()
      next?.task()
      return next !== undefined
    },
    /** What this run looked like from outside. */
    observe() {
      const outcomes = run.finished ? run.outcomes : [...run.outcomes, run.endless ? 'endless' : 'pending']
      const after = Object.entries(run.inputs).map(([name, value]) => `${name} is ${describe(value)}`)
      run.kept.forEach((value, index) => after.push(`kept argument ${index + 1} is ${describe(value)}`))
      const results = run.results.map((value, index) => `result ${index + 1} is ${describe(value)}`)
      return JSON.stringify({ outcomes, effects: run.log, after, results })
    },
  }
})
