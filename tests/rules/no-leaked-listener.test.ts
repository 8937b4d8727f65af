import * as typescript from '@typescript-eslint/parser'
import * as svelte from 'svelte-eslint-parser'
import vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-leaked-listener.ts'
import { testRule } from '../support/rule-tester.ts'

const jsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }

testRule('no-leaked-listener', rule, {
  valid: [
    {
      name: 'removed by a function that a variable is given later',
      code: "import { onMounted, onBeforeUnmount } from 'vue'\nexport function useWidth(update) {\n  let clean\n  onMounted(() => {\n    const onResize = () => update()\n    window.addEventListener('resize', onResize)\n    clean = () => window.removeEventListener('resize', onResize)\n  })\n  onBeforeUnmount(() => clean?.())\n}",
    },
    {
      name: "emptied before by a preload script's name for it",
      code: "import { useEffect } from 'react'\nexport function Page() {\n  useEffect(() => {\n    window.electron.ipc.removeEventListener('state')\n    window.electron.ipc.on('state', (state) => { show(state) })\n  }, [])\n  return null\n}",
    },
    {
      name: "a function of the program's own that is called as one of Angular's Location is",
      code: "import * as parameters from '@/utils/parameters'\nexport default { name: 'bar', data() { return { tab: null } }, methods: { follow() { parameters.onUrlChange(this.tab) } } }",
    },
    // Released by what the protocol does not know
    ...['bus.dropAll()', "bus.drop('change')", 'bus.leaveAll(this)', 'unlisten(bus, this.onChange)', 'this.detach(this.onChange)'].map((release) => ({
      name: `perhaps taken away by ${release}`,
      code: `import { bus } from './bus'\nexport class Panel extends HTMLElement {\n  connectedCallback() { bus.on('change', this.onChange = () => this.show()) }\n  disconnectedCallback() { ${release} }\n}`,
    })),
    {
      name: 'an element of others, from which the end takes other listeners away, and which is perhaps an own one',
      code: "export class Tip {\n  constructor(anchor) {\n    this.anchor = anchor\n    this.anchor.addEventListener('focus', () => this.show())\n    this.anchor.addEventListener('blur', this.hide)\n  }\n  destroy() {\n    this.anchor.removeEventListener('blur', this.hide)\n  }\n}",
    },
    { name: 'what is asked to be done at the end of a scope, wherever', code: "module.exports = ($rootScope) => {\n  return { onOpen, onClose }\n  function onOpen(callback, scope) {\n    const stop = $rootScope.$on('slider:open', callback)\n    scope.$on('$destroy', stop)\n  }\n  function onClose(callback, scope) {\n    const stop = $rootScope.$on('slider:close', callback)\n    scope.$on('$destroy', stop)\n  }\n}" },
    { name: "the directive's own element", filename: 'a.ts', code: "import { Directive, ElementRef } from '@angular/core'\n@Directive({ selector: '[inView]' })\nexport class InView {\n  constructor(private el: ElementRef) {}\n  ngOnInit() { this.el.nativeElement.addEventListener('scroll', () => this.look()); this.el.nativeElement.addEventListener('wheel', this.look) }\n  ngOnDestroy() { this.el.nativeElement.removeEventListener('wheel', this.look) }\n}" },
    { name: 'what a class of a package made, and ends', code: "import { Map as LeafletMap } from 'react-leaflet'\nexport class EnhancedMap extends LeafletMap {\n  componentDidMount() { super.componentDidMount(); this.leafletElement.on('zoomend', (e) => this.zoomed(e)); this.leafletElement.on('click', this.clicked) }\n  componentWillUnmount() { this.leafletElement.off('click', this.clicked); super.componentWillUnmount() }\n}" },
    { name: 'a namespaced event, after what was there for it is taken off', code: "import $ from 'jquery'\nimport { useEffect } from 'react'\nexport function Plot({ kind }) {\n  useEffect(() => {\n    $(window).off('resize.plot')\n    $(window).on('resize.plot', () => fit(kind))\n  }, [kind])\n}" },
    { name: 'an element that is perhaps another one by the time of the end', filename: 'a.tsx', code: "class Picker extends React.Component {\n  componentDidMount() { document.getElementById(INPUT).addEventListener('focus', this.pause) }\n  componentWillUnmount() { document.getElementById(INPUT).addEventListener('focus', this.pause) }\n  render() { return <input id={INPUT} /> }\n}" },
    { name: 'the sound of a module, which plays another each time', filename: 'Sound.vue', languageOptions: { parser: vue }, code: "<script setup>\nimport { onMounted } from 'vue'\nimport player from './player'\nonMounted(() => { player.play(); const sound = player.audio; sound.addEventListener('ended', () => stop()) })\n</script>" },
    { name: 'an object that listens, and is taken away as one', code: "class Screencast {\n  constructor(page) { this.page = page; this.page.hub.addListener(this, this.page.context) }\n  stop() { this.page.hub.removeListener(this) }\n  dispose() { this.page.hub.off('frame', this.draw); this.stop() }\n}" },
    { name: 'added once more to itself, which goes', code: "class Item extends HTMLElement {\n  connectedCallback() { this.addEventListener('pick', this.pick) }\n  disconnectedCallback() { this.addEventListener('pick', this.pick) }\n}" },
    { name: 'a name that the function has for itself', filename: 'a.tsx', code: "import { useCallback } from 'react'\nexport function Track({ move }) {\n  const onDown = () => {\n    const onUp = function onUp() { move(); document.removeEventListener('pointerup', onUp) }\n    document.addEventListener('pointerup', onUp)\n  }\n  return <div onPointerDown={onDown} />\n}" },
    { name: 'what data makes for the component itself', filename: 'share.vue', code: "export default {\n  name: 'share',\n  data() { return { player: new Player() } },\n  mounted() { this.player.on('stop', this.stop.bind(this)) },\n  beforeDestroy() { this.player.off('stop', this.stop.bind(this)) },\n  methods: { stop() {} },\n}" },
    { name: 'what the end destroys with all its listeners', code: "class Share {\n  constructor(player) { this.player = player; this.player.on('stop', () => this.stop()); this.player.on('play', this.play) }\n  destroy() { this.player.off('play', this.play); this.player.destroy() }\n}" },
    { name: 'a helper with a cleanup of its own', filename: 'a.tsx', code: "import { onCleanup } from 'solid-js'\nexport const onScroll = (callback) => {\n  window.addEventListener('scroll', callback)\n  onCleanup(() => window.removeEventListener('scroll', callback))\n}\nexport function Top() { onScroll(() => draw()); return <div /> }" },
    { name: 'a wait for the document', code: "export function ready() {\n  return new Promise((resolve) => {\n    document.addEventListener('readystatechange', () => { if (document.readyState === 'complete') resolve(true) })\n  })\n}" },
    { name: 'what is given to the program, read to its end', code: "export const read = () => new Promise((resolve) => {\n  process.stdin.on('end', () => resolve(text))\n})" },
    { name: 'the end of an element, which comes once', code: "angular.module('grid').directive('row', () => ({\n  link($scope, $elm) {\n    const select = () => {}\n    $elm.on('click', select)\n    $scope.$on('$destroy', () => $elm.off('click', select))\n    $elm.on('$destroy', stop)\n  },\n}))" },
    { name: 'a stream of events that a function opens for a request, until its end', code: "import { bus } from './bus.js'\nfunction open(request, response) {\n  function send(value) { response.write(value) }\n  bus.on('change', send)\n  response.on('close', function () { bus.removeListener('change', send) })\n}\nrouter.get('/changes', (request, response) => { open(request, response) })" },
    { name: 'what a store does when the first of its components is mounted', code: "import { onMounted, onUnmounted } from 'vue'\nimport { defineStore } from 'pinia'\nexport const useTalk = defineStore('talk', () => {\n  const title = () => {}\n  onMounted(() => { window.addEventListener('title', () => title()) })\n  onUnmounted(() => stop())\n  return { title }\n})" },
    { name: 'a setter that the end comes to', code: "function Text() { this._font = null }\nObject.defineProperty(Text.prototype, 'font', { set: function (value) { if (this._font) this._font.off('render', this.draw, this); this._font = value; if (value) this._font.on('render', this.draw, this) } })\nObject.assign(Text.prototype, { draw() {}, destroy() { this.font = null } })\nfunction Label() { this._font = null }\nObject.defineProperties(Label.prototype, { face: { set: function (value) { if (this._font) this._font.off('render', this.draw, this); this._font = value; if (value) this._font.on('render', this.draw, this) } } })\nObject.assign(Label.prototype, { draw() {}, destroy() { this.face = null } })" },
    { name: 'ends of another, and of what a prototype is not given', code: "function Menu() { window.addEventListener('resize', () => this.layout()) }\nObject.assign(List.prototype, { destroy() { this.element = null } })\nfunction Pane() { window.addEventListener('resize', () => this.layout()) }\nPane.prototype = make({ base: Pane.prototype, other: { destroy() { this.element = null } } })" },
    { name: 'what the end removes that is copied to the prototype', code: "function Menu() { this.onResize = () => this.layout(); window.addEventListener('resize', this.onResize) }\nMenu.prototype = Object.assign(Object.create(Base.prototype), { layout() {}, destroy() { window.removeEventListener('resize', this.onResize) } })" },
    { name: 'a place that is emptied first, so that it holds one', code: "import { onMounted } from 'vue'\nimport { ipc } from './ipc'\nexport function useState(show) { onMounted(() => { ipc.removeAllListeners('state'); ipc.on('state', (now) => show(now)) }) }" },
    { name: 'a release of all by a key', code: "import { Component } from 'react'\nimport { Keys } from './keys'\nexport class Board extends Component {\n  componentDidMount() { Keys.addListener('a', () => this.draw()) }\n  componentWillUnmount() { Keys.removeListeners('a') }\n}" },
    { name: 'a store, which is set up once', code: "import { defineStore } from 'pinia'\nimport { ref } from 'vue'\nexport const useNetwork = defineStore('network', () => { const online = ref(true); window.addEventListener('online', () => { online.value = true }); return { online } })" },
    { name: 'what a text that is put together may name', code: "export class A { constructor(id) { $(document).on('click.a-' + id, () => this.draw()) } destroy() { $(document).off('.a-' + this.id) } }\nexport class B { constructor(id) { $(document).on('click.b-' + id, () => this.draw()) } destroy() { $(document).off('click' + this.space) } }\nexport class C { constructor(id) { $(document).on('click.c-' + id, () => this.draw()) } destroy() { $(document).off(`keyup.c-${this.id} click.c-${this.id}`) } }" },
    { name: 'one function for all instances, in a script of old', code: "(function (window) { function onResize() {}\nfunction Menu() { window.addEventListener('resize', onResize) }\nMenu.prototype.destroy = function () { this.element = null }\nwindow.Menu = Menu })(window)" },
    { name: 'a flag on the window, which is a parameter', code: "(function (window) { function Menu() { if (window.heard) return; window.heard = true; window.addEventListener('resize', () => this.layout()) }\nMenu.prototype.destroy = function () { this.element = null }\nwindow.Menu = Menu })(window)" },
    { name: 'a window that is not always the same', code: "const start = function (window) { class Menu { constructor() { window.addEventListener('resize', () => this.layout()) } destroy() {} } window.Menu = Menu }\nstart(frame.contentWindow)\n;(function (page) { page = page.frames[0]; class List { constructor() { page.addEventListener('resize', () => this.layout()) } destroy() {} } self.List = List })(window)" },
    { name: 'the element that has the focus, of a document that is a parameter', code: "(function (document) { class Menu { constructor() { document.activeElement.addEventListener('blur', () => this.close()) } destroy() {} } self.Menu = Menu })(document)" },
    { name: 'an element that puts its methods on the window, and so is one', code: "import { LitElement } from 'lit'\nclass Shell extends LitElement { constructor() { super(); window.openMenu = (name) => this.open(name); window.addEventListener('blur', () => this.close()) } open() {} close() {} }\ncustomElements.define('x-shell', Shell)" },
    { name: 'an end in a field, which the maker calls', code: "import { LitElement } from 'lit'\nexport class Popup extends LitElement { constructor() { super(); const onKey = () => this.close(); document.addEventListener('keyup', onKey); this.finish = () => { document.removeEventListener('keyup', onKey) } } close() {} static open(Kind) { const popup = new Kind(); popup.addEventListener('done', () => { popup.finish(); popup.remove() }) } }" },
    { name: "a bus of the program's own, which takes away by another name", code: "import bus from './bus'\nexport class Room extends React.Component { componentDidMount() { bus.addEventListener('left', this.leave) } leave = () => this.close(); componentWillUnmount() { bus.removeListener('left', this.leave) } }" },
    { name: 'one of two listeners, chosen again where it is removed', filename: 'menu.vue', code: "import { onBeforeUnmount } from 'vue'\nfunction open() { const move = props.fast ? moveFast : moveSlowly; window.addEventListener('resize', move) }\nfunction close() { const move = props.fast ? moveFast : moveSlowly; window.removeEventListener('resize', move) }\nonBeforeUnmount(() => close())\nfunction moveFast() {}\nfunction moveSlowly() {}" },
    { name: 'what is heard during a drag that the template starts and ends', filename: 'shell.vue', code: "export default {\n  name: 'pane',\n  data() { return {} },\n  methods: {\n    start() { document.addEventListener('pointermove', this.drag) },\n    stop() { document.removeEventListener('pointermove', this.drag) },\n    drag() {},\n  },\n  beforeUnmount() {},\n}" },
    { name: 'what the other end of a gesture removes', filename: 'chart.vue', code: "function zoom(u) {\n  function move() {}\n  u.over.addEventListener('down', () => { document.addEventListener('scroll', move) })\n  u.over.addEventListener('up', () => { document.removeEventListener('scroll', move) })\n}\nexport default { name: 'chart', data() { return {} }, mounted() { zoom(this.u) }, beforeUnmount() {} }" },
    { name: 'a component of which its file says that there is one', filename: 'GlobalListeners.vue', code: "export default { name: 'listeners', data() { return {} }, mounted() { window.addEventListener('storage', () => this.load()) }, methods: { load() {} } }" },
    { name: 'a mock of tests, by its folder', code: "export class Media { constructor() { window.addEventListener('resize', () => this.match()) } destroy() {} }", filename: 'test/mocks/media.ts' },
    { name: 'a flag of the module where its function is called', code: "let isReady = false\nconst listen = () => { navigator.serviceWorker.addEventListener('message', (event) => save(event)) }\nexport const useCache = () => { if (!isReady) { isReady = true; listen() } }" },
    { name: 'the room of the provider above', code: "import { useEffect } from 'react'\nimport { useRoomContext } from 'rooms'\nexport function Stage() { const room = useRoomContext(); useEffect(() => { room.addListener('joined', (one) => greet(one)) }, []); return <b /> }", ...jsx },
    { name: 'the end of what is given, when asked for', code: "function consume(stream, own) { return new Promise((resolve, reject) => { stream.on('error', reject).on('close', () => reject(own)) }) }", options: [{ check: 'all' }] },
    { name: "the listener object under another name of this", code: "export const Drag = { start() { const self = this; self.timer = 0; document.addEventListener('drop', self) }, stop() { document.removeEventListener('drop', this) } }\nfunction List() {}\nList.prototype = { start() { var _this = this; document.addEventListener('drop', _this) }, stop() { document.removeEventListener('drop', this) }, destroy() { this.stop() } }" },
    { name: "a layer of its own, by Leaflet's helper", code: "import { DomEvent } from 'leaflet'\nexport default {\n  name: 'heat',\n  mounted() { this.layer = L.heatLayer(this.points); DomEvent.on(this.layer, this.$listeners) },\n}" },
    { name: 'a method of options that nobody gives them, which adds nothing', code: "export default {\n  name: 'bar',\n  mounted() { window.addEventListener('resize', this.handleResize) },\n  methods: { ...mapActions(['save']), draw() { return [...this.list, ...arguments] } },\n}" },
    { name: 'an element of its own, by a reference', filename: 'a.jsx', code: "export class Page extends Component {\n  componentDidMount() { this.frame.addEventListener('scroll', throttle(this.update, 100)) }\n  componentWillUnmount() { this.frame.removeEventListener('mousemove', this.pick) }\n  render() { return <div ref={(element) => this.frame = element} onClick={() => this.frame.addEventListener('mousemove', this.pick)} /> }\n}" },
    { name: 'what is taken away right after what may fail', code: "import { onMount } from 'svelte'\nimport { ask } from './ask'\nexport function useAnswers() {\n  const load = async () => {\n    const onScroll = () => { moved = true }\n    window.addEventListener('scroll', onScroll)\n    try { await ask() } catch (error) { console.error(error) }\n    window.removeEventListener('scroll', onScroll)\n  }\n  onMounted(() => { load() })\n}" },
    { name: 'a bus of its own that has another word for it', code: "import { actions } from './actions'\nexport class Form extends React.Component {\n  componentDidMount() { actions.addListener('failed', this.show) }\n  componentWillUnmount() { actions.deleteListener('failed', this.show) }\n}" },
    { name: 'all listeners of an event of a bus', code: "import { bus } from './bus'\nexport function Pairing() {\n  useEffect(() => {\n    const fail = () => show('failed')\n    bus.addEventListener('failure', fail)\n    return () => { bus.removeAllEventListeners('failure') }\n  }, [])\n}" },
    { name: 'all listeners of an event, by a bridge of the own program', code: "export class Pane extends React.Component { componentDidMount() { window.bridge.addEventListener('redo', () => this.redo()) } componentWillUnmount() { window.bridge.removeAllListeners('redo') } render() { return null } }" },
    { name: 'what a static method of the name gives, asked on', code: "import Holder from './holder'\nexport class Command extends React.Component { componentDidMount() { this.sub = Holder.on(this.props.target).observe((target) => this.register(target)) } componentWillUnmount() { this.sub.dispose() } render() { return null } }" },
    { name: 'an owner with which the window closes', code: "export class Frame { constructor() { window.addEventListener('unhandledrejection', (event) => this.report(event)) } destroy() { window.close() } }" },
    { name: 'a menu that can only be closed, of which there may be one', code: "export class Menu { constructor() { document.addEventListener('click', () => this.close()) } close() { this.element = null } }" },
    { name: 'the end of the process, heard by a class that ends', code: "export class Worker { fork() { const child = start(); process.on('exit', () => child.disconnect()); process.on('SIGINT', () => child.disconnect()); return child } dispose() { this.child.kill() } }" },
    { name: 'a private teardown, by which the instance makes place for the next', code: "export class Types { constructor() { window.bridge.addEventListener('changed', () => this.load()) } load() { this.dispose() } private dispose(): void { this.last?.dispose() } }" },
    { name: 'the node of an action, and one function for it', code: "export function reorder(node) { function onMove(event) { draw(event) } function start() { node.addEventListener('touchmove', onMove) } node.addEventListener('touchstart', start); return { destroy() { node.removeEventListener('mousemove', onMove) } } }" },
    { name: 'an element by an id, which may be gone with the component', code: "import { useEffect } from 'react'\nexport function Help() { useEffect(() => { document.getElementById('submit').addEventListener('focus', () => hide()) }); return <b /> }", ...jsx },
    { name: 'what the host of a plugin hands down', code: "import { useEffect } from 'react'\nexport function Panel({ context }) { useEffect(() => { context.on('change', (state) => show(state)) }, [context]); return <b /> }", ...jsx },
    { name: 'what the provider above made', code: "import { useEffect } from 'react'\nimport { useCarouselApi } from './carousel'\nexport function Index() { const api = useCarouselApi(); useEffect(() => { api.on('select', () => show(api)) }, [api]); return <b /> }", ...jsx },
    { name: 'a provider, of which there is one', code: "import { useEffect } from 'react'\nexport function ThemeProvider({ children }) { useEffect(() => { window.addEventListener('storage', () => read()) }, []); return <b>{children}</b> }", ...jsx },
    { name: 'a file of tests', code: "import { bus } from './bus'\ndescribe('bus', () => { class Panel { constructor() { bus.on('change', () => this.draw()) } destroy() {} }; it('draws', () => new Panel()) })" },
    { name: 'a listener of a mixin of Vue\'s, whose users call both', code: "export const Handlers = Vue.extend({\n  methods: {\n    register(bindings) { bindings.forEach(({ event, handler }) => this.$root.$on(event, handler)) },\n    unregister(bindings) { bindings.forEach(({ event, handler }) => this.$root.$off(event, handler)) }\n  }\n})" },
    { name: 'the end of a drag, which the page tells of', code: "export default {\n  name: 'Slider',\n  data() { return {} },\n  methods: {\n    down() { this.listen() },\n    listen() { document.addEventListener('mousemove', this.move); document.addEventListener('mouseup', this.up) },\n    move() {},\n    up() { this.leave() },\n    leave() { document.removeEventListener('mousemove', this.move); document.removeEventListener('mouseup', this.up) }\n  }\n}" },
    { name: 'a listener of a signal of its own', code: "export class A { constructor() { this.controller.signal.addEventListener('abort', () => this.f()) } controller = new AbortController(); destroy() { this.controller.abort() } }" },
    { name: 'a constructor function that gives itself its end, which removes', code: "function Calendar() {\n  var t = this\n  t.destroy = destroy\n  $(document).bind('dragstart', onStart)\n  function destroy() { $(document).unbind('dragstart', onStart) }\n  function onStart() {}\n}\nexport default Calendar" },
    { name: 'a bus that takes the function alone', code: "import { history } from './history'\nexport class Panel { constructor() { history.on('change', this.draw) } draw() {} destroy() { history.off(this.draw) } }" },
    { name: 'what ends with the owner', code: "export class Source { set style(value) { this._style?.off('change', this.draw, this); this._style = value; this._style?.on('change', this.draw, this) } draw() {} destroy() { if (this._style) { this._style.destroy(); this._style = null } } }" },
    { name: 'a controller of Stimulus', code: "import { Controller } from '@hotwired/stimulus'\nexport default class extends Controller { connect() { this.onResize = () => this.layout(); window.addEventListener('resize', this.onResize) } disconnect() { window.removeEventListener('resize', this.onResize) } }" },
    { name: 'a directive that keeps its listener with the element', code: "export const outside = { mounted(el, binding) { el.onOutside = (event) => binding.value(event); document.addEventListener('click', el.onOutside) }, unmounted(el) { document.removeEventListener('click', el.onOutside) } }" },
    { name: 'a directive that listens to its element', code: "export const outside = { mounted(el, binding) { el.addEventListener('click', (event) => binding.value(event)) } }" },
    { name: 'a stream that takes its listener back', code: "import { bus } from './bus'\nexport function GET() { let send; return new Response(new ReadableStream({ start(controller) { send = (data) => controller.enqueue(data); bus.on('update', send) }, cancel() { bus.off('update', send) } })) }" },
    { name: 'a stream whose request takes its listener back', code: "import { bus } from './bus'\nexport function GET(request) { return new Response(new ReadableStream({ start(controller) { const send = (data) => controller.enqueue(data); bus.on('update', send); request.signal.addEventListener('abort', () => bus.off('update', send)) } })) }" },
    { name: 'a handler of requests that listens until they are closed', code: "import { bus } from './bus'\nexport default function handler(req, res) { const send = (data) => res.write(data); bus.on('update', send); req.on('close', () => bus.off('update', send)); res.on('finish', () => log(req)) }" },
    { name: 'the root scope, whose answer is kept', code: "function Menu($scope, $rootScope) { const off = $rootScope.$on('login', () => $scope.load()); $scope.$on('$destroy', off) }" },
    { name: 'a class that disconnects by itself, for nobody else', code: "export class Connection { constructor() { window.addEventListener('online', () => this.connect()) } private disconnect(): void { this.socket.close() } }" },
    { name: 'a helper that is given the page first, and takes the bound function back', code: "export class Player {\n  open() {\n    Events.on(document, 'keydown', Fn.bind(this, this.onKey))\n  }\n  dispose() {\n    Events.off(document, 'keydown', Fn.bind(this, this.onKey))\n  }\n}" },
    { name: "what a helper added, taken away by the page's own method", code: "export class Map { onAdd() { L.DomEvent.on(window, 'resize', this.draw, this) } remove() {} destroy() { window.removeEventListener('resize', this.draw) } }" },
    { name: 'a delegating helper that is given a selector', code: "export class Map { constructor() { on(document, '.item', 'click', () => this.open()) } destroy() {} }" },
    { name: 'a helper whose answer is kept', code: "export class Map { constructor() { this.off = on(window, 'resize', () => this.draw()) } destroy() { this.off() } }" },
    { name: 'what a controller hears of its own scope and element, when asked for', code: "function link($scope, element) { $scope.$on('draw', () => $scope.draw()); element.on('click', () => $scope.open()); $scope.$on('$destroy', () => $scope.stop()) }", options: [{ check: 'all' }] },
    { name: 'a setter that the end calls with nothing', code: "export class Texture { setSource(value) { if (this.source) this.source.off('resize', this.update, this); this.source = value; value?.on('resize', this.update, this) } destroy() { this.setSource(null) } }" },
    { name: 'a function that a hook only wraps', code: "import { bus } from './bus'\nfunction onKey() { bus.on('a', () => f()) }\nexport function Files() { const key = useCallback(onKey, []); return <b onClick={key} /> }", ...jsx },
    { name: 'a field that holds what the class made itself, when asked for', code: "export class Condition extends EventEmitter { constructor() { super(); this.manager = new Manager(); this.manager.on('telemetry', this.onTelemetry, this) } destroy() {} }", options: [{ check: 'all' }] },
    { name: "a `Component` of the program's own, which calls its end", code: "import Component from './component.js'\nimport { bus } from './bus'\nexport class Button extends Component { enable() { bus.on('press', this.press) } constructor() { super(); bus.on('a', this.a) } dispose() { this.off() } off() { bus.off('press', this.press); bus.off('a', this.a) } }" },
    { name: "a window of Electron's main process, which wraps ipcMain", code: 'import * as ipcMain from "./ipc-main"; export class MainWindow { constructor() { ipcMain.on("ready", () => this.show()) } destroy() { this.window.close() } }' },
    { name: 'a bin for what ends it, given to the call', code: "import { bus } from './bus'; export class Line { disposables = []; constructor() { bus.on('redraw', () => this.draw(), this, this.disposables) } dispose() { for (const one of this.disposables) one.dispose() } }" },
    { name: 'a wait for Electron, which is ready once', code: "import { app } from 'electron'; export function init() { return new Promise((resolve) => { app.on('ready', () => { open(); resolve() }) }) }" },
    { name: 'what the program has once, by its name', code: "import React from 'react'\nexport class GlobalState extends React.Component { componentDidMount() { window.addEventListener('online', () => this.setState({ online: true })) } render() { return null } }" },
    { name: 'the socket that a connection is given, and may end', code: "export class Connection extends EventEmitter { constructor(socket) { super(); this.socket = socket; this.socket.on('close', () => this.emit('close')) } destroy() { this.emit('end') } }", options: [{ check: 'all' }] },
    { name: 'what a handler of requests is given with them', code: "export function onSend(req, reply, payload, done) { payload.on('error', (error) => reply.log.error(error)); done() }", options: [{ check: 'all' }] },
    { name: 'what a promise answers', code: "export class Pool { constructor() { connect(this.options).then((connection) => { connection.on('pinned', (type) => this.emit(type)) }) } close() {} destroy() {} }", options: [{ check: 'all' }] },
    { name: 'a manager of listeners, which lets go of all', code: "export class Player { constructor() { this.events = new EventManager(); this.events.listen(document, 'fullscreenchange', () => this.resize()) } destroy() { this.events.release() } }" },
    { name: 'one of a function', code: "export function open(view) { const events = new Events(); events.on(window, 'resize', () => view.resize()); return { destroy() { events.removeAll() } } }" },
    { name: 'a wait for the end of the process', code: "export const stopped = () => new Promise((resolve) => { process.once('SIGINT', () => resolve()) })" },
    { name: "a window of Electron's main process", code: 'import { ipcMain } from "electron"; export class MainWindow { constructor() { ipcMain.on("ready", () => this.show()) } destroy() { this.window.close() } }' },
    { name: 'a listener that is removed before it is added again', code: 'import { bus } from "./bus"; function onKey(e) { if (e.key === "x") toggle() } function toggle() { if (menu.open) { bus.off("key", onKey); menu.close() } else if (ready) { menu.show() } bus.off("key", onKey); bus.on("key", onKey) } button.on("click", toggle)' },
    { name: 'a return before anything is added', code: 'import { useEffect } from "react"; export function Panel({ id }) { useEffect(() => { if (!id) return; const onResize = () => draw(id); window.addEventListener("resize", onResize); return () => window.removeEventListener("resize", onResize) }, [id]) }' },
    { name: 'a return behind a removal', code: 'import { useEffect } from "react"; export function Panel({ id }) { useEffect(() => { const onResize = () => draw(id); window.addEventListener("resize", onResize); if (!id) { window.removeEventListener("resize", onResize); return } return () => window.removeEventListener("resize", onResize) }, [id]) }' },
    { name: 'the disposer of a helper, which its caller keeps', code: 'function listen(f) { window.addEventListener("resize", f); return () => window.removeEventListener("resize", f) } export class Panel { start() { this.stop = listen(() => this.draw()) } destroy() { this.stop() } }' },
    { name: 'a helper that adds the same listener each time', code: 'function listen(f) { window.addEventListener("resize", f) } function draw() {} export class Panel extends HTMLElement { connectedCallback() { listen(draw) } }' },
    { name: 'the signal of a controller of the call', code: 'export const untilDone = (job) => new Promise((resolve, reject) => { const own = new AbortController(); own.signal.addEventListener("abort", () => reject(job)); job.done.then(resolve) })' },
    // What a call answers with may be the same each time
    "import { useEffect } from 'react'\nimport { shortcuts } from './shortcuts'\nfunction A({ list }) { useEffect(() => { shortcuts.on(list, getOptions()); return () => shortcuts.off(list, getOptions()) }, []) }",
    // Once for the program
    "window.addEventListener('resize', () => draw())",
    "process.on('SIGINT', () => server.close())",
    "function main() { process.on('exit', () => flush()) } main()",
    "class Store { constructor() { window.addEventListener('storage', () => this.read()) } destroy() {} } export const store = new Store()",
    "class Store { static instance; static getInstance() { return (Store.instance ??= new Store()) } constructor() { window.addEventListener('storage', () => this.read()) } destroy() {} }",
    "class A { static { window.addEventListener('a', () => f()) } destroy() {} }",
    'let started = false\nclass A { start() { if (started) return; started = true; window.addEventListener("a", () => f()) } destroy() {} }',
    "import { useEffect } from 'react'\nfunction App() { useEffect(() => { window.addEventListener('resize', () => f()) }, []) }",
    "new Vue({ el: '#app', data: {}, mounted() { window.addEventListener('resize', () => this.f()) } })",
    "class AppMain extends HTMLElement { connectedCallback() { window.addEventListener('resize', () => this.f()) } }",
    "import { defineStore } from 'pinia'\nimport { ref } from 'vue'\nimport { bus } from './bus'\nexport const useTags = defineStore('tags', () => { bus.on('a', () => f()) })",
    { code: "import { useEffect } from 'react'\nfunction Popout() { useEffect(() => { document.addEventListener('drop', (e) => f(e)) }, []); return <b /> }\nReactDOM.render(<Popout />, root)", ...jsx },
    { code: "export default { name: 'marktext', components: {}, created() { window.addEventListener('dragover', (e) => f(e)) } }", filename: 'src/pages/app.vue' },
    "class Worker { constructor() { process.once('exit', () => this.cleanup()) } cleanup() {} }",
    "class Service { open() { window.addEventListener('beforeunload', () => this.close()) } close() {} }",
    // How often is unknown
    "export function setup() { window.addEventListener('resize', () => f()) }",
    "export class Page { constructor() { window.addEventListener('resize', () => this.f()) } }",
    "class Server { start() { process.on('SIGINT', () => this.stop()) } stop() {} }",
    "class Sessions { constructor() { window.addEventListener('a', () => this.f()) } destroy(id) {} }",
    // The holder lives no longer, or nobody knows
    'class A { constructor() { this.emitter = new EventEmitter(); this.emitter.on("a", () => this.f()) } destroy() {} }',
    "class A extends HTMLElement { connectedCallback() { this.addEventListener('click', () => this.f()) } }",
    "class A { constructor(bus) { bus.on('a', () => this.f()) } destroy() {} }",
    "import { useEffect } from 'react'\nfunction A({ el }) { useEffect(() => { el.addEventListener('a', () => f()) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const ws = new WebSocket(url); ws.addEventListener('open', () => f()); return () => ws.close() }, []) }",
    "function f(window) { class A { constructor() { window.addEventListener('a', () => f()) } destroy() {} } }",
    "function send() { const process = spawn(); return new Promise((resolve) => { process.on('exit', () => resolve()) }) }",
    // A part of what is handed down whose name says that it changes, or that is released
    "export default { inject: ['app'], props: [], mounted() { this.app.current.on('a', this.f) }, methods: { f() {} } }",
    "export default { inject: ['app'], props: [], mounted() { this.other.clock.on('a', this.f) }, methods: { f() {} } }",
    "export default { inject: ['app'], props: [], mounted() { this.app.clock.on('a', this.f) }, beforeUnmount() { this.app.clock.off('a', this.f) }, methods: { f() {} } }",
    "import { useContext, useEffect } from 'react'\nfunction A() { const app = useContext(App); useEffect(() => { app.selected.on('a', () => f()) }, []) }",
    // jQuery: the namespace, the event or the listener
    "export class A { constructor() { $(document).on('click.menu', () => this.f()) } destroy() { $(document).off('.menu') } }",
    "export class A { constructor() { $(document).on('click.menu', () => this.f()) } destroy() { $(document).off('click') } }",
    "export class A { constructor() { $(this.node).on('click', () => this.f()) } destroy() {} }",
    "export class A { constructor() { $(document).on('click', '.item', () => this.f()) } destroy() { $(document).off('click', '.item') } }",
    "export class A { constructor() { $(document).on('click', '.item', this.f) } f() {} destroy() { $(document).off('click', '.item', this.f) } }",
    "export class A { constructor() { $(document).bind('a', this.f).bind('b', this.f) } f() {} destroy() { $(document).unbind('a', this.f).unbind('b', this.f) } }",
    "export class A { constructor() { this.f = this.f.bind(this, 1) } f() {} destroy() {} }",
    // Released by the owner
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const f = () => g(); window.addEventListener('a', f); return () => window.removeEventListener('a', f) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const f = () => g(); window.addEventListener('a', f); function stop() { window.removeEventListener('a', f) } return stop }, []) }",
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() { useEffect(() => bus.on('a', () => f()), []) }",
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() { useEffect(() => { const off = bus.on('a', () => f()); return off }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const c = new AbortController(); window.addEventListener('a', () => f(), { signal: c.signal }); return () => c.abort() }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { window.addEventListener('a', () => f(), { once: true }) }, []) }",
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() { useEffect(() => { bus.once('ready', () => f()) }, []) }",
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() { useEffect(() => { const f = (x) => { if (x) bus.off('a', f) }; bus.on('a', f) }, []) }",
    "import { useCallback, useEffect } from 'react'\nfunction A() { const f = useCallback(() => {}, []); const add = () => window.addEventListener('a', f); const remove = useCallback(() => window.removeEventListener('a', f), [f]); useEffect(() => { add(); return remove }, []) }",
    "class A { constructor() { this.f = this.f.bind(this); window.addEventListener('a', this.f) } f() {} destroy() { this.unlisten() } unlisten() { window.removeEventListener('a', this.f) } }",
    "class A { constructor() { window.addEventListener('a', this.#f) } #f = () => {}; [Symbol.dispose]() { window?.removeEventListener('a', this.#f) } }",
    "class A { f = () => {}; constructor() { for (const e of events) window.addEventListener(e, this.f) } destroy() { for (const e of events) window.removeEventListener(e, this.f) } }",
    "class A extends React.Component { constructor() { this.on = debounce(() => {}, 9) } componentDidMount() { window.addEventListener('a', this.on) } componentWillUnmount() { const { on } = this; window.removeEventListener('a', on) } }",
    "class A extends HTMLElement { connectedCallback() { document.addEventListener('keydown', this) } disconnectedCallback() { document.removeEventListener('keydown', this) } handleEvent() {} }",
    "class A { f = () => {}; cleanups = []; constructor() { window.addEventListener('a', this.f); this.cleanups.push(() => window.removeEventListener('a', this.f)) } destroy() { this.cleanups.forEach((f) => f()) } }",
    "export default { props: [], mounted() { window.addEventListener('a', this.f) }, beforeUnmount() { window.removeEventListener('a', this.f) }, methods: { f() {} } }",
    "export default { props: [], mounted() { window.addEventListener('a', this.f); this.$once('hook:beforeDestroy', () => window.removeEventListener('a', this.f)) }, methods: { f() {} } }",
    "import { onMounted, onUnmounted } from 'vue'\nexport function useSize() { const f = () => {}; onMounted(() => window.addEventListener('a', f)); onUnmounted(() => window.removeEventListener('a', f)) }",
    "import { onMount } from 'svelte'\nexport function size() { onMount(() => { const f = () => {}; window.addEventListener('a', f); return () => window.removeEventListener('a', f) }) }",
    "export function create() { const f = () => {}; window.addEventListener('a', f); return { destroy() { window.removeEventListener('a', f) } } }",
    "import { bus } from './bus'\nserver.on('connection', (socket) => { const f = () => socket.write('x'); bus.on('a', f); socket.on('close', () => bus.off('a', f)) })",
    "function next() { return new Promise((resolve) => { const f = (m) => { process.off('message', f); resolve(m) }; process.on('message', f) }) }",
    // Only while something goes on
    "class A extends React.Component { down = () => { window.addEventListener('mousemove', this.move); window.addEventListener('mouseup', this.up) }; up = () => { window.removeEventListener('mousemove', this.move); window.removeEventListener('mouseup', this.up) }; move = () => {} }",
    "import { useCallback } from 'react'\nfunction A() { const down = useCallback(() => { const move = () => {}; const up = () => { document.removeEventListener('mousemove', move); document.removeEventListener('mouseup', up) }; document.addEventListener('mousemove', move); document.addEventListener('mouseup', up) }, []); return down }",
    // The same function again is not added again
    "import { useEffect } from 'react'\nfunction f() {}\nfunction A() { useEffect(() => { window.addEventListener('a', f) }, []) }",
    "class A { constructor() { window.addEventListener('a', this.f) } f() {} destroy() {} }",
    // A mixin: who uses it, the file does not show
    "export default { data() {}, created() { window.addEventListener('resize', this.f) }, methods: { f() {} } }",
    // Comes once
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { window.addEventListener('load', () => f()) }, []) }",
    "import { useEffect } from 'react'\nimport { ONE_TIME_PASSIVE } from './options'\nfunction A() { useEffect(() => { window.addEventListener('click', () => f(), ONE_TIME_PASSIVE) }, []) }",
    "socket.addEventListener('message', ({ data }) => { if (data.type === 'connected') process.on('exit', () => f()) })",
    // Another thing of the same name
    "import { useEffect } from 'react'\nimport { knex } from './db'\nfunction A() { useEffect(() => { knex.on('a.id', 'b.id') }, []) }",
    "import { events } from './events'\nclass A { constructor(emitter) { events.addEventListener(emitter, 'a', () => this.f()) } destroy() {} }",
    "class A extends View { constructor() { this.listen() } destroy() {} }",
    "import { watch } from 'vue'\nexport function useEscape(open, close) {\n  const onKey = () => close()\n  watch(open, (is) => {\n    if (is) document.addEventListener('keydown', onKey)\n    else document.removeEventListener('keydown', onKey)\n  })\n  onUnmounted(() => document.removeEventListener('keydown', onKey))\n}",
    // Not handed down, or not for long
    "import { useEffect } from 'react'\nimport app from './app'\nfunction A() { useEffect(() => { app.currentSocket.on('a', () => f()) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { window.socket = io(); window.socket.on('a', () => f()) }, []) }",
    { code: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { document.getElementById('own').addEventListener('scroll', () => f()) }, []); return <div id='own' /> }", ...jsx },
    { code: "import { useEffect } from 'react'\nfunction A(props) { useEffect(() => { props.inputRef.on('a', () => f()) }, []) }", ...jsx },
    "function Menu() {}\nMenu.prototype.open = function () { window.addEventListener('resize', this.place) }\nMenu.prototype.place = function () {}\nMenu.prototype.destroy = function () {}",
    // Once for all, by what it is called or how it is mounted
    "import { client } from './client'\nexport class PostStore { constructor() { window.addEventListener('online', () => this.load()) } destroy() {} }",
    "import React from 'react'\nclass MailApp extends React.Component { componentDidMount() { window.addEventListener('resize', () => this.f()) } componentWillUnmount() { clearInterval(this.a) } render() { return null } }",
    { code: "import React from 'react'\nimport { bus } from './bus'\nclass Page extends React.Component { componentDidMount() { bus.on('a', () => this.f()) } render() { return null } }\ndocument.addEventListener('DOMContentLoaded', () => { createRoot(node).render(<Page />) })", ...jsx },
    // Ended by the route's guard
    "export default { name: 'a', mounted() { window.addEventListener('online', this.f) }, beforeRouteLeave(to, from, next) { window.removeEventListener('online', this.f); next() }, methods: { f() {} } }",
    // Hears of another's end
    "import { bus } from './bus'\nexport class A { constructor() { bus.on('a', () => this.f()) } onClose(event) {} }",
  ],
  invalid: [
    {
      name: 'what a method takes from its instance, and not from what hears',
      code: "class Menu extends HTMLElement {\n  constructor() { super(); this.shut = this.shut.bind(this) }\n  connectedCallback() {\n    document.addEventListener('click', this.shut)\n  }\n  shut() {\n    this.removeEventListener('click', this.shut)\n  }\n  disconnectedCallback() {\n    this.hidden = true\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: "the 'Menu'" }, line: 4, column: 5, endLine: 4, endColumn: 50, suggestions: [{ messageId: 'release', data: { place: "'disconnectedCallback'" }, output: "class Menu extends HTMLElement {\n  constructor() { super(); this.shut = this.shut.bind(this) }\n  connectedCallback() {\n    document.addEventListener('click', this.shut)\n  }\n  shut() {\n    this.removeEventListener('click', this.shut)\n  }\n  disconnectedCallback() {\n    this.hidden = true\n    document.removeEventListener('click', this.shut)\n  }\n}" }] }],
    },
    ...["bus.drop('other')", 'bus.removePeer(peer)', 'bus.cancelOrders()', 'bus.remove(this)', 'other.dropAll()', 'clearTimeout(this.onChange.timer)', 'bus.emit(this)', 'unlisten(bus, this.onOther)'].map((other) => ({
      name: `not taken away by ${other}`,
      code: `import { bus } from './bus'\nexport class Panel extends HTMLElement {\n  connectedCallback() {\n    bus.on('change', () => this.show())\n  }\n  disconnectedCallback() { ${other} }\n}`,
      errors: [{ messageId: 'leaked' as const, data: { holder: 'bus', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 40, suggestions: [{ messageId: 'release' as const, data: { place: "'disconnectedCallback'" }, output: `import { bus } from './bus'\nexport class Panel extends HTMLElement {\n  #onChange\n  connectedCallback() {\n    bus.on('change', (this.#onChange = () => this.show()))\n  }\n  disconnectedCallback() { ${other}; bus.off('change', this.#onChange) }\n}` }] }],
    })),
    {
      name: 'what a call of an unknown name takes away, when asked for',
      code: "import { bus } from './bus'\nexport class Panel extends HTMLElement {\n  connectedCallback() {\n    bus.on('change', () => this.show())\n  }\n  disconnectedCallback() { bus.dropAll() }\n}",
      options: [{ check: 'all' }],
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 40, suggestions: [{ messageId: 'release', data: { place: "'disconnectedCallback'" }, output: "import { bus } from './bus'\nexport class Panel extends HTMLElement {\n  #onChange\n  connectedCallback() {\n    bus.on('change', (this.#onChange = () => this.show()))\n  }\n  disconnectedCallback() { bus.dropAll(); bus.off('change', this.#onChange) }\n}" }] }],
    },
    {
      name: 'an emitter in TypeScript, whose cleanup may answer with nothing',
      filename: 'Pane.tsx', languageOptions: { parser: typescript },
      code: "import { useEffect } from 'react'\nimport { bus } from './bus'\nexport function Pane() {\n  useEffect(() => {\n    bus.on('rows', (rows) => draw(rows))\n  }, [])\n  return null\n}\n",
      errors: [{
        messageId: 'leaked', data: { holder: 'bus', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 41,
        suggestions: [{
          messageId: 'release', data: { place: 'the cleanup of the effect' },
          output: "import { useEffect } from 'react'\nimport { bus } from './bus'\nexport function Pane() {\n  useEffect(() => {\n    const onRows: (...args: any[]) => void = (rows) => draw(rows)\n    bus.on('rows', onRows)\n    return () => { bus.off('rows', onRows) }\n  }, [])\n  return null\n}\n",
        }],
      }],
    },
    {
      name: 'what each activation adds, for which no hook is right',
      code: "import { onActivated } from 'vue'\nimport { bus } from './bus'\nexport function useRows(draw) {\n  onActivated(() => {\n    bus.on('rows', () => draw())\n  })\n}\n",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 33, suggestions: [] }],
    },
    {
      name: 'many listeners, of which a field would hold the last',
      code: "import { bus } from './bus'\nexport class Panel {\n  constructor(rows) {\n    for (const row of rows) bus.on('draw', () => this.draw(row))\n  }\n  destroy() {\n    this.view.remove()\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Panel'" }, line: 4, column: 29, endLine: 4, endColumn: 65, suggestions: [] }],
    },
    {
      name: "a React component, which StrictMode mounts twice",
      code: "import { Component } from 'react'\nexport class Panel extends Component {\n  componentDidMount() {\n    window.addEventListener('resize', () => this.draw())\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 57, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "import { Component } from 'react'\nexport class Panel extends Component {\n  #listeners = new AbortController()\n  componentDidMount() {\n    window.addEventListener('resize', () => this.draw(), { signal: this.#listeners.signal })\n  }\n\n  componentWillUnmount() {\n    this.#listeners.abort()\n    this.#listeners = new AbortController()\n  }\n}" }] }],
    },
    {
      name: "what may be started again",
      code: "export class Panel {\n  start() {\n    window.addEventListener('resize', () => this.draw())\n  }\n  destroy() {\n    this.view.remove()\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 3, column: 5, endLine: 3, endColumn: 57, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "export class Panel {\n  #listeners = new AbortController()\n  start() {\n    window.addEventListener('resize', () => this.draw(), { signal: this.#listeners.signal })\n  }\n  destroy() {\n    this.view.remove()\n    this.#listeners.abort()\n    this.#listeners = new AbortController()\n  }\n}" }] }],
    },
    {
      name: "options that are there for some, and end nothing",
      code: "import { useEffect } from 'react'\nexport function Pane({ passive }) {\n  useEffect(() => {\n    document.addEventListener('wheel', (event) => go(event), passive ? { passive: true } : undefined)\n  }, [])\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: 'the effect' }, line: 4, column: 5, endLine: 4, endColumn: 102, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nexport function Pane({ passive }) {\n  useEffect(() => {\n    const onWheel = (event) => go(event)\n    document.addEventListener('wheel', onWheel, passive ? { passive: true } : undefined)\n    return () => document.removeEventListener('wheel', onWheel, passive ? { passive: true } : undefined)\n  }, [])\n}" }] }],
    },
    {
      name: "another event, which a text that is put together begins with",
      code: "export class Slick {\n  constructor(id) {\n    $(document).on('ready.slick-' + id, () => this.draw())\n  }\n  destroy() {\n    $(event.target).off('click.slick')\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: '$(document)', owner: "the 'Slick'" }, line: 3, column: 5, endLine: 3, endColumn: 59, suggestions: [] }],
    },
    {
      name: "an instance whose end a literal for its prototype has",
      code: "function Menu(element) {\n  this.element = element\n  window.addEventListener('resize', () => this.layout())\n}\nMenu.prototype = {\n  layout() {},\n  destroy() {\n    this.element = null\n  },\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the instance' }, line: 3, column: 3, endLine: 3, endColumn: 57, suggestions: [] }],
    },
    {
      name: "an instance whose end is copied to its prototype",
      code: "lib.Menu = function (element) {\n  this.element = element\n  $(window).on('scroll', lib.bind(this.save, this))\n}\nlib.copy(lib.Menu.prototype, {\n  destroy() {\n    $(window).off('resize', this.onResize)\n  },\n})",
      errors: [{ messageId: 'leaked', data: { holder: '$(window)', owner: 'the instance' }, line: 3, column: 3, endLine: 3, endColumn: 52, suggestions: [] }],
    },
    {
      name: "a setter that the end does not come to",
      code: "function Text() { this._font = null }\nObject.defineProperty(Text.prototype, 'font', { set: function (value) { if (this._font) this._font.off('render', this.draw, this); this._font = value; if (value) this._font.on('render', this.draw, this) } })\nObject.assign(Text.prototype, { draw() {}, destroy() { this.parent = null } })",
      errors: [{ messageId: 'leaked', data: { holder: 'this._font', owner: 'the instance' }, line: 2, column: 163, endLine: 2, endColumn: 203, suggestions: [] }],
    },
    {
      name: "the window as a parameter of the function around a script",
      code: "(function ($, window, document, undefined) {\n  function Menu() {\n    window.addEventListener('resize', () => this.layout())\n  }\n  Menu.prototype.destroy = function () {\n    this.element = null\n  }\n  $.Menu = Menu\n})(jQuery, window, document)",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the instance' }, line: 3, column: 5, endLine: 3, endColumn: 59, suggestions: [] }],
    },
    {
      name: "the window as a parameter, made sure of",
      code: ";(function ($, window) {\n  window = typeof window != 'undefined' && window.Math == Math ? window : self\n  class Menu {\n    constructor() {\n      $(window).on('resize', () => this.layout())\n    }\n    destroy() {}\n  }\n  $.Menu = Menu\n})(jQuery, window)",
      errors: [{ messageId: 'leaked', data: { holder: '$(window)', owner: "the 'Menu'" }, line: 5, column: 7, endLine: 5, endColumn: 50, suggestions: [] }],
    },
    {
      name: "a bus that a script of old makes once",
      code: "(function (root) {\n  var bus = new Bus()\n  class Menu {\n    constructor() {\n      bus.on('change', () => this.draw())\n    }\n    destroy() {}\n  }\n  root.Menu = Menu\n})(typeof window === 'undefined' ? this : window)",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Menu'" }, line: 5, column: 7, endLine: 5, endColumn: 42, suggestions: [] }],
    },
    {
      name: 'an element that would lack its listener where it is moved to',
      code: "import { LitElement } from 'lit'\nexport class Panel extends LitElement {\n  constructor() {\n    super()\n    window.addEventListener('resize', () => this.draw())\n  }\n  draw() {}\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 5, column: 5, endLine: 5, endColumn: 57, suggestions: [] }],
    },
    {
      name: 'a handler on the window makes nothing the only one',
      code: "import { LitElement } from 'lit'\nexport class Panel extends LitElement {\n  constructor() {\n    super()\n    window.addEventListener('resize', () => this.draw())\n  }\n  draw() { window.onblur = () => this.hide() }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 5, column: 5, endLine: 5, endColumn: 57, suggestions: [] }],
    },
    {
      name: "a holder that need not be there when the instance ends",
      code: "import { bus } from './bus'\nexport class Pane {\n  constructor() {\n    this.source = undefined\n    this.follow = (url) => this.show(url)\n  }\n  attach(on) {\n    if (this.source) this.source.contents.removeListener('go', this.follow)\n    this.source = on\n    if (on) this.source.contents.on('go', this.follow)\n  }\n  destroy() {\n    this.view.remove()\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "this.source.contents", owner: "the 'Pane'" }, line: 10, column: 13, endLine: 10, endColumn: 55, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { bus } from './bus'\nexport class Pane {\n  constructor() {\n    this.source = undefined\n    this.follow = (url) => this.show(url)\n  }\n  attach(on) {\n    if (this.source) this.source.contents.removeListener('go', this.follow)\n    this.source = on\n    if (on) this.source.contents.on('go', this.follow)\n  }\n  destroy() {\n    this.view.remove()\n    this.source?.contents.removeListener('go', this.follow)\n  }\n}" }] }],
    },
    {
      name: "a holder that the end empties",
      code: "import { bus } from './bus'\nexport class Pane {\n  constructor() {\n    this.bus = bus\n    this.bus.on('go', this.show)\n  }\n  destroy() {\n    this.view.remove()\n    this.bus = null\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "this.bus", owner: "the 'Pane'" }, line: 5, column: 5, endLine: 5, endColumn: 33, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { bus } from './bus'\nexport class Pane {\n  constructor() {\n    this.bus = bus\n    this.bus.on('go', this.show)\n  }\n  destroy() {\n    this.view.remove()\n    this.bus?.off('go', this.show)\n    this.bus = null\n  }\n}" }] }],
    },
    {
      name: "the end of the class above comes last",
      code: "import { Sprite } from './sprite'\nimport { bus } from './bus'\nexport class Hero extends React.Component {\n  componentDidMount() {\n    bus.on('go', this.show)\n  }\n  componentWillUnmount() {\n    this.view.remove()\n    Object.keys(this).forEach((key) => {\n      this[key] = null\n    })\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "bus", owner: "the 'Hero'" }, line: 5, column: 5, endLine: 5, endColumn: 28, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "import { Sprite } from './sprite'\nimport { bus } from './bus'\nexport class Hero extends React.Component {\n  componentDidMount() {\n    bus.on('go', this.show)\n  }\n  componentWillUnmount() {\n    this.view.remove()\n    bus.off('go', this.show)\n    Object.keys(this).forEach((key) => {\n      this[key] = null\n    })\n  }\n}" }] }],
    },
    {
      name: "what need not have been added is not taken away",
      code: "import { bus } from './bus'\nexport class Pane {\n  open() {\n    bus.on('go', () => this.show())\n  }\n  destroy() {\n    this.view.remove()\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "bus", owner: "the 'Pane'" }, line: 4, column: 5, endLine: 4, endColumn: 36, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { bus } from './bus'\nexport class Pane {\n  #onGo\n  open() {\n    bus.on('go', (this.#onGo = () => this.show()))\n  }\n  destroy() {\n    this.view.remove()\n    if (this.#onGo) bus.off('go', this.#onGo)\n  }\n}" }] }],
    },
    {
      name: "a bus of the program's own knows of no signals",
      code: "import { bus } from './bus'\nexport class Pane {\n  constructor() {\n    bus.addEventListener('go', () => this.show())\n  }\n  destroy() {\n    this.view.remove()\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "bus", owner: "the 'Pane'" }, line: 4, column: 5, endLine: 4, endColumn: 50, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { bus } from './bus'\nexport class Pane {\n  #onGo\n  constructor() {\n    bus.addEventListener('go', (this.#onGo = () => this.show()))\n  }\n  destroy() {\n    this.view.remove()\n    bus.removeEventListener('go', this.#onGo)\n  }\n}" }] }],
    },
    {
      name: "the name by which the file takes away",
      code: "import bus from './bus'\nexport class Pane {\n  show = () => this.draw()\n  constructor() {\n    bus.addEventListener('go', this.show)\n    bus.addEventListener('come', this.show)\n  }\n  destroy() {\n    bus.removeListener('come', this.show)\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: "bus", owner: "the 'Pane'" }, line: 5, column: 5, endLine: 5, endColumn: 42, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import bus from './bus'\nexport class Pane {\n  show = () => this.draw()\n  constructor() {\n    bus.addEventListener('go', this.show)\n    bus.addEventListener('come', this.show)\n  }\n  destroy() {\n    bus.removeListener('come', this.show)\n    bus.removeListener('go', this.show)\n  }\n}" }] }],
    },
    {
      name: 'a menu that takes others of its listeners away as it closes',
      code: "export class Menu {\n  constructor() {\n    document.addEventListener('click', () => this.close())\n    document.addEventListener('keydown', this.onKey)\n  }\n  close() {\n    document.removeEventListener('keydown', this.onKey)\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: "the 'Menu'" }, line: 3, column: 5, endLine: 3, endColumn: 59, suggestions: 1 }],
    },
    {
      name: 'the end of the process, of which the class takes one listener back',
      code: "export class Worker {\n  fork() {\n    process.on('exit', () => this.kill())\n    process.on('SIGINT', this.onSigint)\n  }\n  dispose() {\n    process.off('SIGINT', this.onSigint)\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'process', owner: "the 'Worker'" }, line: 3, column: 5, endLine: 3, endColumn: 42, suggestions: 1 }],
    },
    {
      name: 'an element that the page has one of, and not one by an id',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    document.getElementById('side').addEventListener('scroll', f)\n    document.querySelector('main').addEventListener('scroll', () => f())\n  }, [])\n}",
      errors: [{ messageId: 'leaked', data: { holder: "document.querySelector('main')", owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 73, suggestions: 1 }],
    },
    {
      name: 'delegated with a selector of jQuery, before the listener',
      code: "export class A {\n  constructor() {\n    $(document).on('click', '.item', this.pick)\n  }\n\n  destroy() {\n    this.gone = true\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: '$(document)', owner: "the 'A'" }, line: 3, column: 5, endLine: 3, endColumn: 48,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: "export class A {\n  constructor() {\n    $(document).on('click', '.item', this.pick)\n  }\n\n  destroy() {\n    this.gone = true\n    $(document).off('click', '.item', this.pick)\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'bind of jQuery, in a chain, of a constructor function that gives itself its end',
      code: "function Calendar() {\n  var t = this\n  t.destroy = destroy\n\n  $(document).bind('dragstart', onStart).bind('dragstop', onStop)\n\n  function destroy() {\n    $(document).unbind('dragstart', onStart)\n  }\n\n  function onStart() {}\n  function onStop() {}\n}\nexport default Calendar\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: '$(document)', owner: 'what this function makes' }, line: 5, column: 42, endLine: 5, endColumn: 66,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: "function Calendar() {\n  var t = this\n  t.destroy = destroy\n\n  $(document).bind('dragstart', onStart).bind('dragstop', onStop)\n\n  function destroy() {\n    $(document).unbind('dragstart', onStart)\n    $(document).unbind('dragstop', onStop)\n  }\n\n  function onStart() {}\n  function onStop() {}\n}\nexport default Calendar\n" },
          ],
        },
      ],
    },
    {
      name: 'an inline listener of jQuery',
      code: "export class Core {\n  constructor() {\n    this.isMobile && $(window).bind('resize', () => this.resize())\n  }\n\n  destroy() {\n    $(document).unbind('fullscreenchange', this.onFullscreen)\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: '$(window)', owner: "the 'Core'" }, line: 3, column: 22, endLine: 3, endColumn: 67,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: "export class Core {\n  #onResize\n  constructor() {\n    this.isMobile && $(window).bind('resize', (this.#onResize = () => this.resize()))\n  }\n\n  destroy() {\n    $(document).unbind('fullscreenchange', this.onFullscreen)\n    if (this.#onResize) $(window).unbind('resize', this.#onResize)\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'the one sibling that the end forgets, by the parameter whose field it is',
      code: "import { Part } from './part.js'\nexport class Model extends Part {\n  constructor(system, entity) {\n    super(system, entity)\n    entity.on('remove', this.onRemove, this)\n    entity.on('removehierarchy', this.onRemove, this)\n    this.handle = system.on('add', this.onAdd)\n  }\n\n  onBeforeRemove() {\n    this.handle?.off()\n    this.entity.off('remove', this.onRemove, this)\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'entity', owner: "the 'Model'" }, line: 6, column: 5, endLine: 6, endColumn: 54,
        },
      ],
    },
    {
      name: 'added by one method and removed by another, between which a component may end',
      code: "import React from 'react'\nimport events from 'dom-helpers/events'\nexport default React.createClass({\n  render() {\n    return React.createElement(Overlay, { onEntering: this.onShow, onExited: this.onHide })\n  },\n  onShow() {\n    events.on(window, 'resize', this.resize)\n  },\n  onHide() {\n    events.off(window, 'resize', this.resize)\n  },\n  resize() {}\n})\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 8, column: 5, endLine: 8, endColumn: 45,
        },
      ],
    },
    {
      name: 'removed by what the end does not call, of a component of Vue',
      code: "export default {\n  name: 'Drawer',\n  data() {\n    return { open: false }\n  },\n  beforeUnmount() {\n    this.container = null\n  },\n  methods: {\n    onEnter() {\n      this.bindKeys()\n    },\n    onAfterLeave() {\n      this.unbindKeys()\n    },\n    bindKeys() {\n      document.addEventListener('keydown', this.onKey)\n    },\n    unbindKeys() {\n      document.removeEventListener('keydown', this.onKey)\n    },\n    onKey() {}\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'document', owner: 'the component' }, line: 17, column: 7, endLine: 17, endColumn: 55,
          suggestions: [
            { messageId: 'release', data: { place: "'beforeUnmount'" }, output: "export default {\n  name: 'Drawer',\n  data() {\n    return { open: false }\n  },\n  beforeUnmount() {\n    this.container = null\n    document.removeEventListener('keydown', this.onKey)\n  },\n  methods: {\n    onEnter() {\n      this.bindKeys()\n    },\n    onAfterLeave() {\n      this.unbindKeys()\n    },\n    bindKeys() {\n      document.addEventListener('keydown', this.onKey)\n    },\n    unbindKeys() {\n      document.removeEventListener('keydown', this.onKey)\n    },\n    onKey() {}\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'the signal of the options that each instance is given',
      code: "export class Request {\n  constructor(url, options) {\n    this.options = new Options(url, options)\n    this.options.signal?.addEventListener('abort', () => this.destroy())\n  }\n\n  destroy() {\n    this.socket.end()\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'this.options.signal', owner: "the 'Request'" }, line: 4, column: 5, endLine: 4, endColumn: 73,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: "export class Request {\n  #listeners = new AbortController()\n  constructor(url, options) {\n    this.options = new Options(url, options)\n    this.options.signal?.addEventListener('abort', () => this.destroy(), { signal: this.#listeners.signal })\n  }\n\n  destroy() {\n    this.socket.end()\n    this.#listeners.abort()\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: "a window of Electron's main process, with unknown receivers asked for",
      code: 'import { ipcMain } from "electron"\nexport class MainWindow {\n  constructor() {\n    ipcMain.on("ready", () => this.show())\n  }\n  destroy() {\n    this.window.close()\n  }\n}',
      options: [{ check: 'all' }],
      errors: [{
        messageId: 'leaked', data: { holder: 'ipcMain', owner: "the 'MainWindow'" }, line: 4, column: 5, endLine: 4, endColumn: 43,
        suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: 'import { ipcMain } from "electron"\nexport class MainWindow {\n  #onReady\n  constructor() {\n    ipcMain.on("ready", (this.#onReady = () => this.show()))\n  }\n  destroy() {\n    this.window.close()\n    ipcMain.off("ready", this.#onReady)\n  }\n}' }],
      }],
    },
    {
      name: 'a return on the way to the cleanup',
      code: 'import { useEffect } from "react"\nexport function Panel({ id }) {\n  useEffect(() => {\n    const onResize = () => draw(id)\n    window.addEventListener("resize", onResize)\n    if (!id) return\n    load(id)\n    return () => window.removeEventListener("resize", onResize)\n  }, [id])\n}',
      errors: [{
        messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 48,
        suggestions: [{
          messageId: 'release', data: { place: 'the cleanup of the effect' },
          output: 'import { useEffect } from "react"\nexport function Panel({ id }) {\n  useEffect(() => {\n    const onResize = () => draw(id)\n    window.addEventListener("resize", onResize)\n    if (!id) return () => window.removeEventListener("resize", onResize)\n    load(id)\n    return () => window.removeEventListener("resize", onResize)\n  }, [id])\n}',
        }],
      }],
    },
    {
      name: 'the disposer of a helper, which its caller throws away',
      code: 'function listen(f) {\n  window.addEventListener("resize", f)\n  return () => window.removeEventListener("resize", f)\n}\nexport class Panel {\n  start() {\n    listen(() => this.draw())\n  }\n  destroy() {\n    this.el.remove()\n  }\n}',
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 2, column: 3, endLine: 2, endColumn: 39, suggestions: [] }],
    },
    {
      name: 'a wait for the abort of the program',
      code: 'const shutdown = new AbortController()\nexport const untilDone = (job) => new Promise((resolve, reject) => {\n  shutdown.signal.addEventListener("abort", () => reject(job))\n  job.done.then(resolve)\n})',
      errors: [{
        messageId: 'leaked', data: { holder: 'shutdown.signal', owner: 'the call' }, line: 3, column: 3, endLine: 3, endColumn: 63,
        suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: 'const shutdown = new AbortController()\nexport const untilDone = (job) => { const controller = new AbortController(); return new Promise((resolve, reject) => {\n  shutdown.signal.addEventListener("abort", () => reject(job), { signal: controller.signal })\n  job.done.then(resolve)\n}).finally(() => controller.abort()) }' }],
      }],
    },
    {
      name: 'a removal without a listener, which throws',
      code: "export default { name: 'a-search', props: [], mounted() { window.addEventListener('keydown', this.f) }, beforeDestroy() { window.removeEventListener('keydown') }, methods: { f() {} } }",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 1, column: 59, endLine: 1, endColumn: 101,
          suggestions: [
            {
              messageId: 'release', data: { place: "'beforeDestroy'" },
              output: "export default { name: 'a-search', props: [], mounted() { window.addEventListener('keydown', this.f) }, beforeDestroy() { window.removeEventListener('keydown'); window.removeEventListener('keydown', this.f) }, methods: { f() {} } }",
            },
          ],
        },
      ],
    },
    {
      name: 'an object that a component above provides',
      code: "export default {\n  inject: ['app'],\n  props: [],\n  mounted() {\n    this.app.clock.on('tick', this.draw)\n  },\n  methods: { draw() {} },\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'this.app.clock', owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 41,
          suggestions: [
            {
              messageId: 'release', data: { place: "'beforeUnmount'" },
              output: "export default {\n  inject: ['app'],\n  props: [],\n  mounted() {\n    this.app.clock.on('tick', this.draw)\n  },\n  beforeUnmount() {\n    this.app.clock.off('tick', this.draw)\n  },\n  methods: { draw() {} },\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an object of the context',
      code: "import { useContext, useEffect } from 'react'\nfunction A() {\n  const socket = useContext(SocketContext)\n  useEffect(() => {\n    socket.on('message', show)\n  }, [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'socket', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 31,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useContext, useEffect } from 'react'\nfunction A() {\n  const socket = useContext(SocketContext)\n  useEffect(() => {\n    socket.on('message', show)\n    return () => socket.off('message', show)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'jQuery of what the page has once',
      code: "export class Menu {\n  constructor() {\n    $(document).on('click.menu', this.close)\n  }\n  close = () => {}\n  destroy() {}\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: '$(document)', owner: "the 'Menu'" }, line: 3, column: 5, endLine: 3, endColumn: 45,
          suggestions: [
            {
              messageId: 'release', data: { place: "'destroy'" },
              output: "export class Menu {\n  constructor() {\n    $(document).on('click.menu', this.close)\n  }\n  close = () => {}\n  destroy() {\n    $(document).off('click.menu', this.close)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a cleanup that is not returned',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const f = () => g()\n    if (wide) {\n      window.addEventListener('a', f);\n      () => window.removeEventListener('a', f);\n    }\n  }, [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 6, column: 7, endLine: 6, endColumn: 38,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const f = () => g()\n    if (wide) {\n      window.addEventListener('a', f);\n      return () => window.removeEventListener('a', f);\n    }\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a field that names a bus of the program',
      code: "import { bus } from './bus'\nexport class A {\n  bus = bus\n  start() {\n    this.bus.on('a', () => this.f())\n  }\n  destroy() {}\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'this.bus', owner: "the 'A'" }, line: 5, column: 5, endLine: 5, endColumn: 37,
          suggestions: [
            {
              messageId: 'release', data: { place: "'destroy'" },
              output: "import { bus } from './bus'\nexport class A {\n  #onA\n  bus = bus\n  start() {\n    this.bus.on('a', (this.#onA = () => this.f()))\n  }\n  destroy() {\n    if (this.#onA) this.bus.off('a', this.#onA)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'one of two listeners of what somebody else made',
      code: "export function adapt({ uppy }) {\n  const added = () => {}\n  const removed = () => {}\n  uppy.on('added', added)\n  uppy.on('removed', removed)\n  return { cleanup: () => { uppy.off('added', added) } }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'uppy', owner: 'what this function makes' }, line: 5, column: 3, endLine: 5, endColumn: 30,
          suggestions: [
            {
              messageId: 'release', data: { place: "'cleanup'" },
              output: "export function adapt({ uppy }) {\n  const added = () => {}\n  const removed = () => {}\n  uppy.on('added', added)\n  uppy.on('removed', removed)\n  return { cleanup: () => { uppy.off('added', added); uppy.off('removed', removed) } }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect, an inline listener',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    window.addEventListener('resize', () => draw(), true)\n  }, [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 4, column: 5, endLine: 4, endColumn: 58,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const onResize = () => draw()\n    window.addEventListener('resize', onResize, true)\n    return () => window.removeEventListener('resize', onResize, true)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect whose body is the call, a name that is taken, a shared emitter',
      code: "import { useEffect } from 'react'\nimport { bus } from './bus'\nconst onOpen = 1;\nfunction A() {\n  useEffect(() => { bus.on('open', () => f()); }, []);\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'bus', owner: 'the effect' }, line: 5, column: 21, endLine: 5, endColumn: 46,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { bus } from './bus'\nconst onOpen = 1;\nfunction A() {\n  useEffect(() => { const onOpen2 = () => f();\n  bus.on('open', onOpen2); return () => bus.off('open', onOpen2); }, []);\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect with a cleanup that forgets one, under a condition',
      code: "import { useLayoutEffect } from 'react'\nfunction useA(on) {\n  useLayoutEffect(() => {\n    if (on) {\n      document.addEventListener('keydown', (e) => f(e), { passive: true })\n    }\n    return () => stop()\n  }, [on])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'document', owner: 'the effect' }, line: 5, column: 7, endLine: 5, endColumn: 75,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useLayoutEffect } from 'react'\nfunction useA(on) {\n  useLayoutEffect(() => {\n    const controller = new AbortController()\n    if (on) {\n      document.addEventListener('keydown', (e) => f(e), { signal: controller.signal, passive: true })\n    }\n    return () => {\n      stop()\n      controller.abort()\n    }\n  }, [on])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect that is an expression',
      code: "import { useEffect } from 'react'\nfunction A() {\n  const f = () => {}\n  useEffect(() => window?.addEventListener('resize', f), [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 4, column: 19, endLine: 4, endColumn: 56,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  const f = () => {}\n  useEffect(() => {\n    window?.addEventListener('resize', f)\n    return () => window?.removeEventListener('resize', f)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect whose cleanup adds instead of removing',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const f = () => {}\n    window.addEventListener('a', f)\n    return () => { window.addEventListener('a', f) }\n  }, [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 36,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const f = () => {}\n    window.addEventListener('a', f)\n    return () => { window.addEventListener('a', f); window.removeEventListener('a', f) }\n  }, [])\n}",
            },
          ],
        },
        {
          messageId: 'mistaken', line: 6, column: 20, endLine: 6, endColumn: 51,
          suggestions: [
            {
              messageId: 'replace', data: { place: 'removeEventListener' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const f = () => {}\n    window.addEventListener('a', f)\n    return () => { window.removeEventListener('a', f) }\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a React class without a teardown, a listener that it has',
      code: "class A extends Component {\n  f = () => {};\n  componentDidMount() {\n    window.addEventListener('resize', this.f);\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 46,
          suggestions: [
            {
              messageId: 'release', data: { place: "'componentWillUnmount'" },
              output: "class A extends Component {\n  f = () => {};\n  componentDidMount() {\n    window.addEventListener('resize', this.f);\n  }\n\n  componentWillUnmount() {\n    window.removeEventListener('resize', this.f);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a teardown that removes another function',
      code: "class A {\n  constructor() {\n    window.addEventListener('resize', this.f.bind(this), false)\n  }\n  f() {}\n  dispose() {\n    window.removeEventListener('resize', this.f)\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: "the 'A'" }, line: 3, column: 5, endLine: 3, endColumn: 64,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" },
              output: "class A {\n  #listeners = new AbortController()\n  constructor() {\n    window.addEventListener('resize', this.f.bind(this), { signal: this.#listeners.signal })\n  }\n  f() {}\n  dispose() {\n    window.removeEventListener('resize', this.f)\n    this.#listeners.abort()\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a teardown that removes it from another object',
      code: "class A extends React.Component {\n  f = () => {}\n  componentDidMount() {\n    document.addEventListener('copy', this.f)\n  }\n  componentWillUnmount() {\n    window.removeEventListener('copy', this.f)\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'document', owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 46,
          suggestions: [
            {
              messageId: 'release', data: { place: "'componentWillUnmount'" },
              output: "class A extends React.Component {\n  f = () => {}\n  componentDidMount() {\n    document.addEventListener('copy', this.f)\n  }\n  componentWillUnmount() {\n    window.removeEventListener('copy', this.f)\n    document.removeEventListener('copy', this.f)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a class with a teardown, an emitter that takes no signal',
      code: "import emitter from './emitter'\nclass A {\n  constructor() {\n    emitter.on('change', () => this.f())\n  }\n  destroy() {}\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'emitter', owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 41,
          suggestions: [
            {
              messageId: 'release', data: { place: "'destroy'" },
              output: "import emitter from './emitter'\nclass A {\n  #onChange\n  constructor() {\n    emitter.on('change', (this.#onChange = () => this.f()))\n  }\n  destroy() {\n    emitter.off('change', this.#onChange)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a custom element, which may be connected again',
      code: "class A extends LitElement {\n  connectedCallback() {\n    super.connectedCallback()\n    window.addEventListener('scroll', () => this.f())\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 54,
          suggestions: [
            {
              messageId: 'release', data: { place: "'disconnectedCallback'" },
              output: "class A extends LitElement {\n  #listeners = new AbortController()\n  connectedCallback() {\n    super.connectedCallback()\n    window.addEventListener('scroll', () => this.f(), { signal: this.#listeners.signal })\n  }\n\n  disconnectedCallback() {\n    super.disconnectedCallback()\n    this.#listeners.abort()\n    this.#listeners = new AbortController()\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an Angular component and its injected platform service',
      code: "import { Component } from '@angular/core'\nimport { Location } from '@angular/common'\n@Component({})\nexport class A {\n  constructor(private location: Location) {}\n  ngOnInit() {\n    this.location.onUrlChange((url) => this.f(url))\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'this.location', owner: "the 'A'" }, line: 7, column: 5, endLine: 7, endColumn: 52,
          suggestions: [
            {
              messageId: 'release', data: { place: "'ngOnDestroy'" },
              output: "import { Component } from '@angular/core'\nimport { Location } from '@angular/common'\n@Component({})\nexport class A {\n  #stop\n  constructor(private location: Location) {}\n  ngOnInit() {\n    this.#stop = this.location.onUrlChange((url) => this.f(url))\n  }\n\n  ngOnDestroy() {\n    this.#stop?.()\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'Vue options, an event bus on every component',
      code: "export default {\n  props: [],\n  mounted() {\n    this.$eventBus.$on('navigate', () => this.f())\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'this.$eventBus', owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 51,
          suggestions: [
            {
              messageId: 'release', data: { place: "'beforeDestroy'" },
              output: "export default {\n  props: [],\n  mounted() {\n    this.$eventBus.$on('navigate', (this.onNavigate = () => this.f()))\n  },\n  beforeDestroy() {\n    this.$eventBus.$off('navigate', this.onNavigate)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'Vue options with a hook that forgets one',
      code: "export default defineComponent({\n  mounted() {\n    window.addEventListener('a', this.f)\n    window.addEventListener('b', this.f)\n  },\n  beforeUnmount() {\n    window.removeEventListener('a', this.f)\n  },\n  methods: { f() {} },\n})",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 41,
          suggestions: [
            {
              messageId: 'release', data: { place: "'beforeUnmount'" },
              output: "export default defineComponent({\n  mounted() {\n    window.addEventListener('a', this.f)\n    window.addEventListener('b', this.f)\n  },\n  beforeUnmount() {\n    window.removeEventListener('a', this.f)\n    window.removeEventListener('b', this.f)\n  },\n  methods: { f() {} },\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'a Vue composable, whose hook is imported for the repair',
      code: "import { ref } from 'vue'\nexport function useSize() {\n  const size = ref(0)\n  window.addEventListener('resize', () => { size.value = innerWidth })\n  return size\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 4, column: 3, endLine: 4, endColumn: 71,
          suggestions: [
            {
              messageId: 'release', data: { place: "'onUnmounted'" },
              output: "import { ref, onUnmounted } from 'vue'\nexport function useSize() {\n  const size = ref(0)\n  const onResize = () => { size.value = innerWidth }\n  window.addEventListener('resize', onResize)\n  onUnmounted(() => window.removeEventListener('resize', onResize))\n  return size\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'Solid',
      code: "import { onMount } from 'solid-js'\nexport function Size() {\n  onMount(() => {\n    window.addEventListener('resize', () => f())\n  })\n  return 1\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 49,
          suggestions: [
            {
              messageId: 'release', data: { place: "'onCleanup'" },
              output: "import { onMount, onCleanup } from 'solid-js'\nexport function Size() {\n  onMount(() => {\n    const onResize = () => f()\n    window.addEventListener('resize', onResize)\n    onCleanup(() => window.removeEventListener('resize', onResize))\n  })\n  return 1\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'Svelte, where onMount takes a cleanup',
      code: "import { onMount } from 'svelte'\nexport function size() {\n  onMount(() => {\n    window.addEventListener('resize', () => f())\n  })\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 49,
          suggestions: [
            {
              messageId: 'release', data: { place: "the cleanup of 'onMount'" },
              output: "import { onMount } from 'svelte'\nexport function size() {\n  onMount(() => {\n    const onResize = () => f()\n    window.addEventListener('resize', onResize)\n    return () => window.removeEventListener('resize', onResize)\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a factory whose teardown forgets one',
      code: "export function create() {\n  const f = () => {}\n  window.addEventListener('resize', f)\n  return {\n    destroy() {\n      stop()\n    },\n  }\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'window', owner: 'what this function makes' }, line: 3, column: 3, endLine: 3, endColumn: 39,
          suggestions: [
            {
              messageId: 'release', data: { place: "'destroy'" },
              output: "export function create() {\n  const f = () => {}\n  window.addEventListener('resize', f)\n  return {\n    destroy() {\n      stop()\n      window.removeEventListener('resize', f)\n    },\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a shared emitter, once for every connection',
      code: "const bus = new EventEmitter()\nserver.on('connection', (socket) => {\n  bus.on('news', (news) => socket.write(news))\n})",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'bus', owner: 'the handler' }, line: 3, column: 3, endLine: 3, endColumn: 47,
          suggestions: [
            {
              messageId: 'release', data: { place: "'close' of 'socket'" },
              output: "const bus = new EventEmitter()\nserver.on('connection', (socket) => {\n  const onNews = (news) => socket.write(news)\n  bus.on('news', onNews)\n  socket.on('close', () => bus.off('news', onNews))\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'the process, once for every request, in CommonJS',
      code: "const app = require('express')();\napp.get('/', async (req, res) => {\n  process.once('SIGTERM', () => res.end());\n});",
      languageOptions: { sourceType: 'commonjs' },
      errors: [
        {
          messageId: 'leaked', data: { holder: 'process', owner: 'the handler' }, line: 3, column: 3, endLine: 3, endColumn: 43,
          suggestions: [
            {
              messageId: 'release', data: { place: "'close' of 'res'" },
              output: "const app = require('express')();\napp.get('/', async (req, res) => {\n  const onSIGTERM = () => res.end();\n  process.once('SIGTERM', onSIGTERM);\n  res.on('close', () => process.off('SIGTERM', onSIGTERM));\n});",
            },
          ],
        },
      ],
    },
    {
      name: 'a wait that stays behind its answer',
      code: "function ask(id) {\n  return new Promise((resolve) => {\n    process.on('message', (message) => {\n      // others ask as well\n      if (message.id === id) {\n        resolve(message)\n      }\n    })\n  })\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'process', owner: 'the call' }, line: 3, column: 5, endLine: 8, endColumn: 7,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the listener itself' },
              output: "function ask(id) {\n  return new Promise((resolve) => {\n    const onMessage = (message) => {\n      // others ask as well\n      if (message.id === id) {\n        process.off('message', onMessage)\n        resolve(message)\n      }\n    }\n    process.on('message', onMessage)\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a wait whose listener stays until the answer that it waits for, and may come as an expression',
      code: "function ask(id) {\n  return new Promise((resolve, reject) => {\n    process.on('message', (message) => {\n      if (message.id !== id) return\n      if (message.error) reject(message.error)\n      else resolve(message)\n    })\n  })\n}\nfunction first(id) {\n  return new Promise((resolve) => {\n    process.on('message', (message) => message.id === id && resolve(message))\n  })\n}",
      errors: [
        {
          messageId: 'leaked', data: { holder: 'process', owner: 'the call' }, line: 3, column: 5, endLine: 7, endColumn: 7,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the listener itself' },
              output: "function ask(id) {\n  return new Promise((resolve, reject) => {\n    const onMessage = (message) => {\n      if (message.id !== id) return\n      if (message.error) { process.off('message', onMessage); reject(message.error) }\n      else { process.off('message', onMessage); resolve(message) }\n    }\n    process.on('message', onMessage)\n  })\n}\nfunction first(id) {\n  return new Promise((resolve) => {\n    process.on('message', (message) => message.id === id && resolve(message))\n  })\n}",
            },
          ],
        },
        { messageId: 'leaked', data: { holder: 'process', owner: 'the call' }, line: 12, column: 5, endLine: 12, endColumn: 78, suggestions: [] },
      ],
    },
    {
      name: "a user's own protocol",
      code: "import { useEffect } from 'react'\nfunction A({ hub }) {\n  useEffect(() => {\n    hub.watch('a', f)\n  }, [])\n  const f = () => {}\n}",
      settings: { memory: { resources: [{ acquire: 'hub.watch', release: 'hub.unwatch', match: ['event', 'handler'] }] } },
      errors: [
        {
          messageId: 'leaked', data: { holder: 'hub', owner: 'the effect' }, line: 4, column: 5, endLine: 4, endColumn: 22,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A({ hub }) {\n  useEffect(() => {\n    hub.watch('a', f)\n    return () => hub.unwatch('a', f)\n  }, [])\n  const f = () => {}\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a receiver of unknown life, when asked for',
      code: "class A {\n  constructor(bus) {\n    bus.on('a', this.f)\n  }\n  f = () => {}\n  destroy() {}\n}",
      options: [{ check: 'all' }],
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'A'" }, line: 3, column: 5, endLine: 3, endColumn: 24, suggestions: [] }],
    },
    {
      name: 'an emitter handed down as a prop',
      code: "import { useEffect } from 'react'\nfunction A(props) { useEffect(() => { props.socket.on('a', () => f()) }, []) }",
      errors: [{ messageId: 'leaked', data: { holder: 'props.socket', owner: 'the effect' }, line: 2, column: 39, endLine: 2, endColumn: 70, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nfunction A(props) { useEffect(() => { const onA = () => f()\nprops.socket.on('a', onA); return () => props.socket.off('a', onA) }, []) }" }] }],
    },
    {
      name: 'what a hook of no arguments shares',
      code: "import { useEffect } from 'react'\nfunction A() { const app = useApp(); useEffect(() => { app.socket.on('a', () => f()) }, []) }",
      errors: [{ messageId: 'leaked', data: { holder: 'app.socket', owner: 'the effect' }, line: 2, column: 56, endLine: 2, endColumn: 85, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nfunction A() { const app = useApp(); useEffect(() => { const onA = () => f()\napp.socket.on('a', onA); return () => app.socket.off('a', onA) }, []) }" }] }],
    },
    {
      name: 'a prop of a class component',
      code: "import React from 'react'\nclass A extends React.Component {\n  componentDidMount() {\n    this.props.socket.on('a', this.f)\n  }\n  f = () => {}\n  render() { return null }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'this.props.socket', owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 38, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "import React from 'react'\nclass A extends React.Component {\n  componentDidMount() {\n    this.props.socket.on('a', this.f)\n  }\n\n  componentWillUnmount() {\n    this.props.socket.off('a', this.f)\n  }\n  f = () => {}\n  render() { return null }\n}" }] }],
    },
    {
      name: 'a prop of a Vue component',
      code: "export default {\n  name: 'a',\n  props: ['map'],\n  mounted() {\n    this.map.on('move', this.f)\n  },\n  methods: { f() {} },\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'this.map', owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 32, suggestions: [{ messageId: 'release', data: { place: "'beforeUnmount'" }, output: "export default {\n  name: 'a',\n  props: ['map'],\n  mounted() {\n    this.map.on('move', this.f)\n  },\n  beforeUnmount() {\n    this.map.off('move', this.f)\n  },\n  methods: { f() {} },\n}" }] }],
    },
    {
      name: 'a class made of an object that takes itself out of what holds it',
      code: "export default Base.extend({\n  beforeAdd(map) {\n    this.renderer = map.getRenderer(this)\n  },\n  onAdd() {\n    this.renderer.on('update', this.update, this)\n  },\n  onRemove() {\n    this.renderer.remove(this)\n  },\n})",
      errors: [{ messageId: 'leaked', data: { holder: 'this.renderer', owner: 'the component' }, line: 6, column: 5, endLine: 6, endColumn: 50, suggestions: [{ messageId: 'release', data: { place: "'onRemove'" }, output: "export default Base.extend({\n  beforeAdd(map) {\n    this.renderer = map.getRenderer(this)\n  },\n  onAdd() {\n    this.renderer.on('update', this.update, this)\n  },\n  onRemove() {\n    this.renderer.remove(this)\n    this.renderer.off('update', this.update, this)\n  },\n})" }] }],
    },
    {
      name: 'a widget',
      code: "$.widget('my.menu', {\n  _create() {\n    $('body').on('click', this.close)\n  },\n  _destroy() {},\n})",
      errors: [{ messageId: 'leaked', data: { holder: "$('body')", owner: 'the component' }, line: 3, column: 5, endLine: 3, endColumn: 38, suggestions: [{ messageId: 'release', data: { place: "'_destroy'" }, output: "$.widget('my.menu', {\n  _create() {\n    $('body').on('click', this.close)\n  },\n  _destroy() {\n    $('body').off('click', this.close)\n  },\n})" }] }],
    },
    {
      name: 'an object without an end, of a framework that ends it',
      code: "const Page = React.createClass({\n  componentDidMount() {\n    window.addEventListener('resize', () => this.measure())\n  },\n})",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 3, column: 5, endLine: 3, endColumn: 60, suggestions: [] }],
    },
    {
      name: 'what a class is given, of which its end takes away another',
      code: "class Table {\n  constructor(app) {\n    this.app = app\n    this.app.time.on('bounds', this.refresh)\n    this.app.time.on('system', this.refresh)\n  }\n  destroy() {\n    this.app.time.off('bounds', this.refresh)\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'this.app.time', owner: "the 'Table'" }, line: 5, column: 5, endLine: 5, endColumn: 45, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "class Table {\n  constructor(app) {\n    this.app = app\n    this.app.time.on('bounds', this.refresh)\n    this.app.time.on('system', this.refresh)\n  }\n  destroy() {\n    this.app.time.off('bounds', this.refresh)\n    this.app.time.off('system', this.refresh)\n  }\n}" }] }],
    },
    {
      name: 'a function that is returned and removes another',
      code: "import { managers } from './managers'\nexport class P {\n  subscribe(object) {\n    const manager = managers.get(object)\n    manager.on('update', (one) => this.show(one))\n    return () => {\n      manager.off('change', this.show)\n    }\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'manager', owner: 'what this function makes' }, line: 5, column: 5, endLine: 5, endColumn: 50, suggestions: [{ messageId: 'release', data: { place: 'the function that it returns' }, output: "import { managers } from './managers'\nexport class P {\n  subscribe(object) {\n    const manager = managers.get(object)\n    const onUpdate = (one) => this.show(one)\n    manager.on('update', onUpdate)\n    return () => {\n      manager.off('change', this.show)\n      manager.off('update', onUpdate)\n    }\n  }\n}" }] }],
    },
    {
      name: 'a constructor function with an end on its prototype',
      code: "function Menu() {\n  $(document).on('click', () => this.close())\n}\nMenu.prototype.destroy = function () {}",
      errors: [{ messageId: 'leaked', data: { holder: '$(document)', owner: 'the instance' }, line: 2, column: 3, endLine: 2, endColumn: 46, suggestions: [] }],
    },
    {
      name: 'an element that others make',
      code: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { document.getElementById('root').addEventListener('scroll', () => f()) }, []) }",
      errors: [{ messageId: 'leaked', data: { holder: "document.getElementById('root')", owner: 'the effect' }, line: 2, column: 34, endLine: 2, endColumn: 103, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const onScroll = () => f()\ndocument.getElementById('root').addEventListener('scroll', onScroll); return () => document.getElementById('root').removeEventListener('scroll', onScroll) }, []) }" }] }],
    },
    {
      name: 'a signal whose listener stays when the work is done, when asked for',
      code: "export async function f(work, signal) {\n  signal.addEventListener('abort', () => work.stop())\n  await work.done()\n}",
      options: [{ check: 'all' }],
      errors: [{ messageId: 'leaked', data: { holder: 'signal', owner: 'the call' }, line: 2, column: 3, endLine: 2, endColumn: 54, suggestions: [] }],
    },
    {
      name: 'a listener that goes when what is watched changes, but not when the component ends',
      code: "import { watch } from 'vue'\nexport function useEscape(open, close) {\n  const onKey = () => close()\n  watch(open, (is) => {\n    if (is) document.addEventListener('keydown', onKey)\n    else document.removeEventListener('keydown', onKey)\n  })\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: 'the component' }, line: 5, column: 13, endLine: 5, endColumn: 56, suggestions: [] }],
    },
    {
      name: 'added and removed by functions of their own, of which one is never called',
      code: "import { onMounted } from 'vue'\nexport function useSize(draw) {\n  const add = () => window.addEventListener('resize', draw)\n  const remove = () => window.removeEventListener('resize', draw)\n  onMounted(add)\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 3, column: 21, endLine: 3, endColumn: 60, suggestions: [] }],
    },
    {
      name: 'a method that Vue gives, and those of another file',
      code: "import { methods } from './methods'\nexport default {\n  name: 'bar',\n  mounted() {\n    window.addEventListener('resize', this.$forceUpdate)\n    window.addEventListener('resize', this.draw)\n  },\n  methods: methods,\n}",
      errors: [
        { messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 57, suggestions: 1 },
        { messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 6, column: 5, endLine: 6, endColumn: 49, suggestions: 1 },
      ],
    },
    {
      name: 'what an option of Vue that watches adds and removes',
      code: "export default {\n  name: 'panel',\n  watch: {\n    open: {\n      handler(is) {\n        if (is) window.addEventListener('scroll', this.check)\n        else window.removeEventListener('scroll', this.check)\n      },\n    },\n  },\n  created() {\n    this.check = throttle(() => this.draw())\n  },\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 6, column: 17, endLine: 6, endColumn: 62, suggestions: [{ messageId: 'release', data: { place: "'beforeUnmount'" }, output: "export default {\n  name: 'panel',\n  watch: {\n    open: {\n      handler(is) {\n        if (is) window.addEventListener('scroll', this.check)\n        else window.removeEventListener('scroll', this.check)\n      },\n    },\n  },\n  beforeUnmount() {\n    window.removeEventListener('scroll', this.check)\n  },\n  created() {\n    this.check = throttle(() => this.draw())\n  },\n}" }] }],
    },
    {
      name: "React Native's emitters, which answer with what takes the listener away",
      code: "import { useEffect } from 'react'\nimport { AppState } from 'react-native'\nimport NetInfo from '@react-native-community/netinfo'\nexport function A({ load }) {\n  useEffect(() => {\n    AppState.addEventListener('change', () => load())\n  }, [])\n  useEffect(() => {\n    NetInfo.addEventListener(load)\n  }, [])\n}",
      errors: [
        { messageId: 'leaked', data: { holder: 'AppState', owner: 'the effect' }, line: 6, column: 5, endLine: 6, endColumn: 54, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nimport { AppState } from 'react-native'\nimport NetInfo from '@react-native-community/netinfo'\nexport function A({ load }) {\n  useEffect(() => {\n    const subscription = AppState.addEventListener('change', () => load())\n    return () => subscription.remove()\n  }, [])\n  useEffect(() => {\n    NetInfo.addEventListener(load)\n  }, [])\n}" }] },
        { messageId: 'leaked', data: { holder: 'NetInfo', owner: 'the effect' }, line: 9, column: 5, endLine: 9, endColumn: 35, suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nimport { AppState } from 'react-native'\nimport NetInfo from '@react-native-community/netinfo'\nexport function A({ load }) {\n  useEffect(() => {\n    AppState.addEventListener('change', () => load())\n  }, [])\n  useEffect(() => {\n    const subscription = NetInfo.addEventListener(load)\n    return () => subscription()\n  }, [])\n}" }] },
      ],
    },
    {
      name: 'a helper that is given the page first',
      code: "export class Player {\n  open() {\n    Events.on(document, 'keydown', Fn.bind(this, this.onKey))\n  }\n  dispose() {}\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: "the 'Player'" }, line: 3, column: 5, endLine: 3, endColumn: 62, suggestions: [] }],
    },
    {
      name: 'a component that compares a part of itself',
      code: "export default {\n  name: 'grid',\n  data() { return { width: null } },\n  mounted() {\n    var self = this\n    if (self.width === null) {\n      self.width = 1\n      window.addEventListener('resize', self.measure)\n    }\n  },\n  methods: { measure() {} },\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 8, column: 7, endLine: 8, endColumn: 54, suggestions: [{ messageId: 'release', data: { place: "'beforeUnmount'" }, output: "export default {\n  name: 'grid',\n  data() { return { width: null } },\n  mounted() {\n    var self = this\n    if (self.width === null) {\n      self.width = 1\n      window.addEventListener('resize', (this.onResize = self.measure))\n    }\n  },\n  beforeUnmount() {\n    window.removeEventListener('resize', this.onResize)\n  },\n  methods: { measure() {} },\n}" }] }],
    },
    {
      name: 'a controller of AngularJS',
      code: "function PlotController($scope, clock) {\n  var conductor = clock.conductor\n  function follow(time) { $scope.time = time }\n  conductor.on('time', follow)\n  conductor.on('bounds', follow)\n  $scope.$on('$destroy', function () {\n    conductor.off('bounds', follow)\n  })\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'conductor', owner: 'the scope' }, line: 4, column: 3, endLine: 4, endColumn: 31, suggestions: [] }],
    },
    {
      name: 'the link function of a directive',
      code: "function link(scope, element) {\n  window.addEventListener('resize', () => scope.draw())\n  scope.$on('$destroy', () => scope.stop())\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the scope' }, line: 2, column: 3, endLine: 2, endColumn: 56, suggestions: [] }],
    },
    {
      name: 'a listener that only makes place for the next',
      code: "export class Texture extends EventEmitter {\n  set source(value) {\n    if (this._source) this._source.off('resize', this.update, this)\n    this._source = value\n    value.on('resize', this.update, this)\n  }\n  destroy() {\n    this.removeAllListeners()\n  }\n}\nTexture.EMPTY = new Texture()",
      errors: [{ messageId: 'leaked', data: { holder: 'value', owner: "the 'Texture'" }, line: 5, column: 5, endLine: 5, endColumn: 42, suggestions: [] }],
    },
    {
      name: 'a removal that names the listener as the event',
      code: "import { bus } from './bus'\nexport class Panel {\n  constructor() {\n    bus.on('time', this.draw)\n  }\n  draw() {}\n  destroy() {\n    bus.off(this.draw)\n    bus.off('move', this.move)\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 30, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { bus } from './bus'\nexport class Panel {\n  constructor() {\n    bus.on('time', this.draw)\n  }\n  draw() {}\n  destroy() {\n    bus.off(this.draw)\n    bus.off('move', this.move)\n    bus.off('time', this.draw)\n  }\n}" }] }],
    },
    {
      name: 'a function that a hook runs for its component',
      code: "import React from 'react'\nimport { superuser } from './superuser'\nfunction listFiles() {\n  const restart = () => {}\n  superuser.addEventListener('changed', restart)\n  return { restart }\n}\nexport function Files() {\n  const files = useObject(listFiles, (one) => one.close, [])\n  return <b>{files}</b>\n}",
      ...jsx,
      errors: [{ messageId: 'leaked', data: { holder: 'superuser', owner: 'the component' }, line: 5, column: 3, endLine: 5, endColumn: 49, suggestions: [] }],
    },
    {
      name: 'a method that is named only to be taken back',
      code: "import { bus } from './bus'\nexport class Thread extends React.Component {\n  componentDidMount() {\n    bus.on('thread', this.onThread)\n    bus.on('reply', this.onReply)\n  }\n  componentWillUnmount() {\n    bus.off('thread', this.onThread)\n  }\n  onThread = () => {\n    bus.off('reply', this.onReply)\n  }\n  onReply = () => {}\n  render() { return null }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Thread'" }, line: 5, column: 5, endLine: 5, endColumn: 34, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "import { bus } from './bus'\nexport class Thread extends React.Component {\n  componentDidMount() {\n    bus.on('thread', this.onThread)\n    bus.on('reply', this.onReply)\n  }\n  componentWillUnmount() {\n    bus.off('thread', this.onThread)\n    bus.off('reply', this.onReply)\n  }\n  onThread = () => {\n    bus.off('reply', this.onReply)\n  }\n  onReply = () => {}\n  render() { return null }\n}" }] }],
    },
    {
      name: 'a controller of Stimulus without an end',
      code: "import { Controller } from '@hotwired/stimulus'\nexport default class extends Controller {\n  connect() {\n    window.addEventListener('resize', () => this.layout())\n  }\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the instance' }, line: 4, column: 5, endLine: 4, endColumn: 59, suggestions: [] }],
    },
    {
      name: "a directive of Vue's",
      code: "Vue.directive('outside', {\n  bind(el, binding) {\n    document.addEventListener('click', (event) => binding.value(event))\n  },\n})",
      errors: [{ messageId: 'leaked', data: { holder: 'document', owner: 'the directive' }, line: 3, column: 5, endLine: 3, endColumn: 72, suggestions: [] }],
    },
    {
      name: 'a stream that is no longer read',
      code: "import { bus } from './bus'\nexport function GET() {\n  return new Response(new ReadableStream({\n    start(controller) {\n      bus.on('update', (data) => controller.enqueue(data))\n    },\n  }))\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: 'the stream' }, line: 5, column: 7, endLine: 5, endColumn: 59, suggestions: [] }],
    },
    {
      name: 'a handler of requests, by its parameters',
      code: "import { bus } from './bus'\nexport default function handler(req, res) {\n  bus.on('update', (data) => res.write(data))\n}",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: 'the handler' }, line: 3, column: 3, endLine: 3, endColumn: 46, suggestions: [] }],
    },
    {
      name: 'the root scope of AngularJS',
      code: "function Menu($scope, $rootScope) {\n  $rootScope.$on('login', () => $scope.load())\n  $scope.$on('$destroy', () => $scope.stop())\n}",
      errors: [{ messageId: 'leaked', data: { holder: '$rootScope', owner: 'the scope' }, line: 2, column: 3, endLine: 2, endColumn: 47, suggestions: [] }],
    },
  ],
})

/** A component whose template hears of two events. */
const heard = (opens: string, closes: string): { code: string, languageOptions: { parser: typeof vue }, filename: string } => ({
  code: `<template>\n  <f-page ${opens}="open" ${closes}="shut"><slot /></f-page>\n</template>\n<script>\nexport default {\n  props: ['id'],\n  methods: {\n    open() {\n      window.addEventListener('keydown', this.press)\n    },\n    shut() {\n      window.removeEventListener('keydown', this.press)\n    },\n    press() {},\n  },\n}\n</script>\n`,
  languageOptions: { parser: vue }, filename: 'panel.vue',
})

testRule('no-leaked-listener', rule, {
  valid: [
    { name: 'a bar of which there is one, and whose author ends nothing', code: '<script>\n  setInterval(() => { time += 1 }, 9000)\n  window.addEventListener(\'online\', () => { state = \'online\' })\n</script>\n<p>{state}</p>', languageOptions: { parser: svelte }, filename: 'src/widgets/StatusBar.svelte' },
    { name: 'what is injected, of which there is one as a rule', code: "import { Injectable } from '@angular/core'\nimport * as remote from '@electron/remote'\n@Injectable()\nexport class Desktop { constructor() { remote.nativeTheme.on('updated', () => this.draw()) } ngOnDestroy() { this.stop() } }" },
    { name: 'the layout of all pages', code: "export default { name: 'Layout', data() { return {} }, created() { window.addEventListener('beforeinstallprompt', (event) => { this.prompt = event }) } }", filename: 'src/layouts/default.vue' },
    { name: 'the page that the template is goes out', ...heard('@page:afterin', '@page:beforeout') },
    { name: 'a popup that opens and closes', ...heard('@popup:opened', '@popup:closed') },
    { name: 'a listener that takes itself from what hears, by its `this`', code: "import { useCallback } from 'react'\nexport function Modal({ url }) {\n  const launch = useCallback(() => { window.addEventListener('message', function heard(event) { if (event.data === 'close') shut(); this.removeEventListener('message', heard) }) }, [url])\n  return <button onClick={launch} />\n}", languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { name: 'a listener whose handle a promise gives', code: "import { Component } from '@angular/core'\nimport { App } from '@capacitor/app'\n@Component({ template: '' })\nexport class Page {\n  ngOnInit() { App.addListener('appStateChange', (state) => this.show(state)).then((handle) => { this.handle = handle }) }\n  ngOnDestroy() { this.handle?.remove() }\n}" },
    { name: 'a field that has the focus, which it loses before it goes', ...heard('@click.stop', '@blur') },
    { name: 'a drag that begins as the component comes up, until the hand is taken off', code: '<template><i /></template>\n<script setup>\nimport { onMounted, onUnmounted } from \'vue\'\nfunction grab() { if (held) { document.addEventListener(\'mousemove\', move); document.addEventListener(\'mouseup\', drop) } }\nfunction move(event) { draw(event) }\nfunction drop() { document.removeEventListener(\'mousemove\', move); document.removeEventListener(\'mouseup\', drop) }\nonMounted(() => { watch(); grab() })\nonUnmounted(() => { unwatch() })\n</script>\n', languageOptions: { parser: vue }, filename: 'panel.vue' },
    { name: 'a page that goes out, in a setup', code: '<template><ion-page @ionViewWillLeave="stop()"><button @click="start">Go</button></ion-page></template>\n<script setup>\nfunction start() { window.addEventListener(\'resize\', draw) }\nfunction stop() { window.removeEventListener(\'resize\', draw) }\nfunction draw() {}\n</script>\n', languageOptions: { parser: vue }, filename: 'panel.vue' },
    { name: 'a listener that a variable of the script holds until it is removed', code: '<template><i @pointerdown="grab" /></template>\n<script setup>\nimport { onUnmounted } from \'vue\'\nlet held = null\nfunction grab(event) { const move = (e) => drag(event, e); held = move; document.addEventListener(\'wheel\', move) }\nonUnmounted(() => { if (held) document.removeEventListener(\'wheel\', held) })\n</script>\n', languageOptions: { parser: vue }, filename: 'panel.vue' },
    { name: 'a listener that is taken out of the variable of the module again', code: "let report = null\nexport default { name: 'Lock', mounted() { const heard = () => tell(); report = heard; window.addEventListener('keydown', heard) }, beforeDestroy() { if (report) { const last = report; window.removeEventListener('keydown', last) } } }" },
    { name: 'the set-up of the application', code: "import { createApp, ref } from 'vue'\nconst app = createApp({ name: 'Sandbox', setup() { const state = ref(0); window.addEventListener('message', (event) => { state.value = event.data }); return { state } } })\napp.mount('#app')" },
  ],
  invalid: [
    {
      name: 'what is injected for each request',
      code: "import { Injectable, Scope } from '@nestjs/common'\nimport { bus } from './bus'\n@Injectable({ scope: Scope.REQUEST })\nexport class Context {\n  constructor() {\n    bus.on('warning', this.tell)\n  }\n  tell = () => {}\n  destroy() {\n    this.end()\n  }\n}\n",
      errors: [{ messageId: 'leaked', data: { holder: 'bus', owner: "the 'Context'" }, line: 6, column: 5, endLine: 6, endColumn: 33, suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { Injectable, Scope } from '@nestjs/common'\nimport { bus } from './bus'\n@Injectable({ scope: Scope.REQUEST })\nexport class Context {\n  constructor() {\n    bus.on('warning', this.tell)\n  }\n  tell = () => {}\n  destroy() {\n    this.end()\n    bus.off('warning', this.tell)\n  }\n}\n" }] }],
    },
    {
      name: 'a bar whose author ends another of its own',
      code: '<script>\n  import { onDestroy } from \'svelte\'\n  window.addEventListener(\'online\', draw)\n  onDestroy(() => stop())\n  function draw() {}\n</script>\n',
      languageOptions: { parser: svelte }, filename: 'StatusBar.svelte',
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 3, column: 3, endLine: 3, endColumn: 42, suggestions: [{ messageId: 'release', data: { place: "'onDestroy'" }, output: '<script>\n  import { onDestroy } from \'svelte\'\n  window.addEventListener(\'online\', draw)\n  onDestroy(() => window.removeEventListener(\'online\', draw))\n  onDestroy(() => stop())\n  function draw() {}\n</script>\n' }] }],
    },
    {
      name: 'a component of Vue 2, by its import, and an emitter that the file knows by another name',
      code: "import Vue from 'vue'\nimport ipc from './ipc'\nexport default Vue.component('start', {\n  methods: {\n    listen() {\n      ipc.on('message', (event) => this.answer(event))\n    },\n    ask() {\n      const heard = () => ipc.removeListener('answer', heard)\n    },\n  },\n})\n",
      errors: [{
        messageId: 'leaked', data: { holder: 'ipc', owner: 'the component' }, line: 6, column: 7, endLine: 6, endColumn: 55,
        suggestions: [{
          messageId: 'release', data: { place: "'beforeDestroy'" },
          output: "import Vue from 'vue'\nimport ipc from './ipc'\nexport default Vue.component('start', {\n  methods: {\n    listen() {\n      ipc.on('message', (this.onMessage = (event) => this.answer(event)))\n    },\n    ask() {\n      const heard = () => ipc.removeListener('answer', heard)\n    },\n  },\n  beforeDestroy() {\n    if (this.onMessage) ipc.removeListener('message', this.onMessage)\n  },\n})\n",
        }],
      }],
    },
    {
      name: 'the pointer that comes and goes, in a template',
      ...heard('@mouseenter', '@mouseleave'),
      errors: [{ messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 9, column: 7, endLine: 9, endColumn: 53, suggestions: [{ messageId: 'release', data: { place: "'beforeUnmount'" }, output: heard('@mouseenter', '@mouseleave').code.replace('  },\n}\n', "  },\n  beforeUnmount() {\n    window.removeEventListener('keydown', this.press)\n  },\n}\n") }] }],
    },
  ],
})

/** A class with a listener that a signal is to take away: what the fields are, the options, and what `destroy` does. */
const signalled = (fields: string, options: string, ending: string): string => `export class Panel {
${fields}  constructor() {
    window.addEventListener('resize', () => this.draw(), ${options})
  }
  destroy() {
    this.el = null
${ending}  }
}
`

testRule('no-leaked-listener', rule, {
  valid: [
    { name: 'aborted', code: signalled('  #end = new AbortController()\n', '{ signal: this.#end.signal }', '    this.#end.abort()\n') },
    { name: 'aborted by another method', code: signalled('  #end = new AbortController()\n  stop() { this.#end.abort() }\n', '{ signal: this.#end.signal }', '    this.stop()\n') },
    { name: 'aborted by who gets it', code: signalled('  #end = new AbortController()\n  get end() { return this.#end }\n', '{ signal: this.#end.signal }', '') },
    { name: 'a signal of others', code: signalled('', '{ signal: this.signal }', '') },
    { name: 'a signal with a limit', code: signalled('', '{ signal: AbortSignal.timeout(9) }', '') },
    { name: 'once as well', code: signalled('  #end = new AbortController()\n', '{ once: true, signal: this.#end.signal }', '') },
    { name: 'a controller of the module', code: `const end = new AbortController()\n${signalled('', '{ signal: end.signal }', '')}export const stop = () => end.abort()\n` },
    { name: 'removed for all that', code: "export class Panel {\n  #end = new AbortController()\n  constructor() { window.addEventListener('resize', this.draw, { signal: this.#end.signal }) }\n  draw = () => {}\n  destroy() { window.removeEventListener('resize', this.draw) }\n}" },
    { name: 'aborted by the effect', code: "import { useEffect } from 'react'\nexport function Panel() { useEffect(() => { const { signal, ...end } = make(); window.addEventListener('resize', () => f(), { signal }); return () => end.abort() }, []) }" },
  ],
  invalid: [
    {
      name: 'a controller that nothing aborts',
      code: signalled('  #end = new AbortController()\n', '{ signal: this.#end.signal }', ''),
      errors: [{
        messageId: 'leaked', data: { holder: 'window', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 87,
        suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: signalled('  #end = new AbortController()\n', '{ signal: this.#end.signal }', '    this.#end?.abort()\n') }],
      }],
    },
    {
      name: 'a controller of an effect, which only a click aborts',
      code: "import { useEffect } from 'react'\nexport function Panel() {\n  useEffect(() => {\n    const end = new AbortController()\n    window.addEventListener('resize', () => draw(), { signal: end.signal })\n  }, [])\n}\n",
      errors: [{
        messageId: 'leaked', data: { holder: 'window', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 76,
        suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nexport function Panel() {\n  useEffect(() => {\n    const end = new AbortController()\n    window.addEventListener('resize', () => draw(), { signal: end.signal })\n    return () => end.abort()\n  }, [])\n}\n" }],
      }],
    },
    {
      name: 'two statements on one line, in a setup',
      code: "import { onMounted } from 'vue'\nexport default {\n  setup() {\n    onMounted(() => {\n      window.addEventListener('resize', draw); start()\n    })\n    function draw() {}\n  }\n}\n",
      errors: [{
        messageId: 'leaked', data: { holder: 'window', owner: 'the component' }, line: 5, column: 7, endLine: 5, endColumn: 46,
        suggestions: [{ messageId: 'release', data: { place: "'onUnmounted'" }, output: "import { onMounted, onUnmounted } from 'vue'\nexport default {\n  setup() {\n    onMounted(() => {\n      window.addEventListener('resize', draw);\n      onUnmounted(() => window.removeEventListener('resize', draw)); start()\n    })\n    function draw() {}\n  }\n}\n" }],
      }],
    },
  ],
})

/** Owners: what leaks, and the same with the line that the repair adds. */
const owners: [name: string, code: (release: string) => string, release: string, where: string, owner: string, at: [line: number, column: number]][] = [
  ['Ember, a modifier', (release) => `import { modifier } from 'ember-modifier'\nexport default modifier((element) => {\n  const onResize = () => element.draw()\n  window.addEventListener('resize', onResize)\n${release}})\n`,
    "  return () => window.removeEventListener('resize', onResize)\n", 'the cleanup of the effect', 'the effect', [4, 3]],
  ['Solid, an effect', (release) => `import { createEffect, onCleanup } from 'solid-js'\nexport function Panel() {\n  const onResize = () => draw()\n  createEffect(() => {\n    window.addEventListener('resize', onResize)\n${release}  })\n  return null\n}\n`,
    "    onCleanup(() => window.removeEventListener('resize', onResize))\n", "'onCleanup'", 'the component', [5, 5]],
  ['Lit, a controller', (release) => `export class SizeController {\n  onResize = () => this.host.requestUpdate()\n  hostConnected() {\n    window.addEventListener('resize', this.onResize)\n  }\n  hostDisconnected() {\n    this.size = null\n${release}  }\n}\n`,
    "    window.removeEventListener('resize', this.onResize)\n", "'hostDisconnected'", "the 'SizeController'", [4, 5]],
]

testRule('no-leaked-listener', rule, {
  valid: [
    ...owners.map(([name, code, release]) => ({ name, code: code(release) })),
    { name: 'a modifier of another package', code: "import { modifier } from './modifiers'\nexport default modifier((element) => { window.addEventListener('resize', () => element.draw()) })" },
  ],
  invalid: owners.map(([name, code, release, place, owner, [line, column]]) => ({
    name,
    code: code(''),
    errors: [{
      messageId: 'leaked', data: { holder: 'window', owner }, line, column, endLine: line, endColumn: column + "window.addEventListener('resize', onResize)".length + (name.startsWith('Lit') ? 'this.'.length : 0),
      suggestions: [{ messageId: 'release', data: { place }, output: code(release) }],
    }],
  })),
})
