import './entry.css';
import { hrefOf } from '../../route';
import { t as ofApp } from '../../t';
import { EmptyState } from '../../ui/index';
import { EntryEditor } from './entry-editor';
import { EntryList } from './entry-list';
import { t } from './t';
import { useEntry } from './use-entry';

/** 对照录入: a form filled in by hand, with the picture beside it where there is one. */
export function EntryScreen({ id }: { readonly id: string | null }) {
  return id === null ? <EntryList /> : <OneEntry id={id} />;
}

function OneEntry({ id }: { readonly id: string }) {
  const work = useEntry(id);
  if (work === 'loading') return <p class="screen quiet">{ofApp('app.loading')}</p>;
  if (work === null)
    return (
      <div class="screen">
        <EmptyState title={t('entry.none')} level={1}>
          <p>{t('entry.none.detail')}</p>
          <a class="button" href={hrefOf({ screen: 'entry', id: null })}>
            {t('entry.all')}
          </a>
        </EmptyState>
      </div>
    );
  return <EntryEditor work={work} />;
}
