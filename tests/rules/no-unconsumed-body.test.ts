import rule from '../../src/rules/no-unconsumed-body.ts'
import { testRule } from '../support/rule-tester.ts'

const node = "import 'node:path'\n"
const http = "import http from 'node:http'\n"
const fs = "import { createReadStream } from 'node:fs'\n"

testRule('no-unconsumed-body', rule, {
  valid: [
    // Read, discarded, or handed to somebody who may
    `${node}async function f(url) { const r = await fetch(url); if (!r.ok) throw new Error(r.status); return r.json() }`,
    `${node}async function f(url) { const r = await fetch(url); await r.body?.cancel(); return r.ok }`,
    `${node}async function f(url) { const r = await fetch(url); for await (const chunk of r.body) g(chunk) }`,
    `${node}async function f(url) { const r = await fetch(url); log(r); return r.status }`,
    `${node}test("not found", async () => { const r = await fetch(url); assert.equal(r.status, 404); expect(r.ok).toBe(false) })`,
    `${node}test("in a page", async () => { await page.evaluate(() => { fetch(url).then(() => { done() }) }) })`,
    `${node}test("found", async () => { expect((await fetch(url)).ok).toBe(true) })`,
    `${node}async function f(url) { const r = await fetch(url); const copy = r.clone(); return r.ok && copy }`,
    `${node}async function f(url) { const { ok, ...rest } = await fetch(url); return rest }`,
    `${node}async function f(url) { const { ok, body } = await fetch(url); return body }`,
    `${node}async function f(url) { return fetch(url) }`,
    `${node}async function f(url) { return await fetch(url) }`,
    `${node}const f = (url) => fetch(url).then((r) => r.text())`,
    `${node}const f = (url) => fetch(url).then((r) => [r.ok, r])`,
    `${node}const f = (url) => fetch(url).then(check)`,
    `${node}export const response = await fetch(url)`,
    `${node}async function f(url) { const pending = fetch(url); return pending }`,
    // No body, or a short one
    `${node}async function f(url) { const r = await fetch(url, { method: 'HEAD' }); return r.ok }`,
    `${node}async function f(url) { const r = await fetch(url, { method: 'POST', body: 'x' }); return r.ok }`,
    `${node}async function f(url, options) { const r = await fetch(url, options); return r.ok }`,
    `${node}async function f(url, options) { const r = await fetch(url, { ...options }); return r.ok }`,
    `${node}async function f(url, method) { const r = await fetch(url, { method }); return r.ok }`,
    `${node}async function f(request) { const r = await fetch(request); return r.ok }`,
    `${node}async function f(url) { const r = await fetch(url, { redirect: 'manual' }); return r.headers.get('location') }`,
    `${http}http.request({ method: 'HEAD' }, (res) => done(res.statusCode)).end()`,
    // Nobody knows that it is Node, or it is another function
    'async function f(url) { const r = await fetch(url); return r.ok }',
    `${node}async function f(url) { const r = await fetch(url); document.title = r.status }`,
    `${node}async function f(url, fetch) { const r = await fetch(url); return r.ok }`,
    "import { request } from './client'\nasync function f() { const { statusCode } = await request(url); return statusCode }",
    "import http from './http'\nhttp.get(url, (res) => done(res.statusCode))",
    // Node's responses
    `${http}http.get(url, (res) => { res.resume(); done(res.statusCode) })`,
    `${http}http.get(url, (res) => { res.on('data', add).on('end', done) })`,
    `${http}http.get(url, (res) => { res.pipe(file); res.on('end', done) })`,
    `${http}http.get(url, (res) => { done(res) })`,
    `${http}http.get(url, handler)`,
    `${http}http.get(url).on('error', fail)`,
    `${http}http.get(url, function () { handle(arguments[0]) })`,
    `${http}const req = http.get(url, (res) => done(res.statusCode)); req.on('timeout', () => req.destroy())`,
    `${http}http.get(url, (res) => done(res.statusCode)).setTimeout(9).destroy()`,
    `${http}http.get(url, (res) => { if (res.statusCode !== 200) { res.resume(); return fail() } res.pipe(file) })`,
    `${http}http.get(url, (res) => { if (res.statusCode !== 200) { fail(); process.exit(1); return } res.pipe(file) })`,
    `${http}http.get(url, (res) => { if (res.statusCode !== 200) fail(); res.pipe(file) })`,
    `${http}http.get(url, (res) => { if (cancelled) return; res.pipe(file) })`,
    `${http}http.get(url, (res) => { res.pipe(file); if (res.statusCode !== 200) return; done() })`,
    // Files
    `${fs}createReadStream(path).pipe(res)`,
    `${fs}const s = createReadStream(path); s.on('error', fail); s.on('data', add)`,
    `${fs}const s = createReadStream(path); s.once('open', () => s.destroy())`,
    `${fs}async function f() { const s = createReadStream(path); for await (const chunk of s) g(chunk) }`,
    `${fs}const f = () => createReadStream(path)`,
    `${fs}export const s = createReadStream(path)`,
  ],
  invalid: [
    {
      name: 'a status in a constant',
      code: `${node}async function f(url) {\n  const r = await fetch(url)\n  return r.ok\n}`,
      errors: [{
        messageId: 'body', data: { call: 'fetch(url)', discard: 'await r.body?.cancel()' }, line: 3, column: 19, endLine: 3, endColumn: 24,
        suggestions: [{ messageId: 'discard', data: { discard: 'await r.body?.cancel()' }, output: `${node}async function f(url) {\n  const r = await fetch(url)\n  await r.body?.cancel()\n  return r.ok\n}` }],
      }],
    },
    {
      name: 'a variable that is given its value later, and a line that would go on',
      code: `${node}async function f(url) {\n  let r\n  r = await globalThis.fetch(url, { method: 'get' })\n  ;[x] = [r!.headers.get('a')]\n}`,
      errors: [{
        messageId: 'body', data: { call: "globalThis.fetch(url, { method: 'get' })", discard: 'await r.body?.cancel()' }, line: 4, column: 13, endLine: 4, endColumn: 29,
        suggestions: [{ messageId: 'discard', data: { discard: 'await r.body?.cancel()' }, output: `${node}async function f(url) {\n  let r\n  r = await globalThis.fetch(url, { method: 'get' })\n  await r.body?.cancel()\n  ;[x] = [r!.headers.get('a')]\n}` }],
      }],
    },
    {
      name: 'a part of it is taken out',
      code: `${node}async function f(url) {\n  const { ok } = await fetch(url);\n  return ok;\n}`,
      errors: [{
        messageId: 'body', data: { call: 'fetch(url)', discard: 'await body?.cancel()' }, line: 3, column: 24, endLine: 3, endColumn: 29,
        suggestions: [{ messageId: 'discard', data: { discard: 'await body?.cancel()' }, output: `${node}async function f(url) {\n  const { ok, body } = await fetch(url);\n  await body?.cancel();\n  return ok;\n}` }],
      }],
    },
    {
      name: 'undici, where the name is taken',
      code: "import { request } from 'undici'\nasync function f(body) {\n  const { statusCode } = await request(url)\n  return statusCode + body\n}",
      errors: [{
        messageId: 'body', data: { call: 'request(url)', discard: 'await body2.dump()' }, line: 3, column: 32, endLine: 3, endColumn: 39,
        suggestions: [{ messageId: 'discard', data: { discard: 'await body2.dump()' }, output: "import { request } from 'undici'\nasync function f(body) {\n  const { statusCode, body: body2 } = await request(url)\n  await body2.dump()\n  return statusCode + body\n}" }],
      }],
    },
    {
      name: 'node-fetch gives a stream of Node',
      code: "import fetch from 'node-fetch'\nconst r = await fetch(url)\nif (!r.ok) throw new Error(r.statusText)",
      errors: [{
        messageId: 'body', data: { call: 'fetch(url)', discard: 'r.body?.resume()' }, line: 2, column: 17, endLine: 2, endColumn: 22,
        suggestions: [{ messageId: 'discard', data: { discard: 'r.body?.resume()' }, output: "import fetch from 'node-fetch'\nconst r = await fetch(url)\nr.body?.resume()\nif (!r.ok) throw new Error(r.statusText)" }],
      }],
    },
    {
      name: 'one expression',
      code: `${node}async function f(url) {\n  return (await fetch(url)).status === 200\n}`,
      errors: [{
        messageId: 'body', data: { call: 'fetch(url)', discard: 'await response.body?.cancel()' }, line: 3, column: 17, endLine: 3, endColumn: 22,
        suggestions: [{ messageId: 'discard', data: { discard: 'await response.body?.cancel()' }, output: `${node}async function f(url) {\n  const response = await fetch(url)\n  await response.body?.cancel()\n  return response.status === 200\n}` }],
      }],
    },
    {
      name: 'an expression behind another has no place for it',
      code: `${node}async function f(url) {\n  return g() && (await fetch(url)).ok\n}`,
      errors: [{ messageId: 'body', data: { call: 'fetch(url)', discard: 'await response.body?.cancel()' }, line: 3, column: 24, endLine: 3, endColumn: 29, suggestions: [] }],
    },
    {
      name: 'nothing is looked at',
      code: `${node}async function f(url) {\n  await fetch(url)\n  fetch(url).catch(() => {})\n}`,
      errors: [
        {
          messageId: 'body', data: { call: 'fetch(url)', discard: 'await response.body?.cancel()' }, line: 3, column: 9, endLine: 3, endColumn: 14,
          suggestions: [{ messageId: 'discard', data: { discard: 'await response.body?.cancel()' }, output: `${node}async function f(url) {\n  const response = await fetch(url)\n  await response.body?.cancel()\n  fetch(url).catch(() => {})\n}` }],
        },
        {
          messageId: 'body', data: { call: 'fetch(url)', discard: '.then((response) => response.body?.cancel())' }, line: 4, column: 3, endLine: 4, endColumn: 8,
          suggestions: [{ messageId: 'discard', data: { discard: '.then((response) => response.body?.cancel())' }, output: `${node}async function f(url) {\n  await fetch(url)\n  fetch(url).then((response) => response.body?.cancel()).catch(() => {})\n}` }],
        },
      ],
    },
    {
      name: 'callbacks of then',
      code: `${node}const a = (url) => fetch(url).then((r) => r.ok, () => false)\nconst b = (url) => fetch(url).then(({ ok }) => ok)\nconst c = (url) => fetch(url).then(() => {})\n`,
      errors: [
        {
          messageId: 'body', data: { call: 'fetch(url)', discard: 'await r.body?.cancel()' }, line: 2, column: 20, endLine: 2, endColumn: 25,
          suggestions: [{ messageId: 'discard', data: { discard: 'await r.body?.cancel()' }, output: `${node}const a = (url) => fetch(url).then(async (r) => {\n  await r.body?.cancel()\n  return r.ok\n}, () => false)\nconst b = (url) => fetch(url).then(({ ok }) => ok)\nconst c = (url) => fetch(url).then(() => {})\n` }],
        },
        {
          messageId: 'body', data: { call: 'fetch(url)', discard: 'await response.body?.cancel()' }, line: 3, column: 20, endLine: 3, endColumn: 25,
          suggestions: [{ messageId: 'discard', data: { discard: 'await response.body?.cancel()' }, output: `${node}const a = (url) => fetch(url).then((r) => r.ok, () => false)\nconst b = (url) => fetch(url).then(async (response) => {\n  const { ok } = response\n  await response.body?.cancel()\n  return ok\n})\nconst c = (url) => fetch(url).then(() => {})\n` }],
        },
        {
          messageId: 'body', data: { call: 'fetch(url)', discard: 'await response.body?.cancel()' }, line: 4, column: 20, endLine: 4, endColumn: 25,
          suggestions: [{ messageId: 'discard', data: { discard: 'await response.body?.cancel()' }, output: `${node}const a = (url) => fetch(url).then((r) => r.ok, () => false)\nconst b = (url) => fetch(url).then(({ ok }) => ok)\nconst c = (url) => fetch(url).then(async (response) => { await response.body?.cancel() })\n` }],
        },
      ],
    },
    {
      name: 'a callback of http that waits for an end that never comes',
      code: `${http}http.get(url, (res) => {\n  res.on('end', () => done(res.statusCode))\n}).on('error', fail)`,
      errors: [{
        messageId: 'body', data: { call: 'http.get(…)', discard: 'res.resume()' }, line: 2, column: 1, endLine: 2, endColumn: 9,
        suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: `${http}http.get(url, (res) => {\n  res.resume()\n  res.on('end', () => done(res.statusCode))\n}).on('error', fail)` }],
      }],
    },
    {
      name: 'either protocol, the listener added later',
      code: "const http = require('http'), https = require('https')\nconst req = (secure ? https : http).request(url)\nreq.on('response', res => done(res.statusCode))",
      languageOptions: { sourceType: 'commonjs' },
      errors: [{
        messageId: 'body', data: { call: '(secure ? https : http).request(url)', discard: 'res.resume()' }, line: 2, column: 13, endLine: 2, endColumn: 44,
        suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: "const http = require('http'), https = require('https')\nconst req = (secure ? https : http).request(url)\nreq.on('response', res => {\n  res.resume()\n  done(res.statusCode)\n})" }],
      }],
    },
    {
      name: 'an error and a redirect leave without it',
      code: `${http}http.get(url, (res) => {\n  const { statusCode } = res;\n  if (statusCode === 302) return follow(res.headers.location);\n  if (statusCode !== 200) {\n    fail();\n    return;\n  }\n  res.pipe(file);\n});`,
      errors: [
        {
          messageId: 'way', data: { call: 'http.get(…)', discard: 'res.resume()' }, line: 4, column: 27, endLine: 4, endColumn: 63,
          suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: `${http}http.get(url, (res) => {\n  const { statusCode } = res;\n  if (statusCode === 302) {\n    res.resume();\n    return follow(res.headers.location);\n  }\n  if (statusCode !== 200) {\n    fail();\n    return;\n  }\n  res.pipe(file);\n});` }],
        },
        {
          messageId: 'way', data: { call: 'http.get(…)', discard: 'res.resume()' }, line: 5, column: 27, endLine: 8, endColumn: 4,
          suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: `${http}http.get(url, (res) => {\n  const { statusCode } = res;\n  if (statusCode === 302) return follow(res.headers.location);\n  if (statusCode !== 200) {\n    res.resume();\n    fail();\n    return;\n  }\n  res.pipe(file);\n});` }],
        },
      ],
    },
    {
      name: 'one of two branches, and the one that is not there',
      code: `${http}http.get(url, (res) => {\n  if (res.statusCode === 200) {\n    res.pipe(file)\n  } else {\n    fail(res.statusCode)\n  }\n})\nhttp.get(url, (res) => {\n  if (res.statusCode === 200) res.pipe(file)\n})`,
      errors: [
        {
          messageId: 'way', data: { call: 'http.get(…)', discard: 'res.resume()' }, line: 5, column: 10, endLine: 7, endColumn: 4,
          suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: `${http}http.get(url, (res) => {\n  if (res.statusCode === 200) {\n    res.pipe(file)\n  } else {\n    res.resume()\n    fail(res.statusCode)\n  }\n})\nhttp.get(url, (res) => {\n  if (res.statusCode === 200) res.pipe(file)\n})` }],
        },
        {
          messageId: 'way', data: { call: 'http.get(…)', discard: 'res.resume()' }, line: 10, column: 7, endLine: 10, endColumn: 29,
          suggestions: [{ messageId: 'discard', data: { discard: 'res.resume()' }, output: `${http}http.get(url, (res) => {\n  if (res.statusCode === 200) {\n    res.pipe(file)\n  } else {\n    fail(res.statusCode)\n  }\n})\nhttp.get(url, (res) => {\n  if (res.statusCode === 200) res.pipe(file)\n  else res.resume()\n})` }],
        },
      ],
    },
    {
      name: 'files that are opened and no more',
      code: `${fs}const s = createReadStream(path)\ns.on('error', fail)\ncreateReadStream(other).once('open', done)`,
      errors: [
        {
          messageId: 'file', data: { call: 'createReadStream(path)', discard: 's.destroy()' }, line: 2, column: 11, endLine: 2, endColumn: 27,
          suggestions: [{ messageId: 'discard', data: { discard: 's.destroy()' }, output: `${fs}const s = createReadStream(path)\ns.destroy()\ns.on('error', fail)\ncreateReadStream(other).once('open', done)` }],
        },
        {
          messageId: 'file', data: { call: 'createReadStream(other)', discard: 'createReadStream(…).destroy()' }, line: 4, column: 1, endLine: 4, endColumn: 17,
          suggestions: [{ messageId: 'discard', data: { discard: 'createReadStream(…).destroy()' }, output: `${fs}const s = createReadStream(path)\ns.on('error', fail)\ncreateReadStream(other).once('open', done).destroy()` }],
        },
      ],
    },
  ],
})
