import { useMemo } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import type { CellId, Fact, Finding, FormTable } from '../../../core/index';
import { type GroupId, ReportTable } from '../../ui/index';
import { cellName } from './cell-name';
import { ReportText } from './report-text';
import { t } from './t';
import type { ReportModel } from './use-report';

interface TabBodyProps {
  readonly tab: GroupId;
  readonly report: SavedReport;
  readonly model: ReportModel;
  readonly finding: Finding | null;
  /** The number just pointed at. */
  readonly cell: CellId | null;
  readonly onCell: (cell: CellId) => void;
  readonly onFinding: (finding: Finding) => void;
}

export function TabBody(props: TabBodyProps) {
  const { tab, report, model } = props;
  const table = model.tables.find((each) => each.id === tab);
  return (
    <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
      {table === undefined ? (
        <ReportText report={report} items={model.items} finding={props.finding} onFinding={props.onFinding} />
      ) : (
        <TableTab {...props} table={table} />
      )}
    </div>
  );
}

function TableTab(props: TabBodyProps & { readonly table: FormTable }) {
  const { table, report, model, finding, cell } = props;
  const { outcome } = report;
  const parts = useMemo(() => partsOf(model, finding), [model, finding]);
  const others = useMemo(() => othersOf(model, finding), [model, finding]);
  const unclaimed = outcome.unclaimed.filter((number) => number.table === table.id);
  if (outcome.forms[table.id] === null || outcome.forms[table.id] === undefined)
    return <p class="note warning">{t('table.missing')}</p>;
  const own = cell?.startsWith(`${table.id}.`) === true ? cell : null;
  return (
    <>
      <ReportTable
        table={table}
        facts={outcome.facts}
        finding={finding}
        parts={parts}
        others={others}
        flash={own}
        onCell={props.onCell}
      />
      <p class="quiet under-table" aria-live="polite">
        {own === null ? t('table.hint') : t('cell', { name: cellName(table, own), raw: rawText(outcome.facts[own]) })}
      </p>
      {unclaimed.length === 0 ? null : (
        <p class="note warning">
          {t('unclaimed', { count: unclaimed.length, numbers: unclaimed.map(({ raw }) => raw).join('、') })}
        </p>
      )}
    </>
  );
}

function rawText(fact: Fact | undefined): string {
  if (fact === undefined || fact.state === 'missing') return t('cell.missing');
  return fact.raw.trim() === '' ? t('cell.blank') : fact.raw;
}

/** Every cell of the sums of the chosen finding. */
function partsOf(model: ReportModel, finding: Finding | null): ReadonlySet<CellId> {
  const item = model.items.find((each) => each.finding === finding);
  const lines = item?.explanation.sums ?? [];
  return new Set(lines.flatMap((line) => [...line.left, ...line.right].map((term) => term.cell)));
}

function othersOf(model: ReportModel, finding: Finding | null): ReadonlySet<CellId> {
  const others = model.items.filter((item) => item.finding !== finding);
  return new Set(others.flatMap((item) => item.finding.suspects.map((change) => change.cell)));
}
