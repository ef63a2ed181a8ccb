/**
 * `[...text.matchAll(pattern)]`, for what every report goes through: the engine's own copies the pattern at each call,
 * which costs more than most searches do. `pattern` is global.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
