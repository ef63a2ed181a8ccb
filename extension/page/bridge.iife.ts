/** Put into a page that says it is the hosted app: carries the hand-over between it and this extension. */
import * as z from 'zod/mini';
import { type HandoverMessage, handoverSchema } from '../../core/exchange/handover';
import type { Result } from '../../core/index';
import { ask, bridgeCallSchema } from '../messages';
import { reasonOf } from '../plain-messages';
import { extensionLink } from './extension-link';

const home = globalThis as typeof globalThis & { goujiBridge?: AbortController };
home.goujiBridge?.abort();
const run = new AbortController();
home.goujiBridge = run;
const link = extensionLink(run);

/** Nothing is said to a page that the user has not named: any page can call itself the app. */
let open = false;

addEventListener('message', (event) => void hear(event), { signal: run.signal });
const onMessage = (
  message: unknown,
  _sender: unknown,
  reply: (value: Result<boolean, string>) => void,
): true | undefined => {
  if (!bridgeCallSchema.safeParse(message).success) return;
  void openBridge().then(
    () => reply({ ok: true, value: open }),
    (error: unknown) => reply({ ok: false, error: reasonOf(error) }),
  );
  return true;
};
chrome.runtime.onMessage.addListener(onMessage);
run.signal.addEventListener('abort', () => chrome.runtime?.id && chrome.runtime.onMessage.removeListener(onMessage));
void openBridge();

async function openBridge(): Promise<void> {
  const allowed = await ask(() => link.tell({ type: 'may-hand-over' }), z.boolean());
  open = allowed.ok && allowed.value;
  if (open) say({ type: 'gouji:extension-ready', version: 1 });
}

async function hear(event: MessageEvent<unknown>): Promise<void> {
  if (!open || event.source !== window || event.origin !== location.origin) return;
  const message = handoverSchema.safeParse(event.data);
  if (!message.success) return refuse(event.data, z.prettifyError(message.error));
  if (message.data.type === 'gouji:app-ready') say({ type: 'gouji:extension-ready', version: 1 });
  if (message.data.type !== 'gouji:exchange') return;
  const { transfer } = message.data;
  const reply = await ask(() => link.tell({ type: 'exchange', message: message.data }), handoverSchema);
  if (reply.ok) return say(reply.value);
  const { code, reason } = reply.error;
  const again = code === 'gone' ? { again: true as const } : {};
  say({ type: 'gouji:exchange-failed', version: 1, transfer, reason, ...again });
}

/** Pages send themselves all kinds of messages; only an exchange whose content does not fit is owed an answer. */
function refuse(data: unknown, reason: string): void {
  const asked = z.object({ type: z.literal('gouji:exchange'), transfer: z.string() }).safeParse(data);
  if (asked.success) say({ type: 'gouji:exchange-failed', version: 1, transfer: asked.data.transfer, reason });
}

function say(message: HandoverMessage): void {
  window.postMessage(message, location.origin);
}
