/** How one kind of owner sets up and tears down. Names of methods, of options, or of functions that take a callback. */
export interface Lifecycle {
  setup: readonly string[]
  teardown: readonly string[]
}

export type ClassFramework = 'react' | 'angular' | 'element' | 'vue' | 'ember' | 'stimulus'

export const CLASSES: Readonly<Record<ClassFramework, Lifecycle>> = {
  react: {
    setup: ['constructor', 'componentDidMount', 'componentWillMount', 'UNSAFE_componentWillMount', 'componentDidUpdate', 'render'],
    teardown: ['componentWillUnmount'],
  },
  angular: {
    setup: ['constructor', 'ngOnInit', 'ngAfterViewInit', 'ngAfterContentInit', 'ngOnChanges', 'ngDoCheck', 'ngAfterViewChecked'],
    teardown: ['ngOnDestroy', 'ionViewWillUnload', 'ionViewWillLeave', 'ionViewDidLeave'],
  },
  element: {
    setup: ['constructor', 'connectedCallback', 'firstUpdated', 'updated', 'componentWillLoad', 'componentDidLoad', 'ready'],
    teardown: ['disconnectedCallback'],
  },
  vue: {
    setup: ['constructor', 'beforeCreate', 'created', 'beforeMount', 'mounted', 'activated'],
    teardown: ['beforeUnmount', 'unmounted', 'beforeDestroy', 'destroyed', 'deactivated'],
  },
  ember: {
    setup: ['constructor', 'init', 'didInsertElement', 'didInsert', 'didRender'],
    teardown: ['willDestroy', 'willDestroyElement', 'destroy'],
  },
  stimulus: { setup: ['initialize', 'connect'], teardown: ['disconnect'] }, // https://stimulus.hotwired.dev/reference/lifecycle-callbacks
}

/** Classes that a framework makes and unmakes many times, by what they extend: `module.name`, or the last name alone. */
export const SUPERCLASSES: Readonly<Record<string, ClassFramework>> = {
  '@glimmer/component': 'ember', '@ember/component': 'ember', '@hotwired/stimulus': 'stimulus', stimulus: 'stimulus',
  Component: 'react', PureComponent: 'react',
  HTMLElement: 'element', LitElement: 'element', ReactiveElement: 'element', UpdatingElement: 'element', FASTElement: 'element',
  Vue: 'vue',
}

/** Classes to be extended that have nothing by which an instance ends. */
export const ENDLESS_BASES: ReadonlySet<string> = new Set(['EventEmitter', 'EventEmitter2', 'EventEmitter3', 'TypedEmitter', 'TypedEventEmitter', 'TinyTypedEmitter', 'EventTarget', 'TypedEventTarget', 'Emitter', 'Object'])

/** The methods that say by themselves which framework calls them. */
export const TELLING_METHODS: Readonly<Record<string, ClassFramework>> = {
  componentDidMount: 'react', componentWillUnmount: 'react',
  connectedCallback: 'element', disconnectedCallback: 'element',
  ngAfterViewInit: 'angular', ngOnChanges: 'angular',
}

/** Decorators that unsubscribe all that the fields of a component hold, as it ends: https://github.com/ngneat/until-destroy#use-with-component-properties */
export const FIELDS_RELEASING = /^@?(?:AutoUnsubscribe\(|UntilDestroy\([^)]*\bcheckProperties\s*:\s*true)/

/** Decorators whose classes are made many times, by `module.name`. Angular's `Injectable` is not among them. */
export const DECORATORS: Readonly<Record<string, ClassFramework>> = {
  '@angular/core.Component': 'angular', '@angular/core.Directive': 'angular', '@angular/core.Pipe': 'angular',
  '@stencil/core.Component': 'element',
  'lit/decorators.js.customElement': 'element', 'lit/decorators.customElement': 'element', 'lit-element.customElement': 'element',
  'vue-property-decorator.Component': 'vue', 'nuxt-property-decorator.Component': 'vue', 'vue-class-component': 'vue',
  'vue-class-component.Options': 'vue', 'vue-facing-decorator.Component': 'vue',
}

/** A class with one of these methods is meant to end before the program does. */
export const TEARDOWN_METHODS: ReadonlySet<string> = new Set([
  'destroy', '_destroy', 'onDestroy', 'dispose', 'onDispose', 'disposeInternal', 'deinit', 'deinitialize', 'teardown', 'tearDown',
  'unmount', 'onUnmount', 'willUnmount', 'hostDisconnected', 'detached', 'uninstall', 'onunload', 'onClose', 'onRemove', 'onBeforeRemove',
  '[Symbol.dispose]', '[Symbol.asyncDispose]',
  'componentWillUnmount', 'ngOnDestroy', '$onDestroy', 'onBeforeDestroy', 'disconnectedCallback', 'willDestroy', 'willDestroyElement',
  'beforeDestroy', 'destroyed', 'beforeUnmount', 'unmounted',
])

/** Calls that make a class of the object that they are given: Backbone, Leaflet, jQuery UI, Ember, Blaze, `React.createClass`, Polymer, A-Frame. */
export const EXTENDING_CALLS: ReadonlySet<string> = new Set([
  'extend', 'extendComponent', 'widget', 'createClass', 'reopen', 'include', 'declare', 'Polymer', 'registerComponent', 'inherit', 'defineClass',
])

/** Methods that such frameworks call when what the object describes comes, of which one is enough to know that it also goes. */
export const OBJECT_SETUPS: ReadonlySet<string> = new Set(['didInsertElement', 'componentDidMount', 'onRendered', 'attached'])

/** What Vue calls of a directive when it comes to an element, and when that goes: https://vuejs.org/guide/reusability/custom-directives */
export const DIRECTIVES: Lifecycle = {
  setup: ['bind', 'inserted', 'created', 'beforeMount', 'mounted', 'beforeUpdate', 'update', 'updated', 'componentUpdated', 'getSSRProps'],
  teardown: ['unbind', 'beforeUnmount', 'unmounted'],
}

/** What a stream calls of its source when nobody reads on: https://streams.spec.whatwg.org/#underlying-source-api */
export const SOURCES: Lifecycle = { setup: ['start', 'pull'], teardown: ['cancel'] }

/** Methods that they call when it goes. */
export const OBJECT_TEARDOWNS: ReadonlySet<string> = new Set(['onDestroyed', 'remove'])

/** Methods by which a class stops what it runs; that there are many instances, they do not say. */
export const STOPPING_METHODS: ReadonlySet<string> = new Set([
  'close', '_close', 'stop', 'disconnect', 'terminate', 'disable', 'deactivate', 'detach', 'unbind', 'cleanup', 'cleanUp',
])

/** Hooks whose callback runs after mounting or when dependencies change, and returns its own cleanup. */
export const EFFECT_HOOKS: ReadonlySet<string> = new Set([
  'useEffect', 'useLayoutEffect', 'useInsertionEffect', 'useIsomorphicLayoutEffect', 'useEffectOnce', 'useMountEffect',
  'useAsyncEffect', 'useDeepCompareEffect', 'useSignalEffect', '$effect', 'useUpdateEffect', 'useIsomorphicEffect', 'useEnhancedEffect',
])

/** Calls whose callback does the same for an element: https://github.com/ember-modifier/ember-modifier */
export const MODIFIERS: ReadonlySet<string> = new Set(['ember-modifier', 'ember-modifier.modifier'])

/** Calls whose callback may register its own end by a hook of Solid's. */
export const TRACKING_CALLS: ReadonlySet<string> = new Set(['createEffect', 'createRenderEffect', 'createComputed'])

/** Creations whose callback, at this position, runs for each of those that subscribe, and returns what ends it for that one. */
export const PRODUCERS: Readonly<Record<string, number>> = { Observable: 0, observable: 0, readable: 1, useSyncExternalStore: 0 }

/** Functions whose callback runs when a component is mounted; the owner is the function around the call. */
export const MOUNT_HOOKS: ReadonlySet<string> = new Set([
  'onMounted', 'onBeforeMount', 'onActivated', 'onMount', 'afterUpdate', 'useMount', 'useTask$', 'useVisibleTask$',
])

/**
 * Of these, those that ignore what the callback returns, by the module that they come from: https://vuejs.org/api/composition-api-lifecycle,
 * https://docs.solidjs.com/reference/lifecycle/on-mount.
 */
export const IGNORING_HOOKS: Readonly<Record<string, string>> = { onMounted: 'vue', onBeforeMount: 'vue', onActivated: 'vue', onUpdated: 'vue', onMount: 'solid-js' }

/** Hooks for the end that belong to the component which is being set up as they are called: https://vuejs.org/api/composition-api-lifecycle */
export const BOUND_HOOKS: ReadonlySet<string> = new Set(['onUnmounted', 'onBeforeUnmount', 'onScopeDispose', 'onDeactivated'])

/** Calls that run their callback and ignore what it returns. */
export const IGNORING_CALLS: ReadonlySet<string> = new Set(['forEach', 'setTimeout', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback', 'nextTick', '$nextTick'])

/** Functions whose callback runs when the owner around the call ends. */
export const UNMOUNT_HOOKS: ReadonlySet<string> = new Set([
  'onUnmounted', 'onBeforeUnmount', 'onScopeDispose', 'tryOnScopeDispose', 'tryOnUnmounted', 'tryOnBeforeUnmount', 'onDeactivated',
  'onDestroy', 'onCleanup', 'useUnmount', 'useWillUnmount', 'useUnmountEffect', 'onInvalidate', 'registerDestructor',
])

/** Options that show an object to be a Vue component, two of which are enough. */
export const VUE_OPTIONS: ReadonlySet<string> = new Set([
  'data', 'methods', 'computed', 'props', 'watch', 'components', 'template', 'render', 'mixins', 'extends', 'emits', 'name', 'setup',
  'directives', 'filters', 'inject', 'provide', 'asyncData',
  ...CLASSES.vue.setup.slice(1), ...CLASSES.vue.teardown,
])

/** Options that only a component has, and no mixin. */
export const COMPONENT_OPTIONS: ReadonlySet<string> = new Set(['template', 'render', 'name', 'components', 'setup', 'extends', 'emits', 'props'])

/** Names of root components, which are mounted once by construction. */
export const ROOT_COMPONENT = /(?:^|[a-z])(?:App|Main|Root|Shell)(?:Component|Element|El)?$|^app$|^Global[A-Z]|(?:Provider|Title[Bb]ar)$/

/** Names of what stands around the pages of a site, of which users of a library place one as a rule. */
export const FRAME_COMPONENT = /(?:^|[a-z])(?:Layout|Shell|Frame)$|^(?:Site|App|Page|Main|Global)?(?:Header|Footer|Nav(?:igation)?|Search)$|^(?:Top|App|Nav|Side|Menu|Status)[Bb]ar$|^Side(?:Nav|Menu)$/

/** Files of components of which an application has one as a rule: a status bar, what shows its messages, the layout of all its pages. */
export const SINGLE_COMPONENT_FILE = /(?:^|[\\/])(?:\w*Status[Bb]ar|Toast(?:s|er|Container)?|NotificationManager|(?:App)?Update(?:Notification|Banner|Prompt)|ReloadPrompt)\.(?:vue|svelte)$|[\\/]layouts?[\\/]default\.vue$|[\\/]routes[\\/]\+layout\.svelte$/

/** What a component ends itself with, in Vue and Svelte. */
export const COMPONENT_ENDS = /\b(?:on)?(?:before)?(?:unmount(?:ed)?|destroy(?:ed)?|scopedispose)\b/i

/** Ids of the element that the application is mounted into. */
export const MOUNT_POINT = /^(?:root|app|main|__next|__nuxt)$/

/** What frameworks inject once for the whole program, by the module that exports the type. */
export const ROOT_SERVICES: Readonly<Record<string, string>> = {
  Location: '@angular/common', DOCUMENT: '@angular/common', Router: '@angular/router', NgZone: '@angular/core', ApplicationRef: '@angular/core',
  BreakpointObserver: '@angular/cdk/layout', MediaMatcher: '@angular/cdk/layout', Directionality: '@angular/cdk/bidi', ScrollDispatcher: '@angular/cdk/scrolling',
  ViewportRuler: '@angular/cdk/scrolling', ObservableMedia: '@angular/flex-layout', MediaObserver: '@angular/flex-layout', SwUpdate: '@angular/service-worker', Store: '@ngrx/store', Actions: '@ngrx/effects',
}

/** Calls that give what a component above hands down, which outlives those that ask for it. */
export const GIVING_CALLS: ReadonlySet<string> = new Set(['react.useContext', 'preact/hooks.useContext', 'vue.inject', 'solid-js.useContext', 'svelte.getContext'])

/** What a class is called that Angular injects, as a rule the same instance everywhere. */
export const SERVICE_NAME = /(?:Service|Store|Facade|State|EventBus|Registry)$/

/** Calls that run their callback once for the program, and give back the means to get its one result. */
export const SHARING_CALLS: ReadonlySet<string> = new Set([
  'defineStore', 'createGlobalState', 'createSharedComposable', 'createRoot', 'once', 'memoize', 'singleton', 'defineNuxtPlugin', 'defineBoot',
])

/** Calls that mount a component by hand, which the file does once when it is loaded. */
export const RENDERING_CALLS: ReadonlySet<string> = new Set(['render', 'hydrate', 'hydrateRoot', 'mount'])

/** Calls that make a component of the object or function that they are given. */
export const COMPONENT_CALLS: ReadonlySet<string> = new Set([
  'defineComponent', 'createApp', 'createSSRApp', 'extend', 'component', 'Vue', 'memo', 'forwardRef', 'observer', 'connect', 'withRouter',
])

/** Calls that run their callback, now or soon. */
export const DIRECT_CALLBACKS: ReadonlySet<string> = new Set([
  'then', 'catch', 'finally', 'Promise', 'nextTick', '$nextTick', 'queueMicrotask', 'setTimeout', 'setInterval', 'setImmediate',
  'requestAnimationFrame', 'requestIdleCallback', 'forEach', 'map', 'filter', 'some', 'every', 'reduce', 'flatMap', 'find',
  'useMemo', 'batch', 'untrack', 'watchEffect', 'createEffect', 'createMemo', 'run', 'runOutsideAngular', 'runInAction',
])

/** Calls that hand back a function which runs their callback. */
export const WRAPPING_CALLS: ReadonlySet<string> = new Set([
  'useCallback', 'useEvent', 'useEventCallback', 'useMemoizedFn', 'useEffectEvent', 'debounce', 'throttle', 'bind', 'action',
])

/**
 * Calls that keep a value for a component: what their first argument is, or what it gives when it is called. The variable that is declared with
 * their answer reads it, at times by `.current`, `.value` or a call.
 */
export const KEEPING_CALLS: Readonly<Record<string, 'given' | 'made' | 'either'>> = {
  useRef: 'given', useState: 'either', useMemo: 'made', // https://react.dev/reference/react/hooks
  ref: 'given', shallowRef: 'given', computed: 'made', // https://vuejs.org/api/reactivity-core
  createSignal: 'given', createMemo: 'made', // https://docs.solidjs.com/reference/basic-reactivity/create-memo
}

/** Calls that run their callback whenever something changes. */
export const WATCHING_CALLS: ReadonlySet<string> = new Set(['watch', '$watch', 'computed'])

/** What hands something to an element that its base ends: controllers, and directives that wait. https://lit.dev/docs/composition/controllers/ */
const CONTROLLED = /\baddController\(|\bnew \w+(?:<[^()]*>)?\(\s*this\s*[,)]|@(?:consume|provide)\(|\b(?:until|asyncAppend|asyncReplace)\(/

/** Classes to be extended whose own teardown releases: by name, with the method, and with what in the class hands it something. */
export const RELEASING_BASES: Readonly<Record<string, { method: string; using: RegExp }>> = {
  LitElement: { method: 'disconnectedCallback', using: CONTROLLED }, ReactiveElement: { method: 'disconnectedCallback', using: CONTROLLED },
  Disposable: { method: 'dispose', using: /\bthis\._register\(/ },
}

/** Events of an element of the template by which the page goes that it is: Framework7's, Ionic's, Vue's own of its nodes. */
export const PAGE_ENDINGS = /^(?:page:(?:before|after)(?:out|remove)|ion-?view-?(?:will|did)-?leave|(?:vue|hook):(?:before-?)?(?:unmount|destroy)(?:ed)?)$/i
