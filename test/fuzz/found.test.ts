/** What `npm run fuzz` has found once: each file is read or refused, and soon. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../scripts/lib/fuzz.mjs';
import { attempt } from './attempt';

const FOLDER = 'test/fixtures/fuzz';
const names = readdirSync(FOLDER).filter((name) => name !== 'README.md');

describe('damaged files', () => {
  it.each(names)('%s', async (name) => {
    const { code, detail, ms } = await attempt(Uint8Array.from(readFileSync(`${FOLDER}/${name}`)));
    expect([code, code === 'thrown' ? detail : '']).not.toContain('thrown');
    expect(ms).toBeLessThan(LIMITS.busyMs);
  });
});
