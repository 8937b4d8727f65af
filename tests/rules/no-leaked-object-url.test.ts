import * as parser from '@typescript-eslint/parser'
import * as svelte from 'svelte-eslint-parser'
import * as vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-leaked-object-url.ts'
import { testRule } from '../support/rule-tester.ts'

const jsx = { filename: 'Upload.jsx', languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }
const inVue = { filename: 'Upload.vue', languageOptions: { parser: vue, parserOptions: { parser } } }

testRule('no-leaked-object-url', rule, {
  valid: [
    { name: 'an URL that a helper of another file releases, by its name', filename: 'a.jsx', code: "import { useEffect, useState } from 'react'\nimport { releaseUrl } from './files'\nexport function Preview() {\n  const [url, setUrl] = useState(null)\n  useEffect(() => () => releaseUrl(url), [url])\n  return <input onChange={(event) => setUrl(URL.createObjectURL(event.target.files[0]))} />\n}" },
    { name: 'the source of the one worker of a module', code: 'let worker = null\nconst init = () => {\n  const url = URL.createObjectURL(new Blob([code]))\n  worker = new Worker(url)\n}\nexport function decode(bytes) {\n  if (!worker) init()\n  worker.postMessage(bytes)\n}' },
    { name: 'what jQuery gives a link that nobody clicks here, and what is no attribute', code: "export function a(blob) { const url = URL.createObjectURL(blob); $(link).attr('href', url) }\nexport function b(blob) { const url = URL.createObjectURL(blob); $(link).attr({ href: url }) }\nexport function c(blob) { const url = URL.createObjectURL(blob); make({ src: url }) }\nexport function d(blob) { const url = URL.createObjectURL(blob); $(link).attr('data-url', url) }" },
    { name: 'minified code', code: `${'f(1);'.repeat(5000)}function show(video, file) { video.src = URL.createObjectURL(file) }` },
    { name: 'a stream, which has no blob', code: 'function show(video, stream) { video.src = URL.createObjectURL(stream) }' },
    { name: 'a file of tests', code: "describe('source', () => { it('opens', () => { video.src = URL.createObjectURL(blob) }) })" },
    // Options that end it are another platform's
    'function f(media) { const list = new Windows.Media.Playback.MediaPlaybackList(); player.src = URL.createObjectURL(list, { oneTimeOnly: true }) }',
    // Revoked
    'function save(blob) { const url = URL.createObjectURL(blob); link.href = url; link.click(); URL.revokeObjectURL(url) }',
    'function show(blob) { image.src = URL.createObjectURL(blob); image.onload = () => { URL.revokeObjectURL(image.src) } }',
    'const { revokeObjectURL } = URL\nfunction show(blob) { image.src = URL.createObjectURL(blob); done(() => revokeObjectURL(image.src)) }',
    // Once for the program
    'const worker = new Worker(URL.createObjectURL(new Blob([source])))',
    'function main() { image.src = URL.createObjectURL(blob) } main()',
    // Somebody else may revoke it
    'function url(blob) { return URL.createObjectURL(blob) }',
    'const url = (blob) => URL.createObjectURL(blob)',
    'function show(blob) { cache.set(blob, URL.createObjectURL(blob)) }',
    'function show(blob) { const url = URL.createObjectURL(blob); image.src = url; return url }',
    'function show(file) { files.push({ url: URL.createObjectURL(file) }) }',
    'class A { show(blob) { this.url = URL.createObjectURL(blob) } }',
    // What a component shows, and hands on
    { code: "<script setup>\nimport { ref } from 'vue'\nconst image = ref('')\nfunction pick(file) { image.value = URL.createObjectURL(file); emit('picked', image.value) }\n</script>\n", ...inVue },
    { code: '<script>\nexport let url\nfunction pick(file) { url = URL.createObjectURL(file) }\n</script>\n', filename: 'Upload.svelte', languageOptions: { parser: svelte } },
    "export function useUrl(file) { const url = ref(''); watch(file, (now) => { url.value = URL.createObjectURL(now) }); return { url } }",
    'class Upload extends HTMLElement { connectedCallback() { this.url = URL.createObjectURL(file); urls.push(this.url) } }',
    { code: 'const Row = ({ blob }) => <Preview url={URL.createObjectURL(blob)} />', ...jsx },
    // A link that stays
    "function show(link, blob) { link.href = URL.createObjectURL(blob); link.textContent = 'Save' }",
    'function start() { return new SharedWorker(URL.createObjectURL(blob)) }',
    // A MediaSource
    'function play(video) { const mediaSource = new MediaSource(); video.src = URL.createObjectURL(mediaSource) }',
    // Another thing of the same name
    "import { URL } from './url'\nfunction show(image, blob) { image.src = URL.createObjectURL(blob) }",
  ],
  invalid: [
    {
      name: "attributes by jQuery",
      code: "export function show(blob) {\n  $(image).attr({ src: URL.createObjectURL(blob) })\n}\nexport function showToo(blob) {\n  const url = URL.createObjectURL(blob)\n  $(image).attr('src', url)\n}\nexport function save(blob) {\n  const url = URL.createObjectURL(blob)\n  $(link).attr({ href: url, download: 'a' })[0].click()\n}",
      errors: [{ messageId: 'leaked', line: 2, column: 24, endLine: 2, endColumn: 49, suggestions: [] }, { messageId: 'leaked', line: 5, column: 15, endLine: 5, endColumn: 40, suggestions: [] }, { messageId: 'leaked', line: 9, column: 15, endLine: 9, endColumn: 40, suggestions: [] }],
    },
    {
      name: 'a download',
      code: "function save(blob) {\n  const link = document.createElement('a')\n  link.href = URL.createObjectURL(blob)\n  link.download = 'data.json'\n  link.click()\n}\n",
      errors: [
        {
          messageId: 'leaked', line: 3, column: 15, endLine: 3, endColumn: 40,
          suggestions: [
            {
              messageId: 'revoke', data: { last: 'link.click()' },
              output: "function save(blob) {\n  const link = document.createElement('a')\n  link.href = URL.createObjectURL(blob)\n  link.download = 'data.json'\n  link.click()\n  URL.revokeObjectURL(link.href)\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a download by a constant',
      code: "export const save = async (data) => {\n  const url = window.URL.createObjectURL(new Blob([data]))\n  const link = document.createElement('a')\n  link.setAttribute('href', url)\n  document.body.appendChild(link)\n  link.click()\n  document.body.removeChild(link)\n}\n",
      errors: [
        {
          messageId: 'leaked', line: 2, column: 15, endLine: 2, endColumn: 59,
          suggestions: [
            {
              messageId: 'revoke', data: { last: 'link.click()' },
              output: "export const save = async (data) => {\n  const url = window.URL.createObjectURL(new Blob([data]))\n  const link = document.createElement('a')\n  link.setAttribute('href', url)\n  document.body.appendChild(link)\n  link.click()\n  URL.revokeObjectURL(url)\n  document.body.removeChild(link)\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a worker',
      code: "function start(source) {\n  const url = URL.createObjectURL(new Blob([source]))\n  const worker = new Worker(url)\n  worker.postMessage('go')\n}\n",
      errors: [
        {
          messageId: 'leaked', line: 2, column: 15, endLine: 2, endColumn: 54,
          suggestions: [
            {
              messageId: 'revoke', data: { last: 'new Worker(url)' },
              output: "function start(source) {\n  const url = URL.createObjectURL(new Blob([source]))\n  const worker = new Worker(url)\n  URL.revokeObjectURL(url)\n  worker.postMessage('go')\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'an image, which is read later',
      code: 'function show(image, blob) {\n  image.src = URL.createObjectURL(blob)\n}\n',
      errors: [
        {
          messageId: 'leaked', line: 2, column: 15, endLine: 2, endColumn: 40,
        },
      ],
    },
    {
      name: 'the state of a component',
      code: "import { useState } from 'react'\nexport function Upload() {\n  const [preview, setPreview] = useState(null)\n  const onChange = (event) => {\n    setPreview(URL.createObjectURL(event.target.files[0]))\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', line: 5, column: 16, endLine: 5, endColumn: 58,
        },
      ],
    },
    {
      name: 'what a hook keeps',
      code: "import { useMemo } from 'react'\nexport function Picture({ blob }) {\n  const url = useMemo(() => URL.createObjectURL(blob), [blob])\n  return <img src={url} />\n}\n",
      ...jsx,
      errors: [{ messageId: 'leaked', line: 3, column: 29, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'one with each rendering',
      code: 'export const Picture = ({ blob }) => <img src={blob ? URL.createObjectURL(blob) : fallback} />\n',
      ...jsx,
      errors: [{ messageId: 'leaked', line: 1, column: 55, endLine: 1, endColumn: 80 }],
    },
    {
      name: "what Vue's component shows",
      code: "<script setup>\nimport { computed, ref } from 'vue'\nconst image = ref('')\nfunction pick(file) {\n  image.value = URL.createObjectURL(file)\n}\nconst other = computed(() => URL.createObjectURL(props.file))\n</script>\n<template><img :src=\"image\"><img :src=\"other\"></template>\n",
      ...inVue,
      errors: [{ messageId: 'leaked', line: 5, column: 17, endLine: 5, endColumn: 42 }, { messageId: 'leaked', line: 7, column: 30, endLine: 7, endColumn: 61 }],
    },
    {
      name: 'what a field of a component shows',
      code: "<script>\nexport default {\n  data() { return { url: '' } },\n  methods: {\n    pick(file) { this.url = URL.createObjectURL(file) },\n  },\n}\n</script>\n",
      ...inVue,
      errors: [{ messageId: 'leaked', line: 5, column: 29, endLine: 5, endColumn: 54 }],
    },
    {
      name: "Angular's, as it wants to be trusted",
      code: "import { Component } from '@angular/core'\n@Component({ template: '' })\nexport class Upload {\n  pick(file) { this.url = this.sanitizer.bypassSecurityTrustUrl(URL.createObjectURL(file)) }\n}\n",
      languageOptions: { parser },
      errors: [{ messageId: 'leaked', line: 4, column: 65, endLine: 4, endColumn: 90 }],
    },
    {
      name: "what Svelte's component shows",
      code: '<script>\nlet url\nfunction pick(file) { url = URL.createObjectURL(file) }\n</script>\n<img src={url}>\n',
      filename: 'Upload.svelte', languageOptions: { parser: svelte },
      errors: [{ messageId: 'leaked', line: 3, column: 29, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'a window, under a condition',
      code: 'function print(blob) {\n  const url = blob ? URL.createObjectURL(blob) : null\n  if (url) window.open(url)\n}\n',
      errors: [
        {
          messageId: 'leaked', line: 2, column: 22, endLine: 2, endColumn: 47,
        },
      ],
    },
  ],
})
