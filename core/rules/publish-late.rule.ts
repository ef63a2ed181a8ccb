import { publicationOf } from '../document/published';
import { limitOf } from './deadlines';
import { defineRule } from './rule';

export const rule = defineRule<{ published: string; limit: string; early: number }>({
  id: 'publish-late',
  severity: 'warning',
  source: { document: '《政府信息公开条例》', clause: '第四十九条' },
  summary: {
    'zh-CN':
      '页面显示的发布日期不晚于期限（部门、乡镇、街道次年 1 月 31 日，县级以上政府次年 3 月 31 日），也不早于年度终了。下一年报告到期之后的日期多为改版重新发布，为提示。',
    en: 'The date on the page is not after the deadline (departments, towns and streets January 31, governments March 31), and not before the year has ended. A date more than a year late is often that of a new site: information.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.early === 1
        ? `页面显示发布日期 ${data.published}，报告年度尚未结束（${data.limit}）。`
        : `页面显示发布日期 ${data.published}，晚于期限 ${data.limit}。`,
    en: ({ data }) =>
      data.early === 1
        ? `The page shows ${data.published} as its date, before the year of the report ended (${data.limit}).`
        : `The page shows ${data.published} as its date, after the deadline ${data.limit}.`,
  },
  advice: {
    'zh-CN': '属重新发布的，注明首次发布日期；早于年末发布的，核对数据是否含全年。',
    en: 'Where it was published anew, give the first date; where before the year ended, see whether the numbers cover all of it.',
  },
  examples: [
    { name: '没有日期', findings: 0 },
    { name: '部门，期限当日', organ: '示例县水务局', published: '2025-01-31', findings: 0 },
    { name: '县政府，三月', published: '2025-03-31', findings: 0 },
    { name: '政府办公室可代政府发布', organ: '示例县人民政府办公室', published: '2025-03-20', findings: 0 },
    { name: '学校另有规定', organ: '示例大学', published: '2025-10-20', findings: 0 },
    { name: '部门，二月', organ: '示例县水务局', published: '2025-02-10', findings: 1 },
    { name: '乡镇，二月', organ: '示例县示例镇人民政府', published: '2025-02-10', findings: 1 },
    { name: '县政府，四月', published: '2025-04-01', findings: 1 },
    { name: '年度未终了', organ: '示例县水务局', published: '2024-12-19', findings: 1 },
  ],
  *check(report) {
    const { published, year, organ } = report;
    if (published === null || year === null) return;
    const monthDay = limitOf(organ, report.organClass, report.deadlines);
    const early = published >= `${year}-10-01` && published <= `${year}-12-31`;
    const limit = early ? `${year}-12-31` : `${year + 1}-${monthDay}`;
    if (!early && (monthDay === null || published <= limit)) return;
    const shown = publicationOf(report.document);
    // Without an organ it may be a page about reports; after the next report was due it is likely published anew.
    const doubtful = organ === null || (!early && published > `${year + 2}-${monthDay}`);
    yield {
      data: { published, limit, early: early ? 1 : 0 },
      ...(doubtful ? { severity: 'info' as const } : {}),
      place: shown?.date === published ? shown.place : null,
      about: 'published',
    };
  },
});
