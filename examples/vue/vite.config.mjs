import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // As files: cards do not read data: addresses.
  build: { assetsInlineLimit: 0 },
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'khabar-card' } } })],
});
