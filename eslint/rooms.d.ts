import type { Rule } from 'eslint';

export const ROOMS: Record<string, string[]>;
export const rooms: Rule.RuleModule;
