/** Table three as rows and columns, and whether its relations hold: reckoned here anew, not by what is measured. */
import type { CellId, Relation } from '../../../core/index';
import type { Truth } from '../../support/generate/truth';

export type Values = ReadonlyMap<CellId, number>;

export class TableThree {
  /** Rows from top to bottom, cells from left to right, the total last. */
  readonly rows: readonly (readonly CellId[])[];
  readonly columns: readonly (readonly CellId[])[];
  private readonly relations: readonly Relation[];
  private readonly relationsOf = new Map<CellId, Relation[]>();

  constructor(readonly truth: Truth) {
    const table = truth.form.tables.find(({ id }) => id === 'applications');
    this.rows = (table?.rows ?? []).map((row) => row.cells.map(({ id }) => id));
    this.columns = (this.rows[0] ?? []).map((_, column) => this.rows.map((row) => row[column] ?? ''));
    this.relations = table?.relations ?? [];
    for (const relation of this.relations)
      for (const cell of [...relation.left, ...relation.right])
        this.relationsOf.set(cell, [...(this.relationsOf.get(cell) ?? []), relation]);
  }

  get cells(): readonly CellId[] {
    return this.rows.flat();
  }

  /** Rows and columns that add others up. */
  get totals(): readonly CellId[] {
    return this.cells.filter((cell) => cell.endsWith('.total') || cell.startsWith('applications.decided.'));
  }

  value(cell: CellId): number {
    return this.truth.cells.get(cell) ?? 0;
  }

  difference({ left, right }: Relation, changed: Values): number {
    const add = (cells: readonly CellId[]): number =>
      cells.reduce((sum, cell) => sum + (changed.get(cell) ?? this.value(cell)), 0);
    return add(left) - add(right);
  }

  /** Some relation fails with these values in place of the true ones. */
  isBroken(changed: Values): boolean {
    return this.relations.some((relation) => this.difference(relation, changed) !== 0);
  }

  failing(changed: Values): readonly Relation[] {
    return this.relations.filter((relation) => this.difference(relation, changed) !== 0);
  }

  relationsWith(cell: CellId): readonly Relation[] {
    return this.relationsOf.get(cell) ?? [];
  }

  /** Would these values over the printed ones mend all that fails, and break nothing? */
  mends(printed: Values, failing: readonly Relation[], repair: Values): boolean {
    const after = new Map([...printed, ...repair]);
    const touched = new Set([...repair.keys()].flatMap((cell) => this.relationsWith(cell)));
    if (failing.some((relation) => !touched.has(relation))) return false;
    return [...touched].every((relation) => this.difference(relation, after) === 0);
  }
}
