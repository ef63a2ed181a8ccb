import { useState } from 'preact/hooks';
import { storageText } from '../../failure-text';
import { choose, isSameChoice, keepView, saveViews, type View, views } from '../../library/choice';
import { type Choice, EVERYTHING } from '../../library/facets';
import { showToast } from '../../ui/index';
import { t } from './t';

/** 常用视图: kept choices, one click each. */
export function ViewBar({ choice }: { readonly choice: Choice }) {
  const list = views.value;
  const [naming, setNaming] = useState(false);
  const isKept = list.some((view) => isSameChoice(view.choice, choice));
  const isPlain = isSameChoice(choice, EVERYTHING);
  if (list.length === 0 && isPlain && !naming) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons.
    <div class="row wrap views" role="group" aria-label={t('view.label')}>
      {list.length === 0 ? null : <span class="quiet">{t('view.label')}</span>}
      {list.map((view) => (
        <span key={view.name} class="view row">
          <button type="button" aria-pressed={isSameChoice(view.choice, choice)} onClick={() => choose(view.choice)}>
            {view.name}
          </button>
          <button
            type="button"
            class="plain"
            aria-label={t('view.delete.named', { name: view.name })}
            onClick={() => void remove(view)}
          >
            ×
          </button>
        </span>
      ))}
      {naming ? (
        <NameForm
          onName={(name) => {
            setNaming(false);
            void keep(name, choice);
          }}
          onCancel={() => setNaming(false)}
        />
      ) : isKept || isPlain ? null : (
        <button type="button" onClick={() => setNaming(true)}>
          {t('view.keep')}
        </button>
      )}
    </div>
  );
}

interface NameFormProps {
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ onName, onCancel }: NameFormProps) {
  const [name, setName] = useState('');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <input
        ref={(input) => input?.focus()}
        required
        maxLength={40}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        aria-label={t('view.name')}
        placeholder={t('view.name')}
      />
      <button type="submit" class="main" disabled={name.trim() === ''}>
        {t('view.confirm')}
      </button>
    </form>
  );
}

async function keep(name: string, choice: Choice): Promise<void> {
  const before = views.value;
  const kept = await keepView(name, choice);
  showToast(kept.ok ? t('view.kept', { name }) : storageText(kept.error), () => void saveViews(before));
}

async function remove({ name }: View): Promise<void> {
  const before = views.value;
  const saved = await saveViews(before.filter((view) => view.name !== name));
  showToast(saved.ok ? t('view.deleted', { name }) : storageText(saved.error), () => void saveViews(before));
}
