import { CARRIED, type KeptForm, ownFormText, plainOwnForm } from '../../../core/exchange/own-form';
import type { OwnForm } from '../../../core/index';
import { loadOwnForms } from '../../db/index';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { t } from './t';

interface OwnFormsSectionProps {
  readonly carried: readonly OwnForm[];
  readonly onChange: (carried: readonly OwnForm[]) => void;
}

/** 自定报表格式 that the checklist carries, and those kept here that it could. A copy: what is changed here later is another. */
export function OwnFormsSection({ carried, onChange }: OwnFormsSectionProps) {
  const live = useLive(loadOwnForms, []);
  const kept = live.state === 'ready' ? live.value : [];
  const texts = new Set(carried.map(ownFormText));
  const others = kept.filter((form) => !texts.has(ownFormText(form)));
  const isFull = carried.length >= CARRIED;
  const remove = (index: number): void => {
    const before = carried;
    onChange(carried.filter((_, at) => at !== index));
    showToast(t('ownForms.removed', { name: before[index]?.name ?? '' }), () => onChange(before));
  };
  return (
    <section class="card stack" aria-labelledby="own-forms-title">
      <h2 id="own-forms-title">{t('ownForms')}</h2>
      <p class="quiet">{t('ownForms.detail')}</p>
      {carried.length === 0 ? null : (
        <ul class="carried-forms stack">
          {carried.map((form, index) => (
            <li key={ownFormText(form)} class="row">
              <span class="grow">
                {form.name} <span class="quiet">{ownFormParts(form)}</span>
              </span>
              <button
                type="button"
                aria-label={t('ownForms.remove', { name: form.name })}
                onClick={() => remove(index)}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isFull && others.length > 0 ? <p class="note warning">{t('ownForms.most', { most: CARRIED })}</p> : null}
      {others.length === 0 ? (
        <p class="quiet">{t(kept.length === 0 ? 'ownForms.none' : 'ownForms.all')}</p>
      ) : (
        <>
          <h3 id="kept-forms-title">{t('ownForms.kept')}</h3>
          <ul class="kept-forms stack" aria-labelledby="kept-forms-title">
            {others.map((form) => (
              <li key={`${form.subject} ${form.id}`} class="row">
                <span class="grow">
                  {form.name} <span class="quiet">{[ownFormParts(form), ...originOf(form)].join(' · ')}</span>
                </span>
                <button
                  type="button"
                  aria-label={t('ownForms.add', { name: form.name })}
                  disabled={isFull}
                  onClick={() => onChange([...carried, plainOwnForm(form)])}
                >
                  {t('ownForms.add.short')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function ownFormParts({ relations, rows, columns }: OwnForm): string {
  return t('ownForms.parts', { relations: relations.length, rows: rows.length, columns: columns.length });
}

function originOf({ from }: KeptForm): string[] {
  return from === null ? [] : [t('ownForms.from', { name: from })];
}
