/** How well a table of a form explains what is printed: by its headings and labels, and by the numbers read. */
import { type Claims, isNumber } from './claims';
import type { FormTable } from './form';
import { columnHeadings, type LabelIndex, rowLabels } from './labels';

/** What the texts of a page say for a table before any row of it is read. */
export class Signs {
  private knownHeadings: number | null = null;
  private knownLabels: number | null = null;

  /** `texts`: those of the blocks it stands in, with their neighbours. */
  constructor(
    private readonly table: FormTable,
    private readonly texts: readonly string[],
  ) {}

  /** Headings of columns recognised. */
  get headings(): number {
    this.knownHeadings ??= recognised(columnHeadings(this.table), this.texts);
    return this.knownHeadings;
  }

  /** Labels of rows recognised: asked for only where the headings leave two forms equal. */
  get labels(): number {
    this.knownLabels ??= this.countLabels();
    return this.knownLabels;
  }

  private countLabels(): number {
    const columns = columnHeadings(this.table);
    // 其他 and 总计 head columns too, and are no sign of a row.
    const others = this.texts.filter((text) => columns.match(text) === null);
    return recognised(rowLabels(this.table), others);
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

/** Each text, and each joined to the one before: labels are broken over two cells. */
export function withNeighbours(texts: readonly string[]): string[] {
  return [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
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
