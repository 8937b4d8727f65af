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

const mocha = 'npx mocha --exit --reporter "$REPORTERS/mocha-reporter.cjs"'
// `--reporters` takes all that follows up to the next option.
const jest = 'npx jest --reporters "$REPORTERS/jest-reporter.cjs" --coverage=false'

export const packages: Package[] = [
  {
    name: 'ws',
    repository: 'https://github.com/websockets/ws',
    tag: '8.21.0',
    sources: ['lib'],
    test: `${mocha} "test/*.test.js"`,
  },
  {
    name: 'express',
    repository: 'https://github.com/expressjs/express',
    tag: 'v5.2.1',
    sources: ['lib', 'index.js'],
    test: `${mocha} --require test/support/env --check-leaks test/ test/acceptance/`,
  },
  {
    name: 'rxjs',
    repository: 'https://github.com/ReactiveX/rxjs',
    tag: '7.8.2',
    sources: ['src'],
    test: `TS_NODE_PROJECT=tsconfig.mocha.json ${mocha} --config spec/support/.mocharc.js "spec/**/*-spec.ts"`,
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
    test: `${mocha} "tests/lib/rules/{id-match,no-compare-*,no-extra-*,no-proto*,no-self-*,semi*,use-*,valid-*}.js" "tests/lib/rules/utils/*.js"`,
  },
  {
    name: 'pokemon-showdown',
    repository: 'https://github.com/smogon/pokemon-showdown',
    tag: 'v0.11.11',
    sources: ['sim', 'lib', 'server'],
    // The tests build the sources first.
    test: mocha,
  },
  {
    name: 'graphql-js',
    repository: 'https://github.com/graphql/graphql-js',
    tag: 'v16.11.0',
    sources: ['src'],
    test: `${mocha} "src/**/__tests__/**/*-test.ts"`,
  },
  {
    name: 'yaml-language-server',
    repository: 'https://github.com/redhat-developer/yaml-language-server',
    tag: '1.23.0',
    sources: ['src'],
    test: `TS_NODE_TRANSPILE_ONLY=1 ${mocha} --require ts-node/register --timeout 10000 "test/*.test.ts"`,
  },
  {
    name: 'mocha',
    repository: 'https://github.com/mochajs/mocha',
    tag: 'v11.8.0',
    sources: ['lib'],
    test: `node bin/mocha.js --exit --reporter "$REPORTERS/mocha-reporter.cjs" "test/{unit,node-unit,reporters}/*.spec.{js,mjs,cjs}"`,
  },
  {
    name: 'moleculer',
    repository: 'https://github.com/moleculerjs/moleculer',
    tag: 'v0.15.1',
    sources: ['src'],
    test: `${jest} --testMatch "**/unit/**/*.spec.js" --forceExit`,
  },
  {
    name: 'stylelint',
    repository: 'https://github.com/stylelint/stylelint',
    tag: '17.14.1',
    // All tests of rules take minutes; these are the tests of what the fixes change, and of what uses it.
    sources: ['lib'],
    test: `NODE_OPTIONS=--experimental-vm-modules ${jest} "lib/(utils|reference)/" "lib/rules/(font|function|selector|no)-"`,
  },
  {
    name: 'node-csv',
    repository: 'https://github.com/adaltas/node-csv',
    tag: 'csv-parse@7.0.1',
    sources: ['packages/csv-parse/lib', 'packages/csv-stringify/lib', 'packages/stream-transform/lib', 'packages/csv-generate/lib'],
    test: `for folder in csv-parse csv-stringify; do (cd packages/$folder && ${mocha} "test/**/*.{js,ts}"); done`,
  },
]
