/** What leaves: as much as the person chose. */
import type { Bundle } from '../../../core/exchange/schema';
import { allOpinions, type Exported, exportBundle } from '../../db/index';
import { LINK_LIMIT, linkAddress, packLink } from '../../exchange/link';
import { QR_LIMIT } from '../../exchange/qr-limit';

export type Scope =
  | { readonly what: 'all' }
  | { readonly what: 'words' }
  | { readonly what: 'one'; readonly report: string };

export interface Link {
  readonly as: 'link' | 'qr';
  readonly text: string;
  readonly sealed: boolean;
  /** Whether it is short enough for what it is to be. */
  readonly fits: boolean;
}

export async function contentOf(scope: Scope): Promise<Exported> {
  if (scope.what === 'one') return exportBundle([scope.report]);
  if (scope.what === 'all') return exportBundle();
  const { opinions, unreadable } = await allOpinions();
  const bundle: Bundle = { format: 'gouji', version: 1, reports: [], opinions: [...opinions] };
  return { bundle, unreadable };
}

export async function linkOf(scope: Scope, passphrase: string, as: Link['as']): Promise<Link> {
  const { bundle } = await contentOf(scope);
  const text = linkAddress(await packLink(bundle, passphrase));
  return { as, text, sealed: passphrase !== '', fits: text.length <= (as === 'qr' ? QR_LIMIT : LINK_LIMIT) };
}
