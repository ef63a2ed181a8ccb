/** What does not add up by a form of a person's own, as findings among the others: a warning, since a person stated it. */

import type { Document } from '../document/document';
import { gather } from '../document/gather';
import type { Outcome } from '../outcome';
import { exactSum } from '../relations/exact';
import type { Finding } from '../rules/finding';
import { type InferredRelation, type InferredSum, type InferredTable, labelledTables } from '../sums/inferred';
import { formOfTable, type OwnForm, ownRelations } from '../sums/own-form';
import { claimedBlocks } from './claimed-blocks';
import { digest } from './fingerprint';
import { OWN_FORM_SUM } from './own-form-rule';

/** Where they stand in lists by table. */
export const OWN_FORM_GROUP = 'sums';

interface Failing {
  readonly relation: InferredRelation;
  readonly sum: InferredSum;
}

interface Checked {
  readonly document: Document;
  readonly outcome: Outcome;
}

/**
 * The outcome with what these forms find after what the rules found. `source` stands in for the organ in fingerprints
 * where the page names none. No sum is searched for, so it takes no more than reading the labels.
 */
export function withOwnForms({ document, outcome }: Checked, forms: readonly OwnForm[], source: string): Outcome {
  const owner = `${outcome.organ ?? source}|${outcome.year ?? ''}`;
  const found = gather(tablesOfForms({ document, outcome }, forms), ({ table, form }) =>
    causesIn(form, document, table).map((cause) => findingOf(cause, form, owner)),
  );
  return found.length === 0 ? outcome : { ...outcome, findings: [...outcome.findings, ...found] };
}

/** The forms that tables of a report are of. */
export function ownFormsIn<F extends OwnForm>(checked: Checked, forms: readonly F[]): readonly F[] {
  const used = new Set(tablesOfForms(checked, forms).map(({ form }) => form));
  return forms.filter((form) => used.has(form));
}

interface TableOfForm<F> {
  readonly table: InferredTable;
  readonly form: F;
}

function tablesOfForms<F extends OwnForm>({ document, outcome }: Checked, forms: readonly F[]): TableOfForm<F>[] {
  if (forms.length === 0) return [];
  return gather(labelledTables(document, claimedBlocks(outcome)), (table) => {
    const form = formOfTable(table, forms);
    return form === null ? [] : [{ table, form }];
  });
}

/** A figure in a row and in a column breaks both by the same amount: one cause, and the cell where they cross. */
function causesIn(form: OwnForm, document: Document, table: InferredTable): Failing[][] {
  const failing = gather(ownRelations(form, document, table).relations, (relation) =>
    relation.sums.filter(({ holds }) => !holds).map((sum): Failing => ({ relation, sum })),
  );
  const causes: Failing[][] = [];
  for (const each of failing) {
    const cause = causes.find(([first, second]) => first !== undefined && second === undefined && crosses(first, each));
    if (cause === undefined) causes.push([each]);
    else cause.push(each);
  }
  return causes;
}

function crosses(a: Failing, b: Failing): boolean {
  return a.relation.axis !== b.relation.axis && sharedCell(a, b) !== null;
}

/** A cell of both sums that one and the same slip puts wrong in both: too high as a total, it is too low as a part. */
function sharedCell(a: Failing, b: Failing): InferredSum['total'] | null {
  const slips = new Map(slipsOf(b.sum).map(({ cell, by }) => [cell.place.cell, by]));
  return slipsOf(a.sum).find(({ cell, by }) => slips.get(cell.place.cell) === by)?.cell ?? null;
}

function slipsOf({
  total,
  parts,
  difference,
}: InferredSum): { readonly cell: InferredSum['total']; readonly by: number }[] {
  return [{ cell: total, by: difference }, ...parts.map((cell) => ({ cell, by: -difference }))];
}

function findingOf([first, second]: readonly Failing[], form: OwnForm, owner: string): Finding {
  if (first === undefined) throw new Error('a cause has a failing sum');
  const { relation, sum } = first;
  const cell = second === undefined ? null : sharedCell(first, second);
  const crossing = second === undefined || cell === null ? null : { relation: second.relation, sum: second.sum };
  const about = gather([first, second], (each) =>
    each === undefined ? [] : [each.relation.axis, each.relation.totalKey, ...each.relation.partKeys, each.sum.lineKey],
  );
  const shown = cell ?? sum.total;
  return {
    fingerprint: digest(`${owner}|${OWN_FORM_SUM}|${JSON.stringify(about)}`),
    rule: OWN_FORM_SUM,
    severity: 'warning',
    cells: [],
    relations: [],
    repairs: [],
    suspects: [],
    quote: null,
    place: shown.place,
    data: {
      table: OWN_FORM_GROUP,
      form: form.name,
      line: sum.line,
      total: relation.total,
      parts: relation.parts.join('＋'),
      left: exactSum([sum.sum, sum.difference]),
      right: sum.sum,
      difference: sum.difference,
      crossLine: crossing?.sum.line ?? null,
      crossTotal: crossing?.relation.total ?? null,
      value: cell?.text.trim() ?? null,
    },
  };
}
