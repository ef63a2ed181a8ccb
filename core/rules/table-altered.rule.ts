import type { Alteration, TableReading } from '../forms/reading';
import { defineRule, type Report } from './rule';

/** Rows by which the table differs from the one the report’s form asks for: a 2019 table three in a 2021 report. */
function otherForm(report: Report, reading: TableReading): Alteration[] {
  const asked = report.form.tables.find((table) => table.id === reading.table.id);
  if (asked === undefined || asked === reading.table) return [];
  const own = new Set(reading.table.rows.map((row) => row.id));
  return asked.rows
    .filter((row) => !own.has(row.id))
    .map((row) => ({ kind: 'row-missing', label: row.label?.zh ?? '', place: null }));
}

const WHAT = {
  'row-missing': { 'zh-CN': '缺少', en: 'lacks' },
  'row-extra': { 'zh-CN': '多出', en: 'has in addition' },
  'row-moved': { 'zh-CN': '错位', en: 'has out of place' },
  'row-unread': { 'zh-CN': '行内单元格与各列对不上，未读取', en: 'has cells that do not fall into the columns in' },
  'column-missing': { 'zh-CN': '缺少列', en: 'lacks the column' },
  'column-extra': { 'zh-CN': '多出列', en: 'has the additional column' },
  'cells-merged': { 'zh-CN': '数字单元格被合并', en: 'has merged number cells in' },
} as const;

function what(kind: Alteration['kind'], language: 'zh-CN' | 'en'): string {
  return WHAT[kind][language];
}

export const rule = defineRule<{ table: string; kind: Alteration['kind']; label: string; more: number }>({
  id: 'table-altered',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '统一格式，表二至表四' },
  summary: {
    'zh-CN': '表格的行、列与统一格式不同：缺少、多出、错位或合并。每表一条。',
    en: 'Rows or columns of a table differ from the national form: missing, added, moved or merged. Once per table.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.table(data.table)}与统一格式不符：${what(data.kind, 'zh-CN')}“${data.label}”${data.more > 0 ? `等 ${data.more + 1} 处` : ''}。`,
    en: ({ data }, name) =>
      `${name.table(data.table)} differs from the national form: it ${what(data.kind, 'en')} “${data.label}”${data.more > 0 ? ` and differs in ${data.more} more places` : ''}.`,
  },
  advice: { 'zh-CN': '恢复统一格式行列，不得增删。', en: 'Restore the rows and columns of the national form.' },
  examples: [
    { name: '与格式一致', cells: {}, findings: 0 },
    {
      name: '多出一行',
      cells: {},
      extraRows: { disclosure: [{ label: '其他主动公开文件', values: ['186', '86', '255'] }] },
      findings: 1,
    },
  ],
  *check(report) {
    for (const reading of report.tables) {
      if (!reading.found) continue;
      const alterations = [...otherForm(report, reading), ...reading.alterations];
      const [first] = alterations;
      if (first === undefined) continue;
      const block = reading.blocks[0];
      yield {
        data: {
          table: reading.table.id,
          kind: first.kind,
          label: first.label.replace(/\s+/g, ''),
          more: alterations.length - 1,
        },
        place: first.place ?? (block === undefined ? null : { block }),
        about: reading.table.id,
      };
    }
  },
});
