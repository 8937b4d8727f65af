import type { ESLint } from 'eslint'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from '../support/execute.ts'
import { makeFolder } from '../support/folder.ts'
import { root } from '../support/modules.ts'

/** What the built `memory-lint` says of Chat.jsx. */
export interface Report {
  /** Its output with the colours of a terminal. */
  terminal: string
  findings: Finding[]
}

export interface Finding {
  rule: string
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  suggestions: string[]
}

export const here = join(root, 'tests/screenshots')
export const reportPath = join(here, 'report.json')
export const example = readFileSync(join(here, 'Chat.jsx'), 'utf8')

/** Runs it. The path that it shows says more than that of a temporary folder. */
export async function makeReport(): Promise<Report> {
  const folder = makeFolder({ 'src/Chat.jsx': example })
  const run = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' }
    const { stdout, stderr } = await execute(process.execPath, [join(root, 'dist/cli/main.js'), 'src', ...args], { cwd: folder, env })
    if (stdout === '') throw new Error(`memory-lint says nothing: ${stderr}`)
    return stdout
  }
  const [terminal, json] = [await run(), await run('--format', 'json')]
  rmSync(folder, { recursive: true, force: true })
  const [result] = JSON.parse(json) as ESLint.LintResult[]
  return {
    terminal: terminal.replaceAll(folder, '/home/you/chat'),
    findings: result!.messages.map(({ ruleId, message, line, column, endLine = line, endColumn = column, suggestions = [] }) => ({
      rule: ruleId ?? '',
      message,
      line,
      column,
      endLine,
      endColumn,
      suggestions: suggestions.map(({ desc }) => desc),
    })),
  }
}

/** The finding of which the picture of an editor shows the box. */
export function hoveredOf({ findings }: Report): Finding {
  const found = findings.find(({ rule }) => rule === 'memory/no-leaked-listener')
  if (!found) throw new Error('The listener in Chat.jsx is not reported')
  return found
}
