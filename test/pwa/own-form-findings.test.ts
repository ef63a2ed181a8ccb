/** What forms of one's own find: the same in the report view, in counts, search, hand-outs and bundles. */
import { beforeEach, describe, expect, it } from 'vitest';
import { writeChecklist } from '../../core/exchange/checklist';
import { checklistSubject } from '../../core/exchange/checklist-subject';
import { foundIn, withOwnFindings } from '../../core/exchange/found';
import { ownFormSubject } from '../../core/exchange/own-form';
import { recheckBundle } from '../../core/exchange/recheck';
import type { SavedReport } from '../../core/exchange/schema';
import { check, inferSums, OWN_FORM_SUM, type OwnForm, ownFormOf, valuesOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { recheckAll } from '../../pwa/checklists/recheck-all';
import { tryChecklist } from '../../pwa/checklists/try-checklist';
import { deleteChecklist, listChecklists, loadDraft, putDraft, saveChecklist } from '../../pwa/db/checklists';
import {
  allDetails,
  allOpinions,
  database,
  keepOwnForm,
  listReports,
  loadOwnForms,
  mergeBundle,
  previewBundle,
  saveReport,
  say,
} from '../../pwa/db/index';
import { detailsOf } from '../../pwa/details-of';
import { checklistBundle } from '../../pwa/exchange/checklist-bundle';
import { exportReports } from '../../pwa/exchange/export-reports';
import { sightsOf } from '../../pwa/exchange/sights';
import { loadReports } from '../../pwa/handouts/load';
import { USUAL_OPTIONS } from '../../pwa/handouts/options';
import { makeDetails } from '../../pwa/intake/make-details';
import { EVERYTHING, shelfOf } from '../../pwa/library/facets';
import { recordOf } from '../../pwa/library/record';
import { statisticsPage, withStatistics } from '../e2e/harness/statistics';
import { checklistOf } from '../support/example';
import { saved } from './sample';

const SCOPE = { year: null, ids: null, regionReport: null };

/** The sample with a table of statistics in it, one figure of which is misprinted. */
const withTable = (wrong: number): SavedReport =>
  saved('planted-2024.html', (text) => withStatistics(text, { year: 2024, wrong }));

const wrong = withTable(5);
const plain = saved('shuyang-development-bureau-2023.html');
const none = (): void => undefined;

function households(): OwnForm {
  const [table] = inferSums(readHtml(statisticsPage()));
  if (table === undefined) throw new Error('no table');
  return ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key)));
}

const summaryIn = async (id: string) => (await listReports()).reports.find((each) => each.id === id);
const handedOut = async () => (await loadReports(SCOPE, USUAL_OPTIONS, [], () => false, none)).reports;

beforeEach(async () => {
  await database.delete();
  await database.open();
});

describe('what a form of one’s own finds', () => {
  it('is counted, searched and filtered by as soon as the form is kept, and no longer when it is deleted', async () => {
    for (const report of [wrong, plain]) await saveReport(report, null, detailsOf(report, []));
    const before = await summaryIn(wrong.id);
    await keepOwnForm('f1', households());
    expect(await makeDetails(none)).toBe(2);
    const after = await summaryIn(wrong.id);
    expect(after?.counts).toEqual({ ...before?.counts, warning: (before?.counts.warning ?? 0) + 1 });
    expect(after?.rules[OWN_FORM_SUM]).toEqual({ error: 0, warning: 1, info: 0 });
    const details = (await allDetails()).get(wrong.id) ?? null;
    expect(details?.text).toContain('自定格式“乡镇户数”');
    if (after === undefined) throw new Error('no summary');
    const shelf = shelfOf([recordOf(after, details, 'none')], { ...EVERYTHING, rule: OWN_FORM_SUM }, () => []);
    expect(shelf.shown).toHaveLength(1);
    // Made once; again when the form goes.
    expect(await makeDetails(none)).toBe(0);
    await keepOwnForm('f1', null);
    expect(await makeDetails(none)).toBe(2);
    expect(await summaryIn(wrong.id)).toEqual(before);
  });

  it('stays counted where the same report is saved once more, with or without details', async () => {
    await keepOwnForm('f1', households());
    await saveReport(wrong, null, detailsOf(wrong, await loadOwnForms()));
    const first = await summaryIn(wrong.id);
    expect(first?.rules[OWN_FORM_SUM]?.warning).toBe(1);
    await saveReport(wrong);
    expect(await summaryIn(wrong.id)).toEqual(first);
  });

  it('is counted once, as loud as the checklist of the report says, whether that carries the form or not', async () => {
    for (const ownForms of [[], [households()]]) {
      const checklist = checklistOf([], { ownForms, rules: { [OWN_FORM_SUM]: 'error' } });
      const report = { ...wrong, outcome: check(wrong.document, { checklist, sourceName: 'planted-2024.html' }) };
      await keepOwnForm('f1', households());
      await saveReport(report, null, detailsOf(report, await loadOwnForms()));
      expect((await summaryIn(wrong.id))?.rules[OWN_FORM_SUM]).toEqual({ error: 1, warning: 0, info: 0 });
      await database.delete();
      await database.open();
    }
  });

  it('is an error in a trial, and told of where a check again makes it one', async () => {
    const fine = saved('shuyang-development-bureau-2023.html', (text) =>
      withStatistics(text, { year: 2023, wrong: 5 }),
    );
    expect(fine.outcome.findings.map(({ severity }) => severity)).not.toContain('error');
    await keepOwnForm('f1', households());
    await saveReport(fine);
    const loud = checklistOf([], { rules: { [OWN_FORM_SUM]: 'error' } });
    expect((await saveChecklist('a', 0, loud)).ok).toBe(true);
    const trial = await tryChecklist(loud, fine.id);
    const warnings = fine.outcome.findings.filter(({ severity }) => severity === 'warning').length;
    expect(trial).toMatchObject({
      before: { error: 0, warning: warnings + 1 },
      after: { error: 1, warning: warnings },
    });
    expect(await recheckAll([fine.id], 'a', none)).toBe(1);
    expect((await summaryIn(fine.id))?.counts.error).toBe(1);
    expect(await recheckAll([fine.id], 'a', none)).toBe(0);
  });

  it('is handed out with what was said of it', async () => {
    await saveReport(wrong);
    expect((await handedOut())[0]?.items.filter(({ rule }) => rule === OWN_FORM_SUM)).toEqual([]);
    await keepOwnForm('f1', households());
    const found = foundIn(wrong, await loadOwnForms());
    const own = found.findings.find(({ rule }) => rule === OWN_FORM_SUM);
    if (own === undefined) throw new Error('no finding');
    await say(own.fingerprint, valuesOf(own, found), { status: 'confirmed', note: '已告知' });
    const [report] = await handedOut();
    const items = report?.items.filter(({ rule }) => rule === OWN_FORM_SUM);
    expect(items).toHaveLength(1);
    expect(items?.[0]).toMatchObject({ status: 'confirmed', note: '已告知', category: '自定格式合计' });
    expect(items?.[0]?.problem).toContain('相差 5');
    // The same as the report view has.
    expect(report?.items.map(({ fingerprint }) => fingerprint)).toEqual(
      withOwnFindings(found, (await allOpinions()).opinions).findings.map(({ fingerprint }) => fingerprint),
    );
  });

  it('goes along with a report that is shared: the form and the words on it, and no other form', async () => {
    for (const report of [wrong, plain]) await saveReport(report);
    const form = households();
    await keepOwnForm('f1', form);
    await keepOwnForm('f2', { ...form, name: '别的表', rows: ['别的', '标签'] });
    const found = foundIn(wrong, await loadOwnForms());
    const own = found.findings.find(({ rule }) => rule === OWN_FORM_SUM);
    await say(own?.fingerprint ?? '', '', { note: '待查' });
    const { bundle } = await exportReports([wrong.id]);
    expect(bundle.opinions.map(({ finding }) => finding)).toEqual([own?.fingerprint, ownFormSubject('f1')]);
    expect((await exportReports([plain.id])).bundle.opinions).toEqual([]);

    await database.delete();
    await database.open();
    await mergeBundle(recheckBundle(bundle, '0.1.0'));
    await makeDetails(none);
    expect((await summaryIn(wrong.id))?.rules[OWN_FORM_SUM]?.warning).toBe(1);
    expect((await handedOut())[0]?.items.find(({ rule }) => rule === OWN_FORM_SUM)?.note).toBe('待查');
  });

  it('comes with a checklist: found by it as long as the checklist is here, and sent with it', async () => {
    const checklist = checklistOf([], { ownForms: [households()] });
    const bundle = checklistBundle(writeChecklist(checklist));
    if (!bundle?.ok) throw new Error('no bundle');
    const checked = recheckBundle(bundle.value, '0.1.0');
    const seen = async () => (await sightsOf(checked, await previewBundle(checked))).forms.map(({ state }) => state);
    expect(await seen()).toEqual(['new']);
    await keepOwnForm('f1', { ...households(), relations: [] });
    expect(await seen()).toEqual(['differs']);
    await keepOwnForm('f1', households());
    expect(await seen()).toEqual(['known']);
    await keepOwnForm('f1', { ...households(), relations: [] });

    await saveReport(wrong);
    await mergeBundle(checked);
    expect((await loadOwnForms()).map(({ name, from }) => [name, from])).toEqual([
      ['乡镇户数', null],
      ['乡镇户数', '示例清单'],
    ]);
    await makeDetails(none);
    expect((await summaryIn(wrong.id))?.rules[OWN_FORM_SUM]?.warning).toBe(1);
    const [{ id } = { id: '' }] = (await listChecklists()).checklists;
    const sent = (await exportReports([wrong.id])).bundle.opinions.map(({ finding }) => finding);
    expect(new Set(sent)).toEqual(new Set([checklistSubject(id), ownFormSubject('f1')]));
    await deleteChecklist(id);
    await makeDetails(none);
    expect((await summaryIn(wrong.id))?.rules[OWN_FORM_SUM]).toBeUndefined();
  });

  it('stays in a checklist that is being written', async () => {
    const checklist = checklistOf([], { ownForms: [households()] });
    await putDraft({ id: 'c', based: 0, seen: [], tab: 't', changedAt: '', checklist });
    expect((await loadDraft('c'))?.checklist).toEqual(checklist);
    const saved = await saveChecklist('c', 0, checklist);
    expect(saved.ok && saved.value.kept.checklist.ownForms).toEqual([households()]);
  });
});
