import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageReport } from '../messages';
import type { PanelSession } from './panel-session';

export interface InferredProps {
  readonly session: PanelSession;
  readonly page: PageReport;
}

/** What looks for sums is loaded where a page is of no known form, and only there. */
export function InferredPart(props: InferredProps) {
  const [View, setView] = useState<ComponentType<InferredProps> | null>(null);
  useEffect(() => {
    void import('./inferred-view').then(({ InferredView }) => setView(() => InferredView));
  }, []);
  return View === null ? null : <View {...props} />;
}
