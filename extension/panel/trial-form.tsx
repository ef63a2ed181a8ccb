/** 试算: other values in the cells of a finding, and what becomes of the sums. Nothing of it is kept. */
import { useMemo, useState } from 'preact/hooks';
import { type CellId, cellName, type Finding, type Outcome, type TrialSum, tryValues } from '../../core/index';
import { language, SumLineView } from '../../pwa/ui/index';
import { t } from './t';

interface TrialFormProps {
  readonly finding: Finding;
  readonly outcome: Outcome;
  readonly onCell: (cell: CellId) => void;
}

/** More cells than these one takes from the list. */
const OFFERED = 6;

export function TrialForm({ finding, outcome, onCell }: TrialFormProps) {
  const [values, setValues] = useState<Readonly<Record<CellId, string>>>({});
  const [more, setMore] = useState<readonly CellId[]>([]);
  const keys = finding.relations.map(({ id, at }) => `${id}@${at}`);
  const known = useMemo(() => cellsOf(keys, outcome), [finding, outcome]);
  const suspects = finding.suspects.map(({ cell }) => cell).slice(0, OFFERED);
  const first = suspects.length > 0 ? suspects : known.slice(0, 1);
  const fields = [...first, ...more];
  const trial = tryValues(outcome, values, keys, language.value);
  const set = (cell: CellId, value: string): void => {
    const { [cell]: _, ...others } = values;
    // The page's own number is no trial.
    setValues(value === '' || value === outcome.facts[cell]?.raw.trim() ? others : { ...others, [cell]: value });
  };
  const reset = (): void => {
    setValues({});
    setMore([]);
  };
  return (
    <section class="stack trial" aria-label={t('trial.title')}>
      <p class="quiet">{t('trial.note')}</p>
      {fields.map((cell) => (
        <label key={cell} class="row wrap between">
          <span>{cellName(cell, outcome, language.value)}</span>
          <span class="row">
            <s>{outcome.facts[cell]?.raw.trim() || t('trial.blank')}</s>
            <input
              inputMode="numeric"
              size={6}
              value={values[cell] ?? ''}
              placeholder={String(finding.suspects.find((change) => change.cell === cell)?.expected ?? '')}
              onInput={(event) => set(cell, event.currentTarget.value.trim())}
            />
          </span>
        </label>
      ))}
      <div class="row wrap">
        <select
          aria-label={t('trial.more')}
          value=""
          onChange={(event) => {
            const cell = event.currentTarget.value;
            if (cell !== '') setMore([...more, cell]);
            event.currentTarget.value = '';
          }}
        >
          <option value="">{t('trial.more')}</option>
          {known
            .filter((cell) => !fields.includes(cell))
            .map((cell) => (
              <option key={cell} value={cell}>
                {cellName(cell, outcome, language.value)} {outcome.facts[cell]?.raw.trim()}
              </option>
            ))}
        </select>
        <button type="button" disabled={Object.keys(values).length === 0 && more.length === 0} onClick={reset}>
          {t('trial.reset')}
        </button>
      </div>
      <div class="stack" role="status">
        {trial.sums.map((sum) => (
          <TriedSum key={sum.line.relation} sum={sum} onCell={onCell} />
        ))}
        <p class="quiet">{t('trial.count', trial.inconsistent)}</p>
      </div>
    </section>
  );
}

function TriedSum({ sum, onCell }: { readonly sum: TrialSum; readonly onCell: (cell: CellId) => void }) {
  const tone = { consistent: 'ok', inconsistent: 'error', unchecked: 'warning', notApplicable: 'none' } as const;
  return (
    <div class="tried">
      <span class={`tag ${tone[sum.now]}`}>{t(`trial.${sum.now}`)}</span>
      {sum.before === sum.now ? null : (
        <span class="quiet"> {t('trial.before', { state: t(`trial.${sum.before}`) })}</span>
      )}
      <SumLineView line={sum.line} onCell={onCell} />
    </div>
  );
}

function cellsOf(keys: readonly string[], outcome: Outcome): readonly CellId[] {
  const relations = outcome.relations.filter(({ relation: { id, at } }) => keys.includes(`${id}@${at}`));
  return [...new Set(relations.flatMap(({ relation }) => [...relation.left, ...relation.right]))];
}
