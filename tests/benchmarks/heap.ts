import { Linter, type ESLint } from 'eslint'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { faultyPiece } from './program.ts'

/**
 * Heap in use, in bytes, after a collection at every `step` files, while one process lints `files` different small files
 * with one Linter, as an editor does.
 */
export function heapWhileLinting(files: number, step: number, plugin: ESLint.Plugin, rules: Linter.RulesRecord): number[] {
  const collect = garbageCollector()
  const linter = new Linter()
  const config: Linter.Config[] = [{ plugins: { memory: plugin }, rules }]
  const heap: number[] = []
  for (let index = 1; index <= files; index++) {
    linter.verify(faultyPiece(index), config, { filename: `file-${index}.js` })
    if (index % step !== 0) continue
    collect()
    heap.push(process.memoryUsage().heapUsed)
  }
  return heap
}

/** The collector itself, in a process that was not started with --expose-gc. */
export function garbageCollector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as NodeJS.GCFunction
}
