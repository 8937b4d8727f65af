import * as svelte from 'svelte-eslint-parser'
import rule from '../../src/rules/no-unbounded-collection.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-unbounded-collection', rule, {
  valid: [
    { name: 'as many as a counter lets in', code: "const MOST = 25\nconst told = new Set()\nlet count = 0\nexport function report(user, body) {\n  const signature = `${user}:${body}`\n  if (count < MOST && !told.has(signature)) {\n    told.add(signature)\n    count++\n  }\n}" },
    { name: 'a build step', filename: 'webpack.config.main.js', code: "const texts = new Map()\nexports.read = (text) => {\n  if (!texts.has(text)) texts.set(text, parse(text))\n  return texts.get(text)\n}" },
    { name: 'what is said once', code: "const obsoleteMessage = {}\nexports.obsolete = (message) => {\n  if (obsoleteMessage[message] === undefined) obsoleteMessage[message] = 0\n}" },
    { name: 'the states of the devices of a household, with the time of each', code: 'const states = {}\nexport function keep(device, state) {\n  if (states[device.serialNumber]?.at > Date.now() - 60000) return\n  states[device.serialNumber] = { state, at: Date.now() }\n}' },
    { name: 'rows of one source that is read to its end', code: "import { parse } from 'csv-parse'\n;(async () => {\n  const rows = []\n  const parser = parse()\n  parser.on('data', ([name, text]) => { rows.push({ name, text }) })\n  parser.on('end', () => { for (const row of rows) write(row) })\n})()" },
    { name: 'results of one search that comes to its end', code: "import Scan from 'evilscan'\nconst devices = []\nnew Scan({ port: 23 }, (error, scan) => {\n  scan.on('result', ({ ip, banner }) => { devices.push({ ip, banner }) })\n  scan.on('done', () => { for (const device of devices) show(device) })\n  scan.run()\n})" },
    { name: 'a script that comes to its end', code: "const seen = []\npage.on('console', (message) => seen.push(message.text()))\nawait page.goto(url)\nif (seen.length > 0) process.exitCode = 1" },
    { name: 'a key that is given something of many only afterwards', code: 'const names = {}; export function f(style) { let { id } = style; id = names[id] ??= Math.random().toString(36); return id }' },
    { name: 'an entry is deleted somewhere', code: 'const cache = new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) } export const drop = (t) => cache.delete(t)' },
    { name: 'cleared', code: 'const cache = new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) } setInterval(() => cache.clear(), 1000)' },
    { name: 'the size is compared', code: 'const cache = new Map(); export function f(text) { if (cache.size > 500) return g(text); if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'an object whose keys are deleted', code: 'const cache = {}; export function f(text) { return cache[text] || (cache[text] = g(text)) } export function drop(text) { delete cache[text] }' },
    { name: 'an object whose entries are unset', code: 'const cache = {}; export function f(text) { return cache[text] || (cache[text] = g(text)) } export function drop(text) { cache[text] = null }' },
    { name: 'reassigned', code: 'let cache = {}; export function f(text) { return cache[text] || (cache[text] = g(text)) } export function reset() { cache = {} }' },
    { name: 'exported', code: 'export const cache = new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'exported by name', code: 'const cache = new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) } export { cache }' },
    { name: 'exported from CommonJS', code: 'const cache = new Map(); exports.f = (text) => { if (!cache.has(text)) cache.set(text, g(text)) }; exports.cache = cache', languageOptions: { sourceType: 'commonjs' } },
    { name: 'passed on', code: 'const cache = new Map(); prune(cache); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'handed out', code: 'const cache = new Map(); export const all = () => cache; export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'objects as keys that are only asked for: for prefer-weak-collection', code: 'interface Row { id: string } const widths = new Map<Row, number>(); export function f(row: Row) { if (!widths.has(row)) widths.set(row, g(row)); return widths.get(row) }' },
    { name: 'plain: small, by addresses that one user meets', code: 'const posters = new Map(); export function f(videoId) { if (!posters.has(videoId)) posters.set(videoId, pick(videoId)); return posters.get(videoId) }' },
    { name: 'plain: the last time for each user of a page', code: 'const last = {}; export function f(userId) { if (last[userId]) return; last[userId] = Date.now(); ask(userId) }' },
    { name: 'plain: a test server', filename: 'packages/x/tests/server.js', code: "import express from 'express'\nconst codes = new Map()\nexport function f(req) { if (!codes.has(req.query.code)) codes.set(req.query.code, g()) }" },
    { name: 'plain: an example', filename: 'src/examples/counter.ts', code: 'const counts = new Map(); server.on("call", (context) => { counts.set(context.sessionId, (counts.get(context.sessionId) || 0) + 1) })' },
    { name: 'as many as are counted', code: 'const particles = []\nself.onmessage = (event) => {\n  for (let at = 0; at < 56; at++) particles.push(new Particle(event.data))\n}' },
    { name: 'plain: what weighs, by documents and accounts of the one who uses it', code: 'const drawings = new Map(); export function f(accountId) { if (!drawings.has(accountId)) drawings.set(accountId, canvas.toDataURL()); return drawings.get(accountId) }' },
    { name: 'plain: what goes out of date, by pages of the one who uses it', code: 'const cache = new Map(); export async function f(branch) { const known = cache.get(branch); if (known && Date.now() - known.at < 60000) return known.value; const value = await g(branch); cache.set(branch, { value, at: Date.now() }); return value }' },
    { name: 'the message of an error, of which the code has few', code: 'const known = new Set(); window.addEventListener("error", (ev) => { if (!known.has(ev.message)) { send(ev); known.add(ev.message) } })' },
    { name: 'the beginning of a text, which many share', code: "const counts = new Map(); export function f(text) { const prefix = text.toLowerCase().slice(0, 16); counts.set(prefix, (counts.get(prefix) || 0) + 1) }" },
    { name: 'an object of a configured provider', code: "import express from 'express'\nconst clients = new Map(); export function f(provider) { const key = `${provider.clientId}`; if (!clients.has(key)) clients.set(key, make(provider.clientSecret)); return clients.get(key) }" },
    { name: 'plain: constructors', code: "const stores = new Map(); export function f(ctor) { for (const one of stores.keys()) one; if (!stores.has(ctor)) stores.set(ctor, {}); return stores.get(ctor) }" },
    { name: 'held weakly', code: 'const cache = new WeakMap(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'of one call', code: 'export function f(texts) { const cache = new Map(); return texts.map((text) => { if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }) }' },
    { name: 'of main, with which it goes', code: 'async function main() { const seen = new Set(); await walk((text) => { if (!seen.has(text)) seen.add(text) }) } main()' },
    { name: 'filled at load', code: 'const byText = new Map(); function add(text) { if (!byText.has(text)) byText.set(text, g(text)) } add("a"); ["b", "c"].forEach((text) => add(text))' },
    { name: 'a registry', code: 'const handlers = new Map(); export function register(name, handler) { handlers.set(name, handler) }' },
    { name: 'a registry that looks for doubles', code: 'const handlers = new Map(); export function register(query, handler) { if (handlers.has(query)) throw new Error(query); handlers.set(query, handler) }' },
    { name: 'a list of plugins', code: 'const plugins = []; export function use(plugin) { plugins.push(plugin) }' },
    { name: 'keys of few values by their name', code: 'const formats = {}; export function f(locale) { return formats[locale] || (formats[locale] = new Intl.NumberFormat(locale)) }' },
    { name: 'ids of what the program has few of', code: 'const clients = new Map(); export function f(modelId, languageCode) { const key = `${modelId}:${languageCode}`; if (!clients.has(key)) clients.set(key, g(key)); return clients.get(key) }' },
    { name: 'when each chain was last asked, of which there are few', code: 'const checks = new Map(); export async function check(chainId) { const known = checks.get(chainId); if (known && Date.now() - known.timestamp < 5000) return known; const made = { timestamp: Date.now(), score: await ask(chainId) }; checks.set(chainId, { timestamp: Date.now(), score: 1 }); return made }' },
    { name: 'keys that a block of a Svelte page declares', code: '<script>\n  const seen = new Set()\n  let rows = []\n</script>\n{#each rows as { body }}<button on:click={() => { if (!seen.has(body)) seen.add(body) }}>{body}</button>{/each}\n', languageOptions: { parser: svelte }, filename: 'list.svelte' },
    { name: 'a union of literals', code: "const cache = new Map(); export function f(text: 'a' | 'b' | null) { if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }" },
    { name: 'an alias of a union', code: "type Text = 'a' | 'b'; const cache = new Map(); export function f(text: Text) { if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }" },
    { name: 'an enum', code: 'enum Text { A, B } const cache = new Map(); export function f(text: Text) { if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }' },
    { name: 'every caller gives a literal', code: 'const cache = {}; function f(text) { return cache[text] ?? (cache[text] = g(text)) } export const a = () => f("a"); export const b = () => f("b")' },
    { name: 'guarded by a table', code: 'const table = { a: 1, b: 2 }; const cache = new Map(); export function f(text) { if (!(text in table)) return; if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }' },
    { name: 'told apart by a switch', code: 'const cache = new Map(); export function f(text) { switch (text) { case "a": if (!cache.has(text)) cache.set(text, g(text)) } }' },
    { name: 'warned once', code: 'const seen = new Set(); export function warnOnce(message) { if (seen.has(message)) return; seen.add(message); console.warn(message) }' },
    { name: 'scripts that are loaded once', code: 'const scripts = new Map(); export function f(url) { if (!scripts.has(url)) scripts.set(url, loadScript(url)); return scripts.get(url) }' },
    { name: 'patterns, which are written somewhere', code: 'const patterns = {}; export function f(text) { let made = patterns[text]; if (!made) { made = new RegExp(text); patterns[text] = made } return made }' },
    { name: 'a number by the address of a picture', code: 'const heights = new Map<string, number>(); export function f(imageUrl: string) { if (!heights.has(imageUrl)) heights.set(imageUrl, measure(imageUrl)); return heights.get(imageUrl) }' },
    { name: 'a number that is proven one', code: 'const widths = new Map(); export function f(url) { if (!widths.has(url)) widths.set(url, Math.round(measure(url))); return widths.get(url) }' },
    { name: 'links that an author puts into a document', code: 'const embeds = new Map(); export function f(link) { if (!embeds.has(link)) embeds.set(link, embed(link)); return embeds.get(link) }' },
    { name: 'nothing says how many keys there are', code: 'const cache = new Map(); export function f(thing) { if (!cache.has(thing)) cache.set(thing, g(thing)); return cache.get(thing) }' },
    { name: 'a shadowed Map', code: 'import { Map } from "./lru.js"; const cache = new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'a public static of an exported class', code: 'export class A { static cache = new Map(); f(text) { if (!A.cache.has(text)) A.cache.set(text, g(text)) } }' },
    { name: 'requests that are answered, and taken out then', code: 'const pending = new Map(); export function send(message) { pending.set(message.uuid, new Deferred()) } socket.on("message", (m) => { pending.get(m.uuid).resolve(m); pending.delete(m.uuid) })' },
    { name: 'taken out by another name', code: 'const cache = new Map(); export function f(text) { const known = cache; if (!known.has(text)) known.set(text, g(text)); } export function drop(text) { const known = cache; known.delete(text) }' },
    { name: 'given to a variable that changes', code: 'const cache = new Map(); export function f(text, other) { let known = cache; if (text) known = other; if (!known.has(text)) known.set(text, g(text)) }' },
    { name: 'a memoizer that anybody may call', code: 'export const memo = (fn) => { const cache = new Map(); return (text) => { if (!cache.has(text)) cache.set(text, fn(text)); return cache.get(text) } }' },
    { name: 'a memoizer that is called in functions', code: 'const memo = (fn) => { const cache = new Map(); return (text) => { if (!cache.has(text)) cache.set(text, fn(text)); return cache.get(text) } }; export const f = (g) => run(memo(g))' },
    { name: 'a public field of an instance that is exported', code: 'class Pages { constructor() { this.byText = {} } get(text) { return this.byText[text] || (this.byText[text] = make(text)) } } export const pages = new Pages()' },
    { name: 'a field that the constructor gives each instance', code: 'export class Pages { constructor() { this._byText = {} } get(text) { return this._byText[text] || (this._byText[text] = make(text)) } }' },
    { name: 'a list of plugins that is asked for doubles', code: 'const plugins = []; export function use(plugin) { if (plugins.includes(plugin)) return; plugins.push(plugin) }' },
    { name: 'a private field of an exported class of which this file makes none that lasts', code: 'export class Pages { #byText = new Map(); get(text) { if (!this.#byText.has(text)) this.#byText.set(text, make(text)) } } export const read = (text) => new Pages().get(text)' },
    { name: 'of a global that is emptied', code: 'const cache = (globalThis.cache ??= new Map()); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) } setInterval(() => cache.clear(), 1000)' },
    { name: 'of what is imported', code: 'import { store } from "./store.js"; const cache = store.cache ?? new Map(); export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'a key made of what there are few of', code: 'const cache = new Map(); export function f(locale) { const key = keyOf(locale); if (!cache.has(key)) cache.set(key, g(locale)); return cache.get(key) }' },
    { name: 'a memoizer of names that are written in templates', code: 'const cached = (fn) => { const cache = Object.create(null); return (str) => cache[str] || (cache[str] = fn(str)) }; export const camelize = cached((str) => str.replace(/-(\\w)/g, upper))' },
    { name: 'addresses that are only remembered', code: 'const loaded = new Set(); export function f(src) { if (!loaded.has(src)) { show(src); loaded.add(src) } }' },
    { name: 'the addresses of style sheets', code: 'const names = new Map(); export function f(sheet) { if (!names.has(sheet.href)) names.set(sheet.href, shorten(sheet.href)); return names.get(sheet.href) }' },
    { name: 'a field of many instances', code: 'export class A { #cache = new Map(); f(text) { if (!this.#cache.has(text)) this.#cache.set(text, g(text)) } }' },
    { name: 'the user of a session, of whom there is one', code: 'const cache = {}; export function f(app) { if (!(app.user.id in cache)) cache[app.user.id] = g(app); return cache[app.user.id] }' },
    { name: 'registrations per user of the program', code: 'const timers = new Map(); function f(handle) { if (!timers.has(handle)) timers.set(handle, g(handle)) } router.post("/", (req) => f(req.user.handle))' },
    { name: 'an array that is emptied', code: 'const log = []; app.get("/", (req) => { log.push(req.query) }); setInterval(() => { send(log.splice(0)) }, 1000)' },
    { name: 'an array whose length is set', code: 'const log = []; app.get("/", (req) => { log.push(req.query); log.length = 10 })' },
    { name: 'entries given by destructuring', code: 'const cache = new Map(); const { set } = cache; export function f(text) { if (!cache.has(text)) cache.set(text, g(text)) }' },
    { name: 'inner lists that are emptied', code: 'const lists = new Map(); app.get("/", (req) => { const list = lists.get(req.kind) ?? []; lists.set(req.kind, list); list.push(req.query); if (list.length > 50) list.shift() })' },
    { name: 'inner maps that are filled as they are made', code: 'const maps = new Map(); export function f(name, texts) { let inner = maps.get(name); if (!inner) { inner = new Map(); maps.set(name, inner); for (const text of texts) if (!inner.has(text)) inner.set(text, g(text)) } return inner.size }' },
    { name: 'inner maps that others get hold of', code: 'const maps = new Map(); export function f(name, text) { if (!maps.has(name)) maps.set(name, new Map()); const inner = maps.get(name); if (!inner.has(text)) inner.set(text, g(text)); return inner }' },
    { name: 'inner maps of which one is no collection', code: 'const maps = {}; export function f(name, text, made) { maps[name] ??= made(); const inner = maps[name]; if (!inner.has(text)) inner.set(text, g(text)) }' },
    { name: 'inner lists that are walked by who may empty them', code: 'const lists = new Map(); app.get("/", (req) => { if (!lists.has(req.kind)) lists.set(req.kind, []); lists.get(req.kind).push(req.query) }); setInterval(() => { for (const list of lists.values()) flush(list) }, 1000)' },
    { name: 'inner maps that go with what holds them', code: 'const maps = new Map(); export function f(name, text) { if (!maps.has(name)) maps.set(name, new Map()); const inner = maps.get(name); if (!inner.has(text)) inner.set(text, g(text)) } export const drop = (name) => maps.delete(name)' },
    { name: 'what goes out of date, for the few that there are', code: 'const cache = new Map(); export function f(locale) { const known = cache.get(locale); if (known && known.until > Date.now()) return known.value; cache.set(locale, { value: g(locale), until: Date.now() + 1000 }) }' },
    { name: 'when something was done last, which nobody asks for by the key', code: 'const times = new Map(); export function f(name) { times.set(name, Date.now()) } export const all = () => [...times]' },
    { name: 'a text that nothing reads', code: 'const cache = new Map(); export function f(source) { if (!cache.has(source)) cache.set(source, connect(source)); return cache.get(source) }' },
    { name: 'the id of one of the renderers there are', code: 'const cache = {}; export function f(renderer) { return cache[renderer.uid] ||= make(renderer) }' },
    { name: 'when each of the repositories that are open was looked at', code: 'const times = new Map(); export function f(repoPath) { if (Date.now() - (times.get(repoPath) ?? 0) < 1000) return; times.set(repoPath, Date.now()) }' },
    { name: 'a name from a file of settings', code: 'const bridges = new Map(); export function f(config) { if (!bridges.has(config.bridge.username)) bridges.set(config.bridge.username, make(config)) }' },
    { name: 'the address at which a program is found', code: 'const servers = new Map(); export function f(listenAddress) { if (!servers.has(listenAddress)) servers.set(listenAddress, make(listenAddress)) }' },
    { name: 'whoever uses the program', code: 'const cache = {}; function load(userId) { return (cache[userId] ??= g(userId)) } export const f = (api) => load(api.getCurrentUserId())' },
    { name: 'warned once, with what was said', code: 'const seen = new Map(); export function f(message) { if (seen.has(message)) return; seen.set(message, true); console.warn(message) }' },
  ],
  invalid: [
    {
      name: 'small, and brought by one user, where all is asked for',
      options: [{ check: 'all' }],
      code: 'const posters = new Map()\nexport function f(videoId) {\n  if (!posters.has(videoId)) posters.set(videoId, pick(videoId))\n}',
      errors: [{ messageId: 'growth', data: { name: 'posters', entry: 'videoId' }, line: 3, column: 30, endLine: 3, endColumn: 65,
        suggestions: [{ messageId: 'evict', data: { name: 'posters', limit: 1000 }, output: 'const posters = new Map()\nexport function f(videoId) {\n  if (!posters.has(videoId)) {\n    if (posters.size >= 1000) posters.delete(posters.keys().next().value)\n    posters.set(videoId, pick(videoId))\n  }\n}' }] }],
    },
    {
      name: 'in a test, where all is asked for',
      filename: 'tests/server.js',
      options: [{ check: 'all' }],
      code: 'const pages = new Map()\nexport function f(text) {\n  if (pages.has(text)) return\n  pages.set(text, 1)\n}',
      errors: [{ messageId: 'growth', data: { name: 'pages', entry: 'text' }, line: 4, column: 3, endLine: 4, endColumn: 21,
        suggestions: [{ messageId: 'evict', data: { name: 'pages', limit: 1000 }, output: 'const pages = new Map()\nexport function f(text) {\n  if (pages.has(text)) return\n  if (pages.size >= 1000) pages.delete(pages.keys().next().value)\n  pages.set(text, 1)\n}' }] }],
    },
    {
      name: 'timers by user',
      options: [{ check: 'all' }],
      code: 'const timers = {}\nexport function f(userId) {\n  clearTimeout(timers[userId])\n  timers[userId] = setTimeout(renew, 100)\n}',
      errors: [{ messageId: 'growth', data: { name: 'timers', entry: 'userId' }, line: 4, column: 3, endLine: 4, endColumn: 42,
        suggestions: [{ messageId: 'evict', data: { name: 'timers', limit: 1000 }, output: 'const timers = {}\nexport function f(userId) {\n  clearTimeout(timers[userId])\n  const keys = Object.keys(timers)\n  if (keys.length >= 1000) delete timers[keys[0]]\n  timers[userId] = setTimeout(renew, 100)\n}' }] }],
    },
    {
      name: 'sessions of a server',
      filename: 'src/server/count.js',
      code: 'const counts = new Map()\nexport function f(sessionId) {\n  counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1)\n}',
      errors: [{ messageId: 'growth', data: { name: 'counts', entry: 'sessionId' }, line: 3, column: 3, endLine: 3, endColumn: 58,
        suggestions: [{ messageId: 'evict', data: { name: 'counts', limit: 1000 }, output: 'const counts = new Map()\nexport function f(sessionId) {\n  if (counts.size >= 1000) counts.delete(counts.keys().next().value)\n  counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1)\n}' }] }],
    },
    {
      name: 'addresses of those who ask a server',
      filename: 'service/middleware/limit.js',
      code: 'const errors = {}\nexport function f(ipAddress) {\n  errors[ipAddress] = errors[ipAddress] ? errors[ipAddress] + 1 : 1\n}',
      errors: [{ messageId: 'growth', data: { name: 'errors', entry: 'ipAddress' }, line: 3, column: 3, endLine: 3, endColumn: 68, suggestions: [] }],
    },
    {
      name: 'what weighs, by addresses that one user meets',
      options: [{ check: 'all' }],
      code: 'const pictures = new Map()\nexport async function f(imageUrl) {\n  if (pictures.has(imageUrl)) return pictures.get(imageUrl)\n  const data = canvas.toDataURL()\n  pictures.set(imageUrl, data)\n}',
      errors: [{ messageId: 'growth', data: { name: 'pictures', entry: 'imageUrl' }, line: 5, column: 3, endLine: 5, endColumn: 31,
        suggestions: [{ messageId: 'evict', data: { name: 'pictures', limit: 1000 }, output: 'const pictures = new Map()\nexport async function f(imageUrl) {\n  if (pictures.has(imageUrl)) return pictures.get(imageUrl)\n  const data = canvas.toDataURL()\n  if (pictures.size >= 1000) pictures.delete(pictures.keys().next().value)\n  pictures.set(imageUrl, data)\n}' }] }],
    },
    {
      name: 'of a CommonJS module that the parser takes for a script',
      code: 'const cache = new Map(); exports.f = (text) => { if (!cache.has(text)) cache.set(text, g(text)); return cache.get(text) }',
      languageOptions: { sourceType: 'script' },
      errors: [{ messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 1, column: 72, endLine: 1, endColumn: 96,
        suggestions: [{ messageId: 'evict', data: { name: 'cache', limit: 1000 }, output: 'const cache = new Map(); exports.f = (text) => { if (!cache.has(text)) {\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n  cache.set(text, g(text));\n} return cache.get(text) }' }],
      }],
    },
    {
      name: 'a cache by text',
      code: 'const cache = new Map()\nexport function f(text) {\n  if (cache.has(text)) return cache.get(text)\n  const made = g(text)\n  cache.set(text, made)\n  return made\n}',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 5, column: 3, endLine: 5, endColumn: 24,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'cache', limit: 1000 },
              output: 'const cache = new Map()\nexport function f(text) {\n  if (cache.has(text)) return cache.get(text)\n  const made = g(text)\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n  cache.set(text, made)\n  return made\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'in TypeScript, through wrappers, with semicolons',
      options: [{ check: 'all' }],
      filename: 'f.ts',
      code: 'const cache = new Map<string, Made>() as Map<string, Made>;\nexport const f = (query: string): Made => {\n  const known = cache!.get(query);\n  if (known) return known;\n  cache.set(query, g(query));\n  return cache.get(query)!;\n};',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'query' }, line: 5, column: 3, endLine: 5, endColumn: 29,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'cache', limit: 1000 },
              output: 'const cache = new Map<string, Made>() as Map<string, Made>;\nexport const f = (query: string): Made => {\n  const known = cache!.get(query);\n  if (known) return known;\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value!);\n  cache.set(query, g(query));\n  return cache.get(query)!;\n};',
            },
          ],
        },
      ],
    },
    {
      name: 'an object, in a statement without a block',
      options: [{ check: 'all' }],
      code: 'const tokens = {}\nexport function f(sessionToken) {\n  if (!tokens[sessionToken]) tokens[sessionToken] = g(sessionToken)\n  return tokens[sessionToken]\n}',
      errors: [
        {
          messageId: 'growth', data: { name: 'tokens', entry: 'sessionToken' }, line: 3, column: 30, endLine: 3, endColumn: 68,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'tokens', limit: 1000 },
              output: 'const tokens = {}\nexport function f(sessionToken) {\n  if (!tokens[sessionToken]) {\n    const keys = Object.keys(tokens)\n    if (keys.length >= 1000) delete tokens[keys[0]]\n    tokens[sessionToken] = g(sessionToken)\n  }\n  return tokens[sessionToken]\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'an arrow function of one expression',
      code: 'const cache = new Map()\nexport const f = (text) => cache.get(text) ?? cache.set(text, g(text)).get(text)',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 2, column: 47, endLine: 2, endColumn: 71,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'cache', limit: 1000 },
              output: 'const cache = new Map()\nexport const f = (text) => {\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n  return cache.get(text) ?? cache.set(text, g(text)).get(text)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a closure of a function called in place, by a key put together',
      code: 'const f = (() => {\n  const seen = new Set()\n  return (user, body) => {\n    const key = `${user}:${body}`\n    if (seen.has(key)) return false\n    seen.add(key)\n    return true\n  }\n})()\nexport { f }',
      errors: [
        {
          messageId: 'growth', data: { name: 'seen', entry: 'key' }, line: 6, column: 5, endLine: 6, endColumn: 18,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'seen', limit: 1000 },
              output: 'const f = (() => {\n  const seen = new Set()\n  return (user, body) => {\n    const key = `${user}:${body}`\n    if (seen.has(key)) return false\n    if (seen.size >= 1000) seen.delete(seen.keys().next().value)\n    seen.add(key)\n    return true\n  }\n})()\nexport { f }',
            },
          ],
        },
      ],
    },
    {
      name: 'a private static, and one of an instance that a container keeps',
      code: "import { Injectable } from '@nestjs/common'\nexport class A {\n  static #cache = {}\n  static f(html) { return A.#cache[html] ??= g(html) }\n}\n@Injectable()\nexport class B {\n  private readonly users = new Map()\n  f(sessionId) {\n    if (!this.users.has(sessionId)) { this.users.set(sessionId, g(sessionId)) }\n  }\n}",
      errors: [
        {
          messageId: 'growth', data: { name: '#cache', entry: 'html' }, line: 4, column: 27, endLine: 4, endColumn: 53,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: '#cache', limit: 1000 },
              output: "import { Injectable } from '@nestjs/common'\nexport class A {\n  static #cache = {}\n  static f(html) { const keys = Object.keys(A.#cache)\n  if (keys.length >= 1000) delete A.#cache[keys[0]]\n  return A.#cache[html] ??= g(html) }\n}\n@Injectable()\nexport class B {\n  private readonly users = new Map()\n  f(sessionId) {\n    if (!this.users.has(sessionId)) { this.users.set(sessionId, g(sessionId)) }\n  }\n}",
            },
          ],
        },
        {
          messageId: 'growth', data: { name: 'users', entry: 'sessionId' }, line: 10, column: 39, endLine: 10, endColumn: 78,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'users', limit: 1000 },
              output: "import { Injectable } from '@nestjs/common'\nexport class A {\n  static #cache = {}\n  static f(html) { return A.#cache[html] ??= g(html) }\n}\n@Injectable()\nexport class B {\n  private readonly users = new Map()\n  f(sessionId) {\n    if (!this.users.has(sessionId)) { if (this.users.size >= 1000) this.users.delete(this.users.keys().next().value)\n    this.users.set(sessionId, g(sessionId)) }\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'what requests bring, added by a handler',
      code: "const log = []\nconst byId = new Map()\napp.get('/', (req, res) => {\n  log.push(req.query)\n  byId.set(crypto.randomUUID(), req)\n})",
      errors: [
        {
          messageId: 'append', data: { name: 'log', entry: 'req.query' }, line: 4, column: 3, endLine: 4, endColumn: 22,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'log', limit: 1000 },
              output: "const log = []\nconst byId = new Map()\napp.get('/', (req, res) => {\n  if (log.length >= 1000) log.shift()\n  log.push(req.query)\n  byId.set(crypto.randomUUID(), req)\n})",
            },
          ],
        },
        {
          messageId: 'growth', data: { name: 'byId', entry: 'crypto.randomUUID()' }, line: 5, column: 3, endLine: 5, endColumn: 37,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'byId', limit: 1000 },
              output: "const log = []\nconst byId = new Map()\napp.get('/', (req, res) => {\n  log.push(req.query)\n  if (byId.size >= 1000) byId.delete(byId.keys().next().value)\n  byId.set(crypto.randomUUID(), req)\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'objects as keys, which are walked',
      code: 'interface Row { id: string }\nconst widths: Map<Row, number> = new Map<Row, number>()\nexport function widthOf(row: Row) {\n  let width = widths.get(row)\n  if (width === undefined) widths.set(row, (width = measure(row)))\n  return width\n}\nexport const all = () => [...widths.keys()]',
      errors: [
        {
          messageId: 'objects', data: { name: 'widths', entry: 'row' }, line: 5, column: 28, endLine: 5, endColumn: 67,
          suggestions: [
            {
              messageId: 'evict',
              data: { name: 'widths', limit: 1000 },
              output: 'interface Row { id: string }\nconst widths: Map<Row, number> = new Map<Row, number>()\nexport function widthOf(row: Row) {\n  let width = widths.get(row)\n  if (width === undefined) {\n    if (widths.size >= 1000) widths.delete(widths.keys().next().value)\n    widths.set(row, (width = measure(row)))\n  }\n  return width\n}\nexport const all = () => [...widths.keys()]',
            },
          ],
        },
      ],
    },
    {
      name: 'requests that are never taken out',
      code: 'const pending = new Map()\nexport function send(message) {\n  pending.set(message.uuid, new Deferred())\n}\nsocket.on("message", (m) => pending.get(m.uuid).resolve(m))',
      errors: [
        {
          messageId: 'growth', data: { name: 'pending', entry: 'message.uuid' }, line: 3, column: 3, endLine: 3, endColumn: 44,
          suggestions: [], // the answer would meet none
        },
      ],
    },
    {
      name: 'under another name',
      code: 'const cache = new Map()\nexport function f(text) {\n  const known = cache\n  if (!known.has(text)) known.set(text, g(text))\n  return known.get(text)\n}',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 4, column: 25, endLine: 4, endColumn: 49,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'cache', limit: 1000 },
              output: 'const cache = new Map()\nexport function f(text) {\n  const known = cache\n  if (!known.has(text)) {\n    if (known.size >= 1000) known.delete(known.keys().next().value)\n    known.set(text, g(text))\n  }\n  return known.get(text)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a field that the constructor gives the only instance',
      code: 'class Pages {\n  constructor() { this._byText = new Map() }\n  get(text) {\n    if (!this._byText.has(text)) this._byText.set(text, make(text))\n    return this._byText.get(text)\n  }\n}\nexport const pages = new Pages()',
      errors: [
        {
          messageId: 'growth', data: { name: '_byText', entry: 'text' }, line: 4, column: 34, endLine: 4, endColumn: 68,
          suggestions: [
            {
              messageId: 'evict', data: { name: '_byText', limit: 1000 },
              output: 'class Pages {\n  constructor() { this._byText = new Map() }\n  get(text) {\n    if (!this._byText.has(text)) {\n      if (this._byText.size >= 1000) this._byText.delete(this._byText.keys().next().value)\n      this._byText.set(text, make(text))\n    }\n    return this._byText.get(text)\n  }\n}\nexport const pages = new Pages()',
            },
          ],
        },
      ],
    },
    {
      name: 'a memoizer of the module',
      code: 'const memo = (fn) => {\n  const cache = new Map()\n  return (text) => {\n    if (!cache.has(text)) cache.set(text, fn(text))\n    return cache.get(text)\n  }\n}\nexport const highlight = memo(toHtml)',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 4, column: 27, endLine: 4, endColumn: 52,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'cache', limit: 1000 },
              output: 'const memo = (fn) => {\n  const cache = new Map()\n  return (text) => {\n    if (!cache.has(text)) {\n      if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n      cache.set(text, fn(text))\n    }\n    return cache.get(text)\n  }\n}\nexport const highlight = memo(toHtml)',
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is asked for its elements first',
      code: 'const known = []\nexport function listen(event) {\n  const el = event.target\n  if (known.indexOf(el) >= 0) return\n  known.push(el)\n}',
      errors: [
        {
          messageId: 'objects', data: { name: 'known', entry: 'el' }, line: 5, column: 3, endLine: 5, endColumn: 17,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'known', limit: 1000 },
              output: 'const known = []\nexport function listen(event) {\n  const el = event.target\n  if (known.indexOf(el) >= 0) return\n  if (known.length >= 1000) known.shift()\n  known.push(el)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a list of objects that is asked elsewhere',
      code: 'const greeted = []\nexport function greet(client) {\n  greeted.push(client)\n}\nexport function leave(client) {\n  if (greeted.includes(client)) send(client)\n}',
      errors: [
        {
          messageId: 'objects', data: { name: 'greeted', entry: 'client' }, line: 3, column: 3, endLine: 3, endColumn: 23,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'greeted', limit: 1000 },
              output: 'const greeted = []\nexport function greet(client) {\n  if (greeted.length >= 1000) greeted.shift()\n  greeted.push(client)\n}\nexport function leave(client) {\n  if (greeted.includes(client)) send(client)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a private field of a class of which one instance lasts, whoever makes others',
      filename: 'f.ts',
      code: 'export class Pages {\n  private byText = new Map<string, Page>()\n  get(text: string) {\n    if (!this.byText.has(text)) this.byText.set(text, make(text))\n    return this.byText.get(text)\n  }\n}\nexport const pages = new Pages()',
      errors: [
        {
          messageId: 'growth', data: { name: 'byText', entry: 'text' }, line: 4, column: 33, endLine: 4, endColumn: 66,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'byText', limit: 1000 },
              output: 'export class Pages {\n  private byText = new Map<string, Page>()\n  get(text: string) {\n    if (!this.byText.has(text)) {\n      if (this.byText.size >= 1000) this.byText.delete(this.byText.keys().next().value!)\n      this.byText.set(text, make(text))\n    }\n    return this.byText.get(text)\n  }\n}\nexport const pages = new Pages()',
            },
          ],
        },
      ],
    },
    {
      name: 'a private field of an instance that the class keeps',
      code: 'export class Pages {\n  static instance = null\n  #byText = new Map()\n  static getInstance() {\n    if (!Pages.instance) Pages.instance = new Pages()\n    return Pages.instance\n  }\n  get(text) {\n    if (!this.#byText.has(text)) {\n      this.#byText.set(text, make(text))\n    }\n  }\n}',
      errors: [
        {
          messageId: 'growth', data: { name: '#byText', entry: 'text' }, line: 10, column: 7, endLine: 10, endColumn: 41,
          suggestions: [
            {
              messageId: 'evict', data: { name: '#byText', limit: 1000 },
              output: 'export class Pages {\n  static instance = null\n  #byText = new Map()\n  static getInstance() {\n    if (!Pages.instance) Pages.instance = new Pages()\n    return Pages.instance\n  }\n  get(text) {\n    if (!this.#byText.has(text)) {\n      if (this.#byText.size >= 1000) this.#byText.delete(this.#byText.keys().next().value)\n      this.#byText.set(text, make(text))\n    }\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'kept by the global object, under a key that is given twice',
      code: 'const cache = (globalThis.pages ??= new Map())\nexport function f(req) {\n  let key = req.originalUrl\n  if (req.own) key = own(req)\n  if (!cache.has(key)) {\n    cache.set(key, make(key))\n  }\n}',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'key' }, line: 6, column: 5, endLine: 6, endColumn: 30,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'cache', limit: 1000 },
              output: 'const cache = (globalThis.pages ??= new Map())\nexport function f(req) {\n  let key = req.originalUrl\n  if (req.own) key = own(req)\n  if (!cache.has(key)) {\n    if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n    cache.set(key, make(key))\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a key made by a function of what inputs bring',
      code: 'const cache = new Map()\nexport function f(text) {\n  const key = createHash("sha1").update(text).digest("hex")\n  if (!cache.has(key)) {\n    cache.set(key, g(text))\n  }\n  return cache.get(key)\n}',
      errors: [
        {
          messageId: 'growth', data: { name: 'cache', entry: 'key' }, line: 5, column: 5, endLine: 5, endColumn: 28,
          suggestions: [
            {
              messageId: 'evict', data: { name: 'cache', limit: 1000 },
              output: 'const cache = new Map()\nexport function f(text) {\n  const key = createHash("sha1").update(text).digest("hex")\n  if (!cache.has(key)) {\n    if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n    cache.set(key, g(text))\n  }\n  return cache.get(key)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a map in a map, whose keys are endless',
      code: 'const byProperty = new Map()\nexport function f(property, text) {\n  if (!byProperty.has(property)) byProperty.set(property, new Map())\n  const inner = byProperty.get(property)\n  if (!inner.has(text)) {\n    inner.set(text, g(text))\n  }\n  return inner.get(text)\n}',
      errors: [{ messageId: 'growth', data: { name: 'byProperty', entry: 'text' }, line: 6, column: 5, endLine: 6, endColumn: 29,
        suggestions: [{ messageId: 'evict', data: { name: 'byProperty', limit: 1000 }, output: 'const byProperty = new Map()\nexport function f(property, text) {\n  if (!byProperty.has(property)) byProperty.set(property, new Map())\n  const inner = byProperty.get(property)\n  if (!inner.has(text)) {\n    if (inner.size >= 1000) inner.delete(inner.keys().next().value)\n    inner.set(text, g(text))\n  }\n  return inner.get(text)\n}' }] }],
    },
    {
      name: 'lists in an object, to which requests add',
      code: "const lists = {}\napp.get('/', (req) => {\n  (lists[req.kind] ||= []).push(req.query)\n})",
      errors: [{ messageId: 'append', data: { name: 'lists', entry: 'req.query' }, line: 3, column: 3, endLine: 3, endColumn: 43, }],
    },
    {
      name: 'sets in a map, made where there was none',
      code: 'const sets = new Map()\nexport function f(kind, text) {\n  let inner = sets.get(kind)\n  if (!inner) {\n    inner = new Set()\n    sets.set(kind, inner)\n  }\n  if (inner.has(text)) return\n  inner.add(text)\n}',
      errors: [{ messageId: 'growth', data: { name: 'sets', entry: 'text' }, line: 9, column: 3, endLine: 9, endColumn: 18,
        suggestions: [{ messageId: 'evict', data: { name: 'sets', limit: 1000 }, output: 'const sets = new Map()\nexport function f(kind, text) {\n  let inner = sets.get(kind)\n  if (!inner) {\n    inner = new Set()\n    sets.set(kind, inner)\n  }\n  if (inner.has(text)) return\n  if (inner.size >= 1000) inner.delete(inner.keys().next().value)\n  inner.add(text)\n}' }] }],
    },
    {
      name: 'what goes out of date and stays, under keys of which nothing is known',
      options: [{ check: 'all' }],
      code: 'const cache = new Map()\nexport async function f(branch) {\n  const now = Date.now()\n  const known = cache.get(branch)\n  if (known && now - known.at < 60000) return known.value\n  const value = await g(branch)\n  cache.set(branch, { value, at: now })\n  return value\n}',
      errors: [{ messageId: 'growth', data: { name: 'cache', entry: 'branch' }, line: 7, column: 3, endLine: 7, endColumn: 40,
        suggestions: [{ messageId: 'evict', data: { name: 'cache', limit: 1000 }, output: 'const cache = new Map()\nexport async function f(branch) {\n  const now = Date.now()\n  const known = cache.get(branch)\n  if (known && now - known.at < 60000) return known.value\n  const value = await g(branch)\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n  cache.set(branch, { value, at: now })\n  return value\n}' }] }],
    },
    {
      name: 'locks that nobody takes out',
      code: 'const locks = new Map()\nexport async function f(eventId) {\n  const before = locks.get(eventId)\n  const mine = g(before)\n  locks.set(eventId, mine)\n  await mine\n}',
      errors: [{ messageId: 'growth', data: { name: 'locks', entry: 'eventId' }, line: 5, column: 3, endLine: 5, endColumn: 27,
        suggestions: [{ messageId: 'evict', data: { name: 'locks', limit: 1000 }, output: 'const locks = new Map()\nexport async function f(eventId) {\n  const before = locks.get(eventId)\n  const mine = g(before)\n  if (locks.size >= 1000) locks.delete(locks.keys().next().value)\n  locks.set(eventId, mine)\n  await mine\n}' }] }],
    },
    {
      name: 'a key that may come from who calls',
      code: "const calls = new Map()\nexport function limit(req, auth, next) {\n  const who = auth ? auth.id : (req.ip || 'nobody')\n  const known = calls.get(who) || []\n  calls.set(who, known.concat(1))\n  next()\n}",
      errors: [{ messageId: 'growth', data: { name: 'calls', entry: 'who' }, line: 5, column: 3, endLine: 5, endColumn: 34,
        suggestions: [{ messageId: 'evict', data: { name: 'calls', limit: 1000 }, output: "const calls = new Map()\nexport function limit(req, auth, next) {\n  const who = auth ? auth.id : (req.ip || 'nobody')\n  const known = calls.get(who) || []\n  if (calls.size >= 1000) calls.delete(calls.keys().next().value)\n  calls.set(who, known.concat(1))\n  next()\n}" }] }],
    },
    {
      name: 'a text that is parsed',
      code: 'const trees = new Map()\nexport function f(source) {\n  const known = trees.get(source)\n  if (known) return known\n  const tree = parse(source)\n  trees.set(source, tree)\n  return tree\n}',
      errors: [{ messageId: 'growth', data: { name: 'trees', entry: 'source' }, line: 6, column: 3, endLine: 6, endColumn: 26,
        suggestions: [{ messageId: 'evict', data: { name: 'trees', limit: 1000 }, output: 'const trees = new Map()\nexport function f(source) {\n  const known = trees.get(source)\n  if (known) return known\n  const tree = parse(source)\n  if (trees.size >= 1000) trees.delete(trees.keys().next().value)\n  trees.set(source, tree)\n  return tree\n}' }] }],
    },
    {
      name: 'in a function that warns of something else',
      options: [{ check: 'all' }],
      code: 'const seeds = new Map()\nexport async function f(userId) {\n  const last = seeds.get(userId)\n  try {\n    if (!last) await g(userId)\n  } catch (error) {\n    console.warn(error)\n  }\n  seeds.set(userId, Date.now())\n}',
      errors: [{ messageId: 'growth', data: { name: 'seeds', entry: 'userId' }, line: 9, column: 3, endLine: 9, endColumn: 32,
        suggestions: [{ messageId: 'evict', data: { name: 'seeds', limit: 1000 }, output: 'const seeds = new Map()\nexport async function f(userId) {\n  const last = seeds.get(userId)\n  try {\n    if (!last) await g(userId)\n  } catch (error) {\n    console.warn(error)\n  }\n  if (seeds.size >= 1000) seeds.delete(seeds.keys().next().value)\n  seeds.set(userId, Date.now())\n}' }] }],
    },
    {
      name: 'several values at once',
      code: "const log = []\napp.get('/', (req, res) => {\n  log.push(req.query, req.headers)\n})",
      errors: [{ messageId: 'append', data: { name: 'log', entry: 'req.query' }, line: 3, column: 3, endLine: 3, endColumn: 35,
        suggestions: [{ messageId: 'evict', data: { name: 'log', limit: 1000 }, output: "const log = []\napp.get('/', (req, res) => {\n  while (log.length >= 1000) log.shift()\n  log.push(req.query, req.headers)\n})" }] }],
    },
    {
      name: 'in another function too, of which nobody can say how much it adds',
      code: "const cache = new Map()\nexport function f(text) {\n  if (!cache.has(text)) cache.set(text, g(text))\n}\nexport function renew(text, kind) {\n  cache.set('kind', kind)\n  cache.set(text, g(text))\n}",
      errors: [{ messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 3, column: 25, endLine: 3, endColumn: 49,
        suggestions: [{ messageId: 'evict', data: { name: 'cache', limit: 1000 }, output: "const cache = new Map()\nexport function f(text) {\n  if (!cache.has(text)) {\n    if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n    cache.set(text, g(text))\n  }\n}\nexport function renew(text, kind) {\n  cache.set('kind', kind)\n  if (cache.size >= 1000) cache.delete(cache.keys().next().value)\n  cache.set(text, g(text))\n}" }] }],
    },
    {
      name: 'twice in one block of an object, whose keys would be declared twice',
      code: 'const cache = {}\nexport function f(text) {\n  if (cache[text]) return\n  cache[text] = g(text)\n  cache[text.trim()] = g(text)\n}',
      errors: [{ messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 4, column: 3, endLine: 4, endColumn: 24, suggestions: [] }],
    },
    {
      name: 'one within the statement of another',
      code: 'const cache = new Map()\nexport function f(text, lines) {\n  if (!cache.has(text)) cache.set(text, lines.map((line) => {\n    cache.set(line, text)\n    return line\n  }))\n}',
      errors: [{ messageId: 'growth', data: { name: 'cache', entry: 'text' }, line: 3, column: 25, endLine: 6, endColumn: 6, suggestions: [] }],
    },
    {
      name: 'what is asked for by its place, which is another when the first goes',
      code: 'const lines = []\nserver.on("request", (request) => {\n  lines.push(request.body)\n})\nexport const read = (id) => lines[id]',
      errors: [{ messageId: 'append', data: { name: 'lines', entry: 'request.body' }, line: 3, column: 3, endLine: 3, endColumn: 27, suggestions: [] }],
    },
    {
      name: 'how many there are names the new one',
      code: 'const lines = []\nserver.on("request", (request) => {\n  const id = lines.push(request.body)\n  request.reply(id)\n})',
      errors: [{ messageId: 'append', data: { name: 'lines', entry: 'request.body' }, line: 3, column: 14, endLine: 3, endColumn: 38, suggestions: [] }],
    },
    {
      name: 'renewed from what it was, which may be what goes',
      options: [{ check: 'all' }],
      code: 'const sent = {}\nserver.on("message", (message) => {\n  if (!sent[message.chatId]) sent[message.chatId] = message.body\n})\nexport function drop(message) {\n  if (sent[message.chatId]) {\n    sent[message.chatId] = sent[message.chatId].filter((one) => one !== message.body)\n  }\n}',
      errors: [{ messageId: 'growth', data: { name: 'sent', entry: 'message.chatId' }, line: 3, column: 30, endLine: 3, endColumn: 65, suggestions: [] }],
    },
    {
      name: 'taken for granted after a wait',
      code: 'const sent = new Map<string, string[]>()\nexport async function f(req: Request) {\n  if (!sent.has(req.body)) sent.set(req.body, [])\n  await send(req)\n  sent.get(req.body)!.push(req.url)\n}',
      filename: 'a.ts',
      errors: [{ messageId: 'growth', data: { name: 'sent', entry: 'req.body' }, line: 3, column: 28, endLine: 3, endColumn: 50, suggestions: [] }],
    },
    {
      name: 'one of two that are added takes the place of the other',
      code: 'const links = new Map()\nexport function link(req) {\n  if (!links.has(req.query.from)) links.set(req.query.from, [])\n  if (!links.has(req.query.to)) links.set(req.query.to, [])\n  links.get(req.query.from).push(req.query.to)\n}',
      errors: [{ messageId: 'growth', data: { name: 'links', entry: 'req.query.from' }, line: 3, column: 35, endLine: 3, endColumn: 64, suggestions: [] }],
    },
    {
      name: 'asked for, or put there, just before it is taken for granted',
      code: 'const seen = new Map()\nexport function f(req) {\n  if (!seen.has(req.query.url)) seen.set(req.query.url, [])\n  seen.get(req.query.url).push(req.body)\n}\nexport function g(req) {\n  if (seen.has(req.query.url)) seen.get(req.query.url).pop()\n  const known = seen.get(req.query.url)\n  return known ? known.length : 0\n}',
      errors: [{ messageId: 'growth', data: { name: 'seen', entry: 'req.query.url' }, line: 3, column: 33, endLine: 3, endColumn: 60,
        suggestions: [{ messageId: 'evict', data: { name: 'seen', limit: 1000 }, output: 'const seen = new Map()\nexport function f(req) {\n  if (!seen.has(req.query.url)) {\n    if (seen.size >= 1000) seen.delete(seen.keys().next().value)\n    seen.set(req.query.url, [])\n  }\n  seen.get(req.query.url).push(req.body)\n}\nexport function g(req) {\n  if (seen.has(req.query.url)) seen.get(req.query.url).pop()\n  const known = seen.get(req.query.url)\n  return known ? known.length : 0\n}' }] }],
    },
  ],
})
