import { useEffect } from 'preact/hooks';
import { roundAddress } from './addresses';
import { t } from './t';

interface PageHeadProps {
  readonly title: string;
  /** The page that the list was on. */
  readonly address?: string;
}

export function PageHead({ title, address }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · ${t('title')}`;
  }, [title]);
  return (
    <header class="round-head">
      <div class="row between wrap">
        <h1>{title}</h1>
        <nav class="row" aria-label={t('title')}>
          <a href={roundAddress()}>{t('nav.rounds')}</a>
          <a href={chrome.runtime.getURL('pwa/index.html')}>{t('nav.app')}</a>
        </nav>
      </div>
      {address === undefined || address === '' ? null : (
        <a class="quiet" href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      )}
    </header>
  );
}
