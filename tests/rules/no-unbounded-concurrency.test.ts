import rule from '../../src/rules/no-unbounded-concurrency.ts'
import { testRule } from '../support/rule-tester.ts'

const fs = "import { readFile, readdir } from 'node:fs/promises'\n"
const run = "import { execFile } from 'node:child_process'\nimport { promisify } from 'node:util'\nconst run = promisify(execFile)\n"

testRule('no-unbounded-concurrency', rule, {
  valid: [
    // Kept anyway
    `async function f(urls, out) { await Promise.all(urls.map(async (url) => { const r = await fetch(url); out[url] = new Uint8Array(await r.arrayBuffer()) })) }`,
    // Few, or as many as somebody allows
    `${run}async function f() { await Promise.all(['a', 'b'].map((file) => run('tool', [file]))) }`,
    `${run}async function f() { await Promise.all(FILES.map((file) => run('tool', [file]))) }`,
    `${run}async function f(files) { await Promise.all(files.slice(0, 8).map((file) => run('tool', [file]))) }`,
    `${run}async function f(files) { if (files.length > 20) throw new Error(); await Promise.all(files.map((file) => run('tool', [file]))) }`,
    `${run}async function f(parts) { await Promise.all(parts.map((part) => run('tool', [part]))) }`,
    `${run}import pLimit from 'p-limit'\nconst limit = pLimit(4)\nasync function f(files) { await Promise.all(files.map((file) => limit(() => run('tool', [file])))) }`,
    `${run}async function f(files) { await Promise.all(files.map((file) => queue(() => run('tool', [file])))) }`,
    // What is read is kept anyway, or small
    `${fs}async function f(files) { return Promise.all(files.map((file) => readFile(file))) }`,
    `${fs}async function f(files) { return Promise.all(files.map(async (file) => ({ file, data: await readFile(file) }))) }`,
    `${fs}async function f(files) { return Promise.all(files.map(async (file) => { const data = await readFile(file); return { file, data } })) }`,
    `${fs}async function f(files) { await Promise.all(files.map(async (file) => add(await readFile(file, 'utf8')))) }`,
    `${fs}async function f(files) { await Promise.all(files.map(async (file) => { const x = JSON.parse(await readFile(file)); add(x.name) })) }`,
    // Other tasks
    'async function f(files) { await Promise.all(files.map((file) => index(file))) }',
    'async function f(urls) { await Promise.all(urls.map((url) => fetch(url, { method: "HEAD" }))) }',
    `${run}async function f(files) { for (const file of files) await run('tool', [file]) }`,
  ],
  invalid: [
    {
      name: 'a process per file of a folder',
      code: `${fs}${run}async function f(folder) {\n  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'))\n  await Promise.all(names.map(async (name) => {\n    await run('optimise', [name])\n  }))\n}`,
      errors: [{
        messageId: 'crowd', data: { holding: "run('optimise', [name])", items: 'names' }, line: 7, column: 9, endLine: 7, endColumn: 20,
        suggestions: [{ messageId: 'batches', data: { size: '16' }, output: `${fs}${run}async function f(folder) {\n  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'))\n  for (let i = 0; i < names.length; i += 16) await Promise.all(names.slice(i, i + 16).map(async (name) => {\n    await run('optimise', [name])\n  }))\n}` }],
      }],
    },
    {
      name: 'hashes of files, returned',
      code: `${fs}async function f(files, i) {\n  return Promise.all(files.map(async (file) => {\n    const data = await readFile(file);\n    hash(data);\n    return file;\n  }));\n}`,
      errors: [{
        messageId: 'crowd', data: { holding: 'readFile(file)', items: 'files' }, line: 3, column: 10, endLine: 3, endColumn: 21,
        suggestions: [{ messageId: 'batches', data: { size: '16' }, output: `${fs}async function f(files, i) {\n  const results = [];\n  for (let i2 = 0; i2 < files.length; i2 += 16) results.push(...(await Promise.all(files.slice(i2, i2 + 16).map(async (file) => {\n    const data = await readFile(file);\n    hash(data);\n    return file;\n  }))));\n  return results;\n}` }],
      }],
    },
    {
      name: 'downloads, in a constant',
      code: 'async function f(images) {\n  const names = await Promise.allSettled(images.map(async (image) => {\n    const r = await fetch(image.url)\n    await save(image, await r.arrayBuffer())\n  }))\n  log(names)\n}',
      errors: [{
        messageId: 'crowd', data: { holding: 'r.arrayBuffer()', items: 'images' }, line: 2, column: 23, endLine: 2, endColumn: 41,
        suggestions: [{ messageId: 'batches', data: { size: '16' }, output: 'async function f(images) {\n  const names = []\n  for (let i = 0; i < images.length; i += 16) names.push(...(await Promise.allSettled(images.slice(i, i + 16).map(async (image) => {\n    const r = await fetch(image.url)\n    await save(image, await r.arrayBuffer())\n  }))))\n  log(names)\n}' }],
      }],
    },
    {
      name: 'the task sees the index, or nobody waits: reported only',
      code: `${run}async function f(files) {\n  await Promise.all(files.map((file, at) => run('tool', [file, at])))\n  return { done: Promise.all(files.map((file) => run('tool', [file]))) }\n}`,
      errors: [
        { messageId: 'crowd', data: { holding: "run('tool', [file, at])", items: 'files' }, line: 5, column: 9, endLine: 5, endColumn: 20, suggestions: [] },
        { messageId: 'crowd', data: { holding: "run('tool', [file])", items: 'files' }, line: 6, column: 18, endLine: 6, endColumn: 29, suggestions: [] },
      ],
    },
  ],
})
