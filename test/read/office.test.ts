/** The same report, its 200 cells numbered, as other programs write it; `test/fixtures/formats/README.md` says how. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { readBytes } from '../support/read-bytes';
import { cellIdsOf, formOf } from '../support/render';

const ids = cellIdsOf(formOf('2021'));
const cells = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url));

it.each(['numbered-2021.doc', 'numbered-2021.rtf', 'numbered-2021.xls'])(
  '%s: each number lands on its own cell',
  async (name) => {
    const document = await readBytes(fixture(name));
    expect(document.format).toBe(name.split('.').at(-1));
    const outcome = check(document);
    expect(Object.fromEntries(ids.map((id) => [id, outcome.facts[id]?.value]))).toEqual(cells);
    expect(outcome.status).toBe('checked');
  },
);
