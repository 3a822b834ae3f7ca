import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fetchTransport } from '../src/fetchTransport.js';
import type { TransportRequest } from '../src/types.js';

let server: Server | undefined;

async function serving(handle: Parameters<typeof createServer>[1]): Promise<(more?: Partial<TransportRequest>) => TransportRequest> {
  const made = createServer(handle ?? (() => {}));
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return (more = {}) => ({ url: `http://127.0.0.1:${port}/`, method: 'GET', headers: {}, body: undefined, ...more });
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('carriesTextBytesAndHeaders', async () => {
  const request = await serving((asked, answer) => {
    const slices: Uint8Array[] = [];
    asked.on('data', (slice) => slices.push(slice));
    asked.on('end', () => answer.writeHead(201, { 'X-Type': asked.headers['content-type'] }).end(Buffer.concat(slices)));
  });
  const { response } = fetchTransport().send(request({ method: 'POST', headers: { 'Content-Type': 'image/png' }, body: new Uint8Array([1, 200]).buffer }));
  const answer = await response;
  expect([answer.status, answer.headers.get('x-type')]).toEqual([201, 'image/png']);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 200]));
});

test('handsOverAStreamAsItComesAndEndsWithIt', async () => {
  const request = await serving((_asked, answer) => {
    const bytes = Buffer.from('data: 你好\n\n');
    answer.writeHead(200).write(bytes.subarray(0, 7));
    setTimeout(() => answer.end(bytes.subarray(7)), 20);
  });
  let text = '';
  const { response } = fetchTransport().send(request(), (slice) => {
    text += slice;
  });
  expect((await response).status).toBe(200);
  expect(text).toBe('data: 你好\n\n');
});

test('rejectsWhenTheLineIsCutOrClosed', async () => {
  const request = await serving((_asked, answer) => {
    answer.writeHead(200, { 'Content-Length': '100' }).write('half');
    setTimeout(() => answer.destroy(), 20);
  });
  await expect(fetchTransport().send(request(), () => {}).response).rejects.toThrow();
  const closing = fetchTransport().send(request(), () => {});
  closing.close();
  await expect(closing.response).rejects.toThrow();
  await expect(fetchTransport().send(request({ url: 'http://127.0.0.1:1/' })).response).rejects.toThrow();
});

test('doesNotTakeTheTextOfAnErrorForAStream', async () => {
  const request = await serving((_asked, answer) => void answer.writeHead(403).end('{"code":"suspended"}'));
  const heard: string[] = [];
  const { response } = fetchTransport().send(request(), (text) => heard.push(text));
  const answer = await response;
  expect([answer.status, await answer.text(), heard]).toEqual([403, '{"code":"suspended"}', []]);
});
