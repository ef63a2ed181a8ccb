/** Firefox has a sidebar where Chromium has a side panel. */

interface Sidebar {
  open(): Promise<void>;
  setPanel(details: { readonly tabId: number; readonly panel: string }): Promise<void>;
}

export function sidebarOf(api: object): Sidebar | null {
  const found = 'sidebarAction' in api ? api.sidebarAction : null;
  return isSidebar(found) ? found : null;
}

function isSidebar(value: unknown): value is Sidebar {
  return typeof value === 'object' && value !== null && 'open' in value && 'setPanel' in value;
}
