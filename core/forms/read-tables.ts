/** Finds the tables of the known forms in a document, form by form and table by table, and takes the better reading. */

import type { Document } from '../document/document';
import { gather } from '../document/gather';
import { findInGrids, type TableFound, type Variant } from './find-in-grids';
import { compareFits, PrintedTexts, Signs } from './fit';
import type { Form, TableId } from './form';
import { gridBlocks, holds } from './grid-tables';
import { streamRows, tokensOf } from './stream';
import { claimFromText, headingTexts, regionsOf } from './text-tables';

/** For each table id the readings of the forms that may be meant, best first; ties keep the order of `forms`. */
export function findTables(document: Document, forms: readonly Form[]): ReadonlyMap<TableId, readonly TableFound[]> {
  const grids = gridBlocks(document);
  const result = new Map<TableId, TableFound[]>();
  const missing = new Set<TableId>();
  for (const [id, variants] of variantsOf(forms)) {
    const readings = findInGrids(grids, variants);
    if (readings.length > 0) result.set(id, readings);
    else missing.add(id);
  }
  if (missing.size > 0) findInText(document, forms, missing, result);
  for (const [id, readings] of result) {
    const list = ofFirstReport(readings).sort(compareFits);
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

function variantsOf(forms: readonly Form[]): Map<TableId, Variant[]> {
  const variants = new Map<TableId, Variant[]>();
  for (const form of forms) {
    for (const table of form.tables) variants.set(table.id, [...(variants.get(table.id) ?? []), { form, table }]);
  }
  return variants;
}

function findInText(
  document: Document,
  forms: readonly Form[],
  missing: ReadonlySet<TableId>,
  result: Map<TableId, TableFound[]>,
): void {
  const claimed = new Set(gather([...result.values()].flat(), (each) => each.claims.blocks));
  const tokens = tokensOf(document).filter((token) => !claimed.has(token.place.block));
  const regions = regionsOf(tokens);
  for (const form of forms) {
    for (const table of form.tables) {
      const region = regions[table.shape];
      if (!missing.has(table.id) || region.length === 0) continue;
      const claims = claimFromText(streamRows(region), table);
      if (claims !== null) {
        addFound(result, { form, table, claims, signs: new Signs(table, new PrintedTexts(headingTexts(region))) });
      }
    }
  }
}
