import type { Measure } from '../measurements/runner/measurement-case.ts'
import { chartFile } from '../measurements/runner/chart.ts'
import { formatBytes, formatCount, formatRatio, formatTime, greatest } from '../measurements/runner/quantities.ts'
import { nodeMajor, type Quantities, type Row, runtimeOf, type Side } from '../measurements/runner/results.ts'
import plugin from '../../src/index.ts'
import { type CompatName, conflicts, presetOptions, presets, type PresetName } from '../../src/presets.ts'
import type { Cost, MemoryRule } from '../../src/rule.ts'
import { lintExample } from './docs-examples.ts'
import { readPage, type Page } from './docs-page.ts'
import { optionSchema, type OptionSchema } from './option-schema.ts'

export const rules = plugin.rules as unknown as Record<string, MemoryRule>
export const ruleIds = Object.keys(rules)

const costs: Record<Cost, string> = {
  retention: 'memory that stays',
  allocation: 'allocation',
  stack: 'stack',
}

/** The page as it has to be: its text with every generated part written anew from meta, schema and measurements. */
export function renderPage({ id, text }: Page, rows: readonly Row[]): string {
  const withHeader = renderRegion(text, 'header', id, headerOf(id))
  const withOptions = renderRegion(withHeader, 'options', id, optionsOf(rules[id] as MemoryRule))
  const withConflicts = renderConflicts(withOptions, id)
  const withTables = withConflicts.replace(
    /<!-- measurement (\S+) -->[^]*?<!-- \/measurement -->/g,
    (_, name: string) => `<!-- measurement ${name} -->\n${tableOf(casesOf(rows, name, id))}\n<!-- /measurement -->`,
  )
  return renderNumbers(withTables, rows, id)
}

/** The README as it has to be: its rules table and the numbers it quotes. */
export function renderReadme(text: string, rows: readonly Row[]): string {
  const withRules = renderRegion(text, 'rules table', 'README.md', rulesTable())
  return renderNumbers(renderRegion(withRules, 'compat table', 'README.md', compatTable()), rows)
}

function renderRegion(text: string, name: string, id: string, content: string): string {
  const region = new RegExp(`<!-- ${name} -->[^]*?<!-- /${name} -->`)
  if (!region.test(text)) throw new Error(`${id} lacks '<!-- ${name} --><!-- /${name} -->', between which its ${name} is generated.`)
  return text.replace(region, () => `<!-- ${name} -->\n${content}\n<!-- /${name} -->`)
}

/** Rules of others that undo this one: a region under "When not to use it", on the pages of rules that have such. */
function renderConflicts(text: string, id: string): string {
  const lines = (Object.keys(conflicts) as CompatName[]).flatMap((preset) =>
    conflicts[preset].filter(({ undoes }) => undoes.includes(id)).map(({ rule, writes }) => `| \`${rule}\` | ${writes} | \`${preset}\` |`))
  const region = /\n\n<!-- conflicts -->[^]*?<!-- \/conflicts -->/
  const without = text.replace(region, '')
  if (lines.length === 0) return without
  const table = ['Rules of other plugins undo this one:', '', '| rule | it writes | switched off by |', '|---|---|---|', ...lines].join('\n')
  return without.replace(/\n\n## Further reading/, `\n\n<!-- conflicts -->\n${table}\n<!-- /conflicts -->\n\n## Further reading`)
}

function headerOf(id: string): string {
  const { docs } = (rules[id] as MemoryRule).meta
  return `# memory/${id}

${docs.description}.

| presets | cost | repair |
|---|---|---|
| ${presetsOf(id).join(', ')} | ${costs[docs.cost]} | ${repairOf(id)} |
`
}

function presetsOf(id: string): string[] {
  const names = Object.keys(presets) as PresetName[]
  return names.filter((name) => presets[name](rules[id] as MemoryRule)).map((name) => `\`${name}\``)
}

/** Read off what the rule does with its own examples. */
function repairOf(id: string): string {
  const messages = readPage(id).incorrect.flatMap((example) => lintExample(example, id))
  const kinds = [messages.some(({ fix }) => fix) && 'fix', messages.some(({ suggestions }) => suggestions?.length) && 'suggestion']
  return kinds.filter(Boolean).join(', ') || 'none'
}

type Options = Record<string, unknown>

function optionsOf(rule: MemoryRule): string {
  const properties = Object.entries(optionSchema(rule)?.properties ?? {})
  if (properties.length === 0) return 'This rule has no options.'
  const [defaults = {}] = rule.meta.defaultOptions as [Options?]
  const [strict = {}] = presetOptions('strict', rule) as [Options?]
  const [all = {}] = presetOptions('all', rule) as [Options?]
  const lines = properties.map(([name, property]) => {
    const beyond = name in strict ? `; ${codeOf(strict[name])} in \`strict\` and \`all\`` : name in all ? `; ${codeOf(all[name])} in \`all\`` : ''
    return `| \`${name}\` | ${typeOf(property)} | ${codeOf(defaults[name])}${beyond} | ${property.description} |`
  })
  return ['| option | value | default | what it does |', '|---|---|---|---|', ...lines].join('\n')
}

function codeOf(value: unknown): string {
  return `\`${JSON.stringify(value)}\``
}

function typeOf(property: OptionSchema): string {
  if (property.enum) return property.enum.map(codeOf).join(' or ')
  if (property.type === 'array' && property.items) return `list of ${typeOf(property.items)}`
  return [property.type].flat().join(' or ')
}

/** All rows of a case, `name` being the case's, or `<rule>/<case>` outside of the rule's own page. */
function casesOf(rows: readonly Row[], name: string, page?: string): [Row, ...Row[]] {
  const [subject = '', rule = page] = name.split('/').reverse()
  const own = rows.filter((row) => row.rule === rule && row.case === subject)
  if (own.length === 0) throw new Error(`No measurement '${rule}/${subject}' in tests/measurements/results.json: npm run measure -- --rule ${rule}`)
  return own as [Row, ...Row[]]
}

/** Incorrect → correct, all sizes on the lowest Node that was measured and the largest size on the others. */
function tableOf(rows: readonly [Row, ...Row[]]): string {
  const [{ rule, case: name, node, unit, measures, runs, chart }] = rows
  const columns = columnsOf(rows, measures)
  const isShown = (row: Row): boolean => nodeMajor(row) === nodeMajor(rows[0]) || row.size === largest
  const largest = greatest(rows.map(({ size }) => size))
  const lines = rows.filter((row) => row.side === 'before' && isShown(row)).map((before) => {
    const after = rows.find((row) => row.side === 'after' && row.size === before.size && row.node === before.node)
    const place = before.node === node ? '' : ` (${runtimeOf(before)})`
    const cells = columns.map(({ field }) => `${cellOf(before, field)} → ${after ? cellOf(after, field) : '?'}`)
    return `| ${[`${formatCount(before.size)}${place}`, ...cells].join(' | ')} |`
  })
  return [
    '',
    `| ${[unit, ...columns.map(({ title }) => title)].join(' | ')} |`,
    `|${'---:|'.repeat(columns.length + 1)}`,
    ...lines,
    '',
    `Incorrect → correct on ${runtimeOf(rows[0])}, ${runs === 1 ? 'one run' : `median of ${runs} runs`}: [tests/measurements/${rule}.mjs](../tests/measurements/${rule}.mjs), \`${name}\`.`,
    ...(chart ? ['', `![${titleOf(chart)} over ${unit}, incorrect and correct](charts/${chartFile(rule, name)})`] : []),
    '',
  ].join('\n')
}

type Field = keyof Quantities

function columnsOf(rows: readonly Row[], measures: readonly Measure[]): { title: string; field: Field }[] {
  const hasExternal = rows.some(({ external = 0 }) => external > 1000)
  return measures.flatMap((measure) => {
    if (measure !== 'allocated') return [{ title: titleOf(measure), field: measure }]
    const heap = [{ title: 'allocated', field: 'allocated' as Field }, { title: 'allocated by the first call', field: 'allocatedCold' as Field }]
    return hasExternal ? [...heap, { title: 'outside of the heap', field: 'external' as Field }] : heap
  })
}

function titleOf(measure: Measure): string {
  return { allocated: 'bytes allocated', time: 'CPU time', retained: 'bytes retained', peak: 'peak memory' }[measure]
}

function cellOf(row: Row, field: Field): string {
  const value = row[field]
  if (value === undefined) return row.error ?? '?'
  return field.startsWith('time') ? formatTime(value) : formatBytes(value)
}

/** Every `<!-- measured: <case> n=<size> <side>.<field> -->…<!-- /measured -->`; `each` behind it divides by the size. */
function renderNumbers(text: string, rows: readonly Row[], page?: string): string {
  return text.replace(/<!-- measured: ([^>]*?) -->[^]*?<!-- \/measured -->/g, (_, spec: string) => {
    return `<!-- measured: ${spec} -->${quote(spec, rows, page)}<!-- /measured -->`
  })
}

function quote(spec: string, rows: readonly Row[], page?: string): string {
  const match = /^(?<name>\S+) n=(?<size>[\d_]+)(?: node=(?<node>\d+))? (?<side>before|after|ratio)\.(?<field>\w+)(?<each> each)?$/.exec(spec)
  if (!match) throw new Error(`'measured: ${spec}' is not understood: it is '<case> n=<size> before|after|ratio.<field>', and ' each' behind it for the n-th part.`)
  const { name, size, node, side, field, each } = match.groups as { name: string; size: string; node?: string; side: string; field: Field; each?: string }
  const own = casesOf(rows, name, page)
  const major = node === undefined ? nodeMajor(own[0]) : Number(node)
  const sideOf = (wanted: Side): Row => {
    const row = own.find((each) => each.side === wanted && nodeMajor(each) === major && each.size === Number(size.replaceAll('_', '')))
    if (!row) throw new Error(`'measured: ${spec}': not measured at this size on Node ${major}.`)
    return row
  }
  if (side !== 'ratio') {
    const row = sideOf(side as Side)
    return checked(cellOf(each ? { ...row, [field]: (row[field] ?? NaN) / row.size } : row, field), spec)
  }
  const { [field]: before = NaN } = sideOf('before')
  const { [field]: after = NaN } = sideOf('after')
  return checked(formatRatio(before, after), spec)
}

function checked(text: string, spec: string): string {
  if (text === '?' || text.startsWith('NaN')) throw new Error(`'measured: ${spec}': the case does not measure this.`)
  return text
}

function compatTable(): string {
  const lines = (Object.keys(conflicts) as CompatName[]).map((preset) => `| \`${preset}\` | ${conflicts[preset].map(({ rule }) => `\`${rule}\``).join(', ') || 'nothing: none of its rules does'} |`)
  return ['', '| preset | switches off |', '|---|---|', ...lines, ''].join('\n')
}

function rulesTable(): string {
  const families = new Set(Object.values(rules).map(({ meta }) => meta.docs.family))
  const lines = [...families].sort().flatMap((family) => ruleIds.filter((id) => rules[id]?.meta.docs.family === family).map(rowOf))
  return ['', '| rule | what it does | presets | cost | repair |', '|---|---|---|---|---|', ...lines, ''].join('\n')
}

function rowOf(id: string): string {
  const { docs } = (rules[id] as MemoryRule).meta
  return `| [${id}](rules-docs/${id}.md) | ${docs.description} | ${presetsOf(id).join(', ')} | ${costs[docs.cost]} | ${repairOf(id)} |`
}
