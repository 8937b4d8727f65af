import rule from '../../src/rules/no-unbounded-concurrency.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'files that are read all at once',
    code: `import { readdir, readFile } from 'node:fs/promises'
    export async function f(folder, upload) {
      const names = await readdir(folder)
      await Promise.all(names.map(async (name) => {
        const data = await readFile(folder + name)
        await upload(name, data)
      }))
    }`,
    refuses: 'tasks that start later may not start at all after one has failed',
  },
])
