/** What stands out in what came in: where it says otherwise than what is here, checklists, words that look made up. */

import { CHECKLISTS_BEGIN } from '../../core/exchange/checklist-subject';
import { type Difference, differencesOf, farAhead } from '../../core/exchange/differences';
import { foundIn } from '../../core/exchange/found';
import { type KeptForm, ownFormsOf, ownFormText } from '../../core/exchange/own-form';
import type { CheckedBundle } from '../../core/exchange/recheck';
import { type SharedChecklist, sharedChecklistsOf } from '../../core/exchange/shared-checklist';
import type { Outcome, OwnForm } from '../../core/index';
import { type BundlePreview, database, loadReport } from '../db/index';
import { guardOpinions } from '../db/opinions';
import { ownFormWords } from '../db/own-forms';

export interface NamedDifference extends Difference {
  /** Report and rule of the finding; null where no report at hand has it. */
  readonly of: { readonly outcome: Outcome; readonly rule: string } | null;
}

export interface Sights {
  readonly differences: readonly NamedDifference[];
  /** Those that come in, as they stand when they are merged: with more than one version where both stay. */
  readonly checklists: readonly SharedChecklist[];
  /** 自定报表格式 that these carry: both stay where one of the same name is here already. */
  readonly forms: readonly IncomingForm[];
  /** Words whose counter or clock is far ahead of everything here. */
  readonly farAhead: number;
}

export interface IncomingForm {
  readonly form: OwnForm;
  /** `known`: the very same is here. `differs`: another of the same name is. */
  readonly state: 'new' | 'known' | 'differs';
}

const DAY = 24 * 60 * 60 * 1000;

export async function sightsOf(bundle: CheckedBundle, { newOpinions }: BundlePreview): Promise<Sights> {
  const subjects = [...new Set(newOpinions.map(({ finding }) => finding))];
  const here = guardOpinions(await database.opinions.where('finding').anyOf(subjects).toArray()).opinions;
  const counters = await database.opinions.orderBy('counter').reverse().limit(1).keys();
  const last = typeof counters[0] === 'number' ? counters[0] : 0;
  const differences = differencesOf(here, newOpinions);
  const words = await ownFormWords();
  const forms = ownFormsOf([...words, ...newOpinions]);
  const found = await findings(bundle, forms);
  await findHere(new Set(differences.flatMap(({ subject }) => (found.has(subject) ? [] : [subject]))), found, forms);
  const lists = new Set(subjects.filter((subject) => subject.startsWith(CHECKLISTS_BEGIN)));
  const checklists =
    lists.size === 0 ? [] : sharedChecklistsOf([...here, ...newOpinions]).filter(({ subject }) => lists.has(subject));
  return {
    differences: differences.map((each) => ({ ...each, of: found.get(each.subject) ?? null })),
    checklists,
    forms: incomingForms(checklists, ownFormsOf(words)),
    farAhead: farAhead(newOpinions, last, new Date(Date.now() + DAY).toISOString()),
  };
}

function incomingForms(checklists: readonly SharedChecklist[], here: readonly OwnForm[]): IncomingForm[] {
  const texts = new Set(here.map(ownFormText));
  const names = new Set(here.map(({ name }) => name));
  const carried = checklists.flatMap(({ versions }) => versions.flatMap(({ checklist }) => checklist.ownForms ?? []));
  const once = new Map(carried.map((form) => [ownFormText(form), form]));
  return [...once].map(([text, form]) => ({
    form,
    state: texts.has(text) ? 'known' : names.has(form.name) ? 'differs' : 'new',
  }));
}

type Found = Map<string, NonNullable<NamedDifference['of']>>;

/** Reports of this store that are looked through for findings without a name; to load more would take seconds. */
const LOOKED_AT = 300;

/** Where words come without their reports: the latest reports here have most of them. */
async function findHere(subjects: Set<string>, found: Found, forms: readonly KeptForm[]): Promise<void> {
  if (subjects.size === 0) return;
  const ids = await database.reports.orderBy('[savedAt+id]').reverse().limit(LOOKED_AT).primaryKeys();
  for (const id of ids) {
    if (subjects.size === 0) return;
    const report = await loadReport(id);
    if (report === null || report === 'unreadable') continue;
    const outcome = foundIn(report, forms);
    for (const { fingerprint, rule } of outcome.findings)
      if (subjects.delete(fingerprint)) found.set(fingerprint, { outcome, rule });
  }
}

/** Findings of the reports that come along, as they are here where they are kept. */
async function findings({ reports }: CheckedBundle, forms: readonly KeptForm[]): Promise<Found> {
  const found: Found = new Map();
  for (const report of reports) {
    const kept = await loadReport(report.id);
    for (const each of [report, ...(kept === null || kept === 'unreadable' ? [] : [kept])]) {
      const outcome = foundIn(each, forms);
      for (const { fingerprint, rule } of outcome.findings) found.set(fingerprint, { outcome, rule });
    }
  }
  return found;
}
