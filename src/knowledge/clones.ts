/** Calls that copy their first argument all the way down, by qualified name; lodash's global is `_`. */
export const DEEP_CLONES: ReadonlySet<string> = new Set([
  'structuredClone', '_.cloneDeep', 'lodash.cloneDeep', 'lodash/cloneDeep', 'lodash.clonedeep', 'lodash-es.cloneDeep', 'lodash-es/cloneDeep',
  'es-toolkit.cloneDeep', 'clone-deep', 'fast-copy', 'fast-copy.copy', 'klona', 'klona.klona', 'klona/json.klona', 'klona/lite.klona', 'klona/full.klona',
  'ramda.clone', 'remeda.clone', 'just-clone', 'angular.copy', 'R.clone',
])

/** What projects call a function of theirs, in another file, that does the same. */
export const NAMED_AS_CLONE = /^(?:cloneDeep|deepClone|deepCopy)$/

/** Calls that look at what is reachable from an argument while they run, and give back a primitive or throw. */
export const INSPECTING_CALLS: ReadonlySet<string> = new Set([
  'Array.isArray', 'Boolean', 'Number', 'Number.isFinite', 'Number.isInteger', 'Number.isNaN', 'Object.is', 'Object.keys', 'String', 'encodeURIComponent', 'isFinite',
  'isNaN', 'parseFloat', 'parseInt', 'util.isDeepStrictEqual', '_.isEqual', 'lodash.isEqual', 'lodash/isEqual', 'lodash-es.isEqual', 'lodash-es/isEqual',
  '_.isEmpty', 'lodash.isEmpty', 'lodash/isEmpty', 'lodash-es.isEmpty', 'lodash-es/isEmpty', 'assert.deepEqual', 'assert.deepStrictEqual',
  'fast-deep-equal', 'v8.serialize', 'Object.hasOwn', 'Math.max', 'Math.min', 'Math.abs', 'Math.floor', 'Math.round', 'Math.ceil',
])

/** Calls that write what is reachable from their first argument as text, or copy it themselves. */
export const SERIALISING_CALLS: ReadonlySet<string> = new Set(['JSON.stringify', 'Response.json', 'NextResponse.json', 'next/server.NextResponse.json', 'v8.serialize'])
/** Calls that make a structured clone of what they are given. */
export const CLONING_CALLS: ReadonlySet<string> = new Set(['postMessage', 'history.pushState', 'history.replaceState'])
/** Calls that copy plain objects and arrays from every argument but the first. */
export const MERGING_CALLS: ReadonlySet<string> = new Set(['_.merge', 'lodash.merge', 'lodash/merge', 'lodash-es.merge', 'lodash-es/merge'])

/** Methods that give back primitives, or new collections of strings, whatever has them. */
export const INSPECTING_METHODS: ReadonlySet<string> = new Set([
  'charAt', 'charCodeAt', 'codePointAt', 'endsWith', 'getTime', 'hasOwnProperty', 'includes', 'indexOf', 'join', 'lastIndexOf', 'localeCompare', 'match',
  'padEnd', 'padStart', 'repeat', 'replace', 'replaceAll', 'search', 'split', 'startsWith', 'substring', 'toFixed', 'toLowerCase', 'toString', 'toUpperCase',
  'trim', 'trimEnd', 'trimStart',
])
/** Methods that give back primitives and call their callback with what they walk. */
export const TESTING_METHODS: ReadonlySet<string> = new Set(['every', 'findIndex', 'findLastIndex', 'forEach', 'some'])
/** Methods that give back parts of their receiver, or collections of them. */
export const SELECTING_METHODS: ReadonlySet<string> = new Set(['at', 'concat', 'entries', 'filter', 'find', 'findLast', 'flat', 'keys', 'slice', 'values'])
