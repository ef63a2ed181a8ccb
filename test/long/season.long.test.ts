/** A season of a province in one call: thousands of reports of two years, in the memory of a few. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLineSchema } from '../../core/exchange/check-line';
import { cliBundle } from '../../scripts/lib/bundle.mjs';
import { formOf, renderPage } from '../support/render';

const ORGANS = 2000;
const HEAP_MEGABYTES = 64;
const folder = mkdtempSync(join(tmpdir(), 'gouji-season-'));
let entry = '';

beforeAll(async () => {
  entry = await cliBundle();
  for (const year of [2024, 2023]) {
    mkdirSync(join(folder, String(year)));
    for (let organ = 0; organ < ORGANS; organ++) {
      const carried = { 'applications.received.individual': 3, 'applications.received.total': 3 };
      const over = { 'applications.carriedOut.individual': 3, 'applications.carriedOut.total': 3 };
      const cells = year === 2023 ? { ...carried, ...over } : {};
      const page = renderPage({ form: formOf('2021'), organ: `示例县第${organ}局`, year, cells });
      writeFileSync(join(folder, String(year), `${String(organ).padStart(5, '0')}.html`), page);
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('checks four thousand reports, each beside last year’s', async () => {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, entry, '--json', folder]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  let [count, compared] = [0, 0];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = checkLineSchema.parse(JSON.parse(text));
    count++;
    if (line.findings.some(({ rule }) => rule === 'x-carry')) compared++;
  }
  expect(await ended).toBe(1);
  expect([count, compared]).toEqual([2 * ORGANS, ORGANS]);
});
