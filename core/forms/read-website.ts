/** A document as the annual report on a government website: values beside their labels, whose site and of which year. */
import { blockText, type Document } from '../document/document';
import type { Identity } from '../document/identity';
import { isNumberText, readCellNumber } from '../document/number';
import { essence, foldWidth } from '../document/text';
import { evaluate } from './evaluate';
import { type Fact, MISSING } from './facts';
import type { CellId } from './form';
import { FieldNames, readLabelled } from './labelled';
import { type ReportReading, unsureCells } from './read-report';
import type { TableReading, UnclaimedValue } from './reading';
import { FIELD_GROUPS, WEBSITE, WEBSITE_ANNUAL } from './website-annual';

const NAMES = new FieldNames(FIELD_GROUPS);
/** Labels of any office: fewer, and it is another text that counts messages or surveys. */
const LEAST_FIELDS = 10;
const LEAST_UNDER_TITLE = 5;
const TITLE = /政府网站(?:年度)?工作(?:年度)?(?:报表|报告)|网站工作年度报表/;

export function readWebsite(document: Document): ReportReading | null {
  const { values, blocks, further } = readLabelled(document, NAMES);
  const identity = identityOf(document);
  if (values.size < (identity.title === null ? LEAST_FIELDS : LEAST_UNDER_TITLE)) return null;
  const [table] = WEBSITE_ANNUAL.tables;
  if (table === undefined) return null;
  const unsure = unsureCells(document);
  const facts = new Map<CellId, Fact>();
  for (const row of table.rows) {
    const value = values.get(row.id) ?? null;
    const isUnsure = value !== null && unsure.get(value.place.block)?.has(value.place.cell ?? -1) === true;
    const fact = value === null || isUnsure ? MISSING : factOf(value.raw, value.place);
    facts.set(`${WEBSITE}.${row.id}.value`, fact);
  }
  const reading: TableReading = {
    table,
    form: WEBSITE_ANNUAL,
    found: true,
    blocks,
    further,
    alterations: [],
    unclaimed: unclaimedIn(document, blocks, facts),
  };
  return {
    ...identity,
    document,
    form: WEBSITE_ANNUAL,
    tables: [reading],
    facts,
    // Numbers without a label, of accounts or telephones, have no part in a sum.
    relations: evaluate([{ ...reading, unclaimed: [] }], facts),
    sections: [],
  };
}

function factOf(raw: string, place: Fact['place']): Fact {
  return { raw, ...readCellNumber(raw), place };
}

/** Numbers beside these labels are names of things, not figures. */
const NO_FIGURE = /标识码|备案号|电话|编号|日期|时间/;

function unclaimedIn({ blocks }: Document, own: readonly number[], facts: ReadonlyMap<CellId, Fact>): UnclaimedValue[] {
  const claimed = new Set([...facts.values()].map(({ place }) => `${place?.block} ${place?.cell}`));
  const found: UnclaimedValue[] = [];
  for (const block of own) {
    const table = blocks[block];
    if (table?.kind !== 'table') continue;
    let ordinal = 0;
    for (const { cells } of table.rows) {
      let before = '';
      for (const { text } of cells) {
        const place = { block, cell: ordinal++ };
        const isFigure = isNumberText(text.trim()) && !NO_FIGURE.test(before);
        if (isFigure && !claimed.has(`${block} ${place.cell}`)) found.push({ raw: text, place, beside: [] });
        if (text.trim() !== '') before = text;
      }
    }
  }
  return found;
}

const YEAR = /(20\d{2})年?度?/;
const OWNER = /^(?:填报单位|主办单位)(?:\(盖章\)|名称)?$/;
const OWNER_IN_LINE = /^(?:填报单位|主办单位)(?:\(盖章\)|名称)?[:：](.{3,40}?)(?=填报|审核|负责|联系|年度|$)/;
/** 示例县教育局政府网站: the 政府 is the site's. 示例县政府网站: it is the organ's. */
const OF_SITE = /(?:(?<![市县区旗州省乡镇民])政府)?(?:门户)?$/;

/** 示例县人民政府网站工作年度报表（2024年度）; whose it is stands in the table, 填报单位 before 主办单位. */
function identityOf(document: Document): Identity {
  const lines = [document.title ?? '', ...document.blocks.map((block) => blockText(block))].map(plain);
  const at = lines.findIndex((line) => line.length <= 90 && TITLE.test(line));
  const title = at < 0 ? null : (lines[at] ?? null);
  const near = at < 0 ? lines.slice(0, 8) : lines.slice(at, at + 4);
  const year = near.map((line) => YEAR.exec(line)?.[1]).find((found) => found !== undefined);
  const organ = ownerIn(document, lines) ?? organInTitle(title);
  return { organ, year: year === undefined ? null : Number(year), title };
}

function plain(text: string): string {
  return text.length > 200 ? '' : essence(foldWidth(text));
}

function ownerIn({ blocks }: Document, lines: readonly string[]): string | null {
  const owners = new Map<string, string>();
  const keep = (name: string, value: string): void => {
    const kind = name.slice(0, 2);
    if (!owners.has(kind) && value.length >= 3 && value.length <= 40) owners.set(kind, value);
  };
  for (const line of lines) {
    const match = OWNER_IN_LINE.exec(line);
    if (match !== null) keep(line, match[1] ?? '');
  }
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { cells } of block.rows) {
      for (const [at, { text }] of cells.entries()) {
        const own = plain(text);
        const match = OWNER_IN_LINE.exec(own);
        if (match !== null) keep(own, match[1] ?? '');
        else if (OWNER.test(own)) keep(own, plain(cells[at + 1]?.text ?? ''));
      }
    }
  }
  return owners.get('填报') ?? owners.get('主办') ?? null;
}

function organInTitle(title: string | null): string | null {
  if (title === null) return null;
  const head = title.slice(0, title.search(/网站(?:年度)?工作/)).replace(YEAR, '');
  if (head.length < 3) return null;
  return head.replace(OF_SITE, '');
}
