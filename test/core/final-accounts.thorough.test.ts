/** Each figure of real final accounts made wrong once: all are found, and all but the details of table six named alone. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { slipsIn } from '../support/accounts';
import { readBytes } from '../support/read-bytes';

it('finds each of 159 slips and names 142 cells alone', async () => {
  const file = new URL('../fixtures/relatives/final-accounts-2024.pdf', import.meta.url);
  const real = await readBytes(new Uint8Array(readFileSync(file)));
  const { silent, elsewhere, tied, named } = slipsIn(real, check(real), 1);
  expect({ silent, elsewhere, tied: tied.length, named }).toEqual({ silent: [], elsewhere: [], tied: 17, named: 142 });
  expect(tied.every((cell) => /^basicSpending\.\d{5}\./.test(cell))).toBe(true);
});
