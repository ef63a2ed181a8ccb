import { placeIn, quoteIn } from '../statements/passage';
import { defineRule } from './rule';

/** The notice of 2019 by its number, by its full name, or by the word that its form was on trial. */
const CITED =
  /国办公开办函\D{0,2}2019\D{0,2}60号|国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知|年度报告格式[》〉]?\(试行\)/;
const CURRENT = /国办公开办?函\D{0,2}2021\D{0,2}30号/;
const SINCE = 2021;

export const rule = defineRule<{ quote: string }>({
  id: 'cited-format-outdated',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '自 2021 年度报告起执行，替代国办公开办函〔2019〕60号' },
  summary: {
    'zh-CN': '2021 年度及以后的报告不再以国办公开办函〔2019〕60号（试行格式）为编制依据。同时引用现行格式的为提示。',
    en: 'Reports of 2021 and later do not rest on 国办公开办函〔2019〕60号. Information only where the current one is cited too.',
  },
  messages: {
    'zh-CN': ({ data }) => `编制依据“${data.quote}”已被国办公开办函〔2021〕30号替代。`,
    en: ({ data }) => `“${data.quote}” has been replaced by 国办公开办函〔2021〕30号.`,
  },
  advice: { 'zh-CN': '改引国办公开办函〔2021〕30号。', en: 'Cite 国办公开办函〔2021〕30号.' },
  examples: [
    { name: '引用现行格式', prose: { 0: ['根据国办公开办函〔2021〕30号要求，编制本报告。'] }, findings: 0 },
    {
      name: '2020 年度引用试行格式',
      form: '2019',
      year: 2020,
      prose: { 0: ['根据国办公开办函〔2019〕60号编制。'] },
      findings: 0,
    },
    {
      name: '本地通知同名',
      prose: { 0: ['根据《示例市人民政府办公室关于政府信息公开工作年度报告有关事项的通知》编制。'] },
      findings: 0,
    },
    { name: '说明其已废止', prose: { 0: ['国办公开办函〔2019〕60号已废止。'] }, findings: 0 },
    { name: '文号', prose: { 0: ['根据有关通知（国办公开办函[2019]60号）的要求，编制本报告。'] }, findings: 1 },
    {
      name: '只有文件名',
      prose: {
        1: ['按照《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制。'],
      },
      findings: 1,
    },
  ],
  *check(report) {
    if (report.year === null || report.year < SINCE) return;
    for (const passage of report.passages) {
      const match = CITED.exec(passage.text);
      if (match === null || /废止|替代|取代|不再/.test(passage.text)) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      const quote = quoteIn(passage, start, end);
      const both = report.passages.some(({ text }) => CURRENT.test(text));
      yield {
        data: { quote },
        ...(both ? { severity: 'info' as const } : {}),
        quote,
        place: placeIn(passage, start, end),
        about: 'basis',
      };
      return;
    }
  },
});
