export type Project = Readonly<Record<'homepage' | 'repository' | 'bugs' | 'author' | 'cdn' | 'security', string>>;
export const MENTIONS: readonly string[];
export const project: Project;
export function packageFields(values: Project): Readonly<Record<string, unknown>>;
export function placeholders(values: Project): string[];
export function replaceValues(text: string, before: Project, after: Project): string;
