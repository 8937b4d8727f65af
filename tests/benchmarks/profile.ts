import { readFileSync } from 'node:fs'
import { type Profiler, type Runtime, Session } from 'node:inspector'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Microseconds between two looks at the stack. */
const INTERVAL = 100

/** Microseconds by whom they were spent for: a rule's name, `fact <name>`, `plugin` for the rest of it, and `` for all that is not the plugin's. */
export type Spent = Map<string, number>

/**
 * Runs `work` under V8's sampling profiler and says where its time went. What a rule runs counts for the rule, except what
 * is found out once for all rules (see src/analysis/fact.ts), which counts for the fact, whichever rule asked first.
 * `plugin` is the folder of the built plugin.
 */
export function profile(work: () => void, plugin: string): Spent {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: INTERVAL })
  session.post('Profiler.start')
  work()
  let taken: Profiler.Profile | undefined
  session.post('Profiler.stop', (_, { profile }) => (taken = profile))
  session.disconnect()
  return spentIn(taken!, pathToFileURL(plugin).href)
}

function spentIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, plugin: string): Spent {
  const holders = holdersOf(nodes, plugin)
  const spent: Spent = new Map()
  for (const [index, id] of samples.entries()) {
    const holder = holders.get(id) ?? ''
    spent.set(holder, (spent.get(holder) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return spent
}

/** For every node of the call tree, whom its time counts for. */
function holdersOf(nodes: readonly Profiler.ProfileNode[], plugin: string): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const holders = new Map<number, string>()
  const visit = (node: Profiler.ProfileNode, parent: Runtime.CallFrame | null, inherited: string): void => {
    const isOurs = node.callFrame.url.startsWith(plugin)
    const holder = isOurs ? holderOf(node.callFrame, parent, inherited) : inherited
    holders.set(node.id, holder)
    for (const child of node.children ?? []) visit(byId.get(child)!, node.callFrame, holder)
  }
  visit(nodes[0]!, null, '')
  return holders
}

function holderOf(frame: Runtime.CallFrame, parent: Runtime.CallFrame | null, inherited: string): string {
  if (parent?.url.endsWith('/analysis/fact.js')) return `fact ${factAt(frame)}`
  if (inherited !== '' && inherited !== 'plugin') return inherited // what all rules run through calls each of them
  return /\/rules\/(?<id>[\w-]+)\.js$/.exec(frame.url)?.groups?.['id'] ?? 'plugin'
}

/** The name of the fact whose computation the frame is, from the line that declares it. */
function factAt({ url, lineNumber }: Runtime.CallFrame): string {
  const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n')
  return /(\w+) = fact\(/.exec(lines[lineNumber] ?? '')?.[1] ?? `${url.split('/').at(-1)}:${lineNumber + 1}`
}
