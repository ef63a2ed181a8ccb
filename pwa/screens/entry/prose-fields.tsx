import type { Form } from '../../../core/index';
import { MAX_PROSE } from './limits';
import { t } from './t';
import type { EntryAtWork } from './use-entry';

const NUMERALS = '一二三四五六';

/** The text of each section, for those who want it checked against the tables. */
export function ProseFields({ work: { entry, change }, form }: { readonly work: EntryAtWork; readonly form: Form }) {
  const changeText = (number: string, text: string): void =>
    change((now) => ({ prose: { ...now.prose, [number]: text } }), `prose ${number}`);
  return (
    <details class="prose-fields" open={Object.values(entry.prose).some((text) => text !== '')}>
      <summary>{t('entry.prose')}</summary>
      <p class="quiet">{t('entry.prose.detail')}</p>
      {form.sections.map((name, index) => {
        const number = String(index + 1);
        return (
          <label key={number} class="stack" lang="zh-CN">
            <span>
              {NUMERALS[index]}、{name}
            </span>
            <textarea
              rows={3}
              maxLength={MAX_PROSE}
              value={entry.prose[number] ?? ''}
              onInput={(event) => changeText(number, event.currentTarget.value)}
            />
          </label>
        );
      })}
    </details>
  );
}
