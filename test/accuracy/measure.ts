/** Accuracy, class by class, over reports of fixed seeds: the same code gives the same numbers. */
import { rules } from '../../core/index';
import { type Sample, sampleOf } from '../support/generate/report';
import { seeded } from '../support/random';
import { emptiesTotal } from './errors/empty-totals';
import type { ErrorClass } from './errors/error-class';
import { errorClasses } from './errors/index';
import { counts, judge, outcomeOf, type Verdict } from './judge';
import { type Layout, layouts } from './layouts';

/** How many of how many: a ratio never stands without its n. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface Measured {
  readonly name: string;
  readonly n: number;
  /** Why nothing was measured. */
  readonly skipped?: string;
  readonly shares: Readonly<Record<string, Share>>;
  /** Sizes of the sets of repairs. */
  readonly sizes?: { readonly median: number; readonly largest: number };
  /** Seeds of cases that were not found, for whoever looks into them. */
  readonly missed: readonly string[];
}

/** Reports are tried until one has room for the error. */
const TRIES_PER_CASE = 20;

/** Part of a name each: of a class of errors, of a layout. Empty: all. */
export interface Selection {
  readonly only: string;
  readonly layout: string;
}

const ALL: Selection = { only: '', layout: '' };

export function measureErrors(perClass: number, { only, layout }: Selection = ALL): Measured[] {
  const whole = layouts.filter(({ reads, name }) => reads === 'all' && name.includes(layout));
  return errorClasses
    .filter(({ name }) => name.includes(only))
    .map((errorClass) => measureClass(errorClass, perClass, whole));
}

function measureClass(errorClass: ErrorClass, wanted: number, whole: readonly Layout[]): Measured {
  const { name } = errorClass;
  if (errorClass.rules?.some((id) => rules.some((rule) => rule.id === id)) === false) {
    return { name, n: 0, skipped: `no rule ${errorClass.rules.join(', ')} yet`, shares: {}, missed: [] };
  }
  const verdicts: Verdict[] = [];
  const missed: string[] = [];
  for (let at = 0; at < wanted * TRIES_PER_CASE && verdicts.length < wanted; at++) {
    const seed = `${name}/${at}`;
    const layout = whole[at % whole.length];
    if (layout === undefined) throw new Error('no layout');
    const sample = legible(sampleOf(seed), layout);
    const planting = errorClass.plant(sample, seeded(seed).fork('error'));
    if (planting === null) continue;
    if (emptiesTotal(sample, planting) !== (errorClass.besideEmptyTotal ?? false)) continue;
    const verdict = judge(sample, planting, layout, errorClass);
    verdicts.push(verdict);
    if (!verdict.found) missed.push(`${seed} (${layout.name})`);
  }
  return { name, n: verdicts.length, missed, ...summed(verdicts) };
}

/** Plain text may lose blank cells; what was never read is no matter of finding errors. Correct reports keep theirs. */
function legible(sample: Sample, { format }: Layout): Sample {
  return format === 'text' ? { ...sample, dress: { ...sample.dress, zero: '0' } } : sample;
}

function summed(verdicts: readonly Verdict[]): Pick<Measured, 'shares' | 'sizes'> {
  const located = verdicts.flatMap(({ located: each }) => each ?? []);
  const named = verdicts.flatMap(({ named: each }) => each ?? []);
  const tied = verdicts.flatMap(({ tied: each }) => each ?? []);
  const sizes = located
    .filter(({ inSet }) => inSet)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  return {
    shares: {
      cells: added(verdicts.map(({ cells }) => cells)),
      relations: added(verdicts.map(({ relations }) => relations)),
      recall: share(verdicts, ({ found }) => found),
      precision: added(verdicts.map(({ right, findings }) => [right, findings])),
      ...(located.length === 0
        ? {}
        : {
            alone: share(located, ({ alone }) => alone),
            inSet: share(located, ({ inSet }) => inSet),
            first: share(located, ({ first }) => first),
          }),
      ...(named.length === 0 ? {} : { named: share(named, (each) => each) }),
      ...(tied.length === 0 ? {} : { tied: share(tied, (each) => each) }),
    },
    ...(sizes.length === 0
      ? {}
      : { sizes: { median: sizes[Math.floor(sizes.length / 2)] ?? 0, largest: sizes.at(-1) ?? 0 } }),
  };
}

function share<T>(list: readonly T[], holds: (each: T) => boolean): Share {
  return { hits: list.filter(holds).length, of: list.length };
}

function added(pairs: readonly (readonly [number, number])[]): Share {
  return {
    hits: pairs.reduce((sum, [hits]) => sum + hits, 0),
    of: pairs.reduce((sum, [, of]) => sum + of, 0),
  };
}

export interface Quiet extends Measured {
  /** Errors and warnings by rule, those of all rules. */
  readonly byRule: ReadonlyMap<string, number>;
  /** `severity rule: seed (layout): quote`, the first ones. */
  readonly alarms: readonly string[];
}

const MOST_ALARMS = 40;

/** Correct reports: what is said of them is too much, but for one warning. */
export function measureCorrect(wanted: number, { layout: part }: Selection = ALL): Quiet {
  const chosen = layouts.filter(({ name }) => name.includes(part));
  const byRule = new Map<string, number>();
  const alarms: string[] = [];
  const all = Array.from({ length: wanted }, (_, at) => {
    const seed = `correct/${at}`;
    const layout = chosen[at % chosen.length];
    if (layout === undefined) throw new Error('no layout');
    const outcome = outcomeOf(sampleOf(seed), {}, layout, at % 3 === 0);
    const loud = outcome.findings.filter(({ severity }) => severity !== 'info');
    for (const { rule, severity, quote } of loud) {
      byRule.set(`${severity} ${rule}`, (byRule.get(`${severity} ${rule}`) ?? 0) + 1);
      if (rule !== 'cells-blank' && alarms.length < MOST_ALARMS) {
        alarms.push(`${severity} ${rule}: ${seed} (${layout.name}): ${quote ?? ''}`);
      }
    }
    // Some layouts alter the table on purpose, and it is right to say so.
    const own = loud.filter((each) => (counts(each) || each.rule === 'cells-blank') && each.rule !== 'table-altered');
    const { cells, relations } = outcome.coverage;
    return {
      failed: outcome.failures.length > 0,
      errors: loud.filter(({ severity }) => severity === 'error').length,
      warnings: own.filter(({ severity }) => severity === 'warning').length,
      other: loud.length - own.length,
      read: layout.reads === 'all' ? ([cells.read, cells.expected] as const) : ([0, 0] as const),
      related:
        layout.reads === 'all'
          ? ([relations.expected - relations.unchecked, relations.expected] as const)
          : ([0, 0] as const),
    };
  });
  return {
    name: 'correct reports',
    n: all.length,
    shares: {
      cells: added(all.map(({ read }) => read)),
      relations: added(all.map(({ related }) => related)),
      'no rule failed': share(all, ({ failed }) => !failed),
      'no error': share(all, ({ errors }) => errors === 0),
      'at most one warning': share(all, ({ warnings }) => warnings <= 1),
      'no warning': share(all, ({ warnings }) => warnings === 0),
    },
    missed: [],
    byRule,
    alarms,
  };
}
