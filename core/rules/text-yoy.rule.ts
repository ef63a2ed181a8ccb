import { gather } from '../document/gather';
import { changesIn, type YearlyChange } from '../statements/changes';
import { placeIn, quoteIn } from '../statements/passage';
import { printsAs } from '../statements/shares';
import { lastYearOf } from './previous';
import { defineRule, type Report } from './rule';
import { valuesOfReading } from './stated';

export const rule = defineRule<{ stated: string; expected: string; current: number; base: number }>({
  id: 'text-yoy',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确全面' },
  summary: {
    'zh-CN': '申请量的同比变化与两年的数一致：上年数取句中所列，或上年年报。',
    en: 'The change in requests against last year agrees with both numbers: last year’s from the sentence or from last year’s report.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `正文称同比${data.stated}，按上年 ${data.base}、本年 ${data.current} 计算应为${data.expected}。`,
    en: ({ data }) =>
      `The text says ${data.stated} against last year; from ${data.base} to ${data.current} it is ${data.expected}.`,
  },
  advice: { 'zh-CN': '核对口径。', en: 'Check what was compared.' },
  examples: [
    {
      name: '句中列出上年数，相符',
      prose: { 3: ['我局共收到信息公开申请22起，比2023年（31起）下降29%。'] },
      organ: '示例县公安局',
      cells: {
        'applications.received.individual': 22,
        'applications.received.total': 22,
        'applications.granted.individual': 22,
        'applications.granted.total': 22,
        'applications.decided.individual': 22,
        'applications.decided.total': 22,
      },
      findings: 0,
    },
    {
      name: '增加的件数与增幅相符',
      prose: { 3: ['收到政府信息公开申请48件，比上年增加12件，增长33.3%。'] },
      cells: {
        'applications.received.individual': 48,
        'applications.received.total': 48,
        'applications.granted.individual': 48,
        'applications.granted.total': 48,
        'applications.decided.individual': 48,
        'applications.decided.total': 48,
      },
      findings: 0,
    },
    {
      name: '增加的件数与增幅不符',
      prose: { 3: ['收到政府信息公开申请48件，比上年增加12件，增长23.3%。'] },
      cells: {
        'applications.received.individual': 48,
        'applications.received.total': 48,
        'applications.granted.individual': 48,
        'applications.granted.total': 48,
        'applications.decided.individual': 48,
        'applications.decided.total': 48,
      },
      findings: 1,
    },
    {
      name: '与上年年报不符',
      prose: { 3: ['收到政府信息公开申请7件，同比增长40%。'] },
      cells: {
        'applications.received.individual': 7,
        'applications.received.total': 7,
        'applications.granted.individual': 7,
        'applications.granted.total': 7,
        'applications.decided.individual': 7,
        'applications.decided.total': 7,
      },
      previous: {
        cells: {
          'applications.received.individual': 4,
          'applications.received.total': 4,
          'applications.granted.individual': 4,
          'applications.granted.total': 4,
          'applications.decided.individual': 4,
          'applications.decided.total': 4,
        },
      },
      findings: 1,
    },
  ],
  *check(report) {
    for (const change of gather(report.passages, (passage) => changesIn(passage, report.year))) {
      const data = judged(report, change);
      if (data === null) continue;
      const { passage, start, end } = change;
      yield { data, quote: quoteIn(passage, start, end), place: placeIn(passage, start, end) };
    }
  },
});

function judged(
  report: Report,
  change: YearlyChange,
): { stated: string; expected: string; current: number; base: number } | null {
  const currents = change.current === null ? tableValues(report) : [change.current];
  const bases = [...(change.base === null ? [] : [change.base]), ...lastYear(report)];
  const [current] = currents;
  const [base] = bases;
  if (current === undefined || base === undefined || base === 0) return null;
  const fits = currents.some((now) => bases.some((before) => agrees(change, now, before)));
  if (fits) return null;
  const real = change.unit === 'percent' ? ((current - base) * 100) / base : current - base;
  return {
    stated: say(change.change, change),
    expected: say(Number(real.toFixed(change.places)), change),
    current,
    base,
  };
}

function agrees({ change, unit, places }: YearlyChange, now: number, before: number): boolean {
  if (unit === 'cases') return now - before === change;
  if (before === 0 || now - before === 0) return change === 0;
  return (
    Math.sign(now - before) === Math.sign(change) && printsAs(Math.abs(now - before), before, Math.abs(change), places)
  );
}

function say(change: number, { unit, places }: YearlyChange): string {
  const sign = change < 0 ? '−' : '＋';
  return ` ${sign}${unit === 'percent' ? `${Math.abs(change).toFixed(places)}%` : Math.abs(change)} `;
}

function tableValues(report: Report): readonly number[] {
  const of = (...rows: string[]): readonly number[] =>
    valuesOfReading(report, { plus: rows.map((row) => `applications.${row}.total`), minus: [] }) ?? [];
  return [...of('received'), ...of('received', 'carriedIn')];
}

function lastYear(report: Report): number[] {
  const last = lastYearOf(report);
  if (last === null) return [];
  const value = (row: string): number | null => last.report.facts[`applications.${row}.total`]?.value ?? null;
  const received = value('received');
  return received === null ? [] : [received, received + (value('carriedIn') ?? 0)];
}
