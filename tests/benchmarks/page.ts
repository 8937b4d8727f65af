import { readFileSync, writeFileSync } from 'node:fs'
import { pagePath } from './results.ts'

/**
 * Writes `text` into the page, README.md of the benchmarks unless another is named, between `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws {Error} when the page has no such place.
 */
export function record(name: string, text: string, path: string | URL = pagePath): void {
  const page = readFileSync(path, 'utf8')
  const place = new RegExp(`(?<=<!-- ${name} -->)[^]*(?=<!-- /${name} -->)`)
  if (!place.test(page)) throw new Error(`${path} has no <!-- ${name} --><!-- /${name} -->`)
  writeFileSync(path, page.replace(place, () => `\n\n${text}\n\n`))
}
