/** A report as the library knows it: its summary, its 明细 where they are there, and where its review stands. */
import type { OwnFinding } from '../../core/exchange/own';
import { regionsAbout } from '../../core/exchange/regions';
import type { Deadlines } from '../../core/index';
import type { ReportDetails, ReportSummary } from '../db/index';
import { organName } from '../report-name';
import { withOwn } from './own-findings';
import type { ReviewState } from './review-state';
import { foundLines, searchText } from './search';

/** 有错误, 有警示, 仅有提示, 未发现问题, 未完整核对: of what was read in part nothing good is said. */
export const STANDINGS = ['error', 'warning', 'info', 'clean', 'partial'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface LibraryRecord {
  readonly id: string;
  /** With the findings of people's own in its counts. */
  readonly summary: ReportSummary;
  readonly name: string;
  /** Outermost first; empty where the name tells of none. */
  readonly regions: readonly string[];
  /** Of each of these regions its `regionKey`: counted at every key that is pressed. */
  readonly regionKeys: readonly string[];
  readonly standing: Standing;
  /** Null until the 明细 are there. */
  readonly details: ReportDetails | null;
  /** 自记问题. */
  readonly own: readonly OwnFinding[];
  readonly review: ReviewState;
  /** Until when it had to be public; null: as the law has it. */
  readonly deadlines: Deadlines | null;
  /** What is searched, as `searchText` makes it: names, and what was found. */
  readonly names: string;
  readonly found: string;
}

export function regionKey(region: readonly string[]): string {
  return region.join(' ');
}

export function recordOf(
  summary: ReportSummary,
  details: ReportDetails | null,
  review: ReviewState,
  deadlines: Deadlines | null = null,
  own: readonly OwnFinding[] = [],
): LibraryRecord {
  const found = searchText(foundLines(details, own).join('\n'));
  return { ...plainOf(withOwn(summary, own)), details, own, review, deadlines, found };
}

type Plain = Omit<LibraryRecord, 'details' | 'own' | 'review' | 'deadlines' | 'found'>;

/** A list is drawn twice, at first without details: what rests on the summary alone is made once. */
const plain = new WeakMap<ReportSummary, Plain>();

function plainOf(summary: ReportSummary): Plain {
  const known = plain.get(summary);
  if (known !== undefined) return known;
  const { id, title, year, source, organ } = summary;
  const name = organName(summary);
  const regions = organ === null ? [] : regionsAbout(organ);
  const made: Plain = {
    id,
    summary,
    name,
    regions,
    regionKeys: regions.map((_, depth) => regionKey(regions.slice(0, depth + 1))),
    standing: standingOf(summary),
    names: searchText([name, title, year, source.fileName, source.address].join(' ')),
  };
  plain.set(summary, made);
  return made;
}

export function standingOf({ status, counts }: Pick<ReportSummary, 'status' | 'counts'>): Standing {
  if (counts.error > 0) return 'error';
  if (status !== 'checked') return 'partial';
  if (counts.warning > 0) return 'warning';
  return counts.info > 0 ? 'info' : 'clean';
}
