/** Put into a page that a round opened in the background: reads it when asked to, and leaves nothing behind. */
import { readPage } from '../../core/read/dom';

Object.assign(globalThis, { goujiRead: () => readPage(document).document });
