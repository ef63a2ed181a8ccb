/** What is built, whatever the shell says: for people, though a test runner calls itself `test`; for origins that are ones. */
import { resolveConfig } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => void vi.stubEnv('NODE_ENV', 'test'));
afterEach(() => vi.unstubAllEnvs());

function configOf(part: string) {
  const own = { configFile: `${part}/vite.config.ts`, logLevel: 'silent' } as const;
  return resolveConfig(own, 'build', 'production', 'production');
}

it.each(['pwa', 'extension'])('%s is built for people', async (part) => {
  expect((await configOf(part)).isProduction).toBe(true);
});

it('a hosted app without an origin of its own has no way into the extension', async () => {
  vi.stubEnv('GOUJI_APP_ORIGINS', 'https://a.example localhost:4173');
  await expect(configOf('extension')).rejects.toThrow('localhost:4173');
});
