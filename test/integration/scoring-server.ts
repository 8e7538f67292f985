import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  method: string | undefined;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

type Answer = (response: ServerResponse, request: Arrived) => void;

/** Answers with a status and a body: JSON, unless it is a string. */
export const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** Takes requests and never answers. */
export const silent: Answer = () => undefined;

/** A local server that stands in for a scoring service and keeps what it was asked. */
export class ScoringServer {
  readonly requests: Arrived[] = [];
  /** Connections that were opened, and requests that were broken off by whoever sent them. */
  connections = 0;
  brokenOff = 0;
  answer: Answer = silent;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => {
    let text = '';
    response.on('close', () => (this.brokenOff += response.writableFinished ? 0 : 1));
    request
      .setEncoding('utf8')
      .on('data', (part: string) => (text += part))
      .on('end', () => this.take(request, response, text));
  }).on('connection', (socket) => {
    this.connections += 1;
    this.sockets.add(socket.on('close', () => this.sockets.delete(socket)));
  });

  /** Listens on a free port. */
  static async start(): Promise<ScoringServer> {
    const started = new ScoringServer();
    await started.listen(0);
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/score`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  /** Forgets what came and answers as told from now on. */
  reset(answer: Answer): void {
    this.requests.length = 0;
    this.connections = 0;
    this.brokenOff = 0;
    this.answer = answer;
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(request: IncomingMessage, response: ServerResponse, text: string): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { method, headers } = request;
    const query = Object.fromEntries(searchParams);
    const arrived = { method, path: pathname, query, headers, body: JSON.parse(text) as unknown };
    this.requests.push(arrived);
    this.answer(response, arrived);
  }
}
