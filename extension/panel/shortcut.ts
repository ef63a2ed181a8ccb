import { signal } from '@preact/signals';

/** The keys that stand for a click on the toolbar button, as the user has set them. */
export const shortcut = signal('Alt+Shift+G');

void chrome.commands.getAll().then((commands) => {
  const keys = commands.find((command) => command.name === '_execute_action')?.shortcut;
  if (keys !== undefined && keys !== '') shortcut.value = keys;
});
