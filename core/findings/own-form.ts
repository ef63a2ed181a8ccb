/** What does not add up by a form of a person's own, as findings among the others: a warning, since a person stated it. */
import type { Document } from '../document/document';
import { gather } from '../document/gather';
import type { Outcome } from '../outcome';
import { exactSum } from '../relations/exact';
import type { Finding } from '../rules/finding';
import { type InferredRelation, type InferredSum, type InferredTable, labelledTables } from '../sums/inferred';
import { formOfTable, type OwnForm, ownRelations } from '../sums/own-form';
import { digest } from './fingerprint';

/** The rule whose words they have. */
export const OWN_FORM_SUM = 'own-form-sum';
/** Where they stand in lists by table. */
export const OWN_FORM_GROUP = 'sums';

interface Failing {
  readonly relation: InferredRelation;
  readonly sum: InferredSum;
}

/**
 * `except`: blocks that a form has claimed. `source` stands in for the organ in fingerprints where the page names none.
 * No sum is searched for, so it takes no more than reading the labels.
 */
export function ownFormFindings(
  forms: readonly OwnForm[],
  document: Document,
  {
    outcome,
    except,
    source,
  }: {
    readonly outcome: Pick<Outcome, 'organ' | 'year'>;
    readonly except: ReadonlySet<number>;
    readonly source: string;
  },
): Finding[] {
  if (forms.length === 0) return [];
  const owner = `${outcome.organ ?? source}|${outcome.year ?? ''}`;
  return gather(labelledTables(document, except), (table) => {
    const form = formOfTable(table, forms);
    return form === null ? [] : causesIn(form, document, table).map((cause) => findingOf(cause, form, owner));
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
