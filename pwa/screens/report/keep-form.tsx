import { useState } from 'preact/hooks';
import type { KeptForm } from '../../../core/exchange/own-form';
import { type InferredTable, ownFormOf } from '../../../core/index';
import { keepOwnForm, randomId } from '../../db/index';
import { storageText } from '../../failure-text';
import { showToast } from '../../ui/index';
import { t } from './t';

interface KeepFormProps {
  readonly table: InferredTable;
  /** Keys of the relations. */
  readonly confirmed: readonly string[];
  /** The form that the table is of already: they join it. */
  readonly into: KeptForm | null;
}

/** What was confirmed on a table becomes a form of one's own. */
export function KeepForm({ table, confirmed, into }: KeepFormProps) {
  const [name, setName] = useState(into?.name ?? table.caption);
  const keep = async (): Promise<void> => {
    const own = ownFormOf(name.trim(), table, new Set(confirmed));
    const form = { ...own, relations: [...(into?.relations ?? []), ...own.relations] };
    const kept = await keepOwnForm(into?.id ?? randomId(), form);
    showToast(kept.ok ? t('inferred.kept', { name: form.name }) : storageText(kept.error));
  };
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p class="quiet">{t('inferred.keep.detail', { count: confirmed.length })}</p>
      <label class="stack">
        {t('inferred.keep.name')}
        <input value={name} maxLength={60} required onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <div>
        <button type="submit" class="main" disabled={name.trim() === ''}>
          {t('inferred.keep')}
        </button>
      </div>
    </form>
  );
}
