import { useRef } from 'preact/hooks';
import type { Opinion } from '../../../core/exchange/schema';
import { mergeBundle, saveEvidence } from '../../db/index';
import { type Incoming, incoming, openBundle } from '../../exchange/incoming';
import { storageText } from '../../failure-text';
import { reportName } from '../../report-name';
import { t } from '../../t';
import { ErrorNote, showToast } from '../../ui/index';

const SHOWN = 20;

/** Somebody's file: what it would add is shown first, then merged. */
export function ImportSection() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="card stack">
      <h2>{t('import.title')}</h2>
      <p>{t('import.detail')}</p>
      <div>
        <button type="button" onClick={() => input.current?.click()}>
          {t('import.choose')}
        </button>
        <input
          ref={input}
          class="bundle-input"
          type="file"
          accept=".gouji,application/json"
          hidden
          aria-label={t('import.choose')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void openBundle(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {incoming.value === null ? null : <IncomingView now={incoming.value} />}
    </section>
  );
}

function close(): void {
  incoming.value = null;
}

function IncomingView({ now }: { readonly now: Incoming }) {
  switch (now.state) {
    case 'reading':
      return <p role="status">{t('import.reading', { name: now.name })}</p>;
    case 'failed':
      return (
        <ErrorNote title={now.name} onDismiss={close}>
          <p>{t(`import.failed.${now.code}`)}</p>
          {now.reason === '' ? null : <p>{now.reason}</p>}
        </ErrorNote>
      );
    case 'preview':
      return <Preview now={now} />;
  }
}

function Preview({ now }: { readonly now: Extract<Incoming, { state: 'preview' }> }) {
  const { newReports, knownReports, newOpinions, knownOpinions } = now.preview;
  const nothing = newReports.length + newOpinions.length + now.evidence.length === 0;
  return (
    <div class="note info preview" role="status">
      <div class="stack grow">
        <h3>{t('import.preview', { name: now.name })}</h3>
        <p>{t('import.reports', { count: newReports.length, known: knownReports })}</p>
        <ul>
          {newReports.slice(0, SHOWN).map((report) => (
            <li key={report.id}>{reportName({ ...report.outcome, source: report.source })}</li>
          ))}
          {newReports.length > SHOWN ? <li>{t('import.more', { count: newReports.length - SHOWN })}</li> : null}
        </ul>
        <p>{t('import.opinions', { count: newOpinions.length, known: knownOpinions })}</p>
        <ul>
          {byAuthor(newOpinions).map(([author, count]) => (
            <li key={author}>{t('import.by', { author: author === '' ? t('review.unsigned') : author, count })}</li>
          ))}
        </ul>
        {now.evidence.length > 0 ? <p>{t('import.evidence', { count: now.evidence.length })}</p> : null}
        {now.damaged > 0 ? <p>{t('import.evidence.damaged', { count: now.damaged })}</p> : null}
        {now.unreadable > 0 ? <p>{t('import.unreadable', { count: now.unreadable })}</p> : null}
        <div class="row">
          <button type="button" class="main" disabled={nothing} onClick={() => void merge(now)}>
            {t(nothing ? 'import.nothing' : 'import.merge')}
          </button>
          <button type="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

async function merge(now: Extract<Incoming, { state: 'preview' }>): Promise<void> {
  const merged = await mergeBundle(now.bundle);
  if (!merged.ok) {
    showToast(storageText(merged.error));
    return;
  }
  for (const evidence of now.evidence) {
    const kept = await saveEvidence(evidence);
    // The reports are in; the file can be opened again for the rest.
    if (!kept.ok) return void showToast(storageText(kept.error));
  }
  close();
  showToast(t('import.done', { reports: merged.value.reports.added, opinions: merged.value.opinions.added }));
}

function byAuthor(opinions: readonly Opinion[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { author } of opinions) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
