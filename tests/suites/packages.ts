/** A package whose own tests judge what `--fix` does to its sources. */
export interface Package {
  name: string
  repository: string
  tag: string
  /** Files and folders that are repaired. */
  sources: string[]
  /** A command for the shell that runs the tests; `$REPORTERS` is the folder of our reporters. */
  test: string
}

const nodeTest = 'node --expose-gc --test --test-force-exit --test-timeout 20000 --test-reporter "$REPORTERS/node-reporter.mjs"'

export const packages: Package[] = [
  {
    name: 'ws',
    repository: 'https://github.com/websockets/ws',
    tag: '8.21.0',
    sources: ['lib'],
    test: 'npx mocha --exit --reporter "$REPORTERS/mocha-reporter.cjs" "test/*.test.js"',
  },
  {
    name: 'express',
    repository: 'https://github.com/expressjs/express',
    tag: 'v5.2.1',
    sources: ['lib', 'index.js'],
    test: 'npx mocha --exit --require test/support/env --check-leaks --reporter "$REPORTERS/mocha-reporter.cjs" test/ test/acceptance/',
  },
  {
    name: 'rxjs',
    repository: 'https://github.com/ReactiveX/rxjs',
    tag: '7.8.2',
    sources: ['src'],
    test:
      'TS_NODE_PROJECT=tsconfig.mocha.json npx mocha --exit --config spec/support/.mocharc.js ' +
      '--reporter "$REPORTERS/mocha-reporter.cjs" "spec/**/*-spec.ts"',
  },
  {
    name: 'undici',
    repository: 'https://github.com/nodejs/undici',
    tag: 'v7.29.0',
    sources: ['lib', 'index.js'],
    test: `${nodeTest} $(ls test/{cache,cookie,infra}/*.js)`,
  },
  {
    name: 'fastify',
    repository: 'https://github.com/fastify/fastify',
    tag: 'v5.12.1',
    sources: ['lib', 'fastify.js'],
    test: `${nodeTest} $(find test -name '*.test.js' -o -name '*.test.mjs')`,
  },
  {
    name: 'eslint',
    repository: 'https://github.com/eslint/eslint',
    tag: 'v9.39.5',
    // All tests of rules take minutes; these are the tests of what the fixes change.
    sources: ['lib'],
    test: 'npx mocha --exit --reporter "$REPORTERS/mocha-reporter.cjs" "tests/lib/rules/{id-match,no-compare-*,no-extra-*,no-proto*,no-self-*,semi*,use-*,valid-*}.js" "tests/lib/rules/utils/*.js"',
  },
]
