/** Whose report it is and of which year: organ, year and title as the page itself states them. */
import { blockText, type Document } from './document';
import { collapseSpace, foldWidth, simplify } from './text';

export interface Identity {
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string | null;
}

const REPORT = '(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:情况的?)?(?:年度)?(?:工作)?报告';
/** 机关 + 年份 + 政府信息公开工作年度报告, or 年份 + 机关 + …; brackets and the year’s 度 come and go. */
const TITLE = new RegExp(
  `([^《》。，；：\\s]{0,40}?)(?:关于)?(20\\d{2})\\s*年?度?\\s*([^《》。，；：\\s]{0,30}?)${REPORT}(?!编制|格式|的?通知|有关|制度)`,
);
const PERIOD = /(20\d{2})\s*年\s*1\s*月\s*1\s*日\s*起?\s*(?:[至到~,，—–-]|截止)/;
const YEAR_IN_PROSE = /(?:^|[。；])(20\d{2})\s*年/;
const ORGAN_END =
  /(?:人民政府|政府|局|委|委员会|办公室|办公厅|办事处|厅|镇|乡|街道|中心|院|会|队|处|社|馆|部|署|分局|公司|学校|大学|园区|开发区)$/;
const ORGAN_PREFIX = /^(?:.*(?:发布|公布|编制|印发|关于|现将|制作|[:：]))/;

const MAX_TITLE = 70;

interface Candidate {
  readonly organ: string | null;
  readonly year: number;
  readonly title: string;
}

export function identify(document: Document): Identity {
  const texts = document.blocks.map((block) => collapseSpace(foldWidth(blockText(block))));
  const headings = document.blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && block.level > 0 ? [texts[index] ?? ''] : [],
  );
  const short = texts.slice(0, 200).filter((text) => text.length <= MAX_TITLE);
  const heading = first(headings) ?? first([document.title ?? '']) ?? titleOfTwoLines(texts) ?? first(short);
  const quoted = first(texts.flatMap((text) => text.match(/《[^》]{6,80}》/g) ?? []));
  const stated = heading ?? quoted;
  const year = heading?.year ?? periodYear(texts) ?? quoted?.year ?? proseYear(texts);
  const organ = heading?.organ ?? organBefore(texts, heading) ?? quoted?.organ ?? null;
  return { organ, year, title: stated?.title ?? null };
}

function first(texts: readonly string[]): Candidate | null {
  for (const text of texts) {
    const candidate = titleIn(text);
    if (candidate !== null) return candidate;
  }
  return null;
}

function titleIn(text: string): Candidate | null {
  // Same length after `simplify`, so that positions carry over to the text as printed.
  const match = TITLE.exec(simplify(text));
  if (match === null) return null;
  const [whole, before = '', year = '', between = ''] = match;
  const title = text.slice(match.index, match.index + whole.length).replace(/^《/, '');
  const printedBefore = text.slice(match.index, match.index + before.length);
  const at = match.index + whole.indexOf(year) + year.length;
  const printedBetween =
    between === ''
      ? ''
      : (text
          .slice(at, match.index + whole.length)
          .match(/^\s*年?度?\s*(.*)$/)?.[1]
          ?.slice(0, between.length) ?? '');
  const organ = organName(printedBefore) ?? organName(printedBetween);
  return { organ, year: Number(year), title: collapseSpace(title) };
}

function organName(text: string): string | null {
  const name = collapseSpace(text)
    .replace(ORGAN_PREFIX, '')
    .replace(/^[《【〔[(（\d.、\s]+/, '');
  return name.length >= 2 && !/关于|通知|要求|格式/.test(simplify(name)) ? name : null;
}

/** 肖村乡人民政府 / 2021年政府信息公开工作年度报告 on two lines. */
function titleOfTwoLines(texts: readonly string[]): Candidate | null {
  for (let index = 0; index < Math.min(texts.length, 200); index++) {
    const text = texts[index] ?? '';
    if (text.length > MAX_TITLE || !/^20\d{2}/.test(text)) continue;
    const candidate = titleIn(text);
    if (candidate === null) continue;
    const before = (texts[index - 1] ?? '').trim();
    return { ...candidate, organ: candidate.organ ?? (isOrgan(before) ? before : null) };
  }
  return null;
}

function isOrgan(text: string): boolean {
  return text.length >= 3 && text.length <= 30 && ORGAN_END.test(simplify(text)) && !/[。，；]/.test(text);
}

function organBefore(texts: readonly string[], heading: Candidate | null): string | null {
  if (heading === null) return null;
  const at = texts.indexOf(heading.title);
  for (const text of [texts[at - 1], texts[at + 1]]) if (at >= 0 && text !== undefined && isOrgan(text)) return text;
  return null;
}

function periodYear(texts: readonly string[]): number | null {
  for (const text of texts) {
    const match = PERIOD.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}

function proseYear(texts: readonly string[]): number | null {
  for (const text of texts) {
    const match = YEAR_IN_PROSE.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}
