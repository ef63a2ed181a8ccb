import type { Plugin } from 'vite';

export function characterMaps(): Plugin;
