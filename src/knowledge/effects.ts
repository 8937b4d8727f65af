import type { Kind } from './builtins.ts'

/** Methods that change the elements, entries or length of their receiver, by its kind. */
export const MUTATORS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  array: ['copyWithin', 'fill', 'pop', 'push', 'reverse', 'shift', 'sort', 'splice', 'unshift'],
  map: ['set', 'delete', 'clear', 'getOrInsert', 'getOrInsertComputed'],
  set: ['add', 'delete', 'clear'],
  weakmap: ['set', 'delete'],
  weakset: ['add', 'delete'],
  typedarray: ['copyWithin', 'fill', 'reverse', 'set', 'sort'],
  buffer: ['copyWithin', 'fill', 'reverse', 'set', 'sort', 'swap16', 'swap32', 'swap64', 'write'],
  regexp: ['compile', 'exec', 'test'],
  date: [
    'setDate', 'setFullYear', 'setHours', 'setMilliseconds', 'setMinutes', 'setMonth', 'setSeconds', 'setTime', 'setUTCDate', 'setUTCFullYear',
    'setUTCHours', 'setUTCMilliseconds', 'setUTCMinutes', 'setUTCMonth', 'setUTCSeconds', 'setYear',
  ],
  iterator: ['next', 'return', 'throw', 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
}

/** Methods that only read their receiver and hand it to nobody, except to callbacks of the iteration methods. */
export const READERS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  array: [
    'at', 'concat', 'entries', 'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach',
    'hasOwnProperty', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'map', 'reduce', 'reduceRight', 'slice', 'some',
    'toLocaleString', 'toReversed', 'toSorted', 'toSpliced', 'toString', 'values', 'with',
  ],
  map: ['entries', 'forEach', 'get', 'has', 'keys', 'values'],
  set: [
    'difference', 'entries', 'forEach', 'has', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'keys',
    'symmetricDifference', 'union', 'values',
  ],
  weakmap: ['get', 'has'],
  weakset: ['has'],
  typedarray: [
    'at', 'entries', 'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'includes', 'indexOf', 'join',
    'keys', 'lastIndexOf', 'map', 'reduce', 'reduceRight', 'slice', 'some', 'toReversed', 'toSorted', 'toString', 'values', 'with',
  ],
  buffer: ['at', 'compare', 'entries', 'equals', 'every', 'find', 'findIndex', 'forEach', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'map', 'reduce', 'some', 'toJSON', 'toString', 'values'],
}

/** Methods of arrays that may run a conversion or a getter of their elements or arguments. */
export const CONVERTS_ELEMENTS: readonly string[] = ['concat', 'join', 'sort', 'toLocaleString', 'toSorted', 'toString']

/** Methods whose callback takes the element, the index and, third, the receiver itself (a reducer takes it fourth). */
export const GIVES_RECEIVER: Readonly<Record<string, number>> = {
  every: 2, filter: 2, find: 2, findIndex: 2, findLast: 2, findLastIndex: 2, flatMap: 2, forEach: 2, map: 2, some: 2, reduce: 3, reduceRight: 3,
}

/** Which argument a built-in calls while it runs, by the name of the method or the qualified name of the call. */
export const CALLBACK_AT: Readonly<Record<string, number>> = {
  every: 0, filter: 0, find: 0, findIndex: 0, findLast: 0, findLastIndex: 0, flatMap: 0, forEach: 0, map: 0, reduce: 0, reduceRight: 0,
  some: 0, sort: 0, toSorted: 0, replace: 1, replaceAll: 1, getOrInsertComputed: 1, Promise: 0,
  'Array.from': 1, 'Array.fromAsync': 1, 'JSON.parse': 1, 'JSON.stringify': 1, 'Object.groupBy': 1, 'Map.groupBy': 1,
}

/** Mutators that give back their receiver. */
export const RETURNS_RECEIVER: readonly string[] = ['copyWithin', 'fill', 'reverse', 'sort', 'set', 'add']

/**
 * Calls, by qualified name, that run no code of the file or of others while they run, callbacks aside; at most a getter,
 * an iterator or a conversion of an argument. A name that ends in a dot stands for all its methods.
 */
export const QUIET_CALLS: readonly string[] = [
  'Array', 'Array.', 'ArrayBuffer.', 'Atomics.', 'BigInt', 'BigInt.', 'Boolean', 'Buffer.', 'Date', 'Date.', 'Intl.', 'JSON.', 'Math.', 'Number',
  'Number.', 'Object', 'Object.', 'Object.prototype.hasOwnProperty.call', 'Object.prototype.toString.call', 'String', 'String.', 'Symbol', 'Symbol.', 'cancelAnimationFrame', 'clearImmediate',
  'clearInterval', 'clearTimeout', 'console.', 'decodeURIComponent', 'encodeURIComponent', 'decodeURI', 'encodeURI', 'isFinite',
  'isNaN', 'parseFloat', 'parseInt', 'performance.', 'process.hrtime', 'process.memoryUsage', 'queueMicrotask',
  'process.nextTick', 'requestAnimationFrame', 'requestIdleCallback', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone',
  'path.', 'util.format', 'util.inspect', 'crypto.randomUUID', 'crypto.randomBytes', 'crypto.createHash',
]

/** Of these, the ones that the world can see: output, timers, tasks, marks. */
export const TRACING_CALLS: readonly string[] = [
  'Atomics.', 'cancelAnimationFrame', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console.', 'performance.clearMarks', 'performance.clearMeasures',
  'performance.mark', 'performance.measure', 'process.nextTick',
  'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback', 'setImmediate', 'setInterval', 'setTimeout',
]

/** Of the quiet calls, the ones that take any primitive but bigints and symbols without throwing. */
export const NEVER_THROWING: readonly string[] = [
  'Array.isArray', 'Array.of', 'Boolean', 'Date', 'Date.', 'Math.', 'Number', 'Number.', 'Object.is', 'String', 'console.', 'isFinite', 'isNaN', 'parseFloat',
  'parseInt', 'performance.now',
]

/** Built-in methods that refuse some values of their own kind. */
export const THROWING_METHODS: readonly string[] = [
  'localeCompare', 'matchAll', 'normalize', 'padEnd', 'padStart', 'reduce', 'reduceRight', 'repeat', 'replaceAll', 'set', 'toExponential', 'toFixed',
  'toISOString', 'toLocaleLowerCase', 'toLocaleString', 'toLocaleUpperCase', 'toPrecision', 'toString', 'with',
]

/** Calls that change their first argument. */
export const WRITES_ARGUMENT: readonly string[] = [
  'Atomics.add', 'Atomics.and', 'Atomics.compareExchange', 'Atomics.exchange', 'Atomics.or', 'Atomics.store', 'Atomics.sub', 'Atomics.xor',
  'Object.assign', 'Object.defineProperty', 'Object.defineProperties', 'Object.freeze', 'Object.seal', 'Object.preventExtensions',
  'Object.setPrototypeOf', 'Reflect.set', 'Reflect.deleteProperty', 'Reflect.defineProperty',
]

/** Constructors that run no foreign code, a given iterable and executor aside. */
export const QUIET_CONSTRUCTORS: readonly string[] = [
  'AbortController', 'AggregateError', 'Array', 'ArrayBuffer', 'BigInt64Array', 'BigUint64Array', 'Blob', 'Boolean', 'DataView', 'Date',
  'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array', 'FormData', 'Headers', 'Int16Array', 'Int32Array',
  'Int8Array', 'Map', 'Number', 'Object', 'Promise', 'RangeError', 'ReferenceError', 'RegExp', 'Set', 'String', 'SyntaxError',
  'TextDecoder', 'TextEncoder', 'TypeError', 'URL', 'URLSearchParams', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray',
  'WeakMap', 'WeakRef', 'WeakSet',
]

/** Constructors that take the elements of a given collection and not the collection. */
export const COPIES_ARGUMENT: readonly string[] = [
  'AggregateError', 'BigInt64Array', 'BigUint64Array', 'Blob', 'Float32Array', 'Float64Array', 'FormData', 'Headers', 'Int16Array',
  'Int32Array', 'Int8Array', 'Map', 'Set', 'URLSearchParams', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray',
  'WeakMap', 'WeakSet',
]

/** Calls that look at a given collection and keep it nowhere. */
export const READS_ARGUMENT: readonly string[] = [
  'Array.from', 'Array.isArray', 'Boolean', 'Buffer.concat', 'Buffer.from', 'JSON.stringify', 'Math.', 'Number', 'Object.entries',
  'Object.fromEntries', 'Object.getOwnPropertyNames', 'Object.is', 'Object.isFrozen', 'Object.keys', 'Object.values', 'Promise.all',
  'Promise.allSettled', 'Promise.any', 'Promise.race', 'String', 'console.', 'structuredClone',
]

/** Calls that always give back a new collection. */
export const MAKES: readonly string[] = [
  'Array', 'Array.from', 'Array.of', 'Object.entries', 'Object.getOwnPropertyNames', 'Object.keys', 'Object.values', 'Reflect.ownKeys',
]

/** Methods that always give back a new collection, by the kind of their receiver. */
export const MAKING_METHODS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  array: ['concat', 'filter', 'flat', 'flatMap', 'map', 'slice', 'splice', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  string: ['split'],
  set: ['difference', 'intersection', 'symmetricDifference', 'union'],
  iterator: ['toArray'],
  typedarray: ['filter', 'map', 'slice', 'toReversed', 'toSorted', 'with'],
}
