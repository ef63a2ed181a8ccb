import { gather } from '../document/gather';
import { disputeGroups } from '../statements/disputes';
import { placeIn, quoteIn } from '../statements/passage';
import { sentencesOf } from '../statements/sentence';
import { defineRule, type Report } from './rule';

const ALL_UPHELD = /(?:均|全部|都)(?:获|被|予以|为|得到)?(?:结果)?维持/;
const GROUPS = ['disputes.review', 'disputes.lawsuit.direct', 'disputes.lawsuit.afterReview'];
const OTHER = ['corrected', 'otherResult', 'pending'];

export const rule = defineRule<{ value: number }>({
  id: 'text-all-upheld',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表四与正文' },
  summary: {
    'zh-CN': '正文称复议、诉讼“均获维持”的，表四没有纠正、其他结果和尚未审结。',
    en: 'Where the text says that all were upheld, table 4 has none corrected, with another result or pending.',
  },
  messages: {
    'zh-CN': ({ data, quote }) => `正文称“${quote ?? ''}”，表四尚有纠正、其他或尚未审结 ${data.value} 件。`,
    en: ({ data, quote }) =>
      `The text says “${quote ?? ''}”; table 4 has ${data.value} corrected, with another result or pending.`,
  },
  advice: { 'zh-CN': '更正表述。', en: 'Correct the wording.' },
  examples: [
    {
      name: '确实都维持',
      prose: { 4: ['政府信息公开类行政复议7件，均获维持。'] },
      cells: { 'disputes.review.upheld': 7, 'disputes.review.total': 7 },
      findings: 0,
    },
    {
      name: '尚有未审结',
      prose: { 4: ['政府信息公开类行政复议7件，诉讼9件，均获维持。'] },
      cells: {
        'disputes.review.upheld': 5,
        'disputes.review.pending': 2,
        'disputes.review.total': 7,
        'disputes.lawsuit.direct.upheld': 9,
        'disputes.lawsuit.direct.total': 9,
      },
      findings: 1,
    },
  ],
  *check(report) {
    for (const passage of report.passages) {
      if (!passage.text.includes('维持')) continue;
      for (const sentence of sentencesOf(passage)) {
        const match = ALL_UPHELD.exec(sentence.text);
        const about = passage.section === 4 || /信息公开|政府信息|依申请/.test(sentence.text);
        if (match === null || !about) continue;
        const cells = notUpheld(report, groupsOf(sentence.text.slice(0, match.index)));
        const value = cells.reduce((sum, cell) => sum + (report.facts.get(cell)?.value ?? 0), 0);
        if (value === 0) continue;
        const clause = sentence.clauses.find((each) => each.text.includes('维持')) ?? sentence;
        yield {
          data: { value },
          cells,
          quote: quoteIn(passage, clause.start, clause.end),
          place: placeIn(passage, clause.start, clause.end),
        };
      }
    }
  },
});

function groupsOf(before: string): readonly string[] {
  const review = /复议/.test(before);
  const lawsuit = /诉讼|起诉/.test(before);
  return review && !lawsuit ? (disputeGroups('复议')?.groups ?? GROUPS) : lawsuit && !review ? GROUPS.slice(1) : GROUPS;
}

function notUpheld({ facts }: Report, groups: readonly string[]): string[] {
  return gather(groups, (group) => OTHER.map((result) => `${group}.${result}`)).filter(
    (cell) => (facts.get(cell)?.value ?? 0) > 0,
  );
}
