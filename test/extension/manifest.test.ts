import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import manifest from '../../manifest.json';

test('asks for six permissions, and for nothing else', () => {
  expect(manifest.permissions).toEqual([
    'activeTab',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
    'contextMenus',
  ]);
  expect(manifest).not.toHaveProperty('optional_permissions');
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  // Hosted apps are named at build time, by their own address.
  expect(manifest).not.toHaveProperty('externally_connectable');
  expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  expect(Number(manifest.minimum_chrome_version)).toBe(105);
  expect(manifest.content_security_policy.extension_pages).toContain("script-src 'self'");
});

test('its key is a public one, so the id stays the same wherever it is unpacked', () => {
  const key = Buffer.from(manifest.key, 'base64');
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  expect(id).toBe('efldfnpllephjbdjpkdkaimfilgabpgd');
});
