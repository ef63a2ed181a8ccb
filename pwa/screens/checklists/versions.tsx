import { useState } from 'preact/hooks';
import type { Checklist } from '../../../core/index';
import { versionsOf } from '../../db/checklists';
import { whenText } from '../../report-name';
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
  const [open, setOpen] = useState<number | null>(null);
  const versions = live.state === 'ready' ? live.value : [];
  if (versions.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      <ul class="versions">
        {versions.map(({ number, savedAt, checklist }) => (
          <li key={number} class="stack">
            <div class="row wrap">
              <b>{t('version', { version: checklist.version })}</b>
              <span class="quiet grow">{whenText(savedAt)}</span>
              <button
                type="button"
                aria-expanded={open === number}
                aria-label={t('version.show', { version: checklist.version })}
                onClick={() => setOpen(open === number ? null : number)}
              >
                {t(open === number ? 'hide' : 'show')}
              </button>
              {number === versions[0]?.number ? null : (
                <button
                  type="button"
                  aria-label={t('version.restore', { version: checklist.version })}
                  onClick={() => onRestore(checklist)}
                >
                  {t('restore')}
                </button>
              )}
            </div>
            {open === number ? <ChecklistSummary checklist={checklist} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
