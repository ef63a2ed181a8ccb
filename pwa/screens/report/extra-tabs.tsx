/** What stands beside the report: its page as it was sealed, last year’s report, another copy of the same year. */
import type { SavedReport } from '../../../core/exchange/schema';
import type { CellId } from '../../../core/index';
import { evidenceOf } from '../../db/index';
import { useLive } from '../../use-live';
import { CompareTab } from './compare-tab';
import { PageTab } from './snapshot/page-tab';
import { t } from './t';
import { type Neighbours, neighboursOf } from './use-neighbours';

const PAGE = 'page';
const LAST_YEAR = 'last-year';
const COPIES = 'copies';

const NAMES = { [PAGE]: 'tab.page', [LAST_YEAR]: 'tab.lastYear', [COPIES]: 'tab.copies' } as const;

/** Null where it is the tab of a table or the text. */
export function extraName(tab: string): string | null {
  return tab === PAGE || tab === LAST_YEAR || tab === COPIES ? t(NAMES[tab]) : null;
}

export interface ExtraTabs {
  /** Only those with something to show. */
  readonly tabs: readonly string[];
  readonly neighbours: Neighbours;
}

export function useExtraTabs(report: SavedReport): ExtraTabs {
  const live = useLive(() => evidenceOf(report.id), [report.id]);
  const neighbours = neighboursOf(report);
  const tabs = [
    ...(live.state === 'ready' && live.value.evidence.length > 0 ? [PAGE] : []),
    ...(neighbours.lastYear.length > 0 ? [LAST_YEAR] : []),
    ...(neighbours.copies.length > 0 ? [COPIES] : []),
  ];
  return { tabs, neighbours };
}

interface ExtraTabProps {
  readonly tab: string;
  readonly report: SavedReport;
  readonly neighbours: Neighbours;
  readonly onCell: (cell: CellId) => void;
}

export function ExtraTab({ tab, report, neighbours, onCell }: ExtraTabProps) {
  return (
    <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
      {tab === PAGE ? (
        <PageTab report={report.id} />
      ) : tab === LAST_YEAR ? (
        <CompareTab key={tab} report={report} others={neighbours.lastYear} kind="last-year" onCell={onCell} />
      ) : (
        <CompareTab key={tab} report={report} others={neighbours.copies} kind="copy" onCell={onCell} />
      )}
    </div>
  );
}
