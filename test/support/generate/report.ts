/** A realistic correct report of a seed: numbers, how they are written, prose, and last year's report beside it. */
import type { CellId } from '../../../core/index';
import { type Random, seeded } from '../random';
import type { PrintedReport } from '../render';
import { type Dress, dressed, dressFor } from './dress';
import { organFor } from './organs';
import { type Habits, habitsFor } from './phrases';
import { compose, type Planted, type Prose, paragraphTexts } from './prose/compose';
import { type Truth, truthFor } from './truth';

export interface Sample {
  readonly seed: string;
  readonly truth: Truth;
  readonly dress: Dress;
  readonly habits: Habits;
}

export interface Changed {
  /** Values in place of the true ones. */
  readonly cells?: ReadonlyMap<CellId, number>;
  readonly planted?: Planted;
}

export function sampleOf(seed: string, year?: number): Sample {
  const random = seeded(seed);
  const organ = organFor(random);
  return {
    seed,
    truth: truthFor(random.fork('truth'), year ?? random.int(2019, 2025), organ),
    dress: dressFor(random.fork('dress')),
    habits: habitsFor(random.fork('habits')),
  };
}

export function proseOfSample({ seed, truth, habits }: Sample, planted: Planted | null = null): Prose {
  return compose(truth, habits, proseRandom(seed), planted);
}

function proseRandom(seed: string): Random {
  return seeded(seed).fork('prose');
}

export function printed(sample: Sample, { cells, planted }: Changed = {}): PrintedReport {
  const { truth, dress } = sample;
  const texts = paragraphTexts(proseOfSample(sample, planted ?? null));
  return {
    form: truth.form,
    year: truth.year,
    organ: truth.organ.name,
    cells: dressed(truth.form, new Map([...truth.cells, ...(cells ?? [])]), dress),
    prose: Object.fromEntries(texts.map((paragraphs, section) => [section, paragraphs])),
  };
}

/** Last year's report as it was published then; null for an organ's first. */
export function previousOf(sample: Sample): Sample | null {
  const { previous } = sample.truth;
  return previous === null ? null : { ...sample, seed: `${sample.seed} before`, truth: previous };
}
