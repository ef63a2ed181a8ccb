/** What sealed an evidence. Read from the package, since workers have no `chrome.runtime`. */
import type { EvidenceManifest } from '../../core/exchange/evidence';
import { digest, rules } from '../../core/index';
import { version } from '../../package.json';

export function versionsNow(): EvidenceManifest['versions'] {
  return {
    gouji: version,
    rules: digest(JSON.stringify(rules.map(({ id, severity }) => [id, severity]))),
    browser: navigator.userAgent,
  };
}
