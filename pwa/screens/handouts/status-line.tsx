import { ErrorNote } from '../../ui/index';
import { cancel, making } from './maker';
import { t } from './t';

/** What is being made, and what came of it. */
export function StatusLine() {
  const now = making.value;
  switch (now.state) {
    case 'idle':
      return <div class="making" role="status" />;
    case 'busy':
      return (
        <div class="making note info row" role="status">
          <span class="grow stack">
            {t('making', { name: t(`asked.${now.asked}`), done: now.done, total: now.total })}
            <progress value={now.done} max={Math.max(1, now.total)} aria-label={t('making.label')} />
          </span>
          <button type="button" onClick={cancel}>
            {t('cancel')}
          </button>
        </div>
      );
    case 'failed':
      return (
        <div class="making">
          <ErrorNote title={t('failed', { name: t(`asked.${now.asked}`) })}>
            <p>{now.reason}</p>
          </ErrorNote>
        </div>
      );
    case 'nothing':
      return (
        <p class="making note warning" role="status">
          {t('nothing', { name: t(`asked.${now.asked}`), reports: now.reports, problems: now.problems })}
          {now.unreadable > 0 ? ` ${t('unreadable', { count: now.unreadable })}` : ''}
        </p>
      );
    case 'done':
      return (
        <p class="making note info" role="status">
          {now.name === ''
            ? t('shown', { name: t(`asked.${now.asked}`), reports: now.reports })
            : t('done', { name: now.name, reports: now.reports, problems: now.problems })}
          {now.unreadable > 0 ? ` ${t('unreadable', { count: now.unreadable })}` : ''}
        </p>
      );
  }
}
