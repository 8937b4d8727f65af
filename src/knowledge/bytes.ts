/** Bytes of an element, by the global constructor of the typed array. */
export const ELEMENT_BYTES: Readonly<Record<string, number>> = {
  Int8Array: 1, Uint8Array: 1, Uint8ClampedArray: 1, Int16Array: 2, Uint16Array: 2, Float16Array: 2, Int32Array: 4, Uint32Array: 4, Float32Array: 4,
  Float64Array: 8, BigInt64Array: 8, BigUint64Array: 8,
}

/** Up to this many bytes V8 keeps a typed array's elements in the heap (`v8_typed_array_max_size_in_heap`): a copy costs little more than a view. */
export const IN_HEAP_BYTES = 64

/** Which argument a call or constructor only reads, and only while it runs, by qualified name. Sources: ECMA-262, Node's and the Web Crypto API's documentation. */
export const BYTE_READING_CALLS: Readonly<Record<string, readonly number[]>> = {
  'Array.from': [0], 'Buffer.compare': [0, 1], 'Buffer.from': [0], 'String.fromCharCode.apply': [1], 'String.fromCodePoint.apply': [1],
  'Math.max.apply': [1], 'Math.min.apply': [1], 'crypto.timingSafeEqual': [0, 1],
  'crypto.subtle.decrypt': [2], 'crypto.subtle.digest': [1], 'crypto.subtle.encrypt': [2], 'crypto.subtle.importKey': [1], 'crypto.subtle.sign': [2],
  'crypto.subtle.verify': [2, 3], 'fs.appendFileSync': [1], 'fs.writeFileSync': [1], 'fs.writeSync': [1],
  'zlib.brotliDecompressSync': [0], 'zlib.crc32': [0], 'zlib.deflateRawSync': [0], 'zlib.deflateSync': [0], 'zlib.gunzipSync': [0], 'zlib.gzipSync': [0],
  'zlib.inflateRawSync': [0], 'zlib.inflateSync': [0], 'zlib.unzipSync': [0],
  BigInt64Array: [0], BigUint64Array: [0], Float16Array: [0], Float32Array: [0], Float64Array: [0], Int16Array: [0], Int32Array: [0], Int8Array: [0], Set: [0],
  Uint16Array: [0], Uint32Array: [0], Uint8Array: [0], Uint8ClampedArray: [0],
}

/** Calls and constructors that copy every element of the list that they are given. */
export const BYTE_JOINING_CALLS: ReadonlySet<string> = new Set(['Blob', 'Buffer.concat', 'File'])

/** What functions are called that make a text or a number of bytes, or compare them: good for a report. */
export const NAMED_AS_BYTE_READER = /hex|base_?(?:32|36|58|64)|utf_?8|crc_?\d|checksum|adler|sha_?\d|keccak|ripemd|blake\d|md5|bytesTo|equal/i
/** What functions are called that keep what they are given, whatever they give back. */
export const NAMED_AS_KEEPER = /^(?:add|append|cache|create|enqueue|insert|open|post|push|put|queue|register|save|schedule|send|set|store|upload|write)/i

/** Methods that a Buffer and a Uint8Array have in common, to the same effect. */
export const COMMON_BYTE_METHODS: ReadonlySet<string> = new Set([
  'at', 'entries', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'join', 'keys', 'reduce', 'reduceRight', 'some', 'values',
])

/** Methods that only read an argument while they run: which, and how their receivers are called or made. */
export interface ByteReadingMethod {
  argument: number
  /** What the receiver is made by, by qualified name. */
  madeBy?: RegExp
  /** What such receivers are named: good for a report. */
  named: RegExp
}

/** Sources: the Encoding, Node's crypto and WebGL documentation. `TypedArray#set` copes with the same buffer on both sides. */
export const BYTE_READING_METHODS: Readonly<Record<string, ByteReadingMethod>> = {
  bufferData: { argument: 1, named: /^_?(?:gl|context)$/i },
  bufferSubData: { argument: 2, named: /^_?(?:gl|context)$/i },
  compare: { argument: 0, named: /buf/i },
  decode: { argument: 0, madeBy: /^TextDecoder$/, named: /(?:text|utf_?8|ascii|latin1)_?decoder$|^_?decoder$/i },
  equals: { argument: 0, named: /buf|bytes/i },
  set: { argument: 0, named: /^/ },
  update: { argument: 0, madeBy: /^crypto\.create(?:Hash|Hmac|Sign|Verify)$/, named: /hash|hmac|sha\d|md5|digest/i },
}
