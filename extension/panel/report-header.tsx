import { useEffect } from 'preact/hooks';
import { forms, otherForms } from '../../core/index';
import { CoverageHeader, labelText } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { t } from './t';
import type { SavedState } from './use-saved';
import { WhatChanged } from './what-changed';

interface ReportHeaderProps {
  readonly page: PageReport;
  readonly saved: SavedState;
  /** Of a list of reports the first organ that it names is not its own. */
  readonly isList: boolean;
}

/** Whose report it is, how much of it agrees, and what is new since it was kept. */
export function ReportHeader({ page, saved, isList }: ReportHeaderProps) {
  const { document: read, outcome } = page;
  const form = [...forms, ...otherForms].find(({ id }) => id === outcome.form);
  const name = (isList ? read.title : (outcome.organ ?? outcome.title ?? read.title)) ?? t('untitled');
  const heading = isList || outcome.year === null ? name : t('header.year', { organ: name, year: outcome.year });
  useEffect(() => {
    document.title = `${heading} · ${t('title')}`;
  }, [heading]);
  const { relations } = outcome.coverage;
  return (
    <header>
      <div class="row between">
        <h1>{heading}</h1>
        {form === undefined ? null : <span class="quiet form-name">{labelText(form.name)}</span>}
      </div>
      {outcome.form === null ? null : (
        <>
          <p class="outcome">{t('outcome', relations)}</p>
          <CoverageHeader coverage={outcome.coverage} />
        </>
      )}
      {saved.before === null ? null : <WhatChanged before={saved.before} outcome={saved.found} />}
    </header>
  );
}
