/** Finds the tables of the known forms in a document, form by form and table by table, and takes the better reading. */
import type { Document } from '../document/document';
import { type Claims, isNumber } from './claims';
import type { Form, FormTable, TableId } from './form';
import { candidatesFor, claimFromGrids, type GridBlock, gridBlocks, holds, textsOf } from './grid-tables';
import { columnHeadings, type LabelIndex, rowLabels } from './labels';
import { streamRows, tokensOf } from './stream';
import { claimFromText, headingTexts, regionsOf } from './text-tables';

/** Compared in this order: column headings tell the forms apart, then what was read under them. */
class Fit {
  readonly headings: number;
  private known: number | null = null;

  /** `texts`: those of the blocks it was read from, with their neighbours. */
  constructor(
    private readonly table: FormTable,
    private readonly claims: Claims,
    private readonly texts: readonly string[],
  ) {
    this.headings = recognised(columnHeadings(table), texts);
  }

  /** Numbers claimed and labels recognised: asked for only where the headings leave two forms equal. */
  get content(): number {
    this.known ??= [...this.claims.cells.values()].filter(isNumber).length + this.labels();
    return this.known;
  }

  private labels(): number {
    const columns = columnHeadings(this.table);
    // 其他 and 总计 head columns too, and are no sign of a row.
    const others = this.texts.filter((text) => columns.match(text) === null);
    return recognised(rowLabels(this.table), others);
  }
}

export interface TableFound {
  readonly form: Form;
  readonly table: FormTable;
  readonly claims: Claims;
  /** How well the form explains the page. */
  readonly fit: Fit;
}

/** A table of the same id in each form that has it. */
interface Variant {
  readonly form: Form;
  readonly table: FormTable;
}

/** For each table id the reading of every form that has it, best first; ties keep the order of `forms`. */
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
  if (a.fit === b.fit) return 0;
  return b.fit.headings - a.fit.headings || b.fit.content - a.fit.content;
}

function variantsOf(forms: readonly Form[]): Map<TableId, Variant[]> {
  const variants = new Map<TableId, Variant[]>();
  for (const form of forms) {
    for (const table of form.tables) variants.set(table.id, [...(variants.get(table.id) ?? []), { form, table }]);
  }
  return variants;
}

function findInGrids(grids: readonly GridBlock[], variants: readonly Variant[]): TableFound[] {
  for (const tied of byHeadings(grids, variants)) {
    // Forms may share a table, which is read once for all of them.
    const known = new Map<FormTable, TableFound | null>();
    const readings = tied.flatMap(({ form, table }) => {
      const own = known.get(table) ?? (known.has(table) ? null : foundInGrids(grids, form, table));
      known.set(table, own);
      return own === null ? [] : [{ ...own, form }];
    });
    if (readings.length > 0) return readings;
  }
  return [];
}

function foundInGrids(grids: readonly GridBlock[], form: Form, table: FormTable): TableFound | null {
  const claims = claimFromGrids(candidatesFor(grids, table.shape), table);
  return claims === null ? null : found(form, table, claims, textsOf(grids, claims.blocks));
}

/**
 * The forms that the column headings name best, then the others. Rows are read for the first that fit: what the
 * headings say is never outweighed. Where several grids may be the table, only its rows tell which one, and all are read.
 */
function byHeadings(grids: readonly GridBlock[], variants: readonly Variant[]): (readonly Variant[])[] {
  const shapes = new Set(variants.map(({ table }) => table.shape));
  const candidates = [...shapes].flatMap((shape) => candidatesFor(grids, shape));
  if (candidates.length !== 1) return [variants];
  const blocks = candidates.map(({ block }) => block);
  const texts = withNeighbours(textsOf(grids, blocks));
  const named = variants.map(({ table }) => recognised(columnHeadings(table), texts));
  const levels = [...new Set(named)].sort((a, b) => b - a);
  return levels.map((level) => variants.filter((_, at) => named[at] === level));
}

function found(form: Form, table: FormTable, claims: Claims, texts: readonly string[]): TableFound {
  return { form, table, claims, fit: new Fit(table, claims, withNeighbours(texts)) };
}

/** Each text, and each joined to the one before: labels are broken over two cells. */
function withNeighbours(texts: readonly string[]): string[] {
  return [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
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
