/** Text as people compare it: width, white space, compatibility forms and the traces of page tools taken away. */
import { remembering } from './remembering';

const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
/** CJK radicals and compatibility ideographs, as PDF printers emit them for ordinary characters. */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
const COMPATIBILITY_IN = new RegExp(COMPATIBILITY.source);
/** Radicals that Unicode calls equivalent to a character without folding them into it. */
const RADICALS =
  '⺁厂 ⺌小 ⺎兀 ⺒巳 ⺓幺 ⺜日 ⺝月 ⺠民 ⺧牛 ⺩王 ⺬示 ⺮竹 ⺶羊 ⺻聿 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻊足 ⻋车 ⻏邑 ⻑長 ⻓长 ⻔门 ⻗雨 ' +
  '⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙';
const CHARACTER_OF = new Map(RADICALS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
/** Those that take no room, CJK radicals and compatibility ideographs (as PDF printers emit them), full-width ASCII. */
const FOLDED = /[\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e]/g;

/** Without characters that take no room on the page. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Anything but ASCII and common characters: most texts have nothing to fold. */
const UNUSUAL = /[^\x20-\x7e\u4e00-\u9fff]/;

/** Radicals and compatibility ideographs to the characters they are drawn like. */
export function withoutRadicals(text: string): string {
  return text.replace(COMPATIBILITY, characterOf);
}

function characterOf(char: string): string {
  return CHARACTER_OF.get(char) ?? char.normalize('NFKC');
}

/** Full-width ASCII to ASCII, radicals to characters, invisible characters out. Keeps length only where nothing was invisible. */
export function foldWidth(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(FOLDED, folded);
}

function folded(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const isCompatibility = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);
  return isCompatibility ? characterOf(char) : '';
}

export function withoutSpace(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, '');
}

/** Pinyin that mirror sites put in brackets after characters: 規(guī)章. */
const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê]{1,6}\)/gi;

/** Characters of the forms' labels and of report titles, traditional → simplified: enough to recognise a page, not to convert it. */
const TRADITIONAL =
  '條条 項项 內内 規规 範范 現现 發发 數数 廢废 決决 處处 許许 強强 單单 萬万 業业 費费 開开 請请 況况 關关 係系 機机 構构 ' +
  '織织 務务 總总 計计 結结 轉转 續续 繼继 辦办 區区 屬属 國国 據据 護护 類类 過过 執执 檔档 詢询 補补 舉举 報报 訴诉 復复 ' +
  '複复 覆复 無无 當当 認认 確确 獲获 繳缴 納纳 審审 維维 糾纠 經经 訟讼 為为 與与 於于 後后 會会 來来 個个 這这 隻只 沒没 ' +
  '訪访 穩稳 罰罚 徵征 議议 權权 鄉乡 鎮镇 縣县 廳厅 員员 製制 採采 購购 額额 對对 別别 將将 動动 實实 價价 廣广 選选 監监 ' +
  '營营 庫库 質质 農农 標标 題题 說说 記记 錄录 證证 調调 設设 讓让 變变 統统 訊讯 龍龙 馬马 門门 網网 臺台 灣湾 東东 慶庆 ' +
  '陽阳 陸陆 漢汉 蘇苏 長长 環环 態态 氣气 衛卫 檢检 財财 稅税 鐵铁 運运 電电 體体 團团 學学 衆众 眾众 時时 間间 編编';

const SIMPLIFIED = new Map(TRADITIONAL.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));

const TRADITIONAL_CHARACTER = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** The same as a table by code: most texts hold none of them, and so large a class is slow to search for. */
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const char of SIMPLIFIED.keys()) IS_TRADITIONAL[char.charCodeAt(0)] = 1;

export function simplify(text: string): string {
  if (!hasTraditional(text)) return text;
  return text.replace(TRADITIONAL_CHARACTER, (char) => SIMPLIFIED.get(char) ?? char);
}

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (IS_TRADITIONAL[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Where characters that take no room or are white space stand. All others in between are left as they are. */
const BLANKS = [
  [0x01, 0x20],
  [0xa0, 0xad],
  [0x1680, 0x1680],
  [0x2000, 0x2069],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;

/** By code what `plainText` makes of a character: itself, another one, or 0 where it goes. Radicals are not in it. */
const PLAIN = new Uint16Array(0x10000);
for (let code = 0; code <= 0xffff; code++) PLAIN[code] = code;
for (let code = 0xff01; code <= 0xff5e; code++) PLAIN[code] = code - 0xfee0;
for (const [char, simple] of SIMPLIFIED) PLAIN[char.charCodeAt(0)] = simple.charCodeAt(0);
// Not all codes: that took longer than the check of a report, each time that the extension wakes up.
for (const [first, last] of BLANKS) {
  for (let code = first; code <= last; code++) {
    if (/[\s\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/.test(String.fromCharCode(code)))
      PLAIN[code] = 0;
  }
}

/** Folded, simplified and without white space: in one pass, for every text of a page goes through here. */
export function plainText(text: string): string {
  if (COMPATIBILITY_IN.test(text)) return simplify(withoutSpace(foldWidth(text)));
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const own = PLAIN[code] ?? code;
    if (own === code) continue;
    plain += text.slice(from, at);
    if (own !== 0) plain += String.fromCharCode(own);
    from = at + 1;
  }
  return from === 0 ? text : plain + text.slice(from);
}

/** What stays of a text for recognising it: folded, simplified, without white space and pinyin. */
export function essence(text: string): string {
  const plain = plainText(text);
  return plain.includes('(') ? plain.replace(PINYIN, '') : plain;
}

const NUMBERING =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.,:)]|\d{1,2}(?=\p{Script=Han})|[①-⒛㈠-㉃㊀-㊉])+/u;
const PUNCTUATION = /["'“”‘’「」『』《》〈〉<>()[\]{}【】〔〕、,，.。．;；:：·\-—_/\\|*#!?]/g;

/** A label as it is matched: essence without numbering, quotes and punctuation. */
export const labelKey = remembering((text) => essence(text).replace(NUMBERING, '').replace(PUNCTUATION, ''));

/** A label without its bracketed explanations: 规章（设区的市应提供相关数据） → 规章. */
export const labelKeyWithoutAsides = remembering((text) =>
  essence(text)
    .replace(NUMBERING, '')
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)?/g, '')
    .replace(PUNCTUATION, ''),
);

/**
 * Edit distance (insert, delete, substitute: 1 each) between two short strings.
 * Stops early and returns `limit + 1` once the distance is known to exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // One line of the table of distances, overwritten from left to right.
  const line = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const char = a.charCodeAt(i - 1);
    let [diagonal, left, best] = [i - 1, i, i];
    line[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = line[j] ?? 0;
      left = Math.min(diagonal + (char === b.charCodeAt(j - 1) ? 0 : 1), above + 1, left + 1);
      diagonal = above;
      line[j] = left;
      if (left < best) best = left;
    }
    if (best > limit) return limit + 1;
  }
  return line[b.length] ?? limit + 1;
}
