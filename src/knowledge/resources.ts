/** Which rule speaks for a resource. */
export type ResourceKind = 'listener' | 'timer' | 'subscription' | 'observer' | 'resource'

/**
 * What a resource's method has to be called on: something that looks like an observable, a pool or a renderer, an atom or a history, what
 * Firebase's or Supabase's client gives, nothing (of a call whose first argument is `true`, or names a port), the body of a response, nothing in a
 * file that puts its objects into the scene of another, what a constructor of that name made, anything that is given a topic and what listens to it,
 * any helper that is given a part of the page first, one of jQuery's collections, or, in a file that imports it, Angular's `Location`.
 */
export type Receiver =
  | 'observables' | 'pools' | 'topics' | 'page' | 'renderers' | 'collections' | 'atoms' | 'histories' | 'firebase' | 'supabase' | 'detached' | 'ports' | 'bodies' | 'scenes' | 'locations' | 'channels'
  | 'MutationObserver' | 'ResizeObserver' | 'IntersectionObserver' | 'PerformanceObserver' | 'ReportingObserver'

/** What tells two calls of an argument-matched protocol apart. */
export type Matched = 'event' | 'handler'

/**
 * One protocol of acquiring and giving back.
 *
 * Calls are named as they are resolved: `setInterval` is that global, also as `window.setInterval` or imported from
 * `node:timers`; `.on` is a method of that name of any receiver; `bus.on` is a call whose written name ends so; `new Worker` is a construction.
 * Of a handle, `clearInterval` is called with it, `.close` is a method of it, and `()` calls it.
 */
export interface Resource {
  kind: ResourceKind
  acquire: string
  release: readonly string[]
  /**
   * `handle`: what acquire returns is given to release. `disposer`: it is called. `receiver`: what acquire is called on is
   * the handle. A list: both get the same arguments.
   */
  match: 'handle' | 'disposer' | 'receiver' | readonly Matched[]
  /** Who keeps it alive: the platform, the receiver of the call, or what the call's first argument names. */
  holder: 'program' | 'receiver' | 'target'
  /** What a variable or field is called that holds the handle. */
  handle?: string
  of?: Receiver
  /** What the callee is called as a rule that is the default export of its module. */
  called?: string
  /** The handle comes by a promise, or as the second argument of a callback. */
  late?: true
  /** The position of the argument that takes the handle in, where one is given. */
  into?: number
  /** Written behind the handle, it releases it: where no one call does. */
  releasing?: string
  /** Only what is kept in a field shows that it is to go on: else it ends by itself as a rule. */
  kept?: true
  /** There are few, so that a call which forgets its own takes one from all: with the module whose other functions only use it. */
  scarce?: true
  users?: string
  /** Functions, methods and classes that only use the handle they are given. */
  usedBy?: readonly string[]
  /** Methods that answer with the handle itself. */
  fluent?: readonly string[]
  /** Frameworks end it with the component that is being set up: only what starts later goes on. */
  unbound?: true
  /** The platform ends it soon besides: the collector, or when the page is hidden. */
  brief?: true
  /** Its release is to be awaited. */
  slow?: true
  /** What ends it besides a release: nothing, or that it fires once. */
  ends: 'never' | 'fires'
  /** The names are compared with what is written, not with what it resolves to: a user's own protocol. */
  asWritten?: true
}

const TIMERS = { kind: 'timer', match: 'handle', holder: 'program' } as const
const CLEAR = ['clearTimeout', 'clearInterval'] // the platforms accept either for both

/** They run on where the page is not seen: https://github.com/ocetnik/react-native-background-timer, https://github.com/chrisguttandin/worker-timers */
const INTERVALS = ['react-native-background-timer', 'worker-timers']
  .map((module) => ({ ...TIMERS, acquire: `${module}.setInterval`, release: [`${module}.clearInterval`, `${module}.clearTimeout`], ends: 'never' } as const))

const SUBSCRIPTIONS = { kind: 'subscription', match: 'handle', ends: 'never', release: ['.unsubscribe', '()', '.dispose'], handle: 'subscription' } as const
const DISPOSERS = { ...SUBSCRIPTIONS, release: ['()'], handle: 'stop', holder: 'program' } as const

/** What they are given stays in a list of its own, or of the one that it is given first. */
const REACTIONS = [
  'mobx.autorun', 'mobx.reaction', // https://mobx.js.org/reactions.html
  '@preact/signals.effect', '@preact/signals-core.effect', '@preact/signals-react.effect', // https://preactjs.com/guide/v10/signals#effectfn
  'alien-signals.effect', // https://github.com/stackblitz/alien-signals#usage
  'firebase/firestore.onSnapshot', 'firebase/auth.onAuthStateChanged', 'firebase/auth.onIdTokenChanged', 'firebase/messaging.onMessage',
  'firebase/database.onValue', 'firebase/database.onChildAdded', 'firebase/database.onChildChanged', 'firebase/database.onChildMoved', 'firebase/database.onChildRemoved',
].map((acquire) => ({ ...DISPOSERS, acquire } as const))

const REACTIONS_OF = [
  'valtio.subscribe', 'valtio/vanilla.subscribe', // https://valtio.dev/docs/api/advanced/subscribe
  'mobx.observe', 'mobx.intercept',
  'mobx-state-tree.onSnapshot', 'mobx-state-tree.onPatch', 'mobx-state-tree.onAction', // https://mobx-state-tree.js.org/API
  'nanostores.listenKeys', 'nanostores.subscribeKeys', // https://github.com/nanostores/nanostores#maps
].map((acquire) => ({ ...DISPOSERS, acquire, holder: 'target' } as const))

const OBSERVERS = { kind: 'observer', acquire: '.observe', match: 'receiver', ends: 'never', handle: 'observer' } as const
/** What each emitter of Node answers with itself: https://nodejs.org/api/events.html#emitteroneventname-listener */
const EMITTING = ['on', 'once', 'addListener', 'prependListener', 'off', 'removeListener', 'setMaxListeners'] as const
const WATCHERS = { kind: 'observer', holder: 'program', ends: 'never', handle: 'watcher', fluent: [...EMITTING, 'add', 'ref', 'unref'] } as const

const OPEN = { kind: 'resource', match: 'handle', holder: 'program', ends: 'never' } as const
const MEDIA = { ...OPEN, late: true, release: ['.getTracks', '.getVideoTracks', '.getAudioTracks'], handle: 'stream', releasing: '.getTracks().forEach((track) => track.stop())' } as const
/** Memory of the graphics card, or of a decoder that waits for it: https://w3c.github.io/webcodecs/#videoframe-interface */
const PICTURES = { ...OPEN, release: ['.close'], scarce: true, usedBy: ['drawImage', 'encode', 'texImage2D', 'texSubImage2D', 'createPattern'] } as const
/** https://w3c.github.io/webcodecs/#reclaim-a-codec: one that was configured holds its codec. */
const CODECS = ['VideoDecoder', 'VideoEncoder', 'AudioDecoder', 'AudioEncoder']
  .map((name) => ({ ...OPEN, acquire: `new ${name}`, release: ['.close'], handle: 'codec' } as const))
/** https://webaudio.github.io/web-audio-api/#AudioNode: each node is given the context that it is of. */
const AUDIO = {
  ...OPEN, release: ['.close'], handle: 'audio', usedBy: [
    'AnalyserNode', 'AudioBufferSourceNode', 'AudioWorkletNode', 'BiquadFilterNode', 'ChannelMergerNode', 'ChannelSplitterNode', 'ConstantSourceNode', 'ConvolverNode', 'DelayNode',
    'DynamicsCompressorNode', 'GainNode', 'IIRFilterNode', 'MediaElementAudioSourceNode', 'MediaStreamAudioDestinationNode', 'MediaStreamAudioSourceNode', 'OscillatorNode', 'PannerNode',
    'StereoPannerNode', 'WaveShaperNode',
  ],
} as const
const EDITORS = { ...OPEN, release: ['.dispose'] } as const
const POOLED = { ...OPEN, of: 'pools', late: true, scarce: true, release: ['.release', '.destroy', '.end', 'releaseConnection'], handle: 'client' } as const

/** VS Code calls these listeners until what they answer with is disposed: https://code.visualstudio.com/api/references/vscode-api */
const EDITOR_EVENTS = [
  'workspace.onDidChangeConfiguration', 'workspace.onDidChangeTextDocument', 'workspace.onDidOpenTextDocument', 'workspace.onDidCloseTextDocument',
  'workspace.onDidSaveTextDocument', 'workspace.onWillSaveTextDocument', 'workspace.onDidChangeWorkspaceFolders', 'workspace.onDidCreateFiles',
  'workspace.onDidDeleteFiles', 'workspace.onDidRenameFiles', 'window.onDidChangeActiveTextEditor', 'window.onDidChangeVisibleTextEditors',
  'window.onDidChangeTextEditorSelection', 'window.onDidChangeTextEditorVisibleRanges', 'window.onDidChangeActiveColorTheme', 'window.onDidChangeWindowState',
  'window.onDidOpenTerminal', 'window.onDidCloseTerminal', 'languages.onDidChangeDiagnostics', 'extensions.onDidChange',
].map((name) => ({ ...EDITORS, acquire: `vscode.${name}`, handle: 'listener', into: 2 } as const))

/** Of an extension, which come and go with what registers them. */
const EDITOR_PARTS = [
  'commands.registerCommand', 'commands.registerTextEditorCommand', 'window.createStatusBarItem', 'window.createTextEditorDecorationType', 'window.createOutputChannel',
  'workspace.createFileSystemWatcher', 'workspace.registerTextDocumentContentProvider', 'languages.createDiagnosticCollection', 'languages.registerCompletionItemProvider',
  'languages.registerHoverProvider', 'languages.registerCodeLensProvider', 'languages.registerCodeActionsProvider', 'languages.registerDefinitionProvider',
].map((name) => ({ ...EDITORS, acquire: `vscode.${name}`, handle: 'registration' } as const))

/** Monaco's registries are of the page, and ask each provider: https://microsoft.github.io/monaco-editor/typedoc/modules/languages.html */
const PROVIDERS = [
  'CompletionItem', 'InlineCompletions', 'Hover', 'CodeLens', 'CodeAction', 'Definition', 'SignatureHelp', 'FoldingRange', 'Link', 'Color', 'DocumentFormattingEdit', 'InlayHints', 'Reference', 'Rename',
].flatMap((name) => ['monaco-editor', 'monaco'].map((module) => ({ ...EDITORS, acquire: `${module}.languages.register${name}Provider`, handle: 'provider' } as const)))

/** Programs start what serves them once. */
export const SERVER = /\bcreate(?:Secure)?Server$/

/** What listens keeps its port, and the handlers of its requests. */
const SERVERS = ['http.createServer', 'https.createServer', 'net.createServer', 'http2.createServer', 'http2.createSecureServer', 'tls.createServer']
  .map((acquire) => ({ ...OPEN, acquire, release: ['.close', '.destroy'], handle: 'server', fluent: [...EMITTING, 'listen', 'ref', 'unref', 'setTimeout'] } as const))

/** https://w3c.github.io/sensors: a sensor that was started reads on. */
const SENSORS = ['Accelerometer', 'LinearAccelerationSensor', 'GravitySensor', 'Gyroscope', 'Magnetometer', 'AbsoluteOrientationSensor', 'RelativeOrientationSensor', 'AmbientLightSensor']
  .map((name) => ({ ...OPEN, acquire: `new ${name}`, release: ['.stop'], handle: 'sensor' } as const))

/** Contexts and buffers of the graphics card: https://threejs.org/manual/#en/how-to-dispose-of-objects */
const RENDERERS = ['WebGLRenderer', 'WebGPURenderer', 'WebGLRenderTarget', 'WebGLCubeRenderTarget', 'PMREMGenerator']
  .map((name) => ({ ...OPEN, acquire: `new three.${name}`, release: ['.dispose', '.forceContextLoss'], handle: 'renderer', usedBy: ['EffectComposer', 'PMREMGenerator'] } as const))

/** Buffers, programs and pictures on the graphics card, which go by `dispose` or with the renderer: https://threejs.org/manual/#en/how-to-dispose-of-objects */
const MODELS = [
  ...['Box', 'Buffer', 'Capsule', 'Circle', 'Cone', 'Cylinder', 'Edges', 'Extrude', 'InstancedBuffer', 'Lathe', 'Plane', 'Ring', 'Shape', 'Sphere', 'Torus', 'Tube', 'Wireframe'].map((name) => `${name}Geometry`),
  ...['LineBasic', 'LineDashed', 'MeshBasic', 'MeshLambert', 'MeshMatcap', 'MeshNormal', 'MeshPhong', 'MeshPhysical', 'MeshStandard', 'MeshToon', 'Points', 'RawShader', 'Shader', 'Sprite'].map((name) => `${name}Material`),
  ...['', 'Canvas', 'Cube', 'Data', 'Video'].map((name) => `${name}Texture`),
].map((name) => ({ ...OPEN, acquire: `new three.${name}`, of: 'scenes', release: ['.dispose'], handle: 'model', usedBy: ['Mesh', 'InstancedMesh', 'SkinnedMesh', 'Line', 'LineLoop', 'LineSegments', 'Points', 'Sprite'] } as const))

/** They listen to the document or to the window, whatever element they are given: read from three.js's own sources, examples/jsm/controls. */
const CONTROLS = ['OrbitControls', 'MapControls', 'TrackballControls', 'FlyControls', 'FirstPersonControls', 'PointerLockControls', 'ArcballControls']
  .flatMap((name) => [`three/examples/jsm/controls/${name}`, `three/examples/jsm/controls/${name}.js`, `three/addons/controls/${name}.js`, 'three-stdlib', 'three/addons', 'three'].map((module) => `new ${module}.${name}`))
  .map((acquire) => ({ ...OPEN, acquire, release: ['.dispose', '.disconnect'], handle: 'controls' } as const))

/** https://leafletjs.com/reference.html#map-method: nearly all of them answer with the map. */
const LAYING_OUT = ['setView', 'setZoom', 'fitBounds', 'fitWorld', 'panTo', 'flyTo', 'setMaxBounds', 'locate', 'invalidateSize', 'addLayer', 'addControl', 'on', 'once', 'whenReady'] as const

const LISTENERS = { kind: 'listener', match: ['event', 'handler'], holder: 'receiver' } as const
const HELPERS_RELEASE = ['.off', 'off', '.removeListener', '.removeEventListener', '.unlisten', 'unlisten', '.removeEvent', 'removeEvent', '.un', '.removeAllListeners', '.removeListeners', '.removeAll']
const EMITTER_RELEASE = ['.off', '.removeListener', '.deleteListener', '.removeEventListener', '.removeAllListeners', '.removeListeners', '.un', '.unbind', '.$off', '.offAll', '.unbindAll', '.removeAll']

/** What else takes listeners of a program's own buses away, which may be called `addEventListener` as the platform's. */
export const OWN_BUS_RELEASE = ['removeListener', 'off'] as const

/** What code calls that takes something away, or ends it: `dropAll`, `_unlisten`, `clearHandlers`. */
export const RELEASING_NAME = /^_*(?:un(?:sub|listen|bind|reg|watch|observe|hook|attach|mount|on$)|off|remove|delete|clear|detach|drop|dispose|dest(?:roy|ory)|stop|cancel|close|end(?![a-z])|free|leave|release|reset|tear|disconnect|clean|purge|forget|dereg|kill|shut)/i

/** The same without a word of what else is meant: `clear`, `removeAll`, `dropListeners`. */
export const RELEASING_ALL = /^_*[a-z]+(?:[uU]p|[dD]own)?(?:From|For)?(?:(?:All|Every|Event|Own)*(?:Listener|Event|Handler|Subscription|Callback|Observer|Watcher|Hook|thing)?s?)$/

/** Helpers of libraries: `L.DomEvent.on(window, 'resize', fn, this)`, `Events.on(document, 'keydown', fn)`, `goog.events.listen(window, …)`. */
const HELPERS = ['.on', 'on', '.addEventListener', '.addListener', '.listen', 'listen', '.addEvent', 'addEvent']
  .map((acquire) => ({ ...LISTENERS, acquire, holder: 'target', of: 'page', release: HELPERS_RELEASE, ends: 'never' } as const))

/** The platforms' protocols. DOM: https://dom.spec.whatwg.org/#interface-eventtarget. Node: its `events` and `timers` pages. */
export const RESOURCES: readonly Resource[] = [
  { ...TIMERS, acquire: 'setInterval', release: CLEAR, ends: 'never' },
  ...INTERVALS,
  { ...TIMERS, acquire: 'setTimeout', release: CLEAR, ends: 'fires' },
  { ...TIMERS, acquire: 'setImmediate', release: ['clearImmediate'], ends: 'fires' },
  { ...TIMERS, acquire: 'requestAnimationFrame', release: ['cancelAnimationFrame'], ends: 'fires' },
  { ...TIMERS, acquire: 'requestIdleCallback', release: ['cancelIdleCallback'], ends: 'fires' },

  ...HELPERS,
  { ...LISTENERS, acquire: '.addEventListener', release: ['.removeEventListener', '.removeAllListeners', '.removeAllEventListeners'], ends: 'never' },
  { ...LISTENERS, acquire: 'addEventListener', release: ['removeEventListener', '.removeEventListener'], ends: 'never' },
  { ...LISTENERS, acquire: '.on', release: EMITTER_RELEASE, ends: 'never' },
  { ...LISTENERS, acquire: '.addListener', release: EMITTER_RELEASE, ends: 'never' },
  { ...LISTENERS, acquire: '.prependListener', release: EMITTER_RELEASE, ends: 'never' },
  { ...LISTENERS, acquire: '.once', release: EMITTER_RELEASE, ends: 'fires' },
  { ...LISTENERS, acquire: '.prependOnceListener', release: EMITTER_RELEASE, ends: 'fires' },
  { ...LISTENERS, acquire: '.bind', of: 'collections', release: ['.unbind', '.off'], ends: 'never' }, // https://api.jquery.com/bind
  { ...LISTENERS, acquire: '.$on', release: ['.$off', '.off'], ends: 'never' }, // Vue 2 instances as event buses
  { kind: 'listener', acquire: '.onUrlChange', of: 'locations', release: [], match: 'disposer', holder: 'receiver', ends: 'never' }, // https://angular.dev/api/common/Location#onUrlChange
  { kind: 'listener', acquire: '.listen', of: 'renderers', release: [], match: 'disposer', holder: 'target', ends: 'never' }, // Angular Renderer2

  { ...SUBSCRIPTIONS, acquire: '.subscribe', holder: 'receiver', of: 'observables' }, // answer with a Subscription
  { kind: 'subscription', acquire: '.subscribe', release: ['.unsubscribe', '.unsubscribeAll'], match: ['event', 'handler'], holder: 'receiver', of: 'topics', ends: 'never' },
  { ...SUBSCRIPTIONS, acquire: '.subscribe', holder: 'receiver', release: ['()', '.unsubscribe'], handle: 'unsubscribe' }, // stores answer with a function
  ...REACTIONS,
  ...REACTIONS_OF,
  ...['watch', 'watchEffect', 'watchPostEffect', 'watchSyncEffect'] // https://vuejs.org/guide/essentials/watchers#stopping-a-watcher
    .map((name) => ({ ...DISPOSERS, acquire: `vue.${name}`, holder: 'target', unbound: true } as const)),
  { ...DISPOSERS, acquire: '.listen', holder: 'receiver', of: 'atoms' }, // https://github.com/nanostores/nanostores#vanilla-js
  { ...DISPOSERS, acquire: '.listen', holder: 'receiver', of: 'histories', handle: 'unlisten' }, // https://github.com/remix-run/history, its API reference
  { ...DISPOSERS, acquire: '.onAuthStateChanged', of: 'firebase' }, // the namespaced API, and React Native Firebase
  { ...DISPOSERS, acquire: '.onIdTokenChanged', of: 'firebase' },
  { ...DISPOSERS, acquire: '.onSnapshot', of: 'firebase' },
  { ...SUBSCRIPTIONS, acquire: '.onAuthStateChange', holder: 'program', of: 'supabase', release: ['.data.subscription.unsubscribe'], releasing: '.data.subscription.unsubscribe()', handle: 'listener' }, // https://supabase.com/docs/reference/javascript/auth-onauthstatechange

  // Kept by the nodes that they observe, or by the page: https://dom.spec.whatwg.org/#garbage-collection, https://drafts.csswg.org/resize-observer/#lifetime
  { ...OBSERVERS, of: 'MutationObserver', holder: 'target', release: ['.disconnect'] },
  { ...OBSERVERS, of: 'ResizeObserver', holder: 'target', release: ['.disconnect', '.unobserve'] },
  { ...OBSERVERS, of: 'IntersectionObserver', holder: 'target', release: ['.disconnect', '.unobserve'] },
  { ...OBSERVERS, of: 'PerformanceObserver', holder: 'program', release: ['.disconnect'] },
  { ...OBSERVERS, of: 'ReportingObserver', holder: 'program', release: ['.disconnect'] },
  { ...WATCHERS, acquire: 'fs.watch', match: 'handle', release: ['.close'] }, // https://nodejs.org/api/fs.html#class-fsfswatcher
  { ...WATCHERS, acquire: 'fs.watchFile', match: ['event', 'handler'], release: ['fs.unwatchFile'] },
  { ...WATCHERS, acquire: 'chokidar.watch', match: 'handle', release: ['.close'] },

  // What runs, or is connected, is not collected: https://html.spec.whatwg.org/multipage/workers.html#the-worker's-lifetime and the like
  { ...OPEN, acquire: 'new Worker', release: ['.terminate'], handle: 'worker' },
  { ...OPEN, acquire: 'new SharedWorker', release: ['.port.close'], releasing: '.port.close()', handle: 'worker' },
  { ...OPEN, acquire: 'new WebSocket', release: ['.close'], handle: 'socket' },
  { ...OPEN, acquire: 'new EventSource', release: ['.close'], handle: 'source' },
  { ...OPEN, acquire: 'new BroadcastChannel', of: 'channels', release: ['.close'], handle: 'channel' },
  { ...OPEN, acquire: '.channel', of: 'supabase', release: ['.unsubscribe', '.removeChannel'], handle: 'channel', fluent: ['on', 'subscribe'] }, // its client keeps a list: https://supabase.com/docs/reference/javascript/removechannel
  { ...OPEN, acquire: 'new RTCPeerConnection', release: ['.close'], handle: 'connection' },
  { ...OPEN, acquire: 'new worker_threads.Worker', release: ['.terminate'], handle: 'worker', fluent: EMITTING },
  { ...OPEN, acquire: 'new ws', called: 'WebSocket', release: ['.close', '.terminate'], handle: 'socket', fluent: EMITTING },
  { ...OPEN, acquire: 'new ws.WebSocket', release: ['.close', '.terminate'], handle: 'socket', fluent: EMITTING },
  ...['new ws.WebSocketServer', 'new ws.Server'].map((acquire) => ({ ...OPEN, acquire, of: 'ports', release: ['.close'], handle: 'server', fluent: EMITTING } as const)), // others end with the server that they are given
  ...SERVERS,
  { ...OPEN, acquire: 'dgram.createSocket', release: ['.close'], handle: 'socket', fluent: [...EMITTING, 'bind', 'ref', 'unref'] },
  { ...OPEN, acquire: 'child_process.fork', release: ['.kill', '.disconnect', '.send'], handle: 'child', fluent: EMITTING, kept: true }, // its channel keeps both sides alive
  { ...AUDIO, acquire: 'new AudioContext' },
  { ...AUDIO, acquire: 'new webkitAudioContext' },
  { ...OPEN, acquire: 'navigator.geolocation.watchPosition', release: ['navigator.geolocation.clearWatch'], handle: 'watch' },
  ...SENSORS,
  ...CODECS,
  { ...OPEN, acquire: 'navigator.wakeLock.request', late: true, brief: true, release: ['.release'], handle: 'lock' }, // https://w3c.github.io/screen-wake-lock
  { ...MEDIA, acquire: 'navigator.mediaDevices.getUserMedia' },
  { ...MEDIA, acquire: 'navigator.mediaDevices.getDisplayMedia' },
  { ...OPEN, acquire: 'socket.io-client.io', release: ['.disconnect', '.close'], handle: 'socket', fluent: [...EMITTING, 'connect', 'open', 'emit', 'onAny'] },
  { ...OPEN, acquire: 'socket.io-client', called: 'io', release: ['.disconnect', '.close'], handle: 'socket', fluent: [...EMITTING, 'connect', 'open', 'emit', 'onAny'] },

  { ...OPEN, acquire: 'vue.effectScope', of: 'detached', release: ['.stop'], handle: 'scope' }, // https://vuejs.org/api/reactivity-advanced#effectscope

  // Libraries that keep a list of what they made
  { ...OPEN, acquire: 'echarts.init', release: ['.dispose', 'echarts.dispose'], handle: 'chart' },
  { ...OPEN, acquire: 'echarts/core.init', release: ['.dispose', 'echarts.dispose'], handle: 'chart' },
  { ...OPEN, acquire: 'new chart.js.Chart', release: ['.destroy'], handle: 'chart' },
  { ...OPEN, acquire: 'new chart.js', called: 'Chart', release: ['.destroy'], handle: 'chart' },
  { ...OPEN, acquire: 'new chart.js/auto', called: 'Chart', release: ['.destroy'], handle: 'chart' },
  { ...OPEN, acquire: 'new mapbox-gl.Map', release: ['.remove'], handle: 'map' },
  { ...OPEN, acquire: 'new maplibre-gl.Map', release: ['.remove'], handle: 'map' },
  { ...OPEN, acquire: 'leaflet.map', release: ['.remove'], handle: 'map', fluent: LAYING_OUT }, // listens to the window
  { ...OPEN, acquire: 'lottie-web.loadAnimation', release: ['.destroy'], handle: 'animation' },
  { ...OPEN, acquire: 'video.js', called: 'videojs', release: ['.dispose'], handle: 'player' },
  { ...OPEN, acquire: 'new hls.js', called: 'Hls', release: ['.destroy'], handle: 'hls' },
  { ...OPEN, acquire: 'new howler.Howl', release: ['.unload'], handle: 'sound' },
  { ...OPEN, acquire: 'new konva.Stage', release: ['.destroy'], handle: 'stage' },
  { ...OPEN, acquire: 'new pixi.js.Application', release: ['.destroy'], handle: 'app' }, // its ticker goes on
  { ...OPEN, acquire: 'new phaser.Game', release: ['.destroy'], handle: 'game' },
  { ...OPEN, acquire: 'new @codemirror/view.EditorView', release: ['.destroy'], handle: 'view' }, // listens to the document
  { ...OPEN, acquire: 'new @tiptap/core.Editor', release: ['.destroy'], handle: 'editor' },
  ...RENDERERS,
  ...CONTROLS,
  ...MODELS,
  { ...EDITORS, acquire: 'monaco-editor.editor.create', handle: 'editor' },
  { ...EDITORS, acquire: 'monaco-editor.editor.createDiffEditor', handle: 'editor' },
  { ...EDITORS, acquire: 'monaco-editor.editor.createModel', handle: 'model' },
  ...['monaco-editor', 'monaco'].flatMap((module) =>
    ['onDidCreateModel', 'onWillDisposeModel', 'onDidCreateEditor', 'onDidChangeMarkers'].map((name) => ({ ...EDITORS, acquire: `${module}.editor.${name}`, handle: 'listener' } as const))),
  { ...EDITORS, acquire: 'monaco.editor.create', handle: 'editor' },
  { ...EDITORS, acquire: 'monaco.editor.createModel', handle: 'model' },
  ...PROVIDERS,
  ...EDITOR_EVENTS,
  ...EDITOR_PARTS,

  // Descriptors and connections: https://nodejs.org/api/fs.html, https://node-postgres.com/apis/pool, https://sidorares.github.io/node-mysql2
  { ...OPEN, acquire: 'fs.openSync', release: ['fs.closeSync', 'fs.close'], scarce: true, users: 'fs', handle: 'fd' },
  { ...OPEN, acquire: 'fs.open', late: true, release: ['fs.close', 'fs.closeSync'], scarce: true, users: 'fs', handle: 'fd' },
  { ...OPEN, acquire: 'fs.promises.open', late: true, slow: true, release: ['.close', '.createReadStream', '.createWriteStream', '.readLines', '.readableWebStream'], scarce: true, handle: 'file' },
  { ...OPEN, acquire: 'fs/promises.open', late: true, slow: true, release: ['.close', '.createReadStream', '.createWriteStream', '.readLines', '.readableWebStream'], scarce: true, handle: 'file' },
  { ...OPEN, acquire: '.getReader', of: 'bodies', ends: 'fires', slow: true, release: ['.cancel', '.releaseLock'], scarce: true, handle: 'reader' }, // https://streams.spec.whatwg.org/#default-reader-cancel
  { ...PICTURES, acquire: 'createImageBitmap', late: true, brief: true, handle: 'bitmap' },
  { ...PICTURES, acquire: 'new VideoFrame', handle: 'frame' },
  { ...POOLED, acquire: '.connect' },
  { ...POOLED, acquire: '.getConnection' },
  { ...POOLED, acquire: '.acquire', release: ['pool.release', ...POOLED.release] }, // https://github.com/coopernurse/node-pool#documentation
]

/** What takes away what is registered by the method of that name, with the same arguments. */
export const COUNTERPARTS: Readonly<Record<string, string>> = {
  addEventListener: 'removeEventListener', addListener: 'removeListener', on: 'off', subscribe: 'unsubscribe', $on: '$off',
}

/** How the answer takes the listener away, by modules whose emitters have no method for that, or have lost it. */
export const ANSWERS: readonly (readonly [module: RegExp, release: string])[] = [
  [/^(?:react-native|expo(?:-[\w-]+)?)$/, '.remove'], // https://reactnative.dev/docs/appstate#addeventlistener
  [/^@react-native-community\/netinfo$/, '()'], // https://github.com/react-native-netinfo/react-native-netinfo#addeventlistener
]

/** Events that come when the program, the page or the signal ends: waiting for one of them once is waiting for ever. */
export const FINAL_EVENTS: ReadonlySet<string> = new Set([
  'exit', 'beforeExit', 'uncaughtException', 'unhandledRejection', 'rejectionHandled', 'warning',
  'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'SIGUSR1', 'SIGUSR2',
  'beforeunload', 'unload', 'pagehide', 'abort',
])

/** Events of a page that come once, or never again. */
export const SINGLE_EVENTS: ReadonlySet<string> = new Set(['load', 'DOMContentLoaded', 'readystatechange', '$destroy', 'deviceready', 'pageshow', 'appinstalled'])

/** Events by which what a hand began is over, wherever the hand is by then. */
export const RELEASING_HANDS: ReadonlySet<string> = new Set(['pointerup', 'pointercancel', 'mouseup', 'touchend', 'touchcancel', 'dragend', 'keyup'])

/** Events of a server that come with each of its clients. */
export const REQUEST_EVENTS: ReadonlySet<string> = new Set(['connection', 'secureConnection', 'request', 'session', 'stream'])

/** Events that come again and again, so that what their handlers acquire adds up. Messages are of many kinds, some of which come once. */
export const REPEATING_EVENTS: ReadonlySet<string> = new Set([
  'click', 'dblclick', 'contextmenu', 'auxclick', 'wheel', 'scroll', 'resize',
  'mousedown', 'mouseup', 'mousemove', 'mouseenter', 'mouseleave', 'mouseover', 'mouseout',
  'pointerdown', 'pointerup', 'pointermove', 'pointerenter', 'pointerleave', 'pointerover', 'pointerout',
  'touchstart', 'touchmove', 'touchend', 'dragstart', 'drag', 'dragover', 'drop',
  'keydown', 'keyup', 'keypress', 'input', 'change', 'submit', 'focus', 'blur', 'focusin', 'focusout',
  'popstate', 'hashchange', 'visibilitychange', 'upgrade', ...REQUEST_EVENTS,
])

/** Calls whose handler runs each time that the event comes. */
export const REPEATING_CALLS: ReadonlySet<string> = new Set(['on', 'addListener', 'addEventListener', 'prependListener', 'subscribe'])

/** Calls that register a handler for an event, named by their first argument. */
export const REGISTERING_CALLS: ReadonlySet<string> = new Set([
  'addEventListener', 'on', 'addListener', 'prependListener', 'once', 'prependOnceListener', '$on', '$once', 'subscribe', 'listen',
])

/** Events by which something ends, so that a handler of theirs is a place to release. */
export const ENDING_EVENTS: ReadonlySet<string> = new Set([
  'close', 'end', 'finish', 'disconnect', 'disconnected', 'aborted', 'abort', 'error', 'exit', 'stop', 'stopped', 'destroy', 'destroyed',
  'dispose', 'disposed', 'unload', 'beforeunload', 'pagehide', 'complete', 'done', 'remove', 'removed', 'detach', 'closed', 'shutdown',
  'hook:beforeDestroy', 'hook:destroyed', 'hook:beforeUnmount', 'hook:unmounted', 'ended', 'cancel', 'before-quit', 'will-quit', 'SIGINT', 'SIGTERM',
])

/** Methods of servers and routers whose callback runs for every request. */
export const ROUTE_METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'use', 'head', 'options', 'ws'])

/** Globals that live as long as the program, with the members that do. */
export const LASTING_GLOBALS: ReadonlySet<string> = new Set([
  'window', 'document', 'self', 'globalThis', 'process', 'navigator', 'screen', 'history', 'location', 'navigation',
  'performance', 'visualViewport', 'speechSynthesis', 'cookieStore', 'top', 'parent', 'opener', 'chrome', 'browser',
  'document.body', 'document.documentElement', 'document.head', 'document.defaultView', 'document.fonts',
  'document.scrollingElement', 'navigator.serviceWorker', 'navigator.connection', 'navigator.mediaDevices',
  'navigator.permissions', 'screen.orientation', 'window.visualViewport',
  'process.stdin', 'process.stdout', 'process.stderr', 'cluster', 'worker_threads.parentPort',
])

/** A listened MediaQueryList lives as long as its document (CSSOM View, `MediaQueryList`). */
export const LASTING_CALLS: ReadonlySet<string> = new Set(['matchMedia'])
