import { expect, test } from 'vitest';
import { placeBadge } from '../../extension/page/badge-place';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const size = { width: 70, height: 20 };
const page = box(0, -1000, 1000, 3000);
const cell = box(400, 100, 60, 24);
const own = box(422, 104, 16, 16);

test('stands left of the cell where there is room', () => {
  const at = placeBadge(cell, size, [own, box(100, 104, 120, 16)], page);
  expect(at.left + size.width).toBeLessThanOrEqual(cell.left);
  expect(at.left).toBeGreaterThan(300);
  expect(at.top).toBe(102);
});

test('a wide cell has room beside its number', () => {
  const wide = box(400, 100, 400, 24);
  const at = placeBadge(wide, size, [box(590, 104, 20, 16), box(330, 104, 60, 16)], page);
  expect(at.left).toBeGreaterThanOrEqual(wide.left);
  expect(at.left + size.width).toBeLessThan(590);
});

test('never covers a number and never stands behind another one', () => {
  const row = [340, 280, 220, 160, 100, 40].map((left) => box(left + 22, 104, 16, 16));
  const at = placeBadge(cell, size, [own, ...row], page);
  const badge = box(at.left, at.top, size.width, size.height);
  for (const text of [own, ...row])
    expect(
      badge.right <= text.left || badge.left >= text.right || badge.bottom <= text.top || badge.top >= text.bottom,
    ).toBe(true);
  expect(badge.left).toBeGreaterThan(own.right - 1);
});

test('stays inside the page', () => {
  const narrow = box(0, -1000, 470, 3000);
  const at = placeBadge(cell, size, [own, box(362, 104, 16, 16)], narrow);
  expect(at.left).toBeGreaterThanOrEqual(0);
  expect(at.left + size.width).toBeLessThanOrEqual(narrow.right);
});
