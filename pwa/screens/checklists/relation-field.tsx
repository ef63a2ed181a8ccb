import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Completion, completionsOf, type FormTable, nameAtCaret } from '../../../core/index';
import { t } from './t';

interface RelationFieldProps {
  readonly value: string;
  readonly label: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly tables: readonly FormTable[];
  readonly onInput: (text: string) => void;
}

const OFFERED = 12;

/** A relation as text. What the name under the caret may mean is offered; arrows choose, Enter or Tab takes. */
export function RelationField({ value, label, describedBy, invalid, tables, onInput }: RelationFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  /** Null while nothing is offered: before a key, after Escape. */
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const at = caret === null ? null : nameAtCaret(value, caret);
  const offered = useMemo(() => offeredFor(at?.name ?? '', tables), [at?.name, tables]);
  const isOpen = at !== null && offered.length > 0;
  const current = offered[Math.min(chosen, offered.length - 1)];

  const take = ({ text }: Completion): void => {
    if (at === null) return;
    const rest = value.slice(at.end);
    const next = `${value.slice(0, at.start)}${text}${rest === '' ? ' ' : ''}`;
    onInput(next + rest);
    setCaret(null);
    requestAnimationFrame(() => input.current?.setSelectionRange(next.length, next.length));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (!isOpen || current === undefined) {
      if (event.key === 'ArrowDown') setCaret(input.current?.selectionStart ?? null);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((Math.min(chosen, offered.length - 1) + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(current);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
  };
  return (
    <div class="relation-field grow">
      <input
        ref={input}
        value={value}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${list}-${offered.indexOf(current ?? offered[0] ?? NONE)}` : undefined}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        placeholder={t('relation.placeholder')}
        autoComplete="off"
        spellcheck={false}
        maxLength={500}
        onInput={(event) => {
          setChosen(0);
          setCaret(event.currentTarget.selectionStart);
          onInput(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      {/* Always there: what `aria-controls` names has to be. */}
      <div id={list} role="listbox" aria-label={t('relation.offered')} class="offered" hidden={!isOpen}>
        {offered.map((each, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which has the keys (ARIA APG, combobox).
          <div
            key={each.cell}
            id={`${list}-${index}`}
            role="option"
            aria-selected={each === current}
            onMouseDown={(event) => {
              event.preventDefault();
              take(each);
            }}
          >
            <span>{each.text}</span>
            {each.text === each.cell ? null : <code class="quiet">{each.cell}</code>}
          </div>
        ))}
      </div>
    </div>
  );
}

const NONE: Completion = { cell: '', text: '' };

/** A name that is written out needs no offer. */
function offeredFor(name: string, tables: readonly FormTable[]): readonly Completion[] {
  if (name === '' || /^\d+$/.test(name)) return [];
  const found = completionsOf(name, tables, OFFERED);
  return found.some(({ text, cell }) => text === name || cell === name) ? [] : found;
}
