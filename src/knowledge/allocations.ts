/** Something that is costly to make again and gives the same thing each time when it is made of the same arguments. */
export interface AllocationRow {
  /** What a constant of it is called. */
  name: string
  /** Methods and properties that only read it; null: it is no object to call methods on. */
  reads: readonly string[]
  /** Does every function call that makes it cost enough, or only a loop's iterations? */
  worth: 'call' | 'iteration'
}

const FORMATS = ['format', 'formatToParts', 'formatRange', 'formatRangeToParts', 'resolvedOptions'] as const

/** Constructors by qualified name. Costs: tests/measurements/no-repeated-allocation.mjs. */
export const CONSTRUCTORS: ReadonlyMap<string, AllocationRow> = new Map<string, AllocationRow>([
  ['Intl.Collator', { name: 'collator', reads: ['compare', 'resolvedOptions'], worth: 'call' }],
  ['Intl.DateTimeFormat', { name: 'dateFormat', reads: FORMATS, worth: 'call' }],
  ['Intl.DisplayNames', { name: 'displayNames', reads: ['of', 'resolvedOptions'], worth: 'call' }],
  ['Intl.DurationFormat', { name: 'durationFormat', reads: FORMATS, worth: 'call' }],
  ['Intl.ListFormat', { name: 'listFormat', reads: FORMATS, worth: 'call' }],
  ['Intl.NumberFormat', { name: 'numberFormat', reads: FORMATS, worth: 'call' }],
  ['Intl.PluralRules', { name: 'pluralRules', reads: ['select', 'selectRange', 'resolvedOptions'], worth: 'call' }],
  ['Intl.RelativeTimeFormat', { name: 'relativeTimeFormat', reads: FORMATS, worth: 'call' }],
  ['Intl.Segmenter', { name: 'segmenter', reads: ['segment', 'resolvedOptions'], worth: 'call' }],
  ['Set', { name: 'values', reads: ['has', 'size', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'union', 'intersection', 'difference'], worth: 'call' }],
  ['Map', { name: 'table', reads: ['has', 'get', 'size'], worth: 'call' }],
  ['RegExp', { name: 'pattern', reads: ['test', 'exec', 'source', 'flags'], worth: 'iteration' }],
])

/** What `check: 'all'` adds: allocations that were measured to cost little. */
export const CHEAP_CONSTRUCTORS: ReadonlyMap<string, AllocationRow> = new Map<string, AllocationRow>([
  ['TextDecoder', { name: 'decoder', reads: ['encoding', 'fatal', 'ignoreBOM'], worth: 'call' }],
  ['TextEncoder', { name: 'encoder', reads: ['encode', 'encodeInto', 'encoding'], worth: 'call' }],
])

/** In every runtime that has `Intl` at all, with all their methods above; the others came later and may be missing at load. */
export const FIRST_INTL: ReadonlySet<string> = new Set(['Intl.Collator', 'Intl.DateTimeFormat', 'Intl.NumberFormat'])

/** Methods that make a formatter on every call, given options: what does the same, and the options without which it shows other parts. */
export const LOCALE_METHODS: ReadonlyMap<string, LocaleMethod> = new Map<string, LocaleMethod>([
  ['toLocaleDateString', { constructor: 'Intl.DateTimeFormat', needs: ['weekday', 'year', 'month', 'day', 'dateStyle'], at: 0 }],
  ['toLocaleTimeString', { constructor: 'Intl.DateTimeFormat', needs: ['dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits', 'timeStyle'], at: 0 }],
  ['localeCompare', { constructor: 'Intl.Collator', needs: [], at: 1 }],
])

export interface LocaleMethod {
  constructor: 'Intl.DateTimeFormat' | 'Intl.Collator' | 'Intl.NumberFormat'
  /** One of these options has to be given: else the method adds defaults that the constructor does not. */
  needs: readonly string[]
  /** Where the locales stand among the arguments; the options follow. */
  at: number
}

/** Options of which each formats a part of a date: `toLocaleString` with one of them is called on a date. */
export const DATE_OPTIONS: ReadonlySet<string> = new Set([
  'weekday', 'year', 'month', 'day', 'dateStyle', 'dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits', 'timeStyle', 'era', 'hour12',
  'hourCycle', 'timeZone', 'timeZoneName', 'calendar',
])

/** Options that only a number's format has. */
export const NUMBER_OPTIONS: ReadonlySet<string> = new Set([
  'style', 'currency', 'currencyDisplay', 'currencySign', 'unit', 'unitDisplay', 'notation', 'compactDisplay', 'minimumIntegerDigits',
  'minimumFractionDigits', 'maximumFractionDigits', 'minimumSignificantDigits', 'maximumSignificantDigits', 'useGrouping', 'signDisplay',
  'roundingMode', 'roundingPriority', 'roundingIncrement', 'trailingZeroDisplay',
])

/** Functions that are called once by convention, when a program or a part of it is set up. */
export const ONCE_NAMES = /^(?:_*)(?:main|init|initiali[sz]e|setup|set_up|bootstrap|boot|start|run|install|configure|activate|register|migrate|up|down|seed|createApp|createServer|onModuleInit|load)(?![a-z])/

/** Calls that run a callback given at module level again and again: once per event, per render. */
export const RENDER_CALLS: ReadonlySet<string> = new Set(['memo', 'forwardRef', 'observer', 'defineEventHandler', 'asyncHandler'])

/**
 * Calls that send the source text of a function elsewhere, or move it above the file's constants, by the last word of their
 * name: there, the file's variables do not exist. Sources: the documentation of Puppeteer, Playwright, WebdriverIO, Selenium, Chrome's
 * extension API, MongoDB, Jest, Vitest and Reanimated.
 */
export const SENDING_CALLS: ReadonlySet<string> = new Set([
  '$$eval', '$eval', 'addInitScript', 'doMock', 'evalOnSelector', 'evaluate', 'evaluateAll', 'evaluateHandle', 'evaluateOnNewDocument', 'execute',
  'executeAsync', 'executeAsyncScript', 'executeScript', 'hoisted', 'mapReduce', 'mock', 'runOnUI', 'toString', 'unstable_mockModule', 'waitForFunction', 'Blob', 'Function', 'String', 'Worker',
])

/**
 * Values of options that every runtime which reads the option at all takes: others came later, and are an error before. A
 * number may be at most 20 and a flag anything. Source: the editions of ECMA-402.
 */
export const LASTING_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['weekday', 'era', 'dayPeriod'].map((name) => [name, ['narrow', 'short', 'long']] as const),
  ...['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) => [name, ['numeric', '2-digit', 'narrow', 'short', 'long']] as const),
  ...['dateStyle', 'timeStyle'].map((name) => [name, ['full', 'long', 'medium', 'short']] as const),
  ['caseFirst', ['upper', 'lower', 'false']],
  ['compactDisplay', ['short', 'long']],
  ['currencyDisplay', ['code', 'symbol', 'name']],
  ['hourCycle', ['h11', 'h12', 'h23', 'h24']],
  ['notation', ['standard', 'scientific', 'engineering', 'compact']],
  ['sensitivity', ['base', 'accent', 'case', 'variant']],
  ['signDisplay', ['auto', 'never', 'always', 'exceptZero']],
  ['style', ['decimal', 'percent', 'currency']],
  ['timeZone', ['UTC']],
  ['timeZoneName', ['short', 'long']],
  ['usage', ['sort', 'search']],
])
