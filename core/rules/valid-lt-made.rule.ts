import type { CellId } from '../forms/form';
import { defineRule, type Report } from './rule';

const ROWS = ['regulation', 'normativeDocument'] as const;

function filledValue(report: Report, cell: CellId): number | null {
  const fact = report.facts.get(cell);
  return fact?.state === 'number' ? fact.value : null;
}

export const rule = defineRule<{ row: string; made: number; inForce: number }>({
  id: 'valid-lt-made',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（一）项' },
  summary: {
    'zh-CN': '规章、行政规范性文件的现行有效件数一般不少于本年制发件数；当年制发又废止的除外。',
    en: 'As many documents are in force as were made this year, but for those made and repealed within it.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.row('disclosure', data.row)}本年制发 ${data.made} 件，现行有效仅 ${data.inForce} 件。`,
    en: ({ data }, name) =>
      `${name.row('disclosure', data.row)}: ${data.made} made this year, only ${data.inForce} in force.`,
  },
  advice: { 'zh-CN': '核对是否填反或漏计。', en: 'Check whether the two are swapped or some were not counted.' },
  examples: [
    { name: '都为 0', findings: 0 },
    {
      name: '相等',
      cells: { 'disclosure.normativeDocument.made': 3, 'disclosure.normativeDocument.inForce': 3 },
      findings: 0,
    },
    {
      name: '当年制发的当年废止',
      cells: {
        'disclosure.normativeDocument.made': 3,
        'disclosure.normativeDocument.repealed': 1,
        'disclosure.normativeDocument.inForce': 2,
      },
      findings: 0,
    },
    {
      name: '现行有效空白：另有规则',
      cells: { 'disclosure.normativeDocument.made': 3, 'disclosure.normativeDocument.inForce': '' },
      findings: 0,
    },
    {
      name: '少于制发',
      cells: { 'disclosure.normativeDocument.made': 5, 'disclosure.normativeDocument.inForce': 2 },
      findings: 1,
    },
  ],
  *check(report) {
    for (const row of ROWS) {
      const cells = ['made', 'inForce'].map((column) => `disclosure.${row}.${column}`);
      const [made, inForce] = cells.map((cell) => filledValue(report, cell));
      if (made === null || made === undefined || inForce === null || inForce === undefined) continue;
      const repealed = filledValue(report, `disclosure.${row}.repealed`) ?? 0;
      if (made - repealed <= inForce) continue;
      yield { data: { row, made, inForce }, cells, place: report.facts.get(cells[1] ?? '')?.place ?? null };
    }
  },
});
