/** A document as annual statistics of law enforcement: its tables by their heads, whose they are, and the sums. */
import { blockText, type Document } from '../document/document';
import { gather } from '../document/gather';
import type { Identity } from '../document/identity';
import { readCellNumber } from '../document/number';
import { essence, foldWidth } from '../document/text';
import { formGrid } from '../grid/grid';
import type { Relation, RelationResult } from '../relations/relation';
import { type ActRow, type ActRows, actRows } from './act-rows';
import { ENFORCEMENT_STATISTICS, TOTAL_ROW } from './enforcement-statistics';
import { evaluateTable } from './evaluate';
import { type Fact, MISSING } from './facts';
import type { CellId, TableId } from './form';
import { type ReportReading, unsureCells } from './read-report';
import type { TableReading } from './reading';

/** Over a table, and in the title: what other statistics of penalties do not say of themselves. */
const ABOUT = /行政执法|行政处罚|行政许可|行政强制|行政检查/;

export function readEnforcement(document: Document): ReportReading | null {
  const parts = partsIn(document);
  if (parts.size === 0 || !document.blocks.some((block) => ABOUT.test(blockText(block)))) {
    if (parts.size < 2) return null;
  }
  const unsure = unsureCells(document);
  const facts = new Map<CellId, Fact>();
  const relations: RelationResult[] = [];
  const tables = ENFORCEMENT_STATISTICS.tables.map((table): TableReading => {
    const part = parts.get(table.id);
    const empty = { further: [], alterations: [], unclaimed: [] };
    if (part === undefined) return { ...empty, table, form: ENFORCEMENT_STATISTICS, found: false, blocks: [] };
    const rows = namedRows(part);
    for (const [id, { values }] of rows) {
      for (const [column, { raw, place }] of values) {
        const isUnsure = unsure.get(place.block)?.has(place.cell ?? -1) === true;
        facts.set(`${table.id}.${id}.${column}`, isUnsure ? MISSING : { raw, ...readCellNumber(raw), place });
      }
    }
    const own = [...rowSums(part, rows), ...columnSums(part, rows)];
    relations.push(...withoutNested(evaluateTable(own, [], facts)));
    return {
      ...empty,
      table: { ...table, relations: own },
      form: ENFORCEMENT_STATISTICS,
      found: true,
      blocks: part.blocks,
    };
  });
  const identity = identityOf(document);
  return { ...identity, document, form: ENFORCEMENT_STATISTICS, tables, facts, relations, sections: [] };
}

interface Part extends Omit<ActRows, 'block'> {
  readonly blocks: readonly number[];
}

/** Of each kind the first; a table that goes on under the same heads is one, any other of its kind leaves it unclear. */
function partsIn({ blocks }: Document): Map<TableId, Part> {
  const parts = new Map<TableId, Part>();
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const grid = formGrid(block);
    for (const found of grid === null ? [] : actRows(grid, at, block.layout)) {
      const { id } = found.table;
      const before = parts.get(id);
      if (before === undefined) parts.set(id, { ...found, blocks: [at] });
      else if (continues(before, found)) {
        parts.set(id, { ...before, rows: [...before.rows, ...found.rows], blocks: [...before.blocks, at] });
      } else parts.set(id, { ...before, rows: [] });
    }
  }
  for (const [id, { rows }] of parts) if (rows.length === 0) parts.delete(id);
  return parts;
}

function continues(before: Part, found: ActRows): boolean {
  const ids = ({ columns }: Pick<ActRows, 'columns'>): string => columns.map(({ column }) => column.id).join();
  const isWhole = before.rows.length === 1 || before.rows.some(({ label }) => IS_TOTAL.test(label));
  return before.rows.length > 0 && !isWhole && ids(before) === ids(found);
}

const IS_TOTAL = /^(?:合计|总计)(?:\(.*\))?$/;
const IS_ASIDE = /小计|其中|同比|上年|增[减长]|占比|^20\d{2}/;

/** The total is the row that says so, or the only one; rows that cannot be told apart are left out. */
function namedRows({ rows }: Part): Map<string, ActRow> {
  const named = new Map<string, ActRow>();
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return new Map([[TOTAL_ROW, only]]);
  const doubled = new Set<string>();
  for (const row of rows) {
    const id = IS_TOTAL.test(row.label) ? TOTAL_ROW : row.label.replaceAll('.', '');
    if (id === '' || named.has(id)) doubled.add(id);
    else named.set(id, row);
  }
  for (const id of doubled) named.delete(id);
  return named;
}

/** 合计 = its kinds, for each row. */
function rowSums({ table, columns, whole }: Part, rows: ReadonlyMap<string, ActRow>): Relation[] {
  const total = columns.find(({ role }) => role === 'total')?.column.id;
  const kinds = columns.filter(({ role }) => role === 'part').map(({ column }) => column.id);
  if (!whole || total === undefined || kinds.length < table.least - 1) return [];
  return [...rows.keys()].map((row) => ({
    id: 'acts-kinds',
    at: `${table.id}.${row}`,
    left: [`${table.id}.${row}.${total}`],
    right: kinds.map((kind) => `${table.id}.${row}.${kind}`),
    rule: 'enforcement-sum',
  }));
}

/** The row of totals = the rows of the organs, where each was read and none is a part of another. */
function columnSums({ table, columns, rows: all }: Part, rows: ReadonlyMap<string, ActRow>): Relation[] {
  const organs = [...rows.keys()].filter((row) => row !== TOTAL_ROW);
  if (!rows.has(TOTAL_ROW) || organs.length < 2 || rows.size < all.length || organs.some((row) => IS_ASIDE.test(row)))
    return [];
  return columns
    .filter(({ type }) => type === 'count')
    .map(({ column }) => ({
      id: 'acts-organs',
      at: `${table.id}.${column.id}`,
      left: [`${table.id}.${TOTAL_ROW}.${column.id}`],
      right: organs.map((row) => `${table.id}.${row}.${column.id}`),
      rule: 'enforcement-organs-sum',
    }));
}

/**
 * A wrong figure breaks one column. Several that fail while every row adds up are rows that the total does not count,
 * or counts beside those printed.
 */
function withoutNested(results: readonly RelationResult[]): RelationResult[] {
  const failing = results.filter(({ state }) => state === 'inconsistent');
  const columns = failing.filter(({ relation }) => relation.id === 'acts-organs');
  if (columns.length < 2 || columns.length < failing.length) return [...results];
  return results.map((result) =>
    columns.includes(result)
      ? { ...result, state: 'unchecked', reason: 'cell-missing', left: null, right: null, difference: null }
      : result,
  );
}

const YEAR = /(20\d{2})年?度?/;
const TITLE = /行政执法|行政处罚/;
const KIND = /(?:关于)?(?:公布|公开)?(?:行政执法|行政处罚).*$/;
const LEAD = /^(?:附件\d*[:：]?|关于(?:公布|公开)?|表[一二三四五六七八九十\d][:：、]?)/;
const OWNER =
  /(?:填报单位|单位名称|执法机关|执法主体名称|行政机关名称|制表机关)(?:\(盖章\))?[:：](.{3,40}?)(?=填报|年度|联系|审核|日期|单位[:：]|$)/;

/** 示例县城市管理局2024年度行政执法数据公示: the organ stands before the year or after it. */
function identityOf({ title, blocks }: Document): Identity {
  const lines = gather([title ?? '', ...blocks.map((block) => blockText(block))], (text) =>
    text === '' || text.length > 120 ? [] : [essence(foldWidth(text))],
  );
  const heading = lines.find((line) => line.length <= 90 && TITLE.test(line) && YEAR.test(line)) ?? null;
  const owner = lines.map((line) => OWNER.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  if (heading === null) {
    const year = lines.slice(0, 8).map((line) => YEAR.exec(line)?.[1]);
    const first = year.find((found) => found !== undefined);
    return { organ: owner, year: first === undefined ? null : Number(first), title: null };
  }
  const year = Number(YEAR.exec(heading)?.[1]);
  const [before = '', after = ''] = heading.split(YEAR.exec(heading)?.[0] ?? '');
  const named = [before, after].map((text) =>
    text
      .replace(LEAD, '')
      .replace(KIND, '')
      .replace(/[-_|(].*$/, ''),
  );
  const organ = owner ?? named.find((text) => text.length >= 3 && text.length <= 40) ?? null;
  return { organ, year, title: heading };
}
