import type { Agent } from 'node:https';
import { globalAgent } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

type Connect = (options: { host?: string | null; hostname?: string | null }) => Duplex;

/**
 * Leads HTTPS connections of this process for a host to a port of this machine, in the clear: for clients that let nobody
 * choose their address. Gives what undoes it.
 */
export function rerouteHttps(host: string, port: number): () => void {
  const agent = globalAgent as Agent & { createConnection: Connect };
  const before = agent.createConnection.bind(agent);
  agent.createConnection = (options) =>
    options.host === host ? connect(port, '127.0.0.1') : before(options);
  return () => {
    agent.createConnection = before;
  };
}
