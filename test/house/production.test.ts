/** Tests in the browser build what they run: it is what people install, though a test runner calls itself `test`. */
import { resolveConfig } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => void vi.stubEnv('NODE_ENV', 'test'));
afterEach(() => vi.unstubAllEnvs());

it.each(['pwa', 'extension'])('%s', async (part) => {
  const own = { configFile: `${part}/vite.config.ts`, logLevel: 'error' } as const;
  expect((await resolveConfig(own, 'build', 'production', 'production')).isProduction).toBe(true);
});
