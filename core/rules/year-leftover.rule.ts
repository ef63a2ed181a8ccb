import { gather } from '../document/gather';
import { type Passage, placeIn, quoteIn } from '../statements/passage';
import { speaksOfPlans, type YearSlip, yearSlips } from '../statements/year-slips';
import { defineRule, type Report } from './rule';

/** From here on it is one matter: a text that was never brought forward. */
const MANY = 5;
const PERIOD = /(20\d\d)年1月1日起?(?:[至到~,—–-]|截止)/;

interface Slip extends YearSlip {
  readonly passage: Passage;
}

export const rule = defineRule<{ kind: YearSlip['kind']; year: number; own: number; more: number }>({
  id: 'year-leftover',
  severity: 'warning',
  needsNoTable: true,
  source: {
    document: '国办公开办函〔2021〕30号',
    clause: '第四条：内容准确；《政府信息公开条例》第四十九条：上一年度',
  },
  summary: {
    'zh-CN':
      '正文以本报告年度叙述：以上年或下年为主语、把本报告年度当作“下一步”、引述本报告时写错年份的，疑为往年文字。对比、决算、结转、文号、年报、考核等不算。',
    en: 'The text speaks of the report’s own year. Another year as subject, the own year as the one to come, or a wrong year in the report’s own name was likely left over; comparisons, accounts, requests carried over, document numbers, reports and appraisals are fine.',
  },
  messages: {
    'zh-CN': ({ data, quote }) =>
      `正文出现“${quote ?? ''}”，${data.kind === 'plan' ? `下一步所写年份不晚于本报告年度（${data.own} 年）` : `本报告年度为 ${data.own} 年`}，疑为往年文字未更新${data.more > 0 ? `；同类另有 ${data.more} 处` : ''}。`,
    en: ({ data, quote }) =>
      `The text says “${quote ?? ''}” in the report of ${data.own}${data.kind === 'plan' ? ', as of a year to come' : ''}: likely left over from another year${data.more > 0 ? `, as in ${data.more} more places` : ''}.`,
  },
  advice: { 'zh-CN': '核对年份与数据是否为本报告年度。', en: 'Check the year, and whether the numbers are of it.' },
  examples: [
    {
      name: '上年的各种正当用法',
      year: 2023,
      prose: {
        0: ['根据《关于做好2022年政府信息公开工作年度报告编制发布工作的通知》（示政办〔2022〕5号）编制。'],
        1: [
          '2022年部门决算于2023年9月公开。2022年结转的3件申请均已办结。比2022年（31起）下降29%。',
          '截至2022年底累计公开信息381条。2022年度政府信息公开工作年度报告按时发布。',
        ],
        5: ['2023年，我县工作取得一定成绩。2024年，我县将继续加强培训。针对2022年存在的问题，已逐项整改。'],
      },
      findings: 0,
    },
    {
      name: '以上年为主语',
      year: 2023,
      prose: { 1: ['（三）政府信息管理情况。2022年，我县共制定规范性文件2件。'] },
      findings: 1,
    },
    {
      name: '把本报告年度当作来年',
      year: 2023,
      prose: { 5: ['下一步，2023年我县将进一步加强政策解读。'] },
      findings: 1,
    },
    {
      name: '前言引述上年年报名称',
      year: 2021,
      prose: { 0: ['现编制《示例县人民政府2020年政府信息公开工作年度报告》。'] },
      findings: 1,
    },
  ],
  *check(report) {
    const { year } = report;
    if (year === null || isOfOtherPeriod(report, year)) return;
    const slips = slipsIn(report, year);
    const shown = slips.length > MANY ? slips.slice(0, 1) : slips;
    for (const { kind, year: named, passage, start, end } of shown) {
      yield {
        data: { kind, year: named, own: year, more: slips.length - shown.length },
        quote: quoteIn(passage, start, end),
        place: placeIn(passage, start, end),
      };
    }
  },
});

/** Title and period disagree: then the whole text would be of another year, and the title is at fault. */
function isOfOtherPeriod({ passages }: Report, year: number): boolean {
  const periods = gather(passages, ({ text }) => PERIOD.exec(text)?.[1] ?? []).map(Number);
  return periods.length > 0 && !periods.includes(year);
}

function slipsIn({ passages }: Report, year: number): Slip[] {
  let plans = false;
  return gather(passages, (passage) => {
    const slips = yearSlips(passage, year, plans && passage.section === 5);
    if (passage.section === 5 && !passage.heading) plans ||= speaksOfPlans(passage.text);
    return slips.map((slip) => ({ ...slip, passage }));
  });
}
