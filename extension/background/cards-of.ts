/** The words of all findings, for the page, which has no rules. */
import { explain, type Language, type Outcome, type SumLine, type SumTerm } from '../../core/index';
import type { Card, Cards } from '../cards';

/** A page with more findings than this is not read mark by mark: the others have their words in the panel. */
const MOST = 300;
/** Zeros of a longer sum are only counted. */
const LONG = 8;

type Piece = Card['sums'][number]['pieces'][number];

const WORDS = {
  'zh-CN': {
    blank: '空',
    zeros: (count: number) => `＋0（${count} 项）`,
    filled: (name: string) => `，${name}填 `,
    against: '，对应 ',
    off: (difference: number) => `，差 ${difference}`,
  },
  en: {
    blank: 'empty',
    zeros: (count: number) => `＋0 (${count} times)`,
    filled: (name: string) => `; ${name} says `,
    against: '; against ',
    off: (difference: number) => `; off by ${difference}`,
  },
} as const;

export function cardsOf(outcome: Outcome): Cards {
  const inLanguage = (language: Language): Cards[Language] =>
    Object.fromEntries(
      outcome.findings.slice(0, MOST).map((finding) => {
        const { message, sums, reasoning } = explain(finding, outcome, language);
        return [finding.fingerprint, { message, sums: sums.map((line) => sumOf(line, language)), reasoning }];
      }),
    );
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
}

/** Parts first, then what the total says. */
function sumOf(line: SumLine, language: Language): Card['sums'][number] {
  const words = WORDS[language];
  const flipped = line.left.length === 1 && line.right.length > 1;
  const [parts, partsSum] = flipped ? [line.right, line.rightSum] : [line.left, line.leftSum];
  const [other, otherSum] = flipped ? [line.left, line.leftSum] : [line.right, line.rightSum];
  const total = other.length === 1 ? other[0] : undefined;
  return {
    name: line.name,
    pieces: [
      ...termPieces(parts, language),
      plain(parts.length === 1 ? '' : `＝${partsSum}`),
      plain(total === undefined ? words.against : words.filled(total.name)),
      ...termPieces(other, language),
      plain(total === undefined ? `＝${otherSum}` : ''),
      plain(words.off(Math.abs(line.difference))),
    ].filter(({ text }) => text !== ''),
  };
}

function termPieces(terms: readonly SumTerm[], language: Language): Piece[] {
  const shown = terms.length > LONG ? terms.filter(({ value, suspect }) => value !== 0 || suspect) : terms;
  const hidden = terms.length - shown.length;
  const pieces = shown.flatMap(({ raw, suspect }, index): Piece[] => [
    ...(index === 0 ? [] : [plain('＋')]),
    { text: raw.trim() === '' ? WORDS[language].blank : raw.trim(), suspect },
  ]);
  return hidden === 0 ? pieces : [...pieces, plain(WORDS[language].zeros(hidden))];
}

function plain(text: string): Piece {
  return { text, suspect: false };
}
