/** What leaves: as much as the person chose. */
import type { Bundle } from '../../../core/exchange/schema';
import { shareChecklist } from '../../db/checklists';
import { allOpinions, type Exported, exportBundle } from '../../db/index';
import { exportReports } from '../../exchange/export-reports';
import { LINK_LIMIT, linkAddress, packLink } from '../../exchange/link';
import { QR_LIMIT } from '../../exchange/qr-limit';
import { storageText } from '../../failure-text';

export type Scope =
  | { readonly what: 'all' }
  | { readonly what: 'words' }
  | { readonly what: 'one'; readonly report: string }
  | { readonly what: 'checklist'; readonly id: string };

export interface Link {
  readonly as: 'link' | 'qr';
  readonly text: string;
  readonly sealed: boolean;
  /** Whether it is short enough for what it is to be. */
  readonly fits: boolean;
}

export async function contentOf(scope: Scope): Promise<Exported> {
  if (scope.what === 'one') return exportReports([scope.report]);
  if (scope.what === 'all') return exportBundle();
  if (scope.what === 'checklist') return checklistContent(scope.id);
  const { opinions, unreadable } = await allOpinions();
  const bundle: Bundle = { format: 'gouji', version: 1, reports: [], opinions: [...opinions] };
  return { bundle, unreadable };
}

/** What stands of it, and nothing of what it was before: short enough for a code. */
async function checklistContent(id: string): Promise<Exported> {
  const shared = await shareChecklist(id);
  if (!shared.ok) throw new Error(storageText(shared.error));
  return { bundle: { format: 'gouji', version: 1, reports: [], opinions: [...shared.value] }, unreadable: 0 };
}

export async function linkOf(scope: Scope, passphrase: string, as: Link['as']): Promise<Link> {
  const { bundle } = await contentOf(scope);
  const text = linkAddress(await packLink(bundle, passphrase));
  return { as, text, sealed: passphrase !== '', fits: text.length <= (as === 'qr' ? QR_LIMIT : LINK_LIMIT) };
}
