/** What a generated report holds as numbers, before anybody writes them down. All relations of its form hold. */
import type { CellId, Form } from '../../../core/index';
import type { Random } from '../random';
import { formOf } from '../render';
import { applicationCells } from './applications';
import { disclosureCells } from './disclosure';
import { disputeCells } from './disputes';
import type { Organ, Scale } from './organs';

export interface Truth {
  readonly form: Form;
  readonly year: number;
  readonly organ: Organ;
  readonly cells: ReadonlyMap<CellId, number>;
  /** Last year’s report of the same organ, its numbers alone; none for the first year. */
  readonly previous: Truth | null;
}

export const ORGANISATIONS = ['company', 'research', 'charity', 'legalService', 'otherOrganisation'] as const;

export function cellOf({ cells }: Truth, cell: CellId): number {
  return cells.get(cell) ?? 0;
}

/** Total of a row of table three; `refused.*` is all rows of a group, or the row where a form has it in one. */
export function totalOf(truth: Truth, row: string): number {
  return rowsOf(truth, row).reduce((sum, id) => sum + cellOf(truth, `applications.${id}.total`), 0);
}

function rowsOf({ form }: Truth, row: string): string[] {
  const rows = form.tables.find((table) => table.id === 'applications')?.rows ?? [];
  const name = row.replace('.*', '');
  return rows.map(({ id }) => id).filter((id) => id === name || (row.endsWith('*') && id.startsWith(`${name}.`)));
}

export function formIn(year: number): Form {
  return formOf(year >= 2021 ? '2021' : '2019');
}

/** Two years, the earlier first: what is carried out of it is carried into the later one. */
export function truthFor(random: Random, year: number, organ: Organ): Truth {
  const scale = random.pick(organ.scales);
  const before = year > 2019 ? oneYear(random.fork('before'), year - 1, organ, scale, null) : null;
  const now = oneYear(random.fork('now'), year, organ, scale, before);
  return before !== null && alike(before, now) ? { ...now, previous: null } : now;
}

/** Two small years may come out the same, which a report of its own would be suspected for. */
function alike(before: Truth, now: Truth): boolean {
  return ['disclosure', 'applications', 'disputes'].some((table) => {
    const own = [...now.cells].filter(([id, value]) => id.startsWith(`${table}.`) && value !== 0);
    return own.length > 0 && own.every(([id, value]) => before.cells.get(id) === value);
  });
}

function oneYear(random: Random, year: number, organ: Organ, scale: Scale, previous: Truth | null): Truth {
  const form = formIn(year);
  const cells = new Map([
    ...disclosureCells(random.fork('disclosure'), form, organ, scale, previous?.cells ?? null),
    ...applicationCells(random.fork('applications'), form, scale, previous?.cells ?? null),
    ...disputeCells(random.fork('disputes'), scale),
  ]);
  return { form, year, organ, cells, previous };
}
