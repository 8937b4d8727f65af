/**
 * Asks V8 what it keeps of each construct, and writes the answers into README.md beside this file.
 *
 *   npx jiti tests/measurements/contexts/main.ts [--node 22]…
 *
 * Besides the Node that runs, each `--node` is asked, which npm installs into node_modules/.cache.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { nodeBinary, runningNode } from '../runner/node-binaries.ts'
import { keeps } from './answers.ts'
import constructs from './constructs.mjs'
import { withTable } from './table.ts'

const page = new URL('README.md', import.meta.url)

const { values } = parseArgs({ options: { node: { type: 'string', multiple: true, default: [] } } })
const nodes = [runningNode, ...(await Promise.all(values.node.map(nodeBinary)))]
const answers = nodes.map((node) => ({ version: node.version, kept: keeps(constructs.map(({ code }) => code), node) }))
writeFileSync(page, withTable(readFileSync(page, 'utf8'), answers))
