import { t } from '../t';
import { offline } from './offline';

const CLASS = { ready: 'ok', plain: 'none', preparing: 'none', failed: 'warning' } as const;

export function OfflineTag() {
  const state = offline.value;
  return (
    <span class={`tag ${CLASS[state]}`} title={t(`offline.${state}.detail`)}>
      {t(`offline.${state}`)}
    </span>
  );
}
