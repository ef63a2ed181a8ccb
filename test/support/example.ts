/** The example of a rule as a report of its own, read and checked. */
import { type Checklist, type CheckOptions, check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { Example, ExampleReport } from '../../core/rules/rule';
import { renderAccounts } from './accounts';
import { enforcementPage } from './enforcement';
import { sheetHtml } from './files/sheets';
import { formOf, renderPage, yearOf } from './render';
import { websitePage } from './website';

export function outcomeOf({
  name: _name,
  findings: _findings,
  previous,
  relations,
  accounts,
  website,
  enforcement,
  beside,
  ...report
}: Example): Outcome {
  if (accounts !== undefined) return check(readHtml(renderAccounts(accounts, report.without, report.prose?.[1])));
  if (website !== undefined) return check(readHtml(sheetHtml(websitePage(website))));
  if (enforcement !== undefined) return check(readHtml(sheetHtml(enforcementPage(enforcement))));
  const year = yearOf({ ...report, form: formOf(report.form ?? '2021') });
  const organ = report.organ === undefined ? {} : { organ: report.organ };
  return checkReport(report, {
    ...(previous === undefined ? {} : { previous: checkReport({ year: year - 1, ...organ, ...previous }, {}) }),
    ...(beside === undefined ? {} : { statistics: check(readHtml(sheetHtml(enforcementPage(beside)))) }),
    ...(relations === undefined ? {} : { checklist: checklistOf(relations) }),
  });
}

function checkReport(report: ExampleReport, options: CheckOptions): Outcome {
  return check(readHtml(renderPage({ ...report, form: formOf(report.form ?? '2021') })), options);
}

/** A checklist that adds these relations and changes nothing else. */
export function checklistOf(relations: readonly string[], over: Partial<Checklist> = {}): Checklist {
  const own = relations.map((text) => ({ text }));
  return { name: '示例清单', version: '1', forms: [], rules: {}, deadlines: null, relations: own, manual: [], ...over };
}
