import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { casesOf } from './measurements/runner/cases.ts'
import { renderCharts } from './measurements/runner/chart.ts'
import { defaultMeasures, type Measure } from './measurements/runner/measurement-case.ts'
import { readResults, type Row } from './measurements/runner/results.ts'
import { lintExample, repairExample, runExample, tokensOf } from './support/docs-examples.ts'
import { pageIds, pagePath, readPage, root, sectionTitles, type Example } from './support/docs-page.ts'
import { renderPage, renderReadme, ruleIds } from './support/docs-render.ts'

const rows = readResults()
const rewrite = 'generated parts are out of step; to rewrite them: npx vitest run tests/docs.test.ts -u'

/** Pairs of examples, the n-th incorrect one with the n-th correct one. */
function pairsOf(id: string): { incorrect: Example; correct: Example }[] {
  const page = readPage(id)
  return page.incorrect.map((incorrect, index) => ({ incorrect, correct: page.correct[index] as Example }))
}

/** What a row and a case that is to be measured have in common. */
function keyOf({ case: name, unit, size, measures = defaultMeasures, chart }: Pick<Row, 'case' | 'unit' | 'size' | 'chart'> & { measures?: Measure[] }): string {
  return `${name} n=${size} ${unit}: ${measures.join()}${chart ? `, chart of ${chart}` : ''}`
}

function placeOf(id: string, { line }: Example): string {
  return `rules-docs/${id}.md:${line}`
}

describe.each(ruleIds)('page of %s', (id) => {
  test('has all sections in order, and each says something', () => {
    const { sections } = readPage(id)
    expect(sections.map(({ title }) => title)).toEqual(sectionTitles)
    const empty = sections.filter(({ text }) => text.trim() === '').map(({ title }) => title)
    expect(empty, `sections of rules-docs/${id}.md that say nothing`).toEqual([])
  })

  test('is in step with meta, schema and measurements', async () => {
    await expect(renderPage(readPage(id), rows), `rules-docs/${id}.md: ${rewrite}`).toMatchFileSnapshot(pagePath(id))
  })

  test('quotes a measurement', () => {
    expect(readPage(id).text, `rules-docs/${id}.md lacks '<!-- measurement <case> --><!-- /measurement -->'`).toMatch(/<!-- measurement \S+ -->/)
  })

  test('quotes three runs of the cases as they are now', async () => {
    const measured = rows.filter((row) => row.rule === id && row.runs >= 3).map(keyOf)
    const wanted = (await casesOf(id)).flatMap((subject) => subject.sizes.map((size) => keyOf({ ...subject, case: subject.name, size })))
    expect(new Set(measured), `to measure: npm run measure -- --rule ${id}`).toEqual(new Set(wanted))
  })

  test('has as many correct examples as incorrect ones, in languages that are linted', () => {
    const { incorrect, correct } = readPage(id)
    expect(incorrect.length).toBeGreaterThan(0)
    expect(correct.map(({ language }) => language)).toEqual(incorrect.map(({ language }) => language))
    expect(incorrect.filter(({ language }) => !['js', 'ts', 'jsx', 'tsx'].includes(language))).toEqual([])
  })

  test('has incorrect examples that the rule reports', () => {
    for (const example of readPage(id).incorrect) {
      const reports = lintExample(example, id)
      expect(new Set(reports.map(({ ruleId, message }) => ruleId ?? message)), placeOf(id, example)).toEqual(new Set([`memory/${id}`]))
    }
  })

  test('has reports that say what happens, and then what to do, in 160 characters', () => {
    const messages = readPage(id).incorrect.flatMap((example) => lintExample(example, id)).map(({ message }) => message)
    expect(messages.filter((message) => message.length > 160 || !/^[^]+\. [A-Z'][^]+\.$/.test(message))).toEqual([])
  })

  test('has correct examples that all rules together leave alone', () => {
    for (const example of readPage(id).correct) {
      const reports = lintExample(example, 'all')
      expect(reports.map(({ ruleId, message }) => `${ruleId}: ${message}`), placeOf(id, example)).toEqual([])
    }
  })

  test('has correct examples that are the repaired incorrect ones', () => {
    for (const { incorrect, correct } of pairsOf(id)) {
      const repaired = tokensOf(repairExample(incorrect, id), incorrect)
      const shown = tokensOf(correct.code, correct)
      if (correct.byHand) expect(repaired, `${placeOf(id, correct)} needs no by-hand`).not.toBe(shown)
      else expect(repaired, `${placeOf(id, incorrect)} repaired, against ${placeOf(id, correct)}`).toBe(shown)
    }
  })

  test('has examples that print the same before and after the repair', async () => {
    for (const { incorrect, correct } of pairsOf(id)) {
      expect(correct.run, `${placeOf(id, correct)} has run like ${placeOf(id, incorrect)}`).toBe(incorrect.run)
      if (!incorrect.run) continue
      const [before, after] = await Promise.all([runExample(incorrect), runExample(correct)])
      expect(before, `${placeOf(id, incorrect)} prints something`).not.toBe('')
      expect(after, placeOf(id, correct)).toBe(before)
    }
  })

  test('links to files that are there', () => {
    const links = [...readPage(id).text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => path as string)
    expect(links.filter((path) => !existsSync(new URL(path, `file://${pagePath(id)}`)))).toEqual([])
  })
})

test('every page is the page of a rule', () => {
  expect(pageIds().filter((id) => !ruleIds.includes(id))).toEqual([])
})

describe('README', () => {
  const path = `${root}README.md`

  test('is in step with the rules and the measurements', async () => {
    await expect(renderReadme(readFileSync(path, 'utf8'), rows), `README.md: ${rewrite}`).toMatchFileSnapshot(path)
  })
})

describe('charts', () => {
  const charts = renderCharts(rows)
  const folder = `${root}rules-docs/charts/`

  test('are in step with the measurements', async () => {
    for (const { file, svg } of charts) await expect(svg, `rules-docs/charts/${file}: ${rewrite}`).toMatchFileSnapshot(`${folder}${file}`)
  })

  test('are all of a measured case', () => {
    const files = existsSync(folder) ? readdirSync(folder) : []
    expect(files, 'files of rules-docs/charts, against the cases with a chart').toEqual(charts.map(({ file }) => file).sort())
  })
})
