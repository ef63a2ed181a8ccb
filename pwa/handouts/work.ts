/** One hand-out from the store to what the screen gets of it. Runs in the worker; the tests run it as it is. */

import { buildHandout, headingOf, ledgerHeading, yearOf } from './build';
import { ledgerTable } from './ledger';
import { inScope, loadReports } from './load';
import type { HandoutReply, Job } from './messages';
import { rollUpSheet } from './roll-up-sheet';
import { scopeText } from './scope-text';

type Say = (reply: HandoutReply) => void;

export async function makeHandout({ asked, options, scope, list, clock }: Job, say: Say): Promise<HandoutReply> {
  const isRollUp = asked === 'roll-up' || asked === 'roll-up-view';
  const loaded = await loadReports(
    scope,
    options,
    list.units,
    ({ id, year }) =>
      (isRollUp && id === scope.regionReport) ||
      // The year before, of whatever organ: which belongs to which is told by their names as a whole.
      (asked === 'carry-over' && (scope.year === null || year === scope.year || year === scope.year - 1)),
    (done, total) => say({ state: 'progress', done, total }),
  );
  const { reports, unreadable } = loaded;
  const input = { reports, options, scope, list, clock };
  const told = reports.filter((report) => inScope({ id: report.id, year: report.outcome.year }, scope));
  const counts = {
    reports: told.length,
    problems: told.reduce((sum, { items }) => sum + items.length, 0),
    unreadable,
  };
  if (asked === 'print') {
    const table = ledgerTable(reports, { ...options, clock });
    const ledger = {
      title: headingOf(ledgerHeading(input)),
      scope: scopeText(input),
      language: options.language,
      columns: [...table.columns],
      rows: table.rows.map((row) => ({ ...row, values: [...row.values] })),
    };
    return reports.length === 0 ? { state: 'nothing', ...counts } : { state: 'print', ledger, ...counts };
  }
  if (asked === 'roll-up-view') {
    const year = yearOf(input);
    const sheet = year === null ? null : rollUpSheet(reports, year, scope.regionReport, options.language);
    if (sheet === null) return { state: 'nothing', ...counts };
    const totals = sheet.totals.map((total) => ({ ...total, amounts: [...total.amounts] }));
    return { state: 'roll-up', sheet: { ...sheet, units: [...sheet.units], totals }, ...counts };
  }
  const file = buildHandout(asked, input);
  return file === null ? { state: 'nothing', ...counts } : { state: 'file', ...file, ...counts };
}
