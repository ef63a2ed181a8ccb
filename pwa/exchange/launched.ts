/** A .gouji file that was opened from the desktop with the installed app: it goes the way of a file that was dropped. */
import { takeFiles } from '../intake/intake';

/** Chromium's, where the app is installed; not in the types. */
interface LaunchQueue {
  setConsumer(take: (launched: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

export function openLaunched(): void {
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map((file) => file.getFile())).then((opened) =>
      takeFiles(opened.map((file) => ({ file, path: file.name }))),
    );
  });
}
