import type { ComponentChildren } from 'preact';
import type { ReportSummary } from '../../db/index';
import { inYear } from '../../handouts/in-year';
import type { Asked } from '../../handouts/messages';
import type { HandoutOptions, HandoutScope } from '../../handouts/options';
import { reportName } from '../../report-name';
import { make, making } from './maker';
import { t } from './t';
import { TemplateEditor } from './template-editor';

interface CardsProps {
  readonly reports: readonly ReportSummary[];
  readonly scope: HandoutScope;
  readonly options: HandoutOptions;
  /** One report alone: nothing is summed and nobody is counted. */
  readonly one: boolean;
  readonly onChange: (over: Partial<HandoutOptions>) => void;
  readonly onRegion: (id: string | null) => void;
}

export function HandoutCards({ reports, scope, options, one, onChange, onRegion }: CardsProps) {
  const button = (asked: Asked, main = false) => (
    <button
      key={asked}
      type="button"
      class={main ? 'main' : ''}
      disabled={making.value.state === 'busy'}
      onClick={() => make(asked, options, scope)}
    >
      {t(`make.${asked}`)}
    </button>
  );
  return (
    <div class="handout-cards">
      <Card name="ledger">
        <div class="row wrap">
          {button('ledger-xlsx', true)}
          {button('ledger-csv')}
          {button('ledger-json')}
          {button('ledger-html')}
          {button('print')}
        </div>
        {one ? null : (
          <label class="row">
            <input
              type="checkbox"
              checked={options.sheetPerUnit}
              onChange={(event) => onChange({ sheetPerUnit: event.currentTarget.checked })}
            />
            {t('ledger.sheets')}
          </label>
        )}
        <TemplateEditor options={options} onChange={onChange} />
      </Card>
      <Card name="lists">
        {one ? null : (
          <fieldset class="row wrap">
            <legend class="visually-hidden">{t('lists.how')}</legend>
            {(['zip', 'one'] as const).map((each) => (
              <label key={each} class="row">
                <input
                  type="radio"
                  name="lists"
                  checked={options.lists === each}
                  onChange={() => onChange({ lists: each })}
                />
                {t(`lists.${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        <div class="row wrap">{button('problem-lists', true)}</div>
      </Card>
      {one ? null : (
        <>
          <Card name="rollUp">
            <RegionChoice reports={reports} scope={scope} onRegion={onRegion} />
            <div class="row wrap">
              {button('roll-up', true)}
              {button('roll-up-view')}
            </div>
          </Card>
          <Card name="bulletin">
            <div class="row wrap">{button('bulletin', true)}</div>
          </Card>
          <Card name="carryOver">
            <div class="row wrap">{button('carry-over', true)}</div>
          </Card>
        </>
      )}
    </div>
  );
}

type CardName = 'ledger' | 'lists' | 'rollUp' | 'bulletin' | 'carryOver';

function Card({ name, children }: { readonly name: CardName; readonly children: ComponentChildren }) {
  return (
    <section class={`card stack ${name}`} aria-labelledby={`handout-${name}`}>
      <h2 id={`handout-${name}`}>{t(`card.${name}`)}</h2>
      <p class="quiet">{t(`card.${name}.detail`)}</p>
      {children}
    </section>
  );
}

/** Whose report counts the whole region. Nobody but the person knows that for certain. */
function RegionChoice({ reports, scope, onRegion }: Pick<CardsProps, 'reports' | 'scope' | 'onRegion'>) {
  const year = scope.year ?? reports.reduce((latest, each) => Math.max(latest, each.year ?? 0), 0);
  const possible = reports.filter(inYear(year)).filter(({ organ }) => organ !== null);
  return (
    <label class="row wrap">
      {t('rollUp.region')}
      <select
        value={scope.regionReport ?? ''}
        onChange={({ currentTarget: { value } }) => onRegion(value === '' ? null : value)}
      >
        <option value="">{t('rollUp.region.none')}</option>
        {possible.map((report) => (
          <option key={report.id} value={report.id}>
            {reportName(report)}
          </option>
        ))}
      </select>
    </label>
  );
}
