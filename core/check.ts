/** One check: a document in, an outcome out. */

import { withCarriedForms } from './checklist/carried-forms';
import { type Checklist, settingOf } from './checklist/checklist';
import { checklistOutcome } from './checklist/checklist-outcome';
import { type OwnRelations, ownRelations } from './checklist/own-relations';
import type { Document } from './document/document';
import { gather } from './document/gather';
import { identify } from './document/identity';
import { classifyOrgan } from './document/organ';
import { otherReportOf } from './document/other-report';
import { publicationOf } from './document/published';
import { completeFindings } from './findings/findings';
import { type Fact, isEmpty, MISSING } from './forms/facts';
import { FINAL_ACCOUNTS } from './forms/final-accounts';
import type { CellId, Form } from './forms/form';
import { labelLines } from './forms/label-lines';
import { kindOf, readOther } from './forms/other-forms';
import { type ReportReading, readProse, readReport } from './forms/read-report';
import { type LocatedFinding, locate, type RuleResult } from './locate/locate';
import { locateRounded } from './locate/locate-rounded';
import { type CheckStatus, type Coverage, NOTHING_READ, type Outcome, type RuleFailure } from './outcome';
import { OWN_RELATION } from './relations/own-relation';
import type { RelationState } from './relations/relation';
import { type Deadlines, STATUTORY_DEADLINES } from './rules/deadlines';
import type { PreviousReport } from './rules/previous';
import type { Report, Rule } from './rules/rule';
import { passagesOf } from './statements/passage';
import { statementsOf } from './statements/statements';
import { textSketchOf } from './statements/text-sketch';

/** More numbers than all tables of a report hold: what goes beyond tells nothing new. */
const MAX_UNCLAIMED = 500;

export interface CheckOptions {
  /** Stands in for the organ in fingerprints where the page names none: its address or the file's name. */
  readonly sourceName?: string;
  /** Last year's report of the same organ: its outcome fits. Without it the rules across years say nothing. */
  readonly previous?: PreviousReport;
  /** Statistics of law enforcement of the same organ and year: their outcome fits. */
  readonly statistics?: PreviousReport;
  /** ISO date of publication (2025-01-24), where the caller knows it better than the page. */
  readonly published?: string;
  /** Where a local notice sets other dates than the regulation. */
  readonly deadlines?: Deadlines;
  /** Which rules speak, how loudly, and what relations come to those of the form. Without it, all as they are. */
  readonly checklist?: Checklist;
}

/** A fault of the program is no verdict on the page: it is said, and the next document is checked all the same. */
export function checkWith(
  forms: readonly Form[],
  rules: readonly Rule[],
  document: Document,
  options: CheckOptions,
): Outcome {
  try {
    const outcome = checkDocument(forms, rules, document, options);
    return withCarriedForms({ document, outcome }, options.checklist, sourceOf(document, options));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...NOTHING_READ, organ: null, year: null, title: null, failures: [{ rule: 'check', reason }] };
  }
}

function checkDocument(
  forms: readonly Form[],
  rules: readonly Rule[],
  document: Document,
  options: CheckOptions,
): Outcome {
  const reading = readReport(document, forms);
  // What looks like a piece of an annual report may be a whole report of another kind.
  const isDoubtful = reading === null || isFragment(reading);
  const other = isDoubtful ? readOther(document) : null;
  const best = other ?? (isDoubtful && otherReportOf(document) !== null ? null : reading);
  return best === null ? checkProse(forms, rules, document, options) : checkReading(best, rules, document, options);
}

/** Some cells of a table, and no title of such a report: 合计 and 其他 stand in other tables too. */
function isFragment(reading: ReportReading): boolean {
  return reading.title === null && !reading.tables.some((table) => isRead(reading, table));
}

function checkReading(
  reading: ReportReading,
  rules: readonly Rule[],
  document: Document,
  options: CheckOptions,
): Outcome {
  const report = reportOf(reading, options);
  const status = statusOf(report);
  const failures: RuleFailure[] = [];
  // A blank form states nothing that could be wrong.
  const results = status === 'blank-form' ? [] : runRules(report, rulesFor(report, inForce(rules, options)), failures);
  const own = ownOf(report, options, failures);
  return {
    status,
    organ: report.organ,
    year: report.year,
    title: report.title,
    form: report.form.id,
    forms: Object.fromEntries(report.tables.map(({ table, form, found }) => [table.id, found ? form.id : null])),
    facts: recordOf(report.facts),
    relations: report.relations,
    coverage: coverageOf(report),
    findings: completeFindings(
      report,
      sourceOf(document, options),
      locatedBy(report, [...results, ...own.results], options),
    ),
    unclaimed: gather(report.tables, ({ table, unclaimed }) =>
      unclaimed.map(({ raw, place }) => ({ table: table.id, raw, place })),
    ).slice(0, MAX_UNCLAIMED),
    further: gather(report.tables, ({ table, further }) => further.map((block) => ({ table: table.id, block }))),
    failures,
    sketch: report.sketch,
    ...checklistOutcome(options.checklist, own.relations),
  };
}

function recordOf(facts: ReadonlyMap<CellId, Fact>): Record<CellId, Fact> {
  const record: Record<CellId, Fact> = {};
  for (const [id, fact] of facts) record[id] = fact;
  return record;
}

/** No table of a form: nothing is assessed but sums that the prose states by itself. */
function checkProse(
  forms: readonly Form[],
  rules: readonly Rule[],
  document: Document,
  options: CheckOptions,
): Outcome {
  const reading = readProse(document, forms);
  const other = otherReportOf(document);
  const nothing = { ...NOTHING_READ, ...(other === null ? {} : { other }) };
  if (reading === null) return { ...nothing, ...identify(document), ...checklistOutcome(options.checklist, []) };
  const report = reportOf(reading, options);
  const failures: RuleFailure[] = [];
  const results = runRules(
    report,
    inForce(rules, options).filter((rule) => rule.needsNoTable === true),
    failures,
  );
  const { organ, year, title } = report;
  const own = ownOf(report, options, failures);
  const findings = completeFindings(report, sourceOf(document, options), locatedBy(report, results, options));
  return { ...nothing, organ, year, title, findings, failures, ...checklistOutcome(options.checklist, own.relations) };
}

function inForce(rules: readonly Rule[], { checklist }: CheckOptions): readonly Rule[] {
  return checklist === undefined ? rules : rules.filter((rule) => settingOf(checklist, rule.id) !== 'off');
}

/** A rule speaks of reports of its own kind. */
function rulesFor({ form }: Report, rules: readonly Rule[]): readonly Rule[] {
  const kind = kindOf(form);
  return rules.filter(({ about }) => (about ?? null) === kind);
}

/** Where is judged by the rules' own severities, so that a checklist makes findings louder or softer, not others. */
function locatedBy(report: Report, results: readonly RuleResult[], { checklist }: CheckOptions): LocatedFinding[] {
  const speaks = (rule: string): boolean => settingOf(checklist, rule) !== 'off';
  const located =
    report.form === FINAL_ACCOUNTS ? locateRounded(report, results, speaks) : locate(report, results, speaks);
  if (checklist === undefined) return located;
  return located.map((finding) => {
    const setting = settingOf(checklist, finding.rule);
    // Relations of one's own have each a severity, which has heeded this setting.
    if (setting === null || setting === 'off' || finding.rule === OWN_RELATION) return finding;
    return { ...finding, severity: setting };
  });
}

interface Own {
  readonly relations: OwnRelations['results'];
  readonly results: readonly RuleResult[];
}

const NOTHING_OWN: Own = { relations: [], results: [] };

function ownOf(report: Report, { checklist }: CheckOptions, failures: RuleFailure[]): Own {
  if (checklist === undefined) return NOTHING_OWN;
  try {
    const { results, findings } = ownRelations(checklist, report);
    return { relations: results, results: findings.map((finding) => ({ ...finding, rule: OWN_RELATION })) };
  } catch (error) {
    failures.push({ rule: OWN_RELATION, reason: error instanceof Error ? error.message : String(error) });
    return NOTHING_OWN;
  }
}

function sourceOf(document: Document, { sourceName }: CheckOptions): string {
  return sourceName ?? document.address ?? '';
}

/** What the rules look at: the tables as read, the prose, and what the caller knows. */
function reportOf(
  reading: ReportReading,
  { previous, statistics, published, deadlines, checklist }: CheckOptions,
): Report {
  const tables = new Set([
    ...gather(reading.tables, ({ blocks, further }) => [...blocks, ...further]),
    ...labelLines(
      reading.document,
      reading.tables.map(({ table }) => table),
    ),
  ]);
  const passages = passagesOf(reading.document, reading.sections, tables);
  const organClass = classifyOrgan(reading.organ);
  return {
    ...reading,
    organClass,
    passages,
    sketch: textSketchOf(passages, reading.organ),
    statements: statementsOf({ passages, year: reading.year, scope: organClass.scope }),
    previous: previous ?? null,
    statistics: statistics ?? null,
    published: published ?? publicationOf(reading.document)?.date ?? null,
    deadlines: deadlines ?? checklist?.deadlines ?? STATUTORY_DEADLINES,
  };
}

/** One bad rule never stops the others: its failure is kept with its name. */
function runRules(report: Report, rules: readonly Rule[], failures: RuleFailure[]): RuleResult[] {
  return gather(rules, (rule) => {
    try {
      return [...(rule.check?.(report) ?? [])].map((finding) => ({
        severity: rule.severity,
        ...finding,
        rule: rule.id,
      }));
    } catch (error) {
      failures.push({ rule: rule.id, reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
}

function statusOf(report: Report): CheckStatus {
  const facts = [...report.facts.values()];
  const whole = report.tables.every(({ found, table }) => found || table.optional === true);
  // Rows that the report brings, so that there is no number of cells to expect.
  if (report.tables.some(({ table }) => table.open !== undefined)) {
    if (facts.every(isEmpty)) return 'blank-form';
    return whole ? 'checked' : 'partial';
  }
  if (whole && facts.every((fact) => fact.state === 'missing' || isEmpty(fact))) return 'blank-form';
  return report.tables.every((reading) => isRead(report, reading)) ? 'checked' : 'partial';
}

/** A table counts as read when at least half of its cells were: less is a fragment. */
function isRead({ facts }: Pick<Report, 'facts'>, { table, found }: Report['tables'][number]): boolean {
  if (!found) return false;
  let [cells, read] = [0, 0];
  for (const row of table.rows) {
    for (const { id } of row.cells) {
      cells++;
      if ((facts.get(id) ?? MISSING).state !== 'missing') read++;
    }
  }
  return read * 2 >= cells;
}

function coverageOf(report: Report): Coverage {
  const facts = [...report.facts.values()];
  const count = (state: RelationState): number => report.relations.filter((result) => result.state === state).length;
  return {
    cells: { expected: facts.length, read: facts.filter((fact) => fact.state !== 'missing').length },
    relations: {
      expected: report.relations.length,
      consistent: count('consistent'),
      inconsistent: count('inconsistent'),
      unchecked: count('unchecked'),
      notApplicable: count('notApplicable'),
    },
  };
}
