import type { ReviewStatus } from '../../../core/exchange/schema';
import type { Severity } from '../../../core/index';
import type { ReportSummary } from '../../db/index';
import { chosenReports } from '../../handouts/choice';
import { inYear } from '../../handouts/in-year';
import type { HandoutOptions, HandoutScope } from '../../handouts/options';
import { units } from '../../library/units';
import { reportName } from '../../report-name';
import { hrefOf } from '../../route';
import { t } from './t';

interface ScopeFormProps {
  /** The one report that is handed out, if it is one. */
  readonly id: string | null;
  readonly reports: readonly ReportSummary[];
  /** Chosen on another screen. */
  readonly chosen: boolean;
  readonly years: readonly number[];
  readonly scope: HandoutScope;
  readonly options: HandoutOptions;
  readonly onYear: (year: number | null) => void;
  readonly onChange: (over: Partial<HandoutOptions>) => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const STATUSES: readonly ReviewStatus[] = ['open', 'confirmed', 'fixed', 'deferred', 'dismissed'];

/** Which reports and which problems: the same for all that is handed out. */
export function ScopeForm({ id, reports, chosen, years, scope, options, onYear, onChange }: ScopeFormProps) {
  return (
    <section class="card stack" aria-labelledby="scope">
      <h2 id="scope">{t('scope')}</h2>
      <div class="row wrap">
        {id === null ? (
          <label class="row">
            {t('scope.year')}
            <select
              value={scope.year === null ? '' : String(scope.year)}
              onChange={({ currentTarget: { value } }) => onYear(value === '' ? null : Number(value))}
            >
              <option value="">{t('scope.year.all')}</option>
              {years.map((year) => (
                <option key={year} value={String(year)}>
                  {year}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <b>{reports[0] === undefined ? '' : reportName(reports[0])}</b>
        )}
        <span class="quiet" aria-live="polite">
          {t(chosen ? 'scope.chosen' : 'scope.count', { count: reports.filter(inYear(scope.year)).length })}
        </span>
        {chosen ? (
          <button
            type="button"
            onClick={() => {
              chosenReports.value = null;
            }}
          >
            {t('scope.all')}
          </button>
        ) : null}
        {id === null ? null : <a href={hrefOf({ screen: 'handouts', id: null })}>{t('scope.all')}</a>}
      </div>
      <Toggles
        label={t('scope.severities')}
        all={SEVERITIES}
        on={options.severities}
        text={(severity) => t(`severity.${severity}`)}
        onChange={(severities) => onChange({ severities })}
      />
      <Toggles
        label={t('scope.statuses')}
        all={STATUSES}
        on={options.statuses}
        text={(status) => t(`status.${status}`)}
        onChange={(statuses) => onChange({ statuses })}
      />
      <div class="fields">
        <label class="stack">
          {t('scope.region')}
          <input
            type="text"
            maxLength={60}
            value={options.region}
            placeholder={t('scope.region.example')}
            onInput={(event) => onChange({ region: event.currentTarget.value })}
          />
        </label>
        <label class="stack">
          {t('scope.deadline')}
          <input
            type="text"
            maxLength={60}
            value={options.deadline}
            placeholder={t('scope.deadline.example')}
            onInput={(event) => onChange({ deadline: event.currentTarget.value })}
          />
        </label>
        <label class="stack">
          {t('scope.language')}
          <select
            value={options.language}
            onChange={(event) => onChange({ language: event.currentTarget.value === 'en' ? 'en' : 'zh-CN' })}
          >
            <option value="zh-CN" lang="zh-CN">
              中文
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </label>
      </div>
      {id === null ? (
        <p class="row wrap">
          {units.value.units.length === 0
            ? t('scope.units.none')
            : t('scope.units', { count: units.value.units.length })}
          <a href={hrefOf({ screen: 'organs' })}>{t('scope.units.edit')}</a>
        </p>
      ) : null}
    </section>
  );
}

interface TogglesProps<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly on: readonly T[];
  readonly text: (each: T) => string;
  readonly onChange: (on: T[]) => void;
}

function Toggles<T extends string>({ label, all, on, text, onChange }: TogglesProps<T>) {
  return (
    <fieldset class="toggles row wrap">
      <legend>{label}</legend>
      {all.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={on.includes(each)}
          onClick={() => onChange(all.filter((other) => (other === each) !== on.includes(other)))}
        >
          {text(each)}
        </button>
      ))}
    </fieldset>
  );
}
