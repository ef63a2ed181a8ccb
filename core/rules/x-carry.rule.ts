import { CARRIED_OUT, type CarryDoubt, carryOf, differs } from './carried';
import type { Severity } from './finding';
import { defineRule, type Language } from './rule';

const CELL = 'applications.carriedIn.total';

export const rule = defineRule<{ here: number; there: number; year: number; doubt: CarryDoubt }>({
  id: 'x-carry',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三“上年结转”与上年年报“结转下年度继续办理”' },
  summary: {
    'zh-CN':
      '本年“上年结转”总计＝上年年报“结转下年度继续办理”总计。名称、格式、口径有出入或已作说明的，降为警示或提示。',
    en: 'What is carried over from last year is what last year’s report carried over. Where name, form or scope differ, or the text explains it, it is a warning or a note.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `上年结转填 ${data.here}，${data.year} 年年报“结转下年度继续办理”为 ${data.there}${DOUBTS[data.doubt]['zh-CN']}。`,
    en: ({ data }) =>
      `Carried over from last year: ${data.here}; the report of ${data.year} carried over ${data.there}${DOUBTS[data.doubt].en}.`,
  },
  advice: {
    'zh-CN': '核对两年数据；如有更正或机构调整请注明。',
    en: 'Check both years; say so where a figure was corrected or the organ changed.',
  },
  examples: [
    {
      name: '两年衔接',
      cells: {
        'applications.carriedIn.individual': 3,
        'applications.carriedIn.total': 3,
        'applications.granted.individual': 3,
        'applications.granted.total': 3,
        'applications.decided.individual': 3,
        'applications.decided.total': 3,
      },
      previous: { cells: CARRIED_OUT },
      findings: 0,
    },
    { name: '漏填上年结转', cells: {}, previous: { cells: CARRIED_OUT }, findings: 1 },
    {
      name: '是另一机关的年报',
      organ: '示例县教育局',
      previous: { organ: '示例县财政局', cells: CARRIED_OUT },
      findings: 0,
    },
    { name: '不是上一年的年报', previous: { year: 2022, cells: CARRIED_OUT }, findings: 0 },
    {
      name: '上年年报自身不平衡，按其分项可衔接',
      previous: { cells: { 'applications.carriedOut.total': 3 } },
      findings: 0,
    },
    {
      name: '正文已说明更正，降为提示',
      prose: { 3: ['上年结转数因机构改革划转有调整。'] },
      previous: { cells: CARRIED_OUT },
      findings: 1,
    },
    {
      name: '机关名称少了上级地名，降为警示',
      previous: { organ: '示例省示例县人民政府', cells: CARRIED_OUT },
      findings: 1,
    },
    { name: '上年没有表三', previous: { without: ['applications'] }, findings: 0 },
  ],
  *check(report) {
    const carry = carryOf(report);
    if (carry === null || !differs(carry)) return;
    const { here, there, last, doubt } = carry;
    yield {
      data: { here: here.value, there: there.value, year: last.year, doubt },
      severity: SEVERITY[doubt],
      cells: [CELL],
      place: report.facts.get(CELL)?.place ?? null,
    };
  },
});

const SEVERITY: Readonly<Record<CarryDoubt, Severity>> = {
  none: 'error',
  noted: 'info',
  name: 'warning',
  form: 'warning',
  scope: 'warning',
  sums: 'warning',
  empty: 'warning',
};

const DOUBTS: Readonly<Record<CarryDoubt, Readonly<Record<Language, string>>>> = {
  none: { 'zh-CN': '', en: '' },
  noted: { 'zh-CN': '（正文提到更正、调整或口径）', en: ' (the text speaks of a correction or a change)' },
  name: { 'zh-CN': '（两年机关名称写法不同）', en: ' (the organ’s name is written differently)' },
  form: { 'zh-CN': '（两年表格格式不同）', en: ' (the two years use different forms)' },
  scope: { 'zh-CN': '（两年统计范围可能不同）', en: ' (the scope may differ between the years)' },
  sums: {
    'zh-CN': '（其中一张表的算式不符或不全，宜先核对）',
    en: ' (the sums of one of the tables do not agree or are incomplete: check these first)',
  },
  empty: { 'zh-CN': '（其中有空格，按分项或 0 计）', en: ' (an empty cell counts as its parts, or 0)' },
};
