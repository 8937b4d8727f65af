import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/modules.ts'
import { renderPage } from './page.ts'
import { example, here, hoveredOf, makeReport, reportPath, type Report } from './report.ts'

const shown = JSON.parse(readFileSync(reportPath, 'utf8')) as Report

test('show what the built plugin says today: npm run screenshots makes them anew', async () => {
  const withoutSeconds = ({ terminal, findings }: Report): Report => ({ terminal: terminal.replace(/\d+\.\d s$/m, '# s'), findings })
  expect(withoutSeconds(await makeReport())).toEqual(withoutSeconds(shown))
})

test('have the report and the code word for word, a squiggle below what is reported, and the message of one finding', () => {
  const page = renderPage(example, shown, hoveredOf(shown)).replaceAll(/<span class="number">\d+<\/span>/g, '')
  const [box] = /<span class="hovered">.*?<\/span>/.exec(page)!
  const [, terminal, editor] = page.replace(box, '').split(/<div class="title">.*?<\/div>/)
  expect(textOf(terminal!)).toBe(`$ npx memory-lint src\n${shown.terminal.replaceAll(/\u001B\[\d+m/g, '').trimEnd()}\n`)
  expect(textOf(editor!)).toBe(example)
  const underlined = Array.from(editor!.matchAll(/<span class="[^"]*found">(.*?)<\/span>/g), ([, text]) => textOf(text!))
  const reported = ["window.addEventListener('resize', () => setWidth(innerWidth))", '...authors', 'rendered.set(text, toHtml(text))']
  expect(underlined.join('')).toBe(reported.join(''))
  const { message, rule, suggestions } = hoveredOf(shown)
  expect(textOf(box)).toBe(`${message} ${rule}Quick fix: ${suggestions.join('')}`)
})

test('are in the README, sharp and small', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const name of ['terminal', 'editor']) {
    expect(readme).toMatch(new RegExp(`!\\[.{60,}\\]\\(tests/screenshots/${name}\\.png\\)`))
    const picture = readFileSync(join(here, `${name}.png`))
    expect(picture.readUInt32BE(16)).toBeGreaterThan(1_600)
    expect(picture.length).toBeLessThan(150_000)
  }
})

function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '').replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
