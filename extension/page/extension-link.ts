/** The page script's way to its extension, which may be updated or removed while the page stays open. */
// Types only: the rules stay out of the page.
import type { Document, Result } from '../../core/index';
import type { Checked, MessageFailure, PageEvent, PageNotice } from '../messages';
import { reasonOf } from '../plain-messages';
import { checkedOf } from './page-calls';

export interface ExtensionLink {
  /**
   * Says something to the background; the answer, or undefined where nobody is left to answer. The browser may stop the
   * service worker in the middle: asked again it starts anew, and nothing that is said here does harm when said twice.
   */
  tell(notice: PageNotice): Promise<unknown>;
}

const TRIES = 4;
/** Milliseconds before the second try; twice as long before the third, and so on. */
const PAUSE = 300;

/** `run`: of the script that speaks, aborted when the extension behind it is no more; once it is, nothing more is said. */
export function extensionLink(run: AbortController): ExtensionLink {
  const once = async (notice: PageNotice, last: boolean): Promise<unknown> => {
    try {
      return await chrome.runtime.sendMessage(notice);
    } catch (error) {
      if (isInvalidated()) run.abort();
      else if (last) throw error;
      return undefined;
    }
  };
  return {
    async tell(notice) {
      for (let tries = 1; !run.signal.aborted; tries++) {
        const answer = await once(notice, tries === TRIES);
        if (answer !== undefined || tries === TRIES) return answer;
        await new Promise((resolve) => setTimeout(resolve, tries * PAUSE));
      }
      return undefined;
    },
  };
}

/** What comes of a document, from the background, where the rules are. */
export async function checkOver(
  link: ExtensionLink,
  document: Document,
  address: string | null,
): Promise<Result<Checked, MessageFailure>> {
  try {
    return checkedOf(await link.tell({ type: 'check', document, address }));
  } catch (error) {
    return { ok: false, error: { code: 'gone', reason: reasonOf(error) } };
  }
}

/** “Extension context invalidated”: the browser takes the id away. */
function isInvalidated(): boolean {
  return chrome.runtime?.id === undefined;
}

/** Ports of open panels. A port that closed is dropped. */
export class PanelPorts {
  private readonly ports = new Set<chrome.runtime.Port>();

  constructor(private readonly onGone: () => void) {}

  add(port: chrome.runtime.Port): void {
    this.ports.add(port);
    port.onDisconnect.addListener(() => {
      this.ports.delete(port);
      if (isInvalidated()) this.onGone();
    });
  }

  send(event: PageEvent): void {
    for (const port of this.ports) {
      try {
        port.postMessage(event);
      } catch {
        this.ports.delete(port); // Closed between two events: its panel asks anew when it comes back.
      }
    }
  }
}
