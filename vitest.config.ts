import { defineConfig } from 'vitest/config'

const alike = ['tests/rules/**/*.test.ts', 'tests/analysis/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // They only lint texts: sharing one process spares each of them to load ESLint and TypeScript.
      { extends: true, test: { name: 'rules', include: alike, isolate: false } },
      { extends: true, test: { name: 'plugin', include: ['tests/**/*.test.ts'], exclude: [...alike, 'tests/integration/**'] } },
      {
        extends: true,
        test: { name: 'places', include: ['tests/integration/**/*.test.ts'], globalSetup: 'tests/integration/tarball.ts', testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
})
