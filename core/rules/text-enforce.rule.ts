import { gather } from '../document/gather';
import type { Statement } from '../statements/statement';
import { defineRule } from './rule';
import { amountText, contradictions, type StatedData, statementFinding } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-enforce',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（五）（六）项与正文' },
  summary: {
    'zh-CN': '正文所称行政许可、处罚、强制件数中有一个与表二一致；公示条数、权力事项数不算。',
    en: 'Of the licences, penalties and coercive measures that the text counts, one number agrees with table 2; published entries and listed powers do not count.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称${data.words}“${data.stated}”，表二为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.words}: ${data.stated}; table 2 has ${data.value}.`,
  },
  advice: {
    'zh-CN': '核对并统一；公示条数不等于处理决定数。',
    en: 'Check both; entries published are not decisions taken.',
  },
  examples: [
    {
      name: '有一个数与表二一致，公示条数不算',
      organ: '示例县市场监督管理局',
      prose: {
        1: ['收到行政许可申请120件，受理115件，准予行政许可110件。全年行政处罚12件，通过门户网站公示行政许可55条。'],
      },
      cells: { 'disclosure.licence.decisions': 110, 'disclosure.penalty.decisions': 12 },
      findings: 0,
    },
    {
      name: '不一致',
      organ: '示例县市场监督管理局',
      prose: { 1: ['全年行政许可决定278件、行政处罚1217件。'] },
      cells: { 'disclosure.licence.decisions': 278, 'disclosure.penalty.decisions': 1271 },
      findings: 1,
    },
  ],
  check(report) {
    const counts = (statement: Statement): boolean => statement.subject === 'enforcement' && !statement.none;
    const failing = contradictions(report, counts);
    const kinds = [...new Set(failing.map(({ statement }) => kindOf(statement)))];
    // Applications, acceptances, refusals and decisions are all told: one that fits is what the table counts.
    return gather(kinds, (words) => {
      const said = report.statements.filter((statement) => counts(statement) && kindOf(statement) === words);
      const own = failing.filter(({ statement }) => kindOf(statement) === words);
      const first = own.find(({ statement }) => statement.words === words);
      if (first === undefined || own.length < said.length || addsUp(said, first.value)) return [];
      return [statementFinding(first, { words, stated: amountText(first.statement), value: first.value })];
    });
  },
});

/** 行政许可, whether accepted, granted or refused. */
function kindOf({ words }: Statement): string {
  return words.replace(/（.*）/, '');
}

/** Granted and refused together are the decisions. */
function addsUp(said: readonly Statement[], value: number): boolean {
  const refused = said.filter(({ words }) => words.endsWith('（不予）'));
  return said.some((one) => refused.some((two) => one !== two && one.amount.low + two.amount.low === value));
}
