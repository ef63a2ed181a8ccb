/** Reports that are odd and right: no error of any rule, at most one warning of those on numbers and prose. */
import { describe, expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { counts } from '../accuracy/judge';
import { cellIdsOf, formOf, renderPage } from '../support/render';
import { ODD_REPORTS, type OddReport } from './odd-reports';

function outcomeOf({ form: year, others, previous, ...report }: OddReport): Outcome {
  const form = formOf(year);
  const blank = others === undefined ? {} : Object.fromEntries(cellIdsOf(form).map((id) => [id, others]));
  const last =
    previous === undefined
      ? null
      : check(readHtml(renderPage({ form, organ: report.organ, year: report.year - 1, cells: previous })));
  const page = readHtml(renderPage({ ...report, form, cells: { ...blank, ...report.cells } }));
  return check(page, last === null ? {} : { previous: last });
}

describe.each(ODD_REPORTS.map((report) => [report.name, report] as const))('%s', (_, report) => {
  const { findings, coverage } = outcomeOf(report);

  it('is read whole', () => {
    expect(coverage.cells.read).toBe(coverage.cells.expected);
  });

  it('has no error and at most one warning', () => {
    const loud = findings.filter(({ severity }) => severity !== 'info');
    const said = loud.map(({ rule, severity, quote }) => `${severity} ${rule} ${quote ?? ''}`);
    expect(said.filter((each) => each.startsWith('error'))).toEqual([]);
    expect(loud.filter(counts).map(({ rule, quote }) => `${rule} ${quote ?? ''}`)).toEqual([]);
  });
});
