import type { zhCn } from './zh-cn';

export const en: Readonly<Record<keyof typeof zhCn, string>> = {
  'ownForms.title': 'Forms of your own',
  'ownForms.none': 'None yet. Confirm inferred sums of a table that was not recognised, and keep them as a form.',
  'ownForms.detail': '{relations} relations, {rows} rows, {columns} columns',
  'ownForms.from': 'came with the checklist “{name}”, and goes with it',
  'ownForms.name': 'Name',
  'ownForms.rename': 'Rename',
  'ownForms.delete': 'Delete',
  'ownForms.delete.named': 'Delete the form {name}',
  'ownForms.deleted': 'Deleted the form “{name}”',
  'ownForms.travel': 'They go along with everything exported under Hand-over, and with a checklist that carries them.',
  'settings.author': 'Your name',
  'settings.author.detail': 'Stands beside your opinions, so that colleagues know who said it. Saved as you type.',
  'settings.language': 'Language',
  'settings.offline': 'Offline',
  'settings.storage': 'Storage on this machine',
  'settings.used': '{size} MB used.',
  'settings.keep': 'Ask the browser to keep it',
  'settings.version': 'Gouji {version}',
  'persistence.unknown': 'Looking…',
  'persistence.kept': 'The browser promises to keep this data, also when the disk runs short.',
  'persistence.best-effort': 'The browser may clear this data when the disk runs short. Make a backup now and then.',
  'persistence.unavailable':
    'At this address the browser does not say whether it keeps data. Make a backup now and then.',
};
