import { ChecklistSelect } from '../../checklists/checklist-select';
import { readyIn } from '../../checklists/ready/ready';
import { t as words } from '../../checklists/t';
import { deleteChecklist, listChecklists, listDrafts } from '../../db/checklists';
import { loadSetting, saveSetting } from '../../db/index';
import { storageText } from '../../failure-text';
import { whenText } from '../../report-name';
import { hrefOf } from '../../route';
import { ErrorNote, language, showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { begin, EMPTY } from './begin';
import { exportChecklist } from './checklist-file';
import { ImportButton } from './import-button';
import { SendLink } from './send-link';
import { t } from './t';

export function ChecklistListView() {
  const live = useLive(listChecklists, []);
  const drafts = useLive(listDrafts, []);
  const chosen = useLive(() => loadSetting('checklist'), []);
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  const { checklists, unreadable } = live.state === 'ready' ? live.value : { checklists: [], unreadable: 0 };
  const written = drafts.state === 'ready' ? drafts.value : [];
  const unsaved = written.filter(({ id }) => !checklists.some((each) => each.id === id));
  const current = chosen.state === 'ready' ? chosen.value : '';
  return (
    <div class="screen checklists">
      <div class="row between wrap">
        <h1>{t('title')}</h1>
        <span class="row wrap">
          <ImportButton />
          <button type="button" class="main" onClick={() => void begin(EMPTY)}>
            {t('new')}
          </button>
        </span>
      </div>
      <p class="quiet">{t('detail')}</p>
      {unreadable > 0 ? <ErrorNote title={t('unreadable', { count: unreadable })} severity="warning" /> : null}
      <section class="card row wrap">
        <ChecklistSelect
          label={words('label.new')}
          value={current === '' ? null : current}
          onChoose={(id) => void chooseForNew(id)}
        />
        <span class="quiet">{t('default.detail')}</span>
      </section>
      <section class="stack">
        <h2>{t('own')}</h2>
        {live.state === 'ready' && checklists.length + unsaved.length === 0 ? (
          <p class="quiet">{t('own.none')}</p>
        ) : null}
        <ul class="checklist-rows">
          {unsaved.map(({ id, checklist, changedAt }) => (
            <li key={id} class="card">
              <a href={hrefOf({ screen: 'checklists', id })}>{checklist.name === '' ? t('unnamed') : checklist.name}</a>
              <span class="tag warning">{t('draft')}</span>
              <span class="quiet grow">{whenText(changedAt)}</span>
              <DeleteButton id={id} name={checklist.name} />
            </li>
          ))}
          {checklists.map(({ id, savedAt, checklist, beside }) => (
            <li key={id} class="card">
              <a href={hrefOf({ screen: 'checklists', id })}>{checklist.name}</a>
              {written.some((each) => each.id === id) ? <span class="tag warning">{t('draft')}</span> : null}
              {id === current ? <span class="tag ok">{t('is-default')}</span> : null}
              {beside > 1 ? <span class="tag warning">{t('beside', { count: beside })}</span> : null}
              <span class="quiet grow">
                {t('row', { version: checklist.version, when: whenText(savedAt), parts: partsText(checklist) })}
              </span>
              <SendLink id={id} name={checklist.name} />
              <button
                type="button"
                aria-label={t('export.named', { name: checklist.name })}
                onClick={() => exportChecklist(checklist)}
              >
                {t('export')}
              </button>
              <DeleteButton id={id} name={checklist.name} />
            </li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{t('ready')}</h2>
        <p class="quiet">{t('ready.detail')}</p>
        <ul class="checklist-rows">
          {readyIn(language.value).map(({ id, checklist }) => (
            <li key={id} class="card">
              <a href={hrefOf({ screen: 'checklists', id })}>{checklist.name}</a>
              {id === current ? <span class="tag ok">{t('is-default')}</span> : null}
              <span class="quiet grow">{partsText(checklist)}</span>
              <button
                type="button"
                aria-label={t('copy.named', { name: checklist.name })}
                onClick={() => void begin(checklist)}
              >
                {t('copy')}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

export function partsText({
  rules,
  relations,
  manual,
  ownForms = [],
}: {
  readonly rules: object;
  readonly relations: readonly unknown[];
  readonly manual: readonly unknown[];
  readonly ownForms?: readonly unknown[];
}): string {
  const parts = t('parts', { rules: Object.keys(rules).length, relations: relations.length, manual: manual.length });
  return ownForms.length === 0 ? parts : t('parts.ownForms', { parts, count: ownForms.length });
}

async function chooseForNew(id: string | null): Promise<void> {
  const saved = await saveSetting('checklist', id ?? '');
  showToast(saved.ok ? words('choice.kept') : storageText(saved.error));
}

function DeleteButton({ id, name }: { readonly id: string; readonly name: string }) {
  const shown = name === '' ? t('unnamed') : name;
  const remove = async (): Promise<void> => {
    const deleted = await deleteChecklist(id);
    if (!deleted.ok) return showToast(storageText(deleted.error));
    showToast(t('deleted', { name: shown }), () => {
      void deleted.value().then((back) => {
        if (!back.ok) showToast(storageText(back.error));
      });
    });
  };
  return (
    <button type="button" aria-label={t('delete.named', { name: shown })} onClick={() => void remove()}>
      {t('delete')}
    </button>
  );
}
