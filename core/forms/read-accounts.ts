/** A document as final accounts: its tables by the captions above them, facts by code and label, and the sums. */
import { blockText, type Document } from '../document/document';
import type { Identity } from '../document/identity';
import { readCellNumber } from '../document/number';
import { essence } from '../document/text';
import { formGrid } from '../grid/grid';
import { LEDGERS, type Ledger } from './accounts-columns';
import { equationsOf } from './accounts-equations';
import { evaluateRounded, type Units, withoutLostRows } from './accounts-rounded';
import { type LedgerGrid, type LedgerRows, ledgerRows } from './accounts-rows';
import { type Fact, MISSING } from './facts';
import { FINAL_ACCOUNTS } from './final-accounts';
import type { CellId, TableId } from './form';
import { type ReportReading, unsureCells } from './read-report';
import type { TableReading } from './reading';

/** Fewer tables than this, and it is another text that has one of them. */
const LEAST_TABLES = 3;
/** Lines between a caption and its table: 单位, 公开01表, 部门. */
const MAX_LINES = 4;
const MAX_CAPTION = 40;

interface Found {
  readonly tables: LedgerGrid[];
  readonly unit: number | null;
}

export function readAccounts(document: Document): ReportReading | null {
  const found = findLedgers(document);
  if (found.size < LEAST_TABLES) return null;
  const rows = new Map<TableId, LedgerRows>();
  for (const ledger of LEDGERS) {
    const own = found.get(ledger);
    if (own === undefined) continue;
    const read = ledgerRows(ledger, own.tables);
    rows.set(ledger.id, isPart(document) ? { ...read, whole: false } : read);
  }
  const facts = factsOf(rows, document);
  const units = unitsIn(found);
  const relations = withoutLostRows(evaluateRounded(equationsOf(rows), facts, units));
  const tables = FINAL_ACCOUNTS.tables.map((table): TableReading => {
    const ledger = LEDGERS.find(({ id }) => id === table.id);
    const blocks = (ledger === undefined ? undefined : found.get(ledger))?.tables.map(({ block }) => block) ?? [];
    return {
      table,
      form: FINAL_ACCOUNTS,
      found: blocks.length > 0,
      blocks,
      further: [],
      alterations: [],
      unclaimed: [],
    };
  });
  return { ...identityOf(document), document, form: FINAL_ACCOUNTS, tables, facts, relations, sections: [] };
}

/** Something was left out that may be rows of a table: sums over all of them are not judged. */
function isPart({ omissions }: Document): boolean {
  return omissions.some(({ code }) => code !== 'macros' && code !== 'hidden-sheet' && code !== 'frame-not-read');
}

export function unitsOf(document: Document): Units {
  return unitsIn(findLedgers(document));
}

function unitsIn(found: ReadonlyMap<Ledger, Found>): Units {
  return new Map([...found].map(([{ id }, { unit }]) => [id, unit]));
}

interface Current {
  readonly ledger: Ledger;
  readonly tables: LedgerGrid[];
  unit: number | null;
  lines: number;
}

/** Tables below a caption, up to the next: one that runs over pages may come in parts. */
function findLedgers({ blocks }: Document): Map<Ledger, Found> {
  const found = new Map<Ledger, Found>();
  let current = null as Current | null;
  const keep = (): void => {
    if (current !== null && current.tables.length > 0 && !found.has(current.ledger)) found.set(current.ledger, current);
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      if (current === null || current.lines > MAX_LINES) continue;
      const grid = formGrid(block);
      if (grid !== null) current.tables.push({ block: at, grid });
      current.lines = 0;
      continue;
    }
    const text = blockText(block);
    const ledger = text.length > MAX_CAPTION ? undefined : captioned(text);
    if (ledger !== undefined) {
      // Its caption again on the next page.
      if (ledger === current?.ledger) continue;
      keep();
      current = { ledger, tables: [], unit: null, lines: 0 };
      // A second set, of another organ: the first is read.
      if (found.has(ledger)) break;
    } else if (current !== null) {
      current.lines++;
      if (current.tables.length === 0) current.unit ??= unitIn(text);
    }
  }
  keep();
  return found;
}

const BEFORE_CAPTION =
  /^(?:[一二三四五六七八九十]{1,2}[、.]|\(?公开\d{2}表\)?|表[一二三四五六七八九\d][、:：]?|附表\d*[、:：]?)+/;

function captioned(text: string): Ledger | undefined {
  const caption = essence(text)
    .replace(BEFORE_CAPTION, '')
    .replace(/\(?公开\d{2}表\)?$/, '');
  return LEDGERS.find((ledger) => ledger.caption.test(caption));
}

function unitIn(text: string): number | null {
  const unit = /单位[:：](?:人民币)?(万?元)/.exec(essence(text))?.[1];
  return unit === undefined ? null : unit === '元' ? 1 : 10_000;
}

function factsOf(tables: ReadonlyMap<TableId, LedgerRows>, document: Document): Map<CellId, Fact> {
  const unsure = unsureCells(document);
  const facts = new Map<CellId, Fact>();
  for (const [id, { rows }] of tables) {
    for (const row of rows) {
      for (const [column, { raw, place }] of row.values) {
        const cell = `${id}.${row.id}.${column}`;
        const isUnsure = unsure.get(place.block)?.has(place.cell ?? -1) === true;
        // A label twice in one table: neither is known.
        facts.set(cell, facts.has(cell) || isUnsure ? MISSING : { raw, ...readCellNumber(raw), place });
      }
    }
  }
  return facts;
}

const PART = /^第[一二三四五]部分/;
const TITLE = /^(.{2,40}?)(20\d{2})年?度?(?:部门|单位)?决算(?:公开)?(?:表|报告|说明|情况说明)?$/;

function identityOf({ title, blocks }: Document): Identity {
  const lines = [title ?? '', ...blocks.map((block) => blockText(block))].filter(({ length }) => length <= 80);
  for (const line of lines) {
    const text = essence(line).replace(PART, '');
    const match = TITLE.exec(text);
    if (match !== null) return { organ: match[1] ?? null, year: Number(match[2]), title: text };
  }
  return { organ: null, year: null, title: null };
}
