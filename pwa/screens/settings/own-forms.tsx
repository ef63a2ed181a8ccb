import { useState } from 'preact/hooks';
import type { KeptForm } from '../../../core/exchange/own-form';
import type { OwnForm } from '../../../core/index';
import { keepOwnForm, loadOwnForms } from '../../db/index';
import { storageText } from '../../failure-text';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { own } from './t';

/** 自定报表格式: what was confirmed on tables of unknown form. */
export function OwnForms() {
  const live = useLive(loadOwnForms, []);
  const forms = live.state === 'ready' ? live.value : [];
  return (
    <section class="card stack">
      <h2>{own('ownForms.title')}</h2>
      {forms.length === 0 ? <p class="quiet">{own('ownForms.none')}</p> : <p class="quiet">{own('ownForms.travel')}</p>}
      {forms.map((form) =>
        form.from === null ? (
          <FormRow key={form.id} form={form} />
        ) : (
          <p key={`${form.subject} ${form.id}`} class="row wrap carried-form">
            <b>{form.name}</b>
            <span class="quiet">
              {own('ownForms.from', { name: form.from })} · {partsOf(form)}
            </span>
          </p>
        ),
      )}
    </section>
  );
}

function partsOf({ relations, rows, columns }: KeptForm): string {
  return own('ownForms.detail', { relations: relations.length, rows: rows.length, columns: columns.length });
}

function FormRow({ form }: { readonly form: KeptForm }) {
  const [name, setName] = useState(form.name);
  const remove = async (): Promise<void> => {
    if (await tell(form.id, null))
      showToast(own('ownForms.deleted', { name: form.name }), () => void tell(form.id, form));
  };
  return (
    <form
      class="row wrap own-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void tell(form.id, { ...form, name: name.trim() });
      }}
    >
      <input
        aria-label={own('ownForms.name')}
        value={name}
        maxLength={60}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" disabled={name.trim() === '' || name.trim() === form.name}>
        {own('ownForms.rename')}
      </button>
      <button
        type="button"
        aria-label={own('ownForms.delete.named', { name: form.name })}
        onClick={() => void remove()}
      >
        {own('ownForms.delete')}
      </button>
      <span class="quiet">{partsOf(form)}</span>
    </form>
  );
}

async function tell(id: string, form: OwnForm | null): Promise<boolean> {
  const kept = await keepOwnForm(id, form);
  if (!kept.ok) showToast(storageText(kept.error));
  return kept.ok;
}
