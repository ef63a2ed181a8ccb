import { gather } from '../document/gather';
import { essence } from '../document/text';
import { isCut, missingItems, type SectionItem, tellsOfAppraisal } from '../statements/section-items';
import { defineRule, type Language, type Report } from './rule';

/** With less there is no text to judge: it stands elsewhere, as a picture or as an attachment. */
const MIN_TEXT = 30;

const NAMES: Readonly<Record<SectionItem, Readonly<Record<Language, string>>>> = {
  proactive: { 'zh-CN': '主动公开', en: 'proactive disclosure' },
  onRequest: { 'zh-CN': '依申请公开', en: 'disclosure on request' },
  management: { 'zh-CN': '政府信息管理', en: 'the management of information' },
  platform: { 'zh-CN': '政府信息公开平台建设', en: 'platforms' },
  supervision: { 'zh-CN': '监督保障', en: 'supervision' },
  appraisal: {
    'zh-CN': '工作考核、社会评议和责任追究结果情况',
    en: 'appraisal, public review and accountability',
  },
};

function named(items: string, language: Language): string {
  return items
    .split(' ')
    .map((item) => NAMES[item as SectionItem][language])
    .join(language === 'en' ? ', ' : '、');
}

export const rule = defineRule<{ items: string }>({
  id: 'section1-missing-item',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '第一部分；《政府信息公开条例》第五十条第（四）项' },
  summary: {
    'zh-CN':
      '第一部分写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五项；缺两项以上为警示，缺一项为提示。各级人民政府的报告还应写明工作考核、社会评议和责任追究结果。',
    en: 'Section 1 tells of its five matters: one missing is a note, two a warning. Governments also tell of appraisal, public review and accountability.',
  },
  messages: {
    'zh-CN': ({ data }) => `${data.items === 'appraisal' ? '报告' : '第一部分'}未涉及“${named(data.items, 'zh-CN')}”。`,
    en: ({ data }) =>
      `${data.items === 'appraisal' ? 'The report' : 'Section 1'} says nothing of ${named(data.items, 'en')}.`,
  },
  advice: { 'zh-CN': '按统一格式补充。', en: 'Add what the national form asks for.' },
  examples: [
    {
      name: '五项都写到',
      organ: '示例县财政局',
      prose: {
        1: [
          '（一）主动公开。全年发布信息10条。（二）依申请公开。未收到申请。',
          '（三）政府信息管理。严格保密审查。（四）平台建设。办好网站专栏。（五）监督保障。开展培训2次。',
        ],
      },
      findings: 0,
    },
    {
      name: '缺一项',
      organ: '示例县财政局',
      prose: { 1: ['全年主动公开信息10条，收到申请0件，严格保密审查，办好政府网站专栏，内容及时。'] },
      findings: 1,
    },
    {
      name: '缺三项',
      organ: '示例县财政局',
      prose: { 1: ['我局认真贯彻条例要求，全年主动公开各类政府信息10条，内容全面、及时、准确，收到申请0件。'] },
      findings: 1,
    },
    {
      name: '乡镇未写考核评议',
      organ: '示例县示例镇人民政府',
      prose: { 1: ['全年主动公开信息10条，收到申请0件，严格保密审查，办好政府网站专栏，开展业务培训2次。'] },
      findings: 1,
    },
    { name: '第一部分没有文字', prose: { 1: [] }, findings: 0 },
  ],
  *check(report) {
    const text = sectionOne(report);
    if (text === null) return;
    const block = report.sections.find(({ number }) => number === 1)?.start;
    const missing = missingItems(text);
    if (report.organClass.kind === 'government' && isWhole(report) && !tellsOfAppraisal(proseOf(report))) {
      missing.push('appraisal');
    }
    if (missing.length === 0) return;
    yield {
      data: { items: missing.join(' ') },
      severity: missing.length > 1 ? 'warning' : 'info',
      place: block === undefined ? null : { block },
      about: 'items',
    };
  },
});

/** Read to its end, which only the next heading proves; null where it was not, or where there is no text to judge. */
function sectionOne({ document, sections }: Report): string | null {
  const [section, next] = sections;
  if (section?.number !== 1 || next === undefined) return null;
  const blocks = document.blocks.slice(section.start + 1, section.end);
  if (blocks.some(({ kind }) => kind === 'picture')) return null;
  const text = blocks
    .map((block) =>
      block.kind === 'table' ? gather(block.rows, ({ cells }) => cells.map((cell) => cell.text)).join('') : block.text,
    )
    .map(essence)
    .join('\n');
  return text.length < MIN_TEXT || isCut(text) ? null : text;
}

/** Organs tell of appraisal in section five or six too, so these must have been read. */
function isWhole({ sections }: Report): boolean {
  return [5, 6].every((number) => sections.some((section) => section.number === number));
}

function proseOf({ passages }: Report): string {
  return passages.map(({ text }) => text).join('\n');
}
