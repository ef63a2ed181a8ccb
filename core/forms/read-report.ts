/** A document against the known forms: which tables it has, what they state, what became of the relations. */
import { blockText, type Document } from '../document/document';
import { type Identity, identify } from '../document/identity';
import { readCellNumber } from '../document/number';
import type { RelationResult } from '../relations/relation';
import { evaluate } from './evaluate';
import { type Fact, MISSING } from './facts';
import type { TableFound } from './find-in-grids';
import { compareFits } from './fit';
import type { CellId, Form, FormTable } from './form';
import { findTables } from './read-tables';
import type { TableReading } from './reading';
import type { ValueCell } from './rows';
import { type Section, sectionsOf } from './sections';

export interface ReportReading extends Identity {
  readonly document: Document;
  readonly form: Form;
  /** One per table of the form, in form order. */
  readonly tables: readonly TableReading[];
  readonly facts: ReadonlyMap<CellId, Fact>;
  readonly relations: readonly RelationResult[];
  readonly sections: readonly Section[];
}

/** Null where no table of any form is found and the text is no annual report in sections either. */
export function readReport(document: Document, forms: readonly Form[]): ReportReading | null {
  const found = findTables(document, forms);
  const identity = identify(document);
  const sections = sectionsOf(document);
  if (found.size === 0 && !isReportInProse(sections, identity, forms)) return null;
  const chosen = chooseForms(found, forms, identity.year);
  const form = formOfReport(chosen, forms, identity.year);
  const tables = form.tables.map((table): TableReading => {
    const best = chosen.find((each) => each.table.id === table.id);
    if (best === undefined) return unread(table, form);
    const { blocks, further, alterations, unclaimed } = best.claims;
    return { table: best.table, form: best.form, found: true, blocks, further, alterations, unclaimed };
  });
  const facts = factsOf(document, tables, chosen);
  const relations = evaluate(tables, facts);
  return { ...identity, document, form, tables, facts, relations, sections };
}

/** Prose about open government information with numbers in it, and no table: none of its cells is read. */
export function readProse(document: Document, forms: readonly Form[]): ReportReading | null {
  const identity = identify(document);
  const form = formOfYear(forms, identity.year);
  if (form === undefined || !document.blocks.some((block) => ABOUT.test(blockText(block)))) return null;
  const tables = form.tables.map((table) => unread(table, form));
  return {
    ...identity,
    document,
    form,
    tables,
    facts: factsOf(document, tables, []),
    relations: [],
    sections: sectionsOf(document),
  };
}

/** 主动公开政府信息314条: what such reports say, and a page that merely links to them does not. */
const ABOUT = /公开[^。]{0,40}\d+\s*[条件篇份]/;

function unread(table: FormTable, form: Form): TableReading {
  return { table, form, found: false, blocks: [], further: [], alterations: [], unclaimed: [] };
}

/** Title, a year that has a form, and most of the six sections: a report whose tables are missing. */
function isReportInProse(sections: readonly Section[], { title, year }: Identity, forms: readonly Form[]): boolean {
  const first = Math.min(...forms.map((form) => form.years.from));
  return title !== null && year !== null && year >= first && sections.length >= 4;
}

/**
 * The best form of each table. Where two explain it equally well (a table that both forms share, or one cut short),
 * the other tables decide, then the year.
 */
function chooseForms(
  found: ReadonlyMap<string, readonly TableFound[]>,
  forms: readonly Form[],
  year: number | null,
): TableFound[] {
  const clear: TableFound[] = [];
  const tied: (readonly TableFound[])[] = [];
  for (const list of found.values()) {
    const [top] = list;
    const best = list.filter((each) => top !== undefined && compareFits(each, top) === 0);
    const only = best[0];
    if (only !== undefined && best.length === 1) clear.push(only);
    else tied.push(best);
  }
  const preferred =
    clear.find((each) => each.table.id === 'disclosure')?.form ?? clear[0]?.form ?? formOfYear(forms, year);
  for (const best of tied) {
    const each = best.find((candidate) => candidate.form === preferred) ?? best[0];
    if (each !== undefined) clear.push(each);
  }
  return clear;
}

/** The form in force for a report of that year; the newest where the year is unknown or too old for any. */
function formOfYear(forms: readonly Form[], year: number | null): Form | undefined {
  const current = forms.find((form) => form.years.to === null);
  if (year === null) return current;
  return forms.find((form) => year >= form.years.from && year <= (form.years.to ?? year)) ?? current;
}

/**
 * Where the tables agree, their form; where they are of different forms, or table four stands alone, the form of the
 * year; table two where there is no year either.
 */
function formOfReport(chosen: readonly TableFound[], forms: readonly Form[], year: number | null): Form {
  const own = new Set(chosen.filter((each) => each.table.id !== 'disputes').map((each) => each.form));
  const asked = formOfYear(forms, year);
  if (own.size !== 1 && year !== null && asked !== undefined) return asked;
  const telling =
    chosen.find((each) => each.table.id === 'disclosure') ?? chosen.find((each) => each.table.id === 'applications');
  const form = telling?.form ?? asked ?? chosen[0]?.form;
  if (form === undefined) throw new Error('no form is registered');
  return form;
}

function factsOf(
  document: Document,
  tables: readonly TableReading[],
  chosen: readonly TableFound[],
): Map<CellId, Fact> {
  const unsure = unsureCells(document);
  const facts = new Map<CellId, Fact>();
  for (const { table } of tables) {
    const cells = chosen.find((each) => each.table === table)?.claims.cells;
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const value = cells?.get(cell.id);
        facts.set(cell.id, value === undefined || isUnsure(value, unsure) ? MISSING : factOf(value));
      }
    }
  }
  return facts;
}

/** Ordinals of the cells that the reader was not sure of, by block. */
export function unsureCells({ blocks }: Document): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, ReadonlySet<number>>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const unsure = new Set<number>();
    let ordinal = 0;
    for (const row of block.rows) {
      for (const cell of row.cells) {
        if (cell.unsure !== undefined) unsure.add(ordinal);
        ordinal++;
      }
    }
    if (unsure.size > 0) found.set(index, unsure);
  }
  return found;
}

function isUnsure({ place }: ValueCell, unsure: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  return unsure.size > 0 && place.cell !== undefined && unsure.get(place.block)?.has(place.cell) === true;
}

function factOf({ raw, place }: ValueCell): Fact {
  const read = readCellNumber(raw);
  const { state, value } = read;
  // As most are: written out, for it is done for every cell.
  if (read.unit === undefined && read.mixed === undefined) return { raw, state, value, place };
  return { raw, ...read, place };
}
