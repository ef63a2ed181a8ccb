import type { ReadyChecklist } from '../../checklists/ready/ready';
import { begin } from './begin';
import { exportChecklist } from './checklist-file';
import { ChecklistSummary } from './summary';
import { t } from './t';

export function ReadyView({ ready: { checklist } }: { readonly ready: ReadyChecklist }) {
  return (
    <div class="screen checklists">
      <a href="#/checklists">{t('back')}</a>
      <div class="row between wrap">
        <h1>{checklist.name}</h1>
        <span class="row">
          <button type="button" onClick={() => exportChecklist(checklist)}>
            {t('export')}
          </button>
          <button type="button" class="main" onClick={() => void begin(checklist)}>
            {t('copy')}
          </button>
        </span>
      </div>
      <p class="quiet">{t('ready.detail')}</p>
      <section class="card">
        <ChecklistSummary checklist={checklist} />
      </section>
    </div>
  );
}
