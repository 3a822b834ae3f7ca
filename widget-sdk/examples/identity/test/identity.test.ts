import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signIdentity } from '../signIdentity.mjs';

const folder = new URL('..', import.meta.url).pathname;
const secret = '一个只有服务器知道的密钥-0123456789-abcdefghij';
const shopper = { id: 'C-"1\\', name: '小王 "VIP" 😀', registeredAt: '2026-03-01T09:30:00+08:00' };

function check(identity: string): void {
  const [head = '', claims = '', signature] = identity.trim().split('.');
  expect(signature).toBe(createHmac('sha256', Buffer.from(secret, 'utf8')).update(`${head}.${claims}`).digest('base64url'));
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
  const { iat, exp, ...rest } = read(claims);
  expect(rest).toEqual({ sub: shopper.id, name: shopper.name, registeredAt: shopper.registeredAt });
  expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60);
  expect(exp - iat).toBe(3600);
}

const has = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
const run = (program: string, ...words: string[]): string => execFileSync(program, words, { cwd: folder, encoding: 'utf8' });
const args = JSON.stringify([secret, shopper.id, shopper.name, shopper.registeredAt]);

test('node', () => check(signIdentity(secret, shopper.id, shopper)));

test.skipIf(!has('python3', '--version'))('python', () => {
  check(run('python3', '-B', '-c', 'import json, sys, sign_identity; print(sign_identity.sign_identity(*json.loads(sys.argv[1])))', args));
});

test.skipIf(!has('php', '--version'))('php', () => {
  check(run('php', '-r', 'require "sign_identity.php"; echo sign_identity(...json_decode($argv[1]));', '--', args));
});

test.skipIf(!has('java', '--version'))('java', () => {
  const place = mkdtempSync(join(tmpdir(), 'identity-'));
  const words = [secret, shopper.id, shopper.name, shopper.registeredAt].map((word) => JSON.stringify(word)).join(', ');
  const main = `    public static void main(String[] words) throws Exception {\n        System.out.println(sign(${words}));\n    }\n`;
  const source = readFileSync(join(folder, 'SignedIdentity.java'), 'utf8').replace(/\}\s*$/, `${main}}\n`);
  writeFileSync(join(place, 'SignedIdentity.java'), source);
  check(run('java', '-XX:TieredStopAtLevel=1', join(place, 'SignedIdentity.java')));
});

test('theGuideShowsWhatIsTested', () => {
  const guide = readFileSync(new URL('../../../docs/guide/signed-identity.md', `file://${folder}`), 'utf8');
  for (const file of ['SignedIdentity.java', 'signIdentity.mjs', 'sign_identity.php', 'sign_identity.py']) {
    expect(guide).toContain(readFileSync(join(folder, file), 'utf8').trim());
  }
});
