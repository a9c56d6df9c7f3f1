import { Agent } from 'node:https';

const longestIdleMs = 20_000;

/**
 * Gives up on a connection that does not come about within `timeoutMs`. Without it a network that swallows packets would
 * look like an answer that was lost, and nobody could tell that nothing was sent.
 */
export const createConnectingAgent = (timeoutMs: number): Agent => {
  // A connection that idles for long may have been forgotten on the way, and a post sent into it would be lost from sight.
  const agent = new Agent({ keepAlive: true, timeout: longestIdleMs });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    if (!socket) return socket;
    const timer = setTimeout(() => socket.destroy(new Error('connect ETIMEDOUT')), timeoutMs);
    socket.once('secureConnect', () => clearTimeout(timer));
    socket.once('close', () => clearTimeout(timer));
    return socket;
  };
  return agent;
};
