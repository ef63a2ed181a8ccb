import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
export const cache = join(root, 'node_modules', '.cache', 'gouji');

export const at = (...parts) => join(root, ...parts);
