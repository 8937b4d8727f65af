// Writes one line for each test that ended, `pass` or `fail`, a tab and its full title, into the file named by OUTCOMES.
const { appendFileSync } = require('node:fs')
const { relative } = require('node:path')

const outcomes = { passed: 'pass', failed: 'fail' }

module.exports = class {
  onTestResult (_, { testFilePath, testResults }) {
    for (const { status, ancestorTitles, title } of testResults) {
      if (!Object.hasOwn(outcomes, status)) continue
      const path = [relative(process.cwd(), testFilePath), ...ancestorTitles, title]
      appendFileSync(process.env.OUTCOMES, `${outcomes[status]}\t${path.join(' > ').replace(/\s+/g, ' ')}\n`)
    }
  }
}
