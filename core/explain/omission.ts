/** What a reader left out, in words. */
import type { Omission } from '../document/document';
import type { Language } from '../rules/rule';

type Words = Readonly<Record<Language, (count: number) => string>>;

const OMISSIONS: Readonly<Record<Omission['code'], Words>> = {
  'table-too-large': {
    'zh-CN': (count) => `有一张 ${count} 格的表格超出上限，没有读。`,
    en: (count) => `A table of ${count} cells is over the limit and was not read.`,
  },
  'too-many-blocks': {
    'zh-CN': (count) => `内容过长，末尾 ${count} 段没有读。`,
    en: (count) => `It is very long: the last ${count} blocks were not read.`,
  },
  'too-deep': {
    'zh-CN': (count) => `有 ${count} 处嵌套过深，没有读。`,
    en: (count) => `Places nested too deeply, not read: ${count}.`,
  },
  'frame-not-read': {
    'zh-CN': (count) => `页面里有 ${count} 个内嵌框架没有读。`,
    en: (count) => `Embedded frames of the page, not read: ${count}.`,
  },
  'page-without-text': {
    'zh-CN': (count) => `有 ${count} 页是图片，没有可读的文字，没有读。`,
    en: (count) => `Pages that are pictures without text, not read: ${count}.`,
  },
  'page-too-complex': {
    'zh-CN': (count) => `有 ${count} 页内容过于繁杂（如地图、图纸），没有读。`,
    en: (count) => `Pages too crowded to be part of a report (maps, drawings), not read: ${count}.`,
  },
  'readings-differ': {
    'zh-CN': (count) => `有 ${count} 格用两种方法读出的结果不同，未采用，请对照原文件核对。`,
    en: (count) => `Cells that two ways of reading read differently, left out: ${count}. Compare them with the file.`,
  },
  macros: {
    'zh-CN': () => '文件带有宏，没有运行，不影响读取。',
    en: () => 'The file holds macros. They were not run; nothing of the report is lost.',
  },
  'hidden-sheet': {
    'zh-CN': (count) => `工作簿里有 ${count} 张隐藏的工作表没有读。`,
    en: (count) => `Hidden sheets of the workbook, not read: ${count}.`,
  },
  'cells-far-off': {
    'zh-CN': (count) => `工作表中有 ${count} 格离左上角太远（500 列、20000 行以外），没有读。`,
    en: (count) => `Cells beyond the first 500 columns and 20,000 rows of a sheet, not read: ${count}.`,
  },
  'cut-off': {
    'zh-CN': () => '文件不完整，末尾缺失，只读了已有的部分。请重新下载或另存后再核对。',
    en: () => 'The end of the file is missing; only what is there was read. Download or save it again.',
  },
};

export function explainOmission({ code, count }: Omission, language: Language): string {
  return OMISSIONS[code][language](count);
}
