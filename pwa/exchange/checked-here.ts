/** What comes in is checked by the validator of this app, which is loaded when it is needed. */
import type { CheckedBundle } from '../../core/exchange/recheck';
import type { Bundle } from '../../core/exchange/schema';
import { version } from '../../package.json';

export async function checkedHere(bundle: Bundle): Promise<CheckedBundle> {
  const { recheckBundle } = await import('../../core/exchange/recheck');
  return recheckBundle(bundle, version);
}
