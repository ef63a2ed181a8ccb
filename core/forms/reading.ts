/** One table of a form as it was found in a document. */
import type { Place } from '../document/document';
import type { CellId, Form, FormTable } from './form';

/** A difference between the table on the page and the table of the form. */
export interface Alteration {
  /** `row-unread`: the row is there, but its cells do not fall into the columns of the form. */
  readonly kind:
    | 'row-missing'
    | 'row-extra'
    | 'row-moved'
    | 'row-unread'
    | 'column-missing'
    | 'column-extra'
    | 'cells-merged';
  /** Label on the page (extra, moved) or in the form (missing). */
  readonly label: string;
  readonly place: Place | null;
}

/** A number of the table that no cell id claimed. */
export interface UnclaimedValue {
  readonly raw: string;
  readonly place: Place;
  /** The cells it stands in one row or column with, whose sum it may be counted in; null where nobody can tell. */
  readonly beside: readonly CellId[] | null;
}

export interface TableReading {
  readonly table: FormTable;
  /** The form whose table this is; of the report where the table was not found. */
  readonly form: Form;
  readonly found: boolean;
  /** Document blocks that the table was read from. */
  readonly blocks: readonly number[];
  /** Blocks that hold the same table once more and were not read. */
  readonly further: readonly number[];
  readonly alterations: readonly Alteration[];
  /** Numbers in these blocks that no cell id claimed. */
  readonly unclaimed: readonly UnclaimedValue[];
}
