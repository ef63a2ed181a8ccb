/** A store with as many reports as an office never had, written past the app: reading and checking them is not what is measured. */
import type { Page } from 'playwright-core';
import { reportId } from '../../../core/exchange/report-id';
import type { SavedReport } from '../../../core/exchange/schema';
import { type CellId, check } from '../../../core/index';
import { readHtml } from '../../../core/read/html';
import { summaryOf } from '../../../pwa/db/summary';
import { detailsOf } from '../../../pwa/details-of';
import { printed, sampleOf } from '../../support/generate/report';
import { renderPage } from '../../support/render';

/** Of each report. */
export const FINDINGS = 5;
const TEMPLATES = 12;
const WRONG: readonly CellId[] = [
  'applications.granted.individual',
  'disputes.review.total',
  'applications.carriedOut.total',
];

/** Real reports, really checked, each made to have five findings; the others are made of them in the page. */
function templates(): SavedReport[] {
  return Array.from({ length: TEMPLATES }, (_, index) => {
    const cells = new Map(WRONG.slice(0, 1 + (index % WRONG.length)).map((cell) => [cell, 987 + index]));
    const report = printed(sampleOf(`many ${index}`, 2024), { cells });
    const document = readHtml(renderPage({ ...report, published: `2025-0${1 + (index % 3)}-15` }));
    const source = { address: null, fileName: `many-${index}.html` };
    const id = reportId(document, source);
    const outcome = check(document, { sourceName: source.fileName });
    const [first] = outcome.findings;
    const findings = Array.from({ length: FINDINGS }, (__, at) => outcome.findings[at] ?? first).filter(
      (finding) => finding !== undefined,
    );
    return { id, savedAt: '', source, document, outcome: { ...outcome, findings }, checkedBy: '0.1.0' };
  });
}

/** Writes them; the app is to be open, so that its tables are there. Every organ has reports of five years. */
export async function putReports(page: Page, count: number): Promise<void> {
  const sets = templates().map((report) => ({
    report,
    summary: summaryOf(report, null, null),
    details: detailsOf(report, []),
  }));
  await page.evaluate(
    async ([all, number]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const names = [...'东南西北中上下前后长平安福明清永和兴华新'];
      const bodies = [
        '教育局',
        '水务局',
        '林业局',
        '民政局',
        '审计局',
        '财政局',
        '司法局',
        '交通运输局',
        '统计局',
        '镇人民政府',
      ];
      for (let from = 0; from < number; from += 100) {
        const transaction = database.transaction(['reports', 'summaries', 'details'], 'readwrite');
        for (let at = from; at < Math.min(number, from + 100); at++) {
          const set = all[at % all.length];
          if (set === undefined) continue;
          const unit = Math.floor(at / 5);
          const year = 2020 + (at % 5);
          const [a, b, c] = [names[unit % 20], names[Math.floor(unit / 20) % 20], bodies[Math.floor(unit / 200) % 10]];
          const organ = `示例省${a}${b}县${c}${unit >= 2000 ? Math.floor(unit / 2000) : ''}`;
          const own = { id: `many-${at}`, savedAt: new Date(1.7e12 + at * 1000).toISOString() };
          const named = { ...own, source: { address: null, fileName: `${at}-${organ}.html` } };
          const findings = set.report.outcome.findings.map((finding, index) => ({
            ...finding,
            fingerprint: `${at} ${index} ${finding.fingerprint}`,
          }));
          const outcome = { ...set.report.outcome, organ, year, findings };
          transaction.objectStore('reports').put({ ...set.report, ...named, outcome });
          transaction.objectStore('summaries').put({ ...set.summary, ...named, organ, year });
          transaction.objectStore('details').put({
            ...set.details,
            id: own.id,
            text: set.details.text.replaceAll('示例', `${a}${b}`),
            findings: set.details.findings.map((finding, index) => ({
              ...finding,
              fingerprint: findings[index]?.fingerprint,
            })),
          });
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      database.close();
    },
    [sets, count] as const,
  );
}
