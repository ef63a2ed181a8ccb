import { useState } from 'preact/hooks';
import type { ReviewStatus } from '../../../core/exchange/schema';
import { deleteReports } from '../../db/delete-reports';
import { writeBundle } from '../../db/index';
import { download } from '../../exchange/download';
import { storageText } from '../../failure-text';
import { chosenReports } from '../../handouts/choice';
import { sayOfMany, type Words } from '../../library/bulk';
import type { LibraryRecord } from '../../library/record';
import { go, parseRoute } from '../../route';
import { t as shared } from '../../t';
import { showToast } from '../../ui/index';
import { BulkReason } from './bulk-reason';
import { t } from './t';

interface BulkBarProps {
  readonly records: readonly LibraryRecord[];
  readonly shown: readonly LibraryRecord[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

const STATUSES: readonly ReviewStatus[] = ['confirmed', 'dismissed', 'deferred', 'fixed', 'open'];

/** Where the chosen are handed out; an app without that screen comes back to the list. */
const HAND_OUTS = parseRoute('#/handouts');

/** What can be done to the ticked reports, all with the way back. */
export function BulkBar({ records, shown, ticked, onTick }: BulkBarProps) {
  const [asking, setAsking] = useState(false);
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [working, setWorking] = useState('');
  const chosen = records.filter(({ id }) => ticked.has(id));
  const hidden = ticked.size - shown.filter(({ id }) => ticked.has(id)).length;
  const run = async (words: string, work: () => Promise<void>): Promise<void> => {
    setWorking(words);
    await work();
    setWorking('');
  };
  const sayIt = (status: ReviewStatus, reason: string): void => {
    setAsking(false);
    void run(t('bulk.review'), () => say(chosen, { status, reason, scope: onlyOpen ? 'open' : 'all' }));
  };
  return (
    <section class="bulk" aria-label={t('bulk.label')}>
      <div class="row wrap">
        <strong aria-live="polite">{t('bulk.count', { count: ticked.size })}</strong>
        {hidden > 0 ? <span class="quiet">{t('bulk.hidden', { count: hidden })}</span> : null}
        <button type="button" class="plain" onClick={() => onTick(new Set())}>
          {t('bulk.clear')}
        </button>
        <span class="grow" role="status">
          {working}
        </span>
        <button
          type="button"
          disabled={working !== ''}
          onClick={() => void run(t('bulk.exporting'), () => exportChosen([...ticked]))}
        >
          {t('bulk.export')}
        </button>
        {HAND_OUTS.screen === 'reports' ? null : (
          <button
            type="button"
            disabled={working !== ''}
            onClick={() => {
              chosenReports.value = [...ticked];
              go(HAND_OUTS);
            }}
          >
            {t('bulk.handOut')}
          </button>
        )}
        <button
          type="button"
          disabled={working !== ''}
          onClick={() => void run('…', () => remove([...ticked], setWorking, () => onTick(new Set())))}
        >
          {t('bulk.delete')}
        </button>
      </div>
      {asking ? (
        <BulkReason onReason={(reason) => sayIt('dismissed', reason)} onCancel={() => setAsking(false)} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons.
        <div class="row wrap" role="group" aria-label={t('bulk.review')}>
          <span class="quiet">{t('bulk.review')}</span>
          {STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              disabled={working !== ''}
              onClick={() => (status === 'dismissed' ? setAsking(true) : sayIt(status, ''))}
            >
              {shared(`status.${status}`)}
            </button>
          ))}
          <label class="row quiet">
            <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.currentTarget.checked)} />
            {t('bulk.onlyOpen')}
          </label>
        </div>
      )}
    </section>
  );
}

async function say(chosen: readonly LibraryRecord[], words: Words): Promise<void> {
  const said = await sayOfMany(chosen, words);
  if (!said.ok) return showToast(storageText(said.error));
  const { findings, reports, undo } = said.value;
  if (findings === 0) return showToast(t('bulk.said.nothing'));
  const status = shared(`status.${words.status}`);
  showToast(t('bulk.said', { findings, reports, status }), () => {
    void undo().then((back) => {
      if (!back.ok) showToast(storageText(back.error));
    });
  });
}

async function exportChosen(ids: readonly string[]): Promise<void> {
  const { exportReports } = await import('../../exchange/export-reports');
  const { bundle, unreadable } = await exportReports(ids);
  const day = new Date().toISOString().slice(0, 10);
  download(t('bulk.fileName', { count: bundle.reports.length, day }), writeBundle(bundle), 'application/json');
  const words = t('bulk.exported', { reports: bundle.reports.length, opinions: bundle.opinions.length });
  showToast(unreadable > 0 ? `${words} ${shared('exchange.leftOut', { count: unreadable })}` : words);
}

async function remove(ids: readonly string[], onWords: (words: string) => void, onDone: () => void): Promise<void> {
  const deleted = await deleteReports(ids, (done) => onWords(t('bulk.deleting', { done, total: ids.length })));
  const { count, undo } = deleted.ok ? deleted.value : deleted.error;
  const words = t('bulk.deleted', { count });
  const putBack = (): void => {
    void undo().then((restored) => {
      // It is nowhere but in this page until the store takes it.
      if (!restored.ok) showToast(storageText(restored.error), putBack);
    });
  };
  if (deleted.ok) onDone();
  const why = deleted.ok ? '' : storageText(deleted.error);
  if (count === 0 && !deleted.ok) return showToast(why);
  showToast(deleted.ok ? words : `${why} ${words}`, putBack);
}
