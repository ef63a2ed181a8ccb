/** What `npm start` serves: one folder, to this machine, and nothing beside it. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../scripts/lib/serve.mjs';

const samples = resolve(import.meta.dirname, '../../samples');
let first: Awaited<ReturnType<typeof serve>>;
let second: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  first = await serve(samples, { from: 4873, fallback: undefined });
  second = await serve(samples, { from: first.port, fallback: 'planted-2024.html' });
});

afterAll(() => {
  first.server.close();
  second.server.close();
});

it('takes the next free port', () => {
  expect(second.port).toBeGreaterThan(first.port);
});

it('serves a page as UTF-8', async () => {
  const response = await fetch(`http://127.0.0.1:${first.port}/planted-2024.html`);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toContain('示例县人民政府');
});

it.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/absent.js', '/%00', '/%', '//'])(
  'has nothing at %s',
  async (path) => {
    expect((await fetch(`http://127.0.0.1:${first.port}${path}`)).status).toBe(404);
  },
);

it('answers a deep link with the page, a missing script not', async () => {
  expect((await fetch(`http://127.0.0.1:${second.port}/reports/1`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${second.port}/absent.js`)).status).toBe(404);
});
