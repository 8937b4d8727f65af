import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'plugin', include: ['tests/**/*.test.ts'], exclude: ['tests/integration'] } },
      {
        extends: true,
        test: { name: 'places', include: ['tests/integration/**/*.test.ts'], globalSetup: 'tests/integration/tarball.ts', testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
})
