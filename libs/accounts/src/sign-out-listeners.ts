import { Injectable, Logger } from '@nestjs/common';

type Listener = (moderatorId: string) => Promise<void>;

/** Whoever keeps something for a moderator only while he is signed in, claims for one, hears here that he has gone. */
@Injectable()
export class SignOutListeners {
  private readonly logger = new Logger(SignOutListeners.name);
  private readonly listeners: Listener[] = [];

  /** Calls the listener, from now on, with the id of every moderator who signs out or is signed out. */
  onSignOut(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Tells all listeners. One that fails is logged: whoever wants to leave is not kept for it. */
  async signedOut(moderatorId: string): Promise<void> {
    const told = await Promise.allSettled(
      this.listeners.map(async (listener) => listener(moderatorId)),
    );
    for (const result of told) {
      if (result.status === 'rejected') {
        this.logger.error('A listener to a sign-out failed', (result.reason as Error).stack);
      }
    }
  }
}
