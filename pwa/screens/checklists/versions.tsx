import { useState } from 'preact/hooks';
import type { Checklist } from '../../../core/index';
import { type KeptChecklist, versionsOf } from '../../db/checklists';
import { whenText } from '../../report-name';
import { t as ofApp } from '../../t';
import { ErrorNote } from '../../ui/index';
import { useLive } from '../../use-live';
import { ChecklistSummary } from './summary';
import { t } from './t';

interface VersionsProps {
  readonly id: string;
  readonly onRestore: (checklist: Checklist) => void;
}

/** Every save is one; each can be read, and taken back up, which is a change like any other. */
export function Versions({ id, onRestore }: VersionsProps) {
  const live = useLive(() => versionsOf(id), [id]);
  const [open, setOpen] = useState<string | null>(null);
  const versions = live.state === 'ready' ? live.value : [];
  if (versions.length === 0) return null;
  const beside = versions.filter(({ stands }) => stands).length;
  return (
    <section class="card stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      <ul class="versions">
        {versions.map((each, index) => {
          const { savedAt, checklist, stands } = each;
          const key = keyOf(each);
          return (
            <li key={key} class="stack">
              <div class="row wrap">
                <b>{t('version', { version: checklist.version })}</b>
                {stands && beside > 1 ? <span class="tag warning">{t('version.stands')}</span> : null}
                <span class="quiet grow">
                  {[whenText(savedAt), authorOf(each)].filter((text) => text !== '').join(' · ')}
                </span>
                <button
                  type="button"
                  aria-expanded={open === key}
                  aria-label={t('version.show', { version: checklist.version })}
                  onClick={() => setOpen(open === key ? null : key)}
                >
                  {t(open === key ? 'hide' : 'show')}
                </button>
                {index === 0 ? null : (
                  <button
                    type="button"
                    aria-label={t('version.restore', { version: checklist.version })}
                    onClick={() => onRestore(checklist)}
                  >
                    {t('restore')}
                  </button>
                )}
              </div>
              {open === key ? <ChecklistSummary checklist={checklist} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Said side by side, as two people may change the same version: all are told, none is lost. */
export function SideBySide({ id }: { readonly id: string }) {
  const live = useLive(() => versionsOf(id), [id]);
  const beside = live.state === 'ready' ? live.value.filter(({ stands }) => stands) : [];
  if (beside.length < 2) return null;
  const list = beside.map((each) => t('beside.one', { version: each.checklist.version, author: authorOf(each) }));
  return (
    <ErrorNote title={t('beside.title', { list: list.join(ofApp('list.separator')) })} severity="warning">
      <p>{t('beside.detail')}</p>
    </ErrorNote>
  );
}

function authorOf({ shared }: KeptChecklist): string {
  if (shared === null) return '';
  return shared.author === '' ? ofApp('review.unsigned') : shared.author;
}

function keyOf({ number, shared }: KeptChecklist): string {
  return shared?.mark ?? String(number);
}
