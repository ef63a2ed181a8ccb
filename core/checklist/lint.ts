/** What is wrong with a checklist, as data: where it stands, and why it cannot do what it was written for. */
import type { Result } from '../document/result';
import { withoutSpace } from '../document/text';
import type { Form, FormId } from '../forms/form';
import type { StatedRelation } from '../relations/own-relation';
import type { Rule } from '../rules/rule';
import type { OwnForm } from '../sums/own-form';
import type { Checklist } from './checklist';
import { type Conflicts, conflictsOf } from './conflicts';
import type { RelationFault } from './fault';
import { resolveRelation } from './resolve';

/** Where a problem stands: an entry of a list by its place, a rule or a form by its id. */
export type ProblemPlace =
  | { readonly part: 'forms'; readonly form: FormId }
  | { readonly part: 'rules'; readonly rule: string }
  | { readonly part: 'relations'; readonly index: number }
  | { readonly part: 'manual'; readonly index: number }
  | { readonly part: 'ownForms'; readonly index: number };

/**
 * `never-applicable`: what it names stands in other forms than those of the checklist. `contradictory`: no report can
 * satisfy these relations (and the form's own, where `form` is set). `redundant`: holds anyway, by these and the
 * form's. `undecided`: the search was ended; contradictions and redundancies may be left. Of forms of people's own:
 * `no-relations` checks nothing; `unknown-labels`: sums over what its table does not have, the first few.
 */
export type ChecklistProblem =
  | { readonly code: 'unknown-form'; readonly where: ProblemPlace }
  | { readonly code: 'unknown-rule'; readonly where: ProblemPlace }
  | { readonly code: 'not-understood'; readonly where: ProblemPlace; readonly fault: RelationFault }
  | { readonly code: 'never-applicable'; readonly where: ProblemPlace; readonly forms: readonly FormId[] }
  | {
      readonly code: 'contradictory' | 'redundant';
      readonly where: ProblemPlace;
      /** The other relations of the checklist that it takes, by their place. */
      readonly with: readonly number[];
      readonly form: FormId | null;
    }
  | { readonly code: 'undecided'; readonly where: ProblemPlace }
  | { readonly code: 'duplicate-manual' | 'duplicate-form'; readonly where: ProblemPlace; readonly first: number }
  | { readonly code: 'no-relations'; readonly where: ProblemPlace }
  | { readonly code: 'unknown-labels'; readonly where: ProblemPlace; readonly labels: readonly string[] };

export function lintChecklist(
  checklist: Checklist,
  forms: readonly Form[],
  rules: readonly Pick<Rule, 'id'>[],
): ChecklistProblem[] {
  return [
    ...unknownForms(checklist, forms),
    ...unknownRules(checklist, rules),
    ...relationProblems(checklist, forms),
    ...manualProblems(checklist),
    ...ownFormProblems(checklist),
  ];
}

function unknownForms(checklist: Checklist, forms: readonly Form[]): ChecklistProblem[] {
  return checklist.forms
    .filter((id) => !forms.some((form) => form.id === id))
    .map((form) => ({ code: 'unknown-form', where: { part: 'forms', form } }));
}

function unknownRules(checklist: Checklist, rules: readonly Pick<Rule, 'id'>[]): ChecklistProblem[] {
  return Object.keys(checklist.rules)
    .filter((id) => !rules.some((rule) => rule.id === id))
    .map((rule) => ({ code: 'unknown-rule', where: { part: 'rules', rule } }));
}

interface ReadFor {
  readonly form: Form;
  readonly stated: readonly Result<readonly StatedRelation[], RelationFault>[];
}

function relationProblems(checklist: Checklist, forms: readonly Form[]): ChecklistProblem[] {
  const all = forms.map(
    (form): ReadFor => ({
      form,
      stated: checklist.relations.map(({ text }) => resolveRelation(text, form.tables)),
    }),
  );
  const asked = all.filter(({ form }) => checklist.forms.length === 0 || checklist.forms.includes(form.id));
  const misread = checklist.relations.flatMap((_, index) => misreading(index, asked, all));
  return [...misread, ...conflictProblems(asked)].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ where }: ChecklistProblem): number {
  return where.part === 'relations' ? where.index : -1;
}

/** Understood for one of its forms, a relation is as it should be. */
function misreading(index: number, asked: readonly ReadFor[], all: readonly ReadFor[]): ChecklistProblem[] {
  const own = asked.map(({ stated }) => stated[index]);
  const last = own.at(-1);
  if (last === undefined || last.ok || own.some((each) => each?.ok)) return [];
  const where: ProblemPlace = { part: 'relations', index };
  const elsewhere = all.filter(({ stated }) => stated[index]?.ok).map(({ form }) => form.id);
  if (last.error.code === 'unknown' && elsewhere.length > 0) {
    return [{ code: 'never-applicable', where, forms: elsewhere }];
  }
  return [{ code: 'not-understood', where, fault: last.error }];
}

function conflictProblems(asked: readonly ReadFor[]): ChecklistProblem[] {
  const seen = new Set<string>();
  return asked
    .flatMap(({ form, stated }) => {
      const understood = new Map(stated.flatMap((each, index) => (each.ok ? [[index, each.value] as const] : [])));
      return understood.size === 0 ? [] : problemsOf(conflictsOf(understood, form), form);
    })
    .filter((problem) => {
      // What is so in two forms is said once.
      const key = JSON.stringify([problem.code, problem.where, 'with' in problem ? problem.with : null]);
      return !seen.has(key) && seen.add(key);
    });
}

function problemsOf({ contradictory, redundant, undecided }: Conflicts, form: Form): ChecklistProblem[] {
  const told =
    (code: 'contradictory' | 'redundant') =>
    (each: Conflicts['redundant'][number]): ChecklistProblem => ({
      code,
      where: { part: 'relations', index: each.index },
      with: each.with,
      form: each.form ? form.id : null,
    });
  return [
    ...contradictory.map(told('contradictory')),
    ...redundant.map(told('redundant')),
    ...(undecided === null ? [] : [{ code: 'undecided', where: { part: 'relations', index: undecided } } as const]),
  ];
}

const NAMED = 3;

function ownFormProblems({ ownForms = [] }: Checklist): ChecklistProblem[] {
  const first = new Map<string, number>();
  return ownForms.flatMap((form, index): ChecklistProblem[] => {
    const where: ProblemPlace = { part: 'ownForms', index };
    const text = JSON.stringify([form.rows, form.columns, form.relations]);
    const before = first.get(text);
    if (before !== undefined) return [{ code: 'duplicate-form', where, first: before }];
    first.set(text, index);
    if (form.relations.length === 0) return [{ code: 'no-relations', where }];
    const labels = unknownLabels(form);
    return labels.length === 0 ? [] : [{ code: 'unknown-labels', where, labels: labels.slice(0, NAMED) }];
  });
}

/** A sum of a row adds columns, and stands in rows. */
function unknownLabels({ rows, columns, relations }: OwnForm): string[] {
  const there = { row: new Set(rows), column: new Set(columns) };
  const unknown = new Set<string>();
  for (const { axis, total, parts, lines } of relations) {
    const [added, across] = axis === 'row' ? [there.column, there.row] : [there.row, there.column];
    for (const label of [total, ...parts]) if (!added.has(label)) unknown.add(label);
    for (const label of lines) if (!across.has(label)) unknown.add(label);
  }
  return [...unknown];
}

/** Two items with one id, or with the same words. */
function manualProblems({ manual }: Checklist): ChecklistProblem[] {
  return manual.flatMap((item, index): ChecklistProblem[] => {
    const words = withoutSpace(item.text);
    const first = manual.findIndex((each) => each.id === item.id || withoutSpace(each.text) === words);
    return first === index ? [] : [{ code: 'duplicate-manual', where: { part: 'manual', index }, first }];
  });
}
