/** How well a table of a form explains what is printed: by its headings and labels, and by the numbers read. */
import { type Claims, isNumber } from './claims';
import type { FormTable } from './form';
import { columnHeadings, type LabelIndex, rowLabels } from './labels';

/** Texts of the blocks in which a table stands, each also joined to the one before: labels are broken over two cells. */
export class PrintedTexts {
  private readonly texts: readonly string[];
  private readonly known = new Map<LabelIndex, number>();
  private readonly rest = new Map<LabelIndex, readonly string[]>();

  constructor(texts: readonly string[]) {
    this.texts = [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
  }

  /** How many entries of the index are recognised. */
  named(index: LabelIndex): number {
    const named = this.known.get(index) ?? recognised(index, this.texts);
    this.known.set(index, named);
    return named;
  }

  /** The texts that are no entry of the index. */
  without(index: LabelIndex): readonly string[] {
    const rest = this.rest.get(index) ?? this.texts.filter((text) => index.match(text) === null);
    this.rest.set(index, rest);
    return rest;
  }
}

/** What the texts of a page say for a table before any row of it is read. */
export class Signs {
  private known: number | null = null;

  constructor(
    private readonly table: FormTable,
    private readonly texts: PrintedTexts,
  ) {}

  /** Headings of columns recognised. */
  get headings(): number {
    return this.texts.named(columnHeadings(this.table));
  }

  /** Labels of rows recognised: asked for only where the headings leave two forms equal. */
  get labels(): number {
    // 其他 and 总计 head columns too, and are no sign of a row.
    this.known ??= recognised(rowLabels(this.table), this.texts.without(columnHeadings(this.table)));
    return this.known;
  }
}

export interface Fit {
  readonly signs: Signs;
  readonly claims: Claims;
}

/** Column headings tell the forms apart, then what was read under them: numbers claimed and labels recognised. */
export function compareFits(a: Fit, b: Fit): number {
  // One reading of a table that both forms share.
  if (a.signs === b.signs) return 0;
  return b.signs.headings - a.signs.headings || contentOf(b) - contentOf(a);
}

function contentOf({ signs, claims }: Fit): number {
  return numbersIn(claims) + signs.labels;
}

export function numbersIn({ cells }: Claims): number {
  let count = 0;
  for (const value of cells.values()) if (isNumber(value)) count++;
  return count;
}

/** How many different entries of an index stand among the texts, each as surely as it was recognised. */
function recognised(index: LabelIndex, texts: readonly string[]): number {
  const scores = new Map<number, number>();
  for (const text of texts) {
    const match = index.match(text);
    if (match !== null) scores.set(match.index, Math.max(match.score, scores.get(match.index) ?? 0));
  }
  return [...scores.values()].reduce((sum, score) => sum + score, 0);
}
