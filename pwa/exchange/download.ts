/** Hands a text to the reader as a file. */
export function download(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }));
}

export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Firefox and older Chromium read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
