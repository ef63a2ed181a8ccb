import './scope-choice.css';
import type { DismissalScope } from '../../../core/exchange/review';
import { t } from './t';

interface ScopeChoiceProps {
  /** Widths that this finding can be dismissed in. */
  readonly scopes: readonly DismissalScope[];
  readonly chosen: DismissalScope;
  readonly onChoose: (scope: DismissalScope) => void;
}

/** For what a reason holds. Nothing to choose where there is but one. */
export function ScopeChoice({ scopes, chosen, onChoose }: ScopeChoiceProps) {
  if (scopes.length < 2) return null;
  return (
    <fieldset class="scopes">
      <legend class="quiet">{t('scope.title')}</legend>
      {scopes.map((each) => (
        <label key={each} class="row">
          <input type="radio" name="scope" checked={each === chosen} onChange={() => onChoose(each)} />
          {t(`scope.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
