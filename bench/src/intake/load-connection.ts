import { connect, type Socket } from 'node:net';

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads the status of each answer. It does far less
 * than node:http, so that on a machine with few cores the load takes little from the server that is measured.
 */
export class LoadConnection {
  private received: Buffer = Buffer.alloc(0);
  private settle: { resolve: (status: number) => void; reject: (error: Error) => void } | null =
    null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
  }

  static async open(host: string, port: number): Promise<LoadConnection> {
    const socket = connect(port, host);
    await new Promise<void>((resolve, reject) =>
      socket.once('connect', resolve).once('error', reject),
    );
    return new LoadConnection(socket);
  }

  /** Sends one request and gives the status of its answer once all of it has arrived. */
  exchange(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const head = this.received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const lines = this.received.toString('latin1', 0, head);
    // 304 has no body, whatever its length is said to be (RFC 9112, 6.3).
    const isEmpty = lines.startsWith('304', 9);
    const length = isEmpty ? '0' : /\r\ncontent-length: *(\d+)/i.exec(lines)?.[1];
    if (length === undefined)
      return this.settle?.reject(new Error(`an answer without a length: ${lines}`));
    if (this.received.length < head + 4 + Number(length)) return;
    this.received = this.received.subarray(head + 4 + Number(length));
    this.settle?.resolve(Number(lines.slice(9, 12)));
  }
}
