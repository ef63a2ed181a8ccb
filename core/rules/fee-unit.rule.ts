import { MISSING } from '../forms/facts';
import { feeStatements } from './fee';
import { defineRule, type Report } from './rule';
import { amountText, statementFinding } from './stated';

/** In 万元: no county department or town takes ten billion yuan, and no organ below the nation a hundred billion. */
const IMPOSSIBLE = { small: 1_000_000, any: 10_000_000 };

export const rule = defineRule<{ value: number; stated: string }>({
  id: 'fee-unit',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（八）项：单位为万元' },
  summary: {
    'zh-CN':
      '收费金额以万元为单位：与正文相差一万倍的，或填到一千亿元以上（县级部门、乡镇为一百亿元）的，疑将元填作万元。',
    en: 'Fees are in 10,000 yuan: a value that differs from the text by that very factor, or tops a hundred billion yuan (ten in a county department or town), was likely filled in in yuan.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.stated === ''
        ? `行政事业性收费填 ${data.value}（万元），疑将元填作万元。`
        : `行政事业性收费填 ${data.value}（万元），正文为 ${data.stated}，疑将元填作万元。`,
    en: ({ data }) =>
      data.stated === ''
        ? `Fees are ${data.value} (10,000 yuan): likely filled in in yuan.`
        : `Fees are ${data.value} (10,000 yuan), ${data.stated} in the text: likely filled in in yuan.`,
  },
  advice: { 'zh-CN': '换算为万元后更正。', en: 'Convert to 10,000 yuan and correct.' },
  examples: [
    {
      name: '一致',
      prose: { 1: ['全年行政事业性收费4.043万元。'] },
      cells: { 'disclosure.fee.amount': '4.043' },
      findings: 0,
    },
    {
      name: '元填作万元',
      prose: { 1: ['全年行政事业性收费4.043万元。'] },
      cells: { 'disclosure.fee.amount': '40430' },
      findings: 1,
    },
    {
      name: '正文说的是全县，数字却逐位相同',
      organ: '示例县示例局',
      prose: { 1: ['全县行政事业性收费4.043万元。'] },
      cells: { 'disclosure.fee.amount': '40430' },
      findings: 1,
    },
    {
      name: '全县的收费另是一数',
      organ: '示例县示例局',
      prose: { 1: ['全县行政事业性收费4万元，全系统行政事业性收费18.87万元。'] },
      cells: { 'disclosure.fee.amount': '40000' },
      findings: 0,
    },
    {
      name: '乡镇填了一百多亿元',
      organ: '示例县示例镇人民政府',
      cells: { 'disclosure.fee.amount': '1234567' },
      findings: 1,
    },
    {
      name: '一个市填了一千多亿元',
      organ: '示例市人民政府',
      cells: { 'disclosure.fee.amount': '1904573790' },
      findings: 1,
    },
    {
      name: '省里可以有三十多亿元',
      organ: '示例省人民政府',
      cells: { 'disclosure.fee.amount': '316441' },
      findings: 0,
    },
  ],
  *check(report) {
    for (const { statement, cell, value, ratio } of feeStatements(report)) {
      if (ratio !== 'tenThousand') continue;
      yield statementFinding({ statement, cells: [cell] }, { value, stated: amountText(statement) });
      return;
    }
    yield* impossible(report);
  },
});

function* impossible({ facts, organClass }: Report): Generator<{
  data: { value: number; stated: string };
  cells: readonly string[];
  place: { block: number } | null;
}> {
  const cell = 'disclosure.fee.amount';
  const { value, place } = facts.get(cell) ?? MISSING;
  const small = organClass.level === 'town' || (organClass.level === 'county' && organClass.kind === 'department');
  if (value === null || organClass.level === 'nation' || value < (small ? IMPOSSIBLE.small : IMPOSSIBLE.any)) return;
  yield { data: { value, stated: '' }, cells: [cell], place };
}
