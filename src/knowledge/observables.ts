/** Operators of RxJS and NgRx after which a stream goes on as long as its source: https://rxjs.dev/guide/operators. */
export const PASSING_OPERATORS: ReadonlySet<string> = new Set([
  'audit', 'auditTime', 'buffer', 'bufferCount', 'bufferTime', 'bufferToggle', 'bufferWhen', 'catchError', 'combineLatestAll', 'combineLatestWith', 'concatAll', 'concatLatestFrom',
  'concatMap', 'concatMapTo', 'debounce', 'debounceTime', 'delay', 'delayWhen', 'distinct', 'distinctUntilChanged', 'distinctUntilKeyChanged', 'exhaustAll', 'exhaustMap', 'filter',
  'finalize', 'flatMap', 'map', 'mapTo', 'mergeAll', 'mergeMap', 'mergeMapTo', 'mergeWith', 'observeOn', 'ofType', 'pairwise', 'pluck', 'publish', 'refCount', 'repeat', 'retry', 'retryWhen', 'sample',
  'sampleTime', 'scan', 'select', 'share', 'shareReplay', 'skip', 'skipUntil', 'skipWhile', 'startWith', 'subscribeOn', 'switchAll', 'switchMap', 'switchMapTo', 'tap',
  'throttle', 'throttleTime', 'timeInterval', 'timestamp', 'withLatestFrom',
])

/** Creations that go on for ever, or as long as the longest of what they are given. */
export const ENDLESS_CREATIONS: ReadonlySet<string> = new Set(['rxjs.interval', 'rxjs.fromEvent', 'rxjs.merge', 'rxjs.combineLatest'])

/** Creations that answer a request, or give what there is, and end with it: https://rxjs.dev/api/fetch/fromFetch */
export const ANSWERING_CREATIONS = /^rxjs(?:\/\w+)*\.(?:of|forkJoin|throwError|fromFetch|ajax(?:\.\w+)?)$/

/** Methods that give the stream that they are called on, or a view of it. */
export const VIEWS: ReadonlySet<string> = new Set(['asObservable', 'select', 'select$', 'observe', 'toObservable', 'getQueryCache', 'getMutationCache'])

/** Methods that answer with an observable, whose subscriptions are objects. */
export const OBSERVABLE_CALLS: ReadonlySet<string> = new Set(['pipe', 'watchQuery'])

/** What makes a store, whose subscribers it keeps as long as it lives, and whose `subscribe` answers with a function. */
export const STORES: ReadonlySet<string> = new Set([
  'redux.createStore', 'redux.legacy_createStore', '@reduxjs/toolkit.configureStore', // https://redux.js.org/api/store#subscribelistener
  'zustand', 'zustand.create', 'zustand.createStore', 'zustand/vanilla', 'zustand/vanilla.createStore', // https://zustand.docs.pmnd.rs/apis/create-store
  'nanostores.atom', 'nanostores.map', 'nanostores.deepMap', 'nanostores.computed', 'nanostores.batched',
  'svelte/store.writable', 'svelte/store.readable', 'svelte/store.derived', // https://svelte.dev/docs/svelte/svelte-store
  '@preact/signals.signal', '@preact/signals.computed', '@preact/signals-core.signal', '@preact/signals-core.computed', '@preact/signals-react.signal', '@preact/signals-react.computed',
])

/** Those of Nanostores, which also have `listen`. */
export const ATOM = /^nanostores\./

/** What makes a history, of the package of that name. */
export const HISTORY = /^history[./]create(?:Browser|Hash|Memory)History$/

/** Constructions that their client keeps while somebody is subscribed: https://tanstack.com/query/latest/docs/reference/QueryObserver */
export const KEPT_OBSERVER = /^@tanstack\/[\w-]+\.(?:(?:Infinite)?Query|Queries)Observer$/

/** Methods that are called as what gives a stream of events. */
export const STREAM_CALL = /^(?:on|watch|observe|listen|stream)[A-Z]|(?:Changes|Changed|Events|(?:[eE]vents?|[mM]essages?|[lL]ogs?|[dD]ata|[uU]pdates?|[cC]hanges?|[vV]alues?|[sS]tate)Stream|Updates)$/

/** Properties that are called as what comes once, or is a request: their streams end by themselves. */
export const FINITE_NAME =
  /^(?:get|fetch|load|find|search|check(?=[A-Z])|request|save|create|update|delete|remove|post|put|send|query|read|ready|loaded|init|initiali[sz]ed|closed?|after|before|complete|done|end|result|response|once|first|destroy|config|app)/i

/** Of these names, those that are of what goes on for all that: `configUpdates`, `appEvents`, `AppEventManager`. */
export const GOING_ON = /(?:Changes|Changed|Events|Stream|Updates|Bus|Emitter|EventManager)\$?$/

/** What is called so has methods of its own by the names of operators, which answer requests: `mailService.publish(id)`. */
export const ANSWERING = /(?:service|api|client|resource|repository|http|rest|gateway)$/i

/** Operators that go on with the streams that their callback gives: the last of them also when their source has ended. */
export const FLATTENING_OPERATORS: ReadonlySet<string> = new Set(['switchMap', 'mergeMap', 'flatMap', 'concatMap', 'exhaustMap', 'switchMapTo', 'mergeMapTo', 'concatMapTo'])

/** Streams of forms, which as a rule go with the component that shows them. */
export const FORM_STREAM = /^(?:valueChanges|statusChanges|valueChange|touched|pristine)$/
