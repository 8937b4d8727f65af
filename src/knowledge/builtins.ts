/** What a value is, as far as memory is concerned. `iterator` has `next` and is walked once; `unknown` is never a guess. */
export type Kind =
  | 'array' | 'string' | 'number' | 'boolean' | 'bigint' | 'symbol' | 'null' | 'undefined'
  | 'map' | 'set' | 'weakmap' | 'weakset' | 'iterator' | 'typedarray' | 'arraybuffer' | 'buffer' | 'arguments'
  | 'object' | 'function' | 'regexp' | 'promise' | 'date' | 'unknown'

/** `new X()`, annotations and lib types by name. */
export const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  Array: 'array', ReadonlyArray: 'array',
  Map: 'map', ReadonlyMap: 'map', Set: 'set', ReadonlySet: 'set', WeakMap: 'weakmap', WeakSet: 'weakset',
  Iterator: 'iterator', IterableIterator: 'iterator', IteratorObject: 'iterator', ArrayIterator: 'iterator',
  MapIterator: 'iterator', SetIterator: 'iterator', StringIterator: 'iterator', RegExpStringIterator: 'iterator',
  Generator: 'iterator',
  Int8Array: 'typedarray', Uint8Array: 'typedarray', Uint8ClampedArray: 'typedarray', Int16Array: 'typedarray',
  Uint16Array: 'typedarray', Int32Array: 'typedarray', Uint32Array: 'typedarray', Float16Array: 'typedarray',
  Float32Array: 'typedarray', Float64Array: 'typedarray', BigInt64Array: 'typedarray', BigUint64Array: 'typedarray',
  ArrayBuffer: 'arraybuffer', SharedArrayBuffer: 'arraybuffer', Buffer: 'buffer',
  RegExp: 'regexp', Promise: 'promise', Date: 'date', Function: 'function', IArguments: 'arguments',
  String: 'object', Number: 'object', Boolean: 'object',
}

/** What calls of globals give back, by qualified name. */
export const KIND_OF_CALL: Readonly<Record<string, Kind>> = {
  Array: 'array', 'Array.from': 'array', 'Array.of': 'array',
  'Object.keys': 'array', 'Object.values': 'array', 'Object.entries': 'array',
  'Object.getOwnPropertyNames': 'array', 'Object.getOwnPropertySymbols': 'array', 'Reflect.ownKeys': 'array',
  'Object.fromEntries': 'object', 'Object.create': 'object',
  String: 'string', 'JSON.stringify': 'string', 'String.fromCharCode': 'string', 'String.fromCodePoint': 'string',
  'String.raw': 'string', encodeURIComponent: 'string', decodeURIComponent: 'string', encodeURI: 'string',
  decodeURI: 'string', escape: 'string', unescape: 'string', btoa: 'string', atob: 'string', Date: 'string',
  Number: 'number', parseInt: 'number', parseFloat: 'number', 'Number.parseInt': 'number', 'Number.parseFloat': 'number',
  'Date.now': 'number', 'performance.now': 'number', 'Buffer.byteLength': 'number',
  Boolean: 'boolean', 'Array.isArray': 'boolean', 'Object.is': 'boolean', isNaN: 'boolean', isFinite: 'boolean',
  BigInt: 'bigint', Symbol: 'symbol',
  'Buffer.from': 'buffer', 'Buffer.alloc': 'buffer', 'Buffer.allocUnsafe': 'buffer', 'Buffer.concat': 'buffer',
  'zlib.gzipSync': 'buffer', 'zlib.gunzipSync': 'buffer', 'zlib.deflateSync': 'buffer', 'zlib.inflateSync': 'buffer', 'zlib.unzipSync': 'buffer',
  'fs.readdirSync': 'array', 'path.join': 'string', 'path.resolve': 'string', 'path.dirname': 'string', 'path.basename': 'string',
  'path.extname': 'string', 'path.relative': 'string', 'path.normalize': 'string',
  'Promise.all': 'promise', 'Promise.allSettled': 'promise', 'Promise.race': 'promise', 'Promise.any': 'promise',
  'Promise.resolve': 'promise', 'Promise.reject': 'promise', fetch: 'promise', 'Array.fromAsync': 'promise',
}

/** Calls that give bytes, or a text where they are told an encoding: at once, or as a promise. */
export const CONTENT_CALLS: Readonly<Record<'sync' | 'async', ReadonlySet<string>>> = {
  sync: new Set(['fs.readFileSync', 'graceful-fs.readFileSync', 'fs-extra.readFileSync', 'child_process.execSync', 'crypto.randomBytes']),
  async: new Set(['fs.promises.readFile', 'fs/promises.readFile', 'fs-extra.readFile']),
}

/** What methods give back, by the kind of their receiver (`as const`: else `toString` is taken for Object's); Array methods of subclasses count as arrays too. */
export const KIND_OF_METHOD: Readonly<Partial<Record<Kind, Readonly<Record<string, Kind>>>>> = {
  array: {
    concat: 'array', copyWithin: 'array', fill: 'array', filter: 'array', flat: 'array', flatMap: 'array', map: 'array',
    reverse: 'array', slice: 'array', sort: 'array', splice: 'array', toReversed: 'array', toSorted: 'array',
    toSpliced: 'array', with: 'array', join: 'string', toString: 'string', keys: 'iterator', values: 'iterator',
    entries: 'iterator', indexOf: 'number', lastIndexOf: 'number', findIndex: 'number', findLastIndex: 'number',
    push: 'number', unshift: 'number', includes: 'boolean', some: 'boolean', every: 'boolean', forEach: 'undefined',
  },
  string: {
    at: 'unknown', charAt: 'string', concat: 'string', normalize: 'string', padEnd: 'string', padStart: 'string',
    repeat: 'string', replace: 'string', replaceAll: 'string', slice: 'string', substr: 'string', substring: 'string',
    toLowerCase: 'string', toUpperCase: 'string', trim: 'string', trimEnd: 'string', trimStart: 'string',
    toString: 'string', valueOf: 'string', split: 'array', matchAll: 'iterator', charCodeAt: 'number',
    indexOf: 'number', lastIndexOf: 'number', search: 'number', localeCompare: 'number', includes: 'boolean',
    startsWith: 'boolean', endsWith: 'boolean', toLocaleLowerCase: 'string', toLocaleUpperCase: 'string',
  },
  number: { toFixed: 'string', toString: 'string', toPrecision: 'string', toExponential: 'string', toLocaleString: 'string' },
  map: { keys: 'iterator', values: 'iterator', entries: 'iterator', has: 'boolean', delete: 'boolean', forEach: 'undefined', set: 'map' },
  set: {
    keys: 'iterator', values: 'iterator', entries: 'iterator', has: 'boolean', delete: 'boolean', forEach: 'undefined',
    add: 'set', union: 'set', intersection: 'set', difference: 'set', symmetricDifference: 'set',
  },
  iterator: {
    map: 'iterator', filter: 'iterator', take: 'iterator', drop: 'iterator', flatMap: 'iterator', toArray: 'array',
    some: 'boolean', every: 'boolean', forEach: 'undefined',
  },
  typedarray: {
    slice: 'typedarray', subarray: 'typedarray', map: 'typedarray', filter: 'typedarray', fill: 'typedarray',
    sort: 'typedarray', reverse: 'typedarray', join: 'string', keys: 'iterator', values: 'iterator', entries: 'iterator',
    indexOf: 'number', includes: 'boolean',
  },
  buffer: {
    slice: 'buffer', subarray: 'buffer', fill: 'buffer', toString: 'string', keys: 'iterator', values: 'iterator',
    entries: 'iterator', indexOf: 'number', includes: 'boolean', equals: 'boolean',
  },
  regexp: { test: 'boolean' },
  date: { getTime: 'number', valueOf: 'number', toISOString: 'string', toJSON: 'string', toString: 'string' },
  promise: { then: 'promise', catch: 'promise', finally: 'promise' },
} as const
