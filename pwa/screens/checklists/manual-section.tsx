import type { Checklist, ManualItem } from '../../../core/index';
import { randomId } from '../../db/index';
import { showToast } from '../../ui/index';
import { t } from './t';

interface ManualSectionProps {
  readonly manual: Checklist['manual'];
  readonly onChange: (manual: Checklist['manual']) => void;
}

/** 人工核查事项: what no rule can check, who looks at it, until when. */
export function ManualSection({ manual, onChange }: ManualSectionProps) {
  const set = (index: number, over: Partial<ManualItem>): void =>
    onChange(manual.map((item, at) => (at === index ? withoutBlank({ ...item, ...over }) : item)));
  const remove = (index: number): void => {
    const before = manual;
    onChange(manual.filter((_, at) => at !== index));
    showToast(t('manual.removed'), () => onChange(before));
  };
  return (
    <section class="card stack" aria-labelledby="manual-title">
      <h2 id="manual-title">{t('manual')}</h2>
      <p class="quiet">{t('manual.detail')}</p>
      {manual.length === 0 ? null : (
        <ol class="manual-items">
          {manual.map((item, index) => (
            <li key={item.id} class="row wrap">
              <input
                class="grow"
                value={item.text}
                aria-label={t('manual.text', { number: index + 1 })}
                onInput={(event) => set(index, { text: event.currentTarget.value })}
              />
              <input
                value={item.who ?? ''}
                size={10}
                aria-label={t('manual.who', { number: index + 1 })}
                placeholder={t('manual.who.placeholder')}
                onInput={(event) => set(index, { who: event.currentTarget.value })}
              />
              <input
                value={item.by ?? ''}
                size={7}
                aria-label={t('manual.by', { number: index + 1 })}
                placeholder={t('manual.by.placeholder')}
                onInput={(event) => set(index, { by: event.currentTarget.value })}
              />
              <button
                type="button"
                aria-label={t('manual.remove', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ol>
      )}
      <div>
        <button type="button" onClick={() => onChange([...manual, { id: randomId(), text: '' }])}>
          {t('manual.add')}
        </button>
      </div>
    </section>
  );
}

/** Nothing said is nobody, not an empty name. */
function withoutBlank({ id, text, who, by }: ManualItem): ManualItem {
  return {
    id,
    text,
    ...(who === undefined || who === '' ? {} : { who }),
    ...(by === undefined || by === '' ? {} : { by }),
  };
}
