import { gather } from '../document/gather';
import { placeIn, quoteIn } from '../statements/passage';
import { printsAs, type Share, sharesIn } from '../statements/shares';
import { defineRule, type Report } from './rule';
import { valuesOfReading } from './stated';

type Data = {
  readonly words: string;
  readonly part: number;
  readonly percent: number;
  readonly whole: number;
  readonly expected: string;
};

export const rule = defineRule<Data>({
  id: 'text-percent',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确全面' },
  summary: {
    'zh-CN': '“占x%”等于该数占本段所列总数或表三总数的比例，末位四舍五入或截去都可以。',
    en: 'A share is that of its number in a total of the passage or of table 3, rounded or cut off at its last digit.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `“${data.words}”${data.part}，占 ${data.percent}%，按总数 ${data.whole} 计算应为 ${data.expected}%。`,
    en: ({ data }) =>
      `“${data.words}” ${data.part} is said to be ${data.percent} %; of ${data.whole} it is ${data.expected} %.`,
  },
  advice: { 'zh-CN': '核对件数或比例。', en: 'Check the number or the share.' },
  examples: [
    {
      name: '四舍五入与截位都相符',
      prose: { 3: ['受理依申请公开事项29例，其中通过网络收到申请25件，占比86%，通过来信收到申请4件，占比13%。'] },
      cells: {
        'applications.received.individual': 29,
        'applications.received.total': 29,
        'applications.granted.individual': 29,
        'applications.granted.total': 29,
        'applications.decided.individual': 29,
        'applications.decided.total': 29,
      },
      findings: 0,
    },
    {
      name: '比例不符',
      prose: { 3: ['答复政府信息公开申请805件，予以公开及部分公开258件，占33.9%。'] },
      cells: {
        'applications.received.individual': 805,
        'applications.received.total': 805,
        'applications.granted.individual': 258,
        'applications.granted.total': 258,
        'applications.unavailable.notHeld.individual': 547,
        'applications.unavailable.notHeld.total': 547,
        'applications.decided.individual': 805,
        'applications.decided.total': 805,
      },
      findings: 1,
    },
  ],
  *check(report) {
    for (const share of gather(report.passages, sharesIn)) {
      const data = judged(report, share);
      if (data === null) continue;
      const { passage, start, end } = share;
      yield { data, quote: quoteIn(passage, start, end), place: placeIn(passage, start, end), about: share.words };
    }
  },
});

/** Null where some admissible part and whole give this share, or nothing is known that it could be a share of. */
function judged(report: Report, share: Share): Data | null {
  const totals = share.requests ? totalsOf(report) : [];
  const parts = share.part === null ? outcomeValues(report, share) : [share.part];
  const wholes = [...new Set([...totals, ...share.wholes])];
  const [part] = parts;
  const whole = wholes.find((each) => part !== undefined && each >= part && each > 0);
  if (part === undefined || whole === undefined) return null;
  if (parts.some((each) => wholes.some((all) => printsAs(each, all, share.percent, share.places)))) return null;
  const expected = ((part * 100) / whole).toFixed(share.places);
  return { words: share.words, part, percent: share.percent, whole, expected };
}

function outcomeValues(report: Report, { outcome }: Share): number[] {
  return gather(outcome?.readings ?? [], (reading) => valuesOfReading(report, reading) ?? []);
}

function totalsOf(report: Report): number[] {
  const rows = [['decided'], ['received'], ['received', 'carriedIn']];
  return gather(
    rows,
    (each) => valuesOfReading(report, { plus: each.map((row) => `applications.${row}.total`), minus: [] }) ?? [],
  );
}
