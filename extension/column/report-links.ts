/** 栏目: which links of a page lead to annual reports, which to more of the list, which are attachments. Pure. */
import type { CollectedLinks, RawLink } from './collect-links';
import { DATE_AROUND, dateOf } from './publication-date';

export interface ReportLink {
  readonly address: string;
  readonly title: string;
  /** As the link names it; empty where it does not. */
  readonly organ: string;
  readonly year: number | null;
  /** ISO date beside the link; empty where there is none. */
  readonly date: string;
}

export interface Column {
  readonly address: string;
  readonly title: string;
  readonly reports: readonly ReportLink[];
  /** Addresses of the other pages of the list. */
  readonly pages: readonly string[];
  /** Its pages are turned by a script: they have no address. */
  readonly scripted: boolean;
  /** Links to reports on other sites, which the leave for this one does not reach. */
  readonly elsewhere: number;
  /** Reports that only a script opens: they have no address to be read. */
  readonly unopened: number;
  readonly beyond: number;
}

/** Fewer are links beside a report: 上一篇, 下一篇, 相关链接. */
export const LEAST = 3;

const DISCLOSURE = /信息公开/;
const REPORT = /年\s*报|年\s*度\s*(?:工作\s*)?报\s*告|信息公开\s*(?:工作\s*)?报\s*告/;
/** A name that the list cuts short. */
const CUT = /信息公开.*(?:\.{2,}|…+)$/;
/** About reports. */
const ABOUT = /图解|解读|说明$|通知$|公告$|通告|的函$|模板|格式|填报|问答/;
/** Reports of another kind, where the name does not say that it is of this one; organs are called so, too: 综合执法局. */
const OTHERWISE = /统计年报|网站|企业年报|法治|决算|预算|执法|质量/;
const COLUMN_ADDRESS = /xxgknb|gknb|ndbg|nianbao|annual/i;
const ORGAN =
  /^[\u4e00-\u9fff]{1,28}(?:局|委|委员会|办|办公室|政府|镇|乡|街道|办事处|中心|院|部|会|厅|处|所|队|站|公司|大学|学院|学校|医院)$/;
const YEAR = /(?<!\d)(20\d{2})(?!\d)/;
/** 二〇二四. */
const YEAR_WRITTEN = /二[〇○零Ｏ]([一二三][〇○零Ｏ一二三四五六七八九])/;
const CIPHERS = new Map([...'〇一二三四五六七八九'].map((each, value) => [each, value]));
const NEXT = /^(?:(?:下一?页|后一?页|next)\s*[>›»]*|[>›»]{1,2}|\d{1,4})$/i;
const YEAR_FOLDER = /^20\d{2}\s*年?\s*度?$/;
const NOWHERE = /^\s*(?:javascript:|#|$)/i;

export function columnOf(collected: CollectedLinks): Column {
  const home = addressOf(collected.base, collected.address) ?? new URL(collected.address);
  const own = new URL(collected.address);
  const reports = new Map<string, ReportLink>();
  const pages = new Set<string>();
  let scripted = false;
  const elsewhere = new Set<string>();
  const unopened = new Set<string>();
  const speaks = DISCLOSURE.test(collected.title) || COLUMN_ADDRESS.test(own.pathname);
  for (const link of collected.links) {
    const target = sameSite(addressOf(link.href, home.href), own);
    if (YEAR_FOLDER.test(link.text)) {
      if (speaks && target !== null && target.origin === own.origin && isWithin(target, own)) pages.add(plain(target));
      continue;
    }
    if (NEXT.test(link.text)) {
      if (NOWHERE.test(link.href)) scripted = true;
      else if (target !== null && target.origin === own.origin && isPage(target, own)) pages.add(plain(target));
      continue;
    }
    const title = titleOf(link);
    if (NOWHERE.test(link.href) && isReport(title, own, speaks)) unopened.add(title);
    if (target === null || !isReport(title, target, speaks)) continue;
    if (target.origin !== own.origin) elsewhere.add(plain(target));
    else if (plain(target) !== plain(own) && !reports.has(plain(target)))
      reports.set(plain(target), reportLink(link, title, target));
  }
  for (const page of numberedPages(collected.numbered, home, own)) pages.add(page);
  pages.delete(plain(own));
  return {
    address: plain(own),
    title: collected.title,
    reports: [...reports.values()],
    pages: [...pages].slice(0, MAX_LIST_PAGES),
    scripted: collected.more || (scripted && pages.size === 0),
    elsewhere: elsewhere.size,
    unopened: unopened.size,
    beyond: collected.beyond,
  };
}

/** Pages of one list that are read. */
export const MAX_LIST_PAGES = 200;

/** What the link is called: the hint where the text was cut short. */
function titleOf({ text, hint }: RawLink): string {
  const name = text
    .replace(DATE_AROUND, '')
    .replace(/^[\s·•●○▪■\-–]+/, '')
    .replace(/^\d{1,3}\s*[、.．]\s*/, '');
  return hint.length > name.length && (name === '' || /(?:\.{2,}|…)$/.test(name) || hint.includes(name)) ? hint : name;
}

function isReport(title: string, target: URL, speaks: boolean): boolean {
  if (ABOUT.test(title) || (OTHERWISE.test(title) && !DISCLOSURE.test(title))) return false;
  // 政府信息公开年报 alone is the name of a column.
  const named = YEAR.test(title) || organIn(title) !== '';
  if (REPORT.test(title)) return named && (DISCLOSURE.test(title) || speaks || COLUMN_ADDRESS.test(target.pathname));
  if (CUT.test(title)) return named;
  return speaks && ORGAN.test(title) && COLUMN_ADDRESS.test(target.pathname);
}

function reportLink(link: RawLink, title: string, target: URL): ReportLink {
  const date = dateOf(link, target);
  return {
    address: plain(target),
    title,
    organ: organIn(title) || (ORGAN.test(title) ? title : ''),
    year: yearOf(title, date),
    date,
  };
}

/** Of a report that names no year, the one before it was published. */
function yearOf(title: string, date: string): number | null {
  const named = YEAR.exec(title)?.[1];
  if (named !== undefined) return Number(named);
  const written = YEAR_WRITTEN.exec(title)?.[1];
  if (written !== undefined) return 2000 + [...written].reduce((sum, each) => sum * 10 + (CIPHERS.get(each) ?? 0), 0);
  return date === '' ? null : Number(date.slice(0, 4)) - 1;
}

const BEFORE_YEAR = /^(.*?)(?:关于)?[（(《“"]?(?:20\d{2}|二[〇○零].{2})/;
const AFTER_YEAR = /^[（(《“"]?20\d{2}\s*年?\s*度?\s*(.*?)(?:政府信息公开|信息公开|年度报告|年报)/;
const BEFORE_WORDS = /^(.*?)(?:关于)?(?:政府信息公开|信息公开|年度报告|年报)/;

function organIn(title: string): string {
  for (const pattern of [BEFORE_YEAR, AFTER_YEAR, BEFORE_WORDS]) {
    const found = (pattern.exec(title)?.[1] ?? '').replace(/(?:政府信息公开|信息公开|年度报告|年报).*$/, '');
    const name = found.replace(/^[\s【[（(].*?[\s】\])）]|[\s:：、.·]+/g, '').replace(/的$/, '');
    if (/^[\u4e00-\u9fff（）()]{2,40}$/.test(name) && !/^(?:政府|本级|部门|年度|法定主动公开内容)$/.test(name))
      return name;
  }
  return '';
}

/** A number may lead anywhere; a page of the list has the same folder. */
function isPage(target: URL, own: URL): boolean {
  const folder = folderOf(target);
  return folder === folderOf(own) || folder === namesake(own) || target.search !== '';
}

/** Below the folder of the list, and not below the root, where all is. */
function isWithin(target: URL, own: URL): boolean {
  return [folderOf(own), namesake(own)].some((folder) => folder !== '/' && target.pathname.startsWith(folder));
}

function folderOf({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

/** `/xxgk/zfxxgknb.htm` has its further pages in `/xxgk/zfxxgknb/`. */
function namesake({ pathname }: URL): string {
  return `${pathname.replace(/\.\w+$/, '')}/`;
}

function numberedPages(numbered: CollectedLinks['numbered'], home: URL, own: URL): string[] {
  const [count, name, ending, second] = numbered ?? [];
  if (count === undefined || name === undefined || ending === undefined) return [];
  const pagesOf = (names: readonly string[]): string[] =>
    names.flatMap((each) => {
      const target = addressOf(each, home.href);
      return target === null || target.origin !== home.origin ? [] : plain(target);
    });
  const after = Math.min(Number(count), MAX_LIST_PAGES) - 1;
  const later = pagesOf(Array.from({ length: after }, (_, at) => `${name}_${at + Number(second)}.${ending}`));
  // The first page is also the folder itself: named only from a later one.
  return later.includes(plain(own)) ? [...pagesOf([`${name}.${ending}`]), ...later] : later;
}

/** Old pages name their own site without the lock that it has now. */
function sameSite(target: URL | null, own: URL): URL | null {
  if (target !== null && target.host === own.host && target.protocol !== own.protocol) target.protocol = own.protocol;
  return target;
}

function addressOf(href: string, base: string): URL | null {
  try {
    const address = new URL(href.trim(), base);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address : null;
  } catch {
    return null; // Not an address.
  }
}

function plain(address: URL): string {
  return address.href.replace(/#.*$/, '');
}

/** Two readings of one list, or two of its pages: the first word on an address stays. */
export function joinColumns(first: Column, then: Column): Column {
  const known = new Set(first.reports.map(({ address }) => address));
  const pages = [...new Set([...first.pages, ...then.pages])].filter((page) => page !== first.address);
  return {
    ...first,
    reports: [...first.reports, ...then.reports.filter(({ address }) => !known.has(address))],
    pages,
    scripted: (first.scripted || then.scripted) && pages.length === 0,
    elsewhere: Math.max(first.elsewhere, then.elsewhere),
    unopened: first.unopened + then.unopened,
    beyond: first.beyond + then.beyond,
  };
}

/** The latest year that the list is about, none later than last year: it is the one to check. */
export function yearToCheck(reports: readonly Pick<ReportLink, 'year'>[], thisYear: number): number | null {
  const years = reports.flatMap(({ year }) => (year === null || year >= thisYear ? [] : year));
  return years.length === 0 ? null : Math.max(...years);
}
