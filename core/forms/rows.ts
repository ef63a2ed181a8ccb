/** Rows of labels and values, the common ground of grids and plain text before they are matched to a form. */
import type { Place } from '../document/document';

export interface ValueCell {
  readonly raw: string;
  readonly place: Place;
  /** May be a trace of the layout and no cell at all. */
  readonly soft: boolean;
  /** One cell stands over several cells of the form, so it is the value of none. */
  readonly merged: boolean;
  /** Stands under 小计: it adds up what stands beside it. */
  readonly subtotal?: true;
}

export interface LabelText {
  readonly text: string;
  readonly place: Place;
}

export interface LabelledRow {
  /** Texts before the values, in reading order; the row's own label comes last. */
  readonly labels: readonly LabelText[];
  /**
   * `own`: the last label stands in the row itself. `floating`: labels are lines before it, which page tools shuffle.
   */
  readonly labelling: 'own' | 'floating' | 'none';
  readonly values: readonly ValueCell[];
  /** Column of the form for each value; null where only the count of values tells. */
  readonly columns: readonly (number | null)[] | null;
  /** From plain text, where blanks at the ends may be traces of merged cells. */
  readonly ragged: boolean;
  readonly block: number;
}
