/** The collections that a key or an element can be put into, by what holds them. */
export type CollectionKind = 'map' | 'set' | 'array' | 'object'

/**
 * What a method does to its receiver. `grow` adds an entry, `release` may drop some, `read` only looks; a name that is
 * absent is a method this table does not know.
 */
export type MethodEffect = 'grow' | 'release' | 'read'

const ITERATION = {
  forEach: 'read', keys: 'read', values: 'read', entries: 'read', toString: 'read', toLocaleString: 'read',
} as const

/** Source: ECMA-262, the properties of the Array, Map, Set and Object prototypes. */
export const METHOD_EFFECTS: Readonly<Record<CollectionKind, Readonly<Record<string, MethodEffect>>>> = {
  map: {
    ...ITERATION, get: 'read', has: 'read', set: 'grow', getOrInsert: 'grow', getOrInsertComputed: 'grow',
    delete: 'release', clear: 'release',
  },
  set: {
    ...ITERATION, has: 'read', union: 'read', intersection: 'read', difference: 'read', symmetricDifference: 'read',
    isSubsetOf: 'read', isSupersetOf: 'read', isDisjointFrom: 'read', add: 'grow', delete: 'release', clear: 'release',
  },
  array: {
    ...ITERATION, at: 'read', concat: 'read', every: 'read', filter: 'read', find: 'read', findIndex: 'read',
    findLast: 'read', findLastIndex: 'read', flat: 'read', flatMap: 'read', includes: 'read', indexOf: 'read',
    join: 'read', lastIndexOf: 'read', map: 'read', reduce: 'read', reduceRight: 'read', slice: 'read', some: 'read',
    toReversed: 'read', toSorted: 'read', toSpliced: 'read', with: 'read', push: 'grow', unshift: 'grow',
    pop: 'release', shift: 'release', splice: 'release',
  },
  object: { hasOwnProperty: 'read', propertyIsEnumerable: 'read', toString: 'read', valueOf: 'read' } as const,
}

/** Calls that look at a collection given to them and keep nothing of it, by qualified name. */
export const READERS: ReadonlySet<string> = new Set([
  'Array.from', 'Array.isArray', 'Boolean', 'JSON.stringify', 'Map', 'Object.entries', 'Object.fromEntries',
  'Object.getOwnPropertyNames', 'Object.hasOwn', 'Object.keys', 'Object.prototype.hasOwnProperty.call', 'Object.values',
  'Promise.all', 'Promise.allSettled', 'Reflect.has', 'Reflect.ownKeys', 'Set', 'String', 'console.debug', 'console.error',
  'console.info', 'console.log', 'console.table', 'console.warn', 'structuredClone', 'util.inspect',
])

/** Decorators of classes of which a container makes one instance for the program, by qualified name. Sources: the documentation of NestJS, tsyringe and TypeDI. */
export const SINGLETON_DECORATORS: ReadonlySet<string> = new Set([
  '@nestjs/common.Controller', '@nestjs/common.Injectable', '@nestjs/websockets.WebSocketGateway', 'tsyringe.singleton', 'typedi.Service',
])
