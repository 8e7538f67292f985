import { connect, type Socket } from 'node:net';
import { until } from '../../harness/until.js';

/** A client of a stream that takes its beginning and then reads no more, its connection open. */
export class StalledClient {
  private constructor(
    private readonly socket: Socket,
    /** Where it is by its own account. */
    readonly lastId: string,
  ) {}

  static async open(
    url: string,
    path: string,
    headers: Record<string, string>,
  ): Promise<StalledClient> {
    const { host, hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    // Being cut off is what it is for.
    socket.on('error', () => undefined);
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const lastId = await until(() => /^id: (.+)$/m.exec(text)?.[1], {
      what: 'the beginning of the stream',
    });
    socket.pause();
    return new StalledClient(socket, lastId);
  }

  close(): void {
    this.socket.destroy();
  }
}
