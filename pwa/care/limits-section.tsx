import { home } from '../home';
import { t } from './t';

const MISSING = ['offline', 'persist', 'folder', 'secret', 'share', 'clipboard'] as const;

/** On plain http: what this address cannot do, and where it can be done. */
export function LimitsSection() {
  if (home !== 'plain') return null;
  return (
    <section class="card stack" aria-labelledby="limits-title">
      <h2 id="limits-title">{t('limits')}</h2>
      <p>{t('limits.detail')}</p>
      <ul>
        {MISSING.map((each) => (
          <li key={each}>{t(`limits.${each}`)}</li>
        ))}
      </ul>
      <p>{t('limits.home')}</p>
    </section>
  );
}
