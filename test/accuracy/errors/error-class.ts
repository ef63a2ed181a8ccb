/** 错误类别: one kind of slip, planted into a correct report with the truth beside it. */
import type { CellId, Finding } from '../../../core/index';
import type { Spoken } from '../../support/generate/phrases';
import type { Planted } from '../../support/generate/prose/compose';
import type { Sample } from '../../support/generate/report';
import type { Random } from '../../support/random';

export interface Planting {
  /** Printed values in place of the true ones. */
  readonly cells?: ReadonlyMap<CellId, number>;
  /** A sentence that contradicts the tables. */
  readonly planted?: Planted;
  /** The same sentence with the right number: what is said of this one too is no word on the error. */
  readonly honest?: Spoken;
  /** For slips of several cells: what the finding has to call it, and whether nothing else explains the same. */
  readonly operation?: { readonly kinds: readonly string[]; readonly unique: boolean };
  /** Cells that tie for the error, where they do: all of them have to be shown. */
  readonly tie?: readonly CellId[];
}

export interface ErrorClass {
  readonly name: string;
  /** Only findings of these rules count as found; any of numbers and prose where it is left out. */
  readonly rules?: readonly string[];
  /** Last year’s report is given to the check. */
  readonly across?: boolean;
  /** A note counts as found too. */
  readonly anySeverity?: boolean;
  /** Only where the sum was left open; all others only where none was. */
  readonly besideEmptyTotal?: boolean;
  /** Null where the report has no room for it. */
  plant(sample: Sample, random: Random): Planting | null;
}

/** An operation as the locator tells it, where it tells any. */
export interface NamedOperation {
  readonly kind: string;
  readonly changes: readonly { readonly cell: CellId; readonly expected: number }[];
}

export function operationsOf(finding: Finding): readonly NamedOperation[] {
  return (finding as Finding & { readonly operations?: readonly NamedOperation[] }).operations ?? [];
}
