// Writes one line for each test that ended, `pass` or `fail`, a tab and its full title, into the file named by OUTCOMES.
const { appendFileSync } = require('node:fs')
const { relative } = require('node:path')

module.exports = class {
  constructor (runner) {
    const write = outcome => test => {
      const path = [relative(process.cwd(), test.file ?? ''), ...test.titlePath()]
      appendFileSync(process.env.OUTCOMES, `${outcome}\t${path.join(' > ').replace(/\s+/g, ' ')}\n`)
    }
    runner.on('pass', write('pass'))
    runner.on('fail', write('fail'))
  }
}
