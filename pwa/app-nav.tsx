import { reportList } from './report-list';
import { organName } from './report-name';
import { hrefOf, type Route, route } from './route';
import { t } from './t';

/** Reports shown for quick reach; the list has them all. */
const RECENT = 40;

export function AppNav() {
  const live = reportList.value;
  const reports = live.state === 'ready' ? live.value.reports : [];
  const now = route.value;
  const whole = live.state === 'ready' && live.value.whole;
  return (
    <nav class="app-nav" aria-label={t('nav.label')}>
      <NavLink
        to={{ screen: 'reports' }}
        now={now}
        text={t('nav.reports')}
        {...(whole ? { count: reports.length } : {})}
      />
      <NavLink to={{ screen: 'batch' }} now={now} text={t('nav.batch')} />
      <NavLink to={{ screen: 'handouts', id: null }} now={now} text={t('nav.handouts')} />
      <NavLink to={{ screen: 'organs' }} now={now} text={t('nav.organs')} />
      <NavLink to={{ screen: 'overview' }} now={now} text={t('nav.overview')} />
      <NavLink to={{ screen: 'checklists', id: null }} now={now} text={t('nav.checklists')} />
      <NavLink to={{ screen: 'exchange' }} now={now} text={t('nav.exchange')} />
      <NavLink to={{ screen: 'settings' }} now={now} text={t('nav.settings')} />
      {reports.length === 0 ? null : (
        <div class="recent">
          <h2>{t('nav.recent')}</h2>
          {reports.slice(0, RECENT).map((report) => (
            <a
              key={report.id}
              href={hrefOf({ screen: 'report', id: report.id })}
              aria-current={now.screen === 'report' && now.id === report.id ? 'page' : undefined}
            >
              <span class="ellipsis">{organName(report)}</span>
              <span class="quiet">{report.year ?? ''}</span>
            </a>
          ))}
        </div>
      )}
    </nav>
  );
}

interface NavLinkProps {
  readonly to: Route;
  readonly now: Route;
  readonly text: string;
  readonly count?: number;
}

function NavLink({ to, now, text, count }: NavLinkProps) {
  return (
    <a href={hrefOf(to)} aria-current={to.screen === now.screen ? 'page' : undefined}>
      <span>{text}</span>
      {count === undefined ? null : <span>{count}</span>}
    </a>
  );
}
