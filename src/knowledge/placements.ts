import { COMPONENT_CALLS, MOUNT_HOOKS, SHARING_CALLS } from './frameworks.ts'

/** Conditions that hold for good once they do: `loaded && <Frame />`. */
export const SETTLED = /^[\w$.]*(?:loaded|ready|initiali[sz]ed|mounted|hydrated|booted)$/i

/** Parts of what a program is set up with, which stay: `config.footer`. */
export const CONFIGURED = /\b\w*(?:config(?:uration)?|settings|options|preferences|environment|features)\??\./i

/** What a program may do by its set-up, or people by their rights: `editEnabled`, `canManage`. */
export const ALLOWED = /(?:[eE]nabled?|[dD]isabled?|[aA]llowed|[sS]upported|[pP]ermitted)$|^(?:can|allows?|enable|supports?|has(?=Permission|Access|Right|Role))[A-Z]/

/** Conditions that by their names come and go. */
export const TURNING = /^(?:is|has)?_?(?:open(?:ed)?|visible|expanded|collapsed|editing|dragging|playing|recording|hover(?:ed|ing)?|selected|focused)$/i

/** Conditions on who is signed in, which as a rule change once: to leave, programs load the page anew. */
export const SIGNED_IN = /^(?:is|has)?_?(?:auth(?:ed|enticated|ori[sz]ed)?|logged_?in|signed_?in|(?:current_?)?(?:user|session|account))(?:Data|Info|Id|Name)?$/i

/** Words in names of pages that are opened by their address, in a window or frame of their own, and closed with it: `PrintView`, `pages/machine/vnc.vue`. */
export const OWN_WINDOW: ReadonlySet<string> = new Set(['print', 'popup', 'kiosk', 'embed', 'embedded', 'callback', 'vnc', 'serial', 'terminal', 'sdk', 'standalone', 'signup', 'widget', 'widgets'])

/** What a route calls what it shows. */
export const ROUTE_KEY = /^(?:component|components|element|Component|render|screen|lazy|load\w*|default)$/

/** Calls that show one more of the component that they are given: of dialogs, and of Angular's view containers. */
export const OPENING = /^(?:open|show|present)(?:[A-Z]\w*)?$|^create(?:Component|\w*(?:Dialog|Modal|Popup|Overlay))$|^resolveComponentFactory$/

/** Calls that take down what was mounted. */
export const UNMOUNTING = /\.(?:\$destroy|unmount)\(|\bunmountComponentAtNode\(/

/** Calls that run what they are given again and again. */
export const REPEATING = /^(?:map|flatMap|forEach|from|times|on|addEventListener|setInterval)$/

/** What functions are called that a program runs as it starts. */
export const STARTING = /^(?:_?(?:main|init|start|boot|mount|setup|load|run|render(?:App|Root)?)|(?:init|start|boot|mount|render)[A-Z]\w*)$/

/** Elements that show what is in them for a while: of React Router's and Solid's. */
export const SHOWING = /(?:Route|^Show|^Match|^For|^Index)$/

/** Calls that run a function of theirs once, now or later. */
export const RUN_ONCE: ReadonlySet<string> = new Set([
  'then', 'catch', 'finally', 'Promise', 'nextTick', '$nextTick', 'queueMicrotask', 'setTimeout', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback',
  'useMemo', 'useState', 'startTransition', 'batch', 'untrack', 'run', 'runOutsideAngular', 'runInAction', '$', 'jQuery', 'ready', 'whenReady', 'listen', 'define', 'require',
  ...MOUNT_HOOKS, ...COMPONENT_CALLS, ...SHARING_CALLS,
])
