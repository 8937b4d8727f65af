import rule from '../../src/rules/no-ineffective-removal.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-ineffective-removal', rule, {
  valid: [
    { name: 'what goes with the component, or with what its effect is made for', filename: 'a.tsx', code: "import { useEffect, useRef } from 'react'\nexport function Voice({ file }) {\n  const audio = useRef(null)\n  useEffect(() => {\n    audio.current = new Audio()\n    audio.current.addEventListener('error', (e) => report(e))\n    return () => { audio.current.removeEventListener('error', () => {}); audio.current = null }\n  }, [file.url])\n  return <i />\n}" },
    { name: 'what goes with an element of its own that its reference is given', code: "class Field extends React.Component {\n  setRef(element) {\n    const { outerRef } = this.props\n    if (outerRef) outerRef.current = element\n    element.addEventListener('reset', this.reset.bind(this))\n  }\n  componentWillUnmount() { this.fieldRef.removeEventListener('reset', this.reset.bind(this)) }\n}" },
    { name: 'what goes with an element of its own, by a reference', filename: 'a.jsx', code: "export class Quiz extends Component {\n  componentDidMount() { this.content.addEventListener('scroll', () => this.turn(this.content)) }\n  componentWillUnmount() { this.content.removeEventListener('scroll', () => this.turn(this.content)) }\n  render() { return <div ref={(element) => { this.content = element }} /> }\n}" },
    { name: 'what is asked for anew, as the window of a frame that was loaded again', code: "class Frame {\n  loaded() {\n    this.getWindow().removeEventListener('keydown', this.down.bind(this))\n    this.getWindow().addEventListener('keydown', this.down.bind(this))\n  }\n  destroy() { this.frame = null }\n}" },
    { name: 'what goes with an element of its own that it is given', code: "class Picker {\n  constructor({ element }) { this.element = element; element.addEventListener('click', this.pick.bind(this)) }\n  destroy() { this.element.removeEventListener('click', this.pick.bind(this)) }\n}" },
    { name: 'what goes with elements that jQuery finds in its own', code: "class Bar {\n  attach() { this.$items.on('click', this.hide.bind(this)) }\n  destroy() { this.$items.off('click', this.hide.bind(this)) }\n}" },
    { name: 'the document by two names', code: "class Bar {\n  attach() { this.document.addEventListener('mouseup', this.end) }\n  destroy() { document.removeEventListener('mouseup', this.end) }\n}" },
    { name: 'what goes with an element of its own', code: "class Editor {\n  constructor() { this.input = create('input'); this.input.addEventListener('keydown', (event) => this.edit(event)) }\n  destroy() { this.input.removeEventListener('keydown', (event) => this.edit(event)); this.input.remove() }\n}" },
    { name: 'one more beside the removal that takes it away', code: "class Control {\n  onAdd() { document.addEventListener('click', this.onClick) }\n  onRemove() {\n    this.button.removeEventListener('click', this.onClick)\n    document.removeEventListener('click', this.onClick)\n  }\n  onClick() {}\n}" },
    { name: 'what the end destroys with all its listeners', code: "class Share {\n  constructor(player) { this.player = player; this.player.on('stop', this.stop.bind(this)) }\n  destroy() { this.player.off('stop', this.stop.bind(this)); this.player.destroy() }\n}" },
    { name: 'one listener of two events, the first of which comes once', code: "function Buttons() { const fit = () => {}; if (this.wide) { window.addEventListener('load', fit); window.addEventListener('resize', fit) } this.destroy = () => { window.removeEventListener('load', fit); window.removeEventListener('resize', fit) } }" },
    {
      name: 'added by two methods, of which one only has removing in its name for something else',
      code: "class A {\n  open() {\n    this.bus.on('row', this.draw)\n  }\n  removeRow() {\n    this.bus.on('row', this.draw)\n  }\n}\n",
    },
    {
      name: 'removed and added once more by what detaches the last',
      code: "class A {\n  attach() {\n    this.bus.on('row', this.draw)\n  }\n  detach() {\n    this.bus.off('row', this.draw)\n    this.bus.on('row', this.draw)\n  }\n}\n",
    },
    // Removes what was added
    "class A { constructor() { window.addEventListener('a', this.f.bind(this), { signal: this.#c.signal }) } #c = new AbortController(); f() {} stop() { window.removeEventListener('a', this.f); this.#c.abort() } }",
    "window.addEventListener('a', f)\nwindow.removeEventListener('a', f)",
    "window.addEventListener('a', f, { passive: true })\nwindow.removeEventListener('a', f)",
    "window.addEventListener('a', f, { capture: true })\nwindow.removeEventListener('a', f, true)",
    "window.addEventListener('a', f, options)\nwindow.removeEventListener('a', f)",
    "addEventListener('a', f)\nglobalThis.removeEventListener('a', f)",
    "class A { constructor() { this.f = this.f.bind(this); window.addEventListener('a', this.f) } f() {} stop() { window.removeEventListener('a', this.f) } }",
    "class A { start() { this.g = throttle(this.f, 9); window.addEventListener('a', this.g) } f() {} stop() { window.removeEventListener('a', this.g) } }",
    "function f() { const g = throttle(h, 9); node.on('a', g); return () => node.off('a', g) }",
    "node.addEventListener('a', { handleEvent() {} })\nnode.removeEventListener('a', node)",
    "const f = on ? g : h\nnode.addEventListener('a', g)\nnode.removeEventListener('a', f)",
    "for (const name of names) window.addEventListener(name, f)\nwindow.removeEventListener('a', f)",
    // Where it was added is not seen
    "node.removeEventListener('a', f)",
    "function stop(f) { window.removeEventListener('a', f) }\nwindow.addEventListener('b', f)",
    "const f = () => {}\non(window, 'touchend', f)\nwindow.addEventListener('touchstart', f)\nwindow.removeEventListener('touchend', f)",
    "const f = () => {}\nconst handlers = { click: f }\nwindow.addEventListener('a', f)\nwindow.removeEventListener('click', f)",
    "const f = () => {}\nwindow.addEventListener('a', f)\nnode.removeEventListener('a', f)",
    "node.removeEventListener('a', handlerFor('a'))",
    // Added in a teardown, but not what was added before
    "class A { constructor() { window.addEventListener('a', this.f) } f() {} destroy() { window.addEventListener('b', this.f); window.removeEventListener('a', this.f) } }",
    "class A { start() { this.bus.on('a', this.f) } stop() { this.bus.off('a', this.f) } destroy() { this.bus.off('a', this.f); this.bus.on('a', this.f) } }",
    "class A { open() { this.bus.on('a', this.f) } reopen() { this.bus.on('a', this.f) } destroy() { this.bus.off('a', this.f) } }",
    // Another thing of the same name
    'client.off(topic, () => done())',
    'light.off()',
    'registry.removeListener(id)',
  ],
  invalid: [
    {
      name: 'an element of the page, added to once more by the cleanup',
      code: "import { onMount } from 'svelte'\nexport function popper(hide) {\n  let target\n  onMount(() => {\n    target = document.querySelector('#target')\n    target.addEventListener('focusout', hide)\n    return () => { target.addEventListener('focusout', hide) }\n  })\n}",
      errors: [{ messageId: 'again', line: 7, column: 20, endLine: 7, endColumn: 61, suggestions: 1 }],
    },
    {
      name: 'what goes with an element of its own, when asked for',
      options: [{ check: 'all' }],
      code: "class Editor {\n  constructor() { this.input = create('input'); this.input.addEventListener('keydown', (event) => this.edit(event)) }\n  destroy() { this.input.removeEventListener('keydown', (event) => this.edit(event)); this.input.remove() }\n}",
      errors: [{ messageId: 'fresh', line: 3, column: 15, endLine: 3, endColumn: 85 }],
    },
    {
      name: 'what is removed on the way from an element that goes on',
      code: "class Editor {\n  constructor() { this.input = create('input') }\n  focus() { this.input.addEventListener('keydown', (event) => this.edit(event)) }\n  blur() { this.input.removeEventListener('keydown', (event) => this.edit(event)) }\n  destroy() { this.input.remove() }\n}",
      errors: [{ messageId: 'fresh', line: 4, column: 12, endLine: 4, endColumn: 82 }],
    },
    {
      name: 'added once more in the teardown',
      code: "import { time } from './time'\nclass A {\n  constructor() {\n    time.on('bounds', this.update)\n  }\n  update = () => {}\n  destroy() {\n    time.on('bounds', this.update)\n  }\n}\n",
      errors: [
        {
          messageId: 'again', line: 8, column: 5, endLine: 8, endColumn: 35,
          suggestions: [
            { messageId: 'mend', output: "import { time } from './time'\nclass A {\n  constructor() {\n    time.on('bounds', this.update)\n  }\n  update = () => {}\n  destroy() {\n    time.off('bounds', this.update)\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'added once more in the cleanup of an effect',
      code: "import { useEffect } from 'react'\nfunction A({ node }) {\n  useEffect(() => {\n    const f = () => {}\n    node.addEventListener('mousedown', f)\n    return () => {\n      node.addEventListener('mousedown', f)\n    }\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'again', line: 7, column: 7, endLine: 7, endColumn: 44,
          suggestions: [
            { messageId: 'mend', output: "import { useEffect } from 'react'\nfunction A({ node }) {\n  useEffect(() => {\n    const f = () => {}\n    node.addEventListener('mousedown', f)\n    return () => {\n      node.removeEventListener('mousedown', f)\n    }\n  }, [])\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'added once more by a method that its name says to remove, beside the method that adds',
      code: "var Controls = {\n  addSessionListeners: function () {\n    this.session.addEventListener('select', this.onSelect)\n  },\n  removeSessionListeners: function () {\n    this.session.addEventListener('select', this.onSelect)\n  }\n}\n",
      errors: [
        {
          messageId: 'again', line: 6, column: 5, endLine: 6, endColumn: 59,
          suggestions: [
            { messageId: 'mend', output: "var Controls = {\n  addSessionListeners: function () {\n    this.session.addEventListener('select', this.onSelect)\n  },\n  removeSessionListeners: function () {\n    this.session.removeEventListener('select', this.onSelect)\n  }\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'added once more in a cleanup that removes from others',
      code: "import { useEffect } from 'react'\nfunction A({ node, others }) {\n  useEffect(() => {\n    const f = () => {}\n    node.addEventListener('mousedown', f)\n    for (const [one, g] of others) one.addEventListener('mousedown', g)\n    return () => {\n      for (const [one, g] of others) one.removeEventListener('mousedown', g)\n      node.addEventListener('mousedown', f)\n    }\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'again', line: 9, column: 7, endLine: 9, endColumn: 44,
          suggestions: [
            { messageId: 'mend', output: "import { useEffect } from 'react'\nfunction A({ node, others }) {\n  useEffect(() => {\n    const f = () => {}\n    node.addEventListener('mousedown', f)\n    for (const [one, g] of others) one.addEventListener('mousedown', g)\n    return () => {\n      for (const [one, g] of others) one.removeEventListener('mousedown', g)\n      node.removeEventListener('mousedown', f)\n    }\n  }, [])\n}\n" },
          ],
        },
      ],
    },
    {
      name: 'an inline listener, added the same way',
      code: "import { useEffect } from 'react'\nexport function A() {\n  useEffect(() => {\n    window.addEventListener('resize', () => draw())\n    return () => window.removeEventListener('resize', () => draw())\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'fresh', line: 5, column: 18, endLine: 5, endColumn: 68,
          suggestions: [
            {
              messageId: 'mend',
              output: "import { useEffect } from 'react'\nexport function A() {\n  useEffect(() => {\n    const onResize = () => draw()\n    window.addEventListener('resize', onResize)\n    return () => window.removeEventListener('resize', onResize)\n  }, [])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'bound at both ends',
      code: "class View {\n  show() {\n    document.addEventListener('keydown', this.press.bind(this))\n  }\n\n  hide() {\n    document.removeEventListener('keydown', this.press.bind(this))\n  }\n\n  press() {}\n}\n",
      errors: [
        {
          messageId: 'fresh', line: 7, column: 5, endLine: 7, endColumn: 67,
          suggestions: [
            {
              messageId: 'mend',
              output: "class View {\n  #onKeydown = this.press.bind(this)\n  show() {\n    document.addEventListener('keydown', this.#onKeydown)\n  }\n\n  hide() {\n    document.removeEventListener('keydown', this.#onKeydown)\n  }\n\n  press() {}\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a listener of an earlier call, which nothing of this one can name',
      code: "let child\nexport function restart() {\n  if (child) {\n    child.off('exit', () => process.exit())\n    child.kill()\n  }\n  child = spawn()\n  child.on('exit', () => process.exit())\n}\n",
      errors: [{ messageId: 'fresh', line: 4, column: 5, endLine: 4, endColumn: 44 }],
    },
    {
      name: 'a bound listener, added otherwise',
      code: "const f = handler.bind(x)\nnode.on('a', f)\nnode.off('a', handler.bind(x))\n",
      errors: [
        {
          messageId: 'fresh', line: 3, column: 1, endLine: 3, endColumn: 31,
        },
      ],
    },
    {
      name: 'another capture flag',
      code: "document.addEventListener('focus', onFocus, true)\ndocument.removeEventListener('focus', onFocus)\n",
      errors: [
        {
          messageId: 'capture', line: 2, column: 1, endLine: 2, endColumn: 47,
          suggestions: [
            {
              messageId: 'mend',
              output: "document.addEventListener('focus', onFocus, true)\ndocument.removeEventListener('focus', onFocus, true)\n",
            },
          ],
        },
      ],
    },
    {
      name: 'another capture flag at the end of an effect',
      code: "import { useEffect } from 'react'\nexport function Panel() {\n  useEffect(() => {\n    const onFocus = () => show()\n    document.addEventListener('focus', onFocus, true)\n    return () => document.removeEventListener('focus', onFocus)\n  }, [])\n}\n",
      output: "import { useEffect } from 'react'\nexport function Panel() {\n  useEffect(() => {\n    const onFocus = () => show()\n    document.addEventListener('focus', onFocus, true)\n    return () => document.removeEventListener('focus', onFocus, true)\n  }, [])\n}\n",
      errors: [{ messageId: 'capture', line: 6, column: 18, endLine: 6, endColumn: 64, suggestions: [] }],
    },
    {
      name: 'another capture flag, too much',
      code: "document.addEventListener('focus', onFocus, { passive: true })\ndocument.removeEventListener('focus', (onFocus), true)\n",
      errors: [
        {
          messageId: 'capture', line: 2, column: 1, endLine: 2, endColumn: 55,
          suggestions: [
            {
              messageId: 'mend',
              output: "document.addEventListener('focus', onFocus, { passive: true })\ndocument.removeEventListener('focus', (onFocus))\n",
            },
          ],
        },
      ],
    },
    {
      name: 'another event',
      code: "function drag() {\n  const move = () => {}\n  document.addEventListener('pointermove', move)\n  return () => document.removeEventListener('mousemove', move)\n}\n",
      errors: [
        {
          messageId: 'event', data: { added: "'pointermove'", removed: "'mousemove'" }, line: 4, column: 16, endLine: 4, endColumn: 63,
          suggestions: [
            {
              messageId: 'mend',
              output: "function drag() {\n  const move = () => {}\n  document.addEventListener('pointermove', move)\n  return () => document.removeEventListener('pointermove', move)\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'another holder',
      code: "import { useEffect } from 'react'\nexport function A() {\n  useEffect(() => {\n    const blur = () => {}\n    window.addEventListener('blur', blur)\n    return () => {\n      document.removeEventListener('blur', blur)\n    }\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'holder', data: { added: 'window', removed: 'document' }, line: 7, column: 7, endLine: 7, endColumn: 49,
          suggestions: [
            {
              messageId: 'mend',
              output: "import { useEffect } from 'react'\nexport function A() {\n  useEffect(() => {\n    const blur = () => {}\n    window.addEventListener('blur', blur)\n    return () => {\n      window.removeEventListener('blur', blur)\n    }\n  }, [])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'what is inside of the listener',
      code: "class View extends React.Component {\n  componentDidMount() {\n    window.addEventListener('resize', throttle(this.measure, 100))\n  }\n  componentWillUnmount() {\n    window.removeEventListener('resize', this.measure)\n  }\n  measure() {}\n}\n",
      errors: [
        {
          messageId: 'wrapped', data: { added: 'throttle(this.measure, 100)', removed: 'this.measure' }, line: 6, column: 5, endLine: 6, endColumn: 55,
          suggestions: [
            {
              messageId: 'mend',
              output: "class View extends React.Component {\n  #measure = throttle(this.measure, 100)\n  componentDidMount() {\n    window.addEventListener('resize', this.#measure)\n  }\n  componentWillUnmount() {\n    window.removeEventListener('resize', this.#measure)\n  }\n  measure() {}\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a constant that was throttled',
      code: "function f() {\n  const move = () => {}\n  const slow = throttle(move, 9)\n  document.addEventListener('mousemove', slow)\n  return () => document.removeEventListener('mousemove', move)\n}\n",
      errors: [
        {
          messageId: 'wrapped', data: { added: 'slow', removed: 'move' }, line: 5, column: 16, endLine: 5, endColumn: 63,
          suggestions: [
            {
              messageId: 'mend',
              output: "function f() {\n  const move = () => {}\n  const slow = throttle(move, 9)\n  document.addEventListener('mousemove', slow)\n  return () => document.removeEventListener('mousemove', slow)\n}\n",
            },
          ],
        },
      ],
    },
  ],
})
