/** The example of a rule as a report of its own, read and checked. */
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { Example, ExampleReport } from '../../core/rules/rule';
import { formOf, renderPage, yearOf } from './render';

export function outcomeOf({ name: _name, findings: _findings, previous, ...report }: Example): Outcome {
  if (previous === undefined) return checkReport(report);
  const year = yearOf({ ...report, form: formOf(report.form ?? '2021') });
  const organ = report.organ === undefined ? {} : { organ: report.organ };
  return checkReport(report, checkReport({ year: year - 1, ...organ, ...previous }));
}

function checkReport(report: ExampleReport, previous?: Outcome): Outcome {
  const page = renderPage({ ...report, form: formOf(report.form ?? '2021') });
  return check(readHtml(page), previous === undefined ? {} : { previous });
}
