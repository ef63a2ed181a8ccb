/** Answers what pages' scripts say. */
import * as z from 'zod/mini';
import { documentSchema } from '../../core/exchange/schema';
import { check, failed, ok, type Result } from '../../core/index';
import { checkBeside } from '../../pwa/db/index';
import { isAllowed } from '../allowed-origins';
import { type Checked, type PageNotice, pageNoticeSchema } from '../messages';
import { loadPreferences } from '../preferences';
import { loadTabState, saveTabState } from '../tab-state';
import { badgeOf, showBadge } from './badge';
import { cardsOf } from './cards-of';
import { beBridge } from './examine';
import { exchangeWithApp, withEarlierSteps } from './exchange';

export async function answerPage(message: unknown, tabId: number, origin: string): Promise<Result<unknown, string>> {
  const notice = pageNoticeSchema.safeParse(message);
  return notice.success ? answer(notice.data, tabId, origin) : failed(z.prettifyError(notice.error));
}

async function answer(notice: PageNotice, tabId: number, origin: string): Promise<Result<unknown, string>> {
  const at = Date.now();
  switch (notice.type) {
    case 'scanned':
      await saveTabState(tabId, { phase: 'checked', at });
      return ok(null);
    case 'no-report':
      if (notice.what === 'app') await beBridge(tabId, origin, at);
      else await saveTabState(tabId, { phase: 'refused', at, why: 'pdf', reason: '' });
      return ok(null);
    case 'scan-failed':
      await saveTabState(tabId, { phase: 'failed', at, reason: notice.reason });
      return ok(null);
    case 'check':
      return checkPage(notice.document, notice.address, tabId);
    case 'may-hand-over':
      return ok(await isAllowed(origin));
    case 'exchange': {
      // The browser vouches for `origin`; the page's own word would be worth nothing.
      if (!(await isAllowed(origin))) return failed('not allowed');
      const { reply, exchanged: step, failure } = await exchangeWithApp(notice.message);
      const exchanged = step === null ? null : withEarlierSteps(await loadTabState(tabId), step);
      await saveTabState(tabId, { phase: 'app', at, origin, allowed: true, exchanged, failure });
      return ok(reply);
    }
  }
}

/** The document comes out of a page that may be hostile: held against its schema before anything looks at it. */
async function checkPage(document: unknown, address: string | null, tabId: number): Promise<Result<Checked, string>> {
  const read = documentSchema.safeParse(document);
  if (!read.success) return failed(z.prettifyError(read.error));
  const options = address === null ? {} : { sourceName: address };
  const preferences = loadPreferences();
  const { outcome, beside } = await checkBeside((previous) =>
    check(read.data, previous === undefined ? options : { ...options, previous }),
  );
  void showBadge(tabId, badgeOf(outcome));
  return ok({ outcome, cards: cardsOf(outcome), beside, marks: (await preferences).marks });
}
