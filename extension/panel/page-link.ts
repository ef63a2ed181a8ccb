/** The panel's line to the script in a page: calls with answers, and a port that closes when the page goes away. */
import type { Result } from '../../core/index';
import {
  ask,
  type MessageFailure,
  type PageCall,
  type PageEvent,
  type PageReplies,
  pageEventSchema,
} from '../messages';
import { PANEL_PORT } from '../plain-messages';
import { pageReplies } from './page-replies';

export class PageLink {
  private port: chrome.runtime.Port | null = null;

  constructor(
    private readonly tabId: number,
    private readonly onEvent: (event: PageEvent) => void,
    /** The page was left, reloaded or closed. */
    private readonly onGone: () => void,
  ) {}

  connect(): void {
    this.port?.disconnect();
    const port = chrome.tabs.connect(this.tabId, { name: PANEL_PORT, frameId: 0 });
    this.port = port;
    port.onMessage.addListener((message: unknown) => {
      const event = pageEventSchema.safeParse(message);
      if (event.success) this.onEvent(event.data);
    });
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError; // Read, so that the browser does not log it: `onGone` says it to the reader.
      if (this.port !== port) return;
      this.port = null;
      this.onGone();
    });
  }

  call<K extends PageCall['type']>(
    call: Extract<PageCall, { type: K }>,
  ): Promise<Result<PageReplies[K], MessageFailure>> {
    return ask<PageReplies[K]>(
      () => chrome.tabs.sendMessage(this.tabId, call, { frameId: 0 }),
      pageReplies[call.type as K],
    );
  }
}
