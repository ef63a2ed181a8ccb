/** Last year's report of the same organ, as far as the rules across years need it. An outcome fits. */
import type { Fact } from '../forms/facts';
import type { CellId, FormId, TableId } from '../forms/form';

export interface PreviousReport {
  readonly organ: string | null;
  readonly year: number | null;
  readonly form: FormId | null;
  readonly forms: Readonly<Record<TableId, FormId | null>>;
  readonly facts: Readonly<Record<CellId, Fact>>;
}
