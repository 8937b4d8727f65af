// Evaluated inside each vm context: turns everything a program could notice into text. Labels in ⟨⟩ stand for identity,
// the rest is content, so that both can be compared apart. `types` is node:util's.
(function (types) {
  'use strict'

  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, apply, construct } = Reflect
  const { isArray } = Array
  const intrinsicThen = Promise.prototype.then
  const maxEffects = 2000

  /** What is known of the current run. */
  const run = {}
  const madeByProgram = new WeakSet()

  function reset() {
    Object.assign(run, {
      log: [], quiet: false, endless: false, finished: false,
      names: new Map(), unnamed: 1, promises: new WeakMap(),
    })
  }

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

  return { run, reset, log, quietly, register, describe, track }
})
