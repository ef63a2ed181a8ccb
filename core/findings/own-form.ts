/**
 * What does not add up by a form of a person's own, as findings among the others: a warning, since a person stated it,
 * where the checklist of the outcome says nothing else.
 */

import type { Document } from '../document/document';
import { gather } from '../document/gather';
import type { Outcome } from '../outcome';
import { exactSum } from '../relations/exact';
import type { Finding, Severity } from '../rules/finding';
import type { Axis } from '../sums/field';
import { type InferredRelation, type InferredSum, type InferredTable, labelledTables } from '../sums/inferred';
import { formsOfTable, type OwnForm, ownRelations } from '../sums/own-form';
import { claimedBlocks } from './claimed-blocks';
import { digest } from './fingerprint';
import { OWN_FORM_SUM, sumsOf } from './own-form-rule';
import { SumCopies } from './sum-copies';

/** Where they stand in lists by table. */
export const OWN_FORM_GROUP = 'sums';

interface Failing {
  readonly form: OwnForm;
  readonly relation: InferredRelation;
  readonly sum: InferredSum;
  /** How many tables before have the same sum. */
  readonly copy: number;
  readonly key: string;
}

interface Checked {
  readonly document: Document;
  readonly outcome: Outcome;
}

/**
 * The outcome with what these forms find after what was found before, and which of their sums were read. A sum that two
 * of them have, or that failed before, is told once. `source` stands in for the organ in fingerprints where the page names
 * none. No sum is searched for, so it takes no more than reading the labels.
 */
export function withOwnForms({ document, outcome }: Checked, forms: readonly OwnForm[], source: string): Outcome {
  if (outcome.checklist?.off.includes(OWN_FORM_SUM) === true) return outcome;
  const owner = `${outcome.organ ?? source}|${outcome.year ?? ''}`;
  const severity = outcome.checklist?.ownFormSum ?? 'warning';
  const read = new Set(outcome.ownSums);
  const told = new Set(gather(outcome.findings, sumsOf));
  const tables = tablesOfForms({ document, outcome }, forms);
  const copies = new SumCopies(formsIn(tables, forms));
  const found = gather(tables, (each) => {
    const failing: Failing[] = [];
    for (const form of each.forms)
      for (const relation of ownRelations(form, document, each.table).relations) {
        const before = copies.before({ axis: relation.axis, total: relation.totalKey, parts: relation.partKeys });
        for (const sum of relation.sums) {
          const copy = before.get(sum.lineKey) ?? 0;
          const key = digest(JSON.stringify(labelsOf(relation, sum, copy)));
          read.add(key);
          if (!sum.holds && !told.has(key)) failing.push({ form, relation, sum, copy, key });
          if (!sum.holds) told.add(key);
        }
      }
    copies.pass(each.table);
    return causesIn(failing).map((cause) => findingOf(cause, owner, severity));
  });
  return read.size === 0
    ? outcome
    : { ...outcome, findings: [...outcome.findings, ...found], ownSums: [...read].sort() };
}

/** Of total, parts and line, in whatever form: what a sum is known by. */
function labelsOf({ axis, totalKey, partKeys }: InferredRelation, { lineKey }: InferredSum, copy: number): string[] {
  return [axis, totalKey, ...partKeys, lineKey, ...(copy === 0 ? [] : [String(copy)])];
}

/** The forms that tables of a report are of. */
export function ownFormsIn<F extends OwnForm>(checked: Checked, forms: readonly F[]): readonly F[] {
  return formsIn(tablesOfForms(checked, forms), forms);
}

function formsIn<F extends OwnForm>(tables: readonly TableOfForms<F>[], forms: readonly F[]): readonly F[] {
  const used = new Set(gather(tables, (each) => [...each.forms]));
  return forms.filter((form) => used.has(form));
}

interface TableOfForms<F> {
  readonly table: InferredTable;
  readonly forms: readonly F[];
}

function tablesOfForms<F extends OwnForm>({ document, outcome }: Checked, forms: readonly F[]): TableOfForms<F>[] {
  if (forms.length === 0) return [];
  const tables = labelledTables(document, claimedBlocks(outcome));
  return tables.map((table) => ({ table, forms: formsOfTable(table, forms) }));
}

/** A figure in a row and in a column breaks both by the same amount: one cause, and the cell where they cross. */
function causesIn(failing: readonly Failing[]): Failing[][] {
  const causes: Failing[][] = [];
  // Of one sum so far, by direction, cell and amount: a whole table may fail, and none is held against all others.
  const alone = new Map<string, Set<number>>();
  for (const each of failing) {
    const across = each.relation.axis === 'row' ? 'column' : 'row';
    const crossed = slipsOf(each.sum).map((slip) => firstOf(alone.get(slipKey(across, slip))));
    const at = crossed.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY);
    const cause = causes[at];
    if (cause === undefined) {
      for (const slip of slipsOf(each.sum)) {
        const key = slipKey(each.relation.axis, slip);
        const same = alone.get(key);
        if (same === undefined) alone.set(key, new Set([causes.length]));
        else same.add(causes.length);
      }
      causes.push([each]);
    } else {
      for (const { sum } of cause) for (const slip of slipsOf(sum)) alone.get(slipKey(across, slip))?.delete(at);
      cause.push(each);
    }
  }
  return causes;
}

function firstOf([first = Number.POSITIVE_INFINITY]: Iterable<number> = []): number {
  return first;
}

function slipKey(axis: Axis, { cell, by }: Slip): string {
  return `${axis} ${cell.place.cell} ${by}`;
}

/** A cell of both sums that one and the same slip puts wrong in both: too high as a total, it is too low as a part. */
function sharedCell(a: Failing, b: Failing): InferredSum['total'] | null {
  const slips = new Map(slipsOf(b.sum).map(({ cell, by }) => [cell.place.cell, by]));
  return slipsOf(a.sum).find(({ cell, by }) => slips.get(cell.place.cell) === by)?.cell ?? null;
}

interface Slip {
  readonly cell: InferredSum['total'];
  readonly by: number;
}

function slipsOf({ total, parts, difference }: InferredSum): Slip[] {
  return [{ cell: total, by: difference }, ...parts.map((cell) => ({ cell, by: -difference }))];
}

function findingOf([first, second]: readonly Failing[], owner: string, severity: Severity): Finding {
  if (first === undefined) throw new Error('a cause has a failing sum');
  const { form, relation, sum } = first;
  const cell = second === undefined ? null : sharedCell(first, second);
  const crossing = second === undefined || cell === null ? null : { relation: second.relation, sum: second.sum };
  const both = second === undefined ? [first] : [first, second];
  const about = gather(both, (each) => labelsOf(each.relation, each.sum, each.copy));
  const shown = cell ?? sum.total;
  return {
    fingerprint: digest(`${owner}|${OWN_FORM_SUM}|${JSON.stringify(about)}`),
    rule: OWN_FORM_SUM,
    severity,
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
      sums: both.map(({ key }) => key).join(' '),
    },
  };
}
