import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Proxies give up on connections that are silent for some tens of seconds. */
export const BEAT_MS = 15_000;

/** A stream that is kept alive, and ended with the process. */
export interface Beating {
  beat(): void;
  end(): void;
}

/** The heartbeat of all open streams of this process. */
@Injectable()
export class Heartbeat implements BeforeApplicationShutdown {
  private readonly streams = new Set<Beating>();
  private readonly timer = setInterval(() => this.beat(), BEAT_MS).unref();

  add(stream: Beating): void {
    this.streams.add(stream);
  }

  remove(stream: Beating): void {
    this.streams.delete(stream);
  }

  /** A stream holds its connection, which would hold up the end. */
  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const stream of this.streams) stream.end();
  }

  private beat(): void {
    for (const stream of this.streams) stream.beat();
  }
}
