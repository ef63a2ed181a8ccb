import type { CellId } from '../forms/form';
import { type CellFact, cellsOfTable } from './cells';
import { defineRule, type Report, tableReading } from './rule';

const SELF = /[我本](?:镇|乡|街道|县(?!级))/;
/** What only a report of a higher organ says of itself. */
const HIGHER = /[我本全][市省]|[我本]自治[区州]/;

/**
 * Only where it is certain: governments of counties and below, their departments, offices, committees and streets.
 * A city’s department has none either, but its report may hold the regulations of the city.
 */
function lacksPower({ organ, organClass, passages }: Report): boolean {
  if (organ !== null) return organClass.level === 'county' || organClass.level === 'town';
  return passages.some(({ text }) => SELF.test(text)) && !passages.some(({ text }) => HIGHER.test(text));
}

function isRegulation({ cell, fact }: CellFact): boolean {
  return cell.id.startsWith('disclosure.regulation.') && fact.state === 'number' && (fact.value ?? 0) > 0;
}

export const rule = defineRule<{ organ: string | null; value: number }>({
  id: 'regulation-no-power',
  severity: 'warning',
  source: { document: '《立法法》', clause: '第九十一条、第九十三条' },
  summary: {
    'zh-CN': '县级及以下政府及其部门、乡镇、街道无规章制定权，表二“规章”行应为 0。设区的市以上及层级不明的不提出。',
    en: 'Governments of counties and below and their departments make no regulations: that row of table 2 is 0. Silent on cities and above, and where the level is not known.',
  },
  messages: {
    'zh-CN': ({ data }) => `${data.organ ?? '本机关'}无规章制定权，表二“规章”行填有 ${data.value}。`,
    en: ({ data }) => `${data.organ ?? 'This organ'} cannot make regulations; the row of table 2 holds ${data.value}.`,
  },
  advice: {
    'zh-CN': '内部规章制度不计入；应填 0。',
    en: 'Internal rules do not count; fill in 0.',
  },
  examples: [
    { name: '都为 0', findings: 0 },
    { name: '设区的市政府', organ: '示例市人民政府', cells: { 'disclosure.regulation.inForce': 6 }, findings: 0 },
    { name: '省政府', organ: '示例省人民政府', cells: { 'disclosure.regulation.made': 2 }, findings: 0 },
    { name: '市司法局可汇总全市', organ: '示例市司法局', cells: { 'disclosure.regulation.inForce': 6 }, findings: 0 },
    {
      name: '乡镇',
      organ: '示例县示例镇人民政府',
      cells: { 'disclosure.regulation.made': 2, 'disclosure.regulation.inForce': 2 },
      findings: 1,
    },
    { name: '县政府', cells: { 'disclosure.regulation.inForce': 6 }, findings: 1 },
    { name: '街道', organ: '示例市示例街道办事处', cells: { 'disclosure.regulation.inForce': 1 }, findings: 1 },
    {
      name: '未署名，自称我镇',
      title: '2024年政府信息公开工作年度报告',
      prose: { 1: ['现结合我镇实际，编制本报告。'] },
      cells: { 'disclosure.regulation.inForce': 6 },
      findings: 1,
    },
    {
      name: '未署名，自称不明',
      title: '2024年政府信息公开工作年度报告',
      prose: { 1: ['现结合全市实际，编制本报告，我县另有报告。'] },
      cells: { 'disclosure.regulation.inForce': 6 },
      findings: 0,
    },
  ],
  *check(report) {
    const reading = tableReading(report, 'disclosure');
    if (reading === undefined || !reading.found || !lacksPower(report)) return;
    const filled = cellsOfTable(report, reading).filter(isRegulation);
    const [first] = filled;
    if (first === undefined) return;
    const cells: CellId[] = filled.map(({ cell }) => cell.id);
    const value = Math.max(...filled.map(({ fact }) => fact.value ?? 0));
    yield { data: { organ: report.organ, value }, cells, place: first.fact.place, about: 'regulation' };
  },
});
