/** One table of a form as it was found in a document. */
import type { Place } from '../document/document';
import type { Form, FormTable } from './form';

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
  readonly unclaimed: readonly { readonly raw: string; readonly place: Place }[];
}
