import type { Changes, Verdict } from './store';
import { t } from './t';

const ORDER: readonly Verdict[] = ['corrected', 'changed', 'unchanged', 'unassessed'];
const TONE: Record<Verdict, string> = { corrected: 'ok', changed: 'warning', unchanged: 'error', unassessed: 'none' };

/** 复查: of each finding that was open, what has become of it. */
export function Verdicts({ changes }: { readonly changes: Changes | null }) {
  if (changes === null) return <span class="tag none">{t('verdict.unassessed')}</span>;
  const { findings, fresh, replaced } = changes;
  return (
    <>
      {replaced ? <span class="tag warning">{t('verdict.replaced')}</span> : null}
      {ORDER.map((verdict) => {
        const count = findings.filter((each) => each.verdict === verdict).length;
        if (count === 0) return null;
        return (
          <span key={verdict} class={`tag ${TONE[verdict]}`}>
            {t('verdict.count', { word: t(`verdict.${verdict}`), count })}
          </span>
        );
      })}
      {fresh > 0 ? <span class="tag warning">{t('verdict.fresh', { count: fresh })}</span> : null}
      {findings.length === 0 ? null : (
        <details>
          <summary>{t('verdict.details')}</summary>
          <ul>
            {findings.map(({ fingerprint, rule, verdict }) => (
              <li key={fingerprint}>
                {rule}: {t(`verdict.${verdict}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
