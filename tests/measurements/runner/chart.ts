import { mkdirSync, writeFileSync } from 'node:fs'
import type { Measure } from './measurement-case.ts'
import { formatBytes, formatCount, formatTime, greatest, least } from './quantities.ts'
import { nodeMajor, type Row, runtimeOf, type Side } from './results.ts'

const folder = new URL('../../../rules-docs/charts/', import.meta.url)
const width = 720
const height = 400
const plot = { left: 86, right: 540, top: 78, bottom: 340 }
const names: Record<Side, string> = { before: 'incorrect', after: 'correct' }
const sides: Side[] = ['before', 'after']

const titles: Record<Measure, string> = {
  allocated: 'Bytes allocated',
  time: 'CPU time',
  retained: 'Bytes retained',
  peak: 'Peak memory',
}

interface Scale {
  /** Where a value stands, in pixels. */
  at(value: number): number
  ticks: readonly number[]
}

/** The name of a case's chart in rules-docs/charts. */
export function chartFile(rule: string, name: string): string {
  return `${rule}-${name}.svg`
}

/** Writes the charts of all cases that ask for one. */
export function writeCharts(rows: readonly Row[]): void {
  for (const { file, svg } of renderCharts(rows)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(new URL(file, folder), svg)
  }
}

/** The charts of all cases that ask for one, each on the lowest Node that was measured. */
export function renderCharts(rows: readonly Row[]): { file: string; svg: string }[] {
  const charted = rows.filter((row) => row.chart)
  const files = new Set(charted.map((row) => chartFile(row.rule, row.case)))
  return [...files].map((file) => {
    const own = charted.filter((row) => chartFile(row.rule, row.case) === file)
    const lowest = least(own.map(nodeMajor))
    return { file, svg: renderChart(own.filter((row) => nodeMajor(row) === lowest)) }
  })
}

/**
 * Growth of both sides of one case on one Node, as an SVG of its own. Both axes are logarithmic, so that the slopes tell
 * linear growth from quadratic; but linear where a side is at nothing, or near it, at which a logarithm has no place.
 */
function renderChart(rows: readonly Row[]): string {
  const [{ rule, case: name, chart, unit }] = rows as [Row]
  const measure = chart as Measure
  const measured = rows.filter((row) => !row.error)
  const values = measured.map((row) => row[measure] ?? 0)
  const sizes = [...new Set(rows.map(({ size }) => size))]
  const isLinear = measure === 'retained' || values.some((value) => value === 0)
  const x = isLinear ? scale([0, ...sizes], plot.left, plot.right) : scale(sizes, plot.left, plot.right, Math.log10)
  const y = isLinear ? scale(steps(values), plot.bottom, plot.top) : scale(decades(values), plot.bottom, plot.top, Math.log10)
  const format = measure === 'time' ? formatTime : formatBytes
  const title = `${titles[measure]}: ${name.replaceAll('-', ' ')}`
  const ends = endLabels(rows, measure, y, format)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>
  svg { font: 13px system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif }
  .paper { fill: #fff; stroke: #d0d7de } .ink { fill: #1f2328 } .faint { fill: #59636e }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .before { --color: #c2410c } .after { --color: #0969da }
  .line { fill: none; stroke: var(--color); stroke-width: 2.5; stroke-linejoin: round }
  .dot { fill: var(--color) } .end { fill: var(--color); font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; stroke: #3d444d } .ink { fill: #f0f6fc } .faint { fill: #9198a1 } .grid { stroke: #2f363e }
    .before { --color: #ff9457 } .after { --color: #4493f8 }
  }
</style>
<rect class="paper" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
<text class="ink" x="24" y="34" font-size="16" font-weight="600">${title}</text>
<text class="faint" x="24" y="55">memory/${rule} · ${runtimeOf(rows[0] as Row)}${isLinear ? '' : ' · both axes logarithmic'}</text>
${y.ticks.map((tick) => `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="faint" x="${plot.left - 10}" y="${y.at(tick) + 4}" text-anchor="end">${format(tick)}</text>`).join('\n')}
${readable(x).map((tick) => `<text class="faint" x="${x.at(tick)}" y="${plot.bottom + 22}" text-anchor="middle">${formatCount(tick)}</text>`).join('\n')}
<text class="faint" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 44}" text-anchor="middle">${unit}</text>
${sides.map((side) => renderSeries(measured.filter((row) => row.side === side), side, measure, x, y)).join('\n')}
${ends}
</svg>
`
}

function renderSeries(rows: readonly Row[], side: Side, measure: Measure, x: Scale, y: Scale): string {
  const points = rows.map((row) => [x.at(row.size), y.at(row[measure] ?? 0)] as const)
  const dots = points.map(([cx, cy]) => `<circle class="dot" cx="${cx}" cy="${cy}" r="4"/>`)
  return `<g class="${side}"><polyline class="line" points="${points.map((point) => point.join()).join(' ')}"/>${dots.join('')}</g>`
}

/** The ticks of the x axis whose labels do not touch: the last, and from there what has room. */
function readable(x: Scale): number[] {
  const shown: number[] = []
  for (const tick of [...x.ticks].reverse()) {
    const next = shown[0]
    if (next === undefined || x.at(next) - x.at(tick) > 64) shown.unshift(tick)
  }
  return shown
}

/** What each line ends at, written beside its end, pushed apart where the two would overlap. */
function endLabels(rows: readonly Row[], measure: Measure, y: Scale, format: (value: number) => string): string {
  const labels = sides.map((side) => {
    const own = rows.filter((row) => row.side === side)
    const failed = own.find((row) => row.error)
    const last = own.findLast((row) => !row.error)
    const text = failed ? `${failed.error} at ${formatCount(failed.size)}` : format(last?.[measure] ?? 0)
    return { side, top: last ? y.at(last[measure] ?? 0) : plot.bottom, text }
  })
  const [upper, lower] = labels.sort((a, b) => a.top - b.top) as [(typeof labels)[0], (typeof labels)[0]]
  const overlap = Math.max(0, 40 - (lower.top - upper.top))
  lower.top = Math.min(lower.top + overlap / 2, plot.bottom - 14)
  upper.top = Math.min(upper.top - overlap / 2, lower.top - 40)
  return labels
    .map(({ side, top, text }) => `<g class="${side}"><text class="end" x="${plot.right + 14}" y="${round(top - 2)}">${names[side]}</text><text class="end" x="${plot.right + 14}" y="${round(top + 14)}" style="font-weight: 400">${text}</text></g>`)
    .join('\n')
}

/** The powers of ten around the values, which are all positive. */
function decades(values: readonly number[]): number[] {
  const foot = Math.floor(Math.log10(least(values)))
  const top = Math.max(foot + 1, Math.ceil(Math.log10(greatest(values))))
  return Array.from({ length: top - foot + 1 }, (_, i) => 10 ** (foot + i))
}

/** From 0 to above the values in about five round steps. */
function steps(values: readonly number[]): number[] {
  const top = Math.max(greatest(values), 1)
  const decade = 10 ** Math.floor(Math.log10(top / 5))
  const step = decade * ([1, 2, 5, 10].find((factor) => factor * decade * 5 >= top) ?? 10)
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, i) => i * step)
}

/** A scale over its ticks, which are sorted. */
function scale(ticks: readonly number[], from: number, to: number, measure = (value: number): number => value): Scale {
  const low = measure(ticks[0] as number)
  const span = measure(ticks.at(-1) as number) - low || 1
  return { ticks, at: (value) => round(from + ((measure(value) - low) / span) * (to - from)) }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
