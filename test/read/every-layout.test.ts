/** Both national forms in every layout: a number is on its own cell or on none, and what must be read is read. */
import { describe, expect, it } from 'vitest';
import { check, type Form, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { type Layout, layouts } from '../support/layouts';
import { cellIdsOf, formOf } from '../support/render';

const old = formOf('2019');
const current = formOf('2021');

/** Tables of one form among those of another, as pages mix them. */
function mixed(base: Form, other: Form, id: string): Form {
  const tables = base.tables.map(
    (table) => other.tables.find((each) => each.id === id && each.id === table.id) ?? table,
  );
  return { ...base, tables };
}

const FORMS: readonly (readonly [string, Form])[] = [
  ['the form of 2019', old],
  ['the form of 2021', current],
  ['table two of 2019 with table three of 2021', mixed(current, old, 'disclosure')],
  ['table two of 2021 with table three of 2019', mixed(current, old, 'applications')],
];

/** Cell i holds a number of its own: its place in the form, from `from`. */
function numbered(form: Form, from: number): Record<string, number> {
  return Object.fromEntries(cellIdsOf(form).map((id, index) => [id, from + index]));
}

function outcomeOf(layout: Layout, form: Form, cells: Record<string, string | number>): Outcome {
  const printed = layout.render({ form, cells });
  return check(layout.format === 'html' ? readHtml(printed) : readText(printed));
}

function misplaced({ facts }: Outcome, own: Record<string, string | number>): string[] {
  return Object.entries(facts)
    .filter(([id, fact]) => fact.state !== 'missing' && fact.raw !== '' && fact.value !== (own[id] ?? null))
    .map(([id, fact]) => `${id}: ${fact.raw}`);
}

describe.each(FORMS)('%s', (_, form) => {
  describe.each(layouts.map((layout) => [layout.format, layout.name, layout] as const))('%s: %s', (_, __, layout) => {
    it.each([1, 1001])('numbers from %d', (from) => {
      const cells = numbered(form, from);
      const outcome = outcomeOf(layout, form, cells);
      expect(misplaced(outcome, cells)).toEqual([]);
      const missing = Object.keys(cells).filter((id) => (outcome.facts[id]?.state ?? 'missing') === 'missing');
      const read = missing.length === 0 ? 'all' : missing.length < Object.keys(cells).length ? 'partly' : 'nothing';
      expect([read, missing]).toEqual([layout.reads, layout.reads === 'all' ? [] : missing]);
    });

    it.each([2, 3, 5])('with each cell blank but every %dth', (nth) => {
      const cells = Object.fromEntries(cellIdsOf(form).map((id, index) => [id, index % nth === 0 ? 101 + index : '']));
      expect(misplaced(outcomeOf(layout, form, cells), cells)).toEqual([]);
    });
  });
});
