import { useState } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import type { ManualItem } from '../../../core/index';
import { ChecklistSelect } from '../../checklists/checklist-select';
import { checklistById } from '../../checklists/in-use';
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
    <>
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
      <ManualItems chosen={chosen} />
    </>
  );
}

/** What no rule can check, beside what the rules found: who looks at it, until when. */
function ManualItems({ chosen }: { readonly chosen: string | null }) {
  const live = useLive(() => manualOf(chosen), [chosen, language.value]);
  const items = live.state === 'ready' ? live.value : [];
  if (items.length === 0) return null;
  return (
    <details class="report-manual">
      <summary>{t('manual', { count: items.length })}</summary>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            {item.text} <span class="quiet">{whoAndWhen(item)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Of the checklist as it stands now. */
async function manualOf(chosen: string | null): Promise<readonly ManualItem[]> {
  if (chosen === null) return [];
  const ready = readyIn(language.value).find(({ id }) => id === chosen);
  return (ready?.checklist ?? (await checklistById(chosen)))?.manual ?? [];
}

function whoAndWhen({ who, by }: ManualItem): string {
  const parts = [who === undefined ? '' : t('manual.who', { who }), by === undefined ? '' : t('manual.by', { by })];
  return parts.filter((part) => part !== '').join(t('manual.joint'));
}

/** Of one that is ready made, in the language of the screen; the outcome has it as it was checked. */
function nameOf({ name }: { readonly name: string }, chosen: string | null): string {
  const isReady = READY.some(({ id, checklist }) => id === chosen && checklist.name === name);
  return (isReady ? readyIn(language.value).find(({ id }) => id === chosen)?.checklist.name : undefined) ?? name;
}
