import { ChecklistSelect } from '../../checklists/checklist-select';
import { recheck, rechecking } from '../../checklists/recheck';
import { t } from '../../checklists/t';
import { WITHOUT } from '../../db/checklist-choice';
import { loadSetting, saveSetting } from '../../db/index';
import { storageText } from '../../failure-text';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';

/** The checklist of this batch: for what comes in next, and for those listed where they are checked again. */
export function BatchChecklist({ reports }: { readonly reports: readonly string[] }) {
  const batch = useLive(() => loadSetting('batchChecklist'), []);
  const usual = useLive(() => loadSetting('checklist'), []);
  const chosen = batch.state === 'ready' ? batch.value : '';
  const running = rechecking.value;
  const own = chosen === '' ? (usual.state === 'ready' ? usual.value : '') : chosen;
  const id = own === '' || own === WITHOUT ? null : own;
  const again = async (): Promise<void> => {
    if (await recheck(reports, id)) showToast(t('recheck.done', { count: reports.length }));
  };
  return (
    <div class="row wrap batch-checklist">
      <ChecklistSelect
        label={t('label.batch')}
        value={id}
        onChoose={(next) => void choose(next ?? WITHOUT)}
        open={{ text: t('default'), chosen: chosen === '', onChoose: () => void choose('') }}
      />
      <button type="button" disabled={reports.length === 0 || running !== null} onClick={() => void again()}>
        {t('recheck.shown', { count: reports.length })}
      </button>
      <a href="#/checklists">{t('edit')}</a>
      <span role="status" class="quiet">
        {running === null ? '' : t('recheck.running', running)}
      </span>
    </div>
  );
}

async function choose(value: string): Promise<void> {
  const saved = await saveSetting('batchChecklist', value);
  showToast(saved.ok ? t('choice.kept') : storageText(saved.error));
}
