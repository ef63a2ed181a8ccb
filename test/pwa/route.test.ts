// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { hrefOf, parseRoute, type Route } from '../../pwa/route';

it.each([
  { screen: 'reports' },
  { screen: 'report', id: 'a/b#c 勾' },
  { screen: 'entry', id: null },
  { screen: 'entry', id: 'a/b#c 勾' },
  { screen: 'evidence', id: 'a/b#c 勾' },
  { screen: 'handouts', id: null },
  { screen: 'handouts', id: 'a/b#c 勾' },
  { screen: 'exchange' },
  { screen: 'receive', id: '1pAb-_9' },
  { screen: 'settings' },
] satisfies Route[])('finds its way back to %j', (route) => {
  expect(parseRoute(hrefOf(route))).toEqual(route);
});

it.each(['', '#', '#/', '#/nowhere', '#/report', '#/report/', '#/receive/'])('opens the list at “%s”', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'reports' });
});

it('does not fall over a broken address', () => {
  expect(parseRoute('#/report/%E0%A4%A')).toEqual({ screen: 'report', id: '%E0%A4%A' });
});
