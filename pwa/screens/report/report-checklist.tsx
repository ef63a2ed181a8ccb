import { useState } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import { ChecklistSelect } from '../../checklists/checklist-select';
import { READY, readyIn } from '../../checklists/ready/ready';
import { recheck, rechecking } from '../../checklists/recheck';
import { t } from '../../checklists/t';
import { choiceOf } from '../../db/checklist-choice';
import { language, showToast } from '../../ui/index';
import { useLive } from '../../use-live';

/** By which checklist it was checked, and the choice of another, which checks it again. */
export function ReportChecklist({ report }: { readonly report: SavedReport }) {
  const live = useLive(() => choiceOf(report.id), [report.id]);
  const [busy, setBusy] = useState(false);
  const { checklist } = report.outcome;
  const chosen = live.state === 'ready' ? (live.value ?? null) : null;
  const choose = async (id: string | null): Promise<void> => {
    setBusy(true);
    if (await recheck([report.id], id))
      showToast(t('recheck.done', { count: 1 }), () => void recheck([report.id], chosen));
    setBusy(false);
  };
  return (
    <div class="row wrap report-checklist">
      <ChecklistSelect label={t('label')} value={chosen} onChoose={(id) => void choose(id)} />
      <span class="quiet" role="status">
        {busy && rechecking.value !== null
          ? t('recheck.running', rechecking.value)
          : checklist === undefined
            ? t('without')
            : t('of', { name: nameOf(checklist, chosen), version: checklist.version })}
      </span>
    </div>
  );
}

/** Of one that is ready made, in the language of the screen; the outcome has it as it was checked. */
function nameOf({ name }: { readonly name: string }, chosen: string | null): string {
  const isReady = READY.some(({ id, checklist }) => id === chosen && checklist.name === name);
  return (isReady ? readyIn(language.value).find(({ id }) => id === chosen)?.checklist.name : undefined) ?? name;
}
