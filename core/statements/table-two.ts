/** What a number says of table two: normative documents, enforcement, fees. */
import { matchesOf } from '../document/matches';
import { isPublication } from './guards';
import { type Said, sum } from './said';
import type { Bound, Sentence } from './sentence';

const IN_FORCE = /(?:现行|继续|有效)[^,]{0,4}有效|(?:目前|当前|仍|依然|现)(?:然)?有效|保留/;
const REPEALED = /废止/;
const MADE = /制发|制定|印发|出台|新制|制作|发文|发布/;

/** 规范性文件 or 规章, made, repealed or in force; `published`: 发布 alone is no making. */
export function documentBy(number: Bound, sentence: Sentence, heading: boolean): Said | null {
  const { before } = number;
  // 制定6件规范性文件: what is counted stands behind its number.
  const behind = /^(?:的)?(?:行政)?规范性文件/.exec(number.after)?.[0] ?? '';
  const near = `${sentence.text.slice(Math.max(0, number.start - sentence.start - 60), number.start - sentence.start)}${behind}`;
  const row = documentRow(near, sentence.text, heading);
  if (row === null) return null;
  const column = IN_FORCE.test(before)
    ? 'inForce'
    : REPEALED.test(before)
      ? 'repealed'
      : MADE.test(before)
        ? 'made'
        : null;
  if (column === null || !/^(?:件|份|条|个|部|项|篇|)$/.test(number.unit)) return null;
  const triple = REPEALED.test(sentence.text) && IN_FORCE.test(sentence.text);
  if (column === 'made' && /发布|公开/.test(before) && !/制定|制发|印发|出台/.test(before) && !triple) return null;
  // 废止规范性文件2件 says by itself what was repealed, also of a clean-up.
  const cleaned = /清理/.test(near) && !/现行有效/.test(before) && !/^[^清]*废止(?:行政)?规范性文件/.test(before);
  // 含联合印发的2件: some of them.
  if (/解读|审查|备案|评估|信息|类|联合|会同/.test(before) || cleaned) return null;
  const words = `${row === 'regulation' ? '规章' : '规范性文件'}${{ made: '制发', repealed: '废止', inForce: '现行有效' }[column]}`;
  return { subject: 'normativeDocument', words, readings: [sum(`disclosure.${row}.${column}`)] };
}

function documentRow(near: string, text: string, heading: boolean): 'regulation' | 'normativeDocument' | null {
  const norm = near.lastIndexOf('规范性文件');
  const rule = lastRegulation(near);
  if (norm >= 0 && norm >= rule) return 'normativeDocument';
  if (rule >= 0) return 'regulation';
  // 本年度制发0件，废止0件，现行有效2件: repealed and in force together name it.
  const both = REPEALED.test(text) && IN_FORCE.test(text);
  return both && (heading || /文件|制发|继续有效/.test(text)) ? 'normativeDocument' : null;
}

/** 规章, but not 规章制度, the organ’s own internal rules. */
function lastRegulation(text: string): number {
  let last = -1;
  for (const match of matchesOf(text, /规章(?!制度|类)/g)) last = match.index ?? -1;
  return last;
}

export const ENFORCEMENT: readonly (readonly [RegExp, string, string])[] = [
  [/行政许可/, '行政许可', 'licence'],
  [/行政处罚/, '行政处罚', 'penalty'],
  [/行政强制/, '行政强制', 'coercion'],
];

/**
 * Decisions counted in 件; 项 and 条 count powers and posts. What was accepted or refused is told apart: it may be
 * what the table counts, but proves nothing against it. `last`: what the sentence spoke of before this number.
 */
export function enforcementBy(number: Bound, sentence: Sentence, at: number, last: string | null): Said | null {
  const { before, after, unit } = number;
  if (!/^(?:件|宗|起|例|次|份|个|件次)$/.test(unit) || /收到|申请|撤销|注销|变更|延续/.test(before)) return null;
  // 作出209件行政处罚
  const behind = /(?:作出|办理|办结|实施|完成|下达|查处|采取)(?:了)?$/.test(before)
    ? /^(?:的)?行政../.exec(after)?.[0]
    : null;
  const found = ENFORCEMENT.filter(([pattern]) => pattern.test(behind ?? before));
  const carried = found.length === 0 && /许可|受理|准予/.test(before) && !/公开|依申请/.test(before);
  const only = carried ? ENFORCEMENT.find(([, name]) => name === last && name === '行政许可') : found[0];
  if (only === undefined || found.length > 1) return null;
  const lead = sentence.text.slice(Math.max(0, at - 40), at);
  const own = lead.slice(Math.max(...[',', ';', ':'].map((mark) => lead.lastIndexOf(mark))) + 1);
  // 推进执法公示，全年共办理行政许可12件: what was published is another clause’s.
  if (
    isPublication(DECIDED.test(own) ? own : lead) ||
    /立案|清单|权力|事项库|评查|案卷|信息|听证|复核|移送/.test(`${before}${after}`)
  )
    return null;
  const how = /不予/.test(before) ? '（不予）' : /受理/.test(before) ? '（受理）' : '';
  return { subject: 'enforcement', words: `${only[1]}${how}`, readings: [sum(`disclosure.${only[2]}.decisions`)] };
}

const DECIDED = /^(?!其中|包括|含).*(?:作出|办理|办结|实施|下达|查处)/;

/** Which decisions the words speak of. */
export function enforcementIn(words: string): string | null {
  return ENFORCEMENT.findLast(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Amounts of 行政事业性收费 in 元 or 万元, or none. */
export function feeBy({ before, after, unit }: Bound, sentence: Sentence): Said | null {
  if (unit !== '万元' && unit !== '元' && unit !== '亿元') return null;
  if (!/行政事业性收费/.test(sentence.text) || /信息处理费|罚款|罚没|减免|退还|退费|免征/.test(before)) return null;
  if (!/收费|费用|金额|总额|收入|实收|征收|收取|收缴/.test(before) && !/^(?:的)?行政事业性收费/.test(after))
    return null;
  return { subject: 'fee', words: '行政事业性收费', readings: [sum('disclosure.fee.amount')] };
}
