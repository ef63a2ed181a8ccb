/** macOS and Windows leave their own notes in folders and archives; Office leaves a lock beside an open file. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i.test(path);
}
