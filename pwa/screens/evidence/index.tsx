import './evidence.css';
import type { SavedReport } from '../../../core/exchange/schema';
import { evidenceOf, loadReport } from '../../db/index';
import { reportName } from '../../report-name';
import { hrefOf } from '../../route';
import { EmptyState } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { EvidenceCard } from './evidence-card';
import { t } from './t';

/** 证据 of one report: what was sealed, whether it still is what it was, and what could not be had. */
export function EvidenceScreen({ id }: { readonly id: string }) {
  const live = useLive(async () => ({ list: await evidenceOf(id), report: await loadReport(id) }), [id]);
  if (live.state === 'loading') return <p class="screen quiet">{t('loading')}</p>;
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  const { list, report } = live.value;
  const kept = report === 'unreadable' ? null : report;
  return (
    <div class="screen evidence">
      <Heading id={id} report={kept} />
      {list.evidence.length === 0 ? (
        <EmptyState title={t('none')} level={2}>
          <p>{t('none.detail')}</p>
        </EmptyState>
      ) : null}
      {list.evidence.map((evidence) => (
        <EvidenceCard key={evidence.id} kept={evidence} report={kept} />
      ))}
      {list.unreadable > 0 ? <p class="note warning">{t('unreadable', { count: list.unreadable })}</p> : null}
    </div>
  );
}

function Heading({ id, report }: { readonly id: string; readonly report: SavedReport | null }) {
  if (report === null)
    return (
      <header class="stack">
        <h1>{t('title')}</h1>
        <a href={hrefOf({ screen: 'reports' })}>{t('back.list')}</a>
      </header>
    );
  return (
    <header class="stack">
      <h1>{t('title.of', { name: reportName({ ...report.outcome, source: report.source }) })}</h1>
      <a href={hrefOf({ screen: 'report', id })}>{t('back.report')}</a>
    </header>
  );
}
