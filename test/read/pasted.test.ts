/** What page tools and the clipboard leave of published tables, all cut short: what is shown is read right, the rest is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, forms } from '../../core/index';
import { readText } from '../../core/read/text';

const folder = new URL('../fixtures/pasted/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const expected = JSON.parse(read('expected.json')) as Record<string, Record<string, string>>;

const NEWEST = forms.find(({ years }) => years.to === null)?.id;

const OLD_FORM = [
  'page-004',
  'page-014',
  'page-026',
  'page-028',
  'page-032',
  'page-060',
  'page-080',
  'page-088',
  'page-094',
  'page-110',
];

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const id = name.replace('.txt', '');
  const outcome = check(readText(read(name)));
  const rows: Record<string, string> = {};
  for (const [cell, fact] of Object.entries(outcome.facts)) {
    const row = cell.split('.').slice(0, -1).join('.');
    if (fact.state !== 'missing') rows[row] = rows[row] === undefined ? fact.raw : `${rows[row]} | ${fact.raw}`;
  }

  it('reads what is there', () => {
    expect(rows).toEqual(expected[id]);
  });

  it('tells the form', () => {
    // Without a year a table that several forms share is of the newest.
    const ofYear = [NEWEST, 'open-info-annual@2021'];
    const admissible = OLD_FORM.includes(id) ? ['open-info-annual@2019'] : ofYear;
    expect(Object.keys(rows).length === 0 ? [null] : admissible).toContain(outcome.form);
  });

  it('raises no error but the real one', () => {
    const errors = outcome.findings.filter((finding) => finding.severity === 'error');
    const cells = errors.flatMap((finding) => finding.suspects.map((suspect) => suspect.cell));
    if (id !== 'page-076') expect(errors).toEqual([]);
    else expect(cells).toEqual(expect.arrayContaining(['applications.received.total', 'applications.granted.total']));
  });
});
