/** Tables of a form that was replaced before the year of the report. */

import type { Block } from '../document/document';
import { gather } from '../document/gather';
import { essence } from '../document/text';
import type { Form } from '../forms/form';
import type { TableReading } from '../forms/reading';
import { type Report, tableReading } from './rule';

/** Of ten columns; the two forms share one. */
const ENOUGH_HEADINGS = 3;
/** Headings may stand in lines of their own above the first row that was read. */
const ABOVE = 12;

/**
 * Those certainly of an old form. Table two decides by its headings: a table three with one row （六） beside a table two
 * of the form in force is that form altered, not the old one. Table four is the same in both.
 */
export function oldTables(report: Report): readonly TableReading[] {
  const { year } = report;
  const disclosure = tableReading(report, 'disclosure');
  if (year === null || disclosure === undefined) return [];
  if (!isOld(disclosure, year) || !showsHeadings(report, disclosure)) return [];
  return report.tables.filter((reading) => reading.table.id !== 'disputes' && isOld(reading, year));
}

/** The form on trial for reports of 2019 and 2020. */
export function isTrialForm({ id }: Form): boolean {
  return id === 'open-info-annual@2019';
}

function isOld({ found, form }: TableReading, year: number): boolean {
  return found && form.years.to !== null && form.years.to < year;
}

function showsHeadings({ document }: Report, { table, blocks }: TableReading): boolean {
  const first = Math.min(...blocks);
  const text = essence(
    document.blocks
      .slice(Math.max(0, first - ABOVE), Math.max(...blocks) + 1)
      .map(textOf)
      .join(''),
  );
  const headings = new Set(gather(table.rows, (row) => row.cells.map(({ column }) => essence(column.label.zh))));
  return [...headings].filter((heading) => text.includes(heading)).length >= ENOUGH_HEADINGS;
}

function textOf(block: Block): string {
  if (block.kind !== 'table') return block.text;
  return gather(block.rows, (row) => row.cells.map((cell) => cell.text)).join('');
}
