/** Encodings in which every byte is decoded by itself. */
export const SAFE_ENCODINGS: readonly string[] = ['ascii', 'latin1', 'binary', 'hex']

/** What people call Node's streams of bytes; of what is looped over, a name that says less may also be texts of any kind. */
export const BYTE_STREAMS = {
  listened: /^(?:std(?:in|out|err)|req|request|res|resp|response|incoming|incomingMessage|sock|socket|conn|connection|stream|rs|readable)$|(?:Stream|Socket|Request|Response|Req|Res|Stdout|Stderr)$/,
  looped: /^(?:std(?:in|out|err)|req|request)$|(?:ReadStream|Req|Request)$/,
}

/** Calls whose child's output is text: its encoding is utf8 when none is given. */
export const TEXT_STREAMS: readonly string[] = ['child_process.exec', 'child_process.execFile']

/** Packages and namespaces that hand out Node's own functions, by the name that the tables here have for them. */
export const SAME_MODULES: Readonly<Record<string, string>> = {
  'fs/promises': 'fs.promises', 'graceful-fs': 'fs', 'fs-extra': 'fs', 'stream/promises': 'stream.promises', 'follow-redirects.http': 'http', 'follow-redirects.https': 'https',
}

/** Functions that take a callback, and what `promisify` makes of them. */
export const PROMISIFIED: Readonly<Record<string, string>> = {
  'fs.readFile': 'fs.promises.readFile', 'fs.writeFile': 'fs.promises.writeFile', 'fs.appendFile': 'fs.promises.appendFile',
  'child_process.exec': 'child_process.exec', 'child_process.execFile': 'child_process.execFile', 'stream.pipeline': 'stream.promises.pipeline',
}

/** What carries data a piece at a time. A duplex is read and written. */
export type Flow = 'readable' | 'writable' | 'duplex'

/** Calls and constructions that make a stream. Sources: the pages on fs, http, net, stream, tls and zlib of Node's documentation. */
export const STREAMS: Readonly<Record<string, Flow>> = {
  'fs.createReadStream': 'readable', 'fs.ReadStream': 'readable', 'stream.Readable': 'readable', 'stream.Readable.from': 'readable', 'stream.Readable.fromWeb': 'readable',
  'fs.createWriteStream': 'writable', 'fs.WriteStream': 'writable', 'stream.Writable': 'writable', 'http.request': 'writable', 'https.request': 'writable',
  'net.connect': 'duplex', 'net.createConnection': 'duplex', 'net.Socket': 'duplex', 'tls.connect': 'duplex', 'tls.TLSSocket': 'duplex',
  'stream.Duplex': 'duplex', 'stream.Transform': 'duplex', 'stream.PassThrough': 'duplex',
  'zlib.createGzip': 'duplex', 'zlib.createGunzip': 'duplex', 'zlib.createDeflate': 'duplex', 'zlib.createInflate': 'duplex', 'zlib.createDeflateRaw': 'duplex',
  'zlib.createInflateRaw': 'duplex', 'zlib.createUnzip': 'duplex', 'zlib.createBrotliCompress': 'duplex', 'zlib.createBrotliDecompress': 'duplex',
  'zlib.createZstdCompress': 'duplex', 'zlib.createZstdDecompress': 'duplex',
}

/** A response whose body comes after it: as the Fetch standard, as undici's `request`, or as Node's streams give it. */
export type Body = 'web' | 'undici' | 'node-fetch' | 'node'

/** Calls that give a promise of a response. */
export const RESPONSES: Readonly<Record<string, Body>> = {
  fetch: 'web', 'undici.fetch': 'web', 'undici.request': 'undici', 'node-fetch': 'node-fetch', 'node-fetch.default': 'node-fetch',
}

/** Calls that give their callback a response. */
export const REQUESTS: readonly string[] = ['http.get', 'https.get', 'http.request', 'https.request']

/** What stands in a response besides its body, and can be read without it. */
export const HEAD_OF: Readonly<Record<Body, readonly string[]>> = {
  web: ['ok', 'status', 'statusText', 'headers', 'url', 'redirected', 'type', 'bodyUsed'],
  'node-fetch': ['ok', 'status', 'statusText', 'headers', 'url', 'redirected', 'type', 'bodyUsed'],
  undici: ['statusCode', 'headers', 'opaque', 'context'],
  node: ['statusCode', 'statusMessage', 'headers', 'rawHeaders', 'headersDistinct', 'httpVersion', 'httpVersionMajor', 'httpVersionMinor', 'url', 'complete', 'aborted'],
}

/** Events of a readable to which it is listened without being read. */
export const PASSIVE_EVENTS: readonly string[] = ['open', 'ready', 'close', 'end', 'error', 'aborted', 'pause']

/** Types of Node's streams that are written to. */
export const WRITABLE_TYPES: ReadonlySet<string> = new Set([
  'Writable', 'WriteStream', 'WritableStream', 'Duplex', 'Transform', 'PassThrough', 'Socket', 'TLSSocket', 'ClientRequest', 'ServerResponse', 'OutgoingMessage',
  'Gzip', 'Gunzip', 'Deflate', 'Inflate', 'BrotliCompress', 'BrotliDecompress',
])

/** What people call streams that they write to, where nothing else says what it is. */
export const NAMED_AS_WRITABLE = /^(?:res|response|stdin|out|output|dest|destination|writable|file)$|(?:[wW]rite(?:r|able)?|[oO]ut(?:put)?|[fF]ile|[dD]est(?:ination)?)Stream$/

/** Of these, answers of http servers. */
export const NAMED_AS_RESPONSE = /^(?:res|response|reply|raw)$|Res(?:ponse)?$/

/** The same, and sockets: what is closed when the other side leaves. */
export const NAMED_AS_CONNECTION = /^(?:res|response|reply|raw|sock|socket|conn|connection|req|request)$|(?:Res(?:ponse)?|Req(?:uest)?|Socket|Connection|Reply)$/

/** Calls that hold the whole of a file. */
export const WHOLE_FILES: readonly string[] = ['fs.promises.readFile', 'fs.readFileSync']

/** Methods of a response that hold the whole of its body as bytes. */
export const WHOLE_BODIES: readonly string[] = ['arrayBuffer', 'bytes', 'blob', 'buffer']

/** Files that are written in whole, by their last part: what is wider than a program's own papers is not literal. */
export const DATA_FILES = /\.(?:csv|tsv|log|ndjson|jsonl|sql|xml|gz|zip|tar|tgz|mp4|mp3|wav|iso|bin|dat|dump|parquet)$/i

/** Calls that start a process, or work on an image outside of the program's memory, by qualified name. */
export const HOLDING_CALLS: ReadonlySet<string> = new Set([
  'child_process.exec', 'child_process.execFile', 'child_process.spawn', 'child_process.fork', 'execa', 'execa.execa', 'execa.execaCommand', 'tinyexec.x', 'tinyexec.exec', 'sharp',
])

/** Calls that list what is there, however much that is. */
export const LISTING_CALLS: ReadonlySet<string> = new Set([
  'fs.promises.readdir', 'fs.readdirSync', 'glob', 'glob.glob', 'glob.sync', 'glob.globSync', 'fast-glob', 'fast-glob.glob', 'fast-glob.sync', 'globby', 'globby.globby', 'tinyglobby.glob',
  'tinyglobby.globSync',
])

/** Collections of what is held one by one, as they are called where nothing says how many they are. */
export const NAMED_AS_MANY = /^(?:all|new|old|changed|source|input|target|remote)?_?(?:files|filenames|filePaths|paths|urls|links|images|assets|attachments|photos|videos|pages|rows|records|documents|docs)$/i

/** What people limit the number of running tasks with. */
export const LIMITERS = /p-limit|\bSema\b|\bacquire\b|pLimit|p-map|pMap|p-queue|PQueue|[sS]emaphore|bottleneck|Bottleneck|\basyncPool|mapLimit|eachLimit|\bconcurrency\b/
