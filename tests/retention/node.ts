import { fileURLToPath } from 'node:url'
import { execute } from '../support/execute.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url)) // where packages are found

/** Leaves a while between the steps: a WeakRef holds what it refers to until the end of the task that asked it. */
const driver = `
const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms))
const make = async (number) => {
  const { held, isOpen, end } = await use(number)
  const ref = held && new WeakRef(held)
  return { isAlive: isOpen ?? (() => ref.deref() !== undefined), end }
}
const finish = async (one) => {
  await one.end()
  one.end = undefined
}
const used = []
for (let i = 0; i <= times; i++) used.push(await make(i)) // one more, since the platform may hold the last
await pause(50)
for (const one of used) await finish(one)
used.pop()
let alive = times
for (let round = 0; alive > 0 && round < 15; round++) {
  await pause(20)
  gc()
  await pause()
  alive = 0
  for (const { isAlive } of used) if (await isAlive()) alive++
}
process.stdout.write(String(alive), () => process.exit())
`

/** How many of those that the module makes are alive in Node when all have ended and garbage is collected. */
export async function aliveInNode(module: string, times: number): Promise<number> {
  const { code, stdout, stderr } = await execute(process.execPath, ['--expose-gc', '--no-warnings', '--input-type=module', '--eval', `${module}\nconst times = ${times}\n${driver}`], { cwd, timeout: 60_000 })
  if (code !== 0) throw new Error(`${stderr}\n${module}`)
  return Number(stdout)
}
