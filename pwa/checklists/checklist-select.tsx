import { useId } from 'preact/hooks';
import { listChecklists } from '../db/checklists';
import { language } from '../ui/i18n';
import { useLive } from '../use-live';
import { readyIn } from './ready/ready';
import { t } from './t';

interface ChecklistSelectProps {
  readonly label: string;
  /** Id; null: none. */
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
  /** What a first entry says that leaves the choice to another place; its value is undefined. */
  readonly open?: { readonly text: string; readonly chosen: boolean; readonly onChoose: () => void };
}

const NONE = '-';
const OPEN = '';

/** All checklists by name. One that was chosen and deleted since is still shown as what it is. */
export function ChecklistSelect({ label, value, onChoose, open }: ChecklistSelectProps) {
  const live = useLive(listChecklists, []);
  const field = useId();
  const own = live.state === 'ready' ? live.value.checklists : [];
  const ready = readyIn(language.value);
  const isKnown = value === null || [...own, ...ready].some(({ id }) => id === value);
  const current = open?.chosen === true ? OPEN : (value ?? NONE);
  return (
    <span class="row wrap checklist-select">
      <label class="quiet nowrap" for={field}>
        {label}
      </label>
      <select
        id={field}
        value={current}
        onChange={(event) => {
          const { value: next } = event.currentTarget;
          if (next === OPEN) open?.onChoose();
          else onChoose(next === NONE ? null : next);
        }}
      >
        {open === undefined ? null : <option value={OPEN}>{open.text}</option>}
        <option value={NONE}>{t('none')}</option>
        {own.length === 0 ? null : (
          <optgroup label={t('group.own')}>
            {own.map(({ id, checklist }) => (
              <option key={id} value={id}>
                {checklist.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('group.ready')}>
          {ready.map(({ id, checklist }) => (
            <option key={id} value={id}>
              {checklist.name}
            </option>
          ))}
        </optgroup>
        {isKnown || live.state !== 'ready' ? null : <option value={value}>{t('gone')}</option>}
      </select>
    </span>
  );
}
