import { parse } from '@typescript-eslint/parser'
import type { Finding, Report } from './report.ts'

const style = `
  body { margin: 0; background: #fff }
  #terminal, #editor { display: inline-block; background: #1e1e1e; color: #d4d4d4 }
  .title { padding: 8px 16px; background: #333; color: #bbb; font: 13px 'DejaVu Sans', sans-serif }
  pre { margin: 0; padding: 12px 20px 16px; font: 14px/1.5 'DejaVu Sans Mono', monospace }
  .bold { font-weight: bold } .dim { opacity: .6 } .underlined { text-decoration: underline } .red { color: #f47067 }
  #editor { width: 900px }
  .number { display: inline-block; width: 2em; margin-right: 1.5em; text-align: right; color: #6e7681 }
  .Keyword { color: #c586c0 } .String { color: #ce9178 } .JSXIdentifier { color: #4ec9b0 } .Identifier { color: #9cdcfe } .called { color: #dcdcaa }
  .found { text-decoration: underline wavy #f14c4c 1.5px; text-underline-offset: 3px; text-decoration-skip-ink: none }
  .hovered { position: relative }
  .box { position: absolute; z-index: 1; left: 0; top: 1.6em; padding: 10px 14px; border: 1px solid #454545; border-radius: 4px; background: #252526; color: #ccc;
    box-shadow: 0 2px 8px #000; font: 13px/1.6 'DejaVu Sans', sans-serif; text-decoration: none; width: 640px; white-space: normal }
  .box code { color: #8b949e; font: 12px 'DejaVu Sans Mono', monospace } .box .repair { margin-top: 8px; padding-top: 8px; border-top: 1px solid #454545; color: #4daafc }`

/** A page with `#terminal`, the report as it is on a terminal, and `#editor`, the code with a squiggle below each finding and the box of one. */
export function renderPage(code: string, { terminal, findings }: Report, hovered: Finding): string {
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>
<div id="terminal"><div class="title">Terminal</div><pre>$ npx memory-lint src\n${renderTerminal(terminal)}</pre></div><br>
<div id="editor"><div class="title">Chat.jsx</div><pre>${renderCode(code, findings, hovered)}</pre></div>`
}

/** What starts and what ends a way to write, by the number in the escape sequence. */
const starts = new Map([[1, 'bold'], [2, 'dim'], [4, 'underlined'], [31, 'red']])
const ends = new Map([[22, ['bold', 'dim']], [24, ['underlined']], [39, ['red']], [0, [...starts.values()]]])

/** @throws {Error} at an escape sequence that is none of these. */
function renderTerminal(text: string): string {
  const on = new Set<string>()
  return text
    .trimEnd()
    .split(/\u001B\[(\d+)m/)
    .map((part, index) => {
      if (index % 2 === 0) return part && `<span class="${[...on].join(' ')}">${escape(part)}</span>`
      const [start, end] = [starts.get(Number(part)), ends.get(Number(part))]
      if (start === undefined && end === undefined) throw new Error(`Unknown way to write: ${part}`)
      if (start !== undefined) on.add(start)
      for (const each of end ?? []) on.delete(each)
      return ''
    })
    .join('')
}

/** Words that the parser takes for names. */
const keywords = new Set(['async', 'await', 'from', 'of'])

/** The code in pieces, each of which is in one token, in one line, and in a finding or not. */
function renderCode(code: string, findings: readonly Finding[], hovered: Finding): string {
  const { tokens = [] } = parse(code, { ecmaFeatures: { jsx: true }, tokens: true, range: true })
  const lineStarts = [0, ...Array.from(code.matchAll(/\n/g), ({ index }) => index + 1)]
  const ranges = findings.map((finding) => {
    const [start, end] = [lineStarts[finding.line - 1]! + finding.column - 1, lineStarts[finding.endLine - 1]! + finding.endColumn - 1]
    return { finding, start, end }
  })
  const cuts = new Set([0, ...lineStarts, ...tokens.flatMap(({ range }) => range), ...ranges.flatMap(({ start, end }) => [start, end])])
  const points = [...cuts].filter((point) => point < code.length).sort((a, b) => a - b)
  return points
    .map((start, index) => {
      const text = code.slice(start, points[index + 1])
      const token = tokens.find(({ range }) => range[0] <= start && start < range[1])
      const within = ranges.find((range) => range.start <= start && start < range.end)
      const isCalled = token?.type === 'Identifier' && code[token.range[1]] === '('
      const classes = [keywords.has(text) ? 'Keyword' : isCalled ? 'called' : token?.type, within && 'found'].filter(Boolean).join(' ')
      const line = lineStarts.indexOf(start) + 1
      const number = line > 0 ? `<span class="number">${line}</span>` : ''
      const box = within?.finding === hovered && within.start === start ? `<span class="hovered">${renderBox(hovered)}</span>` : ''
      return `${number}${box}<span class="${classes}">${escape(text)}</span>`
    })
    .join('')
}

function renderBox({ message, rule, suggestions }: Finding): string {
  const repairs = suggestions.map((text) => `<div class="repair">Quick fix: ${escape(text)}</div>`).join('')
  return `<div class="box">${escape(message)} <code>${escape(rule)}</code>${repairs}</div>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
