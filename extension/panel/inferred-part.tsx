import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { hasOtherTables } from '../../pwa/ui/inferred/other-tables';
import type { PageReport } from '../messages';
import type { PanelSession } from './panel-session';
import { t } from './t';

export interface InferredProps {
  readonly session: PanelSession;
  readonly page: PageReport;
}

/** What looks for sums is loaded where a page is of no known form, or where somebody asks for its other tables. */
export function InferredPart(props: InferredProps) {
  const { document, outcome } = props.page;
  const unknown = outcome.status === 'unrecognised';
  const others = useMemo(() => !unknown && hasOtherTables(document, outcome), [document, outcome]);
  const [asked, setAsked] = useState(false);
  const [View, setView] = useState<ComponentType<InferredProps> | null>(null);
  const wanted = unknown || (others && asked);
  useEffect(() => {
    if (wanted) void import('./inferred-view').then(({ InferredView }) => setView(() => InferredView));
  }, [wanted]);
  if (wanted) return View === null ? null : <View {...props} />;
  if (!others) return null;
  return (
    <p>
      <button type="button" onClick={() => setAsked(true)}>
        {t('sums.ask')}
      </button>
    </p>
  );
}
