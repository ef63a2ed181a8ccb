/** Pictures of what a tab shows, by `captureVisibleTab`, which the click on the button permits. */
import { failed, ok, type Result } from '../../core/index';
import { reasonOf } from '../plain-messages';
import type { Missing } from './fetch-page';

/** The browser takes two pictures a second, and refuses a third. */
const APART = 520;
const TRIES = 4;

export class Camera {
  private next = 0;

  constructor(private readonly tabId: number) {}

  async shoot(): Promise<Result<ImageBitmap, Missing>> {
    for (let tries = 1; ; tries++) {
      await sleep(this.next - Date.now());
      this.next = Date.now() + APART;
      try {
        const before = await this.inFront();
        if (before === null) return failed({ reason: 'not-in-front', detail: '' });
        const picture = await chrome.tabs.captureVisibleTab(before, { format: 'png' });
        // Another tab may have come to the front while the picture was taken: of that nothing is kept.
        if ((await this.inFront()) !== before) return failed({ reason: 'not-in-front', detail: '' });
        return ok(await createImageBitmap(await (await fetch(picture)).blob()));
      } catch (error) {
        const detail = reasonOf(error);
        // A tab that went behind another while its picture was taken has none to be read.
        if ((await this.inFront().catch(() => null)) === null) return failed({ reason: 'not-in-front', detail });
        if (tries === TRIES || !/MAX_CAPTURE_VISIBLE_TAB_CALLS/.test(detail))
          return failed({ reason: 'refused', detail });
        this.next = Date.now() + 2 * APART;
      }
    }
  }

  /** The window in which the tab is the one to be seen. */
  private async inFront(): Promise<number | null> {
    const { active, windowId } = await chrome.tabs.get(this.tabId);
    return active ? windowId : null;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
