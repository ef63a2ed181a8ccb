import { useEffect, useState } from 'preact/hooks';
import { verify } from '../../../../core/exchange/evidence';
import { evidenceOf, type KeptEvidence, loadEvidence } from '../../../db/index';
import { whenText } from '../../../report-name';
import { hrefOf } from '../../../route';
import { t as ofApp } from '../../../t';
import { ErrorNote } from '../../../ui/index';
import { useLive } from '../../../use-live';
import { t } from '../t';
import { SnapshotFrame } from './snapshot-frame';
import type { Snapshot } from './snapshot-html';

/** 原页: what was sealed of the page, verified as it is opened, in a frame where nothing runs and nothing loads. */
export function PageTab({ report }: { readonly report: string }) {
  const live = useLive(() => evidenceOf(report), [report]);
  const [chosen, setChosen] = useState<string | null>(null);
  if (live.state !== 'ready') return <p class="quiet">{t('page.busy')}</p>;
  const { evidence } = live.value;
  const kept = evidence.find(({ id }) => id === chosen) ?? evidence[0];
  if (kept === undefined) return <p class="quiet">{t('page.none')}</p>;
  return (
    <div class="stack">
      <div class="row wrap between">
        {evidence.length < 2 ? (
          <span class="quiet">{t('page.sealed', { when: whenText(kept.manifest.times.sealed) })}</span>
        ) : (
          <label class="row">
            {t('page.which')}
            <select value={kept.id} onChange={(event) => setChosen(event.currentTarget.value)}>
              {evidence.map(({ id, manifest }) => (
                <option key={id} value={id}>
                  {t('page.sealed', { when: whenText(manifest.times.sealed) })}
                </option>
              ))}
            </select>
          </label>
        )}
        <a href={hrefOf({ screen: 'evidence', id: report })}>{t('page.evidence')}</a>
      </div>
      <Verified key={kept.id} kept={kept} />
    </div>
  );
}

type Shown =
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'altered'; readonly names: readonly string[] }
  | {
      readonly state: 'whole';
      readonly parts: number;
      readonly snapshot: Snapshot | null;
      readonly tablesOnly: boolean;
    };

function Verified({ kept }: { readonly kept: KeptEvidence }) {
  const [shown, setShown] = useState<Shown>({ state: 'busy' });
  useEffect(() => {
    open(kept).then(setShown, (error: unknown) => setShown({ state: 'failed', reason: String(error) }));
  }, [kept.id]);
  if (shown.state === 'busy') return <p role="status">{t('page.verifying')}</p>;
  if (shown.state === 'failed') return <ErrorNote title={t('page.failed', { reason: shown.reason })} />;
  if (shown.state === 'altered')
    return (
      <ErrorNote title={t('page.altered')}>
        <p>{t('page.altered.detail', { names: shown.names.join(ofApp('list.names')) })}</p>
      </ErrorNote>
    );
  const { snapshot } = shown;
  return (
    <>
      <p class="row wrap" role="status">
        <span class="tag ok">{t('page.whole', { count: shown.parts })}</span>
        <span class="quiet">{t('page.inert')}</span>
        {snapshot !== null && snapshot.absent > 0 ? (
          <span class="quiet">{t('page.absent', { count: snapshot.absent })}</span>
        ) : null}
        {shown.tablesOnly ? <span class="quiet">{t('page.tablesOnly')}</span> : null}
      </p>
      {snapshot === null ? <p class="quiet">{t('page.nothing')}</p> : <SnapshotFrame snapshot={snapshot} />}
    </>
  );
}

/** What is not as it was sealed is not shown: it would be taken for the page. */
async function open(kept: KeptEvidence): Promise<Shown> {
  const evidence = await loadEvidence(kept);
  const checked = verify(evidence);
  if (!checked.whole) {
    const wrong = checked.parts.filter(({ state }) => state !== 'verified').map(({ part }) => part.name);
    return {
      state: 'altered',
      names: [...wrong, ...checked.extra, ...(checked.manifest === 'altered' ? ['manifest'] : [])],
    };
  }
  const [{ snapshotOf }, { decode }] = await Promise.all([
    import('./snapshot-html'),
    import('../../../../core/read/decode'),
  ]);
  const { parts } = kept.manifest;
  const textOf = (name: string): string => decode(evidence.parts.get(name) ?? new Uint8Array());
  const page = parts.find(({ kind }) => kind === 'page');
  const tables = parts.filter(({ kind }) => kind === 'table-html');
  const html = page === undefined ? tables.map(({ name }) => textOf(name)).join('<hr>') : textOf(page.name);
  const snapshot = html === '' ? null : snapshotOf(html);
  return { state: 'whole', parts: checked.parts.length, snapshot, tablesOnly: page === undefined };
}
