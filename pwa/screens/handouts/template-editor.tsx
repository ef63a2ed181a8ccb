import { useState } from 'preact/hooks';
import { type ChosenColumn, completed, type HandoutOptions, USUAL_COLUMNS } from '../../handouts/options';
import { wordsIn } from '../../handouts/words';
import { showToast } from '../../ui/index';
import { t } from './t';

interface TemplateEditorProps {
  readonly options: HandoutOptions;
  readonly onChange: (over: Partial<HandoutOptions>) => void;
}

/** Columns of the ledger: named, ordered, left out; kept under a name for another time. */
export function TemplateEditor({ options, onChange }: TemplateEditorProps) {
  const { columns } = options;
  const change = (index: number, over: Partial<ChosenColumn>): void =>
    onChange({ columns: columns.map((column, at) => (at === index ? { ...column, ...over } : column)) });
  const move = (index: number, by: -1 | 1): void => {
    const next = [...columns];
    const [column] = next.splice(index, 1);
    if (column === undefined) return;
    next.splice(index + by, 0, column);
    onChange({ columns: next });
  };
  return (
    <details class="template">
      <summary>{t('columns', { shown: columns.filter(({ shown }) => shown).length, all: columns.length })}</summary>
      <ol>
        {columns.map((column, index) => (
          <ColumnRow
            key={column.id}
            column={column}
            usual={wordsIn(options.language)(`ledger.${column.id}`)}
            isFirst={index === 0}
            isLast={index === columns.length - 1}
            onChange={(over) => change(index, over)}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ol>
      <Templates options={options} onChange={onChange} />
    </details>
  );
}

interface ColumnRowProps {
  readonly column: ChosenColumn;
  readonly usual: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (over: Partial<ChosenColumn>) => void;
  readonly onMove: (by: -1 | 1) => void;
}

function ColumnRow({ column, usual, isFirst, isLast, onChange, onMove }: ColumnRowProps) {
  return (
    <li class="row">
      <input
        type="checkbox"
        checked={column.shown}
        aria-label={t('columns.show', { name: usual })}
        onChange={(event) => onChange({ shown: event.currentTarget.checked })}
      />
      <input
        type="text"
        class="grow"
        maxLength={60}
        value={column.name}
        placeholder={usual}
        aria-label={t('columns.name', { name: usual })}
        onInput={(event) => onChange({ name: event.currentTarget.value })}
      />
      {/* Not disabled: what the focus is on would lose it at the end of the way. */}
      <button
        type="button"
        aria-disabled={isFirst}
        aria-label={t('columns.up', { name: usual })}
        onClick={() => (isFirst ? undefined : onMove(-1))}
      >
        ↑
      </button>
      <button
        type="button"
        aria-disabled={isLast}
        aria-label={t('columns.down', { name: usual })}
        onClick={() => (isLast ? undefined : onMove(1))}
      >
        ↓
      </button>
    </li>
  );
}

const MOST = 50;

function Templates({ options: { columns, templates }, onChange }: TemplateEditorProps) {
  const [name, setName] = useState('');
  const own = name.trim();
  const keep = (): void => {
    const others = templates.filter((each) => each.name !== own);
    onChange({ templates: [...others, { name: own, columns }].slice(-MOST) });
    setName('');
    showToast(t('template.kept', { name: own }));
  };
  return (
    <div class="stack">
      <div class="row wrap">
        <input
          type="text"
          maxLength={60}
          value={name}
          placeholder={t('template.name')}
          aria-label={t('template.name')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="button" disabled={own === ''} onClick={keep}>
          {t('template.keep')}
        </button>
        <button type="button" onClick={() => onChange({ columns: [...USUAL_COLUMNS] })}>
          {t('template.usual')}
        </button>
      </div>
      {templates.length === 0 ? null : (
        <ul class="templates">
          {templates.map((template) => (
            <li key={template.name} class="row">
              <button type="button" onClick={() => onChange({ columns: completed(template.columns) })}>
                {t('template.use', { name: template.name })}
              </button>
              <button
                type="button"
                class="plain"
                aria-label={t('template.remove.named', { name: template.name })}
                onClick={() => {
                  onChange({ templates: templates.filter((each) => each !== template) });
                  showToast(t('template.removed', { name: template.name }), () => onChange({ templates }));
                }}
              >
                {t('template.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
