import type { OrganRow, Publishing } from '../../library/organs';
import { t } from './t';

export const PUBLISHING_TONES: Readonly<Record<Publishing, 'ok' | 'warning' | 'none' | 'error'>> = {
  onTime: 'ok',
  late: 'warning',
  unknown: 'none',
  missing: 'error',
  unclear: 'none',
};

export function PublishingTag({ row: { publishing, listed, further } }: { readonly row: OrganRow }) {
  return (
    <span class="row">
      <span
        class={`tag ${PUBLISHING_TONES[publishing]}`}
        title={publishing === 'unclear' ? t('publishing.unclear.detail') : undefined}
      >
        {t(`publishing.${publishing}`)}
      </span>
      {listed === false ? <span class="quiet">{t('publishing.unlisted')}</span> : null}
      {further > 0 ? <span class="quiet">{t('publishing.further', { count: further })}</span> : null}
    </span>
  );
}
