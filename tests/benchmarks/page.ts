import { readFileSync, writeFileSync } from 'node:fs'
import { pagePath } from './results.ts'

/**
 * Writes `text` into README.md between `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws {Error} when the page has no such place.
 */
export function record(name: string, text: string): void {
  const page = readFileSync(pagePath, 'utf8')
  const place = new RegExp(`(?<=<!-- ${name} -->)[^]*(?=<!-- /${name} -->)`)
  if (!place.test(page)) throw new Error(`${pagePath} has no <!-- ${name} --><!-- /${name} -->`)
  writeFileSync(pagePath, page.replace(place, () => `\n\n${text}\n\n`))
}
