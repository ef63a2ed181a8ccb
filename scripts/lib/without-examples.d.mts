import type { Plugin } from 'vite';

export function withoutExamples(): Plugin;
