/**
 * Published packages that ship the sources people wrote, not bundles: the real code the rules are read on.
 *
 * Each is an exact devDependency. `sources` are files and folders inside the package; folders are read recursively,
 * without tests, declarations and minified files.
 */
export interface CorpusPackage {
  name: string
  sources: readonly string[]
}

export const corpusPackages: readonly CorpusPackage[] = [
  // Servers, clients and drivers: connections, timers, listeners, streams
  { name: '@grpc/grpc-js', sources: ['src'] },
  { name: 'express', sources: ['lib'] },
  { name: 'fastify', sources: ['fastify.js', 'lib'] },
  { name: 'kafkajs', sources: ['index.js', 'src'] },
  { name: 'mongodb', sources: ['src'] },
  { name: 'mongoose', sources: ['lib'] },
  { name: 'mysql2', sources: ['lib'] },
  { name: 'puppeteer-core', sources: ['src'] },
  { name: 'undici', sources: ['lib'] },
  { name: 'ws', sources: ['lib'] },
  // Pages: DOM listeners, observers, frame loops, media, WebGL, custom elements
  { name: '@vaadin/grid', sources: ['src'] },
  { name: '@xterm/xterm', sources: ['src'] },
  { name: 'hls.js', sources: ['src'] },
  { name: 'jquery', sources: ['src'] },
  { name: 'leaflet', sources: ['src'] },
  { name: 'maplibre-gl', sources: ['src'] },
  { name: 'prosemirror-view', sources: ['src'] },
  { name: 'three', sources: ['src', 'examples/jsm/controls', 'examples/jsm/exporters', 'examples/jsm/loaders'] },
  // React: hooks, class components, stores
  { name: '@tanstack/query-core', sources: ['src'] },
  { name: '@tanstack/react-query', sources: ['src'] },
  { name: '@tldraw/editor', sources: ['src'] },
  { name: 'preact', sources: ['src', 'compat/src', 'debug/src', 'hooks/src'] },
  { name: 'react-joyride', sources: ['src'] },
  // Data, reactivity, a compiler
  { name: 'lodash', sources: ['lodash.js'] },
  { name: 'mobx', sources: ['src'] },
  { name: 'rxjs', sources: ['src'] },
  { name: 'svelte', sources: ['src'] },
]
