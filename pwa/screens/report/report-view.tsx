import './report.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import type { CellId, Finding } from '../../../core/index';
import { cellElement, type GroupId, groupOf, listOrder } from '../../ui/index';
import { ExtraTab, useExtraTabs } from './extra-tabs';
import { FindingsSide } from './findings-side';
import { ReportHeading } from './report-heading';
import { ReportNotes } from './report-notes';
import { SumsMain } from './sums-main';
import { SumsSide } from './sums-side';
import { TabBody } from './tab-body';
import { Tabs } from './tabs';
import { SUMS, useInferred } from './use-inferred';
import { useReport } from './use-report';

/** The tables redrawn with their marks, beside the findings. */
export function ReportView({ report }: { readonly report: SavedReport }) {
  const model = useReport(report);
  const order = useMemo(() => listOrder(model.items, model.tables), [model.items, model.tables]);
  const [chosen, setChosen] = useState<string | null>(order[0]?.fingerprint ?? null);
  const finding = order.find((each) => each.fingerprint === chosen) ?? null;
  const inferred = useInferred(report);
  const isUnknown = report.outcome.status === 'unrecognised';
  const extra = useExtraTabs(report);
  const tabs: readonly GroupId[] = [
    ...(isUnknown ? [SUMS] : model.tables.map((table) => table.id)),
    'text',
    ...(!isUnknown && inferred.some ? [SUMS] : []),
    ...extra.tabs,
  ];
  const [tab, setTab] = useState<GroupId>(isUnknown ? SUMS : (tabOf(finding, tabs) ?? tabs[0] ?? 'text'));
  const [cell, setCell] = useState<CellId | null>(null);

  const select = (next: Finding): void => {
    setChosen(next.fingerprint);
    setCell(null);
    setTab(tabOf(next, tabs) ?? tab);
  };
  /** A number of a sum: show it in its table. */
  const point = (next: CellId): void => {
    setTab(next.slice(0, next.indexOf('.')));
    setCell(next);
  };
  /** A number of the table: choose the finding it is in, unless that is chosen already. */
  const touch = (next: CellId): void => {
    setCell(next);
    const own = findingAt(order, finding, next);
    if (own !== null) setChosen(own.fingerprint);
  };
  useEffect(() => showCell(cell), [cell, tab]);

  return (
    <div class="report">
      <div class="report-head">
        <ReportHeading report={report} found={model.outcome} />
        <ReportNotes report={report} unreadableOpinions={model.unreadable} />
      </div>
      {tab === SUMS ? (
        <SumsSide inferred={inferred} />
      ) : (
        <FindingsSide model={model} order={order} chosen={chosen} onSelect={select} onCell={point} />
      )}
      <div class="report-main">
        <Tabs tabs={tabs} tables={model.tables} items={model.items} current={tab} onTab={setTab} />
        {tab === SUMS ? (
          <SumsMain inferred={inferred} />
        ) : extra.tabs.includes(tab) ? (
          <ExtraTab tab={tab} report={report} neighbours={extra.neighbours} onCell={point} />
        ) : (
          <TabBody
            tab={tab}
            report={report}
            model={model}
            finding={finding}
            cell={cell}
            onCell={touch}
            onFinding={select}
          />
        )}
      </div>
    </div>
  );
}

function tabOf(finding: Finding | null, tabs: readonly GroupId[]): GroupId | null {
  if (finding === null) return null;
  const group = groupOf(finding);
  return tabs.includes(group) ? group : null;
}

function findingAt(order: readonly Finding[], chosen: Finding | null, cell: CellId): Finding | null {
  const touches = (finding: Finding): boolean =>
    finding.suspects.some((change) => change.cell === cell) || finding.cells.includes(cell);
  if (chosen !== null && touches(chosen)) return chosen;
  return order.find(touches) ?? null;
}

function showCell(cell: CellId | null): void {
  if (cell === null) return;
  cellElement(document.querySelector('.report-main'), cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
