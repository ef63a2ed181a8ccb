import { useState } from 'preact/hooks';
import { SeverityTag } from '../../pwa/ui/index';
import { evidenceAddress, reportAddress } from './addresses';
import { failureText } from './failure-text';
import { isDue } from './round-bar';
import type { RoundSession } from './round-session';
import type { RoundItem, RoundResult } from './store';
import { t } from './t';
import { Verdicts } from './verdicts';

/** Rows drawn at first: thousands would take a moment at each tick. */
const SHOWN = 200;

/** The list, with what came of each. */
export function ItemTable({ session, recheck }: { readonly session: RoundSession; readonly recheck: boolean }) {
  const [limit, setLimit] = useState(SHOWN);
  const items = session.shown.value;
  if (items.length === 0) return <p>{t('table.empty')}</p>;
  const rest = items.length - limit;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="round-table" aria-label={t('table.label')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('table.tick')}</th>
              <th scope="col">{t('table.organ')}</th>
              <th scope="col">{t('table.report')}</th>
              <th scope="col">{t('table.year')}</th>
              {recheck ? null : <th scope="col">{t('table.date')}</th>}
              <th scope="col">{t('table.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, limit).map((item) => (
              <Row key={item.id} session={session} item={item} recheck={recheck} />
            ))}
          </tbody>
        </table>
      </section>
      {rest > 0 ? (
        <p>
          <button type="button" onClick={() => setLimit(limit + 5 * SHOWN)}>
            {t('table.more', { count: Math.min(rest, 5 * SHOWN) })}
          </button>
        </p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly session: RoundSession;
  readonly item: RoundItem;
  readonly recheck: boolean;
}

function Row({ session, item, recheck }: RowProps) {
  const { id, title, address, result } = item;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t('tick.one', { title })}
          checked={session.ticked.value.has(id)}
          disabled={!isDue(item) || session.progress.value !== null}
          onChange={(event) => session.tick([id], event.currentTarget.checked)}
        />
      </td>
      <td>{result?.organ ?? item.organ}</td>
      <th scope="row">
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      </th>
      <td class="number">{result?.year ?? item.year ?? ''}</td>
      {recheck ? null : (
        <td class="number">
          {item.date}
          {result === null ? null : <Late late={result.late} />}
        </td>
      )}
      <td>
        <State item={item} />
      </td>
    </tr>
  );
}

function Late({ late }: Pick<RoundResult, 'late'>) {
  if (late === null) return null;
  const { limit } = late;
  return <span class="tag warning">{late.early ? t('date.early', { limit }) : t('date.late', { limit })}</span>;
}

function State({ item }: { readonly item: RoundItem }) {
  const { state, result, failure, tab, before } = item;
  if (failure !== null) return <Failed item={item} failure={failure} />;
  if (result === null) return <span class="quiet">{t(state === 'waiting' ? 'state.waiting' : 'state.listed')}</span>;
  return (
    <div class="row wrap">
      {before === null ? <Counts result={result} /> : <Verdicts before={before} changes={result.changes} />}
      <a href={reportAddress(result.report)} target="_blank" rel="noreferrer">
        {t('state.open')}
      </a>
      {result.sealed === true ? (
        <a href={evidenceAddress(result.report)} target="_blank" rel="noreferrer">
          {t('state.evidence')}
        </a>
      ) : null}
      {result.known ? <span class="quiet">{t('state.known')}</span> : null}
      {tab ? <span class="quiet">{t('state.tab')}</span> : null}
    </div>
  );
}

function Failed({ item, failure }: { readonly item: RoundItem; readonly failure: NonNullable<RoundItem['failure']> }) {
  const gone = item.before !== null && failure.code === 'http' && (failure.status === 404 || failure.status === 410);
  return (
    <div class="row wrap">
      <SeverityTag severity="warning" />
      <span>{gone ? t('verdict.gone', { status: failure.status }) : failureText(failure)}</span>
    </div>
  );
}

function Counts({ result: { errors, warnings } }: { readonly result: RoundResult }) {
  return (
    <>
      {errors > 0 ? <span class="tag error">{t('state.errors', { count: errors })}</span> : null}
      {warnings > 0 ? <span class="tag warning">{t('state.warnings', { count: warnings })}</span> : null}
      {errors + warnings === 0 ? <span class="tag ok">{t('state.clean')}</span> : null}
    </>
  );
}
