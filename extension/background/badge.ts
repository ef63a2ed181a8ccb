/** The count on the toolbar button, of one tab. The browser takes it away when the page is left. */
import type { Outcome } from '../../core/index';

export interface Badge {
  readonly text: string;
  /** As the panel has them in light: the button's surroundings are the browser's. */
  readonly colour: string;
}

const COLOURS = { error: '#b3261e', warning: '#8a5a00', unsure: '#59616b', ok: '#2c6b3f' } as const;

/** Errors, else warnings. A tick only where every table was read; a page that was read in part never looks passed. */
export function badgeOf({ status, findings }: Pick<Outcome, 'status' | 'findings'>): Badge {
  const count = (severity: 'error' | 'warning'): number => findings.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors > 0) return { text: numberText(errors), colour: COLOURS.error };
  if (warnings > 0) return { text: numberText(warnings), colour: COLOURS.warning };
  return status === 'checked' ? { text: '✓', colour: COLOURS.ok } : { text: '?', colour: COLOURS.unsure };
}

/** Four letters fit. */
function numberText(count: number): string {
  return count > 999 ? '999+' : String(count);
}

export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  try {
    await chrome.action.setBadgeBackgroundColor({ tabId, color: badge.colour });
    // Not before Chromium 110: the browser picks a colour of its own there.
    await chrome.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
    await chrome.action.setBadgeText({ tabId, text: badge.text });
  } catch {
    // The tab was closed meanwhile: there is no button to write on.
  }
}
