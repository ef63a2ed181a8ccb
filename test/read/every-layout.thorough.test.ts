/** Both national forms in every layout: a number is on its own cell or on none, and what must be read is read. */
import { describe, expect, it } from 'vitest';
import { readReport } from '../../core/forms/read-report';
import { check, type Document, type Form, forms } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { type Layout, layouts } from '../support/layouts';
import { cellIdsOf, formOf, type PrintedReport } from '../support/render';
import { agreeing, numbered } from '../support/values';

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

/** A national form; the others are mixtures that only pages have. */
function isPrinted(form: Form): boolean {
  return form === old || form === current;
}

function documentOf(layout: Layout, report: PrintedReport): Document {
  const printed = layout.render(report);
  return layout.format === 'html' ? readHtml(printed) : readText(printed);
}

type Cells = Readonly<Record<string, string | number>>;

/** Cells that hold another number than their own, and cells that are missing. */
function reading(layout: Layout, form: Form, cells: Cells): { wrong: string[]; missing: string[] } {
  const facts = readReport(documentOf(layout, { form, cells }), forms)?.facts;
  const ids = Object.keys(cells);
  return {
    wrong: ids.filter((id) => (facts?.get(id)?.raw ?? '') !== '' && facts?.get(id)?.value !== cells[id]),
    missing: ids.filter((id) => (facts?.get(id)?.state ?? 'missing') === 'missing'),
  };
}

describe.each(FORMS)('%s', (_, form) => {
  describe.each(layouts.map((layout) => [layout.format, layout.name, layout] as const))('%s: %s', (_, __, layout) => {
    it('has every number on its own cell', () => {
      for (const from of isPrinted(form) ? [1, 1001] : [1001]) {
        const { wrong, missing } = reading(layout, form, numbered(form, from));
        const all = cellIdsOf(form).length;
        const reads = missing.length === 0 ? 'all' : missing.length < all ? 'partly' : 'nothing';
        expect([wrong, reads, missing]).toEqual([[], layout.reads, layout.reads === 'all' ? [] : missing]);
      }
    });

    // Of a mixture the numbers alone are asked.
    if (!isPrinted(form)) return;

    it('gives no cell the number of another where most are blank', () => {
      for (const nth of [2, 3]) {
        const cells = Object.fromEntries(
          cellIdsOf(form).map((id, index) => [id, index % nth === 0 ? 101 + index : '']),
        );
        expect(reading(layout, form, cells).wrong).toEqual([]);
      }
    });

    it('raises no error where all sums are right', () => {
      const { findings } = check(documentOf(layout, { form, cells: agreeing(form) }));
      const ofNumbers = findings.filter(({ severity, cells }) => severity === 'error' && cells.length > 0);
      expect(ofNumbers.map((finding) => finding.rule)).toEqual([]);
    });
  });
});
