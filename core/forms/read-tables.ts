/** Finds the tables of the known forms in a document, form by form and table by table, and takes the better reading. */
import type { Document } from '../document/document';
import { type Claims, isNumber } from './claims';
import type { Form, FormTable, TableId } from './form';
import { claimFromGrids, gridBlocks, holds, textsOf } from './grid-tables';
import { columnHeadings, type LabelIndex, rowLabels } from './labels';
import { streamRows, tokensOf } from './stream';
import { claimFromText, headingTexts, regionsOf } from './text-tables';

/** Compared in this order: column headings tell the forms apart, then what was read under them. */
interface Fit {
  readonly headings: number;
  /** Numbers claimed and labels recognised. */
  readonly content: number;
}

export interface TableFound {
  readonly form: Form;
  readonly table: FormTable;
  readonly claims: Claims;
  /** How well the form explains the page. */
  readonly fit: Fit;
}

/** For each table id the reading of every form that has it, best first; ties keep the order of `forms`. */
export function findTables(document: Document, forms: readonly Form[]): ReadonlyMap<TableId, readonly TableFound[]> {
  const grids = gridBlocks(document);
  const result = new Map<TableId, TableFound[]>();
  for (const form of forms) {
    for (const table of form.tables) {
      const claims = claimFromGrids(grids, table);
      if (claims !== null) addFound(result, found(form, table, claims, textsOf(grids, claims)));
    }
  }
  const missing = new Set(
    forms.flatMap((form) => form.tables.map((table) => table.id)).filter((id) => !result.has(id)),
  );
  if (missing.size > 0) findInText(document, forms, missing, result);
  for (const [id, readings] of result) {
    const list = ofFirstReport(readings).sort(byFit);
    result.set(id, list);
    // The form that the headings name, or none: another’s reading of its rows would be a misunderstanding.
    if ((list[0]?.claims.cells.size ?? 0) === 0) result.delete(id);
  }
  return result;
}

/** Two reports of different forms on one page: the first is read, the tables of the other are further ones. */
function ofFirstReport(readings: readonly TableFound[]): TableFound[] {
  const start = (each: TableFound): number => Math.min(...each.claims.blocks);
  const whole = readings.filter((each) => holds(each.claims, each.table, 0.5));
  if (whole.length === 0) return [...readings];
  const first = Math.min(...whole.map(start));
  const later = whole.filter((each) => start(each) > first).map(start);
  return readings
    .filter((each) => start(each) <= first)
    .map((each) => ({
      ...each,
      claims: { ...each.claims, further: [...new Set([...each.claims.further, ...later])] },
    }));
}

function addFound(result: Map<TableId, TableFound[]>, each: TableFound): void {
  const list = result.get(each.table.id);
  if (list === undefined) result.set(each.table.id, [each]);
  else list.push(each);
}

export function byFit(a: TableFound, b: TableFound): number {
  return b.fit.headings - a.fit.headings || b.fit.content - a.fit.content;
}

function found(form: Form, table: FormTable, claims: Claims, texts: readonly string[]): TableFound {
  const numbers = [...claims.cells.values()].filter(isNumber).length;
  const joined = [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
  const columns = columnHeadings(table);
  const headings = recognised(columns, joined);
  // 其他 and 总计 head columns too, and are no sign of a row.
  const labels = joined.filter((text) => columns.match(text) === null);
  return { form, table, claims, fit: { headings, content: numbers + recognised(rowLabels(table), labels) } };
}

/** How many different entries of an index stand among the texts, each as surely as it was recognised. */
function recognised(index: LabelIndex, texts: readonly string[]): number {
  const scores = new Map<number, number>();
  for (const text of texts) {
    const match = index.match(text);
    if (match !== null) scores.set(match.index, Math.max(match.score, scores.get(match.index) ?? 0));
  }
  return [...scores.values()].reduce((sum, score) => sum + score, 0);
}

function findInText(
  document: Document,
  forms: readonly Form[],
  missing: ReadonlySet<TableId>,
  result: Map<TableId, TableFound[]>,
): void {
  const claimed = new Set([...result.values()].flat().flatMap((each) => each.claims.blocks));
  const tokens = tokensOf(document).filter((token) => !claimed.has(token.place.block));
  const regions = regionsOf(tokens);
  for (const form of forms) {
    for (const table of form.tables) {
      const region = regions[table.shape];
      if (!missing.has(table.id) || region.length === 0) continue;
      const claims = claimFromText(streamRows(region), table);
      if (claims !== null) {
        addFound(result, found(form, table, claims, headingTexts(region)));
      }
    }
  }
}
