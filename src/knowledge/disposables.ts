/**
 * What Node makes that `using` disposes of, and the methods that do the same as its disposal. Servers, sockets and streams are not
 * here: their disposal waits for what is still open, or ends it with an error, which no method of theirs does.
 *
 * Read from Node 24's own sources: https://github.com/nodejs/node/tree/v24.x/lib
 */
export interface DisposableRow {
  /** The qualified names that make it; `new` of a class. */
  made: readonly string[]
  /** What its type is called. */
  type: string
  /** It comes by a promise. */
  late?: true
  /** What `[Symbol.dispose]` calls, and `[Symbol.asyncDispose]`. */
  sync: readonly string[]
  async: readonly string[]
  /** Nothing else ends it before it is collected, and a function that makes one has no other reason to than to use it. */
  forgotten?: true
}

export const DISPOSABLES: readonly DisposableRow[] = [
  { made: ['fs.promises.open', 'fs/promises.open'], type: 'FileHandle', late: true, sync: [], async: ['close'] },
  { made: ['fs.promises.opendir', 'fs/promises.opendir'], type: 'Dir', late: true, sync: ['closeSync'], async: ['close'] },
  { made: ['fs.opendirSync'], type: 'Dir', sync: ['closeSync'], async: ['close'] },
  { made: ['fs.mkdtempDisposableSync'], type: 'DisposableTempDir', sync: ['remove'], async: [] },
  { made: ['fs.promises.mkdtempDisposable', 'fs/promises.mkdtempDisposable'], type: 'AsyncDisposableTempDir', late: true, sync: [], async: ['remove'] },
  { made: ['child_process.spawn', 'child_process.fork', 'child_process.exec', 'child_process.execFile'], type: 'ChildProcess', sync: ['kill'], async: [] },
  { made: ['readline.createInterface', 'readline/promises.createInterface', 'readline.promises.createInterface'], type: 'Interface', sync: ['close'], async: [] },
  { made: ['new worker_threads.Worker'], type: 'Worker', sync: [], async: ['terminate'] },
  { made: ['new sqlite.DatabaseSync'], type: 'DatabaseSync', sync: ['close'], async: [], forgotten: true },
  { made: ['events.addAbortListener'], type: 'Disposable', sync: [], async: [] },
  { made: ['new DisposableStack'], type: 'DisposableStack', sync: ['dispose'], async: [] },
  { made: ['new AsyncDisposableStack'], type: 'AsyncDisposableStack', sync: [], async: ['disposeAsync'] },
]

/** What libraries call the method that their disposal calls. */
export const DISPOSING_METHODS: ReadonlySet<string> = new Set([
  'close', 'dispose', 'disposeAsync', 'destroy', 'release', 'free', 'end', 'stop', 'terminate', 'disconnect', 'cleanup', 'shutdown', 'unlock', 'remove',
])

/** Methods that start something which goes on when the function returns that called them. */
export const LASTING_METHODS = /^(?:on|once|add|attach|bind|connect|init|install|join|launch|listen|mount|observe|open|play|register|resume|run|schedule|serve|show|start|subscribe|use|watch)(?![a-z])/
