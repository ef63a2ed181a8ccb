import { explainOmission, explainOutcome } from '../../core/index';
import { ErrorNote, language } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { appAddress } from './open-app';
import type { PanelSession } from './panel-session';
import { t } from './t';

/** As many numbers as say what is meant; the count says the rest. */
const LISTED = 12;

/** What stands beside the findings so that nobody takes silence for completeness. */
export function Notes({ session, page }: { readonly session: PanelSession; readonly page: PageReport }) {
  const { outcome, document, anchors } = page;
  const lost = Object.values(anchors).filter((state) => state === 'lost').length;
  const hidden = Object.values(anchors).filter((state) => state === 'hidden').length;
  const now = session.now.value;
  const recognised = outcome.status !== 'unrecognised';
  const texts = [
    lost > 0 ? t('lost.note', { count: lost }) : '',
    hidden > 0 ? t('hidden.note', { count: hidden }) : '',
    outcome.unclaimed.length > 0
      ? t('unclaimed.note', {
          count: outcome.unclaimed.length,
          list: outcome.unclaimed
            .slice(0, LISTED)
            .map(({ raw }) => raw)
            .join('、'),
        })
      : '',
    outcome.further.length > 0 ? t('further.note', { count: outcome.further.length }) : '',
    outcome.failures.length > 0
      ? t('failures.note', {
          count: outcome.failures.length,
          list: outcome.failures.map(({ rule }) => rule).join('、'),
        })
      : '',
    // An unrecognised page says what its frames mean among what can be done; elsewhere they are side matter.
    ...document.omissions
      .filter(({ code }) => recognised && code !== 'frame-not-read')
      .map((omission) => explainOmission(omission, language.value)),
  ].filter((text) => text !== '');
  return (
    <>
      {now === 'gone' || now === 'closed' ? (
        <ErrorNote severity="warning" title={t(`${now}.title`)}>
          <p>{t(`${now}.text`)}</p>
        </ErrorNote>
      ) : null}
      {outcome.status === 'partial' ? (
        <ErrorNote severity="warning" title={t('partial.title')}>
          <p>{explainOutcome(outcome, language.value).coverage}</p>
        </ErrorNote>
      ) : null}
      {outcome.unclaimed.length > 0 && now === 'there' ? (
        <p class="row">
          <button
            type="button"
            aria-pressed={session.unclaimedShown.value}
            onClick={() => void session.showUnclaimed(!session.unclaimedShown.value)}
          >
            {t(session.unclaimedShown.value ? 'unclaimed.hide' : 'unclaimed.show')}
          </button>
          <span class="quiet">{t('unclaimed.count', { count: outcome.unclaimed.length })}</span>
        </p>
      ) : null}
      {page.beside === null ? null : (
        <p class="quiet">
          {t('beside.note')}{' '}
          <a href={appAddress(page.beside)} target="_blank" rel="noreferrer">
            {t('beside.open')}
          </a>
        </p>
      )}
      {texts.length === 0 ? null : (
        <ul class="notes quiet">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
