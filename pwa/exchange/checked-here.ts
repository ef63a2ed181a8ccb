/** What comes in is checked by the validator of this app, which is loaded when it is needed. */
import type { CheckedBundle, UncheckedBundle } from '../../core/exchange/recheck';
import { version } from '../../package.json';

export async function checkedHere(bundle: UncheckedBundle): Promise<CheckedBundle> {
  const { recheckBundle } = await import('../../core/exchange/recheck');
  return recheckBundle(bundle, version);
}
