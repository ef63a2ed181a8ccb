import { explainOutcome, type Outcome } from '../../core/index';
import { language } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { OpenApp } from './open-app';
import { t } from './t';

/** No findings: all agrees, or nothing was there to check. The two must never look alike. */
export function NothingFound({ page }: { readonly page: PageReport }) {
  const { outcome } = page;
  if (outcome.status === 'unrecognised') return <Unrecognised page={page} />;
  if (outcome.status === 'blank-form') return <Statement title={t('blank.title')} text={t('blank.text')} />;
  const { headline, coverage } = explainOutcome(outcome, language.value);
  const agreed = agreement(outcome);
  if (agreed === null) return <Statement title={headline} text={coverage} />;
  return <Statement title={agreed} text={t('clean.text')} ok />;
}

function Statement({
  title,
  text,
  ok = false,
}: {
  readonly title: string;
  readonly text: string;
  readonly ok?: boolean;
}) {
  return (
    <section class={ok ? 'statement ok' : 'statement'} role="status">
      <h2>{title}</h2>
      <p class="quiet">{text}</p>
    </section>
  );
}

/** Said only where every relation was checked. */
function agreement({ status, coverage: { relations } }: Outcome): string | null {
  const { expected, consistent, notApplicable } = relations;
  if (status !== 'checked' || consistent === 0 || consistent + notApplicable !== expected) return null;
  return notApplicable === 0 ? t('clean.all', { count: expected }) : t('clean.some', { consistent, notApplicable });
}

function Unrecognised({ page }: { readonly page: PageReport }) {
  const { other } = page.outcome;
  const frames = page.document.omissions.find(({ code }) => code === 'frame-not-read')?.count ?? 0;
  return (
    <section class="statement" role="status">
      <h2>{other === undefined ? t('unrecognised.title') : explainOutcome(page.outcome, language.value).headline}</h2>
      <p>{t('unrecognised.text')}</p>
      <ul>
        {frames > 0 ? <li>{t('unrecognised.frames', { count: frames })}</li> : null}
        <li>{t('unrecognised.list')}</li>
        <li>{t('unrecognised.file')}</li>
        <li>{t('unrecognised.late')}</li>
      </ul>
      <OpenApp />
    </section>
  );
}
