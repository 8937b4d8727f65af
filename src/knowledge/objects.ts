/** Calls that give an object whatever they are given, by qualified name. */
export const OBJECT_CALLS: ReadonlySet<string> = new Set([
  'Object.assign', 'Object.create', 'document.createComment', 'document.createDocumentFragment', 'document.createElement', 'document.createElementNS',
  'document.createEvent', 'document.createRange', 'document.createTextNode', 'window.open',
])

/** Types of the platforms of which every value is an object. Sources: TypeScript's lib.dom and lib.es, @types/node. */
export const OBJECT_TYPES =
  /^(?:(?:HTML|SVG|MathML)\w*Element|Element|Node|ChildNode|ParentNode|Document|DocumentFragment|ShadowRoot|Text|Comment|Attr|\w*Event|EventTarget|Window|Range|Selection|StyleSheet|CSSStyleSheet|Request|Response|Headers|FormData|URL|URLSearchParams|Blob|File|ImageBitmap|ImageData|\w*Context2D|WebGL\w*|WebSocket|Worker|MessagePort|AbortSignal|AbortController|ReadableStream|WritableStream|\w*Observer|Array|ReadonlyArray|Map|ReadonlyMap|Set|ReadonlySet|WeakMap|WeakSet|Promise|Date|RegExp|Error|Function|ArrayBuffer|Buffer|DataView|\w+Array|CallableFunction)$/

/** Names and types of objects of which a program has as many as were written down: classes, components, schemas, plugins. */
export const LASTING_KEYS = /(?:^|[a-zA-Z_])(?:[Cc]tor|[Cc]onstructor|[Cc]lass|[Cc]ls|klass|[Tt]ype|[Pp]rototype|[Pp]roto|[Ss]chema|[Pp]lugin|[Mm]odule|[Cc]omponent|[Mm]odel|[Cc]onfig|[Ff]unc|[Ff]unction|[Ss]tore|[Pp]rovider|[Aa]dapter|[Tt]oken|[Ll]oader|[Ff]actory|[Dd]ecorator|[Rr]ule)s?$|^(?:fn|func|cb|callback)$/

/** Types, and names, of objects that come and go while a program runs: nodes of the page, requests, connections. */
export const PASSING_TYPE = /\b(?:\w*(?:Element|Node|Request|Message|Response|Socket|Connection)|EventTarget|Document)\b/
export const PASSING_KEY = /^(?:el|elem|dom|container|target|req|res|ws|conn)$|(?:^|_)(?:node|element|request|response|socket|connection)$|(?:El|Element|Node|Request|Response|Socket|Connection)$/

/** Names of types whose values are objects in every code base. */
export const NAMED_AS_OBJECT =
  /(?:Node|Element|Instance|Object|Entry|Row|Record|Connection|Client|Request|Response|Session|Socket|Document|Event|Stream|View|Widget|Editor|Declaration|Statement|Expression|Window|Context|Controller|Manager|Request|Server|Buffer|Canvas|Texture|Geometry|Mesh)$/
