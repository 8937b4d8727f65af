// Evaluated inside each vm context: what generated inputs are made of. Everything that a program can do to them is logged.
(function (observer, types, host) {
  'use strict'

  const { run, log, quietly, register, describe, track } = observer
  const { ownKeys, getOwnPropertyDescriptor, apply } = Reflect
  const { isArray } = Array
  // So that no callback feeds a loop for ever.
  const maxWrites = 12

  /** What is only known of the inputs of one run. */
  let state

  function reset() {
    state = { kept: [], queue: [], enqueued: 0, counts: {}, writes: 0 }
    const shared = { o1: { id: 1 }, o2: { id: 2, deep: { list: [1] } }, s1: Symbol('s1') }
    for (const [name, value] of Object.entries(shared)) register(value, name)
    // In several places of the inputs, the same object or symbol.
    Object.assign(tools, shared)
  }

  function fail(name) {
    const error = new Error(`thrown by ${name}`)
    run.names.set(error, `error of ${name}`)
    return error
  }

  function fresh(prefix) {
    state.counts[prefix] = (state.counts[prefix] ?? 0) + 1
    return `${prefix}${state.counts[prefix]}`
  }

  /** Calls beyond the script get `rest`. Keeps its arguments, as a program may. */
  function callback(name, script, rest) {
    let count = 0
    return function (...args) {
      const step = script[count++] ?? rest
      log(`${name}(${args.map(describe).join('; ')}) this=${this === undefined || this === globalThis ? '-' : describe(this)}`)
      state.kept.push(...args.filter((arg) => typeof arg === 'object' && arg !== null))
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
    state.queue.push({ rank, order: state.enqueued++, task })
    state.queue.sort((a, b) => a.rank - b.rank || a.order - b.order)
  }

  /** Writes to a collection, past any methods of its own. What it refuses, it refuses quietly. */
  function poke(target, how) {
    if (state.writes++ >= maxWrites) return
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

  /** Settles the next promise or timer; false when none is left. */
  function settleNext() {
    const next = state.queue.shift()
    next?.task()
    return next !== undefined
  }

  const tools = {
    callback, hostile, accessors, Sub, Species, LoggingArray, LoggingSet, LoggingMap, as, withOwnIterator, proxy,
    iterable, iterator, asyncIterable, later, poke, fail, Buffer: host.Buffer,
  }

  return { tools, reset, poke, enqueue, settleNext, kept: () => state.kept }
})
