/** Put into a page by a click; each click runs it anew. */
import type { Result } from '../../core/index';
import { answerSeal } from '../capture/page-seal';
import type { PageCall, PageReplies } from '../messages';
import { PANEL_PORT, reasonOf, type ScanWorld } from '../plain-messages';
import { checkOver, extensionLink, PanelPorts } from './extension-link';
import { clearTraces } from './marking';
import { pageCallOf } from './page-calls';
import { Session } from './session';

/** The run before this one, where this extension has not been reloaded meanwhile. */
const home: ScanWorld = globalThis;
home.goujiRun?.abort();
const run = new AbortController();
home.goujiRun = run;

const link = extensionLink(run);
clearTraces(document);

/** A panel that comes later than this seems not to come. */
const PATIENCE = 150;

const other = otherThanReport();
const checked = other === null ? start() : Promise.resolve();
home.goujiShown = Promise.race([checked.then(nextFrame, () => undefined), pause(PATIENCE)]);
void checked.then(
  () => link.tell(other === null ? { type: 'scanned' } : { type: 'no-report', what: other }),
  (error: unknown) => {
    // A newer click took over, or the extension is gone: nobody waits for this run any more.
    if (run.signal.aborted) return;
    run.abort();
    clearTraces(document);
    return link.tell({ type: 'scan-failed', reason: reasonOf(error) });
  },
);

/** What was drawn last is on its way to the screen. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The app itself is not checked, and a PDF shows nothing that could be read from here. */
function otherThanReport(): 'app' | 'pdf' | null {
  if (document.contentType === 'application/pdf') return 'pdf';
  return document.querySelector('meta[name="gouji-app"]') !== null && location.origin !== 'null' ? 'app' : null;
}

async function start(): Promise<void> {
  const ports = new PanelPorts(() => run.abort());
  const session = await Session.open(document, {
    signal: run.signal,
    emit: (event) => ports.send(event),
    check: (read) => checkOver(link, read, location.href),
  });
  answerSeal(document, session, run.signal);
  const onConnect = (port: chrome.runtime.Port): void => {
    if (port.name === PANEL_PORT) ports.add(port);
  };
  const onMessage = (message: unknown, _sender: unknown, reply: (value: Result<unknown, string>) => void): void => {
    const call = pageCallOf(message);
    if (call !== null) reply(answer(session, call));
  };
  chrome.runtime.onConnect.addListener(onConnect);
  chrome.runtime.onMessage.addListener(onMessage);
  // Back from the browser's page cache: the panel's port was closed, the marks are still here.
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) void link.tell({ type: 'scanned' });
  };
  window.addEventListener('pageshow', onShow, { signal: run.signal });
  run.signal.addEventListener('abort', () => {
    if (chrome.runtime?.id === undefined) return;
    chrome.runtime.onConnect.removeListener(onConnect);
    chrome.runtime.onMessage.removeListener(onMessage);
  });
}

const answers: {
  readonly [K in PageCall['type']]: (session: Session, call: Extract<PageCall, { type: K }>) => PageReplies[K];
} = {
  report: (session) => session.report(),
  choose: (session, call) => session.marking.choose(call.finding, call.scroll),
  'show-cell': (session, call) => session.marking.showCell(call.cell),
  marks: (session, call) => {
    session.marking.setShown(call.shown);
    return null;
  },
  language: (session, call) => {
    session.marking.setLanguage(call.language);
    return null;
  },
  unclaimed: (session, call) => {
    session.marking.setUnclaimedShown(call.shown);
    return null;
  },
  own: (session, call) => session.marking.setOwn(call.findings),
  sums: (session, call) => session.marking.showSums(call),
  pick: (session, call) => session.pick(call.tell),
};

function answer<K extends PageCall['type']>(
  session: Session,
  call: Extract<PageCall, { type: K }>,
): Result<unknown, string> {
  try {
    const run = answers[call.type as K];
    return { ok: true, value: run(session, call) };
  } catch (error) {
    return { ok: false, error: reasonOf(error) };
  }
}
