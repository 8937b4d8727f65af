import { expect, test } from 'vitest'
import { ownerOf } from '../../src/analysis/owners.ts'
import { isOnWayIn, teardownOf } from '../../src/analysis/teardown.ts'
import { nodeOf, program } from '../support/program.ts'

function owner(code: string): string | null {
  const sourceCode = program(code)
  const found = ownerOf(nodeOf(sourceCode, 'here'), sourceCode)
  return found && ('framework' in found && found.framework ? found.framework : found.kind)
}

function teardown(code: string): string[] {
  const sourceCode = program(code)
  const found = ownerOf(nodeOf(sourceCode, 'here'), sourceCode)
  return found ? teardownOf(found, sourceCode).entries.map((entry) => sourceCode.getText(entry)) : []
}

function onWayIn(code: string): boolean | null {
  const sourceCode = program(code)
  const node = nodeOf(sourceCode, 'here')
  const found = ownerOf(node, sourceCode)
  return found && isOnWayIn(node, found, sourceCode)
}

test('what runs once, or nobody knows how often, has no owner', () => {
  expect(owner('here')).toBe(null)
  expect(owner('function main() { here } main()')).toBe(null)
  expect(owner('export function f() { here }')).toBe(null)
  expect(owner('class A { f() { here } }')).toBe(null)
  expect(owner('class A { f() { here } destroy() {} } new A()')).toBe(null)
  expect(owner('class A { static f() { here } destroy() {} }')).toBe(null)
})

test('classes are owners by what they extend, by their decorators, and by the methods that end them', () => {
  expect(owner('class A extends React.Component { f() { here } }')).toBe('react')
  expect(owner('class A extends Mixin(LitElement) { f() { here } }')).toBe('element')
  expect(owner("import { Directive as D } from '@angular/core'\n@D({}) class A { f() { here } }")).toBe('angular')
  expect(owner("import C from '@glimmer/component'\nclass A extends C { f() { here } }")).toBe('ember')
  expect(owner('class A { f() { here } connectedCallback() {} }')).toBe('element')
  expect(owner('class A { f = () => here; [Symbol.dispose]() {} }')).toBe('class')
})

test('functions are owners by what calls them', () => {
  expect(owner("import { useEffect } from 'react'\nfunction A() { useEffect(() => { here }) }")).toBe('effect')
  expect(owner("import { useEffect } from 'react'\nfunction A() { const f = () => here; useEffect(() => { f() }) }")).toBe('effect')
  expect(owner("import { useRef } from 'react'\nfunction useA() { return () => here }")).toBe('component')
  expect(owner("import { onMounted } from 'vue'\nfunction useA() { onMounted(async () => { await x; here }) }")).toBe('setup')
  expect(owner('export default { props: [], mounted() { here } }')).toBe('options')
  expect(owner('function make() { here; return { destroy() {} } }')).toBe('factory')
  expect(owner("server.on('connection', (socket) => { here })")).toBe('callback')
  expect(owner("app.get('/', (req, res) => { here })")).toBe('callback')
})

test('an owner ends by its methods, cleanups and hooks', () => {
  expect(teardown('class A extends HTMLElement { f() { here } destroy() {} disconnectedCallback() {} }')).toEqual(['() {}', '() {}'])
  expect(teardown("import { useEffect } from 'react'\nfunction A() { useEffect(() => { here; return stop }); function stop() {} }")).toEqual(['function stop() {}', 'function stop() {}'])
  expect(teardown("import { onUnmounted } from 'vue'\nfunction useA() { here; onUnmounted(end) }")).toEqual(['end'])
})

test('handlers are not on the way in', () => {
  expect(onWayIn('class A { constructor() { this.f() } f() { here } destroy() {} }')).toBe(true)
  expect(onWayIn('class A { constructor() { x.on("a", () => this.f()) } f() { here } destroy() {} }')).toBe(false)
  expect(onWayIn('class A extends React.Component { componentDidMount() { load().then(() => here) } }')).toBe(true)
  expect(onWayIn("export default { name: 'A', mounted() { this.$nextTick(this.f) }, methods: { f() { here } } }")).toBe(true)
})

