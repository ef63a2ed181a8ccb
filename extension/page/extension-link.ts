/** The page script's way to its extension, which may be updated or removed while the page stays open. */
// Types only: the rules stay out of the page.
import type { Document, Result } from '../../core/index';
import type { Checked, MessageFailure, PageEvent, PageNotice } from '../messages';
import { reasonOf } from '../plain-messages';
import { checkedOf } from './page-calls';

export interface ExtensionLink {
  /** Says something to the background; the answer, or undefined where nobody is left to answer. */
  tell(notice: PageNotice): Promise<unknown>;
}

/** `onGone` runs once, when the extension behind this script is no more. */
export function extensionLink(onGone: () => void): ExtensionLink {
  let gone = false;
  return {
    async tell(notice) {
      if (gone) return undefined;
      try {
        return await chrome.runtime.sendMessage(notice);
      } catch (error) {
        if (!isInvalidated()) throw error;
        gone = true;
        onGone();
        return undefined;
      }
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
