/** One report in each format and layout, read back: the table of what was read, and that nothing is missing from it. */
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../core/index';
import { deliveries, type Format, type FormYear } from '../support/files/deliveries';
import { layouts } from '../support/layouts';
import { readBytes } from '../support/read-bytes';
import { formOf } from '../support/render';
import { numbered } from '../support/values';

const YEARS = ['2019', '2021'] as const;
/** All but the live page and what a person types, which test/read/parity.test.ts and test/pwa/ have. */
const FORMATS: Readonly<Record<Exclude<Format, 'page' | 'entry'>, true>> = {
  html: true,
  mhtml: true,
  text: true,
  docx: true,
  doc: true,
  rtf: true,
  xlsx: true,
  xls: true,
  pdf: true,
};

const table = new Map<string, Partial<Record<FormYear, string>>>();
afterAll(() => {
  const rows = [...table].map(([name, counts]) => [name, ...YEARS.map((year) => counts[year] ?? '–')].join(' | '));
  console.log(['format | layout | form of 2019 | form of 2021', ...rows].join('\n'));
});

it('has every format, and of pages and texts every layout', () => {
  expect([...new Set(deliveries.map(({ format }) => format))].sort()).toEqual(Object.keys(FORMATS).sort());
  for (const format of ['html', 'text'] as const)
    expect(deliveries.filter((each) => each.format === format).map(({ layout }) => layout)).toEqual(
      layouts.filter((each) => each.format === format).map(({ name }) => name),
    );
});

describe.each(YEARS)('the form of %s', (year) => {
  const own: Readonly<Record<string, number>> = numbered(formOf(year));
  const all = Object.keys(own).length;

  it.each(deliveries.map((each) => [each.format, each.layout, each] as const))(
    '%s: %s',
    async (format, layout, each) => {
      const bytes = await each.bytes(year);
      if (bytes === null) return;
      const document = await readBytes(bytes);
      const facts = Object.entries(check(document).facts).filter(([, { raw }]) => raw !== '');
      const wrong = facts.filter(([id, { value, state }]) => state === 'number' && value !== own[id]);
      const right = facts.filter(([id, { value }]) => value === own[id]).length;
      const name = `${format} | ${layout}`;
      const why = each.why === undefined ? '' : ` (${each.why})`;
      table.set(name, { ...table.get(name), [year]: `${right} of ${all}${why}` });
      expect(document.format).toBe(format);
      expect(wrong.map(([id, { raw }]) => `${id}: ${raw}`)).toEqual([]);
      expect(right === all ? 'all' : right > 0 ? 'partly' : 'nothing').toBe(each.reads);
    },
  );
});
