import { intoList } from '../../filter-keys';
import { choose } from '../../library/choice';
import type { Choice, Shelf } from '../../library/facets';
import { regionKey, STANDINGS, type Standing } from '../../library/record';
import { REVIEW_STATES, type ReviewState } from '../../library/review-state';
import { ruleName } from './rule-words';
import { t } from './t';
import { REVIEW_TONES, STANDING_TONES } from './tones';

interface BarProps {
  readonly shelf: Shelf;
  readonly choice: Choice;
}

/** Search, year, region, kind of finding; each choice with what it would show. */
export function FacetBar({ shelf, choice }: BarProps) {
  const years = withOwn([...shelf.years], choice.year).sort(([a], [b]) => b - a);
  const regions = withOwn([...shelf.regions], choice.region.length === 0 ? null : regionKey(choice.region)).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const rules = withOwn([...shelf.rules], choice.rule).sort(([, a], [, b]) => b - a);
  return (
    <div class="row wrap">
      <input
        type="search"
        class="filter"
        data-key="/"
        value={choice.search}
        onInput={(event) => choose({ search: event.currentTarget.value })}
        onKeyDown={intoList}
        aria-label={t('list.filter')}
        placeholder={t('list.placeholder')}
      />
      <Select
        label={t('facet.year')}
        all={t('facet.year.all')}
        value={choice.year === null ? '' : String(choice.year)}
        options={years.map(([year, count]) => [String(year), String(year), count])}
        onChange={(value) => choose({ year: value === '' ? null : Number(value) })}
      />
      {regions.length === 0 ? null : (
        <Select
          label={t('facet.region')}
          all={t('facet.region.all')}
          value={regionKey(choice.region)}
          options={regions.map(([region, count]) => [region, indented(region), count])}
          onChange={(value) => choose({ region: value === '' ? [] : value.split(' ') })}
        />
      )}
      <Select
        label={t('facet.rule')}
        all={t('facet.rule.all')}
        value={choice.rule ?? ''}
        options={rules.map(([rule, count]) => [rule, ruleName(rule), count])}
        onChange={(value) => choose({ rule: value === '' ? null : value })}
      />
    </div>
  );
}

/** What was chosen stays among the choices, also where it shows nothing now. */
function withOwn<K>(counts: readonly (readonly [K, number])[], own: K | null): (readonly [K, number])[] {
  return own === null || counts.some(([key]) => key === own) ? [...counts] : [...counts, [own, 0]];
}

function indented(region: string): string {
  const places = region.split(' ');
  return `${'　'.repeat(places.length - 1)}${places.at(-1) ?? ''}`;
}

interface SelectProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string, count: number])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, all, value, options, onChange }: SelectProps) {
  return (
    <select
      aria-label={label}
      class={value === '' ? '' : 'chosen'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {options.map(([each, name, count]) => (
        <option key={each} value={each}>
          {t('facet.option', { name, count })}
        </option>
      ))}
    </select>
  );
}

interface StateBarProps extends BarProps {
  /** Whether the numbers are of all reports; whether the reviews are known. */
  readonly counted: boolean;
  readonly reviewed: boolean;
}

/** How many stand where, by result and by review; each number shows its own, several together. */
export function StateBar({ shelf, choice, counted, reviewed }: StateBarProps) {
  return (
    <div class="row wrap states">
      <fieldset class="row wrap">
        <legend class="quiet">{t('facet.standing')}</legend>
        {STANDINGS.map((standing) => (
          <Chip
            key={standing}
            text={t(`standing.${standing}`)}
            tone={STANDING_TONES[standing]}
            count={counted ? shelf.standings[standing] : null}
            pressed={choice.standings.includes(standing)}
            onClick={() => choose({ standings: toggled<Standing>(STANDINGS, choice.standings, standing) })}
          />
        ))}
      </fieldset>
      <fieldset class="row wrap">
        <legend class="quiet">{t('facet.review')}</legend>
        {REVIEW_STATES.map((state) => (
          <Chip
            key={state}
            text={t(`review.${state}`)}
            tone={REVIEW_TONES[state]}
            count={counted && reviewed ? shelf.reviews[state] : null}
            pressed={choice.reviews.includes(state)}
            onClick={() => choose({ reviews: toggled<ReviewState>(REVIEW_STATES, choice.reviews, state) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function toggled<T>(all: readonly T[], chosen: readonly T[], one: T): T[] {
  return all.filter((each) => (each === one) !== chosen.includes(each));
}

interface ChipProps {
  readonly text: string;
  readonly tone: string;
  readonly count: number | null;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

function Chip({ text, tone, count, pressed, onClick }: ChipProps) {
  return (
    <button type="button" class={`chip ${count === 0 ? 'nothing' : ''}`} aria-pressed={pressed} onClick={onClick}>
      <span class={`mark ${tone}`} aria-hidden="true" />
      {text} <b>{count ?? '…'}</b>
    </button>
  );
}
