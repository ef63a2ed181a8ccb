/** Amounts that the text of final accounts states in so many words: 本年收入合计307.82万元. */
import { gather } from '../document/gather';
import { matchesOf } from '../document/matches';
import type { Passage } from './passage';

export type AccountSubject =
  | 'income'
  | 'spending'
  | 'yearIncome'
  | 'yearSpending'
  | 'grants'
  | 'generalBudget'
  | 'basicSpending'
  | 'expenses';

export interface AccountAmount {
  readonly subject: AccountSubject;
  readonly passage: Passage;
  /** Range in the text of the passage. */
  readonly start: number;
  readonly end: number;
  /** As printed, in `unit`. */
  readonly value: number;
  readonly unit: '元' | '万元' | '亿元';
  /** After its point. */
  readonly digits: number;
}

const AMOUNT = '(?:为|是|共|共计|均为|各为|各|均)?(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(万元|亿元|元)';
const BOTH = '(?:收入支出|收、支|收支|收入、支出|收入和支出|收入与支出)总计';
/** What stands right before an amount; 财政拨款, 上年 or 占 before it would make it another one. */
const SUBJECTS: readonly (readonly [RegExp, readonly AccountSubject[]])[] = [
  [new RegExp(`财政拨款${BOTH}${AMOUNT}`, 'g'), ['grants']],
  [new RegExp(`(?<!拨款)(?<!预算)${BOTH}${AMOUNT}`, 'g'), ['income', 'spending']],
  [new RegExp(`(?<!拨款)(?<!预算)(?<!基金)收入总计${AMOUNT}`, 'g'), ['income']],
  [new RegExp(`(?<!拨款)(?<!预算)(?<!收入)(?<!收、)支出总计${AMOUNT}`, 'g'), ['spending']],
  [new RegExp(`(?<!拨款)(?<!预算)本年收入合计${AMOUNT}`, 'g'), ['yearIncome']],
  [new RegExp(`(?<!拨款)(?<!预算)(?<!占)本年支出合计${AMOUNT}`, 'g'), ['yearSpending']],
  [new RegExp(`一般公共预算财政拨款基本支出${AMOUNT}`, 'g'), ['basicSpending']],
  [new RegExp(`一般公共预算财政拨款支出(?:决算)?${AMOUNT}`, 'g'), ['generalBudget']],
  [new RegExp(`["“”]?三公["“”]?经费(?:财政拨款)?(?:支出)?决算数?${AMOUNT}`, 'g'), ['expenses']],
];
const YEAR = /(20\d{2})年?度?/g;
/** The amount of another year, or a change. */
const ELSEWHERE = /上年|去年|年初预算|全年预算|比|较|同期/;
const BEFORE = 24;
/** A printed line may break inside an amount. */
const NEXT = 24;

/** `brokenLines`: passages are lines of print, and an amount may run over into the next. */
export function accountAmounts(
  passages: readonly Passage[],
  year: number | null,
  brokenLines: boolean,
): AccountAmount[] {
  return gather(passages, (passage, at): AccountAmount[] => {
    const rest = brokenLines ? (passages[at + 1]?.text.slice(0, NEXT) ?? '') : '';
    const text = passage.text + rest;
    if (!text.includes('元')) return [];
    return gather(SUBJECTS, ([pattern, subjects]) =>
      gather(matchesOf(text, pattern), (match): AccountAmount[] => {
        const start = match.index;
        if (start >= passage.text.length || isElsewhere(text, start, year)) return [];
        const digits = /\.(\d+)$/.exec(match[1] ?? '')?.[1]?.length ?? 0;
        const unit = match[2] === '元' || match[2] === '亿元' ? match[2] : '万元';
        const amount = {
          passage,
          start,
          end: Math.min(start + match[0].length, passage.text.length),
          value: Number(match[1]?.replaceAll(',', '')),
          unit,
          digits,
        } as const;
        return subjects.map((subject) => ({ ...amount, subject }));
      }),
    );
  });
}

function isElsewhere(text: string, start: number, year: number | null): boolean {
  const clause = text.slice(Math.max(0, start - BEFORE), start).replace(/^.*[。;；]/, '');
  const last = clause.replace(/^.*[,，]/, '');
  if (ELSEWHERE.test(last)) return true;
  const told = matchesOf(clause, YEAR).at(-1)?.[1];
  return year !== null && told !== undefined && Number(told) !== year;
}
