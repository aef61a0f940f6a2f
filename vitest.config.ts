import { defineConfig } from 'vitest/config'

export default defineConfig({
  appType: 'custom',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    globalSetup: ['src/test/cluster.ts'],
    setupFiles: [],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'Europe/Berlin' },
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
