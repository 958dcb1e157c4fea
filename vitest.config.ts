// Which tests are there, and what do they stand on?
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two cores are the measure of a clerk's box; more workers only wait for the one PostgreSQL.
    maxWorkers: 2,
  },
});
