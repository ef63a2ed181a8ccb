/** Leave to read sites: asked for those of a round alone, at the click that starts it, and given back at its end. */

export function originsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort();
}

/** Must be called in the turn of a click. False where the user said no. */
export async function askLeave(origins: readonly string[]): Promise<boolean> {
  return chrome.permissions.request({ origins: origins.map(pattern) });
}

/** A round that another window still works on asked for itself: what is taken from under it, it tells as failures. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  await chrome.permissions.remove({ origins: origins.map(pattern) });
}

function pattern(origin: string): string {
  return `${origin}/*`;
}
