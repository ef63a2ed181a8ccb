import { render } from 'preact';
import { Panel } from './panel';
import { PanelSession } from './panel-session';

export function startPanel(tabId: number | null): void {
  const root = document.querySelector('#panel');
  const session = new PanelSession(tabId);
  if (root !== null) render(<Panel session={session} />, root);
  session.start();
}
