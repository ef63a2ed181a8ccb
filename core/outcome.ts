/** 核查结果: everything one check says. Plain JSON; same input, same bytes. */
import type { Place } from './document/document';
import type { OtherReport } from './document/other-report';
import type { Fact } from './forms/facts';
import type { CellId, FormId, TableId } from './forms/form';
import type { OwnRelationResult } from './relations/own-relation';
import type { RelationResult } from './relations/relation';
import type { Finding, Severity } from './rules/finding';
import type { TextSketch } from './statements/text-sketch';

/**
 * `partial`: some expected table was not read. `blank-form`: recognised, but no number is filled in.
 * `unrecognised`: no table of a known form. What cannot be read at all never becomes an outcome.
 */
export type CheckStatus = 'checked' | 'partial' | 'blank-form' | 'unrecognised';

export interface Coverage {
  readonly cells: { readonly expected: number; readonly read: number };
  readonly relations: {
    readonly expected: number;
    readonly consistent: number;
    readonly inconsistent: number;
    readonly unchecked: number;
    readonly notApplicable: number;
  };
}

/** A number in a recognised table that no cell id claimed. */
export interface UnclaimedNumber {
  readonly table: TableId;
  readonly raw: string;
  readonly place: Place;
}

/** A rule that threw: the others went on. */
export interface RuleFailure {
  readonly rule: string;
  readonly reason: string;
}

/** What a checklist changed and added; absent where the check had none. */
export interface ChecklistOutcome {
  readonly name: string;
  readonly version: string;
  /** Rules it turned off, by id, sorted. */
  readonly off: readonly string[];
  /** How loud it makes what forms of people's own find: forms that are kept join later. Absent where it sets nothing. */
  readonly ownFormSum?: Severity;
  /** In the order of the checklist; a relation that holds for several rows has one entry for each. */
  readonly relations: readonly OwnRelationResult[];
}

export interface Identity {
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string | null;
}

export interface Outcome extends Identity {
  readonly status: CheckStatus;
  /** What the title says it is instead; only where `status` is `unrecognised`. */
  readonly other?: OtherReport;
  /** Form of the report as a whole; null where unrecognised. */
  readonly form: FormId | null;
  /** Decided table by table; null where the table was not found. */
  readonly forms: Readonly<Record<TableId, FormId | null>>;
  /** Every cell id of the form, `missing` where the page has none. */
  readonly facts: Readonly<Record<CellId, Fact>>;
  readonly relations: readonly RelationResult[];
  readonly coverage: Coverage;
  /** In page order. */
  readonly findings: readonly Finding[];
  /** At most 500. */
  readonly unclaimed: readonly UnclaimedNumber[];
  /** Tables of a known form that stand on the page once more, of another report or as a copy: not checked. */
  readonly further: readonly { readonly table: TableId; readonly block: number }[];
  readonly failures: readonly RuleFailure[];
  /** What the organ says in its own words, so that next year’s report and other organs’ can be compared with it. */
  readonly sketch?: TextSketch;
  readonly checklist?: ChecklistOutcome;
  /** Keys of the sums by forms of people's own that were read, right or wrong, sorted; absent where none was. */
  readonly ownSums?: readonly string[];
}

/** What is the same in every outcome of a document that has no table of a known form. */
export const NOTHING_READ = {
  status: 'unrecognised',
  form: null,
  forms: { disclosure: null, applications: null, disputes: null },
  facts: {},
  relations: [],
  coverage: {
    cells: { expected: 0, read: 0 },
    relations: { expected: 0, consistent: 0, inconsistent: 0, unchecked: 0, notApplicable: 0 },
  },
  findings: [],
  unclaimed: [],
  further: [],
  failures: [],
} as const;
