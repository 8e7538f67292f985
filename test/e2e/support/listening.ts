import type { AddressInfo } from 'node:net';
import type { TestService } from '../../harness/service.js';

/** Lets a service listen on a port of the machine's choice, for clients that want an address; gives it. */
export async function listening({ app }: Pick<TestService, 'app'>): Promise<string> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
