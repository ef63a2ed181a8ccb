/** The tab this panel is about: named in its address, else the one it stands beside. */
export async function tabOfPanel(): Promise<number | null> {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  if (Number.isSafeInteger(named)) return named;
  // Opened from the browser's own side panel menu, not by our button.
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
