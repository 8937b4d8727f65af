/**
 * How many different values a name takes while a program runs, by the convention of naming: what users, requests and data
 * bring is `many`, what programmers write down in code or configuration is `few`, objects that come and go are `objects`.
 * A name that is not here says nothing.
 */
export type NamedDomain = 'few' | 'many' | 'objects'

const MANY = `
  address body content contents cookie cursor email fingerprint formula guid href html input ip jid json jwt
  markdown md5 message msg nonce payload phone phrase prompt query sentence sha1 sha256 snippet
  text timestamp tx txid uri url username uuid wallet word
`

const FEW = `
  alias attr attribute blockchain bridge browser category chain channel class command component config constructor country css ctor currency dialect dir direction
  directory encoding entity enum env event ext extension feature field file filename filepath flag folder font format framework
  icon kind lang language layer level library locale macro method mime mode model module namespace network operator option package period
  phase platform plugin port prefix preset prop property protocol provider region resource role schema scope script setting shader sheet size slot
  state status strategy style stylesheet suffix symbol syntax table tag target template theme timezone type tz unit version weight width zone
`

const OBJECTS = `
  client conn connection ctx doc document el elem element evt node packet promise req request res response session socket stream websocket ws
`

const words = (list: string): string[] => list.trim().split(/\s+/)

/** How constants that somebody wrote down are named: `EVENTS`, `MAX_AGE`. */
export const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/

/** By the last word of a name, in lower case. */
export const DOMAIN_OF_WORD: ReadonlyMap<string, NamedDomain> = new Map([
  ...words(MANY).map((word) => [word, 'many'] as const),
  ...words(FEW).map((word) => [word, 'few'] as const),
])

const LINKED = words(`
  audio avatar cover href image img media original page photo redirect request share short thumb thumbnail video
`)

/**
 * Words that say how many only together with the word before them: `userId`, `sessionToken`, `imageUrl` are many, while
 * `modelId`, a parser's `nextToken` and `moduleUrl` may be few.
 */
export const QUALIFIED: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ['id', new Set(words(`
    account article auth booking cart chat client comment connection contact conversation correlation customer doc document email episode event game guest guild invoice issue
    job key lobby member message note order payment player post product record request room session socket song task tenant thread ticket trace track transaction
    tx upload user video visitor
  `))],
  ['key', new Set()],
  ['token', new Set(words('access auth authorization bearer csrf device identity invite push refresh reset session share user'))],
  ['href', new Set(LINKED)],
  ['link', new Set(LINKED)],
  ['uri', new Set(LINKED)],
  ['url', new Set(LINKED)],
])

/** Names of objects of which ever new ones are made. */
export const PASSING_OBJECTS: ReadonlySet<string> = new Set(words(OBJECTS))

/** Methods by which what bears such a name shows to be a text all the same. */
export const TEXT_METHODS: ReadonlySet<string> = new Set(['charAt', 'charCodeAt', 'endsWith', 'indexOf', 'match', 'replace', 'replaceAll', 'slice', 'split', 'startsWith', 'substr', 'substring', 'toLowerCase', 'toUpperCase', 'trim'])

/** Calls that give another value each time, by qualified name or by the last word of it. */
export const UNIQUE_CALLS: ReadonlySet<string> = new Set([
  'Date.now', 'Math.random', 'Symbol', 'crypto.randomBytes', 'crypto.randomUUID', 'performance.now', 'process.hrtime', 'process.hrtime.bigint',
  'cuid', 'nanoid', 'uuid', 'uuidv4', 'uuidv7', 'v1', 'v4', 'v7', 'randomUUID', 'randomId', 'generateId', 'uniqueId',
])

/** Methods that derive one text or number from another, so that there are as many results as receivers. */
export const DERIVING_METHODS: ReadonlySet<string> = new Set([
  'toString', 'trim', 'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'toLocaleUpperCase', 'normalize', 'replace', 'replaceAll', 'slice',
  'substring', 'substr', 'concat', 'padStart', 'padEnd', 'digest', 'toFixed', 'getTime', 'valueOf', 'toISOString', 'toJSON', 'at', 'charAt', 'trimEnd',
  'trimStart',
])

/** Parameters that bring what the outside world sent, by name. */
export const REQUESTS: ReadonlySet<string> = new Set(['req', 'request', 'event', 'evt', 'msg', 'message', 'socket', 'ws', 'interaction', 'packet'])

/** The parts of a request or event that hold what was sent. */
export const SENT: ReadonlySet<string> = new Set(['body', 'data', 'detail', 'headers', 'params', 'payload', 'query'])

/** Methods that keep a callback and call it again for each event, request or tick. */
export const HANDLER_METHODS: ReadonlySet<string> = new Set([
  'addEventListener', 'addListener', 'all', 'createServer', 'delete', 'get', 'head', 'on', 'patch', 'post', 'prependListener', 'put', 'serve', 'setInterval',
  'subscribe', 'use',
])
