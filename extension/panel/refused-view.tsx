import { EmptyState } from '../../pwa/ui/index';
import type { TabState } from '../tab-state';
import { OpenApp } from './open-app';
import { t } from './t';

type Refused = Extract<TabState, { phase: 'refused' }>;

/** The browser did not let us in: why, and what can be done. */
export function RefusedView({ state }: { readonly state: Refused }) {
  const text = state.why === 'other' ? t('refused.other', { reason: state.reason }) : t(`refused.${state.why}`);
  return (
    <main class="panel-message" aria-live="polite">
      <h1 class="visually-hidden">{t('title')}</h1>
      <EmptyState title={t('refused.title')}>
        <p>{text}</p>
        <OpenApp />
      </EmptyState>
    </main>
  );
}
