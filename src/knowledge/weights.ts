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
  'typescript.createProgram', 'acorn.parse', 'esprima.parse', 'esprima.parseScript', 'esprima.parseModule', 'espree.parse', '@babel/parser.parse', '@babel/core.parseSync', 'typescript.createSourceFile',
  'axios', 'axios.get', 'axios.post', 'axios.put', 'axios.patch', 'axios.request', 'got', 'got.get', 'got.post',
  'cheerio.load', 'parse5.parse', 'node-html-parser.parse', 'xlsx.read', 'xlsx.readFile', 'papaparse.parse', 'csv-parse/sync.parse',
])

/** Calls that are as large as what they are given: `JSON.parse(content)`. */
export const AS_LARGE_AS_ARGUMENT: ReadonlySet<string> = new Set([
  'Array.from', 'Array.fromAsync', 'Buffer.from', 'JSON.parse', 'JSON.stringify', 'Map', 'Object.entries', 'Object.fromEntries', 'Object.keys', 'Object.values', 'Promise.all',
  'Set', 'String', 'js-yaml.load', 'yaml.parse', 'atob', 'btoa', 'structuredClone', 'Uint8Array', 'Uint8ClampedArray', 'DataView', 'Blob',
])

/** Calls of which a literal 64 KB or more makes something large. */
export const SIZED_CALLS: ReadonlySet<string> = new Set([
  'Array', 'ArrayBuffer', 'SharedArrayBuffer', 'Buffer.alloc', 'Buffer.allocUnsafe', 'Buffer.allocUnsafeSlow', 'Uint8Array', 'Uint8ClampedArray', 'Int8Array', 'Uint16Array', 'Int16Array',
  'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
])

/** Calls of which what is no literal, but a size by its name, makes something large as well: `new Float32Array(count * 3)`. */
export const BYTE_CALLS = /^(?:ArrayBuffer|SharedArrayBuffer|Buffer\.alloc\w*|\w+\d+(?:Clamped)?Array)$/

/** Constructors of what holds pixels or a whole document. */
export const LARGE_CONSTRUCTORS: ReadonlySet<string> = new Set(['ImageData', 'OffscreenCanvas', 'jsdom.JSDOM', 'pdf-lib.PDFDocument'])

/** Methods whose result is the whole content of what they are called on, whatever it is. */
export const CONTENT_METHODS: ReadonlySet<string> = new Set([
  'arrayBuffer', 'getImageData', 'readAsArrayBuffer', 'toDataURL', 'convertToBlob', 'readFileSync', 'readFile', 'captureScreenshot', 'screenshot', 'getChannelData', 'decodeAudioData',
  'parseFromString',
])

/** Properties by which what is large gives its content: `{ data } = await axios.get(url)`, `image.data`, `reader.result`. */
export const CONTENT_PARTS: ReadonlySet<string> = new Set(['body', 'buffer', 'content', 'data', 'response', 'responseText', 'result'])

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
  'JSDOM', 'Document', 'DocumentFragment', 'SourceFile', 'Program', 'TSESTree.Program', 'ESTree.Program', 'ts.SourceFile', 'ts.Program',
  'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
])

/** What so typed is small by its name: keys, hashes, and the pieces of which there are many. */
export const SMALL_NAMES = /key|hash|digest|nonce|salt|\biv\b|signature|secret|token|header|checksum|seed|\bid\b|uuid|prefix|suffix|separator|magic|mac$|address/i

/** Of how many bytes or elements on something is large. */
export const LARGE_SIZE = 65_536
