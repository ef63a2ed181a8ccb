/** What a checklist would say of one report, while somebody writes it. In the worker; nothing is kept. */
import { sourceNameOf } from '../../core/exchange/source-name';
import { type Checklist, check, type Document, type Outcome, type Severity, withOwnForms } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { loadOwnForms, loadReport } from '../db/index';
import { keptSummary } from '../db/summaries';
import { checkOptions } from './check-options';

export type Counts = Readonly<Record<Severity, number>>;

export interface ChecklistTrial {
  readonly organ: string | null;
  readonly year: number | null;
  /** Without any checklist. */
  readonly before: Counts;
  readonly after: Counts;
  /** One or more for each relation of the checklist, by its text. */
  readonly relations: NonNullable<Outcome['checklist']>['relations'];
}

interface Subject {
  readonly id: string | null;
  readonly document: Document;
  readonly sourceName: string;
  readonly previous: Outcome | undefined;
}

/** Of the report that is looked at key after key. */
let last: Subject | null = null;

/** Null where the report is not there (any more). */
export async function tryChecklist(checklist: Checklist, report: string | null): Promise<ChecklistTrial | null> {
  if (last === null || last.id !== report) last = report === null ? await sample() : await kept(report);
  if (last === null) return null;
  const { document, sourceName, previous } = last;
  const forms = await loadOwnForms();
  const checkedBy = (by: Checklist | undefined): Outcome => {
    const outcome = check(document, checkOptions({ sourceName, previous, checklist: by }));
    return withOwnForms({ document, outcome }, forms, sourceName);
  };
  const [before, after] = [checkedBy(undefined), checkedBy(checklist)];
  return {
    organ: after.organ,
    year: after.year,
    before: countsOf(before),
    after: countsOf(after),
    relations: after.checklist?.relations ?? [],
  };
}

async function sample(): Promise<Subject> {
  const { default: html } = await import('../../samples/planted-2024.html?raw');
  return { id: null, document: readHtml(html), sourceName: 'planted-2024.html', previous: undefined };
}

async function kept(id: string): Promise<Subject | null> {
  const report = await loadReport(id);
  if (report === null || report === 'unreadable') return null;
  const beside = (await keptSummary(id))?.beside ?? null;
  const previous = beside === null ? null : await loadReport(beside);
  return {
    id,
    document: report.document,
    sourceName: sourceNameOf(report.source, id),
    previous: previous === null || previous === 'unreadable' ? undefined : previous.outcome,
  };
}

function countsOf({ findings }: Outcome): Counts {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
