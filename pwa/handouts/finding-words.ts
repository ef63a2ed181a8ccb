/** Where a finding is, what stands there and what should: three columns of the ledger. */
import {
  type Change,
  cellName,
  type Explanation,
  type Finding,
  type Language,
  type Outcome,
  type SumLine,
} from '../../core/index';
import { wordsIn } from './words';

type Figures = Pick<Outcome, 'form' | 'forms' | 'facts'>;

/** More cells are not told one by one. */
const TOLD = 8;
const QUOTED = 200;

/** The cells that may be wrong, else those the finding is about, else the sum, else the words. */
export function placeOf(finding: Finding, { sums }: Explanation, outcome: Figures, language: Language): string {
  const t = wordsIn(language);
  const suspects = finding.suspects.map(({ cell }) => cell);
  const cells = suspects.length > 0 ? suspects : finding.cells;
  if (suspects.length === 0 && sums.length > 0)
    return joined(
      sums.map(({ name }) => name),
      language,
    );
  if (cells.length > 0)
    return joined(
      cells.map((cell) => cellName(cell, outcome, language)),
      language,
    );
  if (finding.quote === null || finding.quote === '') return t('place.whole');
  const quote = finding.quote.replace(/\s+/g, ' ').trim();
  return t('place.quote', { quote: quote.length > QUOTED ? `${quote.slice(0, QUOTED)}…` : quote });
}

function joined(names: readonly string[], language: Language): string {
  const t = wordsIn(language);
  const told = [...new Set(names)];
  const more = told.length - TOLD;
  return told.slice(0, TOLD).join(t('joint.list')) + (more > 0 ? t('place.more', { count: more }) : '');
}

/** 现值. A number where it is one cell's; as the page prints it where it is none. */
export function statedOf(
  { suspects, cells }: Finding,
  { facts, form, forms }: Figures,
  language: Language,
): string | number | null {
  const about = suspects.length > 0 ? suspects.map(({ cell }) => cell) : cells;
  const [first] = about;
  if (first === undefined || about.length > TOLD) return null;
  if (about.length === 1) return facts[first]?.value ?? (facts[first]?.raw || null);
  const t = wordsIn(language);
  const outcome = { facts, form, forms };
  return about
    .map((cell) => {
      const raw = facts[cell]?.raw || t('value.empty');
      return t('value.of', { name: cellName(cell, outcome, language), value: raw });
    })
    .join(t('joint.part'));
}

/** 应为, then the sums that say so. Null where there is neither. */
export function expectedOf(
  { repairs, suspects }: Finding,
  { sums }: Explanation,
  outcome: Figures,
  language: Language,
): string | null {
  const t = wordsIn(language);
  const told = sums.slice(0, TOLD).map((sum) => sumText(sum, language));
  const [first] = repairs;
  const change = (each: Change): string =>
    t('expected.of', { name: cellName(each.cell, outcome, language), value: each.expected });
  const should = ((): string => {
    if (first === undefined)
      return suspects.length > 0 && suspects.length <= TOLD ? suspects.map(change).join(t('joint.part')) : '';
    const [only] = first;
    if (repairs.length === 1 && first.length === 1 && only !== undefined)
      return t('expected', { value: only.expected });
    if (repairs.length > TOLD) return t('expected.many', { count: repairs.length });
    return repairs.map((repair) => repair.map(change).join(t('joint.part'))).join(t('expected.or'));
  })();
  const parts = [...(should === '' ? [] : [should]), ...told];
  return parts.length === 0 ? null : parts.join('\n');
}

/** 表三“予以公开”行：自然人 12＋商业企业 3＝15；总计 16；差 −1 */
export function sumText({ name, left, right, leftSum, rightSum, difference }: SumLine, language: Language): string {
  const t = wordsIn(language);
  const side = (terms: SumLine['left'], sum: number): string => {
    const told = terms.filter(({ value }) => value !== 0);
    const shown = told.map((term) => t('sum.term', { name: term.name, value: term.raw })).join(t('joint.plus'));
    if (terms.length === 1) return t('sum.term', { name: terms[0]?.name ?? '', value: terms[0]?.raw || '0' });
    // A sum of one term and nothing but zeros beside it says no more than the term.
    if (told.length === 1) return shown;
    return shown === '' ? t('sum.zero', { sum }) : t('sum.side', { terms: shown, sum });
  };
  return t('sum', { name, left: side(left, leftSum), right: side(right, rightSum), difference });
}
