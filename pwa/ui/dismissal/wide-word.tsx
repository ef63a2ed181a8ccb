import type { Review } from '../../../core/exchange/review';
import { t } from './t';

interface WideWordProps {
  readonly scope: 'cell' | 'rule';
  readonly reason: Review['reason'];
  readonly onTakeBack: () => void;
}

/** A finding set aside with its cells or its rule: by what word, and the way to take that word back. */
export function WideWord({ scope, reason, onTakeBack }: WideWordProps) {
  return (
    <p class="quiet row between">
      {t('scope.because', { scope: t(`scope.${scope}`), reason })}
      <button type="button" onClick={onTakeBack}>
        {t('scope.takeBack')}
      </button>
    </p>
  );
}
