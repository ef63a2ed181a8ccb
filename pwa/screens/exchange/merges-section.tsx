import { listMerges, type Merge } from '../../db/merges';
import { whenText } from '../../report-name';
import { useLive } from '../../use-live';
import { takeBack } from './merge';
import { t } from './t';

const SHOWN = 10;

/** What was merged, latest first, each with its way back. */
export function MergesSection() {
  const live = useLive(() => listMerges(SHOWN), []);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="merges">
      <h2 id="merges">{t('merges.title')}</h2>
      <p class="quiet">{t('merges.detail')}</p>
      <ul class="merges">
        {live.value.map((merge) => (
          <Line key={merge.id} merge={merge} />
        ))}
      </ul>
    </section>
  );
}

function Line({ merge }: { readonly merge: Merge }) {
  const when = whenText(merge.at);
  return (
    <li class="row between">
      <span>
        {t('merges.line', {
          when,
          from: merge.from,
          reports: merge.reports.length,
          opinions: merge.opinions.length,
          evidence: merge.evidence.length,
        })}
      </span>
      {merge.undone ? (
        <span class="quiet nowrap">{t('merges.undone')}</span>
      ) : (
        <button type="button" aria-label={t('merges.undo.named', { when })} onClick={() => void takeBack(merge.id)}>
          {t('merges.undo')}
        </button>
      )}
    </li>
  );
}
