import type { ReportSummary } from '../../db/index';
import { intoList } from '../../filter-keys';
import { t as ofApp } from '../../t';
import { type Facets, type Matrix, SEVERITIES, type Standing } from './matrix';
import { t } from './t';
import { ruleName } from './words';

interface BarProps {
  readonly matrix: Matrix;
  readonly facets: Facets;
  readonly onChange: (over: Partial<Facets>) => void;
}

const STANDINGS: readonly Standing[] = ['wrong', 'doubtful', 'clean', 'partial', 'failed'];
const TONES: Readonly<Record<Standing, string>> = {
  wrong: 'error',
  doubtful: 'warning',
  clean: 'ok',
  partial: '',
  failed: 'error',
};

/** How many stand where; each number shows its own alone. */
export function StandingBar({ matrix, facets, onChange }: BarProps) {
  return (
    <fieldset class="standings">
      <legend class="visually-hidden">{t('standings')}</legend>
      {STANDINGS.map((standing) => (
        <button
          key={standing}
          type="button"
          class={matrix.standings[standing] === 0 ? 'nothing' : TONES[standing]}
          aria-pressed={facets.standing === standing}
          onClick={() => onChange({ standing: facets.standing === standing ? null : standing })}
        >
          <b>{matrix.standings[standing]}</b>
          <span>{t(`standing.${standing}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}

export function FacetBar({
  reports,
  matrix,
  facets,
  onChange,
}: BarProps & { readonly reports: readonly ReportSummary[] }) {
  const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  const rules =
    facets.rule === null || matrix.rules.includes(facets.rule) ? matrix.rules : [facets.rule, ...matrix.rules];
  return (
    <div class="facets row wrap">
      <input
        type="search"
        class="filter"
        data-key="/"
        value={facets.search}
        onInput={(event) => onChange({ search: event.currentTarget.value })}
        onKeyDown={intoList}
        aria-label={ofApp('list.filter')}
        placeholder={ofApp('list.filter.placeholder')}
      />
      <fieldset class="row">
        <legend class="visually-hidden">{t('severity')}</legend>
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            class="facet"
            aria-pressed={facets.severities.includes(severity)}
            onClick={() =>
              onChange({
                severities: SEVERITIES.filter((each) => (each === severity) !== facets.severities.includes(each)),
              })
            }
          >
            {t(`severity.${severity}`)}
          </button>
        ))}
      </fieldset>
      <Choice
        label={t('year')}
        all={t('year.all')}
        value={facets.year === null ? '' : String(facets.year)}
        options={years.map((year) => [String(year), String(year)])}
        onChange={(value) => onChange({ year: value === '' ? null : Number(value) })}
      />
      <Choice
        label={t('rule')}
        all={t('rule.all')}
        value={facets.rule ?? ''}
        options={rules.map((rule) => [rule, ruleName(rule)])}
        onChange={(value) => onChange({ rule: value === '' ? null : value })}
      />
      <Choice
        label={t('rows')}
        value={facets.grouping}
        options={[
          ['report', t('rows.report')],
          ['organ', t('rows.organ')],
        ]}
        onChange={(value) => onChange({ grouping: value === 'organ' ? 'organ' : 'report' })}
      />
      <span class="quiet" aria-live="polite">
        {t(facets.grouping === 'organ' ? 'shown.organs' : 'shown', { count: matrix.rows.length })}
      </span>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all?: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {all === undefined ? null : <option value="">{all}</option>}
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}
