import { defineConfig } from 'vite';

// As files: cards do not read data: addresses.
export default defineConfig({ base: './', build: { assetsInlineLimit: 0 } });
