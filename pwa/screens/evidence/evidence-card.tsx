import { useEffect, useState } from 'preact/hooks';
import { type EvidenceKind, type Verification, verify } from '../../../core/exchange/evidence';
import type { SavedReport } from '../../../core/exchange/schema';
import { type KeptEvidence, loadEvidence } from '../../db/index';
import { whenText } from '../../report-name';
import { ErrorNote, showToast } from '../../ui/index';
import { exportEvidence } from './export-evidence';
import { PartsTable } from './parts-table';
import { Pictures } from './pictures';
import { t } from './t';

interface EvidenceCardProps {
  readonly kept: KeptEvidence;
  readonly report: SavedReport | null;
}

type Checked =
  | { readonly state: 'busy' }
  | { readonly state: 'done'; readonly result: Verification }
  | { readonly state: 'failed'; readonly reason: string };

export function EvidenceCard({ kept, report }: EvidenceCardProps) {
  const [checked, setChecked] = useState<Checked>({ state: 'busy' });
  const { manifest } = kept;
  const check = (): void => {
    setChecked({ state: 'busy' });
    void verified(kept).then(setChecked);
  };
  // As it is opened: nobody shall take for whole what was only not looked at.
  useEffect(() => {
    let isOver = false;
    void verified(kept).then((next) => {
      if (!isOver) setChecked(next);
    });
    return () => {
      isOver = true;
    };
  }, [kept.id]);
  const save = (): void => {
    void exportEvidence(kept, report).then((done) =>
      showToast(done.ok ? t('exported') : t('export.failed', { reason: done.error })),
    );
  };
  return (
    <section class="card stack" aria-labelledby={`sealed-${kept.id}`}>
      <div class="row between wrap">
        <h2 id={`sealed-${kept.id}`}>{t('sealed', { when: whenText(manifest.times.sealed) })}</h2>
        <div class="row">
          <button type="button" disabled={checked.state === 'busy'} onClick={check}>
            {t('verify')}
          </button>
          <button type="button" disabled={report === null} onClick={save}>
            {t('export')}
          </button>
        </div>
      </div>
      <Result checked={checked} />
      <Facts kept={kept} />
      <PartsTable kept={kept} result={checked.state === 'done' ? checked.result : null} />
      <Missing kept={kept} />
      <Pictures kept={kept} report={report} />
    </section>
  );
}

function verified(kept: KeptEvidence): Promise<Checked> {
  return loadEvidence(kept).then(
    (evidence): Checked => ({ state: 'done', result: verify(evidence) }),
    (error: unknown): Checked => ({ state: 'failed', reason: String(error) }),
  );
}

function Result({ checked }: { readonly checked: Checked }) {
  if (checked.state === 'busy') return <p role="status">{t('verifying')}</p>;
  if (checked.state === 'failed') return <ErrorNote title={t('verify.failed', { reason: checked.reason })} />;
  const { result } = checked;
  if (result.whole)
    return (
      <p class="verified" role="status">
        <span class="tag ok">{t('verify.whole', { count: result.parts.length })}</span>
      </p>
    );
  const wrong = [
    ...(result.manifest === 'altered' ? [t('verify.manifest')] : []),
    ...result.parts
      .filter(({ state }) => state !== 'verified')
      .map(({ part, state }) => `${part.name} ${t(`state.${state}`)}`),
    ...result.extra.map((name) => t('verify.extra', { name })),
  ];
  return <ErrorNote title={t('verify.broken', { list: wrong.join('、') })} />;
}

function Facts({ kept: { id, manifest } }: Pick<EvidenceCardProps, 'kept'>) {
  const { address, title, times, versions } = manifest;
  return (
    <dl class="facts">
      <dt>{t('id')}</dt>
      <dd>
        <code>{id}</code>
        <p class="quiet">{t('id.detail')}</p>
      </dd>
      <dt>{t('address')}</dt>
      <dd>{address}</dd>
      {title === null ? null : (
        <>
          <dt>{t('pageTitle')}</dt>
          <dd>{title}</dd>
        </>
      )}
      <dt>{t('opened')}</dt>
      <dd>{whenText(times.opened)}</dd>
      <dt>{t('sealedAt')}</dt>
      <dd>
        {whenText(times.sealed)} <span class="quiet">{t('clock')}</span>
      </dd>
      <dt>{t('program')}</dt>
      <dd>{t('program.text', versions)}</dd>
      <dt>{t('browser')}</dt>
      <dd>{versions.browser}</dd>
    </dl>
  );
}

function Missing({ kept: { manifest } }: Pick<EvidenceCardProps, 'kept'>) {
  if (manifest.missing.length === 0) return null;
  return (
    <div class="note warning">
      <h3>{t('missing')}</h3>
      <ul>
        {manifest.missing.map(({ kind, table, reason, detail }, index) => (
          <li key={index}>
            {missingName(kind, table)}：{t(`reason.${reason}`, { detail })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of one table, or of all. */
function missingName(kind: EvidenceKind, table: number | null): string {
  if (table === null && (kind === 'table-html' || kind === 'table-text' || kind === 'table-image'))
    return t(`all.${kind}`);
  return t(`kind.${kind}`, { table: table ?? '' });
}
