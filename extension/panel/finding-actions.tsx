import { useState } from 'preact/hooks';
import type { CellId, Finding } from '../../core/index';
import { useKeys } from '../../pwa/ui/index';
import { ReviewActions } from './review-actions';
import { RuleHelp } from './rule-help';
import { t } from './t';
import { TrialForm } from './trial-form';
import type { SavedState } from './use-saved';

interface FindingActionsProps {
  readonly finding: Finding;
  readonly saved: SavedState;
  readonly onCell: (cell: CellId) => void;
}

/** All that one can do with the chosen finding. */
export function FindingActions({ finding, saved, onCell }: FindingActionsProps) {
  const [trying, setTrying] = useState(false);
  const triable = finding.relations.length > 0;
  const own = saved.own.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  useKeys(triable ? { t: () => setTrying(!trying) } : {});
  return (
    <>
      <ReviewActions finding={finding} saved={saved} />
      <div class="row wrap">
        {triable ? (
          <button type="button" aria-expanded={trying} aria-keyshortcuts="T" onClick={() => setTrying(!trying)}>
            {t('trial.title')} <kbd>T</kbd>
          </button>
        ) : null}
        {own === undefined ? null : (
          <button type="button" onClick={() => void saved.withdraw(own)}>
            {t('own.withdraw')}
          </button>
        )}
      </div>
      {trying ? <TrialForm finding={finding} outcome={saved.outcome} onCell={onCell} /> : null}
      <RuleHelp finding={finding} />
    </>
  );
}
