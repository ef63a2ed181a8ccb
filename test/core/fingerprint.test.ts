import { describe, expect, it } from 'vitest';
import { type CellId, check, type Outcome, valuesOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, type PrintedReport, renderPage } from '../support/render';

const form = formOf('2021');

function outcomeOf(cells: Record<CellId, string | number>, more: Partial<PrintedReport> = {}, prefix = ''): Outcome {
  return check(readHtml(renderPage({ form, cells, ...more }).replace('<h1>', `${prefix}<h1>`)));
}
const fingerprints = (outcome: Outcome): string[] => outcome.findings.map((finding) => finding.fingerprint);
const values = (outcome: Outcome): string[] => outcome.findings.map((finding) => valuesOf(finding, outcome));

const WRONG = { 'applications.granted.individual': 3, 'disclosure.penalty.decisions': '3.5' };

describe('a fingerprint', () => {
  it('stays when the page is published again elsewhere or with other numbers', () => {
    const first = outcomeOf(WRONG);
    expect(fingerprints(outcomeOf(WRONG, {}, '<p>浏览次数 12</p><table><tr><td>x</table>'))).toEqual(
      fingerprints(first),
    );
    expect(
      fingerprints(outcomeOf({ 'applications.granted.individual': 4, 'disclosure.penalty.decisions': '4.5' })),
    ).toEqual(fingerprints(first));
  });

  it('stays when a second cell takes the same wrong text', () => {
    const more = { ...WRONG, 'disclosure.coercion.decisions': '3.5' };
    expect(fingerprints(outcomeOf(more))).toEqual(fingerprints(outcomeOf(WRONG)));
  });

  it('differs by organ, year and cause', () => {
    const all = [
      outcomeOf(WRONG),
      outcomeOf(WRONG, { organ: '示例县教育局' }),
      outcomeOf(WRONG, { year: 2023 }),
      outcomeOf({ 'applications.granted.company': 3 }),
    ];
    expect(new Set(all.flatMap(fingerprints)).size).toBe(7);
  });
});

describe('what an opinion was given against', () => {
  it('changes with the values of the finding and with nothing else', () => {
    const first = outcomeOf(WRONG);
    expect(values(outcomeOf({ ...WRONG, 'disclosure.licence.decisions': 7 }))).toEqual(values(first));
    const [penalty, granted] = values(outcomeOf({ ...WRONG, 'applications.granted.individual': 4 }));
    expect(penalty).toBe(values(first)[0]);
    expect(granted).not.toBe(values(first)[1]);
  });
});
