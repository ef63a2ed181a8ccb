/** Pages of the browser itself, by the name that it gives them: Edge is a Chromium with a name of its own. */
export function browserPage(path: string, agent: string = navigator.userAgent): string {
  return `${/\bEdg\//.test(agent) ? 'edge' : 'chrome'}://${path}`;
}
