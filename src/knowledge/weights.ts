/**
 * Calls that give something large: the content of files and responses, what is parsed, drawn, decompressed, or put out by another program,
 * by qualified name. A promise counts for what it brings.
 */
export const LARGE_CALLS: ReadonlySet<string> = new Set([
  'fs.readFileSync', 'fs.promises.readFile', 'fs/promises.readFile', 'fs-extra.readFile', 'fs-extra.readFileSync', 'fs-extra.readJson', 'fs-extra.readJsonSync',
  'Deno.readFile', 'Deno.readFileSync', 'Deno.readTextFile', 'Deno.readTextFileSync',
  'child_process.execSync', 'child_process.execFileSync',
  'zlib.gunzipSync', 'zlib.gzipSync', 'zlib.inflateSync', 'zlib.deflateSync', 'zlib.unzipSync', 'zlib.brotliDecompressSync', 'zlib.brotliCompressSync',
  'pako.inflate', 'pako.deflate', 'pako.gzip', 'pako.ungzip',
  'Buffer.concat', 'createImageBitmap', 'stream/consumers.arrayBuffer', 'stream/consumers.blob', 'stream/consumers.buffer', 'stream/consumers.json', 'stream/consumers.text',
  'acorn.parse', 'esprima.parse', 'esprima.parseScript', 'esprima.parseModule', 'espree.parse', '@babel/parser.parse', '@babel/core.parseSync', 'typescript.createSourceFile',
  'axios', 'axios.get', 'axios.post', 'axios.put', 'axios.patch', 'axios.request', 'got', 'got.get', 'got.post',
  'cheerio.load', 'parse5.parse', 'node-html-parser.parse', 'xlsx.read', 'xlsx.readFile', 'papaparse.parse', 'csv-parse/sync.parse',
])

/** Calls that are as large as what they are given: `JSON.parse(content)`. */
export const AS_LARGE_AS_ARGUMENT: ReadonlySet<string> = new Set([
  'Array.from', 'Array.fromAsync', 'Buffer.from', 'JSON.parse', 'JSON.stringify', 'Map', 'Object.entries', 'Object.fromEntries', 'Object.keys', 'Object.values', 'Promise.all',
  'Set', 'String', 'atob', 'btoa', 'structuredClone', 'Uint8Array', 'Uint8ClampedArray', 'DataView', 'Blob',
])

/** Calls of which a literal 64 KB or more, or what is no literal at all, makes something large. */
export const SIZED_CALLS: ReadonlySet<string> = new Set([
  'Array', 'ArrayBuffer', 'SharedArrayBuffer', 'Buffer.alloc', 'Buffer.allocUnsafe', 'Buffer.allocUnsafeSlow', 'Uint8Array', 'Uint8ClampedArray', 'Int8Array', 'Uint16Array', 'Int16Array',
  'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
])

/** Constructors of what holds pixels or a whole document. */
export const LARGE_CONSTRUCTORS: ReadonlySet<string> = new Set(['ImageData', 'OffscreenCanvas', 'jsdom.JSDOM', 'pdf-lib.PDFDocument'])

/** Methods whose result is the whole content of what they are called on, whatever it is. */
export const CONTENT_METHODS: ReadonlySet<string> = new Set([
  'arrayBuffer', 'getImageData', 'readAsArrayBuffer', 'toDataURL', 'convertToBlob', 'readFileSync', 'readFile', 'captureScreenshot', 'screenshot', 'getChannelData', 'decodeAudioData',
])

/** Methods that give the content of responses, files and blobs: by these names the receivers go. */
export const RESPONSE_METHODS: ReadonlySet<string> = new Set(['blob', 'bytes', 'json', 'text'])
export const RESPONSES = /^(?:res|resp|response|file|blob|body|r)$|(?:Res|Resp|Response|File|Blob)$/

/** Methods whose result is about as large as their receiver. */
export const KEEPS_WEIGHT: ReadonlySet<string> = new Set([
  'split', 'trim', 'map', 'filter', 'flat', 'flatMap', 'sort', 'reverse', 'toSorted', 'toReversed', 'concat', 'slice', 'toString', 'replace', 'replaceAll', 'normalize',
  'subarray', 'join', 'fill', 'transferToImageBitmap', 'entries', 'then', 'catch', 'finally', 'decode', 'encode', 'toArray',
])

/** Types of what is large more often than not. */
export const LARGE_TYPES: ReadonlySet<string> = new Set([
  'ArrayBuffer', 'SharedArrayBuffer', 'Buffer', 'Blob', 'ImageData', 'ImageBitmap', 'HTMLCanvasElement', 'OffscreenCanvas', 'HTMLImageElement', 'HTMLVideoElement', 'AudioBuffer',
  'JSDOM', 'Document', 'SourceFile',
])

/** What so typed is small by its name: keys, hashes, and the pieces of which there are many. */
export const SMALL_NAMES = /key|hash|digest|nonce|salt|\biv\b|signature|secret|token|header|checksum|seed|\bid\b|uuid|prefix|suffix|separator|magic|mac$|address/i

/** Of how many bytes or elements on something is large. */
export const LARGE_SIZE = 65_536
