/**
 * Makes the pictures of the README anew, of what the built plugin says of Chat.jsx, in headless Chromium; keeps what it
 * said in report.json.
 *
 *   npm run screenshots
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../measurements/runner/browser.ts'
import { renderPage } from './page.ts'
import { shrinkPng } from './png.ts'
import { example, here, hoveredOf, makeReport, reportPath } from './report.ts'

const report = await makeReport()
const browser = await launchChromium()
const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 1_600, height: 1_400 } })
await page.setContent(renderPage(example, report, hoveredOf(report)))
for (const name of ['terminal', 'editor']) {
  const path = join(here, `${name}.png`)
  const picture = shrinkPng(await page.locator(`#${name}`).screenshot())
  writeFileSync(path, picture)
  console.log(`${path}: ${picture.length.toLocaleString('en')} bytes`)
}
await browser.close()
writeFileSync(reportPath, JSON.stringify(report, null, 2) + '\n')
