import { linesOf } from '../document/head';
import { isOrgan, yearInTitle } from '../document/identity';
import { foldWidth, simplify, withoutSpace } from '../document/text';
import { defineRule, type Report } from './rule';
import { type TitlePlace, titlePlace } from './title';

type Fault = 'organ' | 'kind' | 'words';

const WHAT = {
  organ: { 'zh-CN': '未写明机关名称', en: 'names no organ' },
  kind: {
    'zh-CN': '未称“政府信息公开工作年度报告”',
    en: 'is not that of an annual report on open government information',
  },
  words: { 'zh-CN': '与“政府信息公开工作年度报告”略有出入', en: 'is worded a little differently from the form' },
} as const;

/** 年度 may stand before: 政府信息公开工作2024年度报告, 2024年度政府信息公开工作报告. */
const ANNUAL = /年度.{0,16}报告|报告\(20\d\d年度?\)/;

/** Lines around the title in which the organ may stand by itself. */
const NEAR = 4;

/** Nor does a line near it or the rest of its own line. */
function namesNoOrgan({ organ, document }: Report, title: string, { place }: TitlePlace): boolean {
  if (organ !== null) return false;
  const at = place?.block ?? 0;
  const line = (block: number): string => linesOf(document)[block] ?? '';
  if (place !== null && line(at) !== title && !title.endsWith(line(at))) return false;
  return !Array.from({ length: 2 * NEAR + 1 }, (_, offset) => line(at - NEAR + offset)).some(isOrgan);
}

function faultOf(report: Report, title: string, at: TitlePlace): Fault | null {
  const plain = simplify(foldWidth(withoutSpace(title)));
  if (namesNoOrgan(report, title, at)) return 'organ';
  if (/政务信息公开|情况的?报告|报告制度/.test(plain) || !ANNUAL.test(plain)) return 'kind';
  return plain.includes('政府信息公开') ? null : 'words';
}

export const rule = defineRule<{ title: string; fault: Fault }>({
  id: 'title-form',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '报告标题' },
  summary: {
    'zh-CN': '标题由机关名称、年份和“政府信息公开工作年度报告”组成；省去“工作”或“年”字不提出，只缺“政府”二字的为提示。',
    en: 'The title holds the organ, the year and the words of the form; without 工作 it passes, without 政府 it is information only.',
  },
  messages: {
    'zh-CN': ({ data }) => `标题“${data.title}”${WHAT[data.fault]['zh-CN']}。`,
    en: ({ data }) => `The title “${data.title}” ${WHAT[data.fault].en}.`,
  },
  advice: {
    'zh-CN': '改为“机关名称＋年份＋政府信息公开工作年度报告”。',
    en: 'Use organ, year, and 政府信息公开工作年度报告.',
  },
  examples: [
    { name: '规范', findings: 0 },
    { name: '无“工作”', title: '示例县水务局2024年政府信息公开年度报告', findings: 0 },
    { name: '年份在后', title: '示例县水务局政府信息公开工作2024年度报告', findings: 0 },
    { name: '括注年度', title: '示例县人民政府信息公开工作年度报告（2024年度）', findings: 0 },
    { name: '没有年份的不评', title: '政府信息公开工作年度报告', findings: 0 },
    { name: '年度在前', title: '示例县水务局2024年度政府信息公开工作报告', findings: 0 },
    { name: '机关名称在后', title: '2024年政府信息公开工作年度报告（示例县水务局）', findings: 0 },
    { name: '没有机关名称', title: '2024年政府信息公开工作年度报告', findings: 1 },
    { name: '工作报告', title: '示例县水务局2024年政府信息公开工作报告', findings: 1 },
    { name: '情况的报告', title: '示例县水务局关于2024年度政府信息公开情况的报告', findings: 1 },
    { name: '政务', title: '示例县水务局2024年政务信息公开工作年度报告', findings: 1 },
    { name: '只缺政府二字', title: '示例县水务局2024年信息公开年度报告', findings: 1 },
  ],
  *check(report) {
    const { title } = report;
    const at = titlePlace(report);
    // What has no year may be the name of a column of the site.
    if (title === null || at === null || at.quoted || yearInTitle(title) === null) return;
    const fault = faultOf(report, title, at);
    if (fault === null) return;
    const severity = fault === 'words' ? { severity: 'info' as const } : {};
    yield { data: { title, fault }, ...severity, place: at.place, about: 'title' };
  },
});
