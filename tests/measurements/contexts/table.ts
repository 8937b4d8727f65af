import constructs, { type Construct } from './constructs.mjs'

/** What one Node kept, construct by construct. */
export interface Answers {
  version: string
  kept: readonly boolean[]
}

const marked = /(?<=<!-- table -->\n)[^]*(?=<!-- \/table -->)/

/** The page with the table of all constructs and what each Node kept of them. */
export function withTable(page: string, answers: readonly Answers[]): string {
  const groups = [...new Set(constructs.map(({ group }) => group))]
  const tables = groups.map((group) => `### ${group}\n\n${table(group, answers)}`)
  return page.replace(marked, () => `\n${tables.join('\n')}\n`)
}

function table(group: string, answers: readonly Answers[]): string {
  const rows = constructs.flatMap((construct, index) => (construct.group === group ? [row(construct, answers.map(({ kept }) => kept[index] === true))] : []))
  const head = ['construct', ...answers.map(({ version }) => `Node ${version}`), 'code']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function row({ name, code }: Construct, kept: readonly boolean[]): string[] {
  return [name, ...kept.map((one) => (one ? '**kept**' : 'freed')), `\`${code}\``]
}
