/** Runs the relations of a checklist over a report, and makes findings of those that do not hold. */
import type { Result } from '../document/result';
import { unstatedTotals } from '../forms/evaluate';
import { type Fact, isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import { exactTotal } from '../relations/exact';
import {
  holds,
  OWN_RELATION,
  type OwnRelationResult,
  type OwnTerm,
  type OwnUncheckedReason,
  type StatedRelation,
} from '../relations/own-relation';
import { firstPlace } from '../rules/failures';
import type { Severity } from '../rules/finding';
import { lastYearOf } from '../rules/previous';
import type { Report, RuleFinding } from '../rules/rule';
import { type Checklist, type OwnRelation, settingOf } from './checklist';
import type { RelationFault } from './fault';
import { resolveRelation } from './resolve';

interface Evaluated {
  readonly own: OwnRelation;
  readonly result: OwnRelationResult;
}

export interface OwnRelations {
  readonly results: readonly OwnRelationResult[];
  readonly findings: readonly (RuleFinding & { readonly severity: Severity })[];
}

export function ownRelations(checklist: Checklist, report: Report): OwnRelations {
  const evaluated = evaluateAll(checklist, report);
  return {
    results: evaluated.map(({ result }) => result),
    findings: evaluated.flatMap(({ own, result }) => findingOf(own, result, checklist, report)),
  };
}

/** Turned off with their rule, they are not looked at; of another form, they say nothing. */
function evaluateAll(checklist: Checklist, report: Report): Evaluated[] {
  if (settingOf(checklist, OWN_RELATION) === 'off') return [];
  const applies = checklist.forms.length === 0 || checklist.forms.includes(report.form.id);
  const unstated = unstatedTotals(
    report.tables.flatMap(({ table }) => table.relations),
    report.facts,
  );
  return resolvedFor(checklist, report).flatMap((resolved, index): Evaluated[] => {
    const own = checklist.relations[index];
    if (own === undefined) return [];
    if (!applies) return [{ own, result: ended(own, null, 'notApplicable', null) }];
    if (!resolved.ok) return [{ own, result: ended(own, null, 'unchecked', 'not-understood') }];
    return resolved.value.map((relation) => ({ own, result: evaluateOne(own, relation, report, unstated) }));
  });
}

type Resolved = readonly Result<readonly StatedRelation[], RelationFault>[];

const known = new WeakMap<Checklist, Map<string, Resolved>>();

/** A checklist is run over many reports of few forms: its texts are read once for each. */
function resolvedFor(checklist: Checklist, { tables }: Report): Resolved {
  const byForm = known.get(checklist) ?? new Map<string, Resolved>();
  known.set(checklist, byForm);
  const key = tables.map(({ table, form }) => `${table.id} ${form.id}`).join();
  const resolved =
    byForm.get(key) ??
    checklist.relations.map(({ text }) =>
      resolveRelation(
        text,
        tables.map(({ table }) => table),
      ),
    );
  byForm.set(key, resolved);
  return resolved;
}

function ended(
  own: OwnRelation,
  relation: StatedRelation | null,
  state: 'unchecked' | 'notApplicable',
  reason: OwnUncheckedReason | null,
): OwnRelationResult {
  return { text: own.text, name: own.name ?? null, relation, state, reason, left: null, right: null, difference: null };
}

function evaluateOne(
  own: OwnRelation,
  relation: StatedRelation,
  report: Report,
  unstated: ReadonlySet<CellId>,
): OwnRelationResult {
  const terms = [...relation.left, ...relation.right];
  const previous = lastYearOf(report)?.report.facts ?? null;
  if (previous === null && terms.some((term) => term.previous)) return ended(own, relation, 'unchecked', 'no-previous');
  const factOf = ({ cell, previous: before }: OwnTerm): Fact =>
    (before ? previous?.[cell ?? ''] : report.facts.get(cell ?? '')) ?? MISSING;
  const facts = terms.filter((term) => term.cell !== null).map(factOf);
  if (facts.some((fact) => fact.state === 'missing')) return ended(own, relation, 'unchecked', 'cell-missing');
  if (facts.some((fact) => fact.state === 'text')) return ended(own, relation, 'unchecked', 'cell-not-a-number');
  if (facts.every(isEmpty)) return ended(own, relation, 'notApplicable', null);
  const valued = (side: readonly OwnTerm[], sign: 1 | -1) =>
    side.map((term) => ({
      coefficient: sign * term.coefficient,
      value: term.cell === null ? 1 : (factOf(term).value ?? 0),
    }));
  const left = exactTotal(valued(relation.left, 1));
  const right = exactTotal(valued(relation.right, 1));
  const difference = exactTotal([...valued(relation.left, 1), ...valued(relation.right, -1)]);
  if (!holds(difference, relation.comparison) && isUnstated(relation, factOf, unstated)) {
    return ended(own, relation, 'unchecked', 'total-blank');
  }
  const state = holds(difference, relation.comparison) ? 'consistent' : 'inconsistent';
  return { text: own.text, name: own.name ?? null, relation, state, reason: null, left, right, difference };
}

/** An empty total, or an empty cell that is a side by itself, was not stated, so it cannot be wrong. */
function isUnstated(
  { left, right }: StatedRelation,
  factOf: (term: OwnTerm) => Fact,
  unstated: ReadonlySet<CellId>,
): boolean {
  const alone = [left, right].some(
    (side) => side.length === 1 && side.every(({ cell }) => cell !== null) && side.map(factOf).every(isEmpty),
  );
  return alone || [...left, ...right].some((term) => !term.previous && unstated.has(term.cell ?? ''));
}

function findingOf(
  own: OwnRelation,
  result: OwnRelationResult,
  checklist: Checklist,
  report: Report,
): OwnRelations['findings'] {
  const { relation, left, right, difference } = result;
  if (result.state !== 'inconsistent' || relation === null) return [];
  if (left === null || right === null || difference === null) return [];
  const terms = [...relation.left, ...relation.right];
  const cells = [...new Set(terms.flatMap(({ cell, previous }) => (cell === null || previous ? [] : [cell])))];
  const setting = settingOf(checklist, OWN_RELATION);
  const severity = own.severity ?? (setting === null || setting === 'off' ? 'warning' : setting);
  return [
    {
      severity,
      data: {
        relation: relation.key,
        leftTerms: numbersOf(relation.left, report),
        comparison: relation.comparison,
        rightTerms: numbersOf(relation.right, report),
        left,
        right,
        difference,
        relationText: own.text,
        relationName: own.name ?? null,
        relationWhy: own.why ?? null,
      },
      cells,
      place: firstPlace(report, cells),
      about: relation.key,
    },
  ];
}

/** 3 + 2×4 − 1: the page’s own numbers in the order of the text. */
function numbersOf(side: readonly OwnTerm[], report: Report): string {
  return side
    .map(({ coefficient, cell, previous }, index) => {
      const sign = coefficient < 0 ? (index > 0 ? ' − ' : '−') : index > 0 ? ' + ' : '';
      const size = Math.abs(coefficient);
      if (cell === null) return `${sign}${size}`;
      const value = (previous ? lastYearOf(report)?.report.facts[cell] : report.facts.get(cell))?.value ?? 0;
      return `${sign}${size === 1 ? '' : `${size}×`}${value}`;
    })
    .join('');
}
