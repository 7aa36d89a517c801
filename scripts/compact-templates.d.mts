export function compactTemplates(code: string): string;
export const compactTemplatesPlugin: import('vite').Plugin;
