/** 信息处理费: what section six says of it. It is no part of 行政事业性收费 as organs report that. */
import { gather } from '../document/gather';
import type { Passage } from './passage';
import { type Bound, sentencesOf } from './sentence';

export interface InformationFee {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** In 元; null where only notices are spoken of, or that there was none. */
  readonly yuan: number | null;
  /** 未收取, 未发出收费通知 */
  readonly none: boolean;
  /** Notices are said to have been sent. */
  readonly notices: boolean;
}

const ABOUT = /信息处理费|收费通知/;
const NONE =
  /(?:未|没有|无|不)[^,;]{0,14}(?:信息处理费|收费通知|收费|费用)|(?:信息处理费|收费|收费通知)[^,;]{0,8}(?:0[元件份]|零)|免收|不收取/;

export function informationFees(passages: readonly Passage[]): InformationFee[] {
  return gather(passages, (passage) => {
    if (!ABOUT.test(passage.text)) return [];
    return gather(sentencesOf(passage), (sentence): InformationFee[] => {
      if (!ABOUT.test(sentence.text)) return [];
      const amount = sentence.numbers.find(isAmount);
      const notices = sentence.numbers.some(
        (each) => each.low > 0 && /收费通知/.test(`${each.before}${each.after}`) && !isAmount(each),
      );
      const nothing = amount === undefined || amount.low === 0;
      const none = nothing && NONE.test(sentence.text);
      const yuan = amount === undefined || amount.fuzzy ? null : inYuan(amount);
      return [
        {
          passage,
          start: nothing ? sentence.start : amount.start,
          end: nothing ? sentence.end : amount.end,
          yuan,
          none,
          notices,
        },
      ];
    });
  });
}

function isAmount({ unit, before, after }: Bound): boolean {
  if (unit !== '元' && unit !== '万元') return false;
  // 按件收费每件100元 is the tariff; 按件收取信息处理费共计100元 was paid.
  if (/^[/每]/.test(after) || /每|标准|页|超过|超出|以内/.test(before)) return false;
  return !/按件|按量/.test(before) || /共|合计|总计/.test(before);
}

function inYuan({ low, unit }: Bound): number {
  return unit === '万元' ? Math.round(low * 1e4 * 100) / 100 : low;
}
