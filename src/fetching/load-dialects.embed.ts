// Takes the place of load-dialects.ts in embed.js; body/load-cleaner.embed.ts says why.
const script = document.currentScript as HTMLScriptElement | null;

export const loadDialects = (failures: number): Promise<typeof import('../article/dialects.js')> =>
  import(/* @vite-ignore */ new URL(`embed.dialects.js${failures ? `#${failures}` : ''}`, script?.src).href) as Promise<
    typeof import('../article/dialects.js')
  >;
