import { defineConfig } from 'vitest/config';
import { READER_TIME_ZONE } from './scripts/browsers.mjs';
import { announceShared } from './tests/fixtures/folders.mjs';

// Set before the workers start, which inherit it: Node reads the zone once.
process.env.TZ = READER_TIME_ZONE;

announceShared();

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // The files share what they import, a quarter of their time: no pure function keeps anything from one to the next.
    isolate: false,
  },
});
