/**
 * What waits until all inputs are read: a report's last year may come after it. Of each report only its packed output
 * and the little that next year's needs are held, some kilobytes outside of the heap; those with a last year among the
 * inputs are read once more. Cost: with several inputs nothing is written before the last of them is read.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  keptForNextYear,
  likenessOf,
  linkYears,
  type Outcome,
  type PreviousReport,
  previousInSet,
  sameKind,
  statisticsInSet,
} from '../index';
import type { Input } from './input';
import type { Tally } from './tally';

export interface Held {
  readonly input: Input;
  /** What is written of it where no other input is its last year's report. */
  readonly output: Buffer;
  readonly tally: Tally;
  readonly form: Outcome['form'];
  readonly exit: number;
  /** Null where it tells no organ or no year, or has its last year's report already. */
  readonly kept: Buffer | null;
  /** `--previous` named its last year's report. */
  readonly linked: boolean;
}

export function pack(text: string): Buffer {
  return deflateRawSync(text, { level: 1 });
}

export function unpack(packed: Buffer): string {
  return inflateRawSync(packed).toString('utf8');
}

export function packKept(outcome: Outcome): Buffer | null {
  const isUsable = outcome.status !== 'unrecognised' && outcome.organ !== null && outcome.year !== null;
  return isUsable ? pack(JSON.stringify(keptForNextYear(outcome))) : null;
}

function unpackKept(packed: Buffer): PreviousReport {
  return JSON.parse(unpack(packed)) as PreviousReport;
}

interface Dated {
  readonly held: Held;
  readonly kept: Buffer;
  readonly outcome: Pick<Outcome, 'organ' | 'year' | 'form' | 'forms' | 'facts'>;
}

/** What stands beside a report among the other inputs. */
export interface Neighbours {
  readonly previous?: PreviousReport;
  readonly statistics?: PreviousReport;
}

/** Reports with last year's, or the statistics of their year, among the others. */
export class Links {
  private readonly previous: ReadonlyMap<Held, Buffer>;
  private readonly statistics: ReadonlyMap<Held, Buffer>;
  /** Sentences on those whose last year is told by two reports that differ. */
  readonly notices: string[] = [];

  constructor(all: readonly Held[]) {
    const dated = all.flatMap((held): Dated[] => {
      const { kept, tally, form } = held;
      const { organ, year } = tally;
      return kept === null ? [] : [{ held, kept, outcome: { ...NO_NUMBERS, form, organ, year } }];
    });
    const doubles = new Map(linkYears(dated).flatMap((chain) => chain.reports.map((each) => [each, chain.doubles])));
    const previous = new Map<Held, Buffer>();
    for (const [report, before] of previousInSet(dated)) {
      if (report.held.linked) continue;
      const { year, organ } = before.outcome;
      if (year !== null && doubles.get(before)?.includes(year) === true && !agree(dated, before)) {
        this.notices.push(`${report.held.input.name}：${organ} ${year} 年的报告有内容不同的两份，未作跨年核查`);
      } else previous.set(report.held, before.kept);
    }
    this.previous = previous;
    this.statistics = new Map([...statisticsInSet(dated)].map(([report, { kept }]) => [report.held, kept]));
  }

  /** How many inputs are read once more. */
  get count(): number {
    return new Set([...this.previous.keys(), ...this.statistics.keys()]).size;
  }

  /** Null where it stands alone. */
  of(held: Held): Neighbours | null {
    const [previous, statistics] = [this.previous.get(held), this.statistics.get(held)];
    if (previous === undefined && statistics === undefined) return null;
    return {
      ...(previous === undefined ? {} : { previous: unpackKept(previous) }),
      ...(statistics === undefined ? {} : { statistics: unpackKept(statistics) }),
    };
  }
}

const NO_NUMBERS = { forms: {}, facts: {} };

/** One report in two formats is one; two that differ may be of two organs whose names are alike. */
function agree(dated: readonly Dated[], report: Dated): boolean {
  const own = numbersOf(report.kept);
  return dated
    .filter(
      ({ outcome }) =>
        outcome.year === report.outcome.year &&
        sameKind(outcome.form, report.outcome.form) &&
        likenessOf(outcome.organ, report.outcome.organ) !== null,
    )
    .every(({ kept }) => numbersOf(kept) === own);
}

function numbersOf(kept: Buffer): string {
  return JSON.stringify(Object.entries(unpackKept(kept).facts).map(([cell, { value }]) => [cell, value]));
}
