/** Why the text of a relation could not be understood, and where in it. */
import type { CellId } from '../forms/form';

interface Span {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * `number`: no whole number, or too large a one. `brackets`: sums in brackets are not understood. `unknown` lists the
 * nearest cells. `ambiguous` lists the cells that the name may mean, the first of `count`.
 */
export type RelationFault =
  | (Span & {
      readonly code: 'too-long' | 'no-comparison' | 'second-comparison' | 'empty-term' | 'number' | 'brackets';
    })
  | (Span & { readonly code: 'unknown'; readonly name: string; readonly cells: readonly CellId[] })
  | (Span & {
      readonly code: 'ambiguous';
      readonly name: string;
      readonly cells: readonly CellId[];
      readonly count: number;
    });
