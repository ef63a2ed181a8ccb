import { defineRule } from './rule';

const HANDLED = 'website.messagesHandled.value';
const DAYS = 'website.messagesDays.value';

export const rule = defineRule<{ handled: number }>({
  id: 'website-handling-time',
  severity: 'info',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号《政府网站工作年度报表》', clause: '互动交流：留言办理' },
  summary: {
    'zh-CN': '网站年度报表：有办结留言的，平均办理时间大于 0。',
    en: 'Website report: where messages were handled, the average time is more than 0.',
  },
  messages: {
    'zh-CN': ({ data }) => `办结留言 ${data.handled} 条，平均办理时间填 0。`,
    en: ({ data }) => `${data.handled} messages were handled, in 0 days on average.`,
  },
  advice: {
    'zh-CN': '核对平均办理时间；当日办结的可按实际填写小数。',
    en: 'Check the average; same-day answers may be a fraction of a day.',
  },
  examples: [
    { name: '有办理时间', website: {}, findings: 0 },
    {
      name: '没有留言',
      website: {
        'website.messages.value': '0',
        'website.messagesHandled.value': '0',
        'website.messagesPublic.value': '0',
        'website.messagesDays.value': '0',
      },
      findings: 0,
    },
    { name: '未填不是 0', website: { 'website.messagesDays.value': '' }, findings: 0 },
    { name: '办结而用时为 0', website: { 'website.messagesDays.value': '0' }, findings: 1 },
  ],
  *check({ facts }) {
    const handled = facts.get(HANDLED)?.value ?? 0;
    const days = facts.get(DAYS);
    if (handled <= 0 || days?.value !== 0) return;
    yield { data: { handled }, cells: [DAYS, HANDLED], place: days.place, about: DAYS };
  },
});
